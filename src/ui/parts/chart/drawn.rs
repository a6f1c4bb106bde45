//! When a chart is drawn, and for which width: on the screen once a frame at most, on paper as long as it is printed.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::{html, prelude::*};

use super::super::{REST, redraw};
use super::Card;
use crate::charts::{Chart, Surface};
use crate::drawing::Look;
use crate::ui::alive::Alive;
use crate::ui::browser::{element, print};

/// How wide a chart is on paper: over the page, or beside another one.
const PAPER_WIDTH: (f64, f64) = (700.0, 340.0);

/// On paper a chart is no higher than one of this width, so that two of them fit below the finding.
const PAPER_HEIGHT_OF: f64 = 400.0;

/// Draws anew when the figures, the theme or the width change: once a frame at most, and where nobody looks, once the hand rests.
pub fn draw_each_frame(card: Card, size: ReadSignal<(f64, f64)>, is_seen: ReadSignal<bool>, height: Option<f64>) {
    let view = Alive::here();
    let asked = StoredValue::new(false);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let wait = move |next: Option<TimeoutHandle>| {
        waiting.try_update_value(|waiting| std::mem::replace(waiting, next)).flatten().inspect(TimeoutHandle::clear);
    };
    let draw = move || {
        wait(None);
        if asked.get_value() {
            return;
        }
        asked.set_value(true);
        view.next_frame(move || {
            asked.set_value(false);
            let width = size.get_untracked().0;
            if width > 0.0 {
                let chart = card.chart.get_untracked();
                let drawing = chart.draw(&sheet(card, &*chart, width, height));
                let rows = drawing.stops.len();
                card.drawing.set(Some(drawing));
                if card.at.get_untracked().is_some_and(|at| at >= rows) {
                    card.at.set(None);
                }
            }
        });
    };
    Effect::new(move |_| {
        card.chart.track();
        size.track();
        card.session.is_dark();
        if is_seen.get_untracked() || card.drawing.with_untracked(Option::is_none) {
            draw();
        } else {
            wait(view.after(REST, draw));
        }
    });
    // Whoever comes to it sees it as it is.
    Effect::new(move |_| {
        if is_seen.get() && waiting.with_value(Option::is_some) {
            draw();
        }
    });
}

/// Paper is white, and of one width whatever the screen: the drawing is another one there, as long as the browser prints.
pub fn draw_for_paper(card: Card, node: NodeRef<html::Div>, height: Option<f64>) {
    let drawing_of = move || {
        let body = node.get_untracked()?;
        element::find_all(&body, ".chart-drawing").into_iter().next()
    };
    let before = move || {
        let Some(drawing) = drawing_of() else { return };
        let shares_a_row = drawing.closest(".chart-cell:not(.wide)").is_ok_and(|cell| cell.is_some());
        let width = if shares_a_row { PAPER_WIDTH.1 } else { PAPER_WIDTH.0 };
        let chart = card.chart.get_untracked();
        let height = height.unwrap_or_else(|| chart.height(width.min(PAPER_HEIGHT_OF)));
        let sheet = Surface { width, height, look: Look::LIGHT, lang: card.session.lang().code() };
        let drawn = chart.draw(&sheet);
        if !drawn.stops.is_empty() {
            redraw(&drawing, card.drawn, drawn.svg);
        }
    };
    let after = move || {
        let svg = card.drawing.with_untracked(|drawing| drawing.as_ref().map(|drawing| drawing.svg.clone()));
        if let Some(drawing) = drawing_of() {
            redraw(&drawing, card.drawn, svg.unwrap_or_default());
        }
    };
    let listeners = print::on_print(before, after);
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
}

pub fn sheet(card: Card, chart: &dyn Chart, width: f64, height: Option<f64>) -> Surface {
    let look = if untrack(|| card.session.is_dark()) { Look::DARK } else { Look::LIGHT };
    Surface { width, height: height.unwrap_or_else(|| chart.height(width)), look, lang: card.session.lang().code() }
}
