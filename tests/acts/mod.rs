//! What a person does to an engagement, drawn at random: every command there is.

#![allow(dead_code, reason = "each test that does things to an engagement uses a part of this")]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use orbita::edit::draft::{CardDraft, JourneyDraft, StageDraft, cells_of};
use orbita::edit::{
    Command, Detail, GroupField, HeadField, InitiativeInput, InterviewInput, JourneyField, KeptToday, ParagraphInput,
    Pasted, QuoteInput, ScenarioInput, StageField, StatementInput, TagInput,
};
use orbita::interviews::codebook::{Codebook, Group, GroupId, Tag};
use orbita::interviews::entry;
use orbita::interviews::exchange::{Document, Project};
use orbita::interviews::kinds::{Consent, Energy, Force, Language, Outcome, Phase};
use orbita::interviews::questions::Topic;
use orbita::interviews::record::{Claim, Direction, Head, Question};
use orbita::interviews::text::{Highlight, HighlightId, Paragraph, TagId, mark};
use orbita::interviews::timeline::{Event, Moment, Point, When};
use orbita::model::amount::{Amount, Estimate};
use orbita::model::interview::Link;
use orbita::model::journey::{AgendaStep, Card, Evidence, JourneyKind, Lane, LaneKind};
use orbita::model::quantity::{
    AccountId, CardId, Grade, InitiativeId, InterviewId, JourneyId, LaneId, Level, ParagraphId, ScenarioId, StageId,
    StatementId,
};
use orbita::model::scenario::{
    Account, ActualFigure, AgeModel, Ageing, CohortTable, Counted, Initiative, Input, Lever, Lock, Origin, Payment,
    Period, Quantity, RangeLink, Scenario,
};
use orbita::model::statement::Answer;
use orbita::model::{Cell, Collection, Engagement, Key};
use proptest::prelude::*;

/// One thing a person does. The numbers choose among what is there at that moment, so scripts stay meaningful.
#[derive(Clone, Debug)]
pub struct Act {
    pub verb: u8,
    pub first: u32,
    pub second: u32,
    pub text: String,
    /// Milliseconds since the act before.
    pub pause: u16,
    /// The field is left after this act.
    pub seals: bool,
}

/// Words as people of all scripts type them: combining marks, emoji with joiners, right-to-left, zero-width.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[а-яё\u{300}-\u{304}\u{301} ]{0,12}",
        "[\u{5d0}-\u{5ea}\u{627}-\u{64a}\u{202e}\u{202c}]{0,8}",
        "[👩🏽\u{200d}💻🇷🇺\u{fe0f}\u{200b}\u{feff}]{0,6}",
        "[\"\\\\/\u{0}-\u{1f}\u{2028}\u{ffff}]{0,8}",
        Just(String::new()),
    ]
}

pub fn act() -> impl Strategy<Value = Act> {
    (any::<u8>(), any::<u32>(), any::<u32>(), words(), 0_u16..9000, any::<bool>())
        .prop_map(|(verb, first, second, text, pause, seals)| Act { verb, first, second, text, pause, seals })
}

/// Some acts, one after the other.
pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(act(), 1..60)
}

fn pick<T: Copy>(all: &[T], number: u32) -> Option<T> {
    (!all.is_empty()).then(|| all[number as usize % all.len()])
}

/// Some of all, each once.
fn some<T: Copy>(all: &[T], first: u32, count: u32) -> Vec<T> {
    let first = first as usize % all.len().max(1);
    all.iter().skip(first).take(count as usize % 5).copied().collect()
}

/// All ids of an engagement, to choose from.
struct Ids {
    journeys: Vec<JourneyId>,
    stages: Vec<StageId>,
    lanes: Vec<LaneId>,
    cards: Vec<CardId>,
    scenarios: Vec<ScenarioId>,
    initiatives: Vec<InitiativeId>,
    accounts: Vec<AccountId>,
    interviews: Vec<InterviewId>,
    paragraphs: Vec<ParagraphId>,
    quotes: Vec<HighlightId>,
    tags: Vec<TagId>,
    groups: Vec<GroupId>,
    statements: Vec<StatementId>,
}

