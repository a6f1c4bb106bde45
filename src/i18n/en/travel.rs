//! English.

use crate::exchange::link::{Carrier, LinkError};
use crate::exchange::office::xlsx::Refused;
use crate::handover::Handout;
use crate::handover::report::Unread;
use crate::handover::site::PageFault;
use crate::handover::site::config::{Expected, Wrong};
use crate::i18n::Lang;
use crate::i18n::en::counts::{counted_en, highlights_en};
use crate::i18n::speech::together;
use crate::i18n::travel::{Inside, TravelWords, Withheld, withheld_in};
use crate::interviews::anonymise::{Accounts, Going};
use crate::interviews::counts::HighlightCount;
use crate::model::Collection;

pub const WORDS: TravelWords = TravelWords {
    link_error: |error| match error {
        LinkError::NotOurs => "This isn’t an Orbita link. Check that you copied all of it.",
        LinkError::Nothing => {
            "There is nothing behind this address: what was tried in the preview couldn’t be written into it. Open the original link again."
        }
        LinkError::Cut => {
            "The end of this link is missing: the app it was sent with cut it. Copy the link again, or ask for a file."
        }
        LinkError::Newer => "This link comes from a newer version of Orbita. Reload the page and open the link again.",
        LinkError::Damaged => {
            "This link was damaged on its way: a letter is missing or changed. Copy all of it again, or ask for a file."
        }
        LinkError::TooLarge => "This link holds more than can be opened here. Ask for a file.",
        LinkError::WrongPassphrase => "Wrong passphrase. Check it and try again.",
    },
    of_newer: "This project was made by a newer version of Orbita: made here, this would leave out a part of it. Share the project file, or reload the page to update.",
    too_large_for_a_link: "This project is too large for a link. Share it as a file.",
    carrier: |carrier| match carrier {
        Carrier::Camera => "a phone’s camera",
        Carrier::Mail => "email",
        Carrier::Chat => "Slack and other chats",
        Carrier::Browser => "a browser’s address bar",
    },
    share: "Share",
    what_to_share: "What to share",
    whole_project: "Whole project",
    this_map: |title| format!("This map: “{title}”"),
    files_of_all: "Of the whole project.",
    files_of_map: "Of this map alone.",
    map_alone: "Only the map with its cards and scores. Other maps, the economics and clients aren’t included.",
    link: "Link",
    link_hint: "The link itself holds the data; nothing is uploaded. Anyone who has it can read it.",
    making_link: "Preparing the link…",
    copy_link: "Copy link",
    link_copied: "Link copied.",
    copy_by_keys: "The browser doesn’t allow copying here. The link is selected: press Ctrl+C.",
    characters: |count, figure| if count == 1 { "1 character".into() } else { format!("{figure} characters") },
    fits: |carrier, most| format!("Fits {carrier} (up to {most})"),
    too_long_for: |carrier, most| format!("Too long for {carrier} (up to {most})"),
    send_a_file: "Chats and email would cut this link. Send a file instead.",
    qr_code: "QR code of the link",
    passphrase: "Passphrase",
    passphrase_optional: "Passphrase (optional)",
    passphrase_hint: "Encrypts the link. Send the passphrase separately: without it nobody can open the link, not even you.",
    no_encryption: "This page came over plain http, where browsers don’t offer encryption. Open Orbita over https to set a passphrase.",
    encryption_failed: "The browser couldn’t encrypt the link. Try again or send a file.",
    with_accounts: |count, accounts| match (count, accounts) {
        (1, Accounts::Named) => "One account goes along, with its name and revenue.".into(),
        (1, Accounts::Hidden) => "One account goes along with its revenue, without its name.".into(),
        (_, Accounts::Named) => format!("{count} accounts go along, with their names and revenue."),
        (_, Accounts::Hidden) => format!("{count} accounts go along with their revenue, without their names."),
    },
    hide_accounts: "Hide account names in the link and in all files but the project file",
    left_out,
    files: "Files",
    file: |file| match file {
        Handout::Project => ("Project (.json)", "To continue in Orbita"),
        Handout::Report => ("Report (.html)", "One page that opens and prints without Orbita"),
        Handout::WideSlides => ("Slides 16:9 (.pptx)", "Maps, rankings and charts you can edit"),
        Handout::A4Slides => ("Slides A4 (.pptx)", "The same for printing"),
        Handout::Workbook => ("Workbook (.xlsx)", "Maps, cards, scenarios and clients as tables"),
        Handout::Calendar => ("Due dates (.ics)", "Next steps for a calendar"),
        Handout::Page => ("Web page (.zip)", "Orbita with this project, to upload to any web host"),
    },
    interviews_in,
    withheld,
    names_hidden: "If somebody hasn’t agreed to be named, everyone named in that interview, even the interviewer, appears as “[Person 1]”, without addresses or phone numbers. This holds for the link and for every file but the project file.",
    look_yourself: "Places, and people and companies this project doesn’t list, can’t be found in a transcript. Read it before you send it.",
    project_inside,
    put_inside: "Keep the project inside the report, so it can be opened in Orbita",
    preparing: "Preparing…",
    downloaded: |name| format!("“{name}” is ready."),
    nothing_due: "No next step has a due date yet. Set one in a friction’s details.",
    preview: "Preview",
    preview_hint: "This is a preview: explore it and try the sliders. Nothing is saved in this browser until you save a copy.",
    not_in_address: "Your changes couldn’t be written into this page’s address: reloading loses them, and a copied address won’t open them.",
    explore_hint: "Explore the maps and try the sliders. Changes aren’t saved.",
    returned: |title, maps, figures| {
        let changes = |count: usize, of: &str| (count > 0).then(|| format!("{count} {of}"));
        let maps = changes(maps, if maps == 1 { "change on the maps" } else { "changes on the maps" });
        let figures = changes(figures, if figures == 1 { "figure changed" } else { "figures changed" });
        match [maps, figures].into_iter().flatten().collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => format!("Maps and figures are the same as in your project “{title}”."),
            said => format!("Compared with your project “{title}”: {said}."),
        }
    },
    save_a_copy: "Save a copy",
    open_your_copy: "Open your copy",
    copy_saved: "Saved as your own copy in this browser.",
    preview_refused: "This is a preview. Save a copy to edit it.",
    explore_refused: "This page is for exploring. Only the economics can be changed.",
    cannot_open: "This project can’t be opened",
    locked: "This project is locked",
    locked_hint: "Enter the passphrase. If you don’t have it, ask the person who sent the link.",
    unlock: "Open",
    unlocking: "Checking the passphrase…",
    cannot_unlock: "This link is encrypted, and this page came over plain http, where browsers don’t offer decryption. Open the link over https.",
    not_beside: "This address asks for a file from somewhere else. Only files next to the page can be opened.",
    not_loaded: |name| format!("“{name}” couldn’t be loaded. Check that the file is next to the page, then reload."),
    not_utf8: |name| {
        format!(
            "The letters of “{name}” can’t be read: it isn’t saved as UTF-8. Put the file there as Orbita downloads it, or save it as UTF-8."
        )
    },
    file_too_large: |name| format!("“{name}” is too large to open here. Ask for a smaller file."),
    no_such_part: "This project has no such map or chart. Check the number or name after “embed=”.",
    installed_empty: "An installed app can have storage of its own on this device. To bring your projects here, download a copy of all in the browser, then import it.",
    version: |version| format!("Version {version}"),
    new_version: "A new version of Orbita is ready.",
    update: "Save and reload",
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
        PageFault::Mixed(name) => {
            format!("The host has files of two versions of Orbita (“{name}”). Reload the page and try again.")
        }
        PageFault::Name(name) => format!("“{name}” can’t be packed: its name isn’t allowed."),
        PageFault::TooLarge => "The page is too large to be packed. Share a single map instead.".into(),
    },
    cards: "Cards",
    map: "Map",
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
    worth: "Value over the horizon, likely numbers",
    worth_median: "Value over the horizon, median of simulations",
    worth_range: "80% range",
    pays: "Pays off in",
};

