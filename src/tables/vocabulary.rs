//! Words that headings and rows are known by, in both languages. They are compared as [`super::fold::key`] gives them.

/// A length of time that ages are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

const STEPS: [(AgeUnit, &[&str]); 5] = [
    (AgeUnit::Day, &["day", "days", "d", "день", "дня", "дней", "дн", "д", "сутки", "суток"]),
    (AgeUnit::Week, &["week", "weeks", "wk", "w", "неделя", "недели", "недель", "нед", "неделю"]),
    (AgeUnit::Month, &["month", "months", "mo", "mon", "mth", "m", "месяц", "месяца", "месяцев", "мес", "м"]),
    (AgeUnit::Quarter, &["quarter", "quarters", "qtr", "q", "квартал", "квартала", "кварталов", "кв"]),
    (AgeUnit::Year, &["year", "years", "yr", "yrs", "y", "год", "года", "лет", "г"]),
];

/// The length of time that a word in lower case stands for.
pub fn step_called(word: &str) -> Option<AgeUnit> {
    STEPS.iter().find(|(_, words)| words.contains(&word)).map(|(step, _)| *step)
}

/// Headings of a column that names accounts.
const ACCOUNTS: &[&str] = &[
    "client",
    "clients",
    "client name",
    "customer",
    "customers",
    "customer name",
    "account",
    "accounts",
    "account name",
    "company",
    "company name",
    "organization",
    "organisation",
    "counterparty",
    "name",
    "logo",
    "subscriber",
    "partner",
    "buyer",
    "merchant",
    "клиент",
    "клиенты",
    "имя клиента",
    "название клиента",
    "наименование клиента",
    "контрагент",
    "контрагенты",
    "заказчик",
    "покупатель",
    "компания",
    "организация",
    "название",
    "наименование",
    "название компании",
    "аккаунт",
    "партнер",
    "абонент",
    "имя",
    "фио",
    "юрлицо",
    "client / period",
    "client/period",
];

