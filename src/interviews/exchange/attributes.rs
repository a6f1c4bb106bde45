//! What is known of an interview as attributes by name, and back: other programs show them as variables of a case.

use super::Document;
use super::quotes::{escaped, parts, unescaped};
use crate::interviews::kinds::{Consent, Language, Outcome};
use crate::interviews::record::Head;
use crate::interviews::timeline::{Moment, Timeline, When};

/// The names are English whatever the language of the screen, so that a file can be read back in the other one.
const PERSON: &str = "Person";
const ROLE: &str = "Role";
const ACCOUNT: &str = "Account";
const SEGMENT: &str = "Segment";
const DATE: &str = "Date";
const MINUTES: &str = "Minutes";
const OUTCOME: &str = "Outcome";
const CONSENT: &str = "Consent";
const LANGUAGE: &str = "Language";
const INTERVIEWER: &str = "Interviewer";
const TOOK_PART: &str = "Took part";

const OUTCOMES: [(Outcome, &str); 4] =
    [(Outcome::Hired, "joined"), (Outcome::Left, "left"), (Outcome::Stayed, "stayed"), (Outcome::Renewed, "renewed")];
const CONSENTS: [(Consent, &str); 3] =
    [(Consent::None, "none"), (Consent::Anonymous, "anonymous"), (Consent::ByName, "by name")];
const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en"), (Language::Russian, "ru")];
const DEBRIEF: [&str; 6] = ["Job", "Trigger", "Strongest force", "Hiring criteria", "Rival", "Emotional peak"];
const PHASES: [&str; 6] =
    ["First thought", "Passive looking", "Active looking", "Deciding", "First use", "Ongoing use"];
const EVENTS: [&str; 2] = ["First event", "Second event"];

fn moments(timeline: &Timeline) -> impl Iterator<Item = (&'static str, &Moment)> {
    let phases = PHASES.into_iter().zip(&timeline.phases);
    phases.chain(EVENTS.into_iter().zip(&timeline.events))
}

/// The attributes of an interview; what is not known is left out, but for the consent and the language.
pub fn of(head: &Head, segment: &str) -> Vec<(String, String)> {
    let mut all = vec![
        (PERSON, head.person.clone()),
        (ROLE, head.role.clone()),
        (ACCOUNT, head.account.clone()),
        (SEGMENT, segment.to_owned()),
        (DATE, head.on.to_string()),
        (MINUTES, head.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        (OUTCOME, head.outcome.map(|outcome| named(&OUTCOMES, outcome)).unwrap_or_default()),
        (CONSENT, named(&CONSENTS, head.consent)),
        (LANGUAGE, named(&LANGUAGES, head.language)),
        (TOOK_PART, head.took_part.iter().map(|name| escaped(name)).collect::<Vec<_>>().join("; ")),
    ];
    let interviewer = head.interviewer.and_then(|at| head.speakers.get(usize::from(at)));
    all.extend(interviewer.map(|name| (INTERVIEWER, name.clone())));
    all.extend(DEBRIEF.into_iter().zip(head.debrief.iter().cloned()));
    all.extend(moments(&head.timeline).map(|(name, moment)| (name, moment_text(moment))));
    let said = all.iter().map(|(name, value)| (*name, value.trim())).filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| (name.into(), value.into())).collect()
}

