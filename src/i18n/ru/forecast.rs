//! Прогноз и факт, по-русски.

use crate::i18n::forecast::ForecastWords;
use crate::i18n::speech::{sentence, uncapital};
use crate::model::scenario::{Counted, Period};

pub const WORDS: ForecastWords = ForecastWords {
    title: "Прогноз и\u{a0}факт",
    said: |by, on| {
        if by.is_empty() {
            sentence!("Прогноз от\u{a0}{on}, сценарий зафиксирован.")
        } else {
            sentence!("Прогноз от\u{a0}{on}. Сценарий зафиксирован: {by}.")
        }
    },
    not_locked: "Сценарий не\u{a0}зафиксирован: прогноз меняется вместе с\u{a0}его параметрами.",
    figure: "Показатель",
    counted: |counted| match counted {
        Counted::Clients => "Клиенты",
        Counted::Revenue => "Регулярная выручка",
        Counted::Profit => "Прибыль с\u{a0}начала",
    },
    means: |counted, period| match counted {
        Counted::Clients => "Клиенты на\u{a0}конец месяца.".into(),
        Counted::Revenue => {
            let unit = match period {
                Period::Month => "месяц",
                Period::Quarter => "квартал",
                Period::Year => "год",
            };
            sentence!("Сколько клиенты на\u{a0}этот момент платят за\u{a0}{unit}.")
        }
        Counted::Profit => "Прибыль с\u{a0}начала, без дисконтирования и\u{a0}без постоянных расходов.".into(),
    },
    end_of: "Когда",
    month: |month| format!("После месяца\u{a0}{month}"),
    forecast: "Прогноз",
    range: "Диапазон",
    actual: "Факт",
    came_of: |figure, month| format!("{figure}, факт, {}", uncapital(month)),
    actual_on: "Дата ввода или правки",
    difference: "Разница",
    against_range: "Относительно диапазона",
    below: "Ниже диапазона",
    inside: "В\u{a0}диапазоне",
    above: "Выше диапазона",
    by_chance: |position| format!("{position}, в\u{a0}пределах случайных колебаний"),
    inside_of: |inside, of| {
        sentence!(
            "В\u{a0}диапазоне: {inside} из\u{a0}{of}. Диапазон следует только из\u{a0}заданных границ: при малом числе клиентов факт чаще выходит за\u{a0}него случайно."
        )
    },
    chance_of: |count| format!("Вне\u{a0}диапазона, но\u{a0}в\u{a0}пределах случайных колебаний: {count}."),
    ends_with_luck: ["низ со\u{a0}случайными колебаниями", "верх со\u{a0}случайными колебаниями"],
    bands: |range, luck| match (range, luck) {
        (true, true) => {
            "полосы\u{a0}— 80\u{a0}% по\u{a0}заданным диапазонам и\u{a0}вместе со\u{a0}случайными колебаниями"
        }
        (true, false) => "полоса\u{a0}— 80\u{a0}% по\u{a0}заданным диапазонам",
        (false, true) => "полоса\u{a0}— 80\u{a0}% случайных колебаний",
        (false, false) => "",
    },
    not_yet: |end| sentence!("Период не\u{a0}закончился. Введите факт {end} или позже."),
    no_range: "Ни\u{a0}один заданный диапазон не\u{a0}влияет на\u{a0}этот показатель.",
    nothing_came: "Вносите факт в\u{a0}конце каждого периода.",
};
