//! What is read in place of what people did not agree to show.

use super::Lang;
use crate::interviews::anonymise::Labels;

impl Lang {
    /// What stands for names, contacts and words that are hidden.
    pub fn hidden(self) -> Labels {
        match self {
            Lang::English => Labels {
                person: "Person",
                company: "Company",
                address: "Address",
                number: "Number",
                quote: "Quote hidden",
            },
            Lang::Russian => Labels {
                person: "Человек",
                company: "Компания",
                address: "Адрес",
                number: "Номер",
                quote: "Цитата скрыта",
            },
        }
    }
}
