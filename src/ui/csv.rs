//! Maps that come in as CSV.

use leptos::prelude::*;

use super::parts::{Dialog, live, on};
use super::session::use_session;
use crate::edit::draft::JourneyDraft;
use crate::exchange::csv::{self, RowError};

/// How many rows are listed at most.
const LISTED: usize = 200;

/// A file that cannot be taken: its name, and why.
pub type Refused = (String, Vec<RowError>);

/// Whether a file is taken for CSV, by its name.
pub fn is_csv(name: &str) -> bool {
    name.to_lowercase().ends_with(".csv")
}

/// The map of a CSV file, called like the file.
pub fn draft(name: &str, text: &str) -> Result<JourneyDraft, Refused> {
    let draft = csv::read(text).map_err(|errors| (name.into(), errors))?;
    let title = name.rsplit_once('.').map_or(name, |(title, _)| title);
    Ok(JourneyDraft { title: title.into(), ..draft })
}

/// The rows that cannot be taken, each with its line and the reason.
#[component]
pub fn CsvRefused() -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let open = session.refusing;
    let row = move |error: &RowError| {
        let (line, problem) = ((w.csv_line)(error.line), w.csv_problem(&error.problem));
        view! { <li class="csv-row"><b>{line}</b>" "<span>{problem}</span></li> }
    };
    view! {
        <Dialog open=open title=w.csv_refused>
            {live(move || {
                let (name, errors) = session.refused.get();
                let more = errors.len().saturating_sub(LISTED);
                view! {
                    <p>{(w.csv_refused_text)(&name)}</p>
                    <ul class="csv-rows" aria-label=w.csv_refused tabindex="0">
                        {errors.iter().take(LISTED).map(row).collect_view()}
                        {(more > 0).then(|| view! { <li>{(w.csv_more)(more)}</li> })}
                    </ul>
                }
                .into_any()
            })}
            <div class="dialog-actions">
                <button class="button primary" on:click=on(move |_| open.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}
