//! Text as it is stored: what a paste is changed in, and nothing else.

/// A pasted text as it is stored: line breaks of Windows and old Macs become `\n`, a byte order mark at the very start is
/// dropped. Nothing is normalised.
pub fn stored(pasted: &str) -> String {
    let text = pasted.strip_prefix('\u{feff}').unwrap_or(pasted);
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into() }
}

/// The same for text as browsers hold it; each lone surrogate becomes U+FFFD.
pub fn stored_utf16(units: &[u16]) -> String {
    let letters = char::decode_utf16(units.iter().copied());
    stored(&letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_breaks_mark_and_lone_surrogates_change() {
        assert_eq!(
            stored("\u{feff}a\r\nb\rc\n\r\u{feff}\u{b}\u{2028}e\u{301}"),
            "a\nb\nc\n\n\u{feff}\u{b}\u{2028}e\u{301}"
        );
        assert_eq!(stored("\u{feff}\u{feff}"), "\u{feff}", "the first mark only");
        assert_eq!(stored("\r\r\n\n"), "\n\n\n");
    }

    #[test]
    fn each_lone_surrogate_becomes_a_replacement() {
        let units = [0xfeff, 0xd83d, 0xde00, 0xd83d, 0x61, 0xde00, 0xd83d, 0xd83d, 0xd, 0xa];
        assert_eq!(stored_utf16(&units), "\u{1f600}\u{fffd}a\u{fffd}\u{fffd}\u{fffd}\n");
    }
}
