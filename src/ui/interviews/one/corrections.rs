//! What somebody corrects in a transcript before it is taken: who is no speaker, what the others are called, who asks.

use leptos::{ev, prelude::*};

use super::talk::{Talk, chosen_field};
use crate::interviews::speakers::MOST_LETTERS;
use crate::interviews::transcript::{Asks, Chosen, Transcript, Unreadable};
use crate::ui::parts::{live, on};

/// The corrections. They wait with the text that they are about, for whoever comes back to it.
#[derive(Clone, Copy)]
pub struct Corrections {
    talk: Talk,
    /// What tells the transcript that was read from another.
    mark: Memo<String>,
    /// What was chosen, be it about this transcript or about one before.
    all: RwSignal<String>,
}

/// A transcript with its corrections.
#[derive(Clone, PartialEq)]
pub struct Corrected {
    pub transcript: Transcript,
    /// Where each of the speakers that were read is now.
    pub places: Vec<Option<u16>>,
}

impl Corrections {
    /// Those of what was read, as they were left; those of another transcript are none of it.
    pub fn of(talk: Talk, read: Memo<Option<Result<Transcript, Unreadable>>>) -> Self {
        let mark = move |read: &Option<Result<Transcript, Unreadable>>| match read {
            Some(Ok(transcript)) => transcript.mark(),
            _ => String::new(),
        };
        Corrections {
            talk,
            mark: Memo::new(move |_| read.with(mark)),
            all: RwSignal::new(talk.session.draft(&talk.desk.id(), &chosen_field(talk.id))),
        }
    }

    /// What was chosen about what was read.
    pub fn get(self) -> Chosen {
        self.all.with(|all| self.mark.with(|mark| Chosen::read(all, mark)))
    }

    /// Chooses something, and keeps it.
    pub fn choose(self, choose: impl FnOnce(&mut Chosen)) {
        let mut now = untrack(|| self.get());
        choose(&mut now);
        self.keep(now.write());
    }

    /// The transcript was taken, or is not wanted: nothing is known of another.
    pub fn clear(self) {
        self.keep(String::new());
    }

    fn keep(self, written: String) {
        self.talk.session.keep_draft(&self.talk.desk.id(), &chosen_field(self.talk.id), &written);
        self.all.set(written);
    }

    /// The transcript with them.
    pub fn apply(self, read: Transcript) -> Corrected {
        let chosen = self.get();
        let (transcript, places) = read.corrected(&chosen.nobody, &chosen.names);
        Corrected { transcript, places }
    }

    /// Who asks: whoever was said to, or else whoever the text shows.
    pub fn interviewer(self, corrected: &Corrected) -> Option<u16> {
        match self.get().asks {
            Asks::Nobody => None,
            Asks::Speaker(read) if let Some(Some(now)) = corrected.places.get(usize::from(read)) => Some(*now),
            _ => corrected.transcript.likely_interviewer(),
        }
    }

    /// Says that the speaker at a place in the corrected transcript asks; `None`: nobody does.
    pub fn set_interviewer(self, places: &[Option<u16>], now: Option<u16>) {
        let read = |now| (0_u16..).zip(places).find(|(_, place)| **place == Some(now)).map(|(read, _)| read);
        let asks = now.and_then(read).map_or(Asks::Nobody, Asks::Speaker);
        self.choose(|chosen| chosen.asks = asks);
    }
}

/// Who was found to speak: whoever is no speaker can be taken out, and the others can be called by their names.
pub fn who_speaks(
    talk: Talk,
    names: Vec<String>,
    corrections: Corrections,
    keys: impl Fn(ev::KeyboardEvent) + Copy + Send + Sync + 'static,
) -> AnyView {
    let cw = talk.cw();
    // What is typed next is in its field already.
    let before = untrack(|| corrections.get());
    let one = |(at, name): (u16, String)| {
        let turn = move |event: ev::Event| {
            corrections.choose(|Chosen { nobody, .. }| {
                nobody.retain(|other| *other != at);
                nobody.extend((!event_target_checked(&event)).then_some(at));
            });
        };
        let call = move |event: ev::Event| {
            corrections.choose(|Chosen { names, .. }| _ = names.insert(at, event_target_value(&event)));
        };
        let is_nobody = Memo::new(move |_| corrections.get().nobody.contains(&at));
        let (speaks, called) = (!before.nobody.contains(&at), before.names.get(&at).unwrap_or(&name).clone());
        view! {
            <div class="paste-name">
                <label>
                    <input type="checkbox" checked=speaks on:change=on(turn) />
                    " "
                    <bdi>{name.clone()}</bdi>
                </label>
                <input
                    type="text"
                    class="field"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength=MOST_LETTERS.to_string()
                    aria-label=(cw.name_for)(&name)
                    value=called
                    disabled=live(move || is_nobody.get())
                    on:input=on(call)
                    on:keydown=on(keys)
                />
            </div>
        }
        .into_any()
    };
    (!names.is_empty())
        .then(|| {
            view! {
                <div class="paste-names" role="group" aria-label=cw.who_speaks>
                    <span>{cw.who_speaks}</span>
                    {(0..).zip(names).map(one).collect::<Vec<_>>()}
                </div>
            }
        })
        .into_any()
}
