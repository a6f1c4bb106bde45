//! XML as other programs write it, step by step.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::Fault;

/// How deep elements may be nested; real documents are rarely ten deep.
const DEEPEST: usize = 64;

/// The most attributes of an element.
const MOST_ATTRIBUTES: usize = 64;

/// A step on the way through a document.
pub enum Token<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// Text inside the element that began last and has not ended; a text may come in several steps.
    Text(&'a str),
    /// The element that began last ends.
    Close,
}

/// The beginning of an element.
pub struct Tag<'a>(&'a BytesStart<'a>);

impl Tag<'_> {
    /// Its name, without prefix.
    pub fn name(&self) -> &str {
        local(self.0.local_name().into_inner())
    }

    /// Attributes by their names, without prefix.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn attributes(&self) -> Result<Vec<(String, String)>, Fault> {
        let mut attributes = Vec::new();
        // The reader's own check for doubles compares each attribute with all before it.
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Fault::Damaged)?;
            if attributes.len() >= MOST_ATTRIBUTES {
                return Err(Fault::TooLarge);
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Fault::Entities)?;
            attributes.push((local(attribute.key.as_ref()).into(), value.into_owned()));
        }
        Ok(attributes)
    }
}

/// Visits every element and text of a document.
///
/// # Errors
/// [`Fault`] where it is no sound XML, declares entities of its own or is too deep; or what `visit` returns.
pub fn walk(text: &str, visit: &mut dyn FnMut(Token) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Fault::Damaged)? {
            Event::Start(_) | Event::Empty(_) if depth >= DEEPEST => return Err(Fault::TooLarge),
            Event::Start(start) => {
                depth += 1;
                visit(Token::Open(Tag(&start)))?;
            }
            Event::Empty(start) => {
                visit(Token::Open(Tag(&start)))?;
                visit(Token::Close)?;
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or(Fault::Damaged)?;
                visit(Token::Close)?;
            }
            // An entity may stand for any amount of text.
            Event::DocType(declaration) if declaration.contains("<!ENTITY") => return Err(Fault::Entities),
            Event::Text(piece) => visit(Token::Text(&piece.xml10_content()))?,
            Event::CData(piece) => visit(Token::Text(&piece.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => letter.to_string(),
                    Ok(None) => named(&reference.xml10_content()).ok_or(Fault::Entities)?.into(),
                    Err(_) => return Err(Fault::Damaged),
                };
                visit(Token::Text(&letter))?;
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(Fault::Damaged),
            _ => (),
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn named(entity: &str) -> Option<&'static str> {
    Some(match entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    })
}
