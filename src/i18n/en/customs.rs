//! How English writes figures and dates.

use crate::i18n::Customs;

/// All of it.
pub const CUSTOMS: Customs =
    Customs { decimal: '.', thousands: ',', parted_from: 4, per_cent: "%", cells: ',', day_first: false };
