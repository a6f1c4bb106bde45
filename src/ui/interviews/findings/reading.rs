//! When what is counted from everything that was said is counted anew: so that no letter waits for it.

use std::time::Duration;

use leptos::prelude::*;

use crate::model::{Engagement, Key};
use crate::ui::alive::Alive;
use crate::ui::desk::Desk;

/// How long typing rests before all words are counted anew.
const REST: Duration = Duration::from_millis(900);

/// Wakes what reads everything. What is said of quotes, tags, statements and people counts at once; what is typed into the text of
/// an interview counts when the typing rests.
fn beat(desk: Desk) -> ReadSignal<u32> {
    let beat = RwSignal::new(0_u32);
    let waits = StoredValue::new(0_u32);
    let view = Alive::here();
    let next = move || _ = beat.try_update(|beat| *beat = beat.wrapping_add(1));
    Effect::new(move |ran: Option<()>| {
        let touched = desk.touched();
        if ran.is_none() || touched.is_empty() {
            return;
        }
        let is_text = |key: &Key| matches!(key, Key::Paragraph(_) | Key::Transcript(_) | Key::Head | Key::List(_));
        if !touched.iter().all(is_text) {
            next();
            return;
        }
        let wait = waits.get_value().wrapping_add(1);
        waits.set_value(wait);
        view.after(REST, move || {
            if waits.try_get_value() == Some(wait) {
                next();
            }
        });
    });
    beat.read_only()
}

/// A reading of the whole engagement; also made anew when a signal changes that it reads.
pub fn reading<T>(desk: Desk, read: impl Fn(&Engagement) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let beat = beat(desk);
    Memo::new(move |_| {
        beat.track();
        desk.peek(|engagement| read(engagement))
    })
}
