//! Finds what leads to somebody without a name: addresses of mail and pages, typed or said aloud, streets and houses, handles,
//! numbers of phones, cards and accounts.
//! What could be one is taken for one; sums, dates and years are none.

use std::collections::HashSet;
use std::ops::Range;

use super::dictated::{self, dictated};
use super::row::Tokens;
use super::streets::{self, streets};
use super::{Labels, apply, apply_to_paragraph};
use crate::interviews::text::{Edit, Paragraph};

/// Hides contacts.
#[derive(Clone, Debug)]
pub struct Contacts {
    labels: Labels,
    /// What is hidden; `None`: whatever is found.
    known: Option<HashSet<String>>,
}

impl Contacts {
    /// Hides every contact.
    pub fn all(labels: Labels) -> Self {
        Contacts { labels, known: None }
    }

    /// Hides those that are in these texts.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>, labels: Labels) -> Self {
        let known = texts.flat_map(|text| find(text).into_iter().map(|found| found.key)).collect();
        Contacts { labels, known: Some(known) }
    }

    /// The text without contacts.
    pub fn text(&self, text: &str) -> String {
        apply(text, &self.edits(text))
    }

    /// The paragraph without contacts; its highlights stay on their words.
    pub fn paragraph(&self, paragraph: &Paragraph) -> Paragraph {
        apply_to_paragraph(paragraph, &self.edits(&paragraph.text))
    }

    fn edits(&self, text: &str) -> Vec<Edit> {
        let is_hidden = |found: &Contact| self.known.as_ref().is_none_or(|known| known.contains(&found.key));
        let edit = |found: Contact| {
            let label = if found.is_number { self.labels.number } else { self.labels.address };
            Edit { start: found.at.start as u32, end: found.at.end as u32, text: format!("[{label}]") }
        };
        find(text).into_iter().filter(is_hidden).map(edit).collect()
    }
}

/// A contact in a text.
struct Contact {
    at: Range<usize>,
    is_number: bool,
    /// The same for the same contact, however it was typed.
    key: String,
}

/// How the names of hosts end, where nothing else says that it is one.
const HOSTS: &str = " com org net edu gov io ru su рф рус ua by kz uz ge am az kg md lv lt ee pl de fr uk eu es pt nl ch cz sk \
    fi dk au ca cn jp kr br mx tr il info biz app dev cloud online shop store site tech xyz club live travel academy agency \
    digital media ";

/// How numbers are parted within.
const WITHIN: &str = " \u{a0}\u{2009}\u{202f}-\u{2010}\u{2011}\u{2012}\u{2013}.()/";

/// The most signs between two digits of a number: ") ".
const MOST_WITHIN: usize = 2;

/// Contacts in order; none overlaps another.
fn find(text: &str) -> Vec<Contact> {
    let letters: Vec<char> = text.chars().collect();
    let row = Tokens::of(text, &letters);
    let of_words = |words: Vec<Range<usize>>, key: fn(&Tokens, &Range<usize>) -> String| {
        let found = |words: Range<usize>| Contact { key: key(&row, &words), at: row.place(words), is_number: false };
        words.into_iter().map(found).collect::<Vec<_>>()
    };
    // What was said aloud may hold what looks typed, and a street the number of a house.
    let said = of_words(dictated(&row), dictated::key);
    let streets = of_words(streets(&row), streets::key);
    [streets, addresses(&letters), numbers(&letters)].into_iter().fold(said, merged)
}

/// Contacts of both in order, without those of the second that overlap the first. Each is in order.
fn merged(first: Vec<Contact>, second: Vec<Contact>) -> Vec<Contact> {
    let is_free = |at: &Range<usize>| first.iter().all(|one| one.at.end <= at.start || at.end <= one.at.start);
    let free: Vec<Contact> = second.into_iter().filter(|one| is_free(&one.at)).collect();
    let (mut merged, mut free) = (Vec::with_capacity(first.len() + free.len()), free.into_iter().peekable());
    for one in first {
        while let Some(before) = free.next_if(|other| other.at.start < one.at.start) {
            merged.push(before);
        }
        merged.push(one);
    }
    merged.extend(free);
    merged
}

