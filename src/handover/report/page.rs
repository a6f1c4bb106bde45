//! The page and what stands around its sections.

use chrono::NaiveDate;

use super::inside::element;
use super::sections;
use crate::exchange::plain::is_xml;
use crate::handover::economy::Economy;
use crate::i18n::travel::TravelWords;
use crate::i18n::{Lang, figures};
use crate::model::Engagement;

/// The style of the page: all that its policy allows.
pub const STYLE: &str = include_str!("style.css");

/// The SHA-256 of the style, as the policy names it.
const STYLE_HASH: &str = "sha256-KEMuxOozfUp3eUT8y3BLWm6EgTfkGXPFteaUKp5iPEk=";

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

/// The report as one page. Whatever people typed is only ever text in it.
pub fn write(report: &Report) -> String {
    let (words, travel) = (report.lang.words(), TravelWords::of(report.lang));
    let head = report.engagement.head();
    let title = words.title_or(&head.title, words.untitled_engagement);
    let mut page = Page::default();
    page.markup(&format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n",
        report.lang.code()
    ));
    let policy = format!("default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'");
    page.markup(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"/>\n"));
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    page.markup("<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    page.element("title", "", title);
    page.markup(&format!("<style>{STYLE}</style>\n</head>\n<body>\n"));
    let date = figures::date(report.lang, report.date);
    let made = (travel.made_on)(&date);
    page.markup("<header class=\"screen\">\n");
    page.element("h1", "", title);
    if !head.about.trim().is_empty() {
        page.element("p", "", &head.about);
    }
    page.element("p", "class=\"note\"", &made);
    page.markup("</header>\n");
    let sections = sections::all(report);
    page.markup(&format!("<nav aria-label=\"{}\">\n<ol>\n", travel.contents));
    for section in &sections {
        page.markup(&format!("<li><a href=\"#{}\">", section.id));
        page.words(&section.title);
        page.markup("</a></li>\n");
    }
    page.markup("</ol>\n</nav>\n<main>\n");
    sections.iter().for_each(|section| page.markup(&section.markup));
    page.markup("</main>\n<footer class=\"note\">\n");
    page.element("p", "", if report.project.is_some() { travel.open_again } else { &made });
    page.markup("</footer>\n");
    report.project.into_iter().for_each(|project| page.markup(&element(project)));
    page.markup("</body>\n</html>\n");
    page.0
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
