//! What the verbs of what all interviews say do.

use super::exchange::{self, Whose};
use super::hub::OnFinding;
use super::jobs;
use super::statement::{job, outcome, story};
use crate::route::Findings;
use crate::ui::browser::element;
use crate::ui::commands::FindingVerb;
use crate::ui::deeds::{Deed, Deeds, when};
use crate::ui::parts::choose_files;

/// Gives the field in which a name is typed the keyboard.
fn type_into(field: &'static str) {
    if let Some(field) = element::find(&format!("[data-new={field}] input")) {
        element::focus(&field);
    }
}

impl Deeds for FindingVerb {
    type Here = OnFinding;

    fn deed(self) -> Deed<OnFinding> {
        let quoted = |act| when(|at: OnFinding| at.hands_out(Findings::Quotes), act);
        match self {
            FindingVerb::AddJob => when(|at| at.may_add(Findings::Jobs), |at| jobs::add(at.hub.desk, job(), None)),
            FindingVerb::AddStory => when(|at| at.may_add(Findings::Jobs), |at| jobs::add(at.hub.desk, story(), None)),
            FindingVerb::AddOutcome => {
                when(|at| at.may_add(Findings::Outcomes), |at| jobs::add(at.hub.desk, outcome(), None))
            }
            FindingVerb::AddTag => when(|at| at.may_add(Findings::Codebook), |_| type_into("new-tag")),
            FindingVerb::AddGroup => when(|at| at.may_add(Findings::Codebook), |_| type_into("new-group")),
            FindingVerb::Import => when(
                |at| {
                    let is_there = at.hands_out(Findings::Quotes) || at.hands_out(Findings::Codebook);
                    is_there && at.hub.desk.may_edit()
                },
                |_| choose_files("import-quotes"),
            ),
            FindingVerb::ExportCsv => quoted(|at| exchange::save_csv(at.hub, Whose::Agreed)),
            FindingVerb::ExportMarkdown => quoted(|at| exchange::save_markdown(at.hub, Whose::Agreed)),
            FindingVerb::ExportProject => quoted(|at| exchange::save_qdpx(at.hub, Whose::Agreed)),
            FindingVerb::ExportCopy => quoted(|at| exchange::save_copy(at.hub)),
            FindingVerb::ExportCodebook => {
                when(|at| at.hands_out(Findings::Codebook), |at| exchange::save_codebook(at.hub))
            }
        }
    }
}
