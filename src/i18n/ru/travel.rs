//! Русский.

use crate::exchange::link::{Carrier, LinkError};
use crate::exchange::office::xlsx::Refused;
use crate::handover::Handout;
use crate::handover::report::Unread;
use crate::handover::site::PageFault;
use crate::handover::site::config::{Expected, Wrong};
use crate::i18n::Lang;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::{highlights_ru, plural_ru};
use crate::i18n::speech::together;
use crate::i18n::travel::{Inside, TravelWords, Withheld, withheld_in};
use crate::interviews::anonymise::{Accounts, Going};
use crate::interviews::counts::HighlightCount;
use crate::model::Collection;

pub const WORDS: TravelWords = TravelWords {
    link_error: |error| match error {
        LinkError::NotOurs => "Это не ссылка Орбиты. Проверьте, целиком ли она скопирована.",
        LinkError::Nothing => {
            "За этим адресом ничего нет: изменения, сделанные при просмотре, не\u{a0}удалось в\u{a0}него записать. Откройте исходную ссылку ещё раз."
        }
        LinkError::Cut => {
            "Ссылка обрывается: её обрезало приложение, через которое её отправили. Скопируйте ссылку заново или попросите файл."
        }
        LinkError::Newer => {
            "Ссылка создана в\u{a0}более новой версии Орбиты. Обновите страницу и\u{a0}откройте ссылку снова."
        }
        LinkError::Damaged => {
            "Ссылка повреждена: при пересылке пропал или изменился символ. Скопируйте её заново целиком или попросите файл."
        }
        LinkError::TooLarge => "В\u{a0}ссылке больше данных, чем можно открыть. Попросите файл.",
        LinkError::WrongPassphrase => "Пароль не\u{a0}подходит. Проверьте его и\u{a0}попробуйте снова.",
    },
    of_newer: "Проект создан в\u{a0}более новой версии Орбиты: здесь его часть потеряется. Отправьте файл проекта или обновите страницу.",
    too_large_for_a_link: "Проект слишком велик для ссылки. Отправьте его файлом.",
    carrier: |carrier| match carrier {
        Carrier::Camera => "камера телефона",
        Carrier::Mail => "почта",
        Carrier::Chat => "Slack и\u{a0}другие мессенджеры",
        Carrier::Browser => "адресная строка браузера",
    },
    share: "Поделиться",
    what_to_share: "Чем поделиться",
    whole_project: "Весь проект",
    this_map: |title| format!("Эта карта: «{title}»"),
    files_of_all: "По\u{a0}всему проекту.",
    files_of_map: "Только по\u{a0}этой карте.",
    map_alone: "Только карта с\u{a0}карточками и\u{a0}баллами, без других карт, экономики и\u{a0}клиентов.",
    link: "Ссылка",
    link_hint: "Данные находятся в\u{a0}самой ссылке и\u{a0}никуда не\u{a0}загружаются. Прочитать их может любой, у\u{a0}кого она есть.",
    making_link: "Ссылка готовится…",
    copy_link: "Скопировать ссылку",
    link_copied: "Ссылка скопирована.",
    copy_by_keys: "Браузер не\u{a0}разрешает копировать. Ссылка выделена: нажмите Ctrl+C.",
    characters: |count, figure| format!("{figure}\u{a0}{}", plural_ru(count, "знак", "знака", "знаков")),
    fits: |carrier, most| format!("Подходит по\u{a0}длине: {carrier} (до\u{a0}{most}\u{a0}знаков)"),
    too_long_for: |carrier, most| format!("Слишком длинно: {carrier} (до\u{a0}{most}\u{a0}знаков)"),
    send_a_file: "Мессенджеры и\u{a0}почта обрежут такую ссылку. Отправьте файл.",
    qr_code: "QR-код ссылки",
    passphrase: "Пароль",
    passphrase_optional: "Пароль (необязательно)",
    passphrase_hint: "Шифрует ссылку. Пароль передайте отдельно: без него ссылку не\u{a0}откроет никто, даже вы.",
    no_encryption: "Страница открыта по http, а\u{a0}там браузеры не\u{a0}дают шифровать. Чтобы задать пароль, откройте Орбиту по https.",
    encryption_failed: "Браузеру не\u{a0}удалось зашифровать ссылку. Попробуйте ещё раз или отправьте файл.",
    with_accounts: |count, named| {
        let accounts = plural_ru(count, "клиент", "клиента", "клиентов");
        let verb = plural_ru(count, "передаётся", "передаются", "передаются");
        let how = match named {
            Accounts::Named => "с\u{a0}названиями и\u{a0}выручкой",
            Accounts::Hidden => "с\u{a0}выручкой, но\u{a0}без названий",
        };
        format!("Также {verb} {count}\u{a0}{accounts} {how}.")
    },
    hide_accounts: "Скрыть названия клиентов в\u{a0}ссылке и\u{a0}во\u{a0}всех файлах, кроме файла проекта",
    left_out,
    files: "Файлы",
    file: |file| match file {
        Handout::Project => ("Проект (.json)", "Чтобы продолжить в\u{a0}Орбите"),
        Handout::Report => ("Отчёт (.html)", "Одна страница, открывается и\u{a0}печатается без Орбиты"),
        Handout::WideSlides => ("Слайды 16:9 (.pptx)", "Карты, рейтинги и\u{a0}графики, которые можно править"),
        Handout::A4Slides => ("Слайды A4 (.pptx)", "То же для печати"),
        Handout::Workbook => ("Таблица Excel (.xlsx)", "Карты, карточки, сценарии и\u{a0}клиенты по\u{a0}листам"),
        Handout::Calendar => ("Сроки (.ics)", "Следующие шаги для календаря"),
        Handout::Page => ("Веб-страница (.zip)", "Орбита с\u{a0}этим проектом для любого хостинга"),
    },
    interviews_in,
    withheld,
    names_hidden: "Если собеседник не\u{a0}согласился быть названным, все, кто назван в\u{a0}его интервью, даже интервьюер, станут «[Человек 1]», без адресов и\u{a0}телефонов. Так в\u{a0}ссылке и\u{a0}во\u{a0}всех файлах, кроме файла проекта.",
    look_yourself: "Места, а\u{a0}также люди и\u{a0}компании, которых в\u{a0}проекте нет, в\u{a0}записи разговора автоматически не\u{a0}найти. Прочитайте её перед отправкой.",
    project_inside,
    put_inside: "Вложить проект в\u{a0}отчёт, чтобы его можно было открыть в\u{a0}Орбите",
    preparing: "Готовится…",
    downloaded: |name| format!("Файл «{name}» готов."),
    nothing_due: "Ни у\u{a0}одного следующего шага пока нет срока. Укажите его в\u{a0}точке трения.",
    preview: "Просмотр",
    preview_hint: "Это просмотр: изучайте и\u{a0}двигайте ползунки. В\u{a0}этом браузере ничего не\u{a0}сохранится, пока вы не\u{a0}сохраните копию.",
    not_in_address: "Ваши изменения не\u{a0}удалось записать в\u{a0}адрес страницы: при обновлении они пропадут, а\u{a0}скопированный адрес их не\u{a0}откроет.",
    explore_hint: "Изучайте карты и\u{a0}двигайте ползунки. Изменения не\u{a0}сохраняются.",
    returned: |title, maps, figures| {
        let maps = (maps > 0)
            .then(|| format!("{maps}\u{a0}{} на\u{a0}картах", plural_ru(maps, "изменение", "изменения", "изменений")));
        let figures = (figures > 0).then(|| {
            format!(
                "{} {figures}\u{a0}{}",
                plural_ru(figures, "изменена", "изменены", "изменено"),
                plural_ru(figures, "цифра", "цифры", "цифр")
            )
        });
        match [maps, figures].into_iter().flatten().collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => {
                format!("Карты и\u{a0}цифры те\u{a0}же, что в\u{a0}вашем проекте {}.", title_ru(title))
            }
            said => format!("По\u{a0}сравнению с\u{a0}вашим проектом {}: {said}.", title_ru(title)),
        }
    },
    save_a_copy: "Сохранить копию",
    open_your_copy: "Открыть вашу копию",
    copy_saved: "Ваша копия сохранена в\u{a0}этом браузере.",
    preview_refused: "Это просмотр. Чтобы редактировать, сохраните копию.",
    explore_refused: "Эта страница для просмотра. Менять можно только экономику.",
    cannot_open: "Проект не\u{a0}открывается",
    locked: "Проект защищён паролем",
    locked_hint: "Введите пароль. Если его нет, спросите того, кто прислал ссылку.",
    unlock: "Открыть",
    unlocking: "Пароль проверяется…",
    cannot_unlock: "Ссылка зашифрована, а\u{a0}страница открыта по http, где браузеры не\u{a0}дают расшифровывать. Откройте ссылку по https.",
    not_beside: "Этот адрес просит файл из другого места. Открыть можно только файл рядом со страницей.",
    not_loaded: |name| {
        format!("Не\u{a0}удалось загрузить «{name}». Проверьте, лежит ли файл рядом со страницей, и\u{a0}обновите её.")
    },
    not_utf8: |name| {
        format!(
            "Текст файла «{name}» не\u{a0}читается: он сохранён не\u{a0}в\u{a0}UTF-8. Положите файл таким, каким его скачивает Орбита, или сохраните в\u{a0}UTF-8."
        )
    },
    file_too_large: |name| format!("Файл «{name}» слишком велик. Попросите файл поменьше."),
    no_such_part: "В\u{a0}проекте нет такой карты или графика. Проверьте номер или название после «embed=».",
    installed_empty: "У\u{a0}установленного приложения может быть своё хранилище. Чтобы перенести проекты, скачайте резервную копию в\u{a0}браузере и\u{a0}импортируйте её здесь.",
    version: |version| format!("Версия {version}"),
    new_version: "Готова новая версия Орбиты.",
    update: "Сохранить и\u{a0}обновить",
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
        PageFault::Mixed(name) => {
            format!(
                "На\u{a0}сервере лежат файлы разных версий Орбиты («{name}»). Обновите страницу и\u{a0}попробуйте снова."
            )
        }
        PageFault::Name(name) => format!("Файл «{name}» нельзя упаковать: такое имя недопустимо."),
        PageFault::TooLarge => "Страница слишком велика для архива. Отправьте одну карту.".into(),
    },
    cards: "Карточки",
    map: "Карта",
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
    open_again: "Проект находится внутри этой страницы: импортируйте её в\u{a0}Орбиту, чтобы продолжить работу.",
    worth: "Выгода за горизонт, по\u{a0}вероятным значениям",
    worth_median: "Выгода за горизонт, медиана симуляций",
    worth_range: "Диапазон 80\u{a0}%",
    pays: "Окупается, доля симуляций",
};

