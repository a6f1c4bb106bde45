//! The language of the one-line input: what a facilitator types while people talk.
//!
//! ```text
//! line  = [ kind ] { word | score | owner | tag | due } [ step { due | tag | ... } ]   parted by white space
//! kind  = "!" friction | "+" opportunity | "?" thought   first in the line; a "+" before a digit is a figure, no kind
//! score = grade ( "x" | "х" | "×" | "*" ) grade          only where the card is a friction; the first one counts
//! owner = "@" ( name | quoted )                           the first one counts
//! tag   = "#" ( name | quoted )
//! step  = ">" { word }                                    only where the card is a friction: the next step, to the end
//! due   = ( "by" | "until" | "до" ) date                          only where the card is a friction; see [`dates`](super::dates)
//! quoted = '"' { any but '"' } '"'
//! word  = anything else; "\" before a sign of these (! + ? @ # > \, a digit, "by", "until") makes it a word like any other
//! ```
//!
//! A name that is known may hold blanks without quotation marks, and so may one behind the text: "@Ann Lee". Nothing that is typed gets lost: a second score or owner stays a word of the text. White space between words becomes one
//! space. [`print()`] writes an entry so that [`parse`] reads the same one again.

use std::ops::Range;

use chrono::NaiveDate;

use super::dates;
use crate::compose::folded;
use crate::model::quantity::Grade;
use crate::named::{MARKS, name, piece, quoted, unmarked};

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
    /// What is done next.
    pub next_step: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// What a line is read by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The card becomes a friction even without a sign.
    pub friction: bool,
    /// The names of owners that are known.
    pub owners: &'a [String],
    /// The day on which it is typed; without one no date is read.
    pub today: Option<NaiveDate>,
}

impl Known<'_> {
    /// Knows nobody and no day.
    pub fn friction(friction: bool) -> Self {
        Known { friction, ..Known::default() }
    }
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
    /// The next step follows.
    Step,
    /// By when.
    Due(NaiveDate),
}

/// What a word of a name may hold beside letters: Anne-Marie, O’Neill, A.
const NAME_MARKS: [char; 5] = ['-', '\'', '\u{2019}', '\u{2bc}', '.'];

const SIGNS: [char; 8] = ['!', '+', '?', '@', '#', '>', '=', '\\'];
const UNTIL: [&str; 9] = ["by", "until", "till", "before", "due", "до", "к", "ко", "срок"];
const TIMES: [char; 6] = ['x', 'X', 'х', 'Х', '×', '*'];

/// Reads a line.
pub fn parse(line: &str, known: Known) -> Entry {
    read(line, known).0
}

/// The tokens of a line, in order.
pub fn tokens(line: &str, known: Known) -> Vec<Token> {
    read(line, known).1
}

