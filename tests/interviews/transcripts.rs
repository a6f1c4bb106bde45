//! Transcripts of each kind that people paste, and what is to be understood.

use orbita::interviews::transcript::{Source, Transcript, Unreadable, read};
use proptest::prelude::*;

/// The turns as lines: who, when it begins, what. Neighbours of one speaker are joined.
pub(crate) fn turns(text: &str) -> Vec<String> {
    let transcript = read(text).expect("a transcript");
    let turn = |turn: orbita::interviews::transcript::Turn<'_>| {
        let name = turn.speaker.map_or("?", |at| &transcript.speakers[at as usize]);
        let start = turn.start.map_or("-".into(), |start| (f64::from(start) / 1000.0).to_string());
        let words: Vec<&str> = turn.paragraphs.iter().map(|said| said.text.as_str()).collect();
        format!("{name} @{start} {}", words.join(" "))
    };
    transcript.turns().map(turn).collect()
}

#[test]
fn subrip_as_programs_write_it() {
    let text = "\u{feff}1\r\n00:00:01,000 --> 00:00:04,000\r\nINTERVIEWER: What did you\r\n<i>try first</i>?\r\n\r\n2\r\n00:00:04,200 --> 00:00:06,000 X1:40 Y1:20\r\n{\\an8}OWNER: Paper.\r\n\r\n3\r\n00:00:06,000 --> 00:00:07,000\r\n\r\n4\r\n00:00:07,000 --> 00:00:09,000\r\nThen a sheet.\r\n";
    assert_eq!(turns(text), ["INTERVIEWER @1 What did you try first?", "OWNER @4.2 Paper. Then a sheet."]);
    let transcript = read(text).expect("captions");
    assert_eq!(transcript.source, Source::Srt);
    assert_eq!(transcript.paragraphs[1].end, Some(6000));
    assert_eq!(transcript.paragraphs.len(), 3, "the empty caption is dropped");
}

#[test]
fn a_figure_said_is_no_number_of_a_caption() {
    let numbered = "1\n00:00:01,000 --> 00:00:02,000\nInterviewer: How many?\n\n2\n00:00:02,000 --> 00:00:03,000\nOwner: First\n40\n3\n00:00:03,000 --> 00:00:04,000\nThen\n2\n4\n00:00:04,000 --> 00:00:05,000\n7\n\n";
    assert_eq!(turns(numbered), ["Interviewer @1 How many?", "Owner @2 First 40 Then 2 7"]);
    let bare = "00:00:01,000 --> 00:00:02,000\nInterviewer: How many?\n00:00:02,000 --> 00:00:03,000\nOwner:\n15\n00:00:03,000 --> 00:00:04,000\nA day.\n";
    assert_eq!(turns(bare), ["Interviewer @1 How many?", "Owner @2 15 A day."]);
}

#[test]
fn two_people_in_one_caption() {
    let text = "1\n00:00:01,000 --> 00:00:03,000\n- Did it work?\n- Not once.\n\n2\n00:00:03,000 --> 00:00:04,000\nOwner: Twice,\n-5 degrees outside.\n\n3\n00:00:04,000 --> 00:00:05,000\nI ran it\n\u{2013} by hand \u{2013} all day.\n\n4\n00:00:05,000 --> 00:00:06,000\nInterviewer: And?\nOwner: Nothing.\n";
    assert_eq!(
        turns(text),
        [
            "? @1 Did it work? Not once.",
            "Owner @3 Twice, -5 degrees outside. I ran it \u{2013} by hand \u{2013} all day.",
            "Interviewer @5 And?",
            "Owner @5 Nothing."
        ]
    );
}

#[test]
fn web_vtt_with_everything_that_is_not_said() {
    let text = "WEBVTT - take 2\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\nNOTE\ntwo lines\nof a remark\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v.loud Mr. Brown>Why &lt;now&gt;?</v>\n\n00:02.000 --> 00:03.000\n<v Brown's boss>Salon&nbsp;&amp; spa <00:02.500><c>both</c>\ngo on\n\n00:03.000 --> 00:04.000\nand on <v Mr. Brown>Both?\n\nNOTE end\n";
    assert_eq!(
        turns(text),
        ["Mr. Brown @1 Why <now>?", "Brown's boss @2 Salon\u{a0}& spa both go on and on", "Mr. Brown @3 Both?"]
    );
    let transcript = read(text).expect("captions");
    assert_eq!(transcript.source, Source::WebVtt);
    assert_eq!(transcript.left_out, ["NOTE two lines of a remark", "NOTE end"]);
}

#[test]
fn captions_may_overlap_and_lack_gaps() {
    let text = "WEBVTT\n00:00:10.000 --> 00:00:20.000\n<v Owner>Long story.\n00:00:12.000 --> 00:00:13.000\n<v Interviewer>Yes?\n1\n00:00:20.000 --> 00:00:21.000\n<v Owner>End.\n";
    assert_eq!(turns(text), ["Owner @10 Long story.", "Interviewer @12 Yes?", "Owner @20 End."]);
}

