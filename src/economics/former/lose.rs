//! What losing one client takes, as the first edition has it.

use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// The hole that losing one client leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hole {
    /// Revenue per period that is gone.
    pub revenue: f64,
    /// Its share of all revenue.
    pub share: f64,
    /// New clients of average size that refill it.
    pub clients: f64,
    /// Periods of acquisition that refill it, at the pace given.
    pub periods: Figure,
    /// What winning those clients costs.
    pub cost: f64,
}

/// Takes one client out and asks how long, and at what cost, acquisition takes to refill the hole:
/// clients of the average size of the others, `won_per_period` of them at `cac` each.
///
/// # Errors
/// [`NoFigure::NothingToShare`] when the others bring no revenue, so that nothing can be refilled
/// with their like; [`NoFigure::NeverPaysBack`] inside `periods` when nobody is won; revenues,
/// pace and CAC must not be negative, and `client` be one of them.
pub fn lose_client(revenues: &[f64], client: usize, won_per_period: f64, cac: f64) -> Figure<Hole> {
    Field::Acquired.not_negative(won_per_period)?;
    Field::Cac.not_negative(cac)?;
    for revenue in revenues {
        Field::Revenue.not_negative(*revenue)?;
    }
    let Some(revenue) = revenues.get(client) else {
        return Err(NoFigure::Input { field: Field::Customers, must: Must::NotExceed(Field::Count) });
    };
    let total = figure(revenues.iter().sum())?;
    let others = total - revenue;
    if others <= 0.0 {
        return Err(NoFigure::NothingToShare);
    }
    let average = others / (revenues.len() - 1) as f64;
    let clients = figure(revenue / average)?;
    let periods = if clients == 0.0 {
        Ok(0.0)
    } else if won_per_period == 0.0 {
        Err(NoFigure::NeverPaysBack)
    } else {
        figure(clients / won_per_period)
    };
    Ok(Hole { revenue: *revenue, share: figure(revenue / total)?, clients, periods, cost: figure(clients * cac)? })
}
