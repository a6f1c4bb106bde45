//! Finds where somebody lives or works: streets with the numbers of houses, in Russian and in English.

use std::ops::Range;

use super::row::{Tokens, has};

/// What streets are called, in the forms in which it is said. Nothing else is meant by these where a capital is beside them.
const STREETS: &str = " ул улица улицы улице улицу улицей проспект проспекта проспекте проспекту просп пр-т пр-кт пр-та \
    переулок переулка переулке бульвар бульвара бульваре б-р набережная набережной набережную шоссе ";

/// These may be something else: a fare is "проезд" too. A number of a house tells.
const PERHAPS: &str = " пер наб ш пл площадь площади проезд проезда проезде аллея аллеи аллее тупик тупика тупике тракт \
    тракта тракте микрорайон микрорайоне мкр квартал квартале линия линии пр ";

const SHORT: &str = " ул просп пр-т пр-кт пр-та б-р пер наб ш пл мкр пр ";

/// What is behind a number in the name of a street: 8 Марта, 40 лет Победы.
const BEHIND_NUMBERS: &str = " лет года летия мая марта января июня июля октября ноября декабря ";

const HOUSES: &str = " д дом дома доме дому здание здании владение вл ";

/// Parts of a house, each with a number.
const PARTS: &str = " к корп корпус корпусе стр строение строении кв квартира квартире квартиру оф офис офисе подъезд \
    подъезде этаж литера лит ";

const FLATS: &str = " кв квартира квартире квартиру ";

/// Endings of adjectives, as many streets have: Невский, Тверской.
const ADJECTIVES: [&str; 12] = ["ий", "ый", "ой", "ая", "яя", "ую", "юю", "ого", "его", "ому", "ом", "ем"];

const ENGLISH: &str = " street st avenue ave road rd boulevard blvd highway hwy parkway pkwy terrace crescent ";

/// These may be something else: Google Drive.
const PERHAPS_ENGLISH: &str = " lane ln drive dr court ct place pl square sq way close row gardens mews grove hill park alley \
    broadway ";

const UNITS: &str = " apt apartment suite ste unit flat floor room building bldg ";

/// What a number that is a year follows.
const BEFORE_YEARS: &str = " in since by until till during after before of from ";

/// What goes on in a sentence behind an address.
const SMALL: &str = " in at on near and or but by for is was with where since until when so to if because и в на а но или \
    где там у с со до от к за под рядом это ";

/// The most words of a name.
const LONGEST: usize = 4;

/// The streets of a text in order, as rows of words.
pub(super) fn streets(row: &Tokens) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < row.len() {
        let free = found.last().map_or(0, |one| one.end);
        let street = russian(row, at, free).or_else(|| flat(row, at)).or_else(|| english(row, at));
        at = street.as_ref().map_or(at + 1, |one| one.end.max(at + 1));
        found.extend(street);
    }
    found
}

/// What tells a street from others: its name and its numbers.
pub(super) fn key(row: &Tokens, street: &Range<usize>) -> String {
    let is_kind = |word: &&str| [STREETS, PERHAPS, HOUSES, PARTS, ENGLISH, UNITS].iter().any(|list| has(list, word));
    street.clone().map(|at| row.word(at)).filter(|word| !is_kind(word)).collect::<Vec<_>>().join(" ")
}

/// "ул. Ленина, д. 5", "Невский проспект, 28": around the word at this place. Words before `free` are another's.
fn russian(row: &Tokens, at: usize, free: usize) -> Option<Range<usize>> {
    let is_sure = has(STREETS, row.word(at));
    if !is_sure && !has(PERHAPS, row.word(at)) {
        return None;
    }
    let named = name_behind(row, at);
    if named > at + 1 {
        let house = house(row, named, is_sure);
        return (is_sure || house.is_some()).then(|| at..house.unwrap_or(named));
    }
    let start = name_before(row, at, free)?;
    let house = house(row, at + 1, is_sure);
    let is_name = is_sure && !row.begins(start) && ADJECTIVES.iter().any(|end| row.word(at - 1).ends_with(end));
    (house.is_some() || is_name).then(|| start..house.unwrap_or(at + 1))
}

