//! A file on disk that follows a project, in English.

use crate::i18n::travel::disk::DiskWords;

/// Everything of it.
pub const WORDS: DiskWords = DiskWords {
    keep: "Keep a file on disk up to date",
    keep_hint: "Pick a file: after each save the whole project goes into it, names included. The original stays in this browser.",
    writing: |name| format!("Writing “{name}”…"),
    written: |name, at| format!("Kept in “{name}”, last written at {at}."),
    stop: "Stop updating",
    other: "Choose another file",
    denied: |name| {
        format!(
            "The browser doesn’t let Orbita write “{name}”. The project in this browser isn’t affected. Try again and allow access, or choose another file."
        )
    },
    failed: |name| {
        format!(
            "“{name}” couldn’t be written. The project in this browser isn’t affected. Check the disk and try again, or choose another file."
        )
    },
    taken: |name| format!("“{name}” is already kept for another project. Choose another file."),
    behind: |name| format!("“{name}” is no longer up to date. Open Share to fix it."),
    asks: |name| format!("Allow Orbita to keep updating “{name}”: open Share."),
    waits: |name| {
        format!("“{name}” isn’t being updated: the browser needs your permission again after the page was opened anew.")
    },
    allow: "Allow updates",
    stopped: |name| format!("“{name}” stays as it was last written."),
};
