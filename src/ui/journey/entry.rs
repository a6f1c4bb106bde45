//! The one-line input under the map: what is shouted across the room goes into its cell with one Enter, and the keyboard
//! never leaves.

use leptos::{ev, html, prelude::*};

use super::board::{Board, element_id, use_board};
use super::suggest::{self, Suggestions};
use super::{actions, heads, paste};
use crate::edit::Command;
use crate::edit::draft::CardDraft;
use crate::edit::entry::{self, Entry, Kind, Known, Meaning};
use crate::insight::names;
use crate::insight::walk::{Spot, Way};
use crate::model::journey::{Card, Details, LaneKind};
use crate::model::{Cell, Key};
use crate::ui::browser::{self, element, typing};
use crate::ui::parts::{Icon, Item, Sign, live, on, shown};

const INPUT: &str = "entry";
const GHOST: &str = "entry-ghost";

/// The one-line input.
#[component]
pub fn EntryBar() -> impl IntoView {
    let board = use_board();
    let (w, mw) = (board.session.w(), board.mw());
    let node = NodeRef::<html::Input>::new();
    let target = Memo::new(move |_| target(board));
    let target_name = move || match target.get() {
        Some(cell) => (board.stage_name(cell.stage), board.lane_name(cell.lane)),
        None => (String::new(), String::new()),
    };
    let open_lanes = move || {
        let Some(cell) = board.cell.get_untracked() else { return };
        let lanes = board.lanes.get_untracked().into_iter().filter(|&lane| board.kind(lane).holds_cards());
        let items = lanes.map(|lane| {
            let aim = move || aim(board, Cell { lane, ..cell });
            Item::new(untrack(|| board.lane_name(lane)), aim).ticked(lane == cell.lane)
        });
        let at = element::by_id("entry-target").map(|button| element::rect(&button)).unwrap_or_default();
        board.menus.at(at, INPUT, mw.lanes, items.collect());
    };
    // The lane's own question, where it has one.
    let hint = move || match target.get().map(|cell| heads::prompt(board, cell.lane)) {
        Some(prompt) if !prompt.is_empty() => prompt,
        _ if board.session.narrow.get() => mw.entry_hint_short.into(),
        _ => mw.entry_hint.into(),
    };
    let typed = move || {
        if let Some(input) = node.get_untracked() {
            board.entry.text.set(input.value());
            board.entry.suggested.set(None);
            element::follow_scroll(&input, "entry-mirror");
        }
    };
    view! {
        <form
            class="entry"
            // Whoever types while a button beside the line has the keyboard means the line.
            on:keydown=on(|event: ev::KeyboardEvent| element::type_on(&event, INPUT))
            on:submit=on(move |event: ev::SubmitEvent| {
                event.prevent_default();
                file(board);
            })
        >
            <Suggestions />
            {shown(
                move || board.entry.has_focus.get() && board.entry.text.with(|line| line.trim().is_empty()),
                move || hints(board),
            )}
            <div class="entry-box">
                <button type="button" class="entry-target" id="entry-target" aria-haspopup="menu" on:click=on(move |_| open_lanes())>
                    <span class="entry-stage">{live(move || target_name().0)}</span>
                    <span class="entry-slash" aria-hidden="true">"/"</span>
                    <span class="entry-lane">{live(move || target_name().1)}</span>
                    <Icon sign=Sign::ChevronDown />
                </button>
                <span class="unseen" role="status">{live(move || { let (stage, lane) = target_name(); format!("{stage}, {lane}") })}</span>
                <div class="entry-line">
                    <div class="entry-mirror" id="entry-mirror" aria-hidden="true">{live(move || mirror(board))}</div>
                    <input
                        data-draft="line"
                        node_ref=node
                        id=INPUT
                        class="entry-input"
                        type="text"
                        autocomplete="off"
                        spellcheck="true"
                        enterkeyhint="done"
                        aria-label=mw.add_to_map
                        aria-autocomplete="list"
                        aria-activedescendant=live(move || board.entry.suggested.get().map(|at| format!("{}-{at}", suggest::LIST)))
                        placeholder=live(hint)
                        prop:value=live(move || board.entry.text.get())
                        on:input=on(move |_| typed())
                        on:scroll=on(move |_: ev::Event| typed())
                        on:keydown=on(move |event: ev::KeyboardEvent| key(board, &event))
                        on:focus=on(move |_| {
                            board.entry.has_focus.set(true);
                            show_target(board);
                        })
                        on:blur=on(move |_| board.entry.has_focus.set(false))
                        on:paste=on(move |event: ev::ClipboardEvent| paste::into_entry(board, &event))
                    />
                </div>
                <span class="entry-owner">{live(move || completion(board).map(|name| format!("@{name}")))}</span>
                <span class="entry-keys" aria-hidden="true">
                    <kbd>{"Tab"}</kbd>
                    {mw.next_stage}
                    <kbd>"\u{2191}"</kbd>
                    <kbd>"\u{2193}"</kbd>
                    {mw.key_lane}
                </span>
            </div>
            <button type="submit" class="button primary" aria-label=w.add>
                <span class="label">{w.add}</span>
                <Icon sign=Sign::Return />
            </button>
        </form>
    }
}

