//! What is shared, and what carries it.

use crate::arrange::Arrange;
use crate::model::quantity::JourneyId;
use crate::model::scenario::Tables;
use crate::model::{Change, Edit, Engagement, Head, Key};

/// One map of a project by itself: its stages, lanes and cards with what is known of them. What the project is called, its
/// other maps, its economics and its clients stay where they are. `None` when the map is not there.
pub fn one_map(engagement: &Engagement, id: JourneyId) -> Option<Engagement> {
    let journey = engagement.journey(id)?;
    let mut keys = vec![Key::Journey(id)];
    keys.extend(journey.lanes.iter().map(|&lane| Key::Lane(lane)));
    for &stage in &journey.stages {
        keys.push(Key::Stage(stage));
        let cards = engagement.stage(stage).into_iter().flat_map(|stage| stage.all_cards());
        keys.extend(cards.flat_map(|card| [Key::Card(card), Key::Details(card)]));
    }
    let head = Head { title: journey.title.clone(), journeys: vec![id], ..engagement.head().clone() };
    let mut change: Change = keys.into_iter().filter_map(|key| engagement.edit(key)).collect();
    change.push(Edit::Head(Head { about: String::new(), tables: Tables::default(), ..head }));
    change.arrange_by_key(Edit::key);
    let mut alone = Engagement::new();
    alone.swap(change);
    Some(alone)
}

/// What people send links with, and how long an address it keeps whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// A QR code that the camera of a phone reads from a screen.
    Camera,
    /// A mail program.
    Mail,
    /// A chat.
    Chat,
    /// A browser, where the address is pasted.
    Browser,
}

impl Carrier {
    /// Every carrier, the one that keeps least first.
    pub const ALL: [Carrier; 4] = [Carrier::Camera, Carrier::Mail, Carrier::Chat, Carrier::Browser];

    /// The longest whole address that it keeps, in letters.
    pub fn most(self) -> usize {
        match self {
            Carrier::Camera => 1_000,
            Carrier::Mail => 2_048,
            Carrier::Chat => 3_992,
            Carrier::Browser => 65_000,
        }
    }

    /// Whether it keeps a whole address of so many letters.
    pub fn keeps(self, letters: usize) -> bool {
        letters <= self.most()
    }
}
