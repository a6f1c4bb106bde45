//! What given names, surnames and names after the father end with.

use super::short;

/// Given names that end as surnames do, and others that have no short form.
const GIVEN: &str = " марина карина кристина алина полина арина нина регина сабина альбина ангелина эвелина алевтина \
    августин мартин яна жанна вера зоя олеся оксана инна раиса олег игорь антон артем андрей денис егор кирилл руслан \
    тимур вадим ";

/// What given names end with in their cases.
const GIVEN_CASES: [&str; 15] = ["", "а", "ы", "и", "е", "у", "ой", "ою", "ей", "ом", "ем", "я", "ю", "ь", "й"];

/// What surnames are made with, and what follows it in their cases.
pub(super) type Endings = [(&'static [&'static str], &'static [&'static str]); 2];
const NOUNS: &[&str] = &["ов", "ев", "ин", "ын"];
const ADJECTIVES: &[&str] = &["ск", "цк"];
pub(super) const OF_WOMEN: Endings = [(NOUNS, &["а", "ой", "у", "ою"]), (ADJECTIVES, &["ая", "ой", "ую", "ою"])];
pub(super) const OF_MEN: Endings =
    [(NOUNS, &["", "а", "у", "ым", "е"]), (ADJECTIVES, &["ий", "ого", "ому", "им", "ом"])];

/// The shortest surname that its end tells, in letters.
const SHORTEST_SURNAME: usize = 5;

/// What names after the father are made with, and their cases.
const PATRONYMICS: [&str; 6] = ["ович", "евич", "ьич", "овн", "евн", "ичн"];
const PATRONYMIC_CASES: [&str; 8] = ["", "а", "у", "ем", "е", "ы", "ой", "ою"];

/// Whether a word ends as surnames do, and given names do not.
pub(super) fn is_surname(folded: &str) -> bool {
    (ends_so(folded, OF_WOMEN) || ends_so(folded, OF_MEN)) && !is_given(folded)
}

pub(super) fn ends_so(folded: &str, endings: Endings) -> bool {
    let is_made_so = |(made_with, cases): &(&[&str], &[&str])| {
        let mut stems = cases.iter().filter_map(|case| folded.strip_suffix(case));
        stems.any(|stem| made_with.iter().any(|end| stem.ends_with(end)))
    };
    folded.chars().count() >= SHORTEST_SURNAME && endings.iter().any(is_made_so)
}

pub(super) fn is_patronymic(folded: &str) -> bool {
    let mut stems = PATRONYMIC_CASES.iter().filter_map(|case| folded.strip_suffix(case));
    stems.any(|stem| PATRONYMICS.iter().any(|end| stem.ends_with(end) && stem.len() > end.len()))
}

/// Whether a word is a given name that many have, in any of its cases.
pub(super) fn is_given(folded: &str) -> bool {
    let is_form = |name: &str| {
        let base = name.strip_suffix(['а', 'я', 'й', 'ь']).unwrap_or(name);
        folded.strip_prefix(base).is_some_and(|end| GIVEN_CASES.contains(&end))
    };
    GIVEN.split_whitespace().chain(short::all()).any(is_form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_are_told_from_given_names_and_places() {
        for surname in ["ковалева", "ковалевой", "волков", "волкову", "крымская", "троцкого", "ильин", "романов"]
        {
            assert!(is_surname(surname) && !is_given(surname), "{surname}");
        }
        for other in ["марина", "марины", "константину", "ким", "тендер", "excel", "москва", "анна"]
        {
            assert!(!is_surname(other), "{other}");
        }
        assert!(["анны", "марии", "игорю", "mike"].iter().all(|name| is_given(name)));
        assert!(["ивановна", "ильичу", "сергеевичем", "кузьминичной"].iter().all(|word| is_patronymic(word)));
        assert!(!["иванов", "вич", "ковалева"].iter().any(|word| is_patronymic(word)));
    }
}
