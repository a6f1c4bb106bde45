//! Two maps side by side: both curves in one picture, and the gap of each stage.

use leptos::{ev, prelude::*};

use super::board::{Board, use_board};
use super::emotion::point_class;
use super::overlays;
use crate::i18n::figures;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::insight::compare::{Pair, pairs};
use crate::insight::curve::{self, CurveArea};
use crate::model::journey::JourneyKind;
use crate::model::quantity::{JourneyId, Level};
use crate::ui::commands::{MapVerb, Verb};
use crate::ui::parts::{Dialog, live, on};
use crate::ui::saving::Saver;

/// The picture's size, in pixels at its largest.
const SIZE: (f64, f64) = (860.0, 150.0);

/// What stays free above +2 and below -2.
const MARGIN: f64 = 12.0;

/// A map that can be compared.
#[derive(Clone, PartialEq)]
struct Named {
    id: JourneyId,
    title: String,
    kind: JourneyKind,
}

impl Named {
    fn whole_name(&self, jw: &JourneyWords) -> String {
        format!("{} ({})", self.title, jw.kind_of_map(self.kind))
    }
}

/// The dialog.
#[component]
pub fn Compare() -> impl IntoView {
    let board = use_board();
    let saver: Saver = expect_context();
    let (w, mw, vw) = (board.session.w(), board.mw(), board.vw());
    let open = board.overlays.comparing;
    let chosen = RwSignal::new(None::<JourneyId>);
    let body = move || {
        // Built anew when the dialog opens or another map is chosen.
        let maps = maps(board, board.jw());
        let here = maps.iter().find(|map| map.id == board.journey)?.clone();
        let others: Vec<Named> = maps.into_iter().filter(|map| map.id != here.id).collect();
        let wanted = chosen.get();
        let find = |is: &dyn Fn(&Named) -> bool| others.iter().find(|map| is(map));
        let other = find(&|map| Some(map.id) == wanted)
            .or_else(|| find(&|map| map.kind != here.kind))
            .or_else(|| others.first())
            .cloned();
        let Some(other) = other else {
            let make = move |_| {
                open.set(false);
                overlays::make_to_be(board, saver);
            };
            let view = view! {
                <p>{vw.nothing_to_compare}</p>
                <div class="dialog-actions">
                    <button class="button" on:click=on(move |_| open.set(false))>{w.close}</button>
                    <button class="button primary" on:click=on(make)>{MapVerb::MakeToBe.label(&board.verb_words())}</button>
                </div>
            };
            return Some(view.into_any());
        };
        let option = |map: &Named| {
            let is_chosen = map.id == other.id;
            view! { <option value=map.id.to_string() selected=is_chosen>{map.whole_name(board.jw())}</option> }
        };
        let options = others.iter().map(option).collect_view();
        let choose = move |event: ev::Event| {
            chosen.set(event_target_value(&event).parse().ok().map(JourneyId));
        };
        let view = view! {
            <label class="compare-with">
                <span>{vw.compare_with}</span>
                <select class="field" on:change=on(choose)>{options}</select>
            </label>
            {side_by_side(board, &here, &other)}
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.close}</button>
            </div>
        };
        Some(view.into_any())
    };
    view! { <Dialog open=open title=mw.compare class="compare">{live(body)}</Dialog> }
}

fn maps(board: Board, jw: &'static JourneyWords) -> Vec<Named> {
    board.desk.peek(|e| {
        let named = |(id, journey): (JourneyId, &crate::model::journey::Journey)| Named {
            id,
            title: title_or(&journey.title, jw.untitled_map).to_owned(),
            kind: journey.kind,
        };
        e.journeys().map(named).collect()
    })
}

