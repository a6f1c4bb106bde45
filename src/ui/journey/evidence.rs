//! The quotes behind the cards of a map: who said so, and whose revenue stands behind it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::board::{Board, Voices, element_id, use_board};
use crate::arrange::map_of;
use crate::edit::Command;
use crate::i18n::amounts::money;
use crate::i18n::backing::BackingWords;
use crate::insight::interviews::backing::{self, Backing};
use crate::insight::interviews::joins::{CardQuote, of_card};
use crate::insight::walk::Spot;
use crate::interviews::text::HighlightId;
use crate::model::interview::Link;
use crate::model::quantity::CardId;
use crate::ui::browser::element;
use crate::ui::parts::{Icon, Sign, live, on};
use crate::ui::quotes::{QuotePicker, address, short, spoken};
use crate::ui::saving::Saver;

/// What a card shows of its quotes: their number, as an attribute that the style sheet draws. Cards are many, so that they are marked
/// and follow nothing.
pub fn mark_cards(board: Board) {
    Effect::new(move |before: Option<BTreeMap<CardId, usize>>| {
        let now: BTreeMap<CardId, usize> = board
            .voices
            .cards
            .with(|cards| map_of(cards.iter().map(|(card, behind)| (*card, behind.highlights.quotes))));
        let before = before.unwrap_or_default();
        for card in before.keys().chain(now.keys()).filter(|card| before.get(card) != now.get(card)) {
            if let Some(element) = element::by_id(&element_id(Spot::Card(*card))) {
                let count = now.get(card).copied().unwrap_or(0);
                element::set_attribute(&element, "data-quotes", &mark(count));
            }
        }
        now
    });
}

/// The mark of a card with so many quotes.
pub fn mark(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// Who stands behind a card, in a line: "3 quotes, 2 people. Revenue behind it: $24k".
fn sentence(board: Board, behind: &Backing) -> Vec<String> {
    let b = BackingWords::of(board.session.lang());
    if behind.quotes.is_empty() {
        return vec![b.none_joined.into()];
    }
    let mut said = vec![format!("{}, {}", (b.highlights)(behind.highlights), (b.people)(behind.people))];
    if behind.revenue.get() > 0.0 {
        let currency = board.desk.peek(backing::currency);
        let revenue = money(board.session.lang(), &currency, behind.revenue.get());
        said.push((b.revenue_behind)(&revenue, board.desk.peek(backing::period)));
    }
    if behind.gone > 0 {
        said.push((b.gone)(behind.gone));
    }
    if behind.unknown > 0 {
        said.push((b.unknown)(behind.unknown));
    }
    said
}

/// The quotes of a card, who said them, and the way to more.
#[component]
pub fn CardQuotes(
    /// The card.
    card: CardId,
) -> impl IntoView {
    let board = use_board();
    let saver: Saver = expect_context();
    let (w, lang) = (board.session.w(), board.session.lang());
    let b = BackingWords::of(lang);
    let behind = Memo::new(move |_| board.voices.cards.with(|cards| cards.get(&card).cloned()).unwrap_or_default());
    let quotes = Memo::new(move |_| {
        behind.track();
        board.desk.peek(|e| of_card(e, card))
    });
    let line = move |one: CardQuote| {
        let id = one.id;
        let name = short(&one.text);
        let remove = move |_| {
            let command = Command::LinkQuote(id, Link::Card(card), false);
            board.desk.dispatch_with_notice(command, b.removed_quote, move || board.undo());
        };
        view! {
            <li class="card-quote">
                <a href=address(saver, one.interview, Some(id)) title=(b.open_quote)(&name)>
                    {spoken(lang, &one.text, one.is_verbatim)}
                </a>
                {(!one.who.is_empty()).then(|| view! { <span class="said-who">{one.who}</span> })}
                {(!one.is_agreed).then(|| view! { <span class="chip-warn">{b.no_consent}</span> })}
                <button
                    class="button quiet small icon-only"
                    aria-label=(b.remove_quote)(&name)
                    title=w.delete
                    on:click=on(remove)
                >
                    <Icon sign=Sign::Close />
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <div class="form-line stacked card-quotes">
            <span>{b.quotes_title}</span>
            <p class="card-behind">
                {live(move || {
                    let said = behind.with(|behind| sentence(board, behind));
                    said.into_iter().map(|text| view! { <span class="dotted">{text}</span> }.into_any()).collect_view().into_any()
                })}
            </p>
            <ul role="list" aria-label=b.quotes_title>
                {live(move || quotes.get().into_iter().map(line).collect_view().into_any())}
            </ul>
            <button class="button quiet small" on:click=on(move |_| board.voices.choose(card))>{b.add_quotes}</button>
        </div>
    }
}

/// The dialog in which quotes of a card are chosen.
#[component]
pub fn CardQuotePicker() -> impl IntoView {
    let board = use_board();
    let saver: Saver = expect_context();
    let Voices { cards, card, open, .. } = board.voices;
    let chosen = Callback::new(move |()| {
        let card = card.get();
        card.map(|card| cards.with(|all| all.get(&card).map(|behind| behind.quotes.clone())).unwrap_or_default())
            .unwrap_or_default()
    });
    let choose = Callback::new(move |(quote, on): (HighlightId, bool)| {
        if let Some(card) = card.get_untracked() {
            board.dispatch(Command::LinkQuote(quote, Link::Card(card), on));
            board.desk.seal();
        }
    });
    view! { <QuotePicker desk=board.desk saver open chosen choose near=None /> }
}
