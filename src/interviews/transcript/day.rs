//! Times of the day, as chats and meetings write them: counted from the first, so that they say how far a talk had come.

use super::time::HOUR;
use super::{Said, Source, Transcript};

/// A recording that begins later than this was cut; a talk that does has times of the day.
const LATEST: u32 = 4 * HOUR;

/// More words a second than anybody says: quick speech has three to four.
const TOO_QUICK: u32 = 8;

/// Counts times of the day from the first one. `are_dated`: a date or a half of the day stands with them. Captions and data count
/// from the beginning themselves.
pub(super) fn counted(transcript: &mut Transcript, are_dated: bool) {
    let is_counted = matches!(transcript.source, Source::Srt | Source::WebVtt | Source::Data);
    if !is_counted && !are_dated && are_hours(&transcript.paragraphs) {
        for said in &mut transcript.paragraphs {
            said.start = said.start.map(|start| start * 60);
            said.end = said.end.map(|end| end * 60);
        }
    }
    let first = transcript.paragraphs.iter().find_map(|said| said.start);
    let is_of_day = |first: u32| {
        first >= LATEST && transcript.paragraphs.iter().filter_map(|said| said.start).all(|start| start < 24 * HOUR)
    };
    let Some(first) = first.filter(|first| !is_counted && (are_dated || is_of_day(*first))) else { return };
    // Programs that write dates write messages in order; people mistake an hour now and then.
    let least = if are_dated { HOUR } else { 12 * HOUR };
    let (mut days, mut before) = (0_u32, first);
    for Said { start, end, .. } in &mut transcript.paragraphs {
        if let Some(start) = *start {
            days += u32::from(before >= start.saturating_add(least));
            before = start;
        }
        // A stretch may end on the next day.
        let is_over = end.zip(*start).is_some_and(|(end, start)| end < start);
        let counted = |time: u32, days: u32| days.saturating_mul(24 * HOUR).saturating_add(time).saturating_sub(first);
        *start = start.map(|start| counted(start, days));
        *end = end.map(|end| counted(end, days + u32::from(is_over)));
    }
}

/// Whether times such as 10:02 and 10:05 are hours and minutes: as minutes and seconds nobody could have said so much in between.
fn are_hours(paragraphs: &[Said]) -> bool {
    const MORNING: u32 = 7 * 60_000;
    const MIDNIGHT: u32 = 24 * 60_000;
    let mut times = paragraphs.iter().flat_map(|said| [said.start, said.end]).flatten();
    if !times.all(|time| (MORNING..MIDNIGHT).contains(&time) && time % 1000 == 0) {
        return false;
    }
    let starts: Vec<(usize, u32)> =
        paragraphs.iter().enumerate().filter_map(|(at, said)| Some((at, said.start?))).collect();
    let [(from, first), .., (to, last)] = starts[..] else { return false };
    let words: usize = paragraphs[from..to].iter().map(|said| said.text.split_whitespace().count()).sum();
    let seconds = last.saturating_sub(first) / 1000;
    words > 20 && words as u64 > u64::from(seconds * TOO_QUICK)
}
