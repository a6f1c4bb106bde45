//! Что понято в таблице, по-русски.

use crate::i18n::Lang::Russian;
use crate::i18n::journey::JourneyWords;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::{counted_ru, plural_ru};
use crate::i18n::speech::{ended, uncapital};
use crate::i18n::tables::{LISTED, cell, letters, some_listed};
use crate::tables::Separator;
use crate::tables::bytes::Encoding;
use crate::tables::choice::{FeelingScale, Lost, Unit};
use crate::tables::note::{AgesFrom, By, Note, Order, Why};
use crate::tables::place::{Axis, Strip};
use crate::tables::role::Role;
use crate::tables::span::Span;
use crate::tables::vocabulary::AgeUnit;

/// A sentence about one thing that was understood.
pub(super) fn note(note: &Note) -> String {
    match note {
        Note::Encoding(encoding) => format!("Кодировка файла: {}.", encoding_name(*encoding)),
        Note::Separator(separator) => format!("Разделитель ячеек: {}.", separator_name(*separator)),
        Note::OpenQuotes(place, 1) => {
            format!("Кавычка в {} не закрыта, поэтому прочитана как обычный знак.", cell(*place))
        }
        Note::OpenQuotes(place, count) => format!(
            "{} не {}, первая в {}: все прочитаны как обычные знаки.",
            counted_ru(*count, "кавычка", "кавычки", "кавычек"),
            plural_ru(*count, "закрыта", "закрыты", "закрыто"),
            cell(*place)
        ),
        Note::Heading(row) => format!("Заголовок\u{a0}— строка {row}."),
        Note::NoHeading => "Строки заголовка нет.".into(),
        Note::Turned => "Столбцы прочитаны как строки.".into(),
        Note::Column(column, role) => format!("{}: {}.", strip(column), role_name(*role)),
        Note::YearsJoined(tables) => {
            format!("Таблицы по\u{a0}годам ({tables}) прочитаны как одна; к\u{a0}названию каждой когорты добавлен год")
        }
        Note::PeriodsJoined(tables) => {
            format!("Таблицы друг под другом ({tables}) прочитаны как одна, со\u{a0}всеми периодами.")
        }
        Note::Joined(year, part) => {
            format!("{} и {} прочитаны как один период.", strip(year), uncapital(&strip(part)))
        }
        Note::FullNames(parts) => format!("Прочитаны как одно имя: {}.", strips_listed(parts)),
        Note::UnixTimes(column) => format!("{}: время Unix, прочитано как даты.", strip(column)),
        Note::Ages { from, first, last, gaps, step } => {
            let unit = step.map(|step| format!(" {}", step_name(step, *last))).unwrap_or_default();
            let gaps = if *gaps { ", с пропусками" } else { "" };
            format!("Возраст от {first} до {last}{unit}{gaps}: {}.", ages_from(*from))
        }
        Note::Columns(period) => format!("Один столбец\u{a0}— {}.", span_name((*period).into())),
        Note::ColumnsKept(period) => format!(
            "В таблице не\u{a0}сказано, за какой период один столбец, поэтому он прежний\u{a0}— {}.",
            span_name((*period).into())
        ),
        Note::Periods { first, last, count, order, missing } => {
            let span =
                if first.is_empty() || last.is_empty() { String::new() } else { format!(", {first}\u{a0}— {last}") };
            let order = match order {
                Order::OldestFirst => "",
                Order::NewestFirst => "; сначала шли новые, порядок изменён",
                Order::Mixed => "; порядок восстановлен",
            };
            let missing = if *missing == 0 {
                String::new()
            } else {
                format!("; пропущено между ними: {missing}")
            };
            ended(&format!("{}{span}{order}{missing}", counted_ru(*count, "период", "периода", "периодов")))
        }
        Note::Unit(Unit::Counts) => "Числа\u{a0}— это клиенты.".into(),
        Note::Unit(Unit::PerCent | Unit::Shares) => "Числа\u{a0}— проценты от начала.".into(),
        Note::Unit(Unit::Money) => "Числа\u{a0}— деньги, а не клиенты.".into(),
        Note::CountsFromShares => "Число клиентов рассчитано по размерам и процентам и округлено до целых.".into(),
        Note::StartAdded => "Перед первым столбцом добавлено начало, 100\u{a0}%.".into(),
        Note::OfPrevious => {
            "Каждый процент взят от предыдущего периода, поэтому они перемножены с самого начала.".into()
        }
        Note::Lost(lost) => format!("Вычтены из начала: {}.", lost_name(*lost)),
        Note::Rebased => "Первый столбец принят за 100\u{a0}%.".into(),
        Note::Fraction(mark, by) => {
            let by = match by {
                By::OtherCells => "как в\u{a0}других ячейках",
                By::OnlyThousands => "другой знак есть только в\u{a0}числах от тысячи",
                By::ThousandsWithout => "числа от тысячи записаны без него",
                By::Language => "как принято в русском",
                By::WholeClients => "клиенты считаются целыми",
                By::Choice => "по вашему выбору",
            };
            format!("Дробная часть отделена {}: {by}.", mark_name(*mark))
        }
        Note::Scale(zeros, text) if text.is_empty() => format!("Все числа\u{a0}— {}.", scale_name(*zeros)),
        Note::Scale(zeros, text) => format!("Все числа\u{a0}— {}, так сказано в «{text}».", scale_name(*zeros)),
        Note::ScaleOf(zeros, columns) => {
            format!("Числа в {}: {}.", scale_within(*zeros), strips_listed(columns))
        }
        Note::Currency(currency) => format!("Валюта сумм: {currency}."),
        Note::LeftOut(what, why) => format!("Не вошло: {} ({}).", uncapital(&strip(what)), why_name(*why)),
        Note::TotalDiffers(total) => format!(
            "{} не сходится с суммой загруженных строк. Проверьте, чего не хватает или что посчитано дважды.",
            strip(total)
        ),
        Note::NotYet(count) => format!("Без числа: {}.", counted_ru(*count, "ячейка", "ячейки", "ячеек")),
        Note::DoubtfulBlanks(places) => format!(
            "Прочитано как отсутствие выручки: {}{}. Если там должно быть число, сначала исправьте.",
            crate::i18n::tables::listed(places, |text| format!("«{text}»")),
            match places.len().saturating_sub(LISTED) {
                0 => String::new(),
                more => format!(" и ещё {more}"),
            }
        ),
        Note::Unread(places, count) => format!(
            "Пропущено, потому что не\u{a0}читается: {}{}.",
            crate::i18n::tables::listed(places, |text| format!("«{text}»")),
            match count.saturating_sub(LISTED) {
                0 => String::new(),
                more => format!(" и\u{a0}ещё {more}"),
            }
        ),
        Note::DoubtfulGaps(places) => format!(
            "Прочитано как отсутствие данных: {}{}. Если там должно быть число, сначала исправьте.",
            crate::i18n::tables::listed(places, |text| format!("«{text}»")),
            match places.len().saturating_sub(LISTED) {
                0 => String::new(),
                more => format!(" и ещё {more}"),
            }
        ),
        Note::NoRevenue(count) => format!("Пустые ячейки, выручка 0: {count}."),
        Note::ZerosNotYet(count) => format!("Нули в конце молодых когорт, которых ещё не считали: {count}."),
        Note::Grown(count) => {
            format!("Изменено, потому что когорта не растёт: {}.", counted_ru(*count, "число", "числа", "чисел"))
        }
        Note::Pivoted { rows, added: 0 } => {
            format!("Из {} собрана таблица с периодами по столбцам.", counted_ru(*rows, "строки", "строк", "строк"))
        }
        Note::Pivoted { rows, added } => format!(
            "Из {} собрана таблица с периодами по столбцам; сложено внутри периода: {added}.",
            counted_ru(*rows, "строки", "строк", "строк")
        ),
        Note::AddedUp(name, rows) => format!("«{name}»: сложены строки {}.", listed(rows)),
        Note::KeptApart(names) => format!("Похожие названия оставлены раздельно: {}.", names_listed(names)),
        Note::SeveralInOne(names) => {
            format!("Посчитано как один клиент, но\u{a0}похоже на\u{a0}нескольких: {}.", names_listed(names))
        }
        Note::Contracts { rows, open, last } => {
            let open = match open {
                0 => String::new(),
                open => format!("; без окончания: {open}, посчитаны по\u{a0}{last}"),
            };
            let rows = counted_ru(*rows, "договор учтён", "договора учтены", "договоров учтены");
            format!("{rows} в\u{a0}каждом месяце от\u{a0}начала до\u{a0}окончания{open}.")
        }
        Note::Lives { rows, open, last } => {
            let open = match open {
                0 => String::new(),
                open => format!("; без окончания: {open}, считаются действующими и\u{a0}после {last}"),
            };
            let rows = counted_ru(*rows, "строка учтена", "строки учтены", "строк учтено");
            format!("{rows} от\u{a0}начала до\u{a0}окончания{open}.")
        }
        Note::Activity { rows, clients, last } => format!(
            "{} по\u{a0}{}: клиент учтён в\u{a0}каждом месяце, где у\u{a0}него есть строка, по\u{a0}{last}. Первый такой месяц\u{a0}— его начало.",
            counted_ru(*rows, "строка", "строки", "строк"),
            counted_ru(*clients, "клиенту", "клиентам", "клиентам")
        ),
        Note::Ahead { begin, end, last } => {
            let end = match end {
                0 => String::new(),
                end => {
                    format!("; с\u{a0}окончанием позже сегодняшнего дня: {end}, считаются действующими и\u{a0}в {last}")
                }
            };
            let begin = match begin {
                0 => String::new(),
                begin => format!("; не\u{a0}учтены, потому что ещё не\u{a0}начались: {begin}"),
            };
            format!("Посчитано по\u{a0}сегодняшний день, {last}{end}{begin}.")
        }
        Note::Credits(count) => {
            format!("Вычтено: {}.", counted_ru(*count, "возврат", "возврата", "возвратов"))
        }
        Note::TakenOffBefore(count) => format!(
            "В\u{a0}{} возвратов больше, чем оплат: остаток вычтен из\u{a0}более ранних.",
            counted_ru(*count, "периоде", "периодах", "периодах")
        ),
        Note::RunningTotals => "За\u{a0}каждый период взята разница с\u{a0}предыдущим.".into(),
        Note::Spread(rows) => format!(
            "За\u{a0}более долгий срок: {}. Сумма разделена поровну на\u{a0}короткие периоды.",
            counted_ru(*rows, "строка", "строки", "строк")
        ),
        Note::Billed(payers, before) => format!(
            "Оплаты разложены поровну {}: {}. Что выходит за\u{a0}края таблицы, не\u{a0}учтено.",
            if *before { "назад" } else { "вперёд" },
            billed(payers)
        ),
        Note::DashedCents(count) => {
            format!("Дефис отделяет копейки в\u{a0}{}.", counted_ru(*count, "сумме", "суммах", "суммах"))
        }
        Note::NamesFromLeft(count) => {
            format!(
                "Без названия, отнесено к\u{a0}этапу слева: {}.",
                counted_ru(*count, "столбец", "столбца", "столбцов")
            )
        }
        Note::NamesFromAbove(count) => {
            format!("Без названия, взято из строки выше: {}.", counted_ru(*count, "строка", "строки", "строк"))
        }
        Note::Map { stages, lanes, cards } => format!(
            "{}, {}, {}.",
            counted_ru(*stages, "этап", "этапа", "этапов"),
            counted_ru(*lanes, "дорожка", "дорожки", "дорожек"),
            counted_ru(*cards, "карточка", "карточки", "карточек")
        ),
        Note::StagesDown => "Этапы идут по строкам, дорожки\u{a0}— по столбцам.".into(),
        Note::FreeLane(name) => format!("Произвольная дорожка: «{name}»."),
        Note::LaneTaken(kind) => {
            format!("Карточки без дорожки попали в «{}».", JourneyWords::of(Russian).lane_kind(*kind))
        }
        Note::Feelings(scale) => format!("Эмоции пересчитаны со шкалы {}.", feelings_name(*scale)),
        Note::FeelingsTurned(heading) => {
            format!("Наименьшее число — лучшая эмоция, как сказано в «{heading}».")
        }
        Note::Rounded(count) => {
            format!("Округлено до половины: {}.", counted_ru(*count, "уровень", "уровня", "уровней"))
        }
        Note::GradeWords(words) => {
            let word = |(word, grade): &(String, u8)| format!("{}\u{a0}— {grade}", title_ru(word));
            format!(
                "Слова прочитаны как баллы от\u{a0}1 до\u{a0}5: {}.",
                words.iter().map(word).collect::<Vec<_>>().join(", ")
            )
        }
        Note::FeelingsNamed(count) => {
            format!("Задано словом или знаком: {}.", counted_ru(*count, "уровень", "уровня", "уровней"))
        }
        Note::FeelingWords(count) => format!(
            "Слова об эмоциях стали карточками произвольной дорожки: {}.",
            counted_ru(*count, "карточка", "карточки", "карточек")
        ),
        Note::ManyFeelings(count) => {
            format!("Несколько уровней эмоции: {}.", counted_ru(*count, "этап", "этапа", "этапов"))
        }
        Note::LineByLine(count) => {
            let cells = counted_ru(*count, "ячейка", "ячейки", "ячеек");
            let parted = plural_ru(*count, "разбита", "разбиты", "разбиты");
            format!("{cells} {parted} на\u{a0}карточки по\u{a0}строкам.")
        }
        Note::MonthFirst => "В датах сначала месяц.".into(),
        Note::CutOff => {
            "Файл обрывается на середине: возможно, он скопирован не до конца. Проверьте последнюю строку.".into()
        }
        Note::BehindGap(count) => format!(
            "Не вошло: {}. Перед ними пропущен возраст, а сценарий хранит их подряд.",
            counted_ru(*count, "число", "числа", "чисел")
        ),
        Note::SaysLost(text) => format!(
            "\u{ab}{text}\u{bb}: речь об\u{a0}ушедших, а\u{a0}числа взяты как оставшиеся клиенты. Если в\u{a0}таблице ушедшие, сначала вычтите их из\u{a0}начального числа."
        ),
    }
}

