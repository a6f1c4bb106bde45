//! Bytes as the text of a link: base64 for addresses (RFC 4648, 5) behind a prefix, and back from what chats and mails
//! make of it.

/// The letters of base64 that an address holds as they are.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes as letters.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 2);
    for three in bytes.chunks(3) {
        let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..=three.len() {
            text.push(char::from(ALPHABET[(bits >> (18 - 6 * place) & 63) as usize]));
        }
    }
    text
}

/// Takes bytes out of a text one after the other: percent signs are resolved, and whatever is no letter of base64, such as
/// line breaks, is passed over.
pub struct Bytes<'a> {
    text: std::slice::Iter<'a, u8>,
    /// The bits of the last letters that are not taken yet, and how many.
    bits: u32,
    count: u32,
}

impl<'a> Bytes<'a> {
    /// The bytes of a text.
    pub fn of(text: &'a str) -> Self {
        Bytes { text: text.as_bytes().iter(), bits: 0, count: 0 }
    }

    fn letter(&mut self) -> Option<u32> {
        loop {
            let letter = match *self.text.next()? {
                b'%' => {
                    let rest = self.text.as_slice();
                    let hex = |at: usize| rest.get(at).and_then(|&digit| char::from(digit).to_digit(16));
                    let (Some(high), Some(low)) = (hex(0), hex(1)) else { continue };
                    self.text = rest[2..].iter();
                    (high << 4 | low) as u8
                }
                letter => letter,
            };
            let value = match letter {
                b'A'..=b'Z' => letter - b'A',
                b'a'..=b'z' => letter - b'a' + 26,
                b'0'..=b'9' => letter - b'0' + 52,
                b'-' => 62,
                b'_' => 63,
                _ => continue,
            };
            return Some(u32::from(value));
        }
    }
}

impl Iterator for Bytes<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        while self.count < 8 {
            self.bits = self.bits << 6 | self.letter()?;
            self.count += 6;
        }
        self.count -= 8;
        Some((self.bits >> self.count) as u8)
    }
}

/// Whether a sign that no link has stands between two letters of one: there it takes the place of a letter, while what chats
/// and mails add stands at a line's end or behind the link.
pub fn is_altered(text: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    let is_sign =
        |letter: char| !is_letter(letter) && letter != '%' && (letter.is_ascii_graphic() || letter.is_alphanumeric());
    let letters: Vec<char> = text.chars().collect();
    letters.windows(3).any(|three| is_letter(three[0]) && is_sign(three[1]) && is_letter(three[2]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_letters_are_those_of_the_standard() {
        assert_eq!(encode(b"foobar"), "Zm9vYmFy");
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        assert_eq!(encode(&[]), "");
    }

    #[test]
    fn what_mails_and_browsers_add_is_passed_over() {
        let bytes: Vec<u8> = Bytes::of("Zm%39v\r\n> Y%6DF=\u{200b}%0Ay%").collect();
        assert_eq!(bytes, b"foobar");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn bytes_go_there_and_back(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            prop_assert_eq!(Bytes::of(&encode(&bytes)).collect::<Vec<_>>(), bytes);
        }
    }
}
