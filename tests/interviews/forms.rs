//! Transcripts as meetings, spreadsheets and people write them, besides the usual forms.

use orbita::i18n::Lang;
use orbita::i18n::interviews::InterviewWords;
use orbita::interviews::transcript::{Source, Transcript, read};

fn transcript(text: &str) -> Transcript {
    read(text).expect("a transcript")
}

/// The paragraphs as lines: who, when it begins and ends, what.
fn said(text: &str) -> Vec<String> {
    let transcript = transcript(text);
    let name = |at: Option<u16>| at.map_or("?", |at| &transcript.speakers[at as usize]);
    let line = |said: &orbita::interviews::transcript::Said| format!("{}: {}", name(said.speaker), said.text);
    transcript.paragraphs.iter().map(line).collect()
}

#[test]
fn last_names_may_come_first() {
    let expected = ["Petrova, Anna: Hello.", "Lee, John: Yes."];
    for text in [
        "Petrova, Anna   0:03\nHello.\n\nLee, John   0:05\nYes.\n",
        "Petrova, Anna 0:03\nHello.\nLee, John 0:05\nYes.\n",
        "[0:03] Petrova, Anna: Hello.\n[0:05] Lee, John: Yes.\n",
        "WEBVTT\n\n00:03.000 --> 00:04.000\n<v Petrova, Anna>Hello.</v>\n\n00:05.000 --> 00:06.000\n<v Lee, John>Yes.</v>\n",
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
    let plain = "Petrova, Anna: Hello.\nLee, John: Yes.\nPetrova, Anna: So.\nLee, John: No.\n";
    assert_eq!(transcript(plain).speakers, ["Petrova, Anna", "Lee, John"]);
}

#[test]
fn titles_pages_and_who_wrote_it_down_are_left_out() {
    let text = "Meeting transcript\n\nTranscribed by Scribe Ltd\n\nAnna Petrova started transcription\n\nInterviewer: When was that\n\n\
        Page 3 of 9\n\nexactly?\n\nAnna: In May.\n\nPage 4\n\nInterviewer: And?\n\nAnna: I read page 3 of 9 that day.\n\nEnd of transcript\n";
    assert_eq!(
        said(text),
        [
            "Interviewer: When was that exactly?",
            "Anna: In May.",
            "Interviewer: And?",
            "Anna: I read page 3 of 9 that day."
        ]
    );
    let left_out = [
        "Meeting transcript",
        "Transcribed by Scribe Ltd",
        "Anna Petrova started transcription",
        "Page 3 of 9",
        "Page 4",
        "End of transcript",
    ];
    assert_eq!(transcript(text).left_out, left_out);
    let russian = "Расшифровка интервью\n\nРасшифровано программой\n\nВедущий: Когда?\n\nСтр. 2 из 5\n\nАнна: В мае.\n";
    assert_eq!(said(russian), ["Ведущий: Когда?", "Анна: В мае."]);
    let spoken = "Anna: It was.\n\nBoris: Transcribed by whom?\n\nAnna: By me.\n";
    assert_eq!(said(spoken).len(), 3);
}

#[test]
fn a_sentence_broken_over_captions_is_one_paragraph() {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>It was a Sunday</v>\n\n00:02.000 --> 00:03.000\n<v Anna>in March, and</v>\n\n\
        00:03.000 --> 00:04.000\n<v Anna>nobody called.</v>\n\n00:04.000 --> 00:05.000\n<v Anna>Not once.</v>\n\n00:05.000 --> 00:06.000\n<v Boris>And\n\n00:06.000 --> 00:07.000\n<v Anna>Then\n";
    assert_eq!(
        said(text),
        ["Anna: It was a Sunday in March, and nobody called.", "Anna: Not once.", "Boris: And", "Anna: Then"]
    );
    let first = &transcript(text).paragraphs[0];
    assert_eq!((first.start, first.end), (Some(1000), Some(4000)));
    let labels = "1\n00:00:01,000 --> 00:00:02,000\nAnna: It was\n\n2\n00:00:02,000 --> 00:00:03,000\nAnna: late.\n\n3\n00:00:03,000 --> 00:00:04,000\nBoris: How\n\n4\n00:00:04,000 --> 00:00:05,000\nlate?\n";
    assert_eq!(said(labels), ["Anna: It was late.", "Boris: How late?"]);
    let dashes = "1\n00:00:01,000 --> 00:00:02,000\n- It was\n\n2\n00:00:02,000 --> 00:00:03,000\n- Late\n";
    assert_eq!(said(dashes).len(), 2, "each dash is a turn");
    let long =
        (0..60).map(|at| format!("00:{at:02}.000 --> 00:{at:02}.900\n<v Anna>and then it went on for a while\n\n"));
    let long = said(&format!("WEBVTT\n\n{}", long.collect::<String>()));
    assert!(long.len() > 3, "words without any full stop are parted, too: {}", long.len());
}

#[test]
fn a_dash_may_follow_a_name() {
    let expected = ["Анна: Добрый день.", "Пётр: Когда это было?", "Анна: В мае — или в июне.", "Пётр: Так."];
    for dash in [" \u{2014} ", " \u{2013} ", " - "] {
        let text = format!(
            "Анна{dash}Добрый день.\nПётр{dash}Когда это было?\nАнна{dash}В мае — или в июне.\nПётр{dash}Так.\n"
        );
        assert_eq!(said(&text), expected, "{dash}");
    }
    let prose = "Москва — столица.\n\nАнна сказала — нет.\n\nПотом мы уехали.\n\nМосква — далеко.\n";
    assert_eq!(transcript(prose).speakers, [""; 0]);
}

#[test]
fn a_picture_may_stand_before_a_name() {
    let text = "👩 Ann: How?\n🧔🏽‍♂️ Bob: So.\n👩 Ann: 😀 Great.\n";
    assert_eq!(said(text), ["Ann: How?", "Bob: So.", "Ann: 😀 Great."]);
    assert_eq!(said("👩 Ann  0:03\n😀 How?\n\n🧔 Bob  0:05\nSo.\n"), ["Ann: 😀 How?", "Bob: So."]);
}

#[test]
fn questions_and_answers_may_have_a_full_stop() {
    let text = "Q. Who pays?\nA. The landlord. A. Brown, I think.\nQ. And?\nA. Nobody.\n";
    assert_eq!(said(text), ["Q: Who pays?", "A: The landlord. A. Brown, I think.", "Q: And?", "A: Nobody."]);
    assert_eq!(transcript(text).likely_interviewer(), Some(0));
    let russian = "В. Кто платит\n\nО. Хозяин.\n\nВ. Сколько\n\nО. Не знаю.\n";
    assert_eq!(said(russian), ["В: Кто платит", "О: Хозяин.", "В: Сколько", "О: Не знаю."]);
    assert_eq!(transcript(russian).likely_interviewer(), Some(0));
    assert_eq!(transcript("В. Петров пришёл.\n\nМы поговорили.\n\nО чём, не помню.\n").speakers, [""; 0]);
}

#[test]
fn tables_have_columns() {
    let expected = ["Ann: How?", "Bob: So; and then, too.", "Bob: No."];
    let times = [Some(3000), Some(7000), Some(9000)];
    for text in [
        "speaker;text;time\nAnn;How?;0:03\nBob;\"So; and then, too.\";0:07\nBob;No.;0:09\n",
        "Start,End,Speaker,Text\n00:00:03,00:00:05,Ann,How?\n00:00:07,00:00:08,Bob,\"So; and then, too.\"\n00:00:09,,,No.\n",
        "Время\tСпикер\tТекст\n0:03\tAnn\tHow?\n0:07\tBob\tSo; and then, too.\n0:09\tBob\tNo.\n",
        "0:03;Ann;How?\n0:07;Bob;So; and then, too.\n0:09;Bob;No.\n0:10;Ann;\n",
        "start,speaker,text\n3.0,Ann,How?\n7,Bob,\"So; and then,\ntoo.\"\n9,Bob,No.\n",
    ] {
        assert_eq!(said(text), expected, "{text}");
        let transcript = transcript(text);
        assert_eq!(transcript.paragraphs.iter().map(|one| one.start).collect::<Vec<_>>(), times, "{text}");
        assert_eq!(transcript.source, Source::Table);
    }
    assert_eq!(said("Speaker;Text;Mood\nAnn;How?;calm\nBob;So.;cross\n"), ["Ann: How?", "Bob: So."]);
    assert_eq!(transcript("Speaker;Text;Mood\nAnn;How?;calm\nBob;So.;cross\n").left_out, ["Mood"]);
    assert_eq!(said("Ann;How?\nBob;So.\nAnn;And?\nBob;No.\n"), ["Ann: How?", "Bob: So.", "Ann: And?", "Bob: No."]);
    let prose = "Ann: First; then second.\nBob: So; no.\n";
    assert_eq!(transcript(prose).source, Source::Plain);
}

#[test]
fn what_a_meeting_says_of_its_transcript_is_left_out() {
    let talk = "00:00:00\n\nAnna Berg: We looked for a provider in May.\nIvan Petrov: Why then?\n\n00:05:00\n\nAnna Berg: Because it was late.\n";
    let expected =
        ["Anna Berg: We looked for a provider in May.", "Ivan Petrov: Why then?", "Anna Berg: Because it was late."];
    for footer in [
        "Transcription ended after 00:12:01",
        "Transcription ended after 00:12:01\n\nThis editable transcript was computer generated and might contain errors. People can also change the text after it was created.",
        "Transcription ended after 00:12:01\nThis editable transcript was computer generated and might contain errors.",
        "This transcript was automatically generated and may contain inaccuracies.",
        "Meeting ended at 14:32",
        "Meeting ended after 00:12:01 \u{1f44b}",
        "The recording has stopped at 2:32 PM GMT+2",
        "Recording stopped: May 12, 2025, 2:32 PM",
        "Anna Berg stopped transcription",
        "Anna Berg (Acme) stopped the recording 12:01",
        "Transcribed by https://example.org",
        "Транскрибирование завершено через 00:12:01",
        "Расшифровка закончена через 00:12:01\n\nЭта расшифровка создана автоматически и может содержать ошибки.",
        "Запись остановлена 12 мая 2025 г., в 14:32",
        "Встреча завершилась в 14:32",
        "Иван Петров остановил транскрибирование",
        "Анна Берг остановил(а) запись",
    ] {
        for text in [
            format!("{talk}{footer}\n"),
            format!("{talk}\n{footer}"),
            format!("{footer}\n{talk}"),
            format!("{footer}\n\n{talk}"),
        ] {
            assert_eq!(said(&text), expected, "{text}");
            let lines = footer.lines().filter(|line| !line.is_empty()).count();
            assert_eq!(transcript(&text).left_out.len(), lines, "{text}");
        }
        if !footer.contains('\n') {
            let middle = talk.replace("\n\n00:05:00\n\n", &format!("\n\n{footer}\n\n00:05:00\n\n"));
            let is_held = footer.starts_with("Meeting") || footer.starts_with("Встреча");
            assert_eq!(said(&middle) == expected, !is_held, "{middle}");
        }
        let captions = format!(
            "1\n00:00:01,000 --> 00:00:02,000\nAnna: Why?\n\n2\n00:00:03,000 --> 00:00:04,000\nIvan: It was late.\n\n{footer}\n"
        );
        assert_eq!(said(&captions), ["Anna: Why?", "Ivan: It was late."], "{captions}");
    }
}

#[test]
fn what_names_a_meeting_above_its_transcript_is_left_out() {
    for (head, lines) in [
        ("Weekly (2025-05-01 10:00 GMT-7) - Transcript\nAttendees\nAnna Berg, Ivan Petrov\nTranscript\n", 4),
        (
            "Встреча\n\nУчастники\n\nАнна Берг, Иван Петров\n\nРасшифровка\n\nЭтот транскрипт создан автоматически.\n\n",
            5,
        ),
    ] {
        let text = format!("{head}00:00:00\n\nAnna: Transcript?\nIvan: Attendees.\n");
        assert_eq!(said(&text), ["Anna: Transcript?", "Ivan: Attendees."], "{text}");
        assert_eq!(transcript(&text).left_out.len(), lines, "{text}");
    }
}

#[test]
fn what_people_say_of_recordings_is_kept() {
    for words in [
        "We started transcription",
        "Then she stopped the recording",
        "Anna started recording",
        "Meeting ended at five.",
        "The meeting started at 10:30.",
        "Transcription ended after the second call",
        "Recording stopped the leaks.",
        "This transcript contains everything.",
        "Запись остановлена не была",
        "Мы остановили запись",
        "Встреча закончилась в 14:32.",
    ] {
        for text in [
            format!("Anna: Yes.\nIvan: {words}\n"),
            format!("Anna: Yes.\n\nIvan:\n{words}\n"),
            format!("Anna: Yes.\n\nIvan: So.\n\n{words}\n\nAnna: Hm.\n"),
            format!("Anna: Yes.\n\nIvan: So.\n\n{words}\n"),
        ] {
            assert_eq!(transcript(&text).left_out, [""; 0], "{text}");
            assert!(said(&text).concat().contains(words), "{text}");
        }
    }
    assert_eq!(said("Anna: What ended it?\n\nIvan:\nMeeting ended at 14:32\n").len(), 2);
}

#[test]
fn a_short_excerpt_of_captions_names_who_speaks() {
    let cue = |at: usize, lines: &str| format!("0:0:{}.0 --> 0:0:{}.120\n{lines}\n\n", at * 3, at * 3 + 2);
    let all = |cues: &[&str]| cues.iter().enumerate().map(|(at, lines)| cue(at, lines)).collect::<String>();
    for (cues, expected) in [
        (
            vec!["Anna Berg\nWe looked for a provider in May.", "Ivan Petrov\nWhy then?"],
            vec!["Anna Berg: We looked for a provider in May.", "Ivan Petrov: Why then?"],
        ),
        (
            vec!["Анна Берг\nМы искали в мае.", "Иван\nПочему\nтогда?"],
            vec!["Анна Берг: Мы искали в мае.", "Иван: Почему тогда?"],
        ),
        (vec!["Anna de Vries\n15 a day."], vec!["Anna de Vries: 15 a day."]),
        (vec!["Speaker 1\nWhy?", "Anna\nSo."], vec!["Speaker 1: Why?", "Anna: So."]),
    ] {
        for text in [all(&cues), format!("WEBVTT\n\n{}", all(&cues))] {
            assert_eq!(said(&text), expected, "{text}");
            assert_eq!(transcript(&text).doubtful, [""; 0]);
        }
    }
    for cues in [
        vec!["Go on\nand on.", "Berlin\nwas far."],
        vec!["New York\nwas far.", "We went\nThere."],
        vec!["Sure\nWe did.", "Maybe\nI did."],
    ] {
        let text = all(&cues);
        assert_eq!((transcript(&text).speakers, transcript(&text).doubtful), (vec![], vec![]), "{text}");
    }
    let unsure = all(&["Anna Berg\nWe looked for a provider", "in May.", "Then we left.", "Ivan Petrov\nWhy?"]);
    assert_eq!(transcript(&unsure).doubtful, ["Anna Berg", "Ivan Petrov"]);
    for lang in [Lang::English, Lang::Russian] {
        let told = (InterviewWords::of(lang).understood)(&transcript(&unsure));
        assert!(told.contains("Anna Berg, Ivan Petrov"), "{told}");
    }
}

#[test]
fn a_word_cut_short_ends_no_sentence_above_the_first_turn() {
    for about in
        ["12 марта 2026 г., Zoom, 45 мин.", "Ольга, владелица салона, с 2019 г.", "Olga, Salon Ltd.", "Zoom, 45 min."]
    {
        let text =
            format!("Интервью №3\n{about}\n\nИ.: Как всё началось?\nО.: Искали замену.\nИ.: А что было?\nО.: Долго.\n");
        let read = read(&text).expect("a transcript");
        assert_eq!(read.left_out, ["Интервью №3", about], "{about}");
    }
}
