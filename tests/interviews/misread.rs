//! Transcripts that look like something else at first sight, and are read as what they are.

use orbita::interviews::transcript::{Source, read};

use crate::transcripts::turns;

fn doubtful(text: &str) -> Vec<String> {
    read(text).expect("a transcript").doubtful
}

/// Whisper writes whole milliseconds, other tables whole seconds.
#[test]
fn whole_numbers_of_a_table_may_be_milliseconds() {
    let whisper = "start\tend\ttext\n0\t3200\tHello.\n3200\t5000\tHow?\n";
    let transcript = read(whisper).expect("a table");
    let spans: Vec<_> = transcript.paragraphs.iter().map(|said| (said.start, said.end)).collect();
    assert_eq!(spans, [(Some(0), Some(3200)), (Some(3200), Some(5000))]);
    let long = "start\tend\ttext\n0\t1500\tHello there.\n7200000\t7203000\tBye.\n";
    assert_eq!(turns(long), ["? @0 Hello there. Bye."]);
    assert_eq!(read(long).expect("a table").paragraphs[1].start, Some(7_200_000));
    let seconds = "start\tspeaker\ttext\n0\tAnna\tHello there, how are you?\n12\tBoris\tFine.\n";
    assert_eq!(turns(seconds), ["Anna @0 Hello there, how are you?", "Boris @12 Fine."]);
    let notes = "start\ttext\n0\tOpens the app\n300\tLooks at prices\n600\tLeaves\n";
    assert_eq!(read(notes).expect("a table").paragraphs[2].start, Some(600_000));
    let fractions = "start\tend\ttext\n0.0\t320.5\tHello.\n400.0\t500.0\tHow?\n";
    assert_eq!(read(fractions).expect("a table").paragraphs[1].start, Some(400_000));
}

#[test]
fn a_quotation_mark_in_a_table_may_stay_open() {
    let starts = |text: &str| -> Vec<(Option<u32>, String)> {
        read(text).expect("a table").paragraphs.into_iter().map(|said| (said.start, said.text)).collect()
    };
    let halves = "start\tend\ttext\n0\t900\t\"We left\n900\t2000\tin May.\"\n2000\t2500\tYes.\n";
    assert_eq!(
        starts(halves),
        [(Some(0), "\"We left".into()), (Some(900), "in May.\"".into()), (Some(2000), "Yes.".into())]
    );
    let open = "start,speaker,text\n0:01,Anna,\"We left\n0:05,Boris,When?\n";
    assert_eq!(turns(open), ["Anna @1 \"We left", "Boris @5 When?"]);
    let closed = "start,speaker,text\n0:01,Anna,\"We left,\nall of us,\n\"\"in May\"\", yes.\"\n0:05,Boris,When?\n";
    assert_eq!(turns(closed), ["Anna @1 We left, all of us, \"in May\", yes.", "Boris @5 When?"]);
}

/// Nobody marked them as one cell; no word goes.
#[test]
fn words_with_the_sign_that_parts_cells_stay_whole() {
    let commas = "Speaker,Time,Text\nAnna,00:00:03,When did you first think?\nTom,00:00:09,In May, when the price went up, by 20%\n";
    assert_eq!(turns(commas), ["Anna @3 When did you first think?", "Tom @9 In May, when the price went up, by 20%"]);
    let semicolons = "Кто;Текст;Время\nАнна;Когда?;0:03\nТом;В мае; цена выросла;0:09\n";
    assert_eq!(turns(semicolons), ["Анна @3 Когда?", "Том @9 В мае; цена выросла"]);
    let tabs = "time\tspeaker\ttext\n0:03\tAnna\tWhen?\n0:09\tTom\tIn May,\tI think\t\n";
    assert_eq!(turns(tabs), ["Anna @3 When?", "Tom @9 In May, I think"]);
}

