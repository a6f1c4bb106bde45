//! Forms of a name: Russian names and companies change their endings, English ones get an `s`. Of first names fond ones are made, of
//! surnames and companies words for what is theirs.

use std::collections::BTreeSet;

use super::Named;
use super::endings::is_surname;
use super::row::has;
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

/// What English names get without an apostrophe: "Stones report", "the Stones".
const ENGLISH: &[&str] = &["", "s", "es"];

/// What fond names end with in their cases, behind what they are made with.
const FOND_CASES: &[&str] = &["а", "я", "ы", "и", "е", "у", "ю", "ой", "ей", "ою", "ею"];
const FOND_CASES_OF_MEN: &[&str] = &["", "а", "у", "ом", "е"];
const FOND_ENGLISH: &[&str] = &["y", "ie", "ey", "ys", "ies", "eys"];

/// What they are made with: Анечка, Аннушка, Танюша, Веруня; Костик, Игорёк, Димон.
const FOND: &str = " ушк юшк ашк яшк ишк ышк ошк ечк очк еньк оньк аньк уньк юньк ульк юльк утк ютк уськ юськ \
    уш юш аш яш иш еш ух юх ун юн ан ул юл ус юс ют ";
const FOND_OF_MEN: &str = " ик чик ек он ян ";

/// Words that only look like fond names, by how they begin.
const NOT_FOND: &str = " антик борон валик валют василек вовек галочк галушк денек катушк колик колон косточк костяшк ларек ларчик \
    майк марочк маргаритк мартышк полочк полушк полян ромашк саночк томик тоник ";

/// What words for somebody's own are made with, and how they end: лучиковская, ромашкинцы.
const OF_OWN: [&str; 3] = ["ов", "ев", "ин"];
const OWN_ENDS: &str = " ский ская ское ские ского ской скому скую ским ском ских скими ски \
    ец ца цу цем це цы цев цам цами цах ";

/// How a word is of a name, the likeliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// The name in one of its cases.
    Plain,
    /// A fond name.
    Fond,
    /// A word for what is theirs. It has no capital.
    Own,
}

/// A word of a name, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameWord {
    /// The word, folded.
    pub folded: String,
    /// What all forms begin with, and what they may end with; nothing where the word does not change.
    forms: Vec<Base>,
    /// The same for fond names; with no endings any that fond names have may follow.
    fond: Vec<Base>,
    has_own: bool,
}

/// What forms begin with, and what they may end with.
type Base = (String, &'static [&'static str]);

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
                // Иваныч, Сергеич.
                let spoken = [("ович", "ыч"), ("евич", "ич")].into_iter();
                forms.extend(
                    spoken.filter_map(|(end, short)| Some(([folded.strip_suffix(end)?, short].concat(), HARD))),
                );
            }
        } else if is_english(folded) {
            forms.push((folded.to_owned(), ENGLISH));
        }
        let is_first = named == Named::Person && !is_surname(folded);
        let fond = if is_first { fond_of(folded) } else { Vec::new() };
        NameWord { folded: folded.into(), forms, fond, has_own: !is_first }
    }

    /// What its forms begin with: each begins with one of these.
    pub fn bases(&self) -> BTreeSet<&str> {
        let bases = self.forms.iter().chain(&self.fond).map(|(base, _)| base.as_str());
        set_of(bases.chain([without_ending(&self.folded)]))
    }

    /// How a folded word is a form of this one; a possessive ending is left aside.
    pub fn form(&self, word: &str) -> Option<Form> {
        let word = without_ending(word);
        let behind = |(base, _): &Base| word.strip_prefix(base.as_str());
        let is_plain = |base: &Base| behind(base).is_some_and(|end| base.1.contains(&end));
        let is_fond = |(base, ends): &Base| {
            let end = word.strip_prefix(base.as_str());
            end.is_some_and(|end| match *ends {
                [] => is_fond(end),
                FOND_CASES => is_case_of_fond(end),
                ends => ends.contains(&end),
            })
        };
        let is_own = |base: &Base| {
            let ends = OF_OWN.iter().filter_map(|made| {
                let end = behind(base)?;
                if base.0.ends_with(made) { Some(end) } else { end.strip_prefix(made) }
            });
            ends.into_iter().any(|end| has(OWN_ENDS, end))
        };
        if word == without_ending(&self.folded) || self.forms.iter().any(is_plain) {
            Some(Form::Plain)
        } else if self.fond.iter().any(is_fond) {
            Some(Form::Fond)
        } else {
            Some(Form::Own).filter(|_| self.has_own && self.forms.iter().any(is_own))
        }
    }

    /// Whether a folded word is any form of this one.
    pub fn has_form(&self, word: &str) -> bool {
        self.form(word).is_some()
    }
}

/// Whether a word looks like a fond name and is another one.
pub(super) fn is_not_fond(word: &str) -> bool {
    NOT_FOND.split_whitespace().any(|beginning| word.starts_with(beginning))
}

fn is_english(folded: &str) -> bool {
    folded.len() > 2 && folded.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'\'')
}

