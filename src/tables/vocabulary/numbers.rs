//! Headings over periods, sizes, amounts and their currency.

/// Headings of a column of periods, or of the corner above names of periods.
const PERIODS: &[&str] = &[
    "month",
    "period",
    "date",
    "week",
    "quarter",
    "year",
    "day",
    "age",
    "month number",
    "period number",
    "months",
    "cohort age",
    "months since",
    "months since signup",
    "month since",
    "tenure",
    "cohort period",
    "renewal",
    "renewals",
    "lifetime month",
    "месяц",
    "период",
    "дата",
    "неделя",
    "квартал",
    "год",
    "день",
    "возраст",
    "номер месяца",
    "номер периода",
    "месяц жизни",
    "возраст когорты",
    "месяцев с начала",
    "период жизни",
    "продление",
    "месяцы",
    "отчетный период",
    "отчетный месяц",
];

/// Headings of a column of sizes.
const SIZES: &[&str] = &[
    "size",
    "cohort size",
    "users",
    "new users",
    "customers",
    "new customers",
    "clients",
    "new clients",
    "n",
    "count",
    "number",
    "number of users",
    "number of customers",
    "number of clients",
    "people",
    "subscribers",
    "accounts",
    "new",
    "acquired",
    "start",
    "initial",
    "total users",
    "total customers",
    "total clients",
    "signups",
    "sign ups",
    "registrations",
    "installs",
    "starting",
    "размер",
    "размер когорты",
    "пользователи",
    "пользователей",
    "новые пользователи",
    "новых пользователей",
    "клиенты",
    "клиентов",
    "новые клиенты",
    "новых клиентов",
    "количество",
    "кол во",
    "кол во клиентов",
    "количество клиентов",
    "число",
    "число клиентов",
    "всего клиентов",
    "всего пользователей",
    "чел",
    "человек",
    "людей",
    "подписчики",
    "регистрации",
    "установки",
    "привлечено",
    "пришло",
    "начало",
    "старт",
    "на старте",
    "объем",
    "объем когорты",
    "численность",
    "покупатели",
    "покупателей",
];

/// Whether a heading stands over the currency of each row.
pub fn is_currency_heading(key: &str) -> bool {
    matches!(key, "currency" | "валюта")
}

/// Whether a heading stands over names of periods.
pub fn is_period_heading(key: &str) -> bool {
    PERIODS.contains(&key)
}

/// Whether a heading stands over sizes of cohorts.
pub fn is_size_heading(key: &str) -> bool {
    const BEFORE: &[&str] = &["starting ", "initial ", "opening ", "cohort "];
    const BEHIND: &[&str] = &[
        " at start",
        " at the start",
        " at signup",
        " in cohort",
        " in the cohort",
        " в когорте",
        " на старте",
        " в начале",
        " на начало",
        " начальное",
    ];
    let bare = BEFORE.iter().find_map(|word| key.strip_prefix(word)).unwrap_or(key);
    let bare = BEHIND.iter().find_map(|words| bare.strip_suffix(words)).unwrap_or(bare);
    SIZES.contains(&bare)
}

/// Whether a heading stands over sizes even where they come behind the ages.
pub fn is_surely_size(key: &str) -> bool {
    matches!(key, "size" | "cohort size" | "размер" | "размер когорты" | "объем когорты")
}

/// Headings of a column of amounts in a list of one account, or cohort, and period a row.
pub fn is_value_heading(key: &str) -> bool {
    const VALUES: &[&str] = &[
        "amount",
        "revenue",
        "mrr",
        "arr",
        "sum",
        "value",
        "sales",
        "turnover",
        "paid",
        "amount paid",
        "paid amount",
        "in",
        "incoming",
        "received",
        "money in",
        "paid in",
        "price",
        "credit",
        "total",
        "active",
        "active users",
        "retained",
        "retention",
        "users",
        "customers",
        "clients",
        "count",
        "сумма",
        "выручка",
        "оборот",
        "продажи",
        "оплата",
        "доход",
        "платеж",
        "приход",
        "поступление",
        "поступило",
        "зачислено",
        "значение",
        "активные",
        "осталось",
        "удержание",
        "клиентов",
        "пользователей",
        "количество",
    ];
    VALUES.contains(&key)
}
