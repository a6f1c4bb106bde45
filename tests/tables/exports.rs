//! What goes out is read again, in every dress and both languages, with nothing lost.

use orbita::charts;
use orbita::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use orbita::exchange::markdown;
use orbita::i18n::Lang;
use orbita::i18n::journey::JourneyWords;
use orbita::model::amount::Amount;
use orbita::model::day::parse_day;
use orbita::model::journey::{AgendaStep, Card, Details, Evidence, JourneyKind, Lane, LaneKind};
use orbita::model::quantity::{Grade, Level};
use orbita::model::record::Record;
use orbita::model::scenario::{Account, Period};
use orbita::tables::bytes::{Encoding, decode, read_as};
use orbita::tables::choice::Choices;
use orbita::tables::cohorts::Cohorts;
use orbita::tables::export;
use orbita::tables::fault::FileKind;
use orbita::tables::grid::Grid;
use orbita::tables::reading::Context;
use orbita::tables::{accounts, cohorts, figures, file, fold, map, measures, vocabulary};
use proptest::prelude::*;

/// How a file may come back from a spreadsheet or an editor.
#[derive(Clone, Copy, Debug)]
enum Dress {
    AsWritten,
    NoMark,
    Lf,
    Cr,
    Clipboard,
    Said,
    Utf16Le,
    Utf16BeNoMark,
}

const DRESSES: [Dress; 8] = [
    Dress::AsWritten,
    Dress::NoMark,
    Dress::Lf,
    Dress::Cr,
    Dress::Clipboard,
    Dress::Said,
    Dress::Utf16Le,
    Dress::Utf16BeNoMark,
];

fn langs() -> impl Strategy<Value = Lang> {
    prop::sample::select(vec![Lang::English, Lang::Russian])
}

fn dresses() -> impl Strategy<Value = Dress> {
    prop::sample::select(DRESSES.to_vec())
}

/// The text of rows after they went through another program.
fn dressed(rows: &[Vec<export::Cell>], dress: Dress, lang: Lang) -> String {
    let text = export::sheet(lang, rows);
    let bare = text.strip_prefix('\u{feff}').expect("a mark");
    let units = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let bytes = match dress {
        Dress::AsWritten => text.as_bytes().to_vec(),
        Dress::NoMark => bare.as_bytes().to_vec(),
        Dress::Lf => bare.replace("\r\n", "\n").into_bytes(),
        Dress::Cr => bare.replace("\r\n", "\r").into_bytes(),
        Dress::Clipboard => export::tabbed(lang, rows).into_bytes(),
        Dress::Said => format!("sep={}\r\n{bare}", if lang == Lang::English { ',' } else { ';' }).into_bytes(),
        Dress::Utf16Le => units(&text, u16::to_le_bytes),
        Dress::Utf16BeNoMark => units(bare, u16::to_be_bytes),
    };
    decode(&bytes).expect("text").text
}

fn context(choices: &Choices, lang: Lang) -> Context<'_> {
    Context { lang, currency: "", columns: Period::Month, choices, today: None }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zа-яё0-9 ,;\"'=+@|\\-:\\[\\]\t\n#]{0,12}",
        1 => "[=+@＝－\u{feff}\u{200b} -]{1,4}[a-z]{0,3}",
        1 => "[\u{b}\u{2028}a]{1,4}",
        1 => "(Stage|Этап|Lane|Total|Итого|Month|-) ?[0-9]?",
        1 => "и\u{306}|й|e\u{301}|\u{1f642}|[0-9]{1,3},[0-9]{3}|[0-9]{1,2}\\.[0-9]{4}",
        1 => Just(String::new()),
    ]
}

/// Words as a name holds them: one line, no white space around.
fn name() -> impl Strategy<Value = String> {
    words().prop_map(|words| {
        words
            .replace(['\n', '\t', '\u{b}', '\u{2028}'], " ")
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
            .to_owned()
    })
}