#[test]
fn a_meeting_with_names_in_the_captions() {
    let text = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnna Petrova: Hello.\n\n2\n00:00:02.000 --> 00:00:03.000\nJohn de Vries: One thing: the price.\n\n3\n00:00:03.000 --> 00:00:04.000\nAnna Petrova: Go on.\n";
    assert_eq!(
        turns(text),
        ["Anna Petrova @1 Hello.", "John de Vries @2 One thing: the price.", "Anna Petrova @3 Go on."]
    );
}

#[test]
fn times_of_meetings_may_have_one_digit() {
    let voices = "WEBVTT\n\n0:0:0.0 --> 0:0:5.320\n<v Anna>Hi.</v>\n\n0:0:6.90 --> 1:0:8.10\n<v Anna>Yes.</v>\n\n1:0:9.0 --> 1:0:10.0\n<v Boris>No.</v>\n";
    assert_eq!(turns(voices), ["Anna @0 Hi. Yes.", "Boris @3609 No."]);
    let lines = "0:0:0.0 --> 0:0:1.510\nJane Doe\nHi.\n\n0:0:1.510 --> 0:0:3.0\nJohn Smith\nHello.\n\n0:0:3.0 --> 0:0:4.0\nJane Doe\nYes\nand no.\n";
    assert_eq!(turns(lines), ["Jane Doe @0 Hi.", "John Smith @1.51 Hello.", "Jane Doe @3 Yes and no."]);
    let songs = "1\n00:00:00,000 --> 00:00:01,000\nGo on\nand on.\n\n2\n00:00:01,000 --> 00:00:02,000\nBerlin\n";
    assert_eq!(turns(songs), ["? @0 Go on and on. Berlin"], "no names");
}

#[test]
fn captions_that_roll_are_said_once() {
    let text = "WEBVTT\nKind: captions\n\n00:00:00.160 --> 00:00:02.389 align:start position:0%\n \nhello<00:00:00.480><c> world</c>\n\n00:00:02.389 --> 00:00:02.399 align:start position:0%\nhello world\n \n\n00:00:02.399 --> 00:00:04.000 align:start position:0%\nhello world\nnext<00:00:03.000><c> words</c>\n";
    assert_eq!(turns(text), ["? @0.16 hello world next words"]);
    let converted = "1\n00:00:00,160 --> 00:00:02,389\nhello world\n\n2\n00:00:02,389 --> 00:00:02,399\nhello world\n\n3\n00:00:02,399 --> 00:00:04,000\nhello world\nnext words\n";
    assert_eq!(turns(converted), ["? @0.16 hello world next words"]);
    let said_twice = "1\n00:00:00,000 --> 00:00:01,000\nNo.\n\n2\n00:00:01,000 --> 00:00:02,000\nNo.\n\n3\n00:00:02,000 --> 00:00:03,000\nNever.\n";
    assert_eq!(turns(said_twice), ["? @0 No. No. Never."]);
}

#[test]
fn names_with_times_on_lines_of_their_own() {
    let zoom = "[Anna Petrova] 10:02:13\nHello.\n\n[John Smith] 10:02:20\nYes.\n";
    assert_eq!(turns(zoom), ["Anna Petrova @0 Hello.", "John Smith @7 Yes."]);
    let scribe = "[00:00:12] - Anna Petrova\nHello.\n\n[00:00:15] - Ivan Lis\nYes.\n";
    assert_eq!(turns(scribe), ["Anna Petrova @12 Hello.", "Ivan Lis @15 Yes."]);
    assert_eq!(turns("00:12 Anna Petrova\nHello.\n"), ["Anna Petrova @12 Hello."]);
    let first = "0:12 Anna\nHello.\n\n0:15 Ivan\nYes.\n\n0:20 Anna\nGood.\n";
    assert_eq!(turns(first), ["Anna @12 Hello.", "Ivan @15 Yes.", "Anna @20 Good."]);
    let long = format!("[0:01] Interviewer\n{}\n\n[0:40] Anna Petrova\nYes.\n", "Why so? ".repeat(20));
    assert_eq!(read(&long).expect("a transcript").speakers, ["Interviewer", "Anna Petrova"]);
    assert_eq!(turns("[0:01] Hello Anna\nhow are you?\n"), ["? @1 Hello Anna how are you?"]);
    let said = "[0:01] Berlin\nwas far.\n\n[0:05] We went by train, all of us,\nand back.\n";
    assert_eq!(turns(said), ["? @1 Berlin was far. We went by train, all of us, and back."]);
}

#[test]
fn plain_text_with_colons_that_name_nobody() {
    let text = "Interview with a salon, 12 March\nDate: 12.03.2026\n\nInterviewer: Where were you?\n\nOwner: Three problems: price, time, people.\n\nThree problems: too many.\n\nAt 21:40 I wrote: help.\nhttps://example.org/a:b\n\nSo: I left.\n\nI told my sister: no more.\n\nClient said: yes.\n\nInterviewer: And?\n";
    assert_eq!(
        turns(text),
        [
            "Interviewer @- Where were you?",
            "Owner @- Three problems: price, time, people. Three problems: too many. At 21:40 I wrote: help. https://example.org/a:b So: I left. I told my sister: no more. Client said: yes.",
            "Interviewer @- And?"
        ]
    );
}

#[test]
fn headings_with_times_are_no_speakers() {
    let text = "Interview 12.03.2026 10:30\nMarch 12, 2026 10:30\nPart 2: the price\n\nSpeaker 1 0:12\nHello.\n\nSpeaker 2 0:15\nYes.\n";
    let transcript = read(text).expect("a transcript");
    assert_eq!(transcript.speakers, ["Speaker 1", "Speaker 2"]);
}

