//! The sections of a report: maps with their rankings, interviews, the finding with its charts, accounts, cohorts, initiatives.

use super::interviews::interviews;
use super::page::{Page, Report, Section, begin};
use crate::charts::{Drawing, Surface};
use crate::drawing::pen::number;
use crate::drawing::{Look, Picture};
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture::{Paper, map_pages, svg};
use crate::exchange::quotes;
use crate::exchange::ranking::{Ranked, ranked, total};
use crate::exchange::stage_name;
use crate::handover::chart::Titled;
use crate::handover::economy::cohorts::waiting;
use crate::handover::economy::forecast::{Writing, intro};
use crate::handover::economy::revenue::Revenue;
use crate::handover::economy::{Case, Economy, Kind, SHOWN};
use crate::handover::initiatives;
use crate::i18n::accounts::AccountWords;
use crate::i18n::charts::ChartWords;
use crate::i18n::cohorts::CohortWords;
use crate::i18n::economy::EconomyWords;
use crate::i18n::figures;
use crate::i18n::forecast::ForecastWords;
use crate::i18n::initiatives::InitiativeWords;
use crate::i18n::journey::JourneyWords;
use crate::i18n::ranges::RangeWords;
use crate::i18n::speech::title_or;
use crate::i18n::travel::TravelWords;
use crate::insight::economy::forecast::{PeriodEnd, period_ends};
use crate::insight::economy::plan as plans;
use crate::insight::ranking;
use crate::model::quantity::{Grade, JourneyId};
use crate::model::scenario::{Counted, Input};

/// The width of a chart, in pixels.
const CHART: f64 = 560.0;
/// What a chart leaves free at either side, in pixels.
const ROOM: f64 = 20.0;
/// The height of a chart at most, in pixels: with its heading it fits a page.
const HIGHEST: f64 = 560.0;

/// Every section that the project has something for.
pub fn all(report: &Report) -> Vec<Section> {
    let journeys =
        report.engagement.journeys().filter_map(|(id, _)| Some((id, JourneyDraft::of(report.engagement, id)?)));
    let mut sections: Vec<Section> =
        (1..).zip(journeys).map(|(number, (id, journey))| map(report, number, id, &journey)).collect();
    sections.extend(interviews(report));
    sections.extend(report.economy.and_then(|economy| finding(report, economy)));
    sections.extend(Revenue::of(report.engagement, report.lang).map(|revenue| accounts(report, &revenue)));
    sections.extend(cohorts(report));
    sections.extend(report.economy.and_then(|economy| plan(report, economy)));
    sections
}

/// A picture whose own names do not clash with those of others on the page.
fn placed(page: &mut Page, picture: &Picture, prefix: &str) {
    // What people typed has no quotation mark of its own, so only names are met.
    let named = picture.svg.replace(" id=\"", &format!(" id=\"{prefix}-"));
    page.markup(&named.replace("=\"url(#", &format!("=\"url(#{prefix}-")));
}

fn map(report: &Report, number: usize, of: JourneyId, journey: &JourneyDraft) -> Section {
    let words = JourneyWords::of(report.lang);
    let title = title_or(&journey.title, words.untitled_map).to_owned();
    let id = format!("map-{number}");
    let mut page = begin(&id, "map-section", &title);
    let about = [words.kind_of_map(journey.kind), &journey.persona, &journey.scenario];
    let about: Vec<&str> = about.into_iter().filter(|text| !text.trim().is_empty()).collect();
    page.element("p", "class=\"note screen\"", &about.join(" \u{b7} "));
    page.markup("<div class=\"map\" tabindex=\"0\" role=\"region\" aria-label=\"");
    page.words(&title);
    page.markup("\">\n");
    placed(&mut page, &svg(journey, &Look::LIGHT, report.lang), &id);
    page.markup("</div>\n");
    // On paper the map goes over pages, each with its heads.
    page.markup("<div class=\"sheets\" aria-hidden=\"true\">\n");
    let project = &report.engagement.head().title;
    for (sheet, picture) in map_pages(journey, project, report.date, Paper::A4, report.lang).iter().enumerate() {
        page.markup("<div class=\"sheet\">\n");
        placed(&mut page, picture, &format!("{id}-{sheet}"));
        page.markup("</div>\n");
    }
    page.markup("</div>\n");
    ranking(&mut page, report, of, journey);
    page.markup("</section>\n");
    Section { id, title, markup: page.0 }
}

