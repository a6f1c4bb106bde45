//! What lines say, and that nothing typed is lost.

use proptest::prelude::*;

use super::*;
use crate::named::quoted;

fn grade(number: u8) -> Grade {
    Grade::try_from(number).expect("1 to 5")
}

#[test]
fn marks_behind_a_name_a_tag_and_a_score_are_no_part_of_them() {
    let owners = ["Ann Lee".to_owned()];
    let known = Known { owners: &owners, ..Known::friction(true) };
    for line in ["Waits 4x3, @Ann Lee, #board; #Q4.", "#board, Waits #Q4: 4x3. @\"Ann Lee\","] {
        let entry = parse(line, known);
        assert_eq!((entry.text.as_str(), entry.owner.as_deref()), ("Waits", Some("Ann Lee")), "{line}");
        assert_eq!((entry.tags, entry.score), (vec!["board".into(), "Q4".into()], Some((grade(4), grade(3)))));
    }
    assert_eq!(parse("#A.B. #\"why?\"", known).tags, ["A.B.", "why?"]);
    // Marks as a keyboard or a phone makes them, behind either sign.
    for marked in [
        "#\u{ab}no proof\u{bb}",
        "#\u{201c}no proof\u{201d},",
        "#\u{201e}no proof\u{201c}",
        "\u{2116}\u{ab}no proof\u{bb}.",
    ] {
        let entry = parse(&format!("Report {marked} late"), known);
        assert_eq!((entry.text.as_str(), &entry.tags[..]), ("Report late", &["no proof".to_owned()][..]), "{marked}");
    }
    assert_eq!(parse("#\u{ab}open end", known).tags, ["\u{ab}open"]);
    assert_eq!(parse("#? @,", known).text, "#? @,");
    let odd = Entry { tags: vec!["why?".into()], owner: Some("J.".into()), ..Entry::default() };
    assert_eq!(parse(&print(&odd, true), known), odd);
}

#[test]
fn a_surname_behind_the_text_belongs_to_the_name() {
    let known = Known { today: NaiveDate::from_ymd_opt(2026, 11, 27), ..Known::friction(true) };
    for line in [
        "Waits ten days @Ann Lee",
        "Waits ten days @Ann Lee #board",
        "Waits ten days @Ann Lee 4x5",
        "Waits ten days @Ann Lee by Friday",
        "Waits ten days @Ann Lee > call",
    ] {
        let entry = parse(line, known);
        assert_eq!((entry.owner.as_deref(), entry.text.as_str()), (Some("Ann Lee"), "Waits ten days"), "{line}");
    }
    let owner = |line: &str| parse(line, known).owner;
    assert_eq!(owner("Ждут 10 дней @Марина Кузнецова-Ли").as_deref(), Some("Марина Кузнецова-Ли"));
    for line in ["@Ann Nobody answers", "Waits @Ann Nobody answers", "Waits @Ann lee"] {
        assert_eq!(owner(line).map(|name| name.to_lowercase()).as_deref(), Some("ann"), "{line}");
    }
    for name in ["ann Lee", "Мария О\u{2019}Нил", "А. Петрова", "Иван Петрович Сидоров", "Нина В."]
    {
        let line = format!("Ждут 10 дней @{name} 3x3");
        assert_eq!(owner(&line).as_deref(), Some(name));
    }
    assert_eq!(owner("Waits @Ann Lee Nobody Answers").as_deref(), Some("Ann"), "too long for a name");
    assert_eq!(parse("Sent by Ann", known).text, "Sent by Ann");
    assert_eq!(owner("Waits @Ann, Lee answers").as_deref(), Some("Ann"));
    assert_eq!(owner("Waits ten days @Ann Lee.").as_deref(), Some("Ann Lee"));
    assert!(parse("Sent by 12 May", known).due.is_some());
}

