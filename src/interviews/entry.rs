//! The language of notes typed while somebody talks; of the family of the map's one-line input.
//!
//! ```text
//! line   = { sign | tag | energy | phase } { word | tag | energy | phase }     parted by white space
//! sign   = verbatim | force                              at the head, in either order, each once
//! verbatim = '"' | '«' | '“' | '„'                       goes to the closing mark, which is left out
//! force  = ">" push | "+" pull | "<" anxiety | "=" habit a sign before a digit is a figure
//! tag    = "#" ( name | quoted ) | "№" name           the second right before a letter: Russian keyboards have it there
//! energy = "*" [ "laugh" | "sigh" | "pause" ]            the first one counts; Russian words too
//! phase  = "/" ( "1" … "6" | name )                      the first one counts
//! word   = anything else; "\" before a sign of these makes it a word like any other, and its marks close nothing
//! ```
//!
//! Behind the closing mark a force counts as well, with its name or without: `"We left" > push`. Other words there say that the
//! line tells what was said, `"We left", she said`: it is a note then, with all its marks as they were typed.
//!
//! Nothing that is typed gets lost: a second energy or phase stays a word of the text. White space between words becomes one
//! space. [`print()`] writes an entry so that [`parse`] reads the same one again.

use std::ops::Range;

use super::kinds::{Energy, Force, Phase};
use crate::named::{behind_tag_sign, name, piece, quoted, unmarked};

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

/// What forces are called, by [`Force::ALL`].
const FORCE_NAMES: [&[&str]; 4] = [
    &["push", "pushes", "толкает", "толчок"],
    &["pull", "pulls", "притягивает", "тянет"],
    &["anxiety", "тревога"],
    &["habit", "привычка"],
];

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
    let mut quote: Option<Quote> = None;
    let mut at = skipped(line, 0);
    let mut words: Vec<&str> = Vec::new();
    loop {
        // Signs stand before the first word or behind a quote, whatever else was marked there.
        let is_closed = quote.as_ref().is_some_and(Quote::is_closed);
        let sign = if words.is_empty() || is_closed { sign_of(&line[at..], &entry) } else { None };
        if let Some((sign, meaning)) = sign {
            let mut end = at + sign.len_utf8();
            match meaning {
                Meaning::Force(force) => {
                    entry.force = Some(force);
                    end += if is_closed { named(&line[end..], force) } else { 0 };
                }
                _ => (entry.verbatim, quote) = (true, Some(Quote::new(sign))),
            }
            tokens.push(Token { at: at..end, meaning });
            at = skipped(line, end);
            continue;
        }
        let word = piece(&line[at..]);
        if word.is_empty() {
            break;
        }
        let word = quote.as_ref().map_or(word, |quote| quote.parted(word));
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
            None => {
                for part in unescaped(word).split_whitespace() {
                    words.push(part);
                    quote.iter_mut().for_each(|quote| quote.go_on(part, is_escaped(word)));
                }
            }
        }
        let end = at + word.len();
        tokens.extend(meaning.map(|meaning| Token { at: at..end, meaning }));
        at = skipped(line, end);
    }
    let text = words.join(" ");
    match quote {
        Some(quote) if quote.is_over => {
            entry.text = format!("{}{text}", quote.open);
            entry.verbatim = false;
            tokens.retain(|token| token.meaning != Meaning::Verbatim);
        }
        Some(quote) => entry.text = quote.inner(&text),
        None => entry.text = text,
    }
    (entry, tokens)
}

/// The person's own words while they are read: up to the mark that closes them.
struct Quote {
    open: char,
    closes: &'static [char],
    /// Marks that were opened and are not closed.
    depth: usize,
    /// The length of the closing mark and of the marks of a sentence behind it, once it has come.
    closed: Option<(usize, usize)>,
    /// Whether words stand behind the closing mark.
    is_over: bool,
    /// Whether the last word may hold a closing mark.
    may_close: bool,
}

