//! What the person must know, with a way out.

use leptos::prelude::*;

use super::on;

/// What an alert offers: labels, and what each does.
pub type Offers = Vec<(&'static str, Callback<()>)>;

/// A sentence that assistive technology reads at once, and what can be done.
pub fn alert(text: String, offers: Offers) -> AnyView {
    let button = |(label, act): (&'static str, Callback<()>)| {
        view! { <button class="button small" on:click=on(move |_| act.run(()))>{label}</button> }.into_any()
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
    vec![(label, Callback::new(move |()| act()))]
}
