//! Tables that are drawn with bars and lines: by terminals, and in Markdown.

use std::borrow::Cow;

/// A text whose table a terminal drew with lines, or a wiki with two bars around its headings, with the bars and dashes of Markdown.
pub(super) fn with_bars(text: &str) -> Cow<'_, str> {
    if is_wiki(text) {
        let lines = text
            .lines()
            .map(|line| if line.trim_start().starts_with("||") { line.replace("||", "|") } else { line.into() });
        return Cow::Owned(lines.collect::<Vec<String>>().join("\n"));
    }
    if !text.contains(['\u{2502}', '\u{2503}', '\u{2551}']) {
        return Cow::Borrowed(text);
    }
    let typed = |c: char| match c {
        '\u{2502}' | '\u{2503}' | '\u{2551}' => '|',
        '\u{2500}'..='\u{257f}' => '-',
        other => other,
    };
    Cow::Owned(text.chars().map(typed).collect())
}

/// A text whose lines all stand behind the mark of a quotation, as in a reply to a letter, without that mark.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    if lines.peek().is_none() || !lines.all(|line| line.starts_with('>')) {
        return Cow::Borrowed(text);
    }
    let bare = text.lines().map(|line| line.strip_prefix("> ").or_else(|| line.strip_prefix('>')).unwrap_or(line));
    Cow::Owned(bare.collect::<Vec<_>>().join("\n"))
}

/// Whether the first line names its columns as wikis do: "|| Stage || Find ||".
fn is_wiki(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let inner = first.strip_prefix("||").and_then(|line| line.strip_suffix("||"));
    inner.is_some_and(|inner| inner.contains("||") && inner.split("||").all(|name| !name.contains('|')))
}

/// What was typed into a cell: a bar behind a backslash is a letter, and a tag breaks a line.
pub(super) fn typed(cell: &str) -> Cow<'_, str> {
    if !cell.contains(['\\', '<']) {
        return Cow::Borrowed(cell);
    }
    let cell = cell.replace("\\|", "|");
    Cow::Owned(["<br />", "<br/>", "<br>"].iter().fold(cell, |cell, tag| cell.replace(tag, "\n")))
}

/// Whether a row of a table with bars is a line between its rows.
pub(super) fn is_rule(text: &str) -> bool {
    text.contains(['-', '=']) && text.chars().all(|c| matches!(c, '-' | '=' | '+' | ':' | ' '))
}

/// The words of a cell without the marks of Markdown around all of them.
pub(super) fn unmarked(cell: &str) -> &str {
    let mut bare = cell.trim();
    for mark in ["***", "**", "__", "*", "`"] {
        let inner = bare.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        bare = inner.filter(|inner| !inner.is_empty() && !inner.contains(mark)).unwrap_or(bare);
    }
    bare
}
