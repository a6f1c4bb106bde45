//! What programs, chats and boards write around what was said: names in the names of captions, moments of messages, data.

use orbita::interviews::transcript::{Source, Unreadable, read};

use crate::transcripts::turns;

#[test]
fn captions_name_who_speaks_above_the_times_or_in_brackets() {
    let zoom = "WEBVTT\n\n1 \"Anna Petrova\" (3412341)\n00:00:01.000 --> 00:00:04.000\nHello.\n\n2 \"Boris\" (8888123)\n00:00:04.200 --> 00:00:06.000\nYes, all\nis fine.\n\n3 \"Anna Petrova\" (3412341)\n00:00:06.200 --> 00:00:08.000\nWhen?\n";
    assert_eq!(turns(zoom), ["Anna Petrova @1 Hello.", "Boris @4.2 Yes, all is fine.", "Anna Petrova @6.2 When?"]);
    let brackets = "1\n00:00:01,000 --> 00:00:03,000\n(Anna) Hello.\n\n2\n00:00:03,000 --> 00:00:05,000\n(Boris) Hi.\n\n3\n00:00:05,000 --> 00:00:06,000\n(Anna) When?\n";
    assert_eq!(turns(brackets), ["Anna @1 Hello.", "Boris @3 Hi.", "Anna @5 When?"]);
    let sounds = "1\n00:00:01,000 --> 00:00:03,000\n(Laughs) Hello.\n\n2\n00:00:03,000 --> 00:00:05,000\nHi.\n\n3\n00:00:05,000 --> 00:00:06,000\n(Laughs) When?\n";
    assert_eq!(turns(sounds), ["? @1 (Laughs) Hello. Hi. (Laughs) When?"]);
}

#[test]
fn messages_have_a_name_and_a_moment() {
    let said = ["Anna Petrova @0 Hello.", "Boris @180 Sure.", "Anna Petrova @240 When?"];
    for [first, second, third] in [
        ["Anna Petrova 14 окт 2025 в 10:02", "Boris 14 окт 2025 в 10:05", "Anna Petrova 14 окт 2025 в 10:06"],
        ["Anna Petrova — Today at 10:02", "Boris — Today at 10:05 AM", "Anna Petrova — Yesterday at 10:06"],
        ["Anna Petrova — Сегодня, в 10:02", "Boris — Вчера, в 10:05", "Anna Petrova — Сегодня, в 10:06"],
        [
            "Anna Petrova, [8 мар. 2025 г., 10:02]:",
            "Boris, [8 мар. 2025 г., 10:05]:",
            "Anna Petrova, [8 мар. 2025 г., 10:06]:",
        ],
        ["Anna Petrova, 10:02am", "Boris, 10:05am", "Anna Petrova, 10:06am"],
        ["[08.03.2025 10:02] Anna Petrova:", "[08.03.2025 10:05] Boris:", "[08.03.2025 10:06] Anna Petrova:"],
        ["Anna Petrova\n  10:02 AM", "Boris\n  10:05 AM", "Anna Petrova\n  10:06 AM"],
        ["Anna Petrova\nSaturday 10:02", "Boris\nSaturday 10:05", "Anna Petrova\nSaturday 10:06"],
        [
            "[10:02 AM | March 8, 2025] Anna Petrova:",
            "[10:05 AM | March 8, 2025] Boris:",
            "[10:06 AM | March 8, 2025] Anna Petrova:",
        ],
        ["2025-03-08T10:02:00Z Anna Petrova:", "2025-03-08T10:05:00Z Boris:", "2025-03-08T10:06:00Z Anna Petrova:"],
        ["Anna Petrova (2025-03-08 10:02):", "Boris (2025-03-08 10:05):", "Anna Petrova (2025-03-08 10:06):"],
    ] {
        let text = format!("{first}\nHello.\n\n{second}\nSure.\n\n{third}\nWhen?\n");
        assert_eq!(turns(&text), said, "{text}");
    }
}

