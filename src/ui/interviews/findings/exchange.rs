//! Quotes and the codebook to and from other programs.

use leptos::task::spawn_local;
use leptos::{ev, html, prelude::*};

use super::quote::labels;
use super::{Hub, use_hub};
use crate::edit::Command;
use crate::i18n::interviews::words;
use crate::i18n::quote;
use crate::insight::interviews::anonymous;
use crate::insight::interviews::travel::{mapping, project, without_names};
use crate::interviews::exchange::{self, Loss, Project, markdown, quotes, read_codebook, read_project};
use crate::storage::envelope;
use crate::ui::browser::file::{self, FileError};
use crate::ui::browser::{self, element};
use crate::ui::parts::{Icon, Item, OpenMenu, Sign, live, on};

/// No file of quotes is larger.
const LARGEST: usize = 20 << 20;

/// The buttons for both ways.
#[component]
pub fn Ways(
    /// Whether the codebook alone is what goes out.
    codebook: bool,
) -> impl IntoView {
    let hub = use_hub();
    let (f, w) = (hub.f(), hub.session.w());
    let input = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(Vec::<String>::new());
    let open_menu = move |_| {
        let save = |label: String, act: fn(Hub, bool), hidden: bool| Item::new(label, move || act(hub, hidden));
        let bare = |label: &str| format!("{label}, {}", f.without_names.to_lowercase());
        let items = if codebook {
            vec![save(f.export_qdc.into(), save_codebook, false)]
        } else {
            vec![
                save(f.export_csv.into(), save_csv, false),
                save(f.export_markdown.into(), save_markdown, false),
                save(f.export_qdpx.into(), save_qdpx, false),
                save(bare(f.export_csv), save_csv, true).parted(),
                save(bare(f.export_markdown), save_markdown, true),
                save(bare(f.export_qdpx), save_qdpx, true),
                save(f.export_copy.into(), |hub, _| save_copy(hub), true).parted(),
            ]
        };
        let at = element::by_id("export-quotes").map(|button| element::rect(&button)).unwrap_or_default();
        hub.menu.set(Some(OpenMenu { label: w.export.into(), at, items, back_to: Some("export-quotes".into()) }));
    };
    let chosen = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let files = file::files(input.files());
        input.set_value("");
        if let Some(file) = files.into_iter().next() {
            spawn_local(async move {
                let told = take(hub, file).await;
                _ = wrong.try_set(told);
            });
        }
    };
    view! {
        <button class="button small" on:click=on(move |_| {
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        })>
            <Icon sign=Sign::Upload />
            {f.import}
        </button>
        <button class="button small" id="export-quotes" aria-haspopup="menu" on:click=on(open_menu)>
            <Icon sign=Sign::Download />
            {w.export}
        </button>
        <input
            node_ref=input
            id="import-quotes"
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.qdpx,.qdc,text/csv"
            on:change=on(chosen)
        />
        {live(move || {
            let lines = wrong.get();
            (!lines.is_empty()).then(|| {
                let line = |text: String| view! { <p>{text}</p> }.into_any();
                view! { <div class="field-wrong import-wrong" role="alert">{lines.into_iter().map(line).collect_view()}</div> }
                    .into_any()
            })
        })}
    }
}

/// The interviews as they go out.
fn outgoing(hub: Hub, hidden: bool) -> Project {
    let key = hub.desk.id();
    hub.desk.peek(|e| {
        let project = project(e, &key);
        if hidden { without_names(project, &mapping(e, labels(hub))) } else { project }
    })
}

fn name(hub: Hub, kind: &str) -> String {
    let w = hub.session.w();
    w.file_name(w.title_or(&hub.saver.title(), w.untitled_engagement), kind)
}

fn tell(hub: Hub, handed: Result<(), FileError>) {
    if handed.is_err() {
        hub.session.tell(hub.session.w().download_failed);
    }
}

fn save_csv(hub: Hub, hidden: bool) {
    // Spreadsheets take a table for UTF-8 by its mark.
    let text = format!("\u{feff}{}", quotes::write(&quotes::rows(&outgoing(hub, hidden))));
    tell(hub, file::download(&name(hub, "quotes.csv"), "text/csv;charset=utf-8", &text));
}

fn save_markdown(hub: Hub, hidden: bool) {
    let lang = hub.session.lang();
    let w = words(lang);
    let quoted = move |text: &str| quote::quoted(lang, text);
    let speech = markdown::Speech { forces: w.forces, quoted: &quoted, unnamed: w.unnamed };
    let text = markdown::write(&outgoing(hub, hidden), &speech);
    tell(hub, file::download(&name(hub, "interviews.md"), "text/markdown", &text));
}

fn save_qdpx(hub: Hub, hidden: bool) {
    let bytes = exchange::project(&outgoing(hub, hidden));
    let handed =
        file::blob(&bytes, "application/octet-stream").and_then(|blob| file::hand_out(&name(hub, "qdpx"), &blob));
    tell(hub, handed);
}

fn save_codebook(hub: Hub, _: bool) {
    let key = hub.desk.id();
    let text = hub.desk.peek(|e| exchange::codebook(&key, &e.codebook()));
    tell(hub, file::download(&name(hub, "qdc"), "application/xml", &text));
}

/// The whole project without names, as a file that opens here.
fn save_copy(hub: Hub) {
    let copy = hub.desk.peek(|e| anonymous::copy(e, labels(hub)));
    let written = envelope::write(&copy, None, &hub.session.writer(), browser::now());
    let handed = written.map_err(|_| FileError::Unreadable);
    tell(hub, handed.and_then(|(text, _)| file::download(&name(hub, "orbita.json"), "application/json", &text)));
}

/// Takes a file of quotes, a codebook or a project of another program. Returns what is to be told: why it was not taken, or what
/// was left out.
async fn take(hub: Hub, from: web_sys::File) -> Vec<String> {
    let name = from.name();
    let words_of_app = hub.session.w();
    let bytes = match file::bytes_of(&from, LARGEST).await {
        Ok(bytes) => bytes,
        Err(error) => return vec![error.text(words_of_app, &name)],
    };
    let (project, losses) = match read(hub, &name, bytes) {
        Ok(read) => read,
        Err(why) => return vec![why],
    };
    let (f, w) = (hub.f(), words(hub.session.lang()));
    let (interviews, tags) = (project.documents.len(), project.book.tags.len());
    let quotes = project.documents.iter().map(|document| document.highlights.len()).sum();
    let told = if interviews == 0 { (f.imported_tags)(tags) } else { (f.imported)(interviews, quotes) };
    let desk = hub.desk;
    desk.dispatch_telling(Command::BringInterviews(Box::new(project)), told, move || _ = desk.undo());
    losses.iter().map(w.lossy).collect()
}

fn read(hub: Hub, name: &str, bytes: Vec<u8>) -> Result<(Project, Vec<Loss>), String> {
    let w = words(hub.session.lang());
    let ends = |end: &str| name.to_lowercase().ends_with(end);
    if ends(".qdpx") {
        return read_project(&bytes).map_err(|why| (w.refused)(why).into());
    }
    if ends(".qdc") {
        let book = read_codebook(bytes).map_err(|why| String::from((w.refused)(why)))?;
        return Ok((Project { book, ..Project::default() }, Vec::new()));
    }
    let text =
        crate::tables::bytes::decode(&bytes).map_err(|why| (hub.session.lang().tables().no_text)(name, why))?.text;
    let rows = quotes::read(&text).map_err(|why| (w.no_quotes)(&why))?;
    Ok((quotes::project(&rows), Vec::new()))
}
