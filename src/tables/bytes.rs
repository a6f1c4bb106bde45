//! Bytes of a file as text, whatever program wrote them, or what the file is instead.

use serde::{Deserialize, Serialize};

use super::russian;

/// How letters were written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// Unicode, one byte or more a letter.
    Utf8,
    /// Unicode, two bytes a letter, the low one first.
    Utf16Le,
    /// Unicode, two bytes a letter, the high one first.
    Utf16Be,
    /// The Cyrillic page of Windows.
    Windows1251,
    /// The Western page of Windows.
    Windows1252,
    /// The Cyrillic page of DOS, as old programs of bookkeeping write it.
    Ibm866,
    /// The Cyrillic page of mail and of Unix.
    Koi8R,
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// How it was written.
    pub encoding: Encoding,
    /// Whether the bytes leave no doubt about that.
    pub certain: bool,
    /// Whether the file ends in zero bytes or within a letter: its end is missing.
    pub cut: bool,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// There is nothing but white space or a byte-order mark.
    Empty,
    /// UTF-8 with bytes that cannot be; where the first one stands, counted from 1, and how many there are.
    BadUtf8 {
        /// The line.
        line: usize,
        /// The letter of the line.
        column: usize,
        /// How many places are damaged.
        count: usize,
    },
    /// A file of another kind.
    Binary(Binary),
}

/// What a file is that holds no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// A workbook of a spreadsheet.
    Workbook,
    /// A document of a word processor.
    Document,
    /// A packed archive.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Anything else.
    Unknown,
}

/// How many bytes are looked at for words.
const SAMPLE: usize = 64 << 10;

/// Bytes 0x80 to 0xBF of the Cyrillic page; letters follow in the order of the alphabet.
const PAGE_1251: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";

/// Bytes 0x80 to 0x9F of the Western page; the rest is Latin-1.
const PAGE_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Bytes 0x80 to 0xFF of the Cyrillic page of DOS.
const PAGE_866: &str = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{a0}";

/// The same of KOI8-R.
const PAGE_KOI8_R: &str = "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";

/// The text of a file.
///
/// # Errors
/// What the file is when it holds no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NoText> {
    if let Some(kind) = magic(bytes) {
        return Err(NoText::Binary(kind));
    }
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let marked = [(&[0xff, 0xfe][..], Encoding::Utf16Le), (&[0xfe, 0xff], Encoding::Utf16Be)];
    let marked = marked.into_iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, encoding)| encoding);
    let decoded = if let Some(encoding) = marked.or_else(|| wide(bytes)) {
        read_as(bytes, encoding)
    } else if bytes[..end].contains(&0) {
        return Err(NoText::Binary(Binary::Unknown));
    } else {
        narrow(&bytes[..end])?
    };
    let empty = super::fold::trimmed(&decoded.text).is_empty();
    let cut = decoded.cut || marked.is_none() && decoded.encoding == Encoding::Utf8 && end < bytes.len();
    if empty { Err(NoText::Empty) } else { Ok(Decoded { cut, ..decoded }) }
}

/// The text of a file in an encoding that somebody chose. Bytes that mean nothing in it become the sign for that.
pub fn read_as(bytes: &[u8], encoding: Encoding) -> Decoded {
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => wide_text(bytes, u16::from_le_bytes),
        Encoding::Utf16Be => wide_text(bytes, u16::from_be_bytes),
        Encoding::Windows1251 => paged(bytes, PAGE_1251, |byte| char::from_u32(0x410 + u32::from(byte - 0xc0))),
        Encoding::Windows1252 => paged(bytes, PAGE_1252, |byte| Some(char::from(byte))),
        Encoding::Ibm866 => paged(bytes, PAGE_866, |_| None),
        Encoding::Koi8R => paged(bytes, PAGE_KOI8_R, |_| None),
    };
    let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Decoded { text, encoding, certain: true, cut: wide && bytes.len() % 2 == 1 }
}