fn strip(strip: &Strip) -> String {
    let (what, at) = match strip.axis {
        Axis::Row => ("Строка", strip.at.to_string()),
        Axis::Column => ("Столбец", letters(strip.at)),
    };
    if strip.name.is_empty() { format!("{what} {at}") } else { format!("{what} {at} «{}»", strip.name) }
}

/// Columns or rows; the first few of them.
fn strips_listed(strips: &[Strip]) -> String {
    let listed: Vec<String> = strips.iter().take(LISTED).map(|one| uncapital(&strip(one))).collect();
    match strips.len() - listed.len() {
        0 => listed.join(", "),
        more => format!("{} и ещё {more}", listed.join(", ")),
    }
}

fn listed(rows: &[u32]) -> String {
    rows.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// Names in quotation marks.
pub(super) fn names_listed(names: &[String]) -> String {
    names.iter().map(|name| title_ru(name)).collect::<Vec<_>>().join(", ")
}

/// Who pays for several months at once.
pub(super) fn billed(payers: &[(u32, Vec<String>)]) -> String {
    let one = |(months, names): &(u32, Vec<String>)| {
        let every = match months {
            2 => "раз в\u{a0}два месяца".into(),
            3 => "раз в\u{a0}три месяца".into(),
            6 => "раз в\u{a0}полгода".into(),
            12 => "раз в\u{a0}год".into(),
            months => format!("раз в\u{a0}{}", counted_ru(*months as usize, "месяц", "месяца", "месяцев")),
        };
        let pay = counted_ru(names.len(), "клиент платит", "клиента платят", "клиентов платят");
        format!("{pay} {every} ({})", some_listed(names, names_listed))
    };
    payers.iter().map(one).collect::<Vec<_>>().join(", ")
}

pub(super) fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1251 => "Windows-1251 (кириллица)",
        Encoding::Windows1252 => "Windows-1252 (западноевропейская)",
        Encoding::Ibm866 => "CP866 (кириллица DOS)",
        Encoding::Koi8R => "KOI8-R (кириллица Unix)",
    }
}