/// The signs and marks of the line.
fn hints(board: Board) -> AnyView {
    let w = board.mw();
    let hints = [
        (&["!", "?", "+"][..], w.hint_kinds),
        (&["4x4"], w.hint_score),
        (&["@"], w.hint_owner),
        (&["#"], w.hint_tag),
        (&[">"], w.hint_step),
        (&[w.hint_until], w.hint_due),
    ];
    let hint = |(signs, what): (&[&'static str], &'static str)| {
        let signs = signs.iter().map(|sign| view! { <kbd>{*sign}</kbd> }).collect_view();
        view! { <span class="entry-sign">{signs} {what}</span> }.into_any()
    };
    view! { <p class="entry-hint" aria-hidden="true">{hints.map(hint).collect_view()}</p> }.into_any()
}

/// The card that would be filed, where it would land. Moved from cell to cell by hand: it belongs to none of them.
#[component]
pub fn EntryGhost() -> impl IntoView {
    let board = use_board();
    let score =
        move || parsed(board).score.map(|(frequency, impact)| (frequency.number() * impact.number()).to_string());
    let text = move || parsed(board).text;
    // What is typed wakes nothing here but its first letter and a sign that turns it to another lane.
    let aim = Memo::new(move |_| target(board).filter(|_| board.entry.has_focus.get()));
    let begun = Memo::new(move |_| !board.entry.text.with(String::is_empty));
    Effect::new(move |aimed: Option<Option<Cell>>| {
        let cell = aim.get();
        if let Some(layer) = element::by_id("map-layer") {
            element::toggle_class(&layer, "entering", cell.is_some());
        }
        if let Some(before) = aimed.flatten().filter(|before| Some(*before) != cell) {
            mark_aim(before, false, false);
        }
        let home = cell.and_then(|cell| mark_aim(cell, true, begun.get()));
        match (home.filter(|_| begun.get()), element::by_id(GHOST)) {
            (Some(home), Some(ghost)) => {
                element::move_into(&ghost, &home);
                element::show(&ghost);
            }
            _ => hide_ghost(),
        }
        cell
    });
    view! {
        <div class="ghost-home" id="ghost-home" aria-hidden="true">
            <div class="card ghost-card" id=GHOST aria-hidden="true">
                <span class="card-text long">
                    <b>{live(score)}</b>
                    " "
                    {live(text)}
                </span>
            </div>
        </div>
    }
}

/// The ring of typing is around the cell that the line goes to, for as long as the line has the keyboard; a cell that awaits
/// a card keeps its place free.
fn mark_aim(cell: Cell, aimed: bool, awaiting: bool) -> Option<web_sys::HtmlElement> {
    let element = element::by_id(&element_id(Spot::Cell(cell)))?;
    element::toggle_class(&element, "aimed", aimed);
    element::toggle_class(&element, "awaiting", awaiting);
    Some(element)
}

fn hide_ghost() {
    if let (Some(home), Some(ghost)) = (element::by_id("ghost-home"), element::by_id(GHOST)) {
        element::move_into(&ghost, &home);
    }
}

/// What is typed, understood for the lane it goes to; an owner that is only begun is completed.
fn parsed(board: Board) -> Entry {
    let entry = understood(board, entry::parse);
    Entry { owner: completion(board).or(entry.owner.clone()), ..entry }
}

/// Reads the line by what is known: whether it goes to a friction, who owns cards, and the day.
fn understood<T>(board: Board, read: impl FnOnce(&str, Known) -> T) -> T {
    let friction = target(board).is_some_and(|cell| board.kind(cell.lane) == LaneKind::Friction);
    board.entry.text.with(|line| {
        let owners = if line.contains('@') { board.desk.peek(names::owners) } else { Vec::new() };
        let today = Some(browser::local_day(browser::now()));
        read(line, Known { friction, owners: &owners, today })
    })
}

/// The cell that the line goes to: that of the cursor, or the one of the stage whose lane its sign asks for.
fn target(board: Board) -> Option<Cell> {
    let cell = board.cell.get()?;
    let lanes = board.lanes.get();
    let wanted = wanted(board);
    let fits = |lane: &crate::model::quantity::LaneId| match wanted {
        Some(wanted) => board.kind(*lane) == wanted,
        None => board.kind(*lane).holds_cards(),
    };
    let lane = Some(cell.lane).filter(fits).or_else(|| {
        // The next lane below that fits, or the first one.
        let below = lanes.iter().skip_while(|lane| **lane != cell.lane).copied().find(fits);
        below.or_else(|| lanes.iter().copied().find(fits))
    })?;
    Some(Cell { lane, ..cell })
}

/// The kind of lane that the sign of the line asks for.
fn wanted(board: Board) -> Option<LaneKind> {
    match board.entry.text.with(|line| entry::parse(line, Known::default()).kind)? {
        Kind::Friction => Some(LaneKind::Friction),
        Kind::Opportunity => Some(LaneKind::Opportunities),
        Kind::Thought => Some(LaneKind::Thoughts),
    }
}

/// The whole name of an owner that is begun, if only one known name begins so.
fn completion(board: Board) -> Option<String> {
    let begun = understood(board, |line, known| {
        let tokens = entry::tokens(line, known);
        tokens.into_iter().find_map(|token| match token.meaning {
            // A quoted name says that it is whole.
            Meaning::Owner(name) if !line[token.at].contains('"') => Some(name),
            _ => None,
        })
    })?;
    let known = board.desk.peek(names::owners);
    names::complete(&known, &begun)
}

/// The line with what is understood marked, behind the letters of the input.
fn mirror(board: Board) -> AnyView {
    let line = board.entry.text.get();
    let mut at = 0;
    let mut parts = Vec::new();
    for token in understood(board, entry::tokens) {
        parts.push(view! { <span>{line[at..token.at.start].to_owned()}</span> }.into_any());
        parts.push(view! { <span class="token">{line[token.at.clone()].to_owned()}</span> }.into_any());
        at = token.at.end;
    }
    parts.push(view! { <span>{line[at..].to_owned()}</span> }.into_any());
    parts.collect_view().into_any()
}

/// Files the line as a card; without a lane of the kind it asks for, or without words, it stays.
fn file(board: Board) {
    let entry = untrack(|| parsed(board));
    if entry.text.is_empty() {
        if untrack(|| board.entry.text.with(|line| !line.trim().is_empty())) {
            board.session.notify(board.mw().entry_needs_words);
        }
        return;
    }
    let Some(cell) = untrack(|| target(board)) else {
        let (jw, mw) = (board.jw(), board.mw());
        let kind = untrack(|| wanted(board)).unwrap_or(LaneKind::Actions);
        board.session.notify((mw.no_such_lane)(jw.lane_kind(kind)));
        return;
    };
    let (frequency, impact) = entry.score.unzip();
    let Entry { owner, tags, next_step, due, not_a_score, .. } = entry;
    let owner = owner.unwrap_or_default();
    let details = Details { frequency, impact, owner, tags, next_step, due, ..Details::default() };
    let draft = CardDraft { card: Card { text: entry.text }, details };
    if let Some(Key::Card(card)) = board.dispatch(Command::AddCards(vec![(cell, draft)])).made() {
        board.desk.seal();
        board.entry.text.set(String::new());
        if let Some(text) = not_a_score {
            board.session.notify((board.mw().not_a_score)(&text));
        }
        if board.presenting.get_untracked() {
            // Not every lane is shown to the room.
            let told = untrack(|| (board.mw().added_to)(&board.lane_name(cell.lane), &board.stage_name(cell.stage)));
            board.desk.notify_done(told, move || board.undo());
        }
        board.view.after_update(move || {
            if let Some(element) = element::by_id(&element_id(Spot::Card(card))) {
                element::show(&element);
                element::toggle_class(&element, "filed", true);
            }
        });
    }
}

fn key(board: Board, event: &ev::KeyboardEvent) {
    if typing::is_of_input_method(event) {
        return;
    }
    let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    if plain && !event.shift_key() && suggest::key(board, &element::key_of(event)) {
        event.prevent_default();
        return;
    }
    match element::key_of(event).as_str() {
        "Tab" if plain => {
            let way = if event.shift_key() { Way::Left } else { Way::Right };
            // Past the last stage an empty line lets the keyboard go; one with words in it keeps them.
            if !step(board, way) && board.entry.text.with_untracked(|line| line.trim().is_empty()) {
                return;
            }
        }
        "ArrowUp" if plain && !event.shift_key() => _ = step(board, Way::Up),
        "ArrowDown" if plain && !event.shift_key() => _ = step(board, Way::Down),
        "Escape" if board.presenting.get_untracked() => {
            if let Some(show) = element::by_id("show") {
                element::focus(&show);
            }
        }
        "Escape" => board.settle(),
        _ => return,
    }
    event.prevent_default();
}

/// Goes one stage or lane on, past lanes that hold no cards; at the edge it stays. Whether it went.
fn step(board: Board, way: Way) -> bool {
    // From where the line goes: on the emotion lane that is another cell than the cursor's.
    let Some(cell) = untrack(|| target(board)).or(board.cell.get_untracked()) else { return false };
    let next = actions::card_cell_beyond(board, cell, way);
    next.inspect(|next| aim(board, *next)).is_some()
}

/// Makes a cell the one that the line goes to.
fn aim(board: Board, cell: Cell) {
    board.note_cursor(Spot::Cell(cell));
    show_target(board);
}

fn show_target(board: Board) {
    let cell = board.cell.get_untracked();
    if let Some(element) = cell.and_then(|cell| element::by_id(&element_id(Spot::Cell(cell)))) {
        element::show(&element);
    }
}