fn left_out(missing: &[(Collection, usize)], heard: HighlightCount) -> String {
    let count = |collection: Collection| {
        missing.iter().find(|(other, _)| *other == collection).map(|(_, count)| *count).filter(|count| *count > 0)
    };
    let mut parts = Vec::new();
    let interviews = |count: usize| format!("{count}\u{a0}интервью");
    parts.extend(count(Collection::Interview).map(interviews));
    parts.extend(Some(highlights_ru(heard)).filter(|_| heard.all() > 0));
    let statements = |count: usize| {
        format!("{count}\u{a0}{} о\u{a0}работах и\u{a0}результатах", plural_ru(count, "запись", "записи", "записей"))
    };
    parts.extend(count(Collection::Statement).map(statements));
    let what = if parts.is_empty() { "заметки и\u{a0}метки".into() } else { parts.join(", ") };
    let left =
        if what.starts_with("1\u{a0}") && parts.len() == 1 { "Останется" } else { "Останутся" };
    format!(
        "Интервью в\u{a0}ссылку не\u{a0}входят. {left} у\u{a0}вас: {what}. Карточки, повторяющие цитату, входят. Файл проекта содержит всё."
    )
}

fn interviews_in(handout: Handout, going: Going) -> Option<String> {
    let Going { named, unnamed, left_out } = going;
    if handout == Handout::Project {
        let all = named + unnamed + left_out;
        return (all > 0).then(|| format!("Содержит {all}\u{a0}интервью с\u{a0}именами, независимо от согласия"));
    }
    if !handout.holds_project() || going == Going::default() {
        return None;
    }
    let mut parts = Vec::new();
    if named > 0 {
        parts.push(format!("{named}\u{a0}интервью с\u{a0}именами"));
    }
    if unnamed > 0 {
        parts.push(format!("{unnamed}\u{a0}интервью без имён"));
    }
    let includes = if parts.is_empty() {
        "Без интервью".into()
    } else {
        format!("Содержит {}", parts.join(", "))
    };
    let includes = match left_out {
        0 => includes,
        count => format!("{includes}; без согласия пропущено: {count}"),
    };
    Some(if named + unnamed > 0 {
        format!("{includes}. Заметки и\u{a0}записи разговоров входят целиком, итоги интервью\u{a0}— нет")
    } else {
        includes
    })
}

