//! XML as other programs write it, read with limits; and the little that is needed to write it.

mod tree;
mod walk;
mod write;

pub use tree::{Element, read};
pub use walk::{Tag, Token, walk};
pub use write::Writer;

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::tree::MOST_ELEMENTS;
    use super::*;
    use crate::plain::is_xml;

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
