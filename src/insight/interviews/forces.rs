//! The forces of one interview or of all.

use super::People;
use crate::interviews::forces::{Forces, Voice};
use crate::model::Engagement;
use crate::model::quantity::InterviewId;

/// The forces that speak in an interview, or in all. A quote that has lost its words still counts: somebody said so.
pub fn forces(engagement: &Engagement, people: &People, only: Option<InterviewId>) -> Forces {
    Forces::of(&voices(engagement, people, only), |account| people.revenue(account))
}

/// Every quote in which a force speaks.
pub fn voices(engagement: &Engagement, people: &People, only: Option<InterviewId>) -> Vec<Voice> {
    let heard = engagement.quotes().filter(|(_, quote)| only.is_none_or(|only| quote.interview == only));
    heard
        .filter_map(|(_, quote)| {
            let person = people.person(quote.interview)?;
            Some(Voice { person: person.person, account: person.account, force: quote.mark.force? })
        })
        .collect()
}
