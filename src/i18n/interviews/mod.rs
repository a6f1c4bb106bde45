//! What interviews say: names, guides, refusals and findings. Reached from the part that shows interviews only.

pub mod capture;
pub mod findings;

use super::speech::{capital, ended, uncapital};
use super::{Lang, figures};
use crate::interviews::anonymise::NotCleared;
use crate::interviews::codebook::NotNamed;
use crate::interviews::codebook::views::Way;
use crate::interviews::exchange::quotes::NoQuotes;
use crate::interviews::exchange::{Loss, Refused};
use crate::interviews::forces::{Balance, By};
use crate::interviews::kinds::{Consent, Energy, Force, Outcome, Phase};
use crate::interviews::opportunity::Band;
use crate::interviews::questions::{Fault, Topic};
use crate::interviews::record::Claim;
use crate::interviews::rhythm::SideBalance;
use crate::interviews::timeline::{Contradiction, Event, Point, When};
use crate::interviews::transcript::{Transcript, Unreadable};

/// The first names of a list, and how many more there are.
pub(in crate::i18n) fn first_of(names: &[String], more: fn(usize) -> String) -> String {
    const MOST: usize = 4;
    let rest = names.len().saturating_sub(MOST);
    let rest = (rest > 0).then(|| more(rest));
    names.iter().take(MOST).cloned().chain(rest).collect::<Vec<_>>().join(", ")
}

/// The first lines of those that were left out, each cut to what names it.
pub(in crate::i18n) fn lines_of(left_out: &[String], quoted: fn(&str) -> String, more: fn(usize) -> String) -> String {
    const MOST_LETTERS: usize = 40;
    let cut = |line: &String| {
        let short: String = line.chars().take(MOST_LETTERS).collect();
        quoted(&if short.len() < line.len() { format!("{}\u{2026}", short.trim_end()) } else { short })
    };
    first_of(&left_out.iter().map(cut).collect::<Vec<_>>(), more)
}

/// A question of a template. It is good for one thing, as the bar of a guide ticks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is good for.
    pub topic: Topic,
    /// The question.
    pub text: &'static str,
}

