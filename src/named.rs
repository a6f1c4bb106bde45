//! Names behind a sign, as both one-line inputs read and write them: `#board`, `@"Anna Lind"`.

/// Marks that end a name as they end a word, and are no part of it: "@Bob, #board."
pub(crate) const MARKS: [char; 7] = [',', ';', ':', '.', '!', '?', ')'];

/// Marks around a quote, or a name of several words: the one that opens, and those that close it.
pub(crate) const QUOTES: [(char, &[char]); 4] =
    [('"', &['"']), ('\u{ab}', &['\u{bb}']), ('\u{201c}', &['\u{201d}']), ('\u{201e}', &['\u{201c}', '\u{201d}'])];

/// What stands behind the mark that opens a text, and the marks that close it.
fn opened(text: &str) -> Option<(&str, &'static [char])> {
    QUOTES.iter().find_map(|(open, closes)| Some((text.strip_prefix(*open)?, *closes)))
}

/// What stands behind the sign of a tag: `#`, or `№` right before a letter or a quotation mark, as a Russian keyboard has it in its
/// place. Before a figure it is a number.
pub(crate) fn behind_tag_sign(word: &str) -> Option<&str> {
    let is_name = |rest: &&str| rest.starts_with(char::is_alphabetic) || opened(rest).is_some();
    let numero = || word.strip_prefix('\u{2116}').filter(is_name);
    word.strip_prefix('#').or_else(numero)
}

/// The first piece of a text that does not begin with white space: up to white space, or up to the end of a quoted name.
pub(crate) fn piece(text: &str) -> &str {
    let quote = text.strip_prefix(['@', '#', '\u{2116}']).and_then(opened);
    let closing = |(rest, closes): (&str, &'static [char])| {
        let (at, mark) = rest.match_indices(closes).next()?;
        Some(text.len() - rest.len() + at + mark.len())
    };
    if let Some(end) = quote.and_then(closing) {
        let behind = text[end..].split(char::is_whitespace).next().unwrap_or_default();
        // Only a quoted name that ends there; `@"a"b` is a word.
        if behind.chars().all(|c| MARKS.contains(&c)) {
            return &text[..end + behind.len()];
        }
    }
    text.split(char::is_whitespace).next().unwrap_or_default()
}

/// The name behind `@` or `#`, without its quotation marks; `None` when there is none.
pub(crate) fn name(rest: &str) -> Option<String> {
    let rest = unmarked(rest);
    let bare = opened(rest).and_then(|(rest, closes)| rest.strip_suffix(closes)).unwrap_or(rest);
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    (!bare.is_empty() && !bare.contains('"')).then_some(bare)
}

/// A word without the marks behind it. A point within it says that the last one is a part of it too: "J.R."
pub(crate) fn unmarked(word: &str) -> &str {
    let bare = word.trim_end_matches(MARKS);
    let behind = &word[bare.len()..];
    if bare.contains('.') && behind.starts_with('.') { &word[..bare.len() + 1] } else { bare }
}

/// A name as it is written behind `@` or `#`.
pub(crate) fn quoted(name: &str) -> String {
    if name.contains(char::is_whitespace) || unmarked(name) != name || opened(name).is_some() {
        format!("\"{name}\"")
    } else {
        name.into()
    }
}
