//! What files write around words: tags and entities of captions, marks of Markdown.

/// Whether a text is a document with marks for programs: XML, a page, a script of captions, a file of a word processor.
pub(super) fn is_document(text: &str) -> bool {
    let begins: String = text.trim_start().chars().take(16).collect::<String>().to_lowercase();
    ["<?xml", "<!doctype", "<html", "<tt ", "<tt>", "<body", "<p>", "<div", "[script info]", "{\\rtf"]
        .iter()
        .any(|known| begins.starts_with(known))
}

/// A stretch of a caption line, with the voice that a tag named; `Some("")` is the end of a voice.
pub(super) struct Voiced {
    pub voice: Option<String>,
    pub text: String,
}

/// A line of a caption without tags, cut where a voice begins or ends. Entities are decoded where they are part of the format.
pub(super) fn untagged(line: &str, has_entities: bool) -> Vec<Voiced> {
    let mut pieces = vec![Voiced { voice: None, text: String::new() }];
    let decoded = |text: &str| if has_entities { unescaped(text) } else { text.to_owned() };
    let (mut rest, mut from) = (line, 0);
    while let Some(open) = rest[from..].find(['<', '{']).map(|open| from + open) {
        let Some(end) = tag_end(&rest[open..]).map(|end| open + end) else {
            // A sign that begins no tag was typed.
            from = open + 1;
            continue;
        };
        push(&mut pieces, &decoded(&rest[..open]));
        let name = &rest[open + 1..end - 1];
        if name == "/v" {
            pieces.push(Voiced { voice: Some(String::new()), text: String::new() });
        } else if let Some(voice) = voice(name) {
            pieces.push(Voiced { voice: Some(decoded(voice)), text: String::new() });
        } else if name.starts_with("br") {
            push(&mut pieces, " ");
        }
        (rest, from) = (&rest[end..], 0);
    }
    push(&mut pieces, &decoded(rest));
    pieces
}

fn push(pieces: &mut [Voiced], text: &str) {
    if let Some(last) = pieces.last_mut() {
        last.text += text;
    }
}

/// Where a tag ends that begins a text: `<i>`, `</c.red>`, `<00:01.000>`, `{\an8}`.
fn tag_end(text: &str) -> Option<usize> {
    const LONGEST: usize = 64;
    if text.starts_with("{\\") {
        return text.bytes().take(LONGEST).position(|byte| byte == b'}').map(|at| at + 1);
    }
    let inner = text.strip_prefix('<')?;
    let end = inner.find(['>', '<']).filter(|at| inner[*at..].starts_with('>'))?;
    let name = inner[..end].strip_prefix('/').unwrap_or(&inner[..end]);
    let is_time = super::time::time(name).is_some_and(|(_, rest)| rest.is_empty());
    let kind = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    let is_tag =
        TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(kind)) && !name[kind.len()..].starts_with(['@', '-', '_']);
    (is_time || is_tag).then_some(end + 2)
}

/// The tags of captions. What else stands in angle brackets was said: a key that is pressed, an address.
const TAGS: [&str; 15] =
    ["i", "b", "u", "s", "c", "v", "lang", "ruby", "rt", "font", "br", "em", "strong", "span", "p"];

/// The name in `v Name` or `v.loud.quiet Name`.
fn voice(tag: &str) -> Option<&str> {
    let rest = tag.strip_prefix('v')?;
    let at = rest.find(char::is_whitespace)?;
    (at == 0 || rest.starts_with('.')).then(|| rest[at..].trim())
}

/// A text with the entities of WebVTT, and those by number, decoded.
fn unescaped(text: &str) -> String {
    const NAMED: [(&str, &str); 18] = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", "\u{a0}"),
        ("lrm", "\u{200e}"),
        ("rlm", "\u{200f}"),
        ("shy", "\u{ad}"),
        ("copy", "\u{a9}"),
        ("laquo", "\u{ab}"),
        ("raquo", "\u{bb}"),
        ("ldquo", "\u{201c}"),
        ("rdquo", "\u{201d}"),
        ("rsquo", "\u{2019}"),
        ("ndash", "\u{2013}"),
        ("mdash", "\u{2014}"),
        ("hellip", "\u{2026}"),
    ];
    const LONGEST: usize = 10;
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        plain += &rest[..at];
        let body = &rest[at + 1..];
        let end = body.bytes().take(LONGEST).position(|byte| byte == b';');
        let letter = end.and_then(|end| {
            let name = &body[..end];
            let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => number.parse().ok(),
            });
            let by_number = number.and_then(char::from_u32).filter(|letter| *letter != '\0').map(String::from);
            by_number.or_else(|| NAMED.iter().find(|named| named.0 == name).map(|named| named.1.to_owned()))
        });
        match (letter, end) {
            (Some(letter), Some(end)) => {
                plain += &letter;
                rest = &body[end + 1..];
            }
            _ => {
                plain.push('&');
                rest = body;
            }
        }
    }
    plain + rest
}

/// Whether a text is written in Markdown: headings, bold words or escaped signs.
pub(super) fn is_markdown(text: &str) -> bool {
    let marked = |line: &str| {
        let line = line.trim_start();
        let is_slanted = line.starts_with('*') && (line.contains(":* ") || line[1..].contains("*:"))
            || line.starts_with('_') && (line.contains(":_ ") || line[1..].contains("_:"));
        let is_bold = line.matches("**").count() > 1 || line.starts_with("__");
        heading(line).is_some() || is_bold || is_slanted || line.contains("\\[")
    };
    text.lines().any(marked)
}

/// The text of a Markdown heading.
pub(super) fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    ((1..=6).contains(&level) && text.starts_with([' ', '\t'])).then(|| text.trim())
}

