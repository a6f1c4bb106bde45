//! Who is heard in an interview.

use crate::interviews::speakers::Renaming;
use crate::model::Engagement;
use crate::model::quantity::InterviewId;

/// The speaker whom another one would become by this name, as the name is written, if that one is heard: a name on the list that
/// nobody speaks under joins nobody.
pub fn joined_by_name(engagement: &Engagement, id: InterviewId, speaker: u16, typed: &str) -> Option<String> {
    let renaming = Renaming::of(&engagement.interview(id)?.head, speaker, typed).ok()??;
    let mut heard = engagement.paragraphs_of(id).iter().filter_map(|note| engagement.paragraph(*note)?.speaker);
    heard.any(|at| renaming.into == Some(at)).then_some(renaming.name)
}
