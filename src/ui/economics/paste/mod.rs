//! A table that is pasted or imported: read, shown as it was understood, and taken whole. What is certain is taken at once; where
//! something is asked or lost, nothing changes before somebody has looked. What cannot be taken stays in the box.

mod draft;
mod verbs;

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};
use web_sys::File;

use crate::edit::Command;
use crate::i18n::pasting::PastingWords;
use crate::tables::bytes::{NoText, is_workbook};
use crate::tables::choice::Choices;
use crate::tables::export::{self, Cell};
use crate::tables::fault::Kind;
use crate::tables::reading::Reading;
use crate::ui::alive::Alive;
use crate::ui::browser::{element, file};
use crate::ui::commands::{TableVerb, Verb, verb_of};
use crate::ui::deeds::Deeds;
use crate::ui::offered::{Offered, Source};
use crate::ui::parts::{FileInput, TABLES, Understood, live, notify_handed, on, shown, stands_in_the_way, verb_icon};
use crate::ui::session::use_session;
use crate::ui::sheets;
pub use draft::PastedTable;
use verbs::AtTable;

/// No workbook with a table of clients is larger.
const LARGEST_FILE: usize = 10 << 20;
/// No text is: it is shown in a field, which browsers lay out letter for letter. The most cells that are read take less.
const LARGEST_TEXT: usize = 4 << 20;

/// How a table becomes a step of the history.
pub type Read = Callback<Offered, Result<Reading<Command>, NoText>>;

/// A kind of table: how it is read, and what of it the engagement holds.
#[derive(Clone, Copy)]
pub struct TableKind {
    /// The kind.
    pub kind: Kind,
    /// Reads one.
    pub read: Read,
    /// The table as it was taken; empty for none.
    pub stored: Signal<String>,
    /// The same as rows and cells.
    pub rows: Signal<Vec<Vec<Cell>>>,
}

