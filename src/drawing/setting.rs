//! Text broken into lines that fit their box.

use std::ops::Range;

use super::faces::{Face, Type, is_mark, is_wide, pen, px, width};
use crate::plain::clean;

/// Below this size the lines of a text run on: what was pasted as a long list still fits a page.
const SMALLEST_WITH_LINES: f64 = 6.0;
/// A word that is too long makes its text smaller down to this share, rather than being broken.
const WORD_SHRINK: f64 = 0.8;

/// A text set in lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// How it is set.
    pub kind: Type,
    /// The words, white space made single.
    text: String,
    /// How many bytes at the start of the text are bold.
    lead: usize,
    lines: Vec<Range<usize>>,
    /// The width of the widest line.
    pub width: f64,
    /// The width of the widest word.
    longest: f64,
}

impl Block {
    /// The height of all lines; a text without words has one.
    pub fn height(&self) -> f64 {
        self.lines.len().max(1) as f64 * self.kind.line
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The lines, each as its bold words, its others, and whether white space parts it from the next one.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        self.lines.iter().enumerate().map(|(at, line)| {
            let bold = line.end.min(self.lead).max(line.start);
            let parted = self.lines.get(at + 1).is_some_and(|next| next.start > line.end);
            (&self.text[line.start..bold], &self.text[bold..line.end], parted)
        })
    }
}

/// Sets a text in a box as wide as `width`: whole words where they fit, none of its lines wider than the box. The first
/// `lead` bytes of the cleaned text are bold.
pub fn set(text: &str, lead: usize, kind: Type, width: f64) -> Block {
    let mut block = Block { kind, text: clean(text), lead, lines: Vec::new(), width: 0.0, longest: 0.0 };
    lay(&mut block, width);
    block
}

/// Sets a text like [`set`], smaller where that spares a word or is needed to keep the whole no higher than `height`. Only a
/// text of millions of letters can be higher still.
pub fn fit(text: &str, lead: usize, kind: Type, width: f64, height: f64) -> Block {
    let block = set(text, lead, kind, width);
    let mut most = (kind.size * 10.0) as u32;
    if block.longest > width && block.longest * WORD_SHRINK <= width {
        most = (kind.size * 10.0 * width / block.longest) as u32;
    } else if block.height() <= height {
        return block;
    }
    // The largest size, in tenths of a pixel, that fits.
    let mut least = 1;
    let mut best = at_size(&block, most, width);
    if best.height() <= height {
        return best;
    }
    while least < most {
        let middle = (least + most) / 2;
        let tried = at_size(&block, middle, width);
        if tried.height() <= height {
            least = middle + 1;
            best = tried;
        } else {
            most = middle;
        }
    }
    if best.height() <= height { best } else { at_size(&block, least, width) }
}

fn at_size(block: &Block, tenths: u32, width: f64) -> Block {
    let size = f64::from(tenths) / 10.0;
    let mut text = block.text.clone();
    if size < SMALLEST_WITH_LINES {
        // As long as before, so that what is bold stays so.
        text = text.replace('\n', " ");
    }
    let mut block = Block { kind: block.kind.at(size), text, lines: Vec::new(), width: 0.0, longest: 0.0, ..*block };
    lay(&mut block, width);
    block
}

/// One line of a text, its end left out where it does not fit.
pub fn clip(text: &str, kind: Type, room: f64) -> Block {
    let line = clean(text).replace('\n', " ");
    let whole = set(&line, 0, kind, f64::INFINITY);
    if whole.width <= room {
        return whole;
    }
    let mut short = set(&line, 0, kind, room - width("\u{2026}", kind.face, kind.size));
    let end = short.lines.first().map_or(0, |line| line.end);
    short.text.truncate(end);
    short.text.push('\u{2026}');
    set(&short.text, 0, kind, f64::INFINITY)
}

