//! Names whose letters show no name: with what somebody does behind a comma, "Anna Petrova, head of sales and support:", or with
//! signs, "ООО «Север»:". They name who speaks where they come again.

use std::collections::HashMap;

use super::label::head;
use super::line::Line;
use super::may_end_turn;
use super::name::{MOST_LETTERS, is_bare_name, is_capitalised, is_picture, is_sender, is_told, key, known};
use super::time::trailing;

/// The lines with such names marked as known where they come again. Returns those that come once and may be names: they stay words.
pub(super) fn known_again(lines: &mut [Line]) -> Vec<String> {
    let found: Vec<Option<String>> = lines.iter().map(|line| label(line).map(str::to_owned)).collect();
    // How often each comes, and whether it begins a turn.
    let mut tallies: HashMap<String, (usize, bool)> = HashMap::new();
    for (at, name) in found.iter().enumerate() {
        let Some(name) = name else { continue };
        let before = at.checked_sub(1).filter(|before| !lines[at].after_gap && found[*before].is_none());
        let tally = tallies.entry(key(name)).or_default();
        tally.0 += 1;
        tally.1 |= before.is_none_or(|before| may_end_turn(&lines[before].text));
    }
    let mut doubtful = Vec::new();
    for (line, name) in lines.iter_mut().zip(found) {
        let Some(name) = name else { continue };
        let (count, is_set_off) = tallies.get(&key(&name)).copied().unwrap_or_default();
        if count > 1 && is_set_off {
            line.text = line.text.replacen(&name, &known(&name), 1);
        } else if is_set_off && is_likely(&name) {
            doubtful.push(name);
        }
    }
    doubtful
}

/// What stands before the colon of a line and may be such a name.
fn label(line: &Line) -> Option<&str> {
    let head = head(&line.text, line.is_strong);
    if line.is_heading || line.is_signed || head.name.is_some() {
        return None;
    }
    let is_end = |at: &usize| head.whole[at + 1..].chars().next().is_none_or(char::is_whitespace);
    let colon = head.whole.match_indices(':').map(|(at, _)| at).find(is_end)?;
    let label = head.whole[..colon].trim();
    if trailing(label).is_some() {
        return None;
    }
    let is_short = label.chars().take(2 * MOST_LETTERS + 1).count() <= 2 * MOST_LETTERS;
    (is_short && (is_titled(label) || is_signed(label))).then_some(label)
}

/// "Anna Petrova, head of sales and support"
fn is_titled(label: &str) -> bool {
    let may =
        |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '-' | ',' | '&' | '/' | '«' | '»' | '"');
    label.split_once(',').is_some_and(|(name, role)| {
        let role = role.trim();
        is_bare_name(name) && !role.is_empty() && role.chars().all(may) && !is_told(name) && !is_told(role)
    })
}

/// "Анна ✨", "Speaker 1 [Anna]", "ООО «Север»"
fn is_signed(label: &str) -> bool {
    const SIGNS: [char; 6] = ['[', '«', '"', '\u{201c}', '\u{201e}', '+'];
    let has_sign = label.contains(is_picture) || label.contains(SIGNS);
    has_sign && label.split_whitespace().count() < 6 && is_capitalised(label) && is_sender(label, true)
}

/// Whether a name that comes once looks like one all the same: with a sign, or a full name before what somebody does.
fn is_likely(label: &str) -> bool {
    is_signed(label) || label.split(',').next().is_some_and(|name| name.split_whitespace().nth(1).is_some())
}
