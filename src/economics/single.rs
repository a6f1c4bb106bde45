//! The chance of single clients: what a range of the inputs leaves out.

use crate::estimate::Z90;
use crate::figure::{Field, Figure, figure};

/// How far the number of clients who stay lies from the expected one, by the luck of single clients alone: in eight cases of ten no
/// further than this, in clients.
///
/// Each of N clients stays with probability S, independently of the others, so that their number is binomial with the standard
/// deviation √(N S (1−S)); half the width from P10 to P90 is Φ⁻¹(0.9) times that (normal approximation, within a client of the
/// exact quantiles). Where clients stay with different probabilities of mean S it is an upper bound.
///
/// # Errors
/// Clients must not be negative; the share must be from 0 to 1.
pub fn luck_of_single_clients(clients: f64, stay: f64) -> Figure {
    Field::Customers.not_negative(clients)?;
    Field::Share.share(stay)?;
    figure(Z90 * (clients * stay * (1.0 - stay)).sqrt())
}

/// The same of the number of clients at some later time: of the `clients` of the start, each of whom is still there with probability
/// `stay`, and of those who joined since, of whom `joined` are expected to be there.
///
/// Who joins and stays is taken to be Poisson, so that its variance is its mean; it adds to that of the binomial, as the two are
/// independent: Φ⁻¹(0.9) √(N S (1−S) + J).
///
/// # Errors
/// As [`luck_of_single_clients`]; those who joined must not be negative.
pub fn luck_of_a_count(clients: f64, stay: f64, joined: f64) -> Figure {
    Field::Acquired.not_negative(joined)?;
    let leaving = luck_of_single_clients(clients, stay)?;
    figure((leaving * leaving + Z90 * Z90 * joined).sqrt())
}
