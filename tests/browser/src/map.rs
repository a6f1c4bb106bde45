//! The words of a journey map: cells, cards, stages, lanes, the emotion curve.

use std::ops::Deref;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::{Engine, Wish};
use crate::{document, eventually};

/// A browser that shows a map.
pub struct Map(Browser);

impl Deref for Map {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.0
    }
}

/// The selector of a cell, by the numbers of its stage and its lane.
pub fn cell(stage: usize, lane: usize) -> String {
    format!("[data-cell='{stage},{lane}']")
}

impl Map {
    /// A new map in a browser that has stored nothing: the keyboard is in its first cell.
    pub async fn fresh(engine: Engine) -> Self {
        Self::fresh_for(engine, Wish::default()).await
    }

    /// A new map in a browser that has stored nothing, for a person with wishes.
    pub async fn fresh_for(engine: Engine, wish: Wish) -> Self {
        let browser = Browser::start_for(engine, wish).await;
        browser.open("/").await;
        browser.press("n").await;
        Self::of(browser).await
    }

    /// The map of a document that lies in the storage already.
    pub async fn stored(engine: Engine, document: &Value) -> Self {
        let browser = Browser::start(engine).await;
        browser.store_first(&[("stored", &document.to_string())]).await;
        browser.open("/#/e/stored/journey").await;
        Self::of(browser).await
    }

    /// The map that a browser shows.
    pub async fn of(browser: Browser) -> Self {
        browser.sees("[role=grid]").await;
        eventually!(browser.keyboard().await.is_empty(), false);
        Map(browser)
    }

    /// The browser, wherever it goes next.
    pub fn into_browser(self) -> Browser {
        self.0
    }

    /// The texts of the cards in a cell, top to bottom.
    pub async fn cards(&self, stage: usize, lane: usize) -> Vec<String> {
        let script = "return [...document.querySelectorAll(`${arguments[0]} [data-card]`)].map((card) => card.ariaLabel ?? said(card).trim())";
        self.js(script, json!([cell(stage, lane)])).await
    }

    /// How many cards the map holds: those that are shown, and those that a crowded cell says it holds more.
    pub async fn card_count(&self) -> usize {
        let script = "const more = [...document.querySelectorAll('.more')].filter(shown).map((more) => Number(more.textContent.match(/\\d+/)));
            return more.reduce((sum, one) => sum + one, [...document.querySelectorAll('[data-card]')].filter(shown).length)";
        self.js(script, json!([])).await
    }

    /// The names of the stages, first to last.
    pub async fn stages(&self) -> Vec<String> {
        let script = "return all('columnheader').slice(1).map((head) => head.innerText.split('\\n')[0].trim())";
        self.js(script, json!([])).await
    }

    /// The names of the lanes that are shown, top to bottom.
    pub async fn lanes(&self) -> Vec<String> {
        self.js("return all('rowheader').map((head) => head.innerText.trim())", json!([])).await
    }

    /// Goes to a cell with the arrow keys, from wherever on the grid the keyboard is.
    pub async fn walk_to(&self, stage: usize, lane: usize) {
        self.js::<()>("document.querySelector(arguments[0]).focus()", json!([cell(stage, lane)])).await;
    }

    /// Clicks the card with a text.
    pub async fn choose(&self, card: &str) {
        self.click(("option", card)).await;
    }

    /// Opens the command palette and types into it; its first line is chosen then.
    pub async fn find_in_palette(&self, letters: &str) {
        self.press("Alt+p").await;
        eventually!(self.keyboard().await, "combobox: Commands and places");
        self.write(letters).await;
        eventually!(self.attribute("#palette-0", "aria-selected").await, Some("true".into()));
    }

    /// What the emotion point of a stage says.
    pub async fn emotion(&self, stage: &str) -> String {
        let name = format!("Emotion, {stage}");
        self.attribute(("slider", name.as_str()), "aria-valuetext").await.unwrap_or_default()
    }

    /// Opens the menu of a stage, a lane or an engagement by its button, and chooses a line.
    pub async fn choose_in_menu(&self, button: &str, line: &str) {
        self.click(("button", button)).await;
        self.choose_line(line).await;
    }

    /// Chooses a line of the open menu.
    pub async fn choose_line(&self, line: &str) {
        self.click(("menu menuitem", line)).await;
    }

    /// A text of which nobody knows where it came from, made of what lies under `stored` now: one card says "From the right" in it.
    pub async fn stranger(&self) -> String {
        let stored = self.stored(&document::key("stored")).await.expect("it is stored");
        let mut theirs: Value = serde_json::from_str(&stored).expect("JSON");
        theirs["revision"] = json!(theirs["revision"].as_u64().expect("a revision") + 9);
        theirs["writer"] = json!("another tab");
        let cards = theirs["engagement"]["cards"].as_object_mut().expect("cards");
        cards.values_mut().next().expect("a card")["text"] = json!("From the right");
        theirs.to_string()
    }

    /// Puts such a text in the place of what this tab stored.
    pub async fn store_a_stranger(&self) {
        let theirs = self.stranger().await;
        self.store(&document::key("stored"), &theirs).await;
    }

    /// Meets a stranger's text, and types into the card that both have: the two versions part, this tab goes on with its own.
    pub async fn parts_from_a_stranger(&self) {
        // The alert pushes the map down, at any moment: a click must not meet it.
        self.choose("Card number 1").await;
        self.store_a_stranger().await;
        self.press("F2 Ctrl+a").await;
        self.write("From the left").await;
        self.press("Enter").await;
        self.is_alerted("Both versions are kept").await;
    }

    /// Takes the last step back by the toast that tells of it.
    pub async fn undo_by_toast(&self) {
        self.click(("status button", "Undo")).await;
    }

    /// Waits until everything is saved.
    pub async fn is_saved(&self) {
        eventually!(self.words(("status", "Save state")).await, "Saved");
    }

    /// The id of the engagement that is open.
    pub async fn id(&self) -> String {
        self.js("return location.hash.split('/')[2]", json!([])).await
    }
}
