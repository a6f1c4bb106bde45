//! The report: one sound page without a script, with the project inside.

use orbita::drawing::{Face, width};
use orbita::edit::store::Store;
use orbita::edit::{Command, ParagraphInput, ScenarioInput};
use orbita::exchange::quotes;
use orbita::handover::economy::Economy;
use orbita::handover::economy::revenue::Revenue;
use orbita::handover::report::{Report, STYLE, Unread, document, write};
use orbita::i18n::Lang;
use orbita::i18n::accounts::AccountWords;
use orbita::i18n::amounts::number;
use orbita::i18n::cohorts::CohortWords;
use orbita::i18n::economy::EconomyWords;
use orbita::i18n::interviews::findings::FindingsWords;
use orbita::i18n::journey::JourneyWords;
use orbita::i18n::ranges::RangeWords;
use orbita::i18n::spending::SpendingWords;
use orbita::i18n::travel::TravelWords;
use orbita::insight::interviews::outcomes::outcomes;
use orbita::insight::interviews::{clients, counts, said};
use orbita::insight::ranking::ranking;
use orbita::interviews::anonymise::{Accounts, Labels};
use orbita::interviews::counts::HighlightCount;
use orbita::interviews::kinds::Consent;
use orbita::model::day::Moment;
use orbita::model::interview::Link;
use orbita::model::quantity::{Grade, ScenarioId};
use orbita::model::statement::Answer;
use orbita::model::{Collection, Engagement};
use orbita::route::Findings;
use orbita::storage::envelope;
use roxmltree::Document;
use sha2::{Digest, Sha256};

use super::{LANGS, date, everything, example};

pub fn page(project: &Engagement, text: &str, lang: Lang) -> String {
    let economy = Economy::of(project, lang, false);
    write(&Report { engagement: project, project: Some(text), economy: economy.as_ref(), date: date(), lang })
}

/// The page without the project inside, as XML: our pages close what they open.
pub fn markup(page: &str) -> String {
    let (before, rest) =
        page.split_once("<script type=\"application/json\" id=\"orbita-project\">").expect("a project");
    let (_, after) = rest.split_once("</script>").expect("an end");
    [before.strip_prefix("<!doctype html>").expect("a page"), after].concat()
}

#[test]
fn a_report_holds_what_the_project_holds() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let page = page(&project, text, lang);
        let xml = markup(&page);
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{error}"));
        let words: Vec<String> = document
            .descendants()
            .filter_map(|node| node.text())
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let said = words.join(" ");
        for (_, card) in project.all_cards() {
            let first = card.text.split_whitespace().next().expect("a word");
            assert!(said.contains(first), "{}", card.text);
        }
        let count = |name: &str| document.descendants().filter(|node| node.tag_name().name() == name).count();
        assert_eq!((count("script"), count("style"), count("link"), count("img"), count("iframe")), (0, 1, 0, 0, 0));
        assert_eq!(count("figure"), 6, "every chart, and the bridge of accounts");
        let words = EconomyWords::of(lang);
        let s = SpendingWords::of(lang);
        let r = RangeWords::of(lang);
        for assumed in [words.assumptions, words.churn_idle, words.payment, s.keeping, r.range_means] {
            assert!(said.contains(&assumed.split_whitespace().collect::<Vec<_>>().join(" ")), "{assumed}");
        }
        assert_eq!(count("section"), 5, "map, interviews, finding, accounts, initiatives");
        // Every name once, every reference to a name that is there.
        let mut ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
        for attribute in document.descendants().flat_map(|node| node.attributes()) {
            assert!(!attribute.name().starts_with("on") && attribute.name() != "style", "{attribute:?}");
            if let Some(name) = attribute.value().strip_prefix("url(#").and_then(|name| name.strip_suffix(')')) {
                assert!(ids.contains(&name), "{name}");
            }
            if attribute.name() == "href" {
                assert!(attribute.value().strip_prefix('#').is_some_and(|name| ids.contains(&name)), "{attribute:?}");
            }
        }
    }
}

