//! English.

use crate::i18n::Lang;
use crate::i18n::saving::{LocalDay, PlaceName, SavingWords, SpaceWords, named};
use crate::model::Collection;
use crate::model::limits::Excess;
use crate::storage::import::Report;
use crate::storage::part_name::PartName;

/// Everything in English.
pub const WORDS: SavingWords = SavingWords {
    gone: "This project is no longer in the browser’s storage: it was deleted in another tab, or the browser’s data was cleared. It’s still open here.",
    save_again: "Save it again",
    newer_elsewhere: "A newer version of Orbita saved this project in another tab. It’s read-only here. Reload the page to go on.",
    deleted: "This project has been deleted. Any change made here brings it back.",
    reload: "Reload",
    recovered: "Recovered what was typed before the page closed unexpectedly.",
    left_unsaved: |title| {
        format!(
            "Changes to \u{201c}{title}\u{201d} exist only on this page: the browser’s storage didn’t take them. Download a copy, or free some space here."
        )
    },
    unnamed,
    quoted: |name| format!("\u{201c}{name}\u{201d}"),
    split: |name| format!("Another tab changed {name} too. Your version is on the card below the other one."),
    both_kept: |name| format!("Another tab changed {name} too. The field holds both versions."),
    ours_kept: |name| format!("Another tab set a different value in {name}. Yours is kept."),
    later_kept: |name| format!("Another tab has a different figure in {name}. The one entered on a later day is kept."),
    restored: |name| format!("Another tab deleted {name} while it was being changed. It was kept."),
    returned: |name| format!("Another tab was changing {name} while it was deleted here. It was kept."),
    more_clashes: |more| format!("And {more} more."),
    show: "Show",
    undone_at: |place| ["Undone ", &place_en(place), "."].concat(),
    redone_at: |place| ["Redone ", &place_en(place), "."].concat(),
    undo_shorter: "This browser’s storage is nearly full. Your work is saved, but after a reload undo won’t go back as far.",
    undo_left_alone: "Another tab has changed this since, so it was left as it is.",
    older_not_kept: "Orbita was updated, and your work is saved in its new format. There was no room in this browser to also keep the project as it was before the update.",
    download_older: "Download the version before the update",
    undo_in_part: "Undone, except for what another tab has changed since.",
    record_gone: "This was deleted in another tab.",
    room: |parts| format!("The storage holds {parts}."),
    room_of: SpaceWords {
        engagements: |size| format!("projects ({size})"),
        checkpoints: |size| format!("checkpoints ({size})"),
        histories: |size| format!("undo history ({size})"),
        deleted: |size| format!("recently deleted projects ({size})"),
        aside: |size| format!("unreadable texts that were set aside ({size})"),
        other: |size| format!("data of other pages of this site ({size})"),
    },
    excess: |excess, most| match excess {
        Excess::Records(collection, _) => format!("A project can hold up to {} {}.", number(most), records(collection)),
        Excess::Stages(_) => format!("A map can have up to {most} stages."),
        Excess::Lanes(_) => format!("A map can have up to {most} lanes."),
        Excess::CardsInACell(_) => format!("A cell can hold up to {most} cards."),
        Excess::Paragraphs(_) => format!("An interview can have up to {} paragraphs.", number(most)),
        Excess::Entries(_) => format!("A list can have up to {} entries.", number(most)),
        Excess::Letters(_) => format!("A text can have up to {} characters.", number(most)),
        Excess::Ids => "This project can’t hold anything more. Duplicate it in the library and go on there.".into(),
    },
    too_large: |name| format!("{name} is too large to work with."),
    too_large_here: |why| format!("A project is too large to open here. {why} It’s unchanged; you can download it."),
    too_many_parts: |name, count| {
        format!("{name} holds {count} parts, more than can be imported. Nothing was changed.")
    },
    cut_off: |name| format!("{name} is an Orbita file, but it’s cut off: the end is missing. Nothing was changed."),
    report,
    copied_newer: "Copied as it is: it was made by a newer version of Orbita.",
    newer_is_kept: "This project was made by a newer version of Orbita, so it can’t be changed here.",
    delete_again: |title| format!("\u{201c}{title}\u{201d} has been changed in another tab since, so it was kept."),
    not_renamed: "The new title couldn’t be saved: the browser’s storage is full. Free some space and try again.",
    why_a_copy: "A browser can lose the last seconds when the computer loses power, and everything when its data is cleared. A downloaded copy survives both.",
    copy_holds: "It’s for you alone: undo histories and checkpoints in it still hold what was deleted, interviews included. To pass a project on, share the project.",
    promised: "This browser has promised not to clear the storage by itself. A copy is still safer.",
    not_promised: "This browser may clear the storage by itself when space runs short. Safari also does so after seven days in which this page isn’t opened. Download a copy, or install Orbita as an app: Safari doesn’t count days for installed apps.",
    take_along: "Adding Orbita to the Home Screen? The app there starts empty. Download a copy of all first, then import it in the app.",
};

