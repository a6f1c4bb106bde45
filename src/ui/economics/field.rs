//! A number of its own line: label, field, and what is wrong with it.

use leptos::prelude::*;

use crate::ui::parts::{Number, NumberInput, Typing, live};

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
) -> impl IntoView {
    let typing = Typing::new(number);
    let said = move || typing.wrong().or_else(|| flaw.get());
    view! {
        <div class="number-field">
            <label class="number-pair">
                <span class="number-label">{label}</span>
                <NumberInput typing class="" read_only is_flawed=Signal::derive(move || flaw.get().is_some()) />
            </label>
            <span class="slider-wrong" role="alert">{live(said)}</span>
        </div>
    }
}
