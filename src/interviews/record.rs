//! What we know about an interview apart from its text, and the statements drawn from several: plain values for records.

use serde::{Deserialize, Serialize};

use super::kinds::{Consent, Language, Outcome};
use super::questions::Topic;
use super::text::{HighlightId, Paragraph};
use super::timeline::{Timeline, When};
use crate::arrange::Arrange;

/// The head of an interview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Who is interviewed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// What the person does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The company.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// The day of the interview.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub on: When,
    /// How long it took. `None`: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What the person did. `None`: nobody has chosen. What files up to version 5 leave out is a hire, and so it stays.
    #[serde(default = "hired", skip_serializing_if = "is_hired")]
    pub outcome: Option<Outcome>,
    /// What the person agreed to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub consent: Consent,
    /// The language that was spoken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub language: Language,
    /// Who took part in the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub took_part: Vec<String>,
    /// Who speaks, as the paragraphs number them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<String>,
    /// Which speaker is the interviewer, whose words are nobody's quotes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interviewer: Option<u16>,
    /// The questions of the guide, in the words of this interview.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide: Vec<Question>,
    /// The timeline.
    #[serde(default, skip_serializing_if = "is_default")]
    pub timeline: Timeline,
    /// The six lines of the debrief: job, trigger, strongest force, hiring criteria, rival, emotional peak.
    #[serde(default, skip_serializing_if = "is_default")]
    pub debrief: [String; 6],
}

impl Head {
    /// Whether the interview goes from the decision back to the first thought.
    pub fn walks_backwards(&self) -> bool {
        self.outcome.is_some_and(Outcome::walks_backwards)
    }

    /// Whether a paragraph holds a person's own words: not a note, and not what the interviewer said.
    pub fn is_own(&self, paragraph: &Paragraph) -> bool {
        !paragraph.noted && (paragraph.speaker.is_none() || paragraph.speaker != self.interviewer)
    }

    /// What a next interview of the kind begins with: everything that is not about this one talk. Nobody has consented yet.
    pub fn for_another(&self) -> Head {
        let guide = self.guide.iter().map(|question| Question { asked: false, ..question.clone() });
        Head {
            person: self.person.clone(),
            role: self.role.clone(),
            account: self.account.clone(),
            outcome: self.outcome,
            language: self.language,
            took_part: self.took_part.clone(),
            guide: guide.collect(),
            ..Head::default()
        }
    }
}

/// A question of a guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its words.
    pub text: String,
    /// What it is good for. `None`: nothing that the method asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// Whether it was asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asked: bool,
}

fn hired() -> Option<Outcome> {
    Some(Outcome::Hired)
}

fn is_hired(outcome: &Option<Outcome>) -> bool {
    *outcome == hired()
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A quote that backs a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuoteRef {
    /// The interview, by its number.
    pub interview: u32,
    /// The highlight in it.
    pub highlight: HighlightId,
}

/// Which way a measure should go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Less of it.
    #[default]
    Minimise,
    /// More of it.
    Increase,
}

/// What people want to get done, in the forms of the method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// A job statement: verb, object, context.
    Job {
        /// "Show".
        verb: String,
        /// "the board the results of training".
        object: String,
        /// "before the budget is set".
        context: String,
    },
    /// A job story (Klement): When, I want, so I can.
    Story {
        /// The situation.
        when: String,
        /// The motivation.
        want: String,
        /// The outcome.
        so: String,
    },
    /// An outcome statement (Ulwick): direction, measure, object, context.
    Outcome {
        /// Which way.
        direction: Direction,
        /// "the time it takes to build".
        measure: String,
        /// "the report".
        object: String,
        /// "before a board meeting".
        context: String,
    },
}

/// How a line begins that says which way a measure should go; of two that begin alike the longer comes first.
const DIRECTIONS: [(&str, Direction); 2] = [
    (
        "minimize|minimise|reduce|decrease|lower|cut down on|cut down|cut|shorten|lessen|diminish|limit|bring down|\
         drive down|keep down|avoid|prevent|eliminate|уменьшить|уменьшать|снизить|снижать|понизить|понижать|сократить|\
         сокращать|минимизировать|свести к минимуму|сводить к минимуму|свести к нулю|исключить|устранить",
        Direction::Minimise,
    ),
    (
        "increase|maximize|maximise|raise|improve|boost|grow|enhance|heighten|drive up|увеличить|увеличивать|повысить|\
         повышать|поднять|поднимать|нарастить|наращивать|улучшить|улучшать|усилить|максимизировать",
        Direction::Increase,
    ),
];

/// Which way a measure should go by the verb that it begins with, and the measure without it. `None` where it begins with none,
/// or is nothing else.
pub fn direction_of(line: &str) -> Option<(Direction, &str)> {
    let known = |(verbs, direction): &(&str, Direction)| {
        verbs.split('|').find_map(|verb| Some((*direction, behind(line, verb)?)))
    };
    DIRECTIONS.iter().find_map(known)
}

/// What follows these words at the beginning of a line, in any letters.
fn behind<'l>(line: &'l str, words: &str) -> Option<&'l str> {
    let mut rest = line.trim_start();
    for word in words.split(' ') {
        let (first, behind) = rest.split_once(char::is_whitespace)?;
        if first.trim_end_matches(':').to_lowercase() != word {
            return None;
        }
        rest = behind.trim_start();
    }
    Some(rest.trim_end()).filter(|rest| !rest.is_empty())
}

impl Claim {
    /// An outcome that is written in one line: its first words may say the direction, the rest is the measure until somebody parts
    /// it.
    pub fn outcome_of(line: &str) -> Claim {
        let (direction, measure) = direction_of(line).unwrap_or((Direction::default(), line.trim()));
        Claim::Outcome { direction, measure: measure.into(), object: String::new(), context: String::new() }
    }

