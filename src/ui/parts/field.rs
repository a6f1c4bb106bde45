//! A field with its label.

use leptos::ev;
use leptos::prelude::*;

use super::{Live, live, on};
use crate::ui::desk::Desk;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A short text.
    Line,
    /// A text that may take two lines.
    Lines,
}

/// A text of the open engagement: every letter is a change at once, and leaving the field ends the step.
#[component]
pub fn TextField(
    /// The engagement.
    desk: Desk,
    /// The visible label.
    label: &'static str,
    /// The class of the line of label and field.
    class: &'static str,
    /// What is typed.
    #[prop(default = FieldKind::Line)]
    kind: FieldKind,
    /// The text as it is.
    value: Live<String>,
    /// Takes what was typed.
    set: Callback<String>,
    /// An example, shown while nothing is typed.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    let read_only = live(move || desk.read_only());
    let input = on(move |event: ev::Event| set.run(event_target_value(&event)));
    let blur = on(move |_| desk.seal());
    let field = match kind {
        FieldKind::Line => {
            view! { <input type="text" class="field" readonly=read_only prop:value=value on:input=input on:blur=blur /> }
                .into_any()
        }
        FieldKind::Lines => {
            // An example invites to type.
            let hint = live(move || Some(hint).filter(|hint| !hint.is_empty() && !desk.read_only()));
            view! {
                <textarea
                    class="field"
                    rows="2"
                    placeholder=hint
                    readonly=read_only
                    prop:value=value
                    on:input=input
                    on:blur=blur
                ></textarea>
            }
            .into_any()
        }
    };
    view! {
        <label class=class>
            <span>{label}</span>
            {field}
        </label>
    }
}
