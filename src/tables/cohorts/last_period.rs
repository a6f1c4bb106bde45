//! The last period of a table of cohorts, which may not be over.

use std::collections::BTreeMap;

use super::CohortDraft;
use crate::arrange::Arrange;
use crate::tables::choice::Choice;
use crate::tables::note::{Note, Why};
use crate::tables::question::About;
use crate::tables::reading::Log;

/// How much of the usual share is left in the last period, at most, for it to seem unfinished.
const UNFINISHED: f64 = 0.6;

/// Offers to leave the last period out, where nearly every cohort falls in it far more than others did at the same age.
pub(super) fn ask(draft: &mut CohortDraft, log: &mut Log) {
    let mut usual: BTreeMap<(u32, u32), (f64, f64)> = BTreeMap::new();
    let mut ends: Vec<(usize, usize, (u32, u32), f64)> = Vec::new();
    for row in 0..draft.left.len() {
        let known = draft.in_order(row);
        let last = known.len().saturating_sub(1);
        for (at, pair) in known.windows(2).enumerate() {
            let (Some(before), Some(now)) = (draft.left[row][pair[0]], draft.left[row][pair[1]]) else { continue };
            let ages = (draft.ages[row][pair[0]].unwrap_or(0), draft.ages[row][pair[1]].unwrap_or(0));
            if at + 1 == last {
                ends.push((row, pair[1], ages, if before > 0.0 { now / before } else { 1.0 }));
            } else {
                let sums = usual.entry(ages).or_default();
                (sums.0, sums.1) = (sums.0 + now, sums.1 + before);
            }
        }
    }
    // Cohorts of one length were not all counted in the same last period.
    let mut lengths: Vec<u32> = ends.iter().map(|(_, _, ages, _)| ages.1).collect();
    lengths.arrange();
    lengths.dedup();
    if ends.len() < 3 || lengths.len() + 1 < ends.len() {
        return;
    }
    let compared: Vec<bool> = ends
        .iter()
        .filter_map(|(_, _, ages, share)| {
            let (now, before) = usual.get(ages)?;
            (*before > 0.0).then(|| *share < UNFINISHED * now / before)
        })
        .collect();
    let low = compared.iter().filter(|low| **low).count();
    if compared.len() < 2 || low * 5 < compared.len() * 4 {
        return;
    }
    let place = ends.first().map(|(row, column, ..)| draft.place(*row, *column)).unwrap_or_default();
    if !log.ask_whether(About::Cells(place, ends.len()), Choice::LastPeriod, true) {
        for (row, column, ..) in &ends {
            draft.left[*row][*column] = None;
        }
        let name = |column: usize| draft.matrix.columns.get(column).map(|column| column.strip.clone());
        for strip in ends.iter().take(1).filter_map(|(_, column, ..)| name(*column)) {
            log.note(Note::LeftOut(strip, Why::Unfinished));
        }
    }
}
