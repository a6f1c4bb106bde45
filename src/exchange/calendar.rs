//! What is due, as a file that calendars take (.ics, RFC 5545).

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use crate::arrange::Arrange;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::insight::ranking::frictions;
use crate::model::Engagement;
use crate::model::day::{Moment, day_text};
use crate::plain::is_xml;

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Names it for ever, so that a calendar takes a second file as news of the same.
    pub uid: String,
    /// When.
    pub day: NaiveDate,
    /// What, in a line.
    pub title: String,
    /// What else there is to know; may have several lines.
    pub notes: String,
}

/// The longest line, in bytes, without its end.
const LONGEST_LINE: usize = 75;

/// The steps that frictions wait for, those with a day, the earliest first. `project` tells this project from others for
/// ever.
pub fn next_steps(engagement: &Engagement, project: &str, words: &JourneyWords) -> Vec<Item> {
    let mut items = Vec::new();
    // A map of what should be begins with the steps of the one it was made of: each is one task.
    let mut known = HashSet::new();
    for (_, journey) in engagement.journeys() {
        for (stage, card) in frictions(engagement, journey) {
            let Some((details, friction)) = engagement.details(card).zip(engagement.card(card)) else { continue };
            let Some(day) = details.due else { continue };
            if !known.insert((day, &details.next_step, &details.owner, &friction.text)) {
                continue;
            }
            let at = journey.stages.iter().position(|id| *id == stage).unwrap_or(0);
            let name = engagement.stage(stage).map_or("", |stage| &stage.name);
            let stage = words.stage_or(name, at);
            let score = details.score().map(|score| score.to_string()).unwrap_or_default();
            let map = title_or(&journey.title, words.untitled_map);
            let notes = [
                (words.palette_friction, friction.text.as_str()),
                (words.owner, &details.owner),
                (words.score, &score),
                (words.stage, &stage),
                (words.journey_map, map),
            ];
            let notes = notes.into_iter().filter(|(_, text)| !text.trim().is_empty());
            items.push(Item {
                uid: format!("card-{card}.{project}@orbita"),
                day,
                title: title_or(&details.next_step, &friction.text).to_owned(),
                notes: notes.map(|(name, text)| format!("{name}: {text}")).collect::<Vec<_>>().join("\n"),
            });
        }
    }
    items.arrange_by_key(|item| item.day);
    items
}

/// A calendar called `name` with everything that is due, each for a whole day; `now` is when the file is made.
pub fn calendar(name: &str, items: &[Item], now: Moment) -> String {
    let mut lines = Lines(String::new());
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Orbita//Orbita//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.add("X-WR-CALNAME", &escaped(name));
    let stamp = now.to_string();
    let stamp = stamp.split_once('.').map_or(stamp.as_str(), |(seconds, _)| seconds).replace(['-', ':'], "");
    for Item { uid, day, title, notes } in items {
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", &escaped(uid));
        lines.add("DTSTAMP", &format!("{stamp}Z"));
        lines.add("DTSTART;VALUE=DATE", &date(*day));
        // The end is not part of it. A day that none follows, in the year 9999, needs no end.
        if let Some(next) = day.succ_opt().filter(|next| next.year() <= 9999) {
            lines.add("DTEND;VALUE=DATE", &date(next));
        }
        lines.add("SUMMARY", &escaped(&title.split_whitespace().collect::<Vec<_>>().join(" ")));
        if !notes.is_empty() {
            lines.add("DESCRIPTION", &escaped(notes));
        }
        // Takes no hours of the day.
        lines.add("TRANSP", "TRANSPARENT");
        lines.add("END", "VEVENT");
    }
    lines.add("END", "VCALENDAR");
    lines.0
}

fn date(day: NaiveDate) -> String {
    day_text(day).replace('-', "")
}

/// A text with what means something in a calendar made harmless, and what it cannot hold left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| is_xml(*letter) && *letter != '\r') {
        match letter {
            '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

struct Lines(String);

impl Lines {
    /// Adds a line, folded where it is too long, but not inside a letter or an escape.
    fn add(&mut self, name: &str, value: &str) {
        let mut filled = name.len() + 1;
        self.0.push_str(name);
        self.0.push(':');
        let mut letters = value.char_indices().peekable();
        while let Some((from, letter)) = letters.next() {
            if letter == '\\' {
                letters.next();
            }
            let to = letters.peek().map_or(value.len(), |(at, _)| *at);
            if filled + to - from > LONGEST_LINE {
                self.0.push_str("\r\n ");
                filled = 1;
            }
            self.0.push_str(&value[from..to]);
            filled += to - from;
        }
        self.0.push_str("\r\n");
    }
}
