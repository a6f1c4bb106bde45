//! What the page is hosted with: the choices in `config.json`, and the file that the address asks for.

use super::browser;
use crate::handover::site::config::{self, Config, Wrong};
use crate::handover::site::{self, Embed, NotOwnFile};
use crate::i18n::Lang;
use crate::i18n::travel::TravelWords;
use crate::route::{Route, Section, is_view, view_id};

/// The choices, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct Hosted {
    /// The choices; those of a file with mistakes are not used.
    pub config: Config,
    wrong: Vec<Wrong>,
    /// The file that is shown, beside the page; an address can ask for another than the choices.
    file: Option<Result<String, NotOwnFile>>,
}

impl Hosted {
    /// Those of this page.
    pub fn of_this_page() -> Self {
        let read = browser::hosted_choices().map_or_else(|| Ok(Config::default()), |text| config::read(&text));
        let (config, wrong) = match read {
            Ok(config) => (config, Vec::new()),
            Err(wrong) => (Config::default(), wrong),
        };
        let file = site::open(&browser::query()).transpose().or_else(|| config.open.clone().map(Ok));
        Hosted { config, wrong, file }
    }

    /// The language of the page, where one was chosen.
    pub fn lang(&self) -> Option<Lang> {
        Lang::of_code(self.config.lang?)
    }

    /// The file that is shown; `None` for a page that is the app.
    pub fn file(&self) -> Option<Result<String, NotOwnFile>> {
        self.file.clone()
    }

    /// The one part that is shown in another page; only where whoever hosts the page allows it.
    pub fn embed(&self) -> Option<Embed> {
        Embed::of(&browser::query()).filter(|_| self.config.embed)
    }

    /// Where an address leads: one that asks for nothing shows the file, and so does every other where it is all that there is
    /// to see.
    pub fn route(&self, hash: &str) -> Route {
        let asked = Route::parse(hash);
        let is_elsewhere = self.config.explore_only && !asked.engagement().is_some_and(is_view);
        if self.file.is_none() || !(hash.trim_start_matches('#').is_empty() || is_elsewhere) {
            return asked;
        }
        self.config.screen.unwrap_or(Section::Journey).of(view_id(None))
    }

    /// What is wrong with the choices, to be corrected by whoever hosts the page.
    pub fn mistakes(&self, words: &TravelWords) -> Option<String> {
        let wrong: Vec<String> = self.wrong.iter().map(words.config_error).collect();
        (!wrong.is_empty()).then(|| format!("{} {}", words.config_wrong, wrong.join(" ")))
    }
}
