//! Spending in Russian.

use crate::i18n::Lang;
use crate::i18n::amounts::{ratio as written, three_digits};
use crate::i18n::ru::counts::plural_ru;
use crate::i18n::speech::sentence;
use crate::i18n::spending::{Claim, SpendingWords};
use crate::model::scenario::Answer;

pub const WORDS: SpendingWords = SpendingWords {
    budget_split: "Распределение бюджета",
    win: "Привлечение",
    keep: "Удержание",
    keep_had: |letter, share| format!("Удержание (в\u{a0}{letter}\u{a0}— {share})"),
    with_this_split: |value| format!("{value} при этом распределении"),
    keeping: "Бюджет удержания",
    keeping_follows: "Меняется с\u{a0}числом клиентов",
    keeping_fixed: "Фиксированная сумма",
    spending: "Отдача от расходов",
    spending_hint: "Ответьте на пять вопросов: отток и\u{a0}CAC будут зависеть от\u{a0}бюджета. Эти ответы решают исход: где не\u{a0}уверены, задайте диапазон. Предложенные ответы меняются вслед за\u{a0}оттоком, CAC и\u{a0}бюджетом первого сценария, пока вы не\u{a0}дали свои.",
    follows_split: "Пересчитывать отток и\u{a0}CAC по\u{a0}бюджету",
    above_nothing: "Нужно больше нуля",
    nothing_above: |today| format!("Нужно больше сегодняшнего оттока, поэтому отток должен быть меньше {today}"),
    nothing_below: |today| format!("Нужно меньше сегодняшнего оттока, поэтому отток должен быть больше {today}"),
    above_today: |today| format!("Нужно больше {today}: столько сегодня"),
    below_today: |today| format!("Нужно меньше {today}: столько сегодня"),
    contradicts,
    slider_ends: "Ползунок дошёл до\u{a0}края. Чтобы пойти дальше, введите число.",
    stops_at: |answer, value| sentence!("Дальше нельзя: «{answer}»\u{a0}— {value}."),
    take_back: |input, value| format!("Установить {input}: {value}"),
    which_is_wrong,
    set_answer: |answer, value| format!("Исправить «{answer}» на\u{a0}{value}"),
    stop_following: "Не\u{a0}пересчитывать отток и\u{a0}CAC по\u{a0}бюджету",
    changed: |name, from, to| format!("{name}: было {from}, стало {to}"),
    answers_off: "Ни один ответ не\u{a0}согласуется с\u{a0}такими данными: отток и\u{a0}CAC больше не\u{a0}зависят от\u{a0}бюджета",
    claim_tried: "Текущие расходы на удержание взяты из\u{a0}оценки, во\u{a0}всех сценариях",
    claim_source: |claim, source, sum, was| format!("оценка «{claim}» ({source}): {sum}; было {was}"),
    claim_beyond: |spend, budget| {
        format!("Это {spend}, больше всего бюджета {budget}: столько вряд\u{a0}ли тратят каждый месяц.")
    },
    claim_used: |name| format!("По\u{a0}отраслевой оценке: {name}"),
    claim_counts: |name, source| sentence!("Вместо своего числа взята отраслевая оценка. {name}: {source}."),
    claim_is_used: "Используется",
    no_claim: "Проверить оценку нельзя: удержанных нет.",
    paradox_today: |keep, average, marginal| {
        sentence!(
            "При текущих расходах (на удержание {keep}) привлечение обходится в\u{a0}среднем {} удержания, для следующего клиента\u{a0}— {}.",
            costlier(average),
            costlier(marginal)
        )
    },
    paradox_one_sided: "На одно из\u{a0}направлений не\u{a0}выделено ничего: сравнивать нечего. Измените распределение.",
    paradox_of_nothing: "Бюджет равен\u{a0}0: средней стоимости нет. Задайте бюджет, чтобы сравнить привлечение и\u{a0}удержание.",
    spend_on_nobody: "Сейчас нет ни\u{a0}одного клиента: бюджет удержания считается фиксированной суммой на\u{a0}всех, кто придёт.",
    spend_beyond_margin: |spend, margin| {
        format!(
            "На\u{a0}удержание уходит {spend} на\u{a0}клиента в\u{a0}месяц, больше маржи {margin}, и\u{a0}каждый новый клиент добавляет столько\u{a0}же. Когда клиентов мало, фиксированная сумма ближе к\u{a0}делу."
        )
    },
    spend_follows: |today, end, period, month| {
        sentence!(
            "Расходы на\u{a0}удержание меняются с\u{a0}числом клиентов: сегодня {today} {period}, к\u{a0}месяцу {month}\u{a0}— {end} {period}."
        )
    },
    split_caption: "доля бюджета на удержание",
    best_range: |range| format!("Оптимум {range}"),
    best_says: |best| {
        let now = best
            .loss_now
            .as_ref()
            .map(|loss| sentence!(" Нынешнее распределение ниже неё на\u{a0}{loss}."))
            .unwrap_or_default();
        sentence!(
            "Вершина: {} при {}. Оптимум ({}) ниже неё не\u{a0}больше чем на\u{a0}{}.{now}",
            best.earns,
            best.top,
            best.range,
            best.within
        )
    },
    spend_nothing: |gain, months| {
        format!(
            "За\u{a0}{months}\u{a0}мес. этот бюджет с\u{a0}пользой не\u{a0}потратить: без расходов прибыль на\u{a0}{gain} больше, чем при лучшем распределении."
        )
    },
    spend_less: |budget, period, keep, gain, months| {
        format!(
            "За\u{a0}{months}\u{a0}мес. весь бюджет с\u{a0}пользой не\u{a0}потратить: при бюджете {budget} {period}, из\u{a0}него {keep} на\u{a0}удержание, прибыль на\u{a0}{gain} больше, чем при лучшем распределении всего."
        )
    },
    spend_less_left: |sum, more| {
        let more = if more { "больше" } else { "меньше" };
        format!("С\u{a0}учётом клиентов, оставшихся к\u{a0}концу, меньший бюджет даёт на\u{a0}{sum} {more}.")
    },
    nothing_to_split: "Бюджет равен\u{a0}0: распределять нечего.",
    spends_nothing: "Текущие расходы на\u{a0}удержание или на\u{a0}привлечение равны\u{a0}0, и\u{a0}отдача от\u{a0}них неизвестна: отток и\u{a0}CAC остаются такими, как введены. Чтобы они пересчитывались, укажите обе суммы больше\u{a0}0.",
    no_split: "Заполните «Отдачу от расходов», и\u{a0}график покажет лучшее распределение.",
    paradox: "Средние и\u{a0}предельные затраты",
    paradox_says: |average, marginal| {
        format!(
            "Привлечь клиента в\u{a0}среднем {}, чем удержать одного на\u{a0}месяц. Привлечь ещё одного {}, чем удержать ещё одного.",
            costlier(average),
            costlier(marginal)
        )
    },
    paradox_decides: "По\u{a0}этому числу и\u{a0}решайте, куда направить следующую часть бюджета.",
    paradox_horizon: "Но\u{a0}в\u{a0}пределах горизонта выгоднее другое направление: решайте по\u{a0}графику распределения.",
    paradox_saved: |ratio, most_stay| {
        let anyway = if most_stay {
            "Большинство удержанных осталось\u{a0}бы и\u{a0}так. "
        } else {
            ""
        };
        let costs = costlier(ratio);
        if costs.starts_with("почти") {
            return format!(
                "{anyway}Привлечь клиента стоит почти столько\u{a0}же, сколько спасти того, кто ушёл\u{a0}бы."
            );
        }
        format!("{anyway}Привлечь клиента {costs}, чем спасти того, кто ушёл\u{a0}бы.")
    },
    save_one: "Спасти клиента, который ушёл\u{a0}бы",
    per_month_note: "Затраты на удержание и\u{a0}спасение\u{a0}— в\u{a0}месяц.",
    paradox_best: |average| {
        sentence!(
            "При оптимальных расходах следующий клиент стоит одинаково там и\u{a0}там, а\u{a0}в\u{a0}среднем привлечение всё равно {}.",
            costlier(average)
        )
    },
    paradox_none: "Заполните «Отдачу от расходов», чтобы проверить тезис о\u{a0}пятикратной разнице на своих числах.",
    on_average: "В\u{a0}среднем",
    one_more: "Ещё один",
    win_one: "Привлечь клиента",
    keep_one: "Удержать клиента",
    times_dearer: "Привлечение к\u{a0}удержанию",
    claims: "Отраслевые оценки",
    claimed: [
        Claim {
            text: "Удержание дешевле привлечения в\u{a0}пять раз",
            source: "говорят специалисты по\u{a0}удержанию и\u{a0}добавляют, что это зависит от\u{a0}отрасли",
            ratio: 5.0,
        },
        Claim {
            text: "Привлечение дороже в\u{a0}6–7\u{a0}раз", source: "утверждает Zippia", ratio: 6.5
        },
        Claim {
            text: "Вероятность продажи: клиенту 60–70\u{a0}%, новому 20\u{a0}%",
            source: "утверждает Zippia; при равных усилиях это в\u{a0}3–3,5\u{a0}раза",
            ratio: 3.25,
        },
    ],
    use_claim: "Применить к\u{a0}нашим цифрам",
};