#[test]
fn a_report_without_the_project_cannot_be_opened_again() {
    let (text, project) = example(Lang::English);
    let whole = Report { engagement: &project, project: Some(text), economy: None, date: date(), lang: Lang::English };
    let [inside, bare] = [whole, Report { project: None, ..whole }].map(|report| write(&report));
    assert_eq!(document(&inside).as_deref(), Ok(text));
    assert_eq!(document(&bare), Err(Unread::NotAReport));
    assert!(inside.contains("The project itself is inside") && !bare.contains("The project itself is inside"));
    Document::parse(bare.strip_prefix("<!doctype html>").expect("a page")).unwrap_or_else(|error| panic!("{error}"));
}

/// The section with the interviews, in words.
fn interviews(project: &Engagement, text: &str, lang: Lang) -> String {
    section(project, text, lang, "interviews")
}

/// A section in words; empty where there is none.
fn section(project: &Engagement, text: &str, lang: Lang, id: &str) -> String {
    let xml = markup(&page(project, text, lang));
    let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{error}"));
    let section = document.descendants().find(|node| node.attribute("id") == Some(id));
    let words = section.into_iter().flat_map(|section| section.descendants()).filter(|node| node.is_text());
    words
        .filter_map(|node| node.text())
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
        .replace('\u{a0}', " ")
}

#[test]
fn accounts_and_cohorts_are_shown_where_the_project_has_them() {
    let (text, project) = everything();
    for lang in LANGS {
        let accounts = section(&project, text, lang, "accounts");
        let words = AccountWords::of(lang);
        let revenue = Revenue::of(&project, lang).expect("accounts of several periods");
        for shown in [words.bridge, words.start, words.churned, words.concentration, revenue.rules] {
            assert!(accounts.contains(&shown.replace('\u{a0}', " ")), "{shown} in {accounts}");
        }
        for shown in [revenue.understood, revenue.bridge.summary, revenue.bridge.subtitle, revenue.concentration] {
            assert!(accounts.contains(&shown.replace('\u{a0}', " ")), "{shown} in {accounts}");
        }
        let cohorts = section(&project, text, lang, "cohorts");
        let tables = Economy::of(&project, lang, false).expect("scenarios").cohorts();
        assert_eq!(tables.len(), 2);
        for table in tables {
            let of = table.of.expect("of two tables each is somebody's");
            let kept = table.kept;
            let said = [of, table.understood, table.verdict, kept.title, kept.summary].into_iter().chain(table.limits);
            for shown in said {
                assert!(cohorts.contains(&shown.replace('\u{a0}', " ")), "{shown} in {cohorts}");
            }
        }
        let (text, example) = example(lang);
        assert_eq!(section(&example, text, lang, "cohorts"), "", "the example has none");
        let bare = Engagement::new();
        assert_eq!(section(&bare, "{}", lang, "accounts"), "");
    }
}

#[test]
fn a_table_that_two_scenarios_share_is_told_of_once() {
    let (_, project) = everything();
    let mut desk = Store::new(project, None, false);
    let scenarios: Vec<ScenarioId> = desk.engagement().scenarios().map(|(id, _)| id).collect();
    let of = |desk: &Store| {
        let tables = Economy::of(desk.engagement(), Lang::English, false).expect("scenarios").cohorts();
        tables.into_iter().map(|table| table.of.is_some()).collect::<Vec<_>>()
    };
    assert_eq!(of(&desk), [true, true]);
    let first = desk.engagement().scenario(scenarios[0]).expect("a scenario").clone();
    let same = ScenarioInput::Cohorts(first.cohorts.clone(), first.cohorts_period);
    desk.dispatch(Command::SetScenario(scenarios[1], same), 0.0).expect("possible");
    assert_eq!(of(&desk), [false], "of a single table nobody asks whose it is");
}

