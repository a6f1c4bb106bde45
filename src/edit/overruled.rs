//! What changes an engagement while somebody works on it, and is no command of theirs: undo, redo and other tabs.

use std::collections::VecDeque;
use std::rc::Rc;

use super::store::Adopted;
use crate::model::Key;

/// Something else than a command of this tab changed what stands.
#[derive(Clone)]
pub enum Overruling {
    /// A step was taken back.
    Undone,
    /// A step was done again; the records and lists that it touched.
    Redone(Vec<Key>),
    /// What another tab did was taken in.
    Followed(Rc<Adopted>),
}

/// As many as can come before those who follow them run.
const LAST: usize = 64;

/// What overruled this tab: how often, and the last of it.
#[derive(Clone, Default)]
pub struct Overrulings {
    count: Overruled,
    last: VecDeque<Overruling>,
}

impl Overrulings {
    /// One more.
    pub fn add(&mut self, one: Overruling) {
        match one {
            Overruling::Undone | Overruling::Redone(_) => self.count.by_history += 1,
            Overruling::Followed(_) => self.count.by_tabs += 1,
        }
        self.last.push_back(one);
        if self.last.len() > LAST {
            self.last.pop_front();
        }
    }

    /// How often it was.
    pub fn count(&self) -> Overruled {
        self.count
    }

    /// Those that came since there were `seen` of them.
    pub fn since(&self, seen: u64) -> Vec<Overruling> {
        let new = usize::try_from(self.count.all().saturating_sub(seen)).unwrap_or(LAST);
        self.last.iter().skip(self.last.len().saturating_sub(new)).cloned().collect()
    }
}

/// How often what stands was changed by something else than a command of this tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overruled {
    /// By undo and redo.
    pub by_history: u64,
    /// By another tab.
    pub by_tabs: u64,
}

impl Overruled {
    /// In whatever way.
    pub fn all(self) -> u64 {
        self.by_history + self.by_tabs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What of it says how many records it touched.
    fn touched(all: &[Overruling]) -> Vec<usize> {
        all.iter().map(|one| if let Overruling::Redone(touched) = one { touched.len() } else { 0 }).collect()
    }

    #[test]
    fn all_that_came_at_once_is_heard_and_nothing_twice() {
        let mut all = Overrulings::default();
        all.add(Overruling::Undone);
        let seen = all.count().all();
        assert!(all.since(seen).is_empty());
        all.add(Overruling::Redone(vec![Key::Head]));
        all.add(Overruling::Undone);
        all.add(Overruling::Redone(vec![Key::Head, Key::Head]));
        assert_eq!(touched(&all.since(seen)), [1, 0, 2]);
        assert_eq!(touched(&all.since(seen + 2)), [2]);
        assert_eq!(all.count(), Overruled { by_history: 4, by_tabs: 0 });
    }

    #[test]
    fn what_nobody_hears_any_more_is_let_go() {
        let mut all = Overrulings::default();
        (0..10 * LAST).for_each(|_| all.add(Overruling::Undone));
        assert_eq!((all.since(0).len(), all.last.len()), (LAST, LAST));
        assert_eq!(all.count().all(), 10 * LAST as u64);
    }
}