#[test]
fn a_time_that_was_said_is_not_lost() {
    let text =
        "Interviewer: At what time?\n\nOwner:\n21:40\n\nInterviewer: And then?\n\nOwner: 22:10, no, later.\n\n23:00\n";
    assert_eq!(
        turns(text),
        [
            "Interviewer @- At what time?",
            "Owner @- 21:40",
            "Interviewer @- And then?",
            "Owner @- 22:10, no, later. 23:00"
        ]
    );
}

#[test]
fn questions_and_answers_go_by_a_letter() {
    let text = "Q: Who pays?\nA: The landlord.\nQ:And?\nA: Nobody asks.\n";
    assert_eq!(turns(text), ["Q @- Who pays?", "A @- The landlord.", "Q @- And?", "A @- Nobody asks."]);
    assert_eq!(read("В: Кто платит?\n\nО: Хозяин.\n").expect("a transcript").speakers, ["В", "О"]);
}

#[test]
fn what_somebody_says_that_others_said_is_no_label() {
    let text = "Interviewer: And then?\n\nOwner: I called her.\n\nI said: it broke.\n\nShe said: again?\n\nI said: again.\n\nThen we asked: who pays?\n\nThen we asked: who else?\n\nHead of sales: She is right.\n\nInterviewer: So?\n\nHead of sales: Yes.\n";
    let transcript = read(text).expect("a transcript");
    assert_eq!(transcript.speakers, ["Interviewer", "Owner", "Head of sales"]);
    assert_eq!(turns(text).len(), 5);
    let text = "Владелица: Позвонила.\n\nЯ сказала: «Хватит».\n\nОна ответила: завтра.\n\nЯ сказала: сегодня.\n\nДиректор по продукту: Да.\n\nВладелица: Нет.\n\nДиректор по продукту: Да.\n";
    assert_eq!(read(text).expect("a transcript").speakers, ["Владелица", "Директор по продукту"]);
}

#[test]
fn lines_broken_to_fit_a_page_go_on() {
    let text = "Interviewer: When did you first think\nof it?\nOwner: It was a Sunday evening in March. Two\nclients stood at the door. For the same\nmassage: a double booking\nagain.\nInterviewer: And?\n";
    assert_eq!(
        turns(text),
        [
            "Interviewer @- When did you first think of it?",
            "Owner @- It was a Sunday evening in March. Two clients stood at the door. For the same massage: a double booking again.",
            "Interviewer @- And?"
        ]
    );
}

#[test]
fn times_stand_before_behind_and_above() {
    let before = "00:01 Interviewer: One?\n00:05 Owner: Two.\n01:00:09 Interviewer: Three?\n";
    assert_eq!(turns(before), ["Interviewer @1 One?", "Owner @5 Two.", "Interviewer @3609 Three?"]);
    let behind = "Interviewer (00:01): One?\nOwner [00:05]: Two.\nOwner: [00:07] Still two.\n";
    assert_eq!(turns(behind), ["Interviewer @1 One?", "Owner @5 Two. Still two."]);
    let above = "[00:01]\nInterviewer: One?\n\n[00:05]\nOwner: Two.\n\n(00:09)\nThree.\n";
    assert_eq!(turns(above), ["Interviewer @1 One?", "Owner @5 Two. Three."]);
    let bare = "0:01\nI had a list\n0:05\nand then I lost it\n";
    assert_eq!(read(bare).expect("a transcript").paragraphs[1].start, Some(5000));
    let dashes = "00:01 - Interviewer: One?\n00:05 \u{2014} Owner: Two.\n";
    assert_eq!(turns(dashes), ["Interviewer @1 One?", "Owner @5 Two."]);
    let one_line = "00:01.000 --> 00:02.000 Interviewer: One?\n00:02.000 --> 00:03.000 Owner: Two.\n";
    assert_eq!(turns(one_line), ["Interviewer @1 One?", "Owner @2 Two."]);
    let stretch = "[00:01 - 00:04] Interviewer: One?\n[00:05 - 00:06] Owner: Two.\n";
    assert_eq!(read(stretch).expect("a transcript").paragraphs[1].end, Some(6000));
}

#[test]
fn what_brackets_say_of_a_speaker_is_no_part_of_the_name() {
    let text = "Ann Lee (Interviewer): How?\nBob (head of sales, Acme): So.\nAnn Lee (Interviewer): And?";
    assert_eq!(
        turns(text),
        ["Ann Lee (Interviewer) @- How?", "Bob (head of sales, Acme) @- So.", "Ann Lee (Interviewer) @- And?"]
    );
    assert_eq!(read(text).expect("a transcript").likely_interviewer(), Some(0));
    let russian = "Интервьюер (Анна): Как начали?\nРеспондент (Борис, владелец): С таблицы.";
    assert_eq!(turns(russian), ["Интервьюер (Анна) @- Как начали?", "Респондент (Борис, владелец) @- С таблицы."]);
}

