//! The typefaces of a picture, and how wide text is in them.

use super::advances::{LETTERS, SANS_400, SANS_500, SANS_600, SERIF_400, place};
use super::office::{ARIAL_400, ARIAL_700, TIMES_400};

/// The families that text is set in, each with what may stand in for it: none that is wider where a narrower one may be there.
pub const SANS: &str =
    "Inter, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, system-ui, sans-serif";
/// For words that somebody said.
pub const SERIF: &str = "Literata, Georgia, serif";

/// A typeface in a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Inter 400.
    Regular,
    /// Inter 500.
    Medium,
    /// Inter 600.
    Bold,
    /// Literata 400: somebody said it.
    Serif,
    /// Arial, for files of office programs, which have none of the others.
    Office,
    /// Arial, bold.
    OfficeBold,
    /// Times New Roman: somebody said it.
    OfficeSerif,
}

impl Face {
    /// The number that `font-weight` takes.
    pub fn weight(self) -> &'static str {
        match self {
            Face::Regular | Face::Serif | Face::Office | Face::OfficeSerif => "400",
            Face::Medium => "500",
            Face::Bold => "600",
            Face::OfficeBold => "700",
        }
    }

    /// How far letters reach above and below the line they stand on, in em.
    fn reach(self) -> (f64, f64) {
        match self {
            Face::Serif => (1.177, 0.308),
            Face::Office | Face::OfficeBold => (0.905, 0.212),
            Face::OfficeSerif => (0.891, 0.216),
            Face::Regular | Face::Medium | Face::Bold => (0.969, 0.241),
        }
    }

    fn advances(self) -> &'static [u16; LETTERS] {
        match self {
            Face::Regular => &SANS_400,
            Face::Medium => &SANS_500,
            Face::Bold => &SANS_600,
            Face::Serif => &SERIF_400,
            Face::Office => &ARIAL_400,
            Face::OfficeBold => &ARIAL_700,
            Face::OfficeSerif => &TIMES_400,
        }
    }

    /// How far a letter moves the pen, in thousandths of an em.
    fn advance(self, letter: char) -> u16 {
        place(letter).map_or_else(|| elsewhere(letter), |at| self.advances()[at])
    }
}

/// A way to set text: face, size and the height of a line, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// The typeface.
    pub face: Face,
    /// The size of an em.
    pub size: f64,
    /// The height of a line.
    pub line: f64,
}

impl Type {
    /// A face at a size in lines of a height.
    pub const fn new(face: Face, size: f64, line: f64) -> Self {
        Type { face, size, line }
    }

    /// The same in another size; the lines keep their proportion.
    pub fn at(self, size: f64) -> Self {
        Type { size, line: self.line * size / self.size, ..self }
    }

    /// Where letters stand below the upper edge of their line: what a line has above and below them is the same.
    pub fn baseline(self) -> f64 {
        let (above, below) = self.face.reach();
        (self.line + (above - below) * self.size) / 2.0
    }
}

/// How wide a text is on one line, in pixels, by the table of advances. A letter that the table does not know has the width
/// that is usual in its script, at least.
pub fn width(text: &str, face: Face, size: f64) -> f64 {
    let mut joined = false;
    let mut sum = 0_u64;
    for letter in text.chars() {
        sum += u64::from(pen(face, letter, &mut joined));
    }
    px(sum, size)
}

/// Thousandths of an em in pixels.
pub fn px(thousandths: u64, size: f64) -> f64 {
    thousandths as f64 * size / 1000.0
}

/// How far a letter moves the pen behind the letters before it. `joined` says whether the last of them joins what follows:
/// an emoji behind a joiner is part of the one before.
pub fn pen(face: Face, letter: char, joined: &mut bool) -> u16 {
    let part = *joined && is_emoji(letter);
    *joined = letter == '\u{200d}';
    if part { 0 } else { face.advance(letter) }
}

/// What a letter of other fonts takes.
fn elsewhere(letter: char) -> u16 {
    const MARKS: [(u32, u32); 13] = [
        (0x0300, 0x036f),
        (0x0483, 0x0489),
        (0x1ab0, 0x1aff),
        (0x1dc0, 0x1dff),
        (0x200b, 0x200f),
        (0x202a, 0x202e),
        (0x2060, 0x206f),
        (0x20d0, 0x20ff),
        (0xfe00, 0xfe0f),
        (0xfe20, 0xfe2f),
        (0xfeff, 0xfeff),
        (0x1f3fb, 0x1f3ff),
        (0xe0000, 0xe01ef),
    ];
    let code = letter as u32;
    if MARKS.iter().any(|(first, last)| (*first..=*last).contains(&code)) {
        0
    } else if is_emoji(letter) {
        1400
    } else if is_wide(letter) || (0x2190..=0x2bff).contains(&code) {
        1000
    } else {
        700
    }
}

fn is_emoji(letter: char) -> bool {
    matches!(letter as u32, 0x2600..=0x27bf | 0x2b50..=0x2b55 | 0x1f000..=0x1faff)
}

/// Whether a letter fills a square and lines may break on both its sides: Chinese, Japanese, Korean.
pub fn is_wide(letter: char) -> bool {
    matches!(letter as u32, 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60
        | 0xffe0..=0xffe6 | 0x20000..=0x3ffff)
}

/// Whether a letter belongs to the one before it and is never parted from it.
pub fn is_mark(face: Face, letter: char) -> bool {
    letter != '\u{200b}' && face.advance(letter) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_as_wide_as_the_fonts_say() {
        // Read off the font files: 1522 and 1194 units of 2048 for "H" and "ё", 495 of 1000 for the mark of Literata.
        assert_eq!(width("H", Face::Regular, 1000.0), 743.0);
        assert_eq!(width("ё", Face::Regular, 1000.0), 583.0);
        assert_eq!(width("\u{20bd}", Face::Bold, 1000.0), 728.0);
        assert_eq!(width("\u{2212}", Face::Medium, 1000.0), 667.0);
        assert_eq!(width("\u{ab}", Face::Serif, 1000.0), 495.0);
        // As the font programs of office suites have them: 1479 and 1139 units of 2048.
        assert_eq!(width("H", Face::Office, 1000.0), 722.0);
        assert_eq!(width("5", Face::OfficeBold, 1000.0), 556.0);
    }

    #[test]
    fn what_no_font_here_holds_has_a_sensible_width() {
        assert_eq!(width("e\u{301}", Face::Regular, 10.0), width("e", Face::Regular, 10.0));
        assert_eq!(width("日本", Face::Regular, 10.0), 20.0);
        assert_eq!(width("👩\u{200d}💻", Face::Regular, 10.0), width("👩", Face::Regular, 10.0));
        assert!(width("שלום", Face::Serif, 10.0) > 20.0);
    }
}
