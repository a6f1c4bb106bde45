//! What is typed into where it stands on a map.

use leptos::prelude::*;

use crate::model::Cell;
use crate::model::quantity::{CardId, LaneId, StageId};

/// What the editor types into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// A card that is made with its first letter, at this place of the cell.
    NewCard(Cell, usize),
    /// A card.
    Card(CardId),
    /// The name of a stage.
    StageName(StageId),
    /// The second line of a stage.
    StageSubtitle(StageId),
    /// The name of a lane.
    LaneName(LaneId),
}

/// The editor that lies over whatever is typed into.
#[derive(Clone, Copy)]
pub struct EditorState {
    /// What it types into.
    pub target: RwSignal<Option<Editing>>,
    /// What the edited text was before; `None` for a card that is made while it is typed.
    pub before: StoredValue<Option<String>>,
    /// The card at the cursor was just made: what is typed goes on to the next one.
    pub is_fresh: StoredValue<bool>,
}

impl EditorState {
    /// Nothing is typed into.
    pub fn new() -> Self {
        EditorState { target: RwSignal::new(None), before: StoredValue::new(None), is_fresh: StoredValue::new(false) }
    }
}
