//! A transcript as somebody corrects it before it is taken.

use std::collections::BTreeMap;

use super::Transcript;
use crate::interviews::speakers::{is_same, named};

impl Transcript {
    /// The same as somebody corrected it: without those of its speakers that name nobody, see [`Transcript::without`], and with
    /// other names for some, by place. Speakers who get one name become one; a text that is no name changes nothing. Also says
    /// where each of the speakers that were read is now.
    #[must_use]
    pub fn corrected(self, nobody: &[u16], names: &BTreeMap<u16, String>) -> (Self, Vec<Option<u16>>) {
        let mut places = vec![None; self.speakers.len()];
        let kept: Vec<usize> = (0..places.len()).filter(|at| !nobody.contains(&(*at as u16))).collect();
        let mut after = self.without(nobody);
        let read = std::mem::take(&mut after.speakers);
        let mut moved = Vec::with_capacity(read.len());
        for (at, name) in kept.into_iter().zip(read) {
            let name = names.get(&(at as u16)).and_then(|typed| named(typed).ok()).unwrap_or(name);
            let place = after.speakers.iter().position(|known| is_same(known, &name)).unwrap_or_else(|| {
                after.speakers.push(name);
                after.speakers.len() - 1
            });
            places[at] = Some(place as u16);
            moved.push(place as u16);
        }
        for said in &mut after.paragraphs {
            said.speaker = said.speaker.and_then(|at| moved.get(usize::from(at)).copied());
        }
        (after, places)
    }

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
