//! What is copied from a map and put into one.

use orbita::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use orbita::edit::{Command, plan};
use orbita::exchange::clip::Clip;
use orbita::i18n::Lang;
use orbita::model::journey::{Details, Lane, LaneKind};
use orbita::model::quantity::{CardId, Grade, JourneyId, Level};
use orbita::model::{Cell, Engagement, Key};
use orbita::tables::paste::{self, Paste};

fn act(engagement: &mut Engagement, command: Command) -> Key {
    let plan = plan(engagement, command).expect("possible");
    engagement.swap(plan.change);
    plan.made.expect("made something")
}

fn map(engagement: &mut Engagement, draft: JourneyDraft) -> JourneyId {
    let Key::Journey(id) = act(engagement, Command::AddJourney(Box::new(draft))) else { panic!("a map") };
    id
}

fn scored(text: &str) -> CardDraft {
    let grade = Grade::try_from(4).ok();
    let details =
        Details { frequency: grade, impact: grade, owner: "Ann".into(), tags: vec!["q4".into()], ..Details::default() };
    CardDraft { details, ..CardDraft::text(text) }
}

/// Three stages; actions hold a, b | c | nothing, frictions nothing | d | nothing.
fn project() -> (Engagement, JourneyId) {
    let mut draft = JourneyDraft::blank(3);
    draft.stages[0].cells = vec![vec![CardDraft::text("a"), CardDraft::text("b\n2")]];
    draft.stages[1].cells = vec![vec![CardDraft::text("=c")], vec![], vec![], vec![], vec![scored("d")]];
    draft.stages[1].name = "Buy".into();
    draft.stages[1].emotion = Some(Level::LOWEST);
    let mut engagement = Engagement::new();
    let id = map(&mut engagement, draft);
    (engagement, id)
}

fn cards(engagement: &Engagement, id: JourneyId, stage: usize, lane: usize) -> Vec<CardId> {
    let journey = engagement.journey(id).expect("there");
    engagement.stage(journey.stages[stage]).expect("there").cards(journey.lanes[lane]).to_vec()
}

fn texts(engagement: &Engagement, id: JourneyId, stage: usize, lane: usize) -> Vec<String> {
    let text = |card: CardId| engagement.card(card).expect("there").text.clone();
    cards(engagement, id, stage, lane).into_iter().map(text).collect()
}

#[test]
fn copied_cards_keep_all_they_hold_and_their_places_to_each_other() {
    let (mut engagement, id) = project();
    let picked = [cards(&engagement, id, 1, 4), cards(&engagement, id, 0, 0)].concat();
    let clip = Clip::of_cards(&engagement, id, &picked).expect("three cards");
    assert_eq!(clip.cards(), 3);
    let Some(Clip::Cells(rows)) = Clip::read(&clip.write()) else { panic!("what was written is read") };

    // Into another map, with a stage too few.
    let other = map(&mut engagement, JourneyDraft::blank(2));
    let journey = engagement.journey(other).expect("there");
    let from = Cell { stage: journey.stages[1], lane: journey.lanes[0] };
    act(&mut engagement, Command::FillGrid { from, rows });
    assert_eq!(texts(&engagement, other, 1, 0), ["a", "b\n2"]);
    // The lane of emotions is stepped over, as it was when they were copied.
    let d = cards(&engagement, other, 2, 4);
    assert_eq!(engagement.details(d[0]), Some(&scored("d").details));
}

#[test]
fn a_single_card_and_a_single_cell_are_plain_lines() {
    let (engagement, id) = project();
    let clip = |picked: &[CardId]| Clip::of_cards(&engagement, id, picked).expect("cards").plain(Lang::English);
    let cell = cards(&engagement, id, 0, 0);
    assert_eq!(clip(&cell[1..]), "b\n2");
    assert_eq!(clip(&cell), "a\nb 2");
    assert_eq!(paste::read(&clip(&cell)), Paste::Lines(vec!["a".into(), "b 2".into()]));
}

#[test]
fn a_block_is_a_table_that_no_spreadsheet_runs_and_that_comes_back() {
    let (engagement, id) = project();
    let picked = [cards(&engagement, id, 0, 0), cards(&engagement, id, 1, 0)].concat();
    let clip = Clip::of_cards(&engagement, id, &picked).expect("cards");
    assert_eq!(clip.plain(Lang::English), "\"a\nb\n2\"\t'=c\n");
    assert_eq!(paste::read(&clip.plain(Lang::English)), Paste::Block(vec![vec!["a\nb\n2".into(), "=c".into()]]));
    assert!(clip.html(Lang::English).contains("<tr><td>a<br>b<br>2</td><td>=c</td></tr>"));
}

