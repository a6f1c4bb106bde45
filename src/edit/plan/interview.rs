//! Verbs of interviews, apart from what was said.

use super::{PlanBuilder, each_once, write};
use crate::edit::{Field, InterviewInput, Plan, Refusal, Typing};
use crate::interviews::record::Head;
use crate::interviews::timeline::{Moment, Point, Timeline};
use crate::model::interview::Interview;
use crate::model::quantity::InterviewId;
use crate::model::{Edit, Key};

pub(super) fn add(mut sheet: PlanBuilder, head: Head) -> Result<Plan, Refusal> {
    let id = InterviewId(sheet.mint());
    sheet.put(Edit::Interview(id, Some(Box::new(Interview { head, ..Interview::default() }))));
    Ok(sheet.made(Key::Interview(id)))
}

pub(super) fn of<'a>(sheet: &PlanBuilder<'a>, id: InterviewId) -> Result<&'a Interview, Refusal> {
    sheet.engagement.interview(id).ok_or(Refusal::Gone(Key::Interview(id)))
}

pub(super) fn set(mut sheet: PlanBuilder, id: InterviewId, input: InterviewInput) -> Result<Plan, Refusal> {
    let mut interview = of(&sheet, id)?.clone();
    let head = &mut interview.head;
    let field = match input {
        InterviewInput::Person(text) => write(&mut head.person, text).map(|()| Some(Field::Name)),
        InterviewInput::Role(text) => write(&mut head.role, text).map(|()| Some(Field::Role)),
        InterviewInput::Account(text) => write(&mut head.account, text).map(|()| Some(Field::Account)),
        InterviewInput::Client(account) => {
            let there = |account| sheet.engagement.account(account).map(|_| ());
            account.map_or(Ok(()), |account| there(account).ok_or(Refusal::Gone(Key::Account(account))))?;
            write(&mut interview.client, account).map(|()| None)
        }
        InterviewInput::Segment(text) => write(&mut interview.segment, text).map(|()| Some(Field::Segment)),
        InterviewInput::On(when) => write(&mut head.on, when).map(|()| None),
        InterviewInput::Minutes(minutes) => write(&mut head.minutes, minutes).map(|()| Some(Field::Minutes)),
        InterviewInput::Outcome(outcome) => write(&mut head.outcome, outcome).map(|()| None),
        InterviewInput::Consent(consent) => write(&mut head.consent, consent).map(|()| None),
        InterviewInput::Language(language) => write(&mut head.language, language).map(|()| None),
        InterviewInput::TookPart(names) => write(&mut head.took_part, each_once(names)).map(|()| None),
        InterviewInput::Speakers(names) => write(&mut head.speakers, names).map(|()| None),
        InterviewInput::Interviewer(speaker) => write(&mut head.interviewer, speaker).map(|()| None),
        InterviewInput::Guide(guide) => write(&mut head.guide, guide).map(|()| Some(Field::Guide)),
        InterviewInput::Moment(point, moment) => {
            write(moment_of(&mut head.timeline, point), moment).map(|()| Some(Field::Moment(point)))
        }
        InterviewInput::Debrief(line, text) => {
            let slot = head.debrief.get_mut(usize::from(line)).ok_or(Refusal::OutOfBounds)?;
            write(slot, text).map(|()| Some(Field::Debrief(line)))
        }
    }?;
    sheet.put(Edit::Interview(id, Some(Box::new(interview))));
    Ok(sheet.finish(None, field.map(|field| Typing(Key::Interview(id), field))))
}

fn moment_of(timeline: &mut Timeline, point: Point) -> &mut Moment {
    match point {
        Point::Phase(phase) => &mut timeline.phases[phase.index()],
        Point::Event(event) => &mut timeline.events[event as usize],
    }
}

pub(super) fn delete(mut sheet: PlanBuilder, id: InterviewId) -> Result<Plan, Refusal> {
    of(&sheet, id)?;
    for &paragraph in sheet.engagement.paragraphs_of(id) {
        sheet.drop(Key::Paragraph(paragraph));
    }
    for (quote, _) in sheet.engagement.quotes().filter(|(_, quote)| quote.interview == id) {
        sheet.drop(Key::Quote(quote));
    }
    sheet.drop(Key::Interview(id));
    Ok(sheet.done())
}
