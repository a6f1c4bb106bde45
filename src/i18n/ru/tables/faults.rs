//! Что мешает прочитать таблицу, по-русски.

use super::notes::span_name;
use crate::i18n::Lang::Russian;
use crate::i18n::amounts::number;
use crate::i18n::ru::counts::plural_ru;
use crate::i18n::tables::{LISTED, cell, positions, short};
use crate::tables::fault::{Fault, Kind, Problem};

/// What is wrong, and what to do.
pub(super) fn fault(fault: &Fault) -> String {
    let text = fault.places.first().map(|(_, text)| short(text)).unwrap_or_default();
    if let Some(whole) = of_the_whole(fault.problem, &text) {
        return whole;
    }
    match fault.places.first() {
        Some((place, _)) if fault.count == 1 => {
            let what = what(fault.problem, &text);
            format!("Строка {}, столбец {} ({}): {what}", place.row, place.column, cell(*place))
        }
        _ => {
            let more = fault.count.saturating_sub(fault.places.len().min(LISTED));
            let more = if more > 0 { format!(" и ещё {more}") } else { String::new() };
            let cells = plural_ru(fault.count, "ячейка", "ячейки", "ячеек");
            let many = many(fault.problem);
            format!("{} {cells}: {many} {}{more}.", fault.count, positions(fault, |text| format!("«{text}»")))
        }
    }
}

/// What is said of the table and not of a cell.
fn of_the_whole(problem: Problem, text: &str) -> Option<String> {
    let most = |most: usize, one, few, many| {
        format!("{} {}", number(Russian, most as f64, 0), plural_ru(most, one, few, many))
    };
    Some(match problem {
        Problem::NothingThere => "Здесь нечего читать. Вставьте таблицу с заголовком и хотя бы одной строкой.".into(),
        Problem::MixedCurrencies => format!("Суммы в {text} нельзя сложить с остальными. Сначала пересчитайте их."),
        Problem::OnlyStarts => {
            "Ни у одной когорты нет второго числа. Добавьте, сколько осталось после первого периода.".into()
        }
        Problem::OnlyLost => {
            "В столбцах\u{a0}— ушедшие клиенты. Укажите в каждом заголовке период, например «Ушли, мес. 1», или сначала вычтите их из начального числа.".into()
        }
        Problem::LostOfUnknown => {
            "В столбцах\u{a0}— ушедшие клиенты, но не сказано, из скольких. Добавьте столбец «Размер» или знаки процента.".into()
        }
        Problem::NoStart(first) => format!(
            "Таблица начинается с\u{a0}периода {first}, и\u{a0}не сказано, сколько клиентов было в\u{a0}начале. Добавьте столбец «Размер»."
        ),
        Problem::OnlyGaps => {
            "Ни у одной когорты нет числа сразу после начала, а сценарий хранит их подряд. Добавьте пропущенные столбцы.".into()
        }
        Problem::Columns(span) => format!(
            "Один столбец здесь\u{a0}— {}, а сценарий считает месяцами, кварталами или годами. Соберите таблицу по месяцам и вставьте снова или выберите период столбца ниже.",
            span_name(span)
        ),
        Problem::YearsDown => {
            "Годы стоят в строках, а их месяцы\u{a0}— в столбцах. Поставьте все периоды в столбцы, например «янв 2025», или по одному в строку.".into()
        }
        Problem::OnlyMeasures => {
            "В\u{a0}строках показатели всего бизнеса, например MRR или число клиентов. Вставьте таблицу, где у\u{a0}каждого клиента своя строка.".into()
        }
        Problem::Movements => {
            "Здесь изменения выручки, а\u{a0}не\u{a0}сама выручка. Вставьте, сколько каждый клиент платит в\u{a0}каждом периоде.".into()
        }
        Problem::NoNames => "Нет столбца с названиями клиентов. Добавьте его перед числами.".into(),
        Problem::NoYear => {
            format!("В\u{a0}датах нет года, например «{text}». Допишите его, как в\u{a0}31.03.2026, и\u{a0}вставьте таблицу ещё раз.")
        }
        Problem::OnePeriod => "Здесь только один период. Добавьте выручку хотя бы ещё за один.".into(),
        Problem::TooManyRows(rows) => {
            format!("В таблице больше чем {}. Загрузите её по частям.", most(rows, "строка", "строки", "строк"))
        }
        Problem::TooManyColumns(columns) => {
            format!("В таблице больше чем {}. Загрузите её по частям.", most(columns, "столбец", "столбца", "столбцов"))
        }
        Problem::TooManyCells(cells) => {
            format!("В таблице больше чем {}. Загрузите её по частям.", most(cells, "ячейка", "ячейки", "ячеек"))
        }
        Problem::TooManyStages(stages) => format!("На карте может быть до {stages} этапов. Разделите таблицу."),
        Problem::TooManyLanes(lanes) => format!("На карте может быть до {lanes} дорожек. Разделите таблицу."),
        Problem::NoText => {
            "По заголовку не видно, где текст карточек. Назовите столбцы «Этап», «Дорожка» и «Текст».".into()
        }
        Problem::OtherKind(Kind::Movements) => {
            "Здесь остатки на\u{a0}начало и\u{a0}конец, новые и\u{a0}ушедшие за\u{a0}период, но\u{a0}не\u{a0}видно, кто ушёл и\u{a0}когда пришёл. Для когорт нужна строка на\u{a0}каждый месяц прихода: сколько клиентов осталось через месяц, два и\u{a0}дальше. Для выручки\u{a0}— строка на\u{a0}каждого клиента. Или введите отток в\u{a0}сценарии: ушедшие, делённые на\u{a0}число в\u{a0}начале.".into()
        }
        Problem::OtherKind(kind) => format!("{} {}", kind_of_table(kind), place_of_table(kind)),
        _ => return None,
    })
}

