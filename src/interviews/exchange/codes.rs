//! Codebooks as QDA programs know them: nested codes, and groups that code nothing.

use std::collections::HashMap;

use super::guid::{guid, key};
use crate::compose::name_key;
use crate::exchange::xml::{Element, Writer};
use crate::interviews::codebook::{Codebook, Group, GroupId, Tag};
use crate::interviews::kinds::{Energy, Force, Phase};
use crate::interviews::text::TagId;

/// The colours of the palette, as other programs see them.
pub const PALETTE: [[u8; 3]; 12] = [
    [0x1d, 0x47, 0xc6],
    [0xbc, 0x6a, 0x2c],
    [0x0b, 0x6a, 0x61],
    [0x7a, 0x53, 0x00],
    [0x8a, 0x2b, 0x6b],
    [0x4b, 0x6f, 0x1f],
    [0x4d, 0x4a, 0xa8],
    [0xb0, 0x2e, 0x3c],
    [0x1f, 0x7a, 0x9c],
    [0x6b, 0x64, 0x57],
    [0x9a, 0x3a, 0x0c],
    [0x2b, 0x7f, 0x76],
];

/// The most codes of a codebook.
const MOST_CODES: usize = 20_000;

/// What a code of a file stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Tag(TagId),
    Force(Force),
    Energy(Energy),
    Phase(Phase),
    Speaker(String),
    /// A speaker, with the tag for those who coded with it.
    SpeakerTag(String, TagId),
    /// What the interviewer noted in own words.
    Noted,
}

/// What an interview has besides tags, as codes that every program shows. Their identifiers are fixed, so an import recognises
/// them.
const FORCES: [(&str, Force); 4] =
    [("Push", Force::Push), ("Pull", Force::Pull), ("Anxiety", Force::Anxiety), ("Habit", Force::Habit)];
const ENERGIES: [(&str, Energy); 4] =
    [("Emphasis", Energy::Marked), ("Laugh", Energy::Laugh), ("Sigh", Energy::Sigh), ("Pause", Energy::Pause)];
const PHASES: [&str; 6] =
    ["First thought", "Passive looking", "Active looking", "Deciding", "First use", "Ongoing use"];
const NOTED: &str = "Noted by the interviewer";

pub(super) fn force_guid(force: Force) -> String {
    guid(&format!("orbita/force/{}", FORCES[force.index()].0))
}

pub(super) fn energy_guid(energy: Energy) -> String {
    let name = ENERGIES.iter().find(|named| named.1 == energy).map_or("", |named| named.0);
    guid(&format!("orbita/energy/{name}"))
}

pub(super) fn phase_guid(phase: Phase) -> String {
    guid(&format!("orbita/phase/{}", PHASES[phase.index()]))
}

pub(super) fn noted_guid() -> String {
    guid("orbita/noted")
}

pub(super) fn speaker_guid(project: &str, name: &str) -> String {
    guid(&format!("{project}/speaker/{name}"))
}

pub(super) fn tag_guid(project: &str, tag: TagId) -> String {
    guid(&format!("{project}/tag/{}", tag.0))
}

fn speakers_guid() -> String {
    guid("orbita/speakers")
}

/// Writes the codes of a codebook and, for a whole project, of `structure`: the names of its speakers.
pub(super) fn write(writer: &mut Writer, project: &str, book: &Codebook, structure: Option<&[String]>) {
    writer.open("Codes", &[]);
    let tags_in = |group: Option<GroupId>| {
        book.tags.iter().filter(move |(_, tag)| tag.group.filter(|group| book.groups.contains_key(group)) == group)
    };
    for (id, group) in &book.groups {
        let guid = guid(&format!("{project}/group/{}", id.0));
        begin(writer, &guid, &group.name, false, &group.about);
        tags_in(Some(*id)).for_each(|(id, tag)| tag_out(writer, project, *id, tag));
        writer.close();
    }
    tags_in(None).for_each(|(id, tag)| tag_out(writer, project, *id, tag));
    begin(writer, &guid("orbita/forces"), "Forces", false, "");
    for (name, force) in FORCES {
        leaf(writer, &force_guid(force), name);
    }
    writer.close();
    if let Some(speakers) = structure {
        begin(writer, &guid("orbita/energies"), "Energy", false, "");
        ENERGIES.iter().for_each(|(name, energy)| leaf(writer, &energy_guid(*energy), name));
        writer.close();
        begin(writer, &guid("orbita/phases"), "Phases", false, "");
        Phase::ALL.iter().for_each(|phase| leaf(writer, &phase_guid(*phase), PHASES[phase.index()]));
        writer.close();
        begin(writer, &speakers_guid(), "Speakers", false, "");
        speakers.iter().for_each(|name| leaf(writer, &speaker_guid(project, name), name));
        writer.close();
        leaf(writer, &noted_guid(), NOTED);
    }
    writer.close();
}

