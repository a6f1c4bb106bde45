//! What a row of an exported map is.

/// What a row of an exported map says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// A card.
    Card,
    /// A stage, with its subtitle and its feelings.
    Stage,
    /// A lane, with its question; lanes come in their order.
    Lane,
    /// A lane that is hidden.
    HiddenLane,
    /// The title of the map.
    Title,
    /// Its persona.
    Persona,
    /// Its scenario.
    Scenario,
    /// Whether it shows what is or what should be.
    Kind,
    /// The name of its second curve.
    SecondCurve,
    /// A step of its agenda.
    Agenda,
}

impl Record {
    /// All, in the order in which they are written.
    pub const ALL: [Record; 10] = [
        Record::Card,
        Record::Stage,
        Record::Lane,
        Record::HiddenLane,
        Record::Title,
        Record::Persona,
        Record::Scenario,
        Record::Kind,
        Record::SecondCurve,
        Record::Agenda,
    ];
}
