//! What is read in place of what people did not agree to show, in English.

use crate::interviews::anonymise::Labels;

/// All of it.
pub const LABELS: Labels =
    Labels { person: "Person", company: "Company", address: "Address", number: "Number", quote: "Quote hidden" };
