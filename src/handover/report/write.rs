//! The page around the sections.

use super::inside::element;
use super::page::{Page, Report};
use super::sections;
use crate::i18n::figures;
use crate::i18n::speech::title_or;
use crate::i18n::travel::TravelWords;

/// The style of the page: all that its policy allows.
pub const STYLE: &str = include_str!("style.css");

/// The SHA-256 of the style, as the policy names it.
const STYLE_HASH: &str = "sha256-07HM2i+K5fI3EEW0SOQH1vF0BK7zXcwSUcb7I/Y/Bks=";

/// The report as one page. Whatever people typed is only ever text in it.
pub fn write(report: &Report) -> String {
    let (words, travel) = (report.lang.words(), TravelWords::of(report.lang));
    let head = report.engagement.head();
    let title = title_or(&head.title, words.untitled_engagement);
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
