//! Times of the day, as chats and meetings write them: counted from the first, so that they say how far a talk had come.

use super::time::HOUR;
use super::{Said, Source, Transcript};

/// A recording that begins later than this was cut; a talk that does has times of the day.
const LATEST: u32 = 4 * HOUR;

/// Counts times of the day from the first one. `are_dated`: a date or a half of the day stands with them. Captions and data count
/// from the beginning themselves.
pub(super) fn counted(transcript: &mut Transcript, are_dated: bool) {
    let is_counted = matches!(transcript.source, Source::Srt | Source::WebVtt | Source::Data);
    let first = transcript.paragraphs.iter().find_map(|said| said.start);
    let Some(first) = first.filter(|first| !is_counted && (are_dated || *first >= LATEST)) else { return };
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
