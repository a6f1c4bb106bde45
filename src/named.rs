//! Names behind a sign, as both one-line inputs read and write them: `#board`, `@"Anna Lind"`.

/// The first piece of a text that does not begin with white space: up to white space, or up to the end of a quoted name.
pub(crate) fn piece(text: &str) -> &str {
    let quote = text.starts_with(['@', '#']).then(|| text[1..].strip_prefix('"')).flatten();
    if let Some(end) = quote.and_then(|rest| rest.find('"')) {
        let end = end + 3;
        // Only a quoted name that ends there; `@"a"b` is a word.
        if text[end..].chars().next().is_none_or(char::is_whitespace) {
            return &text[..end];
        }
    }
    text.split(char::is_whitespace).next().unwrap_or_default()
}

/// The name behind `@` or `#`, without its quotation marks; `None` when there is none.
pub(crate) fn name(rest: &str) -> Option<String> {
    let bare = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(rest);
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    (!bare.is_empty() && !bare.contains('"')).then_some(bare)
}

/// A name as it is written behind `@` or `#`.
pub(crate) fn quoted(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.into() }
}
