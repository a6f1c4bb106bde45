//! Names are hidden in all their forms.

use orbita::interviews::anonymise::{Mapping, Named};
use orbita::interviews::text::{HighlightId, Paragraph, mark, quote};
use proptest::prelude::*;

fn mapping(texts: &[&str]) -> Mapping {
    let mut mapping = Mapping::default();
    let said = || texts.iter().copied();
    mapping.add(Named::Person, "Person", &["Marina Sokolova", "Марина Соколова"], said());
    mapping.add(Named::Person, "Person", &["Павел"], said());
    mapping.add(Named::Company, "Company", &["Meridian Retail", "Меридиан"], said());
    mapping.add(Named::Company, "Company", &["Курс+", "3M"], said());
    mapping
}

fn hidden(text: &str) -> String {
    mapping(&[]).hidden_text(text)
}

#[test]
fn every_form_of_a_name_is_hidden() {
    assert_eq!(
        hidden("Марина Соколова сказала Павлу: «Позвоните Марине Соколовой». Марину нашли."),
        "[Person 1] сказала [Person 2]: «Позвоните [Person 1]». [Person 1] нашли."
    );
    assert_eq!(
        hidden("Marina’s boss at Meridian  Retail, not a meridian"),
        "[Person 1]’s boss at [Company 1], not a meridian"
    );
    assert_eq!(hidden("В Меридиане и у 3M, но не 3Ms"), "В [Company 1] и у [Company 2], но не 3Ms");
    assert_eq!(hidden("Submarina, марина"), "Submarina, марина", "no word of its own, no capital");
    assert_eq!(mapping(&[]).hidden_text("Марина, Марине, Павлом"), "[Person 1], [Person 1], [Person 2]");
}

/// Hides one person or company in a text.
fn without(named: Named, name: &str, text: &str) -> String {
    let mut names = Mapping::default();
    names.add(named, "X", &[name], [].into_iter());
    names.hidden_text(text)
}

#[test]
fn what_belongs_to_somebody_and_short_names_are_hidden() {
    let hidden = |named, name: &str, text: &str| without(named, name, text).replace("[X 1]", "X");
    let person = |name: &str, text: &str| hidden(Named::Person, name, text);
    assert_eq!(
        person("Ольга Ким", "Ольгин отчёт читали? Олин отчёт, да. Олю знают все, и Ольгиной подруге виднее."),
        "X отчёт читали? X отчёт, да. X знают все, и X подруге виднее."
    );
    assert_eq!(person("Марина Соколова", "Маринин отчёт"), "X отчёт");
    assert_eq!(person("Анна", "Аня, Ане и Аней"), "X, X и X");
    assert_eq!(person("Michael Grant", "Mike’s boss, and mike too. Ask Mikey."), "X’s boss, and mike too. Ask X.");
    // What only sounds alike is somebody else, or nobody.
    assert_eq!(person("Анна", "Яна и аня, Анины"), "Яна и аня, X", "of Анна and Аня alike");
    assert_eq!(person("William Ford", "Will you call?"), "Will you call?");
    assert_eq!(hidden(Named::Company, "Ольга", "Оля и Ольга"), "Оля и X");
}

#[test]
fn signs_in_a_name_hide_nothing_less() {
    for (name, text, hidden) in [
        ("Сеть «Восток»", "Сеть «Восток»", "[X 1]"),
        ("Сеть «Восток»", "Мы в Сети «Восток» ждали", "Мы в [X 1] ждали"),
        ("Сеть «Восток»", "Сеть упала в Востоке", "Сеть упала в [X 1]"),
        ("«Восток» (сеть)", "«Восток» (сеть), да", "[X 1], да"),
        ("Meridian Health, Inc", "Meridian Health, Inc", "[X 1]"),
        ("Meridian Health, Inc", "at Meridian Health Inc. and Meridian Health", "at [X 1]. and [X 1]"),
        ("ООО \"Ромашка\"", "ООО \"Ромашка\" и ООО «Ромашка»", "[X 1] и [X 1]"),
        ("Acme (UK)", "Acme (UK) / Acme", "[X 1] / [X 1]"),
        ("A/B · Group", "a/b · group", "[X 1]"),
        ("+++", "+++", "[X 1]"),
    ] {
        assert_eq!(without(Named::Company, name, text), hidden, "{name}");
    }
}

