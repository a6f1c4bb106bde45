//! What programs that transcribe save as data: objects with who speaks, what is said and when it begins, in whatever shape.

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use crate::arrange::Arrange;

use super::time::{HOUR, Span, all_of, clock_of_day, unit};
use super::{Source, Writer, may_end_turn};

/// What fields are called, without signs and in small letters.
const TEXTS: [&str; 15] = [
    "text",
    "transcript",
    "content",
    "utterance",
    "message",
    "sentence",
    "value",
    "body",
    "words",
    "elements",
    "phrase",
    "caption",
    "display",
    "punctuatedword",
    "word",
];
const SPEAKERS: [&str; 18] = [
    "speaker",
    "speakername",
    "speakerlabel",
    "speakerid",
    "speakertag",
    "name",
    "participant",
    "participantname",
    "from",
    "author",
    "sender",
    "user",
    "username",
    "role",
    "who",
    "displayname",
    "person",
    "channeltag",
];
const STARTS: [&str; 16] = [
    "start",
    "starttime",
    "starttimestamp",
    "startms",
    "startsec",
    "startseconds",
    "begin",
    "timestamp",
    "time",
    "ts",
    "offset",
    "date",
    "at",
    "timecode",
    "createdat",
    "startedat",
];
const ENDS: [&str; 8] = ["end", "endtime", "endtimestamp", "endms", "stop", "endts", "endsec", "endseconds"];

/// Whether a text is data rather than words.
pub(super) fn is_data(text: &str) -> bool {
    let text = text.trim();
    let begins = text.strip_prefix('[').map_or(text, str::trim_start);
    let inner = begins.strip_prefix('{').map(str::trim_start);
    inner.is_some_and(|inner| inner.starts_with('"')) && text.contains("\":")
        || text.contains("\" :") && inner.is_some()
}

/// Reads data; says whether somebody speaks in it.
pub(super) fn read(text: &str, writer: &mut Writer) -> bool {
    // Or one object a line.
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).map(|line| serde_json::from_str(line).ok());
    let whole = serde_json::from_str::<Value>(text.trim()).ok();
    let Some(data) = whole.or_else(|| lines().collect::<Option<Vec<Value>>>().map(Value::Array)) else { return false };
    if field(&data, &["format"]).and_then(Value::as_str).is_some_and(|format| format.starts_with("orbita")) {
        return false;
    }
    let mut best = None;
    look(&data, 0, &[], &mut best);
    let Some(Talk { said, .. }) = best else { return false };
    writer.transcript.source = Source::Data;
    let unit = unit_of(&said);
    let moment = |said: &Said| match said.start? {
        Time::Moment(moment) => Some(moment),
        _ => None,
    };
    let first = said.iter().filter_map(moment).min().unwrap_or_default();
    for Said { speaker, text, start, end } in said {
        let ms = |time: Time| time.ms(unit, first);
        let span = start.and_then(ms).map(|start| Span { start, end: end.and_then(ms).filter(|end| *end >= start) });
        match speaker {
            Some(name) => writer.begin_named(&name, span),
            None => writer.begin_unnamed(span),
        }
        writer.add(&text);
    }
    true
}

/// What one says.
struct Said {
    speaker: Option<String>,
    text: String,
    start: Option<Time>,
    end: Option<Time>,
}

/// A time as it is written.
#[derive(Clone, Copy)]
enum Time {
    /// Of a unit that nobody names.
    Number(f64),
    Milliseconds(u32),
    /// In milliseconds, with its day: counted from the first.
    Moment(i64),
}

impl Time {
    fn ms(self, unit: f64, first: i64) -> Option<u32> {
        match self {
            Time::Moment(moment) => u32::try_from(moment - first).ok(),
            Time::Milliseconds(ms) => Some(ms),
            Time::Number(number) => {
                let ms = (number * unit).round();
                (0.0..f64::from(u32::MAX)).contains(&ms).then_some(ms as u32)
            }
        }
    }
}

/// Who speaks from when on, where that is told apart from the words.
type Label = (f64, String);

/// A list of what is said.
struct Talk {
    said: Vec<Said>,
    letters: usize,
}

impl Talk {
    /// Whether it says more than another. Of two that say about the same it is the one that names who speaks, or the one of fewer
    /// pieces: programs list each word, too.
    fn is_better(&self, other: &Talk) -> bool {
        let (less, more) = (self.letters.min(other.letters), self.letters.max(other.letters));
        if less * 10 < more * 7 {
            return self.letters == more;
        }
        let key = |talk: &Talk| (talk.said.iter().all(|said| said.speaker.is_none()), talk.said.len());
        key(self) < key(other)
    }
}

