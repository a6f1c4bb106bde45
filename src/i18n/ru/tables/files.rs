//! Файлы, из которых не взять таблицу, по-русски.

use crate::i18n::quote::title_ru;
use crate::i18n::tables::is_called_workbook;
use crate::tables::bytes::{Binary, NoText};
use crate::tables::fault::{FileKind, Kind};

const TAKEN: &str = "Импорт принимает копии Орбиты (.json, .html) и таблицы (.xlsx, .csv, .tsv, .txt).";

const COPIED: &str = "Скопируйте из файла таблицу и вставьте её на карту или туда, где нужна таблица.";

/// Why a file gives no text, and what to do.
pub(super) fn no_text(name: &str, why: NoText) -> String {
    let is_workbook = is_called_workbook(name);
    let name = title_ru(name);
    match why {
        NoText::Empty => format!("Файл {name} пуст."),
        NoText::BadUtf8 { line, column, count: 1 } => {
            format!("Файл {name} повреждён: строка {line}, столбец {column}. Сохраните его заново в UTF-8.")
        }
        NoText::BadUtf8 { line, column, count } => format!(
            "Файл {name} повреждён, таких мест: {count}, первое: строка {line}, столбец {column}. Сохраните его заново в UTF-8."
        ),
        NoText::Binary(Binary::Workbook) => {
            format!("{name}\u{a0}— книга электронных таблиц. {COPIED}")
        }
        NoText::Binary(Binary::Document) => {
            format!(
                "{name}\u{a0}— документ. {COPIED} Если это расшифровка интервью, перетащите файл в открытое интервью."
            )
        }
        NoText::Binary(Binary::Archive) => format!("{name}\u{a0}— архив. Распакуйте его и импортируйте файлы."),
        NoText::Binary(Binary::Pdf) => format!("{name}\u{a0}— PDF. {COPIED}"),
        NoText::Binary(Binary::Picture) => format!("{name}\u{a0}— изображение. {TAKEN}"),
        NoText::Binary(Binary::Unknown) if is_workbook => {
            format!("Файл {name} повреждён, или это не\u{a0}книга Excel. Сохраните его заново в\u{a0}формате .xlsx.")
        }
        NoText::Binary(Binary::Unknown) => format!("{name}\u{a0}— не текстовый файл. {TAKEN}"),
    }
}

/// Why a text file is not taken as a map, and what to do.
pub(super) fn no_table(name: &str, kind: FileKind) -> String {
    let name = title_ru(name);
    match kind {
        FileKind::Json => format!("{name}\u{a0}— не файл Орбиты."),
        FileKind::Table(Some(Kind::Map)) => format!("{name}\u{a0}— карта."),
        FileKind::Table(Some(Kind::Cohorts)) => {
            format!("{name}\u{a0}— таблица когорт. Загрузите её в проекте: «Экономика», вкладка «Динамика клиентов».")
        }
        FileKind::Table(Some(Kind::Accounts | Kind::Events)) => {
            format!("{name}\u{a0}— таблица выручки клиентов. Загрузите её в проекте: «Экономика», вкладка «Выручка».")
        }
        FileKind::Table(_) => {
            format!("{name}\u{a0}— таблица, но не карта. Назовите столбцы «Этап», «Дорожка» и «Текст».")
        }
        FileKind::Subtitles => {
            format!("{name}\u{a0}— субтитры. Если это расшифровка интервью, перетащите файл в открытое интервью.")
        }
        FileKind::Markdown => {
            format!("{name}\u{a0}— Markdown без карты. Сделайте таблицу со столбцами «Этап», «Дорожка» и «Текст».")
        }
        FileKind::MapText => {
            format!(
                "{name}\u{a0}— карта в\u{a0}Markdown, она только для чтения. Загрузите ту\u{a0}же карту в\u{a0}CSV или проект (.json)."
            )
        }
        FileKind::Picture => {
            format!(
                "{name}\u{a0}— изображение. Если оно из\u{a0}Орбиты, загрузите ту\u{a0}же карту в\u{a0}CSV или проект (.json)."
            )
        }
        FileKind::Page => format!("{name}\u{a0}— веб-страница. Скопируйте из неё таблицу и вставьте на карту."),
        FileKind::Calendar => format!("{name}\u{a0}— календарь. {TAKEN}"),
        FileKind::Text => format!(
            "{name}\u{a0}— текст без таблицы. Скопируйте строки и вставьте их на карту. Если это расшифровка интервью, перетащите файл в открытое интервью."
        ),
    }
}