/// The box with its buttons and errors.
#[component]
pub fn PasteBox(
    /// What tells it from other boxes of the page.
    id: &'static str,
    /// The label.
    label: &'static str,
    /// What belongs into it.
    #[prop(into)]
    hint: Signal<String>,
    /// Rows as they belong into it, seen while it is empty.
    sample: &'static str,
    /// What is being pasted.
    draft: PastedTable,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
    /// The same for a file that was dropped; tells why.
    refuses: Callback<(), bool>,
    /// The kind of table.
    table: TableKind,
    /// Removes what was taken.
    remove: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let (w, pw) = (session.w(), PastingWords::of(session.lang()));
    let view = Alive::here();
    let stored = table.stored;
    let typed = move || draft.typed(&stored.get());
    let text = move || {
        let in_use = || typed().map_or_else(|| stored.get(), |(text, _)| text);
        draft.text.get().unwrap_or_else(in_use)
    };
    let read = move || {
        let source = Source::Text(untrack(text).into());
        // The text of the table in use is read as it was.
        let choices = untrack(typed).filter(|_| !draft.text.with_untracked(Option::is_some));
        draft.read(table, Offered::chosen(source, choices.map(|(_, choices)| choices).unwrap_or_default()), true);
    };
    // The button that was pressed goes: to the first question, to what uses the table, or to what reads one again.
    let go_on = move || {
        view.after_update(move || {
            let asked = || {
                element::find(&format!("[id=\"{id}-understood\"] .asked input:checked"))
                    .filter(|_| untrack(|| draft.waits()))
            };
            let button = |name: &str| element::by_id(&format!("{id}-{name}"));
            if let Some(next) = asked().or_else(|| button("use")).or_else(|| button("take")) {
                element::focus(&next);
            }
        });
    };
    let take = move |files: Vec<File>| {
        let Some(picked) = files.into_iter().next() else { return };
        spawn_local(async move {
            let name = picked.name();
            let source = match file::bytes_of(&picked, LARGEST_FILE).await {
                Ok(bytes) if bytes.len() > LARGEST_TEXT && !is_workbook(&name, &bytes) => {
                    Err((w.file_too_large)(&name))
                }
                Ok(bytes) => sheets::source(session, name, bytes, Some(table.kind)).await,
                Err(error) => Err(error.text(w, &name)),
            };
            match source {
                // Whoever asked may have gone elsewhere.
                _ if !view.is() => (),
                Ok(source) => draft.offer(table, source),
                Err(why) => session.notify(why),
            }
        });
    };

    session.dropping.take(move |files| {
        if !refuses.run(()) {
            take(files);
        }
    });
    let clear = move || {
        // The table in use stays where another one was being typed: each has its own way back.
        if !draft.clear() && untrack(|| stored.with(|stored| !stored.is_empty())) {
            remove.run(());
        }
        // The button goes with the last of them.
        if let Some(area) = element::by_id(id) {
            element::focus(&area);
        }
    };
    // Whoever comes back finds what was asked and answered.
    let choices = draft.choices();
    if choices != Choices::default() && draft.offered.with_untracked(Option::is_none) {
        let waiting = Source::Text(untrack(text).into());
        view.after_update(move || draft.read(table, Offered::chosen(waiting, choices), false));
    }
    let save = move || {
        let name = w.file_name(label, "csv");
        let text = export::sheet(session.lang(), &table.rows.get_untracked());
        notify_handed(session, file::download(&name, "text/csv", &text));
    };
    let take_text = move || {
        read();
        go_on();
    };
    let (take_text, save, clear) =
        (Callback::new(move |()| take_text()), Callback::new(move |()| save()), Callback::new(move |()| clear()));
    let at = AtTable { id, session, read_only, draft, stored, take: take_text, save, clear };
    session.offers.add(move || TableVerb::offers(PastingWords::of(session.lang()), at));
    let keys = move |event: ev::KeyboardEvent| {
        if verb_of::<TableVerb>(&event) == Some(TableVerb::Take) {
            event.prevent_default();
            // The keyboard stays in the box.
            read();
        }
    };
    let hint_id = format!("{id}-hint");
    let wrong_id = format!("{id}-understood");
    let seen = Memo::new(move |_| draft.shown(table));
    let is_wrong = move || seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.value.is_none()));
    view! {
        <div class="paste">
            <label class="paste-label" for=id>{label}</label>
            <p class="input-note" id=hint_id.clone()>{live(move || hint.get())}</p>
            <textarea
                data-draft="field"
                class="field paste-text"
                class:in-use=live(move || at.is_in_use() && draft.text.with(Option::is_none))
                id=id
                placeholder=sample
                rows="6"
                wrap="off"
                spellcheck="false"
                autocomplete="off"
                aria-describedby=format!("{hint_id} {wrong_id}")
                aria-invalid=live(move || is_wrong().to_string())
                readonly=live(move || read_only.get())
                style:tab-size=live(move || tab_size(&text()).to_string())
                prop:value=live(text)
                on:input=on(move |event: ev::Event| draft.set(Some(event_target_value(&event))))
                on:keydown=on(keys)
            ></textarea>
            {live(move || {
                let why = draft.refused.get()?;
                Some(stands_in_the_way(pw.table_refused, vec![why], pw.more_errors))
            })}
            <Understood id seen choose=Callback::new(move |choice| draft.choose(table, choice)) />
            {shown(
                move || draft.waits(),
                move || {
                    view! {
                        <div class="paste-actions">
                            <button
                                class="button primary small"
                                id=format!("{id}-use")
                                disabled=live(move || read_only.get())
                                on:click=on(move |_| {
                                    draft.use_it(table);
                                    go_on();
                                })
                            >
                                {pw.use_as_shown}
                            </button>
                        </div>
                    }
                },
            )}
            <div class="paste-actions">
                // What waits has a button of its own: two that use the table would be one too many.
                {shown(
                    move || !draft.waits(),
                    move || {
                        view! {
                            <button
                                class="button small"
                                id=format!("{id}-take")
                                disabled=live(move || read_only.get())
                                on:click=on(move |_| TableVerb::Take.act(at))
                            >
                                {TableVerb::Take.label(pw)}
                            </button>
                        }
                    },
                )}
                <button
                    class="button small"
                    disabled=live(move || read_only.get())
                    on:click=on(move |_| TableVerb::Import.act(at))
                >
                    {verb_icon(TableVerb::Import)}
                    {TableVerb::Import.label(pw)}
                </button>
                {shown(
                    move || session.hands_out() && at.is_in_use(),
                    move || {
                        view! {
                            <button class="button small" on:click=on(move |_| TableVerb::Download.act(at))>
                                {verb_icon(TableVerb::Download)}
                                {TableVerb::Download.label(pw)}
                            </button>
                        }
                    },
                )}
                {shown(
                    move || at.is_filled(),
                    move || {
                        view! {
                            <button
                                class="button quiet small"
                                disabled=live(move || read_only.get())
                                on:click=on(move |_| TableVerb::Remove.act(at))
                            >
                                {TableVerb::Remove.label(pw)}
                            </button>
                        }
                    },
                )}
            </div>
            <FileInput id=format!("{id}-file") accept=TABLES take=Callback::new(take) />
        </div>
    }
}

/// How many spaces a tab is, so that the columns of a table stand below each other: as wide as its longest cell. A letter is up to
/// three spaces wide; whoever has a cell of many words reads on without them.
fn tab_size(text: &str) -> usize {
    let lines = text.lines().take(200).flat_map(|line| line.split('\t'));
    let longest = lines.map(|cell| cell.chars().count()).filter(|length| *length <= 32).max().unwrap_or(0);
    (longest * 5 / 2 + 4).max(20)
}
