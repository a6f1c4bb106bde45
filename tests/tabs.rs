//! Several tabs on one engagement: whatever they do, in whatever order, however late they hear of each other and whenever
//! one of them dies, every text that somebody typed is in some document, or the person was told.

mod acts;
mod faults;

use std::collections::BTreeSet;
use std::rc::Rc;

use acts::{Act, act, command, missed};
use faults::{Fault, Faulty};
use orbita::edit::draft::JourneyDraft;
use orbita::edit::store::{Adopted, Store};
use orbita::edit::{Command, HeadField, plan};
use orbita::model::day::Moment;
use orbita::model::journey::Journey;
use orbita::model::merge::{Clash, merge};
use orbita::model::quantity::CardId;
use orbita::model::scenario::Scenario;
use orbita::model::{Edit, Engagement, Head, Key};
use orbita::storage::replica::{Replica, Seen};
use orbita::storage::{self, MemoryShelf, SaveError, Shelf, envelope, journal};
use proptest::prelude::*;

/// One thing that happens to one of the tabs.
#[derive(Clone, Debug)]
enum Event {
    Act(Act),
    Undo,
    Redo,
    /// The field is left.
    Leave,
    Save,
    /// It saves, and there is no room.
    SaveInVain,
    /// It saves although another tab's save has not reached it yet: browsers share their storage between processes with a
    /// little delay. All tabs hear of it soon.
    SaveBlindly,
    /// A message of another tab arrives, late or early.
    Hear,
    /// The tab dies and is opened again.
    Die,
    /// It dies in the middle of a save, after so many writes.
    DieSaving(u32),
    /// It dies, and the one that opens in its place dies after so many writes of bringing back what was not saved.
    DieRecovering(u32),
    /// It saves, and the browser does not always answer.
    SaveDeaf(u32),
    /// Somebody clears the storage; each tab, this one first, writes back what it has.
    Clear,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        12 => act().prop_map(Event::Act),
        2 => Just(Event::Undo),
        1 => Just(Event::Redo),
        3 => Just(Event::Leave),
        5 => Just(Event::Save),
        1 => Just(Event::SaveInVain),
        1 => Just(Event::SaveBlindly),
        4 => Just(Event::Hear),
        1 => Just(Event::Die),
        1 => (0_u32..8).prop_map(Event::DieSaving),
        1 => (0_u32..8).prop_map(Event::DieRecovering),
        1 => any::<u32>().prop_map(Event::SaveDeaf),
        1 => Just(Event::Clear),
    ]
}

/// All records of an engagement.
fn edits(engagement: &Engagement) -> impl Iterator<Item = Edit> {
    engagement.keys().chain([Key::Head]).filter_map(|key| engagement.edit(key))
}

/// The words in `before` of the records of which a merge told that our own stays, as far as they are values: no others may be gone.
fn told(before: &[Edit], adopted: &[Adopted]) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    // A record goes by another id after the merge that names it so.
    let mut keys: BTreeSet<Key> = BTreeSet::new();
    for adopted in adopted.iter().rev() {
        keys.extend(
            adopted.clashes.iter().filter(|clash| matches!(clash, Clash::OursKept(_))).map(|clash| clash.key()),
        );
        let old = adopted.renamed.pairs().filter(|(_, new)| keys.contains(new)).map(|(old, _)| old);
        keys.extend(old.collect::<Vec<_>>());
    }
    for edit in before.iter().filter(|edit| keys.contains(&edit.key())) {
        let valued = match edit.clone() {
            Edit::Head(head) => Edit::Head(Head { tables: head.tables, ..Head::default() }),
            Edit::Scenario(id, Some(scenario)) => {
                Edit::Scenario(id, Some(Box::new(Scenario { name: String::new(), ..*scenario })))
            }
            // One side named the second curve, the other took it away.
            Edit::Journey(id, Some(journey)) => {
                Edit::Journey(id, Some(Journey { second_curve: journey.second_curve, ..Journey::default() }))
            }
            _ => continue,
        };
        valued.texts(&mut |text| told.extend(text.split_whitespace().filter(|word| is_typed(word)).map(String::from)));
    }
    told
}

/// Every word of every text, to follow them through documents.
fn words(engagement: &Engagement) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    engagement.texts(&mut |text| words.extend(text.split_whitespace().filter(|w| is_typed(w)).map(String::from)));
    words
}

/// How often a word stands in a document.
fn count(engagement: &Engagement, word: &str) -> usize {
    let mut count = 0;
    engagement.texts(&mut |text| count += text.split_whitespace().filter(|one| *one == word).count());
    count
}