#[test]
fn pasted_tables_are_shown_before_there_is_a_scenario() {
    let (_, project) = everything();
    let (_, scenario) = project.scenarios().next().expect("a scenario");
    let (table, accounts) =
        (scenario.cohorts.clone(), project.accounts().map(|(_, account)| account.clone()).collect());
    let mut desk = Store::new(Engagement::new(), None, false);
    desk.dispatch(Command::SetCohorts(table, Some(scenario.cohorts_period())), 0.0).expect("kept");
    let names = ["First", "Second", "Before last", "Last & best"].map(String::from).to_vec();
    desk.dispatch(Command::SetAccounts(accounts, None, names), 1.0).expect("kept");
    for lang in LANGS {
        let of = |id| section(desk.engagement(), "{}", lang, id);
        assert!(of("cohorts").contains(CohortWords::of(lang).kept), "{}", of("cohorts"));
        let revenue = Revenue::of(desk.engagement(), lang).expect("accounts");
        let named =
            ["Before last", "Last & best", "Period", "Период"].map(|name| revenue.bridge.subtitle.contains(name));
        assert_eq!(named, [true, true, false, false], "{}", revenue.bridge.subtitle);
    }
}

#[test]
fn interviews_are_shown_as_their_people_agreed() {
    let labels =
        Labels { person: "Person", company: "Company", address: "Address", number: "Number", quote: "Quote hidden" };
    let (_, project) = example(Lang::English);
    let copy = clients::copy(&project, labels, Accounts::Named);
    let (text, _) = envelope::write(&copy, None, "test", Moment(0)).expect("JSON");
    let said = interviews(&copy, &text, Lang::English);
    // Elena agreed without her name, Pavel to nothing, Daria and Timur by name.
    for shown in [
        "Daria Lin, HR director, Polyot Bank",
        "Timur Akhmetov",
        "9 Nov 2026",
        "Renewed",
        "Four forces",
        "Jobs",
        "Quotes",
    ] {
        assert!(said.contains(shown), "{shown} in {said}");
    }
    for hidden in ["Elena", "Markova", "Vostok", "Pavel", "Orlov"] {
        assert!(!said.contains(hidden), "{hidden} in {said}");
    }
    assert!(said.contains("the board asks what 600 seats have changed"), "the job story: {said}");
    // What is shown is what rides along: each quote of the copy, and none of the others.
    let quotes = said::quotes(&copy);
    assert!(quotes.len() < said::quotes(&project).len());
    for quote in quotes {
        let words = quote.text.split('\n').next().expect("a line").trim_end_matches('.');
        assert!(said.contains(words.trim_matches(['\u{201c}', '\u{201d}', '"'])), "{words} in {said}");
    }
}

#[test]
fn outcomes_are_shown_with_their_scores_and_who_speaks_for_them() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let (f, w) = (FindingsWords::of(lang), orbita::i18n::interviews::InterviewWords::of(lang));
        let spaced = |text: &str| text.replace('\u{a0}', " ");
        let said = interviews(&project, text, lang);
        let all = outcomes(&project);
        assert!(all.iter().any(|one| one.all.is_some()), "the example has answers");
        let mut rest = &said[said.find(f.opportunity).expect("a table")..];
        for one in &all {
            let statement = project.statement(one.statement).expect("an outcome");
            let claim = spaced(&(w.claim)(&statement.claim));
            let at = rest.find(&claim).unwrap_or_else(|| panic!("{claim} in {rest}"));
            rest = &rest[at + claim.len()..];
            let cells: Vec<&str> = rest.lines().skip(1).take(5).collect();
            let figure = |value: f64| spaced(&number(lang, value, 1));
            let given = project.answers(one.statement).map_or(0, |answers| answers.given.len());
            let heard = counts::of(&project, statement.quotes.iter().copied());
            let expected = match one.all {
                Some(all) => [
                    figure(all.importance),
                    figure(all.satisfaction),
                    format!(
                        "{} \u{b7} {}",
                        (f.score_range)(&figure(all.score), &figure(all.range.low), &figure(all.range.high)),
                        (w.band)(all.band)
                    ),
                ],
                None => ["\u{2013}".into(), "\u{2013}".into(), f.no_answers.into()],
            };
            let [importance, satisfaction, score] = expected.map(|text| spaced(&text));
            assert_eq!(
                cells,
                [importance, satisfaction, score, given.to_string(), heard.quotes.to_string()],
                "{claim}"
            );
        }
        // Outcomes alone are a section too.
        let mut desk = Store::new(Engagement::new(), None, false);
        let claim = project.statement(all[0].statement).expect("an outcome").claim.clone();
        desk.dispatch(Command::AddStatement(Box::new(claim.clone()), None), 0.0).expect("added");
        let alone = interviews(desk.engagement(), "{}", lang);
        let title = f.titles[Findings::Outcomes as usize];
        for shown in [title, f.no_answers, &spaced(&(w.claim)(&claim))] {
            assert!(alone.contains(shown), "{shown} in {alone}");
        }
    }
}

