//! What can be done with what all interviews say together.

use super::{VerbRow, verbs};
use crate::i18n::interviews::findings::FindingsWords;
use crate::ui::icon::Sign;

const fn row(label: fn(&FindingsWords) -> &'static str) -> VerbRow<FindingsWords> {
    VerbRow::new(&[], label)
}

verbs! {
    /// What can be done with what all interviews say together.
    FindingVerb: FindingsWords {
        /// Add a job.
        AddJob: row(|w| w.statements.add_job).icon(Sign::Plus),
        /// Add a job story.
        AddStory: row(|w| w.statements.add_story).icon(Sign::Plus),
        /// Add an outcome.
        AddOutcome: row(|w| w.statements.add_outcome).icon(Sign::Plus),
        /// Type the name of a new tag.
        AddTag: row(|w| w.codebook.new_tag).icon(Sign::Plus),
        /// Type the name of a new group of tags.
        AddGroup: row(|w| w.codebook.new_group).icon(Sign::Plus),
        /// Take quotes, a codebook or a project of another program.
        Import: row(|w| w.exchange.import).icon(Sign::Upload),
        /// Hand out the quotes as a table.
        ExportCsv: row(|w| w.exchange.export_csv),
        /// Hand out the interviews as they are read.
        ExportMarkdown: row(|w| w.exchange.export_markdown),
        /// Hand out the interviews for another program.
        ExportProject: row(|w| w.exchange.export_qdpx),
        /// Hand out the whole project without names.
        ExportCopy: row(|w| w.exchange.export_copy),
        /// Hand out the codebook for another program.
        ExportCodebook: row(|w| w.exchange.export_qdc),
    }
}