fn records(collection: Collection) -> &'static str {
    match collection {
        Collection::Journey => "maps",
        Collection::Stage => "stages",
        Collection::Lane => "lanes",
        Collection::Card | Collection::Details => "cards",
        Collection::Scenario => "scenarios",
        Collection::Initiative => "initiatives",
        Collection::Account => "accounts",
        Collection::Interview | Collection::Transcript => "interviews",
        Collection::Paragraph => "paragraphs of interviews",
        Collection::Quote => "quotes",
        Collection::Tag => "tags",
        Collection::Group => "groups of tags",
        Collection::Statement | Collection::Answers => "statements",
    }
}

/// What a record is where nothing names it.
fn unnamed(collection: Option<Collection>) -> &'static str {
    let Some(collection) = collection else { return "this project" };
    match collection {
        Collection::Journey => "a map",
        Collection::Stage => "a stage",
        Collection::Lane => "a lane",
        Collection::Card | Collection::Details => "a card",
        Collection::Scenario => "a scenario",
        Collection::Initiative => "an initiative",
        Collection::Account => "an account",
        Collection::Interview | Collection::Transcript => "an interview",
        Collection::Paragraph => "a note",
        Collection::Quote => "a quote",
        Collection::Tag => "a tag",
        Collection::Group => "a group of tags",
        Collection::Statement => "a statement",
        Collection::Answers => "the answers to a statement",
    }
}

/// "20,000"
fn number(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

fn count(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

fn report(report: &Report, day: LocalDay) -> String {
    let mut parts = Vec::new();
    let named = |all: &[PartName]| named(Lang::English, all, day, titled, |more| format!(" and {more} more"));
    let versions = count(report.checkpoints.len(), "checkpoint", "checkpoints");
    let added = report.added.len() + report.newer;
    if added > 0 {
        let versions = if report.checkpoints.is_empty() {
            String::new()
        } else {
            format!(" with {versions}: {}", named(&report.checkpoints))
        };
        parts.push(format!("{} added{versions}.", count(added, "project", "projects")));
    } else if !report.checkpoints.is_empty() {
        parts.push(format!("{versions} added: {}.", named(&report.checkpoints)));
    }
    if report.newer > 0 {
        parts.push(format!("{} made by a newer version of Orbita and can only be read here.", was(report.newer)));
    }
    if report.same > 0 {
        parts.push(format!("{} already here.", was(report.same)));
    }
    if !report.aside.is_empty() {
        parts.push(format!(
            "{} couldn’t be read and {} set aside: {}.",
            count(report.aside.len(), "text", "texts"),
            if report.aside.len() == 1 { "was" } else { "were" },
            named(&report.aside)
        ));
    }
    if !report.no_room.is_empty() {
        let all: Vec<PartName> = report.no_room.iter().map(|title| PartName::titled(title)).collect();
        parts.push(format!("No space left for {}. Free some space and import the file again.", named(&all)));
    }
    if !report.parts_lost.is_empty() {
        parts.push(format!(
            "No space left for {}: {}.",
            count(report.parts_lost.len(), "checkpoint or text", "checkpoints and texts"),
            named(&report.parts_lost)
        ));
    }
    if parts.is_empty() { "The file is empty: nothing was added.".into() } else { parts.join(" ") }
}

fn titled(title: &str) -> String {
    if title.trim().is_empty() { "untitled".into() } else { format!("\u{201c}{title}\u{201d}") }
}

fn was(count: usize) -> String {
    if count == 1 { "1 was".into() } else { format!("{count} were") }
}

fn place_en(place: PlaceName) -> String {
    match place {
        PlaceName::Journey("") => "on the map".into(),
        PlaceName::Journey(title) => format!("on the map “{title}”"),
        PlaceName::Interview("") => "in the interviews".into(),
        PlaceName::Interview(person) => format!("in the interview with {person}"),
        PlaceName::Economics => "in the economics".into(),
    }
}
