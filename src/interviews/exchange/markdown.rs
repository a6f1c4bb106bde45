//! Interviews as Markdown: what was said, and under it the quotes with their tags; pastes clean into a wiki.

use super::refi_out::clock;
use super::{Document, Project};
use crate::exchange::markdown::line;
use crate::interviews::text::{HighlightId, Paragraph, quote};

/// The words that a language has for it.
pub struct Speech<'w> {
    /// The names of the forces: push, pull, anxiety, habit.
    pub forces: [&'w str; 4],
    /// A text in the quotation marks of the language.
    pub quoted: &'w dyn Fn(&str) -> String,
    /// What an interview without a name is called.
    pub unnamed: &'w str,
    /// "Note": what stands before words that are not the person's own.
    pub note: &'w str,
}

/// The interviews of a project, one after the other.
pub fn write(project: &Project, speech: &Speech) -> String {
    let mut text = String::new();
    for document in &project.documents {
        if !text.is_empty() {
            text.push('\n');
        }
        let name = line(&document.name);
        text += &["# ", if name.is_empty() { speech.unnamed } else { &name }, "\n\n"].concat();
        for (name, value) in document.attributes.iter().filter(|(_, value)| !value.trim().is_empty()) {
            text += &["- **", &line(name), ":** ", &line(value), "\n"].concat();
        }
        for (at, paragraph) in document.paragraphs.iter().enumerate() {
            said(&mut text, document, paragraph, speech);
            let begin_here = paragraph.parts.iter().filter(|part| part.start.is_some());
            let quotes: String = begin_here
                .filter_map(|part| item(project, document, &document.paragraphs[at..], part.highlight, speech))
                .collect();
            if !quotes.is_empty() {
                text += &["\n", &quotes].concat();
            }
        }
    }
    text
}

fn said(text: &mut String, document: &Document, paragraph: &Paragraph, speech: &Speech) {
    let words = line(&paragraph.text);
    if words.is_empty() {
        return;
    }
    let time = paragraph.at.map(|at| clock(at, false)).unwrap_or_default();
    let who = document.speaker(paragraph).map(line).unwrap_or_default();
    let note = if paragraph.noted { line(speech.note) } else { String::new() };
    let head = [note, who, time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let head = if head.is_empty() { head } else { ["**", &head, ":** "].concat() };
    *text += &["\n", &head, &words, "\n"].concat();
}

/// A quote as an item of a list, with its tags, its force and the remark of the interviewer.
fn item(project: &Project, document: &Document, row: &[Paragraph], id: HighlightId, speech: &Speech) -> Option<String> {
    let highlight = document.highlights.get(&id)?;
    let over = row.iter().take_while(|paragraph| paragraph.part_of(id).is_some()).count();
    let words = quote(&row[..over], id)?.replace('\n', " ");
    let is_noted = row[..over].iter().any(|paragraph| paragraph.noted);
    let shown = if is_noted { [speech.note, ": ", &words].concat() } else { (speech.quoted)(&words) };
    let mut parts = vec![line(&shown)];
    let tags = highlight.tags.iter().filter_map(|tag| project.book.tags.get(tag));
    parts.extend(tags.map(|tag| line(&["#", &tag.name].concat())));
    parts.extend(highlight.force.map(|force| format!("({})", line(speech.forces[force.index()]))));
    if !highlight.memo.trim().is_empty() {
        parts.push(["\u{2014} ", &line(&highlight.memo)].concat());
    }
    Some(["- ", &parts.join(" "), "\n"].concat())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::interviews::codebook::{Codebook, Tag};
    use crate::interviews::kinds::Force;
    use crate::interviews::text::{Highlight, TagId, mark};

    #[test]
    fn quotes_stand_under_what_was_said() {
        let said = |speaker, at, text: &str| Paragraph { speaker: Some(speaker), at: Some(at), ..Paragraph::of(text) };
        let mut paragraphs =
            vec![said(0, 0, "What *happened*?"), said(1, 5000, "The board laughed."), Paragraph::of("# Twice")];
        assert!(mark(&mut paragraphs[1..], 4, 7, HighlightId(1)));
        assert!(mark(&mut paragraphs[2..], 2, 7, HighlightId(2)));
        paragraphs.push(Paragraph { noted: true, ..said(1, 9000, "Nervous") });
        assert!(mark(&mut paragraphs[3..], 0, 7, HighlightId(3)));
        let highlight =
            Highlight { tags: vec![TagId(1)], force: Some(Force::Push), memo: "laughs".into(), ..Highlight::default() };
        let document = Document {
            id: 1,
            name: "Marina".into(),
            attributes: vec![("Role".into(), "Head of L&D".into()), ("Account".into(), " ".into())],
            speakers: vec!["Interviewer".into(), "Marina".into()],
            paragraphs,
            highlights: BTreeMap::from([
                (HighlightId(1), highlight),
                (HighlightId(2), Highlight::default()),
                (HighlightId(3), Highlight::default()),
            ]),
        };
        let tags = BTreeMap::from([(TagId(1), Tag { name: "board".into(), ..Tag::default() })]);
        let project =
            Project { book: Codebook { tags, ..Codebook::default() }, documents: vec![document], ..Project::default() };
        let speech = Speech {
            forces: ["Push", "Pull", "Anxiety", "Habit"],
            quoted: &|text| format!("“{text}”"),
            unnamed: "Interview",
            note: "Note",
        };
        assert_eq!(
            write(&project, &speech),
            "# Marina\n\n- **Role:** Head of L&D\n\n**Interviewer, 0:00:00:** What \\*happened\\*?\n\n**Marina, 0:00:05:** The board laughed.\n\n\
             - “board laughed. \\# Twice” \\#board (Push) \u{2014} laughs\n\n\\# Twice\n\n- “Twice”\n\n**Note, Marina, 0:00:09:** Nervous\n\n- Note: Nervous\n"
        );
    }
}
