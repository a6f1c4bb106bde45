//! What people answered about an outcome: how important it is, and how satisfied they are.

use leptos::{ev, prelude::*};

use super::use_hub;
use crate::edit::Command;
use crate::i18n::interviews::words;
use crate::insight::interviews::outcomes::{Pasted, RefusedLine, read_answers};
use crate::model::quantity::{Grade, InterviewId, StatementId};
use crate::model::statement::Answer;
use crate::model::{Collection, Key};
use crate::ui::browser::element;
use crate::ui::parts::{Icon, Sign, live, on, shown};

/// The answers to an outcome, to read and to change.
#[component]
pub fn AnswerRows(
    /// The outcome.
    id: StatementId,
) -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let given = move || desk.read(Key::Answers(id), |e| e.answers(id).map(|one| one.given.clone())).unwrap_or_default();
    let count = Memo::new(move |_| given().len());
    let put = move |change: &dyn Fn(&mut Vec<Answer>)| {
        let mut all = untrack(given);
        change(&mut all);
        desk.dispatch(Command::SetAnswers(id, all))
    };
    let pasting = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());
    let refused = RwSignal::new(Vec::<RefusedLine>::new());
    let no_room = RwSignal::new(0_usize);
    let take = move |_| {
        let Pasted { answers, refused: lines, left } = read_answers(&pasted.get_untracked(), count.get_untracked());
        if !answers.is_empty() {
            if !put(&|all| all.extend(answers.iter().cloned())).is_done() {
                return;
            }
            desk.seal();
        }
        // What was not read stays, to be corrected, and what there was no room for.
        let stays: Vec<&str> =
            lines.iter().map(|one| one.line.as_str()).chain(left.iter().map(String::as_str)).collect();
        pasted.set(stays.join("\n"));
        pasting.set(answers.is_empty() || !stays.is_empty());
        no_room.set(left.len());
        refused.set(lines);
    };
    let add = move |_| {
        _ = put(&|all| all.push(Answer::default()));
        desk.seal();
        element::soon(format!("#answers-{} tr:last-child select", id.0), |field| element::focus(&field));
    };
    view! {
        {live(move || (count.get() > 0).then(|| {
            view! {
                <table class="answers" id=format!("answers-{}", id.0)>
                    <thead>
                        <tr>
                            <th scope="col">{f.who}</th>
                            <th scope="col">{f.segment}</th>
                            <th scope="col">{f.importance}</th>
                            <th scope="col">{f.satisfaction}</th>
                            <th scope="col"><span class="unseen">{f.remove_answer}</span></th>
                        </tr>
                    </thead>
                    <tbody>{(0..count.get()).map(|at| view! { <Row id at /> }.into_any()).collect_view()}</tbody>
                </table>
            }
                .into_any()
        }))}
        <div class="statement-foot">
            <button class="button quiet small" on:click=on(add)><Icon sign=Sign::Plus />{f.add_answer}</button>
            <button
                class="button quiet small"
                aria-expanded=live(move || pasting.get().to_string())
                on:click=on(move |_| pasting.update(|pasting| *pasting = !*pasting))
            >
                {f.paste_answers}
            </button>
        </div>
        {shown(move || pasting.get(), move || {
            view! {
                <div class="paste-answers">
                    <textarea
                        data-draft="line"
                        class="field"
                        rows="4"
                        aria-label=f.paste_hint
                        placeholder=f.paste_hint
                        prop:value=live(move || pasted.get())
                        on:input=on(move |event: ev::Event| pasted.set(event_target_value(&event)))
                    ></textarea>
                    <button class="button small" on:click=on(take)>{f.paste_answers}</button>
                    {live(move || refused.with(|lines| lines.first().map(|first| {
                        view! { <p class="field-wrong" role="alert">{(f.unread_lines)(lines.len(), &first.line, &first.typed)}</p> }.into_any()
                    })))}
                    {live(move || (no_room.get() > 0).then(|| {
                        view! { <p class="field-wrong" role="alert">{(f.no_room)(no_room.get())}</p> }.into_any()
                    }))}
                </div>
            }
        })}
    }
}