impl Quote {
    fn new(open: char) -> Self {
        let closes = QUOTES.iter().find(|quote| quote.0 == open).map_or(&[][..], |quote| quote.1);
        Quote { open, closes, depth: 1, closed: None, is_over: false, may_close: false }
    }

    fn is_closed(&self) -> bool {
        self.closed.is_some() && !self.is_over
    }

    /// Reads a word on. What is escaped opens and closes nothing.
    fn go_on(&mut self, word: &str, is_escaped: bool) {
        self.is_over |= self.closed.is_some();
        self.may_close = !is_escaped;
        if self.is_over || is_escaped {
            return;
        }
        let (depth, closing) = self.read(word);
        self.depth = depth;
        if let Some(Range { start, end }) = closing {
            let behind = &word[end..];
            self.closed = Some((end - start, behind.len()));
            self.is_over = !behind.chars().all(|mark| SENTENCE.contains(&mark));
        }
    }

    /// How many marks are open behind a word, and where the one stands that closes the last of them.
    fn read(&self, word: &str) -> (usize, Option<Range<usize>>) {
        let (mut depth, mut before) = (self.depth, None);
        let mut letters = word.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let after = letters.peek().map(|next| next.1);
            if self.opens(letter, before, after) {
                depth += 1;
            } else if self.closes(letter, before, after) {
                depth -= 1;
            }
            if depth == 0 {
                return (0, Some(at..at + letter.len_utf8()));
            }
            before = Some(letter);
        }
        (depth, None)
    }

    /// A word without the sign that touches its closing mark: `left">`.
    fn parted<'l>(&self, word: &'l str) -> &'l str {
        if self.closed.is_some() || is_escaped(word) || meaning_of(word).is_some() {
            return word;
        }
        let Some(closing) = self.read(word).1 else { return word };
        let behind = word[closing.end..].trim_start_matches(SENTENCE);
        let is_sign = |sign: char| matches!(sign, '#' | '*' | '/') || FORCES.iter().any(|force| force.0 == sign);
        let is_marked = behind.starts_with(is_sign) || behind_tag_sign(behind).is_some();
        if is_marked { &word[..word.len() - behind.len()] } else { word }
    }

    /// Straight marks look alike: before a word they open.
    fn opens(&self, letter: char, before: Option<char>, after: Option<char>) -> bool {
        let is_straight = self.closes.contains(&self.open);
        let is_before = before.is_none_or(|before| !before.is_alphanumeric() && !SENTENCE.contains(&before))
            && after.is_some_and(|after| after != self.open && !SENTENCE.contains(&after) && after != ')');
        letter == self.open && (!is_straight || is_before)
    }

    fn closes(&self, letter: char, before: Option<char>, after: Option<char>) -> bool {
        let is_inside = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        self.closes.contains(&letter) && !(letter == self.open && is_inside)
    }

    /// The words without the mark that closes them; those of a sentence behind it end theirs.
    fn inner(&self, text: &str) -> String {
        let Some((mark, behind)) = self.closed else { return self.without_other_marks(text).to_owned() };
        let (text, behind) = text.split_at(text.len() - behind);
        let text = text[..text.len() - mark].trim_end();
        let is_ended = text.ends_with(['.', '!', '?', '\u{2026}']);
        let behind = if is_ended { behind.trim_start_matches(['.', ',', ';']) } else { behind };
        format!("{text}{behind}")
    }

    /// Words that are closed by a mark of another kind: `“We left"`.
    fn without_other_marks<'t>(&self, text: &'t str) -> &'t str {
        let mut text = text;
        while let Some(last) = text.chars().next_back().filter(|_| self.may_close && self.depth == 1) {
            let bare = &text[..text.len() - last.len_utf8()];
            let is_figure = bare.ends_with(|c: char| c.is_ascii_digit());
            let opens = QUOTES.iter().filter(|quote| quote.1.contains(&last)).map(|quote| quote.0);
            let is_closing = opens.clone().any(|open| open != self.open);
            let is_opened = opens.clone().any(|open| bare.contains(open));
            if !is_closing || is_opened || is_figure {
                break;
            }
            text = bare.trim_end();
        }
        text
    }
}

