//! The friction ranking beside the map: what to mend first, with the form of the friction that is open.

use leptos::{ev, prelude::*};

use super::board::{Board, use_board};
use super::cell::Glyph;
use super::form::FrictionForm;
use super::worth::{WorthLink, rank, source, valued, written};
use crate::edit::Command;
use crate::i18n::backing::BackingWords;
use crate::i18n::figures;
use crate::i18n::frictions::FrictionsWords;
use crate::i18n::initiatives::InitiativeWords;
use crate::insight::economy::worth::Valued;
use crate::insight::interviews::backing;
use crate::insight::names;
use crate::insight::ranking::{Ranked, by_weight, ranking};
use crate::insight::walk::Spot;
use crate::model::Key;
use crate::model::journey::Details;
use crate::model::quantity::{CardId, StageId};
use crate::route::Route;
use crate::ui::browser::{self, element, typing};
use crate::ui::parts::{Icon, Item, Sign, each, live, on, shown};
use crate::ui::saving::Saver;

/// How many rows are built at first, and how many more at each wish. A list of what to mend first is read from its top.
const ROWS: usize = 30;

/// What frictions are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// Frequency times impact.
    #[default]
    Score,
    /// What fixing them is worth.
    Value,
    /// How many people spoke of them.
    People,
    /// The revenue of those people's accounts.
    Revenue,
}

/// Shows the ranking where it is a drawer over the map, and hides it again.
#[component]
pub fn DrawerButton() -> impl IntoView {
    let board = use_board();
    let w = board.jw();
    let drawer = board.overlays.drawer;
    view! {
        <button
            class="button quiet icon-only drawer-button"
            id="drawer-button"
            aria-controls="ranking"
            aria-expanded=live(move || drawer.get().to_string())
            aria-label=w.friction_ranking
            title=w.friction_ranking
            on:click=on(move |_| if drawer.get_untracked() { close(board) } else { open(board) })
        >
            <Icon sign=Sign::Friction />
        </button>
    }
}

fn open(board: Board) {
    board.overlays.drawer.set(true);
    element::focus_soon("#ranking :is(button, a)");
}

/// Whoever was in the drawer goes on at its button.
fn close(board: Board) {
    board.overlays.drawer.set(false);
    if element::focus_is_in("#ranking")
        && let Some(button) = element::by_id("drawer-button")
    {
        element::focus(&button);
    }
}