#[test]
fn a_company_is_hidden_by_what_people_call_it() {
    for (name, text, hidden) in [
        ("Meridian Health", "At Meridian we wait", "At [X 1] we wait"),
        ("ООО Ромашка", "в Ромашке", "в [X 1]"),
        ("HP Inc.", "HP sells", "[X 1] sells"),
        ("Retail Group", "Retail is hard at Retail Group", "Retail is hard at [X 1]"),
        ("Meridian Health", "Meridian-wide, not meridian", "[X 1]-wide, not meridian"),
    ] {
        assert_eq!(without(Named::Company, name, text), hidden, "{name}");
    }
}

#[test]
fn names_in_other_shapes_are_hidden() {
    for (name, text, hidden) in [
        ("Дмитрий Волков", "сказал Дмитрию, без Дмитрия", "сказал [X 1], без [X 1]"),
        ("Лев Цой", "у Льва и Цоя", "у [X 1] и [X 1]"),
        ("Ян Ким", "Ян сказал", "[X 1] сказал"),
        ("Jo Smith", "Jo said", "[X 1] said"),
        ("Марина Соколова", "Марина-то сказала", "[X 1]-то сказала"),
        ("Marina Sokolova", "Sokolova-led", "[X 1]-led"),
        ("Anna-Maria", "Anna said; Anna-Maria’s", "[X 1] said; [X 1]’s"),
        ("Marina Sokolova", "to marina.sokolova@x.com, msokolova", "to [X 1]@x.com, msokolova"),
        ("Marina Sokolova", "See x.com/marinasokolova", "See x.com/[X 1]"),
        ("Marina Sokolova", "marina sokolova left", "[X 1] left"),
        ("Марина Соколова", "марина не пришла, она ждала", "[X 1] не пришла, она ждала"),
        ("Will Smith", "we will see, said will", "we will see, said will"),
        ("Anna Kim (HR)", "Kim asked HR", "[X 1] asked HR"),
        ("Pat O'Neil", "Pat, O or O’Brien", "[X 1], O or O’Brien"),
    ] {
        assert_eq!(without(Named::Person, name, text), hidden, "{name}");
    }
}

#[test]
fn fond_names_are_hidden_whatever_the_name() {
    let person = |name: &str, text: &str| without(Named::Person, name, text).replace("[X 1]", "X");
    for (name, text, hidden) in [
        ("Анна Петрова", "Аннушка и Анечка, без Анютки. Спросите Анечку Петрову", "X и X, без X. Спросите X"),
        ("Олег Волков", "Олежка сказал Олеженьке, с Олежеком", "X сказал X, с X"),
        ("Мария", "Марусенька, Машенькин отчёт, Машуткины слова", "X, X отчёт, X слова"),
        ("Татьяна", "Танюша, Танечке, Танькой", "X, X, X"),
        ("Таня Ким", "Татьяна Ким и Танюша", "X и X"),
        ("Петрова Анна", "Анечка", "X"),
        ("Павел", "с Павликом и Пашкой", "с X и X"),
        ("Вадим Орлов", "Вадик Орлов, Вадику", "X, X"),
        ("Ирина", "Ириша, Ирочку, Иринка", "X, X, X"),
        ("Дмитрий", "Димон, Митенька", "X, X"),
        ("Grace Stone", "Ask Gracie", "Ask X"),
        ("Marina Sokolova", "сказала Marina", "сказала X"),
        // Inside a sentence a capital makes a name of it, at its beginning it is a word.
        ("Галина", "Галочка не ставится, спросили Галочку", "Галочка не ставится, спросили X"),
        ("Марина", "позвонила мариночка Иванова", "позвонила мариночка Иванова"),
        ("Марина", "позвонила мариночка", "позвонила X"),
    ] {
        assert_eq!(person(name, text), hidden, "{name}");
    }
}

