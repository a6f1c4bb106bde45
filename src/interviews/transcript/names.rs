//! Which of the words before colons are the names of a transcript: ignores the others.

use std::collections::HashMap;

use super::label::Head;
use super::line::Line;
use super::name::{is_capitalised, is_counted, is_name, is_no_name, is_role, is_told, key, without_role};
use super::{ASKING, may_end_turn};

/// What is known of a name from all the lines that begin with it.
#[derive(Default)]
struct Tally {
    lines: usize,
    is_marked: bool,
    is_doubtful: bool,
    /// A line of it begins where somebody else may speak.
    is_set_off: bool,
    /// A tag named it.
    is_sure: bool,
    is_role: bool,
    is_nobody: bool,
    /// Stands without a time where others have one.
    is_word: bool,
}

/// Whether a letter closes what is quoted.
fn is_closing(letter: char) -> bool {
    matches!(letter, '"' | '\u{201c}' | '\u{201d}' | '\u{bb}' | ')')
}

/// The names of a transcript, each in all the ways in which it is written.
#[derive(Default)]
pub(super) struct Names<'t> {
    tallies: Vec<Tally>,
    by_key: HashMap<String, usize>,
    by_spelling: HashMap<&'t str, usize>,
    /// Whether whatever is marked as a name is one.
    are_marks_sure: bool,
}

impl<'t> Names<'t> {
    fn tally(&mut self, name: &'t str) -> &mut Tally {
        let at = *self.by_spelling.entry(name).or_insert_with(|| {
            let key = key(name);
            let next = self.tallies.len();
            let tally = Tally {
                is_role: is_role(name, &key),
                is_nobody: is_no_name(&key) || is_told(name) || is_counted(&key),
                ..Tally::default()
            };
            let at = *self.by_key.entry(key).or_insert(next);
            if at == next {
                self.tallies.push(tally);
            }
            at
        });
        &mut self.tallies[at]
    }

    /// Counts the name of a line. `follows_sentence`: the line before is a sentence of its own, or there is none.
    pub fn count(&mut self, head: &Head<'t>, follows_sentence: bool) {
        let Some(name) = head.name else { return };
        let quotes = head.rest.starts_with(['\u{ab}', '"', '\u{201c}', '\u{201e}']);
        let tally = self.tally(name);
        tally.lines += 1;
        tally.is_marked |= head.is_marked;
        tally.is_set_off |= follows_sentence;
        tally.is_doubtful |= quotes || !follows_sentence || !is_capitalised(name);
    }

    /// Says that a name may be a word, unless it comes again.
    pub fn doubt(&mut self, name: &'t str) {
        self.tally(name).is_doubtful = true;
    }

    /// Counts a heading, which may be the name of the next speaker.
    pub fn count_heading(&mut self, text: &'t str) {
        if is_name(text) {
            let tally = self.tally(text);
            tally.lines += 1;
            tally.is_set_off = true;
            tally.is_doubtful = true;
        }
    }

    /// Counts a line that holds a name and nothing else but a time.
    pub fn count_bare(&mut self, name: &'t str) {
        let tally = self.tally(name);
        tally.lines += 1;
        tally.is_marked = true;
        tally.is_set_off = true;
    }

    /// Whether a name in small letters is one where the others are written so, too.
    fn may_be_small(&self, name: &str) -> bool {
        let known = self.by_spelling.get(name).is_some_and(|at| !self.tallies[*at].is_nobody);
        known && name.starts_with(char::is_lowercase) && !name.contains(char::is_whitespace)
    }

    /// Takes a name for sure: a tag named it.
    pub fn trust(&mut self, name: &'t str) {
        self.tally(name).is_sure = true;
    }

    /// Says that all lines with a time, or in bold letters, begin with a name: "[0:12] Front desk: yes".
    pub fn trust_marks(&mut self) {
        self.are_marks_sure = true;
    }

