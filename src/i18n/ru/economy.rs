//! The economics in Russian.

use crate::i18n::economy::{EconomyWords, Said};

use crate::i18n::Lang;
use crate::i18n::amounts::money;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::plural_ru;
use crate::i18n::speech::{sentence, uncapital};
use crate::insight::economy::finding::{Difference, Finding, Moved};
use crate::model::scenario::{Payment, Period, Quantity};
use crate::route::EconomyPart;

pub const WORDS: EconomyWords = EconomyWords {
    part: |part| match part {
        EconomyPart::Decision => "Решение",
        EconomyPart::Clients => "Динамика клиентов",
        EconomyPart::Revenue => "Выручка",
        EconomyPart::Fixing => "Что исправить",
    },
    title: "Удержание или привлечение",
    paper_page: "\"Страница \" counter(page) \" из \" counter(pages)",
    empty_title: "Сценариев пока нет",
    empty_hint: "В\u{a0}сценарии\u{a0}— клиенты, выручка, отток и\u{a0}бюджет. Начните с\u{a0}примера и\u{a0}впишите свои числа.",
    start_with_sample: "Начать с\u{a0}примера",
    sample_currency: "₽",
    sample_scale: 75.0,
    scenarios: "Сценарии",
    copy_of: |name| format!("{name}, копия"),
    scenario_n: |letter| format!("Сценарий {letter}"),
    scenario_name: "Название сценария",
    add_scenario: "Добавить сценарий",
    duplicate_scenario: "Дублировать сценарий",
    delete_scenario: "Удалить сценарий",
    deleted_scenario: |name| format!("Сценарий {} удалён", title_ru(name)),
    lock_scenario: "Зафиксировать сценарий…",
    lock_hint: "Зафиксированный сценарий нельзя изменить, пока фиксацию не\u{a0}снимут. Его нынешние цифры становятся прогнозом, с\u{a0}которым потом сравнивают факт.",
    locked_by: "Кто фиксирует",
    lock: "Зафиксировать",
    dont_lock: "Не\u{a0}фиксировать",
    unlocked: "Фиксация сценария снята",
    locked_on: "Дата прогноза",
    unlock: "Снять фиксацию",
    locked: |by, on| {
        if by.is_empty() {
            format!("Зафиксирован, прогноз от\u{a0}{on}")
        } else {
            format!("Зафиксирован: {by}, прогноз от\u{a0}{on}")
        }
    },
    to_forecast: "К\u{a0}прогнозу и\u{a0}факту",
    scenario_menu: "Действия со сценарием",
    horizon: "Горизонт",
    months: |months| format!("{months}\u{a0}мес."),
    month: "Месяц",
    inputs: "Исходные данные",
    group_clients: "Клиенты и\u{a0}выручка",
    group_budget: "Бюджет",
    group_terms: "Ставки и\u{a0}оплата",
    period: "Суммы и\u{a0}ставки за период",
    currency: "Валюта",
    a_month: "в\u{a0}месяц",
    a_quarter: "в\u{a0}квартал",
    a_year: "в\u{a0}год",
    clients: "Клиенты",
    revenue: "Выручка с\u{a0}клиента",
    margin: "Валовая маржа",
    churn: "Отток",
    cac: "CAC",
    budget: "Бюджет",
    one_off: "Разовые затраты",
    discount: "Ставка дисконтирования",
    growth: "Рост выручки с\u{a0}клиента",
    yearly_note: "в\u{a0}год",
    one_off_note: |months| match months {
        0 | 1 => "платим сразу".into(),
        _ => format!("распределены на\u{a0}{months}\u{a0}мес."),
    },
    one_off_months: "На сколько месяцев распределены разовые затраты",
    owner: "Ответственный",
    as_of: "На дату",
    assumptions: "Исходные предположения",
    stale_results: "Результаты ниже\u{a0}— по\u{a0}прежней таблице.",
    suggested: "предложено, не\u{a0}менялось",
    sampled: "число из\u{a0}примера",
    sampled_range: "предложенный диапазон",
    payment: "Как платят клиенты",
    payment_hint: "Клиент может уйти только в\u{a0}конце платёжного периода.",
    payment_of,
    period_hint: "При смене периода пересчитываются суммы и\u{a0}ставки за период во\u{a0}всех сценариях. CAC, разовые затраты и\u{a0}годовые ставки остаются.",
    column_is: "Один столбец\u{a0}—",
    column_of: |period| match period {
        Period::Month => "месяц",
        Period::Quarter => "квартал",
        Period::Year => "год",
    },
    churn_by_age: "Отток по\u{a0}возрасту, из\u{a0}таблицы когорт",
    churn_by_age_given_up: "Отток снова один для всех возрастов",
    churn_by_age_off: "Вернуть один отток для всех возрастов",
    not_a_number: |example| sentence!("Введите число, например {example}."),
    number_needed: "Здесь нужно число. Осталось прежнее.",
    other_currency: |own, other| {
        format!(
            "Здесь суммы в\u{a0}другой валюте: {own}. Пересчитайте сумму из\u{a0}{other} или введите её без валюты."
        )
    },
    other_period: |own| format!("Введите долю {own}: долю за\u{a0}другой период нельзя просто разделить."),
    no_period: "Это число не\u{a0}за период. Введите его без периода.",
    on_sample: |finding| format!("На числах из\u{a0}примера: {}", uncapital(finding)),
    allowed: |low, high| sentence!("Допустимо: от\u{a0}{low} до\u{a0}{high}."),
    allowed_from: |low| sentence!("Допустимо: от\u{a0}{low}."),
    whole_clients: "Число клиентов должно быть целым.",
    at_once: "сразу",
    keep_today: "Текущие расходы на удержание",
    churn_idle: "Отток без расходов на удержание",
    churn_best: "Минимально достижимый отток",
    win_today: "Текущие расходы на привлечение",
    won_most: "Максимум новых клиентов",
    cannot_calculate: "С\u{a0}такими данными расчёт невозможен",
    source_is: |source| sentence!("Источник: {source}."),
    put_back: |was| format!("Вернуть {was}"),
    finding,
    facts_differ: |letter, base, list| {
        sentence!(
            "{letter} и\u{a0}{base} различаются тем, что не\u{a0}выбирают: {list}. Часть разницы\u{a0}— от\u{a0}этого."
        )
    },
    included_add: |count, sum, months| match count {
        1 => format!("Включённая инициатива добавляет {sum} за {months}\u{a0}мес.; показатели здесь\u{a0}— без неё."),
        _ => format!("Включённые инициативы добавляют {sum} за {months}\u{a0}мес.; показатели здесь\u{a0}— без них."),
    },
    without_included: |count, sum| {
        let initiatives = plural_ru(count, "включённой инициативы", "включённых инициатив", "включённых инициатив");
        let which = format!("Без {count}\u{a0}{initiatives}");
        sum.map_or(which.clone(), |sum| format!("{which} ({sum})"))
    },
    included_are: |name, list| {
        let which = if list.len() == 1 {
            "включена инициатива"
        } else {
            "включены инициативы"
        };
        sentence!("В\u{a0}сценарий {} {which}: {}.", title_ru(name), list.join(", "))
    },
    included_apart: |count| match count {
        1 => "Показатели здесь\u{a0}— без включённой инициативы.".into(),
        _ => "Показатели здесь\u{a0}— без включённых инициатив.".into(),
    },
    included_in_base: |letter, count| match count {
        1 => format!("Нет в\u{a0}них и\u{a0}инициативы, включённой в\u{a0}сценарий\u{a0}{letter}."),
        _ => format!("Нет в\u{a0}них и\u{a0}инициатив, включённых в\u{a0}сценарий\u{a0}{letter}."),
    },
    only_in_base: |letter, count| match count {
        1 => format!("Показатели здесь\u{a0}— без инициативы, включённой в\u{a0}сценарий\u{a0}{letter}."),
        _ => format!("Показатели здесь\u{a0}— без инициатив, включённых в\u{a0}сценарий\u{a0}{letter}."),
    },
    with_left: |sum, likely| {
        let by = if likely { ", по\u{a0}вероятным значениям" } else { "" };
        sentence!("С\u{a0}учётом оставшихся к\u{a0}концу клиентов{by}: {sum}.")
    },
    with_left_compared: |sum, decides, likely| match (decides, likely) {
        (true, false) => sentence!("Решают оставшиеся к\u{a0}концу клиенты: с\u{a0}ними разница {sum}."),
        (true, true) => {
            sentence!("По\u{a0}вероятным значениям решают оставшиеся к\u{a0}концу клиенты: с\u{a0}ними разница {sum}.")
        }
        (false, false) => sentence!("С\u{a0}учётом оставшихся к\u{a0}концу клиентов разница {sum}."),
        (false, true) => {
            sentence!(
                "С\u{a0}учётом оставшихся к\u{a0}концу клиентов разница по\u{a0}вероятным значениям\u{a0}— {sum}."
            )
        }
    },
    with_left_diverges: "Ценность оставшихся к\u{a0}концу клиентов растёт без предела: рост и\u{a0}удержание обгоняют ставку дисконтирования.",
    gross: |value| format!("{value} до расходов на удержание"),
    ltv_gross: "LTV до расходов на удержание",
    ratio_gross: "LTV : CAC до расходов на удержание",
    payback_gross: "Окупаемость CAC до расходов на удержание",
    profit_with_left: "Прибыль с\u{a0}учётом оставшихся клиентов",
    lowest_cash: "Минимум денег с\u{a0}начала, до постоянных затрат, без дисконтирования",
    lowest_cash_at: |sum, month, back, again| match (back, again) {
        (Some(back), Some(again)) => format!(
            "{sum} в\u{a0}месяце {month}, возврат в\u{a0}месяце {back}, снова ниже начального в\u{a0}месяце {again}"
        ),
        (Some(back), None) => format!("{sum} в\u{a0}месяце {month}, возврат в\u{a0}месяце {back}"),
        (None, _) => format!("{sum} в\u{a0}месяце {month}, без возврата в\u{a0}пределах горизонта"),
    },
    gone_again: |month| format!("через {month}\u{a0}мес. CAC снова не\u{a0}окуплен"),
    never_below: "не\u{a0}ниже начального",
    points: |text| format!("{text}\u{a0}п.п."),
    kept_year: "Остались через год",
    ltv: "LTV",
    ltv_to_cac: "LTV : CAC",
    won_year: "Новых клиентов в\u{a0}год",
    profit_over: |months| format!("Прибыль за {months}\u{a0}мес."),
    payback: "Окупаемость CAC",
    in_months: |months| format!("{months}\u{a0}мес."),
    how_calculated: |label| format!("{label}: как посчитано"),
    formula: "Формула",
    explained,
    symbol,
    paid_back,
    explained_by_age: "Показатели нынешних клиентов\u{a0}— по\u{a0}всем их возрастам.",
    explained_fixed: "Фиксированный бюджет удержания делят все клиенты месяца: расходы на одного, а\u{a0}с\u{a0}ними и\u{a0}отток, если он зависит от\u{a0}расходов, меняются с\u{a0}их числом. Числа\u{a0}— первого месяца, по\u{a0}ним посчитана и\u{a0}ценность одного клиента.",
    with_numbers: "С\u{a0}этими числами",
    timing: "Сроки и\u{a0}период",
    source: "Источник",
    customers_kept: "Сколько клиентов остаётся",
    customers_kept_note: |band, luck| match (band, luck) {
        (true, true) => {
            "доля нынешних клиентов; линия\u{a0}— вероятные значения, полоса\u{a0}— 80\u{a0}% симуляций, широкая полоса\u{a0}— вместе со\u{a0}случайными колебаниями"
        }
        (true, false) => "доля нынешних клиентов; линия\u{a0}— вероятные значения, полоса\u{a0}— 80\u{a0}% симуляций",
        (false, _) => "доля нынешних клиентов",
    },
    cumulative_profit: "Накопленная прибыль",
    profit_note: |band| {
        if band {
            "дисконтированная, после маркетинга и\u{a0}обслуживания, до постоянных затрат; линия\u{a0}— вероятные значения, полоса\u{a0}— 80\u{a0}% симуляций"
        } else {
            "дисконтированная, после маркетинга и\u{a0}обслуживания, до постоянных затрат"
        }
    },
    split_pays: "Какое распределение выгоднее",
    split_pays_note: |months| format!("прибыль за {months}\u{a0}мес."),
    what_moves: "Что меняет результат",
    what_moves_note: |name| {
        format!(
            "{}: прибыль на границах диапазона каждого параметра; без диапазона ±10\u{a0}%, в\u{a0}пределах возможного",
            title_ru(name)
        )
    },
    healthy: |gross| {
        let said = "за\u{a0}вычетом расходов на\u{a0}удержание; ориентир 3\u{a0}:\u{a0}1 относится к\u{a0}отношению до\u{a0}них";
        gross.map_or_else(|| said.into(), |gross| format!("{said}: {gross}"))
    },
    input: "Параметр",
    result: "Прибыль",
    share_kept: "Доля оставшихся",
    overtakes: |name, other, month| format!("{name} обгоняет {other}, месяц {month}"),
    missing: "не рассчитано",
    never: "никогда",
    no_limit: "без предела",
    compare: "Сравнение сценариев",
    figure: "Показатель",
    differs: |name, other, list| sentence!("Чем различаются {} и\u{a0}{}: {list}.", title_ru(name), title_ru(other)),
    exact_input: |name, step| format!("{name} ({step})"),
    no_difference: "Исходные данные одинаковы.",
    difference,
    charts: "Графики",
    kept_tab: "Остаются",
    profit_tab: "Прибыль",
    split_tab: "Доли",
    levers_tab: "Рычаги",
};

