//! Outcomes by importance and satisfaction, as a chart.

use std::sync::Arc;

use super::chart::{ChartId, Titled};
use crate::charts::{Opportunities, Spot};
use crate::i18n::Lang;
use crate::i18n::amounts::number;
use crate::i18n::interviews::InterviewWords;
use crate::i18n::interviews::findings::FindingsWords;
use crate::insight::interviews::outcomes::Outcome;
use crate::interviews::opportunity::Band;
use crate::model::Engagement;

/// Which outcomes matter and are badly served: those that have a score.
pub fn opportunities(engagement: &Engagement, lang: Lang, outcomes: &[Outcome]) -> Titled {
    let (says, claims) = (FindingsWords::of(lang), InterviewWords::of(lang));
    let name = |one: &Outcome| {
        let name = engagement.statement(one.statement).map(|statement| (claims.claim)(&statement.claim));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| says.statements.outcome.into())
    };
    let spot = |one: &Outcome| {
        let score = one.all?;
        Some(Spot {
            name: name(one),
            x: score.importance,
            y: score.satisfaction,
            score: score.score,
            range: (score.range.low, score.range.high),
            is_sure: score.band != Band::TooFew,
        })
    };
    let is_worth = |one: &&Outcome| {
        one.all.is_some_and(|all| matches!(all.band, Band::WorthALook | Band::WorthDoing | Band::Extreme))
    };
    Titled {
        id: ChartId::Opportunities,
        title: says.outcomes.chart_title.into(),
        subtitle: says.outcomes.chart_subtitle.into(),
        summary: (says.outcomes.chart_says)(outcomes.iter().filter(is_worth).count()),
        chart: Arc::new(Opportunities {
            spots: outcomes.iter().filter_map(spot).collect(),
            columns: [
                says.statements.outcome,
                says.outcomes.importance,
                says.outcomes.satisfaction,
                says.outcomes.opportunity,
            ]
            .map(String::from),
            value: Arc::new(move |value| number(lang, value, 1)),
        }),
    }
}
