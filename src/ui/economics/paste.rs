//! A table that is pasted or imported: read, shown as it was understood, and taken whole. What is certain is taken at once; where
//! something is asked or lost, nothing changes before somebody has looked. What cannot be taken stays in the box.

use std::sync::Arc;

use leptos::task::spawn_local;
use leptos::{ev, html, prelude::*};

use crate::edit::{Command, Refusal};
use crate::storage::stamp::Digest;
use crate::tables::bytes::NoText;
use crate::tables::choice::{Choice, Choices};
use crate::tables::export::{self, Cell};
use crate::tables::fault::Kind;
use crate::tables::reading::Reading;
use crate::ui::alive::Alive;
use crate::ui::browser::{element, file};
use crate::ui::desk::{Desk, Outcome};
use crate::ui::offered::{Offered, Source};
use crate::ui::parts::{Icon, Seen, Sign, Understood, live, on, shown, stands_in_the_way};
use crate::ui::session::{Session, use_session};
use crate::ui::sheets;

/// No table of clients is larger.
const LARGEST_FILE: usize = 10 << 20;

/// How a table becomes a step of the history.
pub type Read = Callback<Offered, Result<Reading<Command>, NoText>>;

/// What is being pasted, until it is taken. It waits for whoever comes back.
#[derive(Clone, Copy)]
pub struct Draft {
    session: Session,
    desk: Desk,
    field: StoredValue<String>,
    text: RwSignal<Option<String>>,
    /// What was read last, and how it was understood.
    offered: RwSignal<Option<Offered>>,
    seen: RwSignal<Option<Seen>>,
    /// Whether it was taken, and the state of the engagement that it led to.
    taken: RwSignal<Option<String>>,
    /// Why a file gave no text.
    refused: RwSignal<Option<String>>,
    /// The texts of the tables used last, as they were typed, the latest first: undo may bring any of them back.
    typed: RwSignal<Vec<Typed>>,
}

/// A text as somebody typed it, what was chosen about it, and the digest of the table that it became: as long as that is in use,
/// the box shows the text and not our own way to write it.
type Typed = (String, Choices, Digest);

/// So many texts are remembered.
const MOST_TYPED: usize = 4;
/// Longer texts are kept as typed only as long as the page is open: there is little room for drafts.
const LONGEST_KEPT: usize = 100_000;

impl Draft {
    /// The draft for `field` of the engagement on `desk`, as it was left.
    pub fn new(session: Session, desk: Desk, field: String) -> Self {
        let text = Some(session.draft(&desk.id(), &field)).filter(|text| !text.is_empty());
        let typed = session.draft(&desk.id(), &as_typed(&field));
        Draft {
            session,
            desk,
            field: StoredValue::new(field),
            text: RwSignal::new(text),
            offered: RwSignal::new(None),
            seen: RwSignal::new(None),
            taken: RwSignal::new(None),
            refused: RwSignal::new(None),
            typed: RwSignal::new(serde_json::from_str(&typed).unwrap_or_default()),
        }
    }

    /// What was typed of the table that is in use, if it was typed, and what was chosen about it.
    fn typed(self, stored: &str) -> Option<(String, Choices)> {
        let digest = Digest::of(stored);
        let of_it = |all: &Vec<Typed>| all.iter().find(|(.., of)| *of == digest).cloned();
        self.typed.with(of_it).map(|(text, choices, _)| (text, choices))
    }

    /// Keeps the text of the table that is in use now as it was typed.
    fn keep_typed(self, offered: &Offered, stored: &str) {
        let digest = Digest::of(stored);
        let mut all = self.typed.get_untracked();
        all.retain(|(.., of)| *of != digest);
        if let Source::Text(text) = &offered.source {
            all.insert(0, (text.to_string(), offered.choices().clone(), digest));
        }
        all.truncate(MOST_TYPED);
        let short = all.iter().map(|(text, ..)| text.len()).sum::<usize>() <= LONGEST_KEPT;
        let kept = Some(&all).filter(|_| short).and_then(|all| serde_json::to_string(all).ok()).unwrap_or_default();
        self.field.with_value(|field| self.session.keep_draft(&self.desk.id(), &as_typed(field), &kept));
        self.typed.set(all);
    }