#[test]
fn signs_are_understood_and_words_stay() {
    let entry = parse("! No baseline was ever measured 4x5 @Igor #board #\"Q4 plan\"", Known::friction(false));
    assert_eq!(
        entry,
        Entry {
            kind: Some(Kind::Friction),
            text: "No baseline was ever measured".into(),
            score: Some((grade(4), grade(5))),
            owner: Some("Igor".into()),
            tags: vec!["board".into(), "Q4 plan".into()],
            ..Entry::default()
        }
    );
    assert_eq!(parse("a #Board #board", Known::friction(false)).tags, ["Board"]);
    assert_eq!(parse("?Мне нечем было это защищать", Known::friction(false)).kind, Some(Kind::Thought));
    for line in ["Waits 3 x 4", "3 х 4. Waits", "Waits 3 × 4 @Ann"] {
        let entry = parse(line, Known::friction(true));
        assert_eq!((entry.text.as_str(), entry.score), ("Waits", Some((grade(3), grade(4)))), "{line}");
    }
    assert_eq!(parse("3 x 40 boards", Known::friction(true)).text, "3 x 40 boards");
    assert_eq!(parse("3х4 и тире", Known::friction(true)).score, Some((grade(3), grade(4))), "the Cyrillic letter too");
    assert_eq!(parse("@\"Анна Ковалёва\" пишет", Known::friction(false)).owner.as_deref(), Some("Анна Ковалёва"));
}

#[test]
fn a_score_may_stand_in_brackets() {
    for line in ["Waits (4x5)", "(4×5) Waits", "Waits (4 х 5).", "Waits (4*5), @Ann"] {
        let entry = parse(line, Known::friction(true));
        assert_eq!((entry.text.as_str(), entry.score), ("Waits", Some((grade(4), grade(5)))), "{line}");
    }
    for line in ["Waits (4x5 boards", "Waits (4 x 5 boards)", "Waits (4x5cm)"] {
        assert_eq!(parse(line, Known::friction(true)).text, line);
    }
    assert_eq!(parse("Waits (9x9)", Known::friction(true)).not_a_score.as_deref(), Some("9x9"));
    assert_eq!(parse("Waits \\(4x5)", Known::friction(true)).text, "Waits (4x5)");
}

#[test]
fn a_score_between_words_is_one_of_them() {
    let known = Known { today: NaiveDate::from_ymd_opt(2026, 11, 27), ..Known::friction(true) };
    for line in [
        "Printed 3x4 posters",
        "Printed 3 x 4 posters",
        "Printed 3x4, then mailed",
        "Late > print 3х4 posters",
        "Printed 3x4 by hand",
    ] {
        let entry = parse(line, known);
        assert_eq!(entry.score, None, "{line}");
        assert!(line.ends_with(&entry.next_step) && line.starts_with(&entry.text), "{line}: {entry:?}");
    }
    for line in [
        "Printed 3x4 posters 2x5",
        "Printed 3x4 posters (2x5) late",
        "Posters 2x5 by Friday",
        "Posters 2 x 5 \u{2014} every week",
        "Posters 2x5. They fall",
        "2x5 Posters",
        "Posters 2x5 > print",
        "Late > print posters 2x5",
        "Posters 2x5 #wall printed",
    ] {
        assert_eq!(parse(line, known).score, Some((grade(2), grade(5))), "{line}");
    }
    assert_eq!(scored("Printed 3x4 posters"), None);
    assert_eq!(parse("Printed 3x4 posters 2x5", known).text, "Printed 3x4 posters");
}

