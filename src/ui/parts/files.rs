//! Files that somebody chooses: the browser's own dialog, behind a button or a line of a menu.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement};

use super::on;
use crate::ui::browser::{element, file};

/// The kinds of files that hold a table.
pub const TABLES: &str = ".csv,.tsv,.txt,.md,.xlsx,text/csv,text/plain";

/// What asks for files once [`choose_files`] is called with its id. It is never shown itself.
#[component]
pub fn FileInput(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The kinds of files: endings and media types.
    accept: &'static str,
    /// Whether several may be chosen at once.
    #[prop(optional)]
    multiple: bool,
    /// Takes what was chosen.
    take: Callback<Vec<File>>,
) -> impl IntoView {
    let change = move |event: ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let files = file::files(input.files());
        // The same file can be chosen again.
        input.set_value("");
        take.run(files);
    };
    view! { <input type="file" id=id hidden accept=accept multiple=multiple on:change=on(change) /> }
}

/// Opens the dialog of the input with an id.
pub fn choose_files(id: &str) {
    if let Some(input) = element::by_id(id) {
        input.click();
    }
}
