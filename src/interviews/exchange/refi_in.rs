//! Codebooks and projects of other programs, and our own: what they hold is taken as far as interviews have a place for it,
//! what has none is named.

use std::collections::HashMap;

use super::codes::{Codes, Notes, Target, about};
use super::file_text::FileText;
use super::guid::key;
use super::positions::{Claim, Counted};
use super::refi_out::paragraph_guid;
use super::{Document, Project, Refused};
use crate::exchange::archive::{self, Archive, Fault};
use crate::exchange::xml::{Element, decoded, read};
use crate::interviews::codebook::Codebook;
use crate::interviews::text::{Highlight, HighlightId, Paragraph, TagId, share};
use crate::interviews::transcript::milliseconds;

/// The most letters that the quotes of a document may have together: overlapping highlights hold the text again and again.
const MOST_QUOTED: i64 = 8_000_000;

/// What a file holds and interviews have no place for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// A document without text: a picture, a recording, a formatted text alone; by its name.
    Source(String),
    /// Selections that cover no text, or are in pictures, pages and recordings.
    Selections(usize),
    /// Codings with codes that are not in the file.
    Codings(usize),
}

/// The codebook of a file `.qdc`.
///
/// # Errors
/// [`Refused`] where it is none.
pub fn read_codebook(bytes: Vec<u8>) -> Result<Codebook, Refused> {
    if bytes.len() > archive::MOST_UNPACKED {
        return Err(Refused::TooLarge);
    }
    let root = read(&decoded(bytes)?)?;
    if root.name != "CodeBook" {
        return Err(Refused::NotRefi);
    }
    let mut codes = Codes::of(&root, &Notes::new());
    root.child("Sets").into_iter().for_each(|sets| codes.take_sets(sets));
    Ok(codes.book)
}

/// The interviews of a file `.qdpx`, and what was left out.
///
/// # Errors
/// [`Refused`] where it is none, is damaged, or is larger than any honest one.
pub fn read_project(bytes: &[u8]) -> Result<(Project, Vec<Loss>), Refused> {
    let mut archive = Archive::open(bytes)?;
    let is_project = |name: &&str| name.to_lowercase().ends_with(".qde");
    let name =
        archive.names().filter(is_project).min_by_key(|name| name.matches('/').count()).ok_or(Refused::NoFile)?;
    let name = name.to_owned();
    let root = read(&decoded(archive.read(&name)?)?)?;
    if root.name != "Project" {
        return Err(Refused::NotRefi);
    }
    // An archive made by hand often has everything in one folder.
    let folder = name.rfind('/').map_or("", |end| &name[..=end]).to_owned();
    let mut taker = Taker::of(archive, folder, &root);
    taker.take_notes()?;
    let mut codes = root.child("CodeBook").map(|book| Codes::of(book, &taker.notes)).unwrap_or_default();
    root.child("Sets").into_iter().for_each(|sets| codes.take_sets(sets));
    let documents = taker.documents(&mut codes)?;
    let counts = [(taker.selections, Loss::Selections as fn(usize) -> Loss), (taker.codings, Loss::Codings)];
    taker.losses.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, loss)| loss(count)));
    let name = root.get("name").unwrap_or_default().to_owned();
    Ok((Project { key: String::new(), name, book: codes.book, documents }, taker.losses))
}

/// A text and its selections, wherever the file stores them.
struct Source<'e> {
    guid: String,
    name: String,
    raw: String,
    element: &'e Element,
    /// Positions of moments of a recording, in milliseconds.
    moments: HashMap<String, (i64, Option<u32>)>,
}

struct Taker<'a, 'e> {
    archive: Archive<'a>,
    /// The folder of the project in the archive, empty or with a slash at its end.
    folder: String,
    root: &'e Element,
    losses: Vec<Loss>,
    selections: usize,
    codings: usize,
    notes: Notes,
    /// Names of variables.
    variables: HashMap<String, &'e str>,
    /// Names of cases, with the tags that were made of them.
    cases: HashMap<String, (&'e str, Option<TagId>)>,
    /// The cases that a source belongs to.
    cases_of: HashMap<String, Vec<&'e Element>>,
}

impl<'a, 'e> Taker<'a, 'e> {
    fn of(archive: Archive<'a>, folder: String, root: &'e Element) -> Self {
        let list = |name: &str| root.child(name).map_or(&[][..], |list| &list.children);
        let mut cases_of: HashMap<String, Vec<&Element>> = HashMap::new();
        for case in list("Cases") {
            for source in case.all("SourceRef").filter_map(|source| source.get("targetGUID")) {
                cases_of.entry(key(source)).or_default().push(case);
            }
        }
        let named = |element: &'e Element| Some((key(element.get("guid")?), element.get("name")?));
        Taker {
            archive,
            folder,
            root,
            losses: Vec::new(),
            selections: 0,
            codings: 0,
            notes: Notes::new(),
            variables: list("Variables").iter().filter_map(named).collect(),
            cases: list("Cases").iter().filter_map(named).map(|(guid, name)| (guid, (name, None))).collect(),
            cases_of,
        }
    }

