//! The friction points of all maps as one table, to be typed down column by column.

use std::collections::{HashMap, HashSet};

use leptos::{ev, prelude::*};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::browser::{element, typing};
use super::desk::Desk;
use super::last_places::LastPlaces;
use super::parts::{DayInput, Live, UndoButtons, each, live, on, shown, undo_by_keys};
use super::saving::Saver;
use super::session::{Session, use_session};
use crate::edit::{Command, Detail};
use crate::i18n::frictions::FrictionsWords;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::insight::{names, ranking};
use crate::model::journey::{Details, Evidence};
use crate::model::quantity::{CardId, Grade, JourneyId};
use crate::model::{Key, day};

/// Shows the table.
pub type Screen = fn(Desk, Saver) -> AnyView;

/// The screen. It is fetched when it is first needed.
#[wasm_split(frictions, fallible)]
pub fn screen() -> Result<Screen, SplitLoaderError> {
    Ok(|desk, saver| view! { <Frictions desk saver /> }.into_any())
}

/// What the table is called.
pub fn title(session: Session) -> &'static str {
    FrictionsWords::of(session.lang()).title
}

/// Where each friction is, and its score.
type ScoredFrictions = HashMap<CardId, (JourneyId, ranking::Ranked)>;

/// What the rows share.
#[derive(Clone, Copy)]
struct Shared {
    desk: Desk,
    saver: Saver,
    session: Session,
    found: Memo<ScoredFrictions>,
}

#[component]
fn Frictions(desk: Desk, saver: Saver) -> impl IntoView {
    let session = use_session();
    undo_by_keys(desk);
    on_cleanup(move || desk.seal());
    let to_be = RwSignal::new(false);
    let all = Memo::new(move |_| {
        let mut read = Vec::new();
        let to_be = to_be.get();
        let all = desk.peek(|e| ranking::of_all(e, to_be, |key| read.push(key)));
        read.into_iter().for_each(|key| desk.track(key));
        all
    });
    let found = Memo::new(move |_| all.with(|all| all.iter().map(|one| (one.1.card, *one)).collect()));
    let order = RwSignal::new(Vec::new());
    // While somebody types down a column no row moves: what is new comes at the end.
    Effect::new(move |_| {
        all.with(|all| {
            let listed: HashSet<CardId> = order.with_untracked(|order: &Vec<CardId>| order.iter().copied().collect());
            let new = all.iter().map(|(_, ranked)| ranked.card).filter(|card| !listed.contains(card));
            let now: Vec<CardId> = order.with_untracked(|order| {
                found.with_untracked(|found: &ScoredFrictions| {
                    order.iter().copied().filter(|card| found.contains_key(card)).chain(new).collect()
                })
            });
            order.maybe_update(|order| {
                let is_new = *order != now;
                *order = now;
                is_new
            });
        });
    });
    let table = Shared { desk, saver, session, found };
    // Views are built for one language.
    let body = move || {
        session.lang.track();
        let (w, f) = (JourneyWords::of(session.lang()), FrictionsWords::of(session.lang()));
        let sort = move |_| order.set(all.with_untracked(|all| all.iter().map(|(_, ranked)| ranked.card).collect()));
        let rows = move || {
            if order.with(Vec::is_empty) {
                return view! {
                    <div class="empty">
                        <p class="empty-title">{f.none}</p>
                        <p>{f.none_hint}</p>
                    </div>
                }
                .into_any();
            }
            let columns =
                [f.score, f.friction, f.place, w.frequency, w.impact, w.evidence, w.owner, w.next_step, w.due];
            let columns = columns.map(|name| view! { <th scope="col">{name}</th> }.into_any());
            let owners =
                desk.peek(names::owners).into_iter().map(|name| view! { <option value=name></option> }.into_any());
            view! {
                <table class="frictions-table" on:keydown=on(walk)>
                    <thead>
                        <tr>{columns.into_iter().collect_view()}</tr>
                    </thead>
                    <tbody>{each(move || order.get(), move |card| view! { <FrictionRow table card /> })}</tbody>
                </table>
                <datalist id="friction-owners">{owners.collect_view()}</datalist>
            }
            .into_any()
        };
        let has_both = Memo::new(move |_| {
            all.track();
            desk.peek(|e| ranking::of_all(e, true, |_| ()).len() > ranking::of_all(e, false, |_| ()).len())
        });
        let with_to_be = move || {
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=live(move || to_be.get())
                        on:change=on(move |event: ev::Event| to_be.set(event_target_checked(&event)))
                    />
                    {f.with_to_be}
                </label>
            }
        };
        let is_empty = Memo::new(move |_| order.with(Vec::is_empty));
        view! {
            <header class="frictions-head">
                <h1 id="frictions-title">{f.title}</h1>
                <span class="count">{live(move || order.with(Vec::len).to_string())}</span>
                <UndoButtons desk />
                <span class="spring"></span>
                {shown(move || has_both.get(), with_to_be)}
                <button class="button small" disabled=live(move || is_empty.get()) on:click=on(sort)>{f.sort}</button>
            </header>
            <p class="frictions-hint" hidden=live(move || is_empty.get())>{f.hint}</p>
            {live(move || {
                is_empty.track();
                untrack(rows)
            })}
        }
        .into_any()
    };
    view! { <main class="frictions" aria-labelledby="frictions-title">{live(body)}</main> }
}

