//! What follows a change once the hand that makes it is at rest.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::ui::alive::Alive;

/// After so long without a change, what nobody looks at while a finger moves follows.
pub const REST: Duration = Duration::from_millis(150);

/// What a signal holds, once it has been at rest for a moment: for what is below the screen or only heard.
pub fn at_rest<T: Clone + Send + Sync + 'static>(source: Signal<T>) -> ReadSignal<T> {
    let (rested, follow) = signal(source.get_untracked());
    let view = Alive::here();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        source.track();
        if before.is_some() {
            let next = view.after(REST, move || follow.set(source.get_untracked()));
            waiting.update_value(|waiting| _ = std::mem::replace(waiting, next).inspect(TimeoutHandle::clear));
        }
    });
    rested
}
