//! What can be said of a record, one thing at a time.

use crate::interviews::codebook::GroupId;
use crate::interviews::kinds::{Consent, Energy, Force, Language, Outcome, Phase};
use crate::interviews::record::{Claim, Question};
use crate::interviews::text::{HighlightId, TagId};
use crate::interviews::timeline::{Moment, Point, When};
use crate::model::amount::{Amount, Estimate};
use crate::model::journey::Evidence;
use crate::model::quantity::{AccountId, CardId, Grade, InitiativeId, ScenarioId};
use crate::model::scenario::{
    ActualFigure, Ageing, CohortTable, Counted, Input, Lever, Lock, Origin, Payment, Period, Quantity, RangeLink,
    Response,
};
use chrono::NaiveDate;

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
    Outcome(Option<Outcome>),
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

/// What a scenario spends on keeping today.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptToday {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The sum per period.
    pub sum: Estimate,
    /// Where it comes from.
    pub origin: Option<Origin>,
}

/// The churn of a scenario as it was observed.
#[derive(Clone, Debug, PartialEq)]
pub struct ObservedChurn {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The churn per period.
    pub churn: Estimate,
    /// The answers about spending that agree with it.
    pub response: Option<Response>,
    /// Where it comes from.
    pub origin: Option<Origin>,
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
    /// Churn as it was observed, in each of some scenarios: it is the churn of today, whatever is planned.
    Observed(Vec<ObservedChurn>),
    /// What is spent on keeping today, in each of some scenarios that answer it: they are compared.
    KeepToday(Vec<KeptToday>),
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
    /// What came by the end of a month, counted from 1, and on which day that is said; `None` takes it back. Also of a
    /// locked scenario: it says nothing of what was foretold.
    Actual(u16, Counted, Option<ActualFigure>),
    /// Whether an initiative is carried out in it.
    Include(InitiativeId, bool),
    /// The table of cohorts, and what a column of it stands for where that is known.
    Cohorts(Option<CohortTable>, Option<Period>),
    /// What a column of that table stands for.
    CohortsPeriod(Period),
    /// How churn depends on the age of a client.
    ByAge(Option<Ageing>),
    /// The same as a table of cohorts has it, in every scenario that is not locked: it is that of today's clients, whatever is planned.
    ByAgeEverywhere(Ageing),
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
