//! Words within headings and titles: what they count, how long their periods are, whether these have come to pass. They are
//! compared as [`super::fold::key`] gives them.

use super::fold;
use super::vocabulary::{AgeUnit, step_called};

/// The length of time that a heading over ages or periods speaks of: "Month", "weeks since signup"; `None` where there is none or
/// more than one.
pub fn step_over(key: &str) -> Option<AgeUnit> {
    // A letter alone may be anything.
    let words = fold::words(key).filter(|word| word.chars().count() > 2);
    let mut steps: Vec<AgeUnit> = words.filter_map(step_called).collect();
    steps.dedup();
    if let [step] = steps[..] { Some(step) } else { None }
}

/// The length of time that a title says the table goes by: "Weekly retention", "Выручка по кварталам".
pub fn step_by(key: &str) -> Option<AgeUnit> {
    const BY: [(AgeUnit, &[&str]); 5] = [
        (AgeUnit::Day, &["by day", "daily", "по дням", "ежедневн"]),
        (AgeUnit::Week, &["by week", "weekly", "по неделям", "еженедельн", "понедельн"]),
        (AgeUnit::Month, &["by month", "monthly", "по месяцам", "ежемесячн", "помесячн"]),
        (AgeUnit::Quarter, &["by quarter", "quarterly", "по кварталам", "ежеквартальн", "поквартальн"]),
        (AgeUnit::Year, &["by year", "yearly", "annual", "по годам", "ежегодн", "годовая", "годовое"]),
    ];
    let mut said = BY.iter().filter(|(_, words)| words.iter().any(|word| key.contains(word)));
    said.next().filter(|_| said.next().is_none()).map(|(step, _)| *step)
}

/// Whether words before the name of a period say that revenue stands under it.
pub fn is_revenue(key: &str) -> bool {
    const REVENUE: &[&str] = &[
        "revenue",
        "mrr",
        "arr",
        "sales",
        "turnover",
        "amount",
        "invoiced",
        "billed",
        "выручка",
        "оборот",
        "продажи",
        "оплата",
        "доход",
        "сумма",
        "выручка за",
        "оборот за",
        "продажи за",
        "сумма за",
        "revenue in",
        "revenue for",
    ];
    // A pivot says so of what it adds up.
    let bare = ["sum of ", "сумма по полю "].iter().find_map(|words| key.strip_prefix(words));
    REVENUE.contains(&bare.unwrap_or(key))
}

/// Whether a heading or a title says that shares are of what was left a period before.
pub fn is_of_previous(key: &str) -> bool {
    const OF: &[&str] = &[
        "vs previous",
        "vs. previous",
        "versus previous",
        "vs prior",
        "vs. prior",
        "versus prior",
        "vs prev",
        "vs. prev",
        "vs last",
        "vs. last",
        "of previous",
        "of the previous",
        "of prior",
        "of the prior",
        "of prev",
        "from previous",
        "from the previous",
        "from prior",
        "from the prior",
        "over previous",
        "over the previous",
        "over prior",
        "to previous",
        "to the previous",
        "month over month",
        "month on month",
        "period over period",
        "quarter over quarter",
        "year over year",
        "m/m",
        "q/q",
        "y/y",
        "к предыдущ",
        "от предыдущ",
        "с предыдущ",
        "к пред.",
        "от пред.",
        "к прошл",
        "от прошл",
        "м/м",
    ];
    OF.iter().any(|part| key.contains(part)) || fold::words(key).any(|word| word == "mom")
}

/// Whether words about those who left are surely no words about those who are left.
pub fn is_gone(key: &str) -> bool {
    key.split(' ').any(|word| word != "left" && super::vocabulary::says_lost(word))
}

/// Whether a heading counts from the start on, to some age, or a title says so of the whole table: "after 2 months", "к концу
/// 2-го месяца", "Cumulative churn".
pub fn is_so_far(key: &str, title: bool) -> bool {
    const PARTS: &[&str] = &["cumulative", "to date", "so far", "накоп", "нараст"];
    const ENDS: &[&str] = &["by the end", "к концу", "с начала"];
    const WORDS: &[&str] = &["after", "by", "since", "total", "через", "после", "всего", "nach"];
    let says = |parts: &[&str]| parts.iter().any(|part| key.contains(part));
    says(PARTS) || !title && (says(ENDS) || key.split(' ').any(|word| WORDS.contains(&word)))
}

/// Whether a title says that numbers are added up from period to period.
pub fn is_running(key: &str) -> bool {
    is_so_far(key, true) || key.contains("running total") || is_of_the_year(key)
}

/// Whether a title says that numbers are added up anew each year.
pub fn is_of_the_year(key: &str) -> bool {
    fold::words(key).any(|word| word == "ytd") || key.contains("year to date") || key.contains("с начала года")
}

/// Whether a heading counts what came within a period, or a title says so of the whole table: "during month 2", "ежемесячный
/// отток".
pub fn is_within(key: &str, title: bool) -> bool {
    const PARTS: &[&str] = &["ежемесячн", "помесячн", "ежеквартальн"];
    const OFTEN: &[&str] = &["monthly", "quarterly", "weekly", "yearly", "annual"];
    const WORDS: &[&str] = &["during", "within", "in", "в", "за", "new"];
    let says = |words: &[&str]| key.split(' ').any(|word| words.contains(&word));
    PARTS.iter().any(|part| key.contains(part)) || says(OFTEN) || !title && says(WORDS)
}