#[test]
fn the_score_of_pasted_words_is_read_and_all_else_stays() {
    let told = |text: &str| scored(text).map(|(text, (f, i))| (text, f.number(), i.number()));
    let is = |text: &str, f, i| Some((text.to_owned(), f, i));
    assert_eq!(told("Waits  ten days @Ann by Friday (4x5)"), is("Waits  ten days @Ann by Friday", 4, 5));
    assert_eq!(told("3×4 No baseline\nwas measured"), is("No baseline\nwas measured", 3, 4));
    assert_eq!(told("First line 2x3\nsecond"), is("First line\nsecond", 2, 3));
    assert_eq!(told("Waits (2x3) and calls"), is("Waits and calls", 2, 3));
    for text in ["4x5", "Waits", "Waits 9x9", "needs 3 x 40 boards", ""] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn figures_and_addresses_stay_words() {
    assert_eq!(
        parse("+46 pilot NPS", Known::friction(false)),
        Entry { text: "+46 pilot NPS".into(), ..Entry::default() }
    );
    assert_eq!(parse("buys a 4x4 car", Known::friction(false)).text, "buys a 4x4 car", "no friction, no score");
    assert_eq!(parse("writes to a@b.c", Known::friction(false)).text, "writes to a@b.c");
    assert_eq!(parse("6x7 @ # 11x2", Known::friction(true)).text, "6x7 @ # 11x2");
    assert_eq!(parse("2x3 then 4x4 @a @b", Known::friction(true)).text, "then 4x4 @b", "a second one is a word");
    assert_eq!(parse("@\"a\"b", Known::friction(false)).text, "@\"a\"b");
}

#[test]
fn what_looks_like_a_score_and_is_none_is_said() {
    let beyond = |line: &str| parse(line, Known::friction(false)).not_a_score;
    assert_eq!(beyond("!Text 9x9").as_deref(), Some("9x9"));
    assert_eq!(beyond("!Ждут 6 х 10, всегда").as_deref(), Some("6х10"));
    assert_eq!(beyond("!Waits 0x3 @Ann").as_deref(), Some("0x3"));
    assert_eq!(beyond("!Printed 3x4 posters").as_deref(), Some("3x4"), "a score between words is none");
    for line in ["!Waits 4x3", "!Waits (4x3) then 9x9", "!needs 3 x 40 boards", "!1920x1080", "Text 9x9", "?Text 9x9"] {
        assert_eq!(beyond(line), None, "{line}");
    }
    assert_eq!(beyond("!Waits \\9x9"), Some("9x9".into()), "it is a word either way");
}

#[test]
fn a_backslash_types_the_sign_itself() {
    assert_eq!(parse("\\! careful", Known::friction(false)), Entry { text: "! careful".into(), ..Entry::default() });
    assert_eq!(parse("! \\4x4 \\@home \\#1 \\\\! C:\\dir", Known::friction(false)).text, "4x4 @home #1 \\! C:\\dir");
}

#[test]
fn tokens_tell_where_they_stand() {
    let line = " !цена 4x4 @Игорь";
    let found: Vec<&str> = tokens(line, Known::friction(false)).into_iter().map(|token| &line[token.at]).collect();
    assert_eq!(found, ["!", "4x4", "@Игорь"]);
}

#[test]
fn a_known_name_needs_no_quotation_marks() {
    let owners = ["Ann", "Ann Lee", "Анна Ковалёва"].map(String::from);
    let known = Known { owners: &owners, ..Known::default() };
    let owner = |line: &str| parse(line, known).owner;
    assert_eq!(owner("Waits @ann lee for days").as_deref(), Some("Ann Lee"), "the longest");
    assert_eq!(parse("Waits @ann lee for days", known).text, "Waits for days");
    assert_eq!(owner("Waits @Ann leeway").as_deref(), Some("Ann"), "a name ends where a word does");
    assert_eq!(owner("@Анна Ковалёва").as_deref(), Some("Анна Ковалёва"));
    assert_eq!(parse("@Ann Lee", Known::default()).text, "Lee", "nobody knows her, and there is no other text");
}

#[test]
fn what_is_being_typed_at_the_end_can_be_completed() {
    let begun = |line| begun(line).map(|begun| (begun.sign, begun.text.to_owned(), begun.accept("Ann Lee")));
    assert_eq!(begun("Waits @an"), Some(('@', "an".into(), "Waits @\"Ann Lee\" ".into())));
    assert_eq!(begun("@Ann L").map(|begun| begun.1).as_deref(), Some("Ann L"));
    assert_eq!(begun("a #\"q").map(|begun| begun.1).as_deref(), Some("q"));
    assert_eq!(begun("a №q"), Some(('#', "q".into(), "a #\"Ann Lee\" ".into())));
    assert_eq!(begun("a №"), None, "it may become a number");
    assert_eq!(begun("@").map(|begun| begun.0), Some('@'));
    for line in ["", "a@b", "@\"Ann\" waits", "@ ", "no sign"] {
        assert_eq!(begun(line), None, "{line}");
    }
}

#[test]
fn next_step_and_date_are_said() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 26);
    let known = Known { today, ..Known::friction(true) };
    let said = |line: &str| {
        let Entry { text, next_step, due, owner, .. } = parse(line, known);
        (text, next_step, due.map(|day| day.to_string()).unwrap_or_default(), owner.unwrap_or_default())
    };
    let all = |text: &str, step: &str, due: &str, owner: &str| (text.into(), step.into(), due.into(), owner.into());
    assert_eq!(
        said("Report late 4x4 @Ann > send the template until 12 May"),
        all("Report late", "send the template", "2027-05-12", "Ann")
    );
    assert_eq!(
        said("Отчёт поздно до 05.12 >прислать шаблон"),
        all("Отчёт поздно", "прислать шаблон", "2026-12-05", "")
    );
    assert_eq!(said("waits until nobody answers"), all("waits until nobody answers", "", "", ""));
    assert_eq!(said("a > b > c"), all("a", "b > c", "", ""));
    assert_eq!(said("price >"), all("price >", "", "", ""), "nothing follows");
    assert_eq!(said("\\> x \\until 2026-12-01"), all("> x until 2026-12-01", "", "", ""));
    // More than so much is no step, and a span of time is a day only for a step.
    assert_eq!(said("waits > 20 minutes"), all("waits > 20 minutes", "", "", ""));
    assert_eq!(said("ждут >20 минут > позвонить через 2 недели"), all("ждут >20 минут", "позвонить", "2026-12-10", ""));
    assert_eq!(said("ответ через неделю > звонок к пятнице"), all("ответ через неделю", "звонок", "2026-11-27", ""));
    assert_eq!(said("late > call before 1 December"), all("late", "call", "2026-12-01", ""));
    assert_eq!(said("late > call in a month"), all("late", "call", "2026-12-26", ""));
    let elsewhere = parse("a > b until 2026-12-01", Known { friction: false, ..known });
    assert_eq!(elsewhere.text, "a > b until 2026-12-01", "only a friction has a next step");
}