/// The words that this test types: told from those that commands bring along.
fn is_typed(word: &str) -> bool {
    word.starts_with('w') && word[1..].parse::<u32>().is_ok()
}

/// The tabs, what they share, and what became of the words.
struct World {
    shelf: Rc<MemoryShelf>,
    tabs: Vec<Replica>,
    clock: f64,
    typed: BTreeSet<String>,
    /// Words that somebody took away or wrote over, and those that a tab told of.
    gone: BTreeSet<String>,
    count: u32,
    /// Every text that was ever on the shelf.
    texts: Vec<String>,
}

impl World {
    fn new(tabs: usize) -> Self {
        let shelf = Rc::new(MemoryShelf::default());
        let mut engagement = Engagement::new();
        for command in
            [Command::SetHead(HeadField::Title, "Shared".into()), Command::AddJourney(Box::new(JourneyDraft::blank(2)))]
        {
            let plan = plan(&engagement, command).expect("possible");
            engagement.swap(plan.change);
        }
        storage::add(&*shelf, "doc", &engagement, "seed", Moment(0)).expect("room");
        let texts = shelf.read(&storage::key("doc")).expect("memory").into_iter().collect();
        let (typed, gone) = (BTreeSet::new(), BTreeSet::new());
        let mut world = World { shelf, tabs: vec![], clock: 0.0, typed, gone, count: 0, texts };
        for _ in 0..tabs {
            let tab = world.open("doc", None);
            world.tabs.push(tab);
        }
        world
    }

    fn fresh(&mut self, kind: &str) -> String {
        self.count += 1;
        format!("{kind}{}", self.count)
    }

    /// Opens an engagement, and brings back what tabs that died had not saved.
    fn open(&mut self, id: &str, fault: Option<Fault>) -> Replica {
        let writer = self.fresh("tab");
        let mut tab = Replica::open(&*self.shelf, id, &writer, |_| true).expect("it is there");
        let alive: Vec<String> = self.tabs.iter().map(|tab| tab.writer().to_owned()).collect();
        let mut left: Vec<Edit> = edits(tab.store.engagement()).collect();
        left.extend(journal::all(&*self.shelf, id).into_iter().filter_map(|found| found.journal).flat_map(|j| j.after));
        let shelf = self.shelf.clone();
        let faulty = fault.map(|fault| Faulty::new(&shelf, fault));
        let shelf = faulty.as_ref().map_or(&*shelf as &dyn Shelf, |faulty| faulty);
        tab.recover(shelf, |writer| alive.iter().any(|tab| tab == writer), Moment(0)).expect("room");
        self.follow_told(&left, &tab.take_adopted(), tab.store.engagement());
        tab
    }

    /// Does something to a tab's document as a person does: words that go with it are gone on purpose.
    fn on_purpose(&mut self, at: usize, act: impl FnOnce(&mut Replica, f64)) {
        let before = self.tabs[at].store.engagement().clone();
        act(&mut self.tabs[at], self.clock);
        let after = self.tabs[at].store.engagement();
        self.typed.extend(words(after).difference(&words(&before)).cloned());
        // Of a word that stands in two places, one tab may take the one away and another tab the other.
        self.gone.extend(words(&before).into_iter().filter(|word| count(after, word) < count(&before, word)));
    }

    /// A value that two tabs set differently is told: the words of the other one may be gone, and no others.
    fn follow_told(&mut self, before: &[Edit], adopted: &[Adopted], now: &Engagement) {
        self.gone.extend(told(before, adopted).difference(&words(now)).cloned());
    }

    /// The records of a tab and of the shelf, before the two are brought together.
    fn records_around(&self, at: usize) -> Vec<Edit> {
        let stored = storage::open(&*self.shelf, self.tabs[at].id()).ok().map(|document| document.engagement);
        [self.tabs[at].store.engagement()].into_iter().chain(&stored).flat_map(edits).collect()
    }

    /// Does something in which a tab may meet the others, and holds that whatever they changed of what it shows is drawn anew.
    fn meet<T>(&mut self, at: usize, act: impl FnOnce(&mut Replica, &MemoryShelf) -> T) -> T {
        let around = self.records_around(at);
        let shown = self.tabs[at].store.engagement().clone();
        let end = act(&mut self.tabs[at], &self.shelf.clone());
        let adopted = self.tabs[at].take_adopted();
        let touched: Vec<Key> = adopted.iter().flat_map(|adopted| adopted.touched.iter().copied()).collect();
        assert_eq!(missed(&shown, self.tabs[at].store.engagement(), &touched), []);
        let now = self.tabs[at].store.engagement().clone();
        self.follow_told(&around, &adopted, &now);
        end
    }