#[test]
fn messages_may_say_how_long_ago_and_nothing_else() {
    for [first, second] in
        [["Anna Petrova · 3d ago", "Boris · 2d ago"], ["Anna Petrova\n3 days ago", "Boris\n2 дня назад"]]
    {
        let text = format!("{first}\nCall them.\n\n{second}\nYes.\n");
        assert_eq!(turns(&text), ["Anna Petrova @- Call them.", "Boris @- Yes."], "{text}");
    }
}

#[test]
fn who_is_in_nobodys_contacts_is_somebody_else() {
    let text = "08/03/2025, 10:02 - Anna: Hello.\n08/03/2025, 10:05 - +7 916 123-45-67: Sure.\n08/03/2025, 10:06 - ~ Boris: Yes.\n";
    assert_eq!(turns(text), ["Anna @0 Hello.", "+7 916 123-45-67 @180 Sure.", "Boris @240 Yes."]);
    let handles = "annap — 03/08/2025 10:02 AM\nHello.\nboris_i — 03/08/2025 10:05 AM\nSure.\n";
    assert_eq!(turns(handles), ["annap @0 Hello.", "boris_i @180 Sure."]);
    let number = "Anna: My number?\nBoris: It is\n+7 916 123-45-67: call me.\nAnna: Yes.\n";
    assert_eq!(read(number).expect("a transcript").speakers, ["Anna", "Boris"], "a number that was said");
}

#[test]
fn several_messages_in_a_row_have_one_name() {
    let text = "Anna Petrova\n  10:02 AM\nHello.\nBoris\n  10:05 AM\nSure.\n10:06\nAnd more.\nAnna Petrova\n  10:07 AM\nWhen?\n";
    assert_eq!(turns(text), ["Anna Petrova @0 Hello.", "Boris @180 Sure. And more.", "Anna Petrova @300 When?"]);
}

#[test]
fn moments_that_were_said_stay() {
    let text = "Anna: When was it?\n\nBoris: On 14 March 2025 at 10:02.\n\nYesterday\n\nAnna: And before?\n";
    assert_eq!(
        turns(text),
        ["Anna @- When was it?", "Boris @- On 14 March 2025 at 10:02. Yesterday", "Anna @- And before?"]
    );
}

#[test]
fn times_are_found_as_code_without_a_blank_and_with_frames() {
    assert_eq!(turns("`00:01` **Anna**: Hello.\n\n`00:05` **Boris**: Sure.\n"), ["Anna @1 Hello.", "Boris @5 Sure."]);
    assert_eq!(turns("**Anna** `00:01`\nHello.\n\n**Boris** `00:05`\nSure.\n"), ["Anna @1 Hello.", "Boris @5 Sure."]);
    assert_eq!(
        read("0:00hello all\n0:05today\n1:02:03and so on\n").expect("a transcript").paragraphs[2].start,
        Some(3_723_000)
    );
    assert_eq!(turns("Owner: at 21:40h\nOwner: no.\n"), ["Owner @- at 21:40h no."]);
    let film = "00:00:00:00 - 00:00:03:12\nSpeaker 1\nHello.\n\n00:00:03:12 - 00:00:05:00\nSpeaker 2\nSure.\n";
    assert_eq!(turns(film), ["Speaker 1 @0 Hello.", "Speaker 2 @3 Sure."]);
}