/// Behind the name that follows the word for a street; behind the word where there is none.
fn name_behind(row: &Tokens, at: usize) -> usize {
    // A full stop belongs to what is cut short.
    let is_short = has(SHORT, row.word(at));
    let mut end = at + 1;
    while end < row.len() && end - at <= LONGEST {
        let signs = row.before(end).unwrap_or_else(|| "\n".into());
        let follows =
            signs.is_empty() || signs == "." && (end == at + 1 && is_short || row.word(end - 1).chars().count() <= 2);
        let is_name = row.is_capital(end)
            || row.is_number(end) && end == at + 1 && is_named_by(row, end)
            || end > at + 1 && has(BEHIND_NUMBERS, row.word(end));
        if !(follows && is_name) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a name goes on behind a number: 8 Марта, 1905 года, 3-я Парковая.
fn is_named_by(row: &Tokens, number: usize) -> bool {
    row.is_next(number + 1) && (row.is_capital(number + 1) || has(BEHIND_NUMBERS, row.word(number + 1)))
}

fn name_before(row: &Tokens, at: usize, free: usize) -> Option<usize> {
    let is_name = |at: usize| row.is_capital(at) && row.is_next(at + 1);
    let mut start = at.checked_sub(1).filter(|start| *start >= free && is_name(*start))?;
    while let Some(before) = start.checked_sub(1).filter(|before| *before >= free) {
        let is_adjective = is_name(before) && ADJECTIVES.iter().any(|end| row.word(before).ends_with(end));
        let is_number = row.is_number(before) && row.word(before).contains('-') && row.is_next(start);
        if !(is_number || is_adjective && !(row.begins(before) && row.word(before).ends_with("ом"))) {
            break;
        }
        start = before;
    }
    Some(start)
}

/// Behind the number of a house and of what is in it; `None` where there is none.
fn house(row: &Tokens, at: usize, is_sure: bool) -> Option<usize> {
    let signs = row.before(at)?;
    if has(HOUSES, row.word(at)) {
        return Some(at).filter(|at| is_near(row, *at)).and_then(|at| numbers(row, at + 1));
    }
    let end = Some(at).filter(|at| is_near(row, *at)).and_then(|at| numbers(row, at))?;
    // "на улице Ленина 5 человек": the number is theirs.
    let is_bare = end == at + 1 && !(is_sure && signs.contains(','));
    (!(is_bare && counts(row, end))).then_some(end)
}

/// Behind a number with what is in the house of this number.
fn numbers(row: &Tokens, number: usize) -> Option<usize> {
    if !(is_near(row, number) && row.is_number(number) && row.word(number).chars().count() <= 6) {
        return None;
    }
    let mut end = number + 1;
    loop {
        let is_part = has(PARTS, row.word(end))
            && is_near(row, end)
            && is_near(row, end + 1)
            && (row.is_number(end + 1) || row.word(end + 1).chars().count() == 1);
        let is_fraction = row.before(end).is_some_and(|signs| signs == "/") && row.is_number(end);
        end = match (is_part, is_fraction) {
            (true, _) => end + 2,
            (_, true) => end + 1,
            _ => return Some(end),
        };
    }
}

/// Whether no sentence ends before a word.
fn is_near(row: &Tokens, at: usize) -> bool {
    row.before(at).is_some_and(|signs| ["", ",", ".", ".,", "\u{2116}"].contains(&signs.as_str()))
}

/// "дом 5, квартира 12" without its street.
fn flat(row: &Tokens, at: usize) -> Option<Range<usize>> {
    let end = Some(row.word(at)).filter(|word| has(HOUSES, word)).and_then(|_| numbers(row, at + 1))?;
    let has_flat = (at..end).any(|word| has(FLATS, row.word(word)));
    has_flat.then_some(at..end)
}

/// "12 Main Street, Apt 4", "Baker Street 221B".
fn english(row: &Tokens, at: usize) -> Option<Range<usize>> {
    if row.is_number(at) && row.word(at).chars().count() <= 6 && !is_year(row, at) {
        let is_name = |at: usize| row.is_next(at) && (row.is_capital(at) || row.is_number(at));
        let last = (at + 1..at + 2 + LONGEST).take_while(|at| is_name(*at) || is_street(row, *at));
        let last = last.filter(|here| *here > at + 1 && is_street(row, *here) && is_name(at + 1)).last()?;
        // "10 Google Drive folders" are folders.
        return (has(ENGLISH, row.word(last)) || !counts(row, last + 1)).then(|| at..unit(row, last + 1));
    }
    let is_named =
        row.is_capital(at) && has(ENGLISH, row.word(at + 1)) && row.is_capital(at + 1) && row.is_next(at + 1);
    let number = at + 2;
    let is_near = row.before(number).is_some_and(|signs| ["", ","].contains(&signs.as_str()));
    let is_house = row.is_number(number) && row.word(number).chars().count() <= 5 && !is_year(row, number);
    (is_named && is_near && is_house && !counts(row, number + 1)).then(|| at..unit(row, number + 1))
}

fn is_street(row: &Tokens, at: usize) -> bool {
    let (word, is_next) = (row.word(at), row.is_next(at));
    is_next && (has(ENGLISH, word) || has(PERHAPS_ENGLISH, word) && row.is_capital(at))
}

/// Behind the number of a flat, where one follows.
fn unit(row: &Tokens, at: usize) -> usize {
    let is_unit = has(UNITS, row.word(at)) && is_near(row, at) && is_near(row, at + 1);
    if is_unit && (row.is_number(at + 1) || row.word(at + 1).chars().count() == 1) {
        return at + 2;
    }
    let is_numbered = row.before(at).is_some_and(|signs| signs.ends_with('#')) && row.is_number(at);
    if is_numbered { at + 1 } else { at }
}

fn is_year(row: &Tokens, at: usize) -> bool {
    let word = row.word(at);
    let is_four = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    is_four && at.checked_sub(1).is_none_or(|before| has(BEFORE_YEARS, row.word(before)))
}

/// Whether a word is what the number before it counts.
fn counts(row: &Tokens, at: usize) -> bool {
    row.is_next(at) && !row.is_capital(at) && !row.is_number(at) && !has(SMALL, row.word(at))
}

#[cfg(test)]
mod tests {
    use super::super::row;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        row::found(text, streets)
    }

    #[test]
    fn streets_with_houses_are_found() {
        for (text, streets) in [
            ("Живу: ул. Ленина, 5.", vec!["ул. Ленина, 5"]),
            ("на улице Ленина, дом 5, квартира 12", vec!["улице Ленина, дом 5, квартира 12"]),
            ("ул.Льва Толстого, д.16, корп. 2, кв.7, домофон", vec!["ул.Льва Толстого, д.16, корп. 2, кв.7"]),
            ("Офис на Невском проспекте, 28, третий этаж", vec!["Невском проспекте, 28"]),
            ("Тверская улица 12а", vec!["Тверская улица 12а"]),
            ("до Ленинского проспекта ехать час", vec!["Ленинского проспекта"]),
            ("улица 8 Марта, 3/1", vec!["улица 8 Марта, 3/1"]),
            ("3-я Парковая улица, д. 4", vec!["3-я Парковая улица, д. 4"]),
            ("пер. Столярный, 5 и пр. Мира 10", vec!["пер. Столярный, 5", "пр. Мира 10"]),
            ("пл. Победы, д. 1; шоссе Энтузиастов", vec!["пл. Победы, д. 1", "шоссе Энтузиастов"]),
            ("дом 5, квартира 12", vec!["дом 5, квартира 12"]),
            ("Адрес: д. 5, кв. 12", vec!["д. 5, кв. 12"]),
            ("I live at 12 Main Street, Apt 4, second floor", vec!["12 Main Street, Apt 4"]),
            ("221B Baker St. and 350 5th Avenue", vec!["221B Baker St", "350 5th Avenue"]),
            ("at 10 Martin Luther King Drive, he said", vec!["10 Martin Luther King Drive"]),
            ("Baker Street 221B", vec!["Baker Street 221B"]),
            ("to 7 Elm Road in Leeds", vec!["7 Elm Road"]),
        ] {
            assert_eq!(found(text), streets, "{text}");
        }
    }

    #[test]
    fn ordinary_speech_is_no_street() {
        for text in [
            "Мы вышли на улицу. Потом вернулись",
            "На улице 5 человек, дома 3",
            "площадь 45 метров, дом 5 лет строили",
            "Новый проспект напечатали, 500 штук",
            "оплатили проезд Анне, 5 раз",
            "этаж 3, офис 12",
            "По плану 5 встреч, 8 Марта не работаем",
            "линия 5 сломалась, пр. и т. д.",
            "In 2020 Wall Street crashed, on Main Street nobody noticed",
            "10 Google Drive folders and 3 ways to go",
            "5 minutes down the road, 2 streets away",
            "We had 10 people. Street noise all day. Place 2 orders",
            "3 Big Companies way ahead",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
