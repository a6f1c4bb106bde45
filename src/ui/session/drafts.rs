//! What is typed into fields and not used yet, for whoever comes back to them.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Session;
use crate::arrange::map_of;
use crate::route::is_view;
use crate::ui::browser::shelf;

/// Under which name the words wait that were typed and not used.
const DRAFTS: &str = "drafts";

/// The words that were kept when a page went, by the engagement and the name of the field.
pub fn kept() -> BTreeMap<(String, String), String> {
    let kept: Vec<(String, String, String)> = shelf::choice(DRAFTS).unwrap_or_default();
    map_of(kept.into_iter().map(|(id, field, text)| ((id, field), text)))
}

/// The fields of an engagement that words wait for.
fn fields_of(drafts: &BTreeMap<(String, String), String>, engagement: &str) -> Vec<String> {
    drafts.keys().filter(|(id, _)| id == engagement).map(|(_, field)| field.clone()).collect()
}

impl Session {
    /// What was typed into a field and not used yet.
    pub fn draft(self, engagement: &str, field: &str) -> String {
        let name = (engagement.to_owned(), field.to_owned());
        self.drafts.with_value(|drafts| drafts.get(&name).cloned()).unwrap_or_default()
    }

    /// Keeps what is typed into a field, for whoever comes back to it.
    pub fn keep_draft(self, engagement: &str, field: &str, text: &str) {
        let name = (engagement.to_owned(), field.to_owned());
        self.own_drafts.update_value(|own| _ = own.insert(name.clone()));
        self.drafts.update_value(|drafts| {
            if text.is_empty() {
                drafts.remove(&name);
            } else {
                drafts.insert(name, text.into());
            }
        });
    }

    /// Keeps what is typed and not used for whoever opens the page again.
    pub(super) fn write_drafts(self) {
        let own = self.own_drafts.get_value();
        if own.is_empty() {
            return;
        }
        let mut all = kept();
        self.drafts.with_value(|drafts| {
            for name in own.iter().filter(|(id, _)| !is_view(id)) {
                match drafts.get(name) {
                    Some(text) => _ = all.insert(name.clone(), text.clone()),
                    None => _ = all.remove(name),
                }
            }
        });
        let all: Vec<(String, String, String)> = all.into_iter().map(|((id, field), text)| (id, field, text)).collect();
        if !all.is_empty() || shelf::choice::<serde::de::IgnoredAny>(DRAFTS).is_some() {
            shelf::keep_choice(DRAFTS, all);
        }
    }

    /// What was typed goes with the engagement that goes by another id now.
    pub fn move_drafts(self, was: &str, now: &str) {
        for field in self.drafts.with_value(|drafts| fields_of(drafts, was)) {
            let text = self.draft(was, &field);
            self.keep_draft(was, &field, "");
            self.keep_draft(now, &field, &text);
        }
    }

    /// What was typed and not used goes with an engagement that is deleted for good.
    pub fn drop_drafts(self, engagement: &str) {
        let open = self.drafts.with_value(|drafts| fields_of(drafts, engagement));
        for field in open.into_iter().chain(fields_of(&kept(), engagement)) {
            self.keep_draft(engagement, &field, "");
        }
        self.write_drafts();
    }
}
