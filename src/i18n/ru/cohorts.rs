//! Панель когорт по-русски.

use orbita_economics::{Family, Model, TrendKind};

use crate::i18n::Lang::Russian;
use crate::i18n::amounts::{number, per_cent};
use crate::i18n::cohorts::{CohortWords, Rivals};
use crate::i18n::ru::counts::plural_ru;
use crate::i18n::speech::sentence;
use crate::model::scenario::Period;

/// What the panel says.
pub const WORDS: CohortWords = CohortWords {
    title: "Когорты: как долго остаются клиенты",
    table: "Таблица когорт",
    hint: |period| {
        let unit = match period {
            Period::Month => "месяц",
            Period::Quarter => "квартал",
            Period::Year => "год",
        };
        format!(
            "Строка\u{a0}— когорта, столбец\u{a0}— {unit} жизни когорты: сколько клиентов осталось, числом или в процентах от первого. У поздних когорт строки короче."
        )
    },
    examples: "Примеры из\u{a0}публикаций",
    regular: "Массовый сегмент",
    high_end: "Премиум-сегмент",
    example_source: "Сколько клиентов осталось в\u{a0}годы с\u{a0}0 по\u{a0}12, в\u{a0}процентах: Fader & Hardie 2007, таблица 1. Столбец будет считаться годом.",
    cohort: "Когорта",
    year_n: |at| format!("Год {at}"),
    understood: |cohorts, clients, renewals| {
        let word = plural_ru(cohorts, "когорта", "когорты", "когорт");
        let renewals_word = plural_ru(renewals as usize, "продления", "продлений", "продлений");
        sentence!("{cohorts} {word}, клиентов в начале: {clients}, до {renewals} {renewals_word}.")
    },
    understood_shares: |cohorts, renewals| {
        let word = plural_ru(cohorts, "когорта", "когорты", "когорт");
        let renewals_word = plural_ru(renewals as usize, "продления", "продлений", "продлений");
        sentence!("{cohorts} {word} в\u{a0}процентах, размеры неизвестны, до {renewals} {renewals_word}.")
    },
    removed: "Таблица когорт убрана",
    observed_churn: "Наблюдаемый отток",
    churn_range: |range, period| {
        let unit = match period {
            Period::Month => "в месяц",
            Period::Quarter => "в квартал",
            Period::Year => "в год",
        };
        format!("{range} {unit}")
    },
    churn_ends: |range| format!("Только случайность выборки, диапазон 80\u{a0}%: {range}"),
    use_as_churn: "Взять как отток",
    use_in_all: "Взять как отток во\u{a0}всех сценариях",
    use_here: "Только в\u{a0}этом",
    churn_is_now: |churn, letters, is_all| match letters {
        [] => format!("Теперь отток {churn}"),
        _ if is_all => format!("Теперь отток {churn} во\u{a0}всех сценариях"),
        some => format!("Теперь отток {churn}, только в\u{a0}{}", some.join(", ")),
    },
    churn_source: |churn, was| format!("по\u{a0}таблице когорт: {churn}; было {was}"),
    answers_adjusted: "Этот отток противоречит «Отдаче от\u{a0}расходов»: такие ответы будут подобраны заново.",
    answers_dropped: "С\u{a0}таким оттоком «Отдача от\u{a0}расходов» невозможна и\u{a0}будет выключена.",
    new_client: "LTV по\u{a0}этой таблице",
    payments: |payments, inside| {
        format!(
            "За вычетом расходов на удержание. Ожидаемых дисконтированных платежей {payments}; {inside} их стоимости приходится на\u{a0}наблюдаемые возрасты."
        )
    },
    split_moves: |times, own| {
        sentence!(
            "При этом распределении отток в\u{a0}каждом возрасте\u{a0}— ×{times} к\u{a0}табличному. С\u{a0}самим табличным оттоком LTV\u{a0}— {own}."
        )
    },
    worth_range: |range, models, supported| match (models, supported) {
        (1, true) => sentence!("Подтверждается одна модель: {range}."),
        (_, true) => sentence!("По\u{a0}подтверждённым моделям ({models}): {range}."),
        (1, false) => sentence!("По\u{a0}единственной модели, которую удалось подобрать: {range}."),
        (_, false) => sentence!("По\u{a0}всем моделям ({models}), так как данные их не\u{a0}различают: {range}."),
    },
    sampling_range: |range| sentence!("Только случайность выборки, 80\u{a0}% повторных таблиц: {range}."),
    fitting: "Подбираем модели",
    sampling: "Считаем разброс выборки",
    scenario_ltv: |ltv, is_outside| {
        if is_outside {
            sentence!(
                "В\u{a0}сценарии {ltv}: это вне диапазона, потому что там свой отток, одинаковый для всех возрастов, а\u{a0}не\u{a0}отток из\u{a0}таблицы."
            )
        } else {
            sentence!("В\u{a0}сценарии {ltv}, с\u{a0}одним оттоком для всех возрастов.")
        }
    },
    use_by_age: "Взять отток по\u{a0}возрасту",
    use_by_age_in_all: "Взять отток по\u{a0}возрасту во\u{a0}всех сценариях",
    by_age_now: |letters, is_all| match letters {
        [] => "Отток теперь зависит от\u{a0}возраста, как в\u{a0}этой таблице".into(),
        _ if is_all => "Отток теперь зависит от\u{a0}возраста во\u{a0}всех сценариях, как в\u{a0}этой таблице".into(),
        some => {
            format!("Отток теперь зависит от\u{a0}возраста, как в\u{a0}этой таблице, только в\u{a0}{}", some.join(", "))
        }
    },
    use_gives_up: "Один отток для всех возрастов не\u{a0}учитывает, как он меняется; отток по\u{a0}возрасту это сохраняет.",
    no_scenario: "Добавьте сценарий, чтобы увидеть, сколько стоят эти клиенты, и\u{a0}взять этот отток.",
    no_verdict: |model| {
        format!(
            "Без размеров когорт вывода между моделями нет. Расчёт\u{a0}— по\u{a0}модели «{model}»; вставьте числа клиентов, чтобы получить вывод."
        )
    },
    untested: |parameters, renewals| {
        sentence!(
            "Параметров подобрано: {parameters}, продлений: {renewals}. Для проверки прогноза этого мало: за наблюдаемыми возрастами это догадка."
        )
    },
    tested: |fitted, last, by| {
        format!(
            "Подобранная только по\u{a0}возрастам от\u{a0}0 до\u{a0}{fitted}, она ошибается в\u{a0}возрасте {last} на\u{a0}{by}; более простые модели не\u{a0}точнее."
        )
    },
    tested_worse: |fitted, last, by, simpler, less| {
        format!(
            "Подобранная только по\u{a0}возрастам от\u{a0}0 до\u{a0}{fitted}, она ошибается в\u{a0}возрасте {last} на\u{a0}{by}; более простая модель «{simpler}»\u{a0}— на\u{a0}{less}, поэтому далеко вперёд ей лучше не\u{a0}доверять."
        )
    },
    tested_fuller: |Rivals { fitted, last, used, by, fuller, less }| {
        format!(
            "Проверка прогноза (подбор по\u{a0}возрастам от\u{a0}0 до\u{a0}{fitted}) говорит в\u{a0}пользу модели «{fuller}»: её ошибка в\u{a0}возрасте {last}\u{a0}— {less}, а\u{a0}у\u{a0}«{used}»\u{a0}— {by}. Здесь всё же взята «{used}»: по\u{a0}всем возрастам эта таблица не\u{a0}даёт достаточных оснований для более сложной модели. Далеко вперёд не\u{a0}полагайтесь ни\u{a0}на одну."
        )
    },
    family: |family| match family {
        Family::Constant => "Постоянный отток",
        Family::Sbg => "Клиенты разные (sBG)",
        Family::DiscreteWeibull => "Отток по\u{a0}возрасту (дискретный Вейбулл)",
        Family::BetaDiscreteWeibull => "Оба фактора (бета-дискретный Вейбулл)",
    },
    family_short: |family| match family {
        Family::Constant => "Постоянный отток",
        Family::Sbg => "Клиенты разные",
        Family::DiscreteWeibull => "Отток по\u{a0}возрасту",
        Family::BetaDiscreteWeibull => "Оба фактора",
    },
    verdict: |family, first, later, renewal| match family {
        Family::Constant => sentence!("Данные хорошо описывает постоянный отток {first}."),
        Family::Sbg => format!(
            "По\u{a0}этой модели клиенты разные: на\u{a0}первом продлении уходят {first}, на\u{a0}{renewal}\u{2011}м\u{a0}— {later}. Те, кто уходит легко, к\u{a0}этому времени уже ушли."
        ),
        Family::DiscreteWeibull => {
            format!("Отток меняется с возрастом: {first} на первом продлении, {later} на {renewal}\u{2011}м.")
        }
        Family::BetaDiscreteWeibull => sentence!(
            "По\u{a0}этой модели клиенты разные, и\u{a0}отток каждого меняется с возрастом: на первом продлении уходят {first}, на {renewal}\u{2011}м\u{a0}— {later}."
        ),
    },
    parameters: |model| {
        let n = |value| number(Russian, value, 3);
        let turn = |shape: f64| if shape < 1.0 { "падает" } else { "растёт" };
        match *model {
            Model::Constant { churn } => format!("на каждом продлении уходят {}", per_cent(Russian, churn, 2)),
            Model::Sbg { alpha, beta } => format!(
                "\u{3b1} {}, \u{3b2} {}: сначала уходят в среднем {}",
                n(alpha),
                n(beta),
                per_cent(Russian, alpha / (alpha + beta), 1)
            ),
            Model::DiscreteWeibull { theta, shape } => {
                format!("\u{3b8} {}, c {}: отток с возрастом {}", n(theta), n(shape), turn(shape))
            }
            Model::BetaDiscreteWeibull { alpha, beta, shape } => format!(
                "\u{3b1} {}, \u{3b2} {}, c {}: отток каждого с возрастом {}",
                n(alpha),
                n(beta),
                n(shape),
                turn(shape)
            ),
        }
    },
    models: "Сравнение моделей",
    model: "Модель",
    parameter_column: "Параметры",
    log_likelihood: "Логарифм правдоподобия",
    verdict_column: "Вывод",
    verdict_of: "Подтверждается, самая простая",
    supported: "Тоже подтверждается",
    same_as: |name| format!("Не больше, чем «{name}»"),
    at_edge: "Смотреть на кривую, а не на параметры",
    worse: "Не\u{a0}предпочтительна",
    test: |fuller, simpler, p, gains| {
        let verdict = if gains {
            "более полная модель предпочтительна"
        } else {
            "для более полной модели этого мало"
        };
        sentence!("«{simpler}» \u{2192} «{fuller}»: p {p}, {verdict}.")
    },
    kept: "Оставшиеся клиенты по возрасту",
    kept_note: |last, to| format!("Наблюдение до возраста {last}, модели продолжены до {to}"),
    kept_summary: |observed, last, projected, to| {
        sentence!(
            "К возрасту {last} осталось {observed} клиентов; по выбранной модели к возрасту {to} останется {projected}."
        )
    },
    age: "Возраст",
    observed: "Наблюдение",
    project_to: "Продолжить до возраста",
    trial: "Проверка прогноза на последнем периоде",
    trial_note: |fitted, last| format!("Подбор по возрастам от 0 до {fitted}, проверка по возрасту {last}"),
    trial_summary: |model, miss, trend, trend_miss| {
        format!("«{model}» ошибается на {miss}, лучшая линия тренда («{trend}»)\u{a0}— на {trend_miss}")
    },
    method: "Способ",
    trend: |kind| match kind {
        TrendKind::Linear => "Прямая",
        TrendKind::Quadratic => "Парабола",
        TrendKind::Exponential => "Экспонента",
    },
    says: "Прогноз",
    misses_by: "Ошибка",
    points: |text| format!("{text}\u{a0}п.п."),
    base: "База по возрасту",
    base_note: "Сегодняшние клиенты перед ближайшим продлением: каждый возраст со\u{a0}своей вероятностью остаться\u{a0}— и\u{a0}все по\u{a0}одной средней доле",
    base_summary: |clients, by_age, average, rate, difference| {
        let average = match (by_age == average, difference) {
            (true, _) => "столько\u{a0}же".into(),
            (false, "") => average.to_owned(),
            (false, by) => format!("{average}, {by}"),
        };
        sentence!(
            "По\u{a0}возрасту клиенты из\u{a0}таблицы (их\u{a0}{clients}) стоят {by_age}; при среднем удержании {rate} выходит {average}."
        )
    },
    base_rate: |churn, is_moved| {
        let moved = if is_moved { ", с\u{a0}оттоком этого распределения" } else { "" };
        sentence!(
            "Среднее удержание\u{a0}— по\u{a0}последнему продлению каждой когорты{moved}; наблюдаемый отток {churn}\u{a0}— по\u{a0}всем продлениям таблицы. В\u{a0}сумме они не\u{a0}дают 100\u{a0}%."
        )
    },
    base_payments: "Каждое продление в\u{a0}таблице считается одним платежом; условия оплаты из\u{a0}сценария здесь не\u{a0}учтены.",
    base_broken_off: |count| {
        let cohorts = plural_ru(count, "когорта обрывается", "когорты обрываются", "когорт обрываются");
        format!(
            "{count}\u{a0}{cohorts} раньше соседних. За\u{a0}сегодняшних клиентов взято последнее число до\u{a0}пропуска."
        )
    },
    next_renewal: "Ближайшее продление",
    renewal: |n| format!("№\u{a0}{n}"),
    clients: "Клиенты",
    worth_of_one: "Ценность одного",
    by_age: "По возрасту",
    at_average: "По средней доле",
    limits: "Чего эта таблица не говорит",
    per_cent_only: "Размеры когорт неизвестны: нет ни\u{a0}диапазонов, ни\u{a0}p-значений, ни\u{a0}вывода. AIC и\u{a0}BIC\u{a0}— для 1000 клиентов в\u{a0}когорте.",
    one_cohort: "Когорта одна: останутся ли так же долго следующие клиенты, не видно.",
    nobody_left_unsized: "Пока никто не\u{a0}ушёл. Без размеров когорт не\u{a0}сказать, какой отток выглядел\u{a0}бы так\u{a0}же.",
    nobody_left: |high| {
        format!("Пока никто не\u{a0}ушёл. И\u{a0}всё\u{a0}же с\u{a0}вероятностью 10\u{a0}% отток выше {high}.")
    },
    few_lost: |lost| sentence!("Потеряно клиентов: {lost}. Это мало, и диапазон широк."),
    few_renewals: |have, need| sentence!("Продлений в таблице: {have}. Самой полной модели нужно {need}."),
    edge_of: |name| {
        format!("У правдоподобия модели «{name}» нет вершины: смотреть можно на кривую, но не на параметры.")
    },
    aic_prefers: |name| {
        format!("AIC ниже у\u{a0}модели «{name}», но недостаточно, чтобы её предпочесть. Нужно больше данных.")
    },
};