fn details() -> impl Strategy<Value = Details> {
    let grade = || prop::option::of(prop::sample::select(Grade::ALL.to_vec()));
    let due = prop::option::of((2_000..2_100_i32, 1..13_u32, 1..29_u32));
    let tags = prop::collection::btree_set(words().prop_filter("a tag", |tag| !tag.is_empty()), 0..4);
    (grade(), grade(), words(), words(), due, prop::sample::select(Evidence::ALL.to_vec()), tags).prop_map(
        |(frequency, impact, owner, next_step, due, evidence, tags)| Details {
            frequency,
            impact,
            owner,
            next_step,
            due: due.and_then(|(y, m, d)| parse_day(&format!("{y}-{m:02}-{d:02}")).ok()),
            evidence,
            tags: tags.into_iter().collect(),
        },
    )
}

fn card() -> impl Strategy<Value = CardDraft> {
    (words(), details()).prop_map(|(text, details)| CardDraft { card: Card { text }, details })
}

fn level() -> impl Strategy<Value = Level> {
    (-4_i8..=4).prop_map(Level::from_halves)
}

fn maps() -> impl Strategy<Value = JourneyDraft> {
    let lane = (prop::sample::select(LaneKind::ALL.to_vec()), name(), any::<bool>(), words());
    let lane = lane.prop_map(|(kind, name, hidden, prompt)| Lane { name, kind, hidden, prompt });
    let step =
        (words(), 1..600_u16, words()).prop_map(|(title, minutes, script)| AgendaStep { title, minutes, script });
    let head = (words(), words(), words(), any::<bool>(), prop::option::of(words()), prop::collection::vec(step, 0..3));
    (prop::collection::vec(lane, 0..6), head).prop_flat_map(|(mut lanes, head)| {
        let mut emotions = 0;
        lanes.retain(|lane| {
            emotions += usize::from(!lane.kind.holds_cards());
            lane.kind.holds_cards() || emotions == 1
        });
        let cells: Vec<BoxedStrategy<Vec<CardDraft>>> = lanes
            .iter()
            .map(|lane| {
                if lane.kind.holds_cards() { prop::collection::vec(card(), 0..3).boxed() } else { Just(vec![]).boxed() }
            })
            .collect();
        let votes = prop::collection::vec(level(), 0..4);
        let stage = (name(), words(), prop::option::of(level()), votes, prop::option::of(level()), cells).prop_map(
            |(name, subtitle, emotion, votes, second, cells)| StageDraft {
                name,
                subtitle,
                emotion,
                votes,
                second,
                cells,
            },
        );
        prop::collection::vec(stage, 1..5).prop_map(move |stages| {
            let (title, persona, scenario, to_be, second_curve, agenda) = head.clone();
            let kind = if to_be { JourneyKind::ToBe } else { JourneyKind::AsIs };
            JourneyDraft { title, persona, scenario, kind, lanes: lanes.clone(), stages, second_curve, agenda }
        })
    })
}

/// The same map whatever the number of empty cells behind the last card.
fn trimmed(mut map: JourneyDraft) -> JourneyDraft {
    for stage in &mut map.stages {
        while stage.cells.last().is_some_and(Vec::is_empty) {
            stage.cells.pop();
        }
    }
    map
}

/// A name that is no number, no sum and no measure of the others.
fn row_name() -> impl Strategy<Value = String> {
    name().prop_filter("a name", |name| {
        let key = fold::key(name);
        let other = vocabulary::sum_called(&key).is_some() || measures::called(&key).is_some();
        // A number with the mark of a footnote behind it is a number: "0[a]".
        let unmarked = name.split('[').next().unwrap_or(name);
        unmarked.chars().any(char::is_alphabetic)
            && !other
            && orbita::i18n::amounts::Numeral::of(unmarked, "").is_none()
    })
}

fn row_names() -> impl Strategy<Value = Vec<String>> {
    let name = row_name();
    prop::collection::vec(name, 1..7).prop_map(|mut names| {
        names.sort_by_key(|name| fold::name(name));
        names.dedup_by_key(|name| fold::name(name));
        names
    })
}

