//! Making room in a full storage, in Russian.

use crate::i18n::ru::counts::plural_ru;
use crate::i18n::saving::freeing::FreeingWords;

/// Everything of it.
pub const WORDS: FreeingWords = FreeingWords {
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
