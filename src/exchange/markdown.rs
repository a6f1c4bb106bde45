//! A map as Markdown: it pastes clean into a wiki or a tracker, whatever was typed on the cards.

use super::ranking::{Ranked, ranked};
use super::{landmarks, lane_name, said, stage_name};
use crate::edit::draft::{CardDraft, JourneyDraft};
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::listed;
use crate::i18n::speech::title_or;
use crate::i18n::{Lang, figures};
use crate::insight::pulse;
use crate::model::journey::{JourneyKind, LaneKind};
use crate::model::quantity::Level;
use crate::plain::clean;

/// The map: what it is, then a section for each stage with its emotion and its lanes, then the friction ranking if anything
/// hurts. Lanes that are hidden are left out, their frictions are ranked.
pub fn map(journey: &JourneyDraft, lang: Lang) -> String {
    let words = JourneyWords::of(lang);
    let kind = match journey.kind {
        JourneyKind::AsIs => words.as_is,
        JourneyKind::ToBe => words.to_be,
    };
    let mut text = ["# ", &line(title_or(&journey.title, words.untitled_map)), "\n\n"].concat();
    for (name, said) in [(words.kind, kind), (words.persona, &journey.persona), (words.scenario, &journey.scenario)] {
        let said = line(said);
        if !said.is_empty() {
            text += &["- **", name, ":** ", &said, "\n"].concat();
        }
    }
    let levels: Vec<Option<Level>> = journey.stages.iter().map(|stage| stage.emotion).collect();
    for (at, stage) in journey.stages.iter().enumerate() {
        text += &["\n## ", &line(&stage_name(journey, at, words)), "\n"].concat();
        let subtitle = line(&stage.subtitle);
        if !subtitle.is_empty() {
            text += &["\n", &subtitle, "\n"].concat();
        }
        for (place, lane) in journey.lanes.iter().enumerate().filter(|(_, lane)| !lane.hidden) {
            let name = line(lane_name(lane, words));
            if lane.kind == LaneKind::Emotion {
                if let Some(level) = stage.emotion {
                    let mut said = vec![figures::level(lang, level)];
                    said.extend(landmarks(&levels, at, words));
                    text +=
                        &["\n**", &name, ":** ", &listed(said.iter().map(String::as_str)).join(", "), "\n"].concat();
                }
                continue;
            }
            let cards = stage.cells.get(place).map_or(&[][..], Vec::as_slice);
            if !cards.is_empty() {
                text += &["\n**", &name, "**\n\n"].concat();
                cards.iter().for_each(|card| text += &item(card, lane.kind, lang));
            }
        }
    }
    if !ranked(journey).is_empty() {
        text += &["\n## ", words.friction_ranking, "\n\n", &ranking(journey, lang)].concat();
    }
    text
}

/// The friction ranking as a table, with owner, next step and due day. Empty when nothing hurts.
pub fn ranking(journey: &JourneyDraft, lang: Lang) -> String {
    let words = JourneyWords::of(lang);
    let ranked = ranked(journey);
    if ranked.is_empty() {
        return String::new();
    }
    let heads = [words.rank, words.palette_friction, words.stage, words.score, words.owner, words.next_step, words.due];
    let mut text = row(&heads.map(line));
    text += "| --: | --- | --- | --: | --- | --- | --- |\n";
    for (at, Ranked { card, stage }) in ranked.into_iter().enumerate() {
        let details = &card.details;
        text += &row(&[
            (at + 1).to_string(),
            line(&card.card.text),
            line(&stage_name(journey, stage, words)),
            details.score().map(|score| score.to_string()).unwrap_or_default(),
            line(&details.owner),
            line(&details.next_step),
            details.due.map(|due| figures::date(lang, due)).unwrap_or_default(),
        ]);
    }
    text
}

fn row(cells: &[String; 7]) -> String {
    ["| ", &cells.join(" | "), " |\n"].concat()
}

/// A card as an item of a list.
fn item(card: &CardDraft, kind: LaneKind, lang: Lang) -> String {
    let text = &card.card.text;
    let mut item = match kind {
        LaneKind::Thoughts => lines(&said(text, lang)),
        LaneKind::Pulse => match pulse::split(text) {
            ("", label) => lines(label),
            (figure, label) => ["**", &line(figure), "** ", &lines(label)].concat(),
        },
        _ => lines(text),
    };
    if let (LaneKind::Friction, Some(score)) = (kind, card.details.score()) {
        item = [&item, " \u{b7} ", &(JourneyWords::of(lang).score_is)(score)].concat();
    }
    ["- ", item.trim(), "\n"].concat()
}

/// A text on one line.
pub(crate) fn line(text: &str) -> String {
    escaped(&clean(text).replace('\n', " "))
}

/// A text as the lines of a list's item, the break of each kept.
fn lines(text: &str) -> String {
    let lines: Vec<String> = clean(text).split('\n').filter(|line| !line.is_empty()).map(escaped).collect();
    lines.join("  \n  ")
}

/// A line that says in Markdown what it says as it is: no markup, no HTML, no end of a table's cell, no list or heading at its
/// beginning.
fn escaped(line: &str) -> String {
    let line = line.trim();
    let mut escaped = String::with_capacity(line.len() + 8);
    let marked = mark_at_start(line);
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        let rest = &line[at + letter.len_utf8()..];
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' if is_entity(rest) => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' => escaped.extend(['\\', letter]),
            // Within a word, as in an address, it marks nothing.
            '_' if !(before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)) => escaped.push_str("\\_"),
            '#' if before.is_whitespace() => escaped.push_str("\\#"),
            _ if marked == Some(at) => escaped.extend(['\\', letter]),
            _ => escaped.push(letter),
        }
        before = letter;
    }
    escaped
}

/// Where the sign is that would make a list, a heading, a rule or a table of a line.
fn mark_at_start(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let sign = rest.chars().next()?;
    let ends = rest[sign.len_utf8()..].chars().next().is_none_or(char::is_whitespace);
    let marks = match sign {
        '.' | ')' => digits > 0 && ends,
        '+' | '-' | '=' | ':' => {
            digits == 0 && (ends || line.chars().all(|c| matches!(c, '-' | '=' | ':') || c.is_whitespace()))
        }
        _ => false,
    };
    marks.then_some(digits)
}

/// Whether what stands behind an ampersand makes it the beginning of an entity.
fn is_entity(rest: &str) -> bool {
    let name = rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).next().unwrap_or_default();
    !name.is_empty() && rest[name.len()..].starts_with(';')
}