fn read(line: &str, known: Known) -> (Entry, Vec<Token>) {
    let mut entry = Entry::default();
    let mut tokens = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut at = line.len() - line.trim_start().len();
    if let Some(kind) = kind_of(&line[at..]) {
        entry.kind = Some(kind);
        tokens.push(Token { at: at..at + 1, meaning: Meaning::Kind(kind) });
        at += 1;
    }
    let scored = entry.kind.map_or(known.friction, |kind| kind == Kind::Friction);
    // Where the step's own sign stands in the list of tokens, and its words.
    let mut step: Option<(usize, Vec<&str>)> = None;
    loop {
        at += line[at..].len() - line[at..].trim_start().len();
        let rest = &line[at..];
        if scored && step.is_none() && begins_a_step(rest) {
            step = Some((tokens.len(), Vec::new()));
            tokens.push(Token { at: at..at + 1, meaning: Meaning::Step });
            at += 1;
            // What stands right behind the sign is a word, whatever it looks like.
            let end = line[at..].find(char::is_whitespace).map_or(line.len(), |end| at + end);
            if let Some((_, words)) = step.as_mut().filter(|_| end > at) {
                words.push(unescaped(&line[at..end]));
            }
            at = end;
            continue;
        }
        let known_name = (entry.owner.is_none()).then(|| known_name(rest, known.owners)).flatten();
        let day = (scored && entry.due.is_none()).then(|| due(rest, known.today)).flatten();
        // A span of time says when a step is done; of a friction it may say how long one waits.
        let span = (step.is_some() && entry.due.is_none()).then(|| dates::from_today(rest, known.today?)).flatten();
        let spaced = (scored && entry.score.is_none()).then(|| spaced_score(rest)).flatten();
        let (length, meaning) = match (known_name, day.or(span), spaced) {
            (Some((length, name)), ..) => (length, Some(Meaning::Owner(name.clone()))),
            (None, Some((length, day)), _) => (length, Some(Meaning::Due(day))),
            (None, None, Some((length, (frequency, impact)))) => (length, Some(Meaning::Score(frequency, impact))),
            (None, None, None) => {
                let word = piece(rest);
                let meaning = meaning_of(word).filter(|meaning| match meaning {
                    Meaning::Score(..) => scored && entry.score.is_none(),
                    Meaning::Owner(_) => entry.owner.is_none(),
                    Meaning::Tag(_) => true,
                    Meaning::Kind(_) | Meaning::Step | Meaning::Due(_) => false,
                });
                (word.len(), meaning)
            }
        };
        if length == 0 {
            break;
        }
        let (length, meaning) = match meaning {
            Some(Meaning::Owner(name)) if !words.is_empty() => {
                let is_marked = rest[..length].ends_with(MARKS);
                let is_initial = name.chars().count() == 1 && rest[..length].ends_with('.');
                let first = if is_initial { format!("{name}.") } else { name.clone() };
                let goes_on = !is_marked || is_initial;
                let longer = goes_on.then(|| with_surname(&rest[length..], first, known.today)).flatten();
                let (more, name) = longer.unwrap_or((0, name));
                (length + more, Some(Meaning::Owner(name)))
            }
            meaning => (length, meaning),
        };
        match &meaning {
            Some(Meaning::Score(frequency, impact)) => entry.score = Some((*frequency, *impact)),
            Some(Meaning::Owner(name)) => entry.owner = Some(name.clone()),
            Some(Meaning::Tag(tag)) if !entry.tags.iter().any(|known| folded(known) == folded(tag)) => {
                entry.tags.push(tag.clone())
            }
            Some(Meaning::Due(day)) => entry.due = Some(*day),
            Some(_) => (),
            None => {
                let to = step.as_mut().map_or(&mut words, |(_, words)| words);
                to.extend(unescaped(&rest[..length]).split_whitespace());
            }
        }
        let end = at + length;
        tokens.extend(meaning.map(|meaning| Token { at: at..end, meaning }));
        at = end;
    }
    match step {
        // A sign that nothing follows is one that was typed.
        Some((token, step)) if step.is_empty() => {
            tokens.remove(token);
            words.push(">");
        }
        Some((_, step)) => entry.next_step = step.join(" "),
        None => (),
    }
    entry.text = words.join(" ");
    (entry, tokens)
}

/// Whether the sign of a step is here; before a figure it says "more than".
fn begins_a_step(text: &str) -> bool {
    text.strip_prefix('>').is_some_and(|rest| !rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '='))
}

/// "4 x 5" at the beginning of a text, with how much of the text it takes, in bytes.
fn spaced_score(text: &str) -> Option<(usize, (Grade, Grade))> {
    let mut rest = text;
    let mut next = || {
        let trimmed = rest.trim_start();
        let word = piece(trimmed);
        rest = &trimmed[word.len()..];
        word
    };
    let (frequency, times, impact) = (next(), next(), next());
    let is_times = times.chars().count() == 1 && times.starts_with(TIMES);
    let score = is_times.then(|| Some((grade(frequency)?, grade(unmarked(impact))?))).flatten()?;
    Some((text.len() - rest.len(), score))
}

/// A grade of one figure.
fn grade(text: &str) -> Option<Grade> {
    Grade::try_from(text.parse::<u8>().ok().filter(|_| text.len() == 1)?).ok()
}

/// The known name that stands behind an `@`, with how much of the text it takes, in bytes; the longest of several. One without
/// blanks needs no help to be read.
fn known_name<'a>(text: &str, names: &'a [String]) -> Option<(usize, &'a String)> {
    let rest = text.strip_prefix('@')?;
    let fits = |name: &&String| name.contains(char::is_whitespace);
    let length = |name: &'a String| {
        let end = begins_with(rest, name)?;
        let behind = piece(&rest[end..]);
        // Marks behind a name end it; any other letter goes on with the word.
        behind.chars().all(|c| MARKS.contains(&c)).then_some((1 + end + behind.len(), name))
    };
    names.iter().filter(fits).filter_map(length).max_by_key(|(length, _)| *length)
}

