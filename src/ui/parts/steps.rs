//! How far the keys move what is slid.

use leptos::ev;

/// How many steps a key asks for out of `ways`, with Shift ten times as many. `None` for any other key, and for one that is held
/// together with those of the browser.
pub(super) fn steps(event: &ev::KeyboardEvent, ways: &[(&str, f64)]) -> Option<f64> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let tenfold = if event.shift_key() { 10.0 } else { 1.0 };
    let key = event.key();
    ways.iter().find(|(one, _)| *one == key).map(|(_, way)| way * tenfold)
}
