//! A number that is typed.

use leptos::{ev, html, prelude::*};

use super::{FieldDraft, live, on};
use crate::edit::overruled::Overruled;
use crate::ui::browser::typing::is_of_input_method;
use crate::ui::desk::Desk;

/// What was typed: the number, or why it cannot be taken and what can.
pub type Typed = Callback<String, Result<f64, String>>;

/// What a number field stands for.
#[derive(Clone, Copy)]
pub struct Number {
    /// The engagement, whose undo shows the number that holds.
    pub desk: Desk,
    /// The number as it is written.
    pub text: Signal<String>,
    /// Reads what was typed.
    pub typed: Typed,
    /// Typing begins: what the number was is what a text that cannot be read stands for.
    pub begin: Callback<()>,
    /// Takes a number, with every letter.
    pub set: Callback<f64>,
    /// The text cannot be read, or is given up: the number is what it was.
    pub restore: Callback<()>,
    /// The field is left: the step of the history ends.
    pub settle: Callback<()>,
    /// What is said once the field was left empty, where that was taken.
    pub emptied: Option<Callback<(), Option<String>>>,
    /// Where a text waits that cannot be taken, for whoever comes back to it.
    pub kept: Option<FieldDraft>,
}

/// The typing into one field.
#[derive(Clone, Copy)]
pub struct Typing {
    number: Number,
    /// What stands in the field while it is typed into, or when it could not be read.
    draft: RwSignal<Option<String>>,
    wrong: RwSignal<Option<String>>,
    /// How the number was written after the last letter.
    written: StoredValue<String>,
}

/// Parts a text that waits from the number that it was refused for.
const OF: char = '\n';

impl Typing {
    /// Nothing typed yet.
    pub fn new(number: Number) -> Self {
        // What was refused for a number that has changed since is not wanted any more.
        let now = number.text.get_untracked();
        let waiting = number.kept.and_then(|kept| {
            let (of, text) = kept.text().split_once(OF).map(|(of, text)| (of.to_owned(), text.to_owned()))?;
            Some(text).filter(|_| of == now)
        });
        let why = waiting.clone().and_then(|text| number.typed.run(text).err());
        let (draft, wrong) = (RwSignal::new(waiting.filter(|_| why.is_some())), RwSignal::new(why));
        let typing = Typing { number, draft, wrong, written: StoredValue::new(now) };
        // A text that waited goes on being typed: what the number is now is what it stands for.
        if draft.with_untracked(Option::is_some) {
            number.begin.run(());
        }
        // Whoever else changes the number changes what stands in the field. A text that waits to be corrected outlasts what is said in
        // other fields, but not undo, redo, nor another tab's number: what holds is shown then.
        Effect::new(move |before: Option<Overruled>| {
            let (is_other, now) = (number.text.get() != typing.written.get_value(), number.desk.overruled());
            let before = before.unwrap_or(now);
            let is_overruled = now.by_history != before.by_history || (is_other && now.by_tabs != before.by_tabs);
            if is_other {
                typing.note();
            }
            if is_overruled || (is_other && !untrack(|| typing.is_refused())) {
                typing.forget();
            }
            now
        });
        Effect::new(move |ran: Option<()>| {
            number.desk.track_seal();
            if ran.is_some() {
                untrack(|| typing.try_again());
            }
        });
        typing
    }

    /// What was refused beside another number may be taken once that one has changed: whoever fills in a range from the left, say.
    fn try_again(self) {
        let waits = self.draft.get().filter(|text| self.wrong.with(Option::is_some) && !text.trim().is_empty());
        let Some(text) = waits else { return };
        self.number.begin.run(());
        match self.number.typed.run(text) {
            Ok(number) => {
                self.number.set.run(number);
                self.note();
                self.forget();
                self.number.desk.seal();
            }
            Err(why) => {
                if self.wrong.with(|known| known.as_ref() != Some(&why)) {
                    self.wrong.set(Some(why));
                }
            }
        }
    }

    /// What was typed was taken, or is given up.
    fn forget(self) {
        self.draft.set(None);
        self.wrong.set(None);
        if let Some(kept) = self.number.kept {
            kept.clear();
        }
    }

    /// Whether what stands in the field cannot be taken: what is said of the number is not said of that.
    pub fn is_refused(self) -> bool {
        self.draft.get().is_some_and(|text| self.number.typed.run(text).is_err())
    }

