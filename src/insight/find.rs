//! Finding cards on a map.

use crate::compose::folded;
use crate::model::Engagement;
use crate::model::journey::{Details, Evidence, LaneKind};
use crate::model::quantity::{CardId, JourneyId};

/// What is looked for; everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words or parts of words, all of which stand on the card, in any case of letters; "е" finds "ё".
    pub text: String,
    /// In lanes of this kind.
    pub kind: Option<LaneKind>,
    /// Owned by.
    pub owner: Option<String>,
    /// Tagged.
    pub tag: Option<String>,
    /// Known so well.
    pub evidence: Option<Evidence>,
}

impl Query {
    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        *self == Query { text: self.text.clone(), ..Query::default() } && self.text.trim().is_empty()
    }
}

/// The cards of a journey that a query finds, stage by stage, lanes from top to bottom; none for an empty query. Hidden lanes
/// are not looked through.
pub fn find(engagement: &Engagement, journey: JourneyId, query: &Query) -> Vec<CardId> {
    let Some(journey) = engagement.journey(journey).filter(|_| !query.is_empty()) else { return Vec::new() };
    let words: Vec<String> = folded(&query.text).split_whitespace().map(String::from).collect();
    let lanes: Vec<_> = journey
        .lanes
        .iter()
        .filter_map(|&id| Some((id, engagement.lane(id).filter(|lane| !lane.hidden)?.kind)))
        .filter(|(_, kind)| query.kind.is_none_or(|wanted| wanted == *kind))
        .collect();
    let nothing = Details::default();
    let mut found = Vec::new();
    for stage in journey.stages.iter().filter_map(|&stage| engagement.stage(stage)) {
        for &(lane, kind) in &lanes {
            found.extend(stage.cards(lane).iter().copied().filter(|&card| {
                let details = engagement.details(card).unwrap_or(&nothing);
                let text = engagement.card(card).map_or("", |card| card.text.as_str());
                knows(query, kind, details) && says(&words, text, details)
            }));
        }
    }
    found
}

fn knows(query: &Query, kind: LaneKind, details: &Details) -> bool {
    let is = |wanted: &str, name: &str| folded(name.trim()) == folded(wanted.trim());
    query.owner.as_ref().is_none_or(|owner| is(owner, &details.owner))
        && query.tag.as_ref().is_none_or(|tag| details.tags.iter().any(|known| is(tag, known)))
        // Only of a friction is it asked how well it is known.
        && query.evidence.is_none_or(|evidence| kind == LaneKind::Friction && details.evidence == evidence)
}

fn says(words: &[String], text: &str, details: &Details) -> bool {
    if words.is_empty() {
        return true;
    }
    let said = folded(&[text, &details.owner, &details.next_step, &details.tags.join(" ")].join(" "));
    words.iter().all(|word| said.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::draft::{CardDraft, JourneyDraft};
    use crate::edit::{Command, plan};
    use crate::model::Key;
    use crate::model::journey::Card;

    fn map() -> (Engagement, JourneyId) {
        let mut draft = JourneyDraft::blank(1);
        let card = |text: &str, details: Details| CardDraft { card: Card { text: text.into() }, details };
        let owned = Details { owner: "Anna".into(), tags: vec!["board".into()], ..Details::default() };
        let measured = Details { evidence: Evidence::Measured, ..Details::default() };
        draft.stages[0].cells = vec![
            vec![card("Compares four providers", Details::default()), card("Отчёт вручную", owned)],
            vec![],
            vec![],
            vec![],
            vec![card("The report takes hours", measured), card("Slow answers", Details::default())],
        ];
        let mut engagement = Engagement::new();
        let plan = plan(&engagement, Command::AddJourney(Box::new(draft))).expect("possible");
        engagement.swap(plan.change);
        let Some(Key::Journey(id)) = plan.made else { panic!("a journey was made") };
        (engagement, id)
    }

    fn texts(query: Query) -> Vec<String> {
        let (engagement, id) = map();
        let text = |card| engagement.card(card).expect("found").text.clone();
        find(&engagement, id, &query).into_iter().map(text).collect()
    }

    #[test]
    fn words_are_found_in_any_case_and_order() {
        let text = |text: &str| texts(Query { text: text.into(), ..Query::default() });
        assert_eq!(text("FOUR comp"), ["Compares four providers"]);
        assert_eq!(text("отчет"), ["Отчёт вручную"]);
        assert_eq!(text("отче\u{308}т"), ["Отчёт вручную"], "with an accent of its own");
        assert_eq!(text("anna"), ["Отчёт вручную"], "the owner counts");
        assert_eq!(text("report answers"), [""; 0], "all words must stand there");
        assert_eq!(text("  "), [""; 0]);
    }

    #[test]
    fn filters_narrow_down() {
        let friction = Query { kind: Some(LaneKind::Friction), ..Query::default() };
        assert_eq!(texts(friction.clone()), ["The report takes hours", "Slow answers"]);
        assert_eq!(texts(Query { evidence: Some(Evidence::Measured), ..friction }), ["The report takes hours"]);
        assert_eq!(texts(Query { evidence: Some(Evidence::Assumed), ..Query::default() }), ["Slow answers"]);
        assert_eq!(texts(Query { tag: Some("board".into()), ..Query::default() }), ["Отчёт вручную"]);
        assert_eq!(texts(Query { tag: Some("Board ".into()), ..Query::default() }), ["Отчёт вручную"]);
        assert_eq!(texts(Query { owner: Some("ANNA".into()), ..Query::default() }), ["Отчёт вручную"]);
        assert_eq!(texts(Query { owner: Some("Igor".into()), ..Query::default() }), [""; 0]);
    }
}
