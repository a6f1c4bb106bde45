//! The workbook, read back.

use orbita::edit::draft::JourneyDraft;
use orbita::exchange::office::xlsx::{self, Value, read};
use orbita::handover::workbook::workbook;
use orbita::i18n::Lang;
use orbita::model::Collection;
use orbita::model::scenario::Period;
use orbita::tables::choice::Choices;
use orbita::tables::fault::Kind;
use orbita::tables::map;
use orbita::tables::reading::Context;
use orbita::tables::workbook::{Sheet, Workbook};

use super::{LANGS, corpus, everything, package::parts};

#[test]
fn every_collection_has_its_sheet() {
    let (_, project) = everything();
    for lang in LANGS {
        let bytes = workbook(&project, lang, None);
        assert_eq!(bytes, workbook(&project, lang, None), "the same bytes each time");
        parts(&bytes);
        let tables = read(&bytes).expect("a workbook");
        let maps = project.count(Collection::Journey);
        let cohorts = project.scenarios().filter(|(_, scenario)| scenario.cohorts.is_some()).count();
        // Maps, twice; ranking, finding, scenarios, initiatives, clients; tables of cohorts.
        assert_eq!(
            tables.len(),
            2 * maps + 5 + cohorts,
            "{:?}",
            tables.iter().map(|table| &table.name).collect::<Vec<_>>()
        );
        let rows = |at: usize| tables[at].rows.len() - 1;
        let held: usize = (maps..2 * maps).map(rows).sum();
        let parts = [Collection::Card, Collection::Stage, Collection::Lane];
        assert!(held >= parts.map(|part| project.count(part)).into_iter().sum(), "{held}");
        assert_eq!(rows(tables.len() - 1), project.count(Collection::Account));
        assert_eq!(rows(tables.len() - 2), project.count(Collection::Initiative));
        for table in &tables {
            let width = table.rows[0].len();
            assert!(table.rows.iter().all(|row| row.len() <= width), "{}: a head for each column", table.name);
            assert!(
                table.rows[0].iter().all(|head| matches!(head, Value::Text(text) if !text.is_empty())),
                "{}",
                table.name
            );
        }
    }
}

#[test]
fn a_map_stands_as_it_is_seen() {
    let map = corpus::MAPS[0];
    let tables = read(&workbook(&corpus::project(corpus::draft(map)), Lang::Russian, None)).expect("a workbook");
    let text = |text: &str| Value::Text(text.into());
    assert_eq!(tables[0].name, "Стоматология первый приём и пла");
    assert_eq!(tables[0].rows[0][..3], [text("Дорожка"), text("Боль и поиск"), text("Запись")]);
    assert_eq!(tables[0].rows[1][1], text("Терпит неделю, надеется, что само пройдёт"));
    let emotion = tables[0].rows.iter().find(|row| row[0] == text("Эмоции")).expect("the lane");
    assert_eq!(emotion[1], Value::Number(-1.5));
    let ranking = tables.iter().find(|table| table.name == "Рейтинг трения").expect("the sheet");
    assert_eq!(ranking.rows[1][0], Value::Number(1.0));
    assert_eq!(ranking.rows[1][4], Value::Number(25.0));
    let days = ranking.rows.iter().skip(1).filter(|row| matches!(row.get(9), Some(Value::Day(_)))).count();
    assert!(days > 10);
}

#[test]
fn a_map_comes_back_whole_from_the_sheet_that_is_read() {
    for lang in LANGS {
        for project in [super::example(lang).1, corpus::project(corpus::draft(corpus::MAPS[0]))] {
            let (map, _) = project.journeys().next().expect("a map");
            let draft = JourneyDraft::of(&project, map).expect("a map");
            let tables = xlsx::read(&workbook(&project, lang, None)).expect("a workbook").into_iter();
            let sheets = tables.map(|table| Sheet { text: table.text(), name: table.name });
            let book = Workbook::of(sheets, Some(Kind::Map), lang).expect("sheets");
            let choices = Choices::default();
            let context = Context { lang, currency: "", columns: Period::Month, choices: &choices, today: None };
            let read = map::read(&book.grid(lang, &choices), context);
            assert!(read.is_certain(), "{:?} {:?}", read.faults, read.questions);
            let read = read.value.expect("a map");
            assert_eq!((&read.title, &read.persona, &read.kind), (&draft.title, &draft.persona, &draft.kind));
            let curve = |draft: &JourneyDraft| draft.stages.iter().map(|stage| stage.emotion).collect::<Vec<_>>();
            assert_eq!(curve(&read), curve(&draft));
            let cards = |draft: &JourneyDraft| draft.stages.iter().map(|stage| stage.cells.clone()).collect::<Vec<_>>();
            assert_eq!(cards(&read), cards(&draft));
        }
    }
}
