//! Text on a slide.

use crate::drawing::Type;
use crate::drawing::pen::Anchor;
use crate::drawing::setting::{Block, fit, set};
use crate::exchange::office::pptx::shape::{Run, Words};

/// No words are smaller, in pixels: 10 points.
const SMALLEST: f64 = 12.0;

/// A text in at most so many lines: smaller where it has to be, down to what can be read, and cut there with a sign for it.
pub(super) fn readable(text: &str, kind: Type, width: f64, lines: usize) -> Block {
    let height = lines as f64 * kind.line + 0.1;
    let block = fit(text, 0, kind, width, height);
    if block.kind.size >= SMALLEST {
        return block;
    }
    let least = kind.at(SMALLEST);
    let whole = set(text, 0, least, width);
    let room = ((height / least.line) as usize).max(1);
    if whole.count() <= room {
        return whole;
    }
    let mut kept = String::new();
    for (bold, plain, parted) in whole.lines().take(room) {
        kept.extend([bold, plain, if parted { " " } else { "" }]);
    }
    loop {
        let short = set(&format!("{}\u{2026}", kept.trim_end()), 0, least, width);
        if short.count() <= room || kept.pop().is_none() {
            return short;
        }
    }
}

/// A set text as words of a slide.
pub(super) fn lines(block: &Block, colour: &str, anchor: Anchor) -> Words {
    let run = |text: &str| Run {
        text: text.into(),
        face: block.kind.face,
        size: block.kind.size,
        colour: colour.trim_start_matches('#').to_uppercase(),
    };
    // A space parts the words of two lines for whoever joins them.
    let space = |parted: bool| if parted { " " } else { "" };
    let lines = block.lines().map(|(bold, plain, parted)| vec![run(&[bold, plain, space(parted)].concat())]).collect();
    Words { lines, line: block.kind.line, anchor }
}