    fn take_notes(&mut self) -> Result<(), Refused> {
        for note in self.root.child("Notes").into_iter().flat_map(|notes| &notes.children) {
            if let (Some(guid), Some(text)) = (note.get("guid"), self.text(note)?) {
                self.notes.insert(key(guid), text.trim().to_owned());
            }
        }
        Ok(())
    }

    /// The text of a source: inside the project, or in a separate file. `None` where it has none.
    fn text(&mut self, source: &Element) -> Result<Option<String>, Refused> {
        if let Some(content) = source.child("PlainTextContent") {
            return Ok(Some(content.text.clone()));
        }
        let Some(file) = source.get("plainTextPath").and_then(|path| path.strip_prefix("internal://")) else {
            return Ok(None);
        };
        let (inside, above) = (format!("{}sources/{file}", self.folder), format!("{}{file}", self.folder));
        let read = match self.archive.read(&inside) {
            Err(Fault::NoFile) => self.archive.read(&above),
            read => read,
        };
        match read {
            Ok(bytes) => Ok(Some(decoded(bytes)?)),
            Err(Fault::NoFile) => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    fn documents(&mut self, codes: &mut Codes) -> Result<Vec<Document>, Refused> {
        let mut documents = Vec::new();
        for element in self.root.child("Sources").into_iter().flat_map(|sources| &sources.children) {
            let before = documents.len();
            for text in texts_of(element) {
                if let Some(raw) = self.text(text)? {
                    let name = element.get("name").or(text.get("name")).unwrap_or_default().to_owned();
                    let guid = key(element.get("guid").unwrap_or_default());
                    let source = Source { guid, name, raw, element: text, moments: moments(text) };
                    documents.push(self.document(source, documents.len(), codes)?);
                }
            }
            if documents.len() == before {
                self.losses.push(Loss::Source(element.get("name").unwrap_or_default().into()));
            }
            let is_elsewhere = |child: &&Element| {
                matches!(child.name.as_str(), "PDFSelection" | "PictureSelection" | "AudioSelection" | "VideoSelection")
            };
            self.selections += element.children.iter().filter(is_elsewhere).count();
        }
        Ok(documents)
    }

    fn document(&mut self, source: Source<'e>, number: usize, codes: &mut Codes) -> Result<Document, Refused> {
        let selections: Vec<(&Element, Claim)> =
            source.element.children.iter().filter_map(|element| Some((element, claim(element, &source)?))).collect();
        let claims: Vec<Claim> = selections.iter().map(|selection| selection.1).collect();
        let counted = Counted::of(&source.raw, &claims, self.root.get("origin").unwrap_or_default());
        let heads: HashMap<String, usize> =
            (0..counted.text.split('\n').count()).map(|at| (key(&paragraph_guid(&source.guid, at)), at)).collect();
        let mut laid = FileText::of(&counted.text);
        let mut document = Document { id: number as u32 + 1, name: source.name.clone(), ..Document::default() };
        document.attributes = self.attributes(&source);
        let mut highlights = Vec::new();
        for (element, claim) in &selections {
            let (start, end) = (counted.position(claim.start), counted.position(claim.end));
            match heads.get(&key(element.get("guid").unwrap_or_default())) {
                Some(at) => {
                    laid.narrow(*at, start, end);
                    head(&mut document, &mut laid.paragraphs[*at], element, codes);
                }
                None => highlights.push((*element, start.min(end), start.max(end))),
            }
        }
        for moment in source.moments.values() {
            if let (at, Some(ms)) = *moment {
                let line = laid.line(counted.position(at));
                let time = &mut laid.paragraphs[line].at;
                *time = Some(time.map_or(ms, |known: u32| known.min(ms)));
            }
        }
        let whole = source.element.child("Coding").map(|_| (source.element, 0, laid.length));
        let mut stretches = Vec::new();
        let mut quoted = 0;
        for (element, start, end) in highlights.into_iter().chain(whole) {
            let (start, end) = (laid.joined(start), laid.joined(end));
            if start >= end {
                self.selections += 1;
                continue;
            }
            for highlight in self.highlights(element, codes) {
                let id = HighlightId(document.highlights.len() as u32 + 1);
                document.highlights.insert(id, highlight);
                stretches.push((id, start, end));
                quoted += end - start;
            }
        }
        if quoted > MOST_QUOTED {
            return Err(Refused::TooLarge);
        }
        // An interview of which nothing is written yet.
        document.paragraphs = laid.paragraphs;
        if document.paragraphs == [Paragraph::default()] {
            document.paragraphs.clear();
        }
        share(&mut document.paragraphs, &stretches);
        Ok(document)
    }

    /// The highlight of a selection; one with several forces is one for each.
    fn highlights(&mut self, element: &Element, codes: &mut Codes) -> Vec<Highlight> {
        let mut highlight = Highlight { memo: about(element, &self.notes), ..Highlight::default() };
        let mut forces = Vec::new();
        for coding in element.all("Coding") {
            for guid in coding.all("CodeRef").filter_map(|code| code.get("targetGUID")) {
                match codes.targets.get(&key(guid)).cloned() {
                    Some(Target::Tag(tag)) => tagged(&mut highlight, tag),
                    Some(Target::Speaker(name)) => {
                        let tag = codes.tag_called(&name);
                        codes.targets.insert(key(guid), Target::SpeakerTag(name, tag));
                        tagged(&mut highlight, tag);
                    }
                    Some(Target::SpeakerTag(_, tag)) => tagged(&mut highlight, tag),
                    Some(Target::Force(force)) => forces.push(force),
                    Some(Target::Energy(energy)) => highlight.energy = highlight.energy.or(Some(energy)),
                    Some(Target::Phase(_) | Target::Noted) => (),
                    // Some programs code with cases.
                    None => match self.cases.get_mut(&key(guid)) {
                        Some((name, tag)) => tagged(&mut highlight, *tag.get_or_insert_with(|| codes.tag_called(name))),
                        None => self.codings += 1,
                    },
                }
            }
        }
        highlight.force = forces.first().copied();
        let others = forces.iter().skip(1).map(|force| Highlight { force: Some(*force), ..Highlight::default() });
        [highlight].into_iter().chain(others).collect()
    }

    /// What is known of a source: its own values, and those of the cases that it belongs to.
    fn attributes(&self, source: &Source) -> Vec<(String, String)> {
        let mut attributes: Vec<(String, String)> = Vec::new();
        let mut add = |name: &str, value: &str| {
            if !attributes.iter().any(|known| known.0 == name) {
                attributes.push((name.into(), value.into()));
            }
        };
        let cases = self.cases_of.get(&source.guid).into_iter().flatten().copied();
        for owner in [source.element].into_iter().chain(cases) {
            for value in owner.all("VariableValue") {
                let variable = value.child("VariableRef").and_then(|variable| variable.get("targetGUID")).map(key);
                let name = variable.and_then(|variable| self.variables.get(&variable).copied());
                let text = value.children.iter().find(|child| child.name.ends_with("Value"));
                if let (Some(name), Some(text)) = (name, text) {
                    add(name, text.text.trim());
                }
            }
            let named =
                owner.get("name").filter(|name| owner.name == "Case" && *name != source.name && !name.is_empty());
            named.into_iter().for_each(|name| add("Case", name));
        }
        attributes
    }
}

fn tagged(highlight: &mut Highlight, tag: TagId) {
    if !highlight.tags.contains(&tag) {
        highlight.tags.push(tag);
    }
}

/// The texts of a source: the source itself, what a PDF says, what was said in a recording.
fn texts_of(source: &Element) -> Vec<&Element> {
    match source.name.as_str() {
        "TextSource" => vec![source],
        "PDFSource" => source.all("Representation").collect(),
        "PictureSource" => source.all("TextDescription").collect(),
        "AudioSource" | "VideoSource" => source.all("Transcript").collect(),
        _ => Vec::new(),
    }
}

/// The moments of a recording that its transcript refers to.
fn moments(text: &Element) -> HashMap<String, (i64, Option<u32>)> {
    let moment = |point: &Element| {
        let time = point.get("timeStamp").and_then(|time| time.parse().ok());
        Some((key(point.get("guid")?), (point.get("position")?.parse().ok()?, time)))
    };
    text.all("SyncPoint").filter_map(moment).collect()
}

/// Where a selection is, as its file counts.
fn claim<'e>(element: &'e Element, source: &Source) -> Option<Claim<'e>> {
    let number = |name: &str| element.get(name)?.trim().parse().ok();
    let moment = |name: &str| source.moments.get(&key(element.get(name)?)).map(|moment| moment.0);
    let (start, end) = match element.name.as_str() {
        "PlainTextSelection" => (number("startPosition")?, number("endPosition")?),
        "TranscriptSelection" => (moment("fromSyncPoint")?, moment("toSyncPoint")?),
        _ => return None,
    };
    Some(Claim { start, end, words: element.get("name").unwrap_or_default() })
}

/// What a selection of our own says of a paragraph: who speaks, when, of which phase.
fn head(document: &mut Document, paragraph: &mut Paragraph, element: &Element, codes: &Codes) {
    paragraph.at = element.get("name").and_then(milliseconds);
    let targets =
        element.all("Coding").flat_map(|coding| coding.all("CodeRef")).filter_map(|code| code.get("targetGUID"));
    for target in targets.filter_map(|guid| codes.targets.get(&key(guid))) {
        match target {
            Target::Speaker(name) | Target::SpeakerTag(name, _) => {
                let at = document.speakers.iter().position(|known| known == name).unwrap_or_else(|| {
                    document.speakers.push(name.clone());
                    document.speakers.len() - 1
                });
                paragraph.speaker = u16::try_from(at).ok();
            }
            Target::Phase(phase) => paragraph.phase = Some(*phase),
            Target::Noted => paragraph.noted = true,
            _ => (),
        }
    }
}