fn cohort_tables() -> impl Strategy<Value = Cohorts> {
    let kept = prop::collection::vec(prop::collection::vec(0.3..1.0, 1..9), 6);
    let gaps = prop::collection::vec(1..4_u32, 8);
    (row_names(), kept, gaps, any::<bool>(), any::<bool>(), 150..2_000_000_u32).prop_map(
        |(names, kept, gaps, per_cent, named, start)| {
            let longest = kept.iter().take(names.len()).map(Vec::len).max().unwrap_or(1) + 1;
            let mut ages = vec![0];
            ages.extend(gaps.iter().take(longest - 1).scan(0, |age, gap| {
                *age += gap;
                Some(*age)
            }));
            let row = |kept: &Vec<f64>| {
                let mut left = if per_cent { 100.0 } else { f64::from(start) };
                let mut row = vec![Amount::new(left)];
                for share in kept {
                    left = if per_cent { left * share } else { (left * share).floor() };
                    row.push(Amount::new(left));
                }
                row.resize(longest, None);
                row
            };
            Cohorts {
                per_cent,
                rows: kept.iter().take(names.len()).map(row).collect(),
                names: if named { names } else { Vec::new() },
                ages,
                ..Cohorts::default()
            }
        },
    )
}

fn account_tables() -> impl Strategy<Value = (Vec<Account>, Vec<String>)> {
    let revenue =
        prop::collection::vec(prop::collection::vec(prop_oneof![0.0..1e9, (0..5_000_u32).prop_map(f64::from)], 6), 6);
    (row_names(), revenue, 2..7_usize, any::<bool>()).prop_map(|(names, revenue, periods, dated)| {
        let account = |(name, revenue): (&String, &Vec<f64>)| Account {
            name: name.clone(),
            revenue: revenue.iter().take(periods).filter_map(|n| Amount::new(*n)).collect(),
        };
        let named = |at: usize| if dated { format!("2025-{:02}", at + 1) } else { (at + 1).to_string() };
        (names.iter().zip(&revenue).map(account).collect(), (0..periods).map(named).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_map_comes_back_whole(draft in maps(), out in langs(), back in langs(), dress in dresses()) {
        let text = dressed(&export::map(&draft, out), dress, out);
        let choices = Choices::default();
        let reading = map::read(&Grid::of(&text, back, None), context(&choices, back));
        prop_assert!(reading.is_certain(), "{:?} {:?}\n{}", reading.faults, reading.questions, text);
        prop_assert_eq!(reading.value.map(trimmed), Some(trimmed(draft)), "{}", text);
    }

    #[test]
    fn cohorts_come_back_whole(table in cohort_tables(), out in langs(), back in langs(), dress in dresses()) {
        let text = dressed(&export::cohorts(&table, out), dress, out);
        let choices = Choices::default();
        let reading = cohorts::read(&Grid::of(&text, back, None), context(&choices, back));
        let unsure = reading.questions.iter().map(|question| question.options[question.taken]).collect::<Vec<_>>();
        prop_assert_eq!(reading.value, Some(table), "{:?} {:?}\n{}", reading.faults, unsure, text);
    }

    #[test]
    fn accounts_come_back_whole((table, periods) in account_tables(), out in langs(), back in langs(), dress in dresses()) {
        let text = dressed(&export::accounts(table.iter(), &periods, out), dress, out);
        let choices = Choices::default();
        let reading = accounts::read(&Grid::of(&text, back, None), context(&choices, back));
        let found = reading.value.as_ref().map(|value| (value.accounts.clone(), value.periods.clone()));
        prop_assert_eq!(found, Some((table, periods)), "{:?} {:?}\n{}", reading.faults, reading.questions, text);
    }

    #[test]
    fn figures_of_charts_come_back_whole(
        heading in prop::collection::vec(row_name(), 3),
        rows in prop::collection::vec((row_name(), prop::option::of(-1e9..1e9), -1e3..1e3), 1..8),
        out in langs(),
        back in langs(),
        dress in dresses(),
    ) {
        let figure = |value: Option<f64>| charts::Cell::figure(value, &|value| format!("{value:.0}"));
        let row = |(name, first, second): &(String, Option<f64>, f64)| charts::DataRow {
            name: charts::Cell::word(name.clone()),
            values: vec![figure(*first), figure(Some(*second))],
        };
        let table = charts::DataTable { columns: heading.clone(), rows: rows.iter().map(row).collect() };
        let text = dressed(&table.rows(), dress, out);
        let choices = Choices::default();
        let reading = figures::read(&Grid::of(&text, back, None), context(&choices, back));
        let cells = |(name, first, second): &(String, Option<f64>, f64)| {
            vec![export::Cell::text(name.clone()), export::Cell::number(*first), export::Cell::number(Some(*second))]
        };
        let found = reading.value.map(|figures| (figures.heading, figures.rows));
        prop_assert_eq!(found, Some((heading, rows.iter().map(cells).collect())), "{:?}\n{}", reading.questions, text);
    }

    #[test]
    fn cyrillic_files_of_windows_come_back_whole(
        names in prop::collection::btree_set("[а-яё]{3,8} [а-яА-Яa-z]{0,5}[а-я]", 2..6),
        numbers in prop::collection::vec(prop::collection::vec(0.0..1e6, 3), 6),
    ) {
        let account = |(name, numbers): (&String, &Vec<f64>)| Account {
            name: name.clone(),
            revenue: numbers.iter().filter_map(|n| Amount::new(*n)).collect(),
        };
        let table: Vec<Account> = names.iter().zip(&numbers).map(account).collect();
        let text = export::sheet(Lang::Russian, &export::accounts(table.iter(), &["янв".into(), "фев".into(), "мар".into()], Lang::Russian));
        let page: Vec<char> = read_as(&(0..=255).collect::<Vec<u8>>(), Encoding::Windows1251).text.chars().collect();
        let byte = |letter: char| page.iter().position(|c| *c == letter).map(|at| at as u8);
        let bytes: Vec<u8> = text.trim_start_matches('\u{feff}').chars().filter_map(byte).collect();
        let decoded = decode(&bytes).expect("text");
        prop_assert_eq!(decoded.encoding, Encoding::Windows1251);
        let choices = Choices::default();
        let reading = accounts::read(&Grid::of(&decoded.text, Lang::Russian, None), context(&choices, Lang::Russian));
        prop_assert_eq!(reading.value.map(|value| value.accounts), Some(table), "{:?}", reading.faults);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), lang in langs()) {
        let choices = Choices::default();
        for text in [text.clone(), format!("Stage,Lane,Text\n{text}"), format!("Client\tJan\tFeb\n{text}")] {
            let grid = Grid::of(&text, lang, None);
            let map = map::read(&grid, context(&choices, lang));
            prop_assert_eq!(map.value.is_none(), !map.faults.is_empty());
            let accounts = accounts::read(&grid, context(&choices, lang));
            prop_assert_eq!(accounts.value.is_none(), !accounts.faults.is_empty());
            let cohorts = cohorts::read(&grid, context(&choices, lang));
            prop_assert_eq!(cohorts.value.is_none(), !cohorts.faults.is_empty());
        }
    }

    #[test]
    fn numbers_and_signs_are_read_or_refused(text in "[0-9,.;%\t\n \"ab\u{a0}()-]{0,60}", lang in langs()) {
        let choices = Choices::default();
        let grid = Grid::of(&text, lang, None);
        if let Some(value) = cohorts::read(&grid, context(&choices, lang)).value {
            for row in value.observed() {
                prop_assert!(row.iter().all(|(_, left)| *left >= 0.0) && row.first().is_some_and(|(_, left)| *left > 0.0), "{:?}", row);
                prop_assert!(row.windows(2).all(|pair| pair[1].1 <= pair[0].1), "{:?}", row);
            }
        }
        if let Some(value) = accounts::read(&grid, context(&choices, lang)).value {
            prop_assert!(value.accounts.iter().all(|account| account.revenue.len() > 1 && account.is_sound()));
        }
    }
}

#[test]
fn a_map_goes_out_for_the_spreadsheet_of_the_language() {
    let lane = |kind, name: &str, hidden| Lane { name: name.into(), hidden, ..Lane::of(kind) };
    let details = Details {
        frequency: Grade::try_from(4).ok(),
        impact: Grade::try_from(3).ok(),
        owner: "Анна Ли".into(),
        due: parse_day("2026-03-01").ok(),
        evidence: Evidence::Observed,
        tags: vec!["совет".into(), "Q4, план".into()],
        ..Details::default()
    };
    let pain = CardDraft { card: Card { text: "=ждёт; долго".into() }, details };
    let map = JourneyDraft {
        title: "Курс".into(),
        lanes: vec![
            lane(LaneKind::Emotion, "", false),
            lane(LaneKind::Touchpoints, "Каналы", true),
            lane(LaneKind::Friction, "", false),
        ],
        stages: vec![StageDraft {
            name: "Выбор".into(),
            subtitle: "две недели".into(),
            emotion: Some(Level::nearest(-1.5)),
            votes: vec![Level::nearest(-2.0), Level::nearest(0.5)],
            cells: vec![vec![], vec![], vec![pain]],
            ..StageDraft::default()
        }],
        second_curve: Some("Цель".into()),
        ..JourneyDraft::default()
    };
    let words = JourneyWords::of(Lang::Russian);
    let expected = [
        "\u{feff}Этап;Дорожка;Текст;Эмоция;Частота;Влияние;Владелец;Следующий шаг;Срок;Основание;Метки;Кривая для сравнения;Голоса;Тип строки",
        "Выбор;;две недели;-1,5;;;;;;;;;\"'-2; 0,5\";Этап",
        &format!(
            "Выбор;{};\"'=ждёт; долго\";;4;3;Анна Ли;;2026-03-01;{};\"совет; \"\"Q4, план\"\"\";;;Карточка",
            words.lane_kind(LaneKind::Friction),
            words.evidence_name(Evidence::Observed)
        ),
        &format!(";{};;;;;;;;;;;;Дорожка", words.lane_kind(LaneKind::Emotion)),
        &format!(";{}: Каналы;;;;;;;;;;;;Скрытая дорожка", words.lane_kind(LaneKind::Touchpoints)),
        &format!(";{};;;;;;;;;;;;Дорожка", words.lane_kind(LaneKind::Friction)),
        ";;Курс;;;;;;;;;;;Название карты",
        ";;Цель;;;;;;;;;;;Кривая для сравнения",
        "",
    ];
    assert_eq!(export::sheet(Lang::Russian, &export::map(&map, Lang::Russian)), expected.join("\r\n"));
}

#[test]
fn negative_numbers_are_numbers_and_words_are_guarded() {
    let rows = [vec![export::Cell::text("-5 %"), export::Cell::Number(-5.25), export::Cell::text("＝A1")]];
    assert_eq!(export::sheet(Lang::English, &rows), "\u{feff}'-5 %,-5.25,'＝A1\r\n");
    assert_eq!(export::tabbed(Lang::Russian, &rows), "'-5 %\t-5,25\t'＝A1\n");
}

#[test]
fn a_map_that_was_exported_as_markdown_is_known_and_not_read_as_a_table() {
    for lang in Lang::ALL {
        let blank = JourneyDraft { title: "| a | b".into(), persona: "# *Anna*".into(), ..JourneyDraft::blank(3) };
        for map in [blank.clone(), blank.to_be()] {
            let text = markdown::map(&map, lang);
            for reader in Lang::ALL {
                assert_eq!(file::kind("map.md", &text, reader), FileKind::MapText, "{text}");
            }
        }
    }
}
