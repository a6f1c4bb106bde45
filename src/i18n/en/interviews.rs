//! Interviews in English.

use super::guide;
use crate::i18n::en::counts::{counted_en, highlights_en};
use crate::i18n::interviews::{InterviewWords, first_of, joined, lines_of, outcome, story};
use crate::interviews::anonymise::NotCleared;
use crate::interviews::codebook::NotNamed;
use crate::interviews::codebook::views::Way;
use crate::interviews::exchange::quotes::NoQuotes;
use crate::interviews::exchange::{Loss, Refused};
use crate::interviews::forces::{By, Lean};
use crate::interviews::kinds::Outcome;
use crate::interviews::opportunity::Band;
use crate::interviews::questions::Fault;
use crate::interviews::record::{Claim, direction_of};
use crate::interviews::rhythm::SideBalance;
use crate::interviews::transcript::{Source, Unreadable};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// By [`crate::interviews::record::Direction`].
const DIRECTIONS: [&str; 2] = ["Minimize", "Increase"];

pub const WORDS: InterviewWords = InterviewWords {
    directions: DIRECTIONS,
    outcomes: ["Joined", "Left", "Stayed", "Renewed"],
    no_outcome: "Kind not chosen",
    consents: ["Don’t quote", "Quotes without names", "Quotes by name"],
    forces: ["Push", "Pull", "Anxiety", "Habit"],
    phases: ["First thought", "Passive looking", "Active looking", "Deciding", "First use", "Ongoing use"],
    events: ["First event", "Second event"],
    energies: ["Energy", "Laugh", "Sigh", "Pause"],
    unnamed: "Untitled interview",
    not_printed: "Not printed: no consent to quote.",
    printed_with_names: "For the team only: this person agreed to be quoted without names, and names are printed here.",
    debrief: ["Job", "Trigger", "Strongest force", "Hiring criteria", "Rival", "Emotional peak"],
    guides: [guide::HIRED, guide::LEFT, guide::STAYED, guide::RENEWED],
    fault: |fault| match fault {
        Fault::Direct => "Asks for a reason, and people make one up. Ask about the day instead.",
        Fault::Leading => "Suggests the answer. Ask openly instead.",
        Fault::Hypothetical => "Asks what someone would do. Ask what they did instead.",
    },
    instead: |fault, outcome| match (fault, outcome) {
        (Fault::Direct, Some(Outcome::Hired)) => "What happened the day you decided you needed this?",
        (Fault::Direct, Some(Outcome::Left)) => "What happened the day you decided to leave?",
        (Fault::Direct, Some(Outcome::Stayed)) => "What happened the day you decided to stay?",
        (Fault::Direct, Some(Outcome::Renewed)) => "What happened between the reminder and the signature?",
        (Fault::Direct, None) => "What happened the day you made up your mind?",
        (Fault::Leading, _) => "What was that like? Tell me about one time.",
        (Fault::Hypothetical, _) => "When did that last come up? What did you do?",
    },
    contrast: |phase| format!("{phase}: contrast question"),
    contrasts: |phases| {
        let questions = if phases.len() == 1 { "contrast question" } else { "contrast questions" };
        format!("{questions} ({})", phases.join(", "))
    },
    closing: "What I should have asked",
    covered: |covered, all| format!("{covered} of {all} covered"),
    understood: |transcript| {
        let source = match transcript.source {
            Source::Plain => "Text",
            Source::Markdown => "Markdown",
            Source::Srt => "SRT captions",
            Source::WebVtt => "WebVTT captions",
            Source::Table => "Table",
            Source::Data => "JSON",
        };
        let speakers = match &transcript.speakers[..] {
            [] => "no speakers named".into(),
            [one] => format!("1 speaker: {one}"),
            many => format!("{} speakers: {}", many.len(), many.join(", ")),
        };
        let paragraphs = counted_en(transcript.paragraphs.len(), "paragraph", "paragraphs");
        let left_out = match transcript.left_out.len() {
            0 => String::new(),
            count => {
                let lines = lines_of(&transcript.left_out, |line| format!("“{line}”"), |count| format!("{count} more"));
                format!(" Left out: {} ({lines}).", counted_en(count, "heading or note", "headings or notes"))
            }
        };
        let doubtful = match &transcript.doubtful[..] {
            [] => String::new(),
            names => format!(" Read as words, perhaps speakers: {}.", first_of(names, |count| format!("{count} more"))),
        };
        format!("{source}, {paragraphs}, {speakers}.{left_out}{doubtful}")
    },
    unreadable: |why| match why {
        Unreadable::Empty => "There’s no text here. Paste what was said.",
        Unreadable::Data => {
            "This is data for a program, and nobody was found to speak in it. Export the transcript as text or captions."
        }
        Unreadable::TooLong => "The text is too long. Split it and paste the parts.",
        Unreadable::TooManySpeakers => "More than 1,000 speakers found. Check that this is a transcript.",
    },
    refused: |why| match why {
        Refused::NotAnArchive => "This isn’t a .qdpx file. Export the project again.",
        Refused::DamagedArchive => "The archive is damaged. Export the project again.",
        Refused::Encrypted => "The archive has a password. Remove it and try again.",
        Refused::TooLarge => "The file holds more than can be opened. Export fewer documents.",
        Refused::NoFile => "The archive holds no project. Export it as REFI-QDA.",
        Refused::DamagedXml => "The XML is damaged. Export the file again.",
        Refused::DamagedText => "The text encoding isn’t supported. Save it as UTF-8.",
        Refused::Entities => "The XML declares its own entities and wasn’t opened. Export the file again.",
        Refused::NotRefi => "This isn’t a REFI-QDA codebook or project.",
    },
    lossy: |loss| match loss {
        Loss::Source(name) => format!("“{name}” has no text and was left out."),
        Loss::Selections(count) => {
            format!("Left out: {} outside the text.", counted_en(*count, "selection", "selections"))
        }
        Loss::Codings(count) => format!("Left out: {} with an unknown tag.", counted_en(*count, "coding", "codings")),
    },
    no_quotes: |why| match why {
        NoQuotes::MissingColumn(name) => format!("There’s no column “{name}”. Add it to the first row."),
        NoQuotes::TooMany => "The table is too large. Split it.".into(),
        NoQuotes::Cells(cells) => match &cells[..] {
            [] => String::new(),
            [first, rest @ ..] => {
                let more = match rest.len() {
                    0 => String::new(),
                    count => format!(" The same for {} more.", counted_en(count, "cell", "cells")),
                };
                format!("Row {}: “{}” in “{}” can’t be read.{more}", first.row, first.typed, first.column)
            }
        },
    },
    not_named: |why, name| match why {
        NotNamed::Empty => "Enter a name for the tag.".into(),
        NotNamed::Taken(_) => format!("There’s already a tag “{name}”. Merge the two?"),
    },
    not_cleared: |why| match why {
        NotCleared::NoConsent => "No consent to quote. Ask the person first.",
        NotCleared::NotVerbatim => "These are your notes, not their words.",
    },
    lost_quotes: |count| match count {
        1 => "1 quote lost its text. Its words are saved.".into(),
        count => format!("{count} quotes lost their text. Their words are saved."),
    },
    balance: |balance, by, moves, holds| {
        let by_mentions = by == By::Mentions;
        let by = match by {
            By::Mentions => "",
            By::People => " by people",
            By::Revenue => " by revenue",
        };
        let said = match balance.lean {
            Lean::Silent => "No forces marked yet.".into(),
            Lean::Weightless => format!("Nothing to compare{by} yet."),
            Lean::Moves => format!("Push and pull outweigh anxiety and habit{by}: {moves} to {holds}."),
            Lean::Holds => format!("Anxiety and habit outweigh push and pull{by}: {holds} to {moves}."),
            Lean::Even => format!("The forces are even{by}: {moves} to {holds}."),
        };
        let said = match (by_mentions, balance.lean) {
            (true, _) | (_, Lean::Silent | Lean::Weightless) => said,
            _ => format!("{said} A person with several forces counts in each."),
        };
        match balance.highlights.notes {
            0 => said,
            _ => format!("{said} Counted: {}.", highlights_en(balance.highlights)),
        }
    },
    unknown_revenue: |count| match count {
        1 => "The revenue of 1 account is unknown and not counted.".into(),
        count => format!("The revenue of {count} accounts is unknown and not counted."),
    },
    band: |band| match band {
        Band::TooFew => "Too few answers",
        Band::Served => "Served",
        Band::WorthALook => "Worth a look",
        Band::WorthDoing => "Worth doing",
        Band::Extreme => "Extreme",
    },
    way: |way| match way {
        Way::TooFew => "Too few yet",
        Way::Grows => "Grows",
        Way::Fades => "Fades",
        Way::NoChange => "No clear change",
    },
    saturated: |count| match count {
        0 => "The last interview added new tags.".into(),
        1 => "The last interview added no new tags.".into(),
        count => format!("The last {count} interviews added no new tags."),
    },
    side_balance: |side_balance| match side_balance {
        SideBalance::Nobody => "Nobody who joined or left has been interviewed yet.",
        SideBalance::Behind(Outcome::Left) => {
            "You’ve interviewed fewer people who left than people who joined. Recruit people who left next, if you can."
        }
        SideBalance::Behind(_) => {
            "You’ve interviewed fewer people who joined than people who left. Recruit people who joined next, if you can."
        }
        SideBalance::Even => "People who joined and who left are in balance.",
    },
    about: |date| format!("about {date}"),
    unknown_date: "date unknown",
    month: |month, year| format!("{} {year}", MONTHS.get(month as usize).copied().unwrap_or_default()),
    claim: |claim| match claim {
        Claim::Job { verb, object, context } => joined(&[verb, object, context]),
        Claim::Story { when, want, so } => story([("when", when), ("I want", want), ("so I can", so)]),
        Claim::Outcome { direction, measure, object, context } => {
            // Whatever was imported or typed before may hold its own verb.
            let (direction, measure) = direction_of(measure).unwrap_or((*direction, measure));
            outcome(DIRECTIONS[direction as usize], &[measure, object, context])
        }
    },
    contradicts: |earlier, later| format!("“{later}” is dated before “{earlier}”. Check both dates."),
};
