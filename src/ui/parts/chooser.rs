//! A field and the lines that fit what is typed into it: a few letters and Enter choose.

use leptos::{ev, html, prelude::*};

use super::{live, on};
use crate::insight::palette::{self, Label};
use crate::ui::browser::{element, typing};

/// How many lines are shown; more letters bring the others.
const SHOWN: usize = 40;

/// A line that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its words.
    pub label: String,
    /// What it is.
    pub kind: String,
    /// The keys that do the same.
    pub keys: String,
}

/// The field with its lines; it takes the keyboard when it comes.
#[component]
pub fn Chooser(
    /// What the ids of the lines begin with.
    id: &'static str,
    /// The name of the field.
    label: &'static str,
    /// What stands in the field while nothing is typed.
    hint: &'static str,
    /// What is said where nothing fits.
    nothing: &'static str,
    /// The lines.
    choices: Vec<Choice>,
    /// Takes the place of the line that is chosen, among all.
    choose: Callback<usize>,
) -> impl IntoView {
    let labels: Vec<Label> = choices.iter().map(|choice| Label::of(&choice.label)).collect();
    let (choices, labels) = (StoredValue::new(choices), StoredValue::new_local(labels));
    let node = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        let mut found = labels.with_value(|labels| typed.with(|typed| palette::find(typed, labels)));
        found.truncate(SHOWN);
        found
    });
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            element::focus(&input);
        }
    });
    let line_id = move |place: usize| format!("{id}-{place}");
    let take = move |place: usize| {
        if let Some(choice) = found.with_untracked(|found| found.get(place).copied()) {
            choose.run(choice);
        }
    };
    let step = move |by: isize| {
        let count = found.with_untracked(Vec::len);
        if count > 0 {
            let next = (at.get_untracked() as isize + by).rem_euclid(count as isize) as usize;
            at.set(next);
            if let Some(line) = element::by_id(&line_id(next)) {
                element::show(&line);
            }
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            _ if typing::is_of_input_method(&event) => return,
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" => take(at.get_untracked()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let line = move |place: usize, choice: Choice| {
        let is_at = move || at.get() == place;
        view! {
            <li
                id=line_id(place)
                class="palette-line"
                role="option"
                aria-selected=live(move || is_at().to_string())
                on:pointerdown=on(move |event: ev::PointerEvent| event.prevent_default())
                on:click=on(move |_| take(place))
            >
                <span class="palette-label">{choice.label}</span>
                <span class="palette-kind">{choice.kind}</span>
                {(!choice.keys.is_empty()).then(|| view! { <kbd>{choice.keys}</kbd> })}
            </li>
        }
    };
    let lines = move || {
        let found = found.get();
        choices.with_value(|all| {
            found
                .iter()
                .enumerate()
                .filter_map(|(place, choice)| Some(line(place, all.get(*choice)?.clone())))
                .collect_view()
                .into_any()
        })
    };
    let list_id = format!("{id}-lines");
    view! {
        <input
            data-draft="field"
            node_ref=node
            class="field"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-label=label
            aria-expanded="true"
            aria-controls=list_id.clone()
            aria-activedescendant=live(move || line_id(at.get()))
            placeholder=hint
            on:input=on(move |event: ev::Event| {
                typed.set(event_target_value(&event));
                at.set(0);
            })
            on:keydown=on(key)
        />
        <ul id=list_id class="palette-lines" role="listbox" aria-label=label>
            {live(lines)}
        </ul>
        <p class="palette-nothing" role="status">
            {live(move || found.with(Vec::is_empty).then_some(nothing))}
        </p>
    }
}
