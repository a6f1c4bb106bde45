//! What can be done everywhere.

use super::{row, verbs};
use crate::i18n::Words;
use crate::ui::icon::Sign;

verbs! {
    /// What can be done everywhere.
    FrameVerb: Words {
        /// Go to the library.
        Library: row(&[], |w| w.library),
        /// Switch to the other language.
        Language: row(&[], |w| w.switch_language),
        /// Switch to the light theme.
        ToLight: row(&[], |w| w.to_light).icon(Sign::Sun),
        /// Switch to the dark theme.
        ToDark: row(&[], |w| w.to_dark).icon(Sign::Moon),
        /// Open the command palette.
        Palette: row(&["Ctrl+Shift+P", "Alt+P"], |w| w.verb_palette).not_offered(),
        /// Show all shortcuts.
        Help: row(&["?"], |w| w.verb_help),
    }
}
