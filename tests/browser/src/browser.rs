//! What a person does in a browser: goes somewhere, presses keys, clicks and drags, looks.

use std::cell::Cell;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::actions::{Actions, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::error::CmdError;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::sleep;

use crate::driver::{Ask, Engine, Wish};
use crate::pool::Seat;
use crate::site::{self, Site};
use crate::{Patience, document, eventually, keys};

const FIND: &str = include_str!("find.js");

/// The window that tests begin with.
const WINDOW: (u32, u32) = (1280, 800);

/// So far from each other, in pixels, two clicks are no double click; a check box reaches as far from its middle.
const BESIDE: f64 = 6.0;

/// A thing on the page.
#[derive(Clone, Debug)]
pub struct Target(Value);

impl From<(&str, &str)> for Target {
    /// By role and accessible name; the role "status button" means a button in a status.
    fn from((role, name): (&str, &str)) -> Self {
        Target(json!([role, name]))
    }
}

impl From<&str> for Target {
    /// By a selector of the data attributes that never change.
    fn from(selector: &str) -> Self {
        Target(json!(selector))
    }
}

impl From<String> for Target {
    fn from(selector: String) -> Self {
        Target(json!(selector))
    }
}

/// A browser with one person before it.
pub struct Browser {
    /// The WebDriver session, for what only one test needs.
    pub client: Client,
    /// Which browser it is.
    pub engine: Engine,
    /// A folder for files of this person.
    pub folder: TempDir,
    /// Where it lives.
    pub site: Site,
    /// Where it was clicked last.
    clicked: Cell<(f64, f64)>,
    /// The browser ends with it, or is handed on.
    _seat: Seat,
}

impl Browser {
    /// Takes a browser, and starts the site.
    pub async fn start(engine: Engine) -> Self {
        Self::start_for(engine, Wish::default()).await
    }

    /// Takes a browser, for a person with wishes, and starts the site.
    pub async fn start_for(engine: Engine, wish: Wish) -> Self {
        let folder = tempfile::tempdir().expect("a folder for files");
        let site = site::serve(folder.path()).await;
        let (seat, client) = Seat::take(engine, wish).await;
        let browser = Browser { client, engine, folder, site, clicked: Cell::default(), _seat: seat };
        browser.resize(WINDOW.0, WINDOW.1).await;
        browser
    }

    /// Makes the inside of the window this large.
    pub async fn resize(&self, width: u32, height: u32) {
        let inside = async || self.js::<(u32, u32)>("return [innerWidth, innerHeight]", json!([])).await;
        let (inner_width, inner_height) = inside().await;
        if (inner_width, inner_height) == (width, height) {
            return;
        }
        let (_, _, outer_width, outer_height) = self.client.get_window_rect().await.expect("the window has a size");
        let (frame_width, frame_height) = (outer_width as u32 - inner_width, outer_height as u32 - inner_height);
        let resized = self.client.set_window_size(width + frame_width, height + frame_height).await;
        resized.expect("the window can be resized");
        eventually!(inside().await, (width, height));
    }

    /// The address of a place on the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.site.origin)
    }

    /// Goes to a place on the site and waits until the app shows it.
    pub async fn open(&self, path: &str) {
        self.client.goto(&self.address(path)).await.expect("the page loads");
        self.is_ready().await;
    }

    /// Goes to the library on a phone.
    pub async fn open_on_phone(&self) {
        self.resize(1280, 900).await;
        self.client.goto(&self.address(site::PHONE)).await.expect("the page loads");
        self.client.enter_frame(0).await.expect("the page holds a frame");
        self.is_ready().await;
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page loads");
        self.is_ready().await;
    }

    /// Waits until the app has taken the place of the loading state.
    pub async fn is_ready(&self) {
        eventually!(
            self.js::<bool>("return !document.querySelector('#start') && all('main').length > 0", json!([])).await,
            true
        );
    }

    /// Runs a script, with the helpers of `find.js` at hand.
    pub async fn js<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        let whole = format!("{FIND}\n{script}");
        let mut seen = self.client.execute(&whole, list(arguments.clone())).await;
        // WebKit's driver loses an answer now and then, as when the page goes meanwhile. What is only asked is asked again.
        let is_lost = |seen: &Result<Value, CmdError>| {
            seen.as_ref().is_err_and(|error| {
                let told = error.to_string();
                told.contains("Could not parse script result") || told.ends_with("webdriver returned error: ")
            })
        };
        let patience = Patience::default();
        while script.starts_with("return ") && is_lost(&seen) && !patience.is_over().await {
            seen = self.client.execute(&whole, list(arguments.clone())).await;
        }
        read(seen, script)
    }

    /// Types `letters` into the field that has the keyboard as an input method does, with the keys that such a one takes for
    /// itself; the last is the Enter that ends a word, as Safari sends it: behind the end, with the code 229. Drivers have no
    /// input methods, so the events are made by hand. Fails where one of the keys was taken for another, or the field is left.
    pub async fn compose(&self, letters: &str) {
        let script = "const field = document.activeElement, letters = arguments[0];
            const say = (event) => field.dispatchEvent(event);
            const key = (key, more) => say(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
            say(new CompositionEvent('compositionstart', { data: '', bubbles: true }));
            field.value = letters;
            say(new InputEvent('input', { data: letters, bubbles: true, isComposing: true }));
            const left = ['Enter', 'Escape', 'Tab', 'ArrowUp', 'ArrowDown'].map((name) => key(name, { isComposing: true }));
            say(new CompositionEvent('compositionend', { data: letters, bubbles: true }));
            left.push(key('Enter', { keyCode: 229 }));
            return [left, document.activeElement === field, field.value]";
        let seen: (Vec<bool>, bool, String) = self.js(script, json!([letters])).await;
        assert_eq!(seen, (vec![true; 6], true, letters.to_owned()), "left alone, where it was, as typed");
    }

    /// Runs a script and waits for the promise that it returns.
    pub async fn js_later<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        let whole = format!(
            "{FIND}\nconst done = arguments[arguments.length - 1];\n(async (...given) => {{ {script} }})(...arguments).then(done, (error) => done(`failed: ${{error}}`));"
        );
        let seen = self.client.execute_async(&whole, list(arguments)).await;
        read(seen, script)
    }

    /// As [`Browser::js_later`], for one that takes longer than a driver waits.
    pub async fn js_long<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        let whole = format!(
            "window.outcome = null;\n(async (...given) => {{ {script} }})(...arguments).then((end) => (window.outcome = [end]), (error) => (window.outcome = [`failed: ${{error}} ${{error?.stack}}`]));"
        );
        self.client.execute(&format!("{FIND}\n{whole}"), list(arguments)).await.expect("the script begins");
        loop {
            let outcome: Value =
                self.js("return window.outcome === undefined ? 'left' : window.outcome", json!([])).await;
            assert_ne!(outcome, "left", "the page of the script was left");
            if let Some(outcome) = outcome.get(0) {
                return read(Ok(outcome.clone()), script);
            }
            sleep(Duration::from_millis(100)).await;
        }
    }

    /// How many nodes and listeners the page holds once everything is collected that can be; `None` where the browser does not
    /// say. Only Chromium does.
    pub async fn held(&self) -> Option<(u64, u64)> {
        if self.engine != Engine::Chromium {
            return None;
        }
        let ask = async |method| {
            self.client.issue_cmd(Ask(method, json!({}))).await.unwrap_or_else(|error| panic!("{method}: {error}"))
        };
        // The console keeps what it advises on, such as a field for a passphrase outside a form; only a driven browser has one.
        ask("Runtime.discardConsoleEntries").await;
        ask("Log.clear").await;
        ask("HeapProfiler.collectGarbage").await;
        ask("HeapProfiler.collectGarbage").await;
        let counters = ask("Memory.getDOMCounters").await;
        Some((counters["nodes"].as_u64()?, counters["jsEventListeners"].as_u64()?))
    }

    /// Presses keys, such as `"Alt+ArrowRight Enter"`.
    pub async fn press(&self, chords: &str) {
        self.act(keys::chords(chords)).await;
    }

    /// Types a text.
    pub async fn write(&self, text: &str) {
        self.act(keys::letters(text)).await;
    }

    /// Types a text at so many letters a second.
    pub async fn write_at(&self, text: &str, rate: u32) {
        self.act(keys::letters_at(text, Duration::from_secs(1) / rate)).await;
    }

    /// Clicks something. Two clicks on one place come quicker here than by hand: the second goes beside it, or the browser would
    /// take both for a double click.
    pub async fn click(&self, target: impl Into<Target>) {
        let (mut x, y) = self.point(target).await;
        let (last_x, last_y) = self.clicked.get();
        if (x - last_x).abs() < BESIDE && (y - last_y).abs() < BESIDE {
            x = last_x + BESIDE;
        }
        self.clicked.set((x, y));
        self.act(click(pointer_to(x, y))).await;
    }

    /// Clicks something twice.
    pub async fn double_click(&self, target: impl Into<Target>) {
        let (x, y) = self.point(target).await;
        self.act(click(click(pointer_to(x, y)))).await;
    }

    /// Drags from one point of the window to another.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let steps = [0.1, 0.4, 0.7, 1.0];
        let held = pointer_to(from.0, from.1).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        let moved = steps.into_iter().fold(held, |actions, step| {
            let (x, y) = ((from.0 + (to.0 - from.0) * step).round(), (from.1 + (to.1 - from.1) * step).round());
            actions.then(PointerAction::MoveTo { duration: Some(Duration::from_millis(20)), x, y })
        });
        self.act(moved.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })).await;
    }

    /// The middle of something, once it is in view, at rest, and nothing lies over it.
    pub async fn point(&self, target: impl Into<Target>) -> (f64, f64) {
        let Target(target) = target.into();
        let patience = Patience::default();
        loop {
            // What has just been opened has its place in the next frame; what it moves has come to rest in the one after.
            let script = "await new Promise(requestAnimationFrame);
                const element = one(given[0]);
                if (!element) return null;
                element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
                const middle = () => {
                    const { left, top, width, height } = element.getBoundingClientRect();
                    return [Math.round(left + width / 2), Math.round(top + height / 2)];
                };
                const before = middle();
                await new Promise(requestAnimationFrame);
                const [x, y] = middle();
                const hit = document.elementFromPoint(x, y);
                const is_hit = hit && (element.contains(hit) || hit.contains(element));
                return is_hit && x === before[0] && y === before[1] ? [x, y] : null;";
            if let Some(point) = self.js_later::<Option<(f64, f64)>>(script, json!([target])).await {
                return point;
            }
            assert!(!patience.is_over().await, "nothing to point at: {target}; {}", self.overview().await);
        }
    }

    /// The place of something in the window: left, top, width, height.
    pub async fn place(&self, target: impl Into<Target>) -> (f64, f64, f64, f64) {
        let Target(target) = target.into();
        let script = "const { left, top, width, height } = one(arguments[0]).getBoundingClientRect();
            return [left, top, width, height];";
        self.js(script, json!([target])).await
    }

    /// Whether something is there.
    pub async fn shows(&self, target: impl Into<Target>) -> bool {
        self.js("return one(arguments[0]) !== null", json!([target.into().0])).await
    }

    /// Waits until something is there.
    pub async fn sees(&self, target: impl Into<Target>) {
        let target = target.into();
        let patience = Patience::default();
        while !self.shows(target.clone()).await {
            assert!(!patience.is_over().await, "does not show {}; {}", target.0, self.overview().await);
        }
    }

    /// The names of everything of a role.
    pub async fn names(&self, role: &str) -> Vec<String> {
        self.js("return all(arguments[0]).map(named)", json!([role])).await
    }

    /// The words that something shows, all in one line; empty when it is not there.
    pub async fn words(&self, target: impl Into<Target>) -> String {
        self.js("return tidy(one(arguments[0])?.innerText ?? '')", json!([target.into().0])).await
    }

    /// An attribute of something.
    pub async fn attribute(&self, target: impl Into<Target>, attribute: &str) -> Option<String> {
        self.js("return one(arguments[0])?.getAttribute(arguments[1]) ?? null", json!([target.into().0, attribute]))
            .await
    }

    /// What a field holds.
    pub async fn value(&self, target: impl Into<Target>) -> String {
        self.js("return one(arguments[0])?.value ?? ''", json!([target.into().0])).await
    }

    /// Waits until an alert says this, among other words.
    pub async fn is_alerted(&self, words: &str) {
        let patience = Patience::default();
        while !self.names("alert").await.iter().any(|alert| alert.contains(words)) {
            assert!(!patience.is_over().await, "no alert says {words:?}; {}", self.overview().await);
        }
    }

    /// Where the keyboard is, as role and name: "button: Undo".
    pub async fn keyboard(&self) -> String {
        self.js("return keyboard()", json!([])).await
    }

    /// What has been stored under a key.
    pub async fn stored(&self, key: &str) -> Option<String> {
        self.js("return localStorage.getItem(arguments[0])", json!([key])).await
    }

    /// Stores a text under a key, as another tab or an older visit would have done.
    pub async fn store(&self, key: &str, text: &str) {
        self.js("localStorage.setItem(arguments[0], arguments[1])", json!([key, text])).await
    }

    /// Everything that is stored: keys and texts, in the order of the keys.
    pub async fn all_stored(&self) -> Vec<(String, String)> {
        self.js("return Object.entries(localStorage).sort()", json!([])).await
    }

    /// What was typed and not used, as it is kept.
    pub async fn drafts(&self) -> String {
        let all = self.all_stored().await.into_iter();
        all.filter(|(key, _)| key.starts_with("orbita/draft/")).map(|(_, text)| text).collect()
    }

    /// Puts a file into the person's folder, or one below it, which is hosted together with the app.
    pub fn host(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }

    /// Stores documents, ids and texts, where the app will find them when it is opened first.
    pub async fn store_first(&self, documents: &[(&str, &str)]) {
        self.client.goto(&self.address(site::EMPTY)).await.expect("the page loads");
        for (id, text) in documents {
            self.store(&document::key(id), text).await;
        }
    }

    /// Fills the storage to the last letter. What undo needs beyond a reload would make room once more, so it goes.
    pub async fn fill_storage(&self) {
        self.js::<()>(FILL, json!([])).await
    }

    /// The keys under which something is stored and that begin so, in order.
    pub async fn stored_keys(&self, begin: &str) -> Vec<String> {
        let script = "return Object.keys(localStorage).filter((key) => key.startsWith(arguments[0])).sort()";
        self.js(script, json!([begin])).await
    }

    /// Does it, and holds the app to its promise that the keyboard never falls out of what is shown.
    async fn act(&self, actions: impl Into<Actions>) {
        let before = self.keyboard().await;
        self.client.perform_actions(actions).await.expect("the browser takes keys and pointer");
        if !before.is_empty() {
            let patience = Patience::default();
            while self.keyboard().await.is_empty() {
                if patience.is_over().await {
                    panic!("the keyboard fell out of the page; it was at {before:?}; {}", self.overview().await);
                }
            }
        }
    }

    /// What is on the page, for a message.
    async fn overview(&self) -> String {
        let script = "return `at ${location.href} with ${document.body.innerText.slice(0, 600)}`";
        self.js(script, json!([])).await
    }
}

const FILL: &str =
    "for (const key of Object.keys(localStorage)) if (key.startsWith('orbita/history/')) localStorage.removeItem(key);
    let piece = 1 << 22, filled = '';
    while (piece >= 1) {
        try {
            localStorage.setItem('junk', filled + ' '.repeat(piece));
            filled += ' '.repeat(piece);
        } catch {
            piece = Math.floor(piece / 2);
        }
    }";

fn list(arguments: Value) -> Vec<Value> {
    match arguments {
        Value::Array(list) => list,
        one => vec![one],
    }
}

fn read<T: DeserializeOwned>(seen: Result<Value, CmdError>, script: &str) -> T {
    let seen = seen.unwrap_or_else(|error| panic!("a script fails: {error}\n{script}"));
    serde_json::from_value(seen.clone()).unwrap_or_else(|error| panic!("unexpected {seen}: {error}\n{script}"))
}

fn pointer_to(x: f64, y: f64) -> MouseActions {
    MouseActions::new("mouse".into()).then(PointerAction::MoveTo { duration: None, x, y })
}

fn click(actions: MouseActions) -> MouseActions {
    actions
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })
}
