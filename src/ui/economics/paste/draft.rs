//! What is being pasted, and the texts of what was taken as they were typed.

use std::sync::Arc;

use leptos::prelude::*;

use super::TableKind;
use crate::edit::{Command, Refusal};
use crate::i18n::pasting::PastingWords;
use crate::i18n::tables::TableWords;
use crate::storage::stamp::Digest;
use crate::tables::choice::{Choice, Choices};
use crate::tables::reading::Reading;
use crate::ui::desk::{Desk, Outcome};
use crate::ui::offered::{Offered, Source, unused};
use crate::ui::parts::Seen;
use crate::ui::session::Session;

/// What is being pasted, until it is taken. It waits for whoever comes back.
#[derive(Clone, Copy)]
pub struct PastedTable {
    session: Session,
    desk: Desk,
    field: StoredValue<String>,
    pub(super) text: RwSignal<Option<String>>,
    /// What was read last, and how it was understood.
    pub(super) offered: RwSignal<Option<Offered>>,
    seen: RwSignal<Option<Seen>>,
    /// Whether it was taken, and the state of the engagement that it led to.
    taken: RwSignal<Option<String>>,
    /// Why a file gave no text.
    pub(super) refused: RwSignal<Option<String>>,
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

impl PastedTable {
    /// The draft for `field` of the engagement on `desk`, as it was left.
    pub fn new(session: Session, desk: Desk, field: String) -> Self {
        let text = Some(session.draft(&desk.id(), &field)).filter(|text| !text.is_empty());
        let typed = session.draft(&desk.id(), &as_typed(&field));
        let draft = PastedTable {
            session,
            desk,
            field: StoredValue::new(field),
            text: RwSignal::new(text),
            offered: RwSignal::new(None),
            seen: RwSignal::new(None),
            taken: RwSignal::new(None),
            refused: RwSignal::new(None),
            typed: RwSignal::new(serde_json::from_str(&typed).unwrap_or_default()),
        };
        session.on_draft_elsewhere(move || draft.follow());
        draft
    }

    /// Another tab used what waited here too, or changed it.
    fn follow(self) {
        let waits = self.field.with_value(|field| self.session.draft_now(&self.desk.id(), field));
        if self.text.with_untracked(|text| text.as_deref().unwrap_or_default() != waits) {
            self.show(Some(waits).filter(|text| !text.is_empty()));
        }
    }

    /// Shows a text about which nothing is known.
    fn show(self, text: Option<String>) {
        self.text.set(text);
        self.offered.set(None);
        self.seen.set(None);
        self.taken.set(None);
        self.refused.set(None);
    }

    /// What was typed of the table that is in use, if it was typed, and what was chosen about it.
    pub(super) fn typed(self, stored: &str) -> Option<(String, Choices)> {
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
    pub(super) fn choices(self) -> Choices {
        Choices::read(&self.field.with_value(|field| self.session.draft(&self.desk.id(), &answers(field))))
    }

    /// Whether a text stands in the box that is not the table in use.
    pub fn is_unused(self) -> bool {
        self.text.with(Option::is_some)
    }

    /// Another text is in the box, about which nothing is known.
    pub(super) fn set(self, text: Option<String>) {
        let typed = text.as_deref().unwrap_or_default();
        self.field.with_value(|field| {
            self.session.keep_draft(&self.desk.id(), field, typed);
            self.session.keep_draft(&self.desk.id(), &answers(field), "");
        });
        self.show(text);
    }

    /// Reads a table, and takes it when nobody need be asked.
    pub fn offer(self, table: TableKind, source: Source) {
        self.read(table, Offered::new(source), true);
    }

    pub(super) fn read(self, table: TableKind, offered: Offered, at_once: bool) {
        self.session.end_toast_of(self.words().table_used);
        let reading = match table.read.run(offered.clone()) {
            Ok(reading) => reading,
            // What was typed has nothing to do with a file that cannot be read.
            Err(why) => {
                self.show(self.text.get_untracked());
                self.refused.set(Some((TableWords::of(self.session.lang()).no_text)(offered.name(), why)));
                return;
            }
        };
        if at_once && reading.is_certain() {
            self.take(table, offered, reading);
        } else {
            let before = self.unused(&offered);
            self.set(offered.text().ok());
            self.field.with_value(|field| {
                self.session.keep_draft(&self.desk.id(), &answers(field), &offered.choices().write());
            });
            self.offered.set(Some(offered));
            self.seen.set(Some(Arc::new(reading.map(|_| ()))));
            self.notify_removed(self.words().text_replaced, before);
        }
    }

    /// What was typed and is used nowhere, where another table takes its place.
    fn unused(self, offered: &Offered) -> Option<String> {
        unused(self.text.get_untracked(), &offered.text().unwrap_or_default())
    }

    fn words(self) -> &'static PastingWords {
        PastingWords::of(self.session.lang())
    }

    /// Tells that what was typed is in the box no more, with the way back.
    fn notify_removed(self, said: &'static str, before: Option<String>) {
        if let Some(before) = before {
            self.session.notify_undoable(said, None, move || self.set(Some(before.clone())));
        }
    }

    /// Takes out what is being pasted, and says whether there was anything; it comes back by the undo of what is told.
    pub(super) fn clear(self) -> bool {
        let before = unused(self.text.get_untracked(), "");
        let is_typed = before.is_some();
        self.set(None);
        self.notify_removed(self.words().text_removed, before);
        is_typed
    }

    /// Takes what is shown, as it is shown.
    pub(super) fn use_it(self, table: TableKind) {
        if let Some(offered) = self.offered.get_untracked()
            && let Ok(reading) = table.read.run(offered.clone())
        {
            self.take(table, offered, reading);
        }
    }

    fn take(self, table: TableKind, offered: Offered, reading: Reading<Command>) {
        let Reading { value: Some(command), notes, questions, faults } = reading else { return };
        let (desk, before) = (self.desk, self.unused(&offered));
        desk.seal();
        match desk.dispatch(command) {
            Outcome::Refused(Refusal::NothingToDo) => self.notify_removed(self.words().text_replaced, before),
            Outcome::Refused(_) => return,
            Outcome::Done(_) => {
                desk.seal();
                desk.notify_done(self.words().table_used, move || {
                    desk.undo();
                    if let Some(before) = &before {
                        self.set(Some(before.clone()));
                    }
                });
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
    pub(super) fn choose(self, table: TableKind, choice: Choice) {
        let at_once = self.taken.with_untracked(Option::is_some);
        if let Some(offered) = self.offered.get_untracked() {
            self.read(table, offered.with(choice), at_once);
        }
    }

    /// What is shown of the last reading: nothing once the table is another one than was taken.
    pub(super) fn shown(self, table: TableKind) -> Option<Seen> {
        let is_now = self.taken.with(|taken| taken.as_ref().is_none_or(|taken| *taken == table.stored.get()));
        self.seen.get().filter(|_| is_now)
    }

    /// Whether something is shown that waits to be taken.
    pub(super) fn waits(self) -> bool {
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