pub(super) fn separator_name(separator: Separator) -> &'static str {
    match separator {
        Separator::Tab => "табуляция",
        Separator::Semicolon => "точка с\u{a0}запятой",
        Separator::Bar => "вертикальная черта",
        Separator::Comma => "запятая",
        Separator::Spaces => "пробелы",
    }
}

pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Names => "названия строк",
        Role::Sizes => "размеры когорт",
        Role::Start => "выручка на старте",
        Role::Values => "числа",
        Role::Periods => "периоды",
        Role::Currency => "валюта",
        Role::Begins => "начало договора",
        Role::Ends => "окончание договора",
        Role::Terms => "как часто платят",
        Role::Refunds => "возвраты, вычтены",
        Role::Discounts => "скидки, вычтены",
        Role::Quantities => "количество, умножено на\u{a0}цену",
        Role::Card(column) => (super::WORDS.column)(column),
        Role::Lane(kind) => JourneyWords::of(Russian).lane_kind(kind),
        Role::LeftOut => "не используется",
    }
}

pub(super) fn lost_name(lost: Lost) -> &'static str {
    match lost {
        Lost::SoFar => "все ушедшие с начала",
        Lost::Each => "ушедшие за этот период",
        Lost::OfStart => "ушедшие за этот период, доля от начала",
        Lost::OfPrevious => "ушедшие за этот период, доля от оставшихся перед ним",
        Lost::Stayed => "оставшиеся клиенты",
    }
}

