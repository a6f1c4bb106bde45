//! A chart with its name, its figures under the cursor and as a table, and files of it.

use std::sync::Arc;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::{ev, html, prelude::*};
use web_sys::Element;

use super::{Figure, Icon, Item, Menus, REST, Sign, live, notify_handed, on, redraw, save_png, shown};
use crate::charts::{self, Chart, DataTable, Drawing, Surface};
use crate::drawing::pen::Area;
use crate::drawing::{Look, Picture};
use crate::handover::chart::{ChartId, Titled};
use crate::i18n::charts::ChartWords;
use crate::tables::export;
use crate::ui::alive::Alive;
use crate::ui::browser::{element, file, print};
use crate::ui::session::{Session, use_session};

/// A chart, whatever its kind.
type Figures = Arc<dyn Chart + Send + Sync>;

/// A file is at least and at most as wide as this, whatever the screen.
const FILE_WIDTH: (f64, f64) = (520.0, 960.0);

/// How wide a chart is on paper: over the page, or beside another one.
const PAPER_WIDTH: (f64, f64) = (700.0, 340.0);

/// On paper a chart is no higher than one of this width, so that two of them fit below the finding.
const PAPER_HEIGHT_OF: f64 = 400.0;

/// What the pieces of one card share.
#[derive(Clone, Copy)]
struct Card {
    id: &'static str,
    session: Session,
    /// Built once a change, whoever looks at it.
    chart: Memo<Figures>,
    drawing: RwSignal<Option<Drawing>>,
    /// What the page shows of it: on paper it is drawn for another width.
    drawn: StoredValue<String>,
    /// The row under the cursor.
    at: RwSignal<Option<usize>>,
    tabled: RwSignal<bool>,
}

/// A chart with its words, put together once a change, whoever looks at it.
pub fn titled(build: impl Fn() -> Titled + Send + Sync + 'static) -> Memo<Titled> {
    // Charts are not compared: what they are made of changed, or this would not run.
    Memo::new_with_compare(move |_| build(), |_, _| true)
}

/// A card with a chart whose words change together with it.
#[component]
pub fn TitledChart(
    /// Which one.
    id: ChartId,
    /// The chart with its words.
    of: Memo<Titled>,
    /// The menu of the screen.
    menus: Menus,
) -> impl IntoView {
    view! {
        <ChartCard
            id
            title=Signal::derive(move || of.with(|of| of.title.clone()))
            subtitle=Signal::derive(move || of.with(|of| of.subtitle.clone()))
            summary=Signal::derive(move || of.with(|of| of.summary.clone()))
            chart=Signal::derive(move || of.with(|of| of.chart.clone()))
            menus
        />
    }
}

/// A card with a chart.
#[component]
pub fn ChartCard(
    /// Which one.
    id: ChartId,
    /// Its title, and the name of its files.
    #[prop(into)]
    title: Signal<String>,
    /// What is counted, in which unit, and what a band is.
    #[prop(into)]
    subtitle: Signal<String>,
    /// What it says, as a sentence: for those who cannot see it.
    #[prop(into)]
    summary: Signal<String>,
    /// The chart.
    #[prop(into)]
    chart: Signal<Figures>,
    /// How high it is drawn, where its own height does not fit.
    #[prop(optional)]
    height: Option<f64>,
    /// The menu of the screen.
    menus: Menus,
) -> impl IntoView {
    let session = use_session();
    let w = ChartWords::of(session.lang());
    let id = id.name();
    let node = NodeRef::<html::Div>::new();
    let card = Card {
        id,
        session,
        chart: Memo::new_with_compare(move |_| chart.get(), |_, _| true),
        drawing: RwSignal::new(None),
        drawn: StoredValue::new(String::new()),
        at: RwSignal::new(None),
        tabled: RwSignal::new(false),
    };
    let here = Signal::derive_local(move || node.get().map(|node| Element::from((*node).clone())));
    let size = element::size_of(here);
    draw_each_frame(card, size, element::in_view(here), height);
    draw_for_paper(card, node, height);
    let button_id = format!("{id}-files");
    let menus = menus.within();
    let open_menu = {
        let button_id = button_id.clone();
        move |_| {
            let items = vec![
                Item::new(w.chart_as_svg, move || {
                    let picture = drawn(card, title, subtitle, size, height);
                    hand_out(card, &file_name(card, title, "svg"), "image/svg+xml", &picture.svg);
                }),
                Item::new(w.chart_as_png, move || {
                    let picture = drawn(card, title, subtitle, size, height);
                    save_png(card.session, picture, file_name(card, title, "png"));
                }),
                Item::new(w.chart_as_csv, move || save_csv(card, title)),
            ];
            menus.below(&button_id, (w.download_chart)(&title.get_untracked()), items);
        }
    };
    view! {
        <section class="chart-card" aria-labelledby=format!("{id}-title") on:keydown=on(move |event| card_key(card, event))>
            <header class="chart-head">
                <h3 class="chart-title" id=format!("{id}-title")>{live(move || title.get())}</h3>
                <button
                    class="button quiet small icon-only"
                    aria-label=w.show_as_table
                    title=format!("{} (T)", w.show_as_table)
                    aria-pressed=live(move || card.tabled.get().to_string())
                    on:click=on(move |_| card.tabled.update(|tabled| *tabled = !*tabled))
                >
                    <Icon sign=Sign::Table />
                </button>
                {session.hands_out().then(|| {
                    view! {
                        <button
                            class="button quiet small icon-only"
                            id=button_id
                            aria-haspopup="menu"
                            aria-label=live(move || (w.download_chart)(&title.get()))
                            title=live(move || (w.download_chart)(&title.get()))
                            on:click=on(open_menu)
                        >
                            <Icon sign=Sign::Download />
                        </button>
                    }
                })}
                <p class="chart-subtitle">{live(move || subtitle.get())}</p>
            </header>
            <div class="chart-body" node_ref=node>
                {live(move || if card.tabled.get() { table(card, title) } else { picture(card, summary) })}
            </div>
        </section>
    }
}

