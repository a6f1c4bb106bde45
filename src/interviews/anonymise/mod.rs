//! Hiding who said it: names of people and companies become aliases throughout, and cannot be had back.
//!
//! A name is hidden in all its forms, each as the same alias (`[Person 1]`).

mod case;
mod companies;
mod consent;
mod contacts;
mod dictated;
mod endings;
mod finder;
mod neighbours;
mod people;
mod row;
mod short;
mod spoken;
mod streets;

use super::text::{Edit, Paragraph};
pub use consent::{Accounts, Cleared, Going, NotCleared, Quotable, clear};
pub use contacts::Contacts;
use finder::{Finder, Found};
pub use people::{may_be_one, names_in, names_of_speaker, people_of};
pub use spoken::Spoken;

/// What is read in place of what is hidden, without brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    /// "Person".
    pub person: &'static str,
    /// "Company".
    pub company: &'static str,
    /// "Address": of mail or of a page, or a handle.
    pub address: &'static str,
    /// "Number": of a phone, a card, an account or a document.
    pub number: &'static str,
    /// "Quote hidden": the words of somebody who agreed to nothing, where they were taken over.
    pub quote: &'static str,
}

impl Labels {
    /// For what nobody reads.
    pub const NONE: Labels = Labels { person: "", company: "", address: "", number: "", quote: "" };
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// A person. Parts of a full name are hidden by themselves too.
    Person,
    /// A company. It goes by its name without the legal form too, and by any word of it that is its own.
    Company,
}

/// Somebody who is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// What it is.
    pub named: Named,
    /// What is read in place of the name, without brackets: "Person 1".
    pub alias: String,
    /// The names, as somebody gave them: "Marina Sokolova", "Мариша".
    pub names: Vec<String>,
}

/// Who is hidden, and as what. Only the own copy of a project holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Everybody who is hidden.
    pub hidden: Vec<Hidden>,
    /// The full names of others, which nothing is hidden of.
    pub others: Vec<String>,
}

impl Mapping {
    /// Hides somebody under the next free alias, such as "Person 2" for the label "Person". `texts` is all that is said: an
    /// alias that is already in it is skipped: it would look like a hidden name.
    pub fn add<'t>(&mut self, named: Named, label: &str, names: &[&str], texts: impl Iterator<Item = &'t str> + Clone) {
        let is_free = |alias: &String| {
            let opening = format!("[{alias}");
            self.hidden.iter().all(|hidden| hidden.alias != *alias)
                && !texts.clone().any(|text| text.contains(&opening))
        };
        let alias = (1_u32..).map(|number| format!("{label} {number}")).find(is_free).unwrap_or_else(|| label.into());
        let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).map(String::from).collect();
        self.hidden.push(Hidden { named, alias, names });
    }

    /// Hides somebody under an alias that others may have too.
    pub fn hide_as(&mut self, named: Named, alias: &str, name: &str) {
        self.hidden.push(Hidden { named, alias: alias.into(), names: vec![name.trim().into()] });
    }

    /// Leaves the full names of others alone, where nobody who is hidden can go by them.
    pub fn spare(&mut self, names: impl Iterator<Item = String>) {
        let hidden = self.hidden.iter().filter(|hidden| hidden.named == Named::Person);
        let known: Vec<&String> = hidden.flat_map(|hidden| &hidden.names).collect();
        let is_others = |name: &String| name.trim().contains(' ') && !known.iter().any(|known| may_be_one(known, name));
        self.others.extend(names.filter(is_others));
    }

    /// A text for others: each name is the same alias in all its forms, which cannot be taken back.
    pub fn hidden_text(&self, text: &str) -> String {
        self.hiding().text(text)
    }

    /// Hides names in many texts for others.
    pub fn hiding(&self) -> Hiding<'_> {
        Hiding { mapping: self, finder: Finder::of(self) }
    }
}

/// Hides names in texts for others, who cannot have them back.
pub struct Hiding<'m> {
    mapping: &'m Mapping,
    finder: Finder,
}

impl Hiding<'_> {
    /// Whether a name is among those that are hidden, as somebody gave it.
    pub fn knows(&self, name: &str) -> bool {
        self.finder.whole(name).is_some()
    }

    /// Whether a text is one word that is a surname of somebody hidden, and as well something else: "Тендер".
    pub fn is_word(&self, text: &str) -> bool {
        self.finder.is_word(text)
    }

    /// The text without names.
    pub fn text(&self, text: &str) -> String {
        if let Some(who) = self.finder.whole(text) {
            return self.mapping.hidden[who].written();
        }
        apply(text, &self.edits(text))
    }

    /// The paragraph without names; its highlights stay on their words.
    pub fn paragraph(&self, paragraph: &Paragraph) -> Paragraph {
        apply_to_paragraph(paragraph, &self.edits(&paragraph.text))
    }

    fn edits(&self, text: &str) -> Vec<Edit> {
        let edit = |found: Found| {
            let hidden = &self.mapping.hidden[found.who];
            let text = if found.is_sure { hidden.written() } else { hidden.somebody() };
            Edit { start: found.at.start, end: found.at.end, text }
        };
        self.finder.find(text).into_iter().map(edit).collect()
    }
}

impl Hidden {
    /// The alias as it is written in a text.
    fn written(&self) -> String {
        format!("[{}]", self.alias)
    }

    /// What is written for somebody who has the name, and may be another one: no number.
    fn somebody(&self) -> String {
        format!("[{}]", self.alias.trim_end_matches([' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))
    }
}

/// A text after replacements that come in order and do not overlap.
fn apply(text: &str, edits: &[Edit]) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (mut after, mut at) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        let start = (edit.start as usize).clamp(at, letters.len());
        after.extend(&letters[at..start]);
        after += &edit.text;
        at = (edit.end as usize).clamp(start, letters.len());
    }
    after.extend(&letters[at..]);
    after
}

/// A paragraph after names were replaced. Unlike other edits this one loses no highlight: what covers a part of a name covers
/// the whole alias.
fn apply_to_paragraph(paragraph: &Paragraph, edits: &[Edit]) -> Paragraph {
    if edits.is_empty() {
        return paragraph.clone();
    }
    let moved = |at: u32, is_end: bool| {
        let mut shift = 0_i64;
        for edit in edits {
            let count = edit.text.chars().count() as i64;
            let inside = if is_end { edit.start < at && at <= edit.end } else { edit.start <= at && at < edit.end };
            if inside {
                let edge = i64::from(edit.start) + shift;
                return (if is_end { edge + count } else { edge }) as u32;
            }
            if edit.end > at || edit.start >= at {
                break;
            }
            shift += count - i64::from(edit.end - edit.start);
        }
        (i64::from(at) + shift) as u32
    };
    let mut after = paragraph.clone();
    after.text = apply(&paragraph.text, edits);
    for part in &mut after.parts {
        part.start = part.start.map(|start| moved(start, false));
        part.end = part.end.map(|end| moved(end, true));
    }
    after.settle();
    after
}
