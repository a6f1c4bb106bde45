//! Codebooks and projects as REFI-QDA 1.5 has them, for NVivo, ATLAS.ti, MAXQDA, QualCoder and others.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{self, energy_guid, force_guid, noted_guid, phase_guid, speaker_guid, tag_guid};
use super::guid::guid as identify;
use super::{Document, ORIGIN, Project};
use crate::arrange::set_of;
use crate::exchange::archive;
use crate::exchange::xml::Writer;
use crate::interviews::codebook::Codebook;
use crate::interviews::text::units::Units;
use crate::interviews::text::{Highlight, HighlightId};

/// How many letters of a quote are written with its position.
const LONGEST_NAME: usize = 80;

/// A codebook as a file `.qdc`. `key` makes the identifiers differ between projects.
pub fn codebook(key: &str, book: &Codebook) -> String {
    let mut writer = Writer::new();
    writer.open("CodeBook", &[("xmlns", "urn:QDA-XML:codebook:1.0"), ("origin", ORIGIN)]);
    codes::write(&mut writer, key, book, None);
    writer.finish()
}

/// A project as a file `.qdpx`: speaker and time come before each paragraph, for readers, and as codes.
/// Highlights that lost their words have no position and are left out.
pub fn project(project: &Project) -> Vec<u8> {
    let speakers: BTreeSet<String> = set_of(project.documents.iter().flat_map(|document| document.speakers.clone()));
    let mut writer = Writer::new();
    writer.open("Project", &[("xmlns", "urn:QDA-XML:project:1.0"), ("name", &project.name), ("origin", ORIGIN)]);
    writer.open("CodeBook", &[]);
    codes::write(&mut writer, &project.key, &project.book, Some(&Vec::from_iter(speakers)));
    writer.close();
    let variables: BTreeSet<&str> = set_of(attributes(project).map(|(name, _)| name.as_str()));
    if !variables.is_empty() {
        writer.open("Variables", &[]);
        for name in variables {
            writer.empty(
                "Variable",
                &[("guid", &variable_guid(project, name)), ("name", name), ("typeOfVariable", "Text")],
            );
        }
        writer.close();
    }
    let mut files = Vec::new();
    if !project.documents.is_empty() {
        writer.open("Cases", &[]);
        project.documents.iter().for_each(|document| case(&mut writer, project, document));
        writer.close();
        writer.open("Sources", &[]);
        for document in &project.documents {
            let guid = source_guid(project, document);
            let text = FileText::of(document);
            source(&mut writer, project, document, &guid, &text);
            files.push((format!("sources/{guid}.txt"), text.text.into_bytes()));
        }
        writer.close();
    }
    files.insert(0, ("project.qde".into(), writer.finish().into_bytes()));
    archive::write(&files)
}

fn attributes(project: &Project) -> impl Iterator<Item = &(String, String)> {
    project.documents.iter().flat_map(|document| &document.attributes)
}

fn variable_guid(project: &Project, name: &str) -> String {
    identify(&format!("{}/variable/{name}", project.key))
}

fn source_guid(project: &Project, document: &Document) -> String {
    identify(&format!("{}/document/{}", project.key, document.id))
}

/// The identifier of what is known of a paragraph.
pub(super) fn paragraph_guid(source: &str, number: usize) -> String {
    identify(&format!("{source}/paragraph/{number}"))
}

fn case(writer: &mut Writer, project: &Project, document: &Document) {
    let guid = identify(&format!("{}/case/{}", project.key, document.id));
    writer.open("Case", &[("guid", &guid), ("name", &document.name)]);
    for (name, value) in &document.attributes {
        writer.open("VariableValue", &[]);
        writer.empty("VariableRef", &[("targetGUID", &variable_guid(project, name))]);
        writer.value("TextValue", value);
        writer.close();
    }
    writer.empty("SourceRef", &[("targetGUID", &source_guid(project, document))]);
    writer.close();
}

/// The text of a document as it is written, and where its paragraphs are in it.
struct FileText {
    text: String,
    /// Where the words of each paragraph begin and end.
    spans: Vec<(u32, u32)>,
}

