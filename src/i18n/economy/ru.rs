//! The economics in Russian.

use super::{Claim, EconomyWords, Said};
use crate::i18n::Lang;
use crate::i18n::amounts::money;
use crate::i18n::figures::plural_ru;
use crate::i18n::quote::title_ru;
use crate::insight::economy::finding::{Difference, Finding};
use crate::model::scenario::Quantity;

pub const WORDS: EconomyWords = EconomyWords {
    economics: "Экономика",
    title: "Удержание или привлечение",
    empty_title: "Сценариев пока нет",
    empty_hint: "Сценарий говорит, сколько клиентов, сколько они платят, сколько уходит и\u{a0}куда идут деньги. Начните с\u{a0}условных чисел и\u{a0}впишите свои.",
    start_with_sample: "Начать с\u{a0}условных чисел",
    sample_currency: "₽",
    sample_scale: 75.0,
    scenarios: "Сценарии",
    scenario_n: |letter| format!("Сценарий {letter}"),
    scenario_name: "Название сценария",
    add_scenario: "Добавить сценарий",
    duplicate_scenario: "Дублировать сценарий",
    delete_scenario: "Удалить сценарий",
    deleted_scenario: |name| format!("Сценарий {} удалён", title_ru(name)),
    scenario_menu: "Действия со сценарием",
    horizon: "Горизонт",
    months: |months| format!("{months}\u{a0}мес."),
    month: "Месяц",
    inputs: "Исходные данные",
    period: "Ставки и\u{a0}деньги",
    currency: "Валюта",
    a_month: "в\u{a0}месяц",
    a_quarter: "в\u{a0}квартал",
    a_year: "в\u{a0}год",
    budget_split: "Доли бюджета",
    win: "Привлечение",
    keep: "Удержание",
    keep_had: |letter, share| format!("Удержание, в\u{a0}{letter} {share}"),
    clients: "Клиенты",
    revenue: "Выручка с\u{a0}клиента",
    margin: "Валовая маржа",
    churn: "Отток",
    cac: "CAC",
    budget: "Бюджет",
    one_off: "Разовые затраты",
    discount: "Ставка дисконта",
    growth: "Рост выручки",
    yearly_note: "в\u{a0}год",
    one_off_note: |months| match months {
        0 | 1 => "платим сразу".into(),
        _ => format!("распределены на\u{a0}{months}\u{a0}мес."),
    },
    one_off_months: "На сколько месяцев распределены разовые затраты",
    with_this_split: |value| format!("{value} при таких долях"),
    as_stated: |value| format!("задано: {value}"),
    range: "Диапазон",
    low: "Мало",
    likely: "Вероятно",
    high: "Много",
    make_exact: "Сделать точным",
    range_of: |label| format!("{label}, диапазон"),
    not_a_number: "Введите число, например 75\u{a0}000 или 3,4\u{a0}%.",
    allowed: |low, high| format!("Можно от {low} до {high}."),
    spending: "Что дают деньги",
    spending_hint: "С\u{a0}простыми ответами отток и\u{a0}CAC следуют за долями бюджета.",
    follows_split: "Отток и\u{a0}CAC следуют за долями",
    keep_today: "Сегодня на удержание",
    churn_idle: "Отток, если не тратить ничего",
    churn_best: "Лучший отток за любые деньги",
    win_today: "Сегодня на привлечение",
    won_most: "Больше всего новых клиентов за любые деньги",
    cannot_reckon: "С\u{a0}такими данными расчёт невозможен",
    above_nothing: "Нужно больше нуля",
    nothing_above: |today| format!("Больше сегодняшних {today} не бывает"),
    nothing_below: |today| format!("Меньше сегодняшних {today} не бывает"),
    above_today: |today| format!("Нужно больше {today}: столько сегодня"),
    below_today: |today| format!("Нужно меньше {today}: столько сегодня"),
    put_right: "Согласовать ответы",
    put_right_done: "Ответы снова согласуются с\u{a0}данными",
    answers_off: "Ни один ответ не\u{a0}согласуется с\u{a0}такими данными: отток и\u{a0}CAC больше не\u{a0}следуют за долями",
    claim_tried: "Расходы на удержание сегодня подобраны под утверждение",
    no_claim: "Никто не\u{a0}удержан, примерить утверждение не\u{a0}на чем.",
    paradox_today: |keep, average, marginal| {
        format!(
            "При сегодняшних тратах из ответов (на удержание {keep}) привлечь дороже: в\u{a0}среднем ×{average}, ещё одного ×{marginal}."
        )
    },
    paradox_one_sided: "При таких долях одной стороне не\u{a0}достаётся ничего: сравнивать нечего. Сдвиньте доли, чтобы сравнить обе.",
    finding,
    range_80: |range| format!("Диапазон 80\u{a0}%: {range}"),
    chance_positive: |chance| format!("вероятность прибыли {chance}"),
    chance_better: |name, chance| format!("{name} лучше в\u{a0}{chance} прогонов"),
    reckoning_ranges: "Считаем диапазон",
    was: |value| format!("было {value}"),
    points: "п.п.",
    kept_year: "Остались через год",
    ltv: "Ценность клиента",
    ltv_to_cac: "LTV : CAC",
    won_year: "Новых клиентов в\u{a0}год",
    profit_over: |months| format!("Прибыль за {months}\u{a0}мес."),
    payback: "CAC окупится за",
    in_months: |months| format!("{months}\u{a0}мес."),
    how_reckoned: |label| format!("{label}: как посчитано"),
    formula: "Формула",
    explained,
    with_numbers: "С\u{a0}этими числами",
    timing: "Сроки и\u{a0}период",
    source: "Источник",
    customers_kept: "Сколько клиентов остаётся",
    customers_kept_note: "доля нынешних клиентов; в\u{a0}полосе 80\u{a0}% прогонов",
    cumulative_profit: "Накопленная прибыль",
    profit_note: "в\u{a0}сегодняшних деньгах, после маркетинга и\u{a0}обслуживания; в\u{a0}полосе 80\u{a0}% прогонов",
    split_pays: "Где доли выгоднее всего",
    split_pays_note: |months| format!("прибыль за {months}\u{a0}мес."),
    split_caption: "доля бюджета на удержание",
    best_range: |range| format!("Лучше всего {range}"),
    no_split: "Ответьте, что дают деньги, и\u{a0}кривая покажет самые выгодные доли.",
    what_moves: "Что меняет результат",
    what_moves_note: |name| {
        format!(
            "{name}: каждая величина внизу и\u{a0}вверху диапазона, точные ±10\u{a0}%, отток и\u{a0}CAC при этих долях"
        )
    },
    healthy: "правило 3 : 1",
    low_end: "Мало",
    low_of: |name| format!("{name}, низ"),
    high_of: |name| format!("{name}, верх"),
    input: "Величина",
    at_low: "Прибыль там",
    at_high: "Прибыль на другом конце",
    result: "Прибыль",
    share_kept: "Доля оставшихся",
    overtakes: |name, other, month| format!("{name} обгоняет {other}, месяц {month}"),
    missing: "нет числа",
    compare: "Сценарии рядом",
    figure: "Показатель",
    differs: |name, other, list| format!("{name} отличается от {other}: {list}."),
    no_difference: "Исходные данные одинаковы.",
    difference,
    paradox: "Среднее против предельного",
    paradox_says: |average, marginal| {
        format!(
            "В\u{a0}среднем привлечь клиента дороже, чем удержать: ×{average}. Ещё один привлечённый против ещё одного удержанного: ×{marginal}, и\u{a0}только это говорит, куда нести следующие деньги."
        )
    },
    paradox_best: |average| {
        format!(
            "При лучших тратах ещё один клиент стоит одинаково там и\u{a0}там, а\u{a0}в\u{a0}среднем привлечение всё ещё кажется дороже: ×{average}."
        )
    },
    paradox_none: "Ответьте, что дают деньги, и\u{a0}тезис о\u{a0}пятикратной разнице можно будет разобрать на ваших числах.",
    on_average: "В\u{a0}среднем",
    one_more: "Ещё один",
    win_one: "Привлечь клиента",
    keep_one: "Удержать клиента",
    times_dearer: "Во сколько раз дороже привлечь",
    claims: "Что утверждают другие",
    claimed: [
        Claim {
            text: "Удержание дешевле привлечения в\u{a0}пять раз",
            source: "утверждают практики удержания и\u{a0}добавляют, что цифра плавает по\u{a0}отраслям",
            ratio: 5.0,
        },
        Claim {
            text: "Привлечение дороже в\u{a0}6–7\u{a0}раз", source: "утверждает Zippia", ratio: 6.5
        },
        Claim {
            text: "Покупают 60–70\u{a0}% клиентов и\u{a0}20\u{a0}% незнакомых",
            source: "утверждает Zippia; при равных усилиях это в\u{a0}3–3,5\u{a0}раза",
            ratio: 3.25,
        },
    ],
    use_claim: "Примерить",
    initiatives: "От трения к\u{a0}деньгам",
    initiatives_hint: "Инициатива устраняет трение или вводит практику. Укажите, сколько она стоит, до кого дойдёт и\u{a0}что изменит; где не уверены\u{a0}— диапазоном.",
    add_initiative: "Добавить инициативу",
    delete_initiative: "Удалить инициативу",
    deleted_initiative: "Инициатива удалена",
    unnamed_initiative: "Инициатива без названия",
    initiative_name: "Название инициативы",
    removes: "Какое трение устраняет",
    no_friction: "Никакое: это практика",
    cost_once: "Затраты разово",
    cost_per_period: "Затраты",
    reach: "Доля охваченных клиентов",
    churn_cut: "На сколько пунктов снизит отток",
    margin_gain: "Прибавка маржи с\u{a0}клиента",
    won: "Новых клиентов сверх остальных",
    worth_a_year: |range| format!("{range} в\u{a0}год, если устранить"),
    worth_says: |range, chance, cost| {
        format!(
            "Приносит {range} в\u{a0}год за вычетом затрат и\u{a0}окупается в\u{a0}{chance} прогонов. Затраты за горизонт: {cost}."
        )
    },
    breaks_even: |points| format!("Окупится, если снизит отток охваченных на {}.", points.trim_end_matches('.')),
    breaks_even_now: "Окупается и\u{a0}без влияния на отток.",
    never_breaks_even: "Не окупится, даже если останутся все охваченные.",
    seen: |needed, have| {
        format!("Влияние на отток можно увидеть: в\u{a0}каждой из двух групп нужно {needed} клиентов, есть {have}.")
    },
    not_seen: |have| {
        format!(
            "Влияние на отток не отличить от случайности: клиентов в\u{a0}каждой из двух групп (охвачены и\u{a0}нет) всего {have}."
        )
    },
    no_churn_effect: "На отток не влияет, видеть нечего.",
    cost: "затраты",
    worth_of: "Цена устранения",
    worth_columns: ["Край диапазона", "Ценность в\u{a0}год"],
    put_value: "Оценить в\u{a0}деньгах",
    no_cost: "Затраты не\u{a0}указаны",
    show_on_map: "Показать на карте",
    by_value: "По ценности",
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
    let Said { name, other, currency, months } = said;
    let sum = |value: f64| money(Lang::Russian, currency, value.abs());
    let (amount, span) = (sum(finding.amount), span(*months));
    let up = finding.amount >= 0.0;
    if !finding.compared {
        let verb = if up { "приносит" } else { "теряет" };
        return format!("{name} {verb} {amount} {span}");
    }
    if !finding.is_settled() {
        return format!("{name} против {other}: {span} разница в\u{a0}пределах погрешности");
    }
    match finding.moved {
        Some(moved) => {
            let place = if moved > 0.0 { "удержание" } else { "привлечение" };
            let verb = if up { "дают ещё" } else { "отнимают" };
            format!("{} в\u{a0}год на {place} {verb} {amount} {span}", sum(moved))
        }
        None => format!("{name} приносит на {amount} {}, чем {other}, {span}", if up { "больше" } else { "меньше" }),
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
        Difference::Quantity(Quantity::Discount) => "ставка дисконта",
        Difference::Quantity(Quantity::Growth) => "рост выручки",
        Difference::Split => "доли бюджета",
        Difference::OneOffMonths => "месяцы разовых затрат",
        Difference::Response => "что дают деньги",
        Difference::Horizon => "горизонт",
    }
}

