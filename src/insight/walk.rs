//! Walking the map by keyboard: from one place to the next.

use crate::model::journey::Journey;
use crate::model::quantity::{CardId, LaneId, StageId};
use crate::model::{Cell, Engagement};

/// A place on the map that can have the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The head of a stage.
    Stage(StageId),
    /// The head of a lane.
    Lane(LaneId),
    /// A cell itself, beside its cards.
    Cell(Cell),
    /// A card.
    Card(CardId),
}

/// Which way to walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the stage before.
    Left,
    /// To the stage after.
    Right,
    /// To the card or the lane above.
    Up,
    /// To the card or the lane below.
    Down,
    /// To the first stage of the row.
    Start,
    /// To the last stage of the row.
    End,
}

/// How far to go at once, as in a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// To the first lane of the stage.
    Top,
    /// To the last lane of the stage.
    Bottom,
    /// To the first cell of the map.
    First,
    /// To the last cell of the map.
    Last,
}

/// From where a cell is entered.
#[derive(Clone, Copy)]
enum From {
    Above,
    Below,
    /// From the side, at this card counted from 0.
    Side(usize),
}

/// A journey as it is walked: its stages, and those of its lanes that are shown.
pub struct Ground<'a> {
    engagement: &'a Engagement,
    stages: &'a [StageId],
    lanes: Vec<LaneId>,
}

impl<'a> Ground<'a> {
    /// The ground of a journey.
    pub fn of(engagement: &'a Engagement, journey: &'a Journey) -> Self {
        let shown = |lane: &LaneId| engagement.lane(*lane).is_some_and(|lane| !lane.hidden);
        Ground { engagement, stages: &journey.stages, lanes: journey.lanes.iter().copied().filter(shown).collect() }
    }

    /// The first place: the first cell, or what there is of heads.
    pub fn first(&self) -> Option<Spot> {
        match (self.stages.first(), self.lanes.first()) {
            (Some(&stage), Some(&lane)) => Some(self.enter(Cell { stage, lane }, From::Above)),
            (Some(&stage), None) => Some(Spot::Stage(stage)),
            (None, Some(&lane)) => Some(Spot::Lane(lane)),
            (None, None) => None,
        }
    }

    /// Whether the place is there to be walked on.
    pub fn holds(&self, spot: Spot) -> bool {
        match spot {
            Spot::Stage(stage) => self.stages.contains(&stage),
            Spot::Lane(lane) => self.lanes.contains(&lane),
            Spot::Cell(cell) => self.stages.contains(&cell.stage) && self.lanes.contains(&cell.lane),
            Spot::Card(card) => self.cell_of(card).is_some(),
        }
    }

    /// The cell of a place that has one.
    pub fn cell(&self, spot: Spot) -> Option<Cell> {
        match spot {
            Spot::Cell(cell) => Some(cell),
            Spot::Card(card) => self.cell_of(card).map(|(cell, _)| cell),
            Spot::Stage(_) | Spot::Lane(_) => None,
        }
    }

    /// The cell to which a line goes that is typed at a place: its own, or beside a head the one of its stage or lane that is
    /// nearest to the cell `before`.
    pub fn typed_into(&self, spot: Spot, before: Option<Cell>) -> Option<Cell> {
        let first = || Some(Cell { stage: *self.stages.first()?, lane: *self.lanes.first()? });
        let near = || before.filter(|cell| self.holds(Spot::Cell(*cell))).or_else(first);
        match spot {
            Spot::Stage(stage) => near().map(|near| Cell { stage, ..near }),
            Spot::Lane(lane) => near().map(|near| Cell { lane, ..near }),
            Spot::Cell(_) | Spot::Card(_) => self.cell(spot),
        }
    }

