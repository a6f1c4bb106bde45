//! Forms of a name: Russian names and companies change their endings, English ones get an apostrophe.

use std::collections::BTreeSet;

use super::Named;
use crate::arrange::set_of;

/// Endings of Russian names by how the name ends: what is cut off, and the possible endings. More than one row may fit:
/// Дмитрий and Цой change as nouns do, Крымский and Толстой as adjectives.
const PARADIGMS: [(&[&str], &[&str]); 6] = [
    (
        &["ий", "ый", "ой"],
        &[
            "ий", "ый", "ой", "его", "ого", "ему", "ому", "им", "ым", "ем", "ом", "ая", "ую", "яя", "юю", "ей", "ие",
            "ые", "их", "ых", "ими", "ыми",
        ],
    ),
    (
        &["ая", "яя"],
        &[
            "ая", "яя", "ой", "ей", "ую", "юю", "ою", "ею", "ий", "ый", "его", "ого", "ему", "ому", "им", "ым", "ем",
            "ом", "ие", "ые", "их", "ых",
        ],
    ),
    (&["а"], &["а", "ы", "и", "е", "у", "ой", "ою", "ей", "ею", "", "ым", "ом", "ых", "ам", "ами", "ах"]),
    (&["я"], &["я", "и", "е", "ю", "ей", "ею", "ям", "ями", "ях", "ь", "й"]),
    (&["й"], &["й", "я", "ю", "ем", "е", "и", "ев"]),
    (&["ь"], &["ь", "я", "ю", "ем", "е", "и", "ью"]),
];

/// Endings of companies that are called by a neuter noun: Облако, Солнце. Names of people in -о do not change.
const NEUTER: [(&[&str], &[&str]); 1] = [(&["о", "е"], &["о", "е", "а", "я", "у", "ю", "ом", "ем", "и"])];

/// Endings of what belongs to somebody whose name ends so: Ольгин отчёт, Марининой подруге.
const BELONGING: [(&[&str], &[&str]); 1] =
    [(&["а", "я"], &["ин", "ина", "ино", "ины", "иного", "иному", "ином", "иным", "иной", "ину", "иных", "иными"])];

/// Endings of names that end in a consonant.
const HARD: &[&str] = &["", "а", "у", "ом", "ем", "е", "ым", "ы", "и", "ой", "ов", "ых", "ам", "ами", "ах"];

/// A word of a name, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameWord {
    /// The word, folded.
    pub folded: String,
    /// What all forms begin with, and what they may end with; nothing where the word does not change.
    forms: Vec<(String, &'static [&'static str])>,
}

impl NameWord {
    pub fn of(folded: &str, named: Named) -> Self {
        let mut forms = Vec::new();
        if folded.chars().all(|letter| matches!(letter, 'а'..='я')) {
            let of_kind = match named {
                Named::Person => &BELONGING,
                Named::Company => &NEUTER,
            };
            let kinds = PARADIGMS.iter().chain(of_kind);
            for (cut, ends) in kinds {
                let base = cut.iter().find_map(|cut| folded.strip_suffix(cut));
                forms.extend(base.filter(|base| base.chars().count() > 1).map(|base| (base.to_owned(), *ends)));
            }
            if folded.ends_with(|last| !"аеийоуыэюяь".contains(last)) {
                forms.push((folded.to_owned(), HARD));
                forms.extend(without_fleeting_vowel(folded).map(|base| (base, HARD)));
            }
        }
        NameWord { folded: folded.into(), forms }
    }

    /// What its forms begin with: each begins with one of these.
    pub fn bases(&self) -> BTreeSet<&str> {
        let bases = self.forms.iter().map(|(base, _)| base.as_str());
        set_of(bases.chain([without_ending(&self.folded)]))
    }

    /// Whether a folded word is a form of this one; a possessive ending is left aside.
    pub fn has_form(&self, word: &str) -> bool {
        let word = without_ending(word);
        let is_form =
            |(base, ends): &(String, &[&str])| word.strip_prefix(base.as_str()).is_some_and(|end| ends.contains(&end));
        word == without_ending(&self.folded) || self.forms.iter().any(is_form)
    }
}

/// A word without what an apostrophe adds to it: Anna's, Meridian'ом. In O'Neil it adds nothing.
fn without_ending(word: &str) -> &str {
    match word.rsplit_once('\'') {
        Some((name, ending)) if ending.chars().count() <= 2 => name,
        _ => word,
    }
}

/// Павел, Павла; Лев, Льва: the base of a name whose last vowel falls out.
fn without_fleeting_vowel(folded: &str) -> Option<String> {
    let letters: Vec<char> = folded.chars().collect();
    let [base @ .., before, vowel, last] = &letters[..] else { return None };
    let is_fleeting = matches!(vowel, 'е' | 'о') && !"аеиоуыэюя".contains(*before);
    let is_soft = *before == 'л' && *vowel == 'е';
    match (is_fleeting, base.is_empty()) {
        (true, false) => Some(base.iter().chain([before, last]).collect()),
        (true, true) if is_soft => Some([*before, 'ь', *last].iter().collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_name_are_known() {
        for (name, forms) in [
            ("анна", "анна анны анне анну анной аннин аннина аннину"),
            ("мария", "мариин мариины"),
            ("оля", "олин олиной"),
            ("соколова", "соколова соколовой соколову соколов соколовым"),
            ("дарья", "дарья дарьи дарье дарью дарьей"),
            ("мария", "марии марию марией"),
            ("андрей", "андрея андрею андреем андрее"),
            ("игорь", "игоря игорю игорем"),
            ("павел", "павла павлу павлом павле павел"),
            ("меридиан", "меридиана меридиану меридианом меридиане"),
            ("дмитрий", "дмитрий дмитрия дмитрию дмитрием дмитрии"),
            ("юрий", "юрия юрию юрием юрии"),
            ("евгения", "евгении евгению евгенией"),
            ("лев", "лев льва льву львом льве"),
            ("цой", "цоя цою цоем цое"),
            ("рая", "раи рае раю раей"),
            ("любовь", "любови любовью"),
            ("крымский", "крымского крымскому крымским крымском"),
            ("o'neil", "o'neil o'neil's"),
            ("толстой", "толстого толстому толстым толстая"),
            ("крымская", "крымской крымскую"),
            ("петренко", "петренко"),
            ("anna", "anna anna's"),
        ] {
            let name = NameWord::of(name, Named::Person);
            forms.split(' ').for_each(|form| assert!(name.has_form(form), "{form} of {name:?}"));
        }
        for (name, other) in [
            ("вера", "верю"),
            ("вера", "верный"),
            ("анна", "аннотация"),
            ("ян", "яна́"),
            ("петренко", "петренка"),
            ("anna", "annas"),
            ("o'neil", "o"),
            ("лев", "левый"),
        ] {
            assert!(!NameWord::of(name, Named::Person).has_form(other), "{other} of {name}");
        }
    }

    #[test]
    fn companies_that_are_neuter_nouns_change() {
        let cloud = NameWord::of("облако", Named::Company);
        "облако облака облаку облаком облаке".split(' ').for_each(|form| assert!(cloud.has_form(form), "{form}"));
        assert!(NameWord::of("солнце", Named::Company).has_form("солнцем"));
    }
}