#[test]
fn ordinary_words_that_look_like_names_stay() {
    for (name, text) in [
        ("Любовь Ким", "Любой ответ. Любой?"),
        ("Тамара", "Тому, кто платит, нужен отчёт. Томик стихов"),
        ("Валентина", "Валюта любая. Валик сломан"),
        ("Полина", "Полочка пуста. Поляна, полный день, полезно"),
        ("Роман Волков", "Ромашка цветёт. Романтика, волчок"),
        ("Анна", "Анкета. Анализ, аннотация, Аноним. Анонс"),
        ("Катя", "Катушка кончилась. Категория, каталог. Картина"),
        ("Костя", "Костюм. Косточка, костёр"),
        ("Марина", "Марочный завод. Маркетинг. Маршрут"),
        ("Таня", "Танки и танцы. Танец"),
        ("Mark Hill", "Market share. Marked down. Many, any, very"),
    ] {
        assert_eq!(without(Named::Person, name, text), text, "{name}");
    }
    assert_eq!(without(Named::Person, "Любовь Ким", "Довольны Любой"), "Довольны [X 1]", "a capital makes it a name");
}

#[test]
fn english_names_are_hidden_with_what_they_end_with() {
    for (named, name, text, hidden) in [
        (Named::Person, "Anna Stone", "Stones report, Stone's, Stones' house", "[X 1] report, [X 1]'s, [X 1]' house"),
        (Named::Person, "Anna Stone", "at the Stones, Annas team", "at the [X 1], [X 1] team"),
        (Named::Person, "Tom Jones", "the Joneses and Jones’ desk", "the [X 1] and [X 1]’ desk"),
        (Named::Person, "Pat O'Neil", "the O'Neils", "the [X 1]"),
        (Named::Company, "Meridian Health", "Meridians report", "[X 1] report"),
        (Named::Company, "Acme", "Acme'овский офис", "[X 1] офис"),
        // A capital makes a name of it: nobody can tell whose floors these are.
        (
            Named::Person,
            "Anna Stone",
            "Stone floors, a stone floor, two stones",
            "[X 1] floors, a stone floor, two stones",
        ),
        (Named::Person, "Anna Stone", "Stonewall, Annals and Stoned", "Stonewall, Annals and Stoned"),
    ] {
        assert_eq!(without(named, name, text), hidden, "{name}");
    }
}

#[test]
fn words_made_of_companies_and_surnames_are_hidden() {
    for (named, name, text, hidden) in [
        (Named::Company, "Лучик", "лучиковская бухгалтерия, по-лучиковски", "[X 1] бухгалтерия, по-[X 1]"),
        (Named::Company, "Лучик", "В Лучиковском офисе лучиковцы", "В [X 1] офисе [X 1]"),
        (Named::Company, "ООО «Ромашка»", "ромашкинский отдел, ромашкинские", "[X 1] отдел, [X 1]"),
        (Named::Company, "Сеть «Меридиан»", "меридиановских магазинов", "[X 1] магазинов"),
        (Named::Company, "Сталь", "сталевский договор", "[X 1] договор"),
        (Named::Person, "Марина Соколова", "соколовский отчёт. Соколовские цифры", "[X 1] отчёт. [X 1] цифры"),
        (Named::Person, "Марина Соколова", "пришёл Соколовский", "пришёл Соколовский"),
        // Of words for places and people in general nothing is a name.
        (Named::Company, "Лучик", "лучший, лучше, лучевая, лучистый", "лучший, лучше, лучевая, лучистый"),
        (Named::Company, "Город", "городской отдел, городские", "городской отдел, городские"),
        (Named::Company, "Студент", "студенческий и студентский", "студенческий и студентский"),
        (Named::Person, "Пётр Ким", "петровская эпоха, московский", "петровская эпоха, московский"),
    ] {
        assert_eq!(without(named, name, text), hidden, "{name}");
    }
}