    /// The verb that somebody wrote before the measure of an outcome sets its direction. Says whether there was one.
    pub fn take_direction(&mut self) -> bool {
        let Claim::Outcome { direction, measure, .. } = self else { return false };
        let Some((wanted, rest)) = direction_of(measure).map(|(wanted, rest)| (wanted, rest.to_owned())) else {
            return false;
        };
        (*direction, *measure) = (wanted, rest);
        true
    }

    /// Whether nothing of it is written.
    pub fn is_blank(&self) -> bool {
        let parts = match self {
            Claim::Job { verb, object, context } => [verb, object, context],
            Claim::Story { when, want, so } => [when, want, so],
            Claim::Outcome { measure, object, context, .. } => [measure, object, context],
        };
        parts.iter().all(|part| part.trim().is_empty())
    }
}

/// A claim with the quotes that it was drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What is claimed.
    pub claim: Claim,
    /// The quotes, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<QuoteRef>,
}

impl Statement {
    /// In how many interviews.
    pub fn interviews(&self) -> usize {
        let mut interviews: Vec<u32> = self.quotes.iter().map(|quote| quote.interview).collect();
        interviews.arrange();
        interviews.dedup();
        interviews.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_takes_no_room() {
        let hire = Head { outcome: Some(Outcome::Hired), ..Head::default() };
        assert_eq!(serde_json::to_string(&hire).ok().as_deref(), Some("{}"));
        assert_eq!(serde_json::from_str::<Head>("{}").ok(), Some(hire), "as files before version 6 say it");
        let json = r#"{"outcome":null}"#;
        assert_eq!(serde_json::to_string(&Head::default()).ok().as_deref(), Some(json), "nobody has chosen");
        assert_eq!(serde_json::from_str::<Head>(json).ok(), Some(Head::default()));
        let head =
            Head { person: "Анна".into(), outcome: Some(Outcome::Left), minutes: Some(52), ..Head::default() };
        let json = serde_json::to_string(&head).expect("JSON");
        assert_eq!(json, r#"{"person":"Анна","minutes":52,"outcome":"left"}"#);
        assert_eq!(serde_json::from_str::<Head>(&json).ok(), Some(head));
    }

    #[test]
    fn another_interview_begins_with_the_guide_and_without_what_was_said_of_it() {
        let question = Question { text: "Where were you?".into(), topic: None, asked: true };
        let head = Head {
            person: "Anna".into(),
            guide: vec![question.clone()],
            minutes: Some(50),
            consent: Consent::ByName,
            debrief: std::array::from_fn(|_| "said".into()),
            ..Head::default()
        };
        let another = head.for_another();
        assert_eq!(another.guide, [Question { asked: false, ..question }]);
        assert_eq!(another, Head { person: "Anna".into(), guide: another.guide.clone(), ..Head::default() });
    }

    #[test]
    fn an_outcome_is_read_from_a_line() {
        let read = |line: &str| match Claim::outcome_of(line) {
            Claim::Outcome { direction, measure, .. } => (direction, measure),
            other => panic!("{other:?}"),
        };
        assert_eq!(read("Minimize the time it takes"), (Direction::Minimise, "the time it takes".into()));
        assert_eq!(read("увеличить долю отчётов без ошибок"), (Direction::Increase, "долю отчётов без ошибок".into()));
        assert_eq!(read("the time it takes"), (Direction::Minimise, "the time it takes".into()));
        assert_eq!(read("Increase"), (Direction::Minimise, "Increase".into()), "a word alone is the measure");
        for verb in ["Reduce", "lower", "Cut down on", "Shorten", "Avoid", "Снизить", "Сократить", "Свести к минимуму"]
        {
            assert_eq!(read(&format!("{verb} x y")), (Direction::Minimise, "x y".into()), "{verb}");
        }
        for verb in ["Maximise", "RAISE", "improve", "Повысить", "Поднять:", "улучшить", "Нарастить"]
        {
            assert_eq!(read(&format!(" {verb}  x y ")), (Direction::Increase, "x y".into()), "{verb}");
        }
        for noun in ["снижение времени", "cutting costs", "improvement of x", "свести данные"]
        {
            assert_eq!(read(noun), (Direction::Minimise, noun.into()), "{noun}");
        }
        assert!(Claim::outcome_of(" ").is_blank() && !Claim::outcome_of("time").is_blank());
    }

    #[test]
    fn a_verb_before_the_measure_sets_the_direction() {
        let mut claim = Claim::Outcome {
            direction: Direction::Minimise,
            measure: "Повысить долю отчётов".into(),
            object: String::new(),
            context: "в срок".into(),
        };
        assert!(claim.take_direction());
        let Claim::Outcome { direction, measure, context, .. } = &claim else { panic!("{claim:?}") };
        assert_eq!((*direction, measure.as_str(), context.as_str()), (Direction::Increase, "долю отчётов", "в срок"));
        assert!(!claim.take_direction());
        assert!(
            !Claim::Job { verb: "Cut the cost".into(), object: String::new(), context: String::new() }.take_direction()
        );
    }

    #[test]
    fn a_statement_knows_who_said_so() {
        let quote = |interview, highlight| QuoteRef { interview, highlight: HighlightId(highlight) };
        let claim =
            Claim::Story { when: "the board asks".into(), want: "one number".into(), so: "keep the budget".into() };
        let statement = Statement { claim, quotes: vec![quote(1, 1), quote(2, 1), quote(1, 4)] };
        assert_eq!(statement.interviews(), 2);
        let json = serde_json::to_string(&statement).expect("JSON");
        assert_eq!(serde_json::from_str::<Statement>(&json).ok(), Some(statement));
    }
}
