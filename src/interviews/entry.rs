//! The language of notes typed while somebody talks; of the family of the map's one-line input.
//!
//! ```text
//! line   = { sign | tag | energy | phase } { word | tag | energy | phase }     parted by white space
//! sign   = verbatim | force                              at the head, in either order, each once
//! verbatim = '"' | '«' | '“' | '„'                       the closing mark at the end is left out
//! force  = ">" push | "+" pull | "<" anxiety | "=" habit a sign before a digit is a figure
//! tag    = "#" ( name | quoted )
//! energy = "*" [ "laugh" | "sigh" | "pause" ]            the first one counts; Russian words too
//! phase  = "/" ( "1" … "6" | name )                      the first one counts
//! word   = anything else; "\" before a sign of these makes it a word like any other
//! ```
//!
//! Nothing that is typed gets lost: a second energy or phase stays a word of the text. White space between words becomes one
//! space. [`print()`] writes an entry so that [`parse`] reads the same one again.

use std::ops::Range;

use super::kinds::{Energy, Force, Phase};
use crate::named::{name, piece, quoted, unmarked};

/// What was typed, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Whether these are the person's own words.
    pub verbatim: bool,
    /// The force that speaks.
    pub force: Option<Force>,
    /// The words.
    pub text: String,
    /// The tags, without `#`, each once.
    pub tags: Vec<String>,
    /// What was heard beyond the words.
    pub energy: Option<Energy>,
    /// The phase it is about; `None` leaves that to the field.
    pub phase: Option<Phase>,
}

/// A part of the line that means more than its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its position, in bytes of the line.
    pub at: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// What a token means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The person's own words follow.
    Verbatim,
    /// A force.
    Force(Force),
    /// A tag.
    Tag(String),
    /// A laugh, a sigh, a pause.
    Energy(Energy),
    /// A phase.
    Phase(Phase),
}

/// Marks that begin a quote, each with those that end it.
const QUOTES: [(char, &[char]); 4] =
    [('"', &['"']), ('\u{ab}', &['\u{bb}']), ('\u{201c}', &['\u{201d}']), ('\u{201e}', &['\u{201c}', '\u{201d}'])];

const FORCES: [(char, Force); 4] = [('>', Force::Push), ('+', Force::Pull), ('<', Force::Anxiety), ('=', Force::Habit)];

const ENERGIES: [(&str, Energy); 16] = [
    ("", Energy::Marked),
    ("laugh", Energy::Laugh),
    ("sigh", Energy::Sigh),
    ("pause", Energy::Pause),
    ("laughs", Energy::Laugh),
    ("laughing", Energy::Laugh),
    ("sighs", Energy::Sigh),
    ("pauses", Energy::Pause),
    ("смеется", Energy::Laugh),
    ("смеются", Energy::Laugh),
    ("молчит", Energy::Pause),
    ("смех", Energy::Laugh),
    ("смеётся", Energy::Laugh),
    ("вздох", Energy::Sigh),
    ("вздыхает", Energy::Sigh),
    ("пауза", Energy::Pause),
];

const PHASES: [[&str; 3]; 6] = [
    ["1", "thought", "мысль"],
    ["2", "passive", "пассивно"],
    ["3", "active", "активно"],
    ["4", "deciding", "выбор"],
    ["5", "first", "старт"],
    ["6", "ongoing", "дальше"],
];

/// Reads a line.
pub fn parse(line: &str) -> Entry {
    read(line).0
}

/// The tokens of a line, in order.
pub fn tokens(line: &str) -> Vec<Token> {
    read(line).1
}

