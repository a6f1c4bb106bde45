//! An interview at a glance, and the rhythm of all: what is covered, the band of the timeline, who is to be recruited.

use chrono::NaiveDate;

use crate::interviews::questions::{Coverage, Topic};
use crate::interviews::rhythm::{self, Sides};
use crate::interviews::timeline::{Band, Contradiction, When, layout};
use crate::model::Engagement;
use crate::model::quantity::InterviewId;

/// What questions and notes of an interview cover.
pub fn coverage(engagement: &Engagement, id: InterviewId) -> Coverage {
    let guide = engagement.interview(id).into_iter().flat_map(|interview| &interview.head.guide);
    let asked = guide.filter(|question| question.asked).filter_map(|question| question.topic);
    let said = engagement.paragraphs_of(id).iter().filter_map(|paragraph| engagement.paragraph(*paragraph)?.phase);
    let heard =
        engagement.quotes().filter(|(_, quote)| quote.interview == id).filter_map(|(_, quote)| quote.mark.force);
    Coverage::of(asked, said.map(Topic::Phase).chain(heard.map(Topic::Force)))
}

/// The timeline of an interview as it is drawn, and the dates in it that contradict each other.
pub fn timeline(
    engagement: &Engagement,
    id: InterviewId,
    today: Option<NaiveDate>,
) -> Option<(Band, Vec<Contradiction>)> {
    let timeline = &engagement.interview(id)?.head.timeline;
    Some((layout(timeline, today), timeline.contradictions()))
}

/// Interviews by week, those whose day is known: the Monday of each week and the count.
pub fn by_week(engagement: &Engagement, today: NaiveDate) -> Vec<(NaiveDate, usize)> {
    let days: Vec<NaiveDate> = engagement
        .interviews()
        .filter_map(|(_, interview)| match interview.head.on {
            When::Day(day) => Some(day),
            _ => None,
        })
        .collect();
    rhythm::by_week(&days, today)
}

/// Interviews with people who came and with people who went.
pub fn sides(engagement: &Engagement) -> Sides {
    Sides::of(engagement.interviews().map(|(_, interview)| interview.head.outcome))
}

/// Interviews week by week, as they are drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rhythm {
    /// The last weeks: the Monday, the count, and its share of the highest count, 0 to 1.
    pub weeks: Vec<(NaiveDate, usize, f64)>,
    /// How many weeks running had an interview; this week need not have one yet.
    pub streak: usize,
    /// How many there are this week.
    pub this_week: usize,
}

/// The rhythm of the last `most` weeks; without weeks where no day is known.
pub fn rhythm(engagement: &Engagement, today: NaiveDate, most: usize) -> Rhythm {
    let weeks = by_week(engagement, today);
    let shown = &weeks[weeks.len().saturating_sub(most)..];
    let highest = shown.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    Rhythm {
        weeks: shown.iter().map(|(monday, count)| (*monday, *count, *count as f64 / highest as f64)).collect(),
        streak: rhythm::streak(&weeks),
        this_week: weeks.last().map_or(0, |(_, count)| *count),
    }
}
