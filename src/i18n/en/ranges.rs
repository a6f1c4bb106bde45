//! Ranges and simulations in English.

use crate::i18n::en::counts::counted_en;
use crate::i18n::ranges::RangeWords;
use crate::i18n::speech::sentence;

pub const WORDS: RangeWords = RangeWords {
    range: "Range",
    range_means: "Half of all cases lie below the likely number, one in ten below the low end, one in ten above the high end.",
    only_above: "No case lies below the likely number: half of them are exactly that. One in ten lies above the high end.",
    only_below: "No case lies above the likely number: half of them are exactly that. One in ten lies below the low end.",
    one_sided_too: "Where an end is the likely number itself, no case lies beyond it, and half of them are exactly that number.",
    low: "Low",
    likely: "Likely",
    high: "High",
    make_exact: "Remove range",
    tornado_columns: ["Input", "Low end", "Profit at the low end", "High end", "Profit at the high end"],
    end_stops: |value| format!("{value} (limit)"),
    stops_for: |input, answer| format!("{input} stops where it would contradict “{answer}”."),
    levers_left_out: |count| format!("Not shown, with less effect: {}", counted_en(count, "input", "inputs")),
    moves: "Correlation",
    moves_alone: "none",
    moves_with_base: |letter| format!("positive, with the same input of {letter}"),
    moves_with: |input| format!("positive, with {input}"),
    moves_against: |input| format!("negative, with {input}"),
    range_of: |label| format!("{label}, range"),
    drawn_of: |letters, count| format!("drawn: {letters}, of {count} scenarios"),
    low_too_high: |likely| sentence!("Can\u{2019}t be above the likely {likely}."),
    high_too_low: |likely| sentence!("Can\u{2019}t be below the likely {likely}."),
    no_low: |likely| sentence!("No lower end now: the range starts at the likely {likely}."),
    no_high: |likely| sentence!("No upper end now: the range ends at the likely {likely}."),
    range_80: |range, median| match median {
        None => format!("Median of simulations, 80% range {range}"),
        Some(median) => format!("Median of simulations {median}, 80% range {range}"),
    },
    chance_positive: |chance| format!("{chance} chance of a profit"),
    chance_better: |name, chance| format!("“{name}” is ahead in {chance} of simulations"),
    conditions: ", given these ranges and answers",
    median_of_runs: "Median of simulations",
    median_beside: |median| format!("likely numbers; median of simulations {median}"),
    from_likely: "From the likely numbers",
    no_ranges: "No ranges stated, so no range is shown.",
    by_likely: |sum| sentence!("With the likely numbers alone it is {sum}."),
    single_clients: |clients, points, months| {
        let unit = if clients == "1" { "client" } else { "clients" };
        format!(
            "The ranges leave out chance. With {clients} {unit}, chance alone moves the share kept at month {months} by up to \u{b1}{points}, eight times in ten."
        )
    },
    drawn_apart: |letter, base, list| {
        sentence!(
            "Simulated separately for {letter} and {base}, since their ranges differ: {list}. So the range of the difference is wider: part of it is chance, not the choice."
        )
    },
    drawn_apart_here: |base| {
        format!(
            "Another range than in {base}, so the two are simulated separately, and the range of the difference is wider."
        )
    },
    draw_together: "Move together",
    other_tab_has: |number| format!("Another tab has {number} here."),
    use_other: "Use that",
    keep_this: "Keep this one",
    calculating_ranges: "Calculating range\u{2026}",
    with_luck: "with chance",
    low_of: |name| format!("{name}, low"),
    high_of: |name| format!("{name}, high"),
};