    fn note(self) {
        self.written.set_value(self.number.text.get_untracked());
    }

    /// Why the text cannot be taken, once the field was left; or what became of an empty one.
    pub fn wrong(self) -> Option<String> {
        self.wrong.get()
    }

    fn type_in(self, text: String) {
        if self.draft.with_untracked(Option::is_none) {
            self.number.begin.run(());
        }
        let read = self.number.typed.run(text.clone());
        self.draft.set(Some(text.clone()));
        self.wrong.set(None);
        let waits = match read {
            Ok(number) => {
                self.number.set.run(number);
                None
            }
            Err(_) => {
                self.number.restore.run(());
                Some(text).filter(|text| !text.trim().is_empty())
            }
        };
        self.note();
        if let Some(kept) = self.number.kept {
            kept.set(waits.map(|text| self.written.with_value(|of| format!("{of}{OF}{text}"))).unwrap_or_default());
        }
    }

    /// The field is left. A text that cannot be read stays to be corrected; in place of nothing the number stands again, and that is
    /// said until the field is left once more.
    fn leave(self) {
        let Some(text) = self.draft.get_untracked() else { return self.wrong.set(None) };
        let is_blank = text.trim().is_empty();
        let told = match self.number.typed.run(text) {
            Err(allowed) => Some(allowed),
            Ok(_) => self.number.emptied.filter(|_| is_blank).and_then(|emptied| untrack(|| emptied.run(()))),
        };
        if is_blank || told.is_none() {
            self.forget();
        }
        self.wrong.set(told);
        self.number.settle.run(());
    }

    /// Whether what stands in the field was left and cannot be taken.
    fn is_wrong(self) -> bool {
        self.wrong.with(Option::is_some) && self.draft.with(Option::is_some)
    }

    /// The number may not be changed any more: it stands there, and no text that could not be taken.
    fn hide(self) {
        self.draft.set(None);
        self.wrong.set(None);
    }

    /// Says whether there was something to give up.
    fn give_up(self) -> bool {
        let is_typed = self.draft.with_untracked(Option::is_some);
        if is_typed {
            self.number.restore.run(());
            self.note();
            self.forget();
            self.number.settle.run(());
        }
        is_typed
    }
}

/// The field itself. Every letter counts at once; Enter or leaving ends the step, Esc gives the old number back.
#[component]
pub fn NumberInput(
    /// What is typed.
    typing: Typing,
    /// Classes beside that of a field.
    class: &'static str,
    /// What is spoken, where no label names it.
    #[prop(optional)]
    name: Option<String>,
    /// The ids of what describes it.
    #[prop(optional, into)]
    described_by: MaybeProp<String>,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
    /// Whether something else is wrong with the number.
    #[prop(optional, into)]
    is_flawed: Signal<bool>,
    /// Other keys.
    #[prop(optional)]
    keys: Option<Callback<ev::KeyboardEvent>>,
    /// Where Enter leads once the number is taken: on, or back with Shift.
    #[prop(optional)]
    entered: Option<Callback<ev::KeyboardEvent>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let number = typing.number;
    Effect::new(move |_| {
        if read_only.get() {
            typing.hide();
        }
    });
    let shown = move || typing.draft.get().unwrap_or_else(|| number.text.get());
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        _ if is_of_input_method(&event) => (),
        "Enter" => {
            typing.leave();
            if untrack(|| typing.is_refused()) {
                // What is typed next is another try.
                if let Some(field) = node.get_untracked() {
                    field.select();
                }
            } else if let Some(entered) = entered {
                entered.run(event);
            }
        }
        // Esc gives the text up first, and closes a dialog the next time.
        "Escape" => {
            if typing.give_up() {
                event.prevent_default();
            }
        }
        _ => {
            if let Some(keys) = keys {
                keys.run(event);
            }
        }
    };
    view! {
        <input
            node_ref=node
            class=format!("field {class}")
            type="text"
            inputmode="decimal"
            autocomplete="off"
            aria-label=name
            aria-describedby=live(move || described_by.get())
            readonly=live(move || read_only.get())
            aria-invalid=live(move || (typing.is_wrong() || is_flawed.get()).to_string())
            prop:value=live(shown)
            on:keydown=on(key)
            on:input=on(move |event: ev::Event| typing.type_in(event_target_value(&event)))
            on:blur=on(move |_| typing.leave())
        />
    }
}
