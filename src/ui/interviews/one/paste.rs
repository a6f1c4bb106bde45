//! A transcript that is pasted or read from a file: shown as it was understood, and taken when somebody has looked.

use chrono::NaiveDate;
use leptos::task::spawn_local;
use leptos::{ev, prelude::*};
use web_sys::File;

use super::corrections::{Corrected, Corrections, who_speaks};
use super::talk::{Pane, Talk, row_id, use_talk};
use crate::edit::Command;
use crate::i18n::figures;
use crate::i18n::pasting::PastingWords;
use crate::insight::agenda::clock_text;
use crate::insight::interviews::duplicates::Known;
use crate::interviews::exchange::{FileText, transcript_text};
use crate::interviews::text::Paragraph;
use crate::interviews::timeline::When;
use crate::interviews::transcript::{Asks, Said, Transcript, Unreadable, day_of, read};
use crate::model::Key;
use crate::model::quantity::InterviewId;
use crate::ui::browser::{self, element, file};
use crate::ui::offered::unused;
use crate::ui::parts::{FileInput, Icon, Sign, choose_files, live, on, shown};

/// No transcript is larger.
const LARGEST_FILE: usize = 10 << 20;

/// How many paragraphs are shown before the whole is taken.
const SHOWN: usize = 8;

const AREA: &str = "transcript";
/// The id of what asks for a file.
const FILE: &str = "transcript-file";

/// Reads a file into the box, and opens it.
pub fn begin_with(talk: Talk, files: Vec<File>) {
    if talk.desk.refuses() {
        return;
    }
    let Some(picked) = files.into_iter().next() else { return };
    let session = talk.session;
    spawn_local(async move {
        let name = picked.name();
        match file::bytes_of(&picked, LARGEST_FILE).await {
            // The person may have left the interview.
            _ if !talk.view.is() => (),
            Ok(found) => match transcript_text(&found) {
                Ok(FileText { text, is_cut, is_guessed }) => {
                    if is_cut {
                        session.notify((talk.cw().cut_transcript)(&name));
                    }
                    talk.guessed.set(is_guessed.then(|| text.clone()));
                    let before = unused(Some(talk.transcript.text()), &text);
                    begin(talk, Some(text));
                    if let Some(before) = before {
                        session.notify_undoable(PastingWords::of(session.lang()).text_replaced, None, move || {
                            talk.transcript.set(before.clone())
                        });
                    }
                }
                Err(why) => session.notify((talk.cw().no_transcript)(&name, why)),
            },
            Err(error) => session.notify(error.text(session.w(), &name)),
        }
    });
}

/// Opens the box, with a text in it.
pub fn begin(talk: Talk, text: Option<String>) {
    if talk.desk.refuses() {
        return;
    }
    if let Some(text) = text {
        talk.transcript.set(text);
    }
    talk.pane.set(Pane::Paste);
    element::focus_once_there("#transcript");
}

