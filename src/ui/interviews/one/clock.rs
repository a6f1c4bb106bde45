//! The clock of an interview, at the end of the line.

use leptos::prelude::*;

use super::talk::{Talk, use_talk};
use crate::insight::agenda::clock_text;
use crate::ui::parts::{Icon, Sign, live, on};

/// The clock: a click starts and stops it.
#[component]
pub fn TalkClock() -> impl IntoView {
    let talk: Talk = use_talk();
    let timer = talk.timer;
    timer.tick();
    let name = move || if timer.runs() { talk.cw().pause_clock } else { talk.cw().start_clock };
    view! {
        <div class="talk-clock" class:runs=live(move || timer.runs())>
            <button
                type="button"
                class="talk-clock-button"
                aria-label=live(name)
                title=live(name)
                on:click=on(move |_| timer.toggle())
            >
                {live(move || {
                    let sign = if timer.runs() { Sign::Clock } else { Sign::Play };
                    view! { <Icon sign /> }.into_any()
                })}
            </button>
            <span role="timer" aria-label=talk.cw().talked>{live(move || clock_text(timer.seconds()))}</span>
        </div>
    }
}