/// Headings of a column that names cohorts.
const COHORTS: &[&str] = &[
    "cohort",
    "cohorts",
    "cohort month",
    "cohort date",
    "cohort name",
    "cohort week",
    "cohort year",
    "signup month",
    "sign up month",
    "signup date",
    "sign up date",
    "signup",
    "acquired",
    "acquisition month",
    "acquisition date",
    "first order month",
    "first purchase month",
    "joined",
    "start month",
    "start date",
    "registration month",
    "segment",
    "vintage",
    "first order",
    "first purchase",
    "when acquired",
    "cohort \\ month",
    "cohort / month",
    "cohort/month",
    "когорта",
    "когорты",
    "месяц когорты",
    "дата когорты",
    "когорта / месяц",
    "когорта/месяц",
    "месяц регистрации",
    "дата регистрации",
    "месяц привлечения",
    "месяц старта",
    "месяц первой покупки",
    "месяц первого заказа",
    "первая покупка",
    "регистрация",
    "привлечены",
    "сегмент",
    "год привлечения",
    "пришли",
    "неделя когорты",
];

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
pub(super) fn begins_with(key: &str, list: &[&str]) -> bool {
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    list.iter().filter(|name| bare.starts_with(**name)).any(|name| {
        let taken = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
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

/// Whether a name ends with a word of averages, behind words that only say of what: "Monthly average".
fn ends_as_average(key: &str) -> bool {
    const OF: &[&str] =
        &["monthly", "quarterly", "yearly", "annual", "weekly", "overall", "simple", "rolling", "moving", "trailing"];
    let words: Vec<&str> = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
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
    let words: Vec<&str> = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
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
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    [words.next(), words.next_back()].into_iter().flatten().any(is_surely_total)
}

/// Whether a heading speaks of those who left.
pub fn says_lost(key: &str) -> bool {
    const LOST: &[&str] = &[
        "churn",
        "lost",
        "loss",
        "left",
        "attrition",
        "cancel",
        "drop",
        "inactive",
        "gone",
        "departed",
        "kündig",
        "abwander",
        "perdu",
        "résili",
        "отток",
        "ушл",
        "ушед",
        "уход",
        "потер",
        "выбы",
        "отвал",
        "отписал",
        "неактивн",
        "расторг",
    ];
    is_denied(key) || LOST.iter().any(|word| key.split(' ').any(|part| part.starts_with(word)))
}

/// Whether a heading says that somebody was not kept: "not retained", "не продлили".
fn is_denied(key: &str) -> bool {
    const DENIED: &[&str] = &[
        "not ret",
        "didn",
        "did not",
        "not ren",
        "non ren",
        "not active",
        "не удерж",
        "не продл",
        "не остал",
        "не верн",
    ];
    DENIED.iter().any(|part| key.contains(part))
}

/// Whether a heading counts those who left, and does not speak of those who stayed.
pub fn counts_lost(key: &str) -> bool {
    is_denied(key) || says_lost(key) && !says_kept(key)
}

/// Whether a title or a heading speaks of those who stayed.
pub fn says_kept(key: &str) -> bool {
    ["retention", "retained", "kept", "remaining", "удержан", "остал", "остав", "сохран"]
        .iter()
        .any(|word| key.contains(word))
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

/// Whether a heading stands over the names of accounts or cohorts, and is the name of none.
pub fn names_rows(key: &str) -> bool {
    ACCOUNTS.contains(&key) || COHORTS.contains(&key)
}

/// Whether a heading stands over the currency of each row.
pub fn is_currency_heading(key: &str) -> bool {
    matches!(key, "currency" | "валюта")
}

/// Whether a heading names accounts and nothing else: "Name" may be that of a deal.
pub fn is_surely_account_heading(key: &str) -> bool {
    const ANYTHING: &[&str] = &["name", "название", "наименование", "имя", "фио"];
    is_account_heading(key) && !ANYTHING.contains(&key)
}

/// Whether a heading calls accounts by what they are known by: "Customer Email", "ID клиента", "Associated company".
pub fn is_called_by_account(key: &str) -> bool {
    const STEMS: &[&str] = &[
        "client",
        "customer",
        "company",
        "account",
        "subscriber",
        "buyer",
        "user",
        "клиент",
        "контрагент",
        "компани",
        "покупател",
        "заказчик",
        "организаци",
        "плательщик",
    ];
    const KNOWN_BY: &[&str] =
        &["name", "id", "email", "mail", "e", "associated", "имя", "название", "наименование", "почта"];
    let words = || key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_account = |word: &str| STEMS.iter().any(|stem| word.starts_with(stem));
    words().any(is_account) && words().all(|word| is_account(word) || KNOWN_BY.contains(&word))
}

/// Whether a heading names accounts.
pub fn is_account_heading(key: &str) -> bool {
    ACCOUNTS.contains(&key)
}

/// Whether a heading names cohorts.
pub fn is_cohort_heading(key: &str) -> bool {
    COHORTS.contains(&key) || key.starts_with("когорта ") || key.starts_with("cohort ")
}

/// Whether a heading stands over names of periods.
pub fn is_period_heading(key: &str) -> bool {
    PERIODS.contains(&key)
}

/// Whether a heading stands over sizes of cohorts.
pub fn is_size_heading(key: &str) -> bool {
    const BEFORE: &[&str] = &["starting ", "initial ", "opening "];
    const BEHIND: &[&str] =
        &[" at start", " at the start", " at signup", " на старте", " в начале", " на начало", " начальное"];
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

/// Whether a sign for no observation may as well stand for one: a cross, a question mark.
pub fn is_doubtful_blank(text: &str) -> bool {
    matches!(text, "x" | "X" | "х" | "Х" | "?" | "*" | "tbd" | "TBD")
}

/// What spreadsheets write for a value that is not available, which may be written on purpose.
const UNAVAILABLE: &[&str] = &["#N/A", "#N/D", "#NV", "#Н/Д"];

/// What spreadsheets write where a formula has failed.
const BROKEN: &[&str] = &[
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#UNKNOWN!",
    "#ERROR!",
    "#GETTING_DATA",
    "#ССЫЛКА!",
    "#ЗНАЧ!",
    "#ДЕЛ/0!",
    "#ИМЯ?",
    "#ЧИСЛО!",
    "#ПУСТО!",
    "#ПЕРЕНОС!",
    "#ВЫЧИСЛ!",
    "#ПОЛЕ!",
    "#ОШИБКА!",
];

/// Whether a formula has failed here: what the cell holds is not known.
pub fn is_broken(text: &str) -> bool {
    let code = |digits: &str| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
    text.strip_prefix("Err:").is_some_and(code)
        || text.starts_with('#') && text.len() <= 24 && BROKEN.contains(&text.to_uppercase().as_str())
}

/// Whether a formula gave no value, has it failed or was it asked for nothing.
pub fn is_error(text: &str) -> bool {
    is_broken(text) || text.starts_with('#') && text.len() <= 24 && UNAVAILABLE.contains(&text.to_uppercase().as_str())
}

/// Whether a cell of a map says that nothing is known; a formula that has failed says nothing of that.
pub fn says_nothing(text: &str) -> bool {
    is_not_yet(text) && !is_broken(text)
}

/// What a cell of numbers says instead of one that is not there yet; in a map the same words are a card.
pub fn is_not_counted(text: &str) -> bool {
    const NONE: &[&str] = &[
        "n.d.",
        "n/d",
        "n.m.",
        "n/m",
        "nm",
        "tba",
        "not yet",
        "not available",
        "pending",
        "еще нет",
        "пока нет",
        "рано",
        "н/п",
        "неприменимо",
        "не применимо",
    ];
    let is_likely = text.len() <= 24 && !text.starts_with(|c: char| c.is_ascii_digit());
    is_likely && NONE.contains(&text.to_lowercase().replace('ё', "е").as_str())
}

/// What a cell says that holds no observation.
pub fn is_not_yet(text: &str) -> bool {
    const NONE: &[&str] = &[
        "-",
        "--",
        "---",
        "\u{2010}",
        "\u{2011}",
        "\u{2012}",
        "\u{2013}",
        "\u{2014}",
        "\u{2015}",
        "\u{2212}",
        "\u{2026}",
        "...",
        ".",
        "*",
        "?",
        "x",
        "х",
        "null",
        "nil",
        "none",
        "nan",
        "na",
        "n/a",
        "n.a.",
        "n\\a",
        "н/д",
        "н.д.",
        "нд",
        "нет",
        "нет данных",
        "no data",
        "tbd",
        "(blank)",
        "(пусто)",
        "пусто",
        "undefined",
    ];
    if text.len() > 24 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let lower = text.to_lowercase();
    NONE.contains(&lower.as_str()) || is_error(text)
}
