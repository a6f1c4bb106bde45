//! What people said, for the phrase bank.

use crate::interviews::kinds::Language;
use crate::interviews::phrases::{Bank, Place, Speech};
use crate::model::Engagement;
use crate::model::interview::Interview;
use crate::model::quantity::ParagraphId;

/// The phrases of all interviews in a language, with the paragraphs that their places number.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The phrases.
    pub bank: Bank,
    paragraphs: Vec<ParagraphId>,
}

impl Said {
    /// Counts what people said themselves: the interviewer's questions and notes are left out.
    pub fn of(engagement: &Engagement, language: Language) -> Self {
        let mut paragraphs = Vec::new();
        let mut speeches = Vec::new();
        for (id, transcript) in engagement.transcripts() {
            let Some(interview) = engagement.interview(id).filter(|one| one.head.language == language) else {
                continue;
            };
            for &paragraph in &transcript.paragraphs {
                let Some(record) = engagement.paragraph(paragraph) else { continue };
                let is_interviewer = record.speaker.is_some() && record.speaker == interview.head.interviewer;
                if !record.noted && !is_interviewer {
                    paragraphs.push(paragraph);
                    let speaker = speaker(interview, record.speaker);
                    speeches.push(Speech { interview: id.0, speaker, text: &record.text });
                }
            }
        }
        Said { bank: Bank::of(language, speeches), paragraphs }
    }

    /// The paragraph in which a phrase was said.
    pub fn paragraph(&self, place: &Place) -> Option<ParagraphId> {
        self.paragraphs.get(place.speech).copied()
    }
}

/// The name of who speaks; where it is not known, that of the person who was interviewed.
pub fn speaker(interview: &Interview, speaker: Option<u16>) -> &str {
    let named = speaker.and_then(|at| interview.head.speakers.get(usize::from(at)));
    named.map_or(interview.head.person.as_str(), String::as_str)
}