fn side_by_side(board: Board, here: &Named, other: &Named) -> AnyView {
    let (jw, vw) = (board.jw(), board.vw());
    let lang = board.session.lang();
    // From what is to what should be, wherever one stands.
    let (first, second) =
        if here.kind == JourneyKind::ToBe && other.kind == JourneyKind::AsIs { (other, here) } else { (here, other) };
    let pairs = board.desk.peek(|e| pairs(e, first.id, second.id));
    let name =
        |map: &Named| if first.kind == second.kind { map.title.clone() } else { jw.kind_of_map(map.kind).to_owned() };
    let (first, second) = (name(first), name(second));
    let total = |score: fn(&Pair) -> u32| pairs.iter().map(score).sum::<u32>().to_string();
    let (hurts, will_hurt) = (total(|pair| pair.hurts), total(|pair| pair.will_hurt));
    let level = |level: Option<Level>| match level {
        Some(_) => {
            let text = level.map(|level| figures::level(lang, level));
            view! { <td><span class=format!("level {}", point_class(level))>{text}</span></td> }.into_any()
        }
        None => view! { <td class="none" aria-label=jw.no_level>"\u{2013}"</td> }.into_any(),
    };
    let row = |(at, pair): (usize, &Pair)| {
        let gap = pair.gap();
        let class = match gap {
            Some(gap) if gap > 0 => "gap better",
            Some(gap) if gap < 0 => "gap worse",
            _ => "gap",
        };
        let text = gap.map_or_else(|| "\u{2013}".into(), |gap| figures::halves(lang, gap));
        let alone = pair.first.is_none() || pair.second.is_none();
        let score = |there: bool, score: u32| if there { score.to_string() } else { "\u{2013}".into() };
        view! {
            <tr>
                <th scope="row">
                    {stage_name(pair, at, jw)}
                    {alone.then(|| view! { <span class="chip">{vw.only_here} ": " {if pair.first.is_some() { first.clone() } else { second.clone() }}</span> })}
                </th>
                {level(pair.from)}
                {level(pair.to)}
                <td class=class>{text}</td>
                <td>{score(pair.first.is_some(), pair.hurts)}</td>
                <td>{score(pair.second.is_some(), pair.will_hurt)}</td>
            </tr>
        }
    };
    let rows = pairs.iter().enumerate().map(row).collect_view();
    let friction = |name: &str| format!("{}: {name}", vw.friction_scores);
    view! {
        <p class="compare-keys" aria-hidden="true">
            <span class="key-first">{first.clone()}</span>
            <span class="key-second">{second.clone()}</span>
        </p>
        {picture(&pairs, board)}
        <div class="compare-scroll" tabindex="0" role="region" aria-label=board.mw().compare>
            <table class="compare-table">
                <thead>
                    <tr>
                        <th scope="col">{jw.stage}</th>
                        <th scope="col">{first.clone()}</th>
                        <th scope="col">{second.clone()}</th>
                        <th scope="col">{vw.gap}</th>
                        <th scope="col">{friction(&first)}</th>
                        <th scope="col">{friction(&second)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="4">{vw.all_stages}</th>
                        <td>{hurts}</td>
                        <td>{will_hurt}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}

/// The name of the stage; both names where the maps call it differently.
fn stage_name(pair: &Pair, at: usize, jw: &JourneyWords) -> String {
    let named = |name: &Option<String>| Some(jw.stage_or(name.as_deref()?.trim(), at));
    match (named(&pair.first), named(&pair.second)) {
        (Some(first), Some(second)) if first.to_lowercase() != second.to_lowercase() => {
            format!("{first} \u{2192} {second}")
        }
        (first, second) => first.or(second).unwrap_or_default(),
    }
}

/// Both curves over the names of the stages, and between them the gap of each stage.
fn picture(pairs: &[Pair], board: Board) -> AnyView {
    let (jw, lang) = (board.jw(), board.session.lang());
    let (width, height) = SIZE;
    let frame = CurveArea { stage: width / pairs.len().max(1) as f64, height, margin: MARGIN };
    let path = |pick: fn(&Pair) -> Option<Level>| curve::paths(&pairs.iter().map(pick).collect::<Vec<_>>(), frame).line;
    let zero = format!("M0 {0:.1}H{width}", frame.y(0.0));
    let gap = |(at, pair): (usize, &Pair)| {
        let (from, to) = pair.from.zip(pair.to)?;
        let class = if to > from { "gap-line better" } else { "gap-line worse" };
        let data = format!("M{0:.1} {1:.1}V{2:.1}", frame.x(at), frame.y(from.value()), frame.y(to.value()));
        (from != to).then(|| view! { <path class=class d=data /> })
    };
    let gaps = pairs.iter().enumerate().filter_map(gap).collect_view();
    let mark = |value: i8| {
        let level = Level::from_halves(value * 2);
        let top = format!("{:.1}%", frame.y(level.value()) / height * 100.0);
        view! { <span style:top=top>{figures::level(lang, level)}</span> }
    };
    let name = |(at, pair): (usize, &Pair)| view! { <span>{stage_name(pair, at, jw)}</span> };
    view! {
        <div class="compare-curves" aria-hidden="true">
            <div class="compare-scale">{[2, 1, 0, -1, -2].map(mark)}</div>
            <svg class="compare-picture" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="none">
                <path class="zero-line" d=zero />
                {gaps}
                <path class="second-line" d=path(|pair| pair.to) />
                <path class="curve-line" d=path(|pair| pair.from) />
            </svg>
            <div class="compare-stages" style:--stages=pairs.len().max(1).to_string()>
                {pairs.iter().enumerate().map(name).collect_view()}
            </div>
        </div>
    }
    .into_any()
}
