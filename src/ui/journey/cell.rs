//! A cell with its cards.

use leptos::attr::any_attribute::IntoAnyAttribute;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::class;

use super::board::{Board, element_id, use_board};
use super::evidence;
use crate::i18n::quote;
use crate::insight::pulse;
use crate::insight::walk::Spot;
use crate::model::journey::LaneKind;
use crate::model::quantity::CardId;
use crate::model::{Cell, Engagement, Key};
use crate::ui::parts::{each, live};

/// From how many cards on a cell that is not current hides what is behind the third.
const CROWD: usize = 5;

/// How many cards such a cell shows.
const FIRST: usize = CROWD - 2;

/// How many letters fit into the four lines that a card shows, however they break.
const SHORT: usize = 44;

/// A crossing of a stage and a lane that holds cards.
#[component]
pub fn CardCell(
    /// Which one.
    cell: Cell,
    /// What its lane holds.
    kind: LaneKind,
) -> impl IntoView {
    let board = use_board();
    let cards = Memo::new(move |_| {
        let read = |e: &Engagement| e.stage(cell.stage).map(|stage| stage.cards(cell.lane).to_vec());
        board.desk.read(Key::Stage(cell.stage), read).unwrap_or_default()
    });
    let count = Memo::new(move |_| cards.with(Vec::len));
    let is_crowded = Memo::new(move |_| count.get() >= CROWD);
    // What is hidden is built when somebody first comes to its cell: of a large map it is the most.
    let is_whole =
        Memo::new(move |was: Option<&bool>| was == Some(&true) || !is_crowded.get() || board.cell.get() == Some(cell));
    let built = move || {
        if is_whole.get() {
            return cards.get();
        }
        // What is found is shown wherever it stands.
        let is_shown = |(at, card): &(usize, &CardId)| *at < FIRST || board.finder.is_found(**card);
        cards.with(|cards| cards.iter().enumerate().filter(is_shown).map(|(_, card)| *card).collect())
    };
    let more = move || {
        let is_hidden = |card: &&CardId| !board.finder.is_found(**card);
        let hidden =
            if is_crowded.get() { cards.with(|cards| cards[FIRST..].iter().filter(is_hidden).count()) } else { 0 };
        (hidden > 0).then(|| view! { <span class="more">{(board.mw().more_cards)(hidden)}</span> }.into_any())
    };
    let id = element_id(Spot::Cell(cell));
    let labelled_by = id.clone();
    let is_here = board.is_at(Spot::Cell(cell));
    view! {
        <div
            role="gridcell"
            id=id
            class="cell"
            class:crowded=live(move || is_crowded.get())
            class:current=board.cursor().and_then(|spot| board.cell_of(spot)) == Some(cell)
            data-cell=live(move || place(board, cell))
            aria-label=live(move || name(board, cell))
            tabindex=if is_here { "0" } else { "-1" }
        >
            <div
                class="cards"
                role=live(move || (count.get() > 0).then_some("listbox"))
                aria-multiselectable=live(move || (count.get() > 0).then_some("true"))
                aria-labelledby=labelled_by
            >
                {each(built, move |card| view! { <CardView card kind /> })}
            </div>
            {live(more)}
        </div>
    }
}

/// "{stage number},{lane number}", both counted from 1 among what is shown.
pub fn place(board: Board, cell: Cell) -> String {
    let lane = board.lanes.with(|lanes| lanes.iter().position(|&lane| lane == cell.lane).map_or(0, |at| at + 1));
    format!("{},{lane}", board.stage_number(cell.stage))
}

/// "{lane}, {stage}".
pub fn name(board: Board, cell: Cell) -> String {
    format!("{}, {}", board.lane_name(cell.lane), board.stage_name(cell.stage))
}

