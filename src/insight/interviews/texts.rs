//! All texts of a record.

use super::hiding::Veil;
use crate::interviews::record::Claim;
use crate::model::Edit;
use crate::model::journey::Details;

/// A record with what is hidden in every text of it.
pub(super) fn veiled(mut edit: Edit, veil: &Veil) -> Edit {
    if let Edit::Paragraph(_, Some(paragraph)) = &mut edit {
        *paragraph = veil.paragraph(paragraph);
    }
    // What a card or a part of a map says in one word is what it is about: "Тендер" is there nobody's surname.
    let title = match &edit {
        Edit::Card(_, Some(card)) => card.text.as_str(),
        Edit::Stage(_, Some(stage)) => &stage.name,
        Edit::Lane(_, Some(lane)) => &lane.name,
        _ => "",
    };
    let word = Some(title.to_owned()).filter(|title| veil.names.is_word(title));
    each_text(&mut edit, &mut |text| {
        let is_word = word.as_ref() == Some(text);
        *text = if is_word { veil.contacts.text(text) } else { veil.text(text) };
    });
    edit
}

/// Changes every text of a record that says something, but for what was said: a paragraph keeps its highlights.
pub(super) fn each_text(edit: &mut Edit, change: &mut dyn FnMut(&mut String)) {
    let mut hide = |text: &mut String| {
        if !text.is_empty() {
            change(text);
        }
    };
    match edit {
        Edit::Head(head) => {
            let names = head.tables.cohorts.iter_mut().flat_map(|table| &mut table.names);
            [&mut head.title, &mut head.about]
                .into_iter()
                .chain(&mut head.tables.account_periods)
                .chain(names)
                .for_each(&mut hide);
        }
        Edit::Journey(_, Some(journey)) => {
            [&mut journey.title, &mut journey.persona, &mut journey.scenario].into_iter().for_each(&mut hide);
            journey.second_curve.iter_mut().for_each(&mut hide);
            journey.agenda.iter_mut().flat_map(|step| [&mut step.title, &mut step.script]).for_each(&mut hide);
        }
        Edit::Stage(_, Some(stage)) => [&mut stage.name, &mut stage.subtitle].into_iter().for_each(&mut hide),
        Edit::Lane(_, Some(lane)) => [&mut lane.name, &mut lane.prompt].into_iter().for_each(&mut hide),
        Edit::Card(_, Some(card)) => hide(&mut card.text),
        Edit::Details(_, Some(details)) => {
            // A field that is new is asked for here.
            let Details { owner, next_step, tags, frequency: _, impact: _, due: _, evidence: _ } = details;
            [owner, next_step].into_iter().chain(tags).for_each(&mut hide);
        }
        Edit::Scenario(_, Some(scenario)) => {
            [&mut scenario.name, &mut scenario.currency].into_iter().for_each(&mut hide);
            scenario.locked.iter_mut().for_each(|lock| hide(&mut lock.by));
            scenario.cohorts.iter_mut().flat_map(|table| &mut table.names).for_each(&mut hide);
            scenario.origins.iter_mut().flat_map(|origin| [&mut origin.source, &mut origin.owner]).for_each(&mut hide);
        }
        Edit::Initiative(_, Some(initiative)) => hide(&mut initiative.name),
        Edit::Account(_, Some(account)) => hide(&mut account.name),
        Edit::Interview(_, Some(interview)) => {
            let head = &mut interview.head;
            [&mut head.person, &mut head.role, &mut head.account, &mut interview.segment]
                .into_iter()
                .for_each(&mut hide);
            head.took_part.iter_mut().chain(&mut head.speakers).chain(&mut head.debrief).for_each(&mut hide);
            head.guide.iter_mut().for_each(|question| hide(&mut question.text));
            let moments = head.timeline.phases.iter_mut().chain(&mut head.timeline.events);
            moments.for_each(|moment| hide(&mut moment.what));
        }
        Edit::Quote(_, Some(quote)) => {
            hide(&mut quote.mark.memo);
            quote.mark.lost.iter_mut().for_each(&mut hide);
        }
        Edit::Tag(_, Some(tag)) => [&mut tag.name, &mut tag.about].into_iter().for_each(&mut hide),
        Edit::Group(_, Some(group)) => [&mut group.name, &mut group.about].into_iter().for_each(&mut hide),
        Edit::Statement(_, Some(statement)) => match &mut statement.claim {
            Claim::Job { verb, object, context } => [verb, object, context].into_iter().for_each(&mut hide),
            Claim::Story { when, want, so } => [when, want, so].into_iter().for_each(&mut hide),
            Claim::Outcome { measure, object, context, .. } => {
                [measure, object, context].into_iter().for_each(&mut hide)
            }
        },
        Edit::Answers(_, Some(answers)) => answers.given.iter_mut().for_each(|answer| hide(&mut answer.segment)),
        // What was said is hidden paragraph by paragraph, so that quotes stay on their words.
        Edit::Transcript(..) | Edit::Paragraph(..) => (),
        // A collection that is new is asked for here: no text of it goes to clients by oversight.
        Edit::Journey(_, None)
        | Edit::Stage(_, None)
        | Edit::Lane(_, None)
        | Edit::Card(_, None)
        | Edit::Details(_, None)
        | Edit::Scenario(_, None)
        | Edit::Initiative(_, None)
        | Edit::Account(_, None)
        | Edit::Interview(_, None)
        | Edit::Quote(_, None)
        | Edit::Tag(_, None)
        | Edit::Group(_, None)
        | Edit::Statement(_, None)
        | Edit::Answers(_, None) => (),
    }
}