/// Breaks the text of a block into lines.
fn lay(block: &mut Block, width: f64) {
    let Block { kind, text, lead, .. } = block;
    let room = if width.is_finite() { (width * 1000.0 / kind.size) as u64 } else { u64::MAX };
    let mut layer =
        Layer { text, face: kind.face, lead: *lead, room, line: None, lines: Vec::new(), widest: 0, longest: 0 };
    let mut from = 0;
    for part in text.split('\n') {
        layer.words(from..from + part.len());
        layer.end_line(from);
        from += part.len() + 1;
    }
    let (lines, widest, longest) = (layer.lines, px(layer.widest, kind.size), px(layer.longest, kind.size));
    if !text.is_empty() {
        block.lines = lines;
    }
    (block.width, block.longest) = (widest, longest);
}

/// The line that is being filled.
struct Layer<'a> {
    text: &'a str,
    face: Face,
    lead: usize,
    /// The width of the box, in thousandths of an em like all widths here.
    room: u64,
    line: Option<(Range<usize>, u64)>,
    lines: Vec<Range<usize>>,
    widest: u64,
    longest: u64,
}

impl Layer<'_> {
    fn face_at(&self, at: usize) -> Face {
        if at < self.lead { Face::Bold } else { self.face }
    }

    fn measure(&self, part: Range<usize>) -> u64 {
        let mut joined = false;
        let letters = self.text[part.clone()].char_indices();
        letters.map(|(at, letter)| u64::from(pen(self.face_at(part.start + at), letter, &mut joined))).sum()
    }

    /// Fills lines with a part of the text that has no line breaks.
    fn words(&mut self, part: Range<usize>) {
        let mut from = part.start;
        let mut before = None;
        let mut letters = self.text[part.clone()].char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let end = part.start + at + letter.len_utf8();
            if letter == ' ' {
                from = end;
            } else if next.is_none_or(|next| breaks(before, letter, next)) {
                self.word(from..end);
                from = end;
            }
            before = Some(letter);
        }
    }

    /// Puts a word on the line, or on the next, or on several where none is wide enough.
    fn word(&mut self, word: Range<usize>) {
        let own = self.measure(word.clone());
        self.longest = self.longest.max(own);
        if let Some((line, filled)) = self.line.take() {
            let gap = self.measure(line.end..word.start);
            if filled + gap + own <= self.room {
                self.line = Some((line.start..word.end, filled + gap + own));
                return;
            }
            self.line = Some((line, filled));
            self.end_line(word.start);
        }
        if own <= self.room {
            self.line = Some((word, own));
        } else {
            self.letters(word);
        }
    }

    /// Breaks a word that no line can hold between its letters; marks stay with their letters.
    fn letters(&mut self, word: Range<usize>) {
        let (mut from, mut filled, mut joined) = (word.start, 0, false);
        for (at, letter) in self.text[word.clone()].char_indices() {
            let at = word.start + at;
            let own = u64::from(pen(self.face_at(at), letter, &mut joined));
            if filled + own > self.room && at > from && !is_mark(self.face, letter) {
                self.line = Some((from..at, filled));
                self.end_line(at);
                (from, filled) = (at, 0);
            }
            filled += own;
        }
        self.line = Some((from..word.end, filled));
    }

    /// Ends the line; without words it is an empty one at `at`.
    fn end_line(&mut self, at: usize) {
        let (line, filled) = self.line.take().unwrap_or((at..at, 0));
        self.widest = self.widest.max(filled);
        self.lines.push(line);
    }
}

/// Whether a line may break between two letters that no space parts: behind hyphens, dashes and slashes inside words, around
/// wide letters, at the signs made for it.
fn breaks(before: Option<char>, letter: char, next: char) -> bool {
    match letter {
        _ if next == ' ' => true,
        '\u{200b}' | '\u{ad}' => true,
        '-' | '\u{2010}' | '\u{2013}' | '\u{2014}' | '/' => {
            before.is_some_and(char::is_alphanumeric) && next.is_alphabetic()
        }
        _ => {
            let closes = |letter: char| {
                matches!(letter, '、' | '。' | '，' | '．' | '」' | '』' | '）' | '！' | '？' | '：' | '；')
            };
            (is_wide(letter) && is_wide(next) && !closes(next)) && !matches!(letter, '「' | '『' | '（')
        }
    }
}