fn lines() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[!+?@#№\\\\x*×х0-9 \"a-cёЮ\u{a0}]{0,24}",
        "( ?([!+?>Ю]|отв\\. ?[АЮ]?|[@#№]\"?[a-b ]{0,3}\"?|[0-6] ?[xх*] ?[0-6]|\\\\[!@#>4x]{0,3}|ab|> ?[1=]|in a day|через [12] дня|>?\\\\?(until|до)|2026-0[1-3]-1[0-2])){0,8}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn printing_and_reading_again_gives_the_same(line in lines(), friction in any::<bool>()) {
        let known = Known { friction, owners: &[], today: NaiveDate::from_ymd_opt(2026, 11, 26) };
        let entry = parse(&line, known);
        let printed = print(&entry, friction);
        prop_assert_eq!(parse(&printed, known), entry, "printed as {}", printed);
    }

    #[test]
    fn no_letter_is_lost(line in lines(), friction in any::<bool>()) {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() && !TIMES.contains(c)).count();
        let known = Known { friction, owners: &[], today: NaiveDate::from_ymd_opt(2026, 11, 26) };
        let entry = parse(&line, known);
        let mut kept = letters(&entry.text) + entry.owner.as_deref().map_or(0, letters);
        kept += entry.tags.iter().map(|tag| letters(tag)).sum::<usize>();
        kept += letters(&entry.next_step);
        let dated = |token: &Token| matches!(token.meaning, Meaning::Due(_));
        kept += tokens(&line, known).into_iter().filter(dated).map(|token| letters(&line[token.at])).sum::<usize>();
        // The letters that stand for a sign, and the words.
        kept += tokens(&line, known)
            .into_iter()
            .map(|token| match &token.meaning {
                Meaning::Step => letters(&line[token.at]),
                Meaning::Owner(name) => letters(&line[token.at]) - letters(name),
                _ => 0,
            })
            .sum::<usize>();
        let twice: usize = tokens(&line, known)
            .iter()
            .filter_map(|token| match &token.meaning { Meaning::Tag(tag) => Some(tag), _ => None })
            .map(|tag| letters(tag))
            .sum::<usize>()
            - entry.tags.iter().map(|tag| letters(tag)).sum::<usize>();
        prop_assert_eq!(kept + twice, letters(&line));
    }
}