/// What the part for interviews says in one language. Each is described by its English text in `en.rs`.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct InterviewWords {
    pub outcomes: [&'static str; 4],
    pub no_outcome: &'static str,
    pub consents: [&'static str; 3],
    pub forces: [&'static str; 4],
    /// By [`crate::interviews::record::Direction`]: on the switch, and where a sentence begins with it.
    pub directions: [&'static str; 2],
    pub phases: [&'static str; 6],
    pub events: [&'static str; 2],
    pub energies: [&'static str; 4],
    pub unnamed: &'static str,
    /// On paper, in place of what a person did not agree to have quoted, and above what names somebody who agreed without.
    pub not_printed: &'static str,
    pub printed_with_names: &'static str,
    /// Job, trigger, strongest force, hiring criteria, rival, emotional peak.
    pub debrief: [&'static str; 6],
    /// By [`Outcome`].
    pub guides: [&'static [Question]; 4],
    pub fault: fn(Fault) -> &'static str,
    /// What to ask instead.
    pub instead: fn(Fault, Option<Outcome>) -> &'static str,
    pub contrast: fn(&str) -> String,
    /// Contrast questions of several phases, in a list.
    pub contrasts: fn(&[String]) -> String,
    pub closing: &'static str,
    pub covered: fn(usize, usize) -> String,
    pub understood: fn(&Transcript) -> String,
    pub unreadable: fn(Unreadable) -> &'static str,
    pub refused: fn(Refused) -> &'static str,
    pub lossy: fn(&Loss) -> String,
    pub no_quotes: fn(&NoQuotes) -> String,
    pub not_named: fn(&NotNamed, &str) -> String,
    pub not_cleared: fn(NotCleared) -> &'static str,
    pub lost_quotes: fn(usize) -> String,
    /// Both sides as text: counts, or money.
    pub balance: fn(&Balance, By, &str, &str) -> String,
    pub unknown_revenue: fn(usize) -> String,
    pub band: fn(Band) -> &'static str,
    pub way: fn(Way) -> &'static str,
    pub saturated: fn(usize) -> String,
    /// How interviews with those who joined and with those who left stand to each other.
    pub side_balance: fn(SideBalance) -> &'static str,
    pub about: fn(&str) -> String,
    pub unknown_date: &'static str,
    /// The month and the year of a date that is known so far.
    pub month: fn(u32, i32) -> String,
    pub contradicts: fn(&str, &str) -> String,
    pub claim: fn(&Claim) -> String,
}

impl InterviewWords {
    /// The name of a force.
    pub fn force(&self, force: Force) -> &'static str {
        self.forces[force.index()]
    }

    /// The name of a phase.
    pub fn phase(&self, phase: Phase) -> &'static str {
        self.phases[phase.index()]
    }

    /// What a person did, as far as somebody has chosen.
    pub fn outcome(&self, outcome: Option<Outcome>) -> &'static str {
        outcome.map_or(self.no_outcome, |outcome| self.outcomes[outcome as usize])
    }

    /// What a person agreed to.
    pub fn consent(&self, consent: Consent) -> &'static str {
        self.consents[consent as usize]
    }

    /// What was heard beyond the words.
    pub fn energy(&self, energy: Energy) -> &'static str {
        self.energies[energy as usize]
    }

    /// The questions for people who did this.
    pub fn guide(&self, outcome: Outcome) -> &'static [Question] {
        self.guides[outcome as usize]
    }

    /// What a question covers, in a few words.
    pub fn topic(&self, topic: Topic) -> String {
        match topic {
            Topic::Phase(phase) => self.phase(phase).into(),
            Topic::Force(force) => self.force(force).into(),
            Topic::Contrast(phase) => (self.contrast)(self.phase(phase)),
            Topic::Closing => self.closing.into(),
        }
    }

    /// Topics as one list: contrast questions stand together, with their phases.
    pub fn topics(&self, topics: &[Topic]) -> String {
        let contrast = |topic: &Topic| match topic {
            Topic::Contrast(phase) => Some(uncapital(self.phase(*phase))),
            _ => None,
        };
        let contrasts: Vec<String> = topics.iter().filter_map(contrast).collect();
        let mut names: Vec<String> = Vec::new();
        for topic in topics {
            match contrast(topic) {
                None => names.push(uncapital(&self.topic(*topic))),
                Some(first) if contrasts.first() == Some(&first) => names.push((self.contrasts)(&contrasts)),
                Some(_) => {}
            }
        }
        names.join("; ")
    }

    /// When something happened, as exactly as it is known.
    pub fn when(&self, lang: Lang, when: When) -> String {
        use chrono::Datelike;
        match when {
            When::Unknown => self.unknown_date.into(),
            When::Day(day) => figures::date(lang, day),
            When::About(day) => (self.about)(&figures::date(lang, day)),
            When::Month(day) => (self.about)(&(self.month)(day.month0(), day.year())),
            When::Year(year) => (self.about)(&year.to_string()),
        }
    }

    /// Which two dates cannot both be true.
    pub fn contradiction(&self, contradiction: Contradiction) -> String {
        let name = |point: Point| match point {
            Point::Phase(phase) => self.phase(phase),
            Point::Event(event) => self.events[usize::from(event == Event::Second)],
        };
        (self.contradicts)(name(contradiction.earlier), name(contradiction.later))
    }
}

/// The parts of a statement that were written, as one sentence.
pub(in crate::i18n) fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The parts of a story that were written, each behind its own words, as one sentence; nothing where none was.
pub(in crate::i18n) fn story(parts: [(&str, &str); 3]) -> String {
    let written = parts.iter().filter(|(_, part)| !part.trim().is_empty());
    let said: Vec<String> = written.map(|(before, part)| format!("{before} {}", part.trim())).collect();
    if said.is_empty() { String::new() } else { ended(&capital(&said.join(", "))) }
}

/// An outcome as one sentence; nothing where only its direction is known.
pub(in crate::i18n) fn outcome(direction: &str, parts: &[&str]) -> String {
    match joined(parts) {
        said if said.is_empty() => said,
        said => joined(&[direction, &said]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interviews::questions::check;

    #[test]
    fn every_template_has_one_question_for_everything_and_breaks_no_rule() {
        for lang in [Lang::English, Lang::Russian] {
            for outcome in Outcome::ALL {
                let guide = InterviewWords::of(lang).guide(outcome);
                for topic in Topic::all() {
                    let count = guide.iter().filter(|question| question.topic == topic).count();
                    assert_eq!(count, 1, "{lang:?} {outcome:?} {topic:?}");
                }
                for question in guide {
                    assert_eq!(check(question.text), None, "{}", question.text);
                }
                assert_eq!(guide.last().map(|question| question.topic), Some(Topic::Closing));
            }
        }
    }

    #[test]
    fn both_languages_ask_the_same() {
        for outcome in Outcome::ALL {
            let topics = |lang| {
                InterviewWords::of(lang).guide(outcome).iter().map(|question| question.topic).collect::<Vec<_>>()
            };
            assert_eq!(topics(Lang::English), topics(Lang::Russian), "{outcome:?}");
        }
    }

    #[test]
    fn leaving_is_asked_about_backwards() {
        let phases: Vec<Phase> = InterviewWords::of(Lang::English)
            .guide(Outcome::Left)
            .iter()
            .filter_map(|question| if let Topic::Phase(phase) = question.topic { Some(phase) } else { None })
            .collect();
        assert!(phases.iter().rev().is_sorted(), "{phases:?}");
    }

    #[test]
    fn what_is_offered_instead_breaks_no_rule() {
        for lang in [Lang::English, Lang::Russian] {
            for fault in [Fault::Direct, Fault::Leading, Fault::Hypothetical] {
                for outcome in Outcome::ALL.map(Some).into_iter().chain([None]) {
                    let instead = (InterviewWords::of(lang).instead)(fault, outcome);
                    assert_eq!(check(instead), None, "{instead}");
                }
            }
        }
    }

    #[test]
    fn dates_say_how_exactly_they_are_known() {
        let say = |lang, text: &str| InterviewWords::of(lang).when(lang, text.parse().expect("a date"));
        assert_eq!(say(Lang::English, "~2025-03"), "about March 2025");
        assert_eq!(say(Lang::Russian, "~2025-03"), "около\u{a0}марта 2025");
        assert_eq!(say(Lang::Russian, "2025-03-14"), "14\u{a0}мар\u{a0}2025");
        assert_eq!(say(Lang::English, ""), "date unknown");
    }

    #[test]
    fn statements_read_as_sentences() {
        let story =
            Claim::Story {
                when: "совет спрашивает".into(), want: "одну цифру".into(), so: "защитить бюджет".into()
            };
        assert_eq!(
            (InterviewWords::of(Lang::Russian).claim)(&story),
            "Когда совет спрашивает, я хочу одну цифру, чтобы защитить бюджет."
        );
        let job = Claim::Job { verb: "Show".into(), object: "the board".into(), context: " ".into() };
        assert_eq!((InterviewWords::of(Lang::English).claim)(&job), "Show the board");
        let story = |when: &str, want: &str| Claim::Story { when: when.into(), want: want.into(), so: String::new() };
        assert_eq!((InterviewWords::of(Lang::English).claim)(&story(" ", "one figure")), "I want one figure.");
        assert_eq!((InterviewWords::of(Lang::Russian).claim)(&story("спросят", "")), "Когда спросят.");
        assert_eq!((InterviewWords::of(Lang::English).claim)(&story("", " ")), "");
        let outcome = |measure: &str| Claim::Outcome {
            direction: crate::interviews::record::Direction::Minimise,
            measure: measure.into(),
            object: String::new(),
            context: String::new(),
        };
        assert_eq!((InterviewWords::of(Lang::English).claim)(&outcome("time")), "Minimize time");
        assert_eq!((InterviewWords::of(Lang::English).claim)(&outcome("Increase the share")), "Increase the share");
        assert_eq!((InterviewWords::of(Lang::Russian).claim)(&outcome("Повысить долю")), "Увеличить долю", "one verb");
        assert_eq!((InterviewWords::of(Lang::English).claim)(&outcome("")), "");
    }

    #[test]
    fn what_a_transcript_left_out_is_named() {
        let left_out = vec!["Why clients leave".into(), "Participants: Anna Berg, Pavel Orlov, Olga Lind".into()];
        let transcript = Transcript { left_out, ..Transcript::default() };
        let said = (InterviewWords::of(Lang::English).understood)(&transcript);
        assert!(
            said.ends_with(
                "Left out: 2 headings or notes (“Why clients leave”, “Participants: Anna Berg, Pavel Orlov, Ol…”)."
            ),
            "{said}"
        );
        let said = (InterviewWords::of(Lang::Russian).understood)(&transcript);
        assert!(said.contains("Пропущено: 2 заголовка или пометки («Why clients leave», «"), "{said}");
    }

    #[test]
    fn counts_agree_with_their_words() {
        let ru = InterviewWords::of(Lang::Russian);
        assert_eq!((ru.lost_quotes)(1), "1 цитата потеряла свой текст. Слова сохранены.");
        assert_eq!((ru.lost_quotes)(3), "3 цитаты потеряли свой текст. Слова сохранены.");
        assert_eq!(
            (InterviewWords::of(Lang::English).unknown_revenue)(1),
            "The revenue of 1 account is unknown and not counted."
        );
    }
}
