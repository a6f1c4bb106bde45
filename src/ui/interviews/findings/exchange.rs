//! Quotes and the codebook to and from other programs.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::hub::OnFinding;
use super::quote::labels;
use super::{Hub, use_hub};
use crate::edit::Command;
use crate::i18n::interviews::InterviewWords;
use crate::i18n::quote;
use crate::i18n::speech::title_or;
use crate::insight::interviews::hiding::mapping;
use crate::insight::interviews::travel::{project, without_names};
use crate::insight::interviews::{anonymous, clients, duplicates};
use crate::interviews::anonymise::Accounts;
use crate::interviews::exchange::{self, Loss, Project, markdown, quotes, read_codebook, read_project};
use crate::route::Findings;
use crate::storage::envelope;
use crate::tables::bytes;
use crate::tables::workbook::Workbook;
use crate::ui::browser;
use crate::ui::browser::element;
use crate::ui::browser::file::{self, FileError};
use crate::ui::commands::{FindingVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::offered::Source;
use crate::ui::parts::{FileInput, Icon, Item, Sign, alert, choose_files, live, notify_handed, offer, on, verb_icon};
use crate::ui::sheets;

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
    let wrong = RwSignal::new(Vec::<String>::new());
    let asked = RwSignal::new(None::<Asked>);
    let at = move |findings| OnFinding { hub, findings };
    let open_menu = move |_| {
        let all = [
            (FindingVerb::ExportCsv, save_csv as fn(Hub, Whose)),
            (FindingVerb::ExportMarkdown, save_markdown),
            (FindingVerb::ExportProject, save_qdpx),
        ];
        let group = |whose: Whose, added: &'static str| {
            all.into_iter().enumerate().map(move |(at, (verb, act))| {
                let label = verb.label(f);
                let label = if added.is_empty() { label.into() } else { format!("{label}, {}", added.to_lowercase()) };
                let item = Item::new(label, move || act(hub, whose));
                if at == 0 && whose != Whose::Agreed { item.parted() } else { item }
            })
        };
        let items = if codebook {
            vec![FindingVerb::ExportCodebook.item(f, at(Findings::Codebook))]
        } else {
            let groups = group(Whose::Agreed, "").chain(group(Whose::Unnamed, f.exchange.without_names));
            let copy = FindingVerb::ExportCopy.item(f, at(Findings::Quotes)).parted();
            groups.chain(group(Whose::All, f.exchange.ignoring_consent)).chain([copy]).collect()
        };
        hub.menus.below("export-quotes", w.export, items);
    };
    let chosen = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            spawn_local(async move {
                _ = asked.try_set(None);
                let told = take(hub, file, asked).await;
                _ = wrong.try_set(told);
            });
        }
    };
    view! {
        <button class="button small" on:click=on(move |_| choose_files("import-quotes"))>
            {verb_icon(FindingVerb::Import)}
            {FindingVerb::Import.label(f)}
        </button>
        <button class="button small" id="export-quotes" aria-haspopup="menu" on:click=on(open_menu)>
            <Icon sign=Sign::Download />
            {w.export}
        </button>
        <FileInput id="import-quotes" accept=".csv,.tsv,.txt,.xlsx,.qdpx,.qdc,text/csv" take=Callback::new(chosen) />
        {live(move || asked.get().map(|one| view! { <div class="import-wrong" id="import-repeated">{ask(hub, one, asked)}</div> }.into_any()))}
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

/// Whose words go out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of everybody who agreed to be quoted, named where they agreed to that.
    Agreed,
    /// Of the same, without any names.
    Unnamed,
    /// Of everybody, by name: for the team.
    All,
}

/// The interviews as they go out; `None` after saying so where nobody agreed to it.
fn outgoing(hub: Hub, whose: Whose) -> Option<Project> {
    let key = hub.desk.id();
    let (left_out, outgoing) = hub.desk.peek(|e| {
        if whose == Whose::All {
            return (0, project(e, &key));
        }
        let outgoing = project(&clients::copy(e, labels(hub), Accounts::Named), &key);
        let outgoing = if whose == Whose::Unnamed {
            without_names(outgoing, &mapping(e, labels(hub)), labels(hub))
        } else {
            outgoing
        };
        (clients::going(e).left_out, outgoing)
    });
    let f = hub.f();
    if left_out > 0 && outgoing.documents.is_empty() {
        hub.session.notify(f.exchange.nothing_exported);
        return None;
    }
    if left_out > 0 {
        hub.session.notify((f.exchange.left_out)(left_out));
    }
    Some(outgoing)
}

