//! From a command to a change: pure, and free to refuse. One file per collection.

mod bring;
mod card;
mod cards;
mod codebook;
mod economy;
mod evidence;
mod interview;
mod journey;
mod lane;
mod paragraph_run;
mod quote;
mod speakers;
mod spoken;
mod stage;
mod statement;
mod verbatim;

use super::{Command, Field, HeadField, Plan, Refusal, Typing};
use crate::arrange::Arrange;
use crate::interviews::text::Paragraph;
use crate::model::journey::{Card, Details, Journey, Lane, Stage};
use crate::model::quantity::{CardId, JourneyId, LaneId, StageId};
use crate::model::record::Names;
use crate::model::{Change, Edit, Engagement, Head, Key};

/// What `command` would change.
///
/// # Errors
/// A [`Refusal`]; the engagement stays as it is in any case.
pub fn plan(engagement: &Engagement, command: Command) -> Result<Plan, Refusal> {
    let sheet = PlanBuilder::new(engagement);
    match command {
        Command::SetHead(field, text) => set_head(sheet, field, text),
        Command::AddJourney(draft) => journey::add(sheet, *draft),
        Command::AddJourneyHere(id, draft) => journey::add_here(sheet, id, *draft),
        Command::SetJourney(id, field, text) => journey::set(sheet, id, field, text),
        Command::SetJourneyKind(id, kind) => journey::set_kind(sheet, id, kind),
        Command::DeleteJourney(id) => journey::delete(sheet, id),
        Command::AddStage { journey, at } => stage::add(sheet, journey, at),
        Command::AddStages { journey, at, lanes, stages } => stage::add_several(sheet, journey, at, lanes, stages),
        Command::NameStages { from, names } => stage::name_several(sheet, from, names),
        Command::SetStage(id, field, text) => stage::set(sheet, id, field, text),
        Command::SetEmotion(id, level) => stage::set_emotion(sheet, id, level),
        Command::DuplicateStage(id) => stage::duplicate(sheet, id),
        Command::MoveStage { stage, to } => stage::shift(sheet, stage, to),
        Command::DeleteStage(id) => stage::delete(sheet, id),
        Command::AddLane { journey, kind, at } => lane::add(sheet, journey, kind, at),
        Command::SetLaneName(id, name) => lane::set_name(sheet, id, name),
        Command::MoveLane { lane, to } => lane::shift(sheet, lane, to),
        Command::SetLaneHidden(id, hidden) => lane::set_hidden(sheet, id, hidden),
        Command::DeleteLane(id) => lane::delete(sheet, id),
        Command::AddCard { cell, at, text } => card::add(sheet, cell, at, text),
        Command::SetCardText(id, text) => card::set_text(sheet, id, text),
        Command::MoveCard { card, to, at } => card::shift(sheet, card, to, at),
        Command::DuplicateCards(cards) => cards::duplicate(sheet, &cards),
        Command::DeleteCard(id) => card::delete(sheet, id),
        Command::SetDetail(id, fact) => card::set_detail(sheet, id, fact),
        Command::AddCards(cards) => cards::add(sheet, cards),
        Command::FillGrid { from, rows } => cards::fill(sheet, from, rows),
        Command::MoveCards { cards, to, at } => cards::shift(sheet, &cards, to, at),
        Command::MoveEach(moves) => cards::shift_each(sheet, &moves),
        Command::DeleteCards(cards) => cards::delete(sheet, &cards),
        Command::TagCards { cards, tag, on } => cards::tag(sheet, &cards, &tag, on),
        Command::AddVote(id, level) => stage::add_vote(sheet, id, level),
        Command::ClearVotes(id) => stage::clear_votes(sheet, id),
        Command::SetSecondCurve(id, name) => journey::set_second_curve(sheet, id, name),
        Command::SetSecondEmotion(id, level) => stage::set_second(sheet, id, level),
        Command::SetAgenda(id, agenda) => journey::set_agenda(sheet, id, agenda),
        Command::AddScenario(scenario) => economy::add_scenario(sheet, scenario),
        Command::SetScenario(id, input) => economy::set_scenario(sheet, id, input),
        Command::DeleteScenario(id) => economy::delete_scenario(sheet, id),
        Command::AddInitiative(initiative) => economy::add_initiative(sheet, initiative),
        Command::SetInitiative(id, input) => economy::set_initiative(sheet, id, input),
        Command::DeleteInitiative(id) => economy::delete_initiative(sheet, id),
        Command::SetAccounts(accounts, period, names) => economy::set_accounts(sheet, accounts, period, names),
        Command::SetCohorts(table, period) => economy::set_cohorts(sheet, table, period),
        Command::SetColumns(pasted, period) => economy::set_columns(sheet, pasted, period),
        Command::AddInterview(head) => interview::add(sheet, *head),
        Command::SetInterview(id, input) => interview::set(sheet, id, input),
        Command::DeleteInterview(id) => interview::delete(sheet, id),
        Command::AddNote { interview, note, at, phase, speaker } => {
            spoken::add_note(sheet, interview, note, Paragraph { at, phase, speaker, ..Paragraph::default() })
        }
        Command::AddTranscript { interview, speakers, paragraphs, interviewer, on } => {
            spoken::add_transcript(sheet, interview, speakers, paragraphs, (interviewer, on))
        }
        Command::BringInterviews(project) => bring::add(sheet, *project),
        Command::EditText { from, to, text } => spoken::edit(sheet, from, to, &text),
        Command::SetParagraph(id, input) => spoken::set(sheet, id, input),
        Command::RenameSpeaker { interview, speaker, name } => speakers::rename(sheet, interview, speaker, &name),
        Command::NameSpeaker { paragraph, name } => speakers::name(sheet, paragraph, &name),
        Command::SetSpeaker { interview, from, to } => spoken::set_speaker(sheet, interview, from, to),
        Command::DeleteParagraph(id) => spoken::delete(sheet, id),
        Command::AddQuote { from, to, tag } => quote::add(sheet, from, to, tag),
        Command::AddForce { from, to, force } => quote::add_force(sheet, from, to, force),
        Command::MoveQuote { quote, from, to } => quote::shift(sheet, quote, from, to),
        Command::SetQuote(id, input) => quote::set(sheet, id, input),
        Command::TagQuote(id, name) => quote::tag(sheet, id, &name),
        Command::RetagQuote(id, tag, name) => quote::retag(sheet, id, tag, &name),
        Command::LinkQuote(id, link, on) => quote::link(sheet, id, link, on),
        Command::AddCardOfQuote(id, cell) => quote::add_card(sheet, id, cell),
        Command::DeleteQuote(id) => quote::delete(sheet, id),
        Command::AddTag(name) => codebook::add_tag(sheet, &name),
        Command::SetTag(id, input) => codebook::set_tag(sheet, id, input),
        Command::MergeTags(from, into) => codebook::merge(sheet, from, into),
        Command::DeleteTag(id) => codebook::delete_tag(sheet, id),
        Command::AddGroup(name) => codebook::add_group(sheet, &name),
        Command::SetGroup(id, field, text) => codebook::set_group(sheet, id, field, text),
        Command::JoinTags(tag, with, name) => codebook::join(sheet, tag, with, &name),
        Command::DeleteGroup(id) => codebook::delete_group(sheet, id),
        Command::AddStatement(claim, interview) => statement::add(sheet, *claim, interview),
        Command::AddOutcomes(id, claims) => statement::add_outcomes(sheet, id, claims),
        Command::SetStatement(id, input) => statement::set(sheet, id, input),
        Command::OpenInitiative(id, name) => statement::open_initiative(sheet, id, name),
        Command::SetAnswers(id, answers) => statement::set_answers(sheet, id, answers),
        Command::DeleteStatement(id) => statement::delete(sheet, id),
    }
}

