//! Times as transcripts write them.

/// A stretch of time in milliseconds; many transcripts know the beginning only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub start: u32,
    pub end: Option<u32>,
}

/// A time at the beginning of a text (`1:02:03`, `02:03`, `00:00:01,500`), and what follows it.
pub(super) fn time(text: &str) -> Option<(u32, &str)> {
    clock(text, false)
}

/// The same; `is_bare`: minutes and seconds may have one digit where hours stand before them, as meetings of Teams write
/// `0:0:5.320`, and a second may be cut finer.
fn clock(text: &str, is_bare: bool) -> Option<(u32, &str)> {
    let mut parts: [u32; 3] = [0; 3];
    let (mut count, mut rest, mut is_short) = (0, text, false);
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let is_first = count == 0;
        if count == 3 || digits == 0 || digits > 3 || (!is_first && digits != 2 && !is_bare) {
            return None;
        }
        is_short |= !is_first && digits < 2;
        parts[count] = rest[..digits].parse().ok()?;
        if !is_first && parts[count] > 59 {
            return None;
        }
        (count, rest) = (count + 1, &rest[digits..]);
        match rest.strip_prefix(':') {
            Some(more) => rest = more,
            None => break,
        }
    }
    let seconds = match count {
        2 if !is_short => parts[0] * 60 + parts[1],
        3 => (parts[0] * 60 + parts[1]) * 60 + parts[2],
        _ => return None,
    };
    let mut ms = 0;
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        // A full stop after a time ends a sentence.
        if (1..=3).contains(&digits) || is_bare && digits > 0 {
            let known = digits.min(3);
            ms = fraction[..known].parse::<u32>().ok()? * [100, 10, 1][known - 1];
            rest = &fraction[digits..];
        }
    }
    let ends = !rest.starts_with(|next: char| next.is_alphanumeric());
    ends.then_some((seconds * 1000 + ms, rest))
}

/// The time of a day that is all of a text, "10:02" or "10:02:11".
pub(super) fn clock_of_day(text: &str) -> Option<u32> {
    let clock = all_of(text)?;
    let of_day = if text.matches(':').count() > 1 { clock } else { clock * 60 };
    (of_day < 24 * HOUR).then_some(of_day)
}

/// A time that is all of a text.
pub(super) fn all_of(text: &str) -> Option<u32> {
    time(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(ms, _)| ms)
}

/// The timing line of a caption, `00:00:01,000 --> 00:00:02,000` or `0:00:01.000,0:00:02.000`, and what follows it: settings,
/// or words.
pub(super) fn timing(line: &str) -> Option<(Span, &str)> {
    let (start, rest) = clock(line.trim_start(), true)?;
    let rest = rest.trim_start();
    let arrows = ["-->", "->", "\u{2192}", "\u{2014}>", "\u{2013}>"];
    let behind_comma = || rest.strip_prefix(',').filter(|end| line.matches('.').count() == 2 && all_of(end).is_some());
    let rest = arrows.iter().find_map(|arrow| rest.strip_prefix(arrow)).or_else(behind_comma)?;
    let (end, rest) = clock(rest.trim_start(), true)?;
    Some((Span { start, end: Some(end) }, rest))
}

/// A time in brackets at the beginning of a text, or a stretch `[00:10 - 00:14]`, and what follows it.
pub(super) fn bracketed(text: &str) -> Option<(Span, &str)> {
    let close = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let inner = text[1..].trim_start();
    if let Some((start, rest)) = stamp(inner) {
        return Some((Span { start, end: None }, rest.strip_prefix(close)?));
    }
    let (start, rest) = time(inner)?;
    let rest = rest.trim_start();
    if let Some(rest) = rest.strip_prefix(close) {
        return Some((Span { start, end: None }, rest));
    }
    let dash = ["-->", "->", "-", "\u{2013}", "\u{2014}"].iter().find_map(|dash| rest.strip_prefix(dash))?;
    let (end, rest) = time(dash.trim_start())?;
    Some((Span { start, end: Some(end) }, rest.trim_start().strip_prefix(close)?))
}

/// A time at the end of a text, in brackets or bare, and the text before it.
pub(super) fn trailing(text: &str) -> Option<(&str, Span)> {
    let text = text.trim_end();
    if text.ends_with([']', ')']) {
        let open = text.rfind(['[', '('])?;
        let (span, rest) = bracketed(&text[open..])?;
        return rest.is_empty().then_some((&text[..open], span));
    }
    let figures = HALVES.iter().find_map(|(half, _)| text.strip_suffix(half)).map(str::trim_end);
    let begins =
        figures.unwrap_or(text).rfind(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ':' | '.' | ','));
    let begins = begins.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let (start, rest) = if figures.is_some() { stamp(&text[begins..])? } else { time(&text[begins..])? };
    if !rest.is_empty() {
        return None;
    }
    let before = text[..begins].trim_end();
    let dash = ["-->", "->", "-", "\u{2013}", "\u{2014}", "\u{2192}"].iter().find_map(|dash| before.strip_suffix(dash));
    // "0:03 - 0:07"
    if let Some((name, from)) = dash.and_then(trailing).filter(|(_, from)| from.end.is_none() && from.start <= start) {
        return Some((name, Span { start: from.start, end: Some(start) }));
    }
    Some((&text[..begins], Span { start, end: None }))
}