fn begin(writer: &mut Writer, guid: &str, name: &str, is_codable: bool, about: &str) {
    writer.open("Code", &[("guid", guid), ("name", name), ("isCodable", if is_codable { "true" } else { "false" })]);
    writer.text("Description", about);
}

fn leaf(writer: &mut Writer, guid: &str, name: &str) {
    writer.empty("Code", &[("guid", guid), ("name", name), ("isCodable", "true")]);
}

fn tag_out(writer: &mut Writer, project: &str, id: TagId, tag: &Tag) {
    let [red, green, blue] = PALETTE[usize::from(tag.colour) % PALETTE.len()];
    let colour = format!("#{red:02X}{green:02X}{blue:02X}");
    let guid = tag_guid(project, id);
    writer.open("Code", &[("guid", &guid), ("name", &tag.name), ("isCodable", "true"), ("color", &colour)]);
    writer.text("Description", &tag.about);
    writer.close();
}

/// A codebook as it is read, with what each code stands for.
#[derive(Default)]
pub(super) struct Codes {
    pub book: Codebook,
    pub targets: HashMap<String, Target>,
    /// The names that are taken, with the number that the next tag of this name gets.
    names: HashMap<String, usize>,
}

impl Codes {
    /// Reads the codes below an element. `notes`: texts by their identifiers.
    pub fn of(codebook: &Element, notes: &HashMap<String, String>) -> Self {
        let mut codes = Codes::default();
        if let Some(list) = codebook.child("Codes") {
            codes.take(list, None, "", notes);
        }
        codes
    }

    /// The groups of other programs that are sets of codes: they hold the tags that are in none yet.
    pub fn take_sets(&mut self, sets: &Element) {
        for set in sets.all("Set") {
            let members: Vec<TagId> = set
                .all("MemberCode")
                .filter_map(|member| member.get("guid").or_else(|| member.get("targetGUID")))
                .filter_map(|guid| match self.targets.get(&key(guid)) {
                    Some(Target::Tag(tag)) => Some(*tag),
                    _ => None,
                })
                .filter(|tag| self.book.tags.get(tag).is_some_and(|tag| tag.group.is_none()))
                .collect();
            if !members.is_empty() {
                let group = self.group(set.get("name").unwrap_or_default(), set.text_of("Description"));
                for tag in members {
                    if let Some(tag) = self.book.tags.get_mut(&tag) {
                        tag.group = Some(group);
                    }
                }
            }
        }
    }

    /// A tag that a file names although its codebook does not.
    pub fn tag_called(&mut self, name: &str) -> TagId {
        match self.book.find(name) {
            Some(tag) => tag,
            None => self.tag(name, Tag::default(), ""),
        }
    }

    fn take(&mut self, list: &Element, group: Option<GroupId>, path: &str, notes: &HashMap<String, String>) {
        for code in list.all("Code") {
            let guid = key(code.get("guid").unwrap_or_default());
            let name = code.get("name").unwrap_or_default().trim();
            if self.is_ours(&guid, code) || self.targets.len() >= MOST_CODES {
                continue;
            }
            let about = about(code, notes);
            let is_codable = code.get("isCodable").is_none_or(|is| is != "false" && is != "0");
            if is_codable {
                let tag = Tag { colour: colour(code.get("color")), about: about.clone(), group, ..Tag::default() };
                let tag = self.tag(name, tag, path);
                self.targets.insert(guid, Target::Tag(tag));
            }
            let has_codes = code.child("Code").is_some();
            if has_codes || !is_codable {
                let path = if path.is_empty() { name.to_owned() } else { format!("{path} / {name}") };
                let group = self.group(&path, if is_codable { "" } else { &about });
                self.take(code, Some(group), &path, notes);
            }
        }
    }