/// A length of time behind "до" and a number.
fn step_name(step: AgeUnit, number: u32) -> &'static str {
    match step {
        AgeUnit::Day => "дн.",
        AgeUnit::Week => "нед.",
        AgeUnit::Month => "мес.",
        AgeUnit::Quarter => "кв.",
        AgeUnit::Year => plural_ru(number as usize, "года", "лет", "лет"),
    }
}

pub(super) fn span_name(span: Span) -> String {
    match span {
        Span::Days(1) => "день".into(),
        Span::Days(7) => "неделя".into(),
        Span::Days(days) => counted_ru(days as usize, "день", "дня", "дней"),
        Span::Months(1) => "месяц".into(),
        Span::Months(3) => "квартал".into(),
        Span::Months(12) => "год".into(),
        Span::Months(months) => counted_ru(months as usize, "месяц", "месяца", "месяцев"),
    }
}

fn ages_from(from: AgesFrom) -> &'static str {
    match from {
        AgesFrom::Headings => "по заголовкам",
        AgesFrom::Calendar => "по датам строк и столбцов",
        AgesFrom::Order => "по порядку столбцов",
        AgesFrom::FirstNumbers => "от первого числа в строке",
    }
}

pub(super) fn mark_name(mark: char) -> &'static str {
    if mark == ',' { "запятой" } else { "точкой" }
}