fn span(months: u16) -> String {
    match months {
        12 => "за год".into(),
        24 => "за два года".into(),
        36 => "за три года".into(),
        48 => "за четыре года".into(),
        60 => "за пять лет".into(),
        _ => format!("за {months}\u{a0}{}", plural_ru(usize::from(months), "месяц", "месяца", "месяцев")),
    }
}

fn finding(finding: &Finding, said: &Said) -> String {
    let Said { name, other, currency, months, period } = said;
    let (name, other) = (title_ru(name), title_ru(other));
    let sum = |value: f64| money(Lang::Russian, currency, value.abs());
    let amount = sum(finding.amount.held());
    let span = span(*months);
    let up = finding.amount.value >= 0.0;
    if finding.is_nothing() {
        return format!("{name} {span} ничего не\u{a0}приносит и\u{a0}не\u{a0}теряет");
    }
    if !finding.compared {
        let verb = if up { "приносит" } else { "теряет" };
        return format!("{name} {verb} {amount} {span}");
    }
    if finding.is_same() {
        return format!("{name} и\u{a0}{other} {span} дают одинаковый результат");
    }
    if !finding.is_settled() {
        return format!("{name} и\u{a0}{other}: {span} разница в\u{a0}пределах погрешности");
    }
    match finding.moved {
        Some(Moved { sum: moved, once, .. }) => {
            let place = if moved > 0.0 { "удержание" } else { "привлечение" };
            let verb = if up { "даёт ещё" } else { "обойдётся в" };
            let once = once.map(|once| format!(", с\u{a0}разовыми затратами {},", sum(once))).unwrap_or_default();
            let per = EconomyWords::of(Lang::Russian).per(*period);
            format!("Перенос {} {per} на {place}{once} {verb} {amount} {span}", sum(moved))
        }
        None => format!("{name} приносит на {amount} {}, чем {other}, {span}", if up { "больше" } else { "меньше" }),
    }
}

