//! Times in other signs than colons, below and behind the words, and chats with handles.

use orbita::interviews::transcript::read;

use crate::transcripts::turns;

#[test]
fn times_have_other_signs_than_colons() {
    for text in [
        "00h00m03s Anna: Hello.\n00h01m09s Boris: Sure.\n",
        "[00h00m03s] Anna: Hello.\n[00h01m09s] Boris: Sure.\n",
        "Anna 0h0m3s\nHello.\n\nBoris 0h1m9s\nSure.\n",
        "Anna (3s): Hello.\nBoris (1m 9s): Sure.\n",
        "0'03\" Anna: Hello.\n1'09\" Boris: Sure.\n",
        "0 мин 3 сек Anna: Hello.\n1 мин 9 сек Boris: Sure.\n",
        "0.03 Anna: Hello.\n1.09 Boris: Sure.\n",
        "00.00.03 Anna: Hello.\n00.01.09 Boris: Sure.\n",
        "(0.03) Anna: Hello.\n(1.09) Boris: Sure.\n",
        "Anna 00.03\nHello.\n\nBoris 01.09\nSure.\n",
        "0.03\nAnna: Hello.\n1.09\nBoris: Sure.\n",
        "3.00 - 69.00 Anna: Hello.\n69.00 - 71.50 Boris: Sure.\n",
        "Anna 3.00 - 69.00: Hello.\nBoris 69.00 - 71.75: Sure.\n",
        "Anna [3.000 --> 69.000]: Hello.\nBoris [69.000 --> 71.750]: Sure.\n",
        "[3.0s - 69.0s] Anna: Hello.\n[69.0s - 71.7s] Boris: Sure.\n",
        "3.0 Anna: Hello.\n69.0 Boris: Sure.\n",
    ] {
        assert_eq!(turns(text), ["Anna @3 Hello.", "Boris @69 Sure."], "{text}");
    }
    let unnamed = read("0.03 Hello there.\n0.09 Sure I do.\n1.12 When was it?\n").expect("a transcript");
    let starts: Vec<Option<u32>> = unnamed.paragraphs.iter().map(|said| said.start).collect();
    assert_eq!(starts, [Some(3000), Some(9000), Some(72_000)]);
}

#[test]
fn figures_that_were_said_are_no_times() {
    for text in [
        "Prices they pay:\n\n0.50 Coffee.\n\n1.20 Tea.\n\n2.00 Cake.\n",
        "1.01 Introduction\nSome words.\n\n1.02 Method\nSome words.\n",
        "12.03 Anna called.\n15.03 Boris answered.\n",
        "0.50 for coffee,\n0.60 for tea\n",
        "Anna: It took\n3 s to load.\nBoris:\n5 s is long.\n",
    ] {
        let transcript = read(text).expect("a transcript");
        assert!(transcript.paragraphs.iter().all(|said| said.start.is_none()), "{text}");
        let words: Vec<&str> = transcript.paragraphs.iter().flat_map(|said| said.text.split_whitespace()).collect();
        let figures = text.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        figures.for_each(|figure| assert!(words.contains(&figure), "{figure} of {text}"));
    }
}

#[test]
fn times_may_stand_below_or_behind_the_words() {
    let said = ["Anna @0 Hello.", "Boris @180 Sure.", "Anna @240 When?"];
    for text in [
        "Anna\nHello.\n10:02\n\nBoris\nSure.\n10:05\n\nAnna\nWhen?\n10:06\n",
        "Anna\nHello.\n10:02 AM\nBoris\nSure.\n10:05 AM\nAnna\nWhen?\n10:06 AM\n",
        "Anna:\nHello.\n10:02 ✓✓\nBoris:\nSure.\nedited 10:05\nAnna:\nWhen?\n10:06\n",
        "Anna: Hello.\n10:02\n\nBoris: Sure.\n10:05\n\nAnna: When?\n10:06\n",
        "Anna: Hello. 10:02\nBoris: Sure. 10:05\nAnna: When? 10:06\n",
        "Client chat\nAnna:\nHello. 10:02\n\nBoris:\nSure. 10:05\n\nToday\nAnna:\nWhen? 10:06\n",
    ] {
        assert_eq!(turns(text), said, "{text}");
    }
    let recorded = "Anna: Hello. (00:03)\nBoris: Sure. (00:05)\nAnna: When? (00:09)\n";
    assert_eq!(turns(recorded), ["Anna @- Hello.", "Boris @3 Sure.", "Anna @5 When?"]);
    let answers = "Anna: When?\nBoris: At 9:00\nAnna: And then?\nBoris: Until 18:00\n";
    assert_eq!(turns(answers).concat(), "Anna @- When?Boris @- At 9:00Anna @- And then?Boris @- Until 18:00");
    let alone = read("Anna\nHello.\n10:02\nMore.\n10:03\nBoris\nSure.\n10:05\n").expect("a transcript");
    assert_eq!(alone.doubtful, ["Anna", "Boris"], "they may be words");
}

