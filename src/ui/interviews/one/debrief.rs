//! The debrief: six lines, written within fifteen minutes, while the talk is fresh.

use std::time::Duration;

use leptos::prelude::*;

use super::talk::{Talk, use_talk};
use crate::edit::{Command, InterviewInput};
use crate::insight::agenda::{Clock, clock_text};
use crate::model::quantity::InterviewId;
use crate::ui::browser;
use crate::ui::parts::{FieldKind, TextField, live, on, shown};

/// How long a debrief takes, in minutes.
const MINUTES: u16 = 15;

const KEPT: &str = "debrief-clock";

/// The six lines with their clock.
#[component]
pub fn Debrief() -> impl IntoView {
    let talk: Talk = use_talk();
    let (cw, iw) = (talk.cw(), talk.iw());
    let kept: Option<(String, InterviewId, Clock)> = talk.session.choice(KEPT);
    let kept = kept.filter(|(of, id, _)| *of == talk.desk.id() && *id == talk.id).map(|(.., clock)| clock);
    let clock = RwSignal::new(kept);
    let now = RwSignal::new(browser::now());
    let tick = set_interval_with_handle(move || _ = now.try_set(browser::now()), Duration::from_secs(1)).ok();
    on_cleanup(move || {
        if let Some(tick) = tick {
            tick.clear();
        }
    });
    let left = Memo::new(move |_| {
        let at = now.get();
        clock.get().unwrap_or_default().left(MINUTES, at)
    });
    let runs = move || clock.get().is_some_and(|clock| clock.runs());
    let toggle = move || {
        now.set(browser::now());
        let at = browser::now();
        let next = clock.get_untracked().map_or_else(|| Clock::begin(0, at), |clock| clock.toggled(at));
        clock.set(Some(next));
        talk.session.keep_choice(KEPT, (talk.desk.id(), talk.id, next));
    };
    let line = move |at: usize| {
        let value = live(move || talk.head(|head| head.debrief[at].clone()));
        let set = Callback::new(move |text| {
            talk.desk.dispatch(Command::SetInterview(talk.id, InterviewInput::Debrief(at as u8, text)));
        });
        view! { <TextField desk=talk.desk label=iw.debrief[at] class="dialog-line" kind=FieldKind::Lines value set /> }
            .into_any()
    };
    view! {
        <section class="debrief" aria-label=cw.debrief>
            {shown(move || !talk.desk.read_only(), move || {
                view! {
                    <div class="debrief-clock">
                        <p>{cw.debrief_hint}</p>
                        <span class="debrief-left" class:over=live(move || left.get() < 0) role="timer" aria-label=cw.time_left>
                            {live(move || clock_text(left.get()))}
                        </span>
                        <button class="button small" on:click=on(move |_| toggle())>
                            {live(move || if runs() { cw.pause } else { cw.start })}
                        </button>
                    </div>
                }
            })}
            {(0..6).map(line).collect_view()}
        </section>
    }
}