#[test]
fn data_is_read_in_the_shapes_of_programs() {
    let said = ["Anna @1.5 Hello, \"friend\".", "Boris @4 Hi."];
    for text in [
        r#"[{"speaker":"Anna","text":"Hello, \"friend\".","start":1.5},{"speaker":"Boris","text":"Hi.","start":4}]"#,
        "{\"speaker\":\"Anna\",\"text\":\"Hello, \\\"friend\\\".\",\"start\":1.5}\n{\"speaker\":\"Boris\",\"text\":\"Hi.\",\"start\":4}\n",
        r#"{"text":"Hello, \"friend\". Hi.","words":[{"text":"Hello,","start":1500,"speaker":"Anna"},{"text":"\"friend\".","start":1900,"speaker":"Anna"},{"text":"Hi.","start":4000,"speaker":"Boris"}],"utterances":[{"speaker":"Anna","text":"Hello, \"friend\".","start":1500},{"speaker":"Boris","text":"Hi.","start":4000}]}"#,
        r#"{"monologues":[{"speaker":{"name":"Anna"},"elements":[{"value":"Hello","ts":1.5},{"value":","},{"value":" "},{"value":"\"friend\"."}]},{"speaker":{"name":"Boris"},"elements":[{"value":"Hi","ts":4},{"value":"."}]}]}"#,
        r#"{"sentences":[{"speaker_name":"Anna","sentence":"Hello, \"friend\".","startTime":"00:00:01.5"},{"speaker_name":"Boris","sentence":"Hi.","startTime":"4s"}]}"#,
    ] {
        assert_eq!(turns(text), said, "{text}");
        assert_eq!(read(text).expect("data").source, Source::Data);
    }
    let chat = r#"{"name":"A","messages":[{"type":"message","date":"2025-03-08T10:02:11","from":"Anna","text":"Hello."},{"type":"message","date":"2025-03-08T10:05:00","from":"Boris","text":["See ",{"type":"link","text":"site.org"}," now."]}]}"#;
    assert_eq!(turns(chat), ["Anna @0 Hello.", "Boris @169 See site.org now."]);
    let segments = r#"{"segments":[{"id":0,"start":0.0,"end":3.2,"text":" Hello.","tokens":[5]},{"id":1,"start":3.2,"end":5.0,"text":" How?"}],"text":" Hello. How?"}"#;
    assert_eq!(turns(segments), ["? @0 Hello. How?"]);
}

#[test]
fn data_in_which_nobody_speaks_is_told() {
    for text in [
        r#"{"version": 1, "items": [1, 2, 3]}"#,
        r#"[{"id": 4, "price": 12}, {"id": 5, "price": 13}]"#,
        r#"{"speaker": "Anna", "text": "cut off"#,
        "<?xml version=\"1.0\"?><tt><p begin=\"1s\">Hello.</p></tt>",
    ] {
        assert_eq!(read(text), Err(Unreadable::Data), "{text}");
    }
    assert!(read("[Anna] Hello.\n[Boris] {sighs} Sure.\n").is_ok());
}

#[test]
fn what_may_name_speakers_and_was_read_as_words_is_told() {
    let text = "ANNA. Hello there.\n\nBORIS. Sure.\n\nANNA. When?\n\nBORIS. In May.\n";
    assert_eq!(read(text).expect("a transcript").doubtful, ["ANNA", "BORIS"]);
    let story = "We met in May.\n\nBerlin was far.\n\nBerlin, then.\n\nHe left.\n";
    assert!(read(story).expect("a transcript").doubtful.is_empty());
}

#[test]
fn a_mark_of_direction_may_begin_a_message() {
    let text = "[03/06/2025, 14:05:12] Anna: Hello\n[03/06/2025, 14:06:40] Mark: Hi\nsecond line\n\
        \u{200e}[03/06/2025, 14:07:00] Anna: \u{200e}image omitted\n\u{200e}03.06.2025, 14:08 - Mark: Yes\n";
    assert_eq!(turns(text), ["Anna @0 Hello", "Mark @88 Hi second line Yes"]);
}

/// When the paragraphs begin, in seconds.
fn starts(text: &str) -> Vec<u32> {
    let paragraphs = read(text).expect("a transcript").paragraphs;
    paragraphs.iter().filter_map(|said| said.start).map(|start| start / 1000).collect()
}

