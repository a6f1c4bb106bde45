//! The table of all friction points, in Russian.

use crate::i18n::frictions::FrictionsWords;

pub const WORDS: FrictionsWords = FrictionsWords {
    title: "Все точки трения",
    hint: "Enter переходит вниз по столбцу, Shift+Enter вверх. Цифры от 1 до 5 ставят оценку.",
    score: "Балл",
    friction: "Точка трения",
    place: "Карта и этап",
    sort: "Сортировать по баллу",
    with_to_be: "И карты «Как будет»",
    grade_hint: "От 1 до 5",
    none: "Точек трения пока нет",
    none_hint: "Введите под картой «!» и что мешает клиенту: здесь соберутся точки трения всех карт.",
    go: "Показать на карте",
};
