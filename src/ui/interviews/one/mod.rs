//! One interview: who was heard, the timeline, what was said, and the line that is typed into.

mod acts;
mod band;
mod clock;
mod corrections;
mod debrief;
mod editor;
mod follow;
mod guide;
mod head;
mod keys;
mod line;
mod lost;
mod marks;
mod menu;
mod menus;
mod note;
mod notes;
mod panes;
mod paste;
mod picker;
mod quotes;
mod selecting;
mod speaker;
mod talk;
mod target;
mod timer;
mod verbs;
mod when;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::edit::overruled::Overruling;
use crate::i18n::interviews::capture::CaptureWords;
use crate::insight::interviews::glance;
use crate::interviews::kinds::{Consent, Outcome, Phase};
use crate::interviews::text::HighlightId;
use crate::model::Key;
use crate::model::quantity::InterviewId;
use crate::ui::browser::element;
use crate::ui::commands::{NoteVerb, TalkVerb, TalkWords, VerbRow, shortcuts, verb_of};
use crate::ui::deeds::Deeds;
use crate::ui::desk::Desk;
use crate::ui::parts::{Menu, later, live, once_needed, shown};
use crate::ui::saving::Saver;
use crate::ui::session::use_session;
use talk::{Pane, Talk};

/// One interview.
#[component]
pub fn OneInterview(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// The interview.
    interview: InterviewId,
    /// The quote that is gone to.
    quote: Memo<Option<HighlightId>>,
    /// Whether it was just added: its name comes first.
    is_new: bool,
) -> impl IntoView {
    let session = use_session();
    let talk = Talk::new(desk, session, saver, interview);
    provide_context(talk);
    follow::follow_others(talk);
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        // A slash is a sign of what is typed, wherever somebody types.
        let is_held = |event: &KeyboardEvent| event.ctrl_key() || event.meta_key();
        let is_typed = |event: &KeyboardEvent| !is_held(event) && element::focus_is_in_a_field();
        if let Some(verb) = verb_of::<TalkVerb>(&event).filter(|_| !is_typed(&event)) {
            event.prevent_default();
            verb.act(talk);
        }
    });
    session.dropping.take(move |files| {
        spawn_local(async move {
            match panes::panes().await {
                // Whoever dropped them may have gone elsewhere.
                _ if !talk.view.is() => (),
                Ok(panes) => (panes.read)(talk, files),
                Err(_) => session.notify(session.w().part_missing),
            }
        });
    });
    session.offers.add(move || verbs::offers(talk));
    session.keys_here.add(|lang| {
        let cw = CaptureWords::of(lang);
        let w = TalkWords::of(lang, lang.words());
        let line = |row: &VerbRow<TalkWords>| (row.keys, (row.label)(&w));
        let keys = shortcuts::<TalkVerb>().map(line).chain(cw.keys.iter().copied());
        (cw.shortcuts, keys.chain(shortcuts::<NoteVerb>().map(line)).collect())
    });
    on_cleanup(move || {
        desk.seal();
        keys.remove();
    });
    if is_new && talk.desk.may_edit() {
        talk.details.set(true);
        element::focus_soon(".interview-fields input");
    }
    // Where the list is a page of its own, its link had the keyboard, and may keep it for a frame after it is hidden.
    talk.view.next_frame(move || {
        let is_hidden = session.narrow.get_untracked() && element::focus_is_in(".interview-list");
        if is_hidden || element::focus_is_lost() {
            element::focus_soon(".interview-name");
        }
    });
    // An interview without a word begins where people begin who did this. A line that is begun, or was aimed elsewhere, stays.
    let outcome = Memo::new(move |_| talk.head(|head| head.outcome));
    Effect::new(move |before: Option<Option<Outcome>>| {
        let outcome = outcome.get();
        let is_fresh = desk.peek(|e| e.paragraphs_of(interview).is_empty());
        let is_unaimed =
            |before| untrack(|| talk.line.text().is_empty() && talk.phase.get() == Phase::first_of(before));
        if is_fresh && before.is_some_and(|before| before != outcome && is_unaimed(before)) {
            talk.phase.set(Phase::first_of(outcome));
        }
        outcome
    });
    // A note that comes back brings the phase that it was filed under: the next one goes on from there.
    desk.on_overruled(move |one| {
        if matches!(one, Overruling::Redone(touched) if touched.contains(&Key::Transcript(interview))) {
            talk.phase.set(desk.peek(|e| glance::phase(e, interview)));
        }
    });
    // What is pasted takes the height of the fields as long as it is looked at.
    let folded = StoredValue::new(false);
    Effect::new(move |before: Option<Pane>| {
        let pane = talk.pane.get();
        if pane == Pane::Paste && before != Some(pane) {
            folded.set_value(talk.details.get_untracked());
            talk.details.set(false);
        } else if pane != Pane::Paste && before == Some(Pane::Paste) && folded.get_value() {
            talk.details.set(true);
        }
        pane
    });
    Effect::new(move |_| {
        if let Some(quote) = quote.get() {
            talk.pane.set(Pane::Notes);
            talk.view.after_update(move || show_quote(talk, quote));
        }
    });
    // What is typed and looked at outlives a switch of the language: only its views are built anew. Another interview is drawn into
    // the place of the one before, and begins at its top.
    let is_built = StoredValue::new(false);
    live(move || {
        session.lang.track();
        talk.editing.set(None);
        match is_built.get_value() {
            true => element::keep_scroll("notes-scroll"),
            false => element::scroll_to("notes-scroll", (0, 0)),
        }
        is_built.set_value(true);
        view! {
            <section
                class="interview"
                class:not-printed=live(move || talk.head(|head| head.consent == Consent::None))
                class:pasting=live(move || talk.pane.get() == Pane::Paste)
                aria-label=live(move || head::name(talk))
            >
                <head::InterviewHead />
                <p class="paper-note">
                    {live(move || match talk.head(|head| head.consent) {
                        Consent::None => talk.iw().not_printed,
                        Consent::Anonymous => talk.iw().printed_with_names,
                        Consent::ByName => "",
                    })}
                </p>
                <band::TimelineBand />
                {live(move || match talk.pane.get() {
                    Pane::Notes => view! { <notes::Notes /> }.into_any(),
                    other => later(panes::panes, move |panes| (panes.show)(other)),
                })}
            </section>
            {shown(move || !desk.read_only(), || view! { <line::Line /> })}
            <picker::Picker />
            {once_needed(
                move || talk.renaming.get(),
                move || talk.renaming.set(false),
                panes::panes,
                |panes| (panes.rename_speaker)(),
            )}
            <Menu menus=talk.menus />
        }
        .into_any()
    })
}

/// Goes to a quote: it is the one that keys speak of.
fn show_quote(talk: Talk, quote: HighlightId) {
    match talk.desk.peek(|e| glance::ends(e, quote)) {
        Some(((note, _), _)) => {
            talk.go(note);
            talk.active.set(Some(quote));
        }
        None => element::soon(".lost", |lost| element::show(&lost)),
    }
}