/// Where a table of a kind is pasted.
fn place_of_table(kind: Kind) -> &'static str {
    match kind {
        Kind::Map => "Вставьте её на\u{a0}карту, в\u{a0}разделе «Карта пути».",
        Kind::Cohorts => "Вставьте её в\u{a0}часть «Динамика клиентов» раздела «Экономика».",
        Kind::Accounts => "Вставьте её в\u{a0}часть «Выручка» раздела «Экономика».",
        Kind::Events => {
            "Оплаты с\u{a0}клиентом, датой и\u{a0}суммой вставьте в\u{a0}часть «Выручка» раздела «Экономика», а\u{a0}клиентов с\u{a0}датами начала и\u{a0}окончания\u{a0}— в\u{a0}«Динамику клиентов»."
        }
        Kind::Movements | Kind::Figures => "Введите эти числа в\u{a0}сценарии.",
    }
}

fn kind_of_table(kind: Kind) -> &'static str {
    match kind {
        Kind::Map => "Похоже на таблицу карты: строка\u{a0}— карточка.",
        Kind::Cohorts => "Похоже на таблицу когорт: строка\u{a0}— когорта, столбец\u{a0}— возраст.",
        Kind::Accounts => "Похоже на таблицу выручки: строка\u{a0}— клиент, столбец\u{a0}— период.",
        Kind::Events => "Похоже на таблицу событий: строка\u{a0}— событие, но\u{a0}неясно, что считать.",
        Kind::Movements | Kind::Figures => "Это таблица с числами.",
    }
}

