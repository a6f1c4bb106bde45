//! Finds addresses of mail that somebody said aloud: "john at example dot com", «иван собака почта точка ру».

use std::ops::Range;

use super::row::{Tokens, has};

const AT: &str = " собака собачка ";

const DOTS: &str = " точка dot ";

/// What else joins the words of a name.
const JOINTS: &str = " дефис тире минус подчеркивание dash hyphen minus underscore ";

/// How hosts end, as it is said.
const ENDS: &str = " ру рф ком орг нет нэт инфо су бай кз юа уа онлайн про com org net edu gov io ru su by kz uz ge uk co \
    de fr eu info biz app dev ai us ca au ";

/// Words before "dot" that name no host: "look at the dot com boom".
const NO_HOSTS: &str = " the a an this that these those my our your his her their its every each some any и а но это \
    эта моя наша ";

/// The most words of a host.
const LONGEST: usize = 8;

/// The addresses of a text in order, as rows of words.
pub(super) fn dictated(row: &Tokens) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 1..row.len() {
        let free = found.last().map_or(0, |one| one.end);
        let is_russian = has(AT, row.word(at));
        if at <= free || !is_russian && row.word(at) != "at" || !row.is_next(at) {
            continue;
        }
        let sign = if row.word(at + 1) == "sign" && row.is_next(at + 1) { at + 1 } else { at };
        if let Some(end) = host(row, sign + 1, is_russian) {
            found.push(user(row, at - 1, free)..end);
        }
    }
    found
}

/// What tells an address from others: its words without signs.
pub(super) fn key(row: &Tokens, address: &Range<usize>) -> String {
    let is_sign = |word: &&str| has(AT, word) || has(DOTS, word) || ["at", "sign"].contains(word);
    address.clone().map(|at| row.word(at)).filter(|word| !is_sign(word)).collect::<Vec<_>>().join(" ")
}

/// Behind a host that begins at this word. A host that is typed ("yandex.ru") is one behind a Russian sign alone: "at" may be a
/// place.
fn host(row: &Tokens, start: usize, may_be_typed: bool) -> Option<usize> {
    let names_none = has(NO_HOSTS, row.word(start)) && has(DOTS, row.word(start + 1));
    if !row.is_next(start) || names_none || has(DOTS, row.word(start)) {
        return None;
    }
    let mut end = None;
    let (mut at, mut is_said) = (start, false);
    while at < row.len() && at - start < LONGEST {
        if at > start && has(ENDS, row.word(at)) && (is_said || may_be_typed) {
            end = Some(at + 1);
        }
        let is_typed = may_be_typed
            && row.before(at + 1).is_some_and(|signs| signs == ".")
            && row.letter_behind(at + 1) == Some('.');
        let sign = at + 1;
        if is_typed {
            at += 1;
        } else if row.is_next(sign)
            && row.is_next(sign + 1)
            && (has(DOTS, row.word(sign)) || has(JOINTS, row.word(sign)))
        {
            is_said |= has(DOTS, row.word(sign));
            at += 2;
        } else {
            break;
        }
    }
    end
}

/// The first word of a name that ends with this word.
fn user(row: &Tokens, last: usize, free: usize) -> usize {
    let mut start = last;
    while start >= free + 2
        && row.is_next(start)
        && row.is_next(start - 1)
        && (has(DOTS, row.word(start - 1)) || has(JOINTS, row.word(start - 1)))
    {
        // "нижнее подчёркивание" is one sign.
        let is_long = row.word(start - 2) == "нижнее" && start >= free + 3 && row.is_next(start - 2);
        start -= if is_long { 3 } else { 2 };
    }
    start
}

#[cfg(test)]
mod tests {
    use super::super::row;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        row::found(text, dictated)
    }

    #[test]
    fn addresses_that_are_said_are_found() {
        for (text, addresses) in [
            ("Пишите: иван собака почта точка ру.", vec!["иван собака почта точка ру"]),
            ("на ivan точка петров собака mail точка ru, я отвечу", vec!["ivan точка петров собака mail точка ru"]),
            (
                "ivan нижнее подчёркивание 77 собака яндекс точка ру",
                vec!["ivan нижнее подчёркивание 77 собака яндекс точка ру"],
            ),
            ("olga собачка yandex.ru и всё", vec!["olga собачка yandex.ru"]),
            ("write to john at example dot com, please", vec!["john at example dot com"]),
            ("John dot Smith at my dash shop dot co dot uk", vec!["John dot Smith at my dash shop dot co dot uk"]),
            ("anna underscore k at sign gmail dot com", vec!["anna underscore k at sign gmail dot com"]),
        ] {
            assert_eq!(found(text), addresses, "{text}");
        }
    }

    #[test]
    fn ordinary_speech_is_no_address() {
        for text in [
            "У нас собака, и точка. Нет вопросов",
            "собака лает, точка",
            "Гуляю с собакой. Собака спит. Точка. Ру",
            "Моя собака любит парк",
            "I was at home dot dot dot",
            "look at the dot com boom",
            "We met at noon. Dot was there",
            "at home dot",
            "собака",
            "at",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
