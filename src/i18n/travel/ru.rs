//! Русский.

use super::TravelWords;
use crate::exchange::link::{Carrier, LinkError};
use crate::exchange::office::xlsx::Refused;
use crate::handover::report::Unread;
use crate::handover::site::PageFault;
use crate::handover::site::config::{Expected, Wrong};

pub const WORDS: TravelWords = TravelWords {
    link_error: |error| match error {
        LinkError::NotOurs => "Это не ссылка Орбиты. Проверьте, целиком ли она скопирована.",
        LinkError::Cut => {
            "Ссылка обрывается: её обрезало приложение, через которое её отправили. Скопируйте ссылку заново или попросите файл."
        }
        LinkError::Newer => {
            "Ссылка создана в\u{a0}более новой версии Орбиты. Обновите страницу и\u{a0}откройте ссылку снова."
        }
        LinkError::Damaged => "Ссылка изменилась при пересылке, прочитать её нельзя. Попросите прислать её ещё раз.",
        LinkError::TooLarge => "В\u{a0}ссылке больше данных, чем можно открыть. Попросите файл.",
        LinkError::WrongPassphrase => "Пароль не\u{a0}подходит. Проверьте его и\u{a0}попробуйте снова.",
    },
    too_large_for_a_link: "Проект слишком велик для ссылки. Отправьте его файлом.",
    carrier: |carrier| match carrier {
        Carrier::Camera => "камера телефона",
        Carrier::Mail => "почта",
        Carrier::Chat => "Slack и\u{a0}другие мессенджеры",
        Carrier::Browser => "адресная строка браузера",
    },
    workbook_refused: |refused| match refused {
        Refused::NotAWorkbook => "Это не книга Excel. Сохраните её в\u{a0}формате .xlsx и\u{a0}попробуйте снова.",
        Refused::OldOrLocked => {
            "Книга в\u{a0}старом формате .xls или защищена паролем. Сохраните её в\u{a0}формате .xlsx без пароля."
        }
        Refused::Damaged => "Книга повреждена. Сохраните её заново и\u{a0}попробуйте ещё раз.",
        Refused::TooLarge => {
            "В\u{a0}книге больше данных, чем можно открыть. Скопируйте нужную часть в\u{a0}новую книгу."
        }
    },
    report_unread: |unread| match unread {
        Unread::NotAReport => "Это не отчёт Орбиты. Выберите отчёт, скачанный из Орбиты.",
        Unread::NoProject => "В\u{a0}этом отчёте нет самого проекта. Попросите файл проекта.",
        Unread::TooLarge => "Страница больше любого отчёта. Попросите файл проекта.",
    },
    config_wrong: "В\u{a0}config.json есть ошибки, поэтому настройки не\u{a0}применены. Исправьте файл и\u{a0}обновите страницу.",
    config_error,
    page_fault: |fault| match fault {
        PageFault::NoIndex => {
            "Не\u{a0}удалось загрузить файлы приложения. Проверьте соединение и\u{a0}попробуйте снова.".into()
        }
        PageFault::Name(name) => format!("Файл «{name}» нельзя упаковать: такое имя недопустимо."),
        PageFault::TooLarge => "Страница слишком велика для архива. Отправьте одну карту.".into(),
    },
    cards: "Карточки",
    map: "Карта",
    text: "Карточка",
    tags: "Метки",
    cohort: "Когорта",
    cohorts_of: |name| format!("Когорты: {name}"),
    age: |age| format!("Возраст {age}"),
    accounts: "Клиенты",
    account: "Клиент",
    account_period: |number| format!("Период {number}"),
    value: "Значение",
    per_period: "Суммы и\u{a0}ставки за период",
    one_off_months: "Разовые затраты распределены, мес.",
    finding: "Вывод",
    made_on: |date| format!("Сделано в\u{a0}Орбите {date}"),
    contents: "Содержание",
    open_again: "Проект лежит внутри этой страницы: импортируйте её в\u{a0}Орбиту, чтобы продолжить работу.",
    worth: "Выгода за горизонт",
    worth_range: "Диапазон 80\u{a0}%",
    pays: "Окупается в",
};

fn config_error(wrong: &Wrong) -> String {
    match wrong {
        Wrong::TooLarge => "Файл config.json слишком велик: достаточно нескольких строк.".into(),
        Wrong::NotJson { line, column } => {
            format!("config.json\u{a0}— не JSON: строка {line}, столбец {column}. Проверьте запятые и\u{a0}кавычки.")
        }
        Wrong::NotAnObject => "В\u{a0}config.json должен быть объект: { … }.".into(),
        Wrong::Unknown(key) => format!("Настройки «{key}» нет. Удалите её или проверьте написание."),
        Wrong::Value(key, Expected::Text) => format!("Значение «{key}» должно быть текстом в\u{a0}кавычках."),
        Wrong::Value(key, Expected::YesOrNo) => format!("Значение «{key}» должно быть true или false."),
        Wrong::Value(key, Expected::OneOf(values)) => {
            format!("Значение «{key}» должно быть одним из: {}.", values.join(", "))
        }
        Wrong::Value(key, Expected::Path) => {
            format!("В\u{a0}«{key}» укажите файл рядом со страницей, например client.json, без адреса и\u{a0}«..».")
        }
        Wrong::Value(key, Expected::Picture) => {
            format!("В\u{a0}«{key}» укажите картинку рядом со страницей: .svg, .png, .jpg или .webp.")
        }
        Wrong::Value(key, Expected::Short(most)) => {
            format!("Значение «{key}» слишком длинное: можно до {most}\u{a0}знаков.")
        }
    }
}
