//! How much one engagement may hold, so that it can be worked with: what goes beyond is refused before it hurts.

use super::interview::Transcript;
use super::journey::{Journey, Stage};
pub use super::record::LETTERS;
use super::{COUNTER_LIMIT, Change, Collection, Edit, Engagement};

/// The most records of a collection.
pub const fn most(collection: Collection) -> usize {
    match collection {
        Collection::Journey => 200,
        Collection::Stage => 5_000,
        Collection::Lane => 2_000,
        Collection::Card | Collection::Details => 10_000,
        Collection::Scenario => 26,
        Collection::Initiative => 500,
        Collection::Account => 20_000,
        Collection::Interview | Collection::Transcript => 500,
        Collection::Paragraph => 50_000,
        Collection::Quote => 20_000,
        Collection::Tag => 2_000,
        Collection::Group => 200,
        Collection::Statement | Collection::Answers => 1_000,
    }
}

/// The most stages of one map.
pub const STAGES: usize = 400;
/// The most lanes of one map.
pub const LANES: usize = 60;
/// The most cards in one cell.
pub const CARDS_IN_A_CELL: usize = 2_000;
/// The most paragraphs of one interview.
pub const PARAGRAPHS: usize = 6_000;
/// The most entries in one list of a record, such as the tags of a quote or the answers to an outcome.
pub const ENTRIES: usize = 2_000;
/// The most letters that a paragraph has when it comes in; a longer one is parted, so that typing in it stays quick.
pub const PARAGRAPH_LETTERS: usize = 4_000;

/// What there would be too much of, and how much there would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// Records of a collection.
    Records(Collection, usize),
    /// Stages in one map.
    Stages(usize),
    /// Lanes in one map.
    Lanes(usize),
    /// Cards in one cell.
    CardsInACell(usize),
    /// Paragraphs in one interview.
    Paragraphs(usize),
    /// Entries in one list of a record.
    Entries(usize),
    /// Letters in one text.
    Letters(usize),
    /// Ids that were ever minted.
    Ids,
}

impl Excess {
    /// How much there is.
    pub fn count(self) -> usize {
        match self {
            Excess::Records(_, count)
            | Excess::Stages(count)
            | Excess::Lanes(count)
            | Excess::CardsInACell(count)
            | Excess::Paragraphs(count)
            | Excess::Entries(count)
            | Excess::Letters(count) => count,
            Excess::Ids => COUNTER_LIMIT as usize,
        }
    }
}

/// Whether an engagement can be worked with.
///
/// # Errors
/// The first [`Excess`] found.
pub fn check(engagement: &Engagement) -> Result<(), Excess> {
    for &collection in Collection::ALL {
        within(engagement.count(collection), most(collection), |count| Excess::Records(collection, count))?;
    }
    engagement.all_journeys().try_for_each(|(_, journey)| check_shape(Shape::of_journey(journey)))?;
    engagement.all_stages().try_for_each(|(_, stage)| check_shape(Shape::of_stage(stage)))?;
    engagement.transcripts().try_for_each(|(_, transcript)| check_shape(Shape::of_transcript(transcript)))?;
    check_shape(Shape { entries: engagement.most_entries(), ..Shape::default() })?;
    let mut letters = Ok(());
    engagement.texts(&mut |text| letters = letters.and(check_text(text)));
    letters
}

/// Whether an engagement can still be worked with once a change is made. Looks at nothing but the change.
///
/// # Errors
/// The first [`Excess`] found.
pub fn check_change(engagement: &Engagement, change: &Change) -> Result<(), Excess> {
    for &collection in Collection::ALL {
        let of_collection = || change.iter().filter(|edit| edit.key().collection() == Some(collection));
        let added = of_collection().filter(|edit| edit.leaves_one() && !engagement.has(edit.key())).count();
        let removed = of_collection().filter(|edit| !edit.leaves_one() && engagement.has(edit.key())).count();
        if added > removed {
            let count = engagement.count(collection) + added - removed;
            within(count, most(collection), |count| Excess::Records(collection, count))?;
        }
    }
    for edit in change {
        match edit {
            Edit::Head(head) if head.next >= COUNTER_LIMIT => return Err(Excess::Ids),
            // What was too wide or too long before may stay so, or get smaller.
            _ => first_excess(edit).map_or(Ok(()), |excess| {
                let before = engagement.edit(edit.key()).and_then(|before| first_excess(&before));
                if before.is_some_and(|before| excess.count() <= before.count()) { Ok(()) } else { Err(excess) }
            })?,
        }
    }
    Ok(())
}

fn first_excess(edit: &Edit) -> Option<Excess> {
    let mut found = check_shape(Shape::of(edit));
    edit.texts(&mut |text| found = found.and(check_text(text)));
    found.err()
}

/// Whether a text is one that can be worked with.
///
/// # Errors
/// [`Excess::Letters`].
pub fn check_text(text: &str) -> Result<(), Excess> {
    // Counting letters is a walk; a text with so few bytes has no more letters.
    let count = if text.len() <= LETTERS { 0 } else { text.chars().count() };
    within(count, LETTERS, Excess::Letters)
}

/// How wide a record is: what it holds of others.
#[derive(Default)]
struct Shape {
    stages: usize,
    lanes: usize,
    cards_in_a_cell: usize,
    paragraphs: usize,
    entries: usize,
}

impl Shape {
    fn of(edit: &Edit) -> Self {
        match edit {
            Edit::Journey(_, Some(journey)) => Shape::of_journey(journey),
            Edit::Stage(_, Some(stage)) => Shape::of_stage(stage),
            Edit::Transcript(_, Some(transcript)) => Shape::of_transcript(transcript),
            _ => Shape { entries: edit.entries(), ..Shape::default() },
        }
    }

    fn of_journey(journey: &Journey) -> Self {
        Shape { stages: journey.stages.len(), lanes: journey.lanes.len(), ..Shape::default() }
    }

    fn of_transcript(transcript: &Transcript) -> Self {
        Shape { paragraphs: transcript.paragraphs.len(), ..Shape::default() }
    }

    fn of_stage(stage: &Stage) -> Self {
        let fullest = stage.cells.iter().map(|(_, cards)| cards.len()).max();
        Shape { cards_in_a_cell: fullest.unwrap_or(0), ..Shape::default() }
    }
}

fn check_shape(shape: Shape) -> Result<(), Excess> {
    within(shape.stages, STAGES, Excess::Stages)?;
    within(shape.lanes, LANES, Excess::Lanes)?;
    within(shape.cards_in_a_cell, CARDS_IN_A_CELL, Excess::CardsInACell)?;
    within(shape.paragraphs, PARAGRAPHS, Excess::Paragraphs)?;
    within(shape.entries, ENTRIES, Excess::Entries)
}

fn within(count: usize, most: usize, excess: impl Fn(usize) -> Excess) -> Result<(), Excess> {
    if count > most { Err(excess(count)) } else { Ok(()) }
}
