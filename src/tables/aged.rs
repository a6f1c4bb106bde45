//! The age that a heading of cohorts says among other words: "Retained M1", "1st renewal", "Monat 2", "Ушли через 3 мес.".

use super::fold;
use super::heading::Head;
use super::period::{DayOrder, Period};
use super::vocabulary::{AgeUnit, says_lost, step_called};
use crate::months::is_listed;

/// Beyond so many words a heading is a sentence.
const MOST_WORDS: usize = 12;

/// Lengths of time in other cases, and in other languages than the two that are spoken here.
const FOREIGN: [(AgeUnit, &[&str]); 5] = [
    (
        AgeUnit::Day,
        &["дню", "дне", "jour", "jours", "tag", "tage", "tagen", "día", "dia", "días", "dias", "giorno", "giorni"],
    ),
    (
        AgeUnit::Week,
        &["неделе", "semaine", "semaines", "woche", "wochen", "semana", "semanas", "settimana", "settimane"],
    ),
    (
        AgeUnit::Month,
        &[
            "месяцу",
            "месяце",
            "mois",
            "monat",
            "monate",
            "monaten",
            "mes",
            "meses",
            "mês",
            "mese",
            "mesi",
            "maand",
            "місяць",
            "місяці",
        ],
    ),
    (AgeUnit::Quarter, &["кварталу", "квартале", "trimestre", "trimestres", "quartal", "quartale"]),
    (
        AgeUnit::Year,
        &["году", "an", "ans", "année", "années", "jahr", "jahre", "jahren", "año", "años", "anno", "anni"],
    ),
];

/// Numbers in words, by the beginnings of those.
const NUMBERS: [(u32, &[&str]); 13] = [
    (0, &["zero", "ноль", "нулев"]),
    (1, &["one", "first", "один", "одно", "одну", "перв"]),
    (2, &["two", "second", "два", "две", "двух", "втор"]),
    (3, &["three", "third", "три", "трех", "трет"]),
    (4, &["four", "fourth", "четыр", "четверт"]),
    (5, &["five", "fifth", "пять", "пяти", "пят"]),
    (6, &["six", "sixth", "шест"]),
    (7, &["seven", "seventh", "семь", "семи", "седьм"]),
    (8, &["eight", "eighth", "восем", "восьм"]),
    (9, &["nine", "ninth", "девят"]),
    (10, &["ten", "tenth", "десят"]),
    (11, &["eleven", "eleventh", "одиннадцат"]),
    (12, &["twelve", "twelfth", "двенадцат"]),
];

/// Ends of numbers: "1st", "2-й".
pub(super) const ENDS: &str = "st nd rd th er ème eme й ый ий ой я ая ья е ое го му м х";

/// Words that stand next to an age and say whose it is, of what, how many or when: all but those of who left.
const AROUND: &str = "retained retention ret retain kept remaining remained remain active actives still alive surviving survival \
stayed staying not non did didn t paying returning returned renewal renewals renewed renew users user customers customer clients client accounts \
account subscribers subscriber logo logos people cohort cohorts net gross dollar revenue mrr arr nrr grr ndr rétention nach \
après apres удержано удержание удержания удержаны удержали осталось остались остаток оставшиеся оставшихся сохранено сохранилось \
сохранились активны активных активные активно активен живых живы живые клиент клиентов клиенты клиента пользователей \
пользователи подписчиков подписчики продление продления продлений продлили продлено вернулись вернулось возвраты когорты когорта \
выручка выручки rate share count number no n of pct percent per cent cumulative cum total доля процент число количество кол во шт \
чел накопленный накопленная накопленным итогом всего after at in on from since by end during within the a signup start age period \
periods billing cycle up off out for to date не через после на в за к ко по с от конец концу конце течение начала старта регистрации период \
периода периоды возраст жизни vs versus previous prior prev preceding last over mom предыдущему предыдущего предыдущим предыдущий \
пред прошлому прошлого прошлый сравнению отношению";

/// Words that may count as a step of their own: an age of so many of them is of no length.
const STEPLESS: &[&str] = &["renewal", "renewals", "period", "cycle", "продление", "период"];

