//! The text of a file as paragraphs: what was said in each line, and where.

use crate::interviews::text::Paragraph;

/// The paragraphs of a text, and how its positions become those of the paragraphs joined by line breaks.
pub(super) struct FileText {
    pub paragraphs: Vec<Paragraph>,
    /// Where each line begins in the text of the file, and where what was said in it begins and ends.
    lines: Vec<(u32, u32, u32)>,
    /// The length of the text of the file.
    pub length: u32,
    /// Where each paragraph begins among the joined ones; known when all lines are.
    starts: Vec<i64>,
}

impl FileText {
    pub fn of(text: &str) -> Self {
        let mut laid = FileText { paragraphs: Vec::new(), lines: Vec::new(), length: 0, starts: Vec::new() };
        for line in text.split('\n') {
            let start = laid.length;
            laid.length += line.chars().count() as u32;
            laid.lines.push((start, start, laid.length));
            laid.length += 1;
            laid.paragraphs.push(Paragraph::of(line));
        }
        laid.length -= 1;
        laid
    }

    /// Says that only a part of a line was said.
    pub fn narrow(&mut self, at: usize, start: u32, end: u32) {
        let (line, _, ends) = self.lines[at];
        let (start, end) = (start.clamp(line, ends), end.clamp(line, ends));
        if start <= end {
            let text = &self.paragraphs[at].text;
            let kept = text.chars().skip((start - line) as usize).take((end - start) as usize).collect();
            self.paragraphs[at].text = kept;
            self.lines[at] = (line, start, end);
        }
    }

    /// The line of a position.
    pub fn line(&self, position: u32) -> usize {
        self.lines.partition_point(|line| line.0 <= position).saturating_sub(1)
    }

    /// A position of the file among the paragraphs joined by line breaks.
    pub fn joined(&mut self, position: u32) -> i64 {
        if self.starts.is_empty() {
            let mut start = 0;
            for (_, begins, ends) in &self.lines {
                self.starts.push(start);
                start += i64::from(ends - begins) + 1;
            }
        }
        let at = self.line(position);
        let (_, begins, ends) = self.lines[at];
        self.starts[at] + i64::from(position.clamp(begins, ends) - begins)
    }
}