#[test]
fn a_tag_has_the_sign_of_a_russian_keyboard_too() {
    let said = |line| parse(line, Known::friction(true));
    assert_eq!(said("!Поздний ответ №тишина @Анна Ким №отчёт"), said("!Поздний ответ #тишина @Анна Ким #отчёт"));
    for line in ["Счёт №5", "Счёт № 5", "Счёт №", "заказ№пять"] {
        assert_eq!((said(line).text.as_str(), said(line).tags.len()), (line, 0));
    }
    assert_eq!(said("\\№тишина").text, "№тишина");
}

#[test]
fn a_step_and_an_owner_can_be_said_on_a_russian_keyboard() {
    let owners = ["Анна Ким".to_owned()];
    let known = Known { owners: &owners, today: NaiveDate::from_ymd_opt(2026, 11, 26), ..Known::friction(true) };
    let said = |line| parse(line, known);
    assert_eq!(
        said("Нет цен 4х3 отв. Анна Ким Ю позвонить до 12 декабря"),
        said("Нет цен 4х3 @Анна Ким > позвонить до 12 декабря")
    );
    assert_eq!(said("Нет цен отв. Пётр, №сайт"), said("Нет цен @Пётр, #сайт"));
    assert_eq!(said("Нет цен владелец: \"Отдел продаж\""), said("Нет цен @\"Отдел продаж\""));
    for line in
        ["Ответ от Юрия Ю", "Ждём отв. за договор", "Юля Юрьевна ждёт", "отв.", "Больше Ю 5 дней", "Нет отв. лица"]
    {
        let entry = said(line);
        assert_eq!((entry.text.as_str(), entry.owner, entry.next_step.as_str()), (line, None, ""), "{line}");
    }
    assert_eq!(said("\\отв. Пётр \\Ю там").text, "отв. Пётр Ю там");
    assert_eq!(said("Нет цен Ю №сайт").text, "Нет цен Ю", "a sign that nothing follows stays a word");
}

/// Writes an entry as a line that [`parse`] reads as the same entry, given the same `friction`.
fn print(entry: &Entry, friction: bool) -> String {
    let scored = entry.kind.map_or(friction, |kind| kind == Kind::Friction);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(entry.kind.map(|kind| sign_of(kind).to_string()));
    let plain = |word: &str| {
        // What begins a name may go on over white space: it is escaped whether it is one or not.
        let names = word.starts_with(['@', '#']) || behind_tag_sign(word).is_some();
        let says = matches!(meaning_of(word), Some(Meaning::Score(..))) || word.starts_with('>') || is_until(word);
        let says = says || word == STEP_LETTER;
        let escape = names || is_owner_word(word) || scored && says || is_escaped(word);
        if escape { format!("\\{word}") } else { word.into() }
    };
    // What only several words say together is escaped at the first of them.
    let says_with_next = |words: &[&str]| scored && spaced_score(&words.join(" ")).is_some();
    let words: Vec<&str> = entry.text.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let first = at == 0 && entry.kind.is_none() && kind_of(word).is_some() && !is_escaped(word);
        parts.push(if first || says_with_next(&words[at..]) { format!("\\{word}") } else { plain(word) });
    }
    parts.extend(entry.score.map(|(frequency, impact)| format!("{}x{}", frequency.number(), impact.number())));
    parts.extend(entry.owner.iter().map(|name| format!("@{}", quoted(name))));
    parts.extend(entry.tags.iter().map(|tag| format!("#{}", quoted(tag))));
    parts.extend(entry.due.map(|day| format!("{} {day}", UNTIL[0])));
    if !entry.next_step.is_empty() {
        parts.push(">".into());
        let words: Vec<&str> = entry.next_step.split_whitespace().collect();
        for (at, word) in words.iter().enumerate() {
            let is_more_than = at == 0 && !begins_a_step(&format!("> {word}"));
            let escape =
                is_more_than || says_with_next(&words[at..]) || dates::begins_a_span(word) && !is_escaped(word);
            parts.push(if escape { format!("\\{word}") } else { plain(word) });
        }
    }
    parts.join(" ")
}

fn sign_of(kind: Kind) -> char {
    match kind {
        Kind::Friction => '!',
        Kind::Opportunity => '+',
        Kind::Thought => '?',
    }
}
