//! The words of the library: engagements, and the ways in and out.

use std::ops::Deref;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::document;
use crate::driver::Engine;
use crate::eventually;
use crate::map::Map;

/// A browser that shows the library.
pub struct Library(Browser);

impl Deref for Library {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.0
    }
}

impl Library {
    /// The empty library of a browser that has stored nothing.
    pub async fn empty(engine: Engine) -> Self {
        let browser = Browser::start(engine).await;
        browser.open("/").await;
        Library(browser)
    }

    /// A library with these documents in its storage: ids and texts.
    pub async fn with(engine: Engine, documents: &[(&str, &str)]) -> Self {
        let browser = Browser::start(engine).await;
        browser.store_first(documents).await;
        browser.open("/").await;
        // What the library doesn't know yet it reads.
        eventually!(browser.shows(".later").await, false);
        Library(browser)
    }

    /// The library that a browser shows.
    pub fn of(browser: Browser) -> Self {
        Library(browser)
    }

    /// The browser, wherever it goes next.
    pub fn into_browser(self) -> Browser {
        self.0
    }

    /// The titles of the engagements, in the order shown.
    pub async fn titles(&self) -> Vec<String> {
        let script = "return [...(document.querySelector('main ul')?.children ?? [])].map((tile) => named(all('link')
            .find((link) => tile.contains(link))))";
        self.js(script, json!([])).await
    }

    /// Opens the menu of an engagement and chooses a line.
    pub async fn choose_in_menu(&self, title: &str, line: &str) {
        self.click(("button", format!("More: {title}").as_str())).await;
        self.click(("menu menuitem", line)).await;
    }

    /// Opens an engagement.
    pub async fn enter(self, title: &str) -> Map {
        self.click(("link", title)).await;
        Map::of(self.0).await
    }

    /// What is stored of the engagements, without who wrote it when; in any order.
    pub async fn stored_engagements(&self) -> Vec<Value> {
        let mut engagements = Vec::new();
        for key in self.stored_keys(&document::key("")).await {
            let text = self.stored(&key).await.expect("a key that was just listed");
            let document: Value = serde_json::from_str(&text).expect("what is stored is JSON");
            engagements.push(document["engagement"].clone());
        }
        engagements
    }
}