fn payment_of(payment: Payment) -> &'static str {
    match (payment.term, payment.after) {
        (Period::Month, false) => "Помесячно, вперёд",
        (Period::Month, true) => "Помесячно, по\u{a0}факту",
        (Period::Quarter, false) => "Поквартально, вперёд",
        (Period::Quarter, true) => "Поквартально, по\u{a0}факту",
        (Period::Year, false) => "За год, вперёд",
        (Period::Year, true) => "За год, по\u{a0}факту",
    }
}

fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Quantity(Quantity::Clients) => "клиенты",
        Difference::Quantity(Quantity::Revenue) => "выручка с\u{a0}клиента",
        Difference::Quantity(Quantity::Margin) => "валовая маржа",
        Difference::Quantity(Quantity::Churn) => "отток",
        Difference::Quantity(Quantity::Cac) => "CAC",
        Difference::Quantity(Quantity::Budget) => "бюджет",
        Difference::Quantity(Quantity::OneOff) => "разовые затраты",
        Difference::Quantity(Quantity::Discount) => "ставка дисконтирования",
        Difference::Quantity(Quantity::Growth) => "рост выручки с\u{a0}клиента",
        Difference::Split => "распределение бюджета",
        Difference::OneOffMonths => "месяцы разовых затрат",
        Difference::Response => "отдача от\u{a0}расходов",
        Difference::Horizon => "горизонт",
        Difference::KeepFixed => "фиксирован\u{a0}ли бюджет удержания",
        Difference::ByAge => "отток по\u{a0}возрасту",
        Difference::Initiatives => "включённые инициативы",
    }
}

