//! The form of a friction, inside the ranking.

use leptos::{ev, prelude::*};

use super::board::use_board;
use super::evidence::CardQuotes;
use crate::edit::{Command, Detail};
use crate::insight::walk::Spot;
use crate::model::day;
use crate::model::journey::{Details, Evidence};
use crate::model::quantity::{CardId, Grade};
use crate::ui::browser::{element, typing};
use crate::ui::parts::{DayInput, FieldKind, TextField, live, on};

/// What is known of a friction, to read and to change.
#[component]
pub fn FrictionForm(
    /// The friction.
    card: CardId,
    /// What is known of it.
    friction: Memo<Details>,
) -> impl IntoView {
    let board = use_board();
    let (jw, mw) = (board.jw(), board.mw());
    let say = move |fact| _ = board.dispatch(Command::SetDetail(card, fact));
    let leave = move |event: ev::KeyboardEvent| {
        if typing::gives_up(&event) {
            event.stop_propagation();
            board.go(Spot::Card(card));
        }
    };
    let grades = move |label, read: fn(&Details) -> Option<Grade>, fact: fn(Option<Grade>) -> Detail| {
        let value = Signal::derive(move || friction.with(read));
        view! { <Grades label value set=Callback::new(move |grade| say(fact(grade))) /> }
    };
    let text = move |label, kind, read: fn(&Details) -> &String, fact: fn(String) -> Detail| {
        let value = live(move || friction.with(|f| read(f).clone()));
        let set = Callback::new(move |text| say(fact(text)));
        view! { <TextField desk=board.desk label class="form-line" kind value set /> }
    };
    let due = Signal::derive(move || friction.with(|f| f.due.map(day::day_text).unwrap_or_default()));
    let evidence = move |evidence: Evidence| {
        let is_chosen = move || friction.with(|f| f.evidence) == evidence;
        view! {
            <button
                class="segment"
                role="radio"
                aria-checked=live(move || is_chosen().to_string())
                tabindex=live(move || if is_chosen() { "0" } else { "-1" })
                on:click=on(move |_| say(Detail::Evidence(evidence)))
            >
                {jw.evidence_name(evidence)}
            </button>
        }
    };
    view! {
        <div class="friction-form" role="group" aria-label=mw.friction_details on:keydown=on(leave)>
            {grades(jw.frequency, |f| f.frequency, Detail::Frequency)}
            {grades(jw.impact, |f| f.impact, Detail::Impact)}
            {text(jw.owner, FieldKind::Line, |f| &f.owner, Detail::Owner)}
            {text(jw.next_step, FieldKind::Lines, |f| &f.next_step, Detail::NextStep)}
            <label class="form-line">
                <span>{jw.due}</span>
                <DayInput
                    value=due
                    read_only=Signal::derive(move || board.desk.read_only())
                    take=Callback::new(move |day| say(Detail::Due(day)))
                    left=Callback::new(move |()| board.desk.seal())
                />
            </label>
            <div class="form-line stacked">
                <span>{jw.evidence}</span>
                <div class="segments" role="radiogroup" aria-label=jw.evidence on:keydown=on(walk_radios)>
                    {Evidence::ALL.map(evidence)}
                </div>
            </div>
            <CardQuotes card />
        </div>
    }
}

/// Five keys for a grade; the keys 1 to 5 work wherever the keyboard is among them, 0 takes the grade back.
#[component]
fn Grades(label: &'static str, value: Signal<Option<Grade>>, set: Callback<Option<Grade>>) -> impl IntoView {
    let press = move |event: ev::KeyboardEvent| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let digit = event.key().parse::<u8>().ok().filter(|_| plain);
        if let Some(digit) = digit.filter(|digit| *digit <= 5) {
            event.prevent_default();
            set.run(Grade::try_from(digit).ok());
            // The keyboard goes along: from any other place of the group Tab would only lead to the chosen one.
            if let Some(radio) = usize::from(digit).checked_sub(1).and_then(|at| radios(&event).into_iter().nth(at)) {
                element::focus(&radio);
            }
        } else {
            walk_radios(event);
        }
    };
    view! {
        <div class="form-line">
            <span>{label}</span>
            <div class="grades" role="radiogroup" aria-label=label on:keydown=on(press)>
                {Grade::ALL
                    .map(|grade| {
                        let is_chosen = move || value.get() == Some(grade);
                        let reachable = move || is_chosen() || (value.get().is_none() && grade == Grade::ALL[0]);
                        view! {
                            <button
                                class="grade"
                                role="radio"
                                aria-checked=live(move || is_chosen().to_string())
                                tabindex=live(move || if reachable() { "0" } else { "-1" })
                                on:click=on(move |_| set.run((!is_chosen()).then_some(grade)))
                            >
                                {grade.number()}
                            </button>
                        }
                    })}
            </div>
        </div>
    }
}

/// Arrows go from one choice to the next and choose it.
fn walk_radios(event: ev::KeyboardEvent) {
    let step: isize = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => 1,
        "ArrowLeft" | "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    let radios = radios(&event);
    let here = radios.iter().position(|radio| radio.matches(":focus").unwrap_or(false)).unwrap_or(0);
    let next = (here as isize + step).rem_euclid(radios.len().max(1) as isize) as usize;
    if let Some(radio) = radios.get(next) {
        element::focus(radio);
        radio.click();
    }
}

/// The choices of the group that a key was pressed in.
fn radios(event: &ev::KeyboardEvent) -> Vec<web_sys::HtmlElement> {
    element::around(event.target(), "[role=radiogroup]")
        .map(|group| element::find_all(&group, "[role=radio]"))
        .unwrap_or_default()
}
