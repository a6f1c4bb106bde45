//! The table of all friction points, in English.

use crate::i18n::frictions::FrictionsWords;

pub const WORDS: FrictionsWords = FrictionsWords {
    title: "All friction points",
    hint: "Enter goes down a column, Shift+Enter up. Digits 1 to 5 grade.",
    score: "Score",
    friction: "Friction point",
    place: "Map and stage",
    sort: "Sort by score",
    with_to_be: "Include to-be maps",
    grade_hint: "1 to 5",
    none: "No friction points yet",
    none_hint: "Type ! and what hurts below a map: it is listed here with those of all maps.",
    go: "Show on the map",
};
