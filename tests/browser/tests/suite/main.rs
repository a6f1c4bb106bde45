//! What a person does with Orbita, in three browsers.

use std::process::ExitCode;

macro_rules! suites {
    ($($suite:ident)*) => {
        $(mod $suite;)*

        fn main() -> ExitCode {
            let suites = [$($suite::scripts()),*];
            orbita_browser::runner::main(suites.into_iter().flatten().collect())
        }
    };
}

suites! {
    accounts
    axe
    cards
    checkpoints
    choices
    cohorts
    compare
    crowd
    csv
    damage
    disk
    economics
    emotion
    entry
    export
    files
    find
    findings
    friction
    hands
    hosted
    input_methods
    interviews
    keyboard
    lanes
    leaks
    leaving
    limits
    links
    lists
    long_links
    library
    maps
    monkey
    names
    offline
    origin
    palette
    paste
    phone
    pointer
    present
    print
    rate
    safety
    saving
    second_curve
    share
    stages
    tabs
    weight
    workbooks
    workshop
}
