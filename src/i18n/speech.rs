//! What takes more than a string: names of kinds, errors as sentences, names of files.

use super::{Lang, Words, figures};
use crate::model::journey::{Evidence, LaneKind};
use crate::model::quantity::Level;
use crate::storage::envelope::ReadError;

/// How many characters of a title go into the name of a file.
const LONGEST_NAME: usize = 60;

impl Words {
    /// The name of a kind of lane.
    pub fn lane_kind(&self, kind: LaneKind) -> &'static str {
        match kind {
            LaneKind::Actions => self.lane_actions,
            LaneKind::Touchpoints => self.lane_touchpoints,
            LaneKind::Thoughts => self.lane_thoughts,
            LaneKind::Emotion => self.lane_emotion,
            LaneKind::Friction => self.lane_friction,
            LaneKind::Opportunities => self.lane_opportunities,
            LaneKind::Backstage => self.lane_backstage,
            LaneKind::Pulse => self.lane_pulse,
            LaneKind::Free => self.lane_free,
        }
    }

    /// The name of a degree of evidence.
    pub fn evidence_name(&self, evidence: Evidence) -> &'static str {
        match evidence {
            Evidence::Assumed => self.assumed,
            Evidence::Observed => self.observed,
            Evidence::Measured => self.measured,
        }
    }

    /// What a room gave a stage: how many voices, the middle one, and how far they lie apart.
    pub fn votes_text(&self, lang: Lang, count: usize, [low, median, high]: [Level; 3]) -> String {
        let level = |level| figures::level(lang, level);
        if low == high {
            (self.votes_alike)(count, &level(median))
        } else {
            (self.votes_apart)(count, &level(median), &level(low), &level(high))
        }
    }

    /// Why the file or engagement called `name` cannot be read, and what that means for the person.
    pub fn read_error(&self, name: &str, error: &ReadError) -> String {
        match *error {
            ReadError::NotJson { line, column } => (self.file_not_json)(name, line, column),
            ReadError::NotOurs => (self.file_not_ours)(name),
            ReadError::Newer(version) => (self.file_newer)(name, version),
            ReadError::Damaged { line, column } => (self.file_damaged)(name, line, column),
            ReadError::Flawed(_) => (self.file_flawed)(name),
        }
    }

    /// The title, or `unnamed` where there is none.
    pub fn title_or<'a>(&self, title: &'a str, unnamed: &'a str) -> &'a str {
        if title.trim().is_empty() { unnamed } else { title }
    }

    /// The name of the file of an engagement: its title with what file systems refuse left out.
    pub fn file_name(&self, title: &str) -> String {
        let kept: String =
            title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(LONGEST_NAME).collect();
        let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { "orbita.json".into() } else { format!("{}.orbita.json", parts.join("-")) }
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;

    #[test]
    fn a_file_is_named_by_its_title() {
        let words = Lang::English.words();
        assert_eq!(words.file_name("Акселератор «Курс+»: 600 мест"), "Акселератор-Курс-600-мест.orbita.json");
        assert_eq!(words.file_name("../../etc"), "etc.orbita.json");
        assert_eq!(words.file_name(" \u{202e}"), "orbita.json");
    }
}
