//! What companies go by: "Meridian Health, Inc" is "Meridian Health", and "Meridian" in most sentences.

use crate::interviews::word::pieces;
use crate::tables::fold::is_legal_form;

/// Words that many companies have in their names, in small letters: by themselves they name none.
const COMMON: &str = " the and for of group company corp bank holding retail health healthcare care services service solutions \
    systems system software technologies technology tech digital media global international national online studio agency \
    school university college academy hospital clinic hotel hotels restaurant cafe shop store stores market markets foods food \
    energy logistics transport consulting partners capital finance insurance labs lab industries pharma travel \
    группа группы компания компании банк холдинг для при сеть сети сервис сервисы магазин магазины маркет завод фабрика \
    студия агентство клиника школа университет академия институт центр фонд бюро дом торговый ритейл розница логистика \
    транспорт энергия технологии системы решения медиа онлайн консалтинг партнеры капитал финансы страхование \
    фарма ";

/// The shortest word of a company's name that is hidden by itself, in letters.
const SHORTEST: usize = 3;

/// What else a company goes by: its name without legal forms at either end, and each capitalised word that is its own.
pub(super) fn shorter(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let words = pieces(name);
    let is_form = |at: &usize| is_legal_form(&words[*at].folded);
    let text =
        |from: usize, to: usize| letters[words[from].at.start as usize..words[to].at.end as usize].iter().collect();
    let mut names = Vec::new();
    let first = (0..words.len()).find(|at| !is_form(at));
    let last = (0..words.len()).rfind(|at| !is_form(at));
    if let (Some(first), Some(last)) = (first, last)
        && last - first + 1 < words.len()
    {
        names.push(text(first, last));
    }
    let is_own = |at: &usize| {
        let word = &words[*at];
        word.folded.chars().count() >= SHORTEST
            && letters[word.at.start as usize].is_uppercase()
            && !is_form(at)
            && !COMMON.split_whitespace().any(|common| common == word.folded)
    };
    if words.len() > 1 {
        names.extend((0..words.len()).filter(is_own).map(|at| text(at, at)));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_and_common_words_name_nobody() {
        for (name, shorter_names) in [
            ("Meridian Health, Inc", vec!["Meridian Health", "Meridian"]),
            ("ООО «Ромашка»", vec!["Ромашка", "Ромашка"]),
            ("Сеть «Восток»", vec!["Восток"]),
            ("Acme (UK)", vec!["Acme"]),
            ("HP Inc.", vec!["HP"]),
            ("Меридиан", vec![]),
            ("Retail Group", vec![]),
            ("ООО", vec![]),
            ("+++", vec![]),
        ] {
            assert_eq!(shorter(name), shorter_names, "{name}");
        }
    }
}