/// The ranking.
#[component]
pub fn Ranking() -> impl IntoView {
    let board = use_board();
    let drawer = board.overlays.drawer;
    // Wherever the keyboard is: a row gives it to its card.
    let keys = window_event_listener(ev::keydown, move |event| {
        if typing::gives_up(&event) && !event.default_prevented() && board.editor.target.with_untracked(Option::is_none)
        {
            close(board);
        }
    });
    on_cleanup(move || keys.remove());
    let saver: Saver = expect_context();
    let valued = valued(board);
    let cards = board.voices.cards;
    let chosen = RwSignal::new(Order::Score);
    let orders = Memo::new(move |_| {
        let (backed, with_revenue) =
            cards.with(|all| (!all.is_empty(), all.values().any(|behind| behind.revenue.get() > 0.0)));
        let has_values = valued.with(|valued| valued.iter().any(|one| one.friction.is_some()));
        let offered =
            [(Order::Score, true), (Order::Value, has_values), (Order::People, backed), (Order::Revenue, with_revenue)];
        offered.into_iter().filter(|(_, is_offered)| *is_offered).map(|(order, _)| order).collect::<Vec<_>>()
    });
    let order = Memo::new(move |_| {
        Some(chosen.get()).filter(|order| orders.with(|all| all.contains(order))).unwrap_or_default()
    });
    let ranked = Memo::new(move |_| {
        let mut read = Vec::new();
        let mut ranked = board.desk.peek(|e| ranking(e, board.journey, |key| read.push(key)));
        read.into_iter().for_each(|key| board.desk.track(key));
        let by = order.get();
        if by != Order::Score {
            // The order by score stays among equals.
            let weight = |card: CardId| match by {
                Order::Score => 0.0,
                Order::Value => valued.with(|valued| rank(valued, card)),
                Order::People => cards.with(|all| backing::people(all, card)),
                Order::Revenue => cards.with(|all| backing::revenue(all, card)),
            };
            by_weight(&mut ranked, weight);
        }
        ranked
    });
    let name = move |order: Order| {
        let (w, b) = (board.mw(), BackingWords::of(board.session.lang()));
        match order {
            Order::Score => w.by_score,
            Order::Value => InitiativeWords::of(board.session.lang()).by_value,
            Order::People => b.by_people,
            Order::Revenue => b.by_revenue,
        }
    };
    let menus = board.menus.within();
    let choose_order = move |_| {
        let now = order.get_untracked();
        let items = orders
            .get_untracked()
            .into_iter()
            .map(|order| Item::new(name(order), move || chosen.set(order)).ticked(order == now));
        menus.below("ranking-order", BackingWords::of(board.session.lang()).sort_by, items.collect());
    };
    let count = move || ranked.with(Vec::len);
    let wished = RwSignal::new(ROWS);
    let built = Memo::new(move |_| {
        // The friction that is open stands in the list, however low.
        let open = board.open_friction.get();
        let open = ranked.with(|all| all.iter().position(|one| Some(one.card) == open));
        wished.get().max(open.map_or(0, |at| at + 1)).min(count())
    });
    let rest = move || count() - built.get().min(count());
    let total = move || ranked.with(|ranked| ranked.iter().filter_map(|r| r.score).map(u32::from).sum::<u32>());
    let (jw, mw) = (board.jw(), board.mw());
    let is_empty = Memo::new(move |_| count() == 0);
    view! {
        <aside class="ranking" class:open=live(move || drawer.get()) id="ranking" aria-label=jw.friction_ranking>
            <header class="ranking-head">
                <h2>{jw.friction_ranking}</h2>
                <span class="count">{live(move || count().to_string())}</span>
                {live(move || {
                    if orders.with(Vec::len) > 1 {
                        view! {
                            <button
                                class="button quiet small by"
                                id="ranking-order"
                                aria-haspopup="menu"
                                title=BackingWords::of(board.session.lang()).sort_by
                                on:click=on(choose_order)
                            >
                                {live(move || name(order.get()))}
                                <Icon sign=Sign::ChevronDown />
                            </button>
                        }
                            .into_any()
                    } else {
                        view! { <span class="by">{mw.by_score}</span> }.into_any()
                    }
                })}
            </header>
            {shown(
                move || order.get() == Order::Value,
                move || view! { <p class="ranking-source">{source(board)}</p> },
            )}
            {live(move || {
                if is_empty.get() {
                    view! {
                        <div class="empty">
                            <p class="empty-title">{mw.no_friction_title}</p>
                            <p>{mw.no_friction_hint}</p>
                        </div>
                    }
                    .into_any()
                } else {
                    view! {
                        <ol class="ranking-list" role="list" aria-label=jw.friction_ranking>
                            {each(
                                move || ranked.with(|ranked| ranked.iter().take(built.get()).map(|ranked| ranked.card).collect()),
                                move |card| view! { <RankedRow card ranked valued order /> },
                            )}
                            {shown(move || rest() > 0, move || view! {
                                <li class="ranked-more">
                                    <button class="button quiet small" on:click=on(move |_| wished.set(built.get_untracked() + ROWS))>
                                        {live(move || (mw.more_cards)(rest()))}
                                    </button>
                                </li>
                            })}
                        </ol>
                        <footer class="ranking-total">
                            <span>{live(move || (jw.total_of)(count()))}</span>
                            <b>{live(move || total().to_string())}</b>
                        </footer>
                        <a class="ranking-all" href=live(move || Route::Frictions { engagement: saver.id() }.hash())>
                            {FrictionsWords::of(board.session.lang()).title}
                            " \u{2192}"
                        </a>
                    }
                    .into_any()
                }
            })}
        </aside>
    }
}

