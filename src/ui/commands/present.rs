//! What can be done while a map is shown to a room.

use super::{row, verbs};
use crate::i18n::Words;

verbs! {
    /// What can be done while a map is shown to a room; its keys stand below it.
    PresentVerb: Words {
        /// Light the next stage. Remote controls send the page keys.
        Next: row(&["ArrowRight", "ArrowDown", "PageDown", "Space"], |w| w.stage_after_this).not_offered(),
        /// Light the stage before.
        Before: row(&["ArrowLeft", "ArrowUp", "PageUp"], |w| w.stage_before_this).not_offered(),
        /// Light the first stage.
        First: row(&["Home"], |w| w.verb_start).not_offered(),
        /// Light the last stage.
        Last: row(&["End"], |w| w.verb_end).not_offered(),
        /// Show nothing until the next key. Remote controls send the full stop.
        Dark: row(&["B", "."], |w| w.darken).not_offered(),
        /// Go back to the map.
        Leave: row(&["Escape"], |w| w.leave).not_offered(),
    }
}