#[test]
fn an_arrow_makes_no_captions() {
    for arrow in ["→", "->", "-->"] {
        let said = format!("Анна: График такой:\n9:00 {arrow} 18:00 по будням.\nБорис: Понятно.\n");
        assert_eq!(read(&said).expect("a transcript").source, Source::Plain, "{arrow}");
        assert_eq!(
            turns(&said),
            [format!("Анна @- График такой: 9:00 {arrow} 18:00 по будням."), "Борис @- Понятно.".into()]
        );
        let twice =
            format!("Анна: График такой:\n9:00 {arrow} 18:00 будни\n10:00 {arrow} 16:00 выходные\nБорис: Ясно.\n");
        assert_eq!(read(&twice).expect("a transcript").source, Source::Plain, "{arrow}");
    }
    for captions in [
        "0:01 -> 0:03\nHello.\n\n0:03 -> 0:05\nHow?\n",
        "0:01 → 0:03\nHello.\n0:03 → 0:05\nHow?\n",
        "1\n0:01 -> 0:03\nHello.\n",
        "0:00:01 -> 0:00:03\nHello.\n",
        "0:01.5 -> 0:03.0\nHello.\n",
    ] {
        assert_eq!(read(captions).expect("captions").source, Source::Srt, "{captions}");
    }
}

#[test]
fn figures_that_begin_lines_are_no_times_where_names_have_none() {
    let day =
        "Anna: When?\nBoris: We had a plan.\n9:00 we met.\n10:30 we had coffee.\n12:00 we left.\nAnna: And then?\n";
    assert_eq!(
        turns(day),
        [
            "Anna @- When?",
            "Boris @- We had a plan. 9:00 we met. 10:30 we had coffee. 12:00 we left.",
            "Anna @- And then?"
        ]
    );
    let timed = "0:01 Anna: When?\n0:04 Boris: In May.\n0:08 I think.\n0:09 Anna: Yes?\n";
    let starts: Vec<_> = read(timed).expect("a transcript").paragraphs.iter().map(|said| said.start).collect();
    assert_eq!(starts, [Some(1000), Some(4000), Some(8000), Some(9000)]);
}

#[test]
fn marks_that_nobody_sees_hide_no_name() {
    for mark in ["\u{200e}", "\u{200b}", "\u{feff}", "\u{2066}"] {
        for text in [
            format!("Анна: Да?\n{mark}Борис: Нет.\n"),
            format!("Анна: Да?\nБорис{mark}: Нет.\n"),
            format!("Анна: Да?\n{mark}Борис{mark}: Нет.\n"),
        ] {
            assert_eq!(turns(&text), ["Анна @- Да?", "Борис @- Нет."], "{text:?}");
        }
        let above = format!("Анна{mark}  0:12\nДа.\n\nБорис  0:15\nНет.\n");
        assert_eq!(turns(&above), ["Анна @12 Да.", "Борис @15 Нет."]);
        let timed = format!("[0:01] {mark}Anna: Yes?\n[0:03] Boris: No.\n{mark}[0:05] Anna: Why?\n");
        assert_eq!(turns(&timed), ["Anna @1 Yes?", "Boris @3 No.", "Anna @5 Why?"]);
    }
}

#[test]
fn labels_of_many_words_and_signs_name_who_speaks_when_they_come_again() {
    for label in [
        "Анна Петрова, руководитель отдела продаж",
        "Ann Lee, head of sales and support",
        "Анна ✨",
        "Speaker 1 [Anna]",
        "ООО «Север»",
    ] {
        let again = format!("Борис: Да?\n{label}: Нет.\nБорис: Почему?\n{label}: Дорого.\n");
        let (first, second) = (format!("{label} @- Нет."), format!("{label} @- Дорого."));
        assert_eq!(turns(&again), ["Борис @- Да?", &first, "Борис @- Почему?", &second]);
        assert!(doubtful(&again).is_empty(), "{label}");
        let once = format!("Борис: Да?\nИван: Может быть.\n{label}: Нет.\nБорис: Почему?\n");
        assert_eq!(turns(&once)[1], format!("Иван @- Может быть. {label}: Нет."));
        assert_eq!(doubtful(&once), [label]);
    }
    let said = "Борис: Да?\nАнна: Скажу так.\nБорис, я хочу сказать тебе вот что: нет.\nОн сказал «Север» и всё: да.\n\
                Борис: Ясно.\n";
    assert_eq!(turns(said).len(), 3);
    assert!(doubtful(said).is_empty());
}

