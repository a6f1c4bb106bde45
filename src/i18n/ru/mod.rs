//! Русский.

pub mod accounts;
pub mod backing;
pub mod capture;
pub mod charts;
pub mod cohorts;
mod counts;
pub mod customs;
pub mod disk;
pub mod economy;
pub mod findings;
pub mod forecast;
pub mod freeing;
pub mod frictions;
mod guide;
pub mod hidden;
pub mod initiatives;
pub mod interviews;
pub mod journey;
pub mod keys;
pub mod library;
pub mod map;
pub mod pasting;
pub mod ranges;
mod reason;
mod saving;
pub mod spending;
pub mod tables;
pub mod travel;
pub mod versions;
pub mod workshop;

use crate::i18n::quote::title_ru;
use crate::i18n::words::Words;

/// Everything in Russian.
pub const WORDS: Words = Words {
    // The product and its frame.
    product: "Орбита",
    page_title: "Орбита: карты пути, которые удерживают клиентов",
    sections: "Разделы",
    library: "Библиотека",
    journey: "Карта пути",
    interviews: "Интервью",
    economics: "Экономика",
    language_code: "RU",
    switch_language: "RU, переключить на английский",
    to_light: "Светлая тема",
    to_dark: "Тёмная тема",
    help: "Горячие клавиши",
    undo: "Отменить",
    redo: "Вернуть",
    open: "Открыть",
    close: "Закрыть",
    hide_message: "Скрыть сообщение",
    done: "Готово",
    add: "Добавить",
    edit: "Изменить",
    rename: "Переименовать",
    duplicate: "Дублировать",
    delete: "Удалить",
    title: "Название",
    about: "Описание",
    export: "Экспорт",
    download_copy: "Скачать копию",
    part_coming: "Загрузка…",
    part_missing: "Эту часть Орбиты не удалось загрузить. Проверьте соединение и попробуйте ещё раз; ваша работа цела.",
    try_again: "Попробовать ещё раз",
    today: "Сегодня",
    yesterday: "Вчера",
    more_of: |name| format!("Ещё: {name}"),
    copy: "копия",
    saving_words: &saving::WORDS,
    // Saving.
    save_state: "Состояние сохранения",
    saved: "Сохранено",
    saving: "Сохраняется",
    not_saved: "Не сохранено",
    saved_hint: "Сохранено в браузере",
    not_saved_full: "Не сохранено: хранилище браузера заполнено. Правки хранятся в памяти, пока страница открыта. Скачайте копию и освободите место в библиотеке.",
    not_saved_denied: "Браузер не разрешает хранить данные: правки хранятся в памяти, пока страница открыта. Чтобы не потерять работу, скачайте копию.",
    parted: "Этот проект одновременно изменили в другой вкладке. Сохранены обе версии: та осталась под прежним названием, ваша открыта здесь как копия.",
    read_only: "Этот проект открыт только для чтения.",
    locked_refused: "Сценарий зафиксирован. Снимите фиксацию, чтобы изменить его.",
    download_failed: "Браузер не сохранил файл. Разрешите скачивание на этой странице и повторите.",
    // Why there is no figure.
    reason: reason::reason,
    // Projects and their files.
    copy_here: |name| format!("Файл «{name}»\u{a0}— не\u{a0}таблица. Копии Орбиты импортируют в библиотеке."),
    untitled_engagement: "Проект без названия",
    storage_silent: "Хранилище браузера не отвечает. Обновите страницу.",
    storage_silent_unsaved: "Хранилище браузера не отвечает. Прежде чем обновить или закрыть страницу, скачайте копию своей работы.",
    restore: "Восстановить",
    no_room: "Хранилище браузера заполнено: ничего не добавлено. Скачайте копии и удалите лишние проекты.",
    no_example: "Не удалось загрузить пример. Проверьте соединение и повторите.",
    file_too_large: |name| format!("Файл {name} слишком велик. Ничего не изменилось."),
    file_unreadable: |name| format!("Браузер не смог прочитать файл {name}. Ничего не изменилось."),
    file_not_json: |name, line, column| {
        format!("{name}\u{a0}— не файл Орбиты: внутри не JSON (строка {line}, столбец {column}). Ничего не изменилось.")
    },
    file_not_ours: |name| {
        format!(
            "{}\u{a0}— не файл Орбиты. Ничего не изменилось. Выберите файл, скачанный в «Поделиться» или кнопкой «Скачать резервную копию».",
            title_ru(name)
        )
    },
    file_newer: |name| {
        format!("Файл {name} создан в более новой версии Орбиты. Обновите страницу и повторите. Ничего не изменилось.")
    },
    file_damaged: |name, line, column| {
        format!("{name}\u{a0}— файл Орбиты, но он повреждён (строка {line}, столбец {column}). Ничего не изменилось.")
    },
    file_flawed: |name| format!("{name}\u{a0}— файл Орбиты, но его части не согласованы. Ничего не изменилось."),
    cannot_open: "Не удалось открыть проект",
    engagement_missing: "Его нет в этом браузере: он удалён или хранится в другом.",
    // An engagement and its maps.
    engagement_menu: "Карты проекта",
    rename_engagement: "Переименовать проект…",
    project_details: "Сведения о проекте",
    add_map: "Добавить карту",
    import_map: "Импорт карты из таблицы…",
    drop_in_library: "Файлы принимает библиотека. Перейдите туда и перетащите файл ещё раз.",
    duplicate_map: "Дублировать эту карту",
    delete_map: "Удалить эту карту",
    deleted_map: |title| {
        if title.is_empty() {
            "Карта удалена".into()
        } else {
            format!("Удалена карта {}", title_ru(title))
        }
    },
    // Why something is refused.
    no_cards_here: "На дорожке эмоций карточек нет. Нажмите на ней клавишу от 1 до 5, чтобы оценить этап.",
    second_emotion_lane: "На этой карте уже есть дорожка эмоций.",
    // Verbs and fields.
    verb_menu: "Меню действий",
    no_such_year: "Такой даты быть не\u{a0}может. Введите год от\u{a0}1970 до\u{a0}2199.",
    verb_help: "Все горячие клавиши",
    verb_palette: "Найти команду",
    palette: "Команды и места",
    palette_hint: "Команда, карта, этап, точка трения",
    palette_nothing: "Ничего с таким названием. Попробуйте меньше букв.",
};