fn set_head(mut sheet: PlanBuilder, field: HeadField, text: String) -> Result<Plan, Refusal> {
    let (slot, field) = match field {
        HeadField::Title => (&mut sheet.head.title, Field::Name),
        HeadField::About => (&mut sheet.head.about, Field::Subtitle),
    };
    write(slot, text)?;
    Ok(sheet.typed(Key::Head, field))
}

/// A change in the making, over an engagement that stays as it is.
struct PlanBuilder<'a> {
    engagement: &'a Engagement,
    head: Head,
    change: Change,
    /// Records that go: whatever speaks of them lets go of them.
    gone: Vec<Key>,
    /// Records that go and have another in their place.
    replaced: Names,
}

impl<'a> PlanBuilder<'a> {
    fn new(engagement: &'a Engagement) -> Self {
        PlanBuilder {
            engagement,
            head: engagement.head().clone(),
            change: Change::new(),
            gone: Vec::new(),
            replaced: Names::default(),
        }
    }

    /// A new id, of whichever table.
    fn mint(&mut self) -> u32 {
        let id = self.head.next;
        self.head.next += 1;
        id
    }

    fn journey(&self, id: JourneyId) -> Result<&'a Journey, Refusal> {
        self.engagement.journey(id).ok_or(Refusal::Gone(Key::Journey(id)))
    }

    fn stage(&self, id: StageId) -> Result<&'a Stage, Refusal> {
        self.engagement.stage(id).ok_or(Refusal::Gone(Key::Stage(id)))
    }

    fn lane(&self, id: LaneId) -> Result<&'a Lane, Refusal> {
        self.engagement.lane(id).ok_or(Refusal::Gone(Key::Lane(id)))
    }

    fn card(&self, id: CardId) -> Result<&'a Card, Refusal> {
        self.engagement.card(id).ok_or(Refusal::Gone(Key::Card(id)))
    }

    fn put(&mut self, edit: Edit) {
        self.change.push(edit);
    }

    /// Adds a card with its details.
    fn add_card(&mut self, card: Card, details: Details) -> CardId {
        let id = CardId(self.mint());
        self.put(Edit::Card(id, Some(card)));
        if details != Details::default() {
            self.put(Edit::Details(id, Some(details)));
        }
        id
    }

    /// Copies a card with its details.
    fn copy_card(&mut self, id: CardId) -> Result<CardId, Refusal> {
        let card = self.card(id)?.clone();
        Ok(self.add_card(card, self.engagement.details(id).cloned().unwrap_or_default()))
    }

    /// Removes a record. What cannot be without it goes too, such as the details of a card; what only speaks of it stays,
    /// for itself: the initiative that was to remove a friction, the quote that is evidence of it.
    fn drop(&mut self, key: Key) {
        if let Some(mut edit) = self.engagement.edit(key) {
            edit.clear();
            self.put(edit);
            self.gone.push(key);
        }
    }

    /// Lets all records go of those that were dropped.
    fn let_go(&mut self) {
        if self.gone.is_empty() {
            return;
        }
        self.gone.arrange();
        let gone = |key: Key| self.gone.binary_search(&key).is_ok();
        let mut done: Vec<Key> = self.change.iter().map(Edit::key).collect();
        done.arrange();
        for key in self.engagement.needing(&gone).into_iter().filter(|key| done.binary_search(key).is_err()) {
            if let Some(mut edit) = self.engagement.edit(key) {
                edit.rename(&self.replaced);
                edit.release(&gone);
                self.change.push(edit);
            }
        }
    }

    /// The plan of a verb that makes no record.
    fn done(self) -> Plan {
        self.finish(None, None)
    }

    /// The plan of a verb that makes a record.
    fn made(self, key: Key) -> Plan {
        self.finish(Some(key), None)
    }

    /// The plan of a verb that types into a field.
    fn typed(self, key: Key, field: Field) -> Plan {
        self.finish(None, Some(Typing(key, field)))
    }

    fn finish(mut self, made: Option<Key>, typing: Option<Typing>) -> Plan {
        self.let_go();
        evidence::follow(&mut self);
        if self.head != *self.engagement.head() {
            self.change.push(Edit::Head(self.head));
        }
        Plan { change: self.change, made, typing }
    }
}

/// Puts `value` into `slot`, unless it is there already.
fn write<T: PartialEq>(slot: &mut T, value: T) -> Result<(), Refusal> {
    if *slot == value {
        return Err(Refusal::NothingToDo);
    }
    *slot = value;
    Ok(())
}

/// Moves the item `id` of `list` to the place `to`; past the end means last.
fn shift<T: PartialEq + Copy>(list: &mut Vec<T>, id: T, to: usize) -> Result<(), Refusal> {
    let from = list.iter().position(|&other| other == id).ok_or(Refusal::NothingToDo)?;
    let to = to.min(list.len() - 1);
    if from == to {
        return Err(Refusal::NothingToDo);
    }
    let id = list.remove(from);
    list.insert(to, id);
    Ok(())
}

/// The names in their order, each once, without empty ones.
fn each_once(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        let name = name.trim();
        if !name.is_empty() && !kept.iter().any(|known| known == name) {
            kept.push(name.into());
        }
    }
    kept
}