/// What fond names made of a first name begin with.
fn fond_of(name: &str) -> Vec<Base> {
    let mut fond: Vec<Base> = Vec::new();
    if is_english(name) {
        // Mikey, Gracie, Danny.
        let stem = name.strip_suffix('e').unwrap_or(name);
        let doubled = [stem, &stem[stem.len() - 1..]].concat();
        return vec![(stem.into(), FOND_ENGLISH), (doubled, FOND_ENGLISH)];
    }
    let is_vowel = |letter: char| "аеиоуыэюя".contains(letter);
    let open = name.trim_end_matches(['а', 'я', 'й', 'ь']);
    let stem = open.trim_end_matches(is_vowel);
    let stem = if stem.chars().nth(1).is_none() { open } else { stem };
    if !name.starts_with(|first| matches!(first, 'а'..='я')) || stem.chars().nth(1).is_none() {
        return fond;
    }
    // Танька, Зойка, Димка.
    let between = match open.chars().next_back() {
        Some(last) if name != open && is_vowel(last) => [open, "йк"],
        _ if name.ends_with(['я', 'ь']) => [stem, "ьк"],
        _ => [stem, "к"],
    };
    fond.push((between.concat(), FOND_CASES));
    // Вадик, Мариша: the first syllable is enough.
    let consonants = name.find(is_vowel).map_or("", |at| &name[at..]).trim_start_matches(is_vowel);
    let first = consonants.find(is_vowel).map_or("", |end| &name[..name.len() - consonants.len() + end]);
    if first.chars().nth(2).is_some() {
        fond.push((first.into(), &[]));
    }
    for (last, soft) in [("г", "ж"), ("к", "ч"), ("х", "ш")] {
        if let Some(stem) = stem.strip_suffix(last) {
            let stem = [stem, soft].concat();
            fond.extend([(format!("{stem}к"), FOND_CASES), (stem.clone(), FOND_CASES), (stem, &[])]);
        }
    }
    fond.extend(without_fleeting_vowel(name).map(|stem| (stem, &[][..])));
    fond.push((stem.into(), &[]));
    fond
}

/// Also where one is made of another: Ан-ют-очк-а.
fn is_fond(end: &str) -> bool {
    let behind = |made_with: &'static str| made_with.split_whitespace().filter_map(move |made| end.strip_prefix(made));
    behind(FOND).any(|end| is_case_of_fond(end) || is_fond(end))
        || behind(FOND_OF_MEN).any(|end| FOND_CASES_OF_MEN.contains(&end))
}

/// Also of what belongs to somebody: Анечкин.
fn is_case_of_fond(end: &str) -> bool {
    FOND_CASES.contains(&end) || BELONGING[0].1.contains(&end)
}

/// A word without what an apostrophe adds to it: Anna's, Meridian'ом, Acme'овский. In O'Neil it adds nothing.
fn without_ending(word: &str) -> &str {
    match word.rsplit_once('\'') {
        Some((name, ending)) if ending.chars().count() <= 2 || name.is_ascii() && !ending.is_ascii() => name,
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
            ("o'neil", "o'neil o'neil's o'neils"),
            ("толстой", "толстого толстому толстым толстая"),
            ("крымская", "крымской крымскую"),
            ("петренко", "петренко"),
            ("иванович", "ивановича иваныч иванычу"),
            ("сергеевич", "сергеевичу сергеич сергеичем"),
            ("anna", "anna anna's annas"),
            ("stone", "stones stone's"),
            ("jones", "jones joneses"),
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
            ("anna", "annals"),
            ("o'neil", "o"),
            ("лев", "левый"),
        ] {
            assert!(!NameWord::of(name, Named::Person).has_form(other), "{other} of {name}");
        }
    }

    #[test]
    fn fond_names_are_made_of_any_name() {
        for (name, fond) in [
            ("анна", "аннушка аннушке аннуся"),
            ("аня", "анечка анечкой анька анюта анютка анюточка анечкин анечкиной"),
            ("олег", "олежка олежеку олежек олеженька олежа олежкин"),
            ("таня", "танюша танюшка танечке танька"),
            ("саша", "сашенька сашка сашуля"),
            ("игорь", "игорек игореша"),
            ("павел", "павлик павлуша павлуха"),
            ("андрей", "андрюша андрюха андрейка"),
            ("николай", "николаша николушка"),
            ("юлия", "юлечка юленька юляша"),
            ("зоя", "зоечка зойка"),
            ("марина", "маринка мариночка мариша маришка"),
            ("вадим", "вадик вадику вадимка"),
            ("кирилл", "кирюша"),
            ("дима", "димон димка димуля димочка"),
            ("костя", "костик костян"),
            ("ян", "яник"),
            ("mike", "mikey mikeys"),
            ("grace", "gracie"),
            ("dan", "danny"),
        ] {
            let word = NameWord::of(name, Named::Person);
            for form in fond.split(' ') {
                assert_eq!(word.form(form), Some(Form::Fond), "{form} of {name}: {:?}", word.fond);
            }
        }
    }

    #[test]
    fn companies_that_are_neuter_nouns_change() {
        let cloud = NameWord::of("облако", Named::Company);
        "облако облака облаку облаком облаке".split(' ').for_each(|form| assert!(cloud.has_form(form), "{form}"));
        assert!(NameWord::of("солнце", Named::Company).has_form("солнцем"));
    }
}
