//! Names and tags already in use, for completion and filters.

use crate::model::Engagement;

/// The owners named on cards of an engagement, the most frequent first, each once.
pub fn owners(engagement: &Engagement) -> Vec<String> {
    counted(engagement.all_details().map(|(_, details)| details.owner.trim()))
}

/// The tags on cards of an engagement, the most frequent first, each once.
pub fn tags(engagement: &Engagement) -> Vec<String> {
    counted(engagement.all_details().flat_map(|(_, details)| details.tags.iter().map(String::as_str)))
}

fn counted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: Vec<(usize, &str)> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        match counts.iter_mut().find(|(_, known)| *known == name) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, name)),
        }
    }
    let mut sorted: Vec<String> = Vec::new();
    while let Some(at) = (0..counts.len()).reduce(|best, at| if counts[at].0 > counts[best].0 { at } else { best }) {
        sorted.push(counts.remove(at).1.to_owned());
    }
    sorted
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

#[cfg(test)]
mod tests {
    use super::complete;

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