#[test]
fn chats_have_handles() {
    let said = ["anna @0 hello", "boris_i @60 sure", "anna @120 when?"];
    for text in [
        "[10:02] <anna> hello\n[10:03] <@boris_i> sure\n[10:04] <anna> when?\n",
        "10:02 <anna> hello\n10:03 <boris_i> sure\n10:03 -!- carl [~c@host] has joined #a\n10:04 <anna> when?\n",
        "2025-03-08 10:02:00 <anna> hello\n2025-03-08 10:03:00 <boris_i> sure\n2025-03-08 10:04:00 <anna> when?\n",
    ] {
        assert_eq!(turns(text), said, "{text}");
    }
    assert_eq!(
        turns("<anna> hello\n<boris> sure\n<anna> when?\n"),
        ["anna @- hello", "boris @- sure", "anna @- when?"]
    );
    let told = read("10:02 <anna> hello\n10:03 <boris> sure\n10:03 * boris nods\n").expect("a transcript");
    assert_eq!(told.left_out, ["10:03 * boris nods"]);
    assert_eq!(turns("Anna: I pressed <Ctrl> twice\nBoris: and <Enter> once\n").len(), 2);
}

#[test]
fn pages_of_messages_say_more_than_the_messages() {
    let text = "MONDAY\nAnna Petrova sent the following message at 10:02 AM\nView Anna’s profileAnna Petrova\n\
        Anna Petrova 10:02 AM\nHello.\nTODAY\nBoris Ivanov sent the following messages at 10:05 AM\n\
        View Boris’s profileBoris Ivanov\nBoris Ivanov (He/Him) 10:05 AM\nToday\nAnd more.\n";
    assert_eq!(turns(text), ["Anna Petrova @0 Hello.", "Boris Ivanov (He/Him) @180 Today And more."]);
    assert_eq!(read(text).expect("a transcript").left_out.len(), 6);
    let below = "Вчера\nАнна\n10:02\nПривет.\nСегодня\nБорис\n10:05\nДа.\n";
    assert_eq!(read(below).expect("a transcript").left_out, ["Вчера", "Сегодня"]);
    assert_eq!(read(below).expect("a transcript").speakers, ["Анна", "Борис"]);
}

#[test]
fn a_sentence_before_a_time_is_nobody() {
    let text = "Anna:\nHello. 10:02\n\nBoris:\nSure. 10:05\n\nAnna:\nWell\n";
    assert_eq!(read(text).expect("a transcript").speakers, ["Anna", "Boris"]);
    let silent = read("Anna: Yes.\nCarl 0:05\nBoris 0:06\nSure.\n").expect("a transcript");
    assert_eq!(silent.left_out, ["Carl"], "who says nothing may be words");
}

#[test]
fn a_time_in_brackets_may_part_a_name_from_the_words() {
    for text in [
        "Anna [00:00:03] Hello.\n\nBoris [00:01:09] Sure.\n",
        "Anna (00:03) Hello.\nBoris (01:09) Sure.\n",
        "Anna [0:03] : Hello.\nBoris [1:09] : Sure.\n",
    ] {
        assert_eq!(turns(text), ["Anna @3 Hello.", "Boris @69 Sure."], "{text}");
    }
    let longer =
        "Ольга Иванова (00:00:03) Да [смеётся].\nИ вот.\n\nПётр (00:00:09) Ага.\n\nОльга Иванова (00:01:09) Нет.\n";
    assert_eq!(turns(longer), ["Ольга Иванова @3 Да [смеётся]. И вот.", "Пётр @9 Ага.", "Ольга Иванова @69 Нет."]);
    // What was said may hold a time of day.
    for text in
        ["Acme (10:30) was late.\n\nBeta (11:40) came.", "We met Anna (10:30) and talked.\nThen Boris (11:40) came."]
    {
        assert!(turns(text).iter().all(|turn| turn.starts_with("? @-")), "{text}");
    }
}