#[test]
fn times_of_the_day_count_from_the_first() {
    for text in [
        "Анна Петрова 14:02:11\nПочему?\nИван Смирнов 14:02:35\nДорого.\nАнна Петрова 15:00:20\nИ всё?\n",
        "14:02:11 Anna Petrova: Why?\n14:02:35 Ivan Smirnov: The price.\n15:00:20 Anna Petrova: Is that all?\n",
        "[Anna Petrova] 14:02:11\nWhy?\n\n[Ivan Smirnov] 14:02:35\nThe price.\n\n[Anna Petrova] 15:00:20\nIs that all?\n",
        "[12.11.2026, 14:02:11] Анна: Почему?\n[12.11.2026, 14:02:35] Иван: Дорого.\n[12.11.2026, 15:00:20] Анна: И всё?\n",
        "[2:02:11 AM] Anna: Why?\n[2:02:35 AM] Ivan: The price.\n[3:00:20 AM] Anna: Is that all?\n",
        "[12.11.2026, 00:02:11] Анна: Почему?\n[12.11.2026, 00:02:35] Иван: Дорого.\n[12.11.2026, 01:00:20] Анна: И всё?\n",
    ] {
        assert_eq!(starts(text), [0, 24, 3489], "{text}");
    }
}

#[test]
fn hours_and_minutes_are_told_from_minutes_and_seconds_by_how_fast_people_speak() {
    let long =
        "We had been looking for another supplier since the spring because the deliveries came late every month.";
    let meeting = format!("Anna 10:02\nWhy?\n\nIvan 10:03\n{long} {long}\n\nAnna 10:05\nIs that all?\n");
    assert_eq!(starts(&meeting), [0, 60, 180]);
    let colon = format!("10:02 Anna: Why?\n10:03 Ivan: {long} {long}\n10:05 Anna: Is that all?\n");
    assert_eq!(starts(&colon), [0, 60, 180]);
    let slow = format!("Anna 10:02\nWhy?\n\nIvan 10:05\n{long} {long}\n\nAnna 10:40\nIs that all?\n");
    assert_eq!(starts(&slow), [602, 605, 640], "a piece of a recording");
    let early = format!("Anna 0:02\nWhy?\n\nIvan 0:03\n{long} {long}\n\nAnna 0:05\nIs that all?\n");
    assert_eq!(starts(&early), [2, 3, 5], "the beginning of a recording");
}

#[test]
fn behind_midnight_another_day_begins() {
    for text in [
        "Анна Петрова 23:59:50\nПочему?\nИван Смирнов 00:00:10\nДорого.\nАнна Петрова 00:10:00\nИ всё?\n",
        "[12.11.2026, 23:59:50] Анна: Почему?\n[13.11.2026, 00:00:10] Иван: Дорого.\n[13.11.2026, 00:10:00] Анна: И всё?\n",
        "Anna, [12.11.2026 23:59:50]\nWhy?\n\nIvan, [13.11.2026 0:00:10]\nThe price.\n\nAnna, [13.11.2026 0:10:00]\nIs that all?\n",
        "11/12/26, 11:59:50 PM - Anna: Why?\n11/13/26, 12:00:10 AM - Ivan: The price.\n11/13/26, 12:10:00 AM - Anna: Is that all?\n",
    ] {
        assert_eq!(starts(text), [0, 20, 610], "{text}");
    }
    let days = "[12.11.2026, 18:00] Анна: Почему?\n[13.11.2026, 09:00] Иван: Дорого.\n[14.11.2026, 08:00] Анна: И всё?\n[14.11.2026, 07:59] Иван: Да.\n";
    assert_eq!(
        starts(days),
        [0, 15 * 3600, 38 * 3600, 38 * 3600 - 60],
        "an hour back is another day, a minute is none"
    );
}

