//! A day as far as it is remembered: the day, and how exactly it is known.

use leptos::{ev, prelude::*};

use super::talk::use_talk;
use crate::interviews::timeline::When;
use crate::model::day::{day_text, parse_day};
use crate::ui::parts::{DayInput, live, on};

/// How exactly a day is known, in the order of [`When`].
const EXACTNESS: usize = 5;

fn exactness(when: When) -> usize {
    match when {
        When::Unknown => 0,
        When::Day(_) => 1,
        When::About(_) => 2,
        When::Month(_) => 3,
        When::Year(_) => 4,
    }
}

/// The day that stands in the field.
fn day_of(when: When) -> String {
    use chrono::NaiveDate;
    match when {
        When::Unknown => String::new(),
        When::Day(day) | When::About(day) | When::Month(day) => day_text(day),
        When::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).map(day_text).unwrap_or_default(),
    }
}

/// What a day is, known so exactly. Without a day nothing is known.
fn read(day: &str, exactness: usize) -> When {
    use chrono::Datelike;
    let Ok(day) = parse_day(day) else { return When::Unknown };
    match exactness {
        0 => When::Unknown,
        1 => When::Day(day),
        2 => When::About(day),
        3 => When::Month(day.with_day(1).unwrap_or(day)),
        _ => When::Year(day.year()),
    }
}

/// The field.
#[component]
pub fn WhenField(
    /// The label.
    label: &'static str,
    /// The day as it is.
    value: Signal<When>,
    /// Takes another.
    set: Callback<When>,
) -> impl IntoView {
    let talk = use_talk();
    let cw = talk.cw();
    // A day stays in the field while it is not known how exactly it is meant, and that is kept while there is no day yet.
    let day = RwSignal::new(day_of(value.get_untracked()));
    let meant = RwSignal::new(exactness(value.get_untracked()));
    Effect::new(move |_| {
        let value = value.get();
        let text = day_of(value);
        if !text.is_empty() {
            day.set(text);
            meant.set(exactness(value));
        }
    });
    let read_only = move || talk.desk.read_only();
    let option = move |at: usize| {
        view! {
            <option value=at.to_string() selected=live(move || meant.get() == at)>{cw.exactness[at]}</option>
        }
        .into_any()
    };
    view! {
        <div class="dialog-line when" role="group" aria-label=label>
            <span aria-hidden="true">{label}</span>
            <div class="when-fields">
                <select
                    class="field"
                    aria-label=cw.how_exactly
                    disabled=live(read_only)
                    on:change=on(move |event: ev::Event| {
                        let at = event_target_value(&event).parse().unwrap_or(0);
                        meant.set(at);
                        set.run(read(&day.get_untracked(), at));
                    })
                >
                    {(0..EXACTNESS).map(option).collect_view()}
                </select>
                <DayInput
                    value=day.into()
                    read_only=Signal::derive(read_only)
                    take=Callback::new(move |typed: Option<_>| {
                        day.set(typed.map(day_text).unwrap_or_default());
                        meant.update(|meant| *meant = (*meant).max(1));
                        set.run(read(&day.get_untracked(), meant.get_untracked()));
                    })
                    label=Signal::derive(move || label.to_owned())
                />
            </div>
        </div>
    }
}
