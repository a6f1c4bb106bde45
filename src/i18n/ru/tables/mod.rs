//! Таблицы по-русски.

mod faults;
mod files;
mod notes;
mod questions;

use crate::i18n::tables::TableWords;
use crate::tables::record::Record;
use crate::tables::role::CardColumn;

/// What is said about tables.
pub const WORDS: TableWords = TableWords {
    cohort: "Когорта",
    cohort_per_cent: "Когорта, %",
    client: "Клиент",
    period: "Период",
    column: |column| match column {
        CardColumn::Stage => "Этап",
        CardColumn::Lane => "Дорожка",
        CardColumn::Text => "Текст",
        CardColumn::Emotion => "Эмоция",
        CardColumn::Frequency => "Частота",
        CardColumn::Impact => "Влияние",
        CardColumn::Score => "Балл",
        CardColumn::Owner => "Владелец",
        CardColumn::NextStep => "Следующий шаг",
        CardColumn::Due => "Срок",
        CardColumn::Evidence => "Основание",
        CardColumn::Tags => "Метки",
        CardColumn::Second => "Кривая для сравнения",
        CardColumn::Votes => "Голоса",
        CardColumn::Record => "Тип строки",
        CardColumn::Minutes => "Минуты",
        CardColumn::Script => "Сценарий ведущего",
    },
    record: |record| match record {
        Record::Card => "Карточка",
        Record::Stage => "Этап",
        Record::Lane => "Дорожка",
        Record::HiddenLane => "Скрытая дорожка",
        Record::Title => "Название карты",
        Record::Persona => "Персона",
        Record::Scenario => "Ситуация",
        Record::Kind => "Тип карты",
        Record::SecondCurve => "Кривая для сравнения",
        Record::Agenda => "Шаг плана",
    },
    note: notes::note,
    question: questions::question,
    choice: questions::choice,
    fault: faults::fault,
    no_text: files::no_text,
    no_table: files::no_table,
};
