//! What stands above the first turn and nobody said: titles, days, who took part, how to reach them.

use std::collections::HashMap;
use std::ops::Range;

use super::label::Head;
use super::line::Line;
use super::lists;
use super::name::{is_about, is_known_role, is_party, key};

/// The longest line that says something of the interview, in letters.
const MOST_LETTERS: usize = 120;

/// The longest value behind a label that is not known.
const MOST_OF_LABEL: usize = 60;

/// Labels above a list of people.
const PEOPLE: &str = "participants|attendees|present|участники|присутствовали";

/// Words that are cut short, with a full stop that ends no sentence: "12 марта 2026 г., 45 мин."
const SHORTENED: &str = "г|гг|ч|мин|сек|руб|чел|min|mins|hr|hrs|sec|approx|inc|ltd|corp|jr|sr|p.m|a.m";

/// Whether a text ends as a sentence does.
pub(super) fn ends_with_stop(text: &str) -> bool {
    let last = text.strip_suffix('.').and_then(|text| text.rsplit(char::is_whitespace).next());
    if last.is_some_and(|word| lists(SHORTENED, &word.to_lowercase())) {
        return false;
    }
    text.trim_end_matches(['"', '\u{bb}', '\u{201d}', ')']).ends_with(['.', '!', '?', '\u{2026}'])
}

/// Whether a line is labelled with what is known of interviews: "Date: 12.03.2026", "Дата и время: …".
fn is_labelled(head: &Head) -> bool {
    let key = head.name.map(key).unwrap_or_default();
    let mut words = key.split_whitespace();
    let (first, last) = (words.next(), words.next_back());
    [first, last].into_iter().flatten().any(is_about)
}

/// Whether words behind a label are a question, or a sentence beside one of somebody who takes part.
pub(super) fn is_answered(heads: &[Head], at: usize) -> bool {
    let says =
        |head: &Head| ends_with_stop(head.rest) && head.name.is_some_and(|name| is_known_role(name) || is_party(name));
    let is_asked = heads[at].rest.ends_with('?') && heads[at].rest.contains(' ') && is_labelled(&heads[at]);
    let neighbours = || [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| heads.get(at));
    is_asked || says(&heads[at]) && neighbours().any(says)
}

/// Which lines say something of the interview before it begins: "Role: CFO", "Tool: Excel". At least two in a row at the top,
/// short, each with a label of its own that never speaks but for roles; one of the labels is known, or others speak more than once behind them. A
/// list of who took part is one too, though these people speak.
pub(super) fn about(lines: &[Line], heads: &[Head]) -> impl Fn(usize) -> bool + use<> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for name in heads.iter().filter_map(|head| head.name) {
        *counts.entry(key(name)).or_default() += 1;
    }
    let speaks_again = |name: &str| counts.get(&key(name)).is_some_and(|count| *count > 1);
    let is_short = |at: usize| {
        let (line, head) = (&lines[at], &heads[at]);
        head.time.is_none() && !ends_with_stop(head.rest) && line.text.chars().count() <= MOST_OF_LABEL
    };
    let is_label = |at: usize| {
        let head = &heads[at];
        let is_fact = |name: &str| !speaks_again(name) || is_party(name) || is_known_role(name);
        head.name.is_some_and(is_fact) && !head.rest.is_empty() && is_short(at)
    };
    let goes_on = |from: usize, is: &dyn Fn(usize) -> bool| {
        (from..lines.len()).take_while(|at| is(*at) && (*at == from || !lines[*at].after_gap)).count()
    };
    let is_parted = |end: usize| lines.get(end).is_some_and(|next| next.after_gap);
    let is_title = |at: &usize| lines[*at].is_heading || heads[*at].name.is_none() && is_short(*at);
    let first = (0..lines.len()).take_while(is_title).count();
    let end = first + goes_on(first.min(lines.len()), &is_label);
    let run = heads.get(first..end).unwrap_or_default();
    let is_known = run.iter().any(|head| is_labelled(head) && !head.name.is_some_and(is_party));
    let is_once = !run.iter().filter_map(|head| head.name).any(speaks_again);
    let is_ended = is_parted(end) && (is_known || is_once && counts.values().any(|count| *count > 1));
    let is_above_turn = || is_known && heads.get(end).and_then(|head| head.name).is_some_and(speaks_again);
    let is_run = end > first + 1 && (is_ended || is_above_turn());
    let people = (0..lines.len().min(12)).find(|at| {
        let is_named = heads[*at].name.is_some_and(|name| lists(PEOPLE, &key(name)));
        is_named && heads[*at].rest.is_empty()
    });
    let listed = people.map(|at| at..at + 1 + goes_on(at + 1, &is_short)).filter(|listed| is_parted(listed.end));
    move |at| is_run && (first..end).contains(&at) || listed.as_ref().is_some_and(|listed| listed.contains(&at))
}

/// Which lines above the first turn nobody said. With a turn below them that is whatever is no sentence; sentences may be the end
/// of one that was cut off. Where nothing shows who speaks, only lines with a label that is known, and their title.
pub(super) fn above(lines: &[Line], heads: &[Head], first: Option<usize>) -> Vec<bool> {
    let mut is_above = vec![false; lines.len()];
    let labelled = |at: usize| is_labelled(&heads[at]);
    let Some(first) = first else {
        let title = usize::from(lines.len() > 1 && !labelled(0) && labelled(1) && !ends_with_stop(&lines[0].text));
        let count = (title..lines.len()).take_while(|at| labelled(*at)).count();
        let end = if count > 0 { title + count } else { 0 };
        // All of it may be somebody's list.
        if end < lines.len() {
            is_above[..end].fill(true);
        }
        return is_above;
    };
    let listed = keywords(lines, first);
    is_above[listed.clone()].fill(true);
    let mut at = 0;
    while at < first {
        let end = (at + 1..first).find(|next| lines[*next].after_gap).unwrap_or(first);
        let is_cut = lines[at].text.starts_with(|c: char| c.is_lowercase() || c == '\u{2026}');
        let others = || (at..end).filter(|at| !listed.contains(at));
        let is_said = is_cut
            || others().any(|at| !labelled(at) && ends_with_stop(&lines[at].text))
            || others().any(|at| lines[at].text.chars().count() > MOST_LETTERS);
        // A time alone is that of the turn below it.
        others().for_each(|at| is_above[at] = (!is_said || labelled(at)) && !heads[at].whole.is_empty());
        at = end;
    }
    is_above
}

/// The title above the words that Otter picks out, with the block below it: a line longer than any other that nobody said.
fn keywords(lines: &[Line], first: usize) -> Range<usize> {
    let is_title = |line: &Line| line.text.trim_end_matches(':').eq_ignore_ascii_case("summary keywords");
    let Some(title) = lines[..first].iter().position(is_title) else { return 0..0 };
    let end = (title + 2..first).find(|next| lines[*next].after_gap).unwrap_or(first);
    title..end
}
