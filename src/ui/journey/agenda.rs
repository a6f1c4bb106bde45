//! The agenda of a workshop and its clock.

use std::time::Duration;

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use super::board::{Board, use_board};
use crate::edit::Command;
use crate::insight::agenda::{Clock, clock_text};
use crate::model::Key;
use crate::model::day::Moment;
use crate::model::journey::Step;
use crate::model::quantity::JourneyId;
use crate::ui::beside;
use crate::ui::browser::{self, element, shelf};
use crate::ui::parts::{Dialog, Icon, Sign, live, on};

/// The workshop on a map: which step is on. Kept in this browser, so that a reload does not stop it.
#[derive(Clone, Copy)]
pub struct Workshop {
    /// The clock; `None` when the workshop has not begun.
    clock: RwSignal<Option<Clock>>,
    /// Whether the whole agenda is open.
    pub open: RwSignal<bool>,
    now: RwSignal<Moment>,
}

impl Workshop {
    /// The workshop on the map `journey`, going on where it was.
    pub fn new(journey: JourneyId) -> Self {
        let kept: Option<(JourneyId, Clock)> = shelf::choice("workshop");
        let clock = kept.filter(|(of, _)| *of == journey).map(|(_, clock)| clock);
        Workshop { clock: RwSignal::new(clock), open: RwSignal::new(false), now: RwSignal::new(browser::now()) }
    }

    fn set(self, board: Board, clock: Option<Clock>) {
        self.now.set(browser::now());
        self.clock.set(clock);
        board.session.keep_choice("workshop", clock.map(|clock| (board.journey, clock)));
    }
}

fn steps(board: Board) -> Vec<Step> {
    let id = board.journey;
    board.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| journey.agenda.clone())).unwrap_or_default()
}

/// The step that is on, with what is left of its time, while a workshop runs.
#[component]
pub fn ClockBar() -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    let Workshop { clock, open, now } = board.workshop;
    let tick = set_interval_with_handle(move || now.set(browser::now()), Duration::from_secs(1)).ok();
    on_cleanup(move || {
        if let Some(tick) = tick {
            tick.clear();
        }
    });
    let begin = move |step| board.workshop.set(board, Some(Clock::begin(step, browser::now())));
    let bar = move |at: Clock| {
        let steps = steps(board);
        let step = steps.get(at.step)?;
        let (title, minutes, count) = (step.title.clone(), step.minutes, steps.len());
        let left = Memo::new(move |_| clock.get().map_or(0, |clock| clock.left(minutes, now.get())));
        let runs = at.runs();
        let next = (at.step + 1 < count).then(|| {
            let go = move |_| begin(at.step + 1);
            view! { <button class="button small" on:click=on(go)>{w.next_step_of_agenda}</button> }
        });
        let view = view! {
            <div class="clock" role="group" aria-label=w.agenda>
                <button class="clock-step" on:click=on(move |_| open.set(true))>
                    <span class="count">{format!("{}/{count}", at.step + 1)}</span>
                    {title}
                </button>
                <span class="clock-left" class:over=live(move || left.get() < 0) role="timer" aria-label=w.time_left>
                    {live(move || clock_text(left.get()))}
                </span>
                <button
                    class="button small"
                    on:click=on(move |_| board.workshop.set(board, clock.get_untracked().map(|c| c.toggled(browser::now()))))
                >
                    {if runs { w.pause } else { w.go_on }}
                </button>
                {next}
                <button class="button small quiet" on:click=on(move |_| board.workshop.set(board, None))>{w.end}</button>
            </div>
        };
        Some(view.into_any())
    };
    live(move || clock.get().and_then(bar))
}

