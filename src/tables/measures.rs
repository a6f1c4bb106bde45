//! Rows that measure the others: how many clients there are, how revenue grows, the least and the most. They are no client and
//! no cohort.

use super::fold;
use super::vocabulary::begins_with;

/// How much a name says that its row measures the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Nobody is called so.
    Surely,
    /// Hardly anybody is called so: "Budget".
    Likely,
    /// Somebody may well be called so: "Target", "Max".
    Maybe,
}

const SURELY: &[&str] = &[
    "number of",
    "active clients",
    "active customers",
    "active accounts",
    "active users",
    "paying customers",
    "paying clients",
    "client count",
    "customer count",
    "account count",
    "user count",
    "count of",
    "arpa",
    "arpu",
    "arppu",
    "mom",
    "yoy",
    "qoq",
    "m/m",
    "y/y",
    "q/q",
    "growth rate",
    "mrr growth",
    "arr growth",
    "revenue growth",
    "sales growth",
    "mom growth",
    "yoy growth",
    "qoq growth",
    "mom change",
    "yoy change",
    "net new mrr",
    "net new arr",
    "net new revenue",
    "new mrr",
    "new arr",
    "new business mrr",
    "expansion mrr",
    "contraction mrr",
    "reactivation mrr",
    "churned mrr",
    "churned revenue",
    "churn mrr",
    "lost mrr",
    "churn rate",
    "customer churn",
    "revenue churn",
    "logo churn",
    "mrr churn",
    "nrr",
    "grr",
    "ndr",
    "net revenue retention",
    "gross revenue retention",
    "net retention",
    "gross retention",
    "retention rate",
    "user retention",
    "customer retention",
    "revenue retention",
    "std dev",
    "std. dev",
    "stdev",
    "st. dev",
    "std",
    "standard deviation",
    "running total",
    "cumulative total",
    "cumulative revenue",
    "share of total",
    "% of total",
    "of total",
    "mrr на начало",
    "mrr на конец",
    "arr на начало",
    "arr на конец",
    "новый mrr",
    "потерянный mrr",
    "количество клиентов",
    "количество активных клиентов",
    "количество пользователей",
    "кол во клиентов",
    "кол во активных клиентов",
    "число клиентов",
    "активных клиентов",
    "активные клиенты",
    "средний чек",
    "выручка на клиента",
    "выручка на одного клиента",
    "прирост",
    "темп роста",
    "темпы роста",
    "темп прироста",
    "темпы прироста",
    "рост выручки",
    "прирост выручки",
    "рост к прошлому",
    "изменение к",
    "доля в",
    "доля от",
    "нарастающим итогом",
    "накопленным итогом",
    "накопительно",
    "процент оттока",
    "доля оттока",
    "отток клиентов",
    "отток выручки",
    "отток",
    "процент удержания",
    "удержание клиентов",
    "удержание выручки",
    "удержание",
    "стандартное отклонение",
    "станд. отклонение",
    "ско",
    "справочно",
];

/// Lines of a statement of profit and loss.
const PROFIT: &[&str] = &[
    "cogs",
    "cost of goods sold",
    "cost of sales",
    "cost of revenue",
    "gross profit",
    "operating profit",
    "operating income",
    "operating expenses",
    "opex",
    "ebitda",
    "ebit",
    "net profit",
    "net income",
    "себестоимость",
    "себестоимость продаж",
    "валовая прибыль",
    "операционная прибыль",
    "операционные расходы",
    "коммерческие расходы",
    "управленческие расходы",
    "чистая прибыль",
    "прибыль до",
];

/// Words before a part of what stands above it.
const OF_WHICH: &[&str] = &["of which", "including ", "incl. ", "thereof", "в том числе", "в т.ч", "в т. ч", "из них"];

