//! Headings over the names of rows: accounts and cohorts.

use super::begins_with;
use crate::tables::fold;

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

/// Whether a heading stands over the names of accounts or cohorts, and is the name of none.
pub fn names_rows(key: &str) -> bool {
    ACCOUNTS.contains(&key) || COHORTS.contains(&key)
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
    let words = || fold::words(key);
    let is_account = |word: &str| STEMS.iter().any(|stem| word.starts_with(stem));
    words().any(is_account) && words().all(|word| is_account(word) || KNOWN_BY.contains(&word))
}

/// Whether a name is that of all clients that are not listed, or not known: "Others (213 clients)", "(blank)".
pub fn is_of_several(key: &str) -> bool {
    const OTHERS: &[&str] = &[
        "other",
        "others",
        "all other",
        "all others",
        "rest",
        "the rest",
        "everyone else",
        "long tail",
        "прочие",
        "прочее",
        "остальные",
        "другие",
        "другие клиенты",
        "sonstige",
        "autres",
        "otros",
        "outros",
        "altri",
        "інші",
    ];
    // What a program writes where a payment names no client.
    const NOBODY: &[&str] = &[
        "(blank)",
        "(none)",
        "(not set)",
        "unassigned",
        "unknown",
        "unknown client",
        "unknown customer",
        "no client",
        "no customer",
        "(пусто)",
        "не указан",
        "не указано",
        "без клиента",
        "неизвестно",
        "неизвестный клиент",
    ];
    begins_with(key, OTHERS) || NOBODY.contains(&key)
}

/// Whether a heading stands over what many clients have in common, and names none of them: a plan, a region.
pub fn is_group_heading(key: &str) -> bool {
    const GROUPS: &[&str] = &[
        "plan",
        "tier",
        "segment",
        "region",
        "country",
        "category",
        "type",
        "industry",
        "source",
        "channel",
        "owner",
        "тариф",
        "сегмент",
        "регион",
        "страна",
        "категория",
        "тип",
        "отрасль",
        "источник",
        "канал",
        "менеджер",
        "ответственный",
    ];
    GROUPS.contains(&key)
}

/// Whether a heading names accounts.
pub fn is_account_heading(key: &str) -> bool {
    let is_part = |part: &str| is_first_name(part) || is_last_name(part) || is_middle_name(part);
    ACCOUNTS.contains(&key) || key.contains(", ") && key.split(", ").all(is_part)
}

/// Whether a heading stands over first names, where a last name has a column of its own.
pub fn is_first_name(key: &str) -> bool {
    const FIRST: &[&str] = &[
        "first name",
        "firstname",
        "given name",
        "forename",
        "имя",
        "имя клиента",
        "vorname",
        "prénom",
        "prenom",
        "nombre",
        "nome",
        "imię",
        "ім'я",
    ];
    FIRST.contains(&key)
}

/// Whether a heading stands over last names.
pub fn is_last_name(key: &str) -> bool {
    const LAST: &[&str] = &[
        "last name",
        "lastname",
        "surname",
        "family name",
        "фамилия",
        "фамилия клиента",
        "nachname",
        "nom",
        "apellido",
        "apellidos",
        "cognome",
        "sobrenome",
        "nazwisko",
        "прізвище",
    ];
    LAST.contains(&key)
}

/// Whether a heading stands over middle names.
pub fn is_middle_name(key: &str) -> bool {
    matches!(key, "middle name" | "patronymic" | "отчество" | "по батькові")
}

/// Whether a heading names cohorts.
pub fn is_cohort_heading(key: &str) -> bool {
    COHORTS.contains(&key) || key.starts_with("когорта ") || key.starts_with("cohort ")
}
