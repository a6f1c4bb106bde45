//! What is said of a file on disk that follows the saves of a project.

use crate::i18n::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct DiskWords {
    pub keep: &'static str,
    pub keep_hint: &'static str,
    pub writing: fn(&str) -> String,
    pub written: fn(&str, &str) -> String,
    pub stop: &'static str,
    pub other: &'static str,
    pub denied: fn(&str) -> String,
    pub failed: fn(&str) -> String,
    pub taken: fn(&str) -> String,
    pub behind: fn(&str) -> String,
    pub asks: fn(&str) -> String,
    pub waits: fn(&str) -> String,
    pub allow: &'static str,
    pub stopped: fn(&str) -> String,
}

const ENGLISH: DiskWords = DiskWords {
    keep: "Keep a file on disk up to date",
    keep_hint: "Pick a file: after each save the whole project goes into it, names included. The original stays in this browser.",
    writing: |name| format!("Writing “{name}”…"),
    written: |name, at| format!("Kept in “{name}”, last written at {at}."),
    stop: "Stop updating",
    other: "Choose another file",
    denied: |name| {
        format!(
            "The browser doesn’t let Orbita write “{name}”. The project in this browser isn’t affected. Try again and allow access, or choose another file."
        )
    },
    failed: |name| {
        format!(
            "“{name}” couldn’t be written. The project in this browser isn’t affected. Check the disk and try again, or choose another file."
        )
    },
    taken: |name| format!("“{name}” is already kept for another project. Choose another file."),
    behind: |name| format!("“{name}” is no longer up to date. Open Share to fix it."),
    asks: |name| format!("Allow Orbita to keep updating “{name}”: open Share."),
    waits: |name| {
        format!("“{name}” isn’t being updated: the browser needs your permission again after the page was opened anew.")
    },
    allow: "Allow updates",
    stopped: |name| format!("“{name}” stays as it was last written."),
};

const RUSSIAN: DiskWords = DiskWords {
    keep: "Обновлять файл на\u{a0}диске",
    keep_hint: "Выберите файл: после каждого сохранения в\u{a0}него записывается весь проект с\u{a0}именами. Оригинал остаётся в\u{a0}этом браузере.",
    writing: |name| format!("Файл «{name}» записывается…"),
    written: |name, at| format!("Файл «{name}» обновляется, последняя запись в\u{a0}{at}."),
    stop: "Больше не\u{a0}обновлять",
    other: "Выбрать другой файл",
    denied: |name| {
        format!(
            "Браузер больше не\u{a0}даёт записывать файл «{name}». С\u{a0}проектом в\u{a0}этом браузере всё в\u{a0}порядке. Попробуйте ещё раз и\u{a0}разрешите доступ или выберите другой файл."
        )
    },
    failed: |name| {
        format!(
            "Не\u{a0}удалось записать файл «{name}». С\u{a0}проектом в\u{a0}этом браузере всё в\u{a0}порядке. Проверьте диск и\u{a0}попробуйте ещё раз или выберите другой файл."
        )
    },
    taken: |name| format!("В\u{a0}файл «{name}» уже записывается другой проект. Выберите другой файл."),
    behind: |name| format!("Файл «{name}» больше не\u{a0}обновляется. Откройте «Поделиться», чтобы это исправить."),
    asks: |name| format!("Чтобы файл «{name}» обновлялся и\u{a0}дальше, разрешите это: откройте «Поделиться»."),
    waits: |name| {
        format!(
            "Файл «{name}» пока не\u{a0}обновляется: страница открыта заново, и\u{a0}браузеру снова нужно ваше разрешение."
        )
    },
    allow: "Разрешить обновление",
    stopped: |name| format!("Файл «{name}» остался таким, каким был записан."),
};

impl DiskWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&ENGLISH, &RUSSIAN)
    }
}
