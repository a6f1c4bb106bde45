//! What can be done with an open engagement and its maps, on whichever of its screens.

use super::{row, verbs};
use crate::i18n::Words;

verbs! {
    /// What can be done with an open engagement and its maps, on whichever of its screens.
    EngagementVerb: Words {
        /// Add an empty map.
        AddMap: row(&[], |w| w.add_map),
        /// Make maps of tables.
        ImportMap: row(&[], |w| w.import_map),
        /// Copy the map that the menu has a tick at.
        DuplicateMap: row(&[], |w| w.duplicate_map).not_offered(),
        /// Rename the engagement.
        Rename: row(&[], |w| w.rename_engagement),
        /// Hand out the engagement as a file.
        DownloadCopy: row(&[], |w| w.download_copy),
        /// Delete the map that the menu has a tick at.
        DeleteMap: row(&[], |w| w.delete_map).not_offered(),
    }
}