const LIKELY: &[&str] = &[
    "churned",
    "churned customers",
    "churned clients",
    "lost customers",
    "lost clients",
    "ушли",
    "новые",
    "расширение",
    "сокращение",
    "сжатие",
    "реактивация",
    "new",
    "new business",
    "expansion",
    "contraction",
    "downgrade",
    "downgrades",
    "upgrades",
    "reactivation",
    "starting",
    "ending",
    "opening",
    "closing",
    "на начало",
    "на конец",
    "ушедшие",
    "ушедшие клиенты",
    "новые клиенты",
    "новых клиентов",
    "new customers",
    "new clients",
    "plan",
    "forecast",
    "budget",
    "growth",
    "cumulative",
    "variance",
    "difference",
    "count",
    "retention",
    "churn",
    "mrr",
    "arr",
    "revenue",
    "recurring revenue",
    "sales",
    "customers",
    "clients",
    "accounts",
    "subscribers",
    "users",
    "выручка",
    "клиенты",
    "клиентов",
    "клиентов всего",
    "пользователи",
    "план",
    "прогноз",
    "бюджет",
    "рост",
    "динамика",
    "изменение",
    "разница",
    "отклонение",
    "доля",
    "проверка",
    "ндс",
    "vat",
];

const MAYBE: &[&str] = &[
    "min",
    "max",
    "minimum",
    "maximum",
    "lowest",
    "highest",
    "change",
    "delta",
    "blended",
    "benchmark",
    "target",
    "goal",
    "мин",
    "макс",
    "минимум",
    "максимум",
    "цель",
    "бенчмарк",
    "контроль",
];

/// Whether a name, as [`super::fold::key`] gives it, stands for a measure of the other rows.
pub fn called(key: &str) -> Option<Measure> {
    let key = key.trim_start_matches(['%', ' ']);
    if begins_with(key, SURELY) || is_of_profit(key) || OF_WHICH.iter().any(|word| key.starts_with(word)) {
        Some(Measure::Surely)
    } else if begins_with(key, LIKELY) || ends_as_measure(key) {
        Some(Measure::Likely)
    } else if begins_with(key, MAYBE) {
        Some(Measure::Maybe)
    } else {
        None
    }
}

/// Whether a name is one of a line of a statement of profit and loss.
pub fn is_of_profit(key: &str) -> bool {
    begins_with(key, PROFIT)
}

/// Whether a heading counts who or what came in a period of the calendar, beside those who were there: no cohort is told by that.
pub fn counts_who_came(key: &str) -> bool {
    const CAME: &[&str] = &[
        "new",
        "added",
        "acquired",
        "joined",
        "signups",
        "sign ups",
        "reactivated",
        "reactivation",
        "upgrades",
        "downgrades",
        "expansion",
        "contraction",
        "net new",
        "net change",
        "growth",
        "новые",
        "новых",
        "пришли",
        "пришло",
        "добавлено",
        "реактивация",
        "прирост",
        "рост",
    ];
    begins_with(key, CAME)
}

/// Whether a name of several words ends with one that hardly a client's does: "Ending MRR", "Logo count".
fn ends_as_measure(key: &str) -> bool {
    let mut words = fold::words(key);
    words.next_back().is_some_and(|last| matches!(last, "mrr" | "arr" | "count" | "movement" | "movements"))
        && words.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::fold;

    #[test]
    fn measures_are_known_by_their_names() {
        for (name, wanted) in [
            ("Number of clients", Some(Measure::Surely)),
            ("Net new MRR", Some(Measure::Surely)),
            ("MoM growth, %", Some(Measure::Surely)),
            ("% growth", Some(Measure::Likely)),
            ("Прирост, %", Some(Measure::Surely)),
            ("Кол-во клиентов", Some(Measure::Surely)),
            ("Удержание по всем", Some(Measure::Surely)),
            ("Std Dev", Some(Measure::Surely)),
            ("В т.ч. НДС", Some(Measure::Surely)),
            ("из них: Альфа", Some(Measure::Surely)),
            ("Max", Some(Measure::Maybe)),
            ("Максимум", Some(Measure::Maybe)),
            ("Target", Some(Measure::Maybe)),
            ("MRR", Some(Measure::Likely)),
            ("Customers", Some(Measure::Likely)),
            ("Net MRR movement", Some(Measure::Likely)),
            ("Ending MRR", Some(Measure::Likely)),
            ("Logo count", Some(Measure::Likely)),
            ("Выручка, руб.", Some(Measure::Likely)),
            ("Churned", Some(Measure::Likely)),
            ("Новые клиенты", Some(Measure::Likely)),
            ("Revenue Analytica", None),
            ("Users of Berlin", None),
            ("Target Corporation", None),
            ("Max Mustermann", None),
            ("Growth Partners", None),
            ("Прирост Капитал", None),
            ("Jan 2025", None),
        ] {
            assert_eq!(called(&fold::key(name)), wanted, "{name}");
        }
    }
}
