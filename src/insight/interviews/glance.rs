//! What the list of interviews and the screen of one show at a glance: which way each leans, how much is noted of each phase,
//! where a quote is.

use std::collections::BTreeMap;

use crate::arrange::Arrange;
use crate::interviews::kinds::{Force, Phase};
use crate::interviews::text::{HighlightId, HighlightPart, TagId};
use crate::interviews::timeline::{Band, positions};
use crate::model::Engagement;
use crate::model::quantity::{InterviewId, ParagraphId};

/// The most dots that one phase has on the band: more run together.
const MOST_DOTS: usize = 12;

/// The quotes and notes of an interview that speak for staying and for a switch, and how long their bars are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lean {
    /// Quotes and notes of anxiety and habit.
    pub holds: usize,
    /// Quotes and notes of push and pull.
    pub moves: usize,
    /// The length of the bar that holds, of the longest bar among all interviews: from 0 to 1.
    pub hold_share: f64,
    /// The length of the bar that moves.
    pub move_share: f64,
}

/// Which way each interview leans. Those in which no force speaks are not among them.
pub fn leans(engagement: &Engagement) -> BTreeMap<InterviewId, Lean> {
    let mut leans: BTreeMap<InterviewId, Lean> = BTreeMap::new();
    for (_, quote) in engagement.quotes() {
        let Some(force) = quote.mark.force else { continue };
        let lean = leans.entry(quote.interview).or_default();
        *if force.moves() { &mut lean.moves } else { &mut lean.holds } += 1;
    }
    let longest = leans.values().map(|lean| lean.holds.max(lean.moves)).max().unwrap_or(0).max(1) as f64;
    for lean in leans.values_mut() {
        (lean.hold_share, lean.move_share) = (lean.holds as f64 / longest, lean.moves as f64 / longest);
    }
    leans
}

/// How many notes and paragraphs of an interview speak of each phase, by [`Phase::ALL`].
pub fn by_phase(engagement: &Engagement, id: InterviewId) -> [usize; 6] {
    let mut counts = [0; 6];
    for paragraph in engagement.paragraphs_of(id) {
        if let Some(phase) = engagement.paragraph(*paragraph).and_then(|record| record.phase) {
            counts[phase.index()] += 1;
        }
    }
    counts
}

/// The phase that an interview has come to: that of the last note that has one, as a transcript that is pasted has none; before
/// the first it is the phase in which people begin who did this.
pub fn phase(engagement: &Engagement, id: InterviewId) -> Phase {
    let noted = engagement.paragraphs_of(id).iter().rev();
    let last = noted.filter_map(|paragraph| engagement.paragraph(*paragraph)?.phase).next();
    last.unwrap_or_else(|| Phase::first_of(engagement.interview(id).and_then(|one| one.head.outcome)))
}

/// The positions of notes on the band, from 0 to 1.
pub fn dots(band: &Band, counts: [usize; 6]) -> Vec<(Phase, f64)> {
    let of = |(segment, count): (_, usize)| {
        let segment: &crate::interviews::timeline::Segment = segment;
        positions(segment, count.min(MOST_DOTS)).map(|at| (segment.phase, at))
    };
    band.segments.iter().zip(counts).flat_map(of).collect()
}

/// The first paragraph that speaks of a phase.
pub fn first_of(engagement: &Engagement, id: InterviewId, phase: Phase) -> Option<ParagraphId> {
    let speaks = |paragraph: &ParagraphId| engagement.paragraph(*paragraph).is_some_and(|one| one.phase == Some(phase));
    engagement.paragraphs_of(id).iter().copied().find(speaks)
}

/// The latest time of a note, in milliseconds: where a clock goes on that was lost.
pub fn last_time(engagement: &Engagement, id: InterviewId) -> u32 {
    let times = engagement.paragraphs_of(id).iter().filter_map(|paragraph| engagement.paragraph(*paragraph)?.at);
    times.max().unwrap_or(0)
}

