//! The files that a project leaves as.

use std::time::Duration;

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use super::disk::OnDiskChoice;
use super::page;
use crate::exchange::calendar;
use crate::exchange::office::pptx::Format;
use crate::handover::economy::Economy;
use crate::handover::report::{self, Report};
use crate::handover::slides::{Talk, slides};
use crate::handover::workbook::workbook;
use crate::handover::{Choice, Handout, lasting_name};
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::i18n::travel::Inside;
use crate::insight::interviews::clients;
use crate::interviews::anonymise::Going;
use crate::model::Engagement;
use crate::route::Route;
use crate::storage::envelope;
use crate::storage::replica::Replica;
use crate::ui::alive::Alive;
use crate::ui::browser::{self, file};
use crate::ui::desk::Desk;
use crate::ui::parts::{Icon, Sign, live, on, shown};
use crate::ui::saving::Saver;
use crate::ui::session::{Session, use_session};

/// How long the page has to show that a file is being put together.
const SHOWN: Duration = Duration::from_millis(30);

/// The list of files; each is put together when it is asked for.
#[component]
pub fn Files(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// What of it goes.
    choice: Signal<Choice>,
) -> impl IntoView {
    let session = use_session();
    let words = session.travel();
    let busy = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let inside = RwSignal::new(true);
    let view = Alive::here();
    let give = move |handout: Handout| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        said.set(words.preparing.into());
        _ = view.after(SHOWN, move || {
            // What is spawned begins when the dialog may be gone.
            let (choice, is_inside) = (choice.get_untracked(), inside.get_untracked());
            spawn_local(async move {
                let outcome = hand_out(session, desk, saver, choice, handout, is_inside).await;
                if view.is() {
                    busy.set(false);
                    said.set(outcome);
                }
            });
        });
    };
    let going = desk.peek(clients::going);
    let accounts = desk.peek(|e| e.accounts().count());
    let line = move |handout: Handout| {
        let (label, hint) = (words.file)(handout);
        let is_open = handout.goes_to_clients() && handout.holds_project();
        let project = move || {
            let Choice { alone, accounts: named } = choice.get();
            let goes_along = is_open && (handout != Handout::Report || inside.get());
            goes_along.then(|| {
                let inside = Inside::of(alone.is_some(), going, accounts, named);
                (words.project_inside)(inside, if alone.is_some() { 0 } else { accounts }, named)
            })
        };
        // A map by itself has none.
        let interviews =
            move || (words.interviews_in)(handout, if choice.get().alone.is_some() { Going::default() } else { going });
        view! {
            <li>
                <button class="file-line" aria-disabled=live(move || busy.get().to_string()) on:click=on(move |_| give(handout))>
                    <Icon sign=Sign::Download />
                    <span class="file-label">{label}</span>
                    <span class="file-hint">{hint}</span>
                    {live(move || project().map(|text| view! { <span class="file-hint file-inside">{text}</span> }.into_any()))}
                    {live(move || interviews().map(|text| view! { <span class="file-hint file-interviews">{text}</span> }.into_any()))}
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="file-lines" aria-label=words.files>{Handout::ALL.into_iter().map(line).collect_view()}</ul>
        <label class="choice">
            <input
                type="checkbox"
                id="report-inside"
                prop:checked=live(move || inside.get())
                on:change=on(move |event: ev::Event| inside.set(event_target_checked(&event)))
            />
            {words.put_inside}
        </label>
        <p class="file-said" role="status">{live(move || said.get())}</p>
        {shown(
            move || going.unnamed > 0 && choice.get().alone.is_none(),
            move || view! { <p class="share-note">{words.look_yourself}</p> },
        )}
        <OnDiskChoice saver />
    }
}

/// Hands a file out; what is to be said of it.
async fn hand_out(
    session: Session,
    desk: Desk,
    saver: Saver,
    choice: Choice,
    handout: Handout,
    is_inside: bool,
) -> String {
    let words = session.travel();
    let (ending, kind) = handout.kind();
    let changed = desk.peek(|engagement| handout.made_of(engagement, choice, session.lang().hidden()));
    // The name of the file is read by clients too.
    let title = changed.as_ref().map(|copy| copy.head().title.clone());
    let name = session.w().file_name(&title.unwrap_or_else(|| saver.title()), ending);
    if changed.is_some() && handout.holds_project() && desk.peek_replica(Replica::is_of_newer) {
        return words.of_newer.into();
    }
    let project = match &changed {
        Some(changed) => envelope::write(changed, None, &session.writer(), browser::now()).ok().map(|(text, _)| text),
        None => saver.copy(),
    };
    let Some(project) = project else { return session.w().download_failed.into() };
    let lasting = desk.peek(|engagement| lasting_name(engagement, &desk.id()));
    let bytes = if handout == Handout::Project {
        project.into_bytes()
    } else if handout == Handout::Page {
        match page::archive(&project).await {
            Ok(bytes) => bytes,
            Err(fault) => return (words.page_fault)(&fault),
        }
    } else {
        let inside = Some(project.as_str()).filter(|_| is_inside);
        let write = |engagement: &Engagement| written(session, engagement, inside, &lasting, handout);
        match changed.as_ref().map_or_else(|| desk.peek(write), write) {
            Some(bytes) => bytes,
            None => return words.nothing_due.into(),
        }
    };
    match file::download_bytes(&name, kind, &bytes) {
        Ok(()) => (words.downloaded)(&name),
        Err(_) => session.w().download_failed.into(),
    }
}

/// A file that is no project; a report has one `inside` where it is to. `lasting` tells the project from others for ever. `None` where there would be nothing in it.
fn written(
    session: Session,
    engagement: &Engagement,
    inside: Option<&str>,
    lasting: &str,
    handout: Handout,
) -> Option<Vec<u8>> {
    let (lang, now) = (session.lang(), browser::now());
    let date = browser::local_day(now);
    // What is on the screen is what goes out.
    let looked_at = match session.hosted().route(&browser::hash()) {
        Route::Economics { scenario, .. } => scenario,
        _ => None,
    };
    let economy = || Economy::looked_at(engagement, lang, true, looked_at);
    let talk = |format| {
        let economy = economy();
        slides(&Talk { engagement, economy: economy.as_ref(), format, date, lang })
    };
    Some(match handout {
        Handout::Project | Handout::Page => return None,
        Handout::Report => {
            let economy = economy();
            report::write(&Report { engagement, project: inside, economy: economy.as_ref(), date, lang }).into_bytes()
        }
        Handout::WideSlides => talk(Format::Wide),
        Handout::A4Slides => talk(Format::A4),
        Handout::Workbook => workbook(engagement, lang, looked_at),
        Handout::Calendar => {
            let items = calendar::next_steps(engagement, lasting, JourneyWords::of(lang));
            if items.is_empty() {
                return None;
            }
            let title = title_or(&engagement.head().title, lang.words().untitled_engagement);
            calendar::calendar(title, &items, now).into_bytes()
        }
    })
}