#[test]
fn times_of_stretches_days_and_messages() {
    let said = |first: &str, second: &str| vec![format!("Ann @{first} How?"), format!("Bob @{second} So.")];
    for text in [
        "Ann 00:03 - 00:07\nHow?\nBob 00:07 - 00:09\nSo.",
        "Ann\n00:03\nHow?\n\nBob\n00:07\nSo.",
        "[00:03] Ann:\nHow?\n[00:07] Bob:\nSo.",
        "(00:03)\n[Ann]: How?\n(00:07)\n[Bob]: So.",
        "00:03\n*Ann:* How?\n00:07\n*Bob:* So.",
        "Ann   0 minutes 3 seconds\nHow?\nBob   0 minutes 7 seconds\nSo.",
        "Ann\n0 minutes 3 seconds\nHow?\nBob\n0 minutes 7 seconds\nSo.",
        "Ann\n0 минут 3 секунды\nHow?\n\nBob\n0 минут 7 секунд\nSo.",
    ] {
        assert_eq!(turns(text), said("3", "7"), "{text}");
    }
    for text in [
        "[10:01 AM] Ann: How?\n[10:02 AM] Bob: So.",
        "[12.03.2025, 10:01:00] Ann: How?\n[12.03.2025, 10:02:00] Bob: So.",
        "12/03/2025, 10:01 - Ann: How?\n12/03/2025, 10:02 - Bob: So.",
        "10:01:00 From Ann to Everyone:\n\tHow?\n10:02:00 From Bob to Everyone:\n\tSo.",
        "10:01:00 From  Ann : How?\n10:02:00 From  Bob : So.",
    ] {
        assert_eq!(turns(text), said("0", "60"), "{text}");
    }
}

#[test]
fn names_stand_on_lines_of_their_own() {
    let meeting = "Interviewer   00:12\nWhen was that?\n\nAnna Petrova, 00:15\nWe met at 10:30\nin January.\n\nJohn (01:00:02)\nNo.\n\n00:02:10 Interviewer\nWho else?\n";
    assert_eq!(
        turns(meeting),
        [
            "Interviewer @12 When was that?",
            "Anna Petrova @15 We met at 10:30 in January.",
            "John @3602 No.",
            "Interviewer @130 Who else?"
        ]
    );
    let above = "Interviewer:\nWhen was that?\n\nOwner:\nIn January.\n\nOr later.\n";
    assert_eq!(turns(above), ["Interviewer @- When was that?", "Owner @- In January. Or later."]);
}

#[test]
fn what_a_word_processor_copies() {
    let text = "Interviewer:\u{a0}\tWhat was it?\u{b}The first time.\r\nOwner:\tA number.\u{2028}Interviewer: Which?\r\nOwner\tThe wrong one.\r\n\r\n\tOne more thing.\r\n";
    assert_eq!(
        turns(text),
        [
            "Interviewer @- What was it? The first time.",
            "Owner @- A number.",
            "Interviewer @- Which?",
            "Owner @- The wrong one. One more thing."
        ]
    );
}

#[test]
fn russian_names_and_dialogues() {
    let text = "Инт.: Что вы подумали?\nАнна Петровна: Подумала: «Хватит».\nИнт.: А потом?\nАнна Петровна: Позвонила сестре.\n\nСказала: «Всё».\n\nГлавное: не молчать.\nВ пятницу решили: хватит.\n";
    assert_eq!(
        turns(text),
        [
            "Инт @- Что вы подумали?",
            "Анна Петровна @- Подумала: «Хватит».",
            "Инт @- А потом?",
            "Анна Петровна @- Позвонила сестре. Сказала: «Всё». Главное: не молчать. В пятницу решили: хватит."
        ]
    );
    let dialogue = "\u{2014} Что было дальше?\n\u{2014} Ничего.\n\nВладелица: Ещё месяц ничего.\n\n\u{2014} А потом?\n\nПотом ушла клиентка.\n";
    assert_eq!(
        turns(dialogue),
        [
            "? @- Что было дальше? Ничего.",
            "Владелица @- Ещё месяц ничего.",
            "? @- А потом?",
            "Владелица @- Потом ушла клиентка."
        ]
    );
}

#[test]
fn markdown_with_headings_quotes_and_lists() {
    let text = "# Interview 3\n\n**Interviewer**: Did you *miss* anything?\n\n> **Manager:** The colours \\(old ones\\).\n\n---\n\n## Second part\n\n**Interviewer** \\[01:10\\]: And?\n\n- **Manager:** The snake_case search.\n";
    assert_eq!(
        turns(text),
        [
            "Interviewer @- Did you miss anything?",
            "Manager @- The colours (old ones).",
            "Interviewer @70 And?",
            "Manager @- The snake_case search."
        ]
    );
    assert_eq!(read(text).expect("a transcript").left_out, ["Interview 3", "Second part"]);
    let headed = "### Interviewer\n\nWhy?\n\n### Owner\n\nBecause.\n";
    assert_eq!(turns(headed), ["Interviewer @- Why?", "Owner @- Because."]);
}

#[test]
fn speakers_stand_in_the_order_of_their_first_words() {
    let transcript = read("Interviewer:\n\nOwner: Yes.\n\nInterviewer: So?\n\nOWNER: No.\n").expect("a transcript");
    assert_eq!(
        transcript.speakers,
        ["Owner", "Interviewer"],
        "the first label had no words; a name is one in any case"
    );
}

