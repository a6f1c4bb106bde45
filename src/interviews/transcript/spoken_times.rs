//! Times that a program writes twice, for eyes and for ears: `0 minutes 3 seconds` above `0:03`.

use std::borrow::Cow;

use super::time::all_of;

/// What times are spelled with, as their words begin.
const UNITS: [&str; 9] = ["hour", "minute", "second", "stunde", "час", "минут", "секунд", "heure", "sekunde"];

/// A text without the spelled times that stand on a line of their own above the same time in figures.
pub(super) fn without(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.lines().collect();
    let is_above_time = |at: usize| {
        let next = lines[at + 1..].iter().find(|line| !line.trim().is_empty());
        next.is_some_and(|line| all_of(line).is_some())
    };
    let is_out: Vec<bool> = (0..lines.len()).map(|at| is_spelled(lines[at]) && is_above_time(at)).collect();
    if !is_out.contains(&true) {
        return text.into();
    }
    let kept = lines.iter().zip(is_out).filter(|(_, is_out)| !is_out).map(|(line, _)| *line);
    kept.collect::<Vec<_>>().join("\n").into()
}

/// Figures, each with its unit behind it, and nothing else.
fn is_spelled(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let mut words = line.split_whitespace().filter(|word| !matches!(*word, "and" | "и" | "und" | "et")).peekable();
    words.peek().is_some()
        && std::iter::from_fn(|| words.next().map(|figure| (figure, words.next()))).all(|(figure, unit)| {
            figure.bytes().all(|digit| digit.is_ascii_digit())
                && unit.is_some_and(|unit| UNITS.iter().any(|known| unit.starts_with(known)))
        })
}