    /// The next place; `None` at the edge.
    pub fn step(&self, spot: Spot, way: Way) -> Option<Spot> {
        match spot {
            Spot::Stage(stage) => match way {
                Way::Down => Some(self.enter(Cell { stage, lane: *self.lanes.first()? }, From::Above)),
                Way::Up => None,
                _ => self.next_stage(stage, way).map(Spot::Stage),
            },
            Spot::Lane(lane) => match way {
                Way::Up | Way::Down => self.lane_beyond(lane, way).map(Spot::Lane),
                Way::Right | Way::Start => Some(self.enter(Cell { stage: *self.stages.first()?, lane }, From::Side(0))),
                Way::End => Some(self.enter(Cell { stage: *self.stages.last()?, lane }, From::Side(0))),
                Way::Left => None,
            },
            Spot::Cell(cell) => self.leave(cell, usize::MAX, way),
            Spot::Card(card) => {
                let (cell, at) = self.cell_of(card)?;
                let next = match way {
                    Way::Up => at.checked_sub(1),
                    Way::Down => Some(at + 1),
                    _ => None,
                };
                match next.and_then(|next| self.cards(cell).get(next)) {
                    Some(&card) => Some(Spot::Card(card)),
                    None => self.leave(cell, at, way),
                }
            }
        }
    }

    /// The first card of a cell, or the cell.
    pub fn first_in(&self, cell: Cell) -> Spot {
        self.enter(cell, From::Above)
    }

    /// The place at an edge of the map; `None` on a map without stages or lanes.
    pub fn edge(&self, spot: Spot, edge: Edge) -> Option<Spot> {
        let stage = match (edge, spot) {
            (Edge::First, _) => *self.stages.first()?,
            (Edge::Last, _) => *self.stages.last()?,
            (_, Spot::Stage(stage)) => stage,
            (Edge::Top, Spot::Lane(_)) => return self.lanes.first().map(|&lane| Spot::Lane(lane)),
            (Edge::Bottom, Spot::Lane(_)) => return self.lanes.last().map(|&lane| Spot::Lane(lane)),
            _ => self.cell(spot)?.stage,
        };
        Some(match edge {
            Edge::Top | Edge::First => self.enter(Cell { stage, lane: *self.lanes.first()? }, From::Above),
            Edge::Bottom | Edge::Last => self.enter(Cell { stage, lane: *self.lanes.last()? }, From::Below),
        })
    }

    /// The cards from one place to another: those between them in one cell, or all of the cells of the rectangle that has the
    /// two for its corners.
    pub fn between(&self, one: Spot, other: Spot) -> Vec<CardId> {
        let (Some(a), Some(b)) = (self.cell(one), self.cell(other)) else { return Vec::new() };
        if let (true, Spot::Card(one), Spot::Card(other)) = (a == b, one, other) {
            let at = |card| self.cell_of(card).map_or(0, |(_, at)| at);
            let (one, other) = (at(one), at(other));
            return self.cards(a)[one.min(other)..=one.max(other)].to_vec();
        }
        let stage = |id| self.stages.iter().position(|&other| other == id).unwrap_or(0);
        let lane = |id| self.lanes.iter().position(|&other| other == id).unwrap_or(0);
        let (left, right) = (stage(a.stage).min(stage(b.stage)), stage(a.stage).max(stage(b.stage)));
        let (top, bottom) = (lane(a.lane).min(lane(b.lane)), lane(a.lane).max(lane(b.lane)));
        self.block(&self.stages[left..=right], &self.lanes[top..=bottom])
    }

    /// Every card on the lanes that are shown, stage by stage.
    pub fn all(&self) -> Vec<CardId> {
        self.block(self.stages, &self.lanes)
    }

    fn block(&self, stages: &[StageId], lanes: &[LaneId]) -> Vec<CardId> {
        let cells = stages.iter().flat_map(|&stage| lanes.iter().map(move |&lane| Cell { stage, lane }));
        cells.flat_map(|cell| self.cards(cell)).copied().collect()
    }

    /// Where the keyboard goes when `card` is about to go: to the card below it, the one above it, or the cell.
    pub fn after(&self, card: CardId) -> Option<Spot> {
        let (cell, at) = self.cell_of(card)?;
        let cards = self.cards(cell);
        let next = cards.get(at + 1).or_else(|| cards.get(at.checked_sub(1)?));
        Some(next.map_or(Spot::Cell(cell), |&card| Spot::Card(card)))
    }

    /// The cell beside a cell, and where in it a card arrives that leaves the other one in this direction.
    pub fn neighbour(&self, cell: Cell, way: Way) -> Option<Cell> {
        match way {
            Way::Up | Way::Down => Some(Cell { lane: self.lane_beyond(cell.lane, way)?, ..cell }),
            _ => Some(Cell { stage: self.next_stage(cell.stage, way)?, ..cell }),
        }
    }

