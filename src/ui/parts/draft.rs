//! A field for words that belong to nothing yet: a name before there is what it names. They wait for whoever comes back.

use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

use super::{live, on};
use crate::ui::alive::Alive;
use crate::ui::browser::element;
use crate::ui::desk::Desk;
use crate::ui::session::Session;

/// What is typed into such a field. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct FieldDraft {
    session: Session,
    desk: Desk,
    field: StoredValue<String>,
    text: RwSignal<String>,
}

impl FieldDraft {
    /// The draft for `field` of the engagement on `desk`, as it was left.
    pub fn new(session: Session, desk: Desk, field: String) -> Self {
        let text = RwSignal::new(session.draft(&desk.id(), &field));
        let draft = FieldDraft { session, desk, text, field: StoredValue::new(field) };
        let now = move || draft.field.with_value(|field| session.draft_now(&desk.id(), field));
        session.on_draft_elsewhere(move || text.set(now()));
        draft
    }

    /// The engagement.
    pub fn desk(self) -> Desk {
        self.desk
    }

    /// What is typed; wakes at every letter.
    pub fn get(self) -> String {
        self.text.get()
    }

    /// What is typed.
    pub fn text(self) -> String {
        self.text.get_untracked()
    }

    /// Puts another text there.
    pub fn set(self, text: String) {
        self.field.with_value(|field| self.session.keep_draft(&self.desk.id(), field, &text));
        self.text.set(text);
    }

    /// What is typed was used.
    pub fn clear(self) {
        self.set(String::new());
    }
}

/// The field, without a label.
#[component]
pub fn DraftInput(
    /// What is typed.
    draft: FieldDraft,
    /// What stands there while nothing is typed.
    #[prop(into)]
    placeholder: String,
    /// Classes beside that of a field.
    #[prop(optional)]
    class: &'static str,
    /// Its id.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What is spoken, where no label names it.
    #[prop(optional)]
    name: Option<&'static str>,
    /// The id of the list of known words.
    #[prop(optional)]
    list: Option<&'static str>,
    /// Keys.
    #[prop(optional)]
    keys: Option<Callback<ev::KeyboardEvent>>,
) -> impl IntoView {
    // What waits there whenever somebody comes is there to be gone on with, and out of the way of another text.
    let (view, is_entered) = (Alive::here(), StoredValue::new(false));
    let enter = move |event: ev::FocusEvent| {
        if !is_entered.get_value() {
            is_entered.set_value(true);
            let input = event_target::<HtmlInputElement>(&event);
            // What waits is there once its view has followed.
            view.after_update(move || input.select());
        }
    };
    view! {
        <input
            data-draft="field"
            on:focus=on(enter)
            on:blur=on(move |event: ev::FocusEvent| {
                if element::was_left(&event) {
                    is_entered.set_value(false);
                }
            })
            type="text"
            id=id
            class=format!("field {class}")
            maxlength="200"
            autocomplete="off"
            aria-label=name
            list=list
            placeholder=placeholder
            prop:value=live(move || draft.get())
            on:input=on(move |event: ev::Event| draft.set(event_target_value(&event)))
            on:keydown=on(move |event: ev::KeyboardEvent| {
                if let Some(keys) = keys {
                    keys.run(event);
                }
            })
        />
    }
}
