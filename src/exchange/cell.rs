//! What stands in the way of a pasted table, cell by cell.

/// A cell that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// The line of the text, counted from 1.
    pub row: usize,
    /// The cell of the line, counted from 1.
    pub column: usize,
    /// What is wrong with it.
    pub problem: CellProblem,
}

/// Why a cell cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// The text holds no numbers.
    NothingThere,
    /// It holds this and no number.
    NotANumber(String),
    /// It is empty, and the one behind it is not.
    Missing,
    /// A negative number.
    Negative,
    /// A number that is larger than can be reckoned with.
    TooLarge,
    /// A cohort that begins with nobody.
    StartsEmpty,
    /// More than the one before it in its cohort.
    Rises,
    /// With a per cent sign where the others have none, or without where they have one.
    Mixed,
    /// Per cent of something that is not the first entry of its cohort: that one must be 100.
    NotOfTheFirst,
    /// No cohort has a second entry.
    OnlyStarts,
    /// An account without a name.
    NoName,
    /// The name of the account on this line.
    SameName(usize),
    /// An account with revenue of less than two periods.
    OnePeriod,
    /// More rows or columns than are taken.
    TooMany,
}