/// Draws anew when the figures, the theme or the width change: once a frame at most, and where nobody looks, once the hand rests.
fn draw_each_frame(card: Card, size: ReadSignal<(f64, f64)>, is_seen: ReadSignal<bool>, height: Option<f64>) {
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
fn draw_for_paper(card: Card, node: NodeRef<html::Div>, height: Option<f64>) {
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

fn sheet(card: Card, chart: &dyn Chart, width: f64, height: Option<f64>) -> Surface {
    let look = if untrack(|| card.session.is_dark()) { Look::DARK } else { Look::LIGHT };
    Surface { width, height: height.unwrap_or_else(|| chart.height(width)), look, lang: card.session.lang().code() }
}

/// The drawing, the cursor on it and the figures there.
fn picture(card: Card, summary: Signal<String>) -> AnyView {
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
fn table(card: Card, title: Signal<String>) -> AnyView {
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

/// Puts the cursor on a row, or away.
fn go(card: Card, at: Option<usize>) {
    if card.at.get_untracked() != at {
        card.at.set(at);
    }
}

fn card_key(card: Card, event: ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let view_id = format!("{}-view", card.id);
    let on_view = element::around(event.target(), ".chart-view, .chart-table").is_some();
    let rows = card.drawing.with_untracked(|drawing| drawing.as_ref().map_or(0, |drawing| drawing.stops.len()));
    let walks = on_view && !card.tabled.get_untracked() && rows > 0;
    let now = card.at.get_untracked();
    match event.key().as_str() {
        _ if event.code() == "KeyT" => {
            card.tabled.update(|tabled| *tabled = !*tabled);
            card.at.set(None);
            if on_view {
                // What had the keyboard is gone with the view; the other view takes it over.
                element::soon(format!("#{view_id}"), |view| element::focus(&view));
            }
        }
        "ArrowRight" | "ArrowDown" if walks => go(card, Some(now.map_or(0, |at| (at + 1).min(rows - 1)))),
        "ArrowLeft" | "ArrowUp" if walks => go(card, Some(now.map_or(rows - 1, |at| at.saturating_sub(1)))),
        "Home" if walks => go(card, Some(0)),
        "End" if walks => go(card, Some(rows - 1)),
        "Escape" if walks && now.is_some() => go(card, None),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The chart with its title as it goes into a file.
fn drawn(
    card: Card,
    title: Signal<String>,
    subtitle: Signal<String>,
    size: ReadSignal<(f64, f64)>,
    height: Option<f64>,
) -> Picture {
    let chart = card.chart.get_untracked();
    let sheet = sheet(card, &*chart, size.get_untracked().0.clamp(FILE_WIDTH.0, FILE_WIDTH.1), height);
    charts::picture(&*chart, &sheet, &title.get_untracked(), &subtitle.get_untracked())
}

fn file_name(card: Card, title: Signal<String>, kind: &str) -> String {
    card.session.w().file_name(&title.get_untracked(), kind)
}

fn save_csv(card: Card, title: Signal<String>) {
    let text = export::sheet(card.session.lang(), &card.chart.get_untracked().table().rows());
    hand_out(card, &file_name(card, title, "csv"), "text/csv;charset=utf-8", &text);
}

fn hand_out(card: Card, name: &str, kind: &str, text: &str) {
    notify_handed(card.session, file::download(name, kind, text));
}
