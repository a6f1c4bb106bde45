//! Interviews in a project: what a key press touches, what becomes of quotes when either end goes, and what is read from all.

use orbita::edit::draft::JourneyDraft;
use orbita::edit::store::Store;
use orbita::edit::{Command, Detail, InterviewInput, QuoteInput, Refusal, StatementInput, TagInput};
use orbita::insight::interviews::{People, backing, counts, forces, joins, outcomes, overview, quotes, speech};
use orbita::insight::ranking::{by_weight, ranking};
use orbita::interviews::counts::HighlightCount;
use orbita::interviews::entry;
use orbita::interviews::forces::By;
use orbita::interviews::kinds::{Force, Language, Phase};
use orbita::interviews::opportunity::Band;
use orbita::interviews::phrases::Length;
use orbita::interviews::questions::Topic;
use orbita::interviews::record::{Claim, Direction, Head, Question};
use orbita::interviews::text::{HighlightId, Paragraph};
use orbita::model::amount::Amount;
use orbita::model::interview::Link;
use orbita::model::journey::Evidence;
use orbita::model::limits::PARAGRAPH_LETTERS;
use orbita::model::merge::{Clash, merge};
use orbita::model::quantity::{AccountId, CardId, Grade, InterviewId, ParagraphId, StatementId};
use orbita::model::scenario::Account;
use orbita::model::statement::Answer;
use orbita::model::{Cell, Engagement, Key};

struct Desk {
    store: Store,
    interview: InterviewId,
}

impl Desk {
    /// A project with a map and an interview of these paragraphs.
    fn with(said: &[&str]) -> Self {
        let mut desk = Desk { store: Store::new(Engagement::new(), None, false), interview: InterviewId(0) };
        desk.act(Command::AddJourney(Box::new(JourneyDraft::blank(1))));
        desk.interview = desk.add_interview("Anna", "Rosewood");
        desk.say(said);
        desk
    }

    fn act(&mut self, command: Command) -> Option<Key> {
        let made = self.store.dispatch(command, 0.0).expect("possible").made;
        self.store.seal();
        assert_eq!(self.store.engagement().check(), Ok(()));
        made
    }

