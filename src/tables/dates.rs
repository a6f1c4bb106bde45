//! Which comes first in the dates of a table: the day or the month.

use super::choice::Choice;
use super::note::Note;
use super::period::DayOrder;
use super::question::About;
use super::reading::Log;

/// The order that dates with slashes or dashes show, or else the likely one, and then it is asked. Dates with dots have the
/// day first.
pub(super) fn order<'a>(texts: impl Iterator<Item = &'a str>, log: &mut Log) -> DayOrder {
    let dates: Vec<(u32, u32, &str)> = texts.filter_map(|text| parts(text).map(|(a, b)| (a, b, text))).collect();
    let usual = if log.context.lang.customs().day_first { DayOrder::DayFirst } else { DayOrder::MonthFirst };
    let Some((_, _, example)) = dates.iter().find(|(a, b, _)| a != b) else { return usual };
    let all = |is: &dyn Fn(u32, u32) -> bool| dates.iter().all(|(a, b, _)| is(*a, *b));
    let found = match (all(&|_, b| b <= 12), all(&|a, _| a <= 12)) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        _ => {
            // Names of months are the first day of each.
            let likely = match (all(&|a, _| a == 1), all(&|_, b| b == 1)) {
                (true, false) => DayOrder::DayFirst,
                (false, true) => DayOrder::MonthFirst,
                _ => usual,
            };
            let options = vec![Choice::DayOrder(DayOrder::DayFirst), Choice::DayOrder(DayOrder::MonthFirst)];
            let default = usize::from(likely == DayOrder::MonthFirst);
            let taken = log.ask(About::Found((*example).to_owned()), options, default);
            if taken == Choice::DayOrder(DayOrder::DayFirst) { DayOrder::DayFirst } else { DayOrder::MonthFirst }
        }
    };
    if found == DayOrder::MonthFirst {
        log.note(Note::MonthFirst);
    }
    found
}

/// The first two numbers of a date with slashes or dashes and the year at its end.
fn parts(text: &str) -> Option<(u32, u32)> {
    let sign = if text.contains('/') { '/' } else { '-' };
    let mut parts = text.split(sign).map(str::trim);
    let (first, second, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let year =
        rest.split(' ').next().filter(|year| matches!(year.len(), 2 | 4) && year.bytes().all(|b| b.is_ascii_digit()));
    let number = |part: &str| part.parse().ok().filter(|n| (1..=31).contains(n));
    year.and(parts.next().is_none().then_some(())).and(number(first).zip(number(second)))
}
