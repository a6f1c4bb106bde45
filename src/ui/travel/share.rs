//! The dialog that shares: a link, how long it is and what keeps it, a code to be scanned, and files.

use std::time::Duration;

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use super::handing;
use super::link::{self, Made};
use crate::exchange::link::{Carrier, left_out, qr};
use crate::handover::{Choice, for_clients, withheld};
use crate::i18n::amounts::number;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::insight::interviews::counts;
use crate::interviews::anonymise::Accounts;
use crate::interviews::kinds::Consent;
use crate::model::quantity::JourneyId;
use crate::storage::replica::Replica;
use crate::ui::alive::Alive;
use crate::ui::browser::{self, element, lock};
use crate::ui::desk::Desk;
use crate::ui::parts::{Icon, Sign, later, live, on, shown};
use crate::ui::saving::Saver;
use crate::ui::session::{Session, use_session};

/// How long a passphrase rests before the link is locked with it: that takes the browser half a second.
const REST: Duration = Duration::from_millis(400);

/// What the dialog holds.
#[component]
pub fn Share(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// The map that is shown.
    journey: Option<JourneyId>,
) -> impl IntoView {
    let session = use_session();
    let words = session.travel();
    let alone = RwSignal::new(false);
    let passphrase = RwSignal::new(String::new());
    let accounts = RwSignal::new(Accounts::Named);
    let choice = Signal::derive(move || {
        let alone = journey.filter(|_| alone.get());
        // A map by itself has no accounts to be named, but cards that name them.
        Choice { alone, accounts: accounts.get() }
    });
    let made = making(session, desk, choice, passphrase);
    let title = journey.and_then(|id| desk.peek(|e| e.journey(id).map(|journey| journey.title.clone())));
    let offer = move |is_alone: bool, label: String| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="share-what"
                    prop:checked=live(move || alone.get() == is_alone)
                    on:change=on(move |_| alone.set(is_alone))
                />
                {label}
            </label>
        }
        .into_any()
    };
    let missing = desk.peek(left_out);
    let missing = (!missing.is_empty()).then(|| (words.left_out)(&missing, desk.peek(counts::all)));
    let count = desk.peek(|e| e.accounts().count());
    let has_accounts = move || !alone.get() && count > 0;
    let are_hidden = desk.peek(|e| e.interviews().any(|(_, interview)| interview.head.consent != Consent::ByName));
    let withheld = move || (words.withheld)(&desk.peek(|e| withheld(e, choice.get().alone)));
    let is_left_out = move || if alone.get() { Some(words.map_alone.to_owned()) } else { missing.clone() };
    view! {
        <section class="share-link" aria-label=words.link>
            <fieldset class="dialog-line">
                <legend>{words.what_to_share}</legend>
                <div class="choices share-what">
                    {offer(false, words.whole_project.into())}
                    {title.map(|title| offer(true, (words.this_map)(title_or(&title, JourneyWords::of(session.lang()).untitled_map))))}
                </div>
            </fieldset>
            {shown(has_accounts, move || {
                view! { <p class="share-note">{live(move || (words.with_accounts)(count, accounts.get()))}</p> }
            })}
            {(count > 0).then(|| hide_accounts(words.hide_accounts, accounts))}
            {live(move || is_left_out().map(|text| view! { <p class="share-note">{text}</p> }.into_any()))}
            {live(move || withheld().map(|text| view! { <p class="share-note share-withheld">{text}</p> }.into_any()))}
            {are_hidden.then(|| view! { <p class="share-note">{words.names_hidden}</p> })}
            {lock_field(session, passphrase)}
            {link_field(session, made)}
        </section>
        <section class="share-files">
            <h3>{words.files}</h3>
            <p class="share-note">{live(move || if alone.get() { words.files_of_map } else { words.files_of_all })}</p>
            {later(handing, move |files| files(desk, saver, choice))}
        </section>
    }
}

/// The choice to name no account.
fn hide_accounts(label: &'static str, accounts: RwSignal<Accounts>) -> AnyView {
    let choose = move |is_hidden| accounts.set(if is_hidden { Accounts::Hidden } else { Accounts::Named });
    view! {
        <label class="choice">
            <input
                type="checkbox"
                id="hide-accounts"
                prop:checked=live(move || accounts.get() == Accounts::Hidden)
                on:change=on(move |event: ev::Event| choose(event_target_checked(&event)))
            />
            {label}
        </label>
    }
    .into_any()
}