#[test]
fn outcomes_are_shown_by_segment_where_there_are_several() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let f = FindingsWords::of(lang);
        let id = outcomes(&project)[0].statement;
        let answer = |segment: &str, importance: u8| Answer {
            segment: segment.into(),
            importance: Grade::try_from(importance).ok(),
            satisfaction: Grade::try_from(2).ok(),
            ..Answer::default()
        };
        let mut desk = Store::new(project, None, false);
        desk.dispatch(Command::SetAnswers(id, vec![answer("Studios", 5), answer("Studios", 5)]), 0.0).expect("set");
        assert!(!interviews(desk.engagement(), text, lang).contains("Studios"), "one says what all say");
        let several = vec![answer("Studios", 5), answer("Shops", 2), answer("", 4)];
        desk.dispatch(Command::SetAnswers(id, several), 0.0).expect("set");
        let said = interviews(desk.engagement(), text, lang);
        let rest = &said[said.find(f.by_segment).expect("a table")..];
        let at = |shown: &str| rest.find(shown).unwrap_or_else(|| panic!("{shown} in {rest}"));
        assert!(at(f.no_segment) < at("Shops") && at("Shops") < at("Studios"));
        let score = (f.score_range)(&number(lang, 20.0, 1), "", "");
        assert!(rest.contains(score.split(' ').next().expect("a figure")), "{score} in {rest}");
    }
}

#[test]
fn the_ranking_holds_what_was_said_of_each_friction() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let map = section(&project, text, lang, "map-1");
        let (id, _) = project.journeys().next().expect("a map");
        let ranked = ranking(&project, id, |_| ());
        let spaced = |text: &str| text.replace('\u{a0}', " ");
        let friction = |at: usize| spaced(&project.card(ranked[at].card).expect("ranked").text);
        // The map is drawn above its ranking.
        let rows = &map[map.rfind(JourneyWords::of(lang).friction_ranking).expect("ranked")..];
        let mut shown = 0;
        for one in said::quotes(&project) {
            let words = spaced(one.text.split('\n').next().expect("a line"));
            let words = words.trim_matches(['\u{201c}', '\u{201d}', '"', '.']);
            let of = (0..ranked.len()).filter(|at| one.links.contains(&Link::Card(ranked[*at].card)));
            let of: Vec<usize> = of.filter(|_| one.consent != Consent::None).collect();
            assert_eq!(rows.contains(words), !of.is_empty(), "{words} in {rows}");
            for at in of {
                shown += 1;
                let own = &rows[rows.find(&friction(at)).expect("ranked")..];
                let next = ranked.get(at + 1).and_then(|_| own.find(&friction(at + 1))).unwrap_or(own.len());
                assert!(own[..next].contains(words), "below its own friction: {words}");
            }
        }
        assert!(shown > 1);
        let unnamed = project.interviews().filter(|(_, one)| one.head.consent != Consent::ByName);
        unnamed.for_each(|(_, one)| assert!(!rows.contains(&one.head.person), "{}", one.head.person));
    }
}