/// The name of a file. Without names it has none of the project's title either, and differs from the one with names.
fn name(hub: Hub, whose: Whose, what: &str, ending: &str) -> String {
    let w = hub.session.w();
    let kind = match whose {
        Whose::Agreed => "",
        Whose::Unnamed => "no-names.",
        Whose::All => "all.",
    };
    let given = hub.saver.title();
    let given =
        if whose == Whose::Unnamed { hub.desk.peek(|e| mapping(e, labels(hub)).hidden_text(&given)) } else { given };
    w.file_name(title_or(&given, w.untitled_engagement), &[what, kind, ending].concat())
}

/// Hands out the quotes as a table.
pub fn save_csv(hub: Hub, whose: Whose) {
    let Some(outgoing) = outgoing(hub, whose) else { return };
    // Spreadsheets take a table for UTF-8 by its mark.
    let text = format!("\u{feff}{}", quotes::write(&quotes::rows(&outgoing)));
    notify_handed(hub.session, file::download(&name(hub, whose, "quotes.", "csv"), "text/csv;charset=utf-8", &text));
}

/// Hands out the interviews as they are read.
pub fn save_markdown(hub: Hub, whose: Whose) {
    let Some(outgoing) = outgoing(hub, whose) else { return };
    let lang = hub.session.lang();
    let w = InterviewWords::of(lang);
    let quoted = move |text: &str| quote::quoted(lang, text);
    let speech =
        markdown::Speech { forces: w.forces, quoted: &quoted, unnamed: w.unnamed, note: hub.f().quote_list.note };
    let text = markdown::write(&outgoing, &speech);
    notify_handed(hub.session, file::download(&name(hub, whose, "interviews.", "md"), "text/markdown", &text));
}

/// Hands out the interviews for another program.
pub fn save_qdpx(hub: Hub, whose: Whose) {
    let Some(outgoing) = outgoing(hub, whose) else { return };
    let bytes = exchange::project(&outgoing);
    let handed = file::blob(&bytes, "application/octet-stream")
        .and_then(|blob| file::hand_out(&name(hub, whose, "", "qdpx"), &blob));
    notify_handed(hub.session, handed);
}

/// Hands out the codebook for another program.
pub fn save_codebook(hub: Hub) {
    let key = hub.desk.id();
    let text = hub.desk.peek(|e| exchange::codebook(&key, &e.codebook()));
    notify_handed(hub.session, file::download(&name(hub, Whose::Agreed, "", "qdc"), "application/xml", &text));
}

/// The whole project without names, as a file that opens here.
pub fn save_copy(hub: Hub) {
    let (copy, left_out) = hub.desk.peek(|e| (anonymous::copy(e, labels(hub)), clients::going(e).left_out));
    if left_out > 0 {
        hub.session.notify((hub.f().exchange.left_out)(left_out));
    }
    let written = envelope::write(&copy, None, &hub.session.writer(), browser::now());
    let handed = written.map_err(|_| FileError::Unreadable);
    notify_handed(
        hub.session,
        handed.and_then(|(text, _)| {
            file::download(&name(hub, Whose::Unnamed, "", "orbita.json"), "application/json", &text)
        }),
    );
}

