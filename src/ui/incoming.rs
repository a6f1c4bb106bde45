//! Maps that come in as tables: what a file is, and a look at what was understood of it before it is taken.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::alive::Alive;
use super::offered::{Offered, Source};
use super::parts::{Dialog, Seen, Understood, live, on, once_needed, shown};
use super::session::{Incoming, Otherwise, Queue, Session, Take, use_session};
use crate::edit::draft::JourneyDraft;
use crate::handover::report::{self, Unread};
use crate::i18n::Lang;
use crate::i18n::pasting::PastingWords;
use crate::i18n::tables::{TableWords, is_told};
use crate::i18n::travel::TravelWords;
use crate::model::scenario::Period;
use crate::tables::fault::{FileKind, Kind, Problem};
use crate::tables::note::Note;
use crate::tables::reading::Reading;
use crate::tables::{file, map};

/// How many sentences a toast may have.
const TOLD: usize = 3;

/// What a file holds.
pub enum Content {
    /// The text of a copy of Orbita, as far as it looks like one.
    Copy(String),
    /// A map, to be read as it was understood.
    Map(Offered, Box<Reading<JourneyDraft>>),
}

/// What reads files and shows them. It comes later than the library: a first visit reads no tables.
#[derive(Clone, Copy)]
pub struct Importer {
    /// What is in a file; see [`found`].
    pub found: fn(Source, Lang) -> Result<Content, String>,
    /// Takes a map; see [`take_map`].
    pub take_map: fn(Session, Offered, Reading<JourneyDraft>, Take),
    /// The map that waits first.
    look: fn() -> AnyView,
}

/// Fetches it.
#[wasm_split(works, fallible)]
pub fn importer() -> Result<Importer, SplitLoaderError> {
    Ok(Importer { found, take_map, look: || view! { <LookAtMap /> }.into_any() })
}

/// A place for the maps that wait, built when the first of them comes.
pub fn waiting_maps(session: Session) -> AnyView {
    let looking = session.looking;
    let give_up = move || {
        session.incoming.set(Queue::default());
        looking.set(false);
    };
    once_needed(move || looking.get(), give_up, importer, |importer| (importer.look)())
}

/// What is in a file.
///
/// # Errors
/// Why nothing in it can be used, and what to do, in a sentence.
fn found(source: Source, lang: Lang) -> Result<Content, String> {
    let words = TableWords::of(lang);
    let offered = Offered::new(source);
    let name = offered.name();
    let text = offered.text().map_err(|why| (words.no_text)(name, why))?;
    match report::document(&text) {
        Ok(project) => return Ok(Content::Copy(project)),
        Err(Unread::NotAReport) => (),
        Err(unread) => return Err((TravelWords::of(lang).report_unread)(unread).into()),
    }
    let kind = file::kind(name, &text, lang);
    // Another sheet may hold what this one does not: that is for the person to say.
    let has_others = matches!(&offered.source, Source::Workbook(_, workbook) if workbook.sheets().len() > 1);
    let is_open = has_others && !matches!(kind, FileKind::Table(Some(_)));
    match kind {
        _ if is_open => (),
        FileKind::Json => return Ok(Content::Copy(text)),
        FileKind::Table(None | Some(Kind::Map)) => (),
        kind => return Err((words.no_table)(name, kind)),
    }
    let reading = offered.read(lang, "", Period::default(), map::read).map_err(|why| (words.no_text)(name, why))?;
    let is_none = |problem| matches!(problem, Problem::NoText | Problem::NothingThere | Problem::OtherKind(_));
    if !is_open && kind == FileKind::Table(None) && reading.faults.iter().any(|fault| is_none(fault.problem)) {
        return Err((words.no_table)(name, kind));
    }
    Ok(Content::Map(offered, Box::new(reading)))
}

/// Takes a map at once where nothing need be said of it, and shows what was understood of any other first.
fn take_map(session: Session, offered: Offered, reading: Reading<JourneyDraft>, take: Take) {
    let is_plain = reading.is_certain() && !reading.notes.iter().any(|note| matches!(note, Note::LeftOut(..)));
    match reading.value {
        Some(draft) if is_plain => take(titled(draft, &offered), said(&reading.notes, session.lang())),
        _ => show(session, offered, take, None),
    }
}

/// Shows what was understood of a map, to be taken or not.
pub fn show(session: Session, offered: Offered, take: Take, otherwise: Option<Otherwise>) {
    session.incoming.update(|queue| queue.push_back(Incoming { offered, take, otherwise }));
    session.looking.set(true);
}

/// What was understood, in a few sentences: how much there is comes first.
fn said(notes: &[Note], lang: Lang) -> String {
    let is_size = |note: &&Note| matches!(note, Note::Map { .. });
    let first = notes.iter().filter(is_size);
    let then = notes.iter().filter(|note| !is_size(note) && is_told(lang, note));
    first.chain(then).take(TOLD).map(TableWords::of(lang).note).collect::<Vec<_>>().join(" ")
}

fn titled(draft: JourneyDraft, offered: &Offered) -> JourneyDraft {
    if !draft.title.is_empty() {
        return draft;
    }
    let name = offered.name();
    let title = name.rsplit_once('.').map_or(name, |(title, _)| title);
    JourneyDraft { title: title.into(), ..draft }
}

/// The map that waits first, as it was understood.
#[component]
fn LookAtMap() -> impl IntoView {
    let session = use_session();
    let (w, lang) = (PastingWords::of(session.lang()), session.lang());
    let (queue, open) = (session.incoming, session.looking);
    let view = Alive::here();
    // Closed in whatever way: the next one comes.
    Effect::new(move |was: Option<bool>| {
        let is = open.get();
        if was == Some(true) && !is {
            queue.update(|queue| _ = queue.pop_front());
            if queue.with_untracked(|queue| !queue.is_empty()) {
                view.next_frame(move || open.set(true));
            }
        }
        is
    });
    let first = move || queue.with(|queue| queue.front().cloned());
    let seen = Memo::new(move |_| -> Option<Seen> {
        let reading = first()?.offered.read(lang, "", Period::default(), map::read).ok()?;
        Some(Arc::new(reading.map(|_| ())))
    });
    let choose = Callback::new(move |choice| {
        queue.update(|queue| {
            if let Some(first) = queue.front_mut() {
                first.offered = first.offered.clone().with(choice);
            }
        });
    });
    let take = move || {
        let Some(Incoming { offered, take, .. }) = untrack(first) else { return };
        open.set(false);
        if let Ok(Reading { value: Some(draft), notes, .. }) = offered.read(lang, "", Period::default(), map::read) {
            take(titled(draft, &offered), said(&notes, lang));
        }
    };
    let otherwise = move || {
        let (label, act) = first()?.otherwise?;
        Some(
            view! {
                <button
                    class="button"
                    on:click=on(move |_| {
                        open.set(false);
                        act();
                    })
                >
                    {label}
                </button>
            }
            .into_any(),
        )
    };
    let label = move || {
        let is_pasted = first().is_some_and(|first| first.otherwise.is_some());
        if is_pasted { w.paste_as_map } else { w.use_as_shown }
    };
    view! {
        <Dialog open=open title=w.look_at_map class="look-at-map">
            <p class="file-name">{live(move || first().map(|first| first.offered.name().to_owned()))}</p>
            <Understood id="incoming" seen choose />
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.dont_import}</button>
                {live(otherwise)}
                {shown(
                    move || seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.value.is_some())),
                    move || {
                        view! {
                            <button class="button primary" on:click=on(move |_| take())>{live(label)}</button>
                        }
                    },
                )}
            </div>
        </Dialog>
    }
}
