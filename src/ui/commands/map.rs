//! What can be done with a map, wherever its cursor is.

use super::{row, verbs};
use crate::i18n::Words;
use crate::ui::icon::Sign;

verbs! {
    /// What can be done with a map, wherever its cursor is.
    MapVerb: Words {
        /// Go to the one-line input.
        Entry: row(&["Ctrl+K"], |w| w.add_to_map),
        /// Search the map.
        Find: row(&["/"], |w| w.find_in_map).icon(Sign::Search),
        /// Rate stages together.
        Rate: row(&["Alt+R"], |w| w.rate_together),
        /// Show the checkpoints.
        Checkpoints: row(&["Alt+C"], |w| w.checkpoints).in_menus(|w, _| w.checkpoints_menu),
        /// Take the last step back.
        Undo: row(&["Ctrl+Z"], |w| w.undo).icon(Sign::Undo).left_to_fields(),
        /// Do the last undone step again.
        Redo: row(&["Ctrl+Shift+Z", "Ctrl+Y"], |w| w.redo).icon(Sign::Redo).left_to_fields(),
        /// Show the map to a room.
        Present: row(&[], |w| w.present).icon(Sign::Play),
        /// Open the agenda of a workshop.
        Agenda: row(&[], |w| w.agenda).icon(Sign::Clock),
        /// Show two maps side by side.
        Compare: row(&[], |w| w.compare_menu),
        /// Open the menu of all ways out.
        Export: row(&[], |w| w.export).icon(Sign::Download),
        /// Print on A4. By the keys of the browser too: it would not wait for what says which quotes may be printed.
        PrintA4: row(&["Ctrl+P"], |w| w.print_a4),
        /// Print on A3.
        PrintA3: row(&[], |w| w.print_a3),
        /// Add a stage at the end.
        AddStage: row(&[], |w| w.add_stage).icon(Sign::AddColumn),
        /// Open the menu that adds a lane.
        AddLane: row(&[], |w| w.add_lane).icon(Sign::AddRow),
        /// Make the map of what should be.
        MakeToBe: row(&[], |w| w.make_to_be),
        /// Draw a second curve.
        SecondCurve: row(&[], |w| w.second_curve_menu),
    }
}