#[test]
fn dashes_behind_a_colon_are_items_of_a_list() {
    let list = "Борис: Почему?\nАнна: Ушли из-за трёх вещей:\n— Цена.\n— Сроки.\n— Люди.\nБорис: Ясно.\n";
    assert_eq!(
        turns(list),
        ["Борис @- Почему?", "Анна @- Ушли из-за трёх вещей: Цена. Сроки. Люди.", "Борис @- Ясно."]
    );
    let talk = "Анна: Да.\n— Почему?\n— Дорого.\nБорис: Ясно.\n";
    assert_eq!(turns(talk), ["Анна @- Да.", "? @- Почему? Дорого.", "Борис @- Ясно."]);
}

#[test]
fn messages_as_data_go_on_after_midnight() {
    let data = r#"{"name":"A","messages":[{"type":"message","date":"2025-03-08T23:59:50","from":"Anna","text":"Hello."},{"type":"message","date":"2025-03-09T00:00:10","from":"Boris","text":"Hi."},{"type":"message","date":"2025-03-11T00:00:10","from":"Anna","text":"Bye."}]}"#;
    assert_eq!(turns(data), ["Anna @0 Hello.", "Boris @20 Hi.", "Anna @172820 Bye."]);
    let text = "[08.03.2025, 23:59:50] Anna: Hello.\n[09.03.2025, 00:00:10] Boris: Hi.\n";
    assert_eq!(turns(text), ["Anna @0 Hello.", "Boris @20 Hi."]);
}

#[test]
fn words_with_colons_in_messages_are_no_speakers() {
    let chat = "12.03.2025, 10:01 - Анна: Условия:\nБюджет: 500\nСрок: май\n12.03.2025, 10:02 - Борис: Ясно.\n\
                12.03.2025, 10:03 - Анна: Берём?\n12.03.2025, 10:04 - Борис: Да.\n";
    assert_eq!(
        turns(chat),
        ["Анна @0 Условия: Бюджет: 500 Срок: май", "Борис @60 Ясно.", "Анна @120 Берём?", "Борис @180 Да."]
    );
    assert_eq!(doubtful(chat), ["Бюджет", "Срок"]);
    let short = "12.03.2025, 10:01 - Анна: Условия:\nБюджет: 500\nСрок: май\n12.03.2025, 10:02 - Борис: Ясно.\n";
    assert_eq!(turns(short), ["Анна @0 Условия: Бюджет: 500 Срок: май", "Борис @60 Ясно."]);
    let missing = "[0:01] Anna: Hi.\nBoris: Yes.\n[0:09] Anna: When?\n";
    assert_eq!(turns(missing), ["Anna @1 Hi.", "Boris @- Yes.", "Anna @9 When?"]);
}

#[test]
fn keywords_of_a_summary_are_said_by_nobody() {
    let words = "price, market, sales, team, budget, plan, contract, delivery, support, season, store, office, phone, letter, \
                 manager, question, answer, morning";
    for gap in ["\n", "\n\n"] {
        let otter = format!(
            "Call with Acme{gap}SUMMARY KEYWORDS{gap}{words}{gap}SPEAKERS{gap}Anna, Boris\n\nAnna  0:03\nHello.\n\nBoris  0:05\nHi.\n"
        );
        assert_eq!(turns(&otter), ["Anna @3 Hello.", "Boris @5 Hi."], "{gap:?}");
        assert!(read(&otter).expect("a transcript").left_out.iter().any(|line| line.starts_with("price, market")));
    }
}

