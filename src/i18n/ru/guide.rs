//! Вопросы для интервью по-русски, в том порядке, в котором их задают.

use crate::i18n::interviews::Question;
use crate::interviews::kinds::{Force, Phase};
use crate::interviews::questions::Topic;

const fn ask(topic: Topic, text: &'static str) -> Question {
    Question { topic, text }
}

use Force::{Anxiety, Habit, Pull, Push};
use Phase::{ActiveLooking, Deciding, FirstThought, FirstUse, OngoingUse, PassiveLooking};
use Topic::{Closing, Contrast, Phase as About};

const CLOSING: Question = ask(Closing, "О чём ещё стоило вас спросить?");

pub const HIRED: &[Question] = &[
    ask(
        About(FirstThought),
        "Вспомните день, когда вы впервые подумали: пора что-то менять. Где вы были и что случилось перед этим?",
    ),
    ask(Topic::Force(Push), "Что в прежнем порядке стало последней каплей? Расскажите про тот случай."),
    ask(Contrast(FirstThought), "Такое бывало и раньше. Чем отличался тот день?"),
    ask(About(PassiveLooking), "Что было в следующие недели? Что вы стали замечать?"),
    ask(
        Contrast(PassiveLooking),
        "Как вы обходились всё это время: своими силами, с чьей-то помощью, оставляли как есть?",
    ),
    ask(
        About(ActiveLooking),
        "Расскажите про день, когда вы начали искать всерьёз. Что набрали в поиске, кого спросили?",
    ),
    ask(Contrast(ActiveLooking), "Какие варианты отпали первыми и что с ними было не так?"),
    ask(About(Deciding), "Опишите день, когда вы решили. Кто был рядом и кто что сказал?"),
    ask(Contrast(Deciding), "От чего пришлось отказаться ради этого решения?"),
    ask(Topic::Force(Pull), "Когда вы впервые представили, как всё будет с новым решением? Что вы увидели?"),
    ask(Topic::Force(Anxiety), "Что тревожило вас накануне подписания? Что вы с этим сделали?"),
    ask(Topic::Force(Habit), "С чем в прежнем порядке было трудно расстаться?"),
    ask(About(FirstUse), "Расскажите про первый день с продуктом. С чего начали и что получилось?"),
    ask(Contrast(FirstUse), "Что оказалось не таким, как вы представляли?"),
    ask(About(OngoingUse), "Когда вы пользовались им в последний раз? Опишите по шагам."),
    ask(Contrast(OngoingUse), "Что вы до сих пор делаете по-старому? Когда это было в последний раз?"),
    CLOSING,
];

pub const LEFT: &[Question] = &[
    ask(About(OngoingUse), "Чем вы пользуетесь сейчас? Расскажите про последний раз."),
    ask(Contrast(OngoingUse), "Чего не хватает из прежнего продукта? Когда вы заметили это в последний раз?"),
    ask(About(FirstUse), "Расскажите про первый день без нашего продукта. Что вы делали вместо этого?"),
    ask(Contrast(FirstUse), "Что оказалось труднее, чем вы ожидали, а что\u{a0}— легче?"),
    ask(About(Deciding), "Опишите день, когда вы решили уйти. Кто участвовал и что было сказано?"),
    ask(Contrast(Deciding), "Что едва не убедило вас остаться?"),
    ask(Topic::Force(Anxiety), "Что тревожило вас в этом переходе? Что вы с этим сделали?"),
    ask(Topic::Force(Pull), "Когда вы впервые увидели новое решение в деле? Что привлекло внимание?"),
    ask(About(ActiveLooking), "Расскажите про день, когда вы начали сравнивать. Что открыли первым?"),
    ask(Contrast(ActiveLooking), "Какие варианты отпали и что с ними было не так?"),
    ask(About(PassiveLooking), "А до этого где вам попадались другие варианты, хотя вы их не искали?"),
    ask(Contrast(PassiveLooking), "Как вы всё это время справлялись с тем, что вас не устраивало?"),
    ask(Topic::Force(Habit), "Что удерживало вас у нас всё это время?"),
    ask(Topic::Force(Push), "Расскажите про случай, когда мы подвели вас сильнее всего. Что вы тогда сделали?"),
    ask(About(FirstThought), "Вернёмся к самой первой мысли об уходе. Что случилось перед этим?"),
    ask(Contrast(FirstThought), "Неудачные дни бывали и раньше. Чем отличался этот?"),
    CLOSING,
];

