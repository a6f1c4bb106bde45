//! What other tabs save, and what tabs that crashed had not saved.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{FOLLOWER, News, Reason, SaveState, Saver};
use crate::arrange::set_of;
use crate::edit::store::Adopted;
use crate::edit::{Command, HeadField};
use crate::i18n::speech::title_or;
use crate::insight::among::copy_of;
use crate::storage::replica::{Replica, Seen};
use crate::storage::{self, checkpoints, deleted, journal};
use crate::ui::browser::caret::Caret;
use crate::ui::browser::tabs::{self, Message, Said};
use crate::ui::browser::{self, typing};

/// How long it is told what two tabs changed.
const NEWS: Duration = Duration::from_secs(60);

impl Saver {
    /// Does something in which other tabs' changes may be met, and brings them to the views, however it ends.
    pub(super) fn meet<T>(self, act: impl FnOnce(&mut Replica) -> T) -> T {
        let (end, adopted) = self.desk.change(|replica| (act(replica), replica.take_adopted()));
        adopted.into_iter().for_each(|adopted| self.follow(adopted));
        end
    }

    /// Brings another tab's changes to the views, and tells what both changed.
    pub(super) fn follow(self, adopted: Adopted) {
        if !adopted.clashes.is_empty() {
            let news = Some(News::Clashes(adopted.clashes.clone()));
            self.news.set(news.clone());
            // It was there to be read; both versions stay where they are.
            self.view.after(NEWS, move || {
                if self.news.with_untracked(|now| *now == news) {
                    self.news.set(None);
                }
            });
        }
        let caret = Caret::of_page();
        self.desk.follow(adopted);
        if let Some(caret) = caret {
            self.view.after_update(move || caret.put_back());
        }
        if self.desk.peek_replica(|replica| replica.store.is_changed()) {
            self.keep_journal();
            self.put_off();
        }
    }

    /// Both versions are kept: the other one where it is, this one's under a new id.
    pub(super) fn separate(self) {
        let (was, id) = (self.id.get_untracked(), browser::new_id());
        let w = self.session.w();
        let title = self
            .desk
            .peek(|engagement| copy_of(title_or(&engagement.head().title, w.untitled_engagement), w.copy, |_| false));
        self.desk.change(|replica| replica.separate(id.clone()));
        self.id.set(id.clone());
        // Under the old id lies the other tab's work.
        self.session.forget_in_page(&was);
        self.session.move_drafts(&was, &id);
        if let Some(follower) = FOLLOWER.get() {
            (follower.parted)(&was, &id);
        }
        self.desk.dispatch(Command::SetHead(HeadField::Title, title));
        self.desk.seal();
        self.news.set(Some(News::Parted));
        self.save();
        // Where there is no room for them, they are still with the version that they were kept of.
        _ = checkpoints::copy(&*self.shelf(), &was, &id);
    }

    /// A newer Orbita has saved the engagement: this one only reads it from now on, unless it has changes of its own.
    pub(super) fn meet_newer(self) {
        if self.desk.peek_replica(|replica| replica.store.is_changed()) {
            self.separate();
            return;
        }
        let opened = Replica::open(&*self.shelf(), &self.id.get_untracked(), &self.session.writer(), |_| false);
        match opened {
            Ok(replica) => self.desk.replace(replica),
            Err(_) => {
                // Without a text there is nothing to follow; the next look finds out what became of it.
                let text = self.shelf().read(&storage::key(&self.id.get_untracked())).ok().flatten();
                let Some(text) = text else { return };
                self.desk.follow_newer(text.into());
            }
        }
        // Nothing of this tab's waits any more; what is seen lies on the shelf.
        self.forget_waiting();
        if self.session.lasting {
            self.state.set(SaveState::Saved);
        }
        self.news.set(Some(News::Newer));
        self.notify_follower();
    }

    /// Looks at the shelf, whether it still holds what counts as saved and whether another tab has saved.
    pub(super) fn look(self) {
        if typing::is_composing() || !self.view.is() {
            return;
        }
        let shelf = self.shelf();
        match self.meet(|replica| replica.look(&*shelf)) {
            Ok(Seen::Same) => {
                if matches!(self.state.get_untracked(), SaveState::NotSaved(Reason::Gone)) {
                    self.save();
                }
            }
            Ok(Seen::Gone) => self.state.set(SaveState::NotSaved(Reason::Gone)),
            Ok(Seen::Adopted) => self.notify_follower(),
            Ok(Seen::Newer(_)) => self.meet_newer(),
            Ok(Seen::Foreign) => self.separate(),
            Err(_) => self.state.set(SaveState::NotSaved(Reason::Denied)),
        }
    }

    /// Tells that the engagement is deleted, for as long as it is: it can be seen here all the same.
    pub(super) fn follow_deletion(self) {
        let is_deleted = deleted::is_deleted(&*self.shelf(), &self.id.get_untracked());
        let is_told = self.news.with_untracked(|news| *news == Some(News::Deleted));
        if is_deleted != is_told {
            self.news.set(is_deleted.then_some(News::Deleted));
        }
    }

    /// Brings the engagement back.
    pub fn restore(self) {
        deleted::restore(&*self.shelf(), &self.id.get_untracked());
        self.follow_deletion();
        self.notify_follower();
    }

    /// Another tab has written or removed `key`, or cleared everything.
    pub(super) fn receive_key(self, key: Option<&str>) {
        if key.and_then(deleted::marked) == Some(self.id.get_untracked().as_str()) {
            self.follow_deletion();
        }
        if key.is_none_or(|key| storage::id_of(key) == Some(self.id.get_untracked().as_str())) {
            self.look();
        } else if self.state.get_untracked() == SaveState::NotSaved(Reason::Full) && key.is_some_and(storage::is_ours) {
            self.save_changes();
        }
    }

    pub(super) fn receive_message(self, message: Message) {
        if !self.view.is() || message.id != self.id.get_untracked() {
            return;
        }
        let writer = message.writer;
        match message.said {
            Said::Hello => {
                self.say(Said::Here);
                // A tab that only asks who is there has no name.
                if !writer.is_empty() {
                    self.inner.update_value(|inner| _ = inner.others.insert(writer));
                }
            }
            Said::Here => self.inner.update_value(|inner| _ = inner.others.insert(writer)),
            Said::Bye => self.inner.update_value(|inner| _ = inner.others.remove(&writer)),
            Said::Saved => self.look(),
        }
    }

    /// Brings back what tabs that crashed had not saved, and the history of a tab that is no more.
    pub(super) fn recover(self) {
        let (shelf, id) = (self.shelf(), self.id.get_untracked());
        let mut writers: BTreeSet<String> = set_of(
            journal::all(&*shelf, &id).into_iter().map(|found| found.writer).filter(|w| *w != self.session.writer()),
        );
        writers.extend(self.desk.peek_replica(|replica| replica.known().map(|stamp| stamp.writer.clone())));
        spawn_local(async move {
            let alive = tabs::alive(&id, writers).await;
            if !self.view.is() || self.id.get_untracked() != id {
                return;
            }
            let recovered = self.meet(|replica| {
                replica.go_on(&*shelf, |writer| !alive.contains(writer));
                replica.recover(&*shelf, |writer| alive.contains(writer), browser::now())
            });
            match recovered {
                Ok(is_new) => {
                    if is_new && self.news.get_untracked().is_none() {
                        self.news.set(Some(News::Recovered));
                    }
                }
                Err(_) => self.save(),
            }
            self.desk.turned();
        });
    }
}