#[test]
fn since_a_year_is_no_number_of_a_page() {
    assert_eq!(
        turns("Борис: С какого?\nАнна:\nС 2019.\nБорис: Ясно.\n"),
        ["Борис @- С какого?", "Анна @- С 2019.", "Борис @- Ясно."]
    );
    for page in ["с. 3", "С 3 из 9", "Стр. 3", "- с. 4 -"] {
        let text = format!("Анна: Да.\n\n{page}\n\nБорис: Нет.\n");
        assert_eq!(turns(&text), ["Анна @- Да.", "Борис @- Нет."], "{page}");
    }
}

#[test]
fn whoever_is_no_speaker_is_taken_out() {
    let text = "Anna: Two things.\n\nPrice: too high.\n\nIt grew.\n\nOlga: Why?\n\nPrice: again.\n\nOlga: So?";
    let found = read(text).expect("a transcript");
    assert_eq!(found.speakers, ["Anna", "Olga"], "a word that is known");
    let text = text.replace("Price", "Ромашка");
    let found = read(&text).expect("a transcript");
    assert_eq!(found.speakers, ["Anna", "Ромашка", "Olga"]);
    let mended = found.clone().without(&[1]);
    assert_eq!(mended.speakers, ["Anna", "Olga"]);
    let said: Vec<_> = mended.paragraphs.iter().map(|said| (said.speaker, said.text.as_str())).collect();
    let expected = [
        (Some(0), "Two things."),
        (Some(0), "Ромашка: too high."),
        (Some(0), "It grew."),
        (Some(1), "Why?"),
        (Some(1), "Ромашка: again."),
        (Some(1), "So?"),
    ];
    assert_eq!(said, expected);
    let all = found.clone().without(&[0, 1, 2]);
    assert!(all.speakers.is_empty() && all.paragraphs.iter().all(|said| said.speaker.is_none()));
    assert_eq!(all.paragraphs[0].text, "Anna: Two things.");
    assert_eq!(found.clone().without(&[]), found);
}

#[test]
fn a_company_speaks_where_somebody_answers_it() {
    let words = ["Компания @- Как вы нас нашли?", "Клиент @- По рекомендации.", "Компания @- А почему ушли?"];
    for gap in ["\n", "\n\n"] {
        let text = words.map(|turn| turn.replacen(" @-", ":", 1)).join(gap);
        assert_eq!(turns(&text), words, "{text}");
    }
    assert_eq!(turns("Company: Good morning.\nClient: Hello."), ["Company @- Good morning.", "Client @- Hello."]);
    let captions =
        "1\n00:00:01,000 --> 00:00:02,000\nКомпания: Здравствуйте.\n\n2\n00:00:02,000 --> 00:00:03,000\nКлиент: Да.\n";
    assert_eq!(turns(captions), ["Компания @1 Здравствуйте.", "Клиент @2 Да."]);
    let small = "клиент: здравствуйте\nкомпания: добрый день, чем помочь?\nклиент: хочу уйти";
    assert_eq!(turns(small)[1], "компания @- добрый день, чем помочь?");
    let talk = "Интервьюер: Почему ушли?\n\nАнна: Дорого.\n\nИнтервьюер: А потом?\n\nАнна: Нашли других.";
    for gap in ["\n", "\n\n"] {
        for facts in
            ["Компания: ООО Ромашка\nДата: 12.03.2026\nГород: Москва", "Дата: 12.03.2026\nКлиент: Анна\nТариф: старый"]
        {
            let transcript = read(&format!("{facts}{gap}{talk}")).expect("a transcript");
            assert_eq!(transcript.speakers, ["Интервьюер", "Анна"], "{facts}{gap}");
            assert_eq!(transcript.left_out.len(), 3, "{facts}{gap}");
        }
    }
    let both = "Company: Acme\nRole: CFO\n\nCompany: How did you find us?\n\nClient: By chance.";
    assert_eq!(turns(both), ["Company @- How did you find us?", "Client @- By chance."]);
    for gap in ["\n", "\n\n"] {
        let again = format!(
            "Клиент: ООО Ромашка\nДата: 12.03.2026{gap}Интервьюер: Почему?\nКлиент: Дорого.\nИнтервьюер: Ясно."
        );
        assert_eq!(turns(&again)[..2], ["Интервьюер @- Почему?", "Клиент @- Дорого."], "{again}");
    }
    let alone = "Клиент: ООО Ромашка\nДата: 12.03.2026\n\nМы ушли, потому что дорого.";
    assert_eq!(turns(alone), ["? @- Мы ушли, потому что дорого."]);
}

