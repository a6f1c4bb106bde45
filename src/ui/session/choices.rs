//! What somebody chose, such as the language and the theme, and what is only looked at, where no choice is kept.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Session, Theme};
use crate::ui::browser::shelf;

impl Session {
    /// Switches to the next language and keeps the choice.
    pub fn switch_language(self) {
        let lang = self.lang.get_untracked().next();
        self.lang.set(lang);
        self.keep_choice("language", lang);
    }

    /// Whether the page is dark, by choice or by the system.
    pub fn is_dark(self) -> bool {
        self.theme.get().map_or_else(|| self.system_dark.get(), |theme| theme == Theme::Dark)
    }

    /// Switches to the other theme and keeps the choice.
    pub fn switch_theme(self) {
        let theme = if untrack(|| self.is_dark()) { Theme::Light } else { Theme::Dark };
        self.theme.set(Some(theme));
        self.keep_choice("theme", theme);
    }

    /// A choice that was kept in this browser; none while something is only looked at, which knows nothing of its reader.
    pub fn choice<T: DeserializeOwned>(self, name: &str) -> Option<T> {
        if self.previews.get_value() { None } else { shelf::choice(name) }
    }

    /// Keeps a choice in this browser, unless something is only looked at.
    pub fn keep_choice(self, name: &str, value: impl Serialize) {
        if !self.previews.get_value() {
            shelf::keep_choice(name, value);
        }
    }

    /// Something is only looked at from now on, for as long as the running view is there.
    pub fn preview(self) {
        self.previews.set_value(true);
        on_cleanup(move || _ = self.previews.try_set_value(false));
    }

    /// What was looked at is kept from now on, and so is how it was looked at.
    pub fn end_preview(self) {
        if self.previews.get_value() {
            self.previews.set_value(false);
            self.keep_choice("language", self.lang());
            if let Some(theme) = self.theme.get_untracked() {
                self.keep_choice("theme", theme);
            }
        }
    }
}
