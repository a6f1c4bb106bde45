use proptest::prelude::*;

use super::*;

#[test]
fn a_tag_has_the_sign_of_a_russian_keyboard_too() {
    assert_eq!(parse("Никто не звонил №тишина №\u{451}ж,"), parse("Никто не звонил #тишина #\u{451}ж"));
    for line in ["№5 в списке", "№ 5", "№", "заказ№пять", "№\"пять"] {
        let entry = parse(line);
        assert_eq!((entry.text.as_str(), entry.tags.len()), (line, 0), "a number stays a word");
    }
    let word = Entry { text: "№тишина".into(), ..Entry::default() };
    assert_eq!((print(&word).as_str(), parse(&print(&word))), ("\\№тишина", word));
}

#[test]
fn forces_have_the_letters_of_a_russian_keyboard_too() {
    assert_eq!(parse("Ю бухгалтерия жалуется"), parse("> бухгалтерия жалуется"));
    assert_eq!(parse("Б \"Потеряем историю\" №страх"), parse("< \"Потеряем историю\" #страх"));
    for line in ["Юрий ушёл", "Был план Б ", "Б", "Ю ", "ю было", "Б. Иванов", "Б/у техника", "План Ю сработал"]
    {
        let entry = parse(line);
        assert_eq!((entry.text.as_str(), entry.force), (line.trim(), None), "{line}");
    }
    let word = Entry { text: "Б класс".into(), ..Entry::default() };
    assert_eq!((print(&word).as_str(), parse(&print(&word))), ("\\Б класс", word));
    assert_eq!([force_of_letter("Ю"), force_of_letter("Юг")], [Some(Force::Push), None]);
}

#[test]
fn signs_are_understood_and_words_stay() {
    assert_eq!(
        parse("> \"He asked what changed.\" #CFO #\"Q4 plan\" * /4"),
        Entry {
            verbatim: true,
            force: Some(Force::Push),
            text: "He asked what changed.".into(),
            tags: vec!["CFO".into(), "Q4 plan".into()],
            energy: Some(Energy::Marked),
            phase: Some(Phase::Deciding),
        }
    );
    assert_eq!(parse("\"< Потеряли бы историю *вздох").force, Some(Force::Anxiety), "in either order");
    let marked = parse("* #board \"It broke\"");
    assert_eq!((marked.verbatim, marked.energy, marked.text.as_str()), (true, Some(Energy::Marked), "It broke"));
    assert_eq!(marked, parse("\"It broke\" * #board"), "before the words or behind them");
    assert_eq!(parse("*смех > Сломалось"), parse("> Сломалось *смех"));
    assert_eq!(parse("= двадцать лет в журнале /Мысль").phase, Some(Phase::FirstThought));
    assert_eq!(parse("Ended *laughs* #board, /3.").energy, Some(Energy::Laugh));
    assert_eq!(parse("Ended *laughs* #board, /3."), parse("Ended *смеётся #board /3"), "marks end them");
    assert_eq!(
        parse("Renewal deck arrived late"),
        Entry { text: "Renewal deck arrived late".into(), ..Entry::default() }
    );
}

#[test]
fn quotes_inside_a_quote_stay() {
    for (line, text) in [
        ("\"He said \"no\"", "He said \"no\""),
        ("\"He said \"no\"\"", "He said \"no\""),
        ("«Сказал: «нет»»", "Сказал: «нет»"),
        ("“It broke”", "It broke"),
        ("„Hat er gesagt“", "Hat er gesagt"),
        ("\"", ""),
        ("\"\"", ""),
        ("“We left\"", "We left"),
        ("«Экран 27\"", "Экран 27\""),
        ("«Мы ушли в мае».", "Мы ушли в мае."),
        ("\"Why now?\".", "Why now?"),
    ] {
        let entry = parse(line);
        assert_eq!((entry.text.as_str(), entry.verbatim), (text, true), "{line}");
    }
    assert_eq!(parse("She said \"no\"").text, "She said \"no\"", "no quote of its own");
}

#[test]
fn what_stands_behind_a_quote_counts() {
    for line in [
        "\"We left\" > push",
        "“We left” >",
        "«We left» > Толкает",
        "\"We left\" * > push",
        "> \"We left\" *",
        "“We left\u{201d} >push, *",
        "\"We left\">push",
        "«We left»> толкает",
    ] {
        let entry = parse(line);
        assert_eq!((entry.verbatim, entry.force, entry.text.as_str()), (true, Some(Force::Push), "We left"), "{line}");
    }
    for (line, force) in [
        ("“We left” + pull", Force::Pull),
        ("\"We left\" < anxiety #board", Force::Anxiety),
        ("«We left» = привычка #board /4", Force::Habit),
    ] {
        let entry = parse(line);
        assert_eq!((entry.verbatim, entry.force, entry.text.as_str()), (true, Some(force), "We left"), "{line}");
    }
    let tagged = parse("\"We left\" #board > #\"Q4 plan\"");
    assert_eq!((tagged.text.as_str(), tagged.tags.len(), tagged.force), ("We left", 2, Some(Force::Push)));
}