    fn leave(&self, cell: Cell, at: usize, way: Way) -> Option<Spot> {
        match (self.neighbour(cell, way), way) {
            (Some(next), Way::Up) => Some(self.enter(next, From::Below)),
            (Some(next), Way::Down) => Some(self.enter(next, From::Above)),
            (Some(next), _) => Some(self.enter(next, From::Side(at))),
            (None, Way::Up) => Some(Spot::Stage(cell.stage)),
            (None, Way::Left) => Some(Spot::Lane(cell.lane)),
            (None, _) => None,
        }
    }

    fn enter(&self, cell: Cell, from: From) -> Spot {
        let cards = self.cards(cell);
        let card = match from {
            From::Above => cards.first(),
            From::Below => cards.last(),
            From::Side(at) => cards.get(at).or(cards.last()),
        };
        card.map_or(Spot::Cell(cell), |&card| Spot::Card(card))
    }

    fn next_stage(&self, stage: StageId, way: Way) -> Option<StageId> {
        let at = self.stages.iter().position(|&other| other == stage)?;
        match way {
            Way::Left => self.stages.get(at.checked_sub(1)?),
            Way::Right => self.stages.get(at + 1),
            Way::Start => self.stages.first(),
            _ => self.stages.last(),
        }
        .copied()
    }

    fn lane_beyond(&self, lane: LaneId, way: Way) -> Option<LaneId> {
        let at = self.lanes.iter().position(|&other| other == lane)?;
        let next = if way == Way::Up { at.checked_sub(1)? } else { at + 1 };
        self.lanes.get(next).copied()
    }

    fn cards(&self, cell: Cell) -> &[CardId] {
        self.engagement.stage(cell.stage).map_or(&[], |stage| stage.cards(cell.lane))
    }