/// Marks of a sentence that stand behind a closing quotation mark.
const SENTENCE: [char; 7] = [',', ';', ':', '.', '!', '?', '\u{2026}'];

/// What the name of a force behind its sign takes, where no other word follows.
fn named(rest: &str, force: Force) -> usize {
    let begins = skipped(rest, 0);
    let word = piece(&rest[begins..]);
    let end = begins + word.len();
    let next = piece(&rest[skipped(rest, end)..]);
    let is_last = next.is_empty() || meaning_of(next).is_some();
    let is_name = FORCE_NAMES[force.index()].contains(&unmarked(word).to_lowercase().as_str());
    if is_last && is_name { end } else { 0 }
}

/// Writes an entry as a line that [`parse`] reads as the same entry: with as few escapes as that takes.
pub fn print(entry: &Entry) -> String {
    let signs = || QUOTES.iter().map(|quote| Some(quote.0)).take(if entry.verbatim { QUOTES.len() } else { 1 });
    let lines = Escapes::ALL.into_iter().flat_map(|escapes| signs().map(move |sign| (escapes, sign)));
    let mut lines = lines.map(|(escapes, sign)| written(entry, sign.filter(|_| entry.verbatim), escapes));
    let read_again = lines.find(|line| parse(line) == *entry);
    read_again.unwrap_or_else(|| written(entry, Some('"').filter(|_| entry.verbatim), Escapes::Every))
}

/// Which quotation marks in the words are escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    None,
    First,
    Every,
}

impl Escapes {
    const ALL: [Escapes; 3] = [Escapes::None, Escapes::First, Escapes::Every];
}

