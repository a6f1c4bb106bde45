//! The map as it is shown to a room: the curve, one stage lit, what was said there, what hurts and what would help.

use leptos::{ev, html, prelude::*};

use super::board::{Board, use_board};
use super::cell::Glyph;
use super::emotion::{Curve, CurvePicture, point_class};
use super::showing::{Showing, focus_entry, leave, light};
use crate::i18n::figures;
use crate::i18n::quote::quoted;
use crate::i18n::speech::longest_word;
use crate::i18n::speech::title_or;
use crate::insight::ranking::ranking;
use crate::model::Key;
use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, LaneId, Level, StageId};
use crate::ui::browser::{self, element};
use crate::ui::commands::{MapVerb, PresentVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{Icon, Sign, each, live, on, shown};

/// How many frictions of a stage are shown.
const FRICTIONS: usize = 3;

/// How many lines of thoughts are shown, and how many letters about one of them holds.
const LINES: usize = 4;
const IN_A_LINE: usize = 26;

/// How many cards of another lane are shown where nobody said or suffered anything.
const OTHERS: usize = 4;

/// From how many stages on only the lit one is named: the others have no room.
const NAMED: usize = 8;

/// How many letters stand in a row below the curve.
const LETTERS: usize = 72;

/// Shows the map to the room, beginning with the stage of the cursor.
pub fn begin(board: Board) {
    board.note_place();
    // What was told before is not for the room.
    board.session.toast.set(None);
    board.presenting.set(true);
    browser::enter_full_screen();
}

/// The presentation, while it is on.
#[component]
pub fn Present() -> impl IntoView {
    let board = use_board();
    let full_screen = browser::on_full_screen_end(move || leave(board));
    on_cleanup(move || full_screen.remove());
    live(move || board.presenting.get().then(|| view! { <Show /> }.into_any()))
}

#[component]
fn Show() -> impl IntoView {
    let board = use_board();
    let (w, jw, mw) = (board.session.w(), board.jw(), board.mw());
    let names = board.verb_words();
    let lang = board.session.lang();
    board.session.over.closed_by(move || leave(board));
    // However it ends: closed, or gone with the map.
    on_cleanup(browser::leave_full_screen);
    let dark = RwSignal::new(false);
    let here = Showing { board, dark };
    // Wherever Tab led, its keys stay its own.
    let keys = window_event_listener(ev::keydown, move |event| {
        if element::focus_is_lost() {
            here.key(&event);
        }
    });
    on_cleanup(move || keys.remove());
    let track = NodeRef::<html::Div>::new();
    let curve = Curve::new(board, track);
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(view) = node.get() {
            element::focus(&view);
        }
    });
    let stage = Memo::new(move |_| {
        let shown = board.shown_stage.get();
        board.stages.with(|stages| shown.filter(|stage| stages.contains(stage)).or(stages.first().copied()))
    });
    let number = move || stage.get().map_or(0, |stage| board.stage_number(stage));
    let count = move || board.stages.with(Vec::len);
    let title = move || {
        let id = board.journey;
        let title = board.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| journey.title.clone()));
        title_or(&title.unwrap_or_default(), jw.untitled_map).to_owned()
    };
    let persona = move || {
        let id = board.journey;
        let persona = board.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| journey.persona.clone()));
        persona
            .filter(|persona| !persona.is_empty())
            .map(|persona| view! { <span class="show-persona" dir="auto">{persona}</span> }.into_any())
    };
    let named = move |stage: StageId, lit: bool| {
        let name = board.stage_name(stage);
        // Rather a number than a word in two: the lit stage is named in large letters below.
        let fits = longest_word(&name) * count() <= LETTERS;
        if fits && (lit || count() <= NAMED) { name } else { board.stage_number(stage).to_string() }
    };
    let column = move |of: StageId| {
        let lit = Memo::new(move |_| stage.get() == Some(of));
        let level = move || board.desk.read(Key::Stage(of), |e| e.stage(of).and_then(|stage| stage.emotion));
        view! {
            <button
                class="show-column"
                class:lit=live(move || lit.get())
                tabindex="-1"
                on:click=on(move |_| light(board, of))
            >
                {live(move || {
                    level().map(|level| {
                        let top = live(move || curve.top(level));
                        view! {
                            <span class=format!("show-point {}", point_class(Some(level))) style:top=top>
                                {figures::level(lang, level)}
                            </span>
                        }
                        .into_any()
                    })
                })}
                <span class="show-stage">{live(move || named(of, lit.get()))}</span>
            </button>
        }
    };
    view! {
        <div
            class="show"
            id="show"
            node_ref=node
            tabindex="-1"
            role="region"
            aria-roledescription=mw.present
            aria-label=live(move || stage.get().map(|stage| board.stage_name(stage)))
            on:keydown=on(move |event: ev::KeyboardEvent| here.key(&event))
        >
            <header class="show-head">
                <span class="show-title" dir="auto">{live(title)}</span>
                {live(persona)}
                <span>{live(move || format!("{} / {}", number(), count()))}</span>
                <span class="show-tools">
                    {tool(PresentVerb::Before.label(&names), Sign::ChevronLeft, move || PresentVerb::Before.act(here))}
                    {tool(PresentVerb::Next.label(&names), Sign::ChevronRight, move || PresentVerb::Next.act(here))}
                    {tool(mw.add_a_card, Sign::Plus, move || focus_entry(board))}
                    {tool(w.close, Sign::Close, move || leave(board))}
                </span>
            </header>
            <div class="show-curve" style:--stages=live(move || count().max(1).to_string())>
                <div class="show-scale" aria-hidden="true">
                    {[2_i8, 1, 0, -1, -2]
                        .map(|value| {
                            let level = Level::from_halves(value * 2);
                            view! { <span style:top=live(move || curve.top(level))>{figures::level(lang, level)}</span> }
                        })}
                </div>
                <div class="show-plot">
                    <div class="show-track" node_ref=track>
                        <CurvePicture curve name="show" />
                    </div>
                    <div class="show-columns">{each(move || board.stages.get(), column)}</div>
                </div>
            </div>
            <div class="show-body" aria-live="polite">
                {live(move || stage.get().map(|stage| body(board, stage)))}
            </div>
            <footer class="show-keys" aria-hidden="true">
                <span><kbd>{PresentVerb::Before.shown_keys()}</kbd> <kbd>{PresentVerb::Next.shown_keys()}</kbd> {mw.next_stage}</span>
                <span><kbd>{MapVerb::Entry.shown_keys()}</kbd> {mw.add_a_card}</span>
                <span><kbd>{PresentVerb::Dark.shown_keys()}</kbd> {PresentVerb::Dark.label(&names)}</span>
                <span><kbd>{"Esc"}</kbd> {PresentVerb::Leave.label(&names)}</span>
                <span><kbd>{mw.level_keys}</kbd> {mw.emotion_of_stage}</span>
            </footer>
            {shown(move || dark.get(), move || view! { <div class="show-dark" on:click=on(move |_| dark.set(false))></div> })}
        </div>
    }
}

