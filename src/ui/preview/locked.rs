//! A locked link asks for its passphrase.

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use crate::exchange::link::{self, LinkError, Sealed};
use crate::model::Engagement;
use crate::ui::alive::Alive;
use crate::ui::browser::element;
use crate::ui::browser::lock::{self, Lock};
use crate::ui::parts::{live, on};
use crate::ui::session::use_session;
use crate::ui::shell::PlainBar;

/// What is done with an engagement that was unlocked.
pub type Unlocked = Callback<(Engagement, Lock)>;

/// Asks for the passphrase until it fits.
#[component]
pub fn Locked(
    /// What is locked.
    sealed: Sealed,
    /// Takes what was in it.
    unlocked: Unlocked,
) -> impl IntoView {
    let session = use_session();
    let (w, words) = (session.w(), session.travel());
    let typed = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<LinkError>);
    let view = Alive::here();
    let unlock = move || {
        if busy.get_untracked() || typed.with_untracked(String::is_empty) {
            return;
        }
        busy.set(true);
        wrong.set(None);
        let (typed, sealed) = (typed.get_untracked(), sealed.clone());
        spawn_local(async move {
            let opened = open(&typed, &sealed).await;
            if !view.is() {
                return;
            }
            busy.set(false);
            match opened {
                Ok(opened) => unlocked.run(opened),
                Err(error) => {
                    wrong.set(Some(error));
                    element::focus_soon("#passphrase");
                }
            }
        });
    };
    let form = move || {
        view! {
            <p id="locked-hint">{words.locked_hint}</p>
            <form
                class="locked-form"
                on:submit=on({
                    let unlock = unlock.clone();
                    move |event: ev::SubmitEvent| {
                        event.prevent_default();
                        unlock();
                    }
                })
            >
                <label class="dialog-line">
                    <span>{words.passphrase}</span>
                    <input
                        type="password"
                        id="passphrase"
                        class="field"
                        autocomplete="off"
                        autofocus
                        aria-describedby="locked-hint"
                        aria-invalid=live(move || wrong.get().is_some().to_string())
                        prop:value=live(move || typed.get())
                        on:input=on(move |event: ev::Event| typed.set(event_target_value(&event)))
                    />
                </label>
                {live(move || wrong.get().map(|error| view! { <p class="wrong" role="alert">{(words.link_error)(error)}</p> }.into_any()))}
                <p role="status">{live(move || busy.get().then_some(words.unlocking))}</p>
                <button type="submit" class="button primary" aria-disabled=live(move || busy.get().to_string())>
                    {words.unlock}
                </button>
            </form>
        }
        .into_any()
    };
    let here = lock::is_there();
    if here {
        element::focus_soon("#passphrase");
    }
    view! {
        <PlainBar />
        <main class="page">
            <div class="empty">
                <h1 class="empty-title">{words.locked}</h1>
                {if here { form() } else { view! { <p role="alert">{words.cannot_unlock}</p> }.into_any() }}
                <a class="button" href="#/">{w.library}</a>
            </div>
        </main>
    }
}

async fn open(passphrase: &str, sealed: &Sealed) -> Result<(Engagement, Lock), LinkError> {
    let wrong = |_| LinkError::WrongPassphrase;
    let lock = Lock::of(passphrase, sealed).await.map_err(wrong)?;
    let plain = lock.open(sealed).await.map_err(wrong)?;
    Ok((link::unpack(&plain)?, lock))
}
