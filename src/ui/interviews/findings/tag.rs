//! The form of a tag: its name, colour, group and use, what it is merged into, and its quotes.

use leptos::{ev, prelude::*};

use super::quote::QuoteRow;
use super::reading::reading;
use super::{Hub, use_hub};
use crate::arrange::Arrange;
use crate::edit::{Command, Refusal, TagInput};
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::said::quotes;
use crate::interviews::codebook::{GroupId, NotNamed};
use crate::interviews::exchange::PALETTE;
use crate::interviews::text::TagId;
use crate::model::{Collection, Key};
use crate::ui::browser::{element, typing};
use crate::ui::desk::Outcome;
use crate::ui::parts::{FieldKind, TextField, live, on, shown};

/// The form.
#[component]
pub fn TagForm(
    /// The tag.
    id: TagId,
    /// The tag whose form is open.
    open: RwSignal<Option<TagId>>,
) -> impl IntoView {
    let hub = use_hub();
    let (f, w, desk) = (hub.f(), hub.session.w(), hub.desk);
    let tag = move || desk.read(Key::Tag(id), |e| e.tag(id).cloned()).unwrap_or_default();
    let say = move |input| _ = desk.dispatch(Command::SetTag(id, input));
    // What stands in the field while it cannot be the name, why, and the tag that has the name.
    let wrong = RwSignal::new(None::<(String, String, Option<TagId>)>);
    let before = StoredValue::new(String::new());
    let rename = move |event: ev::Event| {
        let typed = event_target_value(&event);
        let refusal = match desk.dispatch(Command::SetTag(id, TagInput::Name(typed.clone()))) {
            Outcome::Refused(refusal) => {
                // The letters typed up to here are no name that anybody meant.
                desk.dispatch(Command::SetTag(id, TagInput::Name(before.get_value())));
                refused(hub, refusal, &typed).map(|why| (refusal, why))
            }
            Outcome::Done(_) => None,
        };
        wrong.set(refusal.map(|(refusal, why)| {
            let other = if let Refusal::NameTaken(other) = refusal { Some(other) } else { None };
            (typed, why, other)
        }));
    };
    // Esc gives the old name back first, as fields do.
    let give_up = move |event: ev::KeyboardEvent| {
        let old = before.get_value();
        if typing::gives_up(&event) && (wrong.with_untracked(Option::is_some) || untrack(tag).name != old) {
            desk.dispatch(Command::SetTag(id, TagInput::Name(old)));
            wrong.set(None);
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let typed = move || wrong.get().map_or_else(|| tag().name, |(typed, ..)| typed);
    let merge = move |into: TagId| {
        let name = |id: TagId| desk.peek(|e| e.tag(id).map(|tag| tag.name.clone())).unwrap_or_default();
        let told = (f.codebook.merged)(&name(id), &name(into));
        if desk.dispatch_with_notice(Command::MergeTags(id, into), told, move || _ = desk.undo()) {
            open.set(Some(into));
            element::soon(format!("#tag-{}", into.0), |row| element::focus(&row));
        }
    };
    let into = RwSignal::new(None::<TagId>);
    let delete = move |_| {
        let told = (f.codebook.deleted_tag)(&untrack(tag).name);
        desk.dispatch_with_notice(Command::DeleteTag(id), told, move || _ = desk.undo());
    };
    let others = move || {
        let mut all: Vec<(TagId, String)> = desk.read(Key::List(Collection::Tag), |e| {
            e.tags().filter(|(other, _)| *other != id).map(|(other, tag)| (other, tag.name.clone())).collect()
        });
        all.arrange_by_key(|one| one.1.to_lowercase());
        all
    };
    let groups = move || -> Vec<(GroupId, String)> {
        desk.read(Key::List(Collection::Group), |e| e.groups().map(|(id, group)| (id, group.name.clone())).collect())
    };
    let read_only = live(move || desk.read_only());
    let colour = move |at: usize| {
        let is_chosen = move || usize::from(tag().colour) % PALETTE.len() == at;
        view! {
            <button
                class=format!("swatch {}", colour_class(at as u8))
                role="radio"
                aria-checked=live(move || is_chosen().to_string())
                aria-label=(f.codebook.colour_number)(at + 1)
                title=(f.codebook.colour_number)(at + 1)
                on:click=on(move |_| say(TagInput::Colour(at as u8)))
            ></button>
        }
        .into_any()
    };
    let behind =
        reading(desk, move |e| quotes(e).into_iter().filter(|said| said.tags.contains(&id)).collect::<Vec<_>>());
    view! {
        <div class="tag-form">
            <label class="form-line">
                <span>{f.codebook.tag}</span>
                <input
                    type="text"
                    class="field"
                    readonly=read_only
                    aria-invalid=live(move || wrong.with(Option::is_some).to_string())
                    prop:value=live(typed)
                    on:focus=on(move |_| before.set_value(untrack(tag).name))
                    on:input=on(rename)
                    on:keydown=on(give_up)
                    on:blur=on(move |_| desk.seal())
                />
            </label>
            {live(move || wrong.get().map(|(_, why, other)| {
                view! {
                    <p class="field-wrong" role="alert">
                        {why}
                        " "
                        {other.map(|other| view! { <button class="button small" on:click=on(move |_| merge(other))>{f.codebook.merge}</button> })}
                    </p>
                }
                    .into_any()
            }))}
            <TextField
                desk
                label=f.codebook.when_to_use
                class="form-line"
                kind=FieldKind::Lines
                value=live(move || tag().about)
                set=Callback::new(move |text| say(TagInput::About(text)))
            />
            <div class="form-line">
                <span>{f.codebook.colour}</span>
                <div class="swatches" role="radiogroup" aria-label=f.codebook.colour>{(0..PALETTE.len()).map(colour).collect_view()}</div>
            </div>
            <label class="form-line">
                <span>{f.codebook.group}</span>
                <select
                    class="field"
                    id=format!("tag-group-{}", id.0)
                    disabled=live(move || desk.read_only())
                    on:change=on(move |event: ev::Event| {
                        say(TagInput::Group(event_target_value(&event).parse().ok().map(GroupId)));
                        // The form goes with its tag to the new group, and the keyboard with it.
                        element::focus_soon(format!("#tag-group-{}", id.0));
                    })
                >
                    <option value="" selected=live(move || tag().group.is_none())>{f.codebook.no_group}</option>
                    {live(move || {
                        groups()
                            .into_iter()
                            .map(|(group, name)| {
                                view! {
                                    <option value=group.0.to_string() selected=live(move || tag().group == Some(group))>
                                        {name}
                                    </option>
                                }
                                    .into_any()
                            })
                            .collect_view()
                            .into_any()
                    })}
                </select>
            </label>
            <label class="form-line">
                <span>{f.codebook.merge_into}</span>
                // By arrows every name is passed on the way to the one that is meant: only the button merges.
                <select
                    class="field"
                    disabled=live(move || desk.read_only())
                    on:change=on(move |event: ev::Event| into.set(event_target_value(&event).parse().ok().map(TagId)))
                >
                    <option value="" selected=true>"\u{2013}"</option>
                    {live(move || {
                        let option = |(other, name): (TagId, String)| {
                            view! { <option value=other.0.to_string()>{name}</option> }.into_any()
                        };
                        others().into_iter().map(option).collect_view().into_any()
                    })}
                </select>
            </label>
            {shown(
                move || into.get().is_some(),
                move || {
                    view! {
                        <div class="form-line">
                            <span></span>
                            <span>
                                <button class="button small" on:click=on(move |_| _ = into.get_untracked().map(merge))>{f.codebook.merge}</button>
                            </span>
                        </div>
                    }
                },
            )}
            <ul class="said-list" role="list" aria-label=f.codebook.quotes>
                {live(move || behind.get().into_iter().map(|said| view! { <QuoteRow said /> }.into_any()).collect_view().into_any())}
            </ul>
            <div class="tag-form-foot">
                <button class="button quiet small danger" on:click=on(delete)>{f.codebook.delete_tag}</button>
                <button class="button small" on:click=on(move |_| open.set(None))>{w.done}</button>
            </div>
        </div>
    }
}

/// Why a name was refused, if the name is what was refused.
pub fn refused(hub: Hub, refusal: Refusal, name: &str) -> Option<String> {
    let w = InterviewWords::of(hub.session.lang());
    match refusal {
        Refusal::NoName => Some(hub.f().codebook.no_name.into()),
        Refusal::NameTaken(tag) => Some((w.not_named)(&NotNamed::Taken(tag), name.trim())),
        _ => None,
    }
}

/// The colour of a tag, as a class.
pub fn colour_class(colour: u8) -> String {
    format!("tag-colour colour-{}", usize::from(colour) % PALETTE.len())
}