fn written(entry: &Entry, quote: Option<char>, escapes: Escapes) -> String {
    let force = entry.force.and_then(|force| FORCES.iter().find(|sign| sign.1 == force));
    let mut parts: Vec<String> = force.map(|sign| sign.0.to_string()).into_iter().collect();
    for (at, word) in entry.text.split_whitespace().enumerate() {
        let sign = sign_of(word, entry).filter(|_| at == 0);
        let is_sign = sign.is_some_and(|(_, sign)| sign != Meaning::Verbatim || escapes != Escapes::None);
        let is_marked = escapes == Escapes::Every && has_marks(word);
        // What begins a name may go on over white space: it is escaped whether it is one or not.
        let escape = is_sign || is_marked || word.starts_with('#') || meaning_of(word).is_some() || is_escaped(word);
        parts.push(if escape { format!("\\{word}") } else { word.into() });
    }
    if let Some(sign) = quote {
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

fn meaning_of(word: &str) -> Option<Meaning> {
    if let Some(rest) = behind_tag_sign(word) {
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

/// Whether a backslash precedes a sign, or a word with quotation marks, and is left out.
fn is_escaped(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('\\') else { return false };
    let is_sign = |sign: char| matches!(sign, '#' | '*' | '/' | '\\') || FORCES.iter().any(|force| force.0 == sign);
    rest.starts_with(is_sign) || has_marks(rest) || behind_tag_sign(rest).is_some()
}

fn has_marks(word: &str) -> bool {
    word.contains(|letter| QUOTES.iter().any(|quote| quote.0 == letter || quote.1.contains(&letter)))
}

fn unescaped(word: &str) -> &str {
    if is_escaped(word) { &word[1..] } else { word }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_has_the_sign_of_a_russian_keyboard_too() {
        assert_eq!(parse("Никто не звонил №тишина №\u{451}ж,"), parse("Никто не звонил #тишина #\u{451}ж"));
        for line in ["№5 в списке", "№ 5", "№", "заказ№пять", "№\"пять"] {
            let entry = parse(line);
            assert_eq!((entry.text.as_str(), entry.tags.len()), (line, 0), "a number stays a word");
        }
        let word = Entry { text: "№тишина".into(), ..Entry::default() };
        assert_eq!((print(&word).as_str(), parse(&print(&word))), ("\\№тишина", word));
    }

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
            ("\"\"", ""),
            ("“We left\"", "We left"),
            ("«Экран 27\"", "Экран 27\""),
            ("«Мы ушли в мае».", "Мы ушли в мае."),
            ("\"Why now?\".", "Why now?"),
        ] {
            let entry = parse(line);
            assert_eq!((entry.text.as_str(), entry.verbatim), (text, true), "{line}");
        }
        assert_eq!(parse("She said \"no\"").text, "She said \"no\"", "no quote of its own");
    }

    #[test]
    fn what_stands_behind_a_quote_counts() {
        for line in [
            "\"We left\" > push",
            "“We left” >",
            "«We left» > Толкает",
            "\"We left\" * > push",
            "> \"We left\" *",
            "“We left\u{201d} >push, *",
            "\"We left\">push",
            "«We left»> толкает",
        ] {
            let entry = parse(line);
            assert_eq!(
                (entry.verbatim, entry.force, entry.text.as_str()),
                (true, Some(Force::Push), "We left"),
                "{line}"
            );
        }
        for (line, force) in [
            ("“We left” + pull", Force::Pull),
            ("\"We left\" < anxiety #board", Force::Anxiety),
            ("«We left» = привычка #board /4", Force::Habit),
        ] {
            let entry = parse(line);
            assert_eq!((entry.verbatim, entry.force, entry.text.as_str()), (true, Some(force), "We left"), "{line}");
        }
        let tagged = parse("\"We left\" #board > #\"Q4 plan\"");
        assert_eq!((tagged.text.as_str(), tagged.tags.len(), tagged.force), ("We left", 2, Some(Force::Push)));
    }

    #[test]
    fn a_line_that_tells_what_was_said_keeps_its_marks() {
        for line in [
            "\"We left in May\", she said, \"for good\"",
            "\"a\" and \"b\"",
            "“We left,” she said",
            "«Мы ушли», — сказала она, — «насовсем»",
            "„Wir gehen“ und „nie wieder“",
            "\"We left\" +46 NPS",
            "\"No\" (twice)",
        ] {
            let entry = parse(line);
            assert_eq!(entry, Entry { text: line.into(), ..Entry::default() }, "{line}");
            assert_eq!(print(&entry), line, "no escape is needed");
            assert_eq!(tokens(line), [], "{line}");
            let quoted = Entry { verbatim: true, ..entry };
            assert_eq!(parse(&print(&quoted)), quoted, "made the person's own words by hand");
        }
        let told = parse("> \"We left\" because of May #board");
        assert_eq!(
            (told.verbatim, told.force, told.text.as_str()),
            (false, Some(Force::Push), "\"We left\" because of May")
        );
        assert_eq!(parse("\"We left\" > it broke").text, "\"We left\" it broke");
        assert_eq!(parse("\"We left\" > push to the door").text, "\"We left\" push to the door");
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
            "[\"«»“”„<>+=#№*/\\\\1-6 a-cё\u{a0}]{0,20}",
            "( ?([<>+=\"«№]|[#№]\"?[a-b ]{0,3}\"?|\\*(laugh|пауза|x)?|/[0-7]|/first|\\\\[\"<#*/4]{0,3}|ab[\"»”]?)){0,8}"
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn printing_and_reading_again_gives_the_same(line in lines()) {
            let entry = parse(&line);
            let turned = Entry { verbatim: !entry.verbatim, ..entry.clone() };
            for entry in [entry, turned] {
                let printed = print(&entry);
                prop_assert_eq!(parse(&printed), entry, "printed as {}", printed);
            }
        }

        #[test]
        fn no_letter_is_lost(line in lines()) {
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
            let understood: usize = tokens(&line).iter().map(|token| letters(&line[token.at.clone()])).sum();
            prop_assert_eq!(letters(&parse(&line).text) + understood, letters(&line));
        }
    }
}
