//! What a map says, and what its stages, lanes and curves are called.

use leptos::prelude::*;

use super::Board;
use crate::i18n::journey::JourneyWords;
use crate::i18n::map::MapWords;
use crate::i18n::speech::title_or;
use crate::i18n::versions::VersionWords;
use crate::i18n::workshop::WorkshopWords;
use crate::model::Key;
use crate::model::quantity::{LaneId, StageId};
use crate::ui::commands::BoardWords;

impl Board {
    /// What the map says.
    pub fn mw(self) -> &'static MapWords {
        MapWords::of(self.session.lang())
    }

    /// What a map and its parts are called.
    pub fn jw(self) -> &'static JourneyWords {
        JourneyWords::of(self.session.lang())
    }

    /// What is said while people work on the map together.
    pub fn ww(self) -> &'static WorkshopWords {
        WorkshopWords::of(self.session.lang())
    }

    /// What is said where maps are compared.
    pub fn vw(self) -> &'static VersionWords {
        VersionWords::of(self.session.lang())
    }

    /// What the verbs of the map are called by.
    pub fn verb_words(self) -> BoardWords {
        BoardWords::of(self.session.lang())
    }

    /// The name of the second curve, if the map has one.
    pub fn second_curve(self) -> Option<String> {
        let id = self.journey;
        let name =
            self.desk.read(Key::Journey(id), |e| e.journey(id).and_then(|journey| journey.second_curve.clone()))?;
        let w = self.jw();
        Some(title_or(&name, w.second_curve).into())
    }

    /// A stage's place among the stages, counted from 1.
    pub fn stage_number(self, stage: StageId) -> usize {
        self.stages.with(|stages| stages.iter().position(|&other| other == stage).map_or(0, |at| at + 1))
    }

    /// The name of a stage, or its number.
    pub fn stage_name(self, stage: StageId) -> String {
        let name = self.desk.read(Key::Stage(stage), |e| e.stage(stage).map(|stage| stage.name.clone()));
        let name = name.unwrap_or_default();
        if name.is_empty() { (self.jw().stage_n)(self.stage_number(stage)) } else { name }
    }

    /// The name of a lane, or that of its kind.
    pub fn lane_name(self, lane: LaneId) -> String {
        let own = self.desk.read(Key::Lane(lane), |e| e.lane(lane).map(|lane| (lane.name.clone(), lane.kind)));
        match own {
            Some((name, kind)) if name.is_empty() => self.jw().lane_kind(kind).into(),
            Some((name, _)) => name,
            None => String::new(),
        }
    }
}
