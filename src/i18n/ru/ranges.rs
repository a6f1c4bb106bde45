//! Ranges and simulations in Russian.

use crate::i18n::quote::title_ru;
use crate::i18n::ranges::RangeWords;
use crate::i18n::ru::counts::{counted_ru, plural_ru};
use crate::i18n::speech::sentence;

pub const WORDS: RangeWords = RangeWords {
    range: "Диапазон",
    range_means: "Половина случаев ниже вероятного значения, один из\u{a0}десяти\u{a0}— ниже нижней границы, один из\u{a0}десяти\u{a0}— выше верхней.",
    only_above: "Ниже вероятного значения случаев нет: половина приходится ровно на\u{a0}него. Один из\u{a0}десяти\u{a0}— выше верхней границы.",
    only_below: "Выше вероятного значения случаев нет: половина приходится ровно на\u{a0}него. Один из\u{a0}десяти\u{a0}— ниже нижней границы.",
    one_sided_too: "Если граница совпадает с\u{a0}вероятным значением, за\u{a0}неё не\u{a0}выходит ни\u{a0}один случай, а\u{a0}половина приходится ровно на\u{a0}это значение.",
    low: "От",
    likely: "Вероятно",
    high: "До",
    make_exact: "Убрать диапазон",
    tornado_columns: [
        "Параметр",
        "Нижняя граница",
        "Прибыль на нижней границе",
        "Верхняя граница",
        "Прибыль на верхней границе",
    ],
    end_stops: |value| format!("{value} (предел)"),
    stops_for: |input, answer| {
        format!(
            "{}\u{a0}— только до\u{a0}предела: дальше противоречие с\u{a0}ответом {}.",
            title_ru(input),
            title_ru(answer)
        )
    },
    levers_left_out: |count| {
        format!("Не\u{a0}показано из-за слабого влияния: {}", counted_ru(count, "параметр", "параметра", "параметров"))
    },
    moves: "Корреляция",
    moves_alone: "нет",
    moves_with_base: |letter| format!("прямая, с\u{a0}тем\u{a0}же параметром\u{a0}{letter}"),
    moves_with: |input| format!("прямая, с\u{a0}параметром «{input}»"),
    moves_against: |input| format!("обратная, с\u{a0}параметром «{input}»"),
    range_of: |label| format!("{label}, диапазон"),
    drawn_of: |letters, count| format!("на графике {letters}, всего сценариев: {count}"),
    low_too_high: |likely| sentence!("Не\u{a0}больше вероятного значения: {likely}."),
    high_too_low: |likely| sentence!("Не\u{a0}меньше вероятного значения: {likely}."),
    no_low: |likely| sentence!("Нижней границы нет: диапазон начинается с\u{a0}вероятного значения, {likely}."),
    no_high: |likely| sentence!("Верхней границы нет: диапазон кончается на\u{a0}вероятном значении, {likely}."),
    range_80: |range, median| match median {
        None => format!("Медиана симуляций, диапазон 80\u{a0}%: {range}"),
        Some(median) => format!("Медиана симуляций {median}, диапазон 80\u{a0}%: {range}"),
    },
    chance_positive: |chance| format!("вероятность прибыли {chance}"),
    chance_better: |name, chance| format!("{} впереди в\u{a0}{chance} симуляций", title_ru(name)),
    conditions: " при этих диапазонах и\u{a0}ответах",
    median_of_runs: "Медиана симуляций",
    median_beside: |median| format!("вероятные значения; медиана {median}"),
    from_likely: "По\u{a0}вероятным значениям",
    no_ranges: "Диапазоны не\u{a0}заданы, поэтому разброс не\u{a0}показан.",
    by_likely: |sum| sentence!("По\u{a0}вероятным значениям\u{a0}— {sum}."),
    single_clients: |clients, points, months| {
        let whole = clients.replace('\u{a0}', "").parse().ok();
        let of_them = whole.map_or("клиента", |count| plural_ru(count, "клиенте", "клиентах", "клиентах"));
        format!(
            "Диапазоны не\u{a0}учитывают случайность. При {clients}\u{a0}{of_them} она одна сдвигает долю оставшихся к\u{a0}месяцу {months} в\u{a0}пределах \u{b1}{points} в\u{a0}восьми случаях из\u{a0}десяти."
        )
    },
    drawn_apart: |letter, base, list| {
        sentence!(
            "Сценарии {letter} и\u{a0}{base} моделируются отдельно там, где диапазоны у\u{a0}них разные: {list}. Диапазон разницы от\u{a0}этого шире: часть его\u{a0}— случайность, а\u{a0}не\u{a0}выбор."
        )
    },
    drawn_apart_here: |base| {
        format!(
            "Диапазон не\u{a0}тот, что в\u{a0}сценарии\u{a0}{base}, поэтому они моделируются отдельно, и\u{a0}диапазон разницы шире."
        )
    },
    draw_together: "Менять вместе",
    other_tab_has: |number| format!("В другой вкладке здесь {number}."),
    use_other: "Взять то число",
    keep_this: "Оставить это",
    calculating_ranges: "Считаем диапазон",
    with_luck: "со\u{a0}случайными колебаниями",
    low_of: |name| format!("{name}, низ"),
    high_of: |name| format!("{name}, верх"),
};