fn ranking(page: &mut Page, report: &Report, of: JourneyId, journey: &JourneyDraft) {
    let words = JourneyWords::of(report.lang);
    let all = ranked(journey);
    if all.is_empty() {
        return;
    }
    page.element("h3", "", words.friction_ranking);
    page.element("p", "class=\"note\"", &format!("{} \u{b7} {}", (words.total_of)(all.len()), total(&all)));
    let columns = [
        (words.rank, true),
        (words.palette_friction, false),
        (words.stage, false),
        (words.score, true),
        (words.frequency, true),
        (words.impact, true),
        (words.owner, false),
        (words.next_step, false),
        (words.due, false),
    ];
    page.table(&columns);
    // Drafts have no ids; both rankings go by one order.
    let cards = ranking::ranking(report.engagement, of, |_| ());
    let said = quotes::of_cards(report.engagement, report.lang);
    for (at, Ranked { card, stage }) in all.into_iter().enumerate() {
        let details = &card.details;
        let number = |number: Option<u8>| number.map_or_else(|| "\u{2013}".to_owned(), |number| number.to_string());
        page.markup("<tr>");
        page.element("td", "class=\"figure\"", &(at + 1).to_string());
        page.element("th", "scope=\"row\"", &card.card.text);
        page.element("td", "", &stage_name(journey, stage, words));
        for figure in [details.score(), details.frequency.map(Grade::number), details.impact.map(Grade::number)] {
            page.element("td", "class=\"figure\"", &number(figure));
        }
        for (text, missing) in [(&details.owner, words.no_owner), (&details.next_step, words.no_step)] {
            if text.trim().is_empty() {
                page.element("td", "class=\"missing\"", missing);
            } else {
                page.element("td", "", text);
            }
        }
        page.element(
            "td",
            "class=\"day\"",
            &details.due.map(|due| figures::date(report.lang, due)).unwrap_or_default(),
        );
        page.markup("</tr>\n");
        if let Some(lines) = cards.get(at).and_then(|ranked| said.get(&ranked.card)) {
            page.markup("<tr class=\"behind\"><td></td><td colspan=\"8\">\n");
            lines.iter().for_each(|line| page.element("p", "", line));
            page.markup("</td></tr>\n");
        }
    }
    page.end_table();
}

fn finding(report: &Report, economy: &Economy) -> Option<Section> {
    let (sentence, range) = economy.finding_said()?;
    let travel = TravelWords::of(report.lang);
    let mut page = begin("finding", "", travel.finding);
    page.element("p", "class=\"finding\"", &sentence);
    if let Some(range) = range {
        page.element("p", "class=\"note\"", &range);
    }
    economy.notes().iter().for_each(|beside| page.element("p", "class=\"note\"", beside));
    economy.legend().iter().for_each(|legend| page.element("p", "class=\"note\"", legend));
    page.markup("<dl class=\"strip\">\n");
    for shown in SHOWN {
        page.markup("<div>");
        page.element("dt", "", &economy.label(shown));
        let change = economy.change(shown);
        page.element("dd", "", &economy.headline(shown, change.as_ref()));
        if let Some(gross) = economy.counterpart(shown) {
            page.element("dd", "class=\"note\"", &gross);
        }
        if let Some(change) = change {
            let class = if change.is_good { "class=\"note good\"" } else { "class=\"note bad\"" };
            page.element("dd", class, &format!("{}, {}", change.by, change.was));
        }
        page.markup("</div>\n");
    }
    page.markup("</dl>\n<div class=\"charts\">\n");
    Kind::ALL.into_iter().filter_map(|kind| economy.chart(kind)).for_each(|chart| figure(&mut page, report, &chart));
    page.markup("</div>\n");
    assumptions(&mut page, report, economy);
    economy.cases.iter().for_each(|case| forecast(&mut page, report, case));
    economy.note_of_split().iter().for_each(|said| page.element("p", "class=\"note\"", said));
    page.markup("</section>\n");
    Some(Section { id: "finding".into(), title: travel.finding.into(), markup: page.0 })
}