/// A time in words that is all of a text, as meetings of Teams write it: "1 hour 2 minutes 3 seconds", "0 минут 3 секунды".
pub(super) fn spelled(text: &str) -> Option<u32> {
    const UNITS: [(&[&str], u32); 3] =
        [(&["hour", "час"], HOUR), (&["minute", "минут"], 60_000), (&["second", "секунд"], 1000)];
    // Nearly every line begins with a word.
    text.split_whitespace().next()?.parse::<u32>().ok()?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut ms, mut least) = (0, u32::MAX);
    for pair in words.chunks(2) {
        let [count, unit] = pair else { return None };
        let (_, size) = UNITS.iter().find(|(names, _)| names.iter().any(|name| unit.starts_with(name)))?;
        let count = count.parse::<u32>().ok().filter(|count| *count < 100 && *size < least)?;
        (ms, least) = (ms + count * size, *size);
    }
    (least == 1000).then_some(ms)
}

/// The time of a day, as chats give it to each message, and what follows it: "12.03.2025, 10:01", "3/12/25, 10:01:02 PM",
/// "10:01 AM". Its first two numbers are hours and minutes.
pub(super) fn stamp(text: &str) -> Option<(u32, &str)> {
    let dated = date(text).map(|rest| rest.trim_start_matches([',', ' ', '\u{a0}', '\u{202f}']));
    let (clock, rest) = time(dated.unwrap_or(text))?;
    let written = &dated.unwrap_or(text)[..dated.unwrap_or(text).len() - rest.len()];
    let of_day = if written.matches(':').count() > 1 { clock } else { clock * 60 };
    let lower = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let half = HALVES.iter().find(|(half, _)| lower.starts_with(half));
    let hour = of_day / HOUR;
    match half {
        Some((half, more)) if hour <= 12 => {
            Some((of_day - hour * HOUR + (hour % 12 + more) * HOUR, &lower[half.len()..]))
        }
        _ => dated.filter(|_| hour < 24).map(|_| (of_day, rest)),
    }
}

/// How many milliseconds a number is that names no unit: whole numbers at which nobody could speak so slowly are milliseconds
/// already, others are seconds. `words`: how many are said in between.
pub(super) fn unit(numbers: impl Iterator<Item = f64>, words: usize) -> f64 {
    /// Nobody is silent for longer between two words, on average.
    const SLOWEST: f64 = 20.0;
    let (least, most, is_whole) = numbers.fold((f64::MAX, 0.0_f64, true), |(least, most, is_whole), number| {
        (least.min(number), most.max(number), is_whole && number.fract() == 0.0)
    });
    if is_whole && most - least > SLOWEST * words as f64 { 1.0 } else { 1000.0 }
}

/// The halves of a day, and the hours before each.
const HALVES: [(&str, u32); 4] = [("am", 0), ("pm", 12), ("AM", 0), ("PM", 12)];

/// An hour in milliseconds.
pub(super) const HOUR: u32 = 3_600_000;

/// What follows a day in figures at the beginning of a text.
fn date(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/' | '-'))?;
    let parts: Vec<&str> = text[..end].split(['.', '/', '-']).collect();
    let is_date = parts.len() == 3 && parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4));
    is_date.then_some(&text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_their_forms() {
        assert_eq!(time("1:02:03 x"), Some((3_723_000, " x")));
        assert_eq!(time("00:00:01,5"), Some((1500, "")));
        assert_eq!(time("75:10."), Some((4_510_000, ".")));
        for none in ["12", "1:2", "1:72", "1:02:03:04", "2024:10", "1:022", "21:40h", ""] {
            assert_eq!(time(none), None, "{none}");
        }
    }

    #[test]
    fn a_timing_line_may_be_sloppy() {
        let span = Span { start: 1000, end: Some(2500) };
        let settings = " align:start line:90%";
        assert_eq!(timing("00:00:01.000 --> 00:00:02.500 align:start line:90%"), Some((span, settings)));
        assert_eq!(timing(" 0:01,0-->00:02,5"), Some((span, "")));
        let teams = Span { start: 6900, end: Some(3_608_100) };
        assert_eq!(timing("0:0:6.90 --> 1:0:8.1000000"), Some((teams, "")));
        assert_eq!(timing("00:01 and --> 00:02"), None);
        assert_eq!(timing("1:2 -> 1:4"), None, "a ratio");
    }

    #[test]
    fn times_may_be_spelled() {
        assert_eq!(spelled("1 hour 2 minutes 3 seconds"), Some(3_723_000));
        assert_eq!(spelled("0 минут 21 секунда"), Some(21_000));
        for none in ["", "3", "3 minutes", "3 seconds 2 minutes", "3 seconds later", "in 3 seconds"] {
            assert_eq!(spelled(none), None, "{none}");
        }
    }

    #[test]
    fn messages_have_the_time_of_a_day() {
        let morning = 10 * HOUR + 60_000;
        assert_eq!(stamp("12.03.2025, 10:01 - a"), Some((morning, " - a")));
        assert_eq!(stamp("3/12/25, 10:01:02\u{202f}PM] a"), Some((morning + 12 * HOUR + 2000, "] a")));
        assert_eq!(stamp("12:01 AM] a"), Some((60_000, "] a")));
        assert_eq!(bracketed("[10:01 AM] a"), Some((Span { start: morning, end: None }, " a")));
        for none in ["10:01 a", "2024.10:01", "12.03, 10:01", "12.03.2025, 75:10 a", "12.03.2025"] {
            assert_eq!(stamp(none), None, "{none}");
        }
    }

    #[test]
    fn times_stand_in_brackets_and_at_ends() {
        assert_eq!(bracketed("[00:10 - 00:14] a"), Some((Span { start: 10_000, end: Some(14_000) }, " a")));
        assert_eq!(bracketed("(laughs)"), None);
        assert_eq!(trailing("Owner  0:12"), Some(("Owner  ", Span { start: 12_000, end: None })));
        assert_eq!(trailing("Owner [1:00:00]").map(|(name, _)| name), Some("Owner "));
        assert_eq!(trailing("Owner 12"), None);
    }
}
