//! What surveys say, with how sure they are.

mod effort;
mod nps;
mod satisfaction;
mod share;

pub use effort::{EffortScale, effort_index, effort_mean, effort_share_easy};
pub use nps::{Nps, NpsChange, Votes, nps_change, nps_sample};
pub use satisfaction::{IndexScale, PeopleIndex, Rated, Respondent, satisfaction_index, satisfaction_of_people};
pub(crate) use share::two_sided;
pub use share::{Interval, TopBoxes, top_boxes, wilson};