/// What the finding rests on: the inputs of the scenario that it is about, with their ranges and where they come from; of the one
/// that it is compared with what is likely there.
fn assumptions(page: &mut Page, report: &Report, economy: &Economy) {
    let words = EconomyWords::of(report.lang);
    let r = RangeWords::of(report.lang);
    let Some(here) = economy.here() else { return };
    page.element("h3", "", &format!("{}: {}", words.assumptions, here.name(words)));
    economy.locked(here).iter().for_each(|said| page.element("p", "class=\"note\"", said));
    let base = economy.base().map(|base| (base.name(words), economy.assumptions(base)));
    let compared = base.as_ref().map(|(name, _)| (name.as_str(), true));
    let [input, likely] = [(words.input, false), (r.likely, true)];
    let columns: Vec<_> = [input, likely].into_iter().chain(compared).collect();
    page.table(&[&columns[..], &[(r.range, true), (words.source, false)]].concat());
    for assumption in economy.assumptions(here) {
        page.markup("<tr>");
        page.element("th", "scope=\"row\"", &assumption.name);
        page.element("td", "class=\"figure\"", &assumption.likely);
        if let Some((_, base)) = &base {
            let same = base.iter().find(|other| other.name == assumption.name);
            page.element("td", "class=\"figure\"", same.map_or("", |other| &other.likely));
        }
        page.element("td", "class=\"figure\"", &assumption.range);
        page.element("td", "", &assumption.origin);
        page.markup("</tr>\n");
    }
    page.end_table();
    let ranges: Vec<_> = Input::all().filter_map(|input| here.scenario.input(input).copied()).collect();
    page.element("p", "class=\"note\"", &r.means(&ranges));
}

/// What a scenario foretold for the months of which somebody said what came.
fn forecast(page: &mut Page, report: &Report, case: &Case) {
    let scenario = &*case.scenario;
    let months: Vec<u16> = scenario.actuals.iter().map(|actual| actual.month).collect();
    let ends = plans::alone(scenario).and_then(|drawn| period_ends(scenario, &drawn, &months)).unwrap_or_default();
    if ends.is_empty() {
        return;
    }
    let (words, lang) = (ForecastWords::of(report.lang), report.lang);
    let writing = Writing::of(scenario, lang);
    page.element("h3", "", &format!("{}: {}", words.title, case.name(EconomyWords::of(lang))));
    for counted in Counted::ALL {
        let ends: Vec<PeriodEnd> = ends.iter().filter(|end| end.of(counted).actual.is_some()).copied().collect();
        if ends.is_empty() {
            continue;
        }
        page.element("h4", "", (words.counted)(counted));
        page.element("p", "class=\"note\"", &(words.means)(counted, scenario.period));
        intro(scenario, &ends, counted, lang).iter().for_each(|said| page.element("p", "class=\"note\"", said));
        page.table(&[
            (words.end_of, false),
            (words.forecast, true),
            (words.range, true),
            (words.actual, true),
            (words.actual_on, true),
            (words.difference, true),
            (words.against_range, false),
        ]);
        for line in ends.iter().map(|end| writing.line(end, counted)) {
            page.markup("<tr>");
            page.element("th", "scope=\"row\"", &line.end);
            for figure in [&line.forecast, &line.range, &line.actual, &line.actual_on, &line.difference] {
                page.element("td", "class=\"figure\"", figure);
            }
            page.element("td", "", &line.position);
            page.markup("</tr>\n");
        }
        page.end_table();
    }
}

/// A chart with room on both sides: words reach to its edges, and where the page is read there may be a wider typeface.
fn roomy(drawing: Drawing) -> String {
    let Drawing { svg, .. } = drawing;
    let (narrow, wide) = (number(CHART - 2.0 * ROOM), number(CHART));
    let from = number(-ROOM);
    svg.replacen(&format!(" width=\"{narrow}\""), &format!(" width=\"{wide}\""), 1).replacen(
        &format!("viewBox=\"0 0 {narrow} "),
        &format!("viewBox=\"{from} 0 {wide} "),
        1,
    )
}

