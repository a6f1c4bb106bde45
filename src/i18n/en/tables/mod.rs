//! Tables in English.

mod faults;
mod files;
mod notes;
mod questions;

use crate::i18n::tables::TableWords;
use crate::tables::record::Record;
use crate::tables::role::CardColumn;

/// What is said about tables.
pub const WORDS: TableWords = TableWords {
    cohort: "Cohort",
    cohort_per_cent: "Cohort, %",
    client: "Client",
    period: "Period",
    column: |column| match column {
        CardColumn::Stage => "Stage",
        CardColumn::Lane => "Lane",
        CardColumn::Text => "Text",
        CardColumn::Emotion => "Emotion",
        CardColumn::Frequency => "Frequency",
        CardColumn::Impact => "Impact",
        CardColumn::Score => "Score",
        CardColumn::Owner => "Owner",
        CardColumn::NextStep => "Next step",
        CardColumn::Due => "Due",
        CardColumn::Evidence => "Evidence",
        CardColumn::Tags => "Tags",
        CardColumn::Second => "Comparison curve",
        CardColumn::Votes => "Votes",
        CardColumn::Record => "Row type",
        CardColumn::Minutes => "Minutes",
        CardColumn::Script => "Script",
    },
    record: |record| match record {
        Record::Card => "Card",
        Record::Stage => "Stage",
        Record::Lane => "Lane",
        Record::HiddenLane => "Hidden lane",
        Record::Title => "Map title",
        Record::Persona => "Persona",
        Record::Scenario => "Scenario",
        Record::Kind => "Map type",
        Record::SecondCurve => "Comparison curve",
        Record::Agenda => "Agenda step",
    },
    note: notes::note,
    question: questions::question,
    choice: questions::choice,
    fault: faults::fault,
    no_text: files::no_text,
    no_table: files::no_table,
};