    fn follow_others(&mut self, at: usize) {
        let seen = self.meet(at, |tab, shelf| tab.look(shelf).expect("memory answers"));
        self.settle(at, Some(seen));
        self.journal(at);
    }

    fn save(&mut self, at: usize) {
        let now = Moment(self.clock as i64);
        match self.meet(at, |tab, shelf| tab.save(shelf, now)) {
            Ok(seen) => self.settle(at, Some(seen)),
            Err(SaveError::Conflict) => self.settle(at, None),
            Err(error) => panic!("{error:?}"),
        }
        let text = self.shelf.read(&storage::key(self.tabs[at].id())).expect("memory");
        self.texts.extend(text);
    }

    /// A save for which there is no room: what it has taken in is there all the same.
    fn save_in_vain(&mut self, at: usize) {
        self.shelf.set_room(Some(0));
        let saved = self.meet(at, |tab, shelf| tab.save(shelf, Moment(0)));
        self.shelf.set_room(None);
        if saved == Err(SaveError::Conflict) {
            self.settle(at, None);
        }
    }

    fn die_saving(&mut self, at: usize, writes: u32) {
        let (shelf, was) = (self.shelf.clone(), self.tabs[at].id().to_owned());
        let dying = Faulty::new(&shelf, Fault::Killed(writes));
        if self.meet(at, |tab, _| tab.save(&dying, Moment(0))) == Err(SaveError::Conflict) {
            let id = self.fresh("copy");
            self.tabs[at].separate(id);
            self.tabs[at].save(&dying, Moment(0)).expect("nobody has this id");
        }
        let is_there = storage::open(&*shelf, self.tabs[at].id()).is_ok();
        let id = if is_there { self.tabs[at].id().to_owned() } else { was };
        self.texts.extend(shelf.read(&storage::key(&id)).expect("memory"));
        self.die(at, &id, None);
    }

    /// A tab dies, and another is opened in its place.
    fn die(&mut self, at: usize, id: &str, fault: Option<Fault>) {
        self.tabs.remove(at);
        let tab = self.open(id, fault);
        self.tabs.insert(at, tab);
    }

    fn save_deaf(&mut self, at: usize, seed: u32) {
        let shelf = self.shelf.clone();
        let deaf = Faulty::new(&shelf, Fault::Deaf(seed));
        match self.meet(at, |tab, _| tab.save(&deaf, Moment(0))) {
            Err(SaveError::Conflict) => self.settle(at, None),
            saved => self.settle(at, Some(saved.unwrap_or(Seen::Same))),
        }
        self.texts.extend(shelf.read(&storage::key(self.tabs[at].id())).expect("memory"));
        self.journal(at);
    }

    fn clear(&mut self, first: usize) {
        let held: BTreeSet<String> = self.tabs.iter().flat_map(|tab| words(tab.store.engagement())).collect();
        self.gone.extend(self.typed.difference(&held).cloned());
        for key in self.shelf.keys().expect("memory") {
            self.shelf.remove(&key).expect("memory");
        }
        (0..self.tabs.len()).for_each(|at| self.save((first + at) % self.tabs.len()));
    }

    fn save_blindly(&mut self, at: usize) {
        let key = storage::key(self.tabs[at].id());
        let known = self.tabs[at].known().cloned();
        let stale = self.texts.iter().rev().find(|text| envelope::read(text).ok().map(|there| there.stamp) == known);
        if let Some(stale) = stale {
            self.shelf.write(&key, stale).expect("room");
            self.save(at);
            (0..self.tabs.len()).for_each(|tab| self.follow_others(tab));
        }
    }

    fn settle(&mut self, at: usize, seen: Option<Seen>) {
        match seen {
            Some(Seen::Adopted | Seen::Same | Seen::Gone) => (),
            Some(Seen::Newer(version)) => panic!("version {version}"),
            Some(Seen::Foreign) | None => {
                let id = self.fresh("copy");
                self.tabs[at].separate(id);
                self.tabs[at].save(&*self.shelf, Moment(0)).expect("nobody has this id");
            }
        }
    }

    fn journal(&mut self, at: usize) {
        match self.tabs[at].journal() {
            Some(journal) if journal.is_small() => {
                journal.keep(&*self.shelf, self.tabs[at].id(), self.tabs[at].writer()).expect("room");
            }
            Some(_) => self.save(at),
            None => journal::clear(&*self.shelf, self.tabs[at].id(), self.tabs[at].writer()),
        }
    }

