//! What was understood of a table: what is asked, what stands in the way, what was read, and how to have it read otherwise.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{on, rows};
use crate::i18n::Lang;
use crate::i18n::pasting::PastingWords;
use crate::i18n::tables::{TableWords, is_told};
use crate::tables::choice::Choice;
use crate::tables::note::Note;
use crate::tables::question::Question;
use crate::tables::reading::Reading;
use crate::ui::browser::element;
use crate::ui::session::use_session;

/// As many sentences as one can keep in mind; the others are counted.
const SHOWN: usize = 40;

/// What was understood, without what is taken.
pub type Seen = Arc<Reading<()>>;

/// The sentences about a table. Whoever answers or changes one has it read again by `choose`.
#[component]
pub fn Understood(
    /// What tells it from others of the page.
    id: &'static str,
    /// What was understood.
    #[prop(into)]
    seen: Signal<Option<Seen>>,
    /// Has it read in another way.
    choose: Callback<Choice>,
) -> impl IntoView {
    let session = use_session();
    let lang = session.lang();
    let open = RwSignal::new(false);
    // Each reading is built anew: what a person has set in a list or a group of answers outlives an attribute.
    let turn = StoredValue::new(0_u32);
    let turns = move || {
        turn.update_value(|turn| *turn += 1);
        seen.with(Option::is_some).then_some(turn.get_value()).into_iter().collect::<Vec<u32>>()
    };
    // What was answered is built anew, and the keyboard stays on it.
    let answer = Callback::new(move |(choice, control): (Choice, String)| {
        choose.run(choice);
        element::soon(format!("[id=\"{control}\"]"), |control| element::focus(&control));
    });
    view! {
        <div class="understood" id=format!("{id}-understood")>
            {rows(turns, move |_| seen.get_untracked().map(|seen| said(id, &seen, lang, open, answer)).into_any())}
        </div>
    }
}

fn said(id: &str, seen: &Seen, lang: Lang, open: RwSignal<bool>, answer: Answer) -> AnyView {
    let words = PastingWords::of(lang);
    let faults: Vec<String> = seen.faults.iter().map(TableWords::of(lang).fault).collect();
    let questions = seen.questions.iter().enumerate().map(|(at, question)| asked(id, at, question, lang, answer));
    view! {
        {(!faults.is_empty()).then(|| stands_in_the_way(words.table_refused, faults, words.more_errors))}
        {questions.collect::<Vec<_>>()}
        {(!seen.notes.is_empty()).then(|| read(id, &seen.notes, lang, open, answer))}
    }
    .into_any()
}

/// Sentences about what stands in the way of a table.
pub fn stands_in_the_way(title: &'static str, faults: Vec<String>, more: fn(usize) -> String) -> AnyView {
    let rest = faults.len().saturating_sub(SHOWN);
    let said = faults.into_iter().take(SHOWN).map(|fault| view! { <li>{fault}</li> }.into_any());
    view! {
        <div class="paste-wrong" role="alert">
            <p>{title}</p>
            <ul>
                {said.collect::<Vec<_>>()}
                {(rest > 0).then(|| view! { <li>{more(rest)}</li> }.into_any())}
            </ul>
        </div>
    }
    .into_any()
}

type Answer = Callback<(Choice, String)>;

/// A question with its answers.
fn asked(id: &str, at: usize, question: &Question, lang: Lang, answer: Answer) -> AnyView {
    let name = format!("{id}-question-{at}");
    let options = question.options.iter().enumerate().map(|(option, choice)| {
        let choice = *choice;
        let label = question.name_of(option).map_or_else(|| (TableWords::of(lang).choice)(&choice), String::from);
        // By the choice and not by its place: the answers may come in another order next time.
        let control = format!("{id}-{choice:?}").replace(' ', "-");
        let this = control.clone();
        view! {
            <label class="answer">
                <input
                    type="radio"
                    id=control
                    name=name.clone()
                    checked=question.taken == option
                    on:change=on(move |_: ev::Event| answer.run((choice, this.clone())))
                />
                <span dir="auto">{label}</span>
            </label>
        }
        .into_any()
    });
    view! {
        <fieldset class="asked">
            <legend dir="auto">{(TableWords::of(lang).question)(question)}</legend>
            {options.collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

/// What was read, in one paragraph; with a list to change it where something can be changed.
fn read(id: &str, notes: &[Note], lang: Lang, open: RwSignal<bool>, answer: Answer) -> AnyView {
    let words = PastingWords::of(lang);
    let say = TableWords::of(lang).note;
    // What is lost or left out is said first.
    let (first, then): (Vec<&Note>, Vec<&Note>) =
        notes.iter().partition(|note| note.is_loss() || matches!(note, Note::LeftOut(..)));
    let all: Vec<String> = first.into_iter().chain(then).filter(|note| is_told(lang, note)).map(say).collect();
    let rest = all.len().saturating_sub(SHOWN);
    let mut said = all[..all.len() - rest].join(" ");
    if rest > 0 {
        said = format!("{said} \u{2026} {}", (words.more_errors)(rest));
    }
    let changes: Vec<AnyView> = notes
        .iter()
        .enumerate()
        .filter(|(_, note)| note.choices().len() > 1 || note.taken().is_none() && !note.choices().is_empty())
        .take(SHOWN)
        .map(|(at, note)| change(&format!("{id}-note-{at}"), note, lang, answer))
        .collect();
    view! {
        <p class="input-note" role="status" dir="auto">{said}</p>
        {(!changes.is_empty())
            .then(|| {
                view! {
                    <details
                        class="reread"
                        open=open.get_untracked()
                        on:toggle=on(move |event: ev::Event| {
                            let details: web_sys::Element = event_target(&event);
                            open.set(details.has_attribute("open"));
                        })
                    >
                        <summary>{words.reread}</summary>
                        <ul>{changes}</ul>
                    </details>
                }
                    .into_any()
            })}
    }
    .into_any()
}

/// What was read, with what else it could be.
fn change(control: &str, note: &Note, lang: Lang, answer: Answer) -> AnyView {
    let choices = note.choices();
    let taken = note.taken().and_then(|taken| choices.iter().position(|choice| *choice == taken));
    let options: Vec<AnyView> = choices
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            let name = (TableWords::of(lang).choice)(choice);
            view! { <option value=at.to_string() selected=taken == Some(at)>{name}</option> }.into_any()
        })
        .collect();
    // What was read with none of them shows that, and is changed by choosing one.
    let none = taken.is_none().then(|| view! { <option value="" selected>"\u{2014}"</option> }.into_any());
    let this = control.to_owned();
    view! {
        <li>
            <label for=control.to_owned() dir="auto">{(TableWords::of(lang).note)(note)}</label>
            <select
                class="field"
                id=control.to_owned()
                on:change=on(move |event: ev::Event| {
                    let chosen = event_target_value(&event).parse().ok().and_then(|at: usize| choices.get(at).copied());
                    if let Some(choice) = chosen {
                        answer.run((choice, this.clone()));
                    }
                })
            >
                {none}
                {options}
            </select>
        </li>
    }
    .into_any()
}
