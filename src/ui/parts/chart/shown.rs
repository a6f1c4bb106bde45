//! The drawing with the cursor on it and the figures there, and the same figures as a table.

use leptos::{ev, prelude::*};

use super::super::{Figure, live, on, shown};
use super::{Card, go};
use crate::charts::DataTable;
use crate::drawing::pen::Area;
use crate::i18n::charts::ChartWords;
use crate::ui::browser::element;

/// The drawing, the cursor on it and the figures there.
pub fn picture(card: Card, summary: Signal<String>) -> AnyView {
    let w = ChartWords::of(card.session.lang());
    let view_id = format!("{}-view", card.id);
    // Axes around nothing would show figures that nobody calculated.
    let is_empty =
        move || card.drawing.with(|drawing| drawing.as_ref().is_some_and(|drawing| drawing.stops.is_empty()));
    let svg = Signal::derive(move || {
        let drawing = card.drawing.with(|drawing| drawing.as_ref().map(|drawing| drawing.svg.clone()));
        drawing.filter(|_| !is_empty()).unwrap_or_default()
    });
    // Known before it is laid out, so that no other size is asked for what lies in it.
    let height = move || {
        let height = card.drawing.with(|drawing| drawing.as_ref().map(|drawing| drawing.height));
        height.filter(|_| !is_empty()).map(|height| format!("{height}px"))
    };
    let stop = move || {
        let at = card.at.get()?;
        card.drawing.with(|drawing| drawing.as_ref().and_then(|drawing| drawing.stops.get(at).copied()))
    };
    let side = move |pick: fn(Area) -> f64| live(move || stop().map(|stop| format!("{:.1}px", pick(stop))));
    let point = move |event: ev::PointerEvent| {
        let Some(view) = element::around(event.target(), ".chart-view") else { return };
        let place = element::rect(&view);
        let (x, y) = (f64::from(event.client_x()) - place.left, f64::from(event.client_y()) - place.top);
        let nearest = card.drawing.with_untracked(|drawing| drawing.as_ref().and_then(|drawing| drawing.nearest(x, y)));
        go(card, nearest);
    };
    view! {
        <div
            class="chart-view"
            id=view_id
            role="img"
            tabindex="0"
            aria-label=live(move || summary.get())
            aria-description=w.chart_keys
            style:height=live(height)
            on:pointermove=on(point)
            on:pointerleave=on(move |_| go(card, None))
            on:blur=on(move |_| go(card, None))
        >
            <Figure svg class="chart-drawing" drawn=card.drawn />
            {shown(is_empty, move || view! { <p class="chart-none">{live(move || summary.get())}</p> })}
            <div
                class=live(move || if stop().is_some_and(|stop| stop.w > 0.0) { "chart-cursor" } else { "chart-cursor line" })
                hidden=live(move || stop().is_none())
                style:left=side(|stop| stop.x)
                style:top=side(|stop| stop.y)
                style:width=side(|stop| stop.w.max(1.0))
                style:height=side(|stop| stop.h)
            ></div>
        </div>
        <div class=live(move || readout_class(card, stop())) style:top=live(move || stop().and_then(below)) role="status">
            {live(move || card.at.get().map(|at| readout(&card.chart.get().table(), at)))}
        </div>
    }
    .into_any()
}

/// Beside a row there is no room for its figures: they stand below it.
fn below(stop: Area) -> Option<String> {
    (stop.w > stop.h).then(|| format!("{:.1}px", stop.y + stop.h + 4.0))
}

/// The figures stand on the side where the cursor is not.
fn readout_class(card: Card, stop: Option<Area>) -> String {
    let width = card.drawing.with(|drawing| {
        let last = drawing.as_ref().and_then(|drawing| drawing.stops.last().copied());
        last.map_or(0.0, |stop| stop.x + stop.w)
    });
    let left = stop.is_some_and(|stop| stop.x + stop.w / 2.0 > width / 2.0);
    if left { "chart-readout at-left" } else { "chart-readout" }.into()
}

fn readout(table: &DataTable, at: usize) -> AnyView {
    let Some(row) = table.rows.get(at) else { return ().into_any() };
    let told = table.columns.iter().skip(1).zip(&row.values).filter(|(_, cell)| !cell.text.is_empty());
    view! {
        <p class="chart-readout-name">{row.name.text.clone()}</p>
        {told
            .map(|(name, cell)| {
                view! {
                    <p class="chart-readout-line">
                        <span>{name.clone()}</span>
                        " "
                        <b>{cell.text.clone()}</b>
                    </p>
                }
                .into_any()
            })
            .collect::<Vec<_>>()}
    }
    .into_any()
}

/// The figures as a table.
pub fn table(card: Card, title: Signal<String>) -> AnyView {
    let rows = move || {
        let table = card.chart.get().table();
        let head = table.columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any());
        let rows = table.rows.into_iter().map(|row| {
            let cells = row.values.into_iter().map(|cell| view! { <td>{cell.text}</td> }.into_any());
            view! { <tr><th scope="row">{row.name.text}</th>{cells.collect::<Vec<_>>()}</tr> }.into_any()
        });
        view! {
            <table>
                <thead><tr>{head.collect::<Vec<_>>()}</tr></thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <div class="chart-table" id=format!("{}-view", card.id) role="region" tabindex="0" aria-label=live(move || title.get())>
            {live(rows)}
        </div>
    }
    .into_any()
}
