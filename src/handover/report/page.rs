//! What a report is made of, and the markup of its sections.

use chrono::NaiveDate;

use crate::handover::economy::Economy;
use crate::i18n::Lang;
use crate::model::Engagement;
use crate::plain::is_xml;

/// What a report is made of.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The project, as its people agreed to be quoted.
    pub engagement: &'a Engagement,
    /// The text of its file, where it goes along.
    pub project: Option<&'a str>,
    /// Its economics, if it has any.
    pub economy: Option<&'a Economy>,
    /// The day on which the report is made.
    pub date: NaiveDate,
    /// The language.
    pub lang: Lang,
}

/// A section.
pub struct Section {
    /// Its name in addresses.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The whole of it.
    pub markup: String,
}

/// Markup that is being written.
#[derive(Default)]
pub struct Page(pub String);

impl Page {
    /// Markup of our own.
    pub fn markup(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// What somebody typed.
    pub fn words(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| is_xml(*letter)) {
            match letter {
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '&' => self.0.push_str("&amp;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                letter => self.0.push(letter),
            }
        }
    }

    /// An element with words in it; `attributes` are our own.
    pub fn element(&mut self, name: &str, attributes: &str, text: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        self.markup(&format!("<{name}{space}{attributes}>"));
        self.words(text);
        self.markup(&format!("</{name}>\n"));
    }

    /// The head of a table: each column with whether figures stand in it.
    pub fn table(&mut self, columns: &[(&str, bool)]) {
        self.markup("<div class=\"wide\">\n<table>\n<thead><tr>");
        for (column, figures) in columns {
            self.element("th", if *figures { "scope=\"col\" class=\"figure\"" } else { "scope=\"col\"" }, column);
        }
        self.markup("</tr></thead>\n<tbody>\n");
    }

    /// The end of a table.
    pub fn end_table(&mut self) {
        self.markup("</tbody>\n</table>\n</div>\n");
    }
}

/// The beginning of a section.
pub(super) fn begin(id: &str, class: &str, title: &str) -> Page {
    let mut page = Page::default();
    page.markup(&format!("<section id=\"{id}\" class=\"{class}\">\n"));
    // On paper a map has its title on its pages.
    page.element("h2", if class.is_empty() { "" } else { "class=\"screen\"" }, title);
    page
}