/// How one cost compares with another: "в 65,7 раза дороже", "в 2 раза дешевле", "почти не дороже".
fn costlier(ratio: f64) -> String {
    let (times, than) = if ratio < 1.0 { (1.0 / ratio, "дешевле") } else { (ratio, "дороже") };
    let times = three_digits(times);
    let tenths = (times * 10.0).round();
    if tenths == 10.0 {
        return format!("почти не\u{a0}{than}");
    }
    let noun = match (tenths % 10.0 == 0.0, (tenths / 10.0) as usize) {
        (true, whole) => plural_ru(whole, "раз", "раза", "раз"),
        (false, _) => "раза",
    };
    format!("в\u{a0}{}\u{a0}{noun} {than}", written(Lang::Russian, times))
}

fn contradicts(answer: Answer, today: &str, answered: &str, per: &str) -> String {
    match answer {
        Answer::WonMost => format!(
            "Новых клиентов сегодня\u{a0}— {today} {per}. В\u{a0}ответах максимум\u{a0}— {answered}, а\u{a0}он должен быть больше сегодняшнего числа."
        ),
        Answer::ChurnBest => format!(
            "Отток сегодня\u{a0}— {today} {per}. В\u{a0}ответах минимально достижимый\u{a0}— {answered}, а\u{a0}он должен быть ниже сегодняшнего."
        ),
        Answer::ChurnIdle => format!(
            "Отток сегодня\u{a0}— {today} {per}. В\u{a0}ответах отток без расходов на\u{a0}удержание\u{a0}— {answered}, а\u{a0}он должен быть выше сегодняшнего."
        ),
        Answer::KeepToday | Answer::WinToday => String::new(),
    }
}

fn which_is_wrong(answer: Answer) -> &'static str {
    match answer {
        Answer::WonMost => {
            "Одно из\u{a0}чисел неверно. Если верны CAC и\u{a0}нынешние расходы, максимум занижен; если верен максимум, CAC на\u{a0}самом деле выше."
        }
        Answer::ChurnBest => {
            "Одно из\u{a0}двух чисел неверно. Если верен сегодняшний отток, минимально достижимый завышен; если верен этот ответ, отток сегодня на\u{a0}самом деле выше."
        }
        Answer::ChurnIdle => {
            "Одно из\u{a0}двух чисел неверно. Если верен сегодняшний отток, отток без расходов на\u{a0}удержание занижен; если верен этот ответ, отток сегодня на\u{a0}самом деле ниже."
        }
        Answer::KeepToday | Answer::WinToday => "",
    }
}
