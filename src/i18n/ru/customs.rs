//! How Russian writes figures and dates.

use crate::i18n::Customs;

/// All of it.
pub const CUSTOMS: Customs = Customs {
    decimal: ',',
    thousands: '\u{a0}',
    parted_from: 5,
    per_cent: "\u{a0}%",
    cells: ';',
    day_first: true,
    currency_first: false,
    scales: ["\u{a0}трлн", "\u{a0}млрд", "\u{a0}млн", "\u{a0}тыс."],
    // A dash between words would stand for a verb.
    between: " \u{2026} ",
    months: ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
    bytes: ["КБ", "МБ"],
    and: "и\u{a0}",
};
