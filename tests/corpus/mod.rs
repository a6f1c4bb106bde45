//! Ordinary maps of a full workshop: 8 stages, 7 lanes, 150 cards of 30 letters in the mean, 18 frictions, most of them with
//! a score, an owner, a next step and a day. Written for these tests, apart from the texts that the product ships.

#![allow(dead_code, reason = "each test takes what it needs")]

use chrono::{Days, NaiveDate};
use orbita::edit::draft::JourneyDraft;
use orbita::edit::{Command, plan};
use orbita::i18n::Lang;
use orbita::model::Engagement;
use orbita::model::scenario::Period;
use orbita::tables::choice::Choices;
use orbita::tables::map;
use orbita::tables::reading::{Context, grid};

/// Each with the name of its file.
pub const MAPS: [(&str, &str, &str); 5] = [
    ("ru-clinic", "Стоматология: первый приём и план лечения", include_str!("../fixtures/maps/ru-clinic.csv")),
    ("ru-mortgage", "Ипотека: от мысли о квартире до ключей", include_str!("../fixtures/maps/ru-mortgage.csv")),
    ("ru-warehouse", "Внедрение складской программы", include_str!("../fixtures/maps/ru-warehouse.csv")),
    ("en-gym", "Gym membership: from January to habit", include_str!("../fixtures/maps/en-gym.csv")),
    ("en-ledger", "Cloud bookkeeping for small firms", include_str!("../fixtures/maps/en-ledger.csv")),
];

/// A map of [`MAPS`] as a draft.
pub fn draft((_, title, text): (&str, &str, &str)) -> JourneyDraft {
    let context = Context {
        lang: Lang::English,
        currency: "",
        columns: Period::Month,
        choices: &Choices::default(),
        today: None,
    };
    let mut draft = map::read(&grid(text, context), context).value.expect("a map");
    draft.title = title.into();
    let first = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
    let cards = draft.stages.iter_mut().flat_map(|stage| &mut stage.cells).flatten();
    for (at, card) in cards.filter(|card| !card.details.next_step.is_empty()).enumerate() {
        card.details.due = first.checked_add_days(Days::new(at as u64 * 5 % 60));
    }
    draft
}

/// A project of one map.
pub fn project(draft: JourneyDraft) -> Engagement {
    let mut engagement = Engagement::new();
    let add = Command::AddJourney(Box::new(draft));
    let plan = plan(&engagement, add).expect("a map");
    engagement.swap(plan.change);
    engagement
}