/// The link of what is chosen, made anew whenever that changes.
fn making(session: Session, desk: Desk, choice: Signal<Choice>, passphrase: RwSignal<String>) -> RwSignal<Made> {
    let made = RwSignal::new(Made::Working);
    let round = StoredValue::new(0_u32);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let view = Alive::here();
    let make = move |mine: u32| {
        let engagement = desk.peek(|e| for_clients(e, choice.get_untracked(), session.lang().hidden()));
        // What is spawned begins when the dialog may be gone.
        let passphrase = passphrase.get_untracked();
        spawn_local(async move {
            let done = link::make(engagement, &passphrase).await;
            if view.is() && round.get_value() == mine {
                made.set(done);
            }
        });
    };
    Effect::new(move |_| {
        choice.track();
        if desk.peek_replica(Replica::is_of_newer) {
            made.set(Made::OfNewer);
            return;
        }
        let is_open = passphrase.with(String::is_empty);
        let mine = round.get_value() + 1;
        round.set_value(mine);
        // The link as it was would be another than is asked for.
        made.set(Made::Working);
        waiting.update_value(|waiting| {
            if let Some(handle) = waiting.take() {
                handle.clear();
            }
            if !is_open {
                *waiting = view.after(REST, move || make(mine));
            }
        });
        if is_open {
            make(mine);
        }
    });
    made
}

/// The field of the passphrase, or why there is none.
fn lock_field(session: Session, passphrase: RwSignal<String>) -> AnyView {
    let words = session.travel();
    if !lock::is_there() {
        return view! { <p class="share-note">{words.no_encryption}</p> }.into_any();
    }
    view! {
        <label class="dialog-line">
            <span>{words.passphrase_optional}</span>
            <input
                type="password"
                class="field"
                id="share-passphrase"
                autocomplete="new-password"
                aria-describedby="share-passphrase-hint"
                prop:value=live(move || passphrase.get())
                on:input=on(move |event: ev::Event| passphrase.set(event_target_value(&event)))
            />
        </label>
        <p class="share-note" id="share-passphrase-hint">
            {live(move || if passphrase.with(String::is_empty) { words.link_hint } else { words.passphrase_hint })}
        </p>
    }
    .into_any()
}

/// The link, what keeps it, and its code.
fn link_field(session: Session, made: RwSignal<Made>) -> AnyView {
    let words = session.travel();
    let said = RwSignal::new("");
    let view = Alive::here();
    let copy = move || {
        let Some(address) = made.with_untracked(|made| made.address().map(String::from)) else { return };
        said.set("");
        spawn_local(async move {
            let is_copied = browser::copy(&address).await;
            if !view.is() {
                return;
            }
            said.set(if is_copied { words.link_copied } else { words.copy_by_keys });
            if !is_copied {
                select();
            }
        });
    };
    let trouble = move || {
        made.with(|made| match made {
            Made::Working => Some(words.making_link),
            Made::TooLarge => Some(words.too_large_for_a_link),
            Made::OfNewer => Some(words.of_newer),
            Made::NotLocked => Some(words.encryption_failed),
            Made::Ready(address) if !Carrier::Chat.keeps(address.len()) => Some(words.send_a_file),
            Made::Ready(_) => None,
        })
    };
    // Whatever was copied before is another link.
    Effect::new(move |_| {
        made.track();
        said.set("");
    });
    view! {
        <div class="share-address">
            <label class="dialog-line">
                <span>{words.link}</span>
                <input
                    type="text"
                    class="field"
                    id="share-address"
                    readonly
                    prop:value=live(move || made.with(|made| made.address().unwrap_or_default().to_owned()))
                    on:focus=on(move |_: ev::FocusEvent| select())
                />
            </label>
            <button
                class="button primary"
                id="share-copy"
                aria-disabled=live(move || made.with(|made| made.address().is_none()).to_string())
                on:click=on(move |_| copy())
            >
                {words.copy_link}
            </button>
        </div>
        <p class="share-said" role="status">
            {live(move || if said.get().is_empty() { trouble() } else { Some(said.get()) })}
        </p>
        <div class="share-made">{live(move || made.with(|made| made.address().map(|address| reach(session, address))))}</div>
    }
    .into_any()
}

fn select() {
    if let Some(field) = element::by_id("share-address") {
        element::select_all(&field);
    }
}

/// How long a link is, what keeps it, and its code while one can be scanned.
fn reach(session: Session, address: &str) -> AnyView {
    let (words, lang) = (session.travel(), session.lang());
    let figure = |count: usize| number(lang, count as f64, 0);
    let length = address.len();
    let line = |carrier: Carrier| {
        let fits = carrier.keeps(length);
        let text = if fits { words.fits } else { words.too_long_for };
        let text = text((words.carrier)(carrier), &figure(carrier.most()));
        let sign = if fits { Sign::Check } else { Sign::Close };
        view! {
            <li class:cut=!fits>
                <Icon sign />
                <span>{text}</span>
            </li>
        }
        .into_any()
    };
    let code = Some(length).filter(|length| Carrier::Camera.keeps(*length)).and_then(|_| qr::picture(address));
    let code = code.map(|picture| {
        view! {
            <svg class="share-code" role="img" aria-label=words.qr_code viewBox=format!("0 0 {0} {0}", picture.side)>
                <rect width=picture.side height=picture.side fill="#fff" />
                <path d=picture.path fill="#000" />
            </svg>
        }
        .into_any()
    });
    view! {
        <div class="share-reach">
            <div>
                <p class="share-length">{(words.characters)(length, &figure(length))}</p>
                <ul class="share-carriers">{Carrier::ALL.into_iter().map(line).collect_view()}</ul>
            </div>
            {code}
        </div>
    }
    .into_any()
}
