//! Quotes on the map, in Russian.

use crate::i18n::Lang;
use crate::i18n::backing::BackingWords;
use crate::i18n::quote::mentioned;
use crate::i18n::ru::counts::{counted_ru, highlights_ru, plural_ru};
use crate::model::scenario::Period;

pub const WORDS: BackingWords = BackingWords {
    quotes_title: "Цитаты",
    highlights: highlights_ru,
    people: |count| counted_ru(count, "человек", "человека", "человек"),
    interviews: |count| counted_ru(count, "интервью", "интервью", "интервью"),
    spoke: |count| {
        let verb = plural_ru(count, "Говорил", "Говорили", "Говорили");
        format!("{verb} {}", counted_ru(count, "человек", "человека", "человек"))
    },
    revenue_behind: |money, period| {
        let period = match period {
            Period::Month => "месяц",
            Period::Quarter => "квартал",
            Period::Year => "год",
        };
        format!("За этим выручка {money} в\u{a0}{period}")
    },
    gone: |count| {
        let verb = plural_ru(count, "ушёл", "ушли", "ушли");
        format!("{} {verb}: учтена выручка до ухода", counted_ru(count, "клиент", "клиента", "клиентов"))
    },
    unknown: |count| format!("выручка {} неизвестна", counted_ru(count, "клиента", "клиентов", "клиентов")),
    add_quotes: "Добавить цитаты…",
    remove_quote: |text| format!("Убрать цитату {}", mentioned(Lang::Russian, text)),
    removed_quote: "Цитата убрана",
    open_quote: |text| format!("Открыть {} в интервью", mentioned(Lang::Russian, text)),
    find_quotes: "Найти цитаты",
    no_consent: "Нет согласия на цитирование",
    no_quotes_yet: "Цитат пока нет. Выделите слова людей в разделе «Интервью».",
    none_found: "Цитаты с такими словами нет. Сократите запрос или выделите слова в интервью и сделайте их цитатой.",
    none_joined: "Цитат пока нет.",
    quotes_of_card: "Цитаты…",
    by_people: "По людям",
    by_revenue: "По выручке",
    sort_by: "Сортировка",
};
