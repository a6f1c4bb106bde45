//! A chart as it goes into files: a picture with its title, and its figures.

use leptos::prelude::*;

use super::super::notify_handed;
use super::drawn::sheet;
use super::{AtChart, Card};
use crate::charts;
use crate::drawing::Picture;
use crate::tables::export;
use crate::ui::browser::file;

/// A file is at least and at most as wide as this, whatever the screen.
const FILE_WIDTH: (f64, f64) = (520.0, 960.0);

/// The chart with its title as it goes into a file.
pub fn drawn(at: AtChart) -> Picture {
    let AtChart { card, title, subtitle, size, height } = at;
    let chart = card.chart.get_untracked();
    let sheet = sheet(card, &*chart, size.get_untracked().0.clamp(FILE_WIDTH.0, FILE_WIDTH.1), height);
    charts::picture(&*chart, &sheet, &title.get_untracked(), &subtitle.get_untracked())
}

pub fn file_name(card: Card, title: Signal<String>, kind: &str) -> String {
    card.session.w().file_name(&title.get_untracked(), kind)
}

pub fn save_csv(card: Card, title: Signal<String>) {
    let text = export::sheet(card.session.lang(), &card.chart.get_untracked().table().rows());
    hand_out(card, &file_name(card, title, "csv"), "text/csv;charset=utf-8", &text);
}

pub fn hand_out(card: Card, name: &str, kind: &str, text: &str) {
    notify_handed(card.session, file::download(name, kind, text));
}
