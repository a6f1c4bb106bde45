//! Two states of an engagement that grew apart, brought together again, record by record and field by field.
//!
//! What only one side changed is taken over. Words that both sides typed into one field are both kept there; the words of a
//! card that both typed go on as two cards, one below the other. What one side deleted and the other went on with stays.

mod numbers;
mod orphans;
mod repair;
mod restore;
mod speakers;

use super::journey::Card;
use super::key::Key;
use super::limits;
pub use super::merging::{BETWEEN, Clash, Merging, Side, texts};
use super::quantity::{CardId, InterviewId};
use super::record::Names;
use super::records::{Edit, Engagement};
pub use numbers::OtherNumber;
pub(crate) use orphans::leaves_orphans;
pub(crate) use repair::repair;

/// What two states come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The state that holds what both sides did.
    pub engagement: Engagement,
    /// What both sides changed, and what became of it.
    pub clashes: Vec<Clash>,
    /// Numbers of the other side in whose place ours stand.
    pub others: Vec<OtherNumber>,
    /// The records of our side that go by other ids now, because the other side had used theirs.
    pub renamed: Names,
}

/// Two states that cannot be brought together without guessing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmergeable;

/// Brings `ours` and `theirs` together; both grew from `base`.
///
/// # Errors
/// [`Unmergeable`] when both sides put a table of accounts of their own in place of the old one, when one side kept tables
/// without a scenario that cannot be those of the other side's, which is locked or has its own, or when the two do not fit
/// together in a way that nobody thought of: both states are to be kept then, each for itself.
pub fn merge(base: &Engagement, ours: &Engagement, theirs: &Engagement) -> Result<Merged, Unmergeable> {
    merge_while_at(None, base, ours, theirs)
}

/// [`merge`] while words are typed on our side into the interview `at`, which are not in it yet: theirs may not have deleted it.
///
/// # Errors
/// As [`merge`].
pub fn merge_while_at(
    at: Option<InterviewId>,
    base: &Engagement,
    ours: &Engagement,
    theirs: &Engagement,
) -> Result<Merged, Unmergeable> {
    if replaces_accounts(base, ours) && replaces_accounts(base, theirs) {
        return Err(Unmergeable);
    }
    let mut ours = ours.clone();
    let mut theirs = theirs.clone();
    let renamed = rename_shared_ids(base, &mut ours, &theirs);
    speakers::separate(base, &ours, &mut theirs);
    let mut to = Merging::keeping_both();
    restore::go_on(base, &ours, &mut theirs, at, &mut to);
    restore::go_on(base, &theirs, &mut ours, None, &mut to);

    let mut keys = ours.differing(&theirs);
    keys.push(Key::Head);
    let mut engagement = theirs.clone();
    for key in keys {
        if let (Some(base), Some(ours), Some(theirs)) = (base.edit(key), ours.edit(key), theirs.edit(key)) {
            to.at(key);
            engagement.put(Edit::merged(&base, &ours, &theirs, &mut to));
        }
    }
    let (mut clashes, split) = to.into_clashes();
    for card in split {
        let text = ours.card(card).map(|card| card.text.clone()).unwrap_or_default();
        clashes.extend(split_card(&mut engagement, card, text));
    }
    let has_scenario = engagement.scenarios().next().is_some();
    if has_scenario && [&ours, &theirs].into_iter().any(|side| counts_accounts_alone(base, side)) {
        // Months go without saying only until there is a scenario, which may go by quarters.
        engagement.head.tables.accounts_period.get_or_insert_default();
    }
    clashes.extend(repair::at_odds(&engagement).into_iter().map(|id| Clash::OursKept(Key::Scenario(id))));
    repair(&mut engagement, &[&theirs, &ours, base]);
    engagement.check().map_err(|_| Unmergeable)?;
    if strands_tables(&engagement) && !strands_tables(base) {
        return Err(Unmergeable);
    }
    // Each of the two may have taken the last room that there was.
    limits::check(&engagement).map_err(|_| Unmergeable)?;
    clashes.retain(|clash| engagement.has(clash.key()));
    let others = numbers::others(&clashes, [base, &theirs, &engagement]);
    Ok(Merged { engagement, clashes, others, renamed })
}

/// Gives `text` a card of its own below `card`.
fn split_card(engagement: &mut Engagement, card: CardId, text: String) -> Option<Clash> {
    let (cell, at) = engagement.place(card)?;
    let copy = CardId(engagement.head.next);
    engagement.head.next += 1;
    let mut stage = engagement.stage(cell.stage)?.clone();
    let mut cards = stage.cards(cell.lane).to_vec();
    cards.insert(at + 1, copy);
    stage.cells.put(cell.lane, Some(cards));
    let details = engagement.details(card).cloned();
    engagement.put(Edit::Stage(cell.stage, Some(stage)));
    engagement.put(Edit::Card(copy, Some(Card { text })));
    engagement.put(Edit::Details(copy, details));
    Some(Clash::Split(card, copy))
}

/// Gives records that both sides made under one id new ids on our side.
fn rename_shared_ids(base: &Engagement, ours: &mut Engagement, theirs: &Engagement) -> Names {
    let mut next = ours.head.next.max(theirs.head.next);
    let mut names = Names::default();
    let taken: Vec<Key> = ours.keys().filter(|key| !base.has(*key) && theirs.has(*key)).collect();
    for key in taken {
        // Details go by the id of their card, a transcript by that of its interview.
        if key.owner().is_none() {
            names.add(key, key.with_number(next));
            next += 1;
        }
    }
    let owned: Vec<(Key, Key)> = names.pairs().filter_map(|(old, new)| Some((old.owned()?, new.owned()?))).collect();
    owned.into_iter().for_each(|(old, new)| names.add(old, new));
    if !names.is_empty() {
        ours.rename(&names);
        ours.head.next = next;
    }
    names
}

/// Whether `state` has other accounts in place of some that were there.
fn replaces_accounts(base: &Engagement, state: &Engagement) -> bool {
    let lacks = base.accounts().any(|(id, _)| state.account(id).is_none());
    lacks && state.accounts().any(|(id, _)| base.account(id).is_none())
}

/// Whether `state` has accounts of its own and no scenario that says what a column of them is.
fn counts_accounts_alone(base: &Engagement, state: &Engagement) -> bool {
    state.scenarios().next().is_none() && state.accounts().any(|(id, _)| base.account(id).is_none())
}

/// Whether tables wait for a first scenario although there is one: nobody would see them.
fn strands_tables(state: &Engagement) -> bool {
    let tables = &state.head().tables;
    state.scenarios().next().is_some() && (tables.cohorts.is_some() || tables.accounts_period.is_some())
}
