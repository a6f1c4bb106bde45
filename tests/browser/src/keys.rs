//! Keys as people name them.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// Presses of chords such as `"Alt+ArrowRight Enter"`, one after the other.
pub fn chords(chords: &str) -> KeyActions {
    chords.split_whitespace().fold(keyboard(), |actions, chord| {
        let keys: Vec<char> = match chord {
            "+" => vec!['+'],
            // A capital letter would hold Shift by itself.
            chord if !chord.contains("Shift") => {
                chord.split('+').map(key).map(|key| key.to_ascii_lowercase()).collect()
            }
            chord => chord.split('+').map(key).collect(),
        };
        let actions = keys.iter().fold(actions, |actions, &value| actions.then(KeyAction::Down { value }));
        keys.iter().rev().fold(actions, |actions, &value| actions.then(KeyAction::Up { value }))
    })
}

/// The letters of a text, one after the other.
pub fn letters(text: &str) -> KeyActions {
    text.chars()
        .fold(keyboard(), |actions, value| actions.then(KeyAction::Down { value }).then(KeyAction::Up { value }))
}

/// The letters of a text, one at each beat.
pub fn letters_at(text: &str, beat: Duration) -> KeyActions {
    let half = beat / 2;
    text.chars().fold(keyboard(), |actions, value| {
        actions.then(KeyAction::Down { value }).pause(half).then(KeyAction::Up { value }).pause(half)
    })
}

fn keyboard() -> KeyActions {
    KeyActions::new("keyboard".into())
}

fn key(name: &str) -> char {
    let named = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Ctrl" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        // The one of the main block, not of the number pad.
        "Enter" => Key::Return,
        "Escape" => Key::Escape,
        "F2" => Key::F2,
        "F10" => Key::F10,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return ' ',
        "Tab" => Key::Tab,
        letter => return letter.chars().next().expect("a chord names its keys"),
    };
    named.into()
}