/// Whoever is told from others of the same name has no number: it would say that the interviewed person is meant.
#[test]
fn a_word_beside_a_name_makes_it_somebodys() {
    for (name, text, hidden) in [
        ("Олег Волков", "Олег с Олегом-младшим", "[X 1] с [X]-младшим"),
        ("Олег Волков", "Волков-старший и Олег младший", "[X]-старший и [X] младший"),
        ("Олег Волков", "Олег-бухгалтер, Олег-то, Олег-таки", "[X]-бухгалтер, [X 1]-то, [X 1]-таки"),
        ("Олег Волков", "Олег-Младший, Олег-Марина", "[X]-Младший, [X 1]"),
        ("Oleg Stone", "Oleg-junior, Oleg Jr. and Oleg-led", "[X]-junior, [X]. and [X 1]-led"),
        ("Иван Старшинов", "Иван Старшинов", "[X 1]"),
    ] {
        assert_eq!(without(Named::Person, name, text), hidden, "{name}");
    }
}

#[test]
fn a_name_is_hidden_with_its_letters_in_parts() {
    assert_eq!(without(Named::Person, "Сергей", "Серге\u{438}\u{306} ушёл"), "[X 1] ушёл");
    assert_eq!(without(Named::Person, "Серге\u{438}\u{306}", "Сергея нет, Сергей ушёл"), "[X 1] нет, [X 1] ушёл");
    assert_eq!(without(Named::Company, "И\u{306}од", "Йод"), "[X 1]");
}

#[test]
fn an_alias_that_stands_in_the_text_is_not_taken() {
    let text = "[Person 1] is what they call Павел";
    let mut names = Mapping::default();
    names.add(Named::Person, "Person", &["Павел"], [text].into_iter());
    assert_eq!(names.hidden_text(text), "[Person 1] is what they call [Person 2]");
}

#[test]
fn highlights_stay_on_hidden_names() {
    let mut row = [Paragraph::of("Позвоните Павлу завтра")];
    assert!(mark(&mut row, 10, 15, HighlightId(1)), "the name itself");
    assert!(mark(&mut row, 12, 22, HighlightId(2)), "from the middle of the name");
    let names = mapping(&[]);
    let after = [names.hiding().paragraph(&row[0])];
    assert_eq!(after[0].check(), Ok(()));
    assert_eq!(quote(&after, HighlightId(1)).as_deref(), Some("[Person 2]"));
    assert_eq!(quote(&after, HighlightId(2)).as_deref(), Some("[Person 2] завтра"));
}

/// Hides one person in a text of a project that knows others.
fn beside(others: &[&str], name: &str, text: &str) -> String {
    let mut names = Mapping::default();
    names.add(Named::Person, "X", &[name], [].into_iter());
    names.spare(others.iter().map(|other| (*other).to_owned()));
    names.hidden_text(text).replace("[X 1]", "X")
}

#[test]
fn who_is_on_record_with_another_full_name_is_left_alone() {
    let others = ["Анна Ковалёва", "Anna Berg", "Ольга Петрова", "Anna Petrova-Lind", "Мария Соколова"];
    for (name, text, left) in [
        ("Анна Петрова", "Анна Ковалёва", "Анна Ковалёва"),
        ("Анна Петрова", "Спросили Анну Ковалёву и Анну.", "Спросили Анну Ковалёву и X."),
        ("Анна Петрова", "Ковалёвой Анне отдали", "Ковалёвой Анне отдали"),
        ("Анна Петрова", "Ольга Петрова и Анна Петрова", "Ольга Петрова и X"),
        ("Анна Петрова", "Видела Анну, Ковалёва ушла", "Видела X, Ковалёва ушла"),
        ("Anna Kim", "Anna Berg’s team, Anna’s team", "Anna Berg’s team, X’s team"),
        // Whoever is known by a first name alone may have this surname.
        ("Мария", "Мария Соколова", "X"),
        ("Мария", "о Марии Соколовой", "о X"),
    ] {
        assert_eq!(beside(&others, name, text), left, "{name} in {text}");
    }
}

