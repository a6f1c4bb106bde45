//! The charts of scenarios, in one table: what each is called, what it needs, how it is drawn and what stands around it. The
//! screen, the report, slides and addresses read it. What it says in a sentence is in `summary.rs`.

use std::sync::Arc;

use super::{Case, Economy};
use crate::charts::Chart;
use crate::handover::chart::{ChartId, Titled};
use crate::i18n::economy::EconomyWords;

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// How many clients stay.
    Kept,
    /// Profit, added up.
    Profit,
    /// Which split of the budget pays best.
    Split,
    /// What moves the result.
    Levers,
    /// The value of a client over the cost of winning one.
    Ratio,
}

/// How much room a chart takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All columns, and as high as there is room.
    Wide,
    /// One column, and as high as there is room.
    Column,
    /// One column, as high as its rows.
    Rows,
    /// The same beside two others.
    TallRows,
}

impl Kind {
    /// Every chart, in the order of the screen.
    pub const ALL: [Kind; 5] = [Kind::Kept, Kind::Profit, Kind::Split, Kind::Levers, Kind::Ratio];

    /// Its name in addresses and on the page.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Kept => "kept",
            Kind::Profit => "profit",
            Kind::Split => "split",
            Kind::Levers => "levers",
            Kind::Ratio => "ratio",
        }
    }

    /// Its title.
    pub fn title(self, words: &EconomyWords) -> &'static str {
        match self {
            Kind::Kept => words.customers_kept,
            Kind::Profit => words.cumulative_profit,
            Kind::Split => words.split_pays,
            Kind::Levers => words.what_moves,
            Kind::Ratio => words.ltv_to_cac,
        }
    }

    /// The tab that shows it where there is room for one chart; `None` for one that stands below the chart before it.
    pub fn tab(self, words: &EconomyWords) -> Option<&'static str> {
        match self {
            Kind::Kept => Some(words.kept_tab),
            Kind::Profit => Some(words.profit_tab),
            Kind::Split => Some(words.split_tab),
            Kind::Levers => Some(words.levers_tab),
            Kind::Ratio => None,
        }
    }

    /// How much room it takes.
    pub fn extent(self) -> Extent {
        match self {
            Kind::Kept | Kind::Profit => Extent::Wide,
            Kind::Split => Extent::Column,
            Kind::Levers => Extent::TallRows,
            Kind::Ratio => Extent::Rows,
        }
    }

    /// Whether it may be drawn higher than it asks for, where there is room.
    pub fn grows(self) -> bool {
        matches!(self.extent(), Extent::Wide | Extent::Column)
    }

    /// Whether it needs the runs of the simulation, for its bands.
    pub fn has_bands(self) -> bool {
        matches!(self, Kind::Kept | Kind::Profit)
    }
}

impl Economy {
    /// A chart with what stands around it; `None` where there is nothing to draw: nobody to keep, no answers about
    /// spending, or no figures.
    pub fn chart(&self, kind: Kind) -> Option<Titled> {
        self.here()?.figures.as_ref().ok()?;
        if kind == Kind::Kept && !self.drawn().into_iter().any(Case::can_keep) {
            return None;
        }
        if kind == Kind::Split {
            self.curve().filter(|curve| !curve.points.is_empty())?;
        }
        Some(Titled {
            id: ChartId::Scenarios(kind),
            title: kind.title(self.words()).into(),
            subtitle: self.subtitle(kind),
            summary: self.summary(kind),
            chart: self.drawn_as(kind),
        })
    }

    /// A chart; without figures it is empty.
    pub fn drawn_as(&self, kind: Kind) -> Arc<dyn Chart + Send + Sync> {
        match kind {
            Kind::Kept => Arc::new(self.kept()),
            Kind::Profit => Arc::new(self.profit()),
            Kind::Split => Arc::new(self.split()),
            Kind::Levers => Arc::new(self.levers()),
            Kind::Ratio => Arc::new(self.ratios()),
        }
    }

    /// What else is to be known of a chart.
    pub fn subtitle(&self, kind: Kind) -> String {
        let words = self.words();
        let has_bands = self.drawn().iter().any(|case| case.ranges.as_ref().is_some_and(|ranges| ranges.has_ranges));
        let told = |note: &str| match self.note_of_drawn() {
            Some(drawn) => format!("{note}; {drawn}"),
            None => note.to_owned(),
        };
        match kind {
            Kind::Kept => told((words.customers_kept_note)(has_bands, self.kept_with_luck().is_some())),
            Kind::Profit => told((words.profit_note)(has_bands)),
            Kind::Split => (words.split_pays_note)(self.here().map_or(0, |here| here.scenario.horizon)),
            Kind::Levers => {
                let note = (words.what_moves_note)(&self.here().map(|here| here.name(words)).unwrap_or_default());
                self.levers_stopped().map_or(note.clone(), |stopped| format!("{note}. {stopped}"))
            }
            Kind::Ratio => told(&(words.healthy)(self.gross_ratios().as_deref())),
        }
    }
}
