//! The guide: what to ask, what was asked, and which questions put the answer into people's mouths.

use leptos::{ev, prelude::*};

use super::talk::{Talk, use_talk};
use crate::edit::{Command, InterviewInput};
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::overview;
use crate::interviews::kinds::Outcome;
use crate::interviews::questions::{Fault, Topic, check};
use crate::interviews::record::{Head, Question};
use crate::ui::browser::element;
use crate::ui::parts::{DraftInput, FieldDraft, Icon, Sign, live, on, shown};

/// The guide with the bar of what is covered.
#[component]
pub fn Guide() -> impl IntoView {
    let talk = use_talk();
    let (w, cw) = (talk.session.w(), talk.cw());
    let count = Memo::new(move |_| talk.head(|head| head.guide.len()));
    let draft = FieldDraft::new(talk.session, talk.desk, format!("question-{}", talk.id.0));
    let add = move || {
        let text = draft.text();
        if text.trim().is_empty() {
            return;
        }
        change(talk, |guide| guide.push(Question { text: text.trim().into(), ..Question::default() }));
        draft.clear();
    };
    let template = move || {
        let button = |outcome: Outcome| {
            view! {
                <button
                    type="button"
                    class="button small"
                    on:click=on(move |_| use_template(talk, outcome))
                >
                    {(cw.use_template)(talk.iw().outcome(Some(outcome)))}
                </button>
            }
            .into_any()
        };
        // Before a kind is chosen each of them can be.
        let chosen = talk.head(|head| head.outcome);
        let offered = Outcome::ALL.into_iter().filter(|one| chosen.is_none_or(|chosen| chosen == *one));
        offered.map(button).collect_view().into_any()
    };
    let remark = move || {
        let remark = check(&draft.get())?;
        let outcome = remark.about.or_else(|| talk.head(|head| head.outcome));
        Some(remark_view(talk, remark.fault, outcome, move |instead| {
            draft.set(instead.into());
            element::focus_soon(".question-add input");
        }))
    };
    view! {
        <section class="guide" aria-label=cw.guide>
            <Coverage />
            {live(move || talk.head(Head::walks_backwards).then(|| {
                view! { <p class="input-note">{cw.backwards}</p> }.into_any()
            }))}
            <ol class="questions">
                {live(move || (0..count.get()).map(|at| question(talk, at)).collect_view().into_any())}
            </ol>
            {live(move || (count.get() == 0).then(|| {
                view! { <p class="empty-title">{if talk.desk.read_only() { cw.no_questions_here } else { cw.no_questions }}</p> }.into_any()
            }))}
            {shown(move || !talk.desk.read_only(), move || {
                view! {
                    <form
                        class="question-add"
                        on:submit=on(move |event: ev::SubmitEvent| {
                            event.prevent_default();
                            add();
                        })
                    >
                        <DraftInput draft placeholder=cw.question_hint name=cw.add_question />
                        <button type="submit" class="button small">{w.add}</button>
                        {live(template)}
                    </form>
                    {live(remark)}
                }
            })}
        </section>
    }
}

/// Changes the questions as a step of its own.
fn change(talk: Talk, change: impl FnOnce(&mut Vec<Question>)) {
    let mut guide = talk.peek_head(|head| head.guide.clone());
    change(&mut guide);
    talk.act(Command::SetInterview(talk.id, InterviewInput::Guide(guide)));
}

/// Puts the questions for a kind of interview behind those that are there, in the language that is spoken. Whoever takes the
/// questions of a kind has chosen it.
fn use_template(talk: Talk, outcome: Outcome) {
    let (chosen, language) = talk.peek_head(|head| (head.outcome, head.language));
    if chosen.is_none() {
        talk.act(Command::SetInterview(talk.id, InterviewInput::Outcome(Some(outcome))));
    }
    // What the notes cover already need not be asked: the ticks say what the bar says.
    let covered = talk.desk.peek(|e| overview::coverage(e, talk.id));
    change(talk, |guide| {
        for question in InterviewWords::of(language.into()).guide(outcome) {
            if !guide.iter().any(|known| known.text == question.text) {
                let (topic, asked) = (Some(question.topic), covered.has(question.topic));
                guide.push(Question { text: question.text.into(), topic, asked });
            }
        }
    });
}

