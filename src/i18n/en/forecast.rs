//! Forecast and actual figures, in English.

use crate::i18n::forecast::ForecastWords;
use crate::i18n::speech::{sentence, uncapital};
use crate::model::scenario::{Counted, Period};

pub const WORDS: ForecastWords = ForecastWords {
    title: "Forecast and actual",
    said: |by, on| {
        if by.is_empty() {
            format!("Forecast as of {on}; the scenario is locked.")
        } else {
            format!("Forecast as of {on}; the scenario is locked by {by}.")
        }
    },
    not_locked: "This scenario isn\u{2019}t locked: the forecast changes with its inputs.",
    figure: "Figure",
    counted: |counted| match counted {
        Counted::Clients => "Clients",
        Counted::Revenue => "Recurring revenue",
        Counted::Profit => "Profit to date",
    },
    means: |counted, period| match counted {
        Counted::Clients => "Clients at the end of the month.".into(),
        Counted::Revenue => {
            let unit = match period {
                Period::Month => "month",
                Period::Quarter => "quarter",
                Period::Year => "year",
            };
            sentence!("What the clients of that moment pay a {unit}.")
        }
        Counted::Profit => "Profit since the start, not discounted; fixed costs aren\u{2019}t in it.".into(),
    },
    end_of: "When",
    month: |month| format!("After month\u{a0}{month}"),
    forecast: "Forecast",
    range: "Range",
    actual: "Actual",
    came_of: |figure, month| format!("{figure}, actual, {}", uncapital(month)),
    actual_on: "Entered or last changed",
    difference: "Difference",
    against_range: "Against the range",
    below: "Below the range",
    inside: "In the range",
    above: "Above the range",
    by_chance: |position| format!("{position}, within chance"),
    inside_of: |inside, of| {
        sentence!(
            "In the range: {inside} of {of}. The range follows from the stated ranges alone: with few clients, chance puts more figures outside."
        )
    },
    chance_of: |count| {
        let figures = if count == 1 { "1 figure is".into() } else { format!("{count} figures are") };
        format!("{figures} outside the range but within chance.")
    },
    ends_with_luck: ["low, with chance", "high, with chance"],
    bands: |range, luck| match (range, luck) {
        (true, true) => "bands: 80% by the stated ranges, and with chance",
        (true, false) => "band: 80% by the stated ranges",
        (false, true) => "band: 80% by chance alone",
        (false, false) => "",
    },
    not_yet: |end| sentence!("Not over yet: enter this figure on {end} or later."),
    no_range: "No stated range reaches this figure.",
    nothing_came: "Enter the actual figures at the end of each period.",
};
