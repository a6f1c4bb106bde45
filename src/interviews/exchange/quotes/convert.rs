//! From interviews to rows of quotes, and back.

use std::collections::{BTreeMap, HashMap};

use super::QuoteRow;
use crate::arrange::map_of;
use crate::interviews::codebook::Tag;
use crate::interviews::exchange::{Document, Project};
use crate::interviews::text::{Highlight, HighlightId, Paragraph, TagId, mark, quote, stored};

/// The quotes of a project, interview by interview, in the order of their highlights. Speaker
/// and time are those of the paragraph where the highlight begins.
pub fn rows(project: &Project) -> Vec<QuoteRow> {
    let of = |document: &Document| {
        let numbered = document.paragraphs.iter().enumerate().rev();
        let parts = numbered.flat_map(|(at, paragraph)| paragraph.parts.iter().map(move |part| (part.highlight, at)));
        let starts: BTreeMap<HighlightId, usize> = map_of(parts);
        let mut rows = Vec::new();
        for (id, highlight) in &document.highlights {
            let Some(row) = starts.get(id).map(|at| &document.paragraphs[*at..]) else { continue };
            let over = row.iter().take_while(|paragraph| paragraph.part_of(*id).is_some()).count();
            let tags = highlight.tags.iter().filter_map(|tag| Some(project.book.tags.get(tag)?.name.clone()));
            rows.push(QuoteRow {
                document: document.name.clone(),
                attributes: document.attributes.clone(),
                tags: tags.collect(),
                text: quote(&row[..over], *id).unwrap_or_default(),
                time: row[0].at,
                speaker: document.speaker(&row[0]).unwrap_or_default().into(),
                force: highlight.force,
                energy: highlight.energy,
                memo: highlight.memo.clone(),
                noted: row[..over].iter().any(|paragraph| paragraph.noted),
            });
        }
        rows
    };
    project.documents.iter().flat_map(of).collect()
}

/// Interviews made of quotes: each quote is a highlight over paragraphs of its own. Quotes of one document come together, in
/// the order in which they come; tags are those of the names. Quotes without words are left out.
pub fn project(rows: &[QuoteRow]) -> Project {
    let mut project = Project::default();
    let mut tags: HashMap<String, TagId> = HashMap::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for row in rows.iter().filter(|row| !row.text.is_empty()) {
        let place = *places.entry(&row.document).or_insert_with(|| {
            let id = project.documents.len() as u32 + 1;
            project.documents.push(Document { id, name: row.document.clone(), ..Document::default() });
            project.documents.len() - 1
        });
        let document = &mut project.documents[place];
        for (name, value) in &row.attributes {
            if !document.attributes.iter().any(|known| known.0 == *name) {
                document.attributes.push((name.clone(), value.clone()));
            }
        }
        let speaker = (!row.speaker.is_empty()).then(|| {
            document.speakers.iter().position(|known| *known == row.speaker).unwrap_or_else(|| {
                document.speakers.push(row.speaker.clone());
                document.speakers.len() - 1
            })
        });
        let text = stored(&row.text);
        let first = document.paragraphs.len();
        document.paragraphs.extend(text.split('\n').enumerate().map(|(at, line)| Paragraph {
            speaker: speaker.and_then(|speaker| u16::try_from(speaker).ok()),
            at: row.time.filter(|_| at == 0),
            noted: row.noted,
            ..Paragraph::of(line)
        }));
        let mut highlight =
            Highlight { force: row.force, energy: row.energy, memo: row.memo.clone(), ..Highlight::default() };
        for name in &row.tags {
            let tag = *tags.entry(name.clone()).or_insert_with(|| {
                let id = TagId(project.book.tags.len() as u32 + 1);
                project.book.tags.insert(id, Tag { name: name.clone(), ..Tag::default() });
                id
            });
            if !highlight.tags.contains(&tag) {
                highlight.tags.push(tag);
            }
        }
        let id = HighlightId(document.highlights.len() as u32 + 1);
        if mark(&mut document.paragraphs[first..], 0, u32::MAX, id) {
            document.highlights.insert(id, highlight);
        }
    }
    project
}
