//! What is said where tables are pasted and files come in, in Russian.

use crate::i18n::pasting::PastingWords;

pub const WORDS: PastingWords = PastingWords {
    take_table: "Использовать таблицу",
    import_table: "Импорт файла",
    download_table: "Скачать CSV",
    remove_table: "Убрать таблицу",
    table_refused: "Не загружено. Исправьте и повторите:",
    table_used: "Таблица загружена",
    text_replaced: "Текст в\u{a0}поле заменён",
    text_removed: "Текст в\u{a0}поле удалён",
    use_as_shown: "Загрузить так",
    reread: "Прочитать иначе",
    dont_import: "Отмена",
    look_at_map: "Импортировать эту карту?",
    paste_as_map: "Добавить как карту",
    more_errors: |more| format!("ещё {more}"),
};
