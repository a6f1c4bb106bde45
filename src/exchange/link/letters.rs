//! Texts as bytes: one byte a letter of English, Russian and their neighbours, any other character behind an escape.
//!
//! A capital letter that stands alone is its small one behind a shift, so that a word at the start of a sentence is the same
//! bytes as inside one.

/// Ends a text.
pub const END: u8 = 0;
/// The next letter is a capital one.
const SHIFT: u8 = 1;
/// The next character is written as UTF-8.
const ESCAPE: u8 = 2;

/// The small letters from а to я, then their capital ones, in the order of Unicode.
const SMALL: u8 = 0x80;
const CAPITAL: u8 = 0xa0;
/// What stands above them.
const FIRST_OTHER: u8 = 0xc0;

/// The characters above the Russian letters.
#[rustfmt::skip]
const OTHERS: [char; 64] = [
    'ё', 'Ё', '\u{a0}', '«', '»', '—', '–', '„', '“', '”', '‘', '’', '…', '№', '₽', '€',
    '£', '·', '−', '×', '→', '←', '•', '°', '±', '½', '≈', '≥', '≤', '²', '✓', '\u{202f}',
    'і', 'ї', 'є', 'ґ', 'ў', 'ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'І', 'Ї', 'Є',
    'ä', 'ö', 'ü', 'ß', 'é', 'è', 'ê', 'à', 'á', 'â', 'ç', 'ñ', 'ó', 'ô', 'í', 'ú',
];

/// Bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAText;

/// Adds a text and its end.
pub fn write(text: &str, to: &mut Vec<u8>) {
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let alone = !before.is_some_and(is_capital) && !letters.peek().copied().is_some_and(is_capital);
        match byte(letter) {
            Some(byte) if alone && is_capital(letter) => to.extend([SHIFT, other_case(byte)]),
            Some(byte) => to.push(byte),
            None => {
                to.push(ESCAPE);
                to.extend(letter.encode_utf8(&mut [0; 4]).bytes());
            }
        }
        before = Some(letter);
    }
    to.push(END);
}

/// Takes a text with its end off the front of `from`.
///
/// # Errors
/// [`NotAText`].
pub fn read(from: &mut &[u8]) -> Result<String, NotAText> {
    let mut text = String::new();
    loop {
        match take(from)? {
            END => return Ok(text),
            SHIFT => match take(from)? {
                small @ (b'a'..=b'z' | SMALL..CAPITAL) => text.push(letter(other_case(small)).ok_or(NotAText)?),
                _ => return Err(NotAText),
            },
            ESCAPE => {
                let length = match from.first().ok_or(NotAText)? {
                    ..0x80 => 1,
                    0x80..0xe0 => 2,
                    0xe0..0xf0 => 3,
                    0xf0.. => 4,
                };
                let (character, rest) = from.split_at_checked(length).ok_or(NotAText)?;
                text.push_str(std::str::from_utf8(character).map_err(|_| NotAText)?);
                *from = rest;
            }
            byte => text.push(letter(byte).ok_or(NotAText)?),
        }
    }
}

fn take(from: &mut &[u8]) -> Result<u8, NotAText> {
    let (first, rest) = from.split_first().ok_or(NotAText)?;
    *from = rest;
    Ok(*first)
}

/// The byte of a character that has one.
fn byte(letter: char) -> Option<u8> {
    match letter {
        '\t' | '\n' | ' '..='\u{7f}' => Some(letter as u8),
        'а'..='я' => Some(SMALL + (letter as u32 - 'а' as u32) as u8),
        'А'..='Я' => Some(CAPITAL + (letter as u32 - 'А' as u32) as u8),
        _ => OTHERS.iter().position(|other| *other == letter).map(|at| FIRST_OTHER + at as u8),
    }
}

/// The character of a byte.
fn letter(byte: u8) -> Option<char> {
    match byte {
        b'\t' | b'\n' | b' '..=0x7f => Some(char::from(byte)),
        SMALL..CAPITAL => char::from_u32('а' as u32 + u32::from(byte - SMALL)),
        CAPITAL..FIRST_OTHER => char::from_u32('А' as u32 + u32::from(byte - CAPITAL)),
        FIRST_OTHER.. => OTHERS.get(usize::from(byte - FIRST_OTHER)).copied(),
        _ => None,
    }
}

/// Whether a byte is a Russian letter.
pub fn is_russian(byte: u8) -> bool {
    (SMALL..FIRST_OTHER).contains(&byte)
}

/// Whether a letter is a capital one that has a small one within reach.
fn is_capital(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'А'..='Я')
}

/// The byte of the same letter in the other case.
fn other_case(byte: u8) -> u8 {
    byte ^ 0x20
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(text, &mut bytes);
        bytes
    }

    #[test]
    fn a_letter_of_either_language_is_a_byte() {
        assert_eq!(bytes("ключ").len(), 5);
        assert_eq!(bytes("«Ёлка» — 5 ₽").len(), 13);
        assert_eq!(bytes("Два слова").len(), 11, "a shift before the capital letter");
        assert_eq!(bytes("ЛПР и CRM").len(), 10, "none inside an abbreviation");
        assert_eq!(bytes("日").len(), 5);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for wrong in [&[][..], b"ab", &[SHIFT, b'1', END], &[ESCAPE, 0xff, END], &[ESCAPE, 0xd0], &[3, END], &[SHIFT]] {
            assert_eq!(read(&mut &wrong[..]), Err(NotAText), "{wrong:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_goes_there_and_back(text in any::<String>(), russian in "[А-Яа-яёA-Za-z «»\u{0}-\u{3}\t\n.]{0,30}") {
            for text in [text, russian] {
                let mut bytes = bytes(&text);
                bytes.extend([END, 7]);
                let mut rest = &bytes[..];
                prop_assert_eq!(read(&mut rest), Ok(text));
                prop_assert_eq!(rest, &[END, 7]);
            }
        }
    }
}