    fn happen(&mut self, at: usize, event: Event) {
        match event {
            Event::Act(act) => {
                self.clock += f64::from(act.pause);
                let text = format!("{} {}", self.fresh("w"), self.fresh("w"));
                let command = command(self.tabs[at].store.engagement(), &Act { text, ..act.clone() });
                if let Some(command) = command {
                    self.on_purpose(at, |tab, now| _ = tab.store.dispatch(command, now));
                }
                if act.seals {
                    self.tabs[at].store.seal();
                }
                self.journal(at);
            }
            Event::Undo => {
                self.on_purpose(at, |tab, _| _ = tab.store.undo());
                self.journal(at);
            }
            Event::Redo => {
                self.on_purpose(at, |tab, _| _ = tab.store.redo());
                self.journal(at);
            }
            Event::Leave => self.tabs[at].store.seal(),
            Event::Save => self.save(at),
            Event::SaveInVain => self.save_in_vain(at),
            Event::SaveBlindly => self.save_blindly(at),
            Event::Hear => self.follow_others(at),
            Event::Die => {
                let id = self.tabs[at].id().to_owned();
                self.die(at, &id, None);
            }
            Event::DieSaving(writes) => self.die_saving(at, writes),
            Event::DieRecovering(writes) => {
                let id = self.tabs[at].id().to_owned();
                self.die(at, &id, Some(Fault::Killed(writes)));
                self.die(at, &id, None);
            }
            Event::SaveDeaf(seed) => self.save_deaf(at, seed),
            Event::Clear => self.clear(at),
        }
        assert_eq!(self.tabs[at].store.engagement().check(), Ok(()));
    }

    /// All tabs save until nobody has anything to say.
    fn rest(&mut self) {
        for _ in 0..4 {
            for at in 0..self.tabs.len() {
                self.tabs[at].store.seal();
                self.save(at);
            }
        }
    }
}

