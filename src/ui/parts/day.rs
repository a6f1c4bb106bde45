//! A field for a day.

use chrono::NaiveDate;
use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{live, on};
use crate::model::day::Typed;
use crate::ui::session::use_session;

/// A field for a day. While a year is typed it is 0002 and 0020 first: such a day is not taken, and when it still stands there as
/// the field is left, it is refused with words.
#[component]
pub fn DayInput(
    /// The day as it is, as text.
    value: Signal<String>,
    /// Whether it stays as it is.
    read_only: Signal<bool>,
    /// Takes another day, or none.
    take: Callback<Option<NaiveDate>>,
    /// Its name, where no label says it.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The column of a table that it stands in.
    #[prop(optional)]
    column: Option<&'static str>,
    /// It was left.
    #[prop(optional)]
    left: Option<Callback<()>>,
) -> impl IntoView {
    let session = use_session();
    let typed = move |event: ev::Event| _ = Typed::of(&event_target_value(&event)).taken().map(|day| take.run(day));
    let blur = move |event: ev::FocusEvent| {
        let field: HtmlInputElement = event_target(&event);
        if Typed::of(&field.value()) == Typed::Refused {
            field.set_value(&value.get_untracked());
            session.notify(session.w().no_such_year);
        }
        _ = left.map(|left| left.run(()));
    };
    view! {
        <input
            type="date"
            class="field"
            min="1970-01-01"
            max="2199-12-31"
            data-column=column
            aria-label=live(move || label.map(|label| label.get()))
            readonly=live(move || read_only.get())
            prop:value=live(move || value.get())
            on:input=on(typed)
            on:change=on(typed)
            on:blur=on(blur)
        />
    }
}