#[test]
fn what_holds_no_words_is_refused() {
    for empty in ["", " \n\u{a0}\n", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n\n"] {
        assert_eq!(read(empty), Err(Unreadable::Empty), "{empty:?}");
    }
    assert_eq!(read(&"a ".repeat(1_500_001)), Err(Unreadable::TooLong));
    assert_eq!(read(&"a\n".repeat(200_001)), Err(Unreadable::TooLong));
}

/// Letters and figures of all that was said.
fn letters(transcript: &Transcript) -> String {
    let said = transcript.paragraphs.iter().flat_map(|said| said.text.chars());
    said.filter(|letter| letter.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_labelled_transcript_is_lost(
        turns in prop::collection::vec((0_usize..3, "[a-zа-я]{1,6}( [a-zа-я]{1,6}){0,9}[.?!]"), 1..20), gap in any::<bool>()
    ) {
        let names = ["Interviewer", "Anna Petrova", "Владелица"];
        let lines: Vec<String> = turns.iter().map(|(who, words)| format!("{}: {words}", names[*who])).collect();
        let transcript = read(&lines.join(if gap { "\n\n" } else { "\n" })).expect("a transcript");
        let said: Vec<(Option<&str>, &str)> = transcript
            .paragraphs
            .iter()
            .map(|said| (said.speaker.map(|at| transcript.speakers[at as usize].as_str()), said.text.as_str()))
            .collect();
        let typed: Vec<(Option<&str>, &str)> = turns.iter().map(|(who, words)| (Some(names[*who]), words.as_str())).collect();
        prop_assert_eq!(said, typed);
    }

    #[test]
    fn any_text_is_read_without_losing_letters(text in "(\\PC|[\n\r\u{b}:\\[\\]0-9>\u{2014}#* -]|Owner: |00:01 --> 00:02\n){0,60}") {
        if let Ok(transcript) = read(&text) {
            let named: String = transcript.speakers.concat();
            let all = text.chars().filter(|letter| letter.is_alphabetic()).count();
            let kept = letters(&transcript).chars().filter(|letter| letter.is_alphabetic()).count();
            prop_assert!(kept <= all);
            for said in &transcript.paragraphs {
                let has_break = said.text.contains(['\n', '\r', '\u{b}']);
                prop_assert!(!has_break);
                prop_assert!(said.speaker.is_none_or(|at| (at as usize) < transcript.speakers.len()));
            }
            prop_assert!(named.is_empty() || all > 0);
        }
    }
}

/// How a transcript is written down.
#[derive(Clone, Copy, Debug)]
enum Form {
    Srt,
    LooseSrt,
    Voices,
    VttLabels,
    Plain,
    Lines,
    Timed,
    Layout,
    Word,
    Markdown,
}

const FORMS: [Form; 10] = [
    Form::Srt,
    Form::LooseSrt,
    Form::Voices,
    Form::VttLabels,
    Form::Plain,
    Form::Lines,
    Form::Timed,
    Form::Layout,
    Form::Word,
    Form::Markdown,
];

/// A turn: who, at which second, what.
type Spoken = (usize, u32, String);

fn written(form: Form, turns: &[Spoken], names: &[&str]) -> String {
    let clock = |second: u32| format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    let mut text = String::from(match form {
        Form::Voices | Form::VttLabels => "WEBVTT\n\nNOTE made\nby hand\n\n",
        Form::Markdown => "# Interview\n\n",
        _ => "",
    });
    for (at, (who, second, words)) in turns.iter().enumerate() {
        let (name, from, to) = (names[*who], clock(*second), clock(second + 1));
        text += &match form {
            Form::Srt => format!("{}\n{from},000 --> {to},500\n{name}: {}\n\n", at + 1, words.replacen(' ', "\n", 1)),
            Form::LooseSrt => format!("{from}.000 --> {to}.500\n<i>{name}:</i> {words}\n"),
            Form::Voices => format!("c{at}\n{from}.000 --> {to}.500 line:0\n<v {name}>{words}</v>\n\n"),
            Form::VttLabels => format!("{from}.000 --> {to}.500\n{name}: {words}\n\n"),
            Form::Plain => format!("{name}: {words}\n\n"),
            Form::Lines => format!("{name}: {words}\n"),
            Form::Timed => format!("[{from}] {name}: {words}\n"),
            Form::Layout => format!("{name}  {from}\n{}\n\n", words.replacen(' ', "\n", 1)),
            Form::Word => format!("{name}:\u{a0}{}\r\n", words.replacen(' ', "\u{b}", 1)),
            Form::Markdown => format!("**{name}:** \\[{from}\\] {words}\n\n"),
        };
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn every_way_to_write_a_talk_down_is_understood_alike(
        spoken in prop::collection::vec(
            (
                0_usize..3,
                1_u32..30,
                prop_oneof![
                    "[A-ZА-Я][a-zа-я]{1,6}( [a-zа-я]{1,6}){0,6}[.?!]",
                    Just("Two things: a voucher and a headache.".to_owned()),
                    Just("I wrote to support at 21:40.".to_owned()),
                    Just("It was \u{2013} as I said \u{2013} too late.".to_owned()),
                    Just("Подумала: «Хватит».".to_owned()),
                    Just("15 a day, see https://example.org/a:b".to_owned()),
                ],
            ),
            1..12,
        ),
        form in 0_usize..FORMS.len(),
        russian in any::<bool>(),
    ) {
        let mut spoken = spoken;
        // Captions that overlap and say the same are one.
        spoken.dedup_by(|next, one| next.2 == one.2);
        let names = if russian { ["Интервьюер", "Анна Ковалёва", "Владелица"] } else { ["Interviewer", "Anna Petrova", "Owner"] };
        let mut second = 0;
        let spoken: Vec<Spoken> = spoken
            .into_iter()
            .map(|(who, pause, words)| {
                second += pause;
                (who, second, words)
            })
            .collect();
        let form = FORMS[form];
        let timed = !matches!(form, Form::Plain | Form::Lines | Form::Word);
        let said: Vec<String> = spoken
            .chunk_by(|one, next| one.0 == next.0)
            .map(|turn| {
                let words: Vec<&str> = turn.iter().map(|spoken| spoken.2.as_str()).collect();
                let start = if timed { turn[0].1.to_string() } else { "-".into() };
                format!("{} @{start} {}", names[turn[0].0], words.join(" "))
            })
            .collect();
        let text = written(form, &spoken, &names);
        prop_assert_eq!(turns(&text), said, "{:?}\n{}", form, text);
    }
}

#[test]
fn lines_about_the_interview_name_nobody() {
    let said = |text: &str| {
        let transcript = read(text).expect("a transcript");
        let texts = transcript.paragraphs.iter().map(|one| (one.speaker, one.text.clone())).collect::<Vec<_>>();
        (transcript.speakers.clone(), texts, transcript.left_out.len())
    };
    let talk = "Anna: We left.\n\nPavel: When?\n\nAnna: In May:\n\n- tool\n- price\n\nPavel: Why?";
    let head = "# Anna\n\n- **Role:** Head of L&D\n- **Company:** Meridian\n- **Tool:** Excel\n\n";
    let (speakers, texts, left_out) = said(&format!("{head}{talk}"));
    assert_eq!(speakers, ["Anna", "Pavel"]);
    assert_eq!(left_out, 3);
    let anna = |text: &str| (Some(0), text.to_owned());
    assert!(texts.contains(&anna("tool")) && texts.contains(&anna("price")), "items of her list: {texts:?}");
    let (speakers, ..) = said("Role: CFO\nTool: Excel\n\nAnna: We left.\n\nPavel: When?\n\nAnna: In May.");
    assert_eq!(speakers, ["Anna", "Pavel"]);
    let (speakers, ..) = said("Olga: Hi\nAnna: Hello\n\nPavel: When?\n\nAnna: In May.");
    assert_eq!(speakers, ["Olga", "Anna", "Pavel"], "who speaks again says nothing about the interview");
}

#[test]
fn what_stands_above_the_first_turn_is_nobodys_words() {
    let talk = "Anna: We left.\n\nPavel: When?\n\nAnna: In May.";
    let words = ["Anna @- We left.", "Pavel @- When?", "Anna @- In May."];
    for above in [
        "Why clients leave\nDate: 12 March 2026\nParticipants: Anna Berg (CFO), Pavel Orlov.\n\n",
        "Interview 7\n12.03.2026 10:30\n\nParticipants:\nAnna: CFO, Meridian\nPavel: researcher\n\n",
        "Почему уходят клиенты\n\nДата и время: 12.03.2026, 10:30\nУчастники:\n- Анна Берг\n- Павел Орлов\n\n",
        "Contact: anna@example.org, +7 (495) 123-45-67.\nhttps://example.org/rec/1\n\n",
        "# Interview\n\n**Goal:** find out why they left.\n\n",
        "Customer interview\n",
        "Recorded: yes\n\n",
    ] {
        let text = format!("{above}{talk}");
        assert_eq!(turns(&text), words, "{text}");
        assert!(!read(&text).expect("a transcript").left_out.is_empty(), "{text}");
    }
    let timed = "Interview with Anna\nDate: 12 March\n\n[00:01] Where were you?\n\n[00:09] In Berlin.";
    assert_eq!(turns(timed).concat(), "? @1 Where were you? In Berlin.", "{timed}");
    let bare = "Interview with Anna\nDate: 12 March\n\nWe left in May.\n\nNobody had called.";
    assert_eq!(turns(bare), ["? @- We left in May. Nobody had called."]);
    for said in ["and nothing came of it", "It was late. We went home.", "Three things: price"] {
        assert!(
            turns(&format!("{said}\n\nNobody had called."))[0].contains(said),
            "without turns below it may be said"
        );
    }
    for said in ["and nothing came of it\n\n", "Then we\nwent home.\n\n"] {
        let first = turns(&format!("{said}{talk}")).remove(0);
        assert!(first.starts_with("? @- "), "the end of what somebody said: {first}");
    }
}

#[test]
fn times_between_the_words_are_nobodys() {
    let text = "Anna: We left [00:12:33] in May.\n\nPavel: At [noon]?\n\nAnna: At (0:12), [1] I think.";
    assert_eq!(turns(text), ["Anna @- We left in May.", "Pavel @- At [noon]?", "Anna @- At (0:12), [1] I think."]);
}

#[test]
fn marks_of_programs_for_transcribing_are_times() {
    let before = "#00:00:01-2# Anna: We left. #00:00:05-1#\n\n#00:00:06-0# Pavel: When? #00:00:08-0#\n\n#00:01:00-0# Anna: In May.";
    assert_eq!(turns(before), ["Anna @1.2 We left.", "Pavel @6 When?", "Anna @60 In May."]);
    let behind = "I: When? #00:00:05-1#\nB: In May. #00:00:40-0#\nB: No, #00:00:41-0# in June. (laughs) #00:01:00-7#";
    assert_eq!(turns(behind), ["I @- When?", "B @5.1 In May. No, in June. (laughs)"]);
    for said in ["Anna: Room #12-4# on floor #3.", "Anna: #00:12# is no time."] {
        assert_eq!(turns(said), [said.replacen("Anna: ", "Anna @- ", 1)]);
    }
}

#[test]
fn names_stand_in_brackets_and_far_above() {
    let words = ["Anna @- We left.", "Pavel @- When?", "Anna @- In May."];
    for text in [
        "[Anna] We left.\n[Pavel] When?\n[Anna] In May.",
        "(Anna) We left.\n\n(Pavel) When?\n\n(Anna) In May.",
        "<Anna> We left.\n<Pavel> When?\n<Anna> In May.",
        "**Anna**\n\nWe left.\n\n**Pavel**\n\nWhen?\n\n**Anna**\n\nIn May.",
    ] {
        assert_eq!(turns(text), words, "{text}");
    }
    let aside = turns("Anna: We left.\n(Laughs) Really.\nPavel: When?").concat();
    assert!(aside.contains("(Laughs) Really."), "{aside}");
}

#[test]
fn times_stand_behind_names_and_above_them() {
    let words = ["Anna @1 We left.", "Pavel @6 When?", "Anna @41 In May."];
    for text in [
        "Anna: 00:01 We left.\n\nPavel: 00:06 When?\n\nAnna: 00:41 In May.",
        "Anna – 00:01 – We left.\nPavel – 00:06 – When?\nAnna – 00:41 – In May.",
        "00:01 - 00:05\nAnna\nWe left.\n\n00:06 - 00:40\nPavel\nWhen?\n\n00:41 - 00:43\nAnna\nIn May.",
        "Anna\tWe left.\t00:01\nPavel\tWhen?\t00:06\nAnna\tIn May.\t00:41",
        "Timespan\tContent\tSpeaker\n0:01.0 - 0:05.1\tWe left.\tAnna\n0:06.0 - 0:40.0\tWhen?\tPavel\n0:41.0 - 0:43.0\tIn May.\tAnna",
    ] {
        assert_eq!(turns(text), words, "{text}");
    }
    let said = turns("Anna: When?\nPavel: 10:30 in the evening.\nAnna: And then?").concat();
    assert!(said.contains("10:30 in the evening."), "{said}");
}

#[test]
fn numbers_of_lines_are_nobodys_words() {
    let words = ["Anna @- We left.", "Pavel @- When?", "Anna @- In May."];
    let questions = "1. Pavel: When?\nAnna: In May.\n\n2. Pavel: Why?\nAnna: The price.";
    assert_eq!(turns(questions), ["Pavel @- When?", "Anna @- In May.", "Pavel @- Why?", "Anna @- The price."]);
    assert_eq!(turns("7 Anna: We left.\n8 Pavel: When?\n9 Anna: In May."), words);
    assert_eq!(turns("1. Anna: We left.\n\n2. Pavel: When?\n\n3. Anna: In May."), words);
    let list = turns("1. Price\n2. Time\n3. People").concat();
    assert!(list.contains("1. Price") && list.contains("3. People"), "a list that somebody dictates: {list}");
}

#[test]
fn names_may_be_all_of_a_line() {
    let text = "ИНТЕРВЬЮЕР\nКогда вы ушли?\n\nРЕСПОНДЕНТ\nВ мае.\nТочно.\n\nИНТЕРВЬЮЕР\nПочему?";
    assert_eq!(turns(text), ["ИНТЕРВЬЮЕР @- Когда вы ушли?", "РЕСПОНДЕНТ @- В мае. Точно.", "ИНТЕРВЬЮЕР @- Почему?"]);
    let topics = "Price\nIt is high.\n\nPeople\nThey are kind.\n\nPlaces\nToo many.";
    assert!(turns(topics)[0].contains("Price"), "headings that never come again name nobody");
}

#[test]
fn times_of_a_day_have_two_halves() {
    let words = ["Anna @0 We left.", "Pavel @43260 When?", "Anna @43320 In May."];
    for text in [
        "Anna\n  10:02 AM\nWe left.\nPavel\n  10:03 PM\nWhen?\nAnna\n  10:04 PM\nIn May.",
        "Anna  10:02 AM\nWe left.\n\nPavel  10:03 PM\nWhen?\n\nAnna  10:04 PM\nIn May.",
    ] {
        assert_eq!(turns(text), words, "{text}");
    }
}

#[test]
fn a_meeting_has_times_now_and_then() {
    let text = "Interview Anna - Transcript\n00:00:00\n \nAnna: We left.\nPavel: When?\n \n00:05:02\n \nAnna: In May.";
    assert_eq!(turns(text), ["Anna @0 We left.", "Pavel @- When?", "Anna @302 In May."]);
}

#[test]
fn few_turns_are_enough() {
    let words = ["spk_0 @- We left.", "spk_1 @- When?", "spk_0 @- In May."];
    assert_eq!(turns("spk_0: We left.\nspk_1: When?\nspk_0: In May."), words);
    let dashes = "Anna Lee - 00:00\nWe left.\n\nPavel - 00:06\nWhen?\n\nAnna Lee - 00:41\nIn May.";
    assert_eq!(turns(dashes), ["Anna Lee @0 We left.", "Pavel @6 When?", "Anna Lee @41 In May."]);
}

#[test]
fn captions_of_you_tube_and_drawn_tables() {
    let captions = "0:00:00.500,0:00:03.000\nWe left.\n\n0:00:03.000,0:00:06.200\nIn May.\n";
    assert_eq!(turns(captions).concat(), "? @0.5 We left. In May.");
    let table = "| Time | Speaker | Text |\n|:--|---|---|\n| 00:01 | Anna | We left. |\n| 00:06 | Pavel | When? |\n";
    assert_eq!(turns(table), ["Anna @1 We left.", "Pavel @6 When?"]);
}

#[test]
fn who_asks_most_is_the_interviewer() {
    let likely = |text| read(text).expect("a transcript").likely_interviewer();
    assert_eq!(
        likely("Anna: I had nothing to show.\n\nPavel: When was that?\n\nAnna: In March, I think?\n\nAnna: Yes."),
        Some(1)
    );
    assert_eq!(likely("Anna: Really?\n\nPavel: Really?"), None, "both ask");
    assert_eq!(likely("Anna: I see.\n\nInterviewer: Go on.\n\nAnna: What?"), Some(1), "by name");
    let talk = "Anna: We left.\n\nPavel: When?\n\nAnna: In May.\n\nPavel: Tell me.\n\nOlga: Really?\n\nPavel: How?\n\n";
    assert_eq!(likely(talk), Some(1), "asking back once is no interview");
    let talk = "Anna: I left.\n\nPavel: Tell me.\n\nAnna: It broke, right?\n\nPavel: I see.\n\nPavel: When?\n\nPavel: How?\n\n\
        Pavel: Go on.\n\nAnna: No.\n\nAnna: Yes.\n\nAnna: Then.\n\nAnna: So.";
    assert_eq!(likely(talk), Some(1), "who asks in fewer than half of their words");
    assert_eq!(likely("Anna: Is it?"), None, "one speaker");
    assert_eq!(likely("Just words. Are they?"), None);
}

#[test]
fn times_that_are_spelled_out_above_their_figures_are_no_words() {
    let english =
        ["Anna Berg", "0 minutes 3 seconds", "0:03", "So when did you leave?", "Marina Sokolova", "1 minute 9 seconds"];
    let rest = [
        "1:09",
        "In May. After the second invoice.",
        "Anna Berg",
        "1 hour 1 minute and 2 seconds",
        "1:01:02",
        "And then?",
    ];
    let text = [english, rest].concat().join("\n");
    let expected = [
        "Anna Berg @3 So when did you leave?",
        "Marina Sokolova @69 In May. After the second invoice.",
        "Anna Berg @3662 And then?",
    ];
    assert_eq!(turns(&text), expected);
    let russian = "Анна Берг\n0 минут 3 секунды\n0:03\nКогда вы ушли?\nМарина Соколова\n0 минут 9 секунд\n0:09\nВ мае.\n\
                   Анна Берг\n0 минут 12 секунд\n0:12\nА потом?";
    assert_eq!(turns(russian), ["Анна Берг @3 Когда вы ушли?", "Марина Соколова @9 В мае.", "Анна Берг @12 А потом?"]);
    // What somebody says is kept, however much it looks like a time.
    let said = "Anna: How long did it take?\nBob:\n3 minutes\nAnna: No more?\nBob: No.";
    assert_eq!(turns(said)[1], "Bob @- 3 minutes");
}

#[test]
fn names_of_many_words_are_names() {
    for gap in ["\n", "\n\n"] {
        let text =
            ["Anna: Hi.", "Mary Ann van der Berg: We left.", "Anna: When?", "Mary Ann van der Berg: In May."].join(gap);
        assert_eq!(turns(&text)[1], "Mary Ann van der Berg @- We left.", "{text}");
        let text = [
            "Анна: Здравствуйте.",
            "Мария Антонина фон дер Остен: Мы ушли.",
            "Анна: Когда?",
            "Мария Антонина фон дер Остен: В мае.",
        ]
        .join(gap);
        assert_eq!(turns(&text)[1], "Мария Антонина фон дер Остен @- Мы ушли.", "{text}");
    }
    let initials = "Иванов И. И.: Мы ушли.\nАнна: Когда?\nИванов И. И.: В мае.\nАнна: А потом?\nИванов И.И: Ничего.";
    assert_eq!(turns(initials)[..2], ["Иванов И. И. @- Мы ушли.", "Анна @- Когда?"]);
    let said = "Anna: Hi.\nBob: Well.\nThe End of the Story: nothing came.\nAnna: When?\nBob: In May.";
    assert!(!turns(said).iter().any(|turn| turn.starts_with("The End")), "a sentence with a colon is no speaker");
}
