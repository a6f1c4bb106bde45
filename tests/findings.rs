//! What all interviews say together, what they are joined to, and how they travel.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use orbita::edit::draft::JourneyDraft;
use orbita::edit::store::Store;
use orbita::edit::{Command, InterviewInput, QuoteInput, StatementInput};
use orbita::handover::{Choice, Handout, for_clients, withheld};
use orbita::insight::interviews::hiding::mapping;
use orbita::insight::interviews::joins::{End, ends, new_cards, of_card};
use orbita::insight::interviews::said::{Hit, Query, find, quotes as quotes_of};
use orbita::insight::interviews::speech::Said;
use orbita::insight::interviews::tags::{pairs, themes};
use orbita::insight::interviews::travel::{cleared, project, without_names};
use orbita::insight::interviews::{People, anonymous, backing, clients, forces, outcomes, overview, quotes, recruit};
use orbita::insight::ranking::frictions;
use orbita::interviews::anonymise::{Accounts, Labels};
use orbita::interviews::codebook::views::{Way, quiet};
use orbita::interviews::exchange::{self, quotes as table};
use orbita::interviews::forces::By;
use orbita::interviews::kinds::{Consent, Force, Language, Outcome};
use orbita::interviews::phrases::Length;
use orbita::interviews::record::{Claim, Head};
use orbita::interviews::rhythm::Sides;
use orbita::interviews::text::{HighlightId, Paragraph, TagId};
use orbita::model::amount::Amount;
use orbita::model::interview::Link;
use orbita::model::journey::{Evidence, LaneKind};
use orbita::model::quantity::{CardId, InterviewId, LaneId, StatementId};
use orbita::model::scenario::{Account, CohortTable, Input, Origin, Scenario};
use orbita::model::{Cell, Collection, Engagement, Key};

const LABELS: Labels =
    Labels { person: "Person", company: "Company", address: "Address", number: "Number", quote: "Quote hidden" };