/// The age that a heading says and nothing else; `None` where it has other words, or several numbers.
pub(super) fn age(text: &str) -> Option<Period> {
    let key = fold::key(text);
    let mut words: Vec<&str> = Vec::new();
    let mut rest = key.as_str();
    while let Some(first) = rest.chars().next() {
        if !first.is_alphanumeric() {
            // A number with a fraction is no age.
            if matches!(first, '.' | ',') && rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let same = |c: char| c.is_alphanumeric() && c.is_ascii_digit() == first.is_ascii_digit();
        let end = rest.find(|c: char| !same(c)).unwrap_or(rest.len());
        words.push(&rest[..end]);
        rest = &rest[end..];
    }
    if words.len() < 2 || words.len() > MOST_WORDS {
        return None;
    }
    let units: Vec<Option<AgeUnit>> = words.iter().map(|word| unit(word)).collect();
    let mut number = None;
    for (at, word) in words.iter().enumerate() {
        match named_number(word) {
            Some(_) if number.is_some() => return None,
            Some(n) => number = Some((at, n)),
            None if units[at].is_some() || is_around(word) || is_listed(ENDS, ' ', word) => (),
            None => return None,
        }
    }
    let Some((at, n)) = number else { return lone(&words, &units) };
    // "M1", "Month 1", "1st month"; or else the only length of time there is.
    let ends = |at: usize| words.get(at).is_some_and(|word| is_listed(ENDS, ' ', word));
    let behind = at + 1;
    let is_end = ends(behind) && (units[behind].is_none() || units[behind + 1..].iter().any(Option::is_some));
    let behind = units.get(behind + usize::from(is_end)).copied().flatten();
    let before = at.checked_sub(1).and_then(|at| units[at]);
    let stepless = words.iter().any(|word| STEPLESS.contains(word));
    let step = behind.or(before).or_else(|| {
        let mut all = units.iter().copied().flatten();
        all.next().filter(|_| all.next().is_none() && !stepless)
    });
    Some(Period::Age(step, n))
}

/// Years and a half or a quarter of one, as months: "1.5 years", "0,5 года".
pub(super) fn part_of_years(text: &str) -> Option<Period> {
    let key = fold::key(text);
    let end = key.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).filter(|end| *end > 2)?;
    let (number, behind) = key.split_at(end);
    let years: f64 = number.replace(',', ".").parse().ok()?;
    let mut words = fold::words(behind);
    let is_of_years = words.next().and_then(unit) == Some(AgeUnit::Year) && words.next().is_none();
    let months = years * 12.0;
    (is_of_years && months.fract() == 0.0 && months < 1_000.0)
        .then_some(Period::Age(Some(AgeUnit::Month), months as u32))
}

/// Ages in months where headings count some in months and others in quarters or years, and in days where some are in days or
/// weeks: "after 1 month", "after a year".
pub(super) fn of_one_length(heads: &mut [Head]) {
    let step = |head: &Head| if let Some(Period::Age(step, _)) = head.period { step } else { None };
    let mut steps = heads.iter().filter_map(step);
    let Some(first) = steps.next() else { return };
    if steps.all(|step| step == first) {
        return;
    }
    let in_days = heads.iter().filter_map(step).any(|step| matches!(step, AgeUnit::Day | AgeUnit::Week));
    for head in heads {
        let Some(Period::Age(Some(step), n)) = head.period else { continue };
        let (days, months) = match step {
            AgeUnit::Day => (1, 0),
            AgeUnit::Week => (7, 0),
            AgeUnit::Month => (30, 1),
            AgeUnit::Quarter => (90, 3),
            AgeUnit::Year => (365, 12),
        };
        let (step, times) = if in_days { (AgeUnit::Day, days) } else { (AgeUnit::Month, months) };
        head.period = Some(Period::Age(Some(step), n * times));
    }
}

/// Whether a word may stand next to an age or a period of the calendar.
fn is_around(word: &str) -> bool {
    is_listed(AROUND, ' ', word) || says_lost(word)
}