#[test]
fn times_of_a_recording_stay() {
    for (text, said) in [
        ("[00:00:12] Anna: Why?\n[00:20:00] Ivan: The price.\n[03:59:00] Anna: When?\n", [12, 1200, 14340]),
        ("Anna  0:12\nWhy?\n\nIvan  0:20\nThe price.\n\nAnna  59:05\nWhen?\n", [12, 20, 3545]),
        (
            "1\n05:00:01,000 --> 05:00:02,000\nAnna: Why?\n\n2\n05:00:05,000 --> 05:00:06,000\nIvan: The price.\n\n3\n05:00:09,000 --> 05:00:10,000\nAnna: When?\n",
            [18001, 18005, 18009],
        ),
        (
            "WEBVTT\n\n05:00:01.000 --> 05:00:02.000\n<v Anna>Why?\n\n05:00:05.000 --> 05:00:06.000\n<v Ivan>The price.\n\n05:00:09.000 --> 05:00:10.000\n<v Anna>When?\n",
            [18001, 18005, 18009],
        ),
    ] {
        assert_eq!(starts(text), said, "{text}");
    }
}

#[test]
fn what_messengers_write_in_place_of_messages_is_left_out() {
    for leftover in [
        "<Media omitted>",
        "<Без медиафайлов>",
        "\u{200e}<Прикреплено: 00000012-PHOTO.jpg>",
        "\u{200e}<attached: 00000012-PHOTO.jpg>",
        "[ Фотография ]",
        "[ Photo ]",
        "[ Голосовое сообщение ]",
        "[ 🔥 Sticker ]",
        "image omitted",
        "\u{200e}image omitted",
        "\u{200e}изображение опущено",
        "Offer.pdf • \u{200e}3 pages \u{200e}document omitted",
        "IMG-20261112-WA0001.jpg (file attached)",
        "IMG-20261112-WA0001.jpg (файл добавлен)",
        "This message was deleted.",
        "\u{200e}Сообщение удалено",
        "\u{200e}Сообщения и звонки защищены сквозным шифрованием. Третьи лица не могут прочитать их.",
        "\u{200e}Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
    ] {
        let phone = format!(
            "[12.11.2026, 23:58:02] Анна Петрова: {leftover}\n[12.11.2026, 23:58:30] Анна Петрова: Почему?\n\
            [12.11.2026, 23:59:00] Иван: {leftover}\n[12.11.2026, 23:59:10] Иван: Дорого.\n[12.11.2026, 23:59:20] Иван: {leftover}\n"
        );
        let desktop = format!(
            "Анна Петрова, [12.11.2026 23:58:30]\nПочему?\n\nИван, [12.11.2026 23:59:10]\nДорого.\n\n\
            Иван, [12.11.2026 23:59:20]\n{leftover}\n"
        );
        for text in [phone, desktop] {
            assert_eq!(turns(&text), ["Анна Петрова @0 Почему?", "Иван @40 Дорого."], "{text}");
            let left_out = read(&text).expect("a transcript").left_out;
            let bare = leftover.trim_start_matches('\u{200e}');
            assert!(!left_out.is_empty() && left_out.iter().all(|line| line == bare), "{left_out:?}");
        }
    }
    let undated = "Анна: Почему?\nИван: <Без медиафайлов>\nИван: Дорого.\n";
    assert_eq!(turns(undated), ["Анна @- Почему?", "Иван @- Дорого."]);
}

#[test]
fn what_stands_beside_a_picture_was_written() {
    let text = "[12.11.2026, 23:58:30] Anna: Look \u{200e}<attached: 00000012-PHOTO.jpg>\n\
        [12.11.2026, 23:59:10] Ivan: IMG-20261112-WA0001.jpg (file attached)\nthe new price\n\
        [12.11.2026, 23:59:20] Anna: Really? \u{200e}<This message was edited>\n";
    assert_eq!(turns(text), ["Anna @0 Look", "Ivan @40 the new price", "Anna @50 Really?"]);
    let said =
        "Anna: Image omitted\nIvan: This message was deleted.\nAnna: [photo] And <Enter>\nIvan: a photo omitted\n";
    assert_eq!(turns(said).len(), 4);
    let dated =
        "[12.11.2026, 23:58] Anna: Was the photo omitted?\n[12.11.2026, 23:59] Ivan: He said: message deleted\n";
    assert_eq!(turns(dated).len(), 2);
}

