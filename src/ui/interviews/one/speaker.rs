//! The dialog in which whoever says a note gets a name, or another one.

use leptos::{ev, prelude::*};

use super::talk::{Renamed, Talk, use_talk};
use crate::edit::Command;
use crate::insight::interviews::speakers::joined_by_name;
use crate::interviews::speakers::{MOST_LETTERS, NoSpeaker, named};
use crate::model::quantity::InterviewId;
use crate::ui::browser::element;
use crate::ui::parts::{Dialog, DialogForm, FieldDraft, live, on};

/// Opens it.
pub fn begin(talk: Talk, renamed: Renamed) {
    talk.renamed.set_value(renamed);
    talk.renaming.set(true);
}

/// The dialog.
#[component]
pub fn RenameSpeaker() -> impl IntoView {
    let talk = use_talk();
    view! {
        <Dialog open=talk.renaming title=talk.cw().speaker_name>
            {form(talk)}
        </Dialog>
    }
}

fn form(talk: Talk) -> AnyView {
    let cw = talk.cw();
    let renamed = talk.renamed.get_value();
    let (old, label, done) = match renamed {
        Renamed::Speaker(at) => {
            let old = talk.speakers.with_untracked(|all| all.get(usize::from(at)).cloned()).unwrap_or_default();
            let label = (cw.name_for)(&old);
            (old, label, cw.rename)
        }
        Renamed::Note(_) => (String::new(), cw.who_says.to_owned(), cw.set_name),
    };
    // What was typed waits for whoever left the dialog before it was used.
    let waits = FieldDraft::new(talk.session, talk.desk, field_of(talk.id, renamed));
    let typed = RwSignal::new(Some(waits.text()).filter(|text| !text.is_empty()).unwrap_or_else(|| old.clone()));
    // Said once somebody is done with it.
    let wrong = RwSignal::new(None::<NoSpeaker>);
    let joined = Memo::new(move |_| match renamed {
        Renamed::Speaker(at) => typed.with(|typed| talk.desk.peek(|e| joined_by_name(e, talk.id, at, typed))),
        Renamed::Note(_) => None,
    });
    let close = move || {
        talk.renaming.set(false);
        waits.clear();
    };
    let rename = Callback::new(move |()| {
        let name = match named(&typed.get_untracked()) {
            Ok(name) => name,
            Err(why) => {
                wrong.set(Some(why));
                return element::focus_soon("#speaker-name");
            }
        };
        let told = match joined.get_untracked() {
            Some(other) => (cw.joined_speakers)(&old, &other),
            None => (cw.renamed_speaker)(&old, &name),
        };
        close();
        let speaker = match renamed {
            Renamed::Speaker(speaker) => speaker,
            Renamed::Note(paragraph) => {
                talk.act(Command::NameSpeaker { paragraph, name });
                return;
            }
        };
        let command = Command::RenameSpeaker { interview: talk.id, speaker, name };
        talk.desk.dispatch_with_notice(command, told, move || _ = talk.desk.undo());
    });
    element::soon("#speaker-name", |field| element::select_all(&field));
    view! {
        <DialogForm submit=rename own_checks=true>
            <label class="dialog-line">
                <span>{label}</span>
                <input
                    type="text"
                    class="field"
                    id="speaker-name"
                    autocomplete="off"
                    aria-describedby="speaker-told"
                    aria-invalid=live(move || wrong.get().is_some().to_string())
                    prop:value=live(move || typed.get())
                    on:input=on(move |event: ev::Event| {
                        typed.set(event_target_value(&event));
                        waits.set(typed.get_untracked());
                        wrong.set(None);
                    })
                />
            </label>
            <div id="speaker-told">
                {live(move || match (wrong.get(), joined.get()) {
                    (Some(why), _) => view! { <p class="field-wrong" role="alert">{why_not(talk, why)}</p> }.into_any(),
                    (None, Some(other)) => view! { <p class="input-note" role="status">{(cw.speaker_joins)(&other)}</p> }.into_any(),
                    (None, None) => ().into_any(),
                })}
            </div>
            <div class="dialog-actions">
                <button type="submit" class="button primary">
                    {live(move || if joined.with(Option::is_some) { cw.join_speakers } else { done })}
                </button>
                <button type="button" class="button quiet" on:click=on(move |_| close())>{talk.session.w().close}</button>
            </div>
        </DialogForm>
    }
    .into_any()
}

/// Where a name waits that was typed and not used.
fn field_of(interview: InterviewId, renamed: Renamed) -> String {
    match renamed {
        Renamed::Speaker(at) => format!("speaker-{}-{at}", interview.0),
        Renamed::Note(note) => format!("speaker-of-{}", note.0),
    }
}

fn why_not(talk: Talk, why: NoSpeaker) -> String {
    match why {
        NoSpeaker::Empty => talk.cw().speaker_empty.into(),
        NoSpeaker::TooLong => (talk.cw().speaker_too_long)(MOST_LETTERS),
    }
}
