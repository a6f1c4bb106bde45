//! What interviews show: needs worth serving, coders who agree, words that stand out.

use libm::log;

use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// Opportunity score: importance + max(importance − satisfaction, 0), both from 0 to 10, as ten
/// times the share of people who answered 4 or 5 of 5 (Ulwick). A need served beyond its importance
/// scores its importance.
///
/// # Errors
/// Both must be numbers and not negative.
pub fn opportunity(importance: f64, satisfaction: f64) -> Figure {
    Field::Importance.not_negative(importance)?;
    Field::Score.not_negative(satisfaction)?;
    figure(importance + (importance - satisfaction).max(0.0))
}

/// Cohen's kappa of two coders: agreement beyond chance, 1 for complete, 0 for none, below 0 for
/// disagreement. `table[i][j]` counts what the first coder called i and the second j.
///
/// # Errors
/// [`NoFigure::NothingToShare`] without counts; [`NoFigure::NoDifference`] when both used a single
/// label only, so that chance explains everything; the table must be square.
pub fn cohen_kappa(table: &[Vec<u32>]) -> Figure {
    let sum = |counts: &mut dyn Iterator<Item = &u32>| -> f64 { counts.map(|n| f64::from(*n)).sum() };
    for row in table {
        Field::Count.require(row.len() == table.len(), Must::MatchLength)?;
    }
    let n = sum(&mut table.iter().flatten());
    if n == 0.0 {
        return Err(NoFigure::NothingToShare);
    }
    let (mut agreed, mut by_chance) = (0.0, 0.0);
    for (i, row) in table.iter().enumerate() {
        agreed += f64::from(row[i]) / n;
        let column = sum(&mut table.iter().map(|row| &row[i]));
        by_chance += (sum(&mut row.iter()) / n) * (column / n);
    }
    if by_chance >= 1.0 {
        return Err(NoFigure::NoDifference);
    }
    figure((agreed - by_chance) / (1.0 - by_chance))
}

/// How often a thing and its absence were counted here and there: the four cells of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contingency {
    /// With the first and with the second trait.
    pub both: f64,
    /// With the second trait only.
    pub second_only: f64,
    /// With the first trait only.
    pub first_only: f64,
    /// With neither.
    pub neither: f64,
}

impl Contingency {
    /// Dunning's G² = 2 Σ k ln(k/E), E from the margins: large when the two traits go together, or
    /// avoid each other, more than chance explains (Dunning 1993). Safe for rare words, where χ² is
    /// not. An empty table scores 0.
    ///
    /// # Errors
    /// Counts must be numbers and not negative.
    pub fn g2(&self) -> Figure {
        let Contingency { both, second_only, first_only, neither } = *self;
        for count in [both, second_only, first_only, neither] {
            Field::Count.not_negative(count)?;
        }
        let rows = [both + second_only, first_only + neither];
        let columns = [both + first_only, second_only + neither];
        let n = figure(rows[0] + rows[1])?;
        let cell = |k: f64, row: f64, column: f64| {
            if k == 0.0 { 0.0 } else { k * log((k / row) * (n / column)) }
        };
        let sum = cell(both, rows[0], columns[0])
            + cell(second_only, rows[0], columns[1])
            + cell(first_only, rows[1], columns[0])
            + cell(neither, rows[1], columns[1]);
        // Independence sums to 0 but for rounding.
        figure((2.0 * sum).max(0.0))
    }
}
