//! The agenda of a workshop and its clock.

use std::time::Duration;

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use super::board::{Board, Workshop, use_board};
use crate::edit::Command;
use crate::insight::agenda::{Clock, clock_text};
use crate::model::Key;
use crate::model::journey::AgendaStep;
use crate::ui::browser::{self, element};
use crate::ui::parts::{Dialog, Icon, Number, NumberInput, Sign, Typing, live, on};
use crate::ui::samples;

/// The longest step, in minutes.
const LONGEST: u16 = 600;

/// How many minutes a step gets that runs over.
const MORE: u16 = 5;

fn steps(board: Board) -> Vec<AgendaStep> {
    let id = board.journey;
    board.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| journey.agenda.clone())).unwrap_or_default()
}

/// The step that is on, with what is left of its time, while a workshop runs.
#[component]
pub fn ClockBar() -> impl IntoView {
    let board = use_board();
    let (mw, ww) = (board.mw(), board.ww());
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
        let (title, script, minutes, count) = (step.title.clone(), step.script.clone(), step.minutes, steps.len());
        let more = move |_| {
            rearrange(board, |agenda| {
                if let Some((_, step)) = agenda.get_mut(at.step) {
                    step.minutes = (step.minutes + MORE).min(LONGEST);
                }
            });
        };
        let left = Memo::new(move |_| clock.get().map_or(0, |clock| clock.left(minutes, now.get())));
        let runs = at.runs();
        let next = (at.step + 1 < count).then(|| {
            let go = move |_| begin(at.step + 1);
            view! { <button class="button small" on:click=on(go)>{ww.next_step_of_agenda}</button> }
        });
        let view = view! {
            <div class="clock" role="group" aria-label=mw.agenda>
                <button class="clock-step" on:click=on(move |_| open.set(true))>
                    <span class="count">{format!("{}/{count}", at.step + 1)}</span>
                    {title}
                </button>
                <span class="clock-script" dir="auto">{script}</span>
                <span class="clock-left" class:over=live(move || left.get() < 0) role="timer" aria-label=ww.time_left>
                    {live(move || clock_text(left.get()))}
                </span>
                <button class="button small" disabled=board.desk.read_only() on:click=on(more)>{ww.five_minutes_more}</button>
                <button
                    class="button small"
                    on:click=on(move |_| board.workshop.set(board, clock.get_untracked().map(|c| c.toggled(browser::now()))))
                >
                    {if runs { ww.pause } else { ww.go_on }}
                </button>
                {next}
                <button class="button small quiet" on:click=on(move |_| board.workshop.set(board, None))>{ww.end}</button>
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
    let (w, mw, ww) = (board.session.w(), board.mw(), board.ww());
    let open = board.workshop.open;
    let count = Memo::new(move |_| steps(board).len());
    let body = move || {
        if count.get() == 0 {
            return view! {
                <p>{ww.no_agenda}</p>
                <div class="agenda-begin">
                    <button class="button primary" on:click=on(move |_| borrow_agenda(board))>{ww.two_hour_agenda}</button>
                    <button class="button" on:click=on(move |_| add_step(board))>{ww.add_agenda_step}</button>
                </div>
            }
            .into_any();
        }
        let total = move || {
            let steps = steps(board);
            let minutes = steps.iter().map(|step| u32::from(step.minutes)).sum();
            (ww.agenda_total)(steps.len(), minutes)
        };
        view! {
            <p class="agenda-total">{live(total)}</p>
            <ol class="agenda">{(0..count.get()).map(|at| view! { <AgendaLine at /> }.into_any()).collect_view()}</ol>
            <button class="button" disabled=board.desk.read_only() on:click=on(move |_| add_step(board))>
                <Icon sign=Sign::Plus />
                {ww.add_agenda_step}
            </button>
        }
        .into_any()
    };
    view! {
        <Dialog open=open title=mw.agenda class="wide" edits=true>
            {live(body)}
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}

/// Changes the agenda as a step of its own.
fn rearrange(board: Board, change: impl FnOnce(&mut Vec<Placed>)) {
    let before = untrack(|| steps(board));
    let mut agenda: Vec<Placed> = before.into_iter().enumerate().map(|(at, step)| (Some(at), step)).collect();
    change(&mut agenda);
    // The time of a workshop goes with the step that it is of.
    let clock = board.workshop.clock.get_untracked();
    let moved = clock.and_then(|mut clock| {
        clock.step = agenda.iter().position(|(before, _)| *before == Some(clock.step))?;
        Some(clock)
    });
    board.desk.seal();
    let agenda = agenda.into_iter().map(|(_, step)| step).collect();
    if board.dispatch(Command::SetAgenda(board.journey, agenda)).is_done() && moved != clock {
        board.workshop.set(board, moved);
    }
    board.desk.seal();
}

/// A step with the place that it had before.
type Placed = (Option<usize>, AgendaStep);

/// Takes a step out and gives the keyboard to what stands there then.
fn take_out(agenda: &mut Vec<Placed>, at: usize) {
    if at < agenda.len() {
        agenda.remove(at);
    }
    match agenda.len() {
        0 => element::focus_soon(".agenda-begin .button"),
        left => element::focus_soon(format!(".agenda-step:nth-child({}) .agenda-title", left.min(at + 1))),
    }
}

/// Adds a step at the end and gives its title the keyboard.
fn add_step(board: Board) {
    rearrange(board, |agenda| {
        agenda.push((None, AgendaStep { title: String::new(), minutes: 10, script: String::new() }));
    });
    element::focus_soon(".agenda-step:last-child .agenda-title");
}

/// A step of the agenda. It stays while it is typed into.
#[component]
fn AgendaLine(at: usize) -> impl IntoView {
    let board = use_board();
    let (w, mw, ww) = (board.session.w(), board.mw(), board.ww());
    let Workshop { clock, open, .. } = board.workshop;
    let step = Memo::new(move |_| steps(board).into_iter().nth(at).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut AgendaStep)| {
        let mut agenda = untrack(|| steps(board));
        if let Some(step) = agenda.get_mut(at) {
            change(step);
            board.dispatch(Command::SetAgenda(board.journey, agenda));
        }
    };
    // What a text that is no number of minutes stands for.
    let before = StoredValue::new(0_u16);
    let typing = Typing::new(Number {
        desk: board.desk,
        text: Signal::derive(move || step.with(|step| step.minutes.to_string())),
        typed: Callback::new(move |text: String| minutes_of(&text).map(f64::from).ok_or(ww.minutes_allowed.into())),
        begin: Callback::new(move |()| before.set_value(step.with_untracked(|step| step.minutes))),
        set: Callback::new(move |minutes: f64| change(&|step| step.minutes = minutes as u16)),
        restore: Callback::new(move |()| change(&|step| step.minutes = before.get_value())),
        settle: Callback::new(move |()| board.desk.seal()),
        emptied: None,
        kept: None,
    });
    let begin = move |_| {
        board.workshop.set(board, Some(Clock::begin(at, browser::now())));
        open.set(false);
    };
    let is_on = move || clock.get().is_some_and(|clock| clock.step == at);
    let title = Memo::new(move |_| step.with(|step| step.title.clone()));
    let count = move || steps(board).len();
    let read_only = Signal::derive(move || board.desk.read_only());
    let named = move |name: fn(&str) -> String| live(move || name(&title.get()));
    let tool = move |label: &'static str, sign, can: Box<dyn Fn() -> bool + Send>, act: fn(&mut Vec<Placed>, usize)| {
        view! {
            <button
                class="button quiet small icon-only"
                aria-label=live(move || format!("{label}: {}", title.get()))
                title=label
                disabled=live(move || !can() || read_only.get())
                on:click=on(move |_| rearrange(board, |agenda| act(agenda, at)))
            >
                <Icon sign />
            </button>
        }
        .into_any()
    };
    view! {
        <li class="agenda-step" class:on=live(is_on) aria-current=live(move || is_on().then_some("step"))>
            <input
                class="field agenda-title"
                type="text"
                dir="auto"
                aria-label=w.title
                placeholder=ww.agenda_step
                readonly=live(move || read_only.get())
                prop:value=live(move || title.get())
                on:input=on(move |event: ev::Event| change(&|step| step.title = event_target_value(&event)))
                on:blur=on(move |_| board.desk.seal())
            />
            <span class="agenda-minutes">
                <NumberInput typing class="" name=(ww.minutes_of)(&title.get_untracked()) read_only />
                {ww.minutes}
            </span>
            <span class="agenda-tools">
                {tool(mw.move_up, Sign::ChevronUp, Box::new(move || at > 0), |agenda, at| change_places(agenda, at, at.wrapping_sub(1)))}
                {tool(mw.move_down, Sign::ChevronDown, Box::new(move || at + 1 < count()), |agenda, at| change_places(agenda, at, at + 1))}
                {tool(w.delete, Sign::Delete, Box::new(|| true), take_out)}
                <button class="button small" aria-label=named(ww.begin_step) on:click=on(begin)>{ww.begin}</button>
            </span>
            <span class="slider-wrong" role="alert">{live(move || typing.wrong())}</span>
            <textarea
                class="field agenda-script"
                rows="3"
                dir="auto"
                aria-label=ww.agenda_script
                placeholder=ww.agenda_script
                readonly=live(move || read_only.get())
                prop:value=live(move || step.with(|step| step.script.clone()))
                on:input=on(move |event: ev::Event| change(&|step| step.script = event_target_value(&event)))
                on:blur=on(move |_| board.desk.seal())
            ></textarea>
        </li>
    }
}

/// Two neighbours change places, where both are still there.
fn change_places(agenda: &mut [Placed], one: usize, other: usize) {
    if let Some(both) = agenda.get_mut(one.min(other)..=one.max(other)) {
        both.reverse();
    }
}

fn minutes_of(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|minutes| (1..=LONGEST).contains(minutes))
}

/// Takes the general two-hour agenda of the empty template.
fn borrow_agenda(board: Board) {
    spawn_local(async move {
        let template = samples::template(board.session.lang(), "empty").await;
        let template = template.as_deref().and_then(samples::read);
        let agenda = template.and_then(|e| e.journeys().next().map(|(_, journey)| journey.agenda.clone()));
        match agenda {
            // Whoever asked may have gone elsewhere.
            _ if !board.view.is() => (),
            Some(agenda) => {
                board.dispatch(Command::SetAgenda(board.journey, agenda));
                // The button that was pressed is gone: the keyboard goes to the first step.
                element::focus_soon(".agenda-step button");
            }
            None => board.session.notify(board.session.w().no_example),
        }
    });
}
