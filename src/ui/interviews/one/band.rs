//! The timeline: six phases with what was noted of each, and the two events that ended the looking.

use leptos::prelude::*;

use super::talk::{Talk, row_id, use_talk};
use super::when::WhenField;
use crate::edit::{Command, InterviewInput};
use crate::insight::interviews::{glance, overview};
use crate::interviews::kinds::Phase;
use crate::interviews::timeline::{Band, Event, Moment, Point, layout};
use crate::model::Key;
use crate::ui::browser::{self, element, typing};
use crate::ui::parts::{FieldKind, TextField, live, on};

/// How much of the line the name of an event takes at most, as in the style sheet.
const WIDEST: f64 = 0.3;

/// The band with the fields of the point that is being dated below it.
#[component]
pub fn TimelineBand() -> impl IntoView {
    let talk = use_talk();
    let today = browser::local_day(browser::now());
    let band = Memo::new(move |_| {
        let timeline = talk.head(|head| head.timeline.clone());
        layout(&timeline, Some(today))
    });
    // What two events are called would stand over each other: one of them goes above.
    let is_crowded = move || {
        let [one, other] = band.get().marks;
        (one.at - other.at).abs() < WIDEST
    };
    let counts = talk.counted(move |e| glance::by_phase(e, talk.id));
    let wrong = move || {
        let found = talk.desk.read(Key::Interview(talk.id), |e| overview::timeline(e, talk.id, Some(today)));
        let found = found.map(|(_, found)| found).unwrap_or_default();
        let said: Vec<String> = found.into_iter().map(|one| talk.iw().contradiction(one)).collect();
        (!said.is_empty()).then(|| view! { <p class="band-wrong" role="status">{said.join(" ")}</p> }.into_any())
    };
    let columns = move || {
        let widths = band.get().segments.map(|one| format!("minmax(0, {:.4}fr)", one.end - one.start));
        widths.join(" ")
    };
    view! {
        <section class="band" class:crowded=live(is_crowded) aria-label=talk.cw().timeline>
            <div class="band-line" aria-hidden="true">
                {live(move || line(talk, &band.get(), counts.get()))}
            </div>
            <div class="band-marks">{Event::ALL.map(|event| mark(talk, band, event)).collect_view()}</div>
            <ol class="band-phases" style:grid-template-columns=live(columns)>{Phase::ALL.map(|phase| phase_item(talk, counts, phase)).collect_view()}</ol>
            {live(wrong)}
            {live(move || talk.moment.get().map(|point| fields(talk, point)))}
        </section>
    }
}

fn percent(at: f64) -> String {
    format!("{:.2}%", at * 100.0)
}

/// The line with the notes on it, and the events among them.
fn line(talk: Talk, band: &Band, counts: [usize; 6]) -> AnyView {
    let now = talk.phase.get();
    let here = band.segments[now.index()];
    let dots = glance::dots(band, counts).into_iter().map(|(phase, at)| {
        let class = if phase == now { "band-dot here" } else { "band-dot" };
        view! { <span class=class style:left=percent(at)></span> }.into_any()
    });
    let is_set = |event: &Event| talk.head(|head| head.timeline.events[*event as usize] != Moment::default());
    let events = Event::ALL.into_iter().filter(is_set).map(|event| {
        view! { <span class="band-dot event" style:left=percent(band.marks[event as usize].at)></span> }.into_any()
    });
    view! {
        <span class="band-here" style:left=percent(here.start) style:width=percent(here.end - here.start)></span>
        {dots.collect_view()}
        {events.collect_view()}
    }
    .into_any()
}

/// An event, where it happened.
fn mark(talk: Talk, band: Memo<Band>, event: Event) -> AnyView {
    let point = Point::Event(event);
    let moment = move || talk.head(|head| head.timeline.events[event as usize].clone());
    let text = move || {
        let what = moment().what;
        if what.trim().is_empty() { talk.iw().events[event as usize].into() } else { what }
    };
    let when = move || talk.iw().when(talk.session.lang(), moment().when);
    view! {
        <button
            class="band-mark"
            id=field_of(point)
            class:open=live(move || talk.moment.get() == Some(point))
            class:unset=live(move || moment() == Moment::default())
            style:left=live(move || percent(band.get().marks[event as usize].at))
            title=live(when)
            aria-expanded=live(move || (talk.moment.get() == Some(point)).to_string())
            on:click=on(move |_| toggle(talk, point))
        >
            {live(text)}
        </button>
    }
    .into_any()
}

