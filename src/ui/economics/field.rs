//! A number of its own line: label, field, and what is wrong with it.

use leptos::prelude::*;

use crate::ui::parts::{Number, NumberInput, Typing, live};

/// What is said below a field, and read out with it.
#[derive(Clone, Copy)]
pub struct Note {
    /// What tells it from the others of the page.
    pub id: &'static str,
    /// The words; may be none.
    pub text: Signal<Option<&'static str>>,
}

/// A field for a number. What cannot be taken says what can, and stays to be corrected.
#[component]
pub fn NumberField(
    /// The label, which is seen.
    #[prop(into)]
    label: String,
    /// The number.
    number: Number,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
    /// Why the number, as it is, contradicts others.
    #[prop(optional, into)]
    flaw: Signal<Option<String>>,
    /// What is quietly said of the number.
    #[prop(optional_no_strip)]
    note: Option<Note>,
) -> impl IntoView {
    let typing = Typing::new(number);
    let said = move || typing.wrong().or_else(|| flaw.get());
    let described_by = note.map(|note| note.id.to_owned());
    view! {
        <div class="number-field">
            <label class="number-pair">
                <span class="number-label">{label}</span>
                <NumberInput
                    typing
                    class=""
                    described_by=MaybeProp::from(described_by)
                    read_only
                    is_flawed=Signal::derive(move || flaw.get().is_some())
                />
            </label>
            {note.map(|note| view! { <span class="input-note" id=note.id>{live(move || note.text.get())}</span> })}
            <span class="slider-wrong" role="alert">{live(said)}</span>
        </div>
    }
}
