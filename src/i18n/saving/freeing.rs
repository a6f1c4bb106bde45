//! What is said of making room in a full storage.

use crate::i18n::Lang;
use crate::i18n::figures::bytes;
use crate::storage::freeing::Freed;
use crate::storage::usage::Usage;

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct FreeingWords {
    pub free: &'static str,
    pub offer: fn(&str) -> String,
    pub histories: fn(&str) -> String,
    pub checkpoints: fn(usize, &str) -> String,
    pub saved: fn(&str) -> String,
    pub not_enough: fn(&str) -> String,
}

impl FreeingWords {
    /// What the button does; `None` where there is nothing to be freed.
    pub fn offer(&self, lang: Lang, usage: &Usage) -> Option<String> {
        let units = usage.histories + usage.checkpoints;
        (units > 0).then(|| (self.offer)(&bytes(lang, 2 * units)))
    }

    /// What was freed, and whether the project could be saved then. Browsers keep two bytes for each unit.
    pub fn freed(&self, lang: Lang, freed: &Freed, is_saved: bool) -> String {
        let histories = (freed.histories > 0).then(|| (self.histories)(&bytes(lang, 2 * freed.histories)));
        let checkpoints =
            (freed.count > 0).then(|| (self.checkpoints)(freed.count, &bytes(lang, 2 * freed.checkpoints)));
        let what = histories.into_iter().chain(checkpoints).collect::<Vec<_>>().join(", ");
        if is_saved { (self.saved)(&what) } else { (self.not_enough)(&what) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_freed_is_said_with_its_size() {
        let freed = Freed { histories: 10_240, checkpoints: 1 << 20, count: 3 };
        let said = |lang, freed: &Freed, is_saved| FreeingWords::of(lang).freed(lang, freed, is_saved);
        assert_eq!(
            said(Lang::English, &freed, true),
            "Saved. Deleted to make room: undo history (20\u{a0}KB), the 3 oldest checkpoints (2.0\u{a0}MB)."
        );
        assert_eq!(
            said(Lang::Russian, &Freed { histories: 0, count: 1, ..freed }, false),
            "Удалено: самая старая версия (2,0\u{a0}МБ). Места всё ещё не хватает\u{a0}— скачайте копию."
        );
        assert!(said(Lang::Russian, &Freed { count: 5, ..freed }, true).contains("5\u{a0}самых старых версий"));
        let usage = Usage { engagements: 9, ..Usage::default() };
        assert_eq!(FreeingWords::of(Lang::English).offer(Lang::English, &usage), None);
    }
}
