//! What somebody chose about a transcript before it is taken, as it waits together with its text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Transcript;

/// Who asks, as somebody said it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asks {
    /// Whoever the text shows.
    #[default]
    AsRead,
    /// Nobody.
    Nobody,
    /// The speaker at this place of what was read.
    Speaker(u16),
}

/// What was chosen. Speakers go by their places in what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// The transcript that it is about, see [`Transcript::mark`].
    of: String,
    /// Who was taken for a speaker and is none.
    pub nobody: Vec<u16>,
    /// What the others are called, as it is typed.
    pub names: BTreeMap<u16, String>,
    /// Who asks.
    pub asks: Asks,
    /// Whether the interview keeps its day where the text says another.
    pub keeps_day: bool,
}

impl Chosen {
    /// Nothing yet, about the transcript with this mark.
    pub fn about(mark: &str) -> Self {
        Chosen { of: mark.into(), ..Chosen::default() }
    }

    /// What was written about the transcript with this mark; nothing where it was about another, or cannot be read.
    pub fn read(written: &str, mark: &str) -> Self {
        let read = serde_json::from_str(written).ok();
        read.filter(|chosen: &Chosen| chosen.of == mark).unwrap_or_else(|| Chosen::about(mark))
    }

    /// The text that [`Chosen::read`] reads; empty where nothing was chosen.
    pub fn write(&self) -> String {
        // Nothing in it can fail to be written.
        if *self == Chosen::about(&self.of) { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }
}

impl Transcript {
    /// What tells it from another, whatever the text around its words.
    pub fn mark(&self) -> String {
        let mut mark = 0xcbf2_9ce4_8422_2325_u64;
        let mut mix = |byte: u8| mark = (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        self.speakers.iter().flat_map(|name| name.bytes().chain([0])).for_each(&mut mix);
        for said in &self.paragraphs {
            let speaker = said.speaker.unwrap_or(u16::MAX).to_le_bytes();
            speaker.into_iter().chain(said.text.bytes()).chain([0]).for_each(&mut mix);
        }
        format!("{mark:016x}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn what_was_chosen_waits_with_its_text_and_with_no_other() {
        let mark = |text: &str| read(text).expect("a transcript").mark();
        let (one, other) =
            (mark("Speaker 1: When?\n\nSpeaker 2: In May."), mark("Speaker 1: When?\n\nSpeaker 2: In June."));
        assert_eq!(one, mark("Speaker 1: When?\n\nSpeaker 2: In May.\n"));
        assert_ne!(one, other);
        let mut chosen = Chosen::about(&one);
        assert_eq!(chosen.write(), "");
        chosen.names.insert(1, "Анна".into());
        chosen.nobody.push(0);
        chosen.asks = Asks::Nobody;
        chosen.keeps_day = true;
        assert_eq!(Chosen::read(&chosen.write(), &one), chosen);
        assert_eq!(Chosen::read(&chosen.write(), &other), Chosen::about(&other));
        for written in ["", "null", "7", "{}", "Speaker 1: When?"] {
            assert_eq!(Chosen::read(written, &one), Chosen::about(&one), "{written}");
        }
        // What knows less than this one, and what knows more.
        let written = format!("{{\"of\":\"{one}\",\"names\":{{\"1\":\"Anna\"}},\"later\":1}}");
        assert_eq!(Chosen::read(&written, &one).names[&1], "Anna");
    }
}
