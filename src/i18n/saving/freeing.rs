//! What is said of making room in a full storage.

use crate::i18n::Lang;
use crate::i18n::figures::{bytes, plural_ru};
use crate::storage::freeing::Freed;
use crate::storage::usage::Usage;

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct FreeingWords {
    pub free: &'static str,
    offer: fn(&str) -> String,
    histories: fn(&str) -> String,
    checkpoints: fn(usize, &str) -> String,
    saved: fn(&str) -> String,
    not_enough: fn(&str) -> String,
}

const ENGLISH: FreeingWords = FreeingWords {
    free: "Free space and save",
    offer: |size| {
        format!(
            "\u{201c}Free space and save\u{201d} deletes undo history, then the oldest checkpoints, {size} at most. Projects stay."
        )
    },
    histories: |size| format!("undo history ({size})"),
    checkpoints: |count, size| match count {
        1 => format!("the oldest checkpoint ({size})"),
        _ => format!("the {count} oldest checkpoints ({size})"),
    },
    saved: |what| format!("Saved. Deleted to make room: {what}."),
    not_enough: |what| format!("Deleted {what}, but there still isn\u{2019}t enough space. Download a copy."),
};

const RUSSIAN: FreeingWords = FreeingWords {
    free: "Освободить место и сохранить",
    offer: |size| {
        format!(
            "Кнопка «Освободить место и сохранить» удалит историю отмены, а если этого мало\u{a0}— самые старые версии, всего не больше {size}. Проекты останутся."
        )
    },
    histories: |size| format!("история отмены ({size})"),
    checkpoints: |count, size| match count {
        1 => format!("самая старая версия ({size})"),
        _ => {
            let oldest = plural_ru(count, "самая старая версия", "самые старые версии", "самых старых версий");
            format!("{count}\u{a0}{oldest} ({size})")
        }
    },
    saved: |what| format!("Сохранено. Чтобы освободить место, удалено: {what}."),
    not_enough: |what| format!("Удалено: {what}. Места всё ещё не хватает\u{a0}— скачайте копию."),
};

impl FreeingWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&ENGLISH, &RUSSIAN)
    }

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
