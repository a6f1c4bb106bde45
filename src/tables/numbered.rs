//! Headings of cohorts that differ in nothing but a number: it is the age, whatever their other words say.

use super::aged::{ENDS, unit};
use super::fold;
use super::heading::Head;
use super::period::Period;
use super::phrases;
use super::vocabulary::AgeUnit;
use crate::months::is_listed;

/// The ages of headings that differ in nothing but a number, whatever their other words say: "Repeat in month 3", "Hour 24", "Bought
/// again after 60 days". Numbers beside a length of time may stand among words that bend: "в 1 мес.", "во 2 мес.".
pub(super) fn ages(heads: &mut [Head]) {
    if heads.iter().skip(1).any(|head| head.period.is_some()) {
        return;
    }
    let found: Vec<(usize, Numbered)> =
        heads.iter().enumerate().skip(1).filter_map(|(at, head)| Some((at, Numbered::of(&head.key)?))).collect();
    let follows = |pair: &[(usize, Numbered)]| {
        let [(at, one), (next_at, next)] = pair else { return false };
        let is_alike = one.around == next.around || one.step.is_some() && one.begins == next.begins;
        at + 1 == *next_at && one.number < next.number && is_alike
    };
    if found.len() > 1 && found.windows(2).all(follows) {
        for (at, numbered) in found {
            heads[at].period = Some(Period::Age(numbered.step, numbered.number));
        }
    }
}

/// A heading with one number in it.
struct Numbered {
    number: u32,
    /// The length of time right before or behind it.
    step: Option<AgeUnit>,
    /// What stands before and behind it.
    around: (String, String),
    /// The first word.
    begins: String,
}

impl Numbered {
    fn of(key: &str) -> Option<Self> {
        let is_digit = |c: char| c.is_ascii_digit();
        let from = key.find(is_digit)?;
        let to = key[from..].find(|c| !is_digit(c)).map_or(key.len(), |end| from + end);
        let (before, behind) = (&key[..from], &key[to..]);
        let is_word = before.chars().next_back().is_some_and(char::is_alphabetic);
        if behind.contains(is_digit) || is_word || phrases::is_of_each(key) {
            return None;
        }
        let next = fold::words(behind).find(|word| !is_listed(ENDS, ' ', word));
        let step = next.and_then(unit).or_else(|| fold::words(before).next_back().and_then(unit));
        Some(Numbered {
            number: key[from..to].parse().ok().filter(|number| *number < 1_000)?,
            step,
            around: (before.to_owned(), behind.to_owned()),
            begins: fold::words(key).next()?.to_owned(),
        })
    }
}