impl Ids {
    fn of(engagement: &Engagement) -> Self {
        let scenarios = engagement.scenarios().map(|(id, _)| id).collect();
        let initiatives = engagement.initiatives().map(|(id, _)| id).collect();
        let mut ids = Ids {
            journeys: vec![],
            stages: vec![],
            lanes: vec![],
            cards: vec![],
            scenarios,
            initiatives,
            accounts: engagement.accounts().map(|(id, _)| id).collect(),
            interviews: engagement.interviews().map(|(id, _)| id).collect(),
            paragraphs: engagement.transcripts().flat_map(|(_, one)| one.paragraphs.clone()).collect(),
            quotes: engagement.quotes().map(|(id, _)| id).collect(),
            tags: engagement.tags().map(|(id, _)| id).collect(),
            groups: engagement.groups().map(|(id, _)| id).collect(),
            statements: engagement.statements().map(|(id, _)| id).collect(),
        };
        for (id, journey) in engagement.journeys() {
            ids.journeys.push(id);
            ids.stages.extend(&journey.stages);
            ids.lanes.extend(&journey.lanes);
        }
        for &stage in &ids.stages {
            ids.cards.extend(engagement.stage(stage).expect("listed").all_cards());
        }
        ids
    }
}

/// What an act does to interviews and what was drawn from them.
fn of_interviews(engagement: &Engagement, ids: &Ids, verb: u8, act: &Act) -> Option<Command> {
    let (first, second) = (act.first, act.second);
    let text = act.text.clone();
    // Most verbs need words to work on.
    let verb = match verb {
        2..=21 if ids.interviews.is_empty() => 0,
        7..=21 if ids.paragraphs.is_empty() => 4,
        15..=21 if ids.quotes.is_empty() => 12,
        24 if ids.tags.len() < 2 => 22,
        verb => verb,
    };
    let interview = pick(&ids.interviews, first);
    let quote = pick(&ids.quotes, first);
    let tag = pick(&ids.tags, first);
    let statement = pick(&ids.statements, first);
    let at = |number: u32| number % 30;
    // Two places in one interview, near each other as often as not.
    let from = pick(&ids.paragraphs, first).map(|paragraph| (paragraph, at(second)));
    let to = from.and_then(|(paragraph, _)| {
        let (interview, place) = engagement.interview_of(paragraph)?;
        let order = engagement.paragraphs_of(interview);
        let other = if second % 3 == 0 { place } else { (place + second as usize % 4).min(order.len() - 1) };
        Some((order[other], at(second / 31)))
    });
    let phase = Some(Phase::ALL[second as usize % 6]).filter(|_| second % 7 != 0);
    Some(match verb {
        0 | 1 => Command::AddInterview(Box::new(Head { person: text, ..Head::default() })),
        2 => Command::SetInterview(
            interview?,
            match second % 17 {
                0 => InterviewInput::Person(text),
                1 => InterviewInput::Role(text),
                2 => InterviewInput::Account(text),
                3 => InterviewInput::Client(pick(&ids.accounts, second)),
                4 => InterviewInput::Segment(text),
                5 => InterviewInput::On(When::Year(2000 + (second % 50) as i32)),
                6 => InterviewInput::Minutes(Some(second as u16)),
                7 => InterviewInput::Outcome(Outcome::ALL.get(second as usize / 16 % 5).copied()),
                8 => InterviewInput::Consent(Consent::Anonymous),
                9 => InterviewInput::Language(Language::Russian),
                10 => InterviewInput::TookPart(vec![text.clone(), "x".into(), text]),
                11 => InterviewInput::Speakers(vec![text; second as usize % 3]),
                12 => InterviewInput::Interviewer(Some(0)),
                13 => InterviewInput::Guide(vec![
                    Question { text, topic: Some(Topic::Closing), asked: second % 2 == 0 };
                    second as usize % 3
                ]),
                14 => InterviewInput::Moment(Point::Event(Event::First), Moment { when: When::Unknown, what: text }),
                _ => InterviewInput::Debrief((second % 6) as u8, text),
            },
        ),
        3 if second % 5 == 0 => Command::DeleteInterview(interview?),
        3..=5 => Command::AddNote {
            interview: interview?,
            note: entry::parse(&text),
            at: Some(second),
            phase,
            speaker: None,
        },
        6 => Command::AddTranscript {
            interview: interview?,
            speakers: vec!["A".into(), text.clone()],
            paragraphs: vec![Paragraph { speaker: Some(1), ..Paragraph::of(&text) }; second as usize % 4],
            interviewer: (second % 3 == 0).then_some(second as u16 % 3),
            on: NaiveDate::from_ymd_opt(2026, 11, 1 + second % 28).filter(|_| second % 2 == 0),
        },
        7..=9 => {
            let text = if second % 4 == 0 { format!("{text}\n{text}") } else { text };
            Command::EditText { from: from?, to: to?, text }
        }
        10 => Command::SetParagraph(
            from?.0,
            match second % 4 {
                0 => ParagraphInput::Speaker(Some(second as u16)),
                1 => ParagraphInput::At(Some(second)),
                2 => ParagraphInput::Phase(phase),
                _ => ParagraphInput::Noted(second % 8 > 3),
            },
        ),
        11 if second % 3 == 0 => Command::SetSpeaker {
            interview: interview?,
            from: (second % 2 == 0).then_some(1),
            to: (second % 5 > 0).then_some(second as u16 % 3),
        },
        11 if second % 3 == 1 => {
            let (interview, one) = engagement.interviews().find(|(_, one)| !one.head.speakers.is_empty())?;
            let speaker = (second as usize / 3 % one.head.speakers.len()) as u16;
            Command::RenameSpeaker { interview, speaker, name: format!("A{}", second / 8 % 3) }
        }
        11 if second % 4 == 1 => Command::NameSpeaker { paragraph: from?.0, name: format!("A{}", second / 8 % 3) },
        11 => Command::DeleteParagraph(from?.0),
        14 if second % 2 == 0 => Command::AddForce { from: from?, to: to?, force: pick(&Force::ALL, second / 2)? },
        12..=14 => Command::AddQuote { from: from?, to: to?, tag: (second % 2 == 0).then_some(text) },
        15 => Command::MoveQuote { quote: quote?, from: from?, to: to? },
        16 => Command::SetQuote(
            quote?,
            match second % 4 {
                0 => QuoteInput::Tags(some(&ids.tags, second, 3)),
                1 => QuoteInput::Force(pick(&Force::ALL, second)),
                2 => QuoteInput::Energy(Some(Energy::Sigh)),
                _ => QuoteInput::Memo(text),
            },
        ),
        17 if second % 3 == 0 => Command::RetagQuote(quote?, tag?, text),
        17 => Command::TagQuote(quote?, text),
        18 | 19 => {
            let link = match second % 4 {
                0 => Link::Account(pick(&ids.accounts, second)?),
                1 => Link::Initiative(pick(&ids.initiatives, second)?),
                2 => Link::Price(pick(&ids.scenarios, second)?),
                _ => Link::Card(pick(&ids.cards, second)?),
            };
            Command::LinkQuote(quote?, link, first % 4 != 0)
        }
        20 => {
            let stage = pick(&ids.stages, second)?;
            let lanes = &engagement.journey(engagement.journey_of_stage(stage)?)?.lanes;
            Command::AddCardOfQuote(quote?, Cell { stage, lane: pick(lanes, second / 7)? })
        }
        21 => Command::DeleteQuote(quote?),
        22 => Command::AddTag(text),
        23 if second % 3 == 0 => Command::JoinTags(tag?, pick(&ids.tags, second)?, text),
        23 => Command::SetTag(
            tag?,
            match second % 4 {
                0 => TagInput::Name(text),
                1 => TagInput::Colour(second as u8),
                2 => TagInput::About(text),
                _ => TagInput::Group(pick(&ids.groups, second)),
            },
        ),
        24 => Command::MergeTags(tag?, pick(&ids.tags, second)?),
        25 if second % 2 == 0 => Command::DeleteTag(tag?),
        25 => Command::AddGroup(text),
        26 if second % 3 == 0 => Command::DeleteGroup(pick(&ids.groups, first)?),
        26 => Command::SetGroup(
            pick(&ids.groups, first)?,
            if second % 2 == 0 { GroupField::Name } else { GroupField::About },
            text,
        ),
        27 if second % 3 == 0 => Command::DeleteStatement(statement?),
        27 => {
            let claim = Claim::Job { verb: text, object: String::new(), context: "x".into() };
            Command::AddStatement(Box::new(claim), pick(&ids.interviews, second))
        }
        28 if second % 5 == 4 => Command::OpenInitiative(statement?, text),
        28 if second % 5 == 3 => {
            Command::AddOutcomes(statement?, vec![Claim::outcome_of(&text), Claim::outcome_of("x")])
        }
        28 => Command::SetStatement(
            statement?,
            match second % 3 {
                0 => StatementInput::Claim(Claim::Outcome {
                    direction: Direction::Increase,
                    measure: text,
                    object: String::new(),
                    context: String::new(),
                }),
                1 => StatementInput::Quotes(some(&ids.quotes, second, 4)),
                _ => StatementInput::Initiative(pick(&ids.initiatives, second)),
            },
        ),
        _ if second % 4 == 3 => Command::BringInterviews(Box::new(brought(text))),
        _ => Command::SetAnswers(
            statement?,
            vec![
                Answer {
                    interview,
                    segment: text,
                    importance: pick(&Grade::ALL, second),
                    satisfaction: pick(&Grade::ALL, second / 5)
                };
                second as usize % 3
            ],
        ),
    })
}

