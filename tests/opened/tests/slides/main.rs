//! Slides as LibreOffice shows them: every line is found in its place, no word lies on another, none leaves its shape or slide.

#[path = "../../../corpus/mod.rs"]
mod corpus;
mod decks;
mod meant;
#[path = "../../../office/package.rs"]
mod package;
mod shown;

use meant::Text;
use shown::{Page, Word};

/// How many points a word may reach over an edge: what reaches below a letter, and what rounding takes.
const SLACK: f64 = 1.0;

#[test]
fn every_line_is_seen_in_its_place_and_nothing_lies_on_it() {
    let decks = decks::all();
    let mut flaws = Vec::new();
    for (deck, pages) in decks.iter().zip(shown::pages(&decks)) {
        let slides = meant::slides(&deck.bytes);
        assert_eq!(pages.len(), slides.len(), "{}: a page for each slide", deck.name);
        for (at, (page, texts)) in pages.iter().zip(&slides).enumerate() {
            let name = format!("{}, slide {}", deck.name, at + 1);
            let mut found = missing(page, texts);
            found.extend(outside(page));
            found.extend(on_each_other(&page.words));
            flaws.extend(found.into_iter().map(|flaw| format!("{name}: {flaw}")));
        }
    }
    assert!(flaws.is_empty(), "{} flaws:\n{}", flaws.len(), flaws.join("\n"));
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Texts that are not found, word after word, where they have to be; and words of which no text tells.
fn missing(page: &Page, texts: &[Text]) -> Vec<String> {
    let mut flaws = Vec::new();
    let mut told = vec![false; page.words.len()];
    for text in texts.iter().filter(|text| !letters(&text.words).is_empty()) {
        let mut here: Vec<usize> =
            (0..page.words.len()).filter(|at| !told[*at] && text.place.has(page.words[*at].place.middle())).collect();
        // As they are read: the words of a line stand equally high.
        let at = |at: &usize| page.words[*at].place.0;
        here.sort_by(|a, b| (at(a)[1].total_cmp(&at(b)[1])).then(at(a)[0].total_cmp(&at(b)[0])));
        let Some(found) = run_of(page, &here, &letters(&text.words)) else {
            let seen: Vec<&str> = here.iter().map(|at| page.words[*at].letters.as_str()).collect();
            flaws.push(format!("{:?} at {:?}, but: {seen:?}", text.words, text.place.0));
            continue;
        };
        for at in found {
            told[at] = true;
            let word = &page.words[at];
            if !text.shape.hold(&word.inked(), SLACK) {
                flaws.push(format!("{:?} at {:?} leaves {:?}", word.letters, word.inked().0, text.shape.0));
            }
        }
    }
    let untold = page.words.iter().zip(told).filter(|(word, told)| !told && !letters(&word.letters).is_empty());
    flaws.extend(untold.map(|(word, _)| format!("{:?} at {:?} is no text of the slide", word.letters, word.place.0)));
    flaws
}

/// The words of some, one after another, that have these letters.
fn run_of(page: &Page, here: &[usize], meant: &str) -> Option<Vec<usize>> {
    let texts: Vec<String> = here.iter().map(|at| letters(&page.words[*at].letters)).collect();
    (0..here.len()).find_map(|first| {
        let mut rest = meant;
        for (at, text) in texts.iter().enumerate().skip(first) {
            rest = rest.strip_prefix(text.as_str())?;
            if rest.is_empty() {
                return Some(here[first..=at].to_vec());
            }
        }
        None
    })
}

/// Words that leave the page.
fn outside(page: &Page) -> Vec<String> {
    let words = page.words.iter().filter(|word| !page.edges.hold(&word.place, 0.0));
    words.map(|word| format!("{:?} at {:?} leaves the page", word.letters, word.place.0)).collect()
}

/// Pairs of words of which one lies on the other.
fn on_each_other(words: &[Word]) -> Vec<String> {
    let mut flaws = Vec::new();
    for (at, one) in words.iter().enumerate() {
        for other in &words[at + 1..] {
            let ([l, t, r, b], [left, top, right, bottom]) = (one.inked().0, other.inked().0);
            let (across, down) = (r.min(right) - l.max(left), b.min(bottom) - t.max(top));
            if across > SLACK && down > SLACK {
                flaws.push(format!("{:?} lies on {:?} at {:?}", one.letters, other.letters, one.inked().0));
            }
        }
    }
    flaws
}