    /// What was chosen about the text that waits.
    fn choices(self) -> Choices {
        Choices::read(&self.field.with_value(|field| self.session.draft(&self.desk.id(), &answers(field))))
    }

    /// Whether a text stands in the box that is not the table in use.
    pub fn is_unused(self) -> bool {
        self.text.with(Option::is_some)
    }

    /// Another text is in the box, about which nothing is known.
    fn set(self, text: Option<String>) {
        let typed = text.as_deref().unwrap_or_default();
        self.field.with_value(|field| {
            self.session.keep_draft(&self.desk.id(), field, typed);
            self.session.keep_draft(&self.desk.id(), &answers(field), "");
        });
        self.text.set(text);
        self.offered.set(None);
        self.seen.set(None);
        self.taken.set(None);
        self.refused.set(None);
    }

    /// Reads a table, and takes it when nobody need be asked.
    pub fn offer(self, table: Table, source: Source) {
        self.read(table, Offered::new(source), true);
    }

    fn read(self, table: Table, offered: Offered, at_once: bool) {
        let reading = match table.read.run(offered.clone()) {
            Ok(reading) => reading,
            Err(why) => {
                self.set(None);
                self.refused.set(Some((self.session.lang().tables().no_text)(offered.name(), why)));
                return;
            }
        };
        if at_once && reading.is_certain() {
            self.take(table, offered, reading);
        } else {
            self.set(offered.text().ok());
            self.field.with_value(|field| {
                self.session.keep_draft(&self.desk.id(), &answers(field), &offered.choices().write());
            });
            self.offered.set(Some(offered));
            self.seen.set(Some(Arc::new(reading.map(|_| ()))));
        }
    }

    /// Takes what is shown, as it is shown.
    fn use_it(self, table: Table) {
        if let Some(offered) = self.offered.get_untracked()
            && let Ok(reading) = table.read.run(offered.clone())
        {
            self.take(table, offered, reading);
        }
    }

    fn take(self, table: Table, offered: Offered, reading: Reading<Command>) {
        let Reading { value: Some(command), notes, questions, faults } = reading else { return };
        let desk = self.desk;
        desk.seal();
        match desk.dispatch(command) {
            Outcome::Refused(Refusal::NothingToDo) => (),
            Outcome::Refused(_) => return,
            Outcome::Done(_) => {
                desk.seal();
                desk.tell_done(self.session.w().table_used, move || _ = desk.undo());
            }
        }
        let stored = untrack(|| table.stored.get());
        self.keep_typed(&offered, &stored);
        self.set(None);
        self.offered.set(Some(offered));
        self.seen.set(Some(Arc::new(Reading { value: Some(()), notes, questions, faults })));
        self.taken.set(Some(stored));
    }

    /// Reads what was read last in another way. What was taken is taken anew; what was not waits for the person.
    fn choose(self, table: Table, choice: Choice) {
        let at_once = self.taken.with_untracked(Option::is_some);
        if let Some(offered) = self.offered.get_untracked() {
            self.read(table, offered.with(choice), at_once);
        }
    }

    /// What is shown of the last reading: nothing once the table is another one than was taken.
    fn shown(self, table: Table) -> Option<Seen> {
        let is_now = self.taken.with(|taken| taken.as_ref().is_none_or(|taken| *taken == table.stored.get()));
        self.seen.get().filter(|_| is_now)
    }

    /// Whether something is shown that waits to be taken.
    fn waits(self) -> bool {
        self.taken.with(Option::is_none)
            && self.seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.value.is_some()))
    }
}

