//! What can be done while a map is shown to a room.

use super::map::{BoardWords, row};
use super::verbs;

verbs! {
    /// What can be done while a map is shown to a room; its keys stand below it.
    PresentVerb: BoardWords {
        /// Light the next stage. Remote controls send the page keys.
        Next: row(&["ArrowRight", "ArrowDown", "PageDown", "Space"], |w| w.map.stage_after_this).not_offered(),
        /// Light the stage before.
        Before: row(&["ArrowLeft", "ArrowUp", "PageUp"], |w| w.map.stage_before_this).not_offered(),
        /// Light the first stage.
        First: row(&["Home"], |w| w.keys.verb_start).not_offered(),
        /// Light the last stage.
        Last: row(&["End"], |w| w.keys.verb_end).not_offered(),
        /// Show nothing until the next key. Remote controls send the full stop.
        Dark: row(&["B", "."], |w| w.keys.darken).not_offered(),
        /// Go back to the map.
        Leave: row(&["Escape"], |w| w.keys.leave).not_offered(),
    }
}
