//! How it changes: every verb is a [`Command`]; [`plan()`] turns it into a change or says why not; [`store`] makes the change
//! and says what it touched; [`history`] takes it back.

pub mod dates;
pub mod draft;
pub mod entry;
pub mod history;
mod plan;
pub mod store;
mod typing;

pub use plan::plan;
pub use typing::caret_in;

use chrono::NaiveDate;

use crate::interviews::codebook::GroupId;
use crate::interviews::entry::Entry;
use crate::interviews::exchange::Project;
use crate::interviews::kinds::{Consent, Energy, Force, Language, Outcome, Phase};
use crate::interviews::record::{Claim, Head, Question};
use crate::interviews::text::{HighlightId, Paragraph, TagId};
use crate::interviews::timeline::{Moment, Point, When};
use crate::model::amount::{Amount, Estimate};
use crate::model::day;
use crate::model::interview::Link;
use crate::model::journey::{Evidence, JourneyKind, Lane, LaneKind, Step};
use crate::model::limits::Excess;
use crate::model::quantity::{
    AccountId, CardId, Grade, InitiativeId, InterviewId, JourneyId, LaneId, Level, ParagraphId, ScenarioId, StageId,
    StatementId,
};
use crate::model::scenario::{
    Account, Ageing, CohortTable, Counted, Initiative, Input, Lever, Lock, Origin, Payment, Period, Quantity,
    RangeLink, Response, Scenario,
};
use crate::model::statement::Answer;
use crate::model::{Cell, Change, Key};
use draft::{CardDraft, JourneyDraft, StageDraft};
/// Every verb that changes an engagement.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Puts text into a field of the engagement itself.
    SetHead(HeadField, String),
    /// Adds a journey at the end of the list.
    AddJourney(Box<JourneyDraft>),
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
    SetAgenda(JourneyId, Vec<Step>),
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
    /// Removes a group; its tags stay.
    DeleteGroup(GroupId),
    /// Adds a statement, of all interviews or beside one.
    AddStatement(Box<Claim>, Option<InterviewId>),
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

/// One thing that can be said of an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterviewInput {
    /// Who is interviewed.
    Person(String),
    /// What the person does.
    Role(String),
    /// The name of the account.
    Account(String),
    /// The account, where it is one of the project's.
    Client(Option<AccountId>),
    /// The segment of the person.
    Segment(String),
    /// The day.
    On(When),
    /// How long it took.
    Minutes(Option<u16>),
    /// What the person did.
    Outcome(Outcome),
    /// What the person agreed to.
    Consent(Consent),
    /// The language.
    Language(Language),
    /// Who took part in the decision; each is kept once, empty names are left out.
    TookPart(Vec<String>),
    /// Who speaks, by place.
    Speakers(Vec<String>),
    /// Which of them is the interviewer.
    Interviewer(Option<u16>),
    /// The questions.
    Guide(Vec<Question>),
    /// A point of the timeline.
    Moment(Point, Moment),
    /// A line of the debrief, counted from 0; there are six.
    Debrief(u8, String),
}

/// One thing that can be said of a paragraph apart from its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphInput {
    /// Who speaks.
    Speaker(Option<u16>),
    /// When it begins.
    At(Option<u32>),
    /// The phase.
    Phase(Option<Phase>),
    /// Whether these are the interviewer's words.
    Noted(bool),
}

/// One thing that can be said of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteInput {
    /// Its tags, each once.
    Tags(Vec<TagId>),
    /// The force.
    Force(Option<Force>),
    /// What was heard beyond the words.
    Energy(Option<Energy>),
    /// A remark.
    Memo(String),
}

/// One thing that can be said of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagInput {
    /// Its name.
    Name(String),
    /// Its colour.
    Colour(u8),
    /// When to use it.
    About(String),
    /// The group.
    Group(Option<GroupId>),
}

/// A text field of a group of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupField {
    /// The name.
    Name,
    /// What holds its tags together.
    About,
}

/// One thing that can be said of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementInput {
    /// What is claimed.
    Claim(Claim),
    /// The quotes behind it, each once.
    Quotes(Vec<HighlightId>),
    /// The initiative that it opened.
    Initiative(Option<InitiativeId>),
}

/// One thing that can be said of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioInput {
    /// Its name.
    Name(String),
    /// What money is counted in, in every scenario: they are compared.
    Currency(String),
    /// What rates and money are stated for, in every scenario: all of them are converted, and those of initiatives with them.
    Period(Period),
    /// How clients pay, in every scenario.
    Payment(Payment),
    /// How far to look, in months, in every scenario.
    Horizon(u16),
    /// An estimate.
    Quantity(Quantity, Estimate),
    /// The share of the budget for keeping.
    Keep(Amount),
    /// Over how many months the one-off cost is spread.
    OneOffMonths(u16),
    /// What spending does.
    Response(Option<Response>),
    /// Churn as it was observed, with the answers about spending that agree with it.
    Observed(Estimate, Option<Response>),
    /// What is spent on keeping today, in every scenario that answers it: they are compared.
    KeepToday(Estimate),
    /// Whether the sum for keeping stays the same on purpose.
    KeepFixed(bool),
    /// What the range of an input moves with; `None` lets it move by itself.
    Link(Input, Option<RangeLink>),
    /// Ranges that move with those of the first scenario from now on.
    DrawTogether(Vec<Input>),
    /// Where a number comes from.
    Origin(Origin),
    /// Who locks it, and when; `None` unlocks it.
    Lock(Option<Lock>),
    /// What came by the end of a month, counted from 1; `None` takes it back. Also of a locked scenario: it says
    /// nothing of what was foretold.
    Actual(u16, Counted, Option<Amount>),
    /// Whether an initiative is carried out in it.
    Include(InitiativeId, bool),
    /// The table of cohorts, and what a column of it stands for where that is known.
    Cohorts(Option<CohortTable>, Option<Period>),
    /// What a column of that table stands for.
    CohortsPeriod(Period),
    /// How churn depends on the age of a client.
    ByAge(Option<Ageing>),
    /// What a column of the accounts stands for, in every scenario.
    AccountsPeriod(Period),
}

