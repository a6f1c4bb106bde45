//! A chart with its name, its figures under the cursor and as a table, and files of it.

mod drawn;
mod files;
mod shown;
mod verbs;

use std::sync::Arc;

use leptos::{ev, html, prelude::*};
use web_sys::Element;

use self::drawn::{draw_each_frame, draw_for_paper};
use self::shown::{picture, table};
use self::verbs::act;
use super::{Icon, Item, Menus, Sign, live, on, save_png, verb_icon};
use crate::charts::{Chart, Drawing};
use crate::handover::chart::{ChartId, Titled};
use crate::i18n::charts::ChartWords;
use crate::ui::browser::element;
use crate::ui::commands::{ChartVerb, Verb, verb_of};
use crate::ui::session::{Session, use_session};

/// A chart, whatever its kind.
type Figures = Arc<dyn Chart + Send + Sync>;

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

/// A chart with what goes into its files.
#[derive(Clone, Copy)]
struct AtChart {
    card: Card,
    title: Signal<String>,
    subtitle: Signal<String>,
    /// The room that it has.
    size: ReadSignal<(f64, f64)>,
    /// How high it is drawn, where its own height does not fit.
    height: Option<f64>,
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
    let at = AtChart { card, title, subtitle, size, height };
    let button_id = format!("{id}-files");
    let menus = menus.within();
    let open_menu = {
        let button_id = button_id.clone();
        move |_| {
            let items = [ChartVerb::Svg, ChartVerb::Png, ChartVerb::Csv]
                .map(|verb| Item::new(verb.label(w), move || act(verb, at)));
            menus.below(&button_id, (w.download_chart)(&title.get_untracked()), items.to_vec());
        }
    };
    view! {
        <section class="chart-card" aria-labelledby=format!("{id}-title") on:keydown=on(move |event| card_key(at, event))>
            <header class="chart-head">
                <h3 class="chart-title" id=format!("{id}-title")>{live(move || title.get())}</h3>
                <button
                    class="button quiet small icon-only"
                    aria-label=ChartVerb::Table.label(w)
                    title=ChartVerb::Table.title(w)
                    aria-pressed=live(move || card.tabled.get().to_string())
                    on:click=on(move |_| act(ChartVerb::Table, at))
                >
                    {verb_icon(ChartVerb::Table)}
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

/// Puts the cursor on a row, or away.
fn go(card: Card, at: Option<usize>) {
    if card.at.get_untracked() != at {
        card.at.set(at);
    }
}

fn card_key(at: AtChart, event: ev::KeyboardEvent) {
    let card = at.card;
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let on_view = element::around(event.target(), ".chart-view, .chart-table").is_some();
    let rows = card.drawing.with_untracked(|drawing| drawing.as_ref().map_or(0, |drawing| drawing.stops.len()));
    let walks = on_view && !card.tabled.get_untracked() && rows > 0;
    let now = card.at.get_untracked();
    match event.key().as_str() {
        _ if verb_of::<ChartVerb>(&event) == Some(ChartVerb::Table) => act(ChartVerb::Table, at),
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
