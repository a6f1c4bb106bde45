//! Everything that can be done with an engagement.

use chrono::NaiveDate;

use super::draft::{CardDraft, JourneyDraft, StageDraft};
use super::inputs::{
    Detail, GroupField, HeadField, InitiativeInput, InterviewInput, JourneyField, ParagraphInput, Pasted, QuoteInput,
    ScenarioInput, StageField, StatementInput, TagInput,
};
use crate::interviews::codebook::GroupId;
use crate::interviews::entry::Entry;
use crate::interviews::exchange::Project;
use crate::interviews::kinds::{Force, Phase};
use crate::interviews::record::{Claim, Head};
use crate::interviews::text::{HighlightId, Paragraph, TagId};
use crate::model::Cell;
use crate::model::interview::Link;
use crate::model::journey::{AgendaStep, JourneyKind, Lane, LaneKind};
use crate::model::quantity::{
    CardId, InitiativeId, InterviewId, JourneyId, LaneId, Level, ParagraphId, ScenarioId, StageId, StatementId,
};
use crate::model::scenario::{Account, CohortTable, Initiative, Period, Scenario};
use crate::model::statement::Answer;

/// Every verb that changes an engagement.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Puts text into a field of the engagement itself.
    SetHead(HeadField, String),
    /// Adds a journey at the end of the list.
    AddJourney(Box<JourneyDraft>),
    /// Adds a journey in the place of one that is as blank as it was made, or else at the end of the list.
    AddJourneyHere(JourneyId, Box<JourneyDraft>),
    /// Puts text into a field of a journey.
    SetJourney(JourneyId, JourneyField, String),
    /// Says whether a journey shows what is or what should be.
    SetJourneyKind(JourneyId, JourneyKind),
    /// Removes a journey with its stages, lanes and cards.
    DeleteJourney(JourneyId),
    /// Adds a stage without a name before the stage at `at` (at the end when there is none).
    AddStage {
        /// The journey that gets the stage.
        journey: JourneyId,
        /// Its place, counted from 0.
        at: usize,
    },
    /// Adds stages with their cards before the stage at `at` (at the end when there is none). The cards go to the lanes of
    /// the journey that are like theirs, by kind and name, else by kind; a lane is added where none is like it. A lane
    /// of one's own goes by its name alone.
    AddStages {
        /// The journey that gets the stages.
        journey: JourneyId,
        /// The place of the first, counted from 0.
        at: usize,
        /// The lanes that the cells of the stages stand for.
        lanes: Vec<Lane>,
        /// The stages.
        stages: Vec<StageDraft>,
    },
    /// Names stages from one on: those without a name that follow each other get the first names, and new stages behind
    /// them the rest. The first stage gets the first name even if it has one.
    NameStages {
        /// The first stage.
        from: StageId,
        /// The names.
        names: Vec<String>,
    },
    /// Puts text into a field of a stage.
    SetStage(StageId, StageField, String),
    /// Says how a stage feels; `None` makes it a gap.
    SetEmotion(StageId, Option<Level>),
    /// Copies a stage with its cards to the right of itself.
    DuplicateStage(StageId),
    /// Moves a stage so that it stands at `to`, counted from 0.
    MoveStage {
        /// The stage that moves.
        stage: StageId,
        /// Its new place; past the end means last.
        to: usize,
    },
    /// Removes a stage with its cards.
    DeleteStage(StageId),
    /// Adds a lane before the lane at `at` (at the end when there is none).
    AddLane {
        /// The journey that gets the lane.
        journey: JourneyId,
        /// What it holds.
        kind: LaneKind,
        /// Its place, counted from 0, hidden lanes counted too.
        at: usize,
    },
    /// Gives a lane a name of its own; an empty one names it by its kind again.
    SetLaneName(LaneId, String),
    /// Moves a lane so that it stands at `to`, counted from 0.
    MoveLane {
        /// The lane that moves.
        lane: LaneId,
        /// Its new place; past the end means last.
        to: usize,
    },
    /// Hides a lane or shows it again.
    SetLaneHidden(LaneId, bool),
    /// Removes a lane with its cards.
    DeleteLane(LaneId),
    /// Adds a card before the card at `at` (at the end when there is none).
    AddCard {
        /// Where it goes.
        cell: Cell,
        /// Its place in the cell, counted from 0.
        at: usize,
        /// Its words.
        text: String,
    },
    /// Puts words on a card.
    SetCardText(CardId, String),
    /// Moves a card so that it stands at `at` in `to`.
    MoveCard {
        /// The card that moves.
        card: CardId,
        /// The cell it goes to.
        to: Cell,
        /// Its place there, counted from 0 without the card itself; past the end means last.
        at: usize,
    },
    /// Copies cards: those of a cell stand in their order below the last of them.
    DuplicateCards(Vec<CardId>),
    /// Removes a card.
    DeleteCard(CardId),
    /// Says one thing more of a card.
    SetDetail(CardId, Detail),
    /// Adds cards at the ends of their cells, in order, as one step.
    AddCards(Vec<(Cell, CardDraft)>),
    /// Adds cards to the grid from a cell on: down the lanes that are shown and hold cards, right over the stages, with new
    /// stages where there are none. Rows below the last lane go on in it.
    FillGrid {
        /// Where the first cell goes.
        from: Cell,
        /// The cards of each cell, row by row.
        rows: Vec<Vec<Vec<CardDraft>>>,
    },
    /// Moves cards together so that they stand in this order from `at` on in `to`.
    MoveCards {
        /// The cards, each once.
        cards: Vec<CardId>,
        /// The cell they go to.
        to: Cell,
        /// The place of the first, counted from 0 without the cards themselves; past the end means last.
        at: usize,
    },
    /// Moves each card to the end of a cell, those of one cell in the order they have here.
    MoveEach(Vec<(CardId, Cell)>),
    /// Removes cards together.
    DeleteCards(Vec<CardId>),
    /// Puts a tag on cards, or takes it off all of them.
    TagCards {
        /// The cards.
        cards: Vec<CardId>,
        /// The tag.
        tag: String,
        /// On or off.
        on: bool,
    },
    /// Adds what one voice gives a stage; the stage then feels as the median of its votes.
    AddVote(StageId, Level),
    /// Forgets the votes of a stage; how it feels stays.
    ClearVotes(StageId),
    /// Names the second curve; `None` takes it away with its levels.
    SetSecondCurve(JourneyId, Option<String>),
    /// Says how a stage feels on the second curve.
    SetSecondEmotion(StageId, Option<Level>),
    /// Gives a journey the plan of its workshop.
    SetAgenda(JourneyId, Vec<AgendaStep>),
    /// Adds a scenario at the end of the list.
    AddScenario(Box<Scenario>),
    /// Says one thing of a scenario.
    SetScenario(ScenarioId, ScenarioInput),
    /// Removes a scenario.
    DeleteScenario(ScenarioId),
    /// Adds an initiative at the end of the list.
    AddInitiative(Box<Initiative>),
    /// Says one thing of an initiative.
    SetInitiative(InitiativeId, InitiativeInput),
    /// Removes an initiative.
    DeleteInitiative(InitiativeId),
    /// Puts these accounts in place of all that are there, with the names of their periods, and says what a period of them is in
    /// every scenario, where that is known. What speaks of an account speaks of the new one of that name.
    SetAccounts(Vec<Account>, Option<Period>, Vec<String>),
    /// Keeps a table of cohorts that is of no scenario, with what a column of it stands for where that is known: the first
    /// scenario takes it over.
    SetCohorts(Option<CohortTable>, Option<Period>),
    /// Says what a column of the accounts, or else of the cohorts, stands for, as long as there is no scenario.
    SetColumns(Pasted, Period),
    /// Adds an interview without a word in it.
    AddInterview(Box<Head>),
    /// Says one thing of an interview.
    SetInterview(InterviewId, InterviewInput),
    /// Removes an interview with all that was said in it; statements drawn from it stay, without its quotes.
    DeleteInterview(InterviewId),
    /// Adds a note at the end of an interview; the person's own words, and one with a force, a tag or energy, are a quote as a
    /// whole. New tags are made.
    AddNote {
        /// The interview.
        interview: InterviewId,
        /// The note.
        note: Entry,
        /// When, in milliseconds from the start of the interview.
        at: Option<u32>,
        /// The phase it is about where the note does not say.
        phase: Option<Phase>,
        /// Who speaks: a place in the interview's list of speakers.
        speaker: Option<u16>,
    },
    /// Adds what was said, as it was pasted or read from a file, at the end of an interview. Highlights do not come with it.
    AddTranscript {
        /// The interview.
        interview: InterviewId,
        /// Whom the paragraphs name by place.
        speakers: Vec<String>,
        /// What was said.
        paragraphs: Vec<Paragraph>,
        /// Which of these speakers asks the questions; `None` leaves that as it is.
        interviewer: Option<u16>,
        /// The day on which it was said; `None` leaves that as it is.
        on: Option<NaiveDate>,
    },
    /// Adds interviews with their quotes and tags, as they were read from a file of another program; tags and groups that are
    /// there by that name are used.
    BringInterviews(Box<Project>),
    /// Puts text in place of what stands between two places of an interview; its line breaks begin new paragraphs. Highlights
    /// move with their words.
    EditText {
        /// The paragraph, and the place in it, in scalar values.
        from: (ParagraphId, u32),
        /// The end, in the same paragraph or a later one.
        to: (ParagraphId, u32),
        /// The new text.
        text: String,
    },
    /// Says one thing of a paragraph.
    SetParagraph(ParagraphId, ParagraphInput),
    /// All that one speaker says in an interview is said by another; `None`: nobody knows who.
    SetSpeaker {
        /// The interview.
        interview: InterviewId,
        /// The speaker as it is.
        from: Option<u16>,
        /// The speaker as it should be.
        to: Option<u16>,
    },
    /// Gives a speaker another name in all of an interview. One who has that name already becomes the same speaker. A name that
    /// is still said somewhere stays known, so that it is hidden from clients as before.
    RenameSpeaker {
        /// The interview.
        interview: InterviewId,
        /// The speaker: a place in the interview's list.
        speaker: u16,
        /// The name, of up to [`MOST_LETTERS`](crate::interviews::speakers::MOST_LETTERS).
        name: String,
    },
    /// Says by a name who says a paragraph. One of this name speaks in the interview already, or is a new speaker of it.
    NameSpeaker {
        /// The paragraph.
        paragraph: ParagraphId,
        /// The name, as in [`Command::RenameSpeaker`].
        name: String,
    },
    /// Removes a paragraph.
    DeleteParagraph(ParagraphId),
    /// Makes a quote of a stretch of text.
    AddQuote {
        /// The paragraph in which it begins, and the place there, in scalar values.
        from: (ParagraphId, u32),
        /// The paragraph in which it ends, and the place there.
        to: (ParagraphId, u32),
        /// The tag that it gets, by its name; made if there is none.
        tag: Option<String>,
    },
    /// Makes a quote of a stretch of text in which a force speaks.
    AddForce {
        /// The paragraph in which it begins, and the place there, in scalar values.
        from: (ParagraphId, u32),
        /// The paragraph in which it ends, and the place there.
        to: (ParagraphId, u32),
        /// The force.
        force: Force,
    },
    /// Gives a quote another stretch of its interview; also one that has lost its words.
    MoveQuote {
        /// The quote.
        quote: HighlightId,
        /// Where it begins.
        from: (ParagraphId, u32),
        /// Where it ends.
        to: (ParagraphId, u32),
    },
    /// Says one thing of a quote.
    SetQuote(HighlightId, QuoteInput),
    /// Puts a tag on a quote by its name; a new tag is made and put on at once.
    TagQuote(HighlightId, String),
    /// Puts a tag, by its name, in place of one that a quote has; a new tag is made.
    RetagQuote(HighlightId, TagId, String),
    /// Joins a quote to what it speaks for, or takes it off. A friction that was only believed counts as observed from then on.
    LinkQuote(HighlightId, Link, bool),
    /// Puts a quote on the map, as a card at the end of a cell that the quote is joined to.
    AddCardOfQuote(HighlightId, Cell),
    /// Removes a quote; the words stay where they were said.
    DeleteQuote(HighlightId),
    /// Adds a tag to the codebook.
    AddTag(String),
    /// Says one thing of a tag.
    SetTag(TagId, TagInput),
    /// Puts one tag in place of another everywhere; the first is gone.
    MergeTags(TagId, TagId),
    /// Removes a tag, from every quote too.
    DeleteTag(TagId),
    /// Adds a group of tags.
    AddGroup(String),
    /// Names a group or says what holds it together.
    SetGroup(GroupId, GroupField, String),
    /// A tag joins the group of another. Where that has none, both make a group of this name.
    JoinTags(TagId, TagId, String),
    /// Removes a group; its tags stay.
    DeleteGroup(GroupId),
    /// Adds a statement, of all interviews or beside one.
    AddStatement(Box<Claim>, Option<InterviewId>),
    /// Adds outcomes beside a statement; the first of them goes into it where it says nothing yet.
    AddOutcomes(StatementId, Vec<Claim>),
    /// Says one thing of a statement.
    SetStatement(StatementId, StatementInput),
    /// Opens an initiative for a statement, under a name, with a guess of what it does; it removes the friction that most of the
    /// statement's quotes are evidence of.
    OpenInitiative(StatementId, String),
    /// Puts these answers in place of those that an outcome has.
    SetAnswers(StatementId, Vec<Answer>),
    /// Removes a statement with its answers.
    DeleteStatement(StatementId),
}