    fn cell_of(&self, card: CardId) -> Option<(Cell, usize)> {
        self.stages.iter().find_map(|&stage| {
            let (lane, at) = self.engagement.stage(stage)?.place(card)?;
            self.lanes.contains(&lane).then_some((Cell { stage, lane }, at))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::draft::{CardDraft, JourneyDraft};
    use crate::edit::{Command, plan};
    use crate::model::Key;
    use crate::model::journey::Card;
    use crate::model::quantity::JourneyId;

    /// Two stages; the first cell holds two cards, the one to its right one card, all others none.
    fn ground() -> (Engagement, JourneyId) {
        let mut draft = JourneyDraft::blank(2);
        let card = |text: &str| CardDraft { card: Card { text: text.into() }, ..CardDraft::default() };
        draft.stages[0].cells = vec![vec![card("a"), card("b")]];
        draft.stages[1].cells = vec![vec![card("c")]];
        let mut engagement = Engagement::new();
        let plan = plan(&engagement, Command::AddJourney(Box::new(draft))).expect("possible");
        engagement.swap(plan.change);
        let Some(Key::Journey(id)) = plan.made else { panic!("a journey was made") };
        (engagement, id)
    }

    #[test]
    fn arrows_walk_cards_then_lanes_then_heads() {
        let (engagement, id) = ground();
        let journey = engagement.journey(id).expect("made");
        let ground = Ground::of(&engagement, journey);
        let (first, second) = (journey.stages[0], journey.stages[1]);
        let (top, below) = (journey.lanes[0], journey.lanes[1]);
        let cards = engagement.stage(first).expect("made").cards(top).to_vec();
        let c = engagement.stage(second).expect("made").cards(top)[0];

        assert_eq!(ground.first(), Some(Spot::Card(cards[0])));
        assert_eq!(ground.step(Spot::Card(cards[0]), Way::Down), Some(Spot::Card(cards[1])));
        assert_eq!(ground.step(Spot::Card(cards[1]), Way::Right), Some(Spot::Card(c)));
        assert_eq!(ground.step(Spot::Card(c), Way::Right), None);
        let under = Cell { stage: first, lane: below };
        assert_eq!(ground.step(Spot::Card(cards[1]), Way::Down), Some(Spot::Cell(under)));
        assert_eq!(ground.step(Spot::Cell(under), Way::Up), Some(Spot::Card(cards[1])), "from below: the last card");
        assert_eq!(ground.step(Spot::Card(cards[0]), Way::Up), Some(Spot::Stage(first)));
        assert_eq!(ground.step(Spot::Card(cards[0]), Way::Left), Some(Spot::Lane(top)));
        assert_eq!(ground.step(Spot::Stage(first), Way::End), Some(Spot::Stage(second)));
        assert_eq!(ground.step(Spot::Lane(top), Way::Down), Some(Spot::Lane(below)));
    }

    #[test]
    fn a_line_goes_to_the_stage_or_the_lane_whose_head_one_stands_on() {
        let (engagement, id) = ground();
        let journey = engagement.journey(id).expect("made");
        let ground = Ground::of(&engagement, journey);
        let (first, second) = (journey.stages[0], journey.stages[1]);
        let (top, below) = (journey.lanes[0], journey.lanes[1]);
        let at = |stage, lane| Some(Cell { stage, lane });
        assert_eq!(ground.typed_into(Spot::Stage(second), at(first, below)), at(second, below));
        assert_eq!(ground.typed_into(Spot::Lane(below), at(second, top)), at(second, below));
        assert_eq!(ground.typed_into(Spot::Stage(second), None), at(second, top), "as a map is opened");
        assert_eq!(ground.typed_into(Spot::Lane(below), at(StageId(900), top)), at(first, below), "its stage is gone");
        let card = engagement.stage(second).expect("made").cards(top)[0];
        assert_eq!(ground.typed_into(Spot::Card(card), at(first, below)), at(second, top));
    }

    #[test]
    fn edges_are_reached_at_once_from_anywhere() {
        let (engagement, id) = ground();
        let journey = engagement.journey(id).expect("made");
        let ground = Ground::of(&engagement, journey);
        let (first, second) = (journey.stages[0], journey.stages[1]);
        let (top, bottom) = (journey.lanes[0], journey.lanes[5]);
        let cards = engagement.stage(first).expect("made").cards(top).to_vec();
        let low = Spot::Cell(Cell { stage: second, lane: bottom });
        assert_eq!(ground.edge(Spot::Card(cards[1]), Edge::Last), Some(low));
        assert_eq!(ground.edge(low, Edge::First), Some(Spot::Card(cards[0])));
        assert_eq!(ground.edge(Spot::Stage(second), Edge::Bottom), Some(low));
        assert_eq!(ground.edge(Spot::Cell(Cell { stage: first, lane: bottom }), Edge::Top), Some(Spot::Card(cards[0])));
        assert_eq!(ground.edge(Spot::Lane(top), Edge::Bottom), Some(Spot::Lane(bottom)));
    }

    #[test]
    fn a_stretch_of_cards_goes_from_corner_to_corner() {
        let (engagement, id) = ground();
        let journey = engagement.journey(id).expect("made");
        let ground = Ground::of(&engagement, journey);
        let top = journey.lanes[0];
        let cards = engagement.stage(journey.stages[0]).expect("made").cards(top).to_vec();
        let c = engagement.stage(journey.stages[1]).expect("made").cards(top)[0];
        assert_eq!(ground.between(Spot::Card(cards[1]), Spot::Card(cards[0])), cards);
        assert_eq!(ground.between(Spot::Card(cards[1]), Spot::Card(cards[1])), [cards[1]]);
        assert_eq!(ground.between(Spot::Card(c), Spot::Card(cards[1])), [cards[0], cards[1], c]);
        assert_eq!(ground.between(Spot::Stage(journey.stages[0]), Spot::Card(c)), []);
        assert_eq!(ground.all(), [cards[0], cards[1], c]);
    }

    #[test]
    fn a_deleted_card_hands_the_keyboard_to_its_neighbour() {
        let (engagement, id) = ground();
        let journey = engagement.journey(id).expect("made");
        let ground = Ground::of(&engagement, journey);
        let cell = Cell { stage: journey.stages[0], lane: journey.lanes[0] };
        let cards = engagement.stage(cell.stage).expect("made").cards(cell.lane).to_vec();
        assert_eq!(ground.after(cards[0]), Some(Spot::Card(cards[1])));
        assert_eq!(ground.after(cards[1]), Some(Spot::Card(cards[0])));
    }
}