#[component]
fn FrictionRow(table: Shared, card: CardId) -> impl IntoView {
    let Shared { desk, saver, session, found } = table;
    let (w, f) = (JourneyWords::of(session.lang()), FrictionsWords::of(session.lang()));
    let last_places: LastPlaces = expect_context();
    let details = Memo::new(move |_| desk.read(Key::Details(card), |e| e.details(card).cloned()).unwrap_or_default());
    let text = Memo::new(move |_| {
        desk.read(Key::Card(card), |e| e.card(card).map(|card| card.text.clone())).unwrap_or_default()
    });
    let place = Memo::new(move |_| found.with(|found| found.get(&card).map(|(journey, one)| (*journey, one.stage))));
    let where_it_is = move || {
        let (journey, stage) = place.get()?;
        let (title, at) = desk.read(Key::Journey(journey), |e| {
            let one = e.journey(journey)?;
            Some((one.title.clone(), one.stages.iter().position(|other| *other == stage)?))
        })?;
        let name = desk.read(Key::Stage(stage), |e| e.stage(stage).map(|one| w.stage_or(&one.name, at)))?;
        // One map needs no name.
        let several = desk.read(Key::Head, |e| e.head().journeys.len() > 1);
        Some(if several { format!("{} \u{b7} {name}", title_or(&title, w.untitled_map)) } else { name })
    };
    let score = move || details.with(Details::score).map_or_else(|| "\u{2013}".into(), |score| score.to_string());
    let say = move |fact| _ = desk.dispatch(Command::SetDetail(card, fact));
    let read_only = move || live(move || desk.read_only());
    let named = move |column: &'static str| live(move || format!("{column}: {}", text.get()));
    let seal = move || on(move |_: ev::FocusEvent| desk.seal());
    // Longer words take more lines; Enter goes to the next row all the same.
    let area = move |column: &'static str, name: Live<String>, value: Live<String>, say: Callback<String>| {
        view! {
            <td data-label=column>
                <textarea
                    class="field"
                    rows="1"
                    dir="auto"
                    data-column=column
                    aria-label=name
                    readonly=read_only()
                    prop:value=value
                    on:input=on(move |event: ev::Event| say.run(event_target_value(&event)))
                    on:blur=seal()
                ></textarea>
            </td>
        }
        .into_any()
    };
    let grade = move |column: &'static str, read: fn(&Details) -> Option<Grade>, fact: fn(Option<Grade>) -> Detail| {
        let shown = move || details.with(read).map(|grade| grade.number().to_string()).unwrap_or_default();
        let typed = move |event: ev::Event| {
            let input: HtmlInputElement = event_target(&event);
            let text = input.value();
            match text.trim() {
                "" => say(fact(None)),
                text => match text.parse::<u8>().ok().and_then(|number| Grade::try_from(number).ok()) {
                    Some(grade) => say(fact(Some(grade))),
                    None => input.set_value(&untrack(shown)),
                },
            }
            // The next digit is typed over this one.
            input.select();
        };
        view! {
            <td data-label=column>
                <input
                    class="field grade-field"
                    type="text"
                    inputmode="numeric"
                    maxlength="1"
                    autocomplete="off"
                    data-column=column
                    title=f.grade_hint
                    aria-label=named(column)
                    readonly=read_only()
                    prop:value=live(shown)
                    on:input=on(typed)
                    on:focus=on(|event: ev::FocusEvent| event_target::<HtmlInputElement>(&event).select())
                    on:blur=seal()
                />
            </td>
        }
        .into_any()
    };
    let evidence = move |event: ev::Event| {
        let chosen = event_target::<HtmlSelectElement>(&event).selected_index();
        if let Some(evidence) = usize::try_from(chosen).ok().and_then(|at| Evidence::ALL.get(at)) {
            say(Detail::Evidence(*evidence));
        }
    };
    let kinds = Evidence::ALL.map(|kind| {
        let selected = live(move || details.with(|details| details.evidence) == kind);
        view! { <option prop:selected=selected>{w.evidence_name(kind)}</option> }.into_any()
    });
    let due = move || details.with(|details| details.due.map(day::day_text).unwrap_or_default());
    let go = move |_| last_places.show(desk, saver, Key::Card(card));
    view! {
        <tr>
            <td class="frictions-score" data-label=f.score>{live(score)}</td>
            {area(f.friction, live(move || f.friction), live(move || text.get()), Callback::new(move |words| {
                _ = desk.dispatch(Command::SetCardText(card, words));
            }))}
            <td data-label=f.place>
                <button
                    class="button quiet small"
                    aria-label=live(move || where_it_is().map(|place| format!("{place}: {}", text.get())))
                    title=f.go
                    on:click=on(go)
                >
                    <span dir="auto">{live(where_it_is)}</span>
                </button>
            </td>
            {grade(w.frequency, |details| details.frequency, Detail::Frequency)}
            {grade(w.impact, |details| details.impact, Detail::Impact)}
            <td data-label=w.evidence>
                <select
                    class="field"
                    data-column=w.evidence
                    aria-label=named(w.evidence)
                    disabled=read_only()
                    on:change=on(evidence)
                >
                    {kinds.into_iter().collect_view()}
                </select>
            </td>
            <td data-label=w.owner>
                <input
                    class="field"
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    list="friction-owners"
                    data-column=w.owner
                    aria-label=named(w.owner)
                    readonly=read_only()
                    prop:value=live(move || details.with(|details| details.owner.clone()))
                    on:input=on(move |event: ev::Event| say(Detail::Owner(event_target_value(&event))))
                    on:blur=seal()
                />
            </td>
            {area(
                w.next_step,
                named(w.next_step),
                live(move || details.with(|details| details.next_step.clone())),
                Callback::new(move |step: String| say(Detail::NextStep(step.replace(['\n', '\r'], " ")))),
            )}
            <td data-label=w.due>
                <DayInput
                    value=Signal::derive(due)
                    read_only=Signal::derive(move || desk.read_only())
                    take=Callback::new(move |day| say(Detail::Due(day)))
                    label=Signal::derive(move || format!("{}: {}", w.due, text.get()))
                    column=w.due
                    left=Callback::new(move |()| desk.seal())
                />
            </td>
        </tr>
    }
}

/// Enter goes down the column and Shift+Enter up; in texts of one line so do the arrows.
fn walk(event: ev::KeyboardEvent) {
    if typing::is_of_input_method(&event) || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(here) = element::around(event.target(), "[data-column]") else { return };
    let is_line = here.matches("input[type=text]").unwrap_or(false);
    let down = match event.key().as_str() {
        "Enter" => !event.shift_key(),
        "ArrowDown" if is_line => true,
        "ArrowUp" if is_line => false,
        _ => return,
    };
    event.prevent_default();
    let row = here.closest("tr").ok().flatten();
    let next = row.and_then(|row| if down { row.next_element_sibling() } else { row.previous_element_sibling() });
    let column = here.get_attribute("data-column").unwrap_or_default();
    let cell = next.and_then(|row| {
        let cells = element::find_all(&row, "[data-column]");
        cells.into_iter().find(|cell| cell.get_attribute("data-column").as_deref() == Some(&column))
    });
    if let Some(cell) = cell {
        element::focus(&cell);
        element::select_all(&cell);
    }
}
