//! Every chart is declared once: by its name it is found, and its words, its picture and its table go together.

use std::collections::BTreeSet;

use orbita::charts::Surface;
use orbita::drawing::Look;
use orbita::handover::chart::{ChartId, Titled};
use orbita::handover::economy::cohort_charts::{base, carried_to, kept, trial};
use orbita::handover::economy::forecast::{Writing, intro};
use orbita::handover::economy::revenue::Revenue;
use orbita::handover::economy::{Economy, Kind};
use orbita::handover::initiatives::{rows, worth_chart};
use orbita::handover::outcomes::opportunities;
use orbita::handover::site::Embed;
use orbita::i18n::Lang;
use orbita::insight::economy::cohort::{CohortReading, churn_factor, client};
use orbita::insight::economy::forecast::{every_end, period_ends};
use orbita::insight::economy::plan;
use orbita::insight::interviews::outcomes::outcomes;
use orbita::model::amount::Amount;
use orbita::model::scenario::{CohortTable, Counted, Period};

use super::{LANGS, example};

fn cohorts() -> CohortReading {
    let rows = [
        vec![900.0, 600.0, 470.0, 400.0, 350.0, 320.0, 300.0],
        vec![800.0, 540.0, 410.0, 350.0, 310.0, 280.0],
        vec![850.0, 560.0, 430.0, 360.0, 320.0],
    ];
    let amounts = |row: &Vec<f64>| row.iter().map(|count| Amount::new(*count).expect("finite")).collect();
    let table = CohortTable { per_cent: false, rows: rows.iter().map(amounts).collect(), names: Vec::new() };
    CohortReading::of(&table).expect("a reading")
}

/// A chart of the example, or of a table of cohorts. A new chart does not compile without its line.
fn declared(id: ChartId, lang: Lang) -> Option<Titled> {
    let (_, project) = example(lang);
    let economy = Economy::of(&project, lang, true)?;
    let (scenario, reading) = (economy.here()?.scenario.clone(), cohorts());
    match id {
        ChartId::Scenarios(kind) => economy.chart(kind),
        ChartId::Cohorts => Some(kept(lang, &reading, carried_to(&reading))),
        ChartId::Trial => Some(trial(lang, &reading, reading.holdout.as_ref()?)),
        ChartId::Base => {
            let factor = churn_factor(&scenario).ok()?;
            let aged = reading.base(&client(&scenario).ok()?, factor, Period::Month);
            Some(base(lang, "$", &reading, Some(&aged), factor))
        }
        ChartId::Bridge => Some(Revenue::of(&project, lang)?.bridge),
        ChartId::Forecast => {
            let ends = period_ends(&scenario, &plan::alone(&scenario).ok()?, &every_end(&scenario)).ok()?;
            let said = intro(&scenario, &ends, Counted::Clients, lang).join(" ");
            Some(Writing::of(&scenario, lang).titled(said, &ends, Counted::Clients))
        }
        ChartId::Worth => {
            let all = rows(&project, &economy);
            let valued = all.iter().find(|row| row.value.is_ok())?;
            Some(worth_chart(lang, "$", valued.name.clone(), valued.name.clone(), valued.value.as_ref().ok()))
        }
        ChartId::Opportunities => Some(opportunities(&project, lang, &outcomes(&project))),
    }
}

#[test]
fn every_chart_is_declared_with_its_words_its_picture_and_its_table() {
    for lang in LANGS {
        let mut titles = BTreeSet::new();
        for id in ChartId::ALL {
            let titled = declared(id, lang).unwrap_or_else(|| panic!("{id:?} is put together of the example"));
            assert_eq!(titled.id, id);
            for words in [&titled.title, &titled.subtitle, &titled.summary] {
                assert!(!words.trim().is_empty(), "{id:?} {lang:?}: {words:?}");
            }
            assert!(titles.insert(titled.title.clone()), "{id:?}: two charts are called {:?}", titled.title);
            let sheet =
                Surface { width: 600.0, height: titled.chart.height(600.0), look: Look::LIGHT, lang: lang.code() };
            let (drawing, table) = (titled.chart.draw(&sheet), titled.chart.table());
            assert!(!table.rows.is_empty(), "{id:?} has figures");
            assert_eq!(drawing.stops.len(), table.rows.len(), "{id:?}: a row is a place on the picture");
            assert!(table.rows.iter().all(|row| row.values.len() + 1 == table.columns.len()), "{id:?}");
        }
    }
}

#[test]
fn a_chart_is_found_by_its_name() {
    let names: BTreeSet<&str> = ChartId::ALL.iter().map(|id| id.name()).collect();
    assert_eq!(names.len(), ChartId::ALL.len(), "{names:?}");
    for kind in Kind::ALL {
        let name = ChartId::Scenarios(kind).name();
        assert_eq!(Embed::of(&format!("?embed={name}")), Some(Embed::Chart(kind)));
    }
}
