//! Names and tags already in use, for completion and filters.

use std::collections::BTreeMap;

use crate::arrange::Arrange;
use crate::compose::{composed, folded};
use crate::model::{Engagement, Key};

/// The owners named on cards of an engagement, the most frequent first, each once.
pub fn owners(engagement: &Engagement) -> Vec<String> {
    counted(engagement.all_details().map(|(_, details)| details.owner.as_str()))
}

/// The tags on cards of an engagement, the most frequent first, each once.
pub fn tags(engagement: &Engagement) -> Vec<String> {
    counted(engagement.all_details().flat_map(|(_, details)| details.tags.iter().map(String::as_str)))
}

fn counted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    // What looks the same is the same name, written as it was first.
    let mut counts: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    for (at, name) in names.enumerate() {
        let name = composed(name.trim());
        if !name.is_empty() {
            counts.entry(folded(&name)).or_insert((0, at, name)).0 += 1;
        }
    }
    let mut sorted: Vec<(usize, usize, String)> = counts.into_values().collect();
    sorted.arrange_by_key(|(count, at, _)| (std::cmp::Reverse(*count), *at));
    sorted.into_iter().map(|(.., name)| name).collect()
}

/// How many letters of a text are enough to know it by.
const SHORT: usize = 40;

/// What a record is called, on one line; `None` for one without a name.
pub fn of_record(engagement: &Engagement, key: Key) -> Option<String> {
    let text = match key {
        Key::Card(card) | Key::Details(card) => &engagement.card(card)?.text,
        Key::Stage(stage) => &engagement.stage(stage)?.name,
        Key::Lane(lane) => &engagement.lane(lane)?.name,
        Key::Journey(journey) => &engagement.journey(journey)?.title,
        Key::Scenario(scenario) => &engagement.scenario(scenario)?.name,
        Key::Initiative(initiative) => &engagement.initiative(initiative)?.name,
        Key::Account(account) => &engagement.account(account)?.name,
        Key::Head => &engagement.head().title,
        Key::Interview(interview) | Key::Transcript(interview) => &engagement.interview(interview)?.head.person,
        Key::Paragraph(paragraph) => &engagement.paragraph(paragraph)?.text,
        Key::Tag(tag) => &engagement.tag(tag)?.name,
        Key::Group(group) => &engagement.group(group)?.name,
        // What is made of several fields is known by its kind.
        Key::Quote(_) | Key::Statement(_) | Key::Answers(_) | Key::List(_) => return None,
    };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(SHORT).collect();
    if short.len() < line.len() {
        short.push('\u{2026}');
    }
    (!short.is_empty()).then_some(short)
}

/// The first letters of a first name and a surname, where room is scarce: "AK". `None` for a name of one word.
pub fn initials(name: &str) -> Option<String> {
    let mut words = name.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    let (first, second) = (words.next()?, words.next()?);
    Some([first, second].iter().flat_map(|word| word.chars().take(1)).flat_map(char::to_uppercase).collect())
}

/// The one known name that begins with `begun` in any case of letters, or has a later word that does; `None` when there are
/// several or none, or when `begun` is a known name itself.
pub fn complete(known: &[String], begun: &str) -> Option<String> {
    let begun = begun.to_lowercase();
    let lower = |name: &String| name.to_lowercase();
    if begun.is_empty() || known.iter().any(|name| lower(name) == begun) {
        return None;
    }
    let fits = |name: &&String| lower(name).split_whitespace().any(|word| word.starts_with(&begun));
    let mut found = known.iter().filter(fits);
    match (found.next(), found.next()) {
        (Some(name), None) => Some(name.clone()),
        _ => None,
    }
}

/// The known names that begin with `begun` in any case of letters, then those of which a later word does; `most` of them. None
/// when it is a known name that no other begins with.
pub fn suggest(known: &[String], begun: &str, most: usize) -> Vec<String> {
    let begun = folded(begun);
    let begins = |name: &&String| folded(name).starts_with(&begun);
    let later = |name: &&String| folded(name).split_whitespace().skip(1).any(|word| word.starts_with(&begun));
    let first = known.iter().filter(begins);
    let then = known.iter().filter(|name| !begins(name) && later(name));
    let found: Vec<String> = first.chain(then).take(most).cloned().collect();
    if found.len() == 1 && folded(&found[0]) == begun { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::{complete, initials, suggest};

    #[test]
    fn a_name_of_several_words_has_initials() {
        assert_eq!(initials("Анна Ковалёва").as_deref(), Some("АК"));
        assert_eq!(initials("ann  lee-smith (sales)").as_deref(), Some("AL"));
        assert_eq!(initials("Анна"), None);
        assert_eq!(initials("Team 7"), None);
    }

    #[test]
    fn names_are_suggested_by_any_of_their_words() {
        let known = ["Анна Ковалёва", "Ann Lee", "Anna", "Lee Ann"].map(String::from);
        assert_eq!(suggest(&known, "ann", 9), ["Ann Lee", "Anna", "Lee Ann"]);
        assert_eq!(suggest(&known, "ковалев", 9), ["Анна Ковалёва"]);
        assert_eq!(suggest(&known, "", 2), ["Анна Ковалёва", "Ann Lee"]);
        assert!(suggest(&known, "anna", 9).is_empty(), "whole already");
        assert!(suggest(&known, "x", 9).is_empty());
    }

    #[test]
    fn only_one_name_completes() {
        let known = ["Анна Ковалёва", "Игорь Лисин", "Anna Berg"].map(String::from);
        assert_eq!(complete(&known, "иг").as_deref(), Some("Игорь Лисин"));
        assert_eq!(complete(&known, "Ков").as_deref(), Some("Анна Ковалёва"), "by the family name too");
        assert_eq!(complete(&known, "an").as_deref(), Some("Anna Berg"));
        assert_eq!(complete(&known, "x"), None);
        assert_eq!(complete(&known, "anna berg"), None, "known already");
        let twins = ["Anna A", "Anna B"].map(String::from);
        assert_eq!(complete(&twins, "anna"), None, "two of them");
    }
}