#[test]
fn another_surname_makes_a_first_name_somebody_elses() {
    for (name, text, left) in [
        ("Анна Петрова", "Позвали Анну Ковалёву.", "Позвали Анну Ковалёву."),
        ("Анна Петрова", "Анна Сергеевна Ковалёва", "Анна Сергеевна Ковалёва"),
        ("Иван Смирнов", "с Иваном Крымским", "с Иваном Крымским"),
        ("Иван Смирнов", "Анна Ковалёва Ивана ждала", "Анна Ковалёва X ждала"),
        ("Анна Сергеевна Петрова", "Анна Ивановна", "Анна Ивановна"),
        ("Анна Петрова", "Потом пришла Анна с одной страницей", "Потом пришла X с одной страницей"),
    ] {
        assert_eq!(beside(&[], name, text), left, "{name} in {text}");
    }
}

#[test]
fn half_a_name_is_never_left() {
    for (name, text, hidden) in [
        ("Анна Петрова", "У Анны Ивановны и Анны Ивановны Петровой", "У X и X"),
        ("Анна Петрова", "Петрова Анна, А. Петрова, Петрова А. С. ушла", "X, X, X ушла"),
        ("Анна Петрова", "Анна Ким, Анна Киев, Анну Павлову", "X, X, X"),
        ("Анна Петрова", "Приехала Рамиля Петрова", "Приехала X"),
        ("Анна Петрова", "Анна-Мария и Анна Петрова-Ким", "X и X"),
        ("Мария", "Мария Соколова", "X"),
        ("Ким", "Олег Ким", "X"),
        ("Anna Kim", "Anna Excel, Anna B. left, Olga Kim", "X, X left, X"),
    ] {
        assert_eq!(beside(&[], name, text), hidden, "{name} in {text}");
    }
}

#[test]
fn what_only_stands_beside_a_name_is_left() {
    for (name, text, left) in [
        ("Anna Kim", "Anna’s Excel. Then Anna left. Did CFO Anna call?", "X’s Excel. Then X left. Did CFO X call?"),
        ("Анна Петрова", "В Казани Анна открыла Excel", "В Казани X открыла Excel"),
        ("Анна Петрова", "Отдала Анна Excel и CRM. Когда Анна ушла", "Отдала X Excel и CRM. Когда X ушла"),
        ("Anna Kim", "When I saw Anna I left\nMonday", "When I saw X I left\nMonday"),
        ("Anna Kim", "Ask Kim. Ms Kim called Anna Monday", "Ask X. Ms X called X Monday"),
        ("Anna Kim", "Anna\nBerg", "X\nBerg"),
    ] {
        assert_eq!(beside(&[], name, text), left, "{name} in {text}");
    }
}

#[test]
fn a_surname_that_is_a_word_is_one_by_itself() {
    let mut names = Mapping::default();
    for name in ["Вера Тендер", "Paul Tender", "Ким", "Анна Петрова", "Петрова Инна"]
    {
        names.add(Named::Person, "X", &[name], [].into_iter());
    }
    let names = names.hiding();
    assert!(names.is_word("Тендер") && names.is_word(" Tender "));
    for other in ["Вера", "Ким", "Петрова", "Инна", "Тендер!", "Вера Тендер", "Оплата", "79001234567", ""]
    {
        assert!(!names.is_word(other), "{other}");
    }
    assert_eq!(names.text("Тендер ушла"), "[X 1] ушла", "in what was said it is hers");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_left_to_hide(
        texts in prop::collection::vec("(\\PC{0,3}|Марин[аеуы]|Соколов(ой|а)?|Павл[уа]|Meridian|Retail|3M|Курс\\+|\\[Person [12]\\]?|[ .'’]){0,12}", 1..4)
    ) {
        let all: Vec<&str> = texts.iter().map(String::as_str).collect();
        let names = mapping(&all);
        for text in &texts {
            let hidden = names.hidden_text(text);
            prop_assert_eq!(&names.hidden_text(&hidden), &hidden, "of {}", text);
        }
    }
}
