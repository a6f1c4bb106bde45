//! What the library says, in English.

use crate::i18n::en::counts::counted_en;
use crate::i18n::figures::listed;
use crate::i18n::library::LibraryWords;

pub const WORDS: LibraryWords = LibraryWords {
    import: "Import",
    import_file: "Import a file",
    engagements: "Projects",
    new_engagement: "New project",
    start_with_example: "Start with an example",
    find_project: "Find a project",
    sort_by: "Sort by",
    by_change: "Last changed",
    by_name: "Name",
    templates: "Templates",
    template_renewal: "B2B renewal",
    template_renewal_about: "Why a business client stays or leaves",
    template_onboarding: "Client onboarding",
    template_onboarding_about: "From the purchase to the first result",
    template_support: "Support ticket",
    template_support_about: "One ticket, from problem to follow-\u{2060}up",
    template_purchase: "Online purchase",
    template_purchase_about: "One order, from first need to repeat purchase",
    template_agency: "Agency project",
    template_agency_about: "From the first meeting to the next project",
    template_empty: "Empty map",
    template_empty_about: "Five stages, six lanes, a two-hour agenda",
    welcome_title: "No projects yet",
    welcome_text: "A project holds everything about one client. Open the example to see a finished map, or start blank and type.",
    unknown_address: "Page not found. Back to the library.",
    storage_denied: "This browser doesn’t allow storage: your work stays in memory until the page is closed. Export what you want to keep.",
    newer_unreadable: "A project was made by a newer version of Orbita and can’t be shown here. It’s unchanged.",
    kept_aside: "A project couldn’t be read. It’s set aside. Nothing was deleted.",
    download_it: "Download it",
    holds: |counts| {
        let nouns = ["map", "card", "interview", "scenario"];
        listed(counts, |at, count| format!("{}{}", nouns[at], if count == 1 { "" } else { "s" }))
    },
    deleted: |title| format!("Deleted \u{201c}{title}\u{201d}"),
    recently_deleted: |count| format!("Recently deleted ({count})"),
    deleted_hint: "Kept for 30 days, or until the space is needed.",
    delete_forever: "Delete forever",
    verb_restore: "Restore the last deleted project",
    storage: "Storage",
    this_browser_only: "this browser only",
    share_of_browser: |share| format!("{share} of what this browser allows"),
    backup: "Backup",
    backup_file: "orbita-backup.json",
    never_copied: "No backup of everything has been downloaded yet. Clearing the browser’s data would erase everything here.",
    copied_days_ago: |days, count, added| {
        let projects = |count: usize| counted_en(count, "project", "projects");
        let made = match days {
            0 => "Last copy was made today".into(),
            _ => format!("Last copy was {} ago", counted_en(days as usize, "day", "days")),
        };
        let made = match added {
            0 => format!("{made}."),
            _ => format!("{made}, {} added since.", projects(added)),
        };
        match days {
            0 => made,
            _ => format!("{made} Clearing the browser’s data would erase {}.", projects(count)),
        }
    },
    download_all: "Download a copy of all",
    drop_here: "Choose a file or drop it here",
    drop_hint: "a project or a backup, .json or .html; a map as a table, .xlsx, .csv or .tsv",
    nothing_uploaded: "Nothing is uploaded. Files are read on this device and added to what’s here.",
    no_account: "No account, nothing leaves this browser",
};
