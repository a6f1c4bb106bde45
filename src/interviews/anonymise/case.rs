//! Forms of a name: Russian names and companies change their endings, English ones get an apostrophe.

/// Endings of Russian names by how the name ends: what is cut off, and the possible endings.
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

/// Endings of names that end in a consonant.
const HARD: &[&str] = &["", "а", "у", "ом", "ем", "е", "ым", "ы", "и", "ой", "ов", "ых", "ам", "ами", "ах"];

/// A word of a name, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameWord {
    /// The word, folded.
    folded: String,
    /// What all forms begin with, and what they may end with; nothing where the word does not change.
    forms: Vec<(String, &'static [&'static str])>,
}

impl NameWord {
    pub fn of(folded: &str) -> Self {
        let mut forms = Vec::new();
        if folded.chars().all(|letter| matches!(letter, 'а'..='я' | '-')) {
            let found = PARADIGMS
                .iter()
                .find_map(|(cut, ends)| Some((cut.iter().find_map(|cut| folded.strip_suffix(cut))?, *ends)));
            let ends_hard = folded.ends_with(|last| !"аеиоуыэюя".contains(last));
            if let Some((base, ends)) = found.filter(|(base, _)| base.chars().count() > 1) {
                forms.push((base.to_owned(), ends));
            } else if found.is_none() && ends_hard {
                forms.push((folded.to_owned(), HARD));
                forms.extend(without_fleeting_vowel(folded).map(|base| (base, HARD)));
            }
        }
        NameWord { folded: folded.into(), forms }
    }

    /// Whether a folded word is a form of this one; a possessive ending is left aside.
    pub fn has_form(&self, word: &str) -> bool {
        let word = word.split('\'').next().unwrap_or(word);
        let bare = self.folded.split('\'').next().unwrap_or(&self.folded);
        let is_form =
            |(base, ends): &(String, &[&str])| word.strip_prefix(base.as_str()).is_some_and(|end| ends.contains(&end));
        word == bare || word == self.folded || self.forms.iter().any(is_form)
    }
}

/// Павел, Павла: the base of a name whose last vowel falls out.
fn without_fleeting_vowel(folded: &str) -> Option<String> {
    let letters: Vec<char> = folded.chars().collect();
    let [base @ .., before, vowel, last] = &letters[..] else { return None };
    let is_fleeting = matches!(vowel, 'е' | 'о') && !"аеиоуыэюя".contains(*before) && !base.is_empty();
    is_fleeting.then(|| base.iter().chain([before, last]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_name_are_known() {
        for (name, forms) in [
            ("анна", "анна анны анне анну анной"),
            ("соколова", "соколова соколовой соколову соколов соколовым"),
            ("дарья", "дарья дарьи дарье дарью дарьей"),
            ("мария", "марии марию марией"),
            ("андрей", "андрея андрею андреем андрее"),
            ("игорь", "игоря игорю игорем"),
            ("павел", "павла павлу павлом павле павел"),
            ("меридиан", "меридиана меридиану меридианом меридиане"),
            ("толстой", "толстого толстому толстым толстая"),
            ("крымская", "крымской крымскую"),
            ("петренко", "петренко"),
            ("anna", "anna anna's"),
        ] {
            let name = NameWord::of(name);
            forms.split(' ').for_each(|form| assert!(name.has_form(form), "{form} of {name:?}"));
        }
        for (name, other) in [
            ("вера", "верю"),
            ("вера", "верный"),
            ("анна", "аннотация"),
            ("ян", "яна́"),
            ("петренко", "петренка"),
            ("anna", "annas"),
        ] {
            assert!(!NameWord::of(name).has_form(other), "{other} of {name}");
        }
    }
}
