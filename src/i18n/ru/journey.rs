//! What a map and its parts are called, on every screen and in files, in Russian.

use crate::i18n::journey::JourneyWords;
use crate::i18n::ru::counts::plural_ru;

pub const WORDS: JourneyWords = JourneyWords {
    // The map as a whole.
    untitled_map: "Карта без названия",
    no_map_title: "В этом проекте нет карт",
    no_map_hint: "На карте этапы идут слева направо, дорожки\u{a0}— сверху вниз. Добавьте карту и печатайте.",
    persona: "Персона",
    scenario: "Ситуация",
    kind: "Тип",
    as_is: "Как есть",
    to_be: "Как будет",
    second_curve: "Кривая для сравнения",
    // Its lanes and stages.
    journey_map: "Карта пути клиента",
    lane: "Дорожка",
    stage_n: |number| format!("Этап {number}"),
    // The emotion curve.
    no_level: "нет оценки",
    peak: "Пик",
    lowest: "Минимум",
    last: "Финал",
    steepest_drop: "Самый резкий спад",
    // The friction ranking.
    friction_ranking: "Рейтинг трения",
    total_of: |count| {
        format!("Общий балл, {count}\u{a0}{}", plural_ru(count, "точка трения", "точки трения", "точек трения"))
    },
    score_is: |score| format!("Балл {score}"),
    frequency: "Частота",
    impact: "Влияние",
    owner: "Владелец",
    next_step: "Следующий шаг",
    due: "Срок",
    evidence: "Основание",
    assumed: "Гипотеза",
    observed: "Наблюдение",
    measured: "Замер",
    no_owner: "нет владельца",
    no_step: "нет шага",
    // Kinds of lanes.
    lane_actions: "Действия",
    lane_touchpoints: "Точки контакта",
    lane_thoughts: "Мысли",
    lane_emotion: "Эмоции",
    lane_friction: "Точки трения",
    lane_opportunities: "Возможности",
    lane_backstage: "Внутренние процессы",
    lane_pulse: "Показатели",
    lane_free: "Произвольная дорожка",
    // Where the palette goes.
    palette_map: "Карта",
    palette_stage: "Этап",
    palette_friction: "Точка трения",
    // In files.
    rank: "№",
    stage: "Этап",
    score: "Балл",
    lane_goes_on: "продолжение на следующей странице",
    lane_went_on: "продолжение",
    page_of: |page, pages| format!("Страница {page} из {pages}"),
};
