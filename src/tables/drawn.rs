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

/// The tags that break a line, as pages and wikis write them into cells.
const BREAKS: [&str; 6] = ["<br />", "<br/>", "<br>", "<BR />", "<BR/>", "<BR>"];

/// A text of several lines with breaks in place of the tags of a page: those of a word processor, or of lines within quotation marks.
pub(super) fn with_breaks(text: &str) -> Cow<'_, str> {
    let has_tags = text.contains("<br") || text.contains("<BR");
    if !has_tags || !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest, mut quotes) = (String::with_capacity(text.len()), text, 0);
    while let Some(at) = rest.find('<') {
        let (before, tagged) = rest.split_at(at);
        quotes += before.matches('"').count();
        out += before;
        let tag = BREAKS.iter().find(|tag| tagged.starts_with(**tag));
        out.push(match tag {
            Some(_) if quotes % 2 == 1 => '\n',
            Some(_) => '\u{b}',
            None => '<',
        });
        rest = &tagged[tag.map_or(1, |tag| tag.len())..];
    }
    Cow::Owned(out + rest)
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
    Cow::Owned(BREAKS.iter().fold(cell, |cell, tag| cell.replace(tag, "\n")))
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