/// The whole agenda: steps, minutes, and what the facilitator says.
#[component]
pub fn AgendaDialog() -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    let open = board.workshop.open;
    let count = Memo::new(move |_| steps(board).len());
    let body = move || {
        if count.get() == 0 {
            return view! {
                <p>{w.no_agenda}</p>
                <button class="button" on:click=on(move |_| borrow_agenda(board))>{w.two_hour_agenda}</button>
            }
            .into_any();
        }
        let total = move || {
            let steps = steps(board);
            let minutes = steps.iter().map(|step| u32::from(step.minutes)).sum();
            (w.agenda_total)(steps.len(), minutes)
        };
        view! {
            <p class="agenda-total">{live(total)}</p>
            <ol class="agenda">{(0..count.get()).map(|at| view! { <AgendaLine at /> }.into_any()).collect_view()}</ol>
        }
        .into_any()
    };
    view! {
        <Dialog open=open title=w.agenda class="wide">
            {live(body)}
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}

/// A step of the agenda. It stays while its minutes are typed.
#[component]
fn AgendaLine(at: usize) -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    let Workshop { clock, open, .. } = board.workshop;
    let step = Memo::new(move |_| steps(board).into_iter().nth(at).unwrap_or_default());
    let set = move |minutes: u16| {
        let mut agenda = untrack(|| steps(board));
        if let Some(step) = agenda.get_mut(at) {
            step.minutes = minutes;
            board.dispatch(Command::SetAgenda(board.journey, agenda));
        }
    };
    // What a text that is no number of minutes stands for.
    let before = StoredValue::new(None::<u16>);
    let typed = move |text: String| {
        let stated = before.get_value().unwrap_or_else(|| step.with_untracked(|step| step.minutes));
        before.set_value(Some(stated));
        set(minutes_of(&text).unwrap_or(stated));
    };
    let leave = move |input: web_sys::HtmlInputElement| {
        before.set_value(None);
        board.desk.seal();
        if minutes_of(&input.value()).is_none() {
            input.set_value(&step.with_untracked(|step| step.minutes).to_string());
            board.session.tell(w.minutes_allowed);
        }
    };
    let begin = move |_| {
        board.workshop.set(board, Some(Clock::begin(at, browser::now())));
        open.set(false);
    };
    let is_on = move || clock.get().is_some_and(|clock| clock.step == at);
    let title = step.with_untracked(|step| step.title.clone());
    view! {
        <li class="agenda-step" class:on=live(is_on) aria-current=live(move || is_on().then_some("step"))>
            <span class="agenda-title">{title.clone()}</span>
            <label class="agenda-minutes">
                <input
                    class="field"
                    type="number"
                    min="1"
                    max="600"
                    aria-label=(w.minutes_of)(&title)
                    value=step.with_untracked(|step| step.minutes).to_string()
                    on:input=on(move |event: ev::Event| typed(event_target_value(&event)))
                    on:change=on(move |event: ev::Event| leave(event_target(&event)))
                />
                {w.minutes}
            </label>
            <button class="button small" aria-label=(w.begin_step)(&title) on:click=on(begin)>{w.begin}</button>
            <p class="agenda-script">{live(move || step.with(|step| step.script.clone()))}</p>
        </li>
    }
}

fn minutes_of(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|minutes| (1..=600).contains(minutes))
}

/// Takes the general two-hour agenda of the empty template.
fn borrow_agenda(board: Board) {
    spawn_local(async move {
        let template = beside::template(board.session.lang(), "empty").await;
        let agenda = template.and_then(|e| e.journeys().next().map(|(_, journey)| journey.agenda.clone()));
        match agenda {
            // Whoever asked may have gone elsewhere.
            _ if !board.view.is() => (),
            Some(agenda) => {
                board.dispatch(Command::SetAgenda(board.journey, agenda));
                // The button that was pressed is gone: the keyboard goes to the first step.
                element::focus_soon(".agenda-step button");
            }
            None => board.session.tell(board.session.w().no_example),
        }
    });
}

/// The button that opens the agenda.
#[component]
pub fn AgendaButton() -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    view! {
        <button class="button quiet agenda-button" aria-label=w.agenda title=w.agenda on:click=on(move |_| board.workshop.open.set(true))>
            <Icon sign=Sign::Clock />
            <span class="label">{w.agenda}</span>
        </button>
    }
}