/// The box.
#[component]
pub fn PastePane() -> impl IntoView {
    let talk = use_talk();
    let (w, cw) = (talk.session.w(), talk.cw());
    let draft = talk.transcript;
    let found = Memo::new(move |_| {
        let text = draft.get();
        if text.trim().is_empty() { None } else { Some(read(&text)) }
    });
    let corrections = Corrections::of(talk, found);
    let understood = Memo::new(move |_| Some(found.get()?.map(|transcript| corrections.apply(transcript))));
    let is_understood = Memo::new(move |_| matches!(understood.get(), Some(Ok(_))));
    Effect::new(move |_| {
        if is_understood.get() {
            // Who speaks comes before what they say: that is asked first.
            let first = ".transcript-paste .paste-names, #transcript-understood > *";
            element::soon(first, |understood| element::show(&understood));
        }
    });
    // What was pasted or typed over it is no guess.
    let is_guessed =
        Memo::new(move |_| talk.guessed.with(|file| file.as_ref().is_some_and(|file| *file == draft.get())));
    let interviewer =
        Memo::new(move |_| understood.with(|read| corrections.interviewer(read.as_ref()?.as_ref().ok()?)));
    // What people are called makes no other text of it.
    let nobody = Memo::new(move |_| corrections.get().nobody);
    let holder = Memo::new(move |_| {
        let read = found.get().and_then(Result::ok)?.without(&nobody.get());
        talk.desk.peek(|e| Known::of(e).holds(read.paragraphs.iter().map(|said| said.text.as_str())))
    });
    // The day that the text says, where the interview has another; it is taken unless somebody says no.
    let said_day = Memo::new(move |_| {
        let day = day_of(&draft.get(), browser::local_day(browser::now()))?;
        Some(day).filter(|day| talk.head(|head| head.on) != When::Day(*day))
    });
    let takes_day = move || !corrections.get().keeps_day;
    let take = move || {
        let day = said_day.get_untracked().filter(|_| untrack(takes_day));
        if let Some(Ok(corrected)) = understood.get_untracked()
            && self::take(talk, corrected.transcript, interviewer.get_untracked(), day)
        {
            draft.clear();
            corrections.clear();
        }
    };
    let keys = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            take();
        }
        "Escape" => {
            talk.pane.set(Pane::Notes);
            talk.go_to_line();
        }
        _ => (),
    };
    view! {
        <section class="paste transcript-paste" class:read=live(move || is_understood.get()) aria-label=cw.paste_transcript>
            <label class="paste-label" for=AREA>{cw.paste_transcript}</label>
            <p class="input-note" id="transcript-hint">{cw.paste_hint}</p>
            <textarea
                data-draft="field"
                class="field paste-text"
                id=AREA
                rows="10"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="transcript-hint transcript-understood"
                prop:value=live(move || draft.get())
                on:input=on(move |event: ev::Event| draft.set(event_target_value(&event)))
                on:keydown=on(keys)
            ></textarea>
            {shown(move || is_guessed.get(), move || view! { <p class="asked">{cw.guessed_letters}</p> })}
            {live(move || found.get().and_then(Result::ok).map(|found| who_speaks(talk, found.speakers, corrections, keys)))}
            <div id="transcript-understood">{live(move || understood.get().map(|read| shown_as(talk, read, corrections, interviewer)))}</div>
            {live(move || said_day.get().filter(|_| is_understood.get()).map(|day| {
                view! {
                    <label class="paste-who">
                        <input
                            type="checkbox"
                            prop:checked=live(takes_day)
                            on:change=on(move |event: ev::Event| {
                                let keeps_day = !event_target_checked(&event);
                                corrections.choose(|chosen| chosen.keeps_day = keeps_day);
                            })
                        />
                        {(cw.set_date)(&figures::date(talk.session.lang(), day))}
                    </label>
                }
                    .into_any()
            }))}
            {live(move || holder.get().map(|holder| view! { <p class="paste-wrong" role="status">{already(talk, holder)}</p> }.into_any()))}
            <div class="paste-actions">
                {shown(
                    move || is_understood.get(),
                    move || {
                        let label = move || if holder.get().is_some() { cw.add_anyway } else { cw.take_transcript };
                        view! { <button class="button primary" on:click=on(move |_| take())>{live(label)}</button> }
                    },
                )}
                {shown(move || holder.get().is_some(), move || {
                    let leave = move |_| {
                        draft.clear();
                        corrections.clear();
                        talk.pane.set(Pane::Notes);
                        talk.go_to_line();
                    };
                    view! { <button class="button" on:click=on(leave)>{cw.dont_add}</button> }
                })}
                <button
                    class="button"
                    on:click=on(move |_| choose_files(FILE))
                >
                    <Icon sign=Sign::Upload />
                    {cw.import_file}
                </button>
                <button class="button quiet" on:click=on(move |_| talk.pane.set(Pane::Notes))>{w.close}</button>
            </div>
            <FileInput
                id=FILE
                accept=".txt,.md,.srt,.vtt,.csv,.tsv,.json,.docx,text/plain,text/markdown,text/vtt"
                take=Callback::new(move |files| begin_with(talk, files))
            />
        </section>
    }
}

/// Which interview has this transcript already.
fn already(talk: Talk, holder: InterviewId) -> String {
    if holder == talk.id {
        return talk.cw().already_in_this.into();
    }
    let person = talk.desk.peek(|e| e.interview(holder).map(|one| one.head.person.trim().to_owned()));
    (talk.cw().already_in)(&person.filter(|name| !name.is_empty()).unwrap_or_else(|| talk.iw().unnamed.into()))
}

