//! The files that are opened: the example in both languages, ordinary maps, and texts that are far too long, in both formats.

use chrono::NaiveDate;
use orbita::edit::draft::{CardDraft, JourneyDraft};
use orbita::edit::store::Store;
use orbita::edit::{Command, HeadField};
use orbita::exchange::office::pptx::Format;
use orbita::handover::economy::Economy;
use orbita::handover::slides::{Talk, slides};
use orbita::i18n::Lang;
use orbita::model::Engagement;
use orbita::model::journey::LaneKind;
use orbita::model::quantity::{Grade, Level};
use orbita::model::scenario::Scenario;
use orbita::storage::envelope;

use crate::corpus;

/// A file of slides.
pub struct Deck {
    /// What it is, as a name for its file.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// All of them.
pub fn all() -> Vec<Deck> {
    let mut decks = Vec::new();
    for (name, project, lang) in projects() {
        let economy = Economy::of(&project, lang, false);
        for (size, format) in [("a4", Format::A4), ("wide", Format::Wide)] {
            let talk = Talk { engagement: &project, economy: economy.as_ref(), format, date: date(), lang };
            decks.push(Deck { name: format!("{name}-{size}"), bytes: slides(&talk) });
        }
    }
    decks
}

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day")
}

fn projects() -> Vec<(&'static str, Engagement, Lang)> {
    let read = |text| envelope::read(text).expect("a document").engagement;
    vec![
        ("example-en", read(include_str!("../../../../public/examples/en.json")), Lang::English),
        ("example-ru", read(include_str!("../../../../public/examples/ru.json")), Lang::Russian),
        ("everything", read(include_str!("../../../fixtures/version-6-everything.json")), Lang::English),
        ("crowd", crowd(), Lang::Russian),
        ("long", long(), Lang::Russian),
    ]
}

/// An ordinary full map.
fn crowd() -> Engagement {
    corpus::project(corpus::draft(corpus::MAPS[0]))
}

/// Texts that are longer than anybody foresees, each of them with an end that tells it from the others.
fn long() -> Engagement {
    let sentence = "Клиент долго ищет договор & счёт <за прошлый месяц>, звонит «в поддержку»\tи ждёт ответа; \
                    nobody tells him \"why\" or for how long ]]> ";
    let word = "Сверхпревысокомногорассмотрительствующий";
    let text = |times: usize, end: &str| format!("{}{word}{word} {end}", sentence.repeat(times));
    let mut draft = JourneyDraft::blank(3);
    draft.title = text(4, "карта");
    draft.persona = text(3, "лицо");
    draft.scenario = text(3, "случай");
    for (at, lane) in draft.lanes.iter_mut().enumerate() {
        lane.name = text(1, &format!("дорожка{at}"));
    }
    let frictions = draft.lanes.iter().position(|lane| lane.kind == LaneKind::Friction).expect("frictions");
    let emotion = draft.lanes.iter().position(|lane| lane.kind == LaneKind::Emotion);
    let lanes = draft.lanes.len();
    for (column, stage) in draft.stages.iter_mut().enumerate() {
        stage.name = text(1, &format!("этап{column}"));
        stage.subtitle = text(1, &format!("срок{column}"));
        stage.emotion = Some(if column == 1 { Level::LOWEST } else { Level::HIGHEST });
        stage.cells = (0..lanes)
            .map(|lane| {
                if Some(lane) == emotion {
                    return Vec::new();
                }
                let mut cards = vec![
                    CardDraft::text(text(2, &format!("карточка{column}x{lane}"))),
                    CardDraft::text(word.repeat(6)),
                    CardDraft::text("одна\n\nдве\nтри"),
                ];
                if lane == frictions {
                    for card in &mut cards {
                        card.details.frequency = Some(Grade::ALL[4]);
                        card.details.impact = Some(Grade::ALL[4]);
                        card.details.owner = text(1, "хозяин");
                        card.details.next_step = text(6, "шаг");
                        card.details.due = Some(date());
                    }
                }
                cards
            })
            .collect();
    }
    let mut store = Store::new(Engagement::new(), None, false);
    let mut act = |command| _ = store.dispatch(command, 0.0).expect("a change");
    act(Command::SetHead(HeadField::Title, text(3, "проект")));
    act(Command::AddJourney(Box::new(draft)));
    for at in 0..3 {
        act(Command::AddScenario(Box::new(Scenario {
            name: text(1, &format!("сценарий{at}")),
            ..Scenario::sample("$", 1.0)
        })));
    }
    store.engagement().clone()
}
