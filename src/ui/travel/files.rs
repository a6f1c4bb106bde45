//! The files that a project leaves as.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::disk::OnDiskChoice;
use super::{hidden_names, page};
use crate::exchange::calendar;
use crate::exchange::office::pptx::Format;
use crate::handover::economy::Economy;
use crate::handover::report::{self, Report};
use crate::handover::slides::{Talk, slides};
use crate::handover::workbook::workbook;
use crate::handover::{Handout, lasting_name};
use crate::insight::interviews::clients;
use crate::interviews::anonymise::Going;
use crate::model::Engagement;
use crate::model::quantity::JourneyId;
use crate::storage::envelope;
use crate::storage::replica::Replica;
use crate::ui::alive::Alive;
use crate::ui::browser::{self, file};
use crate::ui::desk::Desk;
use crate::ui::parts::{Icon, Sign, live, on};
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
    /// The map that goes alone, where not all of it does.
    #[prop(into)]
    alone: Signal<Option<JourneyId>>,
) -> impl IntoView {
    let session = use_session();
    let words = session.travel();
    let busy = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let view = Alive::here();
    let give = move |handout: Handout| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        said.set(words.preparing.into());
        _ = view.after(SHOWN, move || {
            spawn_local(async move {
                let outcome = hand_out(session, desk, saver, alone.get_untracked(), handout).await;
                if view.is() {
                    busy.set(false);
                    said.set(outcome);
                }
            });
        });
    };
    let going = desk.peek(clients::going);
    let line = move |handout: Handout| {
        let (label, hint) = (words.file)(handout);
        // A map by itself has none.
        let interviews =
            move || (words.interviews_in)(handout, if alone.get().is_some() { Going::default() } else { going });
        view! {
            <li>
                <button class="file-line" aria-disabled=live(move || busy.get().to_string()) on:click=on(move |_| give(handout))>
                    <Icon sign=Sign::Download />
                    <span class="file-label">{label}</span>
                    <span class="file-hint">{hint}</span>
                    {live(move || interviews().map(|text| view! { <span class="file-hint file-interviews">{text}</span> }.into_any()))}
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="file-lines" aria-label=words.files>{Handout::ALL.into_iter().map(line).collect_view()}</ul>
        <p class="file-said" role="status">{live(move || said.get())}</p>
        {(going.unnamed + going.left_out > 0).then(|| view! { <p class="share-note">{words.names_left_out}</p> })}
        <OnDiskChoice saver />
    }
}

/// Hands a file out; what is to be said of it.
async fn hand_out(session: Session, desk: Desk, saver: Saver, alone: Option<JourneyId>, handout: Handout) -> String {
    let words = session.travel();
    let (ending, kind) = handout.kind();
    let changed = desk.peek(|engagement| handout.made_of(engagement, alone, hidden_names(session)));
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
    let bytes = if handout == Handout::Page {
        match page::archive(&project).await {
            Ok(bytes) => bytes,
            Err(fault) => return (words.page_fault)(&fault),
        }
    } else {
        let write = |engagement: &Engagement| written(session, engagement, &project, &lasting, handout);
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

/// A file; `lasting` tells the project from others for ever. `None` where there would be nothing in it.
fn written(
    session: Session,
    engagement: &Engagement,
    project: &str,
    lasting: &str,
    handout: Handout,
) -> Option<Vec<u8>> {
    let (lang, now) = (session.lang(), browser::now());
    let date = browser::local_day(now);
    let talk = |format| {
        let economy = Economy::of(engagement, lang, true);
        slides(&Talk { engagement, economy: economy.as_ref(), format, date, lang })
    };
    Some(match handout {
        Handout::Project | Handout::Page => project.as_bytes().to_vec(),
        Handout::Report => {
            let economy = Economy::of(engagement, lang, true);
            report::write(&Report { engagement, project, economy: economy.as_ref(), date, lang }).into_bytes()
        }
        Handout::WideSlides => talk(Format::Wide),
        Handout::A4Slides => talk(Format::A4),
        Handout::Workbook => workbook(engagement, lang),
        Handout::Calendar => {
            let items = calendar::next_steps(engagement, lasting, lang.words());
            if items.is_empty() {
                return None;
            }
            let title = lang.words().title_or(&engagement.head().title, lang.words().untitled_engagement);
            calendar::calendar(title, &items, now).into_bytes()
        }
    })
}
