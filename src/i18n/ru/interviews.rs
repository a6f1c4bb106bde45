//! Интервью по-русски.

use super::guide;
use crate::i18n::interviews::{InterviewWords, first_of, joined, lines_of, outcome, story};
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::{highlights_ru, plural_ru};
use crate::interviews::anonymise::NotCleared;
use crate::interviews::codebook::NotNamed;
use crate::interviews::codebook::views::Way;
use crate::interviews::exchange::quotes::NoQuotes;
use crate::interviews::exchange::{Loss, Refused};
use crate::interviews::forces::{By, Lean};
use crate::interviews::kinds::Outcome;
use crate::interviews::opportunity::Band;
use crate::interviews::questions::Fault;
use crate::interviews::record::{Claim, direction_of};
use crate::interviews::rhythm::SideBalance;
use crate::interviews::transcript::{Source, Unreadable};

/// As they stand behind "около".
const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// By [`crate::interviews::record::Direction`].
const DIRECTIONS: [&str; 2] = ["Уменьшить", "Увеличить"];

pub const WORDS: InterviewWords = InterviewWords {
    directions: DIRECTIONS,
    outcomes: ["Приход", "Уход", "Удержание", "Продление"],
    no_outcome: "Вид не выбран",
    consents: ["Не цитировать", "Цитировать без имён", "Цитировать с именем"],
    forces: ["Толчок", "Притяжение", "Тревога", "Привычка"],
    phases: ["Первая мысль", "Пассивный поиск", "Активный поиск", "Решение", "Первое использование", "Использование"],
    events: ["Первое событие", "Второе событие"],
    energies: ["Акцент", "Смех", "Вздох", "Пауза"],
    not_printed: "Не\u{a0}напечатано: нет согласия на цитаты.",
    printed_with_names: "Только для команды: человек согласился на цитаты без имён, а\u{a0}здесь имена напечатаны.",
    unnamed: "Интервью без названия",
    debrief: ["Работа", "Повод", "Главная сила", "Критерии выбора", "Альтернатива", "Эмоциональный пик"],
    guides: [guide::HIRED, guide::LEFT, guide::STAYED, guide::RENEWED],
    fault: |fault| match fault {
        Fault::Direct => "Вопрос о причине: её придумают на ходу. Лучше спросить о том дне.",
        Fault::Leading => "Вопрос подсказывает ответ. Лучше спросить открыто.",
        Fault::Hypothetical => "Вопрос о том, чего не было. Лучше спросить о том, что было.",
    },
    instead: |fault, outcome| match (fault, outcome) {
        (Fault::Direct, Some(Outcome::Hired)) => "Что произошло в тот день, когда вы решили, что вам это нужно?",
        (Fault::Direct, Some(Outcome::Left)) => "Что произошло в тот день, когда вы решили уйти?",
        (Fault::Direct, Some(Outcome::Stayed)) => "Что произошло в тот день, когда вы решили остаться?",
        (Fault::Direct, Some(Outcome::Renewed)) => "Что происходило от напоминания до подписи?",
        (Fault::Direct, None) => "Что произошло в тот день, когда вы приняли решение?",
        (Fault::Leading, _) => "Как это было? Расскажите про один такой случай.",
        (Fault::Hypothetical, _) => "Когда это случилось в последний раз? Что вы сделали?",
    },
    contrast: |phase| format!("{phase}: контрастный вопрос"),
    contrasts: |phases| {
        let questions = if phases.len() == 1 {
            "контрастный вопрос"
        } else {
            "контрастные вопросы"
        };
        format!("{questions} ({})", phases.join(", "))
    },
    closing: "О чём стоило спросить",
    covered: |covered, all| format!("Раскрыто {covered} из {all}"),
    understood: |transcript| {
        let source = match transcript.source {
            Source::Plain => "Текст",
            Source::Markdown => "Markdown",
            Source::Srt => "Субтитры SRT",
            Source::WebVtt => "Субтитры WebVTT",
            Source::Table => "Таблица",
            Source::Data => "JSON",
        };
        let speakers = match &transcript.speakers[..] {
            [] => "имён нет".into(),
            names => {
                let word = plural_ru(names.len(), "участник", "участника", "участников");
                format!("{} {word}: {}", names.len(), names.join(", "))
            }
        };
        let count = transcript.paragraphs.len();
        let paragraphs = plural_ru(count, "абзац", "абзаца", "абзацев");
        let left_out = match transcript.left_out.len() {
            0 => String::new(),
            count => {
                let lines =
                    plural_ru(count, "заголовок или пометка", "заголовка или пометки", "заголовков или пометок");
                let left_out = lines_of(&transcript.left_out, title_ru, |count| format!("ещё {count}"));
                format!(" Пропущено: {count} {lines} ({left_out}).")
            }
        };
        let doubtful = match &transcript.doubtful[..] {
            [] => String::new(),
            names => format!(
                " Прочитано как слова, но похоже на имена: {}.",
                first_of(names, |count| format!("ещё {count}"))
            ),
        };
        format!("{source}, {count} {paragraphs}, {speakers}.{left_out}{doubtful}")
    },
    unreadable: |why| match why {
        Unreadable::Empty => "Здесь нет текста. Вставьте запись разговора.",
        Unreadable::Data => {
            "Это данные для программы, и реплик в них не нашлось. Выгрузите расшифровку текстом или субтитрами."
        }
        Unreadable::TooLong => "Текст слишком длинный. Вставьте его частями.",
        Unreadable::TooManySpeakers => "Больше 1000 участников. Проверьте, что это запись разговора.",
    },
    refused: |why| match why {
        Refused::NotAnArchive => "Это не файл .qdpx. Экспортируйте проект ещё раз.",
        Refused::DamagedArchive => "Архив повреждён. Экспортируйте проект ещё раз.",
        Refused::Encrypted => "Архив защищён паролем. Снимите пароль и повторите.",
        Refused::TooLarge => "Файл слишком большой. Экспортируйте меньше документов.",
        Refused::NoFile => "В архиве нет проекта. Экспортируйте его в формате REFI-QDA.",
        Refused::DamagedXml => "XML повреждён. Экспортируйте файл ещё раз.",
        Refused::DamagedText => "Кодировка текста не поддерживается. Сохраните его в UTF-8.",
        Refused::Entities => "XML объявляет собственные сущности и не открыт. Экспортируйте файл ещё раз.",
        Refused::NotRefi => "Это не кодовая книга и не проект REFI-QDA.",
    },
    lossy: |loss| match loss {
        Loss::Source(name) => format!("Документ {} пропущен: в\u{a0}нём нет текста.", title_ru(name)),
        Loss::Selections(count) => format!("Пропущены выделения вне текста: {count}."),
        Loss::Codings(count) => format!("Пропущены привязки к неизвестным меткам: {count}."),
    },
    no_quotes: |why| match why {
        NoQuotes::MissingColumn(name) => format!("Нет столбца {}. Добавьте его в первую строку.", title_ru(name)),
        NoQuotes::TooMany => "Таблица слишком большая. Разделите её.".into(),
        NoQuotes::Cells(cells) => match &cells[..] {
            [] => String::new(),
            [first, rest @ ..] => {
                let more = match rest.len() {
                    0 => String::new(),
                    count => format!(" И ещё {count} {}.", plural_ru(count, "ячейка", "ячейки", "ячеек")),
                };
                let (typed, column) = (title_ru(&first.typed), title_ru(first.column));
                format!("Строка {}, столбец {column}: не удалось прочитать {typed}.{more}", first.row)
            }
        },
    },
    not_named: |why, name| match why {
        NotNamed::Empty => "Введите название метки.".into(),
        NotNamed::Taken(_) => format!("Метка {} уже есть. Объединить?", title_ru(name)),
    },
    not_cleared: |why| match why {
        NotCleared::NoConsent => "Нет согласия на цитирование. Сначала спросите человека.",
        NotCleared::NotVerbatim => "Это ваши заметки, а не слова клиента.",
    },
    lost_quotes: |count| {
        let lost = plural_ru(count, "цитата потеряла", "цитаты потеряли", "цитат потеряли");
        format!("{count} {lost} свой текст. Слова сохранены.")
    },
    balance: |balance, by, moves, holds| {
        let by_mentions = by == By::Mentions;
        let by = match by {
            By::Mentions => "по упоминаниям",
            By::People => "по людям",
            By::Revenue => "по выручке",
        };
        let said = match balance.lean {
            Lean::Silent => "Силы пока не отмечены.".into(),
            Lean::Weightless => format!("Сравнивать {by} пока нечего."),
            Lean::Moves => format!("Перевес за переход: {moves} против {holds} {by}."),
            Lean::Holds => format!("Перевес за прежнее: {holds} против {moves} {by}."),
            Lean::Even => format!("Силы равны: {moves} на {holds} {by}."),
        };
        let said = match (by_mentions, balance.lean) {
            (true, _) | (_, Lean::Silent | Lean::Weightless) => said,
            _ => format!("{said} Кто назвал несколько сил, учтён в\u{a0}каждой."),
        };
        match balance.highlights.notes {
            0 => said,
            _ => format!("{said} Учтено: {}.", highlights_ru(balance.highlights)),
        }
    },
    unknown_revenue: |count| {
        let word = plural_ru(count, "клиента", "клиентов", "клиентов");
        format!("Выручка {count} {word} неизвестна и не учтена.")
    },
    band: |band| match band {
        Band::TooFew => "Мало ответов",
        Band::Served => "Закрыта",
        Band::WorthALook => "Стоит присмотреться",
        Band::WorthDoing => "Стоит сделать",
        Band::Extreme => "Острая потребность",
    },
    way: |way| match way {
        Way::TooFew => "Пока мало интервью",
        Way::Grows => "Растёт",
        Way::Fades => "Затихает",
        Way::NoChange => "Без явных изменений",
    },
    saturated: |count| match count {
        0 => "Последнее интервью добавило новые метки.".into(),
        1 => "Последнее интервью не добавило новых меток.".into(),
        count => format!("Последние {count} интервью не добавили новых меток."),
    },
    side_balance: |side_balance| match side_balance {
        SideBalance::Nobody => "Ни с\u{a0}пришедшими, ни с\u{a0}ушедшими интервью пока не было.",
        SideBalance::Behind(Outcome::Left) => {
            "Ушедших опрошено меньше, чем пришедших. По\u{a0}возможности пригласите ушедших."
        }
        SideBalance::Behind(_) => "Пришедших опрошено меньше, чем ушедших. По\u{a0}возможности пригласите пришедших.",
        SideBalance::Even => "Пришедших и ушедших опрошено поровну.",
    },
    about: |date| format!("около\u{a0}{date}"),
    unknown_date: "дата неизвестна",
    month: |month, year| format!("{} {year}", MONTHS.get(month as usize).copied().unwrap_or_default()),
    claim: |claim| match claim {
        Claim::Job { verb, object, context } => joined(&[verb, object, context]),
        Claim::Story { when, want, so } => story([("когда", when), ("я хочу", want), ("чтобы", so)]),
        Claim::Outcome { direction, measure, object, context } => {
            // Whatever was imported or typed before may hold its own verb.
            let (direction, measure) = direction_of(measure).unwrap_or((*direction, measure));
            outcome(DIRECTIONS[direction as usize], &[measure, object, context])
        }
    },
    contradicts: |earlier, later| format!("Дата {} раньше, чем {}. Проверьте обе.", title_ru(later), title_ru(earlier)),
};
