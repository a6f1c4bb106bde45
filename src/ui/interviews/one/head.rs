//! Who is interviewed: one line to read, and the fields behind it.

use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

use super::talk::{Pane, Talk, use_talk};
use super::{menu, when};
use crate::edit::{Command, InterviewInput};
use crate::insight::interviews::glance;
use crate::interviews::kinds::{Consent, Language, Outcome};
use crate::interviews::record::Head;
use crate::interviews::speakers::listed;
use crate::model::{Collection, Key};
use crate::ui::browser::{element, typing};
use crate::ui::interviews::panel::DrawerButton;
use crate::ui::parts::{FieldKind, Icon, Item, Sign, TextField, UndoButtons, live, on, shown};

/// An interview is no longer than a day.
const MOST_MINUTES: u16 = 1440;

/// How long an interview took, as it is typed: nothing, or whole minutes; `None` for what is neither.
fn minutes_of(text: &str) -> Option<Option<u16>> {
    match text.trim() {
        "" => Some(None),
        text => text.parse().ok().filter(|minutes| *minutes <= MOST_MINUTES).map(Some),
    }
}

/// The head of the interview.
#[component]
pub fn InterviewHead() -> impl IntoView {
    let talk = use_talk();
    let (w, cw, iw) = (talk.session.w(), talk.cw(), talk.iw());
    let outcome = Memo::new(move |_| talk.head(|head| head.outcome));
    let class = move || match outcome.get() {
        Some(Outcome::Left) => "chip holds",
        Some(Outcome::Hired | Outcome::Renewed) => "chip teal",
        Some(Outcome::Stayed) | None => "chip",
    };
    let segment = move |pane: Pane, label: &'static str| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (talk.pane.get() == pane).to_string())
                on:click=on(move |_| talk.pane.set(pane))
            >
                {label}
            </button>
        }
        .into_any()
    };
    view! {
        <header class="interview-head">
            <div class="interview-title">
                <a class="button quiet interview-back" href=live(move || super::super::list_address(talk.saver))>
                    <Icon sign=Sign::ChevronLeft />
                    {w.interviews}
                </a>
                <h1 class="interview-name" tabindex="-1">{live(move || name(talk))}</h1>
                <span class=live(class)>{live(move || iw.outcome(outcome.get()))}</span>
                <span class="spring"></span>
                <div class="interview-tools">
                    <div class="segments" role="group" aria-label=cw.panes>
                        {segment(Pane::Notes, cw.notes)}
                        {segment(Pane::Guide, cw.guide)}
                        {segment(Pane::Debrief, cw.debrief)}
                    </div>
                    <button
                        class="consent"
                        id="consent"
                        aria-haspopup="menu"
                        class:cleared=live(move || talk.head(|head| head.consent != Consent::None))
                        on:click=on(move |_| open_consent(talk))
                    >
                        {live(move || {
                            talk.head(|head| head.consent != Consent::None).then(|| view! { <Icon sign=Sign::Check /> }.into_any())
                        })}
                        {live(move || iw.consent(talk.head(|head| head.consent)))}
                    </button>
                    <UndoButtons desk=talk.desk />
                    <DrawerButton />
                    <button
                        class="button quiet icon-only"
                        id="interview-menu"
                        aria-haspopup="menu"
                        aria-label=cw.interview_menu
                        title=cw.interview_menu
                        on:click=on(move |_| menu::open(talk))
                    >
                        <Icon sign=Sign::More />
                    </button>
                </div>
            </div>
            <button
                class="interview-about"
                id="interview-about"
                aria-expanded=live(move || talk.details.get().to_string())
                title=live(move || if talk.desk.read_only() { cw.details } else { cw.edit_details })
                on:click=on(move |_| talk.toggle_details())
            >
                {live(move || about(talk))}
            </button>
            {shown(move || talk.details.get(), move || view! { <Details /> })}
        </header>
    }
}

/// The name of who is interviewed, or what stands for it.
pub fn name(talk: Talk) -> String {
    let person = talk.head(|head| head.person.trim().to_owned());
    if person.is_empty() { talk.iw().unnamed.into() } else { person }
}

/// Role, account, day and length: what is known of them.
fn about(talk: Talk) -> String {
    let (iw, cw, lang) = (talk.iw(), talk.cw(), talk.session.lang());
    let parts = talk.head(|head| {
        let place = super::super::list::role_and_account(head);
        let day = (!head.on.is_unknown()).then(|| iw.when(lang, head.on));
        let minutes = head.minutes.map(cw.minutes);
        [Some(place).filter(|place| !place.is_empty()), day, minutes].into_iter().flatten().collect::<Vec<String>>()
    });
    let opens = if talk.desk.read_only() { cw.details } else { cw.edit_details };
    if parts.is_empty() { opens.into() } else { parts.join(" \u{b7} ") }
}

