//! What people answered about an outcome: how important it is, and how satisfied they are.

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};
use web_sys::File;

use super::{Hub, use_hub};
use crate::edit::Command;
use crate::i18n::interviews::InterviewWords;
use crate::i18n::pasting::PastingWords;
use crate::i18n::tables::TableWords;
use crate::insight::interviews::answers::{Fault, RefusedLine, read_answers, sheet_of_answers, together};
use crate::insight::interviews::duplicates::are_repeated;
use crate::model::quantity::{Grade, InterviewId, StatementId};
use crate::model::statement::Answer;
use crate::model::{Collection, Key};
use crate::ui::alive::Alive;
use crate::ui::browser::{element, file};
use crate::ui::offered::{Offered, Source};
use crate::ui::parts::{FileInput, Icon, Sign, alert, choose_files, live, offer, on, shown};
use crate::ui::sheets;

/// No file of answers is larger: an outcome has room for some thousands, a line each.
const LARGEST_FILE: usize = 1 << 20;

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
    let view = Alive::here();
    let pasting = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());
    let refused = RwSignal::new(Vec::<RefusedLine>::new());
    let no_room = RwSignal::new(0_usize);
    // Whether something was taken. What was not read stays in the field.
    let asked = RwSignal::new(None::<(String, bool)>);
    let take = move |text: &str| {
        hub.session.end_toast_of(PastingWords::of(hub.session.lang()).table_used);
        let read = read_answers(text, count.get_untracked());
        asked.set(None);
        if !read.answers.is_empty() {
            if !put(&|all| all.extend(read.answers.iter().cloned())).is_done() {
                return false;
            }
            desk.seal();
        }
        let stays = read.unread();
        pasting.set(read.answers.is_empty() || !stays.is_empty());
        pasted.set(stays);
        no_room.set(read.left.len());
        refused.set(read.refused);
        !read.answers.is_empty()
    };
    let take_file = move |text: &str| {
        let typed = pasted.get_untracked();
        let is_taken = take(text);
        if !typed.trim().is_empty() {
            // What was being typed stays in the field, too.
            pasted.update(|stays| *stays = together(&typed, stays));
            pasting.set(true);
        }
        // What was left out is told in the field.
        let is_whole = refused.with_untracked(Vec::is_empty) && no_room.get_untracked() == 0;
        if is_taken && is_whole {
            desk.notify_done(PastingWords::of(hub.session.lang()).table_used, move || _ = desk.undo());
        }
    };
    let is_repeated = move |text: &str| are_repeated(&untrack(given), &read_answers(text, 0).answers);
    let ask = move |text: String, is_file: bool| {
        asked.set(Some((text, is_file)));
        element::focus_soon(format!("#repeated-{} button", id.0));
    };
    let take_pasted = move |_| {
        let text = pasted.get_untracked();
        if is_repeated(&text) {
            ask(text, false);
        } else {
            take(&text);
        }
    };
    let open_paste = move |_| {
        pasting.update(|pasting| *pasting = !*pasting);
        if pasting.get_untracked() {
            element::focus_soon(format!("#paste-{}", id.0));
        }
    };
    let question = move |(text, is_file): (String, bool)| {
        let anyway = offer(f.exchange.import_anyway, move || if is_file { take_file(&text) } else { _ = take(&text) });
        let offers = [anyway, offer(f.exchange.dont_import, move || asked.set(None))].concat();
        view! { <div id=format!("repeated-{}", id.0)>{alert(f.exchange.answers_already_here.into(), offers)}</div> }
            .into_any()
    };
    let import = move |files: Vec<File>| {
        let Some(picked) = files.into_iter().next() else { return };
        spawn_local(async move {
            let text = text_of(hub, &picked).await;
            // Whoever asked may have gone elsewhere.
            if !view.is() {
                return;
            }
            match text {
                Ok(text) if read_answers(&text, 0).is_empty() => {
                    hub.session.notify((f.outcomes.no_answers_in)(&picked.name()));
                }
                Ok(text) if is_repeated(&text) => ask(text, true),
                Ok(text) => take_file(&text),
                Err(why) => hub.session.notify(why),
            }
        });
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
                            <th scope="col">{f.outcomes.who}</th>
                            <th scope="col">{f.outcomes.segment}</th>
                            <th scope="col">{f.outcomes.importance}</th>
                            <th scope="col">{f.outcomes.satisfaction}</th>
                            <th scope="col"><span class="unseen">{f.outcomes.remove_answer}</span></th>
                        </tr>
                    </thead>
                    <tbody>{(0..count.get()).map(|at| view! { <AnswerRow id at /> }.into_any()).collect_view()}</tbody>
                </table>
            }
                .into_any()
        }))}
        {shown(move || !desk.read_only(), move || {
            view! {
                <div class="statement-foot">
                    <button class="button quiet small" on:click=on(add)><Icon sign=Sign::Plus />{f.outcomes.add_answer}</button>
                    <button
                        class="button quiet small"
                        on:click=on(move |_| choose_files(&format!("answers-file-{}", id.0)))
                    >
                        {PastingWords::of(hub.session.lang()).import_table}
                    </button>
                    <button
                        class="button quiet small"
                        aria-expanded=live(move || pasting.get().to_string())
                        on:click=on(open_paste)
                    >
                        {f.outcomes.paste_answers}
                    </button>
                </div>
            }
        })}
        <FileInput id=format!("answers-file-{}", id.0) accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain" take=Callback::new(import) />
        {live(move || asked.get().map(question))}
        {shown(move || pasting.get(), move || {
            view! {
                <div class="paste-answers">
                    <textarea
                        data-draft="line"
                        id=format!("paste-{}", id.0)
                        class="field"
                        rows="6"
                        aria-label=f.outcomes.paste_hint
                        placeholder=f.outcomes.paste_hint
                        prop:value=live(move || pasted.get())
                        on:input=on(move |event: ev::Event| pasted.set(event_target_value(&event)))
                    ></textarea>
                    <button class="button small" on:click=on(take_pasted)>{f.outcomes.take_answers}</button>
                    {live(move || refused.with(|lines| lines.first().map(|first| {
                        let told = match &first.fault {
                            Fault::NoGrade(typed) => (f.outcomes.unread_lines)(lines.len(), &first.line, typed),
                            Fault::SeveralOutcomes(second) => (f.outcomes.several_outcomes)(second),
                        };
                        view! { <p class="field-wrong" role="alert">{told}</p> }.into_any()
                    })))}
                    {live(move || (no_room.get() > 0).then(|| {
                        view! { <p class="field-wrong" role="alert">{(f.outcomes.no_room)(no_room.get())}</p> }.into_any()
                    }))}
                </div>
            }
        })}
    }
}

