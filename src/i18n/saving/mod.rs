//! What is said of keeping work: saving, other tabs, limits, files that come in.

pub mod freeing;

use chrono::NaiveDate;

use super::{Lang, figures};
use crate::arrange::Arrange;
use crate::model::Collection;
use crate::model::day::Moment;
use crate::model::limits::{self, Excess};
use crate::storage::import::Report;
use crate::storage::part_name::PartName;
use crate::storage::usage::Usage;

/// A place of the open project, by the name that people gave it; empty where it has none, or is not known.
#[derive(Clone, Copy, Debug)]
pub enum PlaceName<'a> {
    /// A map, by its title.
    Journey(&'a str),
    /// An interview, by the person.
    Interview(&'a str),
    /// The economics.
    Economics,
}

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct SavingWords {
    // Saving.
    pub gone: &'static str,
    pub save_again: &'static str,
    pub newer_elsewhere: &'static str,
    pub deleted: &'static str,
    pub reload: &'static str,
    pub recovered: &'static str,
    pub left_unsaved: fn(&str) -> String,
    // What two tabs changed.
    pub unnamed: fn(Option<Collection>) -> &'static str,
    pub quoted: fn(&str) -> String,
    pub split: fn(&str) -> String,
    pub both_kept: fn(&str) -> String,
    pub ours_kept: fn(&str) -> String,
    pub later_kept: fn(&str) -> String,
    pub restored: fn(&str) -> String,
    pub returned: fn(&str) -> String,
    pub more_clashes: fn(usize) -> String,
    pub show: &'static str,
    /// What was undone is not in sight, but there.
    pub undone_at: fn(PlaceName) -> String,
    /// The same of what was done again.
    pub redone_at: fn(PlaceName) -> String,
    pub undo_left_alone: &'static str,
    pub undo_shorter: &'static str,
    /// What an earlier version of Orbita wrote was saved in the form of this one, and there was no room to keep it.
    pub older_not_kept: &'static str,
    pub download_older: &'static str,
    pub undo_in_part: &'static str,
    pub record_gone: &'static str,
    // What takes the room.
    pub room: fn(&str) -> String,
    pub room_of: SpaceWords,
    // Limits.
    pub excess: fn(Excess, usize) -> String,
    pub too_large: fn(&str) -> String,
    pub too_large_here: fn(&str) -> String,
    pub cut_off: fn(&str) -> String,
    pub too_many_parts: fn(&str, usize) -> String,
    // Importing.
    /// What became of a file; its days are those of the person's clock.
    pub report: fn(&Report, LocalDay) -> String,
    pub copied_newer: &'static str,
    pub newer_is_kept: &'static str,
    pub delete_again: fn(&str) -> String,
    pub not_renamed: &'static str,
    pub why_a_copy: &'static str,
    pub copy_holds: &'static str,
    pub promised: &'static str,
    pub not_promised: &'static str,
    pub take_along: &'static str,
}

/// The day that a moment falls on where the person is.
pub type LocalDay = fn(Moment) -> NaiveDate;

/// How many parts of a file are named; the rest is counted.
const NAMED: usize = 3;

/// Parts of a file by title and day: `titled` writes a title, or what stands for one, and `more` how many others there are.
pub(super) fn named(
    lang: Lang,
    all: &[PartName],
    day: LocalDay,
    titled: fn(&str) -> String,
    more: fn(usize) -> String,
) -> String {
    let one = |name: &PartName| {
        let day = name.on.map(|on| format!(" ({})", figures::date(lang, day(on)))).unwrap_or_default();
        titled(&name.title) + &day
    };
    let mut text = all.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", ");
    if all.len() > NAMED {
        text += &more(all.len() - NAMED);
    }
    text
}

/// What takes the room of the storage, by its amount.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct SpaceWords {
    pub engagements: fn(&str) -> String,
    pub checkpoints: fn(&str) -> String,
    pub histories: fn(&str) -> String,
    pub deleted: fn(&str) -> String,
    pub aside: fn(&str) -> String,
    pub other: fn(&str) -> String,
}

/// From how many bytes on something is named that takes room.
const WORTH_NAMING: usize = 20 << 10;

impl SavingWords {
    /// What takes the room of the storage, the most first. Browsers keep two bytes for each unit.
    pub fn room(&self, lang: Lang, usage: &Usage) -> String {
        let words = &self.room_of;
        let mut all = [
            (usage.engagements, words.engagements),
            (usage.checkpoints, words.checkpoints),
            (usage.histories, words.histories),
            (usage.deleted, words.deleted),
            (usage.aside, words.aside),
            (usage.other, words.other),
        ];
        all.arrange_by_key(|(units, _)| std::cmp::Reverse(*units));
        let named = all.iter().filter(|(units, _)| 2 * units >= WORTH_NAMING);
        let parts: Vec<String> = named.map(|(units, name)| name(&figures::bytes(lang, 2 * units))).collect();
        if parts.is_empty() { String::new() } else { (self.room)(&parts.join(", ")) }
    }

    /// What there is too much of, and how much there may be.
    pub fn excess(&self, excess: Excess) -> String {
        let most = match excess {
            Excess::Records(collection, _) => limits::most(collection),
            Excess::Stages(_) => limits::STAGES,
            Excess::Lanes(_) => limits::LANES,
            Excess::CardsInACell(_) => limits::CARDS_IN_A_CELL,
            Excess::Paragraphs(_) => limits::PARAGRAPHS,
            Excess::Entries(_) => limits::ENTRIES,
            Excess::Letters(_) => limits::LETTERS,
            Excess::Ids => 0,
        };
        (self.excess)(excess, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_pages_of_the_site_take_is_named() {
        let usage = Usage { engagements: 30 << 10, other: 2 << 20, aside: 9, ..Usage::default() };
        let said = |lang: Lang| lang.words().saving_words.room(lang, &usage);
        assert_eq!(
            said(Lang::English),
            "The storage holds data of other pages of this site (4.0\u{a0}MB), projects (60\u{a0}KB)."
        );
        assert!(said(Lang::Russian).contains("данные других страниц этого сайта (4,0\u{a0}МБ)"));
    }

    #[test]
    fn what_has_no_name_is_told_as_what_it_is() {
        for lang in [Lang::English, Lang::Russian] {
            let words = lang.words().saving_words;
            let project = (words.unnamed)(None);
            for &collection in Collection::ALL {
                let told = (words.restored)((words.unnamed)(Some(collection)));
                assert!(!told.contains(project), "{collection:?}: {told}");
            }
        }
        let words = Lang::English.words().saving_words;
        let told = (words.restored)((words.unnamed)(Some(Collection::Paragraph)));
        assert_eq!(told, "Another tab deleted a note while it was being changed. It was kept.");
    }
}