/// Whether a file may be a workbook, by its first bytes or, where it is an archive of any kind, by its name.
pub fn is_workbook(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_lowercase();
    match magic(bytes) {
        Some(Binary::Workbook) => true,
        Some(Binary::Archive) => [".xlsx", ".xlsm", ".xltx"].iter().any(|ending| name.ends_with(ending)),
        _ => false,
    }
}

/// What a file is by its first bytes.
fn magic(bytes: &[u8]) -> Option<Binary> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    let names = &bytes[..bytes.len().min(4096)];
    let holds = |name: &[u8]| names.windows(name.len()).any(|part| part == name);
    if starts(b"PK\x03\x04") {
        let workbook = holds(b"xl/") || holds(b"opendocument.spreadsheet");
        let document = holds(b"word/") || holds(b"ppt/") || holds(b"opendocument");
        return Some(match (workbook, document) {
            (true, _) => Binary::Workbook,
            (_, true) => Binary::Document,
            _ => Binary::Archive,
        });
    }
    // What Office wrote before 2007 is one container for all; a workbook is what people try here.
    let kinds: [(&[u8], Binary); 9] = [
        (b"\xd0\xcf\x11\xe0", Binary::Workbook),
        (b"%PDF", Binary::Pdf),
        (b"\x89PNG", Binary::Picture),
        (b"\xff\xd8\xff", Binary::Picture),
        (b"GIF8", Binary::Picture),
        (b"RIFF", Binary::Picture),
        (b"{\\rtf", Binary::Document),
        (b"\x1f\x8b", Binary::Archive),
        (b"7z\xbc\xaf", Binary::Archive),
    ];
    kinds.into_iter().find(|(mark, _)| starts(mark)).map(|(_, kind)| kind)
}

/// Whether bytes without a mark are two-byte letters: then every other one is the page of an alphabet, mostly the same few.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if !sample.contains(&0) {
        return None;
    }
    let pages = |high: usize| {
        let known = |page: &&u8| matches!(page, 0..=4 | 0x20..=0x26 | 0xd8..=0xdf | 0xfe | 0xff);
        sample.iter().skip(high).step_by(2).filter(known).count()
    };
    let (little, big) = (pages(1), pages(0));
    let encoding = if little > big { Encoding::Utf16Le } else { Encoding::Utf16Be };
    (little.max(big) * 10 >= sample.len() / 2 * 8 && little != big).then_some(encoding)
}

fn wide_text(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn paged(bytes: &[u8], page: &str, letter: impl Fn(u8) -> Option<char>) -> String {
    let page: Vec<char> = page.chars().collect();
    let of = |byte: u8| match byte {
        0..0x80 => Some(char::from(byte)),
        _ => page.get(usize::from(byte) - 0x80).copied().or_else(|| letter(byte)),
    };
    bytes.iter().filter_map(|byte| of(*byte)).collect()
}

/// One byte a letter, or UTF-8.
fn narrow(bytes: &[u8]) -> Result<Decoded, NoText> {
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(read_as(bytes, Encoding::Utf8));
    }
    let (mut whole, mut broken, mut first, mut read) = (0_usize, 0_usize, None, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        read += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            broken += 1;
            first = first.or(Some(read));
            read += chunk.invalid().len();
        }
    }
    let first = first.unwrap_or(0);
    let unfinished = std::str::from_utf8(&bytes[first..]).err().is_some_and(|error| error.error_len().is_none());
    if broken == 1 && unfinished && (whole > 0 || bytes[..first].starts_with(b"{")) {
        return Ok(Decoded { cut: true, ..read_as(&bytes[..first], Encoding::Utf8) });
    }
    let marked = bytes.starts_with(b"\xef\xbb\xbf");
    if marked || whole > broken || bytes.trim_ascii_start().starts_with(b"{") {
        let before = String::from_utf8_lossy(&bytes[..first]);
        let before = before.strip_prefix('\u{feff}').unwrap_or(&before);
        let line_at = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let breaks = before.bytes().filter(|b| *b == b'\n').count();
        let old_breaks = before.bytes().filter(|b| *b == b'\r').count() - before.matches("\r\n").count();
        return Err(NoText::BadUtf8 {
            line: breaks + old_breaks + 1,
            column: before[line_at..].chars().count() + 1,
            count: broken,
        });
    }
    Ok(page_of(bytes))
}

