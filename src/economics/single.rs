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