fn read(line: &str) -> (Entry, Vec<Token>) {
    let (mut entry, mut tokens) = (Entry::default(), Vec::new());
    let mut quote = None;
    let mut at = skipped(line, 0);
    let mut words: Vec<&str> = Vec::new();
    loop {
        // Signs stand before the first word, whatever else was marked there.
        let sign = if words.is_empty() { sign_of(&line[at..], &entry) } else { None };
        if let Some((sign, meaning)) = sign {
            let end = at + sign.len_utf8();
            match meaning {
                Meaning::Force(force) => entry.force = Some(force),
                _ => (entry.verbatim, quote) = (true, Some(sign)),
            }
            tokens.push(Token { at: at..end, meaning });
            at = skipped(line, end);
            continue;
        }
        let word = piece(&line[at..]);
        if word.is_empty() {
            break;
        }
        let meaning = meaning_of(word).filter(|meaning| match meaning {
            Meaning::Energy(_) => entry.energy.is_none(),
            Meaning::Phase(_) => entry.phase.is_none(),
            _ => true,
        });
        match &meaning {
            Some(Meaning::Energy(energy)) => entry.energy = Some(*energy),
            Some(Meaning::Phase(phase)) => entry.phase = Some(*phase),
            Some(Meaning::Tag(tag)) if !entry.tags.contains(tag) => entry.tags.push(tag.clone()),
            Some(_) => (),
            None => words.extend(unescaped(word).split_whitespace()),
        }
        let end = at + word.len();
        tokens.extend(meaning.map(|meaning| Token { at: at..end, meaning }));
        at = skipped(line, end);
    }
    entry.text = words.join(" ");
    if let Some(open) = quote
        && let Some(close) = closing(open, &entry.text)
    {
        entry.text.truncate(entry.text.len() - close.len_utf8());
        entry.text.truncate(entry.text.trim_end().len());
    }
    (entry, tokens)
}

/// Writes an entry as a line that [`parse`] reads as the same entry.
pub fn print(entry: &Entry) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        entry.force.and_then(|force| FORCES.iter().find(|sign| sign.1 == force)).map(|sign| sign.0.to_string()),
    );
    for (at, word) in entry.text.split_whitespace().enumerate() {
        let signs = at == 0 && sign_of(word, entry).is_some();
        // What begins a name may go on over white space: it is escaped whether it is one or not.
        let escape = signs || word.starts_with('#') || meaning_of(word).is_some() || is_escaped(word);
        parts.push(if escape { format!("\\{word}") } else { word.into() });
    }
    if entry.verbatim {
        // A sign whose closing mark the text does not end with.
        let sign = QUOTES.iter().map(|quote| quote.0).find(|open| closing(*open, &entry.text).is_none()).unwrap_or('"');
        let at = usize::from(entry.force.is_some());
        match parts.get_mut(at) {
            Some(first) => first.insert(0, sign),
            None => parts.push(sign.into()),
        }
    }
    parts.extend(entry.tags.iter().map(|tag| format!("#{}", quoted(tag))));
    let energy = entry.energy.and_then(|energy| ENERGIES.iter().find(|named| named.1 == energy));
    parts.extend(energy.map(|named| format!("*{}", named.0)));
    parts.extend(entry.phase.map(|phase| format!("/{}", PHASES[phase.index()][0])));
    parts.join(" ")
}

fn skipped(line: &str, at: usize) -> usize {
    at + line[at..].len() - line[at..].trim_start().len()
}

/// The sign at the beginning of a text, if it says something new.
fn sign_of(text: &str, entry: &Entry) -> Option<(char, Meaning)> {
    let mut letters = text.chars();
    let sign = letters.next()?;
    if QUOTES.iter().any(|quote| quote.0 == sign) {
        return (!entry.verbatim).then_some((sign, Meaning::Verbatim));
    }
    let is_figure = letters.next().is_some_and(|next| next.is_ascii_digit());
    let force = FORCES.iter().find(|force| force.0 == sign && entry.force.is_none() && !is_figure)?;
    Some((sign, Meaning::Force(force.1)))
}

/// The mark that closes a quote at the end of its text: one more than was opened inside.
fn closing(open: char, text: &str) -> Option<char> {
    let closes = QUOTES.iter().find(|quote| quote.0 == open)?.1;
    let last = text.chars().next_back().filter(|last| closes.contains(last))?;
    let count = |mark: char| text.chars().filter(|letter| *letter == mark).count();
    let is_one_more = if open == last { count(open) % 2 == 1 } else { count(last) > count(open) };
    is_one_more.then_some(last)
}

fn meaning_of(word: &str) -> Option<Meaning> {
    if let Some(rest) = word.strip_prefix('#') {
        return name(rest).map(Meaning::Tag);
    }
    if let Some(rest) = word.strip_prefix('*') {
        // "*laughs*" and "*pause."
        let bare = unmarked(rest).trim_end_matches('*');
        let rest = if bare.is_empty() { rest } else { bare }.to_lowercase();
        return ENERGIES.iter().find(|named| named.0 == rest).map(|named| Meaning::Energy(named.1));
    }
    let rest = unmarked(word.strip_prefix('/')?).to_lowercase();
    let place = PHASES.iter().position(|names| names.contains(&rest.as_str()))?;
    Some(Meaning::Phase(Phase::ALL[place]))
}