/// A phase: its name makes it the one that notes go to, its date opens its fields.
fn phase_item(talk: Talk, counts: Memo<[usize; 6]>, phase: Phase) -> AnyView {
    let point = Point::Phase(phase);
    let moment = move || talk.head(|head| head.timeline.phases[phase.index()].clone());
    let when = move || {
        let Moment { when, what } = moment();
        match (when.is_unknown(), what.trim().is_empty()) {
            (true, true) if talk.desk.read_only() => talk.iw().unknown_date.into(),
            (true, true) => talk.cw().add_date.into(),
            (true, false) => what,
            (false, _) => talk.iw().when(talk.session.lang(), when),
        }
    };
    let go = move || {
        talk.phase.set(phase);
        if let Some(note) = talk.desk.peek(|e| glance::first_of(e, talk.id, phase))
            && let Some(row) = element::by_id(&row_id(note))
        {
            element::show(&row);
        }
    };
    view! {
        <li class="band-phase">
            <button
                class="band-name"
                aria-pressed=live(move || (talk.phase.get() == phase).to_string())
                on:click=on(move |_| go())
            >
                {talk.iw().phase(phase)}
                // Beside the last word, not below it.
                <span class="count">{live(move || {
                    let count = counts.get()[phase.index()];
                    (count > 0).then(|| format!("\u{a0}{count}"))
                })}</span>
            </button>
            <button
                class="band-date"
                id=field_of(point)
                class:unknown=live(move || moment() == Moment::default())
                title=live(move || Some(moment().what).filter(|what| !what.trim().is_empty()))
                aria-label=live(move || format!("{}: {}", talk.iw().phase(phase), when()))
                aria-expanded=live(move || (talk.moment.get() == Some(point)).to_string())
                on:click=on(move |_| toggle(talk, point))
            >
                {live(when)}
            </button>
        </li>
    }
    .into_any()
}

fn field_of(point: Point) -> String {
    match point {
        Point::Phase(phase) => format!("band-phase-{}", phase.index()),
        Point::Event(event) => format!("band-event-{}", event as usize),
    }
}

fn toggle(talk: Talk, point: Point) {
    let open = talk.moment.get_untracked() != Some(point);
    talk.moment.set(open.then_some(point));
    if open {
        element::focus_soon(".band-fields select");
    }
}

/// The date of a point, and what happened.
fn fields(talk: Talk, point: Point) -> AnyView {
    let cw = talk.cw();
    let moment = move || {
        talk.head(|head| match point {
            Point::Phase(phase) => head.timeline.phases[phase.index()].clone(),
            Point::Event(event) => head.timeline.events[event as usize].clone(),
        })
    };
    let set =
        move |moment: Moment| talk.desk.dispatch(Command::SetInterview(talk.id, InterviewInput::Moment(point, moment)));
    let name = match point {
        Point::Phase(phase) => talk.iw().phase(phase),
        Point::Event(event) => talk.iw().events[event as usize],
    };
    let label = if matches!(point, Point::Phase(_)) { cw.began } else { cw.happened };
    let close = move || {
        talk.moment.set(None);
        if let Some(button) = element::by_id(&field_of(point)) {
            element::focus(&button);
        }
    };
    view! {
        <div
            class="band-fields"
            role="group"
            aria-label=name
            on:keydown=on(move |event: leptos::ev::KeyboardEvent| {
                let is_end = match event.key().as_str() {
                    _ if typing::is_of_input_method(&event) => false,
                    "Escape" => true,
                    key => key == "Enter" && element::around(event.target(), "input").is_some(),
                };
                if is_end {
                    event.prevent_default();
                    close();
                }
            })
        >
            <strong>{name}</strong>
            <WhenField
                label
                value=Signal::derive(move || moment().when)
                set=Callback::new(move |when| {
                    talk.desk.seal();
                    set(Moment { when, ..untrack(moment) });
                    talk.desk.seal();
                })
            />
            <TextField
                desk=talk.desk
                label=cw.what_happened
                class="dialog-line band-what"
                kind=FieldKind::Line
                value=live(move || moment().what)
                set=Callback::new(move |what| _ = set(Moment { what, ..untrack(moment) }))
            />
            <button class="button small" on:click=on(move |_| close())>{talk.session.w().done}</button>
        </div>
    }
    .into_any()
}