impl FileText {
    fn of(document: &Document) -> Self {
        let mut laid = FileText { text: String::new(), spans: Vec::new() };
        let mut length = 0;
        for (number, paragraph) in document.paragraphs.iter().enumerate() {
            let mut add = |text: &str| {
                laid.text += text;
                length += text.chars().count() as u32;
            };
            if number > 0 {
                add("\n");
            }
            if let Some(at) = paragraph.at {
                add(&format!("[{}] ", clock(at, false)));
            }
            if let Some(name) = document.speaker(paragraph) {
                add(&name.replace(['\n', '\r'], " "));
                add(": ");
            }
            let start = length;
            laid.text += &paragraph.text;
            length += paragraph.text.chars().count() as u32;
            laid.spans.push((start, length));
        }
        laid
    }
}

/// A time as `1:02:03`, with thousandths where they are wanted.
pub(super) fn clock(ms: u32, exact: bool) -> String {
    let (h, m, s) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    let whole = format!("{h}:{m:02}:{s:02}");
    if exact { format!("{whole}.{:03}", ms % 1000) } else { whole }
}

fn source(writer: &mut Writer, project: &Project, document: &Document, guid: &str, laid: &FileText) {
    let path = format!("internal://{guid}.txt");
    writer.open("TextSource", &[("guid", guid), ("name", &document.name), ("plainTextPath", &path)]);
    for (number, (paragraph, span)) in document.paragraphs.iter().zip(&laid.spans).enumerate() {
        let speaker = document.speaker(paragraph).map(|name| speaker_guid(&project.key, name));
        let phase = paragraph.phase.map(phase_guid);
        let codes: Vec<String> = [speaker, phase, paragraph.noted.then(noted_guid)].into_iter().flatten().collect();
        if !codes.is_empty() || paragraph.at.is_some() {
            let time = paragraph.at.map(|at| clock(at, true)).unwrap_or_default();
            selection(writer, &paragraph_guid(guid, number), &time, *span, "", &codes);
        }
    }
    let units = Units::of(&laid.text);
    let spans = spans(document, laid);
    for (id, highlight) in &document.highlights {
        if let Some(&(start, end)) = spans.get(id) {
            let words: String = units.slice(start..end).chars().take(LONGEST_NAME).collect();
            let own = identify(&format!("{guid}/highlight/{}", id.0));
            selection(writer, &own, &words, (start, end), &highlight.memo, &codes_of(project, highlight));
        }
    }
    writer.close();
}

fn codes_of(project: &Project, highlight: &Highlight) -> Vec<String> {
    let tags = highlight.tags.iter().filter(|tag| project.book.tags.contains_key(tag));
    let tags = tags.map(|tag| tag_guid(&project.key, *tag));
    tags.chain(highlight.force.map(force_guid)).chain(highlight.energy.map(energy_guid)).collect()
}

fn selection(writer: &mut Writer, guid: &str, name: &str, (start, end): (u32, u32), memo: &str, codes: &[String]) {
    let (start, end) = (start.to_string(), end.to_string());
    let named = [("guid", guid), ("name", name), ("startPosition", start.as_str()), ("endPosition", end.as_str())];
    let attributes: Vec<(&str, &str)> =
        named.into_iter().filter(|(key, value)| *key != "name" || !value.is_empty()).collect();
    writer.open("PlainTextSelection", &attributes);
    writer.text("Description", memo);
    for code in codes {
        writer.open("Coding", &[("guid", &identify(&format!("{guid}/{code}")))]);
        writer.empty("CodeRef", &[("targetGUID", code)]);
        writer.close();
    }
    writer.close();
}

/// Where the highlights are in the written text.
fn spans(document: &Document, laid: &FileText) -> BTreeMap<HighlightId, (u32, u32)> {
    let mut spans = BTreeMap::new();
    for (paragraph, &(begins, ends)) in document.paragraphs.iter().zip(&laid.spans) {
        for part in &paragraph.parts {
            let (start, end) = (begins + part.start.unwrap_or(0), part.end.map_or(ends, |end| begins + end));
            let span = spans.entry(part.highlight).or_insert((start, end));
            span.1 = end;
        }
    }
    spans
}
