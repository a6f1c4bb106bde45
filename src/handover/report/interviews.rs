//! What people said: who was heard, the forces, jobs and job stories, outcomes with their scores, and the quotes.

use std::collections::BTreeMap;

use super::page::{Page, Report, Section, begin};
use crate::arrange::Arrange;
use crate::i18n::amounts::number;
use crate::i18n::interviews::InterviewWords;
use crate::i18n::interviews::capture::CaptureWords;
use crate::i18n::interviews::findings::FindingsWords;
use crate::i18n::quote::quoted;
use crate::insight::interviews::forces::forces;
use crate::insight::interviews::outcomes::{Outcome, outcomes};
use crate::insight::interviews::said::{Said, quotes, who};
use crate::insight::interviews::{People, counts};
use crate::interviews::counts::HighlightCount;
use crate::interviews::forces::By;
use crate::interviews::kinds::{Consent, Force};
use crate::interviews::opportunity::Opportunity;
use crate::interviews::record::Claim;
use crate::model::interview::Interview;
use crate::model::quantity::InterviewId;
use crate::route::Findings;

/// The words of the section.
struct Words {
    method: &'static InterviewWords,
    findings: &'static FindingsWords,
}

/// The section; `None` where there is nothing to show. Whoever agreed to nothing is in none of its lists.
pub fn interviews(report: &Report) -> Option<Section> {
    let said = Words { method: InterviewWords::of(report.lang), findings: FindingsWords::of(report.lang) };
    let heard: Vec<(InterviewId, &Interview)> =
        report.engagement.interviews().filter(|(_, one)| one.head.consent != Consent::None).collect();
    let stories = stories(report, &said);
    let outcomes = written(report, &said);
    if heard.is_empty() && stories.is_empty() && outcomes.is_empty() {
        return None;
    }
    let title = said.findings.phrases.interviews;
    let mut page = begin("interviews", "", title);
    let mut by_interview: BTreeMap<InterviewId, Vec<Said>> = BTreeMap::new();
    for quote in quotes(report.engagement) {
        if quote.consent != Consent::None && !quote.text.trim().is_empty() {
            by_interview.entry(quote.interview).or_default().push(quote);
        }
    }
    if !heard.is_empty() {
        people(&mut page, report, &said, &heard, &by_interview);
    }
    weights(&mut page, report, &said);
    if !stories.is_empty() {
        page.element("h3", "", said.findings.titles[Findings::Jobs as usize]);
        stories.into_iter().for_each(|(claim, backed)| {
            page.element("p", "class=\"claim\"", &claim);
            page.element("p", "class=\"note\"", &backed);
        });
    }
    if !outcomes.is_empty() {
        page.element("h3", "", said.findings.titles[Findings::Outcomes as usize]);
        scores(&mut page, report, &said, &outcomes);
        segments(&mut page, report, &said, &outcomes);
    }
    if !by_interview.is_empty() {
        page.element("h3", "", said.findings.codebook.quotes);
        for (id, interview) in heard {
            if let Some(all) = by_interview.get(&id) {
                page.element("h4", "", &name(interview, &said));
                all.iter().for_each(|one| quote(&mut page, report, &said, one));
            }
        }
    }
    page.markup("</section>\n");
    Some(Section { id: "interviews".into(), title: title.into(), markup: page.0 })
}

/// Who was heard, as far as the person is named.
fn name(interview: &Interview, said: &Words) -> String {
    let who = who(interview);
    if who.is_empty() { said.method.unnamed.into() } else { who }
}