/// A question: ticked once it was asked, changed in place, checked as it is typed.
fn question(talk: Talk, at: usize) -> AnyView {
    let cw = talk.cw();
    let one = Memo::new(move |_| talk.head(|head| head.guide.get(at).cloned()).unwrap_or_default());
    let tick = move || {
        change(talk, |guide| {
            if let Some(question) = guide.get_mut(at) {
                question.asked = !question.asked;
            }
        });
    };
    let write = move |text: String| {
        let mut guide = talk.peek_head(|head| head.guide.clone());
        if let Some(question) = guide.get_mut(at) {
            question.text = text;
            talk.desk.dispatch(Command::SetInterview(talk.id, InterviewInput::Guide(guide)));
        }
    };
    let remark = move || {
        let remark = check(&one.get().text)?;
        let outcome = remark.about.or_else(|| talk.head(|head| head.outcome));
        let instead = move |text: &'static str| {
            talk.desk.seal();
            write(text.into());
            talk.desk.seal();
            // The button goes with what was wrong.
            let field = format!(".question:nth-child({}) textarea", at + 1);
            element::soon(field, |field| element::focus(&field));
        };
        Some(remark_view(talk, remark.fault, outcome, instead))
    };
    let remove = move || {
        change(talk, |guide| {
            if at < guide.len() {
                guide.remove(at);
            }
        });
        element::focus_soon(".question-add input");
    };
    let label = move || (cw.asked)(at + 1);
    view! {
        <li class="question" class:asked=live(move || one.get().asked)>
            <input
                type="checkbox"
                aria-label=label()
                prop:checked=live(move || one.get().asked)
                disabled=live(move || talk.desk.read_only())
                on:change=on(move |_: ev::Event| tick())
            />
            <div class="question-words">
                <textarea
                    class="question-text"
                    rows="1"
                    aria-label=(cw.question)(at + 1)
                    readonly=live(move || talk.desk.read_only())
                    prop:value=live(move || one.get().text)
                    on:input=on(move |event: ev::Event| write(event_target_value(&event).replace(['\r', '\n'], " ")))
                    on:blur=on(move |_| talk.desk.seal())
                ></textarea>
                {live(remark)}
            </div>
            {live(move || one.get().topic.map(|topic| view! { <span class="chip">{talk.iw().topic(topic)}</span> }.into_any()))}
            {shown(move || !talk.desk.read_only(), move || {
                view! {
                    <button
                        class="button quiet icon-only small"
                        aria-label=(cw.remove_question)(at + 1)
                        title=(cw.remove_question)(at + 1)
                        on:click=on(move |_| remove())
                    >
                        <Icon sign=Sign::Delete />
                    </button>
                }
            })}
        </li>
    }
    .into_any()
}

/// What is wrong with a question, and the one about the day instead.
fn remark_view(talk: Talk, fault: Fault, outcome: Option<Outcome>, take: impl Fn(&'static str) + 'static) -> AnyView {
    let instead = (talk.iw().instead)(fault, outcome);
    view! {
        <p class="question-remark" role="status">
            <span>{(talk.iw().fault)(fault)}</span>
            <button type="button" class="button small" on:click=on(move |_| take(instead))>{instead}</button>
        </p>
    }
    .into_any()
}

/// The bar: phases, contrasts, forces, the last question.
#[component]
fn Coverage() -> impl IntoView {
    let talk = use_talk();
    let covered = talk.counted(move |e| {
        let coverage = overview::coverage(e, talk.id);
        Topic::all().map(|topic| (topic, coverage.has(topic))).collect::<Vec<_>>()
    });
    let said = move || {
        let all = covered.get();
        (talk.iw().covered)(all.iter().filter(|(_, has)| *has).count(), all.len())
    };
    let piece = move |(topic, has): (Topic, bool)| {
        let class = if has { "coverage-piece covered" } else { "coverage-piece" };
        let name = talk.iw().topic(topic);
        let state = if has { talk.cw().is_covered } else { talk.cw().is_missing };
        view! {
            <li class=class title=name.clone()>
                <span class="unseen">{format!("{name}: {state}")}</span>
            </li>
        }
        .into_any()
    };
    let missing = move || {
        let missing: Vec<Topic> = covered.get().into_iter().filter(|(_, has)| !has).map(|(topic, _)| topic).collect();
        (!missing.is_empty()).then(|| (talk.cw().still_to_ask)(&talk.iw().topics(&missing)))
    };
    view! {
        <div class="coverage">
            <p class="coverage-said">{live(said)}</p>
            <ul class="coverage-bar">{live(move || covered.get().into_iter().map(piece).collect_view().into_any())}</ul>
            <p class="coverage-missing">{live(missing)}</p>
        </div>
    }
}