/// What is wrong with one cell.
fn what(problem: Problem, text: &str) -> String {
    match problem {
        Problem::NotANumber => format!("«{text}»\u{a0}— не число. Исправьте или очистите ячейку."),
        Problem::Negative => "число не может быть отрицательным. Исправьте или очистите ячейку.".into(),
        Problem::TooLarge => "слишком большое число.".into(),
        Problem::PerCentHere => "нужно число, а не процент.".into(),
        Problem::Failed => format!("«{text}»\u{a0}— ошибка формулы. Впишите число или очистите ячейку."),
        Problem::MixedUnits => "у\u{a0}числа нет знака процента, а\u{a0}у\u{a0}других есть. Оставьте только количества или только проценты.".into(),
        Problem::StartsEmpty => "когорта начинается с нуля клиентов. Исправьте начало или исключите строку.".into(),
        Problem::NoName => "у строки нет названия. Добавьте его или исключите строку.".into(),
        Problem::SamePeriod => format!("период «{text}» встречается дважды. Переименуйте или удалите один столбец."),
        Problem::ShareTwice => {
            "второй процент одной когорты за\u{a0}один период. Оставьте одну строку или впишите число клиентов.".into()
        }
        Problem::NoStage => "у карточки нет этапа. Заполните столбец «Этап».".into(),
        Problem::SecondEmotionLane => "на карте одна дорожка эмоций.".into(),
        Problem::NotALevel => format!("«{text}»: нужно от \u{2212}2 до +2 с шагом 0,5."),
        Problem::NotAGrade => format!("«{text}»: нужно целое число от 1 до 5."),
        Problem::NotAScore => format!("«{text}»: нужны частота и влияние от 1 до 5, например 4x3."),
        Problem::NotADay if text.is_empty() => "нужна дата. Запишите её так: 31.03.2026.".into(),
        Problem::NotADay => format!("«{text}»\u{a0}— не дата. Запишите её так: 31.03.2026."),
        Problem::EndsBeforeStart => "договор заканчивается раньше, чем начинается. Исправьте одну из\u{a0}дат.".into(),
        Problem::NotEvidence => format!("«{text}»: нужно «гипотеза», «наблюдение» или «замер»."),
        Problem::NotMinutes => format!("«{text}»: нужно целое число минут."),
        Problem::MixedRates => "суммы указаны за\u{a0}разные сроки: за\u{a0}год, квартал или месяц. Приведите их к\u{a0}одному.".into(),
        Problem::TooManyCellsInRow => "ячеек больше, чем в заголовке. Возьмите текст и\u{a0}числа с\u{a0}запятой в\u{a0}кавычки.".into(),
        _ => String::new(),
    }
}

/// What is wrong with several cells, before they are listed.
fn many(problem: Problem) -> &'static str {
    match problem {
        Problem::NotANumber => "нужны числа:",
        Problem::Negative => "числа не могут быть отрицательными:",
        Problem::TooLarge => "слишком большие числа:",
        Problem::PerCentHere => "нужны числа, а не проценты:",
        Problem::Failed => "ошибки формул, впишите числа или очистите ячейки:",
        Problem::MixedUnits => "оставьте только количества или только проценты; без знака процента:",
        Problem::StartsEmpty => "когорты начинаются с нуля клиентов:",
        Problem::NoName => "нет названия:",
        Problem::SamePeriod => "периоды встречаются дважды:",
        Problem::ShareTwice => {
            "несколько процентов одной когорты за\u{a0}период; оставьте один или впишите число клиентов:"
        }
        Problem::NoStage => "у карточек нет этапа:",
        Problem::SecondEmotionLane => "на карте одна дорожка эмоций:",
        Problem::NotALevel => "нужно от \u{2212}2 до +2 с шагом 0,5:",
        Problem::NotAGrade => "нужны целые числа от 1 до 5:",
        Problem::NotAScore => "нужны частота и влияние от 1 до 5, например 4x3:",
        Problem::NotADay => "даты записывают так: 31.03.2026:",
        Problem::EndsBeforeStart => "договоры заканчиваются раньше, чем начинаются:",
        Problem::NotEvidence => "нужно «гипотеза», «наблюдение» или «замер»:",
        Problem::NotMinutes => "нужно целое число минут:",
        Problem::MixedRates => "суммы за\u{a0}разные сроки; приведите все к\u{a0}одному:",
        Problem::TooManyCellsInRow => {
            "ячеек больше, чем в заголовке; возьмите текст и\u{a0}числа с\u{a0}запятой в\u{a0}кавычки:"
        }
        _ => "",
    }
}