fn addresses(letters: &[char]) -> Vec<Contact> {
    let mut found = Vec::new();
    let mut start = 0;
    for chunk in letters.split(|letter| letter.is_whitespace() || matches!(letter, ',' | ';' | '<' | '>' | '|')) {
        let is_edge = |letter: &&char| !letter.is_alphanumeric();
        let before = chunk.iter().take_while(|letter| is_edge(letter) && **letter != '@').count();
        let behind = chunk[before..].iter().rev().take_while(is_edge).count();
        let address = &chunk[before..chunk.len() - behind];
        if is_address(address) {
            let at = start + before..start + before + address.len();
            let spelled: String = address.iter().collect::<String>().to_lowercase();
            let bare = spelled.rsplit_once("://").map_or(spelled.as_str(), |(_, bare)| bare);
            let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
            found.push(Contact { at, is_number: false, key: bare.strip_prefix("www.").unwrap_or(bare).into() });
        }
        start += chunk.len() + 1;
    }
    found
}

/// Whether a piece of a text without blanks is an address of mail or of a page, or a handle.
fn is_address(piece: &[char]) -> bool {
    let text: String = piece.iter().collect::<String>().to_lowercase();
    if let Some((user, host)) = text.split_once('@') {
        return host.chars().filter(|letter| letter.is_alphanumeric()).count() > 1
            && (user.is_empty() || host.len() > 2);
    }
    if text.contains("://") || text.starts_with("www.") {
        return text.len() > "www.".len();
    }
    let (host, path) =
        text.split_once(['/', '?', '#']).map_or((text.as_str(), None), |(host, path)| (host, Some(path)));
    let host = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(host, _)| host);
    let labels: Vec<&str> = host.split('.').collect();
    let is_label =
        |label: &&str| !label.is_empty() && label.chars().all(|one| one.is_alphanumeric() || one == '-' || one == '_');
    let [first @ .., last] = &labels[..] else { return false };
    let is_host = !first.is_empty()
        && labels.iter().all(is_label)
        && last.chars().count() > 1
        && last.chars().all(char::is_alphabetic)
        && first.iter().any(|label| label.chars().count() > 1 || path.is_some());
    is_host && (path.is_some_and(|path| !path.is_empty()) || HOSTS.split_whitespace().any(|end| end == *last))
}

fn numbers(letters: &[char]) -> Vec<Contact> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_numeric() {
            at += 1;
            continue;
        }
        let number = Number::at(letters, at);
        let end = number.end;
        if number.leads_to_somebody() {
            // The letters of an account: DE89 3704.
            let prefix = letters[..at].iter().rev().take_while(|letter| letter.is_ascii_alphabetic()).count();
            let opening = letters[..at - prefix].iter().rev().take_while(|letter| matches!(letter, '+' | '(')).count();
            let digits: String = letters[at..end].iter().filter(|letter| letter.is_numeric()).collect();
            // 8 and +7 dial the same phone.
            let key = digits.chars().rev().take(10).collect();
            found.push(Contact { at: at - prefix - opening..end, is_number: true, key });
        }
        at = end;
    }
    found
}

/// Digits in groups, such as 8 (495) 123-45-67.
struct Number {
    groups: Vec<String>,
    /// What parts the groups.
    signs: Vec<String>,
    has_plus: bool,
    end: usize,
}

impl Number {
    fn at(letters: &[char], start: usize) -> Self {
        let has_plus = letters[..start].iter().rev().find(|letter| **letter != '(') == Some(&'+');
        let mut number = Number { groups: vec![String::new()], signs: Vec::new(), has_plus, end: start };
        loop {
            let digits: String = letters[number.end..].iter().take_while(|letter| letter.is_numeric()).collect();
            number.end += digits.chars().count();
            if let Some(group) = number.groups.last_mut() {
                *group = digits;
            }
            let rest = &letters[number.end..];
            let sign: String = rest.iter().take_while(|letter| WITHIN.contains(**letter)).collect();
            let count = sign.chars().count();
            let goes_on = (1..=MOST_WITHIN).contains(&count) && rest.get(count).is_some_and(|next| next.is_numeric());
            if !goes_on {
                return number;
            }
            number.end += count;
            number.signs.push(sign);
            number.groups.push(String::new());
        }
    }

    fn leads_to_somebody(&self) -> bool {
        let count: usize = self.groups.iter().map(|group| group.chars().count()).sum();
        count >= 7 && (self.has_plus || !(self.is_sum(count) || self.is_time()))
    }