#[test]
fn a_sign_behind_the_last_word_is_a_force_without_a_closing_mark() {
    for line in ["\"We left >", "“We left > push", "«We left >толкает #board *", "\"We left /4 > #board"] {
        let entry = parse(line);
        assert_eq!((entry.verbatim, entry.force, entry.text.as_str()), (true, Some(Force::Push), "We left"), "{line}");
        assert!(tokens(line).iter().any(|token| token.meaning == Meaning::Force(Force::Push)), "{line}");
    }
    assert_eq!(parse("Ждали три недели ="), parse("= Ждали три недели"));
    assert_eq!(parse("\"He said \"no\" <").text, "He said \"no\"");
    for line in ["\"We left > it broke", "\"We left >5", "\"Google+", "Weeks > 3", "\"CAC > LTV", "weeks>"] {
        assert_eq!(parse(line).force, None, "{line}");
    }
    assert_eq!(parse("> We left <").text, "We left <", "a second one is a word");
    for text in ["We left >", "We left > push", "We left =привычка", "left > + <", "> #board"] {
        let entry = Entry { verbatim: true, text: text.into(), ..Entry::default() };
        assert_eq!(parse(&print(&entry)), entry, "{}", print(&entry));
    }
    assert_eq!(print(&Entry { text: "a > b = c".into(), ..Entry::default() }), "a > b = c", "no escape is needed");
}

#[test]
fn a_line_that_tells_what_was_said_keeps_its_marks() {
    for line in [
        "\"We left in May\", she said, \"for good\"",
        "\"a\" and \"b\"",
        "“We left,” she said",
        "«Мы ушли», — сказала она, — «насовсем»",
        "„Wir gehen“ und „nie wieder“",
        "\"We left\" +46 NPS",
        "\"No\" (twice)",
    ] {
        let entry = parse(line);
        assert_eq!(entry, Entry { text: line.into(), ..Entry::default() }, "{line}");
        assert_eq!(print(&entry), line, "no escape is needed");
        assert_eq!(tokens(line), [], "{line}");
        let quoted = Entry { verbatim: true, ..entry };
        assert_eq!(parse(&print(&quoted)), quoted, "made the person's own words by hand");
    }
    let told = parse("> \"We left\" because of May #board");
    assert_eq!(
        (told.verbatim, told.force, told.text.as_str()),
        (false, Some(Force::Push), "\"We left\" because of May")
    );
    assert_eq!(parse("\"We left\" > it broke").text, "\"We left\" it broke");
    assert_eq!(parse("\"We left\" > push to the door").text, "\"We left\" push to the door");
}

#[test]
fn figures_and_paths_stay_words() {
    for line in ["+46 NPS", "<5 minutes", ">3 of them", "24/7 and 3 * 4x", "/9 /home *star", "a > b = c", "#"] {
        let entry = parse(line);
        let plain = Entry { energy: entry.energy, ..Entry::default() };
        assert_eq!(Entry { text: String::new(), ..entry.clone() }, plain, "{line}");
    }
    assert_eq!(parse("* *laugh").text, "*laugh", "a second one is a word");
    assert_eq!(parse("\\> not a force \\#1 \\* \\/4 C:\\dir").text, "> not a force #1 * /4 C:\\dir");
}

#[test]
fn tokens_tell_where_they_stand() {
    let line = " <\"Боюсь #история *пауза /выбор";
    let found: Vec<&str> = tokens(line).into_iter().map(|token| &line[token.at]).collect();
    assert_eq!(found, ["<", "\"", "#история", "*пауза", "/выбор"]);
}

fn lines() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\"«»“”„<>+=#№*/\\\\1-6 a-cёЮБ\u{a0}]{0,20}",
        "( ?([<>+=\"«№ЮБ]|[#№]\"?[a-b ]{0,3}\"?|\\*(laugh|пауза|x)?|/[0-7]|/first|\\\\[\"<#*/4]{0,3}|ab[\"»”]?)){0,8}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn printing_and_reading_again_gives_the_same(line in lines()) {
        let entry = parse(&line);
        let turned = Entry { verbatim: !entry.verbatim, ..entry.clone() };
        for entry in [entry, turned] {
            let printed = print(&entry);
            prop_assert_eq!(parse(&printed), entry, "printed as {}", printed);
        }
    }

    #[test]
    fn no_letter_is_lost(line in lines()) {
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
        let understood: usize = tokens(&line).iter().map(|token| letters(&line[token.at.clone()])).sum();
        prop_assert_eq!(letters(&parse(&line).text) + understood, letters(&line));
    }
}