#[test]
fn a_role_that_is_told_of_does_not_speak() {
    for (told, role) in [
        ("Мы встретились весной.\nКлиент: сказал нам, что дорого.\nПотом мы ушли.", "Клиент"),
        ("We met in spring.\n\nCustomer: told us that it was too much.\n\nThen we left.", "Customer"),
    ] {
        assert!(turns(told)[0].starts_with("? @- ") && turns(told).len() == 1, "{told}");
        assert_eq!(doubtful(told), [role]);
    }
    let spoken = "Анна: Мы встретились весной.\n\nКлиент: Дорого.\n\nАнна: Ясно.";
    assert_eq!(turns(spoken)[1], "Клиент @- Дорого.");
    assert_eq!(turns("Клиент: Мы ушли в мае."), ["Клиент @- Мы ушли в мае."]);
    let messages =
        "[12.03.2026, 10:02:11] Анна: Что он ответил?\n[12.03.2026, 10:03:11] Борис: Вот:\nКлиент: сказал, что дорого";
    assert_eq!(turns(messages)[1], "Борис @60 Вот: Клиент: сказал, что дорого");
}

#[test]
fn opening_hours_are_no_times_of_what_is_said() {
    let hours = "9:00 \u{2192} 18:00 будни";
    for below in ["Борис: Закрыто.", "Борис:\nЗакрыто."] {
        let text = format!("Анна: Какие часы?\n{hours}\n{below}");
        assert_eq!(turns(&text), [&format!("Анна @- Какие часы? {hours}"), "Борис @- Закрыто."], "{text}");
        let alone = turns(&format!("{hours}\n{below}\nАнна: Ясно."));
        assert_eq!(alone, ["Борис @- Закрыто.", "Анна @- Ясно."], "{text}");
    }
    for dash in ["-", "\u{2013}", "\u{2192}"] {
        let hours = format!("9:00 {dash} 18:00 будни\n10:00 {dash} 16:00 суббота");
        let text = format!("Анна: Какие часы?\n{hours}\nБорис: Закрыто.");
        assert_eq!(turns(&text)[0], format!("Анна @- Какие часы? {}", hours.replace('\n', " ")));
        assert_eq!(turns(&text)[1], "Борис @- Закрыто.");
    }
    let behind = turns("Анна: Какие часы?\nПн\u{2013}Пт 9:00 \u{2192} 18:00\nБорис: Закрыто.");
    assert_eq!(behind, ["Анна @- Какие часы? Пн\u{2013}Пт 9:00 \u{2192} 18:00", "Борис @- Закрыто."]);
    let talk = "0:01 \u{2192} 0:05 Hello there.\n0:06 \u{2192} 0:09 Hi.";
    assert_eq!(read(talk).expect("a transcript").paragraphs[1].start, Some(6000));
}