/// What a finger does in place of a key.
fn tool(label: &'static str, sign: Sign, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button class="button icon-only quiet" aria-label=label on:click=on(move |_| act())>
            <Icon sign />
        </button>
    }
    .into_any()
}

/// What is shown of a stage.
fn body(board: Board, stage: StageId) -> AnyView {
    let subtitle = board.desk.read(Key::Stage(stage), |e| e.stage(stage).map(|stage| stage.subtitle.clone()));
    // A phone scrolls: there nothing is left out.
    let scrolls = board.session.narrow.get();
    let at_most = move |count: usize| if scrolls { usize::MAX } else { count };
    let mut said = cards(board, stage, LaneKind::Thoughts);
    let mut helps = cards(board, stage, LaneKind::Opportunities);
    let ranked = board.desk.peek(|e| ranking(e, board.journey, |_| ()));
    let mut hurts: Vec<CardId> =
        ranked.into_iter().filter(|friction| friction.stage == stage).map(|friction| friction.card).collect();
    let cut = |cards: &mut Vec<CardId>, count: usize| {
        let all = cards.len();
        cards.truncate(at_most(count));
        all - cards.len()
    };
    let not_listed = cut(&mut hurts, FRICTIONS) + cut(&mut helps, 1);
    for &card in &hurts {
        board.desk.track(Key::Details(card));
    }
    let text = move |card: CardId| {
        board.desk.read(Key::Card(card), |e| e.card(card).map(|card| card.text.clone())).unwrap_or_default()
    };
    let lengths: Vec<usize> = said.iter().map(|card| text(*card).chars().count()).collect();
    let not_said = cut(&mut said, fitting(&lengths));
    let score = move |card: CardId| {
        board
            .desk
            .read(Key::Details(card), |e| e.details(card).and_then(|details| details.score()))
            .map(|score| score.to_string())
    };
    let friction = move |card: CardId| {
        view! {
            <li class="show-friction">
                <Glyph card />
                <span class="show-words">{text(card)}</span>
                <b>{score(card)}</b>
            </li>
        }
    };
    let help = move |card: CardId| {
        view! { <li class="show-help"><span class="show-words">{text(card)}</span></li> }.into_any()
    };
    // What there is no room for is counted, below what is shown.
    let counted = move |shown: AnyView, rest: usize| {
        let more = (rest > 0).then(|| view! { <p class="show-more">{(board.mw().more_cards)(rest)}</p> });
        view! { <div class="show-part">{shown}{more}</div> }.into_any()
    };
    // What has no words of its own leaves its place to the other lanes: what is done there, and where.
    let mut others = others(board, stage).into_iter();
    let lane = move |(lane, cards): (LaneId, Vec<CardId>)| {
        let card = move |card: CardId| view! { <li class="show-words">{text(card)}</li> }.into_any();
        let rest = cards.len().saturating_sub(at_most(OTHERS));
        let list = view! {
            <section class="show-lane">
                <h3>{board.lane_name(lane)}</h3>
                <ul>{cards.into_iter().take(at_most(OTHERS)).map(card).collect_view()}</ul>
            </section>
        };
        counted(list.into_any(), rest)
    };
    let quote = move |card: CardId| {
        let words = quoted(board.session.lang(), &text(card));
        view! { <blockquote class="show-quote">{words}</blockquote> }.into_any()
    };
    // Beside what is said stands what is done there, in a line or two.
    let done = move |(lane, cards): (LaneId, Vec<CardId>)| {
        let words = cards.into_iter().map(text).collect::<Vec<_>>().join(" \u{b7} ");
        view! { <p class="show-done"><b>{board.lane_name(lane)}</b>" "{words}</p> }.into_any()
    };
    let says = !said.is_empty();
    let middle = if says {
        let said = counted(said.into_iter().map(quote).collect_view().into_any(), not_said);
        // What hurts or helps may have nothing to show: then the lane has that place.
        let acts = if hurts.is_empty() && helps.is_empty() { None } else { others.next().map(done) };
        Some(view! { <div class="show-said">{said}{acts}</div> }.into_any())
    } else {
        others.next().map(lane)
    };
    let right = if hurts.is_empty() && helps.is_empty() {
        others.next().map(lane)
    } else {
        let list = view! {
            <ul class="show-list">
                {hurts.into_iter().map(friction).collect_view()}
                {helps.into_iter().map(help).collect_view()}
            </ul>
        };
        Some(counted(list.into_any(), not_listed))
    };
    let name = board.stage_name(stage);
    let longest = longest_word(&name).max(1).to_string();
    view! {
        <div class="show-name" style:--longest=longest>
            <h2>{name}</h2>
            {subtitle.filter(|subtitle| !subtitle.is_empty()).map(|subtitle| view! { <p>{subtitle}</p> })}
        </div>
        {middle.unwrap_or_else(|| view! { <div></div> }.into_any())}
        {right}
    }
    .into_any()
}