fn figure(page: &mut Page, report: &Report, titled: &Titled) {
    let height = titled.chart.height(CHART - 2.0 * ROOM).min(HIGHEST);
    let sheet = Surface { width: CHART - 2.0 * ROOM, height, look: Look::LIGHT, lang: report.lang.code() };
    let svg = roomy(titled.chart.draw(&sheet));
    page.markup("<figure class=\"chart\">\n");
    page.element("h3", "", &titled.title);
    page.element("p", "class=\"note\"", &titled.subtitle);
    page.markup("<div role=\"img\" aria-label=\"");
    page.words(&titled.summary);
    page.markup("\">\n");
    page.markup(&svg);
    page.markup("</div>\n<details>");
    page.element("summary", "", ChartWords::of(report.lang).show_as_table);
    let table = titled.chart.table();
    let columns: Vec<(&str, bool)> =
        table.columns.iter().enumerate().map(|(at, name)| (name.as_str(), at > 0)).collect();
    page.table(&columns);
    for row in &table.rows {
        page.markup("<tr>");
        page.element("th", "scope=\"row\"", &row.name.text);
        row.values.iter().for_each(|cell| page.element("td", "class=\"figure\"", &cell.text));
        page.markup("</tr>\n");
    }
    page.end_table();
    page.markup("</details>\n</figure>\n");
}

/// What moved the recurring revenue, and how much of it hangs on few.
fn accounts(report: &Report, revenue: &Revenue) -> Section {
    let words = AccountWords::of(report.lang);
    let mut page = begin("accounts", "", words.title);
    page.element("p", "class=\"note\"", &revenue.understood);
    page.markup("<div class=\"charts\">\n");
    figure(&mut page, report, &revenue.bridge);
    page.markup("</div>\n");
    page.element("p", "", &revenue.bridge.summary);
    page.element("p", "class=\"note\"", revenue.rules);
    page.element("h3", "", words.concentration);
    page.element("p", "", &revenue.concentration);
    page.markup("</section>\n");
    Section { id: "accounts".into(), title: words.title.into(), markup: page.0 }
}

/// How long clients stay by the tables of cohorts, and what these cannot say.
fn cohorts(report: &Report) -> Option<Section> {
    let words = CohortWords::of(report.lang);
    let tables = report.economy.map_or_else(|| waiting(report.engagement, report.lang), Economy::cohorts);
    if tables.is_empty() {
        return None;
    }
    let mut page = begin("cohorts", "", words.title);
    for table in &tables {
        if let Some(name) = &table.of {
            page.element("h3", "", name);
        }
        page.element("p", "class=\"note\"", &table.understood);
        page.element("p", "class=\"claim\"", &table.verdict);
        page.markup("<div class=\"charts\">\n");
        figure(&mut page, report, &table.kept);
        page.markup("</div>\n");
        page.element("p", "", &table.kept.summary);
        if !table.limits.is_empty() {
            page.element("h4", "", words.limits);
            table.limits.iter().for_each(|limit| page.element("p", "class=\"note\"", limit));
        }
    }
    page.markup("</section>\n");
    Some(Section { id: "cohorts".into(), title: words.title.into(), markup: page.0 })
}

fn plan(report: &Report, economy: &Economy) -> Option<Section> {
    let rows = initiatives::rows(report.engagement, economy);
    if rows.is_empty() {
        return None;
    }
    let (words, travel) = (EconomyWords::of(report.lang), TravelWords::of(report.lang));
    let i = InitiativeWords::of(report.lang);
    let mut page = begin("initiatives", "", i.initiatives);
    if let Some(name) = economy.one_of_several() {
        page.element("p", "class=\"note\"", &(i.valued_with)(&name));
    }
    let period = economy.here().map(|here| here.scenario.period).unwrap_or_default();
    let cost = format!("{} {}", i.cost_per_period, words.per(period));
    let columns = [
        (i.initiative, false),
        (i.removed, false),
        (i.included_in, false),
        (i.cost_once, true),
        (&cost, true),
        (travel.worth, true),
        (travel.worth_median, true),
        (travel.worth_range, true),
        (travel.pays, true),
    ];
    page.table(&columns);
    for row in rows {
        page.markup("<tr>");
        page.element("th", "scope=\"row\"", &row.name);
        page.element("td", "", &row.removes);
        page.element("td", "", &row.included);
        for figure in row.figures(economy) {
            page.element("td", "class=\"figure\"", &figure);
        }
        page.markup("</tr>\n");
    }
    page.end_table();
    page.markup("</section>\n");
    Some(Section { id: "initiatives".into(), title: i.initiatives.into(), markup: page.0 })
}
