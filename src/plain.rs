//! Text as it goes into files of other kinds: what they cannot hold left out, white space made single.

/// A text with the characters that XML cannot hold left out, white space made single, and lines as they were typed, with at
/// most one empty line between two. Spaces that hold words together stay.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let (mut breaks, mut space) = (0, false);
    for letter in text.chars().filter(|letter| is_xml(*letter)) {
        match letter {
            '\n' | '\u{2028}' | '\u{2029}' => breaks += 1,
            letter if is_space(letter) => space = true,
            letter => {
                if breaks > 0 && !clean.is_empty() {
                    clean.push_str(if breaks > 1 { "\n\n" } else { "\n" });
                } else if space && !clean.is_empty() {
                    clean.push(' ');
                }
                (breaks, space) = (0, false);
                clean.push(letter);
            }
        }
    }
    clean
}

/// Whether a character may stand in XML 1.0.
pub fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// White space at which a line may break.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn white_space_is_single_and_lines_stay() {
        assert_eq!(clean(" a \t b\r\nc\n\n\n\nd \n"), "a b\nc\n\nd");
        assert_eq!(clean("38\u{a0}%\u{0}\u{ffff}"), "38\u{a0}%");
    }
}
