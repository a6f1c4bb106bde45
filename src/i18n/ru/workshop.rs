//! What is said while people work on a map together: the agenda and the votes, in Russian.

use crate::i18n::ru::counts::plural_ru;
use crate::i18n::workshop::WorkshopWords;

pub const WORDS: WorkshopWords = WorkshopWords {
    agenda_step: "Шаг",
    agenda_script: "Что сказать",
    add_agenda_step: "Добавить шаг",
    five_minutes_more: "+5 мин",
    no_agenda: "У этой карты пока нет плана встречи.",
    two_hour_agenda: "Взять план на два часа",
    agenda_total: |steps, minutes| {
        format!(
            "{steps}\u{a0}{}, {minutes}\u{a0}{}",
            plural_ru(steps, "шаг", "шага", "шагов"),
            plural_ru(minutes as usize, "минута", "минуты", "минут")
        )
    },
    minutes: "мин",
    minutes_allowed: "Минуты\u{a0}— целое число от 1 до 600",
    minutes_of: |step| format!("Минут: {step}"),
    begin: "Начать",
    begin_step: |step| format!("Начать: {step}"),
    pause: "Пауза",
    go_on: "Продолжить",
    next_step_of_agenda: "Дальше",
    end: "Закончить",
    time_left: "Осталось времени",
    rate_hint: "Спросите каждого и нажмите его оценку, от 1 до 5",
    vote_of: |level| format!("Голос {level}"),
    no_votes: "голосов пока нет",
    hide_votes: "Скрыть голоса",
    show_votes: "Показать голоса",
    votes_hidden: |count| format!("{count}\u{a0}{}, скрыто", plural_ru(count, "голос", "голоса", "голосов")),
    take_vote_back: "Отменить последний голос",
    clear_votes: "Сбросить голоса",
    cleared_votes: |stage| format!("Голоса сброшены: {stage}"),
};
