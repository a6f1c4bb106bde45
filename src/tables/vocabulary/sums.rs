//! Names of rows and columns that add up or average the others.

use crate::tables::fold;

/// Words that a row or a column of totals begins with.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "sum",
    "subtotal",
    "sub total",
    "overall",
    "all",
    "all cohorts",
    "all clients",
    "all customers",
    "all accounts",
    "all users",
    "итого",
    "всего",
    "итог",
    "общий итог",
    "сумма",
    "общая сумма",
    "промежуточный итог",
    "все",
    "все клиенты",
    "все когорты",
    "все вместе",
    "в сумме",
    "ttl",
    "σ",
];

/// What a row of totals alone is called: as the heading of a column it may stand over amounts.
const TOTALS_OF_ROWS: &[&str] = &[
    "total sales",
    "total income",
    "total turnover",
    "total invoiced",
    "total billed",
    "total general",
    "total geral",
    "total général",
    "total generale",
    "totale",
    "totale complessivo",
    "gesamtergebnis",
    "gesamtsumme",
    "gesamtumsatz",
    "summe",
    "somme",
    "totaal",
    "eindtotaal",
    "suma",
    "suma total",
    "suma końcowa",
    "razem",
    "ogółem",
    "celkem",
    "celkový součet",
    "összesen",
    "végösszeg",
    "genel toplam",
    "усього",
    "разом",
    "загальний підсумок",
    "σύνολο",
    "сумма продаж",
    "сумма выручки",
    "общая выручка",
    "общие продажи",
    "общий доход",
    "общий оборот",
    "общий объем",
];

/// Words that a row or a column of averages begins with.
const AVERAGES: &[&str] = &[
    "average",
    "averages",
    "avg",
    "mean",
    "median",
    "weighted",
    "weighted average",
    "weighted avg",
    "weighted mean",
    "wtd avg",
    "average retention",
    "mean retention",
    "median retention",
    "среднее",
    "средняя",
    "средний",
    "средние",
    "в среднем",
    "средн",
    "медиана",
    "среднее взвешенное",
    "средневзвешенное",
    "средневзвешенная",
    "взвешенное среднее",
    "ср",
    "ср. взвеш",
    "среднее значение",
    "средний процент",
    "средняя доля",
    "среднее по когортам",
    "average / total",
    "среднемесячно",
    "среднемесячная",
    "среднегодовая",
    "средневзвешенно",
    "медианное",
    "медианный",
    "медианная",
    "ср. знач",
    "ср знач",
];

/// Words that may follow in the name of a total or an average.
const COMPANIONS: &[&str] = &[
    "total",
    "totals",
    "average",
    "avg",
    "mean",
    "weighted",
    "revenue",
    "mrr",
    "arr",
    "retention",
    "users",
    "customers",
    "clients",
    "accounts",
    "cohorts",
    "cohort",
    "by",
    "for",
    "of",
    "all",
    "month",
    "year",
    "period",
    "per",
    "the",
    "and",
    "sum",
    "row",
    "column",
    "usd",
    "rub",
    "eur",
    "итого",
    "всего",
    "среднее",
    "взвешенное",
    "выручка",
    "выручки",
    "удержание",
    "пользователей",
    "клиентов",
    "клиентам",
    "клиенты",
    "когортам",
    "когорт",
    "по",
    "за",
    "все",
    "всем",
    "месяц",
    "месяцам",
    "год",
    "период",
    "периодам",
    "на",
    "и",
    "в",
    "руб",
    "значение",
    "сумма",
    "столбцу",
    "строке",
    "всех",
    "active",
    "активных",
    "активные",
    "чел",
    "человек",
    "взв",
    "mom",
    "yoy",
    "qoq",
    "rate",
    "client",
    "customer",
    "account",
    "user",
    "клиента",
    "ндс",
    "vat",
];

/// What a row or a column says of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// It adds them up.
    Total,
    /// It averages them.
    Average,
}

/// Whether a name is one of a list, alone or with words behind it that only say of what.
pub(in crate::tables) fn begins_with(key: &str, list: &[&str]) -> bool {
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = fold::words(bare).collect();
    list.iter().filter(|name| bare.starts_with(**name)).any(|name| {
        let taken = fold::words(name).count();
        let whole = bare[name.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        whole
            && words[taken.min(words.len())..]
                .iter()
                .all(|word| COMPANIONS.contains(word) || word.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// The kind of sum that a name stands for: the word alone, or with words that only say of what.
pub fn sum_called(key: &str) -> Option<Sum> {
    if begins_with(key, AVERAGES) || ends_as_average(key) {
        Some(Sum::Average)
    } else if begins_with(key, TOTALS) || key == "∑" {
        Some(Sum::Total)
    } else {
        None
    }
}

/// The same of the name of a row.
pub fn sum_of_rows_called(key: &str) -> Option<Sum> {
    sum_called(key).or_else(|| begins_with(key, TOTALS_OF_ROWS).then_some(Sum::Total))
}

/// Whether a name ends with a word of averages, behind words that only say of what: "Monthly average".
fn ends_as_average(key: &str) -> bool {
    const OF: &[&str] =
        &["monthly", "quarterly", "yearly", "annual", "weekly", "overall", "simple", "rolling", "moving", "trailing"];
    let words: Vec<&str> = fold::words(key).collect();
    match words[..] {
        [ref of @ .., last] => {
            let is_of = |word: &&str| COMPANIONS.contains(word) || OF.contains(word) || TOTALS.contains(word);
            AVERAGES.contains(&last) && !of.is_empty() && of.iter().all(is_of)
        }
        [] => false,
    }
}

/// Whether a name begins or ends with a word of totals and says of what part of the table: "North Total", "Итого Москва".
pub fn is_subtotal(key: &str) -> bool {
    let words: Vec<&str> = fold::words(key).collect();
    let first = |word: &str| TOTALS.contains(&word) && word != "all" && word != "все";
    let ends = [words.first(), words.last()].into_iter().flatten().any(|word| first(word));
    words.len() > 1 && (ends || key.starts_with("grand total") || key.starts_with("sub total"))
}

/// Whether a total is called one of a part only.
pub fn is_of_a_part(key: &str) -> bool {
    key.starts_with("sub") || key.starts_with("промежуточн")
}

/// Whether a name begins or ends as hardly that of a client does.
pub fn is_hardly_a_name(key: &str) -> bool {
    let mut words = fold::words(key);
    [words.next(), words.next_back()].into_iter().flatten().any(is_surely_total)
}

/// Whether a name is one that only a total has.
pub fn is_surely_total(key: &str) -> bool {
    const ONLY: &[&str] = &[
        "grand total",
        "subtotal",
        "sub total",
        "totals",
        "итого",
        "всего",
        "итог",
        "общий итог",
        "общая сумма",
        "промежуточный итог",
    ];
    ONLY.contains(&key)
}
