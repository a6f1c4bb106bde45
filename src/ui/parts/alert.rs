//! What the person must know, with a way out.

use std::sync::Arc;

use leptos::prelude::*;

use super::menu::Act;
use super::on;

/// What an alert offers: labels, and what each does.
pub type Offers = Vec<(&'static str, Act)>;

/// A sentence that assistive technology reads at once, and what can be done.
pub fn alert(text: String, offers: Offers) -> AnyView {
    let button = |(label, act): (&'static str, Act)| {
        view! { <button class="button small" on:click=on(move |_| act())>{label}</button> }.into_any()
    };
    view! {
        <div class="alert" role="alert">
            <span>{text}</span>
            {offers.into_iter().map(button).collect_view()}
        </div>
    }
    .into_any()
}

/// One thing that an alert offers.
pub fn offer(label: &'static str, act: impl Fn() + Send + Sync + 'static) -> Offers {
    vec![(label, Arc::new(act))]
}