/// An interview of another program: one quote over all that was said, with a tag in a group.
fn brought(text: String) -> Project {
    let mut paragraphs = vec![Paragraph::of(&text), Paragraph::of("and more")];
    mark(&mut paragraphs, 0, u32::MAX, HighlightId(5));
    let highlight = Highlight { tags: vec![TagId(9), TagId(3)], ..Highlight::default() };
    let document = Document {
        name: text.clone(),
        paragraphs,
        highlights: BTreeMap::from([(HighlightId(5), highlight), (HighlightId(6), Highlight::default())]),
        ..Document::default()
    };
    let tag = Tag { name: text.clone(), group: Some(GroupId(1)), ..Tag::default() };
    let book = Codebook {
        tags: BTreeMap::from([(TagId(9), tag)]),
        groups: BTreeMap::from([(GroupId(1), Group { name: text, about: String::new() })]),
    };
    Project { book, documents: vec![document], ..Project::default() }
}

/// The command that an act comes to, where there is anything to do it to.
pub fn command(engagement: &Engagement, act: &Act) -> Option<Command> {
    let ids = Ids::of(engagement);
    let (first, second) = (act.first, act.second);
    let text = act.text.clone();
    let journey = pick(&ids.journeys, first);
    let stage = pick(&ids.stages, first);
    let lane = pick(&ids.lanes, first);
    let card = pick(&ids.cards, first);
    let cell = |number| Some(Cell { stage: pick(&ids.stages, number)?, lane: pick(&ids.lanes, number / 7)? });
    let at = (second % 9) as usize;
    let scenario = pick(&ids.scenarios, first);
    let initiative = pick(&ids.initiatives, first);
    let number = f64::from(second) * 1e-3 - 9.0;
    let estimate = Estimate::range(number, number + 0.1, number + 0.3).or(Estimate::exact(number)).expect("finite");
    let amount = Amount::new(number).expect("finite");
    if act.verb % 73 > 42 {
        return of_interviews(engagement, &ids, act.verb % 73 - 43, act);
    }
    Some(match act.verb % 73 {
        0 => Command::SetHead(if first % 2 == 0 { HeadField::Title } else { HeadField::About }, text),
        1 => Command::AddJourney(Box::new(JourneyDraft::blank((second % 4) as usize))),
        2 if second % 2 == 0 => Command::AddJourney(Box::new(JourneyDraft::of(engagement, journey?)?)),
        2 => Command::AddJourneyHere(journey?, Box::new(JourneyDraft::blank(at))),
        3 => Command::SetJourney(journey?, JourneyField::Persona, text),
        4 => Command::SetJourneyKind(journey?, JourneyKind::ToBe),
        5 if second % 4 == 0 => Command::DeleteJourney(journey?),
        5 | 6 => Command::AddStage { journey: journey?, at },
        7 if second % 5 == 0 => Command::NameStages { from: stage?, names: vec![text; at % 5] },
        7 if second % 5 == 1 => {
            let cells = vec![vec![CardDraft::text(&text)], Vec::new(), vec![CardDraft::text("b"); 2]];
            let stage = StageDraft { name: text, cells, second: Some(Level::NEUTRAL), ..StageDraft::default() };
            let lanes =
                [first, second, first.wrapping_add(second)].map(|kind| Lane::of(LaneKind::ALL[kind as usize % 9]));
            Command::AddStages { journey: journey?, at, lanes: lanes.to_vec(), stages: vec![stage; at % 3] }
        }
        7 => Command::SetStage(stage?, if second % 2 == 0 { StageField::Name } else { StageField::Subtitle }, text),
        8 => Command::SetEmotion(stage?, (second % 10 != 9).then(|| Level::from_halves(second as i8 % 5))),
        9 => Command::DuplicateStage(stage?),
        10 => Command::MoveStage { stage: stage?, to: at },
        11 if second % 3 == 0 => Command::DeleteStage(stage?),
        11 | 12 => Command::AddLane { journey: journey?, kind: LaneKind::ALL[second as usize % 9], at },
        13 => Command::SetLaneName(lane?, text),
        14 => Command::MoveLane { lane: lane?, to: at },
        15 => Command::SetLaneHidden(lane?, second % 2 == 0),
        16 if second % 3 == 0 => Command::DeleteLane(lane?),
        16..=19 => Command::AddCard { cell: cell(first)?, at, text },
        20 => Command::SetCardText(card?, text),
        21 => Command::MoveCard { card: card?, to: cell(second)?, at },
        22 => Command::DuplicateCards(some(&ids.cards, first, second)),
        23 => Command::DeleteCard(card?),
        24 => Command::AddCards(vec![
            (
                cell(first)?,
                CardDraft { card: Card { text: text.clone() }, ..CardDraft::default() }
            );
            2
        ]),
        25 => Command::FillGrid { from: cell(first)?, rows: cells_of(vec![vec![text.clone(), "b".into(), text]; at]) },
        26 => Command::MoveCards { cards: some(&ids.cards, first, second), to: cell(second)?, at },
        27 if second % 4 == 1 => {
            let to = cell(second)?;
            Command::MoveEach(some(&ids.cards, first, second).into_iter().map(|card| (card, to)).collect())
        }
        27 if second % 4 == 0 => Command::DeleteCards(some(&ids.cards, first, second)),
        27 | 28 => Command::TagCards { cards: some(&ids.cards, first, second), tag: text, on: first % 3 != 0 },
        29 => Command::AddVote(stage?, Level::from_halves(second as i8 % 5)),
        30 => Command::ClearVotes(stage?),
        31 => Command::SetSecondCurve(journey?, (second % 5 != 0).then_some(text)),
        33 => Command::SetAgenda(
            journey?,
            vec![AgendaStep { title: text, minutes: second as u16, script: String::new() }; at],
        ),
        32 => Command::SetSecondEmotion(stage?, (second % 10 != 9).then(|| Level::from_halves(second as i8 % 5))),
        35 => Command::AddScenario(Box::new(Scenario::sample(&text, f64::from(first % 99)))),
        36 => Command::SetScenario(scenario?, ScenarioInput::Quantity(pick(&Quantity::ALL, second)?, estimate)),
        37 => Command::SetScenario(
            scenario?,
            match second % 8 {
                0 => ScenarioInput::Name(text),
                1 => ScenarioInput::Currency(text),
                2 => ScenarioInput::Period(pick(&Period::ALL, second / 8)?),
                3 => ScenarioInput::Horizon(second as u16),
                4 => ScenarioInput::Keep(amount),
                5 if first.is_multiple_of(3) => ScenarioInput::Response(None),
                5 => {
                    let one = |scenario| KeptToday { scenario, sum: estimate, origin: None };
                    ScenarioInput::KeepToday(some(&ids.scenarios, first, second).into_iter().map(one).collect())
                }
                6 => match first % 8 {
                    7 => ScenarioInput::Origin(Origin {
                        source: text.clone(),
                        owner: text,
                        ..Origin::unknown(Input::Quantity(pick(&Quantity::ALL, second / 8)?))
                    }),
                    0 if second / 8 % 5 == 0 => ScenarioInput::Lock((first % 16 == 0).then(|| Lock {
                        by: text,
                        on: NaiveDate::from_ymd_opt(2026, 11, 1 + second % 28).expect("a day"),
                    })),
                    0 if second / 8 % 5 == 1 => ScenarioInput::Actual(
                        1 + second as u16 % 40,
                        pick(&Counted::ALL, first / 16)?,
                        (first % 3 > 0).then_some(ActualFigure {
                            number: amount,
                            on: NaiveDate::from_ymd_opt(2026, 12, 1 + second % 31).filter(|_| first % 3 == 1),
                        }),
                    ),
                    0 => ScenarioInput::KeepFixed(second / 8 % 2 == 0),
                    1 => ScenarioInput::Include(initiative?, second / 8 % 3 != 0),
                    2 => ScenarioInput::Payment(Payment {
                        term: pick(&Period::ALL, second / 8)?,
                        after: second / 24 % 2 == 0,
                    }),
                    3 => ScenarioInput::AccountsPeriod(pick(&Period::ALL, second / 8)?),
                    4 => ScenarioInput::CohortsPeriod(pick(&Period::ALL, second / 8)?),
                    5 => ScenarioInput::ByAge(Some(Ageing {
                        model: AgeModel::Sbg([amount, Amount::new(1.5)?]),
                        period: pick(&Period::ALL, second / 8)?,
                        base: vec![(1, amount)],
                    })),
                    _ => {
                        let inputs: Vec<Input> = Input::all().collect();
                        let input = pick(&inputs, second / 8)?;
                        let with = pick(&inputs, second / 112).filter(|_| second / 8 % 3 != 0);
                        ScenarioInput::Link(input, Some(RangeLink { input, with, against: second / 8 % 5 == 0 }))
                    }
                },
                _ => ScenarioInput::Cohorts(
                    Some(CohortTable { per_cent: at > 4, rows: vec![vec![amount; at]; 2], names: Vec::new() }),
                    pick(&Period::ALL, first).filter(|_| second / 8 % 2 == 0),
                ),
            },
        ),
        38 if second % 3 == 0 => Command::DeleteScenario(scenario?),
        38 | 39 => Command::AddInitiative(Box::new(Initiative { name: text, friction: card, ..Initiative::default() })),
        40 => Command::SetInitiative(initiative?, InitiativeInput::Lever(pick(&Lever::ALL, second)?, estimate)),
        41 if second % 3 == 0 => Command::DeleteInitiative(initiative?),
        41 if second % 3 == 1 => Command::SetInitiative(initiative?, InitiativeInput::Inside(first.is_multiple_of(2))),
        41 => Command::SetInitiative(initiative?, InitiativeInput::Friction(card)),
        42 if second % 5 == 1 => Command::SetCohorts(
            (first % 4 > 0).then(|| CohortTable {
                per_cent: at > 4,
                rows: vec![vec![amount; at]; 2],
                names: vec![text],
            }),
            pick(&Period::ALL, first),
        ),
        42 if second % 5 == 3 => {
            Command::SetColumns(pick(&[Pasted::Accounts, Pasted::Cohorts], first)?, pick(&Period::ALL, second)?)
        }
        42 => Command::SetAccounts(
            vec![Account { name: text.clone(), revenue: vec![amount; at] }; at],
            pick(&Period::ALL, first).filter(|_| second % 2 == 0),
            vec![text; at],
        ),
        _ => Command::SetDetail(
            card?,
            match second % 7 {
                0 => Detail::Frequency(pick(&Grade::ALL, second / 6)),
                1 => Detail::Impact(pick(&Grade::ALL, second / 6)),
                2 => Detail::Owner(text),
                3 => Detail::NextStep(text),
                4 => Detail::Due(NaiveDate::from_ymd_opt(2026, second % 12 + 1, second % 28 + 1)),
                5 => Detail::Tags(vec![text.clone(), "x".into(), text]),
                _ => Detail::Evidence(Evidence::ALL[second as usize / 6 % 3]),
            },
        ),
    })
}

