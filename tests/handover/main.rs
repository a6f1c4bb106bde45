//! What is handed over: everything is in it, it is sound by the rules of its kind, and what people typed is only text in it.

#[path = "../acts/mod.rs"]
mod acts;
mod charts;
mod clients;
#[path = "../corpus/mod.rs"]
mod corpus;
mod economy;
mod explained;
mod exported;
mod extremes;
mod hostile;
#[path = "../office/package.rs"]
mod package;
mod report;
mod site;
mod slides;
mod workbook;

use chrono::NaiveDate;
use orbita::i18n::Lang;
use orbita::model::Engagement;
use orbita::storage::envelope;

/// The text of a project with records of every kind, and the project.
fn everything() -> (&'static str, Engagement) {
    let text = include_str!("../fixtures/version-2-everything.json");
    (text, envelope::read(text).expect("a document").engagement)
}

/// The example that the product ships: a map and two scenarios.
fn example(lang: Lang) -> (&'static str, Engagement) {
    let text = match lang {
        Lang::English => include_str!("../../public/examples/en.json"),
        Lang::Russian => include_str!("../../public/examples/ru.json"),
    };
    (text, envelope::read(text).expect("a document").engagement)
}

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day")
}

const LANGS: [Lang; 2] = [Lang::English, Lang::Russian];
