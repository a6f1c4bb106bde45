//! Names behind a sign, as both one-line inputs read and write them: `#board`, `@"Anna Lind"`.

/// Marks that end a name as they end a word, and are no part of it: "@Bob, #board."
pub(crate) const MARKS: [char; 7] = [',', ';', ':', '.', '!', '?', ')'];

/// What stands behind the sign of a tag: `#`, or `№` right before a letter, as a Russian keyboard has it in its place. Before a
/// figure it is a number.
pub(crate) fn behind_tag_sign(word: &str) -> Option<&str> {
    let numero = || word.strip_prefix('\u{2116}').filter(|rest| rest.starts_with(char::is_alphabetic));
    word.strip_prefix('#').or_else(numero)
}

/// The first piece of a text that does not begin with white space: up to white space, or up to the end of a quoted name.
pub(crate) fn piece(text: &str) -> &str {
    let quote = text.starts_with(['@', '#']).then(|| text[1..].strip_prefix('"')).flatten();
    if let Some(end) = quote.and_then(|rest| rest.find('"')) {
        let end = end + 3;
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
    let bare = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(rest);
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
    if name.contains(char::is_whitespace) || unmarked(name) != name { format!("\"{name}\"") } else { name.into() }
}
