//! What is typed into fields and not used yet, for whoever comes back to them.

use std::time::Duration;

use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;

use super::Session;
use crate::storage::Shelf;
use crate::storage::drafts::{self, Drafts};
use crate::ui::browser::shelf::PageShelf;
use crate::ui::browser::tabs;

/// So long after a letter words are kept: a page that crashes says nothing before. Longer than an engagement waits with its
/// journal, so that what became a note is there before it is gone here.
const SOON: Duration = Duration::from_millis(200);

/// The same for a long text, such as a transcript: all of it is written each time.
const LONG: (usize, Duration) = (500_000, Duration::from_secs(1));

/// When what was typed is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
enum Wait {
    /// Nothing is to be kept.
    #[default]
    None,
    /// Some time after a letter of a long text.
    Long,
    /// Soon.
    Soon,
}

/// The drafts of this page.
#[derive(Clone, Copy)]
pub struct PageDrafts {
    all: StoredValue<Drafts>,
    /// Whether they are about to be kept.
    wait: StoredValue<Wait>,
    /// Whether the storage did not take all of them.
    pub is_lost: StoredValue<bool>,
    /// How often another tab changed them.
    elsewhere: RwSignal<u32>,
}

impl PageDrafts {
    /// What waits when this page opens.
    pub fn kept(shelf: &dyn Shelf) -> Self {
        PageDrafts {
            all: StoredValue::new(Drafts::new(drafts::waiting(shelf))),
            wait: StoredValue::new(Wait::None),
            is_lost: StoredValue::new(false),
            elsewhere: RwSignal::new(0),
        }
    }
}

impl Session {
    /// What was typed into a field and not used yet, for the view that shows it from now on.
    pub fn draft(self, engagement: &str, field: &str) -> String {
        self.drafts.all.try_update_value(|drafts| drafts.open(engagement, field)).unwrap_or_default()
    }

    /// The same for a view that shows it already.
    pub fn draft_now(self, engagement: &str, field: &str) -> String {
        self.drafts.all.with_value(|drafts| drafts.text(engagement, field).to_owned())
    }

    /// Acts whenever another tab used or changed words that waited here too, for as long as the running view is there.
    pub fn on_draft_elsewhere(self, act: impl Fn() + 'static) {
        Effect::new(move |before: Option<u32>| {
            let now = self.drafts.elsewhere.get();
            if before.is_some_and(|before| before != now) {
                untrack(&act);
            }
            now
        });
    }

    /// Keeps what is typed into a field, for whoever comes back to it.
    pub fn keep_draft(self, engagement: &str, field: &str, text: &str) {
        let is_new = self.drafts.all.try_update_value(|drafts| drafts.keep(engagement, field, text)) == Some(true);
        let (wait, after) = if text.len() > LONG.0 { (Wait::Long, LONG.1) } else { (Wait::Soon, SOON) };
        if is_new && self.drafts.wait.try_with_value(|waits| *waits < wait) == Some(true) {
            self.drafts.wait.set_value(wait);
            set_timeout(move || self.write_drafts(), after);
        }
    }

    /// Keeps what is typed and not used for whoever opens the page again.
    pub(super) fn write_drafts(self) {
        self.drafts.wait.try_set_value(Wait::None);
        let shelf = self.shelf();
        if let Some(kept) = self.drafts.all.try_update_value(|drafts| drafts.write(&*shelf)) {
            // Should the app stop, the page hands out what it has: what is half typed, too.
            if self.lasting && (kept.is_err() || self.drafts.is_lost.try_get_value() == Some(true)) {
                _ = self.drafts.all.try_with_value(|drafts| drafts.hold(&PageShelf));
            }
            self.drafts.is_lost.try_set_value(kept.is_err());
        }
    }

    /// Follows what other tabs keep, for as long as the page is there.
    pub(super) fn follow_drafts(self) -> WindowListenerHandle {
        tabs::on_other_tab(move |changed| {
            let shelf = self.shelf();
            let follow = |drafts: &mut Drafts| match &changed {
                Some(key) => drafts.follow_key(&*shelf, key),
                None => drafts.follow(drafts::waiting(&*shelf)),
            };
            if self.drafts.all.try_update_value(follow) == Some(true) {
                self.drafts.elsewhere.update(|count| *count += 1);
            }
        })
    }

    /// What was typed goes with the engagement that goes by another id now.
    pub fn move_drafts(self, was: &str, now: &str) {
        for field in self.drafts.all.with_value(|drafts| drafts.fields_of(was)) {
            let text = self.draft(was, &field);
            self.keep_draft(was, &field, "");
            self.keep_draft(now, &field, &text);
        }
    }

    /// What was typed and not used goes with an engagement that is deleted for good.
    pub fn drop_drafts(self, engagement: &str) {
        let shelf = self.shelf();
        self.drafts.all.update_value(|drafts| {
            drafts.follow(drafts::waiting(&*shelf));
            drafts.forget(engagement);
        });
        self.write_drafts();
    }
}
