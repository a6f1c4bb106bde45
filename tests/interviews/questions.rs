//! Questions that ask for opinions instead of events, and honest ones that resemble them.

use orbita::interviews::kinds::Outcome;
use orbita::interviews::questions::{Fault, check};

fn fault(question: &str) -> Option<Fault> {
    check(question).map(|remark| remark.fault)
}

#[test]
fn direct_questions_are_marked() {
    for question in [
        "Why did you choose us?",
        "So why did you actually decide to leave?",
        "Why us?",
        "Why do you like our product?",
        "What made you renew?",
        "What was the main reason for leaving?",
        "What do you like about it?",
        "How satisfied are you with support?",
        "Почему вы выбрали нас?",
        "Почему выбрали именно этот сервис?",
        "А почему вы тогда решили уйти?",
        "По какой причине вы отказались?",
        "Почему именно мы?",
        "Что вам больше всего нравится в продукте?",
        "Чем вас привлёк наш акселератор?",
        "Из-за чего вы ушли?",
        "How come you switched?",
        "What's the reason you left?",
        "Why’d you leave?",
        "What influenced your choice?",
        "What’s your favourite feature?",
        "Что заставило вас уйти?",
        "Что вас заставило выбрать нас?",
        "Что повлияло на ваш выбор?",
        "Отчего вы решили сменить поставщика?",
        "Зачем вам курсы?",
        "Какие функции вам нужны?",
        "Вы довольны?",
        "Вас устраивала поддержка?",
    ] {
        assert_eq!(fault(question), Some(Fault::Direct), "{question}");
    }
}

#[test]
fn leading_questions_are_marked() {
    for question in [
        "Не было ли вам неудобно?",
        "Don’t you think the price was too high?",
        "It was hard to leave, wasn't it?",
        "You wanted reports, right?",
        "Would you agree that support was slow?",
        "Was it because of the price?",
        "How easy was the set-up?",
        "Не кажется ли вам, что цена высокая?",
        "Вам не кажется, что это дорого?",
        "Вы согласны, что поддержка медленная?",
        "Отчёты ведь важны?",
        "Это было неудобно, да?",
        "Вы ушли из-за цены?",
        "Разве это не мешало?",
        "Насколько удобно было настраивать?",
    ] {
        assert_eq!(fault(question), Some(Fault::Leading), "{question}");
    }
}

#[test]
fn an_answer_in_the_way_it_is_asked_is_leading() {
    for question in [
        "Wouldn't it be easier with reports?",
        "Isn't it too slow?",
        "Isn’t the price a bit high?",
        "So, didn't you mind?",
        "You'd agree that support was slow.",
        "You would agree it was slow?",
        "Surely that was annoying?",
        "The price was high, right? When was that?",
        "It was hard. Right?",
        "It is slow, isn't it?",
        "You like it, don't you?",
        "You didn't like it, did you?",
        "Is it fair to say that you were late?",
        "Would you say that it was late?",
        "You must have been angry.",
        "You were probably late?",
        "I guess you were tired?",
        "Are you saying that nobody came?",
        "Was it the price?",
        "Правда ли, что вам мешали отчёты?",
        "Неужели никто не пришёл?",
        "Вы же пользовались таблицей?",
        "Вам, наверное, было тяжело?",
        "Наверное, это было долго?",
        "Вы, должно быть, устали?",
        "Таблица тормозила, верно? А потом?",
        "Вы пришли сами, не так ли?",
        "Вы ушли сами, так?",
        "Отчёты не нужны, согласны?",
        "Не раздражала ли вас поддержка?",
        "Вы хотите сказать, что никто не пришёл?",
        "Дело было в цене?",
    ] {
        assert_eq!(fault(question), Some(Fault::Leading), "{question}");
    }
}

