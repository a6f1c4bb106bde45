//! The language of the one-line input: what a facilitator types while people talk.
//!
//! ```text
//! line  = [ kind ] { word | score | owner | tag }      parted by white space
//! kind  = "!" friction | "+" opportunity | "?" thought   first in the line; a "+" before a digit is a figure, no kind
//! score = grade ( "x" | "х" | "×" | "*" ) grade          only where the card is a friction; the first one counts
//! owner = "@" ( name | quoted )                           the first one counts
//! tag   = "#" ( name | quoted )
//! quoted = '"' { any but '"' } '"'
//! word  = anything else; "\" before a sign of these (! + ? @ # \ or a digit) makes it a word like any other
//! ```
//!
//! Nothing that is typed gets lost: a second score or owner stays a word of the text. White space between words becomes one
//! space. [`print()`] writes an entry so that [`parse`] reads the same one again.

use std::ops::Range;

use crate::model::quantity::Grade;
use crate::named::{name, piece, quoted};

/// What was typed, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What kind of card it makes; `None` leaves that to the lane.
    pub kind: Option<Kind>,
    /// The words.
    pub text: String,
    /// Frequency and impact.
    pub score: Option<(Grade, Grade)>,
    /// The owner's name, without `@`; never empty.
    pub owner: Option<String>,
    /// The tags, without `#`, each once.
    pub tags: Vec<String>,
}

/// A kind of card that has a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `!`
    Friction,
    /// `+`
    Opportunity,
    /// `?`
    Thought,
}

/// A part of the line that means more than its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the line.
    pub at: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// What a token means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The kind of card.
    Kind(Kind),
    /// Frequency and impact.
    Score(Grade, Grade),
    /// An owner.
    Owner(String),
    /// A tag.
    Tag(String),
}

const SIGNS: [char; 6] = ['!', '+', '?', '@', '#', '\\'];
const TIMES: [char; 6] = ['x', 'X', 'х', 'Х', '×', '*'];

/// Reads a line. `friction` says that the card becomes a friction even without a sign.
pub fn parse(line: &str, friction: bool) -> Entry {
    read(line, friction).0
}

/// The tokens of a line, in order.
pub fn tokens(line: &str, friction: bool) -> Vec<Token> {
    read(line, friction).1
}

fn read(line: &str, friction: bool) -> (Entry, Vec<Token>) {
    let mut entry = Entry::default();
    let mut tokens = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut at = line.len() - line.trim_start().len();
    if let Some(kind) = kind_of(&line[at..]) {
        entry.kind = Some(kind);
        tokens.push(Token { at: at..at + 1, meaning: Meaning::Kind(kind) });
        at += 1;
    }
    let scored = entry.kind.map_or(friction, |kind| kind == Kind::Friction);
    loop {
        at += line[at..].len() - line[at..].trim_start().len();
        let word = piece(&line[at..]);
        if word.is_empty() {
            break;
        }
        let meaning = meaning_of(word).filter(|meaning| match meaning {
            Meaning::Score(..) => scored && entry.score.is_none(),
            Meaning::Owner(_) => entry.owner.is_none(),
            Meaning::Tag(_) => true,
            Meaning::Kind(_) => false,
        });
        match &meaning {
            Some(Meaning::Score(frequency, impact)) => entry.score = Some((*frequency, *impact)),
            Some(Meaning::Owner(name)) => entry.owner = Some(name.clone()),
            Some(Meaning::Tag(tag)) if !entry.tags.contains(tag) => entry.tags.push(tag.clone()),
            Some(_) => (),
            None => words.extend(unescaped(word).split_whitespace()),
        }
        let end = at + word.len();
        tokens.extend(meaning.map(|meaning| Token { at: at..end, meaning }));
        at = end;
    }
    entry.text = words.join(" ");
    (entry, tokens)
}

/// Writes an entry as a line that [`parse`] reads as the same entry, given the same `friction`.
pub fn print(entry: &Entry, friction: bool) -> String {
    let scored = entry.kind.map_or(friction, |kind| kind == Kind::Friction);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(entry.kind.map(|kind| sign_of(kind).to_string()));
    for (at, word) in entry.text.split_whitespace().enumerate() {
        let first = at == 0 && entry.kind.is_none();
        // What begins a name may go on over white space: it is escaped whether it is one or not.
        let names = word.starts_with(['@', '#']);
        let scores = scored && matches!(meaning_of(word), Some(Meaning::Score(..)));
        let escape = names || scores || is_escaped(word) || (first && kind_of(word).is_some());
        parts.push(if escape { format!("\\{word}") } else { word.into() });
    }
    parts.extend(entry.score.map(|(frequency, impact)| format!("{}x{}", frequency.number(), impact.number())));
    parts.extend(entry.owner.iter().map(|name| format!("@{}", quoted(name))));
    parts.extend(entry.tags.iter().map(|tag| format!("#{}", quoted(tag))));
    parts.join(" ")
}