/// Where a quote begins and where it ends: the paragraphs, and the positions in them in scalar values. `None` where it has lost its
/// words.
pub fn ends(engagement: &Engagement, quote: HighlightId) -> Option<((ParagraphId, u32), (ParagraphId, u32))> {
    let interview = engagement.quote(quote)?.interview;
    let part = |id: &ParagraphId| {
        let paragraph = engagement.paragraph(*id)?;
        let part = paragraph.part_of(quote)?;
        let end = part.end.unwrap_or_else(|| paragraph.text.chars().count() as u32);
        Some(((*id, part.start.unwrap_or(0)), (*id, end)))
    };
    let mut parts = engagement.paragraphs_of(interview).iter().filter_map(part);
    let (start, end) = parts.next()?;
    Some((start, parts.next_back().map_or(end, |(_, end)| end)))
}

/// A place in what was said: a paragraph, and the scalar values before it there.
pub type TextPosition = (ParagraphId, u32);

/// A stretch of an interview in the order of the text, however it was selected: line breaks at its ends are left out. `None`
/// where no letter is in it, or one end is elsewhere.
pub fn stretch(
    engagement: &Engagement,
    id: InterviewId,
    one: TextPosition,
    other: TextPosition,
) -> Option<(TextPosition, TextPosition)> {
    let order = engagement.paragraphs_of(id);
    let place = |of: TextPosition| order.iter().position(|paragraph| *paragraph == of.0).map(|at| (at, of.1));
    let (one, other) = (place(one)?, place(other)?);
    let (mut from, mut to) = (one.min(other), one.max(other));
    let length =
        |at: usize| order.get(at).and_then(|id| engagement.paragraph(*id)).map_or(0, |one| one.text.chars().count());
    while from.0 < to.0 && from.1 as usize >= length(from.0) {
        from = (from.0 + 1, 0);
    }
    while from.0 < to.0 && to.1 == 0 {
        to = (to.0 - 1, length(to.0 - 1) as u32);
    }
    to.1 = to.1.min(length(to.0) as u32);
    (from < to).then(|| ((order[from.0], from.1), (order[to.0], to.1)))
}

/// The quote that a whole paragraph is, where it is one; punctuation around it does not count.
pub fn whole_quote(engagement: &Engagement, paragraph: ParagraphId) -> Option<HighlightId> {
    let paragraph = engagement.paragraph(paragraph)?;
    paragraph.parts.iter().find(|part| paragraph.is_covered_by(part)).map(|part| part.highlight)
}

/// A quote in a paragraph in which a force speaks, and whether it is the whole paragraph; whole ones come first.
pub fn quote_with(engagement: &Engagement, paragraph: ParagraphId, force: Force) -> Option<(HighlightId, bool)> {
    let paragraph = engagement.paragraph(paragraph)?;
    let has =
        |part: &&HighlightPart| engagement.quote(part.highlight).is_some_and(|quote| quote.mark.force == Some(force));
    let found = paragraph.parts.iter().filter(has).map(|part| (part.highlight, paragraph.is_covered_by(part)));
    found.max_by_key(|(_, is_whole)| *is_whole)
}

/// A stretch without the white space at its ends; as it is where there is nothing else.
pub fn trimmed(engagement: &Engagement, from: TextPosition, to: TextPosition) -> (TextPosition, TextPosition) {
    let letters = |id: ParagraphId| engagement.paragraph(id).map_or(Vec::new(), |one| one.text.chars().collect());
    let (first, last): (Vec<char>, Vec<char>) = (letters(from.0), letters(to.0));
    let is_space = |letters: &[char], at: u32| letters.get(at as usize).is_some_and(|letter| letter.is_whitespace());
    let (mut start, mut end) = (from.1, to.1);
    while is_space(&first, start) {
        start += 1;
    }
    while end > 0 && is_space(&last, end - 1) {
        end -= 1;
    }
    let is_left = from.0 != to.0 || start < end;
    if is_left { ((from.0, start), (to.0, end)) } else { (from, to) }
}

