//! О чём спрашивает таблица, по-русски.

use super::notes::{billed, encoding_name, feelings_name, lost_name, names_listed, role_name, scale_name, span_name};
use crate::i18n::Lang::Russian;
use crate::i18n::journey::JourneyWords;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::counted_ru;
use crate::i18n::tables::{cell, letters};
use crate::tables::Separator;
use crate::tables::choice::{Base, Billed, Choice, Growth, ManyFeelings, Nested, Start, Term, Unit};
use crate::tables::fault::Kind;
use crate::tables::period::DayOrder;
use crate::tables::place::{Axis, Strip};
use crate::tables::question::{About, Question};

/// A question; the options are its answers.
pub(super) fn question(question: &Question) -> String {
    let about = about(&question.about);
    match question.options.first() {
        Some(Choice::Sheet(_)) => "На каком листе таблица?".into(),
        Some(Choice::Encoding(_)) => "В какой кодировке файл?".into(),
        Some(Choice::Separator(_)) => "Чем разделены ячейки?".into(),
        Some(Choice::Heading(_)) => format!("Это заголовки столбцов: {about}?"),
        Some(Choice::Columns(_)) => "За какой период один столбец вставленной таблицы?".into(),
        Some(Choice::Turned(_)) => "Как расположена таблица?".into(),
        Some(Choice::Column(..)) => format!("Что здесь: {about}?"),
        Some(Choice::Row(..)) => format!("Это итог или другой показатель: {about}?"),
        Some(Choice::Fraction(_)) => "Чем отделена дробная часть?".into(),
        Some(Choice::Unit(_)) => "Что означают числа?".into(),
        Some(Choice::Term(_)) => format!("За какой срок эти суммы ({about})?"),
        Some(Choice::Scale(_)) => "В каких единицах числа?".into(),
        Some(Choice::OtherCurrency(_)) => format!("Валюта сумм: {about}. Взять их без пересчёта?"),
        Some(Choice::Growth(_)) => {
            format!(
                "Некоторые когорты растут ({about}): так бывает у активных клиентов и у денег. Как считать вернувшихся?"
            )
        }
        Some(Choice::Start(_)) => "В первом столбце не 100\u{a0}%. Что это?".into(),
        Some(Choice::Base(_)) => "От чего взяты проценты?".into(),
        Some(Choice::Lost(_)) => "В таблице речь об\u{a0}ушедших. Что означают числа?".into(),
        Some(Choice::ZerosNotYet(_)) => format!("В конце молодых когорт стоят нули ({about}). Что они значат?"),
        Some(Choice::ErrorsAreNone(_)) => format!("Формулы не\u{a0}дали значения ({about}). Что это значит?"),
        Some(Choice::WithoutUnread(_)) if matches!(question.about, About::Cells(_, 1)) => {
            format!("Ячейку {about} прочитать не\u{a0}удалось. Загрузить остальное без неё?")
        }
        Some(Choice::WithoutUnread(_)) => {
            format!("Не\u{a0}все ячейки удалось прочитать ({about}). Загрузить остальное без них?")
        }
        Some(Choice::LastPeriod(_)) => format!("Последний период намного ниже остальных ({about}). Он закончен?"),
        Some(Choice::Pivot(_)) => "В каждой строке одно число за один период. Собрать таблицу?".into(),
        Some(Choice::AddUp(_)) => format!("Несколько строк с одним названием: {about}. Сложить их?"),
        Some(Choice::Alike(_)) => format!("Похожие названия: {about}. Это один клиент?"),
        Some(Choice::NamesFromAbove(_)) => {
            format!("Есть строки без названия ({about}). Взять название из строки выше?")
        }
        Some(Choice::NamesFromLeft(_)) => {
            format!("Есть столбцы без названия этапа ({about}). Они относятся к\u{a0}этапу слева?")
        }
        Some(Choice::TakenOffBefore(_)) => {
            format!("Есть суммы меньше нуля ({about}). Вычесть их из\u{a0}предыдущих периодов?")
        }
        Some(Choice::Nested(_)) => {
            format!("Есть строки, в\u{a0}которых сложены другие: {about}. Какие строки\u{a0}— клиенты?")
        }
        Some(Choice::OverTerms(_)) => {
            format!(
                "У\u{a0}клиентов с\u{a0}долгим сроком оплаты есть строки внутри него ({about}). За\u{a0}какое время каждая их сумма?"
            )
        }
        Some(Choice::RunningTotals(_)) => {
            "В\u{a0}названии сказано, что числа идут нарастающим итогом. Вычесть из\u{a0}каждого предыдущее?".into()
        }
        Some(Choice::NewestFirst(_)) => "В заголовках нет года. Какой период стоит первым?".into(),
        Some(Choice::DayOrder(_)) => format!("Что идёт первым в датах вида {about}?"),
        Some(Choice::Anyway(kind, _)) => format!("{} Всё равно прочитать здесь?", looks_like(*kind)),
        Some(Choice::AYear(_)) => format!("Это суммы за\u{a0}целый год ({about})?"),
        Some(Choice::AMonth(_)) => format!("Это суммы за один месяц ({about})?"),
        Some(Choice::AQuarter(_)) => format!("Это суммы за\u{a0}квартал ({about})?"),
        Some(Choice::WithoutVoid(_)) => {
            format!("Некоторые строки, похоже, не\u{a0}принесли денег ({about}). Пропустить их?")
        }
        Some(Choice::Billed(_)) => {
            format!("{about}, между оплатами пусто. Как учесть оплаты?")
        }
        Some(Choice::PaidAYear(_)) => {
            format!("Одна оплата, и\u{a0}намного больше месячной у\u{a0}других: {about}. Она за\u{a0}целый год?")
        }
        Some(Choice::ArePeriods(_)) => {
            format!(
                "В\u{a0}заголовках нет периодов ({about}). Каждый столбец\u{a0}— период, начиная с\u{a0}самого раннего?"
            )
        }
        Some(Choice::Feelings(_)) => "По какой шкале эмоции?".into(),
        Some(Choice::FeelingWords(_)) => format!("На дорожке эмоций есть слова ({about}). Сохранить их?"),
        Some(Choice::ManyFeelings(_)) => "У некоторых этапов несколько уровней эмоции. Что это?".into(),
        Some(Choice::LineByLine(_)) => format!("В ячейках по несколько строк ({about}). Сделать карточку из каждой?"),
        Some(Choice::StagesDown(_)) => "Как идут этапы?".into(),
        Some(Choice::Lane(_)) => "На какую дорожку поместить карточки?".into(),
        None => String::new(),
    }
}