#[component]
fn RankedRow(card: CardId, ranked: Memo<Vec<Ranked>>, valued: Memo<Vec<Valued>>, order: Memo<Order>) -> impl IntoView {
    let board = use_board();
    let stage = Memo::new(move |_| ranked.with(|all| all.iter().find(|r| r.card == card).map(|r| r.stage)));
    let is_open = move || board.open_friction.get() == Some(card);
    let friction =
        Memo::new(move |_| board.desk.read(Key::Details(card), |e| e.details(card).cloned()).unwrap_or_default());
    let score = move || {
        if order.get() == Order::Value {
            valued.with(|valued| written(board, valued, card))
        } else {
            friction.with(Details::score).map_or_else(|| "\u{2013}".into(), |score| score.to_string())
        }
    };
    view! {
        <li class="ranked" class:open=live(is_open)>
            <button
                class="ranked-row"
                id=format!("ranked-{card}")
                aria-expanded=live(move || is_open().to_string())
                on:click=on(move |_| choose(board, card))
            >
                <Glyph card />
                <span class="ranked-title" dir="auto">{live(move || title(board, card))}</span>
                <span class="ranked-score">{live(score)}</span>
                <span class="ranked-meta">{meta(board, card, stage, friction)}</span>
            </button>
            {shown(is_open, move || view! {
                    // On a phone it stands under the card itself.
                    {(!board.session.narrow.get_untracked()).then(|| view! { <FrictionForm card friction /> })}
                    <WorthLink card valued />
                })}
        </li>
    }
}

/// Where a friction strikes, who mends it by when, and what is missing.
fn meta(board: Board, card: CardId, stage: Memo<Option<StageId>>, friction: Memo<Details>) -> AnyView {
    let w = board.jw();
    let lang = board.session.lang();
    let said = |text: String| view! { <span class="dotted">{text}</span> }.into_any();
    let missing = |text: &'static str| view! { <span class="chip-warn">{text}</span> }.into_any();
    let owner = Memo::new(move |_| friction.with(|friction| friction.owner.trim().to_owned()));
    let today = || browser::local_day(browser::now());
    let stepless = Memo::new(move |_| friction.with(|friction| friction.next_step.trim().is_empty()));
    let due = Memo::new(move |_| friction.with(|friction| friction.due));
    let b = BackingWords::of(lang);
    let people = Memo::new(move |_| {
        let behind = board.voices.cards.with(|all| all.get(&card).map(|behind| behind.people));
        behind.filter(|people| *people > 0)
    });
    view! {
        <span>{live(move || stage.get().map(|stage| board.stage_name(stage)))}</span>
        {live(move || if owner.with(String::is_empty) { missing(w.no_owner) } else { short_name(owner.get()) })}
        {live(move || due.get().map(|due| said(figures::day_from(lang, due, today()))))}
        {live(move || stepless.get().then(|| missing(w.no_step)))}
        {live(move || people.get().map(|people| said((b.people)(people))))}
    }
    .into_any()
}

/// The owner by initials: with a whole name most rows take a line more.
fn short_name(owner: String) -> AnyView {
    match names::initials(&owner) {
        Some(initials) => {
            let whole = owner.clone();
            view! {
                <span class="dotted" title=whole>
                    <span aria-hidden="true">{initials}</span>
                    <span class="unseen">{owner}</span>
                </span>
            }
            .into_any()
        }
        None => view! { <span class="dotted" dir="auto">{owner}</span> }.into_any(),
    }
}

fn title(board: Board, card: CardId) -> String {
    board.desk.read(Key::Card(card), |e| e.card(card).map(|card| card.text.clone())).unwrap_or_default()
}

/// Shows the friction on the map, gives it the keyboard, and opens its form; a lane that hides it is shown again.
fn choose(board: Board, card: CardId) {
    let lane = board.desk.peek(|e| e.place(card)).map(|(cell, _)| cell.lane);
    let hidden = lane.filter(|&lane| board.desk.peek(|e| e.lane(lane).is_some_and(|lane| lane.hidden)));
    if let Some(lane) = hidden {
        board.dispatch(Command::SetLaneHidden(lane, false));
        board.settle_at(Some(Spot::Card(card)));
    } else {
        board.go(Spot::Card(card));
    }
    board.open_friction.set(Some(card));
    // The form of a low row opens below what is shown of the list.
    element::soon(".ranking .friction-form", |form| {
        element::show(&form);
        // A form longer than the list leaves its title in sight.
        if let Some(row) = element::find(".ranked.open .ranked-row") {
            element::show(&row);
        }
    });
}
