//! What the verbs do that are there on every screen.

use leptos::prelude::Set;

use super::browser;
use super::commands::FrameVerb;
use super::deeds::{Deed, Deeds, Here, always, when};
use super::session::Session;
use crate::route::Route;

impl Here for Session {}

impl Deeds for FrameVerb {
    type Here = Session;

    fn deed(self) -> Deed<Session> {
        match self {
            FrameVerb::Library => always(|_| browser::go(&Route::Library.hash())),
            FrameVerb::Language => always(Session::switch_language),
            FrameVerb::ToLight => when(Session::is_dark, Session::switch_theme),
            FrameVerb::ToDark => when(|session| !session.is_dark(), Session::switch_theme),
            FrameVerb::Palette => always(|session| session.offers.show()),
            FrameVerb::Help => always(|session| session.help.set(true)),
        }
    }
}
