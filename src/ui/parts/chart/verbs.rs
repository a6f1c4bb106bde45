//! What the verbs of a chart do.

use leptos::prelude::*;

use super::files::{drawn, file_name, hand_out, save_csv};
use super::{AtChart, save_png};
use crate::ui::browser::element;
use crate::ui::commands::ChartVerb;

/// Does it.
pub fn act(verb: ChartVerb, at: AtChart) {
    match verb {
        ChartVerb::Table => turn(at),
        ChartVerb::Svg => hand_out(at.card, &file_name(at.card, at.title, "svg"), "image/svg+xml", &drawn(at).svg),
        ChartVerb::Png => save_png(at.card.session, drawn(at), file_name(at.card, at.title, "png")),
        ChartVerb::Csv => save_csv(at.card, at.title),
    }
}

/// Shows the figures, or the picture again. What had the keyboard is gone with the view; the other view takes it over.
fn turn(at: AtChart) {
    let card = at.card;
    let had_keyboard = element::find(&format!("#{}-view:focus-within", card.id)).is_some();
    card.tabled.update(|tabled| *tabled = !*tabled);
    card.at.set(None);
    if had_keyboard {
        element::soon(format!("#{}-view", card.id), |view| element::focus(&view));
    }
}
