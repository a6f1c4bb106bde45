//! Zeros at the ends of younger cohorts that nobody has counted yet.

use super::CohortDraft;
use crate::tables::choice::Choice;
use crate::tables::note::Note;
use crate::tables::question::About;
use crate::tables::reading::Log;

/// Zeros at the ends of rows that grow by one from cohort to cohort are ages that nobody has reached yet. A cohort that nobody was
/// left of has more of them.
pub(super) fn not_yet(draft: &mut CohortDraft, log: &mut Log) {
    let mut ends: Vec<Vec<usize>> = (0..draft.left.len())
        .map(|row| draft.in_order(row).into_iter().rev().take_while(|at| draft.left[row][*at] == Some(0.0)).collect())
        .collect();
    let newest_last: Vec<usize> = ends.iter().map(Vec::len).collect();
    let newest_first: Vec<usize> = newest_last.iter().rev().copied().collect();
    let steps = stairs(&newest_last).or_else(|| Some(stairs(&newest_first)?.into_iter().rev().collect()));
    let Some(counts) = steps else { return };
    ends.iter_mut().zip(&counts).for_each(|(ends, count)| ends.truncate(*count));
    let place =
        (0..counts.len()).find(|row| counts[*row] > 0).map(|row| draft.matrix.row_place(row)).unwrap_or_default();
    let sum = counts.iter().sum();
    if log.ask_whether(About::Cells(place, sum), Choice::ZerosNotYet, true) {
        for (left, ends) in draft.left.iter_mut().zip(&ends) {
            ends.iter().for_each(|at| left[*at] = None);
        }
        log.note(Note::ZerosNotYet(sum));
    }
}

/// How many of the zeros at the ends of rows are those of stairs that go up by one, if half of the rows have just as many and none has fewer.
fn stairs(zeros: &[usize]) -> Option<Vec<usize>> {
    let least = zeros.iter().enumerate().map(|(row, count)| count.checked_sub(row)).min()??;
    let steps: Vec<usize> = (0..zeros.len()).map(|row| least + row).collect();
    let exact = steps.iter().zip(zeros).filter(|(step, count)| step == count).count();
    (zeros.len() > 2 && exact * 2 >= zeros.len()).then_some(steps)
}