pub(super) fn scale_name(zeros: i32) -> String {
    match zeros {
        0 => "единицы".into(),
        -2 => "сотые доли (копейки, центы)".into(),
        3 => "тысячи".into(),
        6 => "миллионы".into(),
        9 => "миллиарды".into(),
        12 => "триллионы".into(),
        zeros => format!("единицы с {zeros} нулями"),
    }
}

fn scale_within(zeros: i32) -> String {
    match zeros {
        0 => "единицах".into(),
        -2 => "сотых долях (копейках, центах)".into(),
        3 => "тысячах".into(),
        6 => "миллионах".into(),
        9 => "миллиардах".into(),
        12 => "триллионах".into(),
        zeros => format!("единицах с {zeros} нулями"),
    }
}

pub(super) fn feelings_name(scale: FeelingScale) -> &'static str {
    match scale {
        FeelingScale::Own => "от \u{2212}2 до +2",
        FeelingScale::OneToFive => "от 1 до 5",
        FeelingScale::OneToTen => "от 1 до 10",
        FeelingScale::ZeroToTen => "от 0 до 10",
        FeelingScale::OneToSeven => "от 1 до 7",
        FeelingScale::ThreeToThree => "от \u{2212}3 до +3",
        FeelingScale::FiveToFive => "от \u{2212}5 до +5",
        FeelingScale::HundredToHundred => "от \u{2212}100 до +100",
        FeelingScale::ZeroToHundred => "от 0 до 100",
    }
}

fn why_name(why: Why) -> &'static str {
    match why {
        Why::Title => "стоит над таблицей",
        Why::Total => "итог",
        Why::Average => "среднее",
        Why::Measure => "показатель по остальным строкам",
        Why::Empty => "нет чисел",
        Why::Words => "текст вместо чисел",
        Why::Unknown => "неизвестный заголовок",
        Why::Same => "повторяет другой столбец",
        Why::Shares => "проценты от\u{a0}тех\u{a0}же чисел",
        Why::Heading => "повтор заголовка",
        Why::Unfinished => "период не закончен",
        Why::NoName => "без названия",
        Why::Phases => "этапы названы по\u{a0}одному в\u{a0}другом столбце",
        Why::Groups => "дорожки названы по\u{a0}одной в\u{a0}другом столбце",
        Why::Numbers => "номера столбцов",
        Why::Part => "часть строки выше",
        Why::PartOf => "часть другой строки",
        Why::Notes => "заметки, а\u{a0}не\u{a0}этап",
        Why::Void => "по\u{a0}статусу денег не\u{a0}было",
        Why::PaidOut => "деньги ушли, а\u{a0}оттуда ничего не\u{a0}приходило",
        Why::NoPrice => "подписка закончилась, а\u{a0}сумма равна 0: сколько платили раньше, неизвестно",
        Why::NextTable => "здесь начинается другая таблица, вставьте её отдельно",
        Why::NotStart => "начало посчитано в первом столбце и отличается",
        Why::Paid => "выручка, а не клиенты",
        Why::Scores => "балл здесь\u{a0}— частота и влияние, например 4x3",
        Why::Chosen => "по выбору",
    }
}
