//! A quote in a list: its words, who said them, its tags, and what is done with it.

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use super::super::verb_words;
use super::{Hub, use_hub};
use crate::i18n::interviews::InterviewWords;
use crate::i18n::interviews::findings::FindingsWords;
use crate::i18n::quote;
use crate::insight::interviews::said::{Said, quotes};
use crate::insight::interviews::travel::cleared;
use crate::interviews::anonymise::Labels;
use crate::interviews::kinds::{Consent, Force};
use crate::interviews::text::HighlightId;
use crate::ui::browser::{self, element};
use crate::ui::commands::{QuoteVerb, TalkWords, Verb, shortcuts, verb_of};
use crate::ui::deeds::{Deed, Deeds, Here, always, when};
use crate::ui::parts::{Icon, Sign, on};
use crate::ui::quotes::{address, short, spoken};

/// What is read in place of what is hidden.
pub fn labels(hub: Hub) -> Labels {
    hub.session.lang().hidden()
}

/// A force as a chip; the arrow says whether it moves or holds.
pub fn force_chip(hub: Hub, force: Force) -> AnyView {
    let name = InterviewWords::of(hub.session.lang()).force(force);
    let (class, arrow) =
        if force.moves() { ("force-chip moves", "\u{2192}") } else { ("force-chip holds", "\u{2190}") };
    view! { <span class=class><span aria-hidden="true">{arrow}</span>{name}</span> }.into_any()
}

/// A quote in a list, that verbs are done to.
#[derive(Clone, Copy)]
pub struct AtQuote {
    hub: Hub,
    id: HighlightId,
}

impl Here for AtQuote {}

impl Deeds for QuoteVerb {
    type Here = AtQuote;

    fn deed(self) -> Deed<AtQuote> {
        match self {
            QuoteVerb::Join => when(|at| at.hub.desk.may_edit(), |at| at.hub.join(at.id)),
            QuoteVerb::BeginFriction => when(|at| at.hub.desk.may_edit(), |at| at.hub.begin_friction(at.id)),
            QuoteVerb::Copy => always(|at| {
                let all = at.hub.desk.peek(quotes);
                copy_quotes(at.hub, all.into_iter().filter(|said| said.id == at.id).collect());
            }),
        }
    }
}

/// The running view lists quotes: the list of shortcuts has their keys, and the palette offers what can be done with the one that
/// has the keyboard.
pub fn offer_verbs(hub: Hub) {
    hub.session.keys_here.add(|lang| {
        let w = TalkWords::of(lang, lang.words());
        let keys = shortcuts::<QuoteVerb>().map(|row| (row.keys, (row.label)(&w)));
        (FindingsWords::of(lang).quote_list.quote_shortcuts, keys.collect())
    });
    hub.session.offers.add(move || {
        let row = element::find(".quote-row:focus-within");
        let id = row.and_then(|row| row.get_attribute("data-quote")?.parse().ok()).map(HighlightId);
        id.map(|id| QuoteVerb::offers(&verb_words(hub.session), AtQuote { hub, id })).unwrap_or_default()
    });
}

/// A quote, as an item of a list.
#[component]
pub fn QuoteRow(
    /// The quote.
    said: Said,
) -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let id = said.id;
    let name = short(&said.text);
    let tags =
        hub.desk.peek(|e| said.tags.iter().filter_map(|tag| Some(e.tag(*tag)?.name.clone())).collect::<Vec<_>>());
    let state =
        if said.paragraph.is_none() { Some(f.quote_list.lost) } else { said.is_note().then_some(f.quote_list.note) };
    let menu_id = format!("said-more-{}", id.0);
    let menus = hub.menus.within();
    let at = AtQuote { hub, id };
    let open_menu = {
        let menu_id = menu_id.clone();
        let label = (f.quote_list.actions_of)(&name);
        move |_| {
            let w = verb_words(hub.session);
            menus.below(&menu_id, &label, QuoteVerb::TABLE.iter().map(|(verb, _)| verb.item(&w, at)).collect());
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if let Some(verb) = verb_of::<QuoteVerb>(&event) {
            event.prevent_default();
            event.stop_propagation();
            verb.act(at);
        }
    };
    view! {
        <li class="quote-row" data-quote=id.0.to_string() class:not-printed=said.consent == Consent::None on:keydown=on(key)>
            <p class="paper-note">{InterviewWords::of(hub.session.lang()).not_printed}</p>
            <a class="said-link" href=address(hub.saver, said.interview, Some(id))>{spoken(hub.session.lang(), &said.text, said.is_verbatim)}</a>
            <div class="said-meta">
                <span class="said-who">{said.who.clone()}</span>
                {state.map(|state| view! { <span class="chip-warn">{state}</span> })}
                {said.force.map(|force| force_chip(hub, force))}
                {tags.into_iter().map(|name| view! { <span class="tag-chip">{name}</span> }.into_any()).collect_view()}
                {(!said.links.is_empty()).then(|| view! { <span class="chip said-joined"><Icon sign=Sign::Map /></span> })}
            </div>
            <button
                class="button quiet small icon-only"
                id=menu_id
                aria-haspopup="menu"
                aria-label=(f.quote_list.actions_of)(&name)
                on:click=on(open_menu)
            >
                <Icon sign=Sign::More />
            </button>
        </li>
    }
}

/// Puts quotes on the clipboard as the consent of their speakers lets them out, and says how many it left out.
pub fn copy_quotes(hub: Hub, quotes: Vec<Said>) {
    let f = hub.f();
    let (lang, w) = (hub.session.lang(), InterviewWords::of(hub.session.lang()));
    let results = hub.desk.peek(|e| cleared(e, &quotes, labels(hub)));
    let refused = results.iter().filter(|result| result.is_err()).count();
    let lines: Vec<String> = results
        .iter()
        .filter_map(|result| result.as_ref().ok())
        .map(|one| {
            let words = quote::quoted(lang, &one.text);
            if one.by.is_empty() { words } else { format!("{words} \u{2014} {}", one.by) }
        })
        .collect();
    if lines.is_empty() {
        let why = match &results[..] {
            [Err(why)] => (w.not_cleared)(*why),
            [] => f.phrases.nothing_highlighted,
            _ => f.phrases.nothing_cleared,
        };
        hub.session.notify(why);
        return;
    }
    spawn_local(async move {
        let is_done = browser::copy(&lines.join("\n")).await;
        hub.session.notify(match (is_done, lines.len(), refused) {
            (false, ..) => f.phrases.copy_failed.into(),
            (true, 1, 0) => f.quote_list.quote_copied.into(),
            (true, copied, refused) => (f.phrases.copied)(copied, refused),
        });
    });
}
