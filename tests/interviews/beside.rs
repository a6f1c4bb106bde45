//! Transcripts with more around the words than names: summaries above them, remarks between them, names that programs dress.

use orbita::interviews::transcript::{Transcript, read};

use crate::transcripts::turns;

fn transcript(text: &str) -> Transcript {
    read(text).expect("a transcript")
}

const SAID: [&str; 3] = ["Anna @- What happened?", "John @- We left in May.", "Anna @- Right."];
const TALK: &str = "Anna: What happened?\nJohn: We left in May.\nAnna: Right.";

#[test]
fn tasks_above_a_transcript_are_nobodys_words() {
    for head in [
        "Call with Acme\nSummary\nThey left because of the price.\n\nAction items\n- Anna: send the price list\n- John: talk to the board\n\nTranscript",
        "## Summary\n- They left.\n\n## Action items\n- **Anna:** send it\n- **John:** talk\n\n## Transcript",
        "Краткое содержание\nОни ушли.\n\nЗадачи\nAnna: прислать прайс\nJohn: поговорить\n\nПолная расшифровка",
        "\u{1f4dd} Notes\nMay 12, 2025\n\nSummary\nThey left.\n\nSuggested next steps\nAnna will send it.\n\n\u{1f4d6} Transcript",
        "Next steps:\nAnna: send it\n\nFull transcript:",
    ] {
        let text = format!("{head}\n{TALK}\n");
        assert_eq!(turns(&text), SAID, "{text}");
        let left_out = transcript(&text).left_out;
        assert_eq!(left_out.len(), head.lines().filter(|line| !line.is_empty()).count(), "{left_out:?}");
    }
    // Who says the words has said them, and without a transcript below there is nothing else.
    for text in [
        "Anna: And then?\n\nSummary\n\nJohn: We read it.\n\nTranscript\n\nAnna: Who?\n\nJohn: I.\n",
        "Summary\nAnna: They left.\nJohn: In May.\nAnna: Right.\n",
        "Notes\n\nAnna: They left.\n\nTranscript\n\nThat is all.\n",
    ] {
        let kept = turns(text).concat();
        assert!(kept.contains("Anna @-") && (kept.contains("left") || kept.contains("And then")), "{kept}");
    }
}

#[test]
fn the_title_of_a_program_is_nobody() {
    for title in ["Телемост: расшифровка встречи", "Zoom: meeting transcript", "Толк: стенограмма встречи"]
    {
        let text = format!("{title}\n12 мая 2025, 10:15\n\n{TALK}\n");
        assert_eq!(turns(&text), SAID, "{text}");
    }
    assert_eq!(turns("Anna: transcript\nJohn: What?\nAnna: That.\n")[0], "Anna @- transcript");
}

#[test]
fn one_time_above_the_first_words_may_follow_a_title() {
    let text = "Call with Acme\n\n00:00:00\n\nAnna: What happened?\nJohn: We left in May.\nAnna: Right.\n";
    assert_eq!(turns(text)[0], "Anna @0 What happened?");
    assert!(!transcript(text).paragraphs.iter().any(|said| said.text.contains("00:00")));
}

#[test]
fn what_was_heard_between_the_words_begins_no_turn_and_hides_none() {
    for remark in
        ["[pause]", "(laughs)", "((laughter))", "<phone rings>", "*John nods*", "[crosstalk 00:01:02]", "(пауза)"]
    {
        for first in ["What happened?", "What happened"] {
            let text = format!("Anna: {first}\n{remark}\nJohn: We left in May.\nAnna: Right.\n");
            let said = turns(&text);
            assert_eq!((said.len(), &said[1][..]), (3, "John @- We left in May."), "{text}");
            assert!(said[0].contains(remark), "{said:?}");
        }
    }
    // Words that go on are not cut by brackets among them.
    let prose = transcript("Anna: It was\n(as I said) late and we had\nProblem: none at all.\nJohn: Yes.\n");
    assert_eq!(prose.speakers, ["Anna", "John"]);
}

#[test]
fn bold_names_need_no_colon() {
    for (mark, gap) in [("**", "\n\n"), ("**", "\n"), ("__", "\n\n")] {
        let text = TALK.replace("Anna:", &format!("{mark}Anna{mark}")).replace("John:", &format!("{mark}John{mark}"));
        assert_eq!(turns(&text.replace('\n', gap)), SAID, "{text}");
    }
    // Words that are stressed go on with their sentence, and one that comes once names nobody.
    for text in [
        "**Price** was the reason.\n\n**Support** was fine.\n\n**Price** again.\n",
        "**Delivery** Slow as ever.\n\n**Packing** Bad.\n\nWe left.\n",
        "**Push** The price rose.\n\n**Pull** It was cheaper.\n\n**Push** Support was slow.\n\n**Anxiety** Our data.\n",
        "**Important** We left.\n\n**Important** They stayed.\n",
    ] {
        assert_eq!(transcript(text).speakers, [""; 0], "{text}");
    }
}