/// The words of a stretch, one line a paragraph.
pub fn words(engagement: &Engagement, id: InterviewId, from: TextPosition, to: TextPosition) -> String {
    let order = engagement.paragraphs_of(id);
    let place = |of: TextPosition| order.iter().position(|paragraph| *paragraph == of.0);
    let (Some(first), Some(last)) = (place(from), place(to)) else { return String::new() };
    let line = |at: usize| {
        let text = order.get(at).and_then(|id| engagement.paragraph(*id)).map_or("", |one| one.text.as_str());
        let start = if at == first { from.1 as usize } else { 0 };
        let end = if at == last { to.1 as usize } else { usize::MAX };
        text.chars().take(end).skip(start).collect::<String>()
    };
    (first..=last).map(line).collect::<Vec<_>>().join("\n")
}

/// The quotes of an interview that have lost their words, with the words they had.
pub fn lost(engagement: &Engagement, id: InterviewId) -> Vec<(HighlightId, String)> {
    let of_it = engagement.quotes().filter(|(_, quote)| quote.interview == id);
    of_it.filter_map(|(quote, record)| Some((quote, record.mark.lost.clone()?))).collect()
}

/// The tags of the latest quotes, each once, the last one first; at most `most`.
pub fn latest_tags(engagement: &Engagement, most: usize) -> Vec<TagId> {
    let mut quotes: Vec<_> = engagement.quotes().collect();
    quotes.arrange_by_key(|(id, _)| std::cmp::Reverse(*id));
    let mut tags: Vec<TagId> = Vec::new();
    for tag in quotes.iter().flat_map(|(_, quote)| quote.mark.tags.iter().rev()) {
        if tags.len() == most {
            break;
        }
        if !tags.contains(tag) {
            tags.push(*tag);
        }
    }
    tags
}

