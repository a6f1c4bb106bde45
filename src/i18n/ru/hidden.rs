//! What is read in place of what people did not agree to show, in Russian.

use crate::interviews::anonymise::Labels;

/// All of it.
pub const LABELS: Labels =
    Labels {
        person: "Человек", company: "Компания", address: "Адрес", number: "Номер", quote: "Цитата скрыта"
    };
