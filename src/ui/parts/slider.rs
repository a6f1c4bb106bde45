//! A figure that is found by sliding and typed exactly.

use leptos::{ev, html, prelude::*};

use super::number::{Number, NumberInput, Typed, Typing};
use super::steps::steps;
use super::{FieldDraft, live, on};
use crate::charts::Format;
use crate::i18n::charts::ChartWords;
use crate::ui::session::use_session;

/// Where another scenario stands.
#[derive(Clone, Debug, PartialEq)]
pub struct SliderMark {
    /// Its figure.
    pub value: f64,
    /// What is said of it: "A 3.4%".
    pub text: String,
}

/// A slider and an exact field. Arrows move by a step, with Shift by ten; the field takes what the slider cannot reach.
#[component]
pub fn Slider(
    /// What tells it from the other inputs of the page.
    id: &'static str,
    /// The visible label.
    #[prop(into)]
    label: String,
    /// The figure.
    #[prop(into)]
    value: Signal<f64>,
    /// Takes a new figure that is typed.
    set: Callback<f64>,
    /// Takes a new figure that is slid to.
    slide: Callback<f64>,
    /// The hand was taken off: the step of the history ends.
    settle: Callback<()>,
    /// The ends of the slider.
    #[prop(into)]
    bounds: Signal<(f64, f64)>,
    /// One step.
    #[prop(into)]
    step: Signal<f64>,
    /// Writes a figure with its unit.
    format: Format,
    /// Reads what was typed.
    typed: Typed,
    /// The scenario that it is compared with.
    #[prop(into)]
    mark: Signal<Option<SliderMark>>,
    /// What stands below at the left. May be empty.
    #[prop(into)]
    hint: Signal<String>,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
    /// Where a text waits that cannot be taken.
    kept: FieldDraft,
) -> impl IntoView {
    let w = ChartWords::of(use_session().lang());
    let (shown_value, spoken) = (format.clone(), format);
    let text = Memo::new(move |_| shown_value(value.get()));
    let share = move |of: f64| {
        let (low, high) = bounds.get();
        if high > low { ((of - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 }
    };
    let put = move |to: f64| {
        let (low, high) = bounds.get_untracked();
        let to = to.min(high).max(low);
        if to != value.get_untracked() {
            slide.run(to);
        }
    };
    // From the step nearest to where it is, so that a typed figure does not carry its remainder along.
    let by = move |steps: f64| {
        let (step, low) = (step.get_untracked(), bounds.get_untracked().0);
        let now = ((value.get_untracked() - low) / step).round();
        put(low + (now + steps) * step);
    };
    let key = move |event: ev::KeyboardEvent, arrows: &[(&str, f64)]| {
        // A field that is only read hears its keys all the same.
        if let Some(steps) = steps(&event, arrows).filter(|_| !read_only.get_untracked()) {
            event.prevent_default();
            by(steps);
        }
    };
    let slider_key = move |event: ev::KeyboardEvent| {
        key(event, &[("ArrowRight", 1.0), ("ArrowUp", 1.0), ("ArrowLeft", -1.0), ("ArrowDown", -1.0)]);
    };
    // What a text that cannot be read stands for.
    let before = StoredValue::new(0.0);
    let typing = Typing::new(Number {
        desk: kept.desk(),
        text: text.into(),
        typed,
        begin: Callback::new(move |()| before.set_value(value.get_untracked())),
        set: Callback::new(move |figure: f64| {
            if figure != value.get_untracked() {
                set.run(figure);
            }
        }),
        restore: Callback::new(move |()| {
            if before.get_value() != value.get_untracked() {
                set.run(before.get_value());
            }
        }),
        settle,
        emptied: None,
        kept: Some(kept),
    });
    let field_key = Callback::new(move |event| key(event, &[("ArrowUp", 1.0), ("ArrowDown", -1.0)]));
    let (error_id, hint_id) = (format!("{id}-wrong"), format!("{id}-hint"));
    // A browser holds the thumb inside the ends that it knows: with new ends it is put anew.
    let range = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let ((low, high), value) = (bounds.get(), value.get());
        if let Some(range) = range.get() {
            range.set_min(&low.to_string());
            range.set_max(&high.to_string());
            range.set_value(&value.to_string());
        }
    });
    view! {
        <div class="slider">
            <div class="slider-line">
                <label class="slider-label" for=id>{label.clone()}</label>
                <NumberInput
                    typing
                    class="slider-field"
                    name=(w.exact_value)(&label)
                    described_by=format!("{hint_id} {error_id}")
                    read_only
                    keys=field_key
                />
            </div>
            <div class="slider-track" style:--share=live(move || share(value.get()).to_string())>
                {live(move || {
                    mark.get()
                        .map(|mark| {
                            view! { <span class="slider-mark" style:--at=share(mark.value).to_string()></span> }.into_any()
                        })
                })}
                <input
                    node_ref=range
                    class="slider-range"
                    type="range"
                    id=id
                    step="any"
                    disabled=live(move || read_only.get())
                    aria-valuetext=live(move || spoken(value.get()))
                    aria-describedby=hint_id.clone()
                    on:input=on(move |event: ev::Event| {
                        if let Ok(to) = event_target_value(&event).parse::<f64>() {
                            let (step, low) = (step.get_untracked(), bounds.get_untracked().0);
                            put(low + ((to - low) / step).round() * step);
                        }
                    })
                    on:change=on(move |_| settle.run(()))
                    on:keydown=on(slider_key)
                    on:blur=on(move |_| settle.run(()))
                />
            </div>
            <div class="slider-line slider-below">
                <span id=hint_id>{live(move || hint.get())}</span>
                <span>{live(move || mark.get().map(|mark| mark.text))}</span>
            </div>
            <p class="slider-wrong" id=error_id role="alert">{live(move || typing.wrong())}</p>
        </div>
    }
}