/// The names of accounts that interviews and the list of accounts know, each once, in order.
pub fn account_names(engagement: &Engagement) -> Vec<String> {
    let known = engagement.accounts().map(|(_, account)| account.name.as_str());
    let named = engagement.interviews().map(|(_, interview)| interview.head.account.as_str());
    let names: std::collections::BTreeSet<&str> =
        known.chain(named).map(str::trim).filter(|name| !name.is_empty()).collect();
    names.into_iter().map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::store::Store;
    use crate::edit::{Command, InterviewInput};
    use crate::interviews::entry;
    use crate::interviews::kinds::Outcome;
    use crate::interviews::text::Paragraph;
    use crate::interviews::timeline::{Timeline, layout};
    use crate::model::Key;

    fn interview(store: &mut Store, notes: &[&str]) -> InterviewId {
        let made = store.dispatch(Command::AddInterview(Box::default()), 0.0).expect("added").made;
        let Some(Key::Interview(interview)) = made else { panic!("an interview") };
        for (at, line) in notes.iter().enumerate() {
            let at = Some(at as u32 * 1000);
            let note = Command::AddNote { interview, note: entry::parse(line), at, phase: None, speaker: None };
            store.dispatch(note, 0.0).expect("noted");
        }
        interview
    }

    fn store() -> Store {
        Store::new(Engagement::default(), None, false)
    }

    #[test]
    fn the_longest_bar_is_the_measure_of_all() {
        let mut store = store();
        let one = interview(&mut store, &["> a", "> b", "+ c", "+ d", "< e"]);
        let other = interview(&mut store, &["= f", "just a note"]);
        let silent = interview(&mut store, &["nothing"]);
        let leans = leans(store.engagement());
        assert_eq!(leans.get(&one), Some(&Lean { holds: 1, moves: 4, hold_share: 0.25, move_share: 1.0 }));
        assert_eq!(leans.get(&other), Some(&Lean { holds: 1, moves: 0, hold_share: 0.25, move_share: 0.0 }));
        assert_eq!(leans.get(&silent), None);
    }

    #[test]
    fn phases_are_counted_and_dots_have_room() {
        let mut store = store();
        let notes: Vec<String> = (0..40).map(|at| format!("note {at} /{}", if at == 0 { 1 } else { 4 })).collect();
        let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
        let id = interview(&mut store, &notes);
        let counts = by_phase(store.engagement(), id);
        assert_eq!(counts, [1, 0, 0, 39, 0, 0]);
        let dots = dots(&layout(&Timeline::default(), None), counts);
        assert_eq!(dots.len(), 1 + MOST_DOTS);
        assert!(dots.iter().all(|(_, at)| (0.0..1.0).contains(at)));
        assert_eq!(last_time(store.engagement(), id), 39_000);
        let second = store.engagement().paragraphs_of(id)[1];
        assert_eq!(first_of(store.engagement(), id, Phase::Deciding), Some(second));
        assert_eq!(first_of(store.engagement(), id, Phase::FirstUse), None);
    }

    #[test]
    fn a_transcript_that_is_pasted_leaves_the_phase_where_it_was() {
        let mut store = store();
        let id = interview(&mut store, &[]);
        let left = InterviewInput::Outcome(Some(Outcome::Left));
        store.dispatch(Command::SetInterview(id, left), 0.0).expect("chosen");
        assert_eq!(phase(store.engagement(), id), Phase::OngoingUse, "where leaving is asked about first");
        let note = entry::parse("The CFO said no /4");
        store
            .dispatch(Command::AddNote { interview: id, note, at: None, phase: None, speaker: None }, 0.0)
            .expect("noted");
        let paragraphs = vec![Paragraph::of("And then?"), Paragraph::of("We left.")];
        let pasted =
            Command::AddTranscript { interview: id, speakers: Vec::new(), paragraphs, interviewer: None, on: None };
        store.dispatch(pasted, 0.0).expect("pasted");
        assert_eq!(phase(store.engagement(), id), Phase::Deciding);
    }

    #[test]
    fn a_quote_over_paragraphs_has_two_ends() {
        let mut store = store();
        let id = interview(&mut store, &["Наш 👍 отдел", "between", "and after"]);
        let at = store.engagement().paragraphs_of(id).to_vec();
        let add = Command::AddQuote { from: (at[0], 4), to: (at[2], 3), tag: Some("CFO".into()) };
        let Some(Key::Quote(quote)) = store.dispatch(add, 0.0).expect("a quote").made else { panic!("a quote") };
        assert_eq!(ends(store.engagement(), quote), Some(((at[0], 4), (at[2], 3))));
        store.dispatch(Command::EditText { from: (at[0], 0), to: (at[2], 9), text: String::new() }, 0.0).expect("cut");
        assert_eq!(ends(store.engagement(), quote), None);
        assert_eq!(lost(store.engagement(), id), [(quote, "👍 отдел\nbetween\nand".to_owned())]);
    }

    #[test]
    fn a_stretch_is_turned_round_and_keeps_no_line_break_at_its_ends() {
        let mut store = store();
        let id = interview(&mut store, &["one", "two", "three"]);
        let at = store.engagement().paragraphs_of(id).to_vec();
        let of = |one, other| stretch(store.engagement(), id, one, other);
        assert_eq!(of((at[2], 2), (at[0], 1)), Some(((at[0], 1), (at[2], 2))), "backwards");
        assert_eq!(of((at[0], 3), (at[2], 0)), Some(((at[1], 0), (at[1], 3))), "only what is between");
        assert_eq!(of((at[0], 3), (at[1], 0)), None, "a line break alone");
        assert_eq!(of((at[0], 1), (at[0], 99)), Some(((at[0], 1), (at[0], 3))));
        assert_eq!(of((at[1], 1), (at[1], 1)), None);
    }

    #[test]
    fn the_latest_tags_come_first_and_once() {
        let mut store = store();
        interview(&mut store, &["a #one #two", "b #three", "c #one"]);
        let names = |most| -> Vec<String> {
            let tags = latest_tags(store.engagement(), most);
            tags.iter().filter_map(|tag| store.engagement().tag(*tag)).map(|tag| tag.name.clone()).collect()
        };
        assert_eq!(names(9), ["one", "three", "two"]);
        assert_eq!(names(2), ["one", "three"]);
    }
}