/// Остались, ценность, отношение, новые, прибыль, окупаемость: обозначения, сроки, источник.
fn explained(kind: usize) -> (&'static str, &'static str, &'static str) {
    const TABLE: [(&str, &str, &str); 6] = [
        (
            "c: отток за период при таких долях; n: периодов в\u{a0}двенадцати месяцах.",
            "Через двенадцать месяцев, по числу клиентов.",
            "Сложный отток: 3\u{a0}% в\u{a0}месяц\u{a0}— это 30,6\u{a0}% в\u{a0}год, а\u{a0}не 36\u{a0}%.",
        ),
        (
            "m: маржа с\u{a0}клиента за период; r: доля оставшихся; d: ставка дисконта; g: рост, всё за период.",
            "Первый платёж сейчас и\u{a0}наверняка, поэтому это потолок для CAC.",
            "Fader и\u{a0}Hardie 2012, заметка 24, уравнение 1.",
        ),
        (
            "LTV: ценность только что привлечённого клиента; CAC: средняя цена привлечения при этом бюджете.",
            "На одного клиента: первый платёж сейчас, CAC при этом бюджете.",
            "D. Skok, метрики SaaS: три и\u{a0}больше\u{a0}— житейское правило, не закон.",
        ),
        (
            "A: на привлечение за период; k: периодов в\u{a0}году.",
            "Клиенты приходят в\u{a0}начале каждого периода.",
            "Определение.",
        ),
        (
            "N: клиенты в\u{a0}начале периода t; A: на привлечение; B: весь бюджет и\u{a0}разовые затраты; остальное как у\u{a0}ценности.",
            "В\u{a0}сегодняшних деньгах. В\u{a0}каждом периоде: новые приходят, все платят, бюджет тратится, часть уходит.",
            "Сумма по\u{a0}периодам горизонта, посчитанным один за другим.",
        ),
        (
            "q: что остаётся от платежа через период.",
            "С\u{a0}учётом тех, кто успеет уйти. Если клиент не окупится никогда, так и\u{a0}сказано.",
            "Геометрическая сумма маржи, равная CAC.",
        ),
    ];
    TABLE.get(kind).copied().unwrap_or_default()
}
