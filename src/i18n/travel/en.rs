//! English.

use super::TravelWords;
use crate::exchange::link::{Carrier, LinkError};
use crate::exchange::office::xlsx::Refused;
use crate::handover::report::Unread;
use crate::handover::site::PageFault;
use crate::handover::site::config::{Expected, Wrong};

pub const WORDS: TravelWords = TravelWords {
    link_error: |error| match error {
        LinkError::NotOurs => "This isn’t an Orbita link. Check that you copied all of it.",
        LinkError::Cut => {
            "The end of this link is missing: the app it was sent with cut it. Copy the link again, or ask for a file."
        }
        LinkError::Newer => "This link comes from a newer version of Orbita. Reload the page and open the link again.",
        LinkError::Damaged => "This link has changed on its way and can’t be read. Ask for it again.",
        LinkError::TooLarge => "This link holds more than can be opened here. Ask for a file.",
        LinkError::WrongPassphrase => "Wrong passphrase. Check it and try again.",
    },
    too_large_for_a_link: "This project is too large for a link. Share it as a file.",
    carrier: |carrier| match carrier {
        Carrier::Camera => "a phone’s camera",
        Carrier::Mail => "email",
        Carrier::Chat => "Slack and other chats",
        Carrier::Browser => "a browser’s address bar",
    },
    workbook_refused: |refused| match refused {
        Refused::NotAWorkbook => "This isn’t an Excel workbook. Save it as .xlsx and try again.",
        Refused::OldOrLocked => "This workbook is an old .xls or has a password. Save it as .xlsx without a password.",
        Refused::Damaged => "This workbook is damaged. Save it again and try once more.",
        Refused::TooLarge => "This workbook holds more than can be opened. Copy the part you need into a new one.",
    },
    report_unread: |unread| match unread {
        Unread::NotAReport => "This page isn’t an Orbita report. Choose a report that was downloaded from Orbita.",
        Unread::NoProject => "The project is missing from this report. Ask for the project’s own file.",
        Unread::TooLarge => "This page is larger than any report. Ask for the project’s own file.",
    },
    config_wrong: "config.json has mistakes, so its settings aren’t used. Correct it and reload the page.",
    config_error,
    page_fault: |fault| match fault {
        PageFault::NoIndex => "The app’s own files couldn’t be loaded. Check the connection and try again.".into(),
        PageFault::Name(name) => format!("“{name}” can’t be packed: its name isn’t allowed."),
        PageFault::TooLarge => "The page is too large to be packed. Share a single map instead.".into(),
    },
    cards: "Cards",
    map: "Map",
    text: "Card",
    tags: "Tags",
    cohort: "Cohort",
    cohorts_of: |name| format!("Cohorts: {name}"),
    age: |age| format!("Age {age}"),
    accounts: "Clients",
    account: "Client",
    account_period: |number| format!("Period {number}"),
    value: "Value",
    per_period: "Amounts per",
    one_off_months: "One-off cost spread over, months",
    finding: "Finding",
    made_on: |date| format!("Made with Orbita on {date}"),
    contents: "Contents",
    open_again: "The project itself is inside this page: import the page in Orbita to go on working.",
    worth: "Value over the horizon",
    worth_range: "80% range",
    pays: "Pays off in",
};

fn config_error(wrong: &Wrong) -> String {
    match wrong {
        Wrong::TooLarge => "config.json is too large. It needs a few lines only.".into(),
        Wrong::NotJson { line, column } => {
            format!("config.json isn’t valid JSON: line {line}, column {column}. Check commas and quotation marks.")
        }
        Wrong::NotAnObject => "config.json has to be an object: { … }.".into(),
        Wrong::Unknown(key) => format!("“{key}” isn’t a setting. Remove it or check the spelling."),
        Wrong::Value(key, Expected::Text) => format!("“{key}” has to be a text in quotation marks."),
        Wrong::Value(key, Expected::YesOrNo) => format!("“{key}” has to be true or false."),
        Wrong::Value(key, Expected::OneOf(values)) => {
            format!(
                "“{key}” has to be one of: {}.",
                values.iter().map(|value| format!("“{value}”")).collect::<Vec<_>>().join(", ")
            )
        }
        Wrong::Value(key, Expected::Path) => {
            format!("“{key}” has to name a file beside the page, such as “client.json”, without an address or “..”.")
        }
        Wrong::Value(key, Expected::Picture) => {
            format!("“{key}” has to name a picture beside the page: .svg, .png, .jpg or .webp.")
        }
        Wrong::Value(key, Expected::Short(most)) => format!("“{key}” is too long. Use up to {most} characters."),
    }
}