#[test]
fn who_sends_a_message_may_have_any_letters_in_the_name() {
    for name in [
        "Иван Смирнов 🚀",
        "Иван 🚀 Север",
        "🚀 Ivan",
        "🚀",
        "маша и медведь 🐻",
        "ivan_93",
        "иван",
        "2ГИС Поддержка",
        "ООО «Север»",
        "Иван [Север]",
        "Иван (Север)",
        "Иван Смирнов | отдел продаж",
        "Smith & Sons [UK] «B2B»",
    ] {
        for [first, second, third] in [
            [
                "[12.11.2026, 23:58:30] Анна: Почему?",
                "[12.11.2026, 23:59:10] NAME: Дорого.",
                "[13.11.2026, 00:00:10] Анна: И всё?",
            ],
            [
                "12.11.2026, 23:58:30 - Анна: Почему?",
                "12.11.2026, 23:59:10 - NAME: Дорого.",
                "13.11.2026, 00:00:10 - Анна: И всё?",
            ],
            [
                "[11/12/26, 11:58:30 PM] Анна: Почему?",
                "[11/12/26, 11:59:10 PM] ~ NAME: Дорого.",
                "[11/13/26, 12:00:10 AM] Анна: И всё?",
            ],
            [
                "Анна, [12.11.2026 23:58:30]\nПочему?\n",
                "NAME, [12.11.2026 23:59:10]\nДорого.\n",
                "Анна, [13.11.2026 0:00:10]\nИ всё?\n",
            ],
        ] {
            let text = format!("{first}\n{}\n{third}\n", second.replace("NAME", name));
            let said = ["Анна @0 Почему?".to_owned(), format!("{name} @40 Дорого."), "Анна @100 И всё?".to_owned()];
            assert_eq!(turns(&text), said, "{text}");
        }
    }
}

#[test]
fn a_name_before_a_full_time_may_have_any_letters() {
    for name in ["ivan_93", "Иван (Север)", "Иван Смирнов | Север", "иван", "Иван 🚀", "ООО «Север»"]
    {
        for first in ["Анна Петрова", "анна"] {
            let text =
                format!("{first} 14:02:11\nПочему?\n{name} 14:02:30\nДорого: в 2 раза.\n{first} 14:03:00\nИ всё?\n");
            let said =
                [format!("{first} @0 Почему?"), format!("{name} @19 Дорого: в 2 раза."), format!("{first} @49 И всё?")];
            assert_eq!(turns(&text), said, "{text}");
        }
    }
}

#[test]
fn what_is_told_of_a_day_names_nobody() {
    for text in [
        "12.11.2026 10:00 Звонил клиенту «Север»: не берёт\n12.11.2026 11:00 звонил: занято\n",
        "[12.11.2026 10:00] Мы ушли «к Северу»: дорого\n[12.11.2026 11:00] Итог: ждём\n",
        "[12.11.2026 10:00] Позвонил в «Север»: дорого\n[12.11.2026 11:00] Всё просто. Итог: ждём\n",
        "встретились в 14:02:30\nи ушли\nначали в 15:02:30\nи кончили\n",
    ] {
        assert!(read(text).expect("a transcript").speakers.is_empty(), "{text}");
    }
    let event = "12.11.2026, 23:57 - Анна создала группу «Север: цены»\n12.11.2026, 23:58 - Анна: Почему?\n12.11.2026, 23:59 - Иван: Дорого.\n";
    assert_eq!(read(event).expect("a transcript").speakers, ["Анна", "Иван"]);
}
