//! XML as other programs write it, read into a tree of limited size; and the little that is needed to write it.

use quick_xml::XmlVersion;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::plain::is_xml;

/// How deep elements may be nested; real codebooks are rarely ten deep.
const DEEPEST: usize = 64;

/// The most elements of a document.
const MOST_ELEMENTS: usize = 400_000;

/// The most attributes of an element.
const MOST_ATTRIBUTES: usize = 64;

/// Why a document is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no sound XML.
    Damaged,
    /// It is larger or deeper than any honest one.
    TooLarge,
    /// It declares or uses entities of its own.
    Entities,
    /// Its text is in no encoding that is known.
    DamagedText,
}

/// An element without its prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name, without prefix.
    pub name: String,
    /// Attributes by their names, without prefix.
    pub attributes: Vec<(String, String)>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// The text in it, that of its children left out.
    pub text: String,
}

impl Element {
    /// An attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.0 == name).map(|attribute| attribute.1.as_str())
    }

    /// The first child of a name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of a name.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of a child, without white space around it; empty where there is none.
    pub fn text_of(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.text.trim())
    }
}

/// The root of a document.
///
/// # Errors
/// [`Fault`] where it is no sound XML, declares entities of its own, or is larger or deeper than any honest one.
pub fn read(text: &str) -> Result<Element, Fault> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let event = reader.read_event().map_err(|_| Fault::Damaged)?;
        let closed = match event {
            Event::Start(start) | Event::Empty(start) if count >= MOST_ELEMENTS || open.len() >= DEEPEST => {
                drop(start);
                return Err(Fault::TooLarge);
            }
            Event::Start(start) => {
                count += 1;
                open.push(element(&start)?);
                None
            }
            Event::Empty(start) => {
                count += 1;
                Some(element(&start)?)
            }
            Event::End(_) => open.pop(),
            // An entity may stand for any amount of text.
            Event::DocType(declaration) if declaration.contains("<!ENTITY") => return Err(Fault::Entities),
            Event::Text(piece) => {
                said(&mut open, &piece.xml10_content());
                None
            }
            Event::CData(piece) => {
                said(&mut open, &piece.xml10_content());
                None
            }
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => letter.to_string(),
                    Ok(None) => named(&reference.xml10_content()).ok_or(Fault::Entities)?.into(),
                    Err(_) => return Err(Fault::Damaged),
                };
                said(&mut open, &letter);
                None
            }
            Event::Eof => break,
            _ => None,
        };
        match (closed, open.last_mut()) {
            (Some(element), Some(parent)) => parent.children.push(element),
            (Some(element), None) => root = root.or(Some(element)),
            (None, _) => (),
        }
    }
    root.filter(|_| open.is_empty()).ok_or(Fault::Damaged)
}

fn element(start: &BytesStart) -> Result<Element, Fault> {
    let mut element = Element { name: local(start.name().as_ref()), ..Element::default() };
    // The reader's own check for doubles compares each attribute with all before it.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Fault::Damaged)?;
        if element.attributes.len() >= MOST_ATTRIBUTES {
            return Err(Fault::TooLarge);
        }
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Fault::Entities)?;
        element.attributes.push((local(attribute.key.as_ref()), value.into_owned()));
    }
    Ok(element)
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).into()
}

fn said(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text += text;
    }
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

/// Text of a file whatever its encoding: UTF-8, or UTF-16 with its mark.
///
/// # Errors
/// [`Fault::DamagedText`] where it is neither.
pub fn decoded(bytes: Vec<u8>) -> Result<String, Fault> {
    let wide = |bytes: &[u8], join: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| join([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| Fault::DamagedText)
    };
    match &bytes[..] {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).map_err(|_| Fault::DamagedText),
    }
}

/// Writes elements with their attributes; what XML cannot hold is left out.
#[derive(Default)]
pub struct Writer {
    text: String,
    open: Vec<&'static str>,
}

impl Writer {
    /// A document with its declaration.
    pub fn new() -> Self {
        Writer { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".into(), open: Vec::new() }
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text += "<";
        self.text += name;
        for (key, value) in attributes {
            self.text += " ";
            self.text += key;
            self.text += "=\"";
            // A line break or a tab in an attribute would come back as a space.
            let value = allowed(value).replace('\n', "&#10;").replace('\t', "&#9;");
            self.text += &value;
            self.text += "\"";
        }
    }

    /// Begins an element.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text += ">";
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text += "</";
            self.text += name;
            self.text += ">\n";
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text += "/>";
    }

    /// An element that holds a text; none where the text is empty.
    pub fn text(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.value(name, text);
        }
    }

    /// An element that holds a text, empty or not.
    pub fn value(&mut self, name: &'static str, text: &str) {
        self.open(name, &[]);
        self.text += &allowed(text);
        self.close();
    }

    /// The document.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }
}

fn allowed(text: &str) -> String {
    escape(text.chars().filter(|letter| is_xml(*letter)).collect::<String>()).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn elements_are_read_without_prefixes() {
        let root = read(
            "\u{feff}<?xml version=\"1.0\"?><!-- a --><q:A x:b=\"1 &amp; 2\n3\"><B/>t&#x41;<![CDATA[<&>]]>&lt;</q:A>",
        )
        .expect("XML");
        assert_eq!((root.name.as_str(), root.get("b"), root.text.as_str()), ("A", Some("1 & 2 3"), "tA<&><"));
        assert_eq!(root.children[0].name, "B");
    }

    #[test]
    fn bombs_are_refused() {
        let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>";
        assert_eq!(read(laughs), Err(Fault::Entities));
        assert_eq!(read("<a>&b;</a>"), Err(Fault::Entities));
        assert_eq!(read("<a b=\"&c;\"/>"), Err(Fault::Entities));
        let deep = ["<a>".repeat(100_000), "</a>".repeat(100_000)].concat();
        assert_eq!(read(&deep), Err(Fault::TooLarge));
        assert_eq!(read(&["<a>", &"<b/>".repeat(MOST_ELEMENTS), "</a>"].concat()), Err(Fault::TooLarge));
        let wide: String = (0..100_000).map(|number| format!(" a{number}=\"\"")).collect();
        assert_eq!(read(&format!("<a{wide}/>")), Err(Fault::TooLarge));
        for broken in ["", "<a>", "<a></b>", "a", "<a b></a>"] {
            assert_eq!(read(broken), Err(Fault::Damaged), "{broken}");
        }
    }

    #[test]
    fn wide_text_is_read() {
        let wide = |text: &str| [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
        assert_eq!(decoded(wide("ё😀")).as_deref(), Ok("ё😀"));
        assert_eq!(decoded(vec![0xc3]), Err(Fault::DamagedText));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read_again(name in "(\\PC|[\n\t\"'<>&])*", text in "(\\PC|[\n\t\"'<>&]|]]>)*") {
            let mut writer = Writer::new();
            writer.open("A", &[("name", &name)]);
            writer.text("B", &text);
            writer.empty("C", &[]);
            let root = read(&writer.finish()).expect("XML");
            let kept = |text: &str| text.chars().filter(|letter| is_xml(*letter)).collect::<String>();
            prop_assert_eq!(root.get("name").map(String::from), Some(kept(&name)));
            prop_assert_eq!(root.child("B").map(|b| b.text.clone()).unwrap_or_default(), kept(&text));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "(\\PC|<a>|</a>|<!\\[CDATA\\[|]]>|<!--|-->|&#|;|<\\?|\\?>|<!DOCTYPE|\"| b=){0,30}") {
            let _ = read(&text);
        }
    }
}
