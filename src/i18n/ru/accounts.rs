//! Панель клиентов по-русски.

use crate::i18n::Lang;
use crate::i18n::accounts::AccountWords;
use crate::i18n::amounts::number;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::plural_ru;
use crate::i18n::speech::sentence;
use crate::model::scenario::Period;

/// What the panel says.
pub const WORDS: AccountWords = AccountWords {
    title: "Клиенты: за счёт чего изменилась регулярная выручка",
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
        sentence!("{accounts} {word}, {periods} {periods_word}.")
    },
    removed: "Таблица клиентов убрана",
    from: "С",
    to: "По",
    period_n: |n| format!("Период {n}"),
    rules: "Методика",
    profit_well: "ProfitWell",
    profit_well_rules: "Движения от\u{a0}столбца к\u{a0}столбцу, по\u{a0}сумме. Любой возврат\u{a0}— реактивация, даже поздний.",
    maxio: "Maxio",
    maxio_rules: "Движения от\u{a0}столбца к\u{a0}столбцу, по\u{a0}сумме. Возврат в\u{a0}течение 90\u{a0}дней\u{a0}— реактивация, позже\u{a0}— новая выручка.",
    two_ends: "Между началом и\u{a0}концом",
    two_ends_rules: "Только первый и\u{a0}последний столбец, не\u{a0}по\u{a0}чьим-то правилам. Пришедшее и\u{a0}ушедшее между ними не\u{a0}считается.",
    bridge: "Мост регулярной выручки",
    bridge_note: |from, to, rules| format!("{from}\u{a0}→ {to}, {rules}"),
    bridge_summary: |start, end, change| sentence!("Регулярная выручка была {start}, стала {end}, {change}."),
    movement: "Движение",
    amount: "Сумма",
    start: "Было",
    new: "Новая",
    reactivation: "Возврат",
    expansion: "Расширение",
    contraction: "Сокращение",
    churned: "Потеряно",
    end: "Стало",
    figures: "Удержание выручки",
    figure: "Показатель",
    definition: "Определение",
    nrr: "NRR",
    nrr_summed_means: "произведение по\u{a0}столбцам: (было + расширение \u{2212} сокращение \u{2212} потеряно) / было, по\u{a0}клиентам начала каждого столбца",
    nrr_means: "(было + расширение \u{2212} сокращение \u{2212} потеряно) / было, по тем же клиентам",
    nrr_baremetrics: "NRR по\u{a0}Baremetrics",
    nrr_baremetrics_means: "100\u{a0}% \u{2212} (потеряно \u{2212} расширение) / было, от\u{a0}первого до\u{a0}последнего столбца; сокращение не\u{a0}учтено",
    grr: "GRR, первый и\u{a0}последний столбец",
    grr_means: "от\u{a0}первого до\u{a0}последнего столбца: меньшее из прежнего и нынешнего по каждому клиенту / было; не\u{a0}бывает выше 100\u{a0}%",
    logo: "Клиенты остались, первый и\u{a0}последний столбец",
    logo_means: "от\u{a0}первого до\u{a0}последнего столбца: клиенты, которые платят и теперь / клиенты, которые платили в начале",
    quick: "Коэффициент роста (quick ratio)",
    quick_means: "(новая + расширение) / (потеряно + сокращение)",
    quick_all: "Коэффициент роста с\u{a0}возвратами",
    quick_all_means: "то же, с возвратами среди прибавок",
    concentration: "Концентрация выручки",
    concentration_says: |five, (of_fifth, all), fifth, effective| {
        let fifth = match of_fifth {
            5 => String::new(),
            _ => {
                format!(
                    ", {of_fifth}\u{a0}{}\u{a0}— {fifth}",
                    plural_ru(of_fifth, "крупнейший", "крупнейших", "крупнейших")
                )
            }
        };
        sentence!("5\u{a0}крупнейших клиентов из\u{a0}{all} приносят {five}{fifth}. {}", equal(effective))
    },
    few_say: |largest, count, effective| {
        let brings = match count {
            0 | 1 => format!("Крупнейший клиент приносит {largest}."),
            _ => format!(
                "Каждый из\u{a0}{count}\u{a0}{} приносит {largest}.",
                plural_ru(count, "крупнейшего клиента", "крупнейших клиентов", "крупнейших клиентов")
            ),
        };
        format!("{brings} {}", equal(effective))
    },
    lose: "Если уйдёт клиент",
    lose_whom: "Клиент",
    hole: |name, revenue, share, all| {
        sentence!("Без клиента {} пропадает {revenue} в\u{a0}месяц: {share} от\u{a0}всех {all}.", title_ru(name))
    },
    refill: |clients, months, cost, margin| {
        sentence!(
            "Чтобы восполнить выручку, {}. {}\u{a0}привлечение стоит {cost}; с\u{a0}учётом оттока выручка вернётся через {}\u{a0}{}. Потерянная до\u{a0}этого маржа: {margin}.",
            needed(clients),
            if clients == 1 { "Его" } else { "Их" },
            number(Lang::Russian, months as f64, 0),
            plural_ru(months, "полный месяц", "полных месяца", "полных месяцев")
        )
    },
    never_refilled: |clients| {
        format!(
            "Чтобы восполнить выручку, {}, но\u{a0}новые клиенты приносят не\u{a0}больше, чем уносит отток: выручка не\u{a0}вернётся.",
            needed(clients)
        )
    },
    at_odds: |scenario, of_scenario, of_table| {
        format!(
            "{} исходит из\u{a0}выручки {of_scenario} в\u{a0}месяц, таблица\u{a0}— из\u{a0}{of_table}: срок верен, только если клиенты в\u{a0}них одни и\u{a0}те\u{a0}же.",
            title_ru(scenario)
        )
    },
    pace: |scenario, won, revenue, cac, churn| {
        format!(
            "Темп восполнения\u{a0}— из\u{a0}сценария {}: новых клиентов в\u{a0}месяц {won}, каждый платит {revenue}, CAC {cac}, отток {churn} в\u{a0}месяц.",
            title_ru(scenario)
        )
    },
    no_scenario: "Сколько клиентов привлекают и за сколько, говорит сценарий. Добавьте его, чтобы увидеть, сколько времени займёт восполнение.",
};

/// How concentrated revenue is, by the number of equal accounts: "как у 8 клиентов", "как у 7,8 клиента".
fn equal(effective: &str) -> String {
    let whole = effective.replace('\u{a0}', "").parse().ok();
    let clients = whole.map_or("клиента", |count| plural_ru(count, "клиента", "клиентов", "клиентов"));
    format!("Концентрация такая\u{a0}же, как у\u{a0}{effective}\u{a0}{clients} равного размера.")
}

/// How many clients have to be won: "нужен 1 средний клиент", "нужно 5 средних клиентов".
fn needed(clients: usize) -> String {
    let verb = plural_ru(clients, "нужен", "нужно", "нужно");
    let noun = plural_ru(clients, "средний клиент", "средних клиента", "средних клиентов");
    format!("{verb} {}\u{a0}{noun}", number(Lang::Russian, clients as f64, 0))
}
