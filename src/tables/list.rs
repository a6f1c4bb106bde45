//! Lists as people write them: lines with bullets, numbers and tick boxes before the words.

/// A line without what lists put before it.
pub(super) fn plain(line: &str) -> &str {
    let line = line.trim();
    let line = bullet(line).or_else(|| number(line)).or_else(|| heading(line)).unwrap_or(line);
    let ticks = ["[ ] ", "[x] ", "[X] ", "\u{2610} ", "\u{2611} ", "\u{2612} "];
    ticks.iter().find_map(|tick| line.strip_prefix(tick)).unwrap_or(line).trim()
}

/// The words of a heading in Markdown: "## Choose".
fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let is_one = (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ');
    is_one.then(|| rest.trim_start())
}

/// Whether a line begins as those of a list do.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim();
    bullet(line).is_some() || number(line).is_some()
}

/// The words behind a bullet that stands apart: "+46 pilot NPS" and "−2" are words.
fn bullet(line: &str) -> Option<&str> {
    const BULLETS: [char; 22] = [
        '-', '*', '+', '\u{2022}', '\u{2023}', '\u{2043}', '\u{25aa}', '\u{25ab}', '\u{25cf}', '\u{25cb}', '\u{25e6}',
        '\u{25a0}', '\u{25a1}', '\u{2013}', '\u{2014}', '\u{b7}', '\u{a7}', '\u{2713}', '\u{2714}', '\u{27a2}',
        '\u{f0b7}', '\u{f0a7}',
    ];
    // Word's second bullet is the letter o, set apart by a tab.
    let rest = line.strip_prefix(BULLETS).or_else(|| line.strip_prefix('o').filter(|rest| rest.starts_with('\t')))?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

/// The words behind "1.", "12)" or "a)".
fn number(line: &str) -> Option<&str> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let letter = line.chars().next().filter(|c| c.is_alphabetic()).map_or(0, char::len_utf8);
    let (end, signs) = if (1..=4).contains(&digits) { (digits, ['.', ')']) } else { (letter, [')', ')']) };
    let rest = line[end..].strip_prefix(signs).filter(|_| end > 0)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

/// The lines of a text that hold anything, without what lists put before them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).flat_map(items).map(plain).filter(|line| !line.is_empty())
}

/// The items of a list that lost its lines, "\u{2022} asks \u{2022} pays", "1) asks 2) pays"; or the line.
fn items(line: &str) -> Vec<&str> {
    const DOTS: [char; 3] = ['\u{2022}', '\u{25aa}', '\u{25cf}'];
    let mut rest = line.trim();
    if rest.starts_with(DOTS) {
        return rest.split(DOTS).collect();
    }
    let mut items = Vec::new();
    for next in 2.. {
        let before = [')', '.'].map(|sign| (format!("{}{sign} ", next - 1), format!(" {next}{sign} ")));
        let at =
            before.iter().find_map(|(own, next)| rest.starts_with(own.as_str()).then(|| rest.find(next.as_str()))?);
        let Some(at) = at else { break };
        items.push(&rest[..at]);
        rest = &rest[at + 1..];
    }
    items.push(rest);
    items
}