/// Under which name the text of the table in use waits, as it was typed.
fn as_typed(field: &str) -> String {
    format!("{field}/typed")
}

/// Under which name the answers wait that were given about the text of a field.
fn answers(field: &str) -> String {
    format!("{field}/answers")
}

/// A kind of table: how it is read, and what of it the engagement holds.
#[derive(Clone, Copy)]
pub struct Table {
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
    /// What is being pasted.
    draft: Draft,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
    /// The kind of table.
    table: Table,
    /// Removes what was taken.
    remove: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let picker = NodeRef::<html::Input>::new();
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
    let import = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let picked = file::files(input.files()).into_iter().next();
        input.set_value("");
        let Some(picked) = picked else { return };
        spawn_local(async move {
            let name = picked.name();
            let source = match file::bytes_of(&picked, LARGEST_FILE).await {
                Ok(bytes) => sheets::source(session, name, bytes, Some(table.kind)).await,
                Err(error) => Err(error.text(w, &name)),
            };
            match source {
                // Whoever asked may have gone elsewhere.
                _ if !view.is() => (),
                Ok(source) => draft.offer(table, source),
                Err(why) => session.tell(why),
            }
        });
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            read();
        }
    };
    let clear = move || {
        draft.set(None);
        if untrack(|| stored.with(|stored| !stored.is_empty())) {
            remove.run(());
        }
        // The button goes with the table.
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
    let save = move |_| {
        let name = w.file_name(label, "csv");
        let text = export::sheet(session.lang(), &table.rows.get_untracked());
        if file::download(&name, "text/csv", &text).is_err() {
            session.tell(w.download_failed);
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
                id=id
                rows="6"
                wrap="off"
                spellcheck="false"
                autocomplete="off"
                aria-describedby=format!("{hint_id} {wrong_id}")
                aria-invalid=live(move || is_wrong().to_string())
                readonly=live(move || read_only.get())
                prop:value=live(text)
                on:input=on(move |event: ev::Event| draft.set(Some(event_target_value(&event))))
                on:keydown=on(keys)
            ></textarea>
            {live(move || {
                let why = draft.refused.get()?;
                Some(stands_in_the_way(w.table_refused, vec![why], w.more_errors))
            })}
            <Understood id seen choose=Callback::new(move |choice| draft.choose(table, choice)) />
            {shown(
                move || draft.waits(),
                move || {
                    view! {
                        <div class="paste-actions">
                            <button
                                class="button primary small"
                                disabled=live(move || read_only.get())
                                on:click=on(move |_| draft.use_it(table))
                            >
                                {w.use_as_shown}
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
                            <button class="button small" disabled=live(move || read_only.get()) on:click=on(move |_| read())>
                                {w.take_table}
                            </button>
                        }
                    },
                )}
                <button
                    class="button small"
                    disabled=live(move || read_only.get())
                    on:click=on(move |_| {
                        if let Some(input) = picker.get_untracked() {
                            input.click();
                        }
                    })
                >
                    <Icon sign=Sign::Upload />
                    {w.import_table}
                </button>
                {shown(
                    move || stored.with(|stored| !stored.is_empty()),
                    move || {
                        view! {
                            <button class="button small" on:click=on(save)>
                                <Icon sign=Sign::Download />
                                {w.download_table}
                            </button>
                        }
                    },
                )}
                {shown(
                    move || draft.text.with(Option::is_some) || stored.with(|stored| !stored.is_empty()),
                    move || {
                        view! {
                            <button
                                class="button quiet small"
                                disabled=live(move || read_only.get())
                                on:click=on(move |_| clear())
                            >
                                {w.remove_table}
                            </button>
                        }
                    },
                )}
            </div>
            <input
                type="file"
                hidden
                accept=".csv,.tsv,.txt,.md,.xlsx,text/csv,text/plain"
                aria-label=w.import_table
                id=format!("{id}-file")
                node_ref=picker
                on:change=on(import)
            />
        </div>
    }
}