#[test]
fn a_stage_finds_its_lanes_in_another_map_or_brings_them() {
    let (mut engagement, id) = project();
    let stage = engagement.journey(id).expect("there").stages[1];
    let clip = Clip::of_stage(&engagement, id, stage).expect("a stage");
    assert_eq!(clip.plain(Lang::English).lines().next(), Some("\tBuy"));
    let Some(Clip::Stages { lanes, stages }) = Clip::read(&clip.write()) else { panic!("what was written is read") };

    let bare = JourneyDraft {
        lanes: vec![Lane::of(LaneKind::Thoughts), Lane::of(LaneKind::Friction)],
        stages: vec![StageDraft::default()],
        ..JourneyDraft::default()
    };
    let other = map(&mut engagement, bare);
    let made = act(&mut engagement, Command::AddStages { journey: other, at: 0, lanes, stages });
    let journey = engagement.journey(other).expect("there").clone();
    assert_eq!((made, journey.stages.len()), (Key::Stage(journey.stages[0]), 2));
    assert_eq!(texts(&engagement, other, 0, 1), ["d"]);
    assert_eq!(texts(&engagement, other, 0, 2), ["=c"], "a lane of actions was missing");
    assert_eq!(journey.lanes.len(), 3);
    let stage = engagement.stage(journey.stages[0]).expect("there");
    assert_eq!((stage.name.as_str(), stage.emotion), ("Buy", Some(Level::LOWEST)));
}

#[test]
fn a_lane_of_ones_own_takes_no_cards_of_another_one() {
    let own = |name: &str| Lane { name: name.into(), ..Lane::of(LaneKind::Free) };
    let cells = vec![vec![CardDraft::text("Contract")], vec![CardDraft::text("Later")]];
    let stage = StageDraft { cells, ..StageDraft::default() };
    let mut engagement = Engagement::new();
    let other = map(
        &mut engagement,
        JourneyDraft {
            lanes: vec![own("Risks"), own("")],
            stages: vec![StageDraft::default()],
            ..JourneyDraft::default()
        },
    );
    let lanes = vec![own("Papers"), own("")];
    act(&mut engagement, Command::AddStages { journey: other, at: 0, lanes, stages: vec![stage] });
    assert_eq!(texts(&engagement, other, 0, 0), [""; 0]);
    assert_eq!(texts(&engagement, other, 0, 1), ["Later"]);
    assert_eq!(texts(&engagement, other, 0, 2), ["Contract"]);
}

#[test]
fn a_tag_is_the_same_in_any_case() {
    let (mut engagement, id) = project();
    let cards = cards(&engagement, id, 1, 4);
    let tagged = |engagement: &Engagement| engagement.details(cards[0]).expect("details").tags.clone();
    let tag = |tag: &str, on| Command::TagCards { cards: cards.clone(), tag: tag.into(), on };
    assert!(plan(&engagement, tag("Q4", true)).is_err(), "it is there");
    engagement.swap(plan(&engagement, tag("ещё", true)).expect("new").change);
    assert!(plan(&engagement, tag("Еще", true)).is_err(), "it is there");
    engagement.swap(plan(&engagement, tag("Q4", false)).expect("there").change);
    assert_eq!(tagged(&engagement), ["ещё"]);
}

#[test]
fn names_of_stages_fill_those_without_one_and_add_the_rest() {
    let (mut engagement, id) = project();
    let named = |engagement: &mut Engagement, at: usize, names: &[&str]| -> Vec<String> {
        let from = engagement.journey(id).expect("there").stages[at];
        let names = names.iter().map(ToString::to_string).collect();
        act(engagement, Command::NameStages { from, names });
        let stages = engagement.journey(id).expect("there").stages.clone();
        stages.into_iter().map(|stage| engagement.stage(stage).expect("there").name.clone()).collect()
    };
    // The second has a name and stays; what goes on is put before it.
    assert_eq!(named(&mut engagement, 0, &["Need", "Choice"]), ["Need", "Choice", "Buy", ""]);
    assert_eq!(named(&mut engagement, 2, &["Order", "Use", "Renew"]), ["Need", "Choice", "Order", "Use", "Renew"]);
    assert_eq!(texts(&engagement, id, 2, 0), ["=c"]);
}

#[test]
fn what_is_no_clip_is_not_read() {
    for text in ["", "null", "{}", "{\"cells\":1}", "{\"cells\":[[[{\"card\":{\"text\":1}}]]]}", "[[["] {
        assert_eq!(Clip::read(text), None, "{text}");
    }
    assert_eq!(Clip::read(&format!("{{\"cells\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000))), None);
}
