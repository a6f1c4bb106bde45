//! A file on disk that follows the saves of an engagement, where a browser can write one: how it stands, and when it is written.
//! Nothing relies on it: what is saved lies on the shelf.

use super::Shelf;
use crate::model::day::Moment;

/// The key of the mark of an engagement that a file follows, also once the page is loaded anew. The browser keeps the file itself,
/// where no text can; without the mark nobody asks it.
pub fn key(id: &str) -> String {
    format!("orbita/on-disk/{id}")
}

/// Marks an engagement as one that a file follows.
pub fn mark(shelf: &dyn Shelf, id: &str) {
    // Where there is no room for it the file is followed for as long as the page is there.
    _ = shelf.write(&key(id), "1");
}

/// Takes the mark away.
pub fn unmark(shelf: &dyn Shelf, id: &str) {
    _ = shelf.remove(&key(id));
}

/// Whether a file follows an engagement.
pub fn is_marked(shelf: &dyn Shelf, id: &str) -> bool {
    shelf.read(&key(id)).is_ok_and(|text| text.is_some())
}

/// Why a file on disk was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFault {
    /// The browser does not let the page write it any more.
    Denied,
    /// The disk did not take it, or the file is gone.
    Failed,
}

/// How a file stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnDisk {
    written: Option<Moment>,
    fault: Option<DiskFault>,
    is_writing: bool,
    /// Something was saved since the write began.
    is_behind: bool,
    /// The person has to let this page write it first: until then a save would make the browser ask in the midst of typing.
    waits: bool,
}

impl OnDisk {
    /// When it was written last; `None` before the first time.
    pub fn written(&self) -> Option<Moment> {
        self.written
    }

    /// Why the last write failed, until one goes well.
    pub fn fault(&self) -> Option<DiskFault> {
        self.fault
    }

    /// A file that another page wrote, and that this one may write once it is let to.
    pub fn waiting() -> Self {
        OnDisk { waits: true, ..OnDisk::default() }
    }

    /// Whether nothing is written before the person lets the page do so.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// The person lets the page write it.
    pub fn allow(&mut self) {
        self.waits = false;
    }

    /// Something was saved. Says whether a write begins now: one that is under way is waited for.
    pub fn save(&mut self) -> bool {
        if self.waits {
            return false;
        }
        self.is_behind = self.is_writing;
        !std::mem::replace(&mut self.is_writing, true)
    }

    /// The write that was under way has ended. Says whether another one is due, for what was saved meanwhile; after a fault it
    /// waits for the next save, or for a person.
    pub fn end(&mut self, ended: Result<(), DiskFault>, now: Moment) -> bool {
        self.is_writing = false;
        self.fault = ended.err();
        if ended.is_ok() {
            self.written = Some(now);
        }
        std::mem::take(&mut self.is_behind) && ended.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::storage::{MemoryShelf, belongings};

    #[test]
    fn a_file_of_an_earlier_page_is_not_written_before_it_is_allowed() {
        let mut file = OnDisk::waiting();
        assert_eq!([file.save(), file.save(), file.waits()], [false, false, true]);
        file.allow();
        assert!(!file.waits() && file.save());
        assert!(!file.end(Ok(()), Moment(1)), "what was saved before is in that write");
    }

    #[test]
    fn the_mark_goes_with_its_engagement_and_is_no_work() {
        let shelf = MemoryShelf::default();
        mark(&shelf, "a");
        assert_eq!([is_marked(&shelf, "a"), is_marked(&shelf, "b")], [true, false]);
        assert_eq!(belongings(&shelf, "a"), Ok(vec![key("a")]));
        assert!(!crate::storage::backup::is_work(&key("a")), "a file belongs to this browser");
        unmark(&shelf, "a");
        assert!(!is_marked(&shelf, "a"));
    }

    #[test]
    fn saves_during_a_write_come_to_one_write_more() {
        let mut file = OnDisk::default();
        assert!(file.save());
        assert_eq!([file.save(), file.save()], [false, false]);
        assert!(file.end(Ok(()), Moment(1)));
        assert!(file.save());
        assert!(!file.end(Ok(()), Moment(2)));
        assert_eq!((file.written(), file.fault()), (Some(Moment(2)), None));
    }

    #[test]
    fn a_fault_is_said_until_a_write_goes_well_and_is_no_loop() {
        let mut file = OnDisk::default();
        file.save();
        file.end(Ok(()), Moment(1));
        file.save();
        file.save();
        assert!(!file.end(Err(DiskFault::Denied), Moment(2)), "the next save tries again");
        assert_eq!((file.written(), file.fault()), (Some(Moment(1)), Some(DiskFault::Denied)));
        assert!(file.save());
        assert_eq!(file.fault(), Some(DiskFault::Denied), "said while it is tried");
        file.end(Ok(()), Moment(3));
        assert_eq!((file.written(), file.fault()), (Some(Moment(3)), None));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever comes when, no two writes overlap, and once all have gone well the file holds what was saved last.
        #[test]
        fn the_file_ends_with_what_was_saved_last(steps in prop::collection::vec(0..3_u8, 0..60)) {
            let (mut file, mut saved, mut writing, mut held) = (OnDisk::default(), 0, None, 0);
            let mut end = |file: &mut OnDisk, writing: &mut Option<i32>, saved: i32, goes_well: bool| {
                if let Some(text) = writing.take() {
                    let due = file.end(if goes_well { Ok(()) } else { Err(DiskFault::Failed) }, Moment(0));
                    if goes_well {
                        held = text;
                    }
                    if due {
                        assert!(file.save());
                        *writing = Some(saved);
                    }
                }
                held
            };
            for step in steps {
                if step == 0 {
                    saved += 1;
                    if file.save() {
                        prop_assert_eq!(writing.replace(saved), None);
                    }
                } else {
                    end(&mut file, &mut writing, saved, step == 1);
                }
            }
            saved += 1;
            if file.save() {
                writing = Some(saved);
            }
            end(&mut file, &mut writing, saved, true);
            prop_assert_eq!(end(&mut file, &mut writing, saved, true), saved);
        }
    }
}
