//! The ids of the elements that show places of a map.

use crate::insight::walk::Spot;
use crate::model::Cell;
use crate::model::quantity::{CardId, LaneId, StageId};

/// The id of the element that shows a place.
pub fn element_id(spot: Spot) -> String {
    match spot {
        Spot::Stage(stage) => format!("stage-{stage}"),
        Spot::Lane(lane) => format!("lane-{lane}"),
        Spot::Cell(Cell { stage, lane }) => format!("cell-{stage}-{lane}"),
        Spot::Card(card) => format!("card-{card}"),
    }
}

/// What [`element_id`] wrote.
pub fn spot_of(id: &str) -> Option<Spot> {
    let mut parts = id.split('-');
    let kind = parts.next()?;
    let mut number = || parts.next()?.parse().ok();
    match kind {
        "stage" => number().map(|id| Spot::Stage(StageId(id))),
        "lane" => number().map(|id| Spot::Lane(LaneId(id))),
        "card" => number().map(|id| Spot::Card(CardId(id))),
        "cell" => Some(Spot::Cell(Cell { stage: StageId(number()?), lane: LaneId(number()?) })),
        _ => None,
    }
}
