//! A number that is typed exactly.

use leptos::{ev, prelude::*};

use crate::ui::parts::{Typed, live, on};

/// A field for a number. What cannot be taken says what can; the number stays as it was.
#[component]
pub fn NumberField(
    /// The label, which is seen.
    #[prop(into)]
    label: String,
    /// The number as it is written.
    #[prop(into)]
    text: Signal<String>,
    /// Reads what was typed.
    typed: Typed,
    /// Takes the number.
    set: Callback<f64>,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
    /// Why the number, as it is, contradicts others.
    #[prop(optional, into)]
    flaw: Signal<Option<String>>,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<String>);
    let take = move |input: web_sys::HtmlInputElement| {
        if input.value() != text.get_untracked() {
            match typed.run(input.value()) {
                Ok(number) => {
                    wrong.set(None);
                    set.run(number);
                }
                Err(allowed) => wrong.set(Some(allowed)),
            }
        }
        input.set_value(&text.get_untracked());
    };
    // What is wrong was said of what was typed: it is over once the number changes or something else is typed.
    Effect::new(move |_| {
        text.track();
        wrong.set(None);
    });
    let said = move || wrong.get().or_else(|| flaw.get());
    view! {
        <div class="number-field">
            <label class="number-pair">
                <span class="number-label">{label}</span>
                <input
                    class="field"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    readonly=live(move || read_only.get())
                    aria-invalid=live(move || said().is_some().to_string())
                    prop:value=live(move || text.get())
                    on:keydown=on(move |event: ev::KeyboardEvent| {
                        if event.key() == "Enter" {
                            take(event_target(&event));
                        }
                    })
                    on:input=on(move |_: ev::Event| wrong.set(None))
                    on:change=on(move |event: ev::Event| take(event_target(&event)))
                />
            </label>
            <span class="slider-wrong" role="alert">{live(said)}</span>
        </div>
    }
}
