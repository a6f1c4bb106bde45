//! English.

pub mod accounts;
pub mod backing;
pub mod capture;
pub mod charts;
pub mod cohorts;
mod counts;
pub mod customs;
pub mod disk;
pub mod economy;
pub mod findings;
pub mod forecast;
pub mod freeing;
pub mod frictions;
mod guide;
pub mod hidden;
pub mod initiatives;
pub mod interviews;
pub mod journey;
pub mod keys;
pub mod library;
pub mod map;
pub mod pasting;
pub mod ranges;
mod reason;
mod saving;
pub mod spending;
pub mod tables;
pub mod travel;
pub mod versions;
pub mod workshop;

use crate::i18n::words::Words;

/// Everything in English.
pub const WORDS: Words = Words {
    // The product and its frame.
    product: "Orbita",
    page_title: "Orbita: journey maps that keep clients",
    sections: "Sections",
    library: "Library",
    journey: "Journey",
    interviews: "Interviews",
    economics: "Economics",
    language_code: "EN",
    switch_language: "EN, switch to Russian",
    to_light: "Light theme",
    to_dark: "Dark theme",
    help: "Shortcuts",
    undo: "Undo",
    redo: "Redo",
    open: "Open",
    close: "Close",
    hide_message: "Hide this message",
    done: "Done",
    add: "Add",
    edit: "Edit",
    rename: "Rename",
    duplicate: "Duplicate",
    delete: "Delete",
    title: "Title",
    about: "Description",
    export: "Export",
    download_copy: "Download a copy",
    part_coming: "Loading…",
    part_missing: "This part of Orbita couldn’t be loaded. Check the connection and try again; your work is safe.",
    try_again: "Try again",
    today: "Today",
    yesterday: "Yesterday",
    more_of: |name| format!("More: {name}"),
    copy: "copy",
    saving_words: &saving::WORDS,
    // Saving.
    save_state: "Save state",
    saved: "Saved",
    saving: "Saving",
    not_saved: "Not saved",
    saved_hint: "Saved in this browser",
    not_saved_full: "Not saved: this browser’s storage is full. Your work stays in memory until the page is closed. Download a copy, then free some space in the library.",
    not_saved_denied: "This browser doesn’t allow storage: your work stays in memory until the page is closed. Download a copy to keep it.",
    parted: "Another tab changed this project at the same time. Both versions are kept: theirs under the old title, yours continues here as a copy.",
    read_only: "This project is read-only.",
    locked_refused: "This scenario is locked. Unlock it to change it.",
    download_failed: "The browser didn’t save the file. Allow downloads for this page and try again.",
    // Why there is no figure.
    reason: reason::reason,
    // Projects and their files.
    copy_here: |name| format!("\u{201c}{name}\u{201d} is not a table. Copies of Orbita are imported in the library."),
    untitled_engagement: "Untitled project",
    storage_silent: "This browser’s storage isn’t responding. Reload the page.",
    storage_silent_unsaved: "This browser’s storage isn’t responding. Download a copy of your work before you reload or close this page.",
    restore: "Restore",
    no_room: "This browser’s storage is full: nothing was added. Delete a project or download copies first.",
    no_example: "The example couldn’t be loaded. Check the connection and try again.",
    file_too_large: |name| format!("{name} is too large. Nothing was changed."),
    file_unreadable: |name| format!("The browser could not read {name}. Nothing was changed."),
    file_not_json: |name, line, column| {
        format!("{name} isn’t an Orbita file: it isn’t JSON (line {line}, column {column}). Nothing was changed.")
    },
    file_not_ours: |name| {
        format!(
            "{name} isn’t an Orbita file. Nothing was changed. Pick a project from Share or a “Download a copy of all” file."
        )
    },
    file_newer: |name| {
        format!(
            "{name} was made by a newer version of Orbita. Reload this page to update it, then try again. Nothing was changed."
        )
    },
    file_damaged: |name, line, column| {
        format!("{name} is an Orbita file, but it’s damaged (line {line}, column {column}). Nothing was changed.")
    },
    file_flawed: |name| format!("{name} is an Orbita file, but its contents are inconsistent. Nothing was changed."),
    cannot_open: "This project can’t be opened",
    engagement_missing: "It’s not in this browser: it was deleted, or it’s in another browser.",
    // An engagement and its maps.
    engagement_menu: "Maps of the project",
    rename_engagement: "Rename project…",
    project_details: "Project details",
    add_map: "Add map",
    import_map: "Import a map from a table…",
    drop_in_library: "Files are taken in the library. Go there and drop it again.",
    duplicate_map: "Duplicate this map",
    delete_map: "Delete this map",
    deleted_map: |title| {
        if title.is_empty() { "Deleted the map".into() } else { format!("Deleted the map \u{201c}{title}\u{201d}") }
    },
    // Why something is refused.
    no_cards_here: "The emotion lane doesn’t hold cards. Press 1 to 5 there to set how the stage feels.",
    second_emotion_lane: "This map already has an emotion lane.",
    // Verbs and fields.
    verb_menu: "Menu of actions",
    no_such_year: "That date can’t be right. Enter a year from 1970 to 2199.",
    verb_help: "All shortcuts",
    verb_palette: "Find a command",
    palette: "Commands and places",
    palette_hint: "A command, a map, a stage, a friction",
    palette_nothing: "Nothing has that name. Try fewer letters.",
};