#[test]
fn names_in_brackets_before_times_are_names() {
    for form in ["[N] (T): W", "[N] [T]: W", "[N] (T) W", "N (T): W"] {
        let line = |name: &str, time: &str, words: &str| form.replace('N', name).replace('T', time).replace('W', words);
        let text = [
            line("Speaker 1", "00:03", "Hello."),
            line("Speaker 2", "00:07", "Sure."),
            line("Speaker 1", "00:12", "When?"),
        ];
        let said = ["Speaker 1 @3 Hello.", "Speaker 2 @7 Sure.", "Speaker 1 @12 When?"];
        assert_eq!(turns(&text.join("\n")), said, "{form}");
        assert_eq!(transcript(&text.join("\n")).doubtful, [""; 0], "{form}");
    }
}

#[test]
fn names_may_say_where_somebody_is_from() {
    let text = TALK.replace("Anna:", "Anna @ Orbita:").replace("John:", "John @ Acme:");
    assert_eq!(transcript(&text).speakers, ["Anna @ Orbita", "John @ Acme"]);
    let met = transcript("Anna: Where?\nWe met @ noon: late.\nJohn: Yes.\nAnna: Right.\n");
    assert_eq!(met.speakers, ["Anna", "John"]);
}

#[test]
fn labels_alone_may_say_who_speaks_below() {
    for (anna, john) in [("SPEAKER: Anna", "SPEAKER: John"), ("Спикер: Anna", "Спикер: John")] {
        let text = format!("{anna}\nWhat happened?\n{john}\nWe left in May.\n{anna}\nRight.\n");
        assert_eq!(turns(&text), SAID, "{text}");
    }
    assert_eq!(transcript("Speaker: S1\nHello there.\n\nSpeaker: S2\nSure.\n").speakers, ["S1", "S2"]);
    // Somebody who is called so says sentences.
    for text in [
        "Speaker: Hello.\nand so on.\nAnna: Sure.\nSpeaker: When?\n",
        "Speaker: Good\nand so on.\nAnna: Sure.\nSpeaker: Good\nand on.\n",
    ] {
        assert!(transcript(text).speakers.contains(&"Speaker".to_owned()), "{text}");
    }
}

#[test]
fn lines_of_what_is_said_name_nobody_where_names_have_times_above() {
    let text = "Anna 00:00\nSo?\nJohn 00:07\nOur price list:\nBasic: 10\nPro: 20\nAnna 00:12\nRight.\n";
    let said = transcript(text);
    assert_eq!(said.speakers, ["Anna", "John"]);
    assert_eq!(said.doubtful, ["Pro"]);
    // A turn of its own, after a gap, is one.
    let typed = transcript("Anna 00:00\nSo?\n\nJohn 00:07\nYes.\n\nCarl: No.\n\nAnna 00:12\nRight.\n");
    assert_eq!(typed.speakers, ["Anna", "John", "Carl"]);
}

#[test]
fn each_channel_is_somebody() {
    let word = |text: &str, start: f64| format!(r#"{{"word":"{text}","start":{start},"end":{}}}"#, start + 0.4);
    let channel = |words: &[(&str, f64)]| {
        let words: Vec<String> = words.iter().map(|(text, start)| word(text, *start)).collect();
        format!(r#"{{"alternatives":[{{"transcript":"all of it","words":[{}]}}]}}"#, words.join(","))
    };
    let both = [
        channel(&[("So", 0.5), ("why?", 1.0), ("And", 8.0), ("then?", 8.5)]),
        channel(&[("The", 3.0), ("price.", 3.5), ("Nothing.", 11.0)]),
    ];
    let text = format!(r#"{{"results":{{"channels":[{}]}}}}"#, both.join(","));
    assert_eq!(
        turns(&text),
        ["Speaker 1 @0.5 So why?", "Speaker 2 @3 The price.", "Speaker 1 @8 And then?", "Speaker 2 @11 Nothing."]
    );
    // One channel is everybody.
    let one = format!(r#"{{"results":{{"channels":[{}]}}}}"#, both[0]);
    assert!(transcript(&one).speakers.is_empty());
}

#[test]
fn rows_of_a_transcript_may_be_numbered_below_a_heading_that_is_not() {
    let text = "Timespan\tContent\tSpeaker\n1\t0:00.0 - 0:03.2\tHow?\tAnna\n2\t0:03.2 - 0:07.5\tSo.\tJohn\n";
    assert_eq!(turns(text), ["Anna @0 How?", "John @3.2 So."]);
    let own = "Time\tSpeaker\tText\n1\tAnna\tHow?\n2\tJohn\tSo.\n";
    assert_eq!(turns(own), ["Anna @1 How?", "John @2 So."]);
}

#[test]
fn forces_and_what_else_is_noted_name_nobody() {
    for text in [
        "Push: The price rose.\nPull: It was cheaper.\nPush: Support was slow.\nAnxiety: Our data.\nPull: Faster.\n",
        "Боль: Выросла цена.\nПотребность: Дешевле.\nБоль: Медленно.\nПотребность: Быстрее.\n",
    ] {
        assert_eq!(transcript(text).speakers, [""; 0], "{text}");
    }
}
