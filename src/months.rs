//! What months are called by people who type or paste a date, in both languages.

/// The names, January first, in lower case: a day stands beside some of them, a year beside others.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "январь", "янв", "января"],
    &["february", "feb", "февраль", "фев", "февраля", "февр"],
    &["march", "mar", "март", "мар", "марта"],
    &["april", "apr", "апрель", "апр", "апреля"],
    &["may", "май", "мая"],
    &["june", "jun", "июнь", "июн", "июня"],
    &["july", "jul", "июль", "июл", "июля"],
    &["august", "aug", "август", "авг", "августа"],
    &["september", "sep", "sept", "сентябрь", "сен", "сентября", "сент"],
    &["october", "oct", "октябрь", "окт", "октября"],
    &["november", "nov", "ноябрь", "ноя", "ноября", "нояб"],
    &["december", "dec", "декабрь", "дек", "декабря"],
];

/// The number of the month that a whole word in lower case names, from 1. "Decisions" are no December.
pub(crate) fn month_called(word: &str) -> Option<u32> {
    MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&word)).map(|(_, number)| number)
}