/// A table that a project keeps where there is no scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// The accounts.
    Accounts,
    /// The cohorts.
    Cohorts,
}

/// One thing that can be said of an initiative.
#[derive(Clone, Debug, PartialEq)]
pub enum InitiativeInput {
    /// Its name.
    Name(String),
    /// The friction that it removes.
    Friction(Option<CardId>),
    /// An estimate.
    Lever(Lever, Estimate),
    /// Whether the budget for keeping pays its cost per period.
    Inside(bool),
}

/// A text field of the engagement itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadField {
    /// The title.
    Title,
    /// What it is about.
    About,
}

/// A text field of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JourneyField {
    /// The title.
    Title,
    /// Whose journey it is.
    Persona,
    /// The situation and the aim.
    Scenario,
}

/// A text field of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageField {
    /// The name.
    Name,
    /// The second line.
    Subtitle,
}

/// One thing that can be said of a card beyond its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// How often it strikes.
    Frequency(Option<Grade>),
    /// How much it hurts.
    Impact(Option<Grade>),
    /// Who mends it.
    Owner(String),
    /// What is done next.
    NextStep(String),
    /// By when.
    Due(Option<NaiveDate>),
    /// How well it is known.
    Evidence(Evidence),
    /// Its tags; each is kept once, empty ones are left out.
    Tags(Vec<String>),
}

impl Detail {
    /// The due date in a field that holds a date or nothing; `None` for one that is being typed, which is no date for a while.
    pub fn due_typed(text: &str) -> Option<Self> {
        let due = day::parse_day(text).ok();
        (due.is_some() || text.is_empty()).then_some(Detail::Due(due))
    }
}

/// Why a command is not carried out. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The record it speaks of is not there (any more).
    Gone(Key),
    /// The lane holds no cards, or belongs to another journey than the stage.
    NoCardsHere(Cell),
    /// The journey has its emotion lane already.
    SecondEmotionLane(JourneyId),
    /// A number is not one that the input may be.
    OutOfBounds,
    /// A name is empty.
    NoName,
    /// Another tag has this name; the two may be merged.
    NameTaken(TagId),
    /// It would change nothing.
    NothingToDo,
    /// A scenario that it would change is locked.
    Locked(ScenarioId),
    /// The engagement is open for reading only.
    ReadOnly,
    /// The engagement is looked at: only its economics can be played with.
    Preview,
    /// There would be more than can be worked with.
    TooMuch(Excess),
}

/// What a command comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The edits, in order.
    pub change: Change,
    /// The record that the command makes, for the cursor to go to.
    pub made: Option<Key>,
    /// The field that is being typed into: changes of the same field become one step of the history.
    pub typing: Option<Typing>,
}

/// A field of a record, while somebody types into it (or drags it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typing(pub Key, pub Field);

/// Which field of a record is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title or the name.
    Name,
    /// What an engagement is about, or a stage's second line.
    Subtitle,
    /// A journey's persona.
    Persona,
    /// A journey's scenario.
    Scenario,
    /// A card's words.
    Text,
    /// A stage's emotion.
    Emotion,
    /// A stage's emotion on the second curve, or that curve's name.
    Second,
    /// A journey's agenda.
    Agenda,
    /// A card's owner.
    Owner,
    /// A card's next step.
    NextStep,
    /// A card's due date.
    Due,
    /// What money is counted in.
    Currency,
    /// How far to look.
    Horizon,
    /// An estimate of a scenario.
    Quantity(Quantity),
    /// The split of a scenario's budget.
    Keep,
    /// Over how many months a cost is spread.
    OneOffMonths,
    /// What spending does.
    Response,
    /// What came by the end of a month.
    Actual(u16, Counted),
    /// An estimate of an initiative.
    Lever(Lever),
    /// The role of who is interviewed.
    Role,
    /// The account of who is interviewed.
    Account,
    /// The segment of who is interviewed.
    Segment,
    /// The length of an interview.
    Minutes,
    /// A point of a timeline.
    Moment(Point),
    /// A line of a debrief.
    Debrief(u8),
    /// The questions of an interview.
    Guide,
    /// A remark on a quote.
    Memo,
    /// What is claimed.
    Claim,
    /// What people answered.
    Answers,
}
