//! Chats whose lines begin with a handle in angle brackets, behind a time or alone: `<anna> yes`, `10:02 <@boris> no`.

use super::Writer;
use super::line::Line;
use super::moment::moment;
use super::notation::clock;

/// The longest handle, in bytes.
const LONGEST: usize = 60;

/// The lines with a colon behind the handles, where most begin with one and somebody writes again. What the program says of those
/// who come and go is left out.
pub(super) fn with_colons(lines: &mut Vec<Line>, writer: &mut Writer) {
    let found: Vec<Option<Handled>> = lines.iter().map(|line| handled(&line.text)).collect();
    let handles: Vec<&str> = found.iter().flatten().map(|one| one.handle).collect();
    let is_again = (1..handles.len()).any(|at| handles[..at].contains(&handles[at]));
    let are_several = handles.iter().any(|handle| *handle != handles[0]);
    let are_timed = found.iter().flatten().all(|one| one.time.is_some());
    let notices = lines.iter().filter(|line| is_notice(&line.text)).count();
    let are_most = (handles.len() + notices) * 2 > lines.len();
    // A page that is cut out of its document begins its lines with marks, too.
    let is_page = lines.iter().any(|line| line.text.contains("</"));
    if handles.len() < 2 || !are_most || is_page || !(is_again || are_several) {
        return;
    }
    let texts: Vec<Option<String>> = found.iter().map(|one| one.as_ref().map(|one| one.written(are_timed))).collect();
    let mut texts = texts.into_iter();
    lines.retain_mut(|line| {
        let text = texts.next().flatten();
        let is_kept = text.is_some() || !is_notice(&line.text);
        if let Some(text) = text {
            (line.text, line.is_strong, line.is_signed) = (text, true, true);
        } else if !is_kept {
            writer.leave_out(&line.text);
        }
        is_kept
    });
}

/// A line that a handle begins.
struct Handled<'l> {
    time: Option<u32>,
    handle: &'l str,
    words: &'l str,
}

impl Handled<'_> {
    fn written(&self, is_timed: bool) -> String {
        let time = self.time.filter(|_| is_timed).map(|time| format!("[{}] ", clock(time))).unwrap_or_default();
        format!("{time}{}: {}", self.handle, self.words)
    }
}

fn handled(line: &str) -> Option<Handled<'_>> {
    let (before, rest) = line.split_once('<').filter(|(before, _)| before.len() < LONGEST)?;
    let before = before.trim();
    let time = moment(before).and_then(|moment| moment.clock);
    if !before.is_empty() && time.is_none() {
        return None;
    }
    let (handle, words) = rest.split_once('>')?;
    let handle = handle.trim().trim_start_matches(['@', '+', '%', '&', '~']);
    let may = |c: char| c.is_alphanumeric() || "_-[]{}\\|^`. ".contains(c);
    let is_one = handle.len() < LONGEST && handle.starts_with(|c: char| c.is_alphabetic() || "_[{\\|^`".contains(c));
    let fits = is_one && handle.chars().all(may) && handle.split_whitespace().count() < 4;
    let words = words.strip_prefix(':').unwrap_or(words);
    (fits && words.starts_with(char::is_whitespace)).then(|| Handled { time, handle, words: words.trim_start() })
}

/// Whether a line says who came, left or did something: "-!- carl has joined", "* boris nods".
fn is_notice(line: &str) -> bool {
    let ends = line.match_indices(' ').map(|(at, _)| at).take(4);
    let behind = ends.filter(|at| moment(&line[..*at]).is_some_and(|moment| moment.clock.is_some())).last();
    let said = line[behind.unwrap_or(0)..].trim_start();
    ["-!- ", "*** ", "* ", "--> ", "<-- ", "--- ", "=== ", "\u{2192} ", "\u{2190} "]
        .iter()
        .any(|sign| said.starts_with(sign))
}
