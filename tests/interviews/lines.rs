//! Lines whose time, name and words signs of many kinds part.

use orbita::interviews::transcript::read;

use crate::transcripts::turns;

/// Three turns with the times 3, 9 and 12 seconds.
const TIMED: [&str; 3] = ["Anna @3 Hello.", "Boris @9 Sure, go on.", "Anna @12 When?"];

/// The same turns in a form with `T` for the time, `N` for the name and `W` for the words.
fn written(form: &str) -> String {
    let turns = [("00:03", "Anna", "Hello."), ("00:09", "Boris", "Sure, go on."), ("00:12", "Anna", "When?")];
    let line = |(time, name, words): (&str, &str, &str)| form.replace('T', time).replace('N', name).replace('W', words);
    turns.map(line).join("\n") + "\n"
}

#[test]
fn one_sign_parts_time_name_and_words() {
    for form in [
        "T - N - W",
        "T \u{2013} N \u{2013} W",
        "T \u{2014} N \u{2014} W",
        "T | N | W",
        "T|N|W",
        "T / N / W",
        "T; N; W",
        "T;N;W",
        "T, N, W",
        "T \u{b7} N \u{b7} W",
        "T > N > W",
        "N - T - W",
        "N | T | W",
        "N; T; W",
        "N, T, W",
        "[T] - N - W",
        "[T] | N | W",
        "(T) N - W",
        "[T] N \u{2014} W",
        "[T] [N] W",
        "T [N] W",
        "T N> W",
        "[T] N >> W",
        "N T W",
        "N (T) W",
        "N [T] W",
        "[N] T W",
        "N, T: W",
        "T\tN\tW",
        "N\tT\tW",
        "N\tW\tT",
    ] {
        assert_eq!(turns(&written(form)), TIMED, "{form}");
    }
}

#[test]
fn times_may_be_dressed() {
    for form in ["{T} N: W", "<T> N: W", "@T N: W", "T. N: W", "T; N: W", "T, N: W", "T/ N: W", "#T N: W", "~T N: W"] {
        assert_eq!(turns(&written(form)), TIMED, "{form}");
    }
    for form in [
        "00:03-00:09 Anna: Hello.\n00:09-00:12 Boris: Sure.",
        "[00:03] - [00:09] Anna: Hello.\n[00:09] - [00:12] Boris: Sure.",
    ] {
        assert_eq!(turns(form), ["Anna @3 Hello.", "Boris @9 Sure."], "{form}");
        assert_eq!(read(form).expect("a transcript").paragraphs[0].end, Some(9000), "{form}");
    }
}

#[test]
fn minutes_alone_are_times_beside_names() {
    for form in [
        "03' N: W",
        "[03'] N: W",
        "N 03': W",
        "3 min N: W",
        "N (3 min): W",
        "[3 мин] N: W",
        "3 мин. N: W",
        "03' - N - W",
    ] {
        let other = form.replace('3', "5");
        let line = |form: &str, name: &str, words: &str| form.replace('N', name).replace('W', words);
        let text =
            [line(form, "Anna", "Hello."), line(&other, "Boris", "Sure."), line(&other, "Anna", "When?")].join("\n");
        assert_eq!(turns(&text), ["Anna @180 Hello.", "Boris @300 Sure.", "Anna @300 When?"], "{form}");
    }
    let said = read("5 min later we left.\n10 min later we came.\n").expect("a transcript");
    assert!(said.paragraphs.iter().all(|said| said.start.is_none()), "they were said");
}

#[test]
fn names_need_not_come_again_where_they_are_roles() {
    let text = "Респондент 1 — В мае.\nРеспондент 2 — В июне.\n";
    assert_eq!(turns(text), ["Респондент 1 @- В мае.", "Респондент 2 @- В июне."]);
    let doubted = read("00:03 - Hello - how are you\n00:09 - Sure - go on\n").expect("a transcript");
    assert_eq!((doubted.speakers.len(), &doubted.doubtful[..]), (0, &["Hello".to_owned(), "Sure".to_owned()][..]));
}

