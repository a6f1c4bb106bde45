//! What verbs do: a screen says for each of its verbs when it is possible and what it does, and keys, menus, buttons and the command
//! palette take both from there.

use super::commands::{Verb, VerbRow};
use super::offers::Offer;
use super::parts::Item;
use crate::insight::walk::Spot;

/// What a verb does where `H` is what it is done to.
pub struct Deed<H> {
    /// Whether it does something there, so that menus and the palette offer it. A key does it anyway, and is told why not.
    pub is_possible: fn(H) -> bool,
    /// Does it.
    pub act: fn(H),
}

/// What can be done at any time.
pub const fn always<H>(act: fn(H)) -> Deed<H> {
    Deed { is_possible: |_| true, act }
}

/// What can be done when `is_possible` holds.
pub const fn when<H>(is_possible: fn(H) -> bool, act: fn(H)) -> Deed<H> {
    Deed { is_possible, act }
}

/// What the verbs of a screen are done to.
pub trait Here: Copy + Send + Sync + 'static {
    /// The place that menus name a verb by.
    fn spot(self) -> Option<Spot> {
        None
    }

    /// The same once the command palette has closed; `None` if it is gone.
    fn again(self) -> Option<Self> {
        Some(self)
    }
}

/// Verbs whose screen says what they do.
pub trait Deeds: Verb {
    /// What they are done to.
    type Here: Here;

    /// What the verb does.
    fn deed(self) -> Deed<Self::Here>;

    /// Does the verb.
    fn act(self, here: Self::Here) {
        (self.deed().act)(here);
    }

    /// Whether the verb does something here.
    fn is_possible(self, here: Self::Here) -> bool {
        (self.deed().is_possible)(here)
    }

    /// Its line in a menu.
    fn item(self, w: &Self::Words, here: Self::Here) -> Item {
        let item = Item::new(self.label_in_menu(w, here.spot()), move || self.act(here));
        item.keys(self.shown_keys()).enabled(self.is_possible(here))
    }

    /// What the palette offers of all these verbs.
    fn offers(w: &Self::Words, here: Self::Here) -> Vec<Offer> {
        let can = |(verb, row): &&(Self, VerbRow<Self::Words>)| row.is_offered && verb.is_possible(here);
        let offer = |&(verb, _): &(Self, VerbRow<Self::Words>)| {
            Offer::verb(verb.label(w), verb.shown_keys(), move || {
                if let Some(here) = here.again() {
                    verb.act(here);
                }
            })
        };
        Self::TABLE.iter().filter(can).map(offer).collect()
    }
}
