//! What can be done with a map, wherever its cursor is.

use super::{VerbRow, verbs};
use crate::i18n::keys::KeyWords;
use crate::i18n::map::MapWords;
use crate::i18n::{Lang, Words};
use crate::ui::icon::Sign;

/// What the verbs of a map are called by: the words of the parts that speak of it.
#[derive(Clone, Copy)]
pub struct BoardWords {
    pub(super) w: &'static Words,
    pub(super) map: &'static MapWords,
    pub(super) keys: &'static KeyWords,
}

impl BoardWords {
    /// Those of a language.
    pub fn of(lang: Lang) -> BoardWords {
        BoardWords { w: lang.words(), map: MapWords::of(lang), keys: KeyWords::of(lang) }
    }
}

pub(super) const fn row(keys: &'static [&'static str], label: fn(&BoardWords) -> &'static str) -> VerbRow<BoardWords> {
    VerbRow::new(keys, label)
}

verbs! {
    /// What can be done with a map, wherever its cursor is.
    MapVerb: BoardWords {
        /// Go to the one-line input.
        Entry: row(&["Ctrl+K"], |w| w.map.add_to_map),
        /// Search the map.
        Find: row(&["/"], |w| w.map.find_in_map).icon(Sign::Search),
        /// Rate stages together.
        Rate: row(&["Alt+R"], |w| w.map.rate_together),
        /// Show the checkpoints.
        Checkpoints: row(&["Alt+C"], |w| w.map.checkpoints).in_menus(|w, _| w.map.checkpoints_menu),
        /// Take the last step back.
        Undo: row(&["Ctrl+Z"], |w| w.w.undo).icon(Sign::Undo).left_to_fields(),
        /// Do the last undone step again.
        Redo: row(&["Ctrl+Shift+Z", "Ctrl+Y"], |w| w.w.redo).icon(Sign::Redo).left_to_fields(),
        /// Show the map to a room.
        Present: row(&[], |w| w.map.present).icon(Sign::Play),
        /// Open the agenda of a workshop.
        Agenda: row(&[], |w| w.map.agenda).icon(Sign::Clock),
        /// Show two maps side by side.
        Compare: row(&[], |w| w.map.compare_menu),
        /// Open the menu of all ways out.
        Export: row(&[], |w| w.w.export).icon(Sign::Download),
        /// Print on A4. By the keys of the browser too: it would not wait for what says which quotes may be printed.
        PrintA4: row(&["Ctrl+P"], |w| w.map.print_a4),
        /// Print on A3.
        PrintA3: row(&[], |w| w.map.print_a3),
        /// Add a stage at the end.
        AddStage: row(&[], |w| w.map.add_stage).icon(Sign::AddColumn),
        /// Open the menu that adds a lane.
        AddLane: row(&[], |w| w.map.add_lane).icon(Sign::AddRow),
        /// Make the map of what should be.
        MakeToBe: row(&[], |w| w.map.make_to_be),
        /// Draw a second curve.
        SecondCurve: row(&[], |w| w.map.second_curve_menu),
    }
}