macro_rules! commands {
    ($($command:ident)*) => {
        /// The name of every command. One that is missing here does not compile.
        pub const COMMANDS: &[&str] = &[$(stringify!($command)),*];

        /// The name of a command.
        pub fn name(command: &Command) -> &'static str {
            match command {
                $(Command::$command { .. } => stringify!($command),)*
            }
        }
    };
}

commands! {
    SetHead AddJourney AddJourneyHere SetJourney SetJourneyKind DeleteJourney AddStage AddStages NameStages SetStage SetEmotion DuplicateStage MoveStage
    DeleteStage AddLane SetLaneName MoveLane SetLaneHidden DeleteLane AddCard SetCardText MoveCard DuplicateCards DeleteCard
    SetDetail AddCards FillGrid MoveCards MoveEach DeleteCards TagCards AddVote ClearVotes SetSecondCurve SetSecondEmotion SetAgenda
    AddScenario SetScenario DeleteScenario AddInitiative SetInitiative DeleteInitiative SetAccounts SetCohorts SetColumns
    AddInterview SetInterview DeleteInterview AddNote AddTranscript EditText SetParagraph SetSpeaker RenameSpeaker NameSpeaker DeleteParagraph
    AddQuote AddForce MoveQuote SetQuote TagQuote RetagQuote LinkQuote AddCardOfQuote DeleteQuote AddTag SetTag MergeTags DeleteTag AddGroup SetGroup
    JoinTags DeleteGroup
    AddStatement AddOutcomes SetStatement SetAnswers DeleteStatement BringInterviews OpenInitiative
}

/// Every record and every list in which two states differ.
fn changed(before: &Engagement, after: &Engagement) -> Vec<Key> {
    let mut keys = before.differing(after);
    keys.retain(|key| *key != Key::Head || !before.holds(&after.edit(Key::Head).expect("the head")));
    for &collection in Collection::ALL {
        let of = |engagement: &Engagement| -> Vec<Key> {
            engagement.keys().filter(|key| key.collection() == Some(collection)).collect()
        };
        if of(before) != of(after) {
            keys.push(Key::List(collection));
        }
    }
    keys
}

/// The changed records and lists that nobody was told of.
pub fn missed(before: &Engagement, after: &Engagement, touched: &[Key]) -> Vec<Key> {
    changed(before, after).into_iter().filter(|key| !touched.contains(key)).collect()
}
