//! Undo and redo, over what others changed since.

use std::collections::BTreeMap;

use super::{Access, NotTurned, Store, Turned};
use crate::arrange::{Arrange, map_of};
use crate::edit::history::{History, HistoryStep};
use crate::model::limits;
use crate::model::merge;
use crate::model::quantity::{CardId, LaneId, StageId};
use crate::model::{Change, Edit, Engagement, Key};

impl Store {
    /// Takes the last step back.
    ///
    /// # Errors
    /// Why nothing was taken back.
    pub fn undo(&mut self) -> Result<Turned, NotTurned> {
        self.turn(History::take_done, History::put_undone, History::put_done)
    }

    /// Does the last undone step again.
    ///
    /// # Errors
    /// Why nothing was done.
    pub fn redo(&mut self) -> Result<Turned, NotTurned> {
        self.turn(History::take_undone, History::put_done, History::put_undone)
    }

    fn turn(
        &mut self,
        take: fn(&mut History) -> Option<HistoryStep>,
        put: fn(&mut History, HistoryStep, Change),
        put_back: fn(&mut History, HistoryStep, Change),
    ) -> Result<Turned, NotTurned> {
        if self.access == Access::Nothing {
            return Err(NotTurned::ReadOnly);
        }
        let mut step = take(&mut self.history).ok_or(NotTurned::NoStep)?;
        self.typing = None;
        let is_disturbed = step.is_disturbed;
        if step.is_needed || is_disturbed && step.change.iter().all(|edit| self.engagement.holds(edit)) {
            return Err(NotTurned::Changed);
        }
        // Another tab may have taken the room that the step leaves or needs.
        let excess = if step.is_proven { None } else { limits::check_change(&self.engagement, &step.change).err() };
        if let Some(excess) = excess {
            let change = std::mem::take(&mut step.change);
            put_back(&mut self.history, step, change);
            return Err(NotTurned::TooMuch(excess));
        }
        let mut touched = Vec::new();
        let change = std::mem::take(&mut step.change);
        let back = if step.is_proven {
            self.swap(change, &mut touched)
        } else {
            let before = self.engagement.clone();
            let mut back = self.swap(change, &mut touched);
            let mut after = self.engagement.clone();
            // What another tab put into what this step made keeps it where it is.
            if merge::leaves_orphans(&before, &after) {
                self.swap(back, &mut touched);
                return Err(NotTurned::Changed);
            }
            // What the step left hanging in the other tab's work is tied up, as part of the step.
            let repair = merge::repair(&mut after, &[&before]);
            let tied: Change = repair.iter().filter_map(|edit| after.edit(edit.key())).collect();
            if after.check().is_err() || limits::check_change(&self.engagement, &tied).is_err() {
                self.swap(back, &mut touched);
                return Err(NotTurned::Changed);
            }
            let untied = self.swap(tied, &mut touched);
            let is_same = |key: &Key| before.edit(*key).is_none_or(|edit| self.engagement.holds(&edit));
            if is_disturbed && touched.iter().all(is_same) {
                return Err(NotTurned::Changed);
            }
            back.splice(0..0, untied);
            back
        };
        let moved = moved(&back, &self.engagement);
        put(&mut self.history, step, back);
        Ok(Turned { touched, moved, is_partial: is_disturbed })
    }
}

/// The cards that stood in other cells, or in another order, in the stages that `back` brings again.
fn moved(back: &Change, now: &Engagement) -> Vec<CardId> {
    let stages =
        || back.iter().filter_map(|edit| if let Edit::Stage(id, Some(then)) = edit { Some((*id, then)) } else { None });
    let stood: BTreeMap<CardId, (StageId, LaneId)> = map_of(stages().flat_map(|(id, then)| {
        then.cells.iter().flat_map(move |(lane, cards)| cards.iter().map(move |card| (*card, (id, lane))))
    }));
    let mut moved = Vec::new();
    for (id, then) in stages() {
        let Some(stage) = now.stage(id) else { continue };
        for (lane, cards) in stage.cells.iter() {
            let was_here = |card: &&CardId| stood.get(card) == Some(&(id, lane));
            let stayed = cards.iter().filter(was_here);
            let mut here = cards.clone();
            here.arrange();
            let in_order_of_then = then.cards(lane).iter().filter(|card| here.binary_search(card).is_ok());
            moved.extend(stayed.zip(in_order_of_then).filter(|(one, other)| one != other).map(|(card, _)| *card));
            moved.extend(cards.iter().filter(|card| !was_here(card) && stood.contains_key(card)));
        }
    }
    moved
}