/// A name with the words that go on with it, and how much of the text they take, in bytes. Behind the text of a card two or three
/// words with capitals are one name; the first may be in small letters, as it is typed in haste.
fn with_surname(rest: &str, name: String, today: Option<NaiveDate>) -> Option<(usize, String)> {
    let is_name = |word: &str| word.chars().all(|c| c.is_alphabetic() || NAME_MARKS.contains(&c));
    let is_capital = |word: &str| word.starts_with(char::is_uppercase) && is_name(word);
    if !is_name(&name) {
        return None;
    }
    let (mut length, mut whole, mut found) = (0, name, None);
    for _ in 0..2 {
        let gap = rest[length..].len() - rest[length..].trim_start().len();
        let word = piece(&rest[length + gap..]);
        if gap == 0 || !is_capital(unmarked(word)) {
            break;
        }
        length += gap + word.len();
        let initial = word.strip_suffix('.').filter(|letter| letter.chars().count() == 1);
        whole = format!("{whole} {}", initial.map_or(unmarked(word), |_| word));
        if ends_a_name(&rest[length..], today) {
            found = Some((length, whole.clone()));
        }
        // A mark behind a word ends the name.
        if unmarked(word).len() < word.len() && initial.is_none() {
            break;
        }
    }
    found
}

/// Whether what follows is no word of a name.
fn ends_a_name(behind: &str, today: Option<NaiveDate>) -> bool {
    let behind = behind.trim_start();
    behind.is_empty()
        || behind.starts_with(['#', '>'])
        || matches!(meaning_of(piece(behind)), Some(Meaning::Score(..)))
        || due(behind, today).is_some()
}

/// How much of a text a name takes that it begins with, in any case of letters.
fn begins_with(text: &str, name: &str) -> Option<usize> {
    let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        letters.next().filter(|(_, letter)| same(*letter, wanted))?;
    }
    Some(letters.next().map_or(text.len(), |(at, _)| at))
}

/// The day behind a word such as "until", with how much of the text both take, in bytes.
fn due(text: &str, today: Option<NaiveDate>) -> Option<(usize, NaiveDate)> {
    let word = piece(text);
    let rest = &text[word.len()..];
    let gap = rest.len() - rest.trim_start().len();
    let (length, day) = is_until(word).then(|| dates::read(&rest[gap..], today?)).flatten()?;
    Some((word.len() + gap + length, day))
}

fn is_until(word: &str) -> bool {
    UNTIL.contains(&word.to_lowercase().as_str())
}

/// A name or a tag that is being typed at the end of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun<'a> {
    /// `@` or `#`.
    pub sign: char,
    /// The line before the sign.
    before: &'a str,
    /// What is typed of it so far, without a quotation mark that opens it.
    pub text: &'a str,
}

impl Begun<'_> {
    /// The line with the whole name in its place.
    pub fn accept(&self, name: &str) -> String {
        format!("{}{}{} ", self.before, self.sign, quoted(name))
    }
}

/// The name or tag that is being typed at the end of a line, if there is one.
pub fn begun(line: &str) -> Option<Begun<'_>> {
    let is_sign = |(at, letter): &(usize, char)| {
        matches!(letter, '@' | '#') && line[..*at].chars().next_back().is_none_or(char::is_whitespace)
    };
    let (at, sign) = line.char_indices().rev().find(is_sign)?;
    let rest = &line[at + 1..];
    let text = rest.strip_prefix('"').unwrap_or(rest);
    let is_done = text.contains('"') || text.starts_with(char::is_whitespace) || rest == text && text.ends_with("  ");
    (!is_done).then(|| Begun { sign, before: &line[..at], text })
}