    /// 1 200 000, 100000-200000, 5000000.
    fn is_sum(&self, count: usize) -> bool {
        let is_round = |group: &String| group.ends_with("00");
        let in_thousands = self.groups[0].len() <= 3
            && self.groups[1..].iter().all(|group| group.len() == 3)
            && self.signs.iter().all(|sign| *sign == self.signs[0] && sign.chars().count() == 1)
            && !self.signs.iter().any(|sign| sign.contains(['-', '(', ')', '/']));
        let is_grouped = self.groups.len() > 1 && in_thousands && count <= 12;
        is_grouped || count <= 12 && self.groups.iter().all(|group| is_round(group) && group.len() >= 4)
    }

    /// 12.03.2026, 2026-03-12, 2019-2020, 2019 2020 2021.
    fn is_time(&self) -> bool {
        let is_year = |group: &String| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
        let sizes: Vec<usize> = self.groups.iter().map(String::len).collect();
        let is_day = match sizes[..] {
            [1..=2, 1..=2, 4] => is_year(&self.groups[2]),
            [4, 1..=2, 1..=2] => is_year(&self.groups[0]),
            _ => false,
        };
        is_day || self.groups.iter().all(is_year) && sizes.len() <= 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: Labels = Labels { address: "A", number: "N", ..Labels::NONE };

    #[test]
    fn contacts_are_hidden_and_figures_are_not() {
        for (text, hidden) in [
            ("Call +7 (903) 123-45-67 or 8 800 555-35-35.", "Call [N] or [N]."),
            ("+44 20 7946 0958, (495) 123-45-67; 555-123-4567", "[N], [N]; [N]"),
            ("89031234567 и 9031234567", "[N] и [N]"),
            ("card 4276 3800 1234 5678, account 40817810099910004312", "card [N], account [N]"),
            ("IBAN DE89 3704 0044 0532 0130 00.", "IBAN [N]."),
            ("паспорт 4509 123456, ИНН 7707083893", "паспорт [N], ИНН [N]"),
            ("Write to a.b+c@mail.example.co.uk, or <x@y.ru>.", "Write to [A], or <[A]>."),
            ("mailto:x@y.ru «ivan@почта.рф»", "[A] «[A]»"),
            ("I am @marina_s on Telegram, t.me/marina_s too", "I am [A] on Telegram, [A] too"),
            ("See https://example.com/a?b=1, www.foo.bar and example.ru!", "See [A], [A] and [A]!"),
            ("на сайте курсы-плюс.рф/о-нас (linkedin.com/in/x)", "на сайте [A] ([A])"),
            ("ул. Ленина, д. 5, тел. 8 903 123-45-67, ivan собака mail.ru", "[A], тел. [N], [A]"),
            ("12 Main Street, or john at example dot com, or x@y.ru", "[A], or [A], or [A]"),
        ] {
            assert_eq!(Contacts::all(LABELS).text(text), hidden);
        }
        for text in [
            "1 200 000 rubles, 1,200,000 or 12.000.000 or 5000000",
            "between 100000-200000, 100 000 – 200 000",
            "on 12.03.2026, 2026-03-12 and in 2019-2020, at 10:30-11:45",
            "600 seats, 24/7, 3.5%, v2.0.1, 10-15 people in 2026.",
            "e.g. this, т.е. то, и т.д. Node.js, report.xlsx, either/or, and/or.",
            "The end.It began @ noon. 10 @ 5",
            "",
        ] {
            assert_eq!(Contacts::all(LABELS).text(text), text);
        }
    }

    #[test]
    fn known_contacts_are_found_however_they_are_typed() {
        let known = Contacts::of(["Dial 8 (903) 123-45-67, see https://www.Tropa.ru/x"].into_iter(), LABELS);
        let said = Contacts::of(["Живу на улице Ленина, дом 5; иван собака почта точка ру"].into_iter(), LABELS);
        assert_eq!(said.text("ул. Ленина, 5 и ул. Мира, 5, Иван собака почта точка ру"), "[A] и ул. Мира, 5, [A]");
        assert_eq!(known.text("+79031234567 tropa.ru/x 8 903 765-43-21 other.ru"), "[N] [A] 8 903 765-43-21 other.ru");
    }

    #[test]
    fn highlights_stay_on_their_words() {
        let paragraph = Paragraph::of("Mail me at x@y.ru, he said");
        assert_eq!(Contacts::all(LABELS).paragraph(&paragraph).text, "Mail me at [A], he said");
    }
}