    /// Trusts whoever speaks once, behind a question of somebody who goes on after that, or behind what an interviewer says to
    /// nobody else: only another one answers it.
    pub fn trust_answers<'l>(&mut self, heads: &[Head<'t>], text: impl Fn(usize) -> &'l str) {
        let asks = |at: usize| text(at).trim_end_matches(|c: char| c.is_whitespace() || is_closing(c)).ends_with('?');
        let known: Vec<Option<String>> =
            heads.iter().map(|head| head.name.filter(|name| self.has(name)).map(key)).collect();
        let mut next: Vec<Option<usize>> = vec![None; heads.len()];
        for at in (1..heads.len()).rev() {
            next[at - 1] = if known[at].is_some() { Some(at) } else { next[at] };
        }
        // Two who are known may both be meant by what stands at the end.
        let mut others = known.iter().flatten();
        let is_alone = others.next().is_none_or(|first| others.all(|other| other == first));
        let mut before = None;
        for at in 0..heads.len() {
            let candidate = heads[at].name.filter(|name| known[at].is_none() && at > 0 && self.may_answer(name));
            let is_interviewer =
                |asker: usize| is_alone && known[asker].as_deref().is_some_and(|asker| ASKING.contains(&asker));
            if let Some((name, asker)) = candidate.zip(before)
                && (asks(at - 1) || is_interviewer(asker) && may_end_turn(text(at - 1)))
                && next[at].map_or(is_alone, |next| known[next] == known[asker])
            {
                self.trust(name);
                before = Some(at);
            }
            before = Some(at).filter(|at| known[*at].is_some()).or(before);
        }
    }

    fn may_answer(&self, name: &str) -> bool {
        let tally = self.by_spelling.get(name).map(|at| &self.tallies[*at]);
        let is_once = tally.is_some_and(|tally| tally.lines == 1 && !tally.is_nobody && !tally.is_word);
        is_once && name.starts_with(char::is_uppercase) && !name.contains(',')
    }

    /// Takes for words what one line begins with and nothing marks.
    fn distrust(&mut self, name: &'t str) -> bool {
        let tally = self.tally(name);
        tally.is_word = tally.lines == 1 && !tally.is_marked && !tally.is_sure;
        tally.is_role &= !tally.is_word;
        tally.is_word
    }

    /// Takes the only role that is named, once and behind sentences of nobody, for words: "Клиент: сказал нам, что дорого". Returns it.
    pub fn distrust_lone_role(&mut self, heads: &[Head<'t>], is_told: impl Fn(usize) -> bool) -> Option<String> {
        let mut named = (0..heads.len()).filter_map(|at| Some((at, heads[at].name.filter(|name| self.has(name))?)));
        let (_, name) = named.next().filter(|(at, _)| is_told(*at))?;
        let is_lone = named.next().is_none();
        drop(named);
        let tally = self.tally(name);
        tally.is_word = is_lone && tally.is_role && !tally.is_marked && !tally.is_sure;
        tally.is_role &= !tally.is_word;
        tally.is_word.then(|| name.to_owned())
    }

    /// Trusts the names in small letters that few lines begin with, where most lines begin with other names written so.
    pub fn trust_small(&mut self, heads: &[Head<'t>]) {
        let found: Vec<&'t str> = heads.iter().filter_map(|head| head.name).collect();
        let known = found.iter().filter(|name| self.has(name)).count();
        let are_small = found.iter().all(|name| !self.has(name) || self.may_be_small(name));
        if known * 3 >= heads.len() * 2 && are_small {
            let small: Vec<&'t str> = found.into_iter().filter(|name| self.may_be_small(name)).collect();
            small.into_iter().for_each(|name| self.trust(name));
        }
    }

    /// Takes for words the names without a time that one line begins with, where most have one, or half in chats: "Budget: 500"
    /// goes on with a message. Returns them.
    pub fn distrust_unmarked(&mut self, lines: &[Line], heads: &[Head<'t>]) -> Vec<String> {
        let named = || lines.iter().zip(heads).filter(|(_, head)| head.name.is_some_and(|name| self.has(name)));
        let is_marked = |line: &Line, head: &Head| line.is_signed || head.time.is_some();
        let marked = named().filter(|(line, head)| is_marked(line, head)).count();
        let are_messages = named().any(|(line, _)| line.is_signed);
        // Times that people type are missing now and then.
        let are_most =
            if are_messages { marked * 2 >= named().count() } else { marked > 3 && marked * 5 >= named().count() * 4 };
        // Where times stand with names above the words, what a line of the words begins with is none.
        let is_above = |head: &Head| head.time.is_some() && head.rest.is_empty();
        let are_above =
            marked > 1 && named().all(|(line, head)| is_above(head) || head.time.is_none() && !line.after_gap);
        let are_enough = are_most || are_above && marked * 2 >= named().count();
        if !are_enough {
            return Vec::new();
        }
        let behind = named().skip_while(|(line, head)| !is_marked(line, head));
        let found: Vec<&'t str> = behind.filter_map(|(_, head)| head.name).collect();
        found.into_iter().filter(|name| self.distrust(name)).map(str::to_owned).collect()
    }

    /// Whether a name is one. What many lines begin with is a name; what one line begins with is one if it looks like it.
    pub fn has(&self, name: &str) -> bool {
        let known = self.by_spelling.get(name).or_else(|| self.by_key.get(&key(name)));
        let Some(tally) = known.map(|at| &self.tallies[*at]) else { return is_role(name, &key(name)) };
        if tally.is_sure || tally.is_role {
            return true;
        }
        if tally.is_nobody || tally.is_word || tally.lines == 1 && !tally.is_marked && without_role(name).contains(',')
        {
            return false;
        }
        let is_marked_name = is_capitalised(name) || self.are_marks_sure && name.starts_with(char::is_uppercase);
        let is_likely = !tally.is_doubtful || tally.is_marked && is_marked_name;
        is_likely || tally.lines > 1 && tally.is_set_off
    }
}