/// Writes an entry as a line that [`parse`] reads as the same entry, given the same `friction`.
pub fn print(entry: &Entry, friction: bool) -> String {
    let scored = entry.kind.map_or(friction, |kind| kind == Kind::Friction);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(entry.kind.map(|kind| sign_of(kind).to_string()));
    let plain = |word: &str| {
        // What begins a name may go on over white space: it is escaped whether it is one or not.
        let names = word.starts_with(['@', '#']);
        let says = matches!(meaning_of(word), Some(Meaning::Score(..))) || word.starts_with('>') || is_until(word);
        let escape = names || scored && says || is_escaped(word);
        if escape { format!("\\{word}") } else { word.into() }
    };
    // What only several words say together is escaped at the first of them.
    let says_with_next = |words: &[&str]| scored && spaced_score(&words.join(" ")).is_some();
    let words: Vec<&str> = entry.text.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let first = at == 0 && entry.kind.is_none() && kind_of(word).is_some() && !is_escaped(word);
        parts.push(if first || says_with_next(&words[at..]) { format!("\\{word}") } else { plain(word) });
    }
    parts.extend(entry.score.map(|(frequency, impact)| format!("{}x{}", frequency.number(), impact.number())));
    parts.extend(entry.owner.iter().map(|name| format!("@{}", quoted(name))));
    parts.extend(entry.tags.iter().map(|tag| format!("#{}", quoted(tag))));
    parts.extend(entry.due.map(|day| format!("{} {day}", UNTIL[0])));
    if !entry.next_step.is_empty() {
        parts.push(">".into());
        let words: Vec<&str> = entry.next_step.split_whitespace().collect();
        for (at, word) in words.iter().enumerate() {
            let is_more_than = at == 0 && !begins_a_step(&format!("> {word}"));
            let escape =
                is_more_than || says_with_next(&words[at..]) || dates::begins_a_span(word) && !is_escaped(word);
            parts.push(if escape { format!("\\{word}") } else { plain(word) });
        }
    }
    parts.join(" ")
}