/// The period of the calendar in a heading such as "Churned Feb 2025" or "Feb 2025, active".
pub(super) fn calendar(text: &str, order: DayOrder) -> Option<Period> {
    let words: Vec<&str> = text.split([' ', ',', ':']).filter(|word| !word.is_empty()).collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let first = words.iter().position(|word| !is_around(&fold::key(word)))?;
    let last = words.iter().rposition(|word| !is_around(&fold::key(word)))?;
    let own = words[first..=last].join(" ");
    Period::of(&own, order).filter(|period| period.is_calendar() && last + 1 - first < words.len())
}

/// "After a month", "через месяц": one.
fn lone(words: &[&str], units: &[Option<AgeUnit>]) -> Option<Period> {
    let begins = words.iter().position(|word| matches!(*word, "after" | "через" | "après" | "nach"))?;
    let mut behind = units[begins + 1..].iter().copied().flatten();
    behind.next().filter(|_| behind.next().is_none()).map(|step| Period::Age(Some(step), 1))
}

/// The length of time that a word names, in many languages.
pub(super) fn unit(word: &str) -> Option<AgeUnit> {
    let foreign = || FOREIGN.iter().find(|(_, words)| words.contains(&word)).map(|(step, _)| *step);
    step_called(word).or_else(foreign)
}

/// The number that a word is.
fn named_number(word: &str) -> Option<u32> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok().filter(|n| *n < 1_000);
    }
    let begins = |begin: &&str| match begin.is_ascii() {
        true => word == *begin,
        false => word.starts_with(*begin),
    };
    NUMBERS.iter().find(|(_, known)| known.iter().any(begins)).map(|(n, _)| *n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_the_calendar_are_said_among_other_words() {
        for (text, month) in [
            ("Churned Feb 2025", Some(2)),
            ("Feb 2025 churn", Some(2)),
            ("Retained in 2025-03", Some(3)),
            ("Отток за янв 2025", Some(1)),
            ("Feb 2025", None),
            ("Budget Feb 2025", None),
            ("Churned", None),
        ] {
            let wanted = month.map(|month| Period::Month(2025, month));
            assert_eq!(calendar(text, DayOrder::DayFirst), wanted, "{text}");
        }
    }

    #[test]
    fn ages_are_said_among_many_words() {
        use AgeUnit::{Month, Quarter, Week, Year};
        for (text, step, n) in [
            ("Retained M1", Some(Month), 1),
            ("Retention, month 2", Some(Month), 2),
            ("M3 retention", Some(Month), 3),
            ("Month one", Some(Month), 1),
            ("Second month", Some(Month), 2),
            ("Mois 1", Some(Month), 1),
            ("Monat 12", Some(Month), 12),
            ("Nach 3 Monaten", Some(Month), 3),
            ("Через 1 мес.", Some(Month), 1),
            ("Через месяц", Some(Month), 1),
            ("After a year", Some(Year), 1),
            ("Удержание на 2-й месяц", Some(Month), 2),
            ("Осталось через 3 месяца", Some(Month), 3),
            ("Первый месяц", Some(Month), 1),
            ("1st renewal", None, 1),
            ("Renewal 2", None, 2),
            ("2-е продление", None, 2),
            ("Period 4", None, 4),
            ("Active users W8", Some(Week), 8),
            ("Q2 retention", Some(Quarter), 2),
            ("Users still active in month 6, %", Some(Month), 6),
            ("M1 retention vs previous month", Some(Month), 1),
            ("Retention 2 vs previous month", Some(Month), 2),
            ("Lost after 1 month", Some(Month), 1),
            ("Churned M2", Some(Month), 2),
            ("Month 2 churn", Some(Month), 2),
            ("Отток, мес. 3", Some(Month), 3),
            ("Ушли в 1-й месяц", Some(Month), 1),
        ] {
            assert_eq!(age(text), Some(Period::Age(step, n)), "{text}");
        }
        for text in [
            "Size",
            "Retention",
            "LTV 12",
            "Month 1 to month 3",
            "Plan 2",
            "1.5 months",
            "",
            "12",
            "ARPU M1",
            "Top 10 clients",
        ] {
            assert_eq!(age(text), None, "{text}");
        }
    }
}
