//! Every chart, declared once: its name here, and one place that puts it together with its words. What needs a chart asks that
//! place for it: screens, the report, slides, and other pages that show a part of a hosted one.
//!
//! | chart | what it needs | where it is put together |
//! |---|---|---|
//! | of scenarios ([`Kind`]) | an [`Economy`](super::economy::Economy) | `economy/kind.rs` |
//! | of cohorts | a reading of a table | `economy/cohort_charts.rs` |
//! | bridge of revenue | the movements between two periods | `economy/revenue.rs` |
//! | forecast | the ends of periods | `economy/forecast.rs` |
//! | value of fixing | what an initiative is worth | `initiatives.rs` |
//! | opportunities | outcomes with their scores | `outcomes.rs` |

use std::sync::Arc;

use super::economy::Kind;
use crate::charts::Chart;

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartId {
    /// One of scenarios.
    Scenarios(Kind),
    /// How many clients of a table of cohorts stay.
    Cohorts,
    /// What was foretold from the first ages of a table, beside what came.
    Trial,
    /// The clients of a table by age.
    Base,
    /// What moved the recurring revenue.
    Bridge,
    /// What a scenario foretold, beside what came.
    Forecast,
    /// What fixing a friction is worth.
    Worth,
    /// Which outcomes matter and are badly served.
    Opportunities,
}

impl ChartId {
    /// Every chart.
    pub const ALL: [ChartId; 12] = {
        let [kept, profit, split, levers, ratio] = Kind::ALL;
        [
            ChartId::Scenarios(kept),
            ChartId::Scenarios(profit),
            ChartId::Scenarios(split),
            ChartId::Scenarios(levers),
            ChartId::Scenarios(ratio),
            ChartId::Cohorts,
            ChartId::Trial,
            ChartId::Base,
            ChartId::Bridge,
            ChartId::Forecast,
            ChartId::Worth,
            ChartId::Opportunities,
        ]
    };

    /// Its name in addresses and on the page.
    pub fn name(self) -> &'static str {
        match self {
            ChartId::Scenarios(kind) => kind.id(),
            ChartId::Cohorts => "cohorts-kept",
            ChartId::Trial => "cohorts-trial",
            ChartId::Base => "cohorts-base",
            ChartId::Bridge => "accounts-bridge",
            ChartId::Forecast => "forecast",
            ChartId::Worth => "worth",
            ChartId::Opportunities => "opportunities",
        }
    }
}

/// A chart with what stands around it.
#[derive(Clone)]
pub struct Titled {
    /// Which one it is.
    pub id: ChartId,
    /// The title.
    pub title: String,
    /// What else is to be known of it.
    pub subtitle: String,
    /// The chart in a sentence, for those who do not see it.
    pub summary: String,
    /// The chart.
    pub chart: Arc<dyn Chart + Send + Sync>,
}

impl Titled {
    /// Whether it may be drawn higher than it asks for, where there is room.
    pub fn grows(&self) -> bool {
        matches!(self.id, ChartId::Scenarios(kind) if kind.grows())
    }
}