/// Looks for the list that says most, in all that is inside.
fn look(value: &Value, depth: usize, labels: &[Label], best: &mut Option<Talk>) {
    if depth > 12 {
        return;
    }
    match value {
        Value::Array(items) => {
            let said = gathered(items.iter().filter_map(said).collect(), labels);
            let letters = said.iter().map(|said| said.text.len()).sum();
            let talk = Talk { said, letters };
            if talk.letters > 0 && best.as_ref().is_none_or(|best| talk.is_better(best)) {
                *best = Some(talk);
            }
            items.iter().for_each(|item| look(item, depth + 1, labels, best));
        }
        Value::Object(fields) => {
            let segments = field(value, &["speakerlabels"]).and_then(|labels| field(labels, &["segments"])?.as_array());
            let label = |segment: &Value| {
                let speaker = field(segment, &SPEAKERS).and_then(name)?;
                field(segment, &STARTS).and_then(time).and_then(number).map(|start| (start, speaker))
            };
            let known: Vec<Label> = segments.into_iter().flatten().filter_map(label).collect();
            let labels = if known.is_empty() { labels } else { &known };
            if let Some(talk) = of_channels(value).filter(|talk| best.as_ref().is_none_or(|best| talk.is_better(best)))
            {
                *best = Some(talk);
            }
            fields.values().for_each(|value| look(value, depth + 1, labels, best));
        }
        _ => (),
    }
}

/// Who speaks by the channel that each has, where the words of each are told with their times: stretches between pauses, in order.
fn of_channels(value: &Value) -> Option<Talk> {
    const PAUSE: f64 = 1.0;
    let channels = field(value, &["channels"])?.as_array().filter(|channels| channels.len() > 1)?;
    let mut turns: Vec<(f64, Said)> = Vec::new();
    for (channel, number) in channels.iter().zip(1..) {
        let heard = field(channel, &["alternatives"]).and_then(|all| all.as_array()?.first()).unwrap_or(channel);
        let mut last: Option<f64> = None;
        for word in field(heard, &["words"])?.as_array()? {
            let text = field(word, &["punctuatedword", "word", "text"])?.as_str()?;
            let at = |names: &[&str]| field(word, names).and_then(time).and_then(self::number);
            let (start, end) = (at(&STARTS)?, at(&ENDS)?);
            match turns.last_mut().filter(|_| last.is_some_and(|last| start - last < PAUSE)) {
                Some((_, turn)) => {
                    put(&mut turn.text, text);
                    turn.end = Some(Time::Number(end));
                }
                None => {
                    let speaker = Some(format!("Speaker {number}"));
                    let (begin, until) = (Some(Time::Number(start)), Some(Time::Number(end)));
                    turns.push((start, Said { speaker, text: text.into(), start: begin, end: until }));
                }
            }
            last = Some(end);
        }
    }
    turns.arrange_by(|one, other| one.0.total_cmp(&other.0));
    let said: Vec<Said> = turns.into_iter().map(|(_, said)| said).collect();
    let letters = said.iter().map(|said| said.text.len()).sum();
    let is_told = said.windows(2).any(|pair| pair[0].speaker != pair[1].speaker);
    is_told.then_some(Talk { said, letters })
}

/// Where each says one word or sign, those of one speaker together; a long turn is parted behind a sentence.
fn gathered(all: Vec<Said>, labels: &[Label]) -> Vec<Said> {
    const LONG: usize = 500;
    let is_sign = |said: &Said| !said.text.contains(char::is_alphanumeric);
    let is_word =
        |said: &Said| !said.text.trim().contains(char::is_whitespace) && (said.end.is_some() || is_sign(said));
    if all.len() < 2 || all.iter().all(is_sign) || !all.iter().all(is_word) {
        return all;
    }
    let mut turns: Vec<Said> = Vec::new();
    for mut word in all {
        if let Some(start) = word.start.and_then(number).filter(|_| word.speaker.is_none()) {
            let known = labels.partition_point(|(from, _)| *from <= start);
            word.speaker = labels[..known].last().map(|(_, name)| name.clone());
        }
        let is_same = |turn: &&mut Said| {
            let is_over = turn.text.len() > LONG && may_end_turn(&turn.text);
            is_sign(&word) || !is_over && (word.speaker.is_none() || word.speaker == turn.speaker)
        };
        match turns.last_mut().filter(is_same) {
            Some(turn) => {
                put(&mut turn.text, word.text.trim());
                turn.end = word.end.or(turn.end);
            }
            None => turns.push(word),
        }
    }
    turns
}

/// Puts a word or a sign behind others.
fn put(text: &mut String, word: &str) {
    let is_sign = word.starts_with(['.', ',', '!', '?', ':', ';', '\u{2026}']);
    if !text.is_empty() && !is_sign {
        text.push(' ');
    }
    *text += word;
}