/// A line of Markdown without its marks: quotes, emphasis, backslashes; and whether it began with emphasis.
pub(super) fn unmarked(line: &str) -> (String, bool) {
    let mut rest = line.trim_start();
    while let Some(quoted) = rest.strip_prefix('>') {
        rest = quoted.trim_start();
    }
    // A star followed by a space is a list bullet.
    for bullet in ["* ", "+ "] {
        rest = rest.strip_prefix(bullet).map_or(rest, str::trim_start);
    }
    let is_strong = rest.trim_start_matches(['-', ' ']).starts_with(['*', '_']);
    let letters: Vec<char> = rest.chars().collect();
    let dropped = emphasis(&letters);
    let mut plain = String::with_capacity(rest.len());
    let mut at = 0;
    while at < letters.len() {
        if let Some(escaped) = escaped(&letters, at) {
            plain.push(escaped);
            at += 2;
        } else {
            if !dropped[at] {
                plain.push(letters[at]);
            }
            at += 1;
        }
    }
    (plain, is_strong)
}

/// The sign behind a backslash.
fn escaped(letters: &[char], at: usize) -> Option<char> {
    letters.get(at + 1).copied().filter(|next| letters[at] == '\\' && next.is_ascii_punctuation())
}

/// A run of marks that waits for its partner.
struct Opened {
    at: usize,
    /// How many of its marks have no partner yet.
    left: usize,
}

/// Which letters are marks of emphasis: stars and lines in pairs around words. Those without a partner, and within words, were
/// typed: 5*3, f**k.
fn emphasis(letters: &[char]) -> Vec<bool> {
    const MOST: usize = 3;
    let mut dropped = vec![false; letters.len()];
    // One stack a mark: stars do not wait for lines, however many stand open.
    let mut open: [Vec<Opened>; 2] = [Vec::new(), Vec::new()];
    let mut at = 0;
    while at < letters.len() {
        let mark = letters[at];
        if !matches!(mark, '*' | '_') {
            at += if escaped(letters, at).is_some() { 2 } else { 1 };
            continue;
        }
        let run = letters[at..].iter().take_while(|other| **other == mark).count();
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
        let after = letters.get(at + run).copied().unwrap_or(' ');
        let is_inside = before.is_alphanumeric() && after.is_alphanumeric();
        // Bold letters may end within a word.
        let may_close = !before.is_whitespace() && (!is_inside || mark == '*' && run > 1);
        let mut left = if run > MOST { 0 } else { run };
        let open = &mut open[usize::from(mark == '_')];
        while let Some(opened) = open.last_mut().filter(|_| may_close && left > 0) {
            let pairs = left.min(opened.left);
            dropped[opened.at + opened.left - pairs..opened.at + opened.left].fill(true);
            dropped[at + run - left..at + run - left + pairs].fill(true);
            (left, opened.left) = (left - pairs, opened.left - pairs);
            if opened.left == 0 {
                open.pop();
            }
        }
        if left > 0 && !after.is_whitespace() && !is_inside {
            open.push(Opened { at: at + run - left, left });
        }
        at += run;
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(line: &str, entities: bool) -> Vec<(Option<String>, String)> {
        untagged(line, entities).into_iter().map(|piece| (piece.voice, piece.text)).collect()
    }

    #[test]
    fn tags_go_and_typed_signs_stay() {
        let said = |text: &str| vec![(None, text.to_owned())];
        assert_eq!(
            plain("{\\an8}How <i>many</i> <c.red>orders</c> <00:01.000>today?", false),
            said("How many orders today?")
        );
        assert_eq!(plain("1 < 2 > 0 <3 {sic} a<b", false), said("1 < 2 > 0 <3 {sic} a<b"));
        for typed in ["press <Enter>", "write to <anna@x.ru> or <i@x.ru>", "<laughs>", "<b-side>"] {
            assert_eq!(plain(typed, false), said(typed));
        }
        assert_eq!(plain("<FONT color=\"red\">a</FONT><lang en>b</lang><br/>c", false), said("ab c"));
        assert_eq!(plain("Salon &amp; spa &#x41;&#66; &nosuch; AT&T", true), said("Salon & spa AB &nosuch; AT&T"));
        assert_eq!(plain("Salon &amp; spa", false), said("Salon &amp; spa"));
    }

    #[test]
    fn voices_cut_a_line() {
        let piece = |voice: Option<&str>, text: &str| (voice.map(String::from), text.to_owned());
        assert_eq!(
            plain("<v.quiet.far Mr &lt;X&gt;>Yes.</v> <v Owner>No.", true),
            [piece(None, ""), piece(Some("Mr <X>"), "Yes."), piece(Some(""), " "), piece(Some("Owner"), "No.")]
        );
        assert_eq!(plain("<video>a", true), [piece(None, "<video>a")]);
    }

    #[test]
    fn marks_of_markdown_go() {
        assert_eq!(
            unmarked("**Owner:** \\[00:10\\] it was *bad*, snake_case 2 * 3"),
            ("Owner: [00:10] it was bad, snake_case 2 * 3".into(), true)
        );
        for (line, plain) in [
            ("**Owner:** 5*3 boxes", "Owner: 5*3 boxes"),
            ("**Owner:** f**k, *really*", "Owner: f**k, really"),
            ("***Owner*:** *5 stars", "Owner: *5 stars"),
            ("**Bold**ly _said_, a * b", "Boldly said, a * b"),
            ("*one **two** three*", "one two three"),
            ("2*3*4 \\*kept\\*", "2*3*4 *kept*"),
        ] {
            assert_eq!(unmarked(line).0, plain, "{line}");
        }
        assert_eq!(unmarked("> __Owner__: no").0, "Owner: no");
        assert_eq!(heading("## Part 2"), Some("Part 2"));
        assert_eq!(heading("#tag"), None);
    }
}