#[test]
fn an_answer_in_the_words_is_leading() {
    for question in [
        "How much do you love the reports?",
        "How frustrating is the old tool?",
        "How frustrated were you?",
        "How much of a pain was the set-up?",
        "Why is our new tool better?",
        "Why do you think reports are worse?",
        "Was it too expensive?",
        "Did you find the form confusing?",
        "Were you disappointed?",
        "Насколько вам нравится отчёт?",
        "Насколько вам было удобно?",
        "Как сильно вас раздражает таблица?",
        "Почему новый журнал лучше?",
        "Вам было неудобно?",
        "Вас это раздражало?",
        "Это было слишком дорого?",
    ] {
        assert_eq!(fault(question), Some(Fault::Leading), "{question}");
    }
}

#[test]
fn hypothetical_questions_are_marked() {
    for question in [
        "Would you pay for it?",
        "How much would you pay?",
        "What would you do if the price doubled?",
        "Will you renew next year?",
        "If we added exports, what then?",
        "Imagine there is no audit log.",
        "Вы бы купили это?",
        "Сколько бы вы заплатили?",
        "Что бы вы сделали на их месте?",
        "Если бы был экспорт, что тогда?",
        "Готовы ли вы рекомендовать нас коллегам?",
        "Планируете продлевать?",
        "Вам хотелось бы другой отчёт?",
    ] {
        assert_eq!(fault(question), Some(Fault::Hypothetical), "{question}");
    }
}

#[test]
fn questions_about_a_day_and_an_event_pass() {
    for question in [
        "Take me back to the day you first thought about changing the booking tool. Where were you?",
        "What happened in your business the day you decided that you needed our accelerator?",
        "What happened next?",
        "Was there anything that almost stopped you?",
        "Why then and not a month earlier?",
        "Could you walk me through that morning?",
        "Would you tell me about the last time?",
        "When did you decide to leave the reporting service?",
        "What did you choose, and what for?",
        "What do you miss?",
        "What should I have asked?",
        "When did you know that you would leave?",
        "Who took part? Right after the call, or later?",
        "Что произошло в вашем бизнесе в тот день, когда вы решили, что вам нужен наш акселератор?",
        "Вспомните день, когда вы впервые подумали о замене журнала записи. Где вы были?",
        "Что могло вас остановить?",
        "Что вы выбрали и зачем?",
        "Когда вы решили уйти от сервиса отчётов?",
        "Не могли бы вы рассказать о том дне?",
        "Вы могли бы вспомнить первый раз?",
        "Почему именно в тот день, а не месяцем раньше?",
        "О чём я не спросил?",
        "Кто сказал «да»?",
        "Who said “no”?",
        "Чего не хватает?",
        "What made you look for another tool?",
        "Was there a deadline?",
        "Was anybody else there, too?",
        "Were you alone?",
        "Did you find it on your own?",
        "What didn't you expect?",
        "What couldn't you do before?",
        "How long was the wait?",
        "How often do you open it?",
        "How much time did it take?",
        "Could you say a bit more about it?",
        "What was hard that day?",
        "So you opened the table. What then?",
        "What is better now?",
        "Расскажите про тот день.",
        "Что же было дальше?",
        "Что вам было сложно в тот день?",
        "Как сильно упали продажи?",
        "Насколько часто вы его открываете?",
        "Правильно ли я понимаю, что это было в мае?",
        "Был ли срок?",
        "Вы были одни?",
        "Кто так решил?",
        "Что стало лучше?",
        "Не могли бы вы рассказать подробнее?",
        "Не было ли чего-то, что вас чуть не остановило?",
        "",
    ] {
        assert_eq!(check(question), None, "{question}");
    }
}

#[test]
fn a_remark_says_where_and_what_about() {
    let question = "Ну, почему вы ушли?";
    let remark = check(question).expect("a direct question");
    let shown: String = question.chars().skip(remark.at.start as usize).take(remark.at.len()).collect();
    assert_eq!((shown.as_str(), remark.about), ("почему вы ушли", Some(Outcome::Left)));
    assert_eq!(check("Would you renew?").and_then(|remark| remark.about), Some(Outcome::Renewed));
    assert_eq!(check("Why us?").and_then(|remark| remark.about), None);
}