/// What was understood, or why nothing was.
fn shown_as(
    talk: Talk,
    read: Result<Corrected, Unreadable>,
    corrections: Corrections,
    interviewer: Memo<Option<u16>>,
) -> AnyView {
    let (cw, iw) = (talk.cw(), talk.iw());
    let corrected = match read {
        Ok(corrected) => corrected,
        Err(why) => return view! { <p class="paste-wrong" role="status">{(iw.unreadable)(why)}</p> }.into_any(),
    };
    let transcript = &corrected.transcript;
    let places = StoredValue::new(corrected.places.clone());
    let set_asking = move |now| places.with_value(|places| corrections.set_interviewer(places, now));
    let name = |speaker: Option<u16>| speaker.and_then(|at| transcript.speakers.get(usize::from(at)).cloned());
    let line = |said: &Said| {
        let speaker = said.speaker.zip(name(said.speaker)).map(|(at, name)| {
            let is_asking = move || interviewer.get() == Some(at);
            let turn = move |_| set_asking(Some(at).filter(|_| !untrack(is_asking)));
            view! {
                <button
                    class="paste-speaker"
                    aria-pressed=live(move || is_asking().to_string())
                    title=cw.turn_interviewer
                    on:click=on(turn)
                >
                    {name}
                    " "
                    {live(move || is_asking().then(|| view! { <span class="chip">{cw.interviewer}</span> }.into_any()))}
                </button>
            }
            .into_any()
        });
        let text: String = said.text.chars().take(160).collect();
        let time = said
            .start
            .map(|at| view! { <span class="paste-time">{clock_text(i64::from(at / 1000))}</span> }.into_any());
        view! { <li>{time} " " {speaker} " " <span dir="auto">{text}</span></li> }.into_any()
    };
    let rest = transcript.paragraphs.len().saturating_sub(SHOWN);
    let are_several = transcript.speakers.len() > 1;
    let is_unknown = move || are_several && corrections.get().asks == Asks::AsRead && interviewer.get().is_none();
    let who = (!transcript.speakers.is_empty()).then(|| {
        let options = transcript.speakers.iter().cloned().zip(0_u16..).map(|(name, at)| {
            let selected = live(move || interviewer.get() == Some(at));
            view! { <option value=at.to_string() selected=selected>{name}</option> }.into_any()
        });
        view! {
            <label class="paste-who">
                <span>{cw.interviewer}</span>
                <select
                    class="field"
                    on:change=on(move |event: ev::Event| set_asking(event_target_value(&event).parse().ok()))
                >
                    <option value="" selected=live(move || interviewer.get().is_none())>{cw.nobody}</option>
                    {options.collect_view()}
                </select>
            </label>
            {live(move || is_unknown().then(|| view! { <p class="asked">{cw.who_asks}</p> }.into_any()))}
        }
        .into_any()
    });
    view! {
        <p class="input-note" role="status" dir="auto">{(iw.understood)(transcript)}</p>
        {who}
        <ul class="paste-shown" aria-label=cw.begins_with>
            {transcript.paragraphs.iter().take(SHOWN).map(line).collect::<Vec<_>>()}
            {(rest > 0).then(|| view! { <li class="paste-rest">{(cw.more_paragraphs)(rest)}</li> }.into_any())}
        </ul>
    }
    .into_any()
}

/// Adds a transcript to the interview, and gives the interview a day where there is one. Says whether it was added.
fn take(talk: Talk, transcript: Transcript, interviewer: Option<u16>, day: Option<NaiveDate>) -> bool {
    let count = transcript.paragraphs.len();
    let said = |said: Said| Paragraph { speaker: said.speaker, at: said.start, ..Paragraph::of(&said.text) };
    let command = Command::AddTranscript {
        interview: talk.id,
        speakers: transcript.speakers,
        paragraphs: transcript.paragraphs.into_iter().map(said).collect(),
        interviewer,
        on: day,
    };
    let Some(Key::Paragraph(first)) = talk.act(command).made() else { return false };
    talk.pane.set(Pane::Notes);
    talk.desk.notify_done((talk.cw().taken)(count), move || _ = talk.desk.undo());
    talk.view.after_update(move || {
        if element::by_id(&row_id(first)).is_some() {
            talk.go(first);
        }
    });
    true
}
