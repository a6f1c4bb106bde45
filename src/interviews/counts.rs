//! How much was heard: a person's own words are quotes, what whoever asked wrote down is notes.

/// Counts of highlights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HighlightCount {
    /// In the person's own words.
    pub quotes: usize,
    /// In the words of whoever asked.
    pub notes: usize,
}

impl HighlightCount {
    /// Both together.
    pub fn all(self) -> usize {
        self.quotes + self.notes
    }

    /// Counts one more.
    pub fn add(&mut self, is_note: bool) {
        *if is_note { &mut self.notes } else { &mut self.quotes } += 1;
    }
}

impl FromIterator<bool> for HighlightCount {
    /// Counts by whether each is a note.
    fn from_iter<I: IntoIterator<Item = bool>>(are_notes: I) -> Self {
        let mut heard = HighlightCount::default();
        are_notes.into_iter().for_each(|is_note| heard.add(is_note));
        heard
    }
}