fn people(
    page: &mut Page,
    report: &Report,
    said: &Words,
    heard: &[(InterviewId, &Interview)],
    quotes: &BTreeMap<InterviewId, Vec<Said>>,
) {
    let capture = CaptureWords::of(report.lang);
    let count_of =
        |id: &InterviewId| quotes.get(id).into_iter().flatten().map(Said::is_note).collect::<HighlightCount>();
    let has_notes = heard.iter().any(|(id, _)| count_of(id).notes > 0);
    let mut columns = vec![
        (said.findings.outcomes.who, false),
        (capture.date, false),
        (said.findings.quote_list.kind, false),
        (said.findings.codebook.quotes, true),
    ];
    columns.extend(has_notes.then_some((said.findings.codebook.notes, true)));
    page.table(&columns);
    for (id, interview) in heard {
        page.markup("<tr>");
        page.element("th", "scope=\"row\"", &name(interview, said));
        page.element("td", "class=\"day\"", &said.method.when(report.lang, interview.head.on));
        page.element("td", "", said.method.outcome(interview.head.outcome));
        count_cells(page, count_of(id), has_notes);
        page.markup("</tr>\n");
    }
    page.end_table();
}

/// The cells of quotes, and of notes where the table has them.
fn count_cells(page: &mut Page, count: HighlightCount, has_notes: bool) {
    page.element("td", "class=\"figure\"", &count.quotes.to_string());
    if has_notes {
        page.element("td", "class=\"figure\"", &count.notes.to_string());
    }
}

/// How many quotes, notes and people speak for each force.
fn weights(page: &mut Page, report: &Report, said: &Words) {
    let people = People::of(report.engagement);
    let forces = forces(report.engagement, &people, None);
    let balance = forces.balance(By::Mentions);
    if balance.highlights.all() == 0 {
        return;
    }
    page.element("h3", "", said.findings.forces.four_forces);
    let sides = [balance.moves, balance.holds].map(|side| side.to_string());
    page.element("p", "class=\"note\"", &(said.method.balance)(&balance, By::Mentions, &sides[0], &sides[1]));
    let has_notes = balance.highlights.notes > 0;
    let mut columns = vec![(said.findings.quote_list.force, false), (said.findings.codebook.quotes, true)];
    columns.extend(has_notes.then_some((said.findings.codebook.notes, true)));
    columns.push((said.findings.phrases.people, true));
    page.table(&columns);
    for force in Force::ALL {
        let weight = forces.weight(force);
        page.markup("<tr>");
        page.element("th", "scope=\"row\"", said.method.force(force));
        count_cells(page, weight.highlights, has_notes);
        page.element("td", "class=\"figure\"", &weight.people.to_string());
        page.markup("</tr>\n");
    }
    page.end_table();
}

/// Jobs and job stories as sentences, each with how many say so.
fn stories(report: &Report, said: &Words) -> Vec<(String, String)> {
    let engagement = report.engagement;
    let wanted = engagement.statements().filter(|(_, one)| !matches!(one.claim, Claim::Outcome { .. }));
    let told = wanted.map(|(_, statement)| {
        let backing = statement.quotes.iter().filter_map(|quote| Some(engagement.quote(*quote)?.interview));
        let mut interviews: Vec<InterviewId> = backing.collect();
        interviews.arrange();
        interviews.dedup();
        let backed = match counts::of(engagement, statement.quotes.iter().copied()) {
            heard if heard.all() == 0 => said.findings.statements.says_nobody.into(),
            heard => (said.findings.statements.backed)(heard, interviews.len()),
        };
        ((said.method.claim)(&statement.claim), backed)
    });
    told.filter(|(claim, _)| !claim.trim().is_empty()).collect()
}

/// Outcomes as sentences, in the order of their scores.
fn written(report: &Report, said: &Words) -> Vec<(String, Outcome)> {
    let told = outcomes(report.engagement).into_iter().filter_map(|outcome| {
        let statement = report.engagement.statement(outcome.statement)?;
        Some(((said.method.claim)(&statement.claim), outcome))
    });
    told.filter(|(claim, _)| !claim.trim().is_empty()).collect()
}