#[test]
fn groups_are_written_with_codes_and_numbers() {
    let text = "М. Когда?\nР1. В мае.\nР2. В июне.\nР1. Да.\n";
    assert_eq!(turns(text), ["М @- Когда?", "Р1 @- В мае.", "Р2 @- В июне.", "Р1 @- Да."]);
    let counted = read("Q1: When?\nA1: In May.\nQ2: And then?\nA2: In June.\n").expect("a transcript");
    assert_eq!(counted.speakers, ["Q", "A"], "numbers count the questions");
}

#[test]
fn a_name_may_hold_a_role_and_a_sign() {
    let text = "Анна Петрова (директор по маркетингу, ООО «Ромашка»), 00:09: В мае.\nИнтервьюер, 00:12: Когда?\n";
    let speakers = ["Анна Петрова (директор по маркетингу, ООО «Ромашка»)", "Интервьюер"];
    assert_eq!(read(text).expect("a transcript").speakers, speakers);
    assert_eq!(turns("10:02:13 От Анна Петрова кому Все:\n\tПривет\n10:02:45 От Борис для Все:\n\tДа\n").len(), 2);
}

#[test]
fn what_a_chat_says_itself_is_nobodys() {
    for text in [
        "29.11.2025, 10:02 - Anna: Hello\n29.11.2025, 10:03 - Boris: Sure\n29.11.2025, 10:03 - Anna added Carl\n",
        "[29/11/25, 10:02:11] Anna: Hello\n[29/11/25, 10:02:30] Anna added Carl\n[29/11/25, 10:03:11] Boris: Sure\n",
    ] {
        let transcript = read(text).expect("a transcript");
        assert_eq!((transcript.paragraphs.len(), transcript.left_out.len()), (2, 1), "{text}");
        assert!(transcript.left_out[0].ends_with("Anna added Carl"), "{text}");
    }
}

#[test]
fn times_alone_part_the_messages_of_one_person() {
    let text = "Анна Петрова 10:02\nПривет\n10:03\nЕщё раз\nБорис Иванов 10:04\nДа\n";
    let transcript = read(text).expect("a transcript");
    assert_eq!(transcript.paragraphs[1].start, Some(603_000));
    assert_eq!(transcript.speakers, ["Анна Петрова", "Борис Иванов"]);
}

#[test]
fn somebody_else_speaks_behind_two_angle_brackets() {
    let transcript = read(">> Anna: Hello.\n>> Boris: Sure.\n>> When?\n").expect("a transcript");
    assert_eq!(transcript.paragraphs[2].speaker, None);
}

#[test]
fn names_that_nothing_parts_from_the_words_are_doubted() {
    for text in [
        "[00:03] Anna Hello there.\n[00:09] Boris Sure.\n[00:12] Anna When?\n[00:15] Boris In May.\n",
        "SPEAKER_00 0.0 3.5 Hello.\nSPEAKER_01 3.6 5.0 Sure.\nSPEAKER_00 5.0 7.0 When?\nSPEAKER_01 7.0 8.0 May.\n",
    ] {
        assert_eq!(read(text).expect("a transcript").doubtful.len(), 2, "{text}");
    }
}

#[test]
fn signs_that_part_names_from_words_are_many() {
    for sign in [" >", ">", " >>", " \u{2192}", "\u{2192}", " =", ";", " |", " /", " \u{2026}", " ...", "\u{ff1b}"] {
        let text = format!("Anna{sign} Hello.\nBoris{sign} Sure.\nAnna{sign} When?\n");
        assert_eq!(turns(&text), ["Anna @- Hello.", "Boris @- Sure.", "Anna @- When?"], "{sign}");
    }
    let said = read("So / so we went.\nThen we left; nobody came.\nAnd/or so I thought.\n").expect("a transcript");
    assert_eq!(said.speakers, [""; 0]);
}

#[test]
fn names_may_be_quoted_handles_and_addresses() {
    for (anna, boris) in [("«Anna»", "«Boris»"), ("\"Anna\"", "\"Boris\""), ("@Anna", "@Boris"), ("[Anna]", "[Boris]")]
    {
        let text = format!("{anna}: Hello.\n{boris}: Sure.\n{anna}: When?\n");
        assert_eq!(turns(&text), ["Anna @- Hello.", "Boris @- Sure.", "Anna @- When?"], "{text}");
    }
    for (anna, boris) in [("anna", "boris"), ("anna@acme.com", "boris@acme.com")] {
        let text = format!("{anna}: hello\n{boris}: sure\n{anna}: when?\n");
        let said = [format!("{anna} @- hello"), format!("{boris} @- sure"), format!("{anna} @- when?")];
        assert_eq!(turns(&text), said, "who speaks once is no part of what was said before");
    }
    let listed = read("Anna: Hello.\nissue: it was slow\nBoris: Sure.\nAnna: When?\n").expect("a transcript");
    assert_eq!(listed.speakers, ["Anna", "Boris"]);
}

