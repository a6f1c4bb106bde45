//! What is remarked of somebody behind the name: `Anna (laughs): yes`. It stands before the words, and the name is the same as
//! without it.

use std::collections::HashSet;

use super::label::head;
use super::line::Line;
use super::name::{is_bare_name, key};

/// Puts remarks behind the colons: those in small letters, where the name also stands alone or square brackets mark them.
pub(super) fn behind_names(lines: &mut [Line]) {
    let found: Vec<Option<Remark>> = lines.iter().map(|line| remark(&line.text)).collect();
    if found.iter().all(Option::is_none) {
        return;
    }
    let names = lines.iter().zip(&found).filter(|(_, remark)| remark.is_none());
    let alone: HashSet<String> = names.filter_map(|(line, _)| head(&line.text, false).name.map(key)).collect();
    let is_one = |remark: &Remark| remark.is_square || alone.contains(&key(remark.name));
    let texts: Vec<Option<String>> =
        found.into_iter().map(|found| found.filter(is_one).map(|remark| remark.written())).collect();
    for (line, text) in lines.iter_mut().zip(texts) {
        if let Some(text) = text {
            line.text = text;
        }
    }
}

struct Remark<'l> {
    before: &'l str,
    name: &'l str,
    remark: &'l str,
    is_square: bool,
    words: &'l str,
}

impl Remark<'_> {
    fn written(&self) -> String {
        format!("{}{}: {} {}", self.before, self.name, self.remark, self.words)
    }
}

fn remark(line: &str) -> Option<Remark<'_>> {
    let timed = head(line, false);
    let whole = Some(timed.whole).filter(|whole| line.ends_with(*whole)).unwrap_or(line);
    let open = whole.find(['(', '['])?;
    let is_square = whole[open..].starts_with('[');
    let close = open + whole[open..].find(if is_square { ']' } else { ')' })?;
    let name = whole[..open].trim();
    let words = whole[close + 1..].trim_start().strip_prefix(':')?;
    let inner = &whole[open + 1..close];
    // "(she/her)" is said of a person, not of a moment.
    let fits = inner.starts_with(char::is_lowercase) && !inner.contains('/') && is_bare_name(name);
    let before = &line[..line.len() - whole.len()];
    fits.then(|| Remark { before, name, remark: &whole[open..=close], is_square, words: words.trim_start() })
}
