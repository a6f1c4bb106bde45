//! What the columns of contracts are called: when they begin and end, and what their amounts are paid for.

use crate::tables::choice::Term;
use crate::tables::fold;
use crate::tables::vocabulary as words;

fn any(key: &str, list: &[&str], stems: &[&str]) -> bool {
    fold::words(key).any(|word| list.contains(&word) || stems.iter().any(|stem| word.starts_with(stem)))
}

/// Trials and the period that a subscription is in say nothing of how long it runs.
fn is_other_date(key: &str) -> bool {
    any(key, &["trial", "current", "next", "last", "previous"], &["текущ", "проб", "послед"])
}

/// Whether the state of a subscription says that nobody pays for it yet.
pub(super) fn is_trial(key: &str) -> bool {
    any(key, &["trial", "trialing", "trialling", "incomplete"], &["пробн", "триал", "тестов"])
}

/// Whether a heading says when something begins that goes on.
pub(super) fn says_start(key: &str) -> bool {
    const WORDS: [&str; 16] = [
        "start",
        "starts",
        "started",
        "begin",
        "begins",
        "beginning",
        "from",
        "since",
        "activated",
        "effective",
        "старт",
        "с",
        "beginn",
        "von",
        "inicio",
        "inizio",
    ];
    any(key, &WORDS, &["начал", "подключ", "début", "debut"]) && !is_other_date(key)
}

/// Whether a heading says when somebody came.
pub(super) fn says_came(key: &str) -> bool {
    const WORDS: [&str; 8] = ["created", "signup", "joined", "registered", "subscribed", "acquired", "sign", "signed"];
    any(key, &WORDS, &["регистр", "подпис", "созда", "привле"]) && !is_other_date(key)
        || words::is_period_heading(key)
        || any(key, &["date", "datum", "fecha"], &["дат"])
}

/// Whether a heading says until when something runs.
pub(super) fn says_end(key: &str) -> bool {
    const WORDS: [&str; 19] = [
        "end",
        "ends",
        "ended",
        "ending",
        "until",
        "till",
        "expires",
        "expiry",
        "expiration",
        "expired",
        "to",
        "through",
        "по",
        "до",
        "ende",
        "bis",
        "fin",
        "fine",
        "hasta",
    ];
    let is_end = any(key, &WORDS, &["окончан", "оконч", "конец", "конца", "заверш"]) || key.contains("срок действия");
    is_end && !is_other_date(key) && !key.contains("end to end") && !key.contains("month end") || says_left(key)
}

/// Whether a heading says when somebody left.
pub(super) fn says_left(key: &str) -> bool {
    let stems = [
        "churn",
        "cancel",
        "terminat",
        "deactivat",
        "отток",
        "ушел",
        "ушла",
        "уход",
        "отключ",
        "расторж",
        "отказ",
        "отмен",
        "kündig",
    ];
    any(key, &["left", "gone"], &stems) && !any(key, &["reason", "rate", "feedback", "comment", "причина"], &[])
}

/// Whether a heading says until when something is paid or valid, so that any date beside it is the beginning.
pub(super) fn says_until(key: &str) -> bool {
    any(key, &["until", "till", "expires", "expiry", "expiration", "valid", "through", "bis", "до"], &[])
        || key.contains("срок действия")
}

/// What amounts under a heading are paid for, and whether it leaves no doubt.
pub(super) fn term(key: &str) -> (Term, bool) {
    if any(key, &["arr", "acv", "annual", "yearly", "year", "год", "annually"], &["годов", "jährlich"]) {
        (Term::Year, true)
    } else if any(
        key,
        &["mrr", "monthly", "month", "mo", "мес", "месяц"],
        &["ежемес", "абон", "monatlich", "mensuel", "mensual"],
    ) {
        (Term::Month, true)
    } else {
        (Term::Whole, any(key, &["tcv"], &[]))
    }
}

/// For how many months an amount is paid that comes as often as a cell says: "Annual", "Billed yearly", "раз в квартал".
pub(super) fn interval(key: &str) -> Option<f64> {
    const AROUND: [&str; 22] = [
        "billed",
        "billing",
        "paid",
        "payment",
        "plan",
        "per",
        "every",
        "each",
        "once",
        "a",
        "in",
        "advance",
        "раз",
        "в",
        "за",
        "каждый",
        "каждые",
        "оплата",
        "тариф",
        "подписка",
        "вперед",
        "на",
    ];
    let words: Vec<&str> = fold::words(key).collect();
    let is_around = |word: &&&str| !AROUND.contains(*word);
    let words: Vec<&str> = words.iter().filter(is_around).copied().collect();
    let (count, unit) = match words.as_slice() {
        [unit] => (1.0, *unit),
        [count, unit] => match count.parse::<u32>() {
            Ok(count) if (1..=60).contains(&count) => (f64::from(count), *unit),
            _ if matches!((*count, *unit), ("half", "year" | "yearly") | ("semi", "annual" | "annually")) => {
                (0.5, "year")
            }
            _ => return None,
        },
        _ => return None,
    };
    let months = match unit {
        "month"
        | "months"
        | "monthly"
        | "mo"
        | "mth"
        | "m"
        | "мес"
        | "месяц"
        | "месяца"
        | "месяцев"
        | "ежемесячно"
        | "ежемесячный"
        | "ежемесячная"
        | "месячный"
        | "месячная"
        | "помесячно"
        | "monatlich"
        | "mensuel"
        | "mensual" => 1.0,
        "quarter"
        | "quarters"
        | "quarterly"
        | "q"
        | "квартал"
        | "квартала"
        | "ежеквартально"
        | "ежеквартальный"
        | "ежеквартальная"
        | "квартальный"
        | "квартальная"
        | "поквартально" => 3.0,
        "semiannual" | "semiannually" | "biannual" | "полгода" | "полугодие" | "полугодовой" | "полугодовая" => {
            6.0
        }
        "year" | "years" | "yearly" | "yr" | "annual" | "annually" | "annum" | "год" | "года" | "лет" | "ежегодно"
        | "ежегодный" | "ежегодная" | "годовой" | "годовая" | "jährlich" | "annuel" | "anual" => {
            12.0
        }
        "biennial" | "biennially" => 24.0,
        _ => return None,
    };
    Some(count * months)
}

/// Whether a cell says that an amount is paid only once.
pub(super) fn is_once(key: &str) -> bool {
    matches!(
        key,
        "once"
            | "one time"
            | "one off"
            | "single"
            | "разово"
            | "разовый"
            | "разовая"
            | "разовый платеж"
            | "единоразово"
    )
}

/// Whether a cell says that a contract has no end.
pub(super) fn is_open(text: &str) -> bool {
    const OPEN: [&str; 16] = [
        "active",
        "present",
        "ongoing",
        "current",
        "now",
        "never",
        "open",
        "no end",
        "auto renew",
        "auto renewal",
        "бессрочно",
        "бессрочный",
        "действует",
        "активен",
        "н.в",
        "по настоящее время",
    ];
    // Some programs need a date where there is none.
    let far = ["9999", "2999", "3999", "2099", "2100"].iter().any(|year| text.contains(year));
    far || OPEN.contains(&crate::tables::fold::key(text).as_str())
}