    /// Codes that stand for what interviews know by themselves.
    fn is_ours(&mut self, found: &str, code: &Element) -> bool {
        if found == speakers_guid() {
            for speaker in code.all("Code") {
                let name = speaker.get("name").unwrap_or_default().to_owned();
                self.targets.insert(key(speaker.get("guid").unwrap_or_default()), Target::Speaker(name));
            }
            return true;
        }
        if ["orbita/forces", "orbita/energies", "orbita/phases"].iter().any(|name| guid(name) == found) {
            self.targets.extend(FORCES.iter().map(|named| (force_guid(named.1), Target::Force(named.1))));
            self.targets.extend(ENERGIES.iter().map(|named| (energy_guid(named.1), Target::Energy(named.1))));
            self.targets.extend(Phase::ALL.iter().map(|phase| (phase_guid(*phase), Target::Phase(*phase))));
            return true;
        }
        let is_noted = found == noted_guid();
        if is_noted {
            self.targets.insert(found.into(), Target::Noted);
        }
        is_noted
    }

    fn group(&mut self, name: &str, about: &str) -> GroupId {
        let id = GroupId(self.book.groups.keys().next_back().map_or(1, |last| last.0 + 1));
        let name = if name.is_empty() { "\u{2026}" } else { name };
        self.book.groups.insert(id, Group { name: name.into(), about: about.into() });
        id
    }

    /// Takes a name if it is free.
    fn takes(&mut self, name: &str) -> bool {
        let key = name_key(name);
        let is_free = !self.names.contains_key(&key);
        if is_free {
            self.names.insert(key, 2);
        }
        is_free
    }

    /// A new tag; one whose name is taken is prefixed with its group, or numbered.
    fn tag(&mut self, name: &str, tag: Tag, path: &str) -> TagId {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() { "\u{2026}".into() } else { name };
        let qualified = if path.is_empty() { name.clone() } else { format!("{path}: {name}") };
        let name = if self.takes(&name) {
            name
        } else if self.takes(&qualified) {
            qualified
        } else {
            loop {
                let number = self.names.entry(name_key(&qualified)).or_insert(2);
                let numbered = format!("{qualified} ({number})");
                *number += 1;
                if self.takes(&numbered) {
                    break numbered;
                }
            }
        };
        let id = TagId(self.book.tags.keys().next_back().map_or(1, |last| last.0 + 1));
        self.book.tags.insert(id, Tag { name, ..tag });
        id
    }
}

/// The description of an element, and the notes that it refers to.
pub(super) fn about(element: &Element, notes: &HashMap<String, String>) -> String {
    let described = [element.text_of("Description").to_owned()].into_iter();
    let noted = element.all("NoteRef").filter_map(|note| notes.get(&key(note.get("targetGUID")?)).cloned());
    described.chain(noted).filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// The colour of the palette that is nearest.
fn colour(written: Option<&str>) -> u8 {
    let Some(hex) = written.and_then(|colour| colour.trim().strip_prefix('#')).filter(|hex| hex.is_ascii()) else {
        return 0;
    };
    let digit =
        |at: usize, width: usize| u8::from_str_radix(hex.get(at..at + width).unwrap_or_default(), 16).unwrap_or(0);
    let colour = if hex.len() == 3 { [0, 1, 2].map(|at| digit(at, 1) * 17) } else { [0, 2, 4].map(|at| digit(at, 2)) };
    let distance =
        |other: &[u8; 3]| -> u32 { other.iter().zip(colour).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    let nearest = PALETTE.iter().enumerate().min_by_key(|(_, other)| distance(other));
    nearest.map_or(0, |(at, _)| at as u8)
}

/// Texts by their identifiers, for those who refer to them.
pub(super) type Notes = HashMap<String, String>;
