//! What a question answers with: a figure, or the reason why there is none.

pub use crate::field::Field;

/// A figure that can be shown, or the reason why there is none.
///
/// An `Ok` figure is always finite. What else a caller could have to say (it diverges, it never
/// pays back, the input is not allowed) is a [`NoFigure`], so that no screen has to look for NaN.
pub type Figure<T = f64> = Result<T, NoFigure>;

/// Why a question has no figure for an answer. Data, not prose: the app turns it into speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFigure {
    /// An input is outside what the question allows.
    Input {
        /// Which input.
        field: Field,
        /// What it must be.
        must: Must,
    },
    /// An end of the range given for an input is not allowed.
    Bound {
        /// Which input the range is for.
        input: Field,
        /// Which number of the range: its low, likely or high one, or a shape.
        end: Field,
        /// What that number must be.
        must: Must,
    },
    /// A cell of a pasted cohort table is not allowed.
    Cell {
        /// Row of the table, from 0.
        cohort: usize,
        /// Column of the table, from 0.
        column: usize,
        /// What the cell must be.
        must: Must,
    },
    /// The sum grows without bound: retention and growth outrun the discount rate.
    Diverges,
    /// The average customer never earns back what acquiring it cost.
    NeverPaysBack,
    /// Not even keeping every customer would pay for the cost.
    CannotPay,
    /// Nothing was lost, so a ratio to the losses does not exist.
    NoLosses,
    /// There was nothing at the start, so a share of it does not exist.
    NothingToShare,
    /// Value equals cost: a percentage of the difference does not exist.
    NothingLeft,
    /// The two rates are equal: no sample is large enough.
    NoDifference,
    /// Even the largest possible effect would not be seen with this many customers a group.
    NotDetectable {
        /// The customers a group that were given.
        per_group: u32,
    },
    /// Retention as stated would have kept more customers than there are.
    RetentionTooHigh,
    /// The data hold fewer observations than the model has unknowns.
    NotIdentified {
        /// Observations that carry information.
        have: usize,
        /// The least that the model needs.
        need: usize,
    },
    /// The model calls impossible what the data show.
    Contradicted,
    /// The two models are not nested, so a likelihood ratio says nothing.
    NotNested,
    /// In this model a customer has no single retention rate to vary.
    NoSingleRate,
    /// Retention costs as much as a client brings, or more: there is no ratio to the net value.
    RetentionCostsMore,
    /// New clients never make up for the lost revenue.
    NeverRefilled,
    /// Every input is an exact number, so there is no range.
    NoRange,
    /// The response to spending was not stated.
    NotAnswered,
    /// The sizes of the cohorts are not known, only percentages.
    NoSizes,
    /// No clients are won, so winning one costs nothing that could come back.
    NobodyWon,
    /// There are no clients today: no share of them stays, and nothing is spent on one of them.
    NobodyThere,
    /// Links in a circle: this input moves with one that moves with it.
    Circular(Field),
    /// The figure is larger than money or a number can be.
    TooLarge,
}

/// What an input must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Must {
    /// A number: neither NaN nor infinite.
    BeANumber,
    /// Zero or more.
    NotBeNegative,
    /// More than zero.
    BePositive,
    /// From 0 to 1, both included.
    BeAShare,
    /// Between 0 and 1, both excluded.
    BeInside,
    /// More than -1, as a rate of growth or discount.
    ExceedMinusOne,
    /// At least one entry.
    NotBeEmpty,
    /// As many entries as the list it belongs to.
    MatchLength,
    /// Possible together with the other input.
    AgreeWith(Field),
    /// Not more than the number it is a part of, or follows.
    NotExceed(Field),
    /// Less than the other input.
    StayBelow(Field),
    /// No smaller than the other input.
    ReachAtLeast(Field),
    /// Not more than this many.
    BeAtMost(u32),
}

/// The largest amount of money. Above it a number no longer holds cents.
pub const MOST_MONEY: f64 = 1e15;

/// The last step of a computation in money: amounts above [`MOST_MONEY`] are refused.
pub(crate) fn money(x: f64) -> Figure {
    if x.abs() <= MOST_MONEY { figure(x) } else { Err(NoFigure::TooLarge) }
}

/// The last step of every other computation: results that are not finite are refused.
pub(crate) fn figure(x: f64) -> Figure {
    // Adding zero turns -0 into 0, which would otherwise be shown with its sign.
    if x.is_finite() { Ok(x + 0.0) } else { Err(NoFigure::TooLarge) }
}