fn meaning_of(word: &str) -> Option<Meaning> {
    if let Some(rest) = word.strip_prefix('@') {
        return name(rest).map(Meaning::Owner);
    }
    if let Some(rest) = word.strip_prefix('#') {
        return name(rest).map(Meaning::Tag);
    }
    let (frequency, impact) = word.split_once(TIMES)?;
    let grade = |text: &str| Grade::try_from(text.parse::<u8>().ok().filter(|_| text.len() == 1)?).ok();
    Some(Meaning::Score(grade(frequency)?, grade(impact)?))
}

fn kind_of(text: &str) -> Option<Kind> {
    let mut letters = text.chars();
    match letters.next()? {
        '!' => Some(Kind::Friction),
        '+' if !letters.next().is_some_and(|next| next.is_ascii_digit()) => Some(Kind::Opportunity),
        '?' => Some(Kind::Thought),
        _ => None,
    }
}

fn sign_of(kind: Kind) -> char {
    match kind {
        Kind::Friction => '!',
        Kind::Opportunity => '+',
        Kind::Thought => '?',
    }
}

fn is_escaped(word: &str) -> bool {
    word.strip_prefix('\\')
        .is_some_and(|rest| rest.starts_with(SIGNS) || rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn unescaped(word: &str) -> &str {
    if is_escaped(word) { &word[1..] } else { word }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grade(number: u8) -> Grade {
        Grade::try_from(number).expect("1 to 5")
    }

    #[test]
    fn signs_are_understood_and_words_stay() {
        let entry = parse("! No baseline was ever measured 4x5 @Igor #board #\"Q4 plan\"", false);
        assert_eq!(
            entry,
            Entry {
                kind: Some(Kind::Friction),
                text: "No baseline was ever measured".into(),
                score: Some((grade(4), grade(5))),
                owner: Some("Igor".into()),
                tags: vec!["board".into(), "Q4 plan".into()],
            }
        );
        assert_eq!(parse("?Мне нечем было это защищать", false).kind, Some(Kind::Thought));
        assert_eq!(parse("3х4 и тире", true).score, Some((grade(3), grade(4))), "the Cyrillic letter too");
        assert_eq!(parse("@\"Анна Ковалёва\" пишет", false).owner.as_deref(), Some("Анна Ковалёва"));
    }

    #[test]
    fn figures_and_addresses_stay_words() {
        assert_eq!(parse("+46 pilot NPS", false), Entry { text: "+46 pilot NPS".into(), ..Entry::default() });
        assert_eq!(parse("buys a 4x4 car", false).text, "buys a 4x4 car", "no friction, no score");
        assert_eq!(parse("writes to a@b.c", false).text, "writes to a@b.c");
        assert_eq!(parse("6x7 @ # 11x2", true).text, "6x7 @ # 11x2");
        assert_eq!(parse("2x3 then 4x4 @a @b", true).text, "then 4x4 @b", "a second one is a word");
        assert_eq!(parse("@\"a\"b", false).text, "@\"a\"b");
    }

    #[test]
    fn a_backslash_types_the_sign_itself() {
        assert_eq!(parse("\\! careful", false), Entry { text: "! careful".into(), ..Entry::default() });
        assert_eq!(parse("! \\4x4 \\@home \\#1 \\\\! C:\\dir", false).text, "4x4 @home #1 \\! C:\\dir");
    }

    #[test]
    fn tokens_tell_where_they_stand() {
        let line = " !цена 4x4 @Игорь";
        let found: Vec<&str> = tokens(line, false).into_iter().map(|token| &line[token.at]).collect();
        assert_eq!(found, ["!", "4x4", "@Игорь"]);
    }

    fn lines() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[!+?@#\\\\x*×х0-9 \"a-cё\u{a0}]{0,24}",
            "( ?([!+?]|[@#]\"?[a-b ]{0,3}\"?|[0-6][xх*][0-6]|\\\\[!@#4x]{0,3}|ab)){0,8}"
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn printing_and_reading_again_gives_the_same(line in lines(), friction in any::<bool>()) {
            let entry = parse(&line, friction);
            let printed = print(&entry, friction);
            prop_assert_eq!(parse(&printed, friction), entry, "printed as {}", printed);
        }

        #[test]
        fn no_letter_is_lost(line in lines(), friction in any::<bool>()) {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() && !TIMES.contains(c)).count();
            let entry = parse(&line, friction);
            let mut kept = letters(&entry.text) + entry.owner.as_deref().map_or(0, letters);
            kept += entry.tags.iter().map(|tag| letters(tag)).sum::<usize>();
            let twice: usize = tokens(&line, friction)
                .iter()
                .filter_map(|token| match &token.meaning { Meaning::Tag(tag) => Some(tag), _ => None })
                .map(|tag| letters(tag))
                .sum::<usize>()
                - entry.tags.iter().map(|tag| letters(tag)).sum::<usize>();
            prop_assert_eq!(kept + twice, letters(&line));
        }
    }
}