/// Остались, ценность, отношение, новые, прибыль, окупаемость: сроки, источник.
fn explained(kind: usize) -> (&'static str, &'static str) {
    const TABLE: [(&str, &str); 6] = [
        (
            "Через двенадцать месяцев, по\u{a0}числу клиентов. Кто заплатил за более долгий срок, уходит только в\u{a0}его конце.",
            "Сложный отток: 3\u{a0}% в\u{a0}месяц\u{a0}— это 30,6\u{a0}% в\u{a0}год, а\u{a0}не 36\u{a0}%.",
        ),
        (
            "Для нового клиента, первый платёж\u{a0}— как платят клиенты. За вычетом расходов на удержание, поэтому это потолок для CAC.",
            "Валовая ценность: Fader и\u{a0}Hardie 2012, заметка 24, уравнения 1 и\u{a0}3. Вычет расходов на удержание: своё соглашение.",
        ),
        (
            "На одного клиента: первый платёж\u{a0}— как платят клиенты, CAC при этом бюджете.",
            "D. Skok, метрики SaaS: три и\u{a0}больше\u{a0}— ориентир, а\u{a0}не норма. Он относится к\u{a0}LTV по\u{a0}валовой марже, до расходов на\u{a0}удержание.",
        ),
        ("Клиенты приходят в\u{a0}начале каждого месяца.", "Определение."),
        (
            "Дисконтировано к\u{a0}сегодняшнему дню, по\u{a0}месяцам: новые приходят, платят те, чей срок начинается, деньги тратятся, часть уходит. Оплата по\u{a0}факту считается, когда наступил её срок. Расходы на удержание меняются с\u{a0}числом клиентов, если сумма не\u{a0}фиксирована. Постоянных затрат бизнеса здесь нет; оставшиеся к\u{a0}концу клиенты показаны отдельно.",
            "Сумма по\u{a0}месяцам горизонта, посчитанным один за другим.",
        ),
        (
            "Через сколько месяцев после прихода клиента возвращаются деньги, потраченные на\u{a0}его привлечение. Учтено, что часть клиентов уйдёт раньше; если средний клиент не\u{a0}окупится никогда, так и\u{a0}сказано.",
            "Ожидаемая маржа за вычетом удержания складывается платёж за платежом, пока сумма не\u{a0}сравняется с\u{a0}CAC.",
        ),
    ];
    TABLE.get(kind).copied().unwrap_or_default()
}

