//! A project as the text behind the `#` of an address, which no server ever sees.
//!
//! `o1.` stands before a project that anybody can read, `x2.` before one that is locked with a passphrase; the number is the
//! version of the form. What follows is base64 for addresses: the length of the rest, so that a link that was cut, or that a
//! chat added something to, is known as such; then, where it is open, the language of the dictionary, the length and the
//! CRC-32 of the plain bytes, and the packed bytes. The plain bytes are the fields of the project in their
//! order, without names and without ids.

mod economy;
mod fields;
mod letters;
mod maps;
mod project;
pub mod qr;
pub mod sealed;
mod share;
mod text;

use crate::exchange::archive::crc32;
use crate::model::{Collection, Engagement, limits};
use crate::route::plain;
use fields::{Damaged, Reader, Writer};
pub use project::carries;
pub use sealed::Sealed;
pub use share::{Carrier, one_map};
use text::Bytes;

/// The address of a link ends with this and the text that [`write()`] makes.
pub const PLACE: &str = "#/view/";

/// Stands in an address in place of a link where none could be made of what is on the screen: no other project may be taken for it.
pub const NOTHING: &str = "none";

/// The version of the form where it has room for all of a project.
const VERSION: u32 = 1;
/// The version that has room for more, and that of what is locked.
const SECOND: u32 = 2;
/// The newest layout of a project.
const THIRD: u32 = 3;
const OPEN: char = 'o';
const SEALED: char = 'x';

/// The longest text that is read.
pub const MOST_LETTERS: usize = 1 << 20;
/// The most that a link unpacks to, in bytes. It takes half a second.
pub const MOST_UNPACKED: usize = 1 << 19;

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A project; it keeps the rules of a document.
    Open(Box<Engagement>),
    /// A project that a passphrase unlocks.
    Sealed(Sealed),
}

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It was not made by this product.
    NotOurs,
    /// It is [`NOTHING`]: what was tried went into no address.
    Nothing,
    /// Its end is missing.
    Cut,
    /// A newer version of this product made it.
    Newer,
    /// It was changed, or lost a letter or two.
    Damaged,
    /// It holds more than a link may.
    TooLarge,
    /// The passphrase does not unlock it; known only to whoever deciphers.
    WrongPassphrase,
}

impl From<Damaged> for LinkError {
    fn from(_: Damaged) -> Self {
        LinkError::Damaged
    }
}

/// A project that is too large for a link: a file carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// What a link of a project leaves out, with how much there is of it: to be said before it is handed out. A file holds all.
pub fn left_out(engagement: &Engagement) -> Vec<(Collection, usize)> {
    let missing = Collection::ALL.iter().filter(|collection| !carries(**collection));
    missing.map(|&collection| (collection, engagement.count(collection))).filter(|(_, count)| *count > 0).collect()
}

/// The text of a project, open to anybody who has it.
///
/// # Errors
/// [`TooLarge`].
pub fn write(engagement: &Engagement) -> Result<String, TooLarge> {
    Ok(written(OPEN, layout(engagement), &pack(engagement)?))
}

/// The version of the form that a project needs.
pub fn layout(engagement: &Engagement) -> u32 {
    if economy::needs_third(engagement) {
        THIRD
    } else if economy::needs_second(engagement) {
        SECOND
    } else {
        VERSION
    }
}

/// A text as it was written: its kind, its version, and bytes with their length.
fn written(kind: char, version: u32, bytes: &[u8]) -> String {
    let mut body = Writer::default();
    body.count(bytes.len() as u64);
    format!("{kind}{version}.{}", text::encode(&[body.into_numbers(), bytes.to_vec()].concat()))
}

/// Reads a link: the text of [`write()`], or an address or a line of a letter that ends with it. What chats and mails put
/// behind it, break it with or wrap it in does no harm.
///
/// # Errors
/// A [`LinkError`].
pub fn read(text: &str) -> Result<Content, LinkError> {
    if text.len() > MOST_LETTERS {
        return Err(LinkError::TooLarge);
    }
    let text = &*plain(text);
    // Some programs that wrap addresses put another sign for the `#`.
    let place = [PLACE, &PLACE[1..]].into_iter().find_map(|place| Some(text.rfind(place)? + place.len()));
    let text = place.map_or(text, |at| &text[at..]);
    let text = text.trim_start_matches(|letter: char| !letter.is_ascii_alphanumeric());
    if text == NOTHING {
        return Err(LinkError::Nothing);
    }
    let kind = text.chars().next().filter(|kind| [OPEN, SEALED].contains(kind)).ok_or(LinkError::NotOurs)?;
    let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
    let version: u32 = text[1..=digits].parse().map_err(|_| LinkError::NotOurs)?;
    let body = text[1 + digits..].strip_prefix('.').ok_or(LinkError::NotOurs)?;
    let newest = if kind == OPEN { THIRD } else { SECOND };
    if !(VERSION..=newest).contains(&version) {
        return Err(if version > newest { LinkError::Newer } else { LinkError::NotOurs });
    }
    let bytes = body_of(body)?;
    if kind == OPEN {
        unpack(&bytes).map(|project| Content::Open(Box::new(project)))
    } else {
        Sealed::of(version, &bytes).map(Content::Sealed)
    }
}

/// So few bytes less are a letter that was lost, or two.
const FEW: u64 = 2;