fn open_consent(talk: Talk) {
    let now = talk.peek_head(|head| head.consent);
    let may_edit = talk.desk.may_edit();
    let item = |consent: Consent| {
        let set = move || _ = talk.act(Command::SetInterview(talk.id, InterviewInput::Consent(consent)));
        Item::new(talk.iw().consent(consent), set).ticked(consent == now).enabled(may_edit)
    };
    let items = [Consent::None, Consent::Anonymous, Consent::ByName].map(item).into();
    talk.menus.below("consent", talk.cw().consent, items);
}

/// All fields of the head.
#[component]
fn Details() -> impl IntoView {
    let talk = use_talk();
    let (w, cw, iw) = (talk.session.w(), talk.cw(), talk.iw());
    let line = move |label, kind, read: fn(&Head) -> String, input: fn(String) -> InterviewInput| {
        let value = live(move || talk.head(read));
        let set = Callback::new(move |text| _ = talk.desk.dispatch(Command::SetInterview(talk.id, input(text))));
        view! { <TextField desk=talk.desk label class="dialog-line" kind value set /> }.into_any()
    };
    let accounts = move || {
        talk.desk.track(Key::List(Collection::Account));
        let names = talk.desk.peek(glance::account_names);
        names.into_iter().map(|name| view! { <option value=name></option> }.into_any()).collect_view().into_any()
    };
    let segment = {
        let value = live(move || {
            talk.desk
                .read(Key::Interview(talk.id), |e| e.interview(talk.id).map(|one| one.segment.clone()))
                .unwrap_or_default()
        });
        let set = Callback::new(move |text| {
            talk.desk.dispatch(Command::SetInterview(talk.id, InterviewInput::Segment(text)));
        });
        view! { <TextField desk=talk.desk label=cw.segment class="dialog-line" value set /> }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let is_line = element::around(event.target(), "input").is_some();
        match event.key().as_str() {
            _ if typing::is_of_input_method(&event) => return,
            "Enter" if is_line && (event.ctrl_key() || event.meta_key()) => {
                talk.details.set(false);
                talk.go_to_line();
            }
            "Enter" if is_line => go_to_next(&event),
            "Escape" => {
                talk.details.set(false);
                element::focus_soon("#interview-about");
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // While names are typed a line that is empty yet stays; what is kept has none.
    let names = RwSignal::new(None::<String>);
    let took_part = move || names.get().unwrap_or_else(|| talk.head(|head| head.took_part.join("\n")));
    let parted = |text: String| -> Vec<String> { text.lines().map(String::from).collect() };
    view! {
        <div class="interview-fields" role="group" aria-label=cw.details on:keydown=on(keys)>
            {line(cw.person, FieldKind::Line, |head| head.person.clone(), InterviewInput::Person)}
            {line(cw.role, FieldKind::Line, |head| head.role.clone(), InterviewInput::Role)}
            <label class="dialog-line">
                <span>{cw.account}</span>
                <input
                    type="text"
                    class="field"
                    list="interview-accounts"
                    autocomplete="off"
                    readonly=live(move || talk.desk.read_only())
                    prop:value=live(move || talk.head(|head| head.account.clone()))
                    on:input=on(move |event: ev::Event| {
                        let text = event_target_value(&event);
                        talk.desk.dispatch(Command::SetInterview(talk.id, InterviewInput::Account(text)));
                    })
                    on:blur=on(move |_| talk.desk.seal())
                />
                <datalist id="interview-accounts">{live(accounts)}</datalist>
            </label>
            {segment}
            {choice(talk, cw.kind, kinds().map(|one| iw.outcome(one)).collect(), |head| kinds().position(|one| one == head.outcome).unwrap_or(0), |at| {
                InterviewInput::Outcome(kinds().nth(at).flatten())
            })}
            {choice(talk, cw.consent, iw.consents.into(), |head| head.consent as usize, |at| {
                InterviewInput::Consent([Consent::None, Consent::Anonymous, Consent::ByName][at.min(2)])
            })}
            <when::WhenField
                label=cw.date
                value=Signal::derive(move || talk.head(|head| head.on))
                set=Callback::new(move |when| _ = talk.act(Command::SetInterview(talk.id, InterviewInput::On(when))))
            />
            <label class="dialog-line">
                <span>{cw.minutes_label}</span>
                <input
                    type="text"
                    class="field"
                    inputmode="numeric"
                    readonly=live(move || talk.desk.read_only())
                    prop:value=live(move || talk.head(|head| head.minutes.map(|minutes| minutes.to_string())).unwrap_or_default())
                    on:input=on(move |event: ev::Event| {
                        if let Some(minutes) = minutes_of(&event_target_value(&event)) {
                            talk.desk.dispatch(Command::SetInterview(talk.id, InterviewInput::Minutes(minutes)));
                        }
                    })
                    on:change=on(move |event: ev::Event| {
                        let kept = talk.peek_head(|head| head.minutes);
                        if minutes_of(&event_target_value(&event)) != Some(kept) {
                            let field: HtmlInputElement = event_target(&event);
                            field.set_value(&kept.map(|kept| kept.to_string()).unwrap_or_default());
                            talk.session.notify((cw.minutes_bounds)(MOST_MINUTES));
                        }
                    })
                    on:blur=on(move |_| talk.desk.seal())
                />
            </label>
            {choice(talk, cw.language, cw.languages.into(), |head| head.language as usize, |at| {
                InterviewInput::Language(Language::ALL[at.min(1)])
            })}
            {live(move || {
                let speakers = talk.speakers.get();
                (!speakers.is_empty()).then(|| interviewer(talk, speakers))
            })}
            <label class="dialog-line wide">
                <span>{cw.took_part}</span>
                <textarea
                    class="field"
                    rows="3"
                    readonly=live(move || talk.desk.read_only())
                    prop:value=live(took_part)
                    on:input=on(move |event: ev::Event| {
                        let text = event_target_value(&event);
                        names.set(Some(text.clone()));
                        talk.desk.dispatch(Command::SetInterview(talk.id, InterviewInput::TookPart(parted(text))));
                    })
                    on:blur=on(move |_| {
                        names.set(None);
                        talk.desk.seal();
                    })
                ></textarea>
            </label>
            <div class="interview-fields-end">
                <button class="button small" on:click=on(move |_| {
                    talk.details.set(false);
                    element::focus_soon("#interview-about");
                })>{w.done}</button>
            </div>
        </div>
    }
}

/// Goes to the field behind the one with the keyboard, and from the last of them to the button that closes them.
fn go_to_next(event: &ev::KeyboardEvent) {
    let Some(form) = element::around(event.target(), ".interview-fields") else { return };
    let mut fields = element::find_all(&form, "input, select, textarea, button").into_iter();
    if fields.any(|field| element::has_focus(&field))
        && let Some(next) = fields.next()
    {
        element::focus(&next);
    }
}

/// What can be chosen as the kind, nothing first.
fn kinds() -> impl Iterator<Item = Option<Outcome>> {
    [None].into_iter().chain(Outcome::ALL.map(Some))
}

/// One of a few: a list that opens.
fn choice(
    talk: Talk,
    label: &'static str,
    names: Vec<&'static str>,
    now: fn(&Head) -> usize,
    input: fn(usize) -> InterviewInput,
) -> AnyView {
    let options = names.into_iter().enumerate().map(|(at, name)| {
        view! { <option value=at.to_string() selected=live(move || talk.head(now) == at)>{name}</option> }.into_any()
    });
    view! {
        <label class="dialog-line">
            <span>{label}</span>
            <select
                class="field"
                disabled=live(move || talk.desk.read_only())
                on:change=on(move |event: ev::Event| {
                    if let Ok(at) = event_target_value(&event).parse() {
                        talk.act(Command::SetInterview(talk.id, input(at)));
                    }
                })
            >
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// Who of the speakers asks the questions.
fn interviewer(talk: Talk, speakers: Vec<String>) -> AnyView {
    let options = listed(&speakers, talk.interviewer.get()).into_iter().map(|(at, name)| {
        view! { <option value=at.to_string() selected=live(move || talk.interviewer.get() == Some(at))>{name}</option> }.into_any()
    });
    view! {
        <label class="dialog-line">
            <span>{talk.cw().interviewer}</span>
            <select
                class="field"
                disabled=live(move || talk.desk.read_only())
                on:change=on(move |event: ev::Event| {
                    let at = event_target_value(&event).parse().ok();
                    talk.act(Command::SetInterview(talk.id, InterviewInput::Interviewer(at)));
                })
            >
                <option value="" selected=live(move || talk.interviewer.get().is_none())>{talk.cw().nobody}</option>
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}