fn symbol(symbol: &str) -> &'static str {
    match symbol {
        "n" => "сколько платежей нужно, чтобы вернуть CAC (платёж приходит целиком)",
        "LTV" => "за вычетом расходов на удержание",
        "CAC" => "средняя цена привлечения клиента при этом бюджете",
        "N" => "клиенты в\u{a0}начале месяца t",
        "W" => "новые клиенты месяца",
        "P" => "клиенты, у\u{a0}которых в\u{a0}этом месяце начинается оплаченный срок",
        "A" => "расходы на привлечение в\u{a0}месяц",
        "O" => "разовые затраты месяца",
        "S" => {
            "доля клиентов, которые остаются к\u{a0}возрасту, указанному в\u{a0}скобках, в\u{a0}месяцах: по\u{a0}таблице когорт с\u{a0}оттоком этого распределения"
        }
        "w" => "доля нынешних клиентов, чей возраст в\u{a0}месяцах указан в\u{a0}скобках",
        "x" => "возраст нынешнего клиента в\u{a0}месяцах",
        "k" => "сколько сроков уже оплачено",
        "t" => "номер месяца, первый\u{a0}— 0",
        "m" => "маржа с\u{a0}клиента в\u{a0}месяц",
        "c" => "отток в\u{a0}месяц при этом распределении",
        "R" => "расходы на удержание клиента в\u{a0}месяц",
        "d" => "ставка дисконтирования в\u{a0}месяц",
        "g" => "рост выручки с\u{a0}клиента в\u{a0}месяц",
        "b" => "за сколько месяцев платят сразу",
        "a" => "сегодняшняя ценность расходов в\u{a0}1 за каждый из\u{a0}b\u{a0}месяцев",
        _ => "",
    }
}

fn paid_back(payment: u32, month: u32) -> String {
    let when = if month == 0 { "сразу".into() } else { format!("через {month}\u{a0}мес.") };
    if payment == 0 { when } else { format!("{payment}\u{2011}й платёж, {when}") }
}