/// The answers in a file as lines: of a workbook those of the sheet that holds some.
async fn text_of(hub: Hub, picked: &File) -> Result<String, String> {
    let (name, session) = (picked.name(), hub.session);
    let bytes = file::bytes_of(picked, LARGEST_FILE).await.map_err(|error| error.text(session.w(), &name))?;
    let source = sheets::source(session, name.clone(), bytes, None).await?;
    if let Source::Workbook(_, workbook) = &source {
        let sheets = workbook.sheets().iter().map(|sheet| sheet.text.as_str());
        return Ok(sheet_of_answers(sheets).unwrap_or_default().to_owned());
    }
    Offered::new(source).text().map_err(|why| (TableWords::of(session.lang()).no_text)(&name, why))
}

#[component]
fn AnswerRow(id: StatementId, at: usize) -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let w = InterviewWords::of(hub.session.lang());
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
                    <option value="" selected=live(move || read(&answer()).is_none())>{f.outcomes.unanswered}</option>
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
                <select class="field" aria-label=f.outcomes.who disabled=live(move || desk.read_only()) on:change=on(choose_person)>
                    <option value="" selected=live(move || answer().interview.is_none())>{f.outcomes.someone_else}</option>
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
                    aria-label=f.outcomes.segment
                    readonly=live(move || desk.read_only())
                    prop:value=live(move || answer().segment)
                    on:input=on(move |event: ev::Event| {
                        let text = event_target_value(&event);
                        put(&|answer| answer.segment = text.clone());
                    })
                    on:blur=on(move |_| desk.seal())
                />
            </td>
            {grade(f.outcomes.importance, |answer| answer.importance, |answer, grade| answer.importance = grade)}
            {grade(f.outcomes.satisfaction, |answer| answer.satisfaction, |answer, grade| answer.satisfaction = grade)}
            <td>
                <button class="button quiet small icon-only" aria-label=f.outcomes.remove_answer title=f.outcomes.remove_answer on:click=on(remove)>
                    <Icon sign=Sign::Delete />
                </button>
            </td>
        </tr>
    }
}