fn withheld(counts: &Withheld) -> Option<String> {
    let several = |count: usize, one: &str, many: &str| {
        (count > 0).then(|| format!("{count}\u{a0}{}", plural_ru(count, one, many, many)))
    };
    let [cards, jobs, others] = withheld_in(counts);
    let other = if cards + jobs > 0 {
        ["другом тексте", "других текстах"]
    } else {
        ["тексте", "текстах"]
    };
    let parts: Vec<String> = [
        several(cards, "карточке", "карточках"),
        several(jobs, "записи о\u{a0}работах и\u{a0}результатах", "записях о\u{a0}работах и\u{a0}результатах"),
        several(others, other[0], other[1]),
    ]
    .into_iter()
    .flatten()
    .collect();
    let places = together(Lang::Russian, &parts);
    (!parts.is_empty()).then(|| format!(
        "Слова тех, кто не\u{a0}разрешил себя цитировать, скрыты в\u{a0}{places}. Целиком они есть только в\u{a0}файле проекта."
    ))
}

fn project_inside(inside: Inside, accounts: usize, named: Accounts) -> String {
    let what = match inside {
        Inside::Map => "Содержит эту карту",
        Inside::Project => "Содержит проект",
        Inside::Whole => "Содержит весь проект",
    };
    let count = format!("{accounts}\u{a0}{}", plural_ru(accounts, "клиента", "клиентов", "клиентов"));
    match (accounts, named) {
        (0, _) => what.into(),
        (_, Accounts::Named) => format!("{what}, с\u{a0}названиями и\u{a0}выручкой {count}"),
        (_, Accounts::Hidden) => format!("{what}, с\u{a0}выручкой {count} без названий"),
    }
}

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