#[test]
fn a_map_goes_with_what_was_said_of_its_cards() {
    let (_, project) = example(Lang::English);
    let (id, journey) = project.journeys().next().expect("a map");
    let quoted = quotes::of_map(&project, id, Lang::English);
    let on_map: Vec<_> =
        journey.stages.iter().flat_map(|id| project.stage(*id).expect("a stage").all_cards()).collect();
    let linked = on_map.iter().filter(|card| quotes::of_cards(&project, Lang::English).contains_key(card));
    let texts: Vec<_> = linked.map(|card| project.card(*card).expect("a card").text.clone()).collect();
    assert!(texts.len() > 5);
    assert_eq!(quoted.iter().map(|one| one.card.clone()).collect::<Vec<_>>(), texts);
    assert!(quoted.iter().all(|one| !one.said.is_empty()));
}

#[test]
fn a_note_below_a_friction_names_nobody() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let named = |project: &Engagement| {
            let map = section(project, text, lang, "map-1").replace('\u{a0}', " ");
            said::quotes(project).into_iter().find(|one| {
                let is_named = one.consent == Consent::ByName && !one.who.is_empty();
                is_named && one.paragraph.is_some() && map.contains(&format!("\u{2014} {}", one.who))
            })
        };
        assert!(named(&project).is_some(), "whoever agreed to be named is");
        let own: Vec<_> = project.paragraphs().filter(|(_, one)| !one.noted).map(|(id, _)| id).collect();
        let mut store = Store::new(project, None, false);
        for paragraph in own {
            store.dispatch(Command::SetParagraph(paragraph, ParagraphInput::Noted(true)), 0.0).expect("a note");
        }
        assert_eq!(named(store.engagement()), None);
    }
}

#[test]
fn whoever_agreed_to_nothing_is_in_no_list_even_where_nothing_was_left_out() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let said = interviews(&project, text, lang);
        for (id, interview) in project.interviews() {
            let is_shown = said.contains(&interview.head.person);
            assert_eq!(is_shown, interview.head.consent != Consent::None, "{id:?}");
        }
    }
}

#[test]
fn notes_are_counted_apart_from_quotes() {
    for (lang, [quotes, notes, left_out]) in [
        (Lang::English, ["Quotes", "Notes", "1 interview, 2 quotes and 1 note won"]),
        (Lang::Russian, ["Цитаты", "Заметки", "1 интервью, 2 цитаты и 1 заметка."]),
    ] {
        let (text, project) = example(lang);
        let heads = |project: &Engagement, head: &str| {
            interviews(project, text, lang).lines().filter(|line| *line == head).count()
        };
        assert_eq!(heads(&project, notes), 2, "in the table of people and in that of forces");
        let before = heads(&project, quotes);
        let noted: Vec<_> = project.paragraphs().filter(|(_, one)| one.noted).map(|(id, _)| id).collect();
        let mut store = Store::new(project, None, false);
        for paragraph in noted {
            let own = Command::SetParagraph(paragraph, ParagraphInput::Noted(false));
            store.dispatch(own, 0.0).expect("the person's own words");
        }
        assert_eq!([quotes, notes].map(|head| heads(store.engagement(), head)), [before, 0]);
        let left = [(Collection::Interview, 1), (Collection::Quote, 3)];
        let said =
            (TravelWords::of(lang).left_out)(&left, HighlightCount { quotes: 2, notes: 1 }).replace('\u{a0}', " ");
        assert!(said.contains(left_out), "{said}");
    }
}

#[test]
fn a_project_without_interviews_has_no_section_for_them() {
    let (text, project) = everything();
    assert_eq!(project.count(Collection::Interview), 0);
    assert_eq!(interviews(&project, text, Lang::English), "");
}