/// The bytes behind the prefix, without what comes after their end.
fn body_of(text: &str) -> Result<Vec<u8>, LinkError> {
    let mut bytes = Bytes::of(text);
    let mut length = Vec::new();
    loop {
        let byte = bytes.next().ok_or(LinkError::Cut)?;
        length.push(byte);
        // More than ten bytes are no count.
        if byte & 0x80 == 0 || length.len() > 10 {
            break;
        }
    }
    let length = fields::count(&length)?;
    if length > MOST_LETTERS as u64 {
        return Err(LinkError::TooLarge);
    }
    let body: Vec<u8> = bytes.take(length as usize).collect();
    match length - body.len() as u64 {
        0 => Ok(body),
        // What cuts a link takes more of it; a letter or two are lost anywhere.
        1..=FEW => Err(LinkError::Damaged),
        _ if text::is_altered(text) => Err(LinkError::Damaged),
        _ => Err(LinkError::Cut),
    }
}

/// What both sides read before: texts of this language that come with the product.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dictionary {
    English,
    Russian,
}

impl Dictionary {
    const ALL: [Dictionary; 2] = [Dictionary::English, Dictionary::Russian];

    /// The one that fits most letters.
    fn fitting(plain: &[u8]) -> Self {
        let count = |is: fn(&u8) -> bool| plain.iter().filter(|byte| is(byte)).count();
        let russian = count(|byte| letters::is_russian(*byte)) > count(u8::is_ascii_alphabetic);
        if russian { Dictionary::Russian } else { Dictionary::English }
    }

    fn number(self) -> u8 {
        match self {
            Dictionary::English => 0,
            Dictionary::Russian => 1,
        }
    }

    /// Its bytes. Frozen with version 1: a letter more or less makes another language.
    fn bytes(self) -> Vec<u8> {
        let text = match self {
            Dictionary::English => include_str!("dictionary/en.txt"),
            Dictionary::Russian => include_str!("dictionary/ru.txt"),
        };
        let mut bytes = Vec::new();
        text.lines().for_each(|line| letters::write(line, &mut bytes));
        bytes
    }
}

/// The packed bytes of a project: what is encrypted where a passphrase is set.
///
/// # Errors
/// [`TooLarge`].
pub fn pack(engagement: &Engagement) -> Result<Vec<u8>, TooLarge> {
    let plain = project::write(engagement);
    if plain.len() > MOST_UNPACKED {
        return Err(TooLarge);
    }
    let dictionary = Dictionary::fitting(&plain);
    let mut head = Writer::default();
    head.byte(dictionary.number());
    head.count(plain.len() as u64);
    let packed = orbita_squeeze::pack(&plain, &dictionary.bytes());
    Ok([&head.into_numbers(), &crc32(&plain).to_le_bytes()[..], &packed].concat())
}

/// The project of packed bytes.
///
/// # Errors
/// [`LinkError::Damaged`], [`LinkError::TooLarge`].
pub fn unpack(bytes: &[u8]) -> Result<Engagement, LinkError> {
    let mut head = Reader::of_numbers(bytes);
    let number = head.byte()?;
    let dictionary = Dictionary::ALL.into_iter().find(|dictionary| dictionary.number() == number).ok_or(Damaged)?;
    let length = head.count()?;
    if length > MOST_UNPACKED as u64 {
        return Err(LinkError::TooLarge);
    }
    let (crc, packed) = head.unread().split_first_chunk().ok_or(Damaged)?;
    let plain = orbita_squeeze::unpack(packed, &dictionary.bytes(), length as usize).map_err(|_| Damaged)?;
    if crc32(&plain) != u32::from_le_bytes(*crc) {
        return Err(LinkError::Damaged);
    }
    project_of(&plain)
}

/// The project of plain bytes, where it keeps the rules of a document.
fn project_of(plain: &[u8]) -> Result<Engagement, LinkError> {
    let engagement = project::read(plain)?;
    limits::check(&engagement).map_err(|_| LinkError::TooLarge)?;
    engagement.check().map_err(|_| LinkError::Damaged)?;
    Ok(engagement)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::day::Moment;
    use crate::storage::envelope;

    /// The fields of a link of everything that a project can hold.
    fn everything() -> Vec<u8> {
        let Ok(Content::Open(project)) = read(include_str!("../../../tests/fixtures/link-1.txt")) else {
            panic!("a link");
        };
        project::write(&project)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        // No check sum stands before the fields here: whoever writes a link can write any.
        #[test]
        fn fields_that_others_wrote_are_a_sound_project_or_refused(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_usize..4, 0_usize..3), 1..8),
        ) {
            thread_local!(static PLAIN: Vec<u8> = everything());
            let mut plain = PLAIN.with(Clone::clone);
            for (at, byte, removed, added) in changes {
                let at = at.index(plain.len());
                let end = (at + removed).min(plain.len());
                plain.splice(at..end, std::iter::repeat_n(byte, added));
                if plain.is_empty() {
                    plain.push(byte);
                }
            }
            if let Ok(project) = project_of(&plain) {
                prop_assert_eq!(project.check(), Ok(()));
                let (text, _) = envelope::write(&project, None, "tab", Moment(0)).expect("a text");
                let back = envelope::read(&text).map(|document| document.engagement);
                prop_assert_eq!(back.as_ref(), Ok(&project), "what is looked at can be kept");
                prop_assert_eq!(project_of(&project::write(&project)), Ok(project));
            }
        }
    }
}
