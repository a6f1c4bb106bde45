//! The codebook: tags with how they are used, in groups.

use leptos::{ev, prelude::*};

use super::matrix::{Matrix, Meeting, Saturation};
use super::reading::reading;
use super::tag::{TagForm, colour_class, refused};
use super::tag_drag::{Onto, TagDrag};
use super::{exchange, title, use_hub};
use crate::edit::{Command, GroupField};
use crate::i18n::backing::BackingWords;
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::tags::{TagUse, Theme, themes};
use crate::interviews::codebook::GroupId;
use crate::interviews::text::TagId;
use crate::model::Key;
use crate::route::Findings;
use crate::ui::browser::typing;
use crate::ui::commands::{FindingVerb, Verb};
use crate::ui::desk::Outcome;
use crate::ui::parts::{DraftInput, FieldDraft, Icon, Sign, UndoButtons, each, live, on, shown, verb_icon};

/// The codebook.
#[component]
pub fn CodebookView() -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let all = reading(hub.desk, themes);
    let open = RwSignal::new(None::<TagId>);
    let drag = TagDrag::new(hub.desk);
    let groups = Memo::new(move |_| all.with(|all| all.iter().map(|theme| theme.group).collect::<Vec<_>>()));
    view! {
        <header class="findings-head">
            <h1 id="findings-title">{title(f, Findings::Codebook)}</h1>
            <UndoButtons desk=hub.desk />
            <span class="spring"></span>
            {hub.session.hands_out().then(|| view! { <exchange::Ways codebook=true /> })}
        </header>
        {shown(move || !hub.desk.read_only(), move || {
            view! {
                <div class="codebook-new">
                    <NewName verb=FindingVerb::AddTag field="new-tag" make=Command::AddTag />
                    <NewName verb=FindingVerb::AddGroup field="new-group" make=Command::AddGroup />
                </div>
            }
        })}
        {live(move || {
            if groups.with(Vec::is_empty) {
                view! {
                    <div class="empty">
                        <p class="empty-title">{f.codebook.no_tags_title}</p>
                        {shown(move || !hub.desk.read_only(), move || view! { <p>{f.codebook.no_tags_hint}</p> })}
                    </div>
                }
                    .into_any()
            } else {
                let theme = move |group: Option<GroupId>| view! { <ThemeView group all open drag /> }.into_any();
                view! {
                    <div class="themes">{groups.get().into_iter().map(theme).collect_view()}</div>
                    {shown(move || !hub.desk.read_only(), move || view! { <p class="input-note">{f.codebook.move_up}</p> })}
                    <Meeting />
                    <Matrix />
                    <Saturation />
                }
                    .into_any()
            }
        })}
    }
}

/// A field for the name of something new. Why a name cannot be taken stands below it.
#[component]
fn NewName(
    /// Which verb makes it.
    verb: FindingVerb,
    /// Where the letters wait until they are used.
    field: &'static str,
    /// Makes it.
    make: fn(String) -> Command,
) -> impl IntoView {
    let hub = use_hub();
    let label = verb.label(hub.f());
    let draft = FieldDraft::new(hub.session, hub.desk, field.into());
    let wrong = RwSignal::new(None::<String>);
    let add = move || {
        let name = draft.text();
        match hub.desk.dispatch(make(name.clone())) {
            Outcome::Done(_) => {
                hub.desk.seal();
                draft.clear();
                wrong.set(None);
            }
            Outcome::Refused(refusal) => wrong.set(refused(hub, refusal, &name)),
        }
    };
    let keys = Callback::new(move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !typing::is_of_input_method(&event) {
            event.prevent_default();
            add();
        }
    });
    view! {
        <div class="new-name" data-new=field>
            <div class="new-name-line">
                <DraftInput draft placeholder=label name=label keys />
                <button class="button" on:click=on(move |_| add())>{verb_icon(verb)}{label}</button>
            </div>
            {live(move || wrong.get().map(|why| view! { <p class="field-wrong" role="alert">{why}</p> }.into_any()))}
        </div>
    }
}

