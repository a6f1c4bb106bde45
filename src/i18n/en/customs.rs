//! How English writes figures and dates.

use crate::i18n::Customs;

/// All of it.
pub const CUSTOMS: Customs = Customs {
    decimal: '.',
    thousands: ',',
    parted_from: 4,
    per_cent: "%",
    cells: ',',
    day_first: false,
    currency_first: true,
    scales: ["T", "B", "M", "k"],
    between: "\u{2013}",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    bytes: ["KB", "MB"],
    and: "and ",
};