fn left_out(missing: &[(Collection, usize)], heard: HighlightCount) -> String {
    let count = |collection: Collection| {
        missing.iter().find(|(other, _)| *other == collection).map(|(_, count)| *count).filter(|count| *count > 0)
    };
    let mut parts = Vec::new();
    parts.extend(count(Collection::Interview).map(|count| counted_en(count, "interview", "interviews")));
    parts.extend(Some(highlights_en(heard)).filter(|_| heard.all() > 0));
    parts.extend(count(Collection::Statement).map(|count| counted_en(count, "job or outcome", "jobs and outcomes")));
    let what = if parts.is_empty() { "notes and tags".into() } else { parts.join(", ") };
    format!(
        "Interviews stay out of links: {what} won’t be shared, but a card that repeats a quote will be. The project file includes all."
    )
}

fn interviews_in(handout: Handout, going: Going) -> Option<String> {
    let Going { named, unnamed, left_out } = going;
    let several = |count: usize| counted_en(count, "interview", "interviews");
    if handout == Handout::Project {
        let all = named + unnamed + left_out;
        return (all > 0).then(|| format!("Includes {} with names, whatever people agreed to", several(all)));
    }
    if !handout.holds_project() || going == Going::default() {
        return None;
    }
    let mut parts = Vec::new();
    if named > 0 {
        parts.push(format!("{} with names", several(named)));
    }
    if unnamed > 0 {
        parts.push(if named > 0 {
            format!("{} without", several(unnamed))
        } else {
            format!("{} without names", several(unnamed))
        });
    }
    let includes =
        if parts.is_empty() { "Includes no interviews".into() } else { format!("Includes {}", parts.join(", ")) };
    let includes = match left_out {
        0 => includes,
        count => format!("{includes}; {count} left out: no consent"),
    };
    Some(if named + unnamed > 0 {
        format!("{includes}. Notes and whole transcripts go along, debriefs don’t")
    } else {
        includes
    })
}

fn withheld(counts: &Withheld) -> Option<String> {
    let several = |count: usize, one: &str, many: &str| (count > 0).then(|| counted_en(count, one, many));
    let [cards, jobs, others] = withheld_in(counts);
    let other = if cards + jobs > 0 { ["other text", "other texts"] } else { ["text", "texts"] };
    let parts: Vec<String> = [
        several(cards, "card", "cards"),
        several(jobs, "job or outcome", "jobs and outcomes"),
        several(others, other[0], other[1]),
    ]
    .into_iter()
    .flatten()
    .collect();
    let places = together(Lang::English, &parts);
    (!parts.is_empty()).then(|| {
        format!("Words of people who didn’t agree to be quoted are hidden in {places}, except in the project file.")
    })
}

fn project_inside(inside: Inside, accounts: usize, named: Accounts) -> String {
    let what = match inside {
        Inside::Map => "This map",
        Inside::Project => "The project",
        Inside::Whole => "The whole project",
    };
    let several = format!("{accounts} {}", if accounts == 1 { "account" } else { "accounts" });
    match (accounts, named) {
        (0, _) => format!("{what} is inside"),
        (_, Accounts::Named) => format!("{what} is inside, with the names and revenue of {several}"),
        (_, Accounts::Hidden) => format!("{what} is inside, with the revenue of {several}, without names"),
    }
}

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