/// What answers say of each outcome, and how many speak for it.
fn scores(page: &mut Page, report: &Report, said: &Words, outcomes: &[(String, Outcome)]) {
    let (engagement, words) = (report.engagement, said.findings);
    let count_of = |one: &Outcome| {
        let quotes = engagement.statement(one.statement).map_or(&[][..], |statement| &statement.quotes);
        counts::of(engagement, quotes.iter().copied())
    };
    let has_notes = outcomes.iter().any(|(_, one)| count_of(one).notes > 0);
    let mut columns = vec![
        (words.statements.outcome, false),
        (words.outcomes.importance, true),
        (words.outcomes.satisfaction, true),
        (words.outcomes.opportunity, false),
        (words.outcomes.answers_column, true),
        (words.codebook.quotes, true),
    ];
    columns.extend(has_notes.then_some((words.codebook.notes, true)));
    page.table(&columns);
    let figure = |value: f64| number(report.lang, value, 1);
    for (claim, one) in outcomes {
        let answers = engagement.answers(one.statement).map_or(0, |answers| answers.given.len());
        let score = |all: Opportunity| scored(report, said, &all);
        let missing = if answers == 0 { words.outcomes.no_answers } else { words.outcomes.no_grades };
        let share = |of: fn(&Opportunity) -> f64| one.all.as_ref().map_or("\u{2013}".into(), |all| figure(of(all)));
        page.markup("<tr>");
        page.element("th", "scope=\"row\"", claim);
        page.element("td", "class=\"figure\"", &share(|all| all.importance));
        page.element("td", "class=\"figure\"", &share(|all| all.satisfaction));
        page.element("td", "", &one.all.map_or(missing.into(), score));
        page.element("td", "class=\"figure\"", &answers.to_string());
        count_cells(page, count_of(one), has_notes);
        page.markup("</tr>\n");
    }
    page.end_table();
}

/// A score with its range, and what it says.
fn scored(report: &Report, said: &Words, one: &Opportunity) -> String {
    let [score, low, high] = [one.score, one.range.low, one.range.high].map(|value| number(report.lang, value, 1));
    format!("{} \u{b7} {}", (said.findings.outcomes.score_range)(&score, &low, &high), (said.method.band)(one.band))
}

/// The scores by segment, of the outcomes that were answered in several.
fn segments(page: &mut Page, report: &Report, said: &Words, outcomes: &[(String, Outcome)]) {
    let words = said.findings;
    if outcomes.iter().all(|(_, one)| one.told_segments().is_empty()) {
        return;
    }
    page.element("h4", "", words.outcomes.by_segment);
    page.table(&[
        (words.statements.outcome, false),
        (words.outcomes.segment, false),
        (words.outcomes.importance, true),
        (words.outcomes.satisfaction, true),
        (words.outcomes.opportunity, false),
    ]);
    for (claim, one) in outcomes {
        let told = one.told_segments();
        for (at, (segment, score)) in told.iter().enumerate() {
            page.markup("<tr>");
            if at == 0 {
                page.element("th", &format!("scope=\"rowgroup\" rowspan=\"{}\"", told.len()), claim);
            }
            page.element("td", "", if segment.is_empty() { words.outcomes.no_segment } else { segment });
            page.element("td", "class=\"figure\"", &number(report.lang, score.importance, 1));
            page.element("td", "class=\"figure\"", &number(report.lang, score.satisfaction, 1));
            page.element("td", "", &scored(report, said, score));
            page.markup("</tr>\n");
        }
    }
    page.end_table();
}

/// A quote with the force that speaks and its tags; a note is nobody's own words, and has no quotation marks.
fn quote(page: &mut Page, report: &Report, said: &Words, quote: &Said) {
    let text = if quote.is_verbatim { quoted(report.lang, &quote.text) } else { quote.text.clone() };
    let force = quote.force.map(|force| said.method.force(force).to_owned());
    let tags = quote.tags.iter().filter_map(|tag| Some(report.engagement.tag(*tag)?.name.clone()));
    let marks: Vec<String> = force.into_iter().chain(tags).collect();
    page.markup("<blockquote>\n");
    page.element("p", "", &text);
    if !marks.is_empty() {
        page.element("p", "class=\"note\"", &marks.join(" \u{b7} "));
    }
    page.markup("</blockquote>\n");
}