/// A card, as its lane shows it.
#[component]
fn CardView(
    /// Which one.
    card: CardId,
    /// What its lane holds.
    kind: LaneKind,
) -> impl IntoView {
    let board = use_board();
    let text =
        move || board.desk.read(Key::Card(card), |e| e.card(card).map(|card| card.text.clone())).unwrap_or_default();
    let class = live(move || if may_be_cut(&text()) { "card-text long" } else { "card-text" });
    let words = match kind {
        LaneKind::Thoughts => {
            let lang = board.session.lang();
            view! { <span class=class dir="auto">{live(move || quote::quoted(lang, &text()))}</span> }.into_any()
        }
        LaneKind::Pulse => {
            let figure = live(move || pulse::split(&text()).0.to_owned());
            let label = live(move || pulse::split(&text()).1.to_owned());
            view! { <span class=class dir="auto"><b>{figure}</b>" "{label}</span> }.into_any()
        }
        _ => view! { <span class=class dir="auto">{live(text)}</span> }.into_any(),
    };
    let is_friction = kind == LaneKind::Friction;
    let is_here = board.is_at(Spot::Card(card));
    // Most cards follow nothing but their words: they are many.
    let extra = if kind == LaneKind::Thoughts {
        // The name of a card is what was typed, without the marks that are put around it.
        vec![custom_attribute("aria-label", live(text)).into_any_attr()]
    } else if is_friction {
        let open = live(move || board.open_friction.get() == Some(card));
        let score = live(move || score_words(board, card));
        vec![class::class(("open", open)).into_any_attr(), custom_attribute("aria-description", score).into_any_attr()]
    } else {
        Vec::new()
    };
    view! {
        <div
            role="option"
            id=element_id(Spot::Card(card))
            class=[card_class(kind), board.finder.marks(card)].concat()
            data-card=card.to_string()
            data-tags=tags_text(board, card)
            aria-selected=board.finder.is_picked(card).to_string()
            data-quotes=evidence::mark(board.voices.count(card))
            tabindex=if is_here { "0" } else { "-1" }
            {..extra}
        >
            {is_friction.then(|| view! { <Glyph card /> })}
            {words}
        </div>
    }
}

/// Whether a text may need more lines than a card shows.
fn may_be_cut(text: &str) -> bool {
    text.contains('\n') || text.chars().nth(SHORT).is_some()
}

fn card_class(kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Touchpoints => "card chip",
        LaneKind::Thoughts => "card quote",
        LaneKind::Friction => "card friction",
        LaneKind::Opportunities => "card opportunity",
        LaneKind::Pulse => "card pulse",
        _ => "card",
    }
}

fn score_words(board: Board, card: CardId) -> String {
    let score = board.desk.read(Key::Details(card), |e| e.details(card).and_then(|friction| friction.score()));
    match score {
        Some(score) => (board.jw().score_is)(score),
        None => board.mw().not_scored.into(),
    }
}

/// The sign of a friction: a square filled as wide as it is frequent and as tall as it hurts, with its score.
#[component]
pub fn Glyph(
    /// The friction.
    card: CardId,
) -> impl IntoView {
    let board = use_board();
    let marks = move || {
        board
            .desk
            .read(Key::Details(card), |e| {
                e.details(card).map(|f| (f.frequency.map_or(0, |g| g.number()), f.impact.map_or(0, |g| g.number())))
            })
            .unwrap_or_default()
    };
    let class = live(move || {
        let (frequency, impact) = marks();
        format!("glyph f{frequency} i{impact} {}", severity(frequency * impact))
    });
    let score = live(move || {
        let (frequency, impact) = marks();
        if frequency * impact == 0 { "\u{2013}".into() } else { (frequency * impact).to_string() }
    });
    view! {
        <span class="score-mark" aria-hidden="true">
            <span class=class></span>
            <span class="score">{score}</span>
        </span>
    }
}

/// The class that colours a score.
fn severity(score: u8) -> &'static str {
    match score {
        0 => "",
        1..=4 => "sev1",
        5..=9 => "sev2",
        10..=15 => "sev3",
        _ => "sev4",
    }
}

/// The tags of a card as they are shown: "#board #Q4".
pub fn tags_text(board: Board, card: CardId) -> String {
    let tags = board.desk.peek(|e| e.details(card).map(|details| details.tags.clone())).unwrap_or_default();
    tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
}