/// The tags of a group.
#[component]
fn ThemeView(
    group: Option<GroupId>,
    all: Memo<Vec<Theme>>,
    open: RwSignal<Option<TagId>>,
    drag: TagDrag,
) -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let tags = Memo::new(move |_| {
        all.with(|all| {
            let theme = all.iter().find(|theme| theme.group == group);
            theme.map(|theme| theme.tags.iter().map(|tag| tag.id).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    view! {
        <section class="theme" class:onto=live(move || drag.is_onto(Onto::Group(group))) data-group=group.map_or(String::new(), |group| group.0.to_string())>
            {match group {
                Some(group) => view! { <GroupHead group /> }.into_any(),
                None => view! { <h2 class="theme-name">{f.codebook.no_group}</h2> }.into_any(),
            }}
            <ul class="tags" role="list">
                {each(move || tags.get(), move |id| view! { <TagRow id all open drag /> })}
            </ul>
        </section>
    }
}

#[component]
fn GroupHead(group: GroupId) -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let wrong = RwSignal::new(None::<String>);
    let name = move || desk.read(Key::Group(group), |e| e.group(group).map(|one| one.name.clone())).unwrap_or_default();
    let rename = move |event: ev::Event| {
        let text = event_target_value(&event);
        match desk.dispatch(Command::SetGroup(group, GroupField::Name, text.clone())) {
            Outcome::Refused(refusal) => wrong.set(refused(hub, refusal, &text)),
            Outcome::Done(_) => wrong.set(None),
        }
    };
    let delete = move |_| {
        let told = (f.codebook.deleted_group)(&untrack(name));
        desk.dispatch_with_notice(Command::DeleteGroup(group), told, move || _ = desk.undo());
    };
    view! {
        <header class="theme-head">
            <input
                class="field theme-name"
                type="text"
                aria-label=f.codebook.group_name
                readonly=live(move || desk.read_only())
                prop:value=live(name)
                on:input=on(rename)
                on:blur=on(move |_| desk.seal())
            />
            <button
                class="button quiet small icon-only"
                aria-label=live(move || format!("{}: {}", f.codebook.delete_group, name()))
                title=f.codebook.delete_group
                on:click=on(delete)
            >
                <Icon sign=Sign::Delete />
            </button>
        </header>
        {live(move || wrong.get().map(|why| view! { <p class="field-wrong" role="alert">{why}</p> }.into_any()))}
    }
}

#[component]
fn TagRow(id: TagId, all: Memo<Vec<Theme>>, open: RwSignal<Option<TagId>>, drag: TagDrag) -> impl IntoView {
    let hub = use_hub();
    let (f, lang) = (hub.f(), hub.session.lang());
    let (w, b) = (InterviewWords::of(lang), BackingWords::of(lang));
    let used =
        Memo::new(move |_| all.with(|all| all.iter().flat_map(|theme| &theme.tags).find(|tag| tag.id == id).cloned()));
    let name = move || used.with(|used| used.as_ref().map(|used| used.tag.name.clone())).unwrap_or_default();
    let counts = move |used: &TagUse| {
        let said = |used: &TagUse| match used.highlights.all() {
            0 => b.none_joined.into(),
            _ => (f.statements.backed)(used.highlights, used.interviews),
        };
        view! {
            <span class="tag-counts">
                <span>{said(used)}</span>
                <span class="tag-trend">{(w.way)(used.trend.way)}</span>
            </span>
        }
        .into_any()
    };
    let is_open = move || open.get() == Some(id);
    let toggle = move |_| open.update(|open| *open = (*open != Some(id)).then_some(id));
    view! {
        <li
            class="tag-row"
            class:open=live(is_open)
            class:dragged=live(move || drag.is_under_way(id))
            class:onto=live(move || drag.is_onto(Onto::Tag(id)))
            data-tag-row=id.0.to_string()
        >
            <button
                class="tag-head"
                id=format!("tag-{}", id.0)
                aria-expanded=live(move || is_open().to_string())
                title=live(move || (f.codebook.open_tag)(&name()))
                on:click=on(toggle)
                on:pointerdown=on(move |event: ev::PointerEvent| drag.begin(id, &event))
            >
                <span class=live(move || colour_class(used.with(|used| used.as_ref().map_or(0, |used| used.tag.colour))))></span>
                <span class="tag-name">{live(name)}</span>
                {live(move || used.get().map(|used| counts(&used)))}
            </button>
            {shown(is_open, move || view! { <TagForm id open /> })}
        </li>
    }
}