/// Whether a backslash precedes a sign and is left out.
fn is_escaped(word: &str) -> bool {
    let sign = word.strip_prefix('\\').and_then(|rest| rest.chars().next());
    sign.is_some_and(|sign| {
        matches!(sign, '#' | '*' | '/' | '\\')
            || QUOTES.iter().any(|quote| quote.0 == sign)
            || FORCES.iter().any(|force| force.0 == sign)
    })
}

fn unescaped(word: &str) -> &str {
    if is_escaped(word) { &word[1..] } else { word }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn signs_are_understood_and_words_stay() {
        assert_eq!(
            parse("> \"He asked what changed.\" #CFO #\"Q4 plan\" * /4"),
            Entry {
                verbatim: true,
                force: Some(Force::Push),
                text: "He asked what changed.".into(),
                tags: vec!["CFO".into(), "Q4 plan".into()],
                energy: Some(Energy::Marked),
                phase: Some(Phase::Deciding),
            }
        );
        assert_eq!(parse("\"< Потеряли бы историю *вздох").force, Some(Force::Anxiety), "in either order");
        let marked = parse("* #board \"It broke\"");
        assert_eq!((marked.verbatim, marked.energy, marked.text.as_str()), (true, Some(Energy::Marked), "It broke"));
        assert_eq!(marked, parse("\"It broke\" * #board"), "before the words or behind them");
        assert_eq!(parse("*смех > Сломалось"), parse("> Сломалось *смех"));
        assert_eq!(parse("= двадцать лет в журнале /Мысль").phase, Some(Phase::FirstThought));
        assert_eq!(parse("Ended *laughs* #board, /3.").energy, Some(Energy::Laugh));
        assert_eq!(parse("Ended *laughs* #board, /3."), parse("Ended *смеётся #board /3"), "marks end them");
        assert_eq!(
            parse("Renewal deck arrived late"),
            Entry { text: "Renewal deck arrived late".into(), ..Entry::default() }
        );
    }

    #[test]
    fn quotes_inside_a_quote_stay() {
        for (line, text) in [
            ("\"He said \"no\"", "He said \"no\""),
            ("\"He said \"no\"\"", "He said \"no\""),
            ("«Сказал: «нет»»", "Сказал: «нет»"),
            ("“It broke”", "It broke"),
            ("„Hat er gesagt“", "Hat er gesagt"),
            ("\"", ""),
        ] {
            let entry = parse(line);
            assert_eq!((entry.text.as_str(), entry.verbatim), (text, true), "{line}");
        }
        assert_eq!(parse("She said \"no\"").text, "She said \"no\"", "no quote of its own");
    }

    #[test]
    fn figures_and_paths_stay_words() {
        for line in ["+46 NPS", "<5 minutes", ">3 of them", "24/7 and 3 * 4x", "/9 /home *star", "a > b = c", "#"] {
            let entry = parse(line);
            let plain = Entry { energy: entry.energy, ..Entry::default() };
            assert_eq!(Entry { text: String::new(), ..entry.clone() }, plain, "{line}");
        }
        assert_eq!(parse("* *laugh").text, "*laugh", "a second one is a word");
        assert_eq!(parse("\\> not a force \\#1 \\* \\/4 C:\\dir").text, "> not a force #1 * /4 C:\\dir");
    }

    #[test]
    fn tokens_tell_where_they_stand() {
        let line = " <\"Боюсь #история *пауза /выбор";
        let found: Vec<&str> = tokens(line).into_iter().map(|token| &line[token.at]).collect();
        assert_eq!(found, ["<", "\"", "#история", "*пауза", "/выбор"]);
    }

    fn lines() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[\"«»“”„<>+=#*/\\\\1-6 a-cё\u{a0}]{0,20}",
            "( ?([<>+=\"«]|#\"?[a-b ]{0,3}\"?|\\*(laugh|пауза|x)?|/[0-7]|/first|\\\\[\"<#*/4]{0,3}|ab[\"»”]?)){0,8}"
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn printing_and_reading_again_gives_the_same(line in lines()) {
            let entry = parse(&line);
            let printed = print(&entry);
            prop_assert_eq!(parse(&printed), entry, "printed as {}", printed);
        }

        #[test]
        fn no_letter_is_lost(line in lines()) {
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
            let understood: usize = tokens(&line).iter().map(|token| letters(&line[token.at.clone()])).sum();
            prop_assert_eq!(letters(&parse(&line).text) + understood, letters(&line));
        }
    }
}
