//! What somebody corrects in a transcript before it is taken: who is no speaker, what the others are called, who asks.

use std::collections::BTreeMap;

use leptos::{ev, prelude::*};

use super::talk::Talk;
use crate::interviews::speakers::MOST_LETTERS;
use crate::interviews::transcript::{Transcript, Unreadable};
use crate::ui::parts::{live, on};

/// The corrections. They go by the places of the speakers in what was read.
#[derive(Clone, Copy)]
pub struct Corrections {
    /// Who was taken for a speaker and is none.
    pub nobody: RwSignal<Vec<u16>>,
    /// What the others are called, as it is typed.
    names: RwSignal<BTreeMap<u16, String>>,
    /// Who asks, as somebody has said it; `None` leaves that to the text.
    pub asks: RwSignal<Option<Option<u16>>>,
}

/// A transcript with its corrections.
#[derive(Clone, PartialEq)]
pub struct Corrected {
    pub transcript: Transcript,
    /// Where each of the speakers that were read is now.
    pub places: Vec<Option<u16>>,
}

impl Corrections {
    /// Those of what was read; where something else is read they are gone.
    pub fn of(read: Memo<Option<Result<Transcript, Unreadable>>>) -> Self {
        let all = Corrections { nobody: RwSignal::default(), names: RwSignal::default(), asks: RwSignal::default() };
        Effect::new(move |_| {
            read.track();
            all.nobody.set(Vec::new());
            all.names.set(BTreeMap::new());
            all.asks.set(None);
        });
        all
    }

    /// The transcript with them.
    pub fn apply(self, read: Transcript) -> Corrected {
        let (transcript, places) = self.names.with(|names| read.corrected(&self.nobody.get(), names));
        Corrected { transcript, places }
    }

    /// Who asks: whoever was said to, or else whoever the text shows.
    pub fn interviewer(self, corrected: &Corrected) -> Option<u16> {
        match self.asks.get() {
            Some(None) => None,
            Some(Some(read)) if let Some(Some(now)) = corrected.places.get(usize::from(read)) => Some(*now),
            _ => corrected.transcript.likely_interviewer(),
        }
    }

    /// Says that the speaker at a place in the corrected transcript asks; `None`: nobody does.
    pub fn set_interviewer(self, places: &[Option<u16>], now: Option<u16>) {
        let read = |now| (0_u16..).zip(places).find(|(_, place)| **place == Some(now)).map(|(read, _)| read);
        self.asks.set(Some(now.and_then(read)));
    }
}

/// Who was found to speak: whoever is no speaker can be taken out, and the others can be called by their names.
pub fn who_speaks(
    talk: Talk,
    names: Vec<String>,
    corrections: Corrections,
    keys: impl Fn(ev::KeyboardEvent) + Copy + Send + Sync + 'static,
) -> AnyView {
    let Corrections { nobody, names: called, .. } = corrections;
    let cw = talk.cw();
    let one = |(at, name): (u16, String)| {
        let turn = move |event: ev::Event| {
            nobody.update(|nobody| {
                nobody.retain(|other| *other != at);
                nobody.extend((!event_target_checked(&event)).then_some(at));
            });
        };
        let call = move |event: ev::Event| called.update(|called| _ = called.insert(at, event_target_value(&event)));
        view! {
            <div class="paste-name">
                <label>
                    <input type="checkbox" checked=true on:change=on(turn) />
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
                    value=name
                    disabled=live(move || nobody.with(|nobody| nobody.contains(&at)))
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
