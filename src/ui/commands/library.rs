//! What can be done in the library.

use super::{VerbRow, row as plain, verbs};
use crate::i18n::Words;
use crate::i18n::library::LibraryWords;
use crate::ui::icon::Sign;

const fn row(keys: &'static [&'static str], label: fn(&LibraryWords) -> &'static str) -> VerbRow<LibraryWords> {
    VerbRow::new(keys, label)
}

verbs! {
    /// What can be done in the library.
    LibraryVerb: LibraryWords {
        /// Make a new engagement.
        NewEngagement: row(&["N"], |w| w.new_engagement).icon(Sign::Plus),
        /// Open a copy of the example.
        Example: row(&[], |w| w.start_with_example),
        /// Take engagements from a file.
        ImportFile: row(&[], |w| w.import_file).in_menus(|w, _| w.import).icon(Sign::Upload),
        /// Hand out everything that is kept as a file.
        BackUp: row(&[], |w| w.download_all),
        /// Bring back what was deleted last.
        Restore: row(&["Ctrl+Z"], |w| w.verb_restore).not_offered(),
    }
}

verbs! {
    /// What can be done with an engagement of the library.
    TileVerb: Words {
        /// Give it another title.
        Rename: plain(&["F2"], |w| w.rename).not_offered(),
        /// Make another that holds the same.
        Duplicate: plain(&["Ctrl+D"], |w| w.duplicate).not_offered(),
        /// Hand it out as a file.
        Download: plain(&[], |w| w.download_copy).not_offered(),
        /// Delete it.
        Delete: plain(&["Delete"], |w| w.delete).not_offered(),
    }
}