/// How many thoughts have room one below the other, by their letters: one at least.
fn fitting(lengths: &[usize]) -> usize {
    let lines = lengths.iter().scan(0, |sum, letters| {
        *sum += letters.div_ceil(IN_A_LINE).max(1);
        Some(*sum)
    });
    lines.take_while(|lines| *lines <= LINES).count().max(1)
}

/// The lanes with cards that are shown in no way of their own, in the order of the map.
fn others(board: Board, stage: StageId) -> Vec<(LaneId, Vec<CardId>)> {
    let own = [LaneKind::Thoughts, LaneKind::Friction, LaneKind::Opportunities];
    let lanes = board.lanes.get().into_iter().filter(|lane| !own.contains(&board.kind(*lane)));
    let cards = |lane| board.desk.read(Key::Stage(stage), |e| e.stage(stage).map(|stage| stage.cards(lane).to_vec()));
    lanes.filter_map(|lane| Some((lane, cards(lane).filter(|cards| !cards.is_empty())?))).collect()
}

/// The cards of a stage in the lanes of a kind, top to bottom.
fn cards(board: Board, stage: StageId, kind: LaneKind) -> Vec<CardId> {
    let lanes = board.lanes.get();
    board.desk.read(Key::Stage(stage), |e| {
        let of_kind = lanes.iter().filter(|lane| e.lane(**lane).is_some_and(|lane| lane.kind == kind));
        of_kind.filter_map(|lane| Some(e.stage(stage)?.cards(*lane).to_vec())).flatten().collect()
    })
}