fn meaning_of(word: &str) -> Option<Meaning> {
    if let Some(rest) = word.strip_prefix('@') {
        return name(rest).map(Meaning::Owner);
    }
    if let Some(rest) = word.strip_prefix('#') {
        return name(rest).map(Meaning::Tag);
    }
    let (frequency, impact) = unmarked(word).split_once(TIMES)?;
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
    let is_sign = |rest: &str| rest.starts_with(SIGNS) || rest.starts_with(|c: char| c.is_ascii_digit());
    word.strip_prefix('\\').is_some_and(|rest| is_sign(rest) || is_until(rest) || dates::begins_a_span(rest))
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
    fn marks_behind_a_name_a_tag_and_a_score_are_no_part_of_them() {
        let owners = ["Ann Lee".to_owned()];
        let known = Known { owners: &owners, ..Known::friction(true) };
        for line in ["Waits 4x3, @Ann Lee, #board; #Q4.", "#board, Waits #Q4: 4x3. @\"Ann Lee\","] {
            let entry = parse(line, known);
            assert_eq!((entry.text.as_str(), entry.owner.as_deref()), ("Waits", Some("Ann Lee")), "{line}");
            assert_eq!((entry.tags, entry.score), (vec!["board".into(), "Q4".into()], Some((grade(4), grade(3)))));
        }
        assert_eq!(parse("#A.B. #\"why?\"", known).tags, ["A.B.", "why?"]);
        assert_eq!(parse("#? @,", known).text, "#? @,");
        let odd = Entry { tags: vec!["why?".into()], owner: Some("J.".into()), ..Entry::default() };
        assert_eq!(parse(&print(&odd, true), known), odd);
    }

    #[test]
    fn a_surname_behind_the_text_belongs_to_the_name() {
        let known = Known { today: NaiveDate::from_ymd_opt(2026, 11, 27), ..Known::friction(true) };
        for line in [
            "Waits ten days @Ann Lee",
            "Waits ten days @Ann Lee #board",
            "Waits ten days @Ann Lee 4x5",
            "Waits ten days @Ann Lee by Friday",
            "Waits ten days @Ann Lee > call",
        ] {
            let entry = parse(line, known);
            assert_eq!((entry.owner.as_deref(), entry.text.as_str()), (Some("Ann Lee"), "Waits ten days"), "{line}");
        }
        let owner = |line: &str| parse(line, known).owner;
        assert_eq!(owner("Ждут 10 дней @Марина Кузнецова-Ли").as_deref(), Some("Марина Кузнецова-Ли"));
        for line in ["@Ann Nobody answers", "Waits @Ann Nobody answers", "Waits @Ann lee"] {
            assert_eq!(owner(line).map(|name| name.to_lowercase()).as_deref(), Some("ann"), "{line}");
        }
        for name in ["ann Lee", "Мария О\u{2019}Нил", "А. Петрова", "Иван Петрович Сидоров", "Нина В."]
        {
            let line = format!("Ждут 10 дней @{name} 3x3");
            assert_eq!(owner(&line).as_deref(), Some(name));
        }
        assert_eq!(owner("Waits @Ann Lee Nobody Answers").as_deref(), Some("Ann"), "too long for a name");
        assert_eq!(parse("Sent by Ann", known).text, "Sent by Ann");
        assert_eq!(owner("Waits @Ann, Lee answers").as_deref(), Some("Ann"));
        assert_eq!(owner("Waits ten days @Ann Lee.").as_deref(), Some("Ann Lee"));
        assert!(parse("Sent by 12 May", known).due.is_some());
    }

    #[test]
    fn signs_are_understood_and_words_stay() {
        let entry = parse("! No baseline was ever measured 4x5 @Igor #board #\"Q4 plan\"", Known::friction(false));
        assert_eq!(
            entry,
            Entry {
                kind: Some(Kind::Friction),
                text: "No baseline was ever measured".into(),
                score: Some((grade(4), grade(5))),
                owner: Some("Igor".into()),
                tags: vec!["board".into(), "Q4 plan".into()],
                ..Entry::default()
            }
        );
        assert_eq!(parse("a #Board #board", Known::friction(false)).tags, ["Board"]);
        assert_eq!(parse("?Мне нечем было это защищать", Known::friction(false)).kind, Some(Kind::Thought));
        for line in ["Waits 3 x 4", "3 х 4. Waits", "Waits 3 × 4 @Ann"] {
            let entry = parse(line, Known::friction(true));
            assert_eq!((entry.text.as_str(), entry.score), ("Waits", Some((grade(3), grade(4)))), "{line}");
        }
        assert_eq!(parse("3 x 40 boards", Known::friction(true)).text, "3 x 40 boards");
        assert_eq!(
            parse("3х4 и тире", Known::friction(true)).score,
            Some((grade(3), grade(4))),
            "the Cyrillic letter too"
        );
        assert_eq!(parse("@\"Анна Ковалёва\" пишет", Known::friction(false)).owner.as_deref(), Some("Анна Ковалёва"));
    }

    #[test]
    fn figures_and_addresses_stay_words() {
        assert_eq!(
            parse("+46 pilot NPS", Known::friction(false)),
            Entry { text: "+46 pilot NPS".into(), ..Entry::default() }
        );
        assert_eq!(parse("buys a 4x4 car", Known::friction(false)).text, "buys a 4x4 car", "no friction, no score");
        assert_eq!(parse("writes to a@b.c", Known::friction(false)).text, "writes to a@b.c");
        assert_eq!(parse("6x7 @ # 11x2", Known::friction(true)).text, "6x7 @ # 11x2");
        assert_eq!(parse("2x3 then 4x4 @a @b", Known::friction(true)).text, "then 4x4 @b", "a second one is a word");
        assert_eq!(parse("@\"a\"b", Known::friction(false)).text, "@\"a\"b");
    }

    #[test]
    fn a_backslash_types_the_sign_itself() {
        assert_eq!(
            parse("\\! careful", Known::friction(false)),
            Entry { text: "! careful".into(), ..Entry::default() }
        );
        assert_eq!(
            parse("! \\4x4 \\@home \\#1 \\\\! C:\\dir", Known::friction(false)).text,
            "4x4 @home #1 \\! C:\\dir"
        );
    }

    #[test]
    fn tokens_tell_where_they_stand() {
        let line = " !цена 4x4 @Игорь";
        let found: Vec<&str> = tokens(line, Known::friction(false)).into_iter().map(|token| &line[token.at]).collect();
        assert_eq!(found, ["!", "4x4", "@Игорь"]);
    }

    #[test]
    fn a_known_name_needs_no_quotation_marks() {
        let owners = ["Ann", "Ann Lee", "Анна Ковалёва"].map(String::from);
        let known = Known { owners: &owners, ..Known::default() };
        let owner = |line: &str| parse(line, known).owner;
        assert_eq!(owner("Waits @ann lee for days").as_deref(), Some("Ann Lee"), "the longest");
        assert_eq!(parse("Waits @ann lee for days", known).text, "Waits for days");
        assert_eq!(owner("Waits @Ann leeway").as_deref(), Some("Ann"), "a name ends where a word does");
        assert_eq!(owner("@Анна Ковалёва").as_deref(), Some("Анна Ковалёва"));
        assert_eq!(parse("@Ann Lee", Known::default()).text, "Lee", "nobody knows her, and there is no other text");
    }

    #[test]
    fn what_is_being_typed_at_the_end_can_be_completed() {
        let begun = |line| begun(line).map(|begun| (begun.sign, begun.text.to_owned(), begun.accept("Ann Lee")));
        assert_eq!(begun("Waits @an"), Some(('@', "an".into(), "Waits @\"Ann Lee\" ".into())));
        assert_eq!(begun("@Ann L").map(|begun| begun.1).as_deref(), Some("Ann L"));
        assert_eq!(begun("a #\"q").map(|begun| begun.1).as_deref(), Some("q"));
        assert_eq!(begun("@").map(|begun| begun.0), Some('@'));
        for line in ["", "a@b", "@\"Ann\" waits", "@ ", "no sign"] {
            assert_eq!(begun(line), None, "{line}");
        }
    }

    #[test]
    fn next_step_and_date_are_said() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26);
        let known = Known { today, ..Known::friction(true) };
        let said = |line: &str| {
            let Entry { text, next_step, due, owner, .. } = parse(line, known);
            (text, next_step, due.map(|day| day.to_string()).unwrap_or_default(), owner.unwrap_or_default())
        };
        let all = |text: &str, step: &str, due: &str, owner: &str| (text.into(), step.into(), due.into(), owner.into());
        assert_eq!(
            said("Report late 4x4 @Ann > send the template until 12 May"),
            all("Report late", "send the template", "2027-05-12", "Ann")
        );
        assert_eq!(
            said("Отчёт поздно до 05.12 >прислать шаблон"),
            all("Отчёт поздно", "прислать шаблон", "2026-12-05", "")
        );
        assert_eq!(said("waits until nobody answers"), all("waits until nobody answers", "", "", ""));
        assert_eq!(said("a > b > c"), all("a", "b > c", "", ""));
        assert_eq!(said("price >"), all("price >", "", "", ""), "nothing follows");
        assert_eq!(said("\\> x \\until 2026-12-01"), all("> x until 2026-12-01", "", "", ""));
        // More than so much is no step, and a span of time is a day only for a step.
        assert_eq!(said("waits > 20 minutes"), all("waits > 20 minutes", "", "", ""));
        assert_eq!(
            said("ждут >20 минут > позвонить через 2 недели"),
            all("ждут >20 минут", "позвонить", "2026-12-10", "")
        );
        assert_eq!(
            said("ответ через неделю > звонок к пятнице"),
            all("ответ через неделю", "звонок", "2026-11-27", "")
        );
        assert_eq!(said("late > call before 1 December"), all("late", "call", "2026-12-01", ""));
        assert_eq!(said("late > call in a month"), all("late", "call", "2026-12-26", ""));
        let elsewhere = parse("a > b until 2026-12-01", Known { friction: false, ..known });
        assert_eq!(elsewhere.text, "a > b until 2026-12-01", "only a friction has a next step");
    }

    fn lines() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[!+?@#\\\\x*×х0-9 \"a-cё\u{a0}]{0,24}",
            "( ?([!+?>]|[@#]\"?[a-b ]{0,3}\"?|[0-6] ?[xх*] ?[0-6]|\\\\[!@#>4x]{0,3}|ab|> ?[1=]|in a day|через [12] дня|>?\\\\?(until|до)|2026-0[1-3]-1[0-2])){0,8}"
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn printing_and_reading_again_gives_the_same(line in lines(), friction in any::<bool>()) {
            let known = Known { friction, owners: &[], today: NaiveDate::from_ymd_opt(2026, 11, 26) };
            let entry = parse(&line, known);
            let printed = print(&entry, friction);
            prop_assert_eq!(parse(&printed, known), entry, "printed as {}", printed);
        }

        #[test]
        fn no_letter_is_lost(line in lines(), friction in any::<bool>()) {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() && !TIMES.contains(c)).count();
            let known = Known { friction, owners: &[], today: NaiveDate::from_ymd_opt(2026, 11, 26) };
            let entry = parse(&line, known);
            let mut kept = letters(&entry.text) + entry.owner.as_deref().map_or(0, letters);
            kept += entry.tags.iter().map(|tag| letters(tag)).sum::<usize>();
            kept += letters(&entry.next_step);
            let dated = |token: &Token| matches!(token.meaning, Meaning::Due(_));
            kept += tokens(&line, known).into_iter().filter(dated).map(|token| letters(&line[token.at])).sum::<usize>();
            let twice: usize = tokens(&line, known)
                .iter()
                .filter_map(|token| match &token.meaning { Meaning::Tag(tag) => Some(tag), _ => None })
                .map(|tag| letters(tag))
                .sum::<usize>()
                - entry.tags.iter().map(|tag| letters(tag)).sum::<usize>();
            prop_assert_eq!(kept + twice, letters(&line));
        }
    }
}
