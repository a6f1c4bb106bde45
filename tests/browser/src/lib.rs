//! Drives the built app in three browsers over WebDriver: what its tests and its benchmark stand on.
//!
//! [`browser::Browser`] does what a person does, and finds things by role and name; [`map::Map`] and [`library::Library`] add
//! the words of the two screens. Nothing here knows how the app is made inside: only names, keys, files and what is shown.

pub mod browser;
pub mod document;
pub mod driver;
pub mod files;
pub mod frame;
pub mod keys;
pub mod library;
pub mod map;
pub mod pool;
pub mod runner;
pub mod site;
pub mod tabs;

use std::cell::Cell;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long something may take to come true before a test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest step in which something is waited for. What is not there at once takes longer the more often one looks.
const LONGEST_STEP: Duration = Duration::from_millis(100);

/// Waits in small steps that grow, but not for ever.
pub struct Patience {
    end: Instant,
    step: Cell<Duration>,
}

impl Default for Patience {
    fn default() -> Self {
        Patience { end: Instant::now() + PATIENCE, step: Cell::new(Duration::from_millis(10)) }
    }
}

impl Patience {
    /// Waits a moment. Says whether there is no more time for another.
    pub async fn is_over(&self) -> bool {
        sleep(self.step.get()).await;
        self.step.set(LONGEST_STEP.min(self.step.get().mul_f64(1.5)));
        Instant::now() > self.end
    }
}

/// Looks until what is seen is what is expected.
#[macro_export]
macro_rules! eventually {
    ($seen:expr, $expected:expr) => {{
        let patience = $crate::Patience::default();
        loop {
            match &$seen {
                seen if *seen == $expected => break,
                seen if patience.is_over().await => assert_eq!(*seen, $expected),
                _ => (),
            }
        }
    }};
}

/// Lists every named script for each browser, in the function `scripts` of its module; after `once:` those for which all
/// browsers are one.
#[macro_export]
macro_rules! in_three_browsers {
    ($($script:ident)* $(; once: $($single:ident)*)?) => {
        pub fn scripts() -> Vec<$crate::runner::Script> {
            use $crate::runner::Script;
            let each: Vec<Vec<Script>> = vec![
                $(Script::in_three_browsers(module_path!(), stringify!($script), |engine| Box::pin($script(engine))).into(),)*
                $($(vec![Script::in_one_browser(module_path!(), stringify!($single), |engine| Box::pin($single(engine)))],)*)?
            ];
            each.into_iter().flatten().collect()
        }
    };
}