    fn add_interview(&mut self, person: &str, account: &str) -> InterviewId {
        let head = Head { person: person.into(), account: account.into(), ..Head::default() };
        match self.act(Command::AddInterview(Box::new(head))) {
            Some(Key::Interview(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    fn say(&mut self, said: &[&str]) {
        if !said.is_empty() {
            let paragraphs = said.iter().map(|text| Paragraph::of(text)).collect();
            self.act(Command::AddTranscript {
                interview: self.interview,
                speakers: vec![],
                paragraphs,
                interviewer: None,
                on: None,
            });
        }
    }

    fn note(&mut self, line: &str) {
        let note = entry::parse(line);
        self.act(Command::AddNote { interview: self.interview, note, at: None, phase: None, speaker: None });
    }

    fn paragraphs(&self) -> Vec<ParagraphId> {
        self.store.engagement().paragraphs_of(self.interview).to_vec()
    }

    fn texts(&self) -> Vec<String> {
        let text = |id| self.store.engagement().paragraph(id).expect("listed").text.clone();
        self.paragraphs().into_iter().map(text).collect()
    }

    fn quote(&mut self, from: (usize, u32), to: (usize, u32)) -> HighlightId {
        let at = self.paragraphs();
        let command = Command::AddQuote { from: (at[from.0], from.1), to: (at[to.0], to.1), tag: None };
        match self.act(command) {
            Some(Key::Quote(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    fn words(&self, quote: HighlightId) -> String {
        quotes::words(self.store.engagement()).remove(&quote).expect("a quote").text
    }

    fn card(&mut self, lane: usize) -> CardId {
        let (_, journey) = self.store.engagement().journeys().next().expect("a map");
        let cell = Cell { stage: journey.stages[0], lane: journey.lanes[lane] };
        match self.act(Command::AddCard { cell, at: 0, text: "The report takes hours".into() }) {
            Some(Key::Card(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    fn statement(&mut self, claim: Claim) -> StatementId {
        match self.act(Command::AddStatement(Box::new(claim), None)) {
            Some(Key::Statement(id)) => id,
            other => panic!("{other:?}"),
        }
    }
}

fn outcome(measure: &str) -> Claim {
    let (object, context) = ("the report".into(), String::new());
    Claim::Outcome { direction: Direction::Minimise, measure: measure.into(), object, context }
}

#[test]
fn a_letter_touches_its_paragraph_alone() {
    let long: Vec<String> = (0..3000).map(|at| format!("Paragraph {at} of a long interview.")).collect();
    let mut desk = Desk::with(&long.iter().map(String::as_str).collect::<Vec<_>>());
    let at = desk.paragraphs()[1500];
    let command = Command::EditText { from: (at, 9), to: (at, 9), text: "s".into() };
    assert_eq!(desk.store.dispatch(command, 0.0).expect("possible").touched, [Key::Paragraph(at)]);
    assert_eq!(desk.texts()[1500], "Paragraphs 1500 of a long interview.");
    assert_eq!(desk.store.undoable(), 4, "the typed letter is a step beside map, interview and text");
}

#[test]
fn a_long_speech_comes_in_in_pieces_that_hold_all_its_words() {
    let speech = "One more sentence that somebody said. ".repeat(900);
    let desk = Desk::with(&[speech.trim_end(), "short"]);
    let texts = desk.texts();
    assert!(texts.len() > 8 && texts.iter().all(|text| text.chars().count() <= PARAGRAPH_LETTERS));
    assert!(texts.iter().all(|text| text.ends_with("said.") || text == "short"), "parted between sentences");
    assert_eq!(texts.join(" "), format!("{speech}short"));
    let unbroken = "字".repeat(PARAGRAPH_LETTERS * 2 + 1);
    assert_eq!(Desk::with(&[&unbroken]).texts().concat(), unbroken);
}

#[test]
fn enter_parts_a_paragraph_and_rubbing_out_joins_it_with_its_quote() {
    let mut desk = Desk::with(&["We had nothing to show"]);
    let quote = desk.quote((0, 3), (0, 14));
    let at = desk.paragraphs()[0];
    desk.act(Command::EditText { from: (at, 6), to: (at, 7), text: "\n".into() });
    assert_eq!(desk.texts(), ["We had", "nothing to show"]);
    assert_eq!(desk.words(quote), "had\nnothing");
    let second = desk.paragraphs()[1];
    desk.act(Command::EditText { from: (at, 6), to: (second, 0), text: " ".into() });
    assert_eq!((desk.texts(), desk.words(quote)), (vec!["We had nothing to show".to_owned()], "had nothing".into()));
}

#[test]
fn a_quote_without_words_is_kept_as_lost_and_can_be_placed_again() {
    let mut desk = Desk::with(&["First line", "Second line", "Third line"]);
    let quote = desk.quote((0, 6), (2, 5));
    for _ in 0..2 {
        let second = desk.paragraphs()[1];
        desk.act(Command::DeleteParagraph(second));
    }
    assert_eq!(desk.words(quote), "line");
    let only = desk.paragraphs()[0];
    desk.act(Command::DeleteParagraph(only));
    assert_eq!((desk.paragraphs(), desk.words(quote)), (vec![], "line".to_owned()));
    desk.say(&["Another line"]);
    let at = desk.paragraphs()[0];
    desk.act(Command::MoveQuote { quote, from: (at, 0), to: (at, 7) });
    assert_eq!(desk.words(quote), "Another");
    assert_eq!(desk.store.engagement().quote(quote).and_then(|quote| quote.mark.lost.clone()), None);
}

#[test]
fn a_quote_over_paragraphs_is_lost_with_the_last_of_its_words() {
    let mut desk = Desk::with(&["… one", "two …"]);
    let quote = desk.quote((0, 0), (1, 5));
    let at = desk.paragraphs();
    desk.act(Command::EditText { from: (at[0], 2), to: (at[0], 5), text: String::new() });
    assert_eq!(desk.words(quote), "… \ntwo …", "words are left in the other paragraph");
    desk.act(Command::EditText { from: (at[1], 0), to: (at[1], 3), text: String::new() });
    assert_eq!(desk.store.engagement().quote(quote).expect("kept").mark.lost.as_deref(), Some("… \ntwo …"));
}

#[test]
fn a_quote_that_is_rubbed_out_letter_by_letter_keeps_its_words() {
    let text = "We waited forever for the report";
    for (deletes_forwards, pause) in [(false, 0.0), (true, 0.0), (false, 60_000.0)] {
        let mut desk = Desk::with(&[text]);
        let quote = desk.quote((0, 10), (0, 17));
        desk.store.seal();
        let at = desk.paragraphs()[0];
        for letter in 0..7 {
            let (from, to) = if deletes_forwards { (10, 11) } else { (16 - letter, 17 - letter) };
            let command = Command::EditText { from: (at, from), to: (at, to), text: String::new() };
            desk.store.dispatch(command, f64::from(letter) * pause).expect("possible");
        }
        assert_eq!(desk.texts()[0], "We waited  for the report");
        let lost = |desk: &Desk| desk.store.engagement().quote(quote).and_then(|quote| quote.mark.lost.clone());
        assert_eq!(lost(&desk).as_deref(), Some("forever"));
        desk.store.seal();
        // What was lost in a step comes back with it, and goes again with its words.
        while desk.texts()[0] != text {
            desk.store.undo().expect("a step");
        }
        assert_eq!((lost(&desk), desk.words(quote).as_str()), (None, "forever"));
        while desk.texts()[0] != "We waited  for the report" {
            desk.store.redo().expect("a step");
        }
        assert_eq!(lost(&desk).as_deref(), Some("forever"));
        assert_eq!(desk.store.engagement().check(), Ok(()));
    }
}

#[test]
fn deleting_a_card_leaves_its_quote_and_one_undo_joins_them_again() {
    let mut desk = Desk::with(&["The report takes me four days"]);
    let quote = desk.quote((0, 0), (0, 10));
    let (one, two) = (desk.card(4), desk.card(4));
    for card in [one, two] {
        desk.act(Command::LinkQuote(quote, Link::Card(card), true));
    }
    let evidence = desk.store.engagement().details(one).map(|details| details.evidence);
    assert_eq!(evidence, Some(Evidence::Observed), "somebody said so");
    let joined = desk.store.engagement().clone();
    desk.act(Command::DeleteCards(vec![one, two]));
    let left = desk.store.engagement().quote(quote).expect("the quote stays");
    assert_eq!(left.links, []);
    assert_eq!(desk.words(quote), "The report");
    desk.store.undo().expect("a step");
    assert!(joined.differing(desk.store.engagement()).iter().all(|key| *key == Key::Head), "as it was");
    desk.act(Command::DeleteQuote(quote));
    assert!(desk.store.engagement().card(one).is_some(), "nor does a quote take its card along");
}

#[test]
fn the_mark_of_evidence_follows_the_quotes() {
    let mut desk = Desk::with(&["The report takes me four days", "It takes days"]);
    let (first, second) = (desk.quote((0, 0), (0, 10)), desk.quote((1, 0), (1, 8)));
    let (card, counted) = (desk.card(4), desk.card(4));
    let mark =
        |desk: &Desk, card| desk.store.engagement().details(card).map_or(Evidence::Assumed, |details| details.evidence);
    desk.act(Command::SetDetail(counted, Detail::Evidence(Evidence::Measured)));
    let join = |desk: &mut Desk, on| {
        for card in [card, counted] {
            desk.act(Command::LinkQuote(first, Link::Card(card), on));
        }
    };
    join(&mut desk, true);
    desk.act(Command::LinkQuote(second, Link::Card(card), true));
    assert_eq!((mark(&desk, card), mark(&desk, counted)), (Evidence::Observed, Evidence::Measured));
    join(&mut desk, false);
    assert_eq!(mark(&desk, card), Evidence::Observed, "another quote says so still");
    assert_eq!(mark(&desk, counted), Evidence::Measured, "a measurement stands without quotes");
    desk.act(Command::DeleteQuote(second));
    assert_eq!(mark(&desk, card), Evidence::Assumed, "nobody says so any more");
    assert_eq!(desk.store.engagement().details(card), None, "nothing else was known of it");
    desk.store.undo().expect("a step");
    assert_eq!(mark(&desk, card), Evidence::Observed);
    let interview = desk.store.engagement().interviews().next().expect("the interview").0;
    desk.act(Command::DeleteInterview(interview));
    assert_eq!(mark(&desk, card), Evidence::Assumed, "its interview took the last quote along");
}

#[test]
fn a_card_that_stays_against_another_tab_keeps_its_quotes() {
    let mut desk = Desk::with(&["The report takes me four days"]);
    let (evidence, doubtful) = (desk.quote((0, 0), (0, 10)), desk.quote((0, 11), (0, 19)));
    let (card, other_card) = (desk.card(4), desk.card(4));
    for quote in [evidence, doubtful] {
        for card in [card, other_card] {
            desk.act(Command::LinkQuote(quote, Link::Card(card), true));
        }
    }
    let base = desk.store.engagement().clone();
    let mut there = Store::new(base.clone(), None, false);
    there.dispatch(Command::SetQuote(evidence, QuoteInput::Memo("Asked twice".into())), 0.0).expect("possible");
    there.dispatch(Command::DeleteCards(vec![card, other_card]), 0.0).expect("possible");
    desk.act(Command::SetCardText(card, "Four days a month".into()));
    desk.act(Command::LinkQuote(doubtful, Link::Card(card), false));
    for (ours, theirs) in [(desk.store.engagement(), there.engagement()), (there.engagement(), desk.store.engagement())]
    {
        let merged = merge(&base, ours, theirs).expect("mergeable").engagement;
        assert_eq!(merged.card(card).expect("it stays").text, "Four days a month");
        assert_eq!(merged.card(other_card), None);
        let quote = |id| merged.quote(id).expect("it stays");
        assert_eq!(quote(evidence).links, [Link::Card(card)], "what spoke of the card speaks of it again");
        assert_eq!(quote(evidence).mark.memo, "Asked twice");
        assert_eq!(quote(doubtful).links, [], "what was parted by hand stays so");
    }
}

#[test]
fn deleting_an_interview_leaves_what_was_drawn_from_it() {
    let mut desk = Desk::with(&["The report takes me four days"]);
    let quote = desk.quote((0, 0), (0, 10));
    let statement = desk.statement(outcome("the time"));
    desk.act(Command::SetStatement(statement, StatementInput::Quotes(vec![quote])));
    let answer = Answer { interview: Some(desk.interview), importance: Grade::try_from(5).ok(), ..Answer::default() };
    desk.act(Command::SetAnswers(statement, vec![answer]));
    assert_eq!(outcomes::statement(desk.store.engagement(), statement).expect("there").quotes.len(), 1);
    desk.act(Command::DeleteInterview(desk.interview));
    let engagement = desk.store.engagement();
    assert_eq!((engagement.paragraphs().count(), engagement.quotes().count()), (0, 0));
    assert!(outcomes::statement(engagement, statement).expect("there").quotes.is_empty());
    let given = &engagement.answers(statement).expect("there").given;
    assert_eq!((given.len(), given[0].interview), (1, None));
}

#[test]
fn new_accounts_in_place_of_old_ones_keep_what_speaks_of_them() {
    let mut desk = Desk::with(&[]);
    let account = |name: &str| Account { name: name.into(), revenue: vec![Amount::new(5.0).expect("finite")] };
    let ids = |desk: &Desk| desk.store.engagement().accounts().map(|(id, _)| id).collect::<Vec<AccountId>>();
    desk.act(Command::SetAccounts(vec![account("Rosewood"), account("Elm")], None, Vec::new()));
    let interview = desk.interview;
    desk.act(Command::SetInterview(interview, InterviewInput::Client(Some(ids(&desk)[0]))));
    desk.act(Command::SetAccounts(vec![account("Oak"), account("Rosewood")], None, Vec::new()));
    let client = |desk: &Desk| desk.store.engagement().interview(interview).expect("there").client;
    assert_eq!(client(&desk), Some(ids(&desk)[1]));
    desk.act(Command::SetAccounts(vec![account("Oak")], None, Vec::new()));
    assert_eq!(client(&desk), None);
}

#[test]
fn tags_are_made_as_they_are_typed_and_merged_everywhere() {
    let mut desk = Desk::with(&[]);
    desk.note("> \"Nothing to show\" #Board #report");
    desk.note("again #board");
    let tags: Vec<_> = desk.store.engagement().tags().map(|(id, tag)| (id, tag.name.clone())).collect();
    assert_eq!(tags.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Board", "report"]);
    let taken = desk.store.dispatch(Command::AddTag(" REPORT ".into()), 0.0);
    assert_eq!(taken, Err(Refusal::NameTaken(tags[1].0)));
    desk.act(Command::MergeTags(tags[0].0, tags[1].0));
    assert_eq!(quotes::matrix(desk.store.engagement()).counts, [vec![2]]);
    desk.act(Command::DeleteTag(tags[1].0));
    assert_eq!(quotes::uses(desk.store.engagement()), []);
    assert_eq!(desk.store.engagement().quotes().count(), 2, "the quotes stay");
}

#[test]
fn two_tabs_in_one_paragraph_keep_both_quotes() {
    let mut desk = Desk::with(&["Nothing to show the board"]);
    let base = desk.store.engagement().clone();
    let mut other = Desk { store: Store::new(base.clone(), None, false), interview: desk.interview };
    let ours = desk.quote((0, 0), (0, 7));
    other.quote((0, 16), (0, 25));
    let at = other.paragraphs()[0];
    other.act(Command::EditText { from: (at, 0), to: (at, 0), text: "We had ".into() });
    let merged = merge(&base, desk.store.engagement(), other.store.engagement()).expect("mergeable");
    let ours = merged.renamed.pairs().find(|(old, _)| *old == Key::Quote(ours)).map_or(Key::Quote(ours), |pair| pair.1);
    let said: Vec<_> =
        quotes::words(&merged.engagement).into_iter().map(|(id, words)| (Key::Quote(id), words.text)).collect();
    assert_eq!(said.len(), 2);
    assert!(said.contains(&(ours, "Nothing".into())));
    assert!(said.iter().any(|(_, words)| words == "the board"));
}

#[test]
fn an_interview_that_somebody_types_into_is_not_deleted_under_their_hands() {
    let desk = Desk::with(&["Nothing to show the board"]);
    let base = desk.store.engagement().clone();
    for is_at in [false, true] {
        let (mut here, mut there) = (Store::new(base.clone(), None, false), Store::new(base.clone(), None, false));
        here.set_at(is_at.then_some(desk.interview));
        there.dispatch(Command::DeleteInterview(desk.interview), 0.0).expect("possible");
        let adopted = here.adopt(&base, there.engagement(), there.engagement()).expect("one work");
        assert_eq!(here.engagement().interview(desk.interview).is_some(), is_at);
        assert_eq!(here.engagement().paragraphs_of(desk.interview).len(), usize::from(is_at));
        let told = adopted.clashes.contains(&Clash::Restored(Key::Interview(desk.interview)));
        assert_eq!(told, is_at, "what was kept against the other tab is told");
        assert_eq!(here.engagement().check(), Ok(()));
    }
}

#[test]
fn two_tabs_that_name_a_speaker_each_have_two() {
    let mut desk = Desk::with(&[]);
    let say = |desk: &mut Desk, speakers: &[&str], text: &str| {
        let paragraphs = (0..speakers.len() as u16).map(|at| Paragraph { speaker: Some(at), ..Paragraph::of(text) });
        desk.act(Command::AddTranscript {
            interview: desk.interview,
            speakers: speakers.iter().map(|name| (*name).to_owned()).collect(),
            interviewer: None,
            on: None,
            paragraphs: paragraphs.collect(),
        });
    };
    say(&mut desk, &["Anna"], "first");
    let base = desk.store.engagement().clone();
    let mut other = Desk { store: Store::new(base.clone(), None, false), interview: desk.interview };
    say(&mut desk, &["Boris", "Clara"], "ours");
    say(&mut other, &["Clara", "Anna", "Dan"], "theirs");
    let merged = merge(&base, desk.store.engagement(), other.store.engagement()).expect("mergeable").engagement;
    let speakers = &merged.interview(desk.interview).expect("there").head.speakers;
    assert_eq!(*speakers, ["Anna", "Boris", "Clara", "Dan"]);
    let mut said: Vec<String> = merged
        .paragraphs_of(desk.interview)
        .iter()
        .filter_map(|id| merged.paragraph(*id))
        .map(|one| format!("{}: {}", speakers[usize::from(one.speaker.expect("named"))], one.text))
        .collect();
    said.sort();
    assert_eq!(said, ["Anna: first", "Anna: theirs", "Boris: ours", "Clara: ours", "Clara: theirs", "Dan: theirs"]);
}

#[test]
fn a_tag_that_two_tabs_make_is_one() {
    let mut desk = Desk::with(&[]);
    let base = desk.store.engagement().clone();
    let mut other = Desk { store: Store::new(base.clone(), None, false), interview: desk.interview };
    desk.note("> too dear #price #board");
    other.note("> cheap #Price");
    for (desk, about) in [(&mut desk, "What it costs"), (&mut other, "A discount counts, too")] {
        let price = desk.store.engagement().codebook().find("price").expect("a tag");
        desk.act(Command::SetTag(price, TagInput::About(about.into())));
    }
    let merged = merge(&base, desk.store.engagement(), other.store.engagement()).expect("mergeable").engagement;
    assert_eq!(merged.check(), Ok(()));
    let mut names: Vec<String> = merged.tags().map(|(_, tag)| tag.name.to_lowercase()).collect();
    names.sort();
    assert_eq!(names, ["board", "price"]);
    let price = merged.codebook().find("price").expect("a tag");
    assert_eq!(merged.quotes().filter(|(_, quote)| quote.mark.tags.contains(&price)).count(), 2);
    // What either says of it is lost no more than its quotes.
    let about = &merged.tag(price).expect("a tag").about;
    assert!(["What it costs", "A discount counts, too"].iter().all(|said| about.contains(said)), "{about}");
}

#[test]
fn what_one_tab_typed_brings_back_the_interview_that_another_deleted() {
    let mut desk = Desk::with(&["One", "Two"]);
    let base = desk.store.engagement().clone();
    let mut other = Desk { store: Store::new(base.clone(), None, false), interview: desk.interview };
    other.act(Command::DeleteInterview(desk.interview));
    let at = desk.paragraphs()[1];
    desk.act(Command::EditText { from: (at, 3), to: (at, 3), text: "!".into() });
    let merged = merge(&base, desk.store.engagement(), other.store.engagement()).expect("mergeable").engagement;
    let text = |id: &ParagraphId| merged.paragraph(*id).expect("listed").text.clone();
    assert_eq!(merged.paragraphs_of(desk.interview).iter().map(text).collect::<Vec<_>>(), ["One", "Two!"]);
}

#[test]
fn forces_and_backing_count_people_and_revenue_once() {
    let mut desk = Desk::with(&[]);
    let account =
        Account { name: "rosewood".into(), revenue: [3.0, 7.0].map(|n| Amount::new(n).expect("finite")).into() };
    desk.act(Command::SetAccounts(vec![account], None, Vec::new()));
    desk.note("> nothing to show");
    desk.note("\">still nothing");
    desk.note("= the old table");
    let first: Vec<HighlightId> = desk.store.engagement().quotes().map(|(id, _)| id).collect();
    desk.interview = desk.add_interview("Boris", "Unheard of");
    desk.note("> the same here");
    let card = desk.card(4);
    let quotes: Vec<HighlightId> = desk.store.engagement().quotes().map(|(id, _)| id).collect();
    for quote in &quotes {
        desk.act(Command::LinkQuote(*quote, Link::Card(card), true));
    }
    let engagement = desk.store.engagement();
    let people = People::of(engagement);
    let push = forces::forces(engagement, &people, None).weight(Force::Push);
    assert_eq!(
        (push.highlights, push.people, push.revenue.get(), push.unknown),
        (HighlightCount { quotes: 1, notes: 2 }, 2, 7.0, 1)
    );
    let only = forces::forces(engagement, &people, Some(desk.interview));
    assert_eq!(only.balance(By::People).strongest, Some(Force::Push));
    let behind = &backing::of_cards(engagement, &people)[&card];
    assert_eq!((behind.quotes.len(), behind.people, behind.revenue.get(), behind.unknown), (4, 2, 7.0, 1));
    assert_eq!(behind.highlights, HighlightCount { quotes: 1, notes: 3 }, "a note is nobody's quote");
    assert_eq!(counts::all(engagement), behind.highlights);
    let words: Vec<(String, bool)> =
        joins::of_card(engagement, card).into_iter().take(2).map(|quote| (quote.text, quote.is_verbatim)).collect();
    assert_eq!(words, [("nothing to show".to_owned(), false), ("still nothing".to_owned(), true)]);
    let stage = engagement.place(card).expect("placed").0.stage;
    assert_eq!(&backing::of_stages(engagement, &people)[&stage], behind);
    desk.act(Command::SetQuote(first[0], QuoteInput::Force(None)));
    let people = People::of(desk.store.engagement());
    assert_eq!(forces::forces(desk.store.engagement(), &people, None).weight(Force::Push).highlights.all(), 2);
}

#[test]
fn frictions_are_ranked_by_who_speaks_of_them() {
    let mut desk = Desk::with(&[]);
    let account =
        |name: &str, revenue| Account { name: name.into(), revenue: vec![Amount::new(revenue).expect("finite")] };
    desk.act(Command::SetAccounts(vec![account("Rosewood", 9.0), account("Elm", 2.0)], None, Vec::new()));
    let cards = [0; 4].map(|_| desk.card(4));
    let [silent, rich, common, alike] = cards;
    for (card, grade) in cards.into_iter().zip([5, 4, 3, 2]) {
        desk.act(Command::SetDetail(card, Detail::Frequency(Grade::try_from(grade).ok())));
        desk.act(Command::SetDetail(card, Detail::Impact(Grade::try_from(grade).ok())));
    }
    let mut says = |person: &str, account: &str, cards: &[CardId]| {
        if !person.is_empty() {
            desk.interview = desk.add_interview(person, account);
        }
        desk.note("\"nobody called us back");
        let quote = desk.store.engagement().quotes().map(|(id, _)| id).max().expect("a quote");
        cards.iter().for_each(|card| _ = desk.act(Command::LinkQuote(quote, Link::Card(*card), true)));
    };
    says("", "", &[rich]);
    says("Boris", "Elm", &[common, alike]);
    says("", "", &[common]);
    says("Vera", "Elm", &[common, alike]);
    let engagement = desk.store.engagement();
    let behind = backing::of_cards(engagement, &People::of(engagement));
    let journey = engagement.journeys().next().expect("a map").0;
    let order = |weight: &dyn Fn(CardId) -> f64| -> Vec<CardId> {
        let mut ranked = ranking(engagement, journey, |_| ());
        by_weight(&mut ranked, weight);
        ranked.into_iter().map(|one| one.card).collect()
    };
    assert_eq!(order(&|_| 0.0), cards, "by score");
    assert_eq!(order(&|card| backing::people(&behind, card)), [common, alike, rich, silent], "one person speaks once");
    assert_eq!(order(&|card| backing::revenue(&behind, card)), [rich, common, alike, silent], "an account counts once");
}

#[test]
fn outcomes_with_too_few_answers_come_after_those_that_are_judged() {
    let mut desk = Desk::with(&[]);
    let answers = |count, importance: u8, satisfaction: u8| {
        let answer = Answer {
            interview: None,
            segment: String::new(),
            importance: Grade::try_from(importance).ok(),
            satisfaction: Grade::try_from(satisfaction).ok(),
        };
        vec![answer; count]
    };
    let [unasked, few, served, unserved, alike] =
        ["unasked", "few", "served", "unserved", "alike"].map(|measure| desk.statement(outcome(measure)));
    desk.act(Command::SetAnswers(few, answers(2, 5, 1)));
    desk.act(Command::SetAnswers(served, answers(12, 5, 5)));
    desk.act(Command::SetAnswers(unserved, answers(12, 5, 1)));
    desk.act(Command::SetAnswers(alike, answers(12, 5, 1)));
    let found: Vec<_> = outcomes::outcomes(desk.store.engagement()).into_iter().map(|one| one.statement).collect();
    assert_eq!(found, [unserved, alike, served, few, unasked]);
}

#[test]
fn outcomes_are_scored_by_answers_and_segments() {
    let mut desk = Desk::with(&[]);
    desk.act(Command::SetInterview(desk.interview, InterviewInput::Segment("Retail".into())));
    let (served, unserved) = (desk.statement(outcome("the steps")), desk.statement(outcome("the time")));
    desk.statement(Claim::Job { verb: "Show".into(), object: "the board".into(), context: String::new() });
    let answer = |importance: u8, satisfaction: u8, interview| Answer {
        interview,
        segment: if interview.is_some() { String::new() } else { "Banks".into() },
        importance: Grade::try_from(importance).ok(),
        satisfaction: Grade::try_from(satisfaction).ok(),
    };
    let mut answers = vec![answer(5, 1, None); 12];
    answers.push(answer(5, 5, Some(desk.interview)));
    desk.act(Command::SetAnswers(unserved, answers));
    desk.act(Command::SetAnswers(served, vec![answer(4, 5, None); 12]));
    let found = outcomes::outcomes(desk.store.engagement());
    assert_eq!(found.iter().map(|outcome| outcome.statement).collect::<Vec<_>>(), [unserved, served]);
    assert_eq!(found[0].all.expect("answers").band, Band::Extreme);
    assert_eq!(found[1].all.expect("answers").score, 10.0);
    let retail = found[0].segments["Retail"].expect("an answer");
    assert_eq!((retail.score, retail.band), (10.0, Band::TooFew));
}

#[test]
fn phrases_are_what_people_said_themselves() {
    let mut desk = Desk::with(&[]);
    let said = |speaker, text: &str| Paragraph { speaker: Some(speaker), ..Paragraph::of(text) };
    let paragraphs = vec![
        said(0, "Was the annual report late? The annual report?"),
        said(1, "Head office, always head office."),
        said(1, "Head office asked."),
    ];
    let speakers = vec!["Interviewer".into(), "Anna".into()];
    desk.act(Command::AddTranscript { interview: desk.interview, speakers, paragraphs, interviewer: None, on: None });
    desk.act(Command::SetInterview(desk.interview, InterviewInput::Interviewer(Some(0))));
    desk.note("head office again");
    let said = speech::Said::of(desk.store.engagement(), Language::English);
    let phrases = said.bank.list(Length::Phrases);
    assert_eq!(
        phrases.iter().map(|phrase| (phrase.show.as_str(), phrase.count)).collect::<Vec<_>>(),
        [("head office", 3)]
    );
    assert_eq!(said.paragraph(&phrases[0].places[2]), Some(desk.paragraphs()[2]));
    assert_eq!(speech::Said::of(desk.store.engagement(), Language::Russian).bank.word_count(None), 0);
}

#[test]
fn coverage_counts_asked_questions_and_notes() {
    let mut desk = Desk::with(&[]);
    let question = |topic, asked| Question { text: "?".into(), topic, asked };
    let guide = vec![question(Some(Topic::Closing), true), question(Some(Topic::Force(Force::Habit)), false)];
    desk.act(Command::SetInterview(desk.interview, InterviewInput::Guide(guide)));
    desk.note("> nothing to show /4");
    let coverage = overview::coverage(desk.store.engagement(), desk.interview);
    for topic in [Topic::Closing, Topic::Phase(Phase::Deciding), Topic::Force(Force::Push)] {
        assert!(coverage.has(topic), "{topic:?}");
    }
    assert_eq!(coverage.counts(), (3, 17));
    let (band, contradictions) = overview::timeline(desk.store.engagement(), desk.interview, None).expect("there");
    assert_eq!((band.segments.len(), contradictions), (6, vec![]));
}

#[test]
fn a_force_is_marked_in_one_step() {
    let mut desk = Desk::with(&["Nobody called in September"]);
    let at = desk.paragraphs()[0];
    let made = desk.act(Command::AddForce { from: (at, 13), to: (at, 0), force: Force::Push });
    let Some(Key::Quote(quote)) = made else { panic!("{made:?}") };
    assert_eq!(desk.words(quote), "Nobody called");
    assert_eq!(desk.store.engagement().quote(quote).map(|quote| quote.mark.force), Some(Some(Force::Push)));
    desk.store.undo().expect("undone");
    assert_eq!(desk.store.engagement().quotes().count(), 0);
}

#[test]
fn a_tag_is_changed_in_place_and_a_new_one_is_made() {
    let mut desk = Desk::with(&["Nobody called in September"]);
    let quote = desk.quote((0, 0), (0, 6));
    for name in ["silence", "support"] {
        desk.act(Command::TagQuote(quote, name.into()));
    }
    let tags = |desk: &Desk| -> Vec<String> {
        let e = desk.store.engagement();
        let quote = e.quote(quote).expect("there");
        quote.mark.tags.iter().filter_map(|tag| e.tag(*tag)).map(|tag| tag.name.clone()).collect()
    };
    let silence = desk.store.engagement().codebook().find("silence").expect("made");
    desk.act(Command::RetagQuote(quote, silence, "autumn".into()));
    assert_eq!(tags(&desk), ["autumn", "support"]);
    let autumn = desk.store.engagement().codebook().find("autumn").expect("made");
    // One that the quote has already is not put on twice.
    desk.act(Command::RetagQuote(quote, autumn, "Support".into()));
    assert_eq!(tags(&desk), ["support"]);
    desk.store.undo().expect("undone");
    assert_eq!(tags(&desk), ["autumn", "support"]);
}

#[test]
fn one_undo_takes_back_a_transcript_and_its_day() {
    let mut desk = Desk::with(&[]);
    let before = desk.store.engagement().clone();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 9, 3);
    desk.act(Command::AddTranscript {
        interview: desk.interview,
        speakers: vec!["Anna".into()],
        paragraphs: vec![Paragraph { speaker: Some(0), ..Paragraph::of("We left.") }],
        interviewer: None,
        on: day,
    });
    let on = |desk: &Desk| desk.store.engagement().interview(desk.interview).map(|one| one.head.on);
    assert_eq!(on(&desk), day.map(orbita::interviews::timeline::When::Day));
    desk.store.undo().expect("undone");
    assert!(*desk.store.engagement() == before);
}

#[test]
fn who_asks_comes_with_the_transcript_by_the_names_of_the_interview() {
    let mut desk = Desk::with(&[]);
    let said = |speaker, text: &str| Paragraph { speaker: Some(speaker), ..Paragraph::of(text) };
    let mut add = |speakers: [&str; 2], interviewer| {
        desk.act(Command::AddTranscript {
            interview: desk.interview,
            speakers: speakers.map(String::from).into(),
            paragraphs: vec![said(0, "One"), said(1, "Two")],
            interviewer,
            on: None,
        });
        let head = &desk.store.engagement().interview(desk.interview).expect("there").head;
        (head.speakers.clone(), head.interviewer)
    };
    assert_eq!(add(["Anna", "Pavel"], Some(1)), (vec!["Anna".into(), "Pavel".into()], Some(1)));
    assert_eq!(add(["Pavel", "Anna"], Some(0)).1, Some(1), "the same person under another number");
    assert_eq!(add(["Anna", "Ira"], None).1, Some(1), "left as it was");
}