/// The text in the page of Windows that its words belong to: Cyrillic letters stand together, accented ones among plain ones.
fn page_of(bytes: &[u8]) -> Decoded {
    let (mut cyrillic, mut western) = (0_usize, 0_usize);
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0xc0 || matches!(byte, 0xa8 | 0xb8);
    for word in bytes.split(|byte| !is_letter(byte)).filter(|word| !word.is_empty()) {
        let high = word.iter().filter(|byte| **byte >= 0x80).count();
        match (high, word.len() - high) {
            (0, _) => (),
            (1, 0) => cyrillic += 1,
            (high, 0) => cyrillic += 2 * high,
            (high, _) => western += 2 * high,
        }
    }
    // A sign of money stands at digits: the pound and the euro of the Western page, the euro and the number sign of the other.
    for pair in bytes.windows(2) {
        match pair {
            [0x80 | 0xa3, b'0'..=b'9' | b' '] | [b'0'..=b'9' | b' ', 0x80] => western += 1,
            [0x88 | 0xb9, b'0'..=b'9' | b' '] | [b'0'..=b'9' | b' ', 0x88] => cyrillic += 1,
            _ => (),
        }
    }
    let encoding = if western > cyrillic { Encoding::Windows1252 } else { Encoding::Windows1251 };
    let (more, less) = (cyrillic.max(western), cyrillic.min(western));
    // Pages of old programs give no words in these: which it is stays to be asked.
    let sense = |encoding| russian::sense(&read_as(&bytes[..bytes.len().min(SAMPLE)], encoding).text);
    let old = if sense(Encoding::Ibm866) > sense(Encoding::Koi8R) { Encoding::Ibm866 } else { Encoding::Koi8R };
    let least = sense(Encoding::Windows1251).max(sense(Encoding::Windows1252)).max(0) * 3 / 2 + 3;
    if sense(old) > least {
        return Decoded { certain: false, ..read_as(bytes, old) };
    }
    Decoded { certain: more >= 10 && less * 10 <= more, ..read_as(bytes, encoding) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes).unwrap_or_else(|why| panic!("{bytes:?}: {why:?}"));
        (decoded.text, decoded.encoding)
    }

    fn wide_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_of_a_spreadsheet_is_known_with_and_without_its_mark() {
        let table = "Клиент;янв\nАльфа;90 000\n";
        assert_eq!(text(table.as_bytes()), (table.into(), Encoding::Utf8));
        assert_eq!(text(format!("\u{feff}{table}").as_bytes()), (table.into(), Encoding::Utf8));
        for marked in [table.to_owned(), format!("\u{feff}{table}")] {
            assert_eq!(text(&wide_bytes(&marked, u16::to_le_bytes)), (table.into(), Encoding::Utf16Le));
            assert_eq!(text(&wide_bytes(&marked, u16::to_be_bytes)), (table.into(), Encoding::Utf16Be));
        }
        let cyrillic = b"\xca\xeb\xe8\xe5\xed\xf2;\xff\xed\xe2\n\xc0\xeb\xfc\xf4\xe0;90\xa0000\n";
        assert_eq!(text(cyrillic), ("Клиент;янв\nАльфа;90\u{a0}000\n".into(), Encoding::Windows1251));
        assert_eq!(text(b"Caf\xe9;\x80 5\n"), ("Café;€ 5\n".into(), Encoding::Windows1252));
    }

    #[test]
    fn pages_of_old_programs_are_guessed_by_their_words_and_never_surely() {
        let table = "Клиент;январь 2025;февраль 2025\nООО Ромашка;90000;91000\nИТОГО;90000;91000\n";
        for encoding in [Encoding::Ibm866, Encoding::Koi8R, Encoding::Windows1251] {
            let byte_of: Vec<char> =
                (0..=255).map(|byte| read_as(&[byte], encoding).text.chars().next().unwrap_or('?')).collect();
            let byte =
                |letter: char| byte_of.iter().position(|known| *known == letter).expect("a letter of the page") as u8;
            let bytes: Vec<u8> = table.chars().map(byte).collect();
            assert_eq!(read_as(&bytes, encoding).text, table);
            let decoded = decode(&bytes).expect("text");
            let is_sure = encoding == Encoding::Windows1251;
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.certain), (table, encoding, is_sure));
        }
        for western in ["Café Crème;5\nMüller & Söhne;6\nÅse Ærø;7\n", "Société créée;é;à\n", "ÄÖÜ;ÉÈ\n"]
        {
            let bytes: Vec<u8> = western.chars().map(|letter| u32::from(letter) as u8).collect();
            let encoding = decode(&bytes).expect("text").encoding;
            assert!(!matches!(encoding, Encoding::Ibm866 | Encoding::Koi8R), "{western}: {encoding:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(decode(b""), Err(NoText::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf"), Err(NoText::Empty));
        assert_eq!(decode(b"\xff\xfe"), Err(NoText::Empty));
        assert_eq!(decode(b" \r\n\t"), Err(NoText::Empty));
        assert_eq!(decode(b"PK\x03\x04....xl/workbook.xml"), Err(NoText::Binary(Binary::Workbook)));
        assert_eq!(decode(b"PK\x03\x04....word/document.xml"), Err(NoText::Binary(Binary::Document)));
        assert_eq!(decode(b"%PDF-1.7"), Err(NoText::Binary(Binary::Pdf)));
        assert_eq!(decode(b"ab\x00\x01\x02cdefgh\x00\x07"), Err(NoText::Binary(Binary::Unknown)));
    }

    #[test]
    fn a_workbook_is_known_by_what_it_holds_or_by_its_name() {
        assert!(is_workbook("a", b"PK\x03\x04....xl/workbook.xml"));
        assert!(is_workbook("a.xls", b"\xd0\xcf\x11\xe0"));
        assert!(is_workbook("A.XLSX", b"PK\x03\x04....docProps/thumbnail.jpeg"));
        assert!(!is_workbook("a.zip", b"PK\x03\x04....docProps/thumbnail.jpeg"));
        assert!(!is_workbook("a.docx", b"PK\x03\x04....word/document.xml"));
        assert!(!is_workbook("a.xlsx", b"a;b\n1;2"));
    }

    #[test]
    fn damaged_utf8_is_named_with_its_place() {
        let damaged = "Этап;Дорожка\rВыбор;Де\u{0}йствия".replace('\u{0}', "\u{1}");
        let mut bytes = damaged.into_bytes();
        let at = bytes.iter().position(|byte| *byte == 1).expect("there");
        bytes[at] = 0xff;
        assert_eq!(decode(&bytes), Err(NoText::BadUtf8 { line: 2, column: 9, count: 1 }));
        assert_eq!(decode(b"{\"format\":\"\xff\xff\"}"), Err(NoText::BadUtf8 { line: 1, column: 12, count: 2 }));
    }

    #[test]
    fn a_file_that_ends_within_a_letter_or_in_zeros_is_cut() {
        let cut = |bytes: &[u8]| decode(bytes).map(|decoded| (decoded.text, decoded.cut));
        assert_eq!(cut("Альфа".as_bytes().split_last().expect("long").1), Ok(("Альф".into(), true)));
        assert_eq!(cut(b"{\"format\":1\0\0\0\0"), Ok(("{\"format\":1".into(), true)));
        assert_eq!(cut(b"a;b"), Ok(("a;b".into(), false)));
    }
}
