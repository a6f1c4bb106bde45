//! What a project that came by a link says otherwise than the one of its name in this browser.

use leptos::prelude::*;

use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::insight::returned::{Returned, returned};
use crate::model::{Collection, Engagement};
use crate::storage::{self, Shelf, index};
use crate::ui::desk::Desk;
use crate::ui::parts::changes_listed;
use crate::ui::session::{Session, use_session};

/// Of more projects with one name no further ones are looked at.
const MOST: usize = 5;

/// What it says otherwise; nothing where this browser has no such project.
pub fn compared(desk: Desk) -> AnyView {
    let session = use_session();
    let found = desk.peek(|theirs| nearest(&*session.shelf(), theirs));
    found.map_or_else(|| ().into_any(), |found| difference(session, desk, found))
}

fn difference(session: Session, desk: Desk, Returned { maps, figures }: Returned) -> AnyView {
    let words = session.travel();
    let title = desk.peek(|e| e.head().title.trim().to_owned());
    let of_maps = maps.count();
    let said = (words.returned)(&title, of_maps, figures);
    if of_maps == 0 {
        return view! { <p class="returned" role="status">{said}</p> }.into_any();
    }
    let name = |stage| {
        let name = desk.peek(|e| e.stage(stage).map(|stage| stage.name.clone())).unwrap_or_default();
        title_or(&name, JourneyWords::of(session.lang()).stage).to_owned()
    };
    view! {
        <details class="returned">
            <summary>{said}</summary>
            {changes_listed(session, maps, name)}
        </details>
    }
    .into_any()
}

/// The least that the projects of its title say otherwise, if any of them has a card in common with it.
fn nearest(shelf: &dyn Shelf, theirs: &Engagement) -> Option<Returned> {
    let title = theirs.head().title.trim();
    if title.is_empty() {
        return None;
    }
    let (listing, unread) = index::look(shelf).ok()?;
    let same = listing.found.into_iter().filter(|found| found.entry.summary.title.trim() == title);
    // What the index says nothing of is called what its text says.
    let ids = same.map(|found| found.id).chain(unread);
    let opened = ids.filter_map(|id| storage::open(shelf, &id).ok());
    let own = opened.filter(|own| own.engagement.head().title.trim() == title).take(MOST);
    let all = own.map(|own| (own.engagement.count(Collection::Card), returned(&own.engagement, theirs)));
    let akin = all.filter(|(cards, found)| *cards == 0 || found.maps.removed.len() < *cards);
    akin.map(|(_, found)| found).min_by_key(|found| found.maps.count() + found.figures)
}
