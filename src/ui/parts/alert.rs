//! What the person must know, with a way out.

use leptos::prelude::*;

use super::on;

/// A sentence that assistive technology reads at once, and what can be done.
pub fn alert(text: String, action: Option<(&'static str, Callback<()>)>) -> AnyView {
    view! {
        <div class="alert" role="alert">
            <span>{text}</span>
            {action
                .map(|(label, act)| view! { <button class="button small" on:click=on(move |_| act.run(()))>{label}</button> })}
        </div>
    }
    .into_any()
}

/// What an alert offers: a label, and what it does.
pub fn offer(label: &'static str, act: impl Fn() + Send + Sync + 'static) -> Option<(&'static str, Callback<()>)> {
    Some((label, Callback::new(move |()| act())))
}
