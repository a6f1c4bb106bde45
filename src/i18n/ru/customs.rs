//! How Russian writes figures and dates.

use crate::i18n::Customs;

/// All of it.
pub const CUSTOMS: Customs =
    Customs { decimal: ',', thousands: '\u{a0}', parted_from: 5, per_cent: "\u{a0}%", cells: ';', day_first: true };