#[component]
fn Row(id: StatementId, at: usize) -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let w = words(hub.session.lang());
    let answer = move || {
        desk.read(Key::Answers(id), |e| e.answers(id).and_then(|one| one.given.get(at).cloned())).unwrap_or_default()
    };
    let put = move |change: &dyn Fn(&mut Answer)| {
        let mut all = desk.peek(|e| e.answers(id).map(|one| one.given.clone())).unwrap_or_default();
        if let Some(answer) = all.get_mut(at) {
            change(answer);
            desk.dispatch(Command::SetAnswers(id, all));
        }
    };
    let people = move || -> Vec<(InterviewId, String)> {
        desk.read(Key::List(Collection::Interview), |e| {
            let name =
                |person: &str| if person.trim().is_empty() { w.unnamed.to_owned() } else { person.trim().into() };
            e.interviews().map(|(id, interview)| (id, name(&interview.head.person))).collect()
        })
    };
    let grade = move |label: &'static str,
                      read: fn(&Answer) -> Option<Grade>,
                      write: fn(&mut Answer, Option<Grade>)| {
        let option = move |grade: Grade| {
            view! {
                <option value=grade.number().to_string() selected=live(move || read(&answer()) == Some(grade))>
                    {grade.number().to_string()}
                </option>
            }
            .into_any()
        };
        let choose = move |event: ev::Event| {
            let grade = event_target_value(&event).parse::<u8>().ok().and_then(|number| Grade::try_from(number).ok());
            put(&|answer| write(answer, grade));
            desk.seal();
        };
        view! {
            <td>
                <select class="field" aria-label=label disabled=live(move || desk.read_only()) on:change=on(choose)>
                    <option value="" selected=live(move || read(&answer()).is_none())>{f.unanswered}</option>
                    {Grade::ALL.map(option).collect_view()}
                </select>
            </td>
        }
        .into_any()
    };
    let choose_person = move |event: ev::Event| {
        let person = event_target_value(&event).parse().ok().map(InterviewId);
        put(&|answer| answer.interview = person);
        desk.seal();
    };
    let remove = move |_| {
        let mut all = desk.peek(|e| e.answers(id).map(|one| one.given.clone())).unwrap_or_default();
        if at < all.len() {
            all.remove(at);
            desk.dispatch(Command::SetAnswers(id, all));
            desk.seal();
        }
    };
    view! {
        <tr>
            <td>
                <select class="field" aria-label=f.who disabled=live(move || desk.read_only()) on:change=on(choose_person)>
                    <option value="" selected=live(move || answer().interview.is_none())>{f.someone_else}</option>
                    {live(move || {
                        let option = move |(person, name): (InterviewId, String)| {
                            view! {
                                <option value=person.0.to_string() selected=live(move || answer().interview == Some(person))>
                                    {name}
                                </option>
                            }
                            .into_any()
                        };
                        people().into_iter().map(option).collect_view().into_any()
                    })}
                </select>
            </td>
            <td>
                <input
                    class="field"
                    type="text"
                    aria-label=f.segment
                    readonly=live(move || desk.read_only())
                    prop:value=live(move || answer().segment)
                    on:input=on(move |event: ev::Event| {
                        let text = event_target_value(&event);
                        put(&|answer| answer.segment = text.clone());
                    })
                    on:blur=on(move |_| desk.seal())
                />
            </td>
            {grade(f.importance, |answer| answer.importance, |answer, grade| answer.importance = grade)}
            {grade(f.satisfaction, |answer| answer.satisfaction, |answer, grade| answer.satisfaction = grade)}
            <td>
                <button class="button quiet small icon-only" aria-label=f.remove_answer title=f.remove_answer on:click=on(remove)>
                    <Icon sign=Sign::Close />
                </button>
            </td>
        </tr>
    }
}
