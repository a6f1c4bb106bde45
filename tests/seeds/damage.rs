//! What can happen to an input on its way.

use proptest::prelude::*;
use proptest::sample::Index;

/// One thing that happens to an input. Places are shares of its length.
#[derive(Clone, Debug)]
pub enum Damage {
    /// A byte becomes another.
    Byte(Index, u8),
    /// The end is missing.
    Cut(Index),
    /// A stretch is missing.
    Lose(Index, Index),
    /// A stretch stands somewhere else too.
    Repeat(Index, Index, Index),
    /// A stretch of another seed stands in it.
    Splice(Index, Index, Index),
    /// Something that means much to some reader stands in it, so many times.
    Put(Index, &'static str, u8),
    /// Any text stands in it.
    Type(Index, String),
}

/// Signs, numbers and words on which readers turn.
const TOKENS: &[&str] = &[
    "\"",
    "'",
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    "\u{2028}",
    "\u{b}",
    "|",
    "\\",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    "&#0;",
    "&#x110000;",
    "&a;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<a>",
    "</a>",
    "=== ",
    "%",
    "#",
    "@",
    "!",
    "~",
    "?",
    "+",
    "-",
    "\u{2212}",
    "0",
    "-1",
    "1e309",
    "99999999999999999999",
    "0.1",
    "1,5",
    "1 000",
    "NaN",
    "true",
    "null",
    "\u{0}",
    "\u{feff}",
    "\u{fffe}",
    "\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}",
    "е\u{308}",
    "\u{130}",
    "ß",
    "№",
    "€",
    "00:00:01,000 --> 00:00:00,000",
    "9999-12-31",
    "0000-00-00",
    "31.02.2025",
    "янв 2025",
    "Q5 2025",
    "Total",
    "Итого",
    "A0",
    "XFD1048576",
    "rId1",
    "_xD800_",
    "_x+041_",
    "__proto__",
];

/// Up to six of them, one after the other.
pub fn damages() -> impl Strategy<Value = Vec<Damage>> {
    let at = any::<Index>;
    let one = prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, to)| Damage::Byte(at, to)),
        at().prop_map(Damage::Cut),
        (at(), at()).prop_map(|(from, to)| Damage::Lose(from, to)),
        (at(), at(), at()).prop_map(|(from, to, at)| Damage::Repeat(from, to, at)),
        (at(), at(), at()).prop_map(|(from, to, at)| Damage::Splice(from, to, at)),
        (at(), prop::sample::select(TOKENS), 1..40_u8).prop_map(|(at, token, times)| Damage::Put(at, token, times)),
        (at(), "\\PC{0,20}").prop_map(|(at, text)| Damage::Type(at, text)),
    ];
    prop::collection::vec(one, 0..6)
}

/// An input with one more damage; `other` is another seed of its reader.
pub fn damaged(mut input: Vec<u8>, damage: &Damage, other: &[u8]) -> Vec<u8> {
    let place = |at: &Index, length: usize| at.index(length + 1);
    let stretch = |from: &Index, to: &Index, bytes: &[u8]| {
        let (from, to) = (place(from, bytes.len()), place(to, bytes.len()));
        bytes[from.min(to)..from.max(to)].to_vec()
    };
    let length = input.len();
    let mut insert = |at: &Index, bytes: Vec<u8>| {
        let at = place(at, length);
        input.splice(at..at, bytes);
    };
    match damage {
        Damage::Byte(at, to) if length > 0 => input[at.index(length)] = *to,
        Damage::Byte(..) => (),
        Damage::Cut(at) => input.truncate(place(at, length)),
        Damage::Lose(from, to) => {
            let (from, to) = (place(from, length), place(to, length));
            input.drain(from.min(to)..from.max(to));
        }
        Damage::Repeat(from, to, at) => {
            let bytes = stretch(from, to, &input);
            input.splice(place(at, length)..place(at, length), bytes);
        }
        Damage::Splice(from, to, at) => insert(at, stretch(from, to, other)),
        Damage::Put(at, token, times) => insert(at, token.repeat(usize::from(*times)).into_bytes()),
        Damage::Type(at, text) => insert(at, text.clone().into_bytes()),
    }
    input
}