#[test]
fn the_project_can_be_imported_again() {
    let (text, project) = everything();
    for lang in LANGS {
        let inside = document(&page(&project, text, lang)).expect("the project");
        assert_eq!(inside, text);
        assert_eq!(envelope::read(&inside).expect("a document").engagement, project);
    }
}

#[test]
fn the_policy_allows_the_style_and_nothing_else() {
    let (text, project) = example(Lang::English);
    let page = page(&project, text, Lang::English);
    let hash = base64(&Sha256::digest(STYLE.as_bytes()));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert!(page.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{policy}\"")), "sha256-{hash}");
    assert!(page.contains(&format!("<style>{STYLE}</style>")));
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains('<'));
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]);
            text.push(if at <= three.len() { letter } else { '=' });
        }
    }
    text
}

#[test]
fn where_words_are_hidden_is_said() {
    let counts = |cards: usize, jobs: usize, about: usize| {
        let all = [(Some(Collection::Card), cards), (Some(Collection::Statement), jobs), (None, about)];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    };
    for (lang, [none, one, all]) in [
        (Lang::English, ["", "hidden in 1 card,", "hidden in 2 cards, 1 job or outcome and 1 other text,"]),
        (
            Lang::Russian,
            ["", "скрыты в 1 карточке.", "скрыты в 2 карточках, 1 записи о работах и результатах и 1 другом тексте."],
        ),
    ] {
        let said = |cards, jobs, about| (TravelWords::of(lang).withheld)(&counts(cards, jobs, about));
        assert_eq!(said(0, 0, 0).as_deref().unwrap_or_default(), none);
        for (counts, expected) in [((1, 0, 0), one), ((2, 1, 1), all)] {
            let (cards, jobs, about) = counts;
            let said = said(cards, jobs, about).expect("a sentence").replace('\u{a0}', " ");
            assert!(said.contains(expected), "{said}");
        }
    }
}

/// Where words begin and end in a picture if its typeface is wider than ours, in pixels; `x` is where they hang.
fn reach(text: &str, x: f64, node: roxmltree::Node) -> (f64, f64) {
    let said = |name| node.ancestors().find_map(|node| node.attribute(name));
    let face = match (said("font-family"), said("font-weight")) {
        (Some(family), _) if family.starts_with("Literata") => Face::Serif,
        (_, Some("600")) => Face::Bold,
        (_, Some("500")) => Face::Medium,
        _ => Face::Regular,
    };
    let size = said("font-size").and_then(|size| size.parse().ok()).unwrap_or(12.0);
    let wide = width(text.trim_end(), face, size) * 1.12;
    match said("text-anchor") {
        Some("end") => (x - wide, x),
        Some("middle") => (x - wide / 2.0, x + wide / 2.0),
        _ => (x, x + wide),
    }
}

#[test]
fn no_label_is_cut_where_the_typeface_is_wider_than_ours() {
    for lang in LANGS {
        for (text, project) in [example(lang), everything()] {
            let page = page(&project, text, lang);
            let xml = markup(&page);
            let document = Document::parse(&xml).expect("markup");
            let mut seen = 0;
            let charts = document.descendants().filter(|node| matches!(node.attribute("class"), Some("chart" | "map")));
            for svg in charts.filter_map(|chart| chart.descendants().find(|node| node.has_tag_name("svg"))) {
                let view: Vec<f64> = svg
                    .attribute("viewBox")
                    .expect("a view")
                    .split(' ')
                    .map(|side| side.parse().expect("a number"))
                    .collect();
                for node in svg.descendants().filter(|node| node.attribute("x").is_some()) {
                    let text: String =
                        node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
                    if node.has_tag_name("rect") || text.trim().is_empty() {
                        continue;
                    }
                    let x = node.attribute("x").and_then(|x| x.parse().ok()).expect("a number");
                    let (from, to) = reach(&text, x, node);
                    assert!(from >= view[0] && to <= view[0] + view[2], "{text}: {from} to {to} in {view:?}");
                    seen += 1;
                }
            }
            assert!(seen > 20, "{seen} labels");
        }
    }
}
