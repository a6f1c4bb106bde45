//! Browsers that wait for the next script: starting one costs more than most scripts do.

use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use fantoccini::Client;
use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::error::CmdError;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::json;

use crate::driver::{Ask, Driver, Engine, Wish};

/// How many browsers wait at most. The one that has waited longest makes room.
const MOST_WAITING: usize = 6;

static WAITING: Mutex<Option<Vec<Running>>> = Mutex::new(None);

fn waiting() -> MutexGuard<'static, Option<Vec<Running>>> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// While this lives, browsers wait for the next script. Dropped, it ends those that still wait.
pub struct Pool(());

impl Pool {
    /// Opens the one pool of this process.
    pub fn open() -> Self {
        waiting().get_or_insert_default();
        Pool(())
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        waiting().take();
    }
}

struct Running {
    engine: Engine,
    wish: Wish,
    client: Client,
    _driver: Driver,
}

impl Running {
    /// Leaves one empty window, and nothing of the script before. The next site is another origin: what was stored only takes
    /// up room.
    async fn empty(&self) -> Result<(), CmdError> {
        let windows = self.client.windows().await?;
        if let [first, further @ ..] = windows.as_slice()
            && !further.is_empty()
        {
            for window in further {
                self.client.switch_to_window(window.clone()).await?;
                self.client.close_window().await?;
            }
            self.client.switch_to_window(first.clone()).await?;
        }
        self.client
            .execute("try { localStorage.clear() } catch { /* not every page may store */ }", Vec::new())
            .await?;
        self.client.goto("about:blank").await?;
        if self.engine == Engine::Chromium {
            // A full list of places drops those that nobody clicked first: Back would lead to the script before.
            self.client.issue_cmd(Ask("Page.resetNavigationHistory", json!({}))).await?;
        }
        let corner = PointerAction::MoveTo { duration: None, x: 0.0, y: 0.0 };
        self.client.perform_actions(MouseActions::new("mouse".into()).then(corner)).await?;
        self.client.release_actions().await?;
        self.client.update_timeouts(TimeoutConfiguration::default()).await
    }
}

/// A browser in the hands of one script.
pub struct Seat(Option<Running>);

impl Seat {
    /// A browser that waits for such a person, or else a new one.
    pub async fn take(engine: Engine, wish: Wish) -> (Self, Client) {
        while let Some(running) = Self::waiting_for(engine, wish) {
            if running.empty().await.is_ok() {
                return Self::of(running);
            }
        }
        let (driver, client) = Driver::start(engine, wish).await;
        Self::of(Running { engine, wish, client, _driver: driver })
    }

    fn of(running: Running) -> (Self, Client) {
        let client = running.client.clone();
        (Seat(Some(running)), client)
    }

    fn waiting_for(engine: Engine, wish: Wish) -> Option<Running> {
        let mut waiting = waiting();
        let waiting = waiting.as_mut()?;
        let at = waiting.iter().rposition(|running| (running.engine, running.wish) == (engine, wish))?;
        Some(waiting.remove(at))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // A script that failed may have left anything behind: its browser ends here.
        if thread::panicking() {
            return;
        }
        if let (Some(waiting), Some(running)) = (waiting().as_mut(), self.0.take()) {
            waiting.push(running);
            if waiting.len() > MOST_WAITING {
                mem::drop(waiting.remove(0));
            }
        }
    }
}
