//! The keys of an interview.

use leptos::prelude::*;

use super::talk::use_talk;
use crate::ui::commands::pretty;
use crate::ui::parts::{Dialog, on};

/// The dialog that lists them.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let talk = use_talk();
    let (w, cw) = (talk.session.w(), talk.cw());
    let line = |(keys, label): &'static (&'static [&'static str], &'static str)| {
        // A plus that is a key of its own joins nothing.
        let keys = keys.iter().map(|key| if *key == "+" { "+".to_owned() } else { pretty(key) });
        view! {
            <div class="shortcut">
                <dt>{keys.map(|key| view! { <kbd>{key}</kbd> }.into_any()).collect_view()}</dt>
                <dd>{*label}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <Dialog open=talk.shortcuts title=cw.shortcuts class="help">
            <dl class="shortcuts">{cw.keys.iter().map(line).collect_view()}</dl>
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| talk.shortcuts.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}