struct Desk {
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let mut desk = Desk { store: Store::new(Engagement::new(), None, false) };
        desk.act(Command::AddJourney(Box::new(JourneyDraft::blank(2))));
        desk
    }

    fn e(&self) -> &Engagement {
        self.store.engagement()
    }

    fn act(&mut self, command: Command) -> Option<Key> {
        let made = self.store.dispatch(command, 0.0).expect("possible").made;
        self.store.seal();
        assert_eq!(self.e().check(), Ok(()));
        made
    }

    fn heard(&mut self, head: Head, said: &[&str]) -> InterviewId {
        let Some(Key::Interview(id)) = self.act(Command::AddInterview(Box::new(head))) else { panic!("an interview") };
        if !said.is_empty() {
            let paragraphs = said.iter().map(|text| Paragraph::of(text)).collect();
            self.act(Command::AddTranscript {
                interview: id,
                speakers: vec![],
                interviewer: None,
                on: None,
                paragraphs,
            });
        }
        id
    }

    /// A quote over a whole paragraph.
    fn quote(&mut self, interview: InterviewId, at: usize, tag: Option<&str>) -> HighlightId {
        let paragraph = self.e().paragraphs_of(interview)[at];
        let tag = tag.map(String::from);
        match self.act(Command::AddQuote { from: (paragraph, 0), to: (paragraph, 9_999), tag }) {
            Some(Key::Quote(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    fn cell(&self, stage: usize, kind: LaneKind) -> Cell {
        let (_, journey) = self.e().journeys().next().expect("a map");
        let is_wanted = |lane: &&LaneId| self.e().lane(**lane).is_some_and(|lane| lane.kind == kind);
        Cell { stage: journey.stages[stage], lane: *journey.lanes.iter().find(is_wanted).expect("a lane") }
    }

    fn card(&mut self, cell: Cell, text: &str) -> CardId {
        match self.act(Command::AddCard { cell, at: 0, text: text.into() }) {
            Some(Key::Card(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    fn friction(&mut self, text: &str) -> CardId {
        let cell = self.cell(0, LaneKind::Friction);
        self.card(cell, text)
    }

    fn story(&mut self) -> StatementId {
        let claim = Claim::Story { when: "it ends".into(), want: "one number".into(), so: "defend it".into() };
        match self.act(Command::AddStatement(Box::new(claim), None)) {
            Some(Key::Statement(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    fn undo(&mut self) {
        self.store.undo().expect("a step");
        assert_eq!(self.e().check(), Ok(()));
    }
}

fn person(name: &str, account: &str) -> Head {
    Head { person: name.into(), account: account.into(), ..Head::default() }
}

fn on(day: &str, outcome: impl Into<Option<Outcome>>) -> Head {
    Head { on: day.parse().expect("a day"), outcome: outcome.into(), ..Head::default() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn accounts(rows: &[(&str, &[f64])]) -> Command {
    let amounts = |revenue: &[f64]| revenue.iter().filter_map(|one| Amount::new(*one)).collect();
    let account = |(name, revenue): &(&str, &[f64])| Account { name: (*name).into(), revenue: amounts(revenue) };
    Command::SetAccounts(rows.iter().map(account).collect(), None, Vec::new())
}

#[test]
fn weeks_are_counted_from_monday_and_unknown_days_are_left_out() {
    let mut desk = Desk::new();
    for head in [
        on("2026-11-02", Outcome::Hired),
        on("2026-11-08", Outcome::Left),
        on("2026-11-16", Outcome::Left),
        on("~2026-11", Outcome::Stayed),
        on("~2026-11", None),
    ] {
        desk.heard(head, &[]);
    }
    let weeks = overview::by_week(desk.e(), day("2026-11-24"));
    assert_eq!(
        weeks,
        [("2026-11-02", 2), ("2026-11-09", 0), ("2026-11-16", 1), ("2026-11-23", 0)]
            .map(|(monday, count)| (day(monday), count))
    );
    assert_eq!(overview::sides(desk.e()), Sides { hirers: 1, leavers: 2, others: 1, open: 1 });
    let rhythm = overview::rhythm(desk.e(), day("2026-11-24"), 2);
    assert_eq!((rhythm.weeks.len(), rhythm.streak, rhythm.this_week), (2, 1, 0));
}

#[test]
fn a_filter_by_what_is_gone_filters_nothing_and_holds_again_after_an_undo() {
    let mut desk = Desk::new();
    let anna = desk.heard(on("2026-10-01", Outcome::Left), &["We went quiet.", "The board asked."]);
    desk.act(Command::SetInterview(anna, InterviewInput::Segment("retail".into())));
    desk.quote(anna, 0, Some("silence"));
    desk.quote(anna, 1, None);
    let silence = desk.e().codebook().find("silence").expect("a tag");
    let query = Query { tag: Some(silence), segment: Some("retail".into()), ..Query::default() };
    assert_eq!(query.of_what_is_there(desk.e()), query);
    desk.act(Command::DeleteTag(silence));
    desk.act(Command::SetInterview(anna, InterviewInput::Segment(String::new())));
    assert_eq!(query.of_what_is_there(desk.e()), Query::default());
    assert_eq!(find(desk.e(), &query.of_what_is_there(desk.e())).count, 2);
    desk.undo();
    desk.undo();
    assert_eq!(query.of_what_is_there(desk.e()), query);
}

#[test]
fn a_tag_grows_where_the_later_interviews_speak_of_it() {
    let mut desk = Desk::new();
    for at in 0..12_u32 {
        let head = on(&format!("2026-10-{:02}", at + 1), Outcome::Hired);
        let id = desk.heard(head, &["We went quiet.", "The board asked."]);
        desk.quote(id, 1, Some("board"));
        if at >= 6 {
            desk.quote(id, 0, Some("silence"));
        }
    }
    let tag = |name: &str| desk.e().codebook().find(name).expect("a tag");
    let trends = quotes::trends(desk.e());
    assert_eq!(trends[&tag("silence")].way, Way::Grows);
    assert_eq!((trends[&tag("silence")].earlier, trends[&tag("silence")].later), ((0, 6), (6, 6)));
    assert_eq!(trends[&tag("board")].way, Way::NoChange);
    let steps = quotes::saturation(desk.e());
    assert_eq!(steps.iter().map(|step| step.new).collect::<Vec<_>>(), [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    assert_eq!(quiet(&steps), 5);
}

#[test]
fn few_interviews_say_nothing_of_a_trend() {
    let mut desk = Desk::new();
    let id = desk.heard(on("2026-10-01", Outcome::Hired), &["The board asked."]);
    desk.quote(id, 0, Some("board"));
    let undated = desk.heard(Head::default(), &["The board asked."]);
    desk.quote(undated, 0, Some("board"));
    assert!(quotes::trends(desk.e()).values().all(|trend| trend.way == Way::TooFew));
    let steps = quotes::saturation(desk.e());
    assert_eq!(steps.iter().map(|step| (step.interview, step.new)).collect::<Vec<_>>(), [(id.0, 1), (undated.0, 0)]);
}

#[test]
fn interviews_that_nobody_tagged_yet_say_nothing_of_tags() {
    let mut desk = Desk::new();
    for at in 1..=10 {
        let id = desk.heard(on(&format!("2026-10-{at:02}"), Outcome::Hired), &["The board asked."]);
        if at <= 5 {
            desk.quote(id, 0, Some(if at == 5 { "price" } else { "board" }));
        }
    }
    let steps = quotes::saturation(desk.e());
    assert_eq!((steps.len(), quiet(&steps)), (5, 0));
    assert_eq!(quotes::untagged(desk.e()), 5);
    assert!(quotes::trends(desk.e()).values().all(|trend| trend.way == Way::TooFew), "they do not fade");
}

#[test]
fn people_of_phrases_are_people_and_no_labels() {
    let count = |heard: &[(&str, &[&str])]| {
        let mut desk = Desk::new();
        for (name, labels) in heard {
            let id = desk.heard(person(name, ""), &[]);
            let say = |at| Paragraph { speaker: Some(at), ..Paragraph::of("Show the board.") };
            let paragraphs = (0..labels.len() as u16).map(say).collect();
            let speakers = labels.iter().map(|label| (*label).to_owned()).collect();
            desk.act(Command::AddTranscript { interview: id, speakers, interviewer: None, on: None, paragraphs });
        }
        let said = Said::of(desk.e(), Language::English);
        said.entries(Length::Phrases, None, 1)[0].people
    };
    assert_eq!(count(&[("Anna", &["Respondent"]), ("Oleg", &["Respondent"]), ("", &["Respondent"])]), 3);
    assert_eq!(count(&[("", &["Speaker 1", "Speaker 2"]), ("", &["Speaker 1", "Speaker 2"])]), 4);
    assert_eq!(count(&[("Anna Petrova", &["Anna", "Boris"]), ("Anna Petrova", &["Me"])]), 2);
    assert_eq!(count(&[("", &["Boris", "Anna"]), ("", &["Boris"])]), 2, "the same names are the same people");
}

#[test]
fn a_pasted_transcript_has_its_own_language() {
    let mut desk = Desk::new();
    let id = desk.heard(Head { language: Language::English, ..Head::default() }, &["И не я один."]);
    let language = |desk: &Desk| desk.e().interview(id).map(|one| one.head.language);
    assert_eq!(language(&desk), Some(Language::Russian));
    let paragraphs = vec![Paragraph::of("And then?")];
    desk.act(Command::AddTranscript { interview: id, speakers: vec![], interviewer: None, on: None, paragraphs });
    assert_eq!(language(&desk), Some(Language::Russian), "what is added to others changes nothing");
}

#[test]
fn tags_are_counted_group_by_group_and_meet_where_quotes_overlap() {
    let mut desk = Desk::new();
    let Some(Key::Group(group)) = desk.act(Command::AddGroup("Money".into())) else { panic!("a group") };
    let id = desk.heard(person("Anna", ""), &["The board asked.", "It was quiet."]);
    let quote = desk.quote(id, 0, Some("board"));
    desk.act(Command::TagQuote(quote, "price".into()));
    desk.quote(id, 1, Some("silence"));
    let tag = |desk: &Desk, name: &str| desk.e().codebook().find(name).expect("a tag");
    let (board, price) = (tag(&desk, "board"), tag(&desk, "price"));
    desk.act(Command::SetTag(price, orbita::edit::TagInput::Group(Some(group))));
    let found = themes(desk.e());
    let names: Vec<Vec<(&str, usize)>> = found
        .iter()
        .map(|theme| theme.tags.iter().map(|one| (one.tag.name.as_str(), one.highlights.all())).collect())
        .collect();
    assert_eq!(names, [vec![("price", 1)], vec![("board", 1), ("silence", 1)]]);
    let met = pairs(desk.e());
    assert_eq!((met.len(), met[0].tags, met[0].count), (1, [board, price], 1));
}

#[test]
fn tags_that_are_put_together_make_a_group() {
    let mut desk = Desk::new();
    let id = desk.heard(person("Anna", ""), &["The board asked.", "It was quiet."]);
    desk.quote(id, 0, Some("board"));
    desk.quote(id, 1, Some("silence"));
    desk.act(Command::AddTag("price".into()));
    let [board, silence, price] =
        ["board", "silence", "price"].map(|name| desk.e().codebook().find(name).expect("a tag"));
    let group_of = |desk: &Desk, tag| desk.e().tag(tag).expect("a tag").group;
    let Some(Key::Group(group)) = desk.act(Command::JoinTags(board, silence, "board, silence".into())) else {
        panic!("a group")
    };
    assert_eq!(desk.e().group(group).expect("a group").name, "board, silence");
    assert_eq!([board, silence, price].map(|tag| group_of(&desk, tag)), [Some(group), Some(group), None]);
    // One that has a group takes the other in, and no group is made.
    desk.act(Command::JoinTags(price, board, "price, board".into()));
    assert_eq!((group_of(&desk, price), desk.e().groups().count()), (Some(group), 1));
}

#[test]
fn who_speaks_for_a_card_is_counted_once_with_what_their_accounts_bring() {
    let mut desk = Desk::new();
    // Meridian left: what it paid before is what it is worth.
    desk.act(accounts(&[("Rosewood", &[90.0, 100.0]), ("Meridian", &[40.0, 50.0, 0.0, 0.0])]));
    let friction = desk.friction("The report takes hours");
    let anna = desk.heard(person("Anna", "Rosewood"), &["Six hours.", "Every quarter."]);
    let oleg = desk.heard(person("Oleg", "Meridian"), &["We need one page."]);
    let stranger = desk.heard(person("Ira", ""), &["Me too."]);
    let link = |desk: &mut Desk, interview, paragraph| {
        let quote = desk.quote(interview, paragraph, None);
        desk.act(Command::LinkQuote(quote, Link::Card(friction), true));
    };
    link(&mut desk, anna, 0);
    link(&mut desk, anna, 1);
    assert_eq!(backing::of_cards(desk.e(), &People::of(desk.e()))[&friction].people, 1);
    link(&mut desk, oleg, 0);
    link(&mut desk, stranger, 0);
    let people = People::of(desk.e());
    let behind = &backing::of_cards(desk.e(), &people)[&friction];
    assert_eq!(backing::of_stages(desk.e(), &people).values().collect::<Vec<_>>(), [behind]);
    assert_eq!((behind.quotes.len(), behind.people, behind.revenue.get(), behind.unknown), (4, 3, 150.0, 1));
    assert_eq!(behind.gone, 1);
}

#[test]
fn a_name_is_the_same_with_its_letters_in_parts() {
    let mut desk = Desk::new();
    let whole = desk.heard(person("Сергей Ёжиков", "Йодный завод"), &["Да."]);
    let parts = desk.heard(person("Серге\u{438}\u{306}  Е\u{308}жиков", "И\u{306}одныи\u{306} завод"), &["Да."]);
    let people = People::of(desk.e());
    assert_eq!(people.person(whole), people.person(parts));
    assert!(people.person(whole).is_some_and(|one| one.account.is_some()));
}

#[test]
fn either_end_of_a_join_may_go_and_one_undo_brings_it_back() {
    let mut desk = Desk::new();
    let id = desk.heard(person("Anna", ""), &["Six hours."]);
    let quote = desk.quote(id, 0, None);
    let cell = desk.cell(1, LaneKind::Thoughts);
    let Some(Key::Card(card)) = desk.act(Command::AddCardOfQuote(quote, cell)) else { panic!("a card") };
    assert_eq!(desk.e().card(card).map(|card| card.text.as_str()), Some("Six hours."));
    assert_eq!(desk.e().details(card).map(|details| details.evidence), Some(Evidence::Observed));
    let texts = |desk: &Desk| of_card(desk.e(), card).into_iter().map(|one| (one.text, one.who)).collect::<Vec<_>>();
    assert_eq!(texts(&desk), [("Six hours.".to_owned(), String::new())], "clients read maps");
    desk.act(Command::SetInterview(id, InterviewInput::Consent(Consent::ByName)));
    assert_eq!(texts(&desk), [("Six hours.".to_owned(), "Anna".to_owned())]);
    desk.undo();
    let is_agreed = |desk: &Desk| of_card(desk.e(), card)[0].is_agreed;
    for consent in [Consent::ByName, Consent::None, Consent::Anonymous] {
        desk.act(Command::SetInterview(id, InterviewInput::Consent(consent)));
        assert_eq!(is_agreed(&desk), consent != Consent::None, "the panel may be on a projector");
    }
    (0..3).for_each(|_| desk.undo());
    let stages = backing::of_stages(desk.e(), &People::of(desk.e()));
    assert_eq!(stages.get(&cell.stage).map(|behind| behind.people), Some(1));

    desk.act(Command::DeleteCard(card));
    assert!(desk.e().quote(quote).is_some_and(|quote| quote.links.is_empty()));
    desk.undo();
    assert_eq!(texts(&desk).len(), 1);
    desk.act(Command::DeleteQuote(quote));
    assert!(desk.e().card(card).is_some() && texts(&desk).is_empty());
    desk.undo();
    assert_eq!(texts(&desk).len(), 1);
    desk.undo();
    assert!(desk.e().card(card).is_none(), "the card and the join are one step");
    assert!(desk.e().quote(quote).is_some_and(|quote| quote.links.is_empty()));
}

#[test]
fn a_quote_is_offered_what_it_can_speak_for() {
    let mut desk = Desk::new();
    let friction = desk.friction("The report takes hours");
    let story = desk.story();
    let id = desk.heard(person("Anna", ""), &["Six hours."]);
    let quote = desk.quote(id, 0, None);
    desk.act(Command::LinkQuote(quote, Link::Card(friction), true));
    desk.act(Command::SetStatement(story, StatementInput::Quotes(vec![quote])));
    let found = ends(desk.e(), quote);
    assert!(found.contains(&End::Friction { card: friction, text: "The report takes hours".into(), is_joined: true }));
    let new = |friction: bool| {
        let fits = |end: &&End| matches!(end, End::NewCard { is_friction, .. } if *is_friction == friction);
        found.iter().filter(fits).cloned().collect::<Vec<_>>()
    };
    assert_eq!((new(false).len(), new(true).len()), (2, 2), "one for each stage");
    assert_eq!(new_cards(desk.e(), true), new(true));
    let Some(End::NewCard { cell, .. }) = new(true).pop() else { panic!("a cell") };
    let Some(Key::Card(made)) = desk.act(Command::AddCardOfQuote(quote, cell)) else { panic!("a card") };
    let (_, journey) = desk.e().journeys().next().expect("a map");
    assert!(frictions(desk.e(), journey).any(|(_, card)| card == made), "it is ranked");
    assert!(of_card(desk.e(), made).iter().any(|one| one.id == quote), "and the quote is its evidence");
    desk.undo();
    assert!(found.iter().any(|end| matches!(end, End::Statement { id, is_joined: true, .. } if *id == story)));
    assert_eq!(ends(desk.e(), HighlightId(9_999)), []);
}

#[test]
fn a_job_story_opens_one_initiative_against_the_friction_of_its_quotes() {
    let mut desk = Desk::new();
    let friction = desk.friction("The report takes hours");
    let id = desk.heard(person("Anna", ""), &["Six hours."]);
    let quote = desk.quote(id, 0, None);
    desk.act(Command::LinkQuote(quote, Link::Card(friction), true));
    let story = desk.story();
    desk.act(Command::SetStatement(story, StatementInput::Quotes(vec![quote])));
    let before = desk.e().clone();
    let Some(Key::Initiative(made)) = desk.act(Command::OpenInitiative(story, "One page".into())) else {
        panic!("an initiative")
    };
    let initiative = desk.e().initiative(made).expect("made");
    assert_eq!((initiative.name.as_str(), initiative.friction), ("One page", Some(friction)));
    assert!(desk.store.dispatch(Command::OpenInitiative(story, "Again".into()), 0.0).is_err());
    desk.act(Command::DeleteInitiative(made));
    assert!(desk.e().statement(story).is_some_and(|story| story.initiative.is_none()));
    desk.undo();
    desk.undo();
    assert!(*desk.e() == before, "one undo takes both back");
}

#[test]
fn several_outcomes_come_at_once_and_go_with_one_undo() {
    let mut desk = Desk::new();
    let lines = ["Minimize the hours of a report", "increase the share without errors"].map(Claim::outcome_of);
    let Some(Key::Statement(first)) = desk.act(Command::AddStatement(Box::new(Claim::outcome_of("")), None)) else {
        panic!("an outcome")
    };
    let before = desk.e().clone();
    let claims = |desk: &Desk| desk.e().statements().map(|(_, one)| one.claim.clone()).collect::<Vec<_>>();
    desk.act(Command::AddOutcomes(first, lines.to_vec()));
    assert_eq!(claims(&desk), lines, "the first goes into the one that says nothing");
    desk.undo();
    assert!(*desk.e() == before, "one undo takes all back");
    desk.act(Command::SetStatement(first, StatementInput::Claim(Claim::outcome_of("time"))));
    desk.act(Command::AddOutcomes(first, lines.to_vec()));
    assert_eq!(claims(&desk).len(), 3, "what was written stays");
    assert!(desk.store.dispatch(Command::AddOutcomes(first, Vec::new()), 0.0).is_err());
}

#[test]
fn job_stories_stand_beside_their_interview() {
    let mut desk = Desk::new();
    let anna = desk.heard(person("Anna", "A"), &["We had nothing to show."]);
    let unplaced = desk.story();
    assert_eq!(outcomes::stories(desk.e(), anna), [unplaced], "there is no other that it could be of");
    let boris = desk.heard(person("Boris", "B"), &["It was late."]);
    assert_eq!(outcomes::stories(desk.e(), anna), []);
    let claim = Claim::Story { when: "it ends".into(), want: "a page".into(), so: "go".into() };
    let Some(Key::Statement(own)) = desk.act(Command::AddStatement(Box::new(claim), Some(anna))) else {
        panic!("a story")
    };
    assert_eq!((outcomes::stories(desk.e(), anna), outcomes::stories(desk.e(), boris)), (vec![own], vec![]));
    let quote = desk.quote(boris, 0, None);
    desk.act(Command::SetStatement(own, StatementInput::Quotes(vec![quote])));
    desk.act(Command::SetStatement(unplaced, StatementInput::Quotes(vec![quote])));
    assert_eq!(outcomes::stories(desk.e(), boris), [unplaced, own]);
    assert_eq!(outcomes::stories(desk.e(), anna), [own]);
    desk.act(Command::DeleteInterview(anna));
    assert_eq!(desk.e().statement(own).map(|one| one.interview), Some(None), "the story stays");
}

#[test]
fn the_side_that_is_behind_is_recruited_alone_while_it_has_anybody() {
    let mut desk = Desk::new();
    desk.act(accounts(&[
        ("Stays", &[5.0, 5.0, 5.0, 5.0, 5.0, 5.0]),
        ("Left just now", &[9.0, 9.0, 9.0, 9.0, 9.0, 0.0]),
        ("Left", &[9.0, 9.0, 9.0, 9.0, 0.0, 0.0]),
        ("Left before", &[7.0, 7.0, 0.0, 0.0, 0.0, 0.0]),
        ("Left long ago", &[7.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        ("New and large", &[0.0, 0.0, 0.0, 0.0, 50.0, 50.0]),
        ("New and small", &[0.0, 0.0, 0.0, 0.0, 2.0, 2.0]),
        ("Heard", &[4.0, 4.0, 4.0, 4.0, 0.0, 0.0]),
    ]));
    desk.heard(Head { outcome: Some(Outcome::Left), ..person("Ira", "heard") }, &[]);
    let names = |desk: &Desk| {
        let all = recruit::candidates(desk.e(), &People::of(desk.e()));
        all.into_iter().map(|one| (one.name, one.ago)).collect::<Vec<_>>()
    };
    let expected = |names: &[(&str, usize)]| names.iter().map(|(name, ago)| ((*name).into(), *ago)).collect::<Vec<_>>();
    assert_eq!(
        names(&desk),
        expected(&[("New and large", 1), ("New and small", 1)]),
        "neither too early nor too late: 30 to 90 days after; and nobody of the side that is not asked for"
    );
    for name in ["one", "two"] {
        desk.heard(person(name, "Left"), &[]);
    }
    assert_eq!(names(&desk)[0].0, "New and large", "of what kind these are nobody has chosen");
    for name in ["three", "four"] {
        desk.heard(Head { outcome: Some(Outcome::Hired), ..person(name, "") }, &[]);
    }
    assert_eq!(names(&desk), expected(&[("Left", 1), ("Left before", 3)]), "now those who left are behind");
    desk.heard(Head { outcome: Some(Outcome::Left), ..person("five", "") }, &[]);
    assert_eq!(names(&desk).len(), 4, "both, where neither is");
    // Whoever is asked for and is not there makes room for the others.
    desk.act(accounts(&[("Left", &[9.0, 9.0, 9.0, 9.0, 0.0, 0.0])]));
    desk.heard(Head { outcome: Some(Outcome::Left), ..person("six", "") }, &[]);
    assert_eq!(names(&desk), expected(&[("Left", 1)]));
}

#[test]
fn the_picture_of_forces_counts_quotes_people_and_revenue() {
    let mut desk = Desk::new();
    desk.act(accounts(&[("Rosewood", &[100.0])]));
    let anna = desk.heard(person("Anna", "Rosewood"), &["One.", "Two.", "Three."]);
    let oleg = desk.heard(person("Oleg", "Nowhere"), &["Four."]);
    for (interview, at, force) in
        [(anna, 0, Force::Push), (anna, 1, Force::Push), (anna, 2, Force::Habit), (oleg, 0, Force::Habit)]
    {
        let quote = desk.quote(interview, at, None);
        desk.act(Command::SetQuote(quote, QuoteInput::Force(Some(force))));
    }
    let people = People::of(desk.e());
    let picture = |by| forces::picture(desk.e(), &people, None, by);
    let values = |by| picture(by).bars.map(|(_, value, share)| (value, share));
    assert_eq!(values(By::Mentions), [(2.0, 1.0), (0.0, 0.0), (0.0, 0.0), (2.0, 1.0)]);
    assert_eq!(values(By::People), [(1.0, 0.5), (0.0, 0.0), (0.0, 0.0), (2.0, 1.0)]);
    assert_eq!((picture(By::People).net, picture(By::People).unknown), (-1.0, 0));
    assert_eq!((picture(By::Mentions).strongest, picture(By::People).strongest), (None, Some(Force::Habit)));
    assert_eq!((picture(By::Revenue).net, picture(By::Revenue).unknown), (0.0, 1));
}

#[test]
fn search_finds_quotes_first_and_then_what_is_not_quoted() {
    let mut desk = Desk::new();
    let anna = desk.heard(on("2026-10-01", Outcome::Left), &["Отчёт делаю вручную.", "Отчёт никто не читает."]);
    desk.act(Command::SetInterview(anna, InterviewInput::Segment("retail".into())));
    let other = desk.heard(on("2026-11-05", Outcome::Hired), &["Отчёт готов за час."]);
    desk.heard(on("2026-11-05", None), &["Отчёт не открывал."]);
    let quote = desk.quote(anna, 0, Some("report"));
    let found = |query: Query| {
        let found = find(desk.e(), &query);
        let name = |hit: &Hit| match hit {
            Hit::Quote(said) => format!("quote {}", said.text),
            Hit::Passage { text, .. } => text.clone(),
        };
        (found.hits.iter().map(name).collect::<Vec<_>>(), found.count)
    };
    let text = |text: &str| Query { text: text.into(), ..Query::default() };
    assert_eq!(
        found(text("ОТЧЕТ")),
        (
            vec![
                "quote Отчёт делаю вручную.".into(),
                "Отчёт никто не читает.".into(),
                "Отчёт готов за час.".into(),
                "Отчёт не открывал.".into()
            ],
            4
        )
    );
    assert_eq!(found(text("отчёт час")).1, 1, "all words, in any order");
    assert_eq!(found(Query::default()).0, ["quote Отчёт делаю вручную."]);
    let tag = desk.e().quote(quote).expect("a quote").mark.tags[0];
    assert_eq!(found(Query { tag: Some(tag), ..text("отчет") }).1, 1);
    assert_eq!(found(Query { tag: Some(TagId(9_999)), ..Query::default() }).1, 0);
    assert_eq!(found(Query { outcome: Some(Outcome::Hired), ..text("отчет") }).0, ["Отчёт готов за час."]);
    assert_eq!(found(Query { outcomeless: true, ..text("отчет") }).0, ["Отчёт не открывал."]);
    assert_eq!(found(Query { outcome: Some(Outcome::Hired), ..text("отчет") }).1, 1, "what nobody chose is no hire");
    assert_eq!(found(Query { segment: Some("retail".into()), ..text("отчет") }).1, 2);
    assert_eq!(found(Query { from: Some(day("2026-10-02")), ..text("отчет") }).1, 2);
    assert_eq!(found(Query { to: Some(day("2026-10-02")), ..text("отчет") }).1, 2);
    assert_eq!(find(desk.e(), &text("отчет")).hits.len(), 4);
    let note = orbita::interviews::entry::parse("Отчёт ей скучен");
    desk.act(Command::AddNote { interview: other, note, at: None, phase: None, speaker: None });
    let own = find(desk.e(), &text("отчет")).hits.into_iter().filter_map(|hit| match hit {
        Hit::Passage { text, is_verbatim, .. } => Some((text, is_verbatim)),
        Hit::Quote(_) => None,
    });
    let own: Vec<(String, bool)> = own.collect();
    assert!(own.contains(&("Отчёт готов за час.".into(), true)));
    assert!(own.contains(&("Отчёт ей скучен".into(), false)), "a note is not shown as words of the person");
}

#[test]
fn an_interview_lists_phrases_of_all_and_leads_to_its_own_words() {
    let mut desk = Desk::new();
    let anna = desk.heard(person("Anna", ""), &["Nothing.", "We had to show the board. Show the board, they said."]);
    let oleg = desk.heard(person("Oleg", ""), &["Show the board. By hand, by hand."]);
    let said = Said::of(desk.e(), Language::English);
    let heard = |id| said.phrases_of(id, 9).into_iter().map(|one| (one.show, one.count)).collect::<Vec<_>>();
    assert_eq!(heard(anna), [("show the board".to_owned(), 3)], "parts of a longer phrase are not listed beside it");
    assert_eq!(
        heard(oleg),
        [("show the board".to_owned(), 3), ("hand".to_owned(), 2)],
        "what all say most stands first"
    );
    let first = &said.phrases_of(anna, 1)[0];
    assert_eq!((first.paragraph, first.share), (desk.e().paragraphs_of(anna)[1], 1.0));
    let entries = said.entries(Length::Phrases, None, 5);
    assert_eq!((entries[0].show.as_str(), entries[0].count, entries[0].people), ("show the board", 3, 2));
    let phrase = said.phrase(Length::Phrases, &entries[0].stem).expect("listed");
    let passages = said.passages(desk.e(), phrase, 9);
    assert_eq!(passages.len(), 2, "a paragraph is one passage");
    let marked: Vec<&str> =
        passages[0].pieces.iter().filter(|(_, is_phrase)| *is_phrase).map(|(text, _)| text.as_str()).collect();
    assert_eq!(marked, ["show the board", "Show the board"]);
    assert_eq!(
        passages[0].pieces.iter().map(|(text, _)| text.as_str()).collect::<String>(),
        "We had to show the board. Show the board, they said."
    );
}

#[test]
fn a_phrase_stands_beside_an_interview_as_it_was_said_there() {
    let mut desk = Desk::new();
    let russian = |name: &str| Head { language: Language::Russian, ..person(name, "") };
    let anna = desk.heard(russian("Анна"), &["Собираю отчёты.", "Потом собираю отчёты."]);
    let oleg = desk.heard(russian("Олег"), &["Пришлось собирать отчёт.", "Собирать отчёт нечем, собирать отчёт!"]);
    let said = Said::of(desk.e(), Language::Russian);
    let heard = |id| said.phrases_of(id, 9).into_iter().map(|one| (one.show, one.count)).collect::<Vec<_>>();
    assert_eq!(heard(anna)[0], ("собираю отчёты".to_owned(), 5), "nobody said it in the form of another");
    assert_eq!(heard(oleg)[0], ("собирать отчёт".to_owned(), 5));
    let typical = |id| said.entries(Length::Phrases, Some(id), 9).into_iter().map(|one| one.show).collect::<Vec<_>>();
    let listed = said.entries(Length::Phrases, None, 9);
    assert_eq!((listed[0].show.as_str(), listed[0].count), ("собирать отчёт", 5), "together they are one phrase");
    assert!(typical(anna).iter().all(|form| !form.contains("собирать")));
}

/// Two interviews with everything that travels.
fn travelling() -> Desk {
    let mut desk = Desk::new();
    let head = Head {
        role: "Head of L&D".into(),
        language: Language::English,
        outcome: Some(Outcome::Left),
        on: "2026-10-01".parse().expect("a day"),
        ..person("Marina Sokolova", "Meridian")
    };
    let marina = desk.heard(head, &["Oleg Vetrov asked 🙂 at Meridian.", "Marina, I said, no."]);
    let at = desk.e().paragraphs_of(marina).to_vec();
    let command = Command::AddQuote { from: (at[0], 5), to: (at[1], 6), tag: Some("CFO".into()) };
    let Some(Key::Quote(quote)) = desk.act(command) else { panic!("a quote") };
    desk.act(Command::SetQuote(quote, QuoteInput::Force(Some(Force::Push))));
    desk.act(Command::SetQuote(quote, QuoteInput::Memo("Meridian again".into())));
    desk.quote(marina, 1, Some("no"));
    let oleg = desk.heard(person("Oleg Vetrov", "Meridian"), &["Yes."]);
    desk.quote(oleg, 0, Some("CFO"));
    desk
}

#[test]
fn a_project_of_interviews_comes_back_as_it_went_out() {
    let mut desk = travelling();
    let out = project(desk.e(), "key");
    let (read, losses) = exchange::read_project(&exchange::project(&out)).expect("our own file");
    assert_eq!(losses, []);
    let before = desk.e().clone();
    desk.act(Command::BringInterviews(Box::new(read)));
    assert_eq!((desk.e().interviews().count(), desk.e().tags().count()), (4, 2), "tags of one name are one");
    let again = project(desk.e(), "key");
    for (there, back) in out.documents.iter().zip(&again.documents[2..]) {
        let texts = |one: &exchange::Document| one.paragraphs.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(there), texts(back));
        assert_eq!(there.attributes, back.attributes);
        let marks = |one: &exchange::Document| one.highlights.values().cloned().collect::<Vec<_>>();
        assert_eq!(marks(there), marks(back));
        let places = |one: &exchange::Document| {
            let parts = one.paragraphs.iter().flat_map(|one| &one.parts);
            parts.map(|part| (part.start, part.end, part.words.clone())).collect::<Vec<_>>()
        };
        assert_eq!(places(there), places(back));
    }
    desk.undo();
    assert!(*desk.e() == before, "one undo takes all of it back");
}

#[test]
fn a_table_of_quotes_comes_back_as_it_went_out() {
    let mut desk = travelling();
    let rows = table::rows(&project(desk.e(), "key"));
    let read = table::read(&table::write(&rows)).expect("our own table");
    assert_eq!(read, rows);
    let quotes = |e: &Engagement| {
        let mut all: BTreeMap<String, usize> = BTreeMap::new();
        quotes::words(e).into_values().for_each(|words| *all.entry(words.text).or_default() += 1);
        all
    };
    let before = quotes(desk.e());
    desk.act(Command::BringInterviews(Box::new(table::project(&read))));
    let after = quotes(desk.e());
    assert!(before.iter().all(|(text, count)| after[text] == count * 2), "{after:?}");
    assert_eq!(desk.e().interviews().count(), 4);
    let heads: Vec<&Head> = desk.e().interviews().map(|(_, interview)| &interview.head).collect();
    assert_eq!((heads[2].person.as_str(), heads[2].outcome), ("Marina Sokolova", Some(Outcome::Left)));
}

#[test]
fn two_interviews_with_one_person_stay_two() {
    let mut desk = Desk::new();
    for text in ["First time.", "Second time."] {
        let id = desk.heard(person("Anna", ""), &[text]);
        desk.quote(id, 0, None);
    }
    let rows = table::rows(&project(desk.e(), "key"));
    let read = table::project(&table::read(&table::write(&rows)).expect("our own table"));
    assert_eq!(read.documents.len(), 2);
}

#[test]
fn without_names_nothing_that_goes_out_names_anybody() {
    let mut desk = travelling();
    desk.act(accounts(&[("Polyot Bank", &[10.0])]));
    let friction = desk.friction("Meridian waits for Polyot Bank");
    assert!(desk.e().card(friction).is_some());
    let copy = anonymous::copy(desk.e(), LABELS);
    assert_eq!(copy.check(), Ok(()));
    let mut names = 0;
    copy.texts(&mut |text| {
        names +=
            usize::from(["Marina", "Sokolova", "Vetrov", "Meridian", "Polyot"].iter().any(|name| text.contains(name)))
    });
    assert_eq!(names, 0);
    assert!(
        copy.quotes().all(|(id, quote)| desk.e().quote(id).is_some_and(|before| before.mark.tags == quote.mark.tags))
    );
    let bare = without_names(project(desk.e(), "key"), &mapping(desk.e(), LABELS), LABELS);
    let file = table::write(&table::rows(&bare));
    assert!(file.contains("[Person 1]") && file.contains("[Company 1]"), "{file}");
    assert!(!["Marina", "Sokolova", "Vetrov", "Meridian"].iter().any(|name| file.contains(name)), "{file}");
    assert!(
        desk.e().interviews().any(|(_, interview)| interview.head.person == "Marina Sokolova"),
        "the own copy has them"
    );
}

/// Somebody with each consent; a map and a statement hold quotes of all.
fn consenting() -> Desk {
    let mut desk = Desk::new();
    let friction = desk.friction("Marina waits");
    let heard = [
        ("Marina Sokolova", "Meridian", Consent::None, "Oleg Vetrov at Polyot knows."),
        ("Oleg Vetrov", "Polyot Bank", Consent::Anonymous, "Oleg told Polyot Bank and Marina Sokolova."),
        ("Daria Lin", "Tropa", Consent::ByName, "Daria of Tropa, not Oleg."),
    ];
    let mut quotes = Vec::new();
    for (name, account, consent, said) in heard {
        let id =
            desk.heard(Head { consent, took_part: vec!["Boss Igor Ten".into()], ..person(name, account) }, &[said]);
        quotes.push(desk.quote(id, 0, Some("Marina’s")));
    }
    for quote in &quotes {
        desk.act(Command::LinkQuote(*quote, Link::Card(friction), true));
    }
    let claim = Claim::Job { verb: "Calm".into(), object: "Igor Ten".into(), context: String::new() };
    let Some(Key::Statement(job)) = desk.act(Command::AddStatement(Box::new(claim), None)) else { panic!("a job") };
    desk.act(Command::SetStatement(job, StatementInput::Quotes(quotes)));
    desk
}

#[test]
fn what_goes_to_clients_is_what_people_agreed_to() {
    let desk = consenting();
    let going = clients::going(desk.e());
    assert_eq!((going.named, going.unnamed, going.left_out), (1, 1, 1));
    let copy = clients::copy(desk.e(), LABELS, Accounts::Named);
    assert_eq!(copy.check(), Ok(()));
    let people: Vec<&str> = copy.interviews().map(|(_, one)| one.head.person.as_str()).collect();
    assert_eq!(people, ["[Person 3]", "Daria Lin"]);
    let said: Vec<&str> = copy.paragraphs().map(|(_, one)| one.text.as_str()).collect();
    assert_eq!(said, ["[Person 3] told [Company 2] and [Person 1].", "Daria of Tropa, not [Person 3]."]);
    assert_eq!(copy.quotes().count(), 2);
    assert!(copy.statements().all(|(_, one)| one.quotes.len() == 2));
    let mut texts = String::new();
    copy.texts(&mut |text| texts += text);
    assert!(!["Marina", "Sokolova", "Oleg", "Vetrov", "Igor"].iter().any(|name| texts.contains(name)), "{texts}");
    let file = table::write(&table::rows(&project(&copy, "key")));
    assert!(file.contains("Tropa") && !file.contains("Polyot") && !file.contains("Meridian"), "{file}");
}

#[test]
fn words_of_whoever_agreed_to_nothing_go_nowhere() {
    const SAID: &str = "Honestly, nobody told us what the second invoice was for.";
    let mut desk = Desk::new();
    let head = Head { consent: Consent::None, ..person("Pavel Orlov", "Vostok") };
    let id = desk.heard(head, &[SAID, "We left in the middle of the winter season.", "Too expensive!"]);
    desk.heard(Head { consent: Consent::ByName, ..person("Daria Lin", "Tropa") }, &[SAID]);
    let [quote, short] = [desk.quote(id, 0, None), desk.quote(id, 2, None)];
    let cell = desk.cell(1, LaneKind::Thoughts);
    let Some(Key::Card(made)) = desk.act(Command::AddCardOfQuote(quote, cell)) else { panic!("a card") };
    desk.act(Command::SetCardText(made, "What the second invoice was for?".into()));
    desk.act(Command::AddCardOfQuote(short, cell));
    desk.friction("They left in the middle of the winter season");
    let own = desk.friction("Invoices are not explained");
    desk.act(Command::LinkQuote(quote, Link::Card(own), true));
    let claim = Claim::Story { when: "Nobody told us what".into(), want: "to pay".into(), so: "it ends".into() };
    let Some(Key::Statement(job)) = desk.act(Command::AddStatement(Box::new(claim), None)) else { panic!("a job") };
    desk.act(Command::SetStatement(job, StatementInput::Quotes(vec![quote])));
    let map = desk.e().journeys().next().map(|(id, _)| id);
    for alone in [None, map] {
        let shared = for_clients(desk.e(), Choice { alone, ..Choice::default() }, LABELS);
        assert_eq!(shared.check(), Ok(()));
        let cards: Vec<&str> = shared.all_cards().map(|(_, card)| card.text.as_str()).collect();
        let hidden = "[Quote hidden]";
        assert_eq!(cards, [hidden, hidden, "They left in the [Quote hidden]", "Invoices are not explained"]);
        let counts = withheld(desk.e(), alone);
        assert_eq!(counts.get(&Some(Collection::Card)), Some(&3));
        assert_eq!(counts.get(&Some(Collection::Statement)), alone.is_none().then_some(&1));
        if alone.is_none() {
            assert!(
                shared.statements().all(|(_, one)| matches!(&one.claim, Claim::Story { when, .. } if when == hidden))
            );
            assert!(shared.paragraphs().any(|(_, one)| one.text == SAID), "what others say is theirs");
        }
    }
    let unnamed = anonymous::copy(desk.e(), LABELS);
    assert!(unnamed.all_cards().all(|(_, card)| !card.text.contains("invoice was")));
}

#[test]
fn nothing_leads_to_whoever_stays_unnamed() {
    const SAID: &str = "Call +7 (903) 123-45-67, mail m@meridian.ru, see t.me/mari. It cost 1 200 000 in 2019-2020.";
    let mut desk = Desk::new();
    let head = Head { consent: Consent::Anonymous, ..person("Marina Sokolova", "Meridian") };
    let id = desk.heard(head, &[SAID]);
    let quote = desk.quote(id, 0, None);
    desk.act(Command::SetQuote(quote, QuoteInput::Memo("She is @mari".into())));
    desk.heard(Head { consent: Consent::ByName, ..person("Daria Lin", "Tropa") }, &["Write to d@tropa.ru."]);
    desk.friction("Nobody calls 89031234567, help is at tropa.ru/help");
    let copies = [clients::copy(desk.e(), LABELS, Accounts::Named), anonymous::copy(desk.e(), LABELS)].map(|copy| {
        let mut texts = String::new();
        copy.texts(&mut |text| texts += text);
        texts
    });
    for texts in &copies {
        for hidden in ["903", "m@", "meridian", "mari."] {
            assert!(!texts.contains(hidden), "{hidden} in {texts}");
        }
        assert!(texts.contains("It cost 1 200 000 in 2019-2020.") && texts.contains("calls [Number]"), "{texts}");
    }
    assert!(copies[0].contains("d@tropa.ru") && copies[0].contains("help is at tropa.ru/help"), "{}", copies[0]);
    assert!(!copies[1].contains("d@"), "{}", copies[1]);
    let bare = without_names(project(desk.e(), "key"), &mapping(desk.e(), LABELS), LABELS);
    assert!(!table::write(&table::rows(&bare)).contains("903"));
    let lines = cleared(desk.e(), &quotes_of(desk.e()), LABELS);
    assert!(lines.into_iter().flatten().all(|one| !one.text.contains("903")));
}

#[test]
fn accounts_go_without_names_where_that_is_chosen() {
    let mut desk = Desk::new();
    desk.act(accounts(&[("Polyot Bank", &[10.0]), ("Vostok", &[20.0])]));
    desk.heard(Head { consent: Consent::ByName, ..person("Daria Lin", "Polyot Bank") }, &["Vostok and Tropa left."]);
    desk.friction("Polyot waits");
    let choice = Choice { accounts: Accounts::Hidden, ..Choice::default() };
    let shared = for_clients(desk.e(), choice, LABELS);
    let names: Vec<&str> = shared.accounts().map(|(_, account)| account.name.as_str()).collect();
    assert_eq!(names, ["[Company 1]", "[Company 2]"]);
    let mut texts = String::new();
    shared.texts(&mut |text| texts += text);
    assert!(!texts.contains("Polyot") && !texts.contains("Vostok"), "{texts}");
    assert!(texts.contains("Daria Lin") && texts.contains("Tropa"), "{texts}");
    assert_eq!(for_clients(desk.e(), Choice::default(), LABELS), *desk.e());
    assert!(Handout::Project.made_of(desk.e(), choice, LABELS).is_none(), "the own file holds all");
    assert_eq!(Handout::Report.made_of(desk.e(), choice, LABELS), Some(shared));
}

#[test]
fn one_map_alone_names_only_who_agreed() {
    let mut desk = consenting();
    desk.friction("Daria waits for Oleg Vetrov");
    let map = desk.e().journeys().next().map(|(id, _)| id);
    for alone in [None, map] {
        let shared = for_clients(desk.e(), Choice { alone, ..Choice::default() }, LABELS);
        let cards: Vec<&str> = shared.all_cards().map(|(_, card)| card.text.as_str()).collect();
        assert_eq!(cards, ["[Person 1] waits", "Daria waits for [Person 3]"]);
        assert_eq!(shared.interviews().count() > 0, alone.is_none());
    }
}

#[test]
fn a_quote_names_only_who_agreed_to_be_named() {
    let desk = consenting();
    let lines: Vec<_> = cleared(desk.e(), &quotes_of(desk.e()), LABELS)
        .into_iter()
        .map(|one| one.map(|one| (one.text, one.by)).ok())
        .collect();
    assert_eq!(
        lines,
        [
            None,
            Some(("[Person 3] told [Company 2] and [Person 1].".into(), String::new())),
            Some(("Daria of Tropa, not [Person 3].".into(), "Daria Lin, Tropa".into()))
        ]
    );
}

#[test]
fn a_copy_without_names_has_none_in_any_of_its_texts() {
    let mut desk = consenting();
    desk.act(Command::AddGroup("Marina’s themes".into()));
    let mut scenario = Scenario::sample("$", 1.0);
    scenario.cohorts =
        Some(CohortTable { rows: vec![vec![Amount::default()]], names: vec!["With Marina".into()], per_cent: false });
    let input = Input::all().next().expect("an input");
    let source = "Interview with Marina Sokolova".into();
    scenario.origins = vec![Origin { source, owner: "Marina".into(), ..Origin::unknown(input) }];
    desk.act(Command::AddScenario(Box::new(scenario)));
    desk.act(Command::SetHead(orbita::edit::HeadField::About, "For Marina".into()));
    let mut before = 0;
    desk.e().texts(&mut |text| before += usize::from(text.contains("Marina")));
    assert!(before > 8, "{before}");
    anonymous::copy(desk.e(), LABELS).texts(&mut |text| assert!(!text.contains("Marina"), "{text}"));
    let bare = without_names(project(desk.e(), "key"), &mapping(desk.e(), LABELS), LABELS);
    assert!(bare.book.groups.values().all(|group| !group.name.contains("Marina")));
}

#[test]
fn words_of_somebody_else_are_never_the_persons() {
    let mut desk = Desk::new();
    let id = desk.heard(Head { consent: Consent::ByName, role: "Buyer".into(), ..person("Anna Keller", "Acme") }, &[]);
    let line = |speaker, text| Paragraph { speaker: Some(speaker), ..Paragraph::of(text) };
    let paragraphs = vec![line(1, "We left in May."), line(2, "The ratio was bad, Anna says."), line(0, "Why?")];
    let speakers = vec!["Tom".into(), "anna k.".into(), "Dr. O\u{2019}Neill (CFO)".into()];
    desk.act(Command::AddTranscript { interview: id, speakers, interviewer: Some(0), on: None, paragraphs });
    (0..2).for_each(|at| _ = desk.quote(id, at, None));
    let all = quotes_of(desk.e());
    let who: Vec<(&str, Consent)> = all.iter().map(|one| (one.who.as_str(), one.consent)).collect();
    assert_eq!(who, [("Anna Keller, Buyer, Acme", Consent::ByName), ("Dr. O\u{2019}Neill (CFO)", Consent::Anonymous)]);
    let by: Vec<String> = cleared(desk.e(), &all, LABELS).into_iter().map(|one| one.expect("agreed").by).collect();
    assert_eq!(by, ["Anna Keller, Buyer, Acme", ""]);
}

#[test]
fn debriefs_stay_and_a_copy_without_names_holds_only_who_agreed() {
    let mut desk = consenting();
    let (daria, _) = desk.e().interviews().last().expect("three talks");
    desk.act(Command::SetInterview(daria, InterviewInput::Debrief(0, "Difficult to talk to".into())));
    let has_debrief = |e: &Engagement| e.interviews().any(|(_, one)| !one.head.debrief[0].is_empty());
    assert!(has_debrief(desk.e()));
    assert!(!has_debrief(&clients::copy(desk.e(), LABELS, Accounts::Named)), "by name or not");
    // What the team wrote names nobody, and quotes nobody who agreed to nothing.
    desk.act(Command::SetInterview(
        daria,
        InterviewInput::Debrief(1, "Oleg Vetrov at Polyot knows, says Marina".into()),
    ));
    desk.act(Command::SetInterview(daria, InterviewInput::Debrief(2, "Daria calmed Igor down".into())));
    let debrief = |e: &Engagement| e.interview(daria).map(|one| one.head.debrief.clone()).expect("Daria agreed");

    let copy = anonymous::copy(desk.e(), LABELS);
    assert_eq!(copy.check(), Ok(()));
    assert_eq!((copy.interviews().count(), copy.quotes().count()), (2, 2), "who agreed to nothing is left out");
    let [first, second, third, ..] = debrief(&copy);
    assert!(second.starts_with("[Quote hidden], says [Person"), "{second}");
    assert_eq!(first, "Difficult to talk to");
    assert!(third.starts_with("[Person") && third.contains("calmed [Person"), "{third}");
    let mut texts = String::new();
    copy.texts(&mut |text| texts += text);
    assert!(!["Marina", "Sokolova", "Daria", "Oleg"].iter().any(|name| texts.contains(name)), "{texts}");
}

#[test]
fn without_names_spares_nobody_who_took_part_or_asked() {
    let mut desk = consenting();
    desk.act(Command::SetHead(orbita::edit::HeadField::Title, "Polyot: first year".into()));
    let head = Head { took_part: vec!["Finance director Vera Kim".into(), "CFO".into()], ..person("Pavel", "Kurs+") };
    let id = desk.heard(head, &[]);
    let paragraphs = vec![Paragraph { speaker: Some(0), ..Paragraph::of("Vera Kim, says the CFO.") }];
    let speakers = vec!["Sasha Gor".into(), "Buyer".into()];
    desk.act(Command::AddTranscript { interview: id, speakers, interviewer: Some(0), on: None, paragraphs });
    let mapping = mapping(desk.e(), LABELS);
    let bare = without_names(project(desk.e(), "key"), &mapping, LABELS);
    let file = exchange::markdown::write(
        &bare,
        &exchange::markdown::Speech { forces: [""; 4], quoted: &|text| text.into(), unnamed: "", note: "" },
    );
    assert!(!["Vera", "Kim", "Sasha", "Gor", "Igor"].iter().any(|name| file.contains(name)), "{file}");
    assert!(file.contains("CFO") && file.contains("Finance director"), "{file}");
    assert_eq!(bare.name, "[Company 2]: first year");
}

#[test]
fn somebody_who_is_written_in_several_ways_is_one_person() {
    let mut desk = Desk::new();
    let speakers = vec!["Interviewer".to_owned(), "А. Петрова".into()];
    let took_part = vec!["Susan Finance".into(), "Анна Ким".into()];
    let head = Head { speakers, interviewer: Some(0), took_part, ..person("Анна Петрова", "") };
    desk.heard(head, &["Петрова и Анна Ким спорили с Susan. А. Петрова ушла. Finance said no."]);
    let speakers = vec!["Анна".to_owned()];
    desk.heard(Head { speakers, ..person("Анна Ким", "") }, &["Анна сказала «да»."]);
    let mapping = mapping(desk.e(), LABELS);
    let names: Vec<Vec<String>> = mapping.hidden.iter().map(|hidden| hidden.names.clone()).collect();
    assert_eq!(names, [vec!["Анна Петрова", "А. Петрова"], vec!["Susan Finance"], vec!["Анна Ким", "Анна"]]);
    let text = |interview: usize| {
        let (id, _) = desk.e().interviews().nth(interview).expect("an interview");
        mapping.hidden_text(&desk.e().paragraph(desk.e().paragraphs_of(id)[0]).expect("a paragraph").text)
    };
    assert_eq!(text(0), "[Person 1] и [Person 3] спорили с [Person 2]. [Person 1] ушла. Finance said no.");
    assert_eq!(text(1), "[Person 3] сказала «да».");
    assert_eq!(mapping.hidden_text("Susan Finance, CFO"), "[Person 2], CFO");
}

#[test]
fn a_card_made_of_a_quote_names_only_who_agreed() {
    let text = |consent: Consent| {
        let mut desk = Desk::new();
        let head = Head { consent, ..person("Anna Kim", "Meridian") };
        let id = desk.heard(head, &["Anna, I said, leave Meridian."]);
        let quote = desk.quote(id, 0, None);
        let cell = desk.cell(1, LaneKind::Thoughts);
        let Some(Key::Card(card)) = desk.act(Command::AddCardOfQuote(quote, cell)) else { panic!("a card") };
        desk.e().card(card).map(|card| card.text.clone())
    };
    assert_eq!(text(Consent::ByName).as_deref(), Some("Anna, I said, leave Meridian."));
    let mut desk = Desk::new();
    let head = |person: &str, consent| Head { consent, ..self::person(person, "Meridian") };
    let hidden = Head { took_part: vec!["Oleg Petrov".into()], ..head("Anna Kim", Consent::Anonymous) };
    let id = desk.heard(hidden, &[]);
    let paragraphs =
        vec![Paragraph { speaker: Some(0), ..Paragraph::of("Мариша and Oleg laughed at Vera and Ira.") }];
    desk.act(Command::AddTranscript {
        interview: id,
        speakers: vec!["Мариша".into()],
        interviewer: None,
        on: None,
        paragraphs,
    });
    desk.heard(head("Vera Lin", Consent::None), &[]);
    let named = desk.heard(head("Ira Gor", Consent::ByName), &["I, Ira, saw Vera at Meridian."]);
    let texts = [id, named].map(|id| {
        let (quote, cell) = (desk.quote(id, 0, None), desk.cell(1, LaneKind::Thoughts));
        let Some(Key::Card(card)) = desk.act(Command::AddCardOfQuote(quote, cell)) else { panic!("a card") };
        desk.e().card(card).map(|card| card.text.clone()).unwrap_or_default()
    });
    assert_eq!(
        texts,
        ["[\u{2026}] and [\u{2026}] laughed at [\u{2026}] and Ira.", "I, Ira, saw [\u{2026}] at Meridian."],
        "others too"
    );
    for consent in [Consent::None, Consent::Anonymous] {
        assert_eq!(text(consent).as_deref(), Some("[\u{2026}], I said, leave [\u{2026}]."), "{consent:?}");
    }
}