/// Takes a file of quotes, a codebook or a project of another program. Returns what is to be told: why it was not taken, or what
/// was left out.
async fn take(hub: Hub, from: web_sys::File, asked: RwSignal<Option<Asked>>) -> Vec<String> {
    let name = from.name();
    let words_of_app = hub.session.w();
    let bytes = match file::bytes_of(&from, LARGEST).await {
        Ok(bytes) => bytes,
        Err(error) => return vec![error.text(words_of_app, &name)],
    };
    let source = match sheets::source(hub.session, name, bytes, None).await {
        // Whoever asked may have left the engagement.
        _ if !hub.saver.is_here() => return Vec::new(),
        Ok(source) => source,
        Err(why) => return vec![why],
    };
    let w = InterviewWords::of(hub.session.lang());
    let read = match &source {
        Source::File(name, bytes) => read(hub, name, bytes.to_vec()).map(|(project, losses)| {
            let losses = losses.iter().map(w.lossy).collect();
            (project, losses)
        }),
        Source::Workbook(_, workbook) => read_sheet(hub, workbook),
        Source::Text(_) => return Vec::new(),
    };
    let (project, losses) = match read {
        Ok(read) => read,
        Err(why) => return vec![why],
    };
    let repeated = hub.desk.peek(|e| duplicates::repeated(e, &project));
    if repeated.is_empty() {
        bring(hub, project);
    } else {
        _ = asked.try_set(Some(Asked { project: Arc::new(project), repeated }));
        element::focus_soon("#import-repeated button");
    }
    losses
}

/// A file of which some interviews are in the project already.
#[derive(Clone)]
struct Asked {
    project: Arc<Project>,
    /// Which of its interviews.
    repeated: Vec<usize>,
}

/// Asks whether these interviews should be there twice.
fn ask(hub: Hub, one: Asked, asked: RwSignal<Option<Asked>>) -> AnyView {
    let f = hub.f();
    let (all, here) = (one.project.documents.len(), one.repeated.len());
    let done = move || {
        asked.set(None);
        element::focus_soon("#export-quotes");
    };
    let new = (here < all).then(|| {
        let one = one.clone();
        let without = move || {
            let mut project = (*one.project).clone();
            let mut at = 0..;
            project.documents.retain(|_| at.next().is_some_and(|at: usize| !one.repeated.contains(&at)));
            done();
            bring(hub, project);
        };
        offer(f.exchange.import_new, without)
    });
    let anyway = offer(f.exchange.import_anyway, move || {
        let project = (*one.project).clone();
        done();
        bring(hub, project);
    });
    let offers = [new.unwrap_or_default(), anyway, offer(f.exchange.dont_import, done)].concat();
    alert((f.exchange.already_here)(all, here), offers)
}

/// Adds the interviews and tags of a file, and tells it with a way back.
fn bring(hub: Hub, project: Project) {
    let f = hub.f();
    let (interviews, tags) = (project.documents.len(), project.book.tags.len());
    let told = if interviews == 0 {
        (f.exchange.imported_tags)(tags)
    } else {
        (f.exchange.imported)(interviews, project.highlights())
    };
    let desk = hub.desk;
    desk.dispatch_with_notice(Command::BringInterviews(Box::new(project)), told, move || _ = desk.undo());
}

/// The quotes on the first sheet that holds some, and what is to be told of the others.
fn read_sheet(hub: Hub, workbook: &Workbook) -> Result<(Project, Vec<String>), String> {
    let sheets = workbook.sheets();
    let mut refused = None;
    for sheet in sheets {
        match quotes::read(&sheet.text) {
            Ok(rows) => {
                let others = sheets.len() - 1;
                let left_out = (others > 0).then(|| (hub.f().exchange.sheet_imported)(&sheet.name, others));
                return Ok((quotes::project(&rows), left_out.into_iter().collect()));
            }
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    // A workbook has a sheet.
    Err(refused.map(|why| (InterviewWords::of(hub.session.lang()).no_quotes)(&why)).unwrap_or_default())
}

fn read(hub: Hub, name: &str, held: Vec<u8>) -> Result<(Project, Vec<Loss>), String> {
    let w = InterviewWords::of(hub.session.lang());
    let ends = |end: &str| name.to_lowercase().ends_with(end);
    if ends(".qdpx") {
        return read_project(&held).map_err(|why| (w.refused)(why).into());
    }
    if ends(".qdc") {
        let book = read_codebook(held).map_err(|why| String::from((w.refused)(why)))?;
        return Ok((Project { book, ..Project::default() }, Vec::new()));
    }
    let text = bytes::decode(&held).map_err(|why| (hub.f().exchange.not_imported)(name, why))?.text;
    let rows = quotes::read(&text).map_err(|why| (w.no_quotes)(&why))?;
    Ok((quotes::project(&rows), Vec::new()))
}
