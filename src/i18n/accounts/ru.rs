//! Панель клиентов по-русски.

use super::AccountWords;
use crate::i18n::figures::plural_ru;
use crate::i18n::quote::title_ru;
use crate::model::scenario::Period;

/// What the panel says.
pub const WORDS: AccountWords = AccountWords {
    title: "Клиенты: что сдвинуло регулярную выручку",
    table: "Таблица клиентов",
    hint: |period| {
        let unit = match period {
            Period::Month => "месяцам",
            Period::Quarter => "кварталам",
            Period::Year => "годам",
        };
        format!(
            "Строка\u{a0}— клиент: название, затем регулярная выручка по {unit}, от старых к новым. Пустая ячейка\u{a0}— выручки нет."
        )
    },
    account: "Клиент",
    understood: |accounts, periods| {
        let word = plural_ru(accounts, "клиент", "клиента", "клиентов");
        let periods_word = plural_ru(periods, "период", "периода", "периодов");
        format!("{accounts} {word}, {periods} {periods_word}.")
    },
    removed: "Таблица клиентов убрана",
    from: "С",
    to: "По",
    period_n: |n| format!("Период {n}"),
    rules: "По правилам",
    profit_well: "ProfitWell",
    profit_well_rules: "Любой возврат\u{a0}— реактивация, даже поздний. Пришедшее и ушедшее между периодами не считается.",
    maxio: "Maxio",
    maxio_rules: "Возврат в течение 90 дней\u{a0}— реактивация, позже\u{a0}— новая выручка. Пришедшее и ушедшее между периодами считается и новым, и потерянным.",
    bridge: "Мост регулярной выручки",
    bridge_note: |from, to, rules| format!("{from}\u{a0}→ {to}, по правилам {rules}"),
    bridge_summary: |start, end, change| format!("Регулярная выручка была {start}, стала {end}, {change}."),
    movement: "Движение",
    amount: "Сумма",
    start: "Было",
    new: "Новая",
    reactivation: "Возврат",
    expansion: "Расширение",
    contraction: "Сокращение",
    churned: "Потеряно",
    end: "Стало",
    figures: "Сколько её остаётся",
    figure: "Показатель",
    definition: "Определение",
    nrr: "NRR",
    nrr_means: "(было + расширение \u{2212} сокращение \u{2212} потеряно) / было, по тем же клиентам",
    nrr_baremetrics: "NRR, как его печатает Baremetrics",
    nrr_baremetrics_means: "100\u{a0}% \u{2212} (потеряно \u{2212} расширение) / было: сокращение не названо, поэтому число льстит",
    grr: "GRR",
    grr_means: "меньшее из прежнего и нынешнего по каждому клиенту / было: не бывает выше 100\u{a0}%",
    logo: "Клиенты остались",
    logo_means: "клиенты, которые платят и теперь / клиенты, которые платили в начале",
    quick: "Quick ratio",
    quick_means: "(новая + расширение) / (потеряно + сокращение)",
    quick_all: "Quick ratio с возвратами",
    quick_all_means: "то же, с возвратами среди прибавок",
    concentration: "Сколько держится на немногих",
    concentration_says: |five, fifth, effective| {
        format!(
            "Пять крупнейших клиентов приносят {five}, крупнейшая пятая часть\u{a0}— {fifth}. Зависимость такая, как если бы равных клиентов было {effective}."
        )
    },
    lose: "Потерять одного клиента",
    lose_whom: "Клиент",
    hole: |name, revenue, share, period| {
        let unit = match period {
            Period::Month => "в месяц",
            Period::Quarter => "в квартал",
            Period::Year => "в год",
        };
        format!("Без клиента {} пропадает {revenue} {unit}: {share} всей выручки.", title_ru(name))
    },
    refill: |clients, months, cost| {
        format!(
            "Средних клиентов, чтобы её восполнить: {clients}. Месяцев привлечения нынешним темпом: {months}, затраты {cost}."
        )
    },
    never_refilled: |clients| {
        format!("Средних клиентов, чтобы её восполнить: {clients}, но никого не привлекают: потеря останется.")
    },
    pace: |won, cac, period| {
        let unit = match period {
            Period::Month => "в месяц",
            Period::Quarter => "в квартал",
            Period::Year => "в год",
        };
        format!("Темп и CAC взяты из сценария: привлечено клиентов {unit}: {won}, каждый за {cac}.")
    },
    no_scenario: "Сколько клиентов привлекают и за сколько, говорит сценарий. Добавить его, чтобы увидеть, как долго восполнять потерю.",
};
