//! The command palette: a few letters of any verb, map, stage or friction, and Enter does it or goes there.

use std::time::Duration;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::alive::Alive;
use super::offers::Offer;
use super::parts::{Choice, Chooser, Dialog, later_typed_into};
use super::session::use_session;

/// The dialog.
#[component]
pub fn Palette() -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let view = Alive::here();
    let open = session.offers.open;
    // Done once the dialog has closed and the keyboard is back on the page.
    let run = Callback::new(move |offer: Offer| {
        open.set(false);
        view.after(Duration::ZERO, move || (offer.act)());
    });
    view! {
        <Dialog open title=w.palette class="palette">
            {later_typed_into(finder, move |finder| finder(run))}
        </Dialog>
    }
}

/// Shows what can be found, and what takes the one that is chosen.
type Finder = fn(Callback<Offer>) -> AnyView;

/// Fetches it: a first visit shows the library, and nothing to be found in it.
#[wasm_split(works, fallible)]
fn finder() -> Result<Finder, SplitLoaderError> {
    Ok(|run| view! { <Finding run /> }.into_any())
}

/// The field and the lines that fit it.
#[component]
fn Finding(run: Callback<Offer>) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let all = session.offers.offered();
    let choice =
        |offer: &Offer| Choice { label: offer.label.clone(), kind: offer.kind.into(), keys: offer.keys.clone() };
    let choices = all.iter().map(choice).collect();
    let all = StoredValue::new_local(all);
    let choose = Callback::new(move |at: usize| {
        if let Some(offer) = all.with_value(|all| all.get(at).cloned()) {
            run.run(offer);
        }
    });
    view! { <Chooser id="palette" label=w.palette hint=w.palette_hint nothing=w.palette_nothing choices choose /> }
}
