//! Data of programs that transcribe: what they heard word by word, with who speaks beside each word or apart.

use orbita::interviews::transcript::{Source, read};

use crate::transcripts::turns;

/// Words as data: when each begins and ends, in thousandths, who says it, what it is.
const WORDS: [(u32, u32, usize, &str); 6] = [
    (100, 300, 0, "Why"),
    (300, 900, 0, "so?"),
    (1500, 1600, 1, "We"),
    (1600, 1900, 1, "paid"),
    (2000, 2600, 1, "twice."),
    (3000, 3400, 0, "When?"),
];

fn listed(word: impl Fn(f64, f64, usize, &str) -> String) -> String {
    let all = WORDS.map(|(start, end, who, text)| word(f64::from(start) / 1000.0, f64::from(end) / 1000.0, who, text));
    format!("[{}]", all.join(","))
}

#[test]
fn words_are_gathered_to_turns() {
    let said = ["@0.1 Why so?", "@1.5 We paid twice.", "@3 When?"];
    let by = |names: [&'static str; 2]| [0, 1, 0].map(|who: usize| names[who]);
    let transcript = "Why so? We paid twice. When?";
    let deepgram = listed(|start, end, who, text| {
        let bare = text.trim_end_matches(['.', '?']).to_lowercase();
        format!(
            r#"{{"word":"{bare}","start":{start},"end":{end},"confidence":0.9,"speaker":{who},"punctuated_word":"{text}"}}"#
        )
    });
    let google = listed(|start, end, who, text| {
        format!(r#"{{"startTime":"{start}s","endTime":"{end}s","word":"{text}","speakerTag":{who}}}"#)
    });
    let assembly = listed(|start, end, who, text| {
        let (start, end, who) = (start * 1000.0, end * 1000.0, ["A", "B"][who]);
        format!(r#"{{"text":"{text}","start":{start},"end":{end},"confidence":0.9,"speaker":"{who}"}}"#)
    });
    let numbered = by(["Speaker 0", "Speaker 1"]);
    for (data, names) in [
        (
            format!(
                r#"{{"results":{{"channels":[{{"alternatives":[{{"transcript":"{transcript}","words":{deepgram}}}]}}]}}}}"#
            ),
            numbered,
        ),
        (format!(r#"{{"results":[{{"alternatives":[{{"transcript":"{transcript}","words":{google}}}]}}]}}"#), numbered),
        (format!(r#"{{"text":"{transcript}","utterances":null,"words":{assembly}}}"#), by(["A", "B"])),
    ] {
        let expected: Vec<String> = names.iter().zip(said).map(|(name, said)| format!("{name} {said}")).collect();
        assert_eq!(turns(&data), expected, "{data}");
        assert_eq!(read(&data).expect("data").source, Source::Data);
        assert_eq!(read(&data).expect("data").paragraphs[1].end, Some(2600), "{data}");
    }
}

/// AWS Transcribe: signs are items of their own, and who speaks stands beside each item, or apart in stretches.
#[test]
fn who_speaks_may_stand_apart_from_the_words() {
    let items = |is_beside: bool| {
        let items = listed(|start, end, who, text| {
            let label = if is_beside { format!(r#","speaker_label":"spk_{who}""#) } else { String::new() };
            let bare = text.trim_end_matches(['.', '?']);
            let word = format!(
                r#"{{"start_time":"{start}","end_time":"{end}","alternatives":[{{"content":"{bare}"}}],"type":"pronunciation"{label}}}"#
            );
            match &text[bare.len()..] {
                "" => word,
                sign => format!(r#"{word},{{"alternatives":[{{"content":"{sign}"}}],"type":"punctuation"{label}}}"#),
            }
        });
        format!(r#""transcripts":[{{"transcript":"Why so? We paid twice. When?"}}],"items":{items}"#)
    };
    let segments = [(0.1, 0.9, 0), (1.5, 2.6, 1), (3.0, 3.4, 0)]
        .map(|(start, end, who)| {
            format!(
                r#"{{"start_time":"{start}","end_time":"{end}","speaker_label":"spk_{who}","items":[{{"start_time":"{start}","speaker_label":"spk_{who}"}}]}}"#
            )
        })
        .join(",");
    let expected = ["spk_0 @0.1 Why so?", "spk_1 @1.5 We paid twice.", "spk_0 @3 When?"];
    assert_eq!(turns(&format!(r#"{{"results":{{{}}}}}"#, items(true))), expected);
    let apart = format!(r#"{{"results":{{"speaker_labels":{{"segments":[{segments}]}},{}}}}}"#, items(false));
    assert_eq!(turns(&apart), expected);
}

#[test]
fn the_likely_way_to_hear_it_is_taken_of_each_piece() {
    let azure = r#"{"recognizedPhrases":[{"speaker":1,"offset":"PT0.1S","nBest":[{"lexical":"why so","display":"Why so?"}]},{"speaker":2,"offset":"PT1M1.5S","nBest":[{"display":"We paid twice."}]}],"combinedRecognizedPhrases":[{"display":"Why so? We paid twice."}]}"#;
    assert_eq!(turns(azure), ["Speaker 1 @0.1 Why so?", "Speaker 2 @61.5 We paid twice."]);
    let channels = r#"{"chunks":[{"alternatives":[{"words":[{"startTime":"0.1s","word":"почему"}],"text":"Почему?"}],"channelTag":"1"},{"alternatives":[{"words":[{"startTime":"1.5s","word":"дорого"}],"text":"Дорого."}],"channelTag":"2"}]}"#;
    assert_eq!(turns(channels), ["Speaker 1 @0.1 Почему?", "Speaker 2 @1.5 Дорого."]);
}

#[test]
fn segments_that_name_nobody_have_their_times() {
    let whisper = r#"{"text":" Why so? We paid.","segments":[{"id":0,"start":0.0,"end":2.5,"text":" Why so?"},{"id":1,"start":2.5,"end":4.0,"text":" We paid."}],"language":"en"}"#;
    let cpp = r#"{"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:02,500"},"text":" Why so?"},{"timestamps":{"from":"00:00:02,500","to":"00:00:04,000"},"text":" We paid."}]}"#;
    for data in [whisper, cpp] {
        let found = read(data).expect("data").paragraphs;
        let spans: Vec<_> = found.iter().map(|said| (said.start, said.end, said.text.as_str())).collect();
        assert_eq!(spans, [(Some(0), Some(2500), "Why so?"), (Some(2500), Some(4000), "We paid.")], "{data}");
    }
    let chat = r#"[{"from":"Anna","text":"Yes"},{"from":"Anna","text":"No"}]"#;
    assert_eq!(read(chat).expect("data").paragraphs.len(), 2, "messages of one word are messages");
}