/// A time whose unit nobody names.
fn number(time: Time) -> Option<f64> {
    match time {
        Time::Number(number) => Some(number),
        Time::Milliseconds(_) | Time::Moment(_) => None,
    }
}

fn field<'v>(value: &'v Value, names: &[&str]) -> Option<&'v Value> {
    let fields = value.as_object()?;
    let called =
        |field: &str| field.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let known: Vec<(String, &Value)> = fields.iter().map(|(name, value)| (called(name), value)).collect();
    names
        .iter()
        .find_map(|name| known.iter().find(|(known, value)| known == name && !value.is_null()))
        .map(|(_, value)| *value)
}

fn said(value: &Value) -> Option<Said> {
    // Of several ways to hear it the first is the likely one.
    let heard = field(value, &["alternatives", "nbest"]).and_then(|all| all.as_array()?.first());
    let written = |value: &Value| {
        TEXTS.iter().find_map(|name| field(value, &[name]).map(words).filter(|text| !text.trim().is_empty()))
    };
    let text = written(value).or_else(|| written(heard?))?;
    let speaker = [Some(value), heard].into_iter().flatten().find_map(|value| field(value, &SPEAKERS).and_then(name));
    let at = |value: &Value, names: &[&str]| {
        let inner = || field(field(value, &["timestamps"])?, if names == ENDS { &["to"] } else { &["from"] });
        field(value, names).or_else(inner).and_then(time)
    };
    // Where it is in pieces, the first of them may be the one that knows when.
    let pieces = |value| TEXTS.iter().find_map(|name| field(value, &[name])?.as_array()?.first());
    let first = || pieces(value).or_else(|| pieces(heard?));
    let start = at(value, &STARTS).or_else(|| at(first()?, &STARTS));
    Some(Said { speaker, text, start, end: at(value, &ENDS) })
}

/// The words of a text, or of one that is in pieces.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => {
            let pieces = pieces.iter().map(|piece| match piece {
                Value::String(text) => text.clone(),
                piece => field(piece, &["value", "text", "punctuatedword", "word"])
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .into(),
            });
            let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
            // Pieces of a sentence bring their blanks along, words do not.
            let have_blanks = pieces.iter().any(|piece| piece.contains(char::is_whitespace));
            if have_blanks {
                return pieces.concat();
            }
            pieces.iter().fold(String::new(), |mut text, piece| {
                put(&mut text, piece);
                text
            })
        }
        _ => String::new(),
    }
}

/// "Anna", 0, {"name": "Anna"}
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(number) if number.parse::<u16>().is_ok() => Some(format!("Speaker {number}")),
        Value::String(name) => Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
        Value::Number(number) => Some(format!("Speaker {number}")),
        Value::Object(_) => field(value, &["name", "displayname", "username", "label", "id"]).and_then(self::name),
        _ => None,
    }
}

/// 1.5, "1.500s", "00:00:01.5", "2025-03-08T10:02:11"
fn time(value: &Value) -> Option<Time> {
    match value {
        Value::Number(number) => number.as_f64().map(Time::Number),
        Value::String(text) => {
            let text = text.trim();
            let seconds = || {
                text.strip_suffix('s')
                    .and_then(|text| text.parse::<f64>().ok())
                    .map(|s| Time::Milliseconds((s * 1000.0).round() as u32))
            };
            let of_day = || {
                let (day, time) = text.split_once('T')?;
                let clock = clock_of_day(time.split(['Z', '+', '-', '.']).next()?)?;
                let day = day.parse::<NaiveDate>().ok()?.num_days_from_ce();
                Some(Time::Moment(i64::from(day) * i64::from(24 * HOUR) + i64::from(clock)))
            };
            all_of(text)
                .or_else(|| duration(text))
                .map(Time::Milliseconds)
                .or_else(seconds)
                .or_else(of_day)
                .or_else(|| text.parse().ok().map(Time::Number))
        }
        _ => None,
    }
}

/// "PT1M2.5S", in milliseconds.
fn duration(text: &str) -> Option<u32> {
    let parts = text.strip_prefix("PT")?.split_inclusive(char::is_alphabetic);
    let ms = |part: &str| {
        let unit =
            [('H', 3_600_000.0), ('M', 60_000.0), ('S', 1000.0)].into_iter().find(|(unit, _)| part.ends_with(*unit))?;
        Some(part[..part.len() - 1].parse::<f64>().ok()? * unit.1)
    };
    Some(parts.map(ms).sum::<Option<f64>>()?.round() as u32)
}

/// How many milliseconds a number is.
fn unit_of(said: &[Said]) -> f64 {
    let numbers = said.iter().flat_map(|said| [said.start, said.end]).flatten().filter_map(number);
    unit(numbers, said.iter().map(|said| said.text.split_whitespace().count()).sum())
}