pub const STAYED: &[Question] = &[
    ask(About(FirstThought), "Вспомните день, когда вы впервые подумали об уходе. Что случилось перед этим?"),
    ask(Contrast(FirstThought), "Чем тот день отличался от других?"),
    ask(Topic::Force(Push), "Расскажите, когда наш продукт мешал вам в последний раз. Что вы сделали?"),
    ask(About(PassiveLooking), "Что вы узнавали о других продуктах в следующие недели?"),
    ask(Contrast(PassiveLooking), "Как вы решали эту проблему у нас, прежде чем смотреть по сторонам?"),
    ask(About(ActiveLooking), "Расскажите про день, когда вы начали искать. Что попробовали?"),
    ask(Contrast(ActiveLooking), "Какие из них отпали первыми и что с ними было не так?"),
    ask(Topic::Force(Pull), "Что было у лучшего из них, чего нет у нас?"),
    ask(About(Deciding), "Опишите день, когда вы решили остаться. Кто был рядом и кто что сказал?"),
    ask(Contrast(Deciding), "Что едва не склонило вас к уходу?"),
    ask(Topic::Force(Anxiety), "Что тревожило вас в переходе?"),
    ask(Topic::Force(Habit), "Что не хотелось терять?"),
    ask(About(FirstUse), "Что изменилось в первую неделю после этого решения? Расскажите про один день."),
    ask(Contrast(FirstUse), "Каких перемен вы ждали, но не увидели?"),
    ask(About(OngoingUse), "Когда мысль об уходе возникала в последний раз? Что её вызвало?"),
    ask(Contrast(OngoingUse), "Что вы раньше делали у нас, а сегодня делаете в другом месте?"),
    CLOSING,
];

pub const RENEWED: &[Question] = &[
    ask(About(FirstThought), "Когда вы впервые вспомнили об этом продлении? Что происходило в тот день?"),
    ask(Contrast(FirstThought), "Чем это отличалось от прошлого продления?"),
    ask(About(PassiveLooking), "Что вы за год видели или слышали о других вариантах?"),
    ask(Contrast(PassiveLooking), "Какие из них вы пропустили мимо и что с ними было не так?"),
    ask(Topic::Force(Push), "Расскажите про день в этом году, когда продукт вас подвёл. Что вы сделали?"),
    ask(About(ActiveLooking), "Что вы сравнивали или считали перед подписанием? Покажите."),
    ask(Contrast(ActiveLooking), "Какой вариант отпал первым и что с ним было не так?"),
    ask(Topic::Force(Pull), "Какое предложение было ближе всего и что в нём было?"),
    ask(About(Deciding), "Опишите путь от напоминания до подписи. Кто должен был согласиться и кто что спрашивал?"),
    ask(Contrast(Deciding), "О чём вы просили и не получили?"),
    ask(Topic::Force(Anxiety), "Что тревожило вас в обязательстве ещё на один срок?"),
    ask(Topic::Force(Habit), "Что ваша команда делает в продукте не задумываясь?"),
    ask(About(FirstUse), "Расскажите про первую неделю нового срока. Что вы делали иначе?"),
    ask(Contrast(FirstUse), "Чем вы планировали пользоваться и пока не начали?"),
    ask(About(OngoingUse), "Когда продукт в последний раз окупил свою цену? Опишите тот день."),
    ask(Contrast(OngoingUse), "За что вы платите, но чем не пользуетесь?"),
    CLOSING,
];
