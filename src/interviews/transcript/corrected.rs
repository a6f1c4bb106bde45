//! A transcript as somebody corrects it before it is taken.

use super::Transcript;

impl Transcript {
    /// The same without those of its speakers, by place, that name nobody: their names are words of whoever speaks before them.
    #[must_use]
    pub fn without(mut self, nobody: &[u16]) -> Self {
        let names = std::mem::take(&mut self.speakers);
        let mut places = Vec::with_capacity(names.len());
        for (at, name) in (0_u16..).zip(&names) {
            let is_somebody = !nobody.contains(&at);
            places.push(is_somebody.then_some(self.speakers.len() as u16));
            self.speakers.extend(is_somebody.then(|| name.clone()));
        }
        let (mut written, mut speaker) = (None, None);
        for said in &mut self.paragraphs {
            let before = std::mem::replace(&mut written, said.speaker);
            match said.speaker.map(usize::from) {
                Some(at) if places[at].is_none() => {
                    // Only the first paragraph of a turn had the name before it.
                    if before != said.speaker {
                        said.text = format!("{}: {}", names[at], said.text);
                    }
                }
                named => speaker = named.and_then(|at| places[at]),
            }
            said.speaker = speaker;
        }
        self
    }
}