/// What the attributes of a document say, with the segment. A value that cannot be read is as one that is missing; without a
/// person the document's name is the person's, unless the file is ours and would have the name.
pub fn read(document: &Document) -> (Head, String) {
    let value = |name: &str| {
        let is_named = |known: &&(String, String)| known.0.trim().eq_ignore_ascii_case(name);
        document.attributes.iter().find(is_named).map_or("", |(_, value)| value.trim())
    };
    let is_ours = known(&CONSENTS, value(CONSENT)).is_some() && known(&LANGUAGES, value(LANGUAGE)).is_some();
    let is_said = is_ours || !value(PERSON).is_empty();
    let mut head = Head {
        person: if is_said { value(PERSON) } else { document.name.trim() }.into(),
        role: value(ROLE).into(),
        account: value(ACCOUNT).into(),
        on: value(DATE).parse().unwrap_or_default(),
        minutes: value(MINUTES).parse().ok(),
        outcome: known(&OUTCOMES, value(OUTCOME)),
        consent: of_name(&CONSENTS, value(CONSENT)),
        speakers: document.speakers.clone(),
        ..Head::default()
    };
    head.language = match value(LANGUAGE) {
        "" => Language::of(&document.paragraphs.iter().map(|one| one.text.as_str()).collect::<String>()),
        code => of_name(&LANGUAGES, code),
    };
    head.took_part = parts(value(TOOK_PART), ';').iter().map(|name| unescaped(name)).collect();
    let interviewer = value(INTERVIEWER);
    if !interviewer.is_empty() {
        let place = head.speakers.iter().position(|name| name.trim() == interviewer);
        // Whoever asked may have said nothing that is written down.
        head.interviewer = u16::try_from(place.unwrap_or(head.speakers.len())).ok();
        head.speakers.extend(place.is_none().then(|| interviewer.to_owned()));
    }
    for (line, name) in head.debrief.iter_mut().zip(DEBRIEF) {
        *line = value(name).into();
    }
    for (moment, name) in head.timeline.phases.iter_mut().zip(PHASES) {
        *moment = read_moment(value(name));
    }
    for (moment, name) in head.timeline.events.iter_mut().zip(EVENTS) {
        *moment = read_moment(value(name));
    }
    (head, value(SEGMENT).into())
}

fn named<T: Copy + PartialEq>(names: &[(T, &str)], value: T) -> String {
    names.iter().find(|named| named.0 == value).map_or("", |named| named.1).into()
}

fn known<T: Copy>(names: &[(T, &str)], name: &str) -> Option<T> {
    names.iter().find(|named| named.1.eq_ignore_ascii_case(name)).map(|named| named.0)
}

fn of_name<T: Copy + Default>(names: &[(T, &str)], name: &str) -> T {
    known(names, name).unwrap_or_default()
}

/// "2025-03-14 The slide falls flat"; either part may be missing. Words that would be read as a day have a backslash before them.
fn moment_text(moment: &Moment) -> String {
    let what = moment.what.trim();
    let is_plain = !what.starts_with('\\') && read_moment(what).when.is_unknown();
    match moment.when {
        When::Unknown => [if is_plain { "" } else { "\\" }, what].concat(),
        when => [&when.to_string(), " ", what].concat().trim().into(),
    }
}

fn read_moment(text: &str) -> Moment {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    match first.parse() {
        Ok(when) => Moment { when, what: rest.trim().into() },
        Err(_) => Moment { what: text.strip_prefix('\\').unwrap_or(text).into(), ..Moment::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_goes_there_and_back() {
        let mut head = Head {
            person: "Марина Соколова".into(),
            role: "Head of L&D".into(),
            account: "Meridian".into(),
            on: "~2025-10".parse().expect("a month"),
            minutes: Some(52),
            outcome: Some(Outcome::Left),
            consent: Consent::ByName,
            language: Language::Russian,
            took_part: vec!["CFO".into(), "HR director".into()],
            speakers: vec!["Интервьюер".into(), "Марина".into()],
            interviewer: Some(0),
            ..Head::default()
        };
        head.debrief[1] = "The board laughed".into();
        head.timeline.phases[0] =
            Moment { when: "2025-03-14".parse().expect("a day"), what: "Slide falls flat".into() };
        head.timeline.events[1] = Moment { what: "CFO says no".into(), ..Moment::default() };
        let attributes = of(&head, "retail");
        let document = Document { attributes, speakers: head.speakers.clone(), ..Document::default() };
        assert_eq!(read(&document), (head, "retail".into()));
    }

    #[test]
    fn what_other_programs_write_is_taken_as_far_as_it_is_known() {
        let attributes = [("role", "CFO"), ("Date", "last spring"), ("Minutes", "an hour"), ("Outcome", "who knows")];
        let document = Document {
            name: "Oleg".into(),
            attributes: attributes.map(|(name, value)| (name.into(), value.into())).to_vec(),
            ..Document::default()
        };
        let (head, segment) = read(&document);
        assert_eq!((head.person.as_str(), head.role.as_str(), segment.as_str()), ("Oleg", "CFO", ""));
        assert_eq!((head.on.is_unknown(), head.minutes, head.outcome), (true, None, None));
    }
}
