//! Cohorts that grow.

use super::CohortDraft;
use crate::tables::choice::{Choice, Growth};
use crate::tables::note::Note;
use crate::tables::question::About;
use crate::tables::reading::Log;

/// A cohort that grows counts active users or money: asks what to do with it.
pub(super) fn ask(draft: &mut CohortDraft, log: &mut Log) {
    let rising = |draft: &CohortDraft| -> Vec<(usize, usize)> {
        (0..draft.left.len())
            .flat_map(|row| {
                let order = draft.in_order(row);
                let pairs = order.windows(2).filter(|pair| draft.left[row][pair[1]] > draft.left[row][pair[0]]);
                pairs.map(|pair| (row, pair[1])).collect::<Vec<_>>()
            })
            .collect()
    };
    let rises = rising(draft);
    let Some((row, column)) = rises.first().copied() else { return };
    let about = About::Cells(draft.place(row, column), rises.len());
    let options = vec![Choice::Growth(Growth::ReturnedAsKept), Choice::Growth(Growth::GoneIsGone)];
    let taken = log.ask(about, options, 0);
    let mut changed = 0;
    for row in 0..draft.left.len() {
        let order = draft.in_order(row);
        let numbers: Vec<f64> = order.iter().filter_map(|column| draft.left[row][*column]).collect();
        let held = match taken {
            Choice::Growth(Growth::GoneIsGone) => falling(numbers.iter().copied()),
            _ => {
                let start = numbers.first().copied().unwrap_or(0.0);
                let mut kept = rising_from_end(&numbers);
                kept.iter_mut().for_each(|number| *number = number.min(start));
                kept
            }
        };
        for (column, number) in order.into_iter().zip(held) {
            changed += usize::from(draft.left[row][column] != Some(number));
            draft.left[row][column] = Some(number);
        }
    }
    log.note(Note::Grown(changed));
}

/// Each number, or the least before it.
fn falling(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut least = f64::INFINITY;
    numbers
        .map(|number| {
            least = least.min(number);
            least
        })
        .collect()
}

/// Each number, or the most behind it.
fn rising_from_end(numbers: &[f64]) -> Vec<f64> {
    let mut most = f64::NEG_INFINITY;
    let mut kept: Vec<f64> = numbers
        .iter()
        .rev()
        .map(|number| {
            most = most.max(*number);
            most
        })
        .collect();
    kept.reverse();
    kept
}