fn looks_like(kind: Kind) -> &'static str {
    match kind {
        Kind::Map => "Похоже на карту.",
        Kind::Cohorts => "Похоже на таблицу когорт.",
        Kind::Accounts => "Похоже на выручку клиентов.",
        Kind::Events => "Похоже на список событий.",
        Kind::Movements => "Похоже на остатки на начало и\u{a0}конец с\u{a0}приходом и\u{a0}уходом.",
        Kind::Figures => "Похоже на другую таблицу.",
    }
}

fn about(about: &About) -> String {
    match about {
        About::Table => "таблица".into(),
        About::Strip(Strip { axis, at, name }) => {
            let what = match axis {
                Axis::Row => format!("строка {at}"),
                Axis::Column => format!("столбец {}", letters(*at)),
            };
            if name.is_empty() { what } else { format!("{what} {}", title_ru(name)) }
        }
        About::Names(names) => names_listed(names),
        About::Cells(place, 1) => cell(*place),
        About::Cells(place, count) => {
            format!("{}, первая {}", counted_ru(*count, "ячейка", "ячейки", "ячеек"), cell(*place))
        }
        About::Sheets(names) => names_listed(names),
        About::Billed(payers) => billed(payers),
        About::Found(found) => found.clone(),
    }
}

/// The words of an answer.
pub(super) fn choice(choice: &Choice) -> String {
    let either = |is: bool, yes: &str, no: &str| if is { yes.to_owned() } else { no.to_owned() };
    match choice {
        Choice::Sheet(at) => format!("Лист {}", at + 1),
        Choice::Encoding(encoding) => encoding_name(*encoding).into(),
        Choice::Separator(Separator::Tab) => "Табуляция".into(),
        Choice::Separator(Separator::Semicolon) => "Точка с запятой".into(),
        Choice::Separator(Separator::Bar) => "Вертикальная черта".into(),
        Choice::Separator(Separator::Spaces) => "Пробелы".into(),
        Choice::Separator(Separator::Comma) | Choice::Fraction(',') => "Запятая".into(),
        Choice::Fraction(_) => "Точка".into(),
        Choice::Heading(row) => either(row.is_some(), "Да, заголовки", "Нет, данные"),
        Choice::Columns(span) => capital(&span_name(*span)),
        Choice::Turned(turned) => either(*turned, "По столбцам", "По строкам"),
        Choice::Column(_, role) => capital(role_name(*role)),
        Choice::Row(_, taken) => either(*taken, "Нет, загрузить", "Да, исключить"),
        Choice::Unit(Unit::Counts) => "Клиенты".into(),
        Choice::Unit(Unit::PerCent) => "Проценты от начала".into(),
        Choice::Unit(Unit::Shares) => "Доли от 1".into(),
        Choice::Unit(Unit::Money) => "Деньги".into(),
        Choice::Scale(None) => "Как сказано в заголовках".into(),
        Choice::Scale(Some(zeros)) => capital(&scale_name(*zeros)),
        Choice::OtherCurrency(taken) => either(*taken, "Взять как есть", "Не брать"),
        Choice::Growth(Growth::ReturnedAsKept) => "Считать вернувшихся удержанными".into(),
        Choice::Growth(Growth::GoneIsGone) => "Считать ушедших потерянными".into(),
        Choice::Start(Start::Before) => "Первый период, а 100\u{a0}% были до него".into(),
        Choice::Start(Start::Here) => "Начало: принять за 100\u{a0}%".into(),
        Choice::Base(Base::Start) => "От начала когорты".into(),
        Choice::Base(Base::Previous) => "От предыдущего периода".into(),
        Choice::Lost(lost) => capital(lost_name(*lost)),
        Choice::ZerosNotYet(not_yet) => either(*not_yet, "Ещё не считали", "Никого не осталось"),
        Choice::ErrorsAreNone(none) => either(*none, "Выручки нет", "Неизвестно: сначала исправить"),
        Choice::WithoutUnread(without) => either(*without, "Загрузить остальное", "Нет, сначала исправить"),
        Choice::LastPeriod(taken) => either(*taken, "Да, загрузить", "Нет, исключить"),
        Choice::Pivot(pivot) => either(*pivot, "Собрать таблицу", "Читать построчно"),
        Choice::AddUp(add) => either(*add, "Сложить", "Оставить раздельно"),
        Choice::Alike(alike) => either(*alike, "Да, сложить", "Нет, оставить раздельно"),
        Choice::NamesFromAbove(taken) => either(*taken, "Взять из строки выше", "Нет"),
        Choice::NamesFromLeft(taken) => either(*taken, "Да, это один этап", "Нет, это этапы без названия"),
        Choice::TakenOffBefore(taken) => either(*taken, "Вычесть: это возвраты", "Нет, сначала исправить"),
        Choice::Nested(Nested::Sums) => "Эти: без их частей".into(),
        Choice::Nested(Nested::Parts) => "Их части: без этих строк".into(),
        Choice::Nested(Nested::All) => "Все строки".into(),
        Choice::OverTerms(over) => either(*over, "За весь срок: разделить поровну", "За месяц своей строки"),
        Choice::RunningTotals(are) => either(*are, "Вычесть", "Оставить как есть"),
        Choice::NewestFirst(newest) => either(*newest, "Самый новый", "Самый старый"),
        Choice::DayOrder(DayOrder::DayFirst) => "День".into(),
        Choice::DayOrder(DayOrder::MonthFirst) => "Месяц".into(),
        Choice::Anyway(_, anyway) => either(*anyway, "Прочитать здесь", "Нет"),
        Choice::AYear(a_year) => either(*a_year, "Да, взять долю каждого столбца", "Нет, взять как есть"),
        Choice::AQuarter(a_quarter) => either(*a_quarter, "Да, пересчитать на период столбца", "Нет, взять как есть"),
        Choice::AMonth(a_month) => either(*a_month, "Да, умножить на число месяцев в столбце", "Нет, взять как есть"),
        Choice::Term(Term::Month) => "За месяц".into(),
        Choice::Term(Term::Year) => "За год".into(),
        Choice::Term(Term::Whole) => "За весь договор".into(),
        Choice::WithoutVoid(without) => either(*without, "Пропустить", "Учесть"),
        Choice::Billed(Billed::Onwards) => "Предоплата: разложить поровну вперёд".into(),
        Choice::Billed(Billed::Before) => "Постоплата: разложить поровну назад".into(),
        Choice::Billed(Billed::AsWritten) => "Оставить как есть".into(),
        Choice::PaidAYear(paid) => either(*paid, "Да, разложить на\u{a0}12\u{a0}месяцев", "Нет, оставить как есть"),
        Choice::ArePeriods(are) => either(*are, "Да, периоды", "Нет, другое"),
        Choice::Feelings(scale) => capital(feelings_name(*scale)),
        Choice::FeelingWords(keep) => either(*keep, "Сохранить карточками", "Исключить"),
        Choice::ManyFeelings(ManyFeelings::Votes) => "Голоса: взять медиану".into(),
        Choice::ManyFeelings(ManyFeelings::First) => "Взять первый".into(),
        Choice::ManyFeelings(ManyFeelings::Last) => "Взять последний".into(),
        Choice::StagesDown(down) => either(*down, "Вниз: этап\u{a0}— это строка", "Вправо: этап\u{a0}— это столбец"),
        Choice::LineByLine(split) => either(*split, "Карточка на каждую строку", "Одна карточка на ячейку"),
        Choice::Lane(kind) => JourneyWords::of(Russian).lane_kind(*kind).into(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