#[test]
fn names_stand_above_words_without_any_gap_or_full_stop() {
    let said = ["Interviewer @- Hello.", "Respondent @- Sure.", "Interviewer @- When?"];
    for text in [
        "Interviewer\nHello.\nRespondent\nSure.\nInterviewer\nWhen?\n",
        "Interviewer\n\tHello.\nRespondent\n\tSure.\nInterviewer\n\tWhen?\n",
    ] {
        assert_eq!(turns(text), said, "{text}");
    }
    let chat = "Анна\n10:02\nПривет\nБорис\n10:03\nДа\nАнна\n10:04\nКогда?\n";
    assert_eq!(turns(chat), ["Анна @602 Привет", "Борис @603 Да", "Анна @604 Когда?"]);
    let meeting = "Anna Petrova\n10:02 AM\nHello there\nBoris Ivanov\n10:03 AM\nSure\n";
    assert_eq!(turns(meeting), ["Anna Petrova @0 Hello there", "Boris Ivanov @60 Sure"]);
    assert_eq!(turns("Anna: 00:03\nHello.\nBoris: 00:09\nSure.\n"), ["Anna @3 Hello.", "Boris @9 Sure."]);
    assert_eq!(turns("Anna at 00:03: Hello.\nBoris at 00:09: Sure.\n"), ["Anna @3 Hello.", "Boris @9 Sure."]);
}

#[test]
fn each_part_of_a_turn_may_have_a_label() {
    let text = "Timestamp: 00:03\nSpeaker: Anna\nText: Hello.\n\nTimestamp: 00:09\nSpeaker: Boris\nText: Sure.\n";
    assert_eq!(turns(text), ["Anna @3 Hello.", "Boris @9 Sure."]);
    let russian = "Время: 00:03\nГоворит: Анна\nПривет.\n\nВремя: 00:09\nГоворит: Борис\nДа.\n";
    assert_eq!(turns(russian), ["Анна @3 Привет.", "Борис @9 Да."]);
    assert_eq!(turns("Speaker: Hello.\nAnna: Sure.\nSpeaker: When?\n").len(), 3, "somebody is called so");
    let counted = read("Вопрос 1: Когда?\nОтвет: В мае.\nВопрос 2: А потом?\nОтвет: В июне.\n").expect("a transcript");
    assert_eq!(counted.speakers, ["Вопрос", "Ответ"]);
}

#[test]
fn subtitles_with_styles_are_captions() {
    let text = "[Script Info]\nTitle: Call\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n\
        Dialogue: 0,0:00:03.00,0:00:05.00,Default,Anna,0,0,0,,{\\i1}Hello,{\\i0}\\Nthere.\n\
        Dialogue: 0,0:00:05.00,0:00:07.00,Default,Boris,0,0,0,,Sure.\n";
    assert_eq!(turns(text), ["Anna @3 Hello, there.", "Boris @5 Sure."]);
    assert_eq!(read(text).expect("a transcript").left_out.len(), 4);
}

#[test]
fn what_is_remarked_of_somebody_is_no_part_of_the_name() {
    let text = "Anna (laughs): Hello.\n[00:09] Boris: When?\nAnna [after a pause]: In May.\nAnna: Yes.\n";
    let transcript = read(text).expect("a transcript");
    assert_eq!(transcript.speakers, ["Anna", "Boris"]);
    assert_eq!(transcript.paragraphs[0].text, "(laughs) Hello.");
    assert_eq!(transcript.paragraphs[2].text, "[after a pause] In May.");
    let known = read("Anna (she/her): Hello.\nAnna (Acme): Sure.\nAnna (she/her): When?\n").expect("a transcript");
    assert_eq!(known.speakers, ["Anna (she/her)", "Anna (Acme)"]);
}