#[test]
fn several_turns_may_stand_on_a_line() {
    let words = ["Anna @- How did it start?", "Boris @- We lost two.", "Anna @- And then?", "Boris @- Nothing."];
    let lines = words.map(|turn| turn.replacen(" @-", ":", 1));
    assert_eq!(turns(&lines.join(" ")), words);
    assert_eq!(turns(&lines[..2].join(" ")), words[..2]);
    assert_eq!(turns(&format!("{}\n{}", lines[..2].join(" "), lines[2..].join(" "))), words);
    let bold = lines.iter().map(|line| format!("**{}", line.replacen(':', ":**", 1))).collect::<Vec<_>>().join(" ");
    assert_eq!(turns(&bold), words);
    let timed = "[0:01] Anna: How did it start? [0:05] Boris: We lost two [0:09] Anna: And then?";
    assert_eq!(turns(timed), ["Anna @1 How did it start?", "Boris @5 We lost two", "Anna @9 And then?"]);
    let bare = timed.replace(['[', ']'], "").replace("two 0", "two. 0");
    assert_eq!(turns(&bare)[1..], ["Boris @5 We lost two.", "Anna @9 And then?"]);
    let initials = "Интервьюер: Кто решал? Иванов И. И.: Я сам.\nИванов И. И.: И всё.\nИнтервьюер: Ясно.";
    assert_eq!(turns(initials)[0], "Интервьюер @- Кто решал? Иванов И. И.: Я сам.", "a letter is no name here");
    let roles = "Интервьюер: Как выбирали. Респондент: По цене.";
    assert_eq!(turns(roles), ["Интервьюер @- Как выбирали.", "Респондент @- По цене."]);
    let dashes =
        read("\u{2014} Как выбирали? \u{2014} По цене. \u{2014} А ещё?\n\u{2014} По отзывам.").expect("a transcript");
    let said: Vec<_> = dashes.paragraphs.iter().map(|said| said.text.as_str()).collect();
    assert_eq!(said, ["Как выбирали?", "По цене.", "А ещё?", "По отзывам."]);
}

#[test]
fn names_within_words_begin_no_turn_where_it_is_not_sure() {
    for one in [
        "We had two things. Price: too high. Boris: never came.",
        "We left. Delivery: Slow. Packing: Bad.",
        "We asked them. Client: told us that it was too much.",
        "Я подумала \u{2014} хватит. \u{2014} И ушла.",
    ] {
        let text = format!("Anna: {one}\nOlga: Yes.\nAnna: No.");
        assert_eq!(turns(&text)[0], format!("Anna @- {one}"));
        assert_eq!(turns(&text).len(), 3, "{text}");
    }
    let told = "\u{2014} Пойдём, \u{2014} сказал он. \u{2014} Пора.\n\u{2014} Куда?";
    assert_eq!(read(told).expect("a transcript").paragraphs.len(), 2, "the words of a narrator part no turn");
}

#[test]
fn turns_may_be_items_of_a_list() {
    let words = ["Anna @- We left.", "Pavel @- When?", "Anna @- In May."];
    for bullet in ["\u{2022} ", "* ", "\u{25cf}\t", "- "] {
        let text = words.map(|turn| format!("{bullet}{}", turn.replacen(" @-", ":", 1))).join("\n");
        assert_eq!(turns(&text), words, "{text}");
    }
    let list = turns("Anna: Two things:\n\u{2022} Delivery: slow\n\u{2022} Packing: bad\nPavel: When?\nAnna: In May.");
    assert!(list[0].contains("Delivery: slow") && list.len() == 3, "{list:?}");
}

#[test]
fn names_above_words_without_full_stops_are_names() {
    let words = ["Анна @- здравствуйте", "Иван Лис @- добрый день", "Анна @- когда"];
    let text = words.map(|turn| turn.replacen(" @- ", ":\n", 1)).join("\n");
    assert_eq!(turns(&text), words);
    let asked = "Question: Who pays?\nAnswer: The landlord.\nQuestion: And?\nAnswer: Nobody.";
    assert_eq!(turns(asked)[..2], ["Question @- Who pays?", "Answer @- The landlord."]);
    let told = "Anna: I had one left.\nQuestion: why so?\nBoris: Hm.\nAnna: Right.\nBoris: Go on.";
    assert_eq!(turns(told)[0], "Anna @- I had one left. Question: why so?");
}