fn run(tabs: usize, events: Vec<(usize, Event)>) -> Result<(), TestCaseError> {
    let mut world = World::new(tabs);
    for (at, event) in events {
        world.happen(at % tabs, event);
    }
    world.rest();
    for tab in &world.tabs {
        prop_assert!(tab.is_saved(&*world.shelf));
        let stored = storage::open(&*world.shelf, tab.id()).expect("saved").engagement;
        let differs = |key: &Key| stored.edit(*key).is_none_or(|edit| !tab.store.engagement().holds(&edit));
        let shown: Vec<Key> = stored.differing(tab.store.engagement()).into_iter().filter(differs).collect();
        prop_assert_eq!(shown, [], "what is shown is what is stored");
    }
    let mut kept = BTreeSet::new();
    for found in storage::list(&*world.shelf).expect("memory").found {
        kept.extend(words(&storage::open(&*world.shelf, &found.id).expect("listed").engagement));
    }
    let lost: Vec<_> = world.typed.iter().filter(|word| !world.gone.contains(*word) && !kept.contains(*word)).collect();
    prop_assert!(lost.is_empty(), "typed and nowhere: {:?}", lost);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn two_tabs_lose_nothing(events in prop::collection::vec((0_usize..2, event()), 1..60)) {
        run(2, events)?;
    }

    #[test]
    fn three_tabs_lose_nothing(events in prop::collection::vec((0_usize..3, event()), 1..60)) {
        run(3, events)?;
    }

    #[test]
    fn a_journal_of_another_document_breaks_nothing_and_takes_no_words_away(
        first in acts::acts(), second in acts::acts(), more in acts::acts(), left_out in any::<u32>()
    ) {
        let shelf = MemoryShelf::default();
        let here = with_words(after(Engagement::new(), &first), "w1");
        storage::add(&shelf, "doc", &with_words(after(Engagement::new(), &second), "w2"), "seed", Moment(0)).expect("room");
        let mut other = Replica::open(&shelf, "doc", "gone", |_| true).expect("there");
        for act in &more {
            if let Some(command) = command(other.store.engagement(), act) {
                _ = other.store.dispatch(command, 0.0);
            }
        }
        if let Some(mut journal) = other.journal() {
            let is_left_out = |at: usize| left_out >> (at % 32) & 1 == 1;
            let mut at = 0;
            for part in [&mut journal.before, &mut journal.after, &mut journal.around] {
                part.retain(|_| { at += 1; left_out.is_multiple_of(2) || !is_left_out(at) });
            }
            shelf.remove(&storage::key("doc")).expect("memory");
            storage::add(&shelf, "doc", &here, "seed", Moment(0)).expect("room");
            journal.keep(&shelf, "doc", "gone").expect("room");
            let mut tab = Replica::open(&shelf, "doc", "tab", |_| true).expect("there");
            tab.recover(&shelf, |_| false, Moment(1)).expect("room");
            prop_assert_eq!(tab.store.engagement().check(), Ok(()));
            prop_assert!(storage::open(&shelf, "doc").is_ok());
            let told = told(&edits(&here).collect::<Vec<_>>(), &tab.take_adopted());
            let mut lost = words(&here);
            lost.retain(|word| !told.contains(word) && !words(tab.store.engagement()).contains(word));
            prop_assert!(lost.is_empty(), "{:?}", lost);
        }
    }

    #[test]
    fn undo_and_redo_take_no_words_of_the_other_tab_away(
        first in acts::acts(), ours in acts::acts(), theirs in acts::acts(), turns in prop::collection::vec(0_u8..5, 0..90)
    ) {
        let base = after(Engagement::new(), &first);
        let [mut ours, theirs] = [(1000, ours), (2000, theirs)].map(|(from, acts)| {
            let mut store = Store::new(base.clone(), None, false);
            for (at, act) in acts.iter().enumerate() {
                let act = Act { text: format!("w{} w{}", from + at, from + at), ..act.clone() };
                if let Some(command) = command(store.engagement(), &act) {
                    _ = store.dispatch(command, at as f64 * 100.0);
                }
                if act.seals { store.seal(); }
            }
            store
        });
        let theirs = theirs.engagement().clone();
        let Ok(adopted) = ours.adopt(&base, &theirs, &theirs) else { return Ok(()) };
        let told = told(&edits(&theirs).collect::<Vec<_>>(), &[adopted]);
        // All scenarios have one currency: it is a value, and no words.
        let currencies: Vec<String> = theirs.scenarios().map(|(_, one)| one.currency.clone()).collect();
        let mut typed: BTreeSet<String> = words(&theirs).difference(&words(&base)).cloned().collect();
        typed.retain(|word| !told.contains(word) && currencies.iter().all(|one| !one.contains(word)));
        // To and fro for a while, then all the way back.
        let mut turns = turns.into_iter();
        loop {
            let turn = match turns.next() {
                Some(turn) => turn < 3,
                None if ours.undoable() > 0 => true,
                None => break,
            };
            let shown = ours.engagement().clone();
            let turned = if turn { ours.undo() } else { ours.redo() };
            prop_assert_eq!(ours.engagement().check(), Ok(()));
            let touched = turned.map(|turned| turned.touched).unwrap_or_default();
            prop_assert_eq!(missed(&shown, ours.engagement(), &touched), []);
            let lost: Vec<String> = typed.difference(&words(ours.engagement())).cloned().collect();
            prop_assert!(lost.is_empty(), "{:?} by {:?}", lost, turn);
        }
    }

    #[test]
    fn a_side_that_did_nothing_takes_over_the_other(first in acts::acts(), second in acts::acts()) {
        let base = after(Engagement::new(), &first);
        let other = after(base.clone(), &second);
        prop_assert_eq!(merge(&base, &base, &other).map(|merged| merged.engagement), Ok(other.clone()));
        prop_assert_eq!(merge(&base, &other, &base).map(|merged| merged.engagement), Ok(other));
    }

    #[test]
    fn two_sides_come_to_one_that_holds_together(first in acts::acts(), ours in acts::acts(), theirs in acts::acts()) {
        let base = after(Engagement::new(), &first);
        let (ours, theirs) = (after(base.clone(), &ours), after(base.clone(), &theirs));
        if let Ok(merged) = merge(&base, &ours, &theirs) {
            prop_assert_eq!(merged.engagement.check(), Ok(()));
            for clash in &merged.clashes {
                prop_assert!(clash.key() == Key::Head || merged.engagement.has(clash.key()), "{clash:?}");
            }
        }
    }
}

/// An engagement with a word in each card and in its head.
fn with_words(mut engagement: Engagement, word: &str) -> Engagement {
    let cards: Vec<CardId> = engagement
        .journeys()
        .flat_map(|(_, one)| one.stages.clone())
        .flat_map(|stage| engagement.stage(stage).expect("listed").all_cards().collect::<Vec<_>>())
        .collect();
    let texts = cards.into_iter().map(|card| Command::SetCardText(card, format!("{word}{}", card.0)));
    for command in texts.chain([Command::SetHead(HeadField::About, format!("{word}0"))]) {
        let plan = plan(&engagement, command).expect("possible");
        engagement.swap(plan.change);
    }
    engagement
}

/// An engagement after some acts.
fn after(mut engagement: Engagement, acts: &[Act]) -> Engagement {
    for act in acts {
        if let Some(plan) = command(&engagement, act).and_then(|command| plan(&engagement, command).ok()) {
            engagement.swap(plan.change);
        }
    }
    engagement
}