/// Whether a heading measures a client and not a cohort: "ARPU", "Average order", "Средний чек".
pub fn is_of_each(key: &str) -> bool {
    const EACH: &[&str] = &[
        "per",
        "average",
        "avg",
        "arpu",
        "arppu",
        "arpa",
        "aov",
        "price",
        "cpa",
        "rate",
        "score",
        "средняя",
        "средний",
        "среднее",
        "чек",
        "цена",
        "балл",
    ];
    let of_one = ["на клиент", "на пользоват", "на одн"].iter().any(|part| key.contains(part));
    of_one || fold::words(key).any(|word| EACH.contains(&word))
}

/// Whether a heading or a title says that what was paid stands below it, and not how many paid.
pub fn is_paid(key: &str) -> bool {
    let words = || fold::words(key);
    const WHO: &[&str] = &["client", "customer", "user", "logo", "клиент", "пользоват", "покупат"];
    const PAID: &[&str] = &["gmv", "income", "receipts", "выручки", "доходы", "поступления", "платежи", "деньги"];
    words().any(|word| is_revenue(word) || PAID.contains(&word))
        && !is_of_each(key)
        && !words().any(|word| WHO.iter().any(|who| word.starts_with(who)))
}

/// Whether a heading says what is measured and names no period: `true` where that is revenue.
pub fn measures(key: &str) -> Option<bool> {
    const OTHER: &[&str] = &[
        "price",
        "unit price",
        "quantity",
        "qty",
        "units",
        "licenses",
        "licences",
        "seats",
        "users",
        "orders",
        "margin",
        "cost",
        "profit",
        "growth",
        "balance",
        "debt",
        "цена",
        "количество",
        "кол во",
        "лицензии",
        "пользователи",
        "заказы",
        "маржа",
        "затраты",
        "себестоимость",
        "прибыль",
        "рост",
        "долг",
        "остаток",
    ];
    let name = key.split([',', '(']).next().unwrap_or_default().trim();
    if is_revenue(name) {
        return Some(true);
    }
    OTHER.contains(&name).then_some(false)
}

/// Whether a heading measures an account at one time, in words of bookkeeping or of client lists: "Дебет", "Overdue", "ARPA".
pub fn is_of_account(key: &str) -> bool {
    const STEMS: &[&str] = &[
        "debit",
        "credit",
        "balance",
        "overdue",
        "debt",
        "score",
        "ltv",
        "arpa",
        "arpu",
        "mrr",
        "arr",
        "price",
        "cost",
        "profit",
        "margin",
        "дебет",
        "кредит",
        "сальдо",
        "остат",
        "долг",
        "задолж",
        "просроч",
        "цена",
        "прибыл",
        "маржа",
        "затрат",
        "себестоим",
    ];
    fold::words(key).any(|word| STEMS.iter().any(|stem| word.starts_with(stem))) || measures(key) == Some(false)
}

/// Whether a heading stands over what is planned and has not come to pass.
pub fn is_planned(key: &str) -> bool {
    const PLANS: &[&str] = &[
        "plan",
        "planned",
        "forecast",
        "forecasted",
        "fcst",
        "budget",
        "budgeted",
        "target",
        "estimate",
        "estimated",
        "est",
        "projected",
        "projection",
        "proj",
        "outlook",
        "план",
        "плановый",
        "плановая",
        "прогноз",
        "прогнозный",
        "прогнозная",
        "бюджет",
        "цель",
        "оценка",
        "ожидаемый",
        "ожидаемая",
        "ожидание",
    ];
    // "Next year", "следующий квартал".
    let mut words = fold::words(key);
    let is_next = words.next().is_some_and(|word| word == "next" || word.starts_with("следующ"));
    let is_to_come = is_next && words.any(|word| step_called(word).is_some());
    is_to_come || fold::words(key).any(|word| PLANS.contains(&word))
}

/// Whether a word next to a period says that it has come to pass.
pub fn is_actual(key: &str) -> bool {
    matches!(key, "actual" | "actuals" | "fact" | "факт" | "фактически")
}

/// Whether what stands in brackets behind a period says how much of it there is: "2025 (9 months)".
pub fn is_part(key: &str) -> bool {
    let Some((_, inner)) = key.split_once('(') else { return false };
    let mut words = fold::words(inner);
    let counted = inner.contains(|c: char| c.is_ascii_digit()) && words.any(|word| step_called(word).is_some());
    counted || is_unfinished(key)
}

/// Whether what stands in brackets behind a period says that it is not over: "Mar 2025 (MTD)".
pub fn is_unfinished(key: &str) -> bool {
    key.split_once('(').is_some_and(|(_, inner)| says_unfinished(inner))
}

/// Whether words, such as those of a note, say that a period is not over.
pub fn says_unfinished(key: &str) -> bool {
    const PARTS: [&str; 10] =
        ["ytd", "qtd", "mtd", "to date", "so far", "partial", "incomplete", "неполн", "не закончен", "с начала"];
    PARTS.iter().any(|part| key.contains(part))
}

/// Whether a heading such as \"Last year\" says that a period was before now, or with `false` that it is now.
pub fn is_before(key: &str) -> Option<bool> {
    const BEFORE: &[&str] =
        &["last", "previous", "prior", "before", "прошлый", "прошлая", "предыдущий", "раньше", "было"];
    const NOW: &[&str] =
        &["this", "current", "now", "after", "latest", "текущий", "текущая", "этот", "сейчас", "стало"];
    key.split(' ').find_map(|word| match (BEFORE.contains(&word), NOW.contains(&word)) {
        (false, false) => None,
        (before, _) => Some(before),
    })
}
