//! A whole that is split in two by a handle.

use leptos::{ev, prelude::*};

use super::steps::steps;
use super::{live, on};
use crate::ui::browser::element;

/// One of the two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BudgetSide {
    /// What it is: "Keep, A had 15".
    pub name: String,
    /// Its share as it is written inside: "40%".
    pub share: String,
    /// How much it is: "₽9.6M".
    pub amount: String,
}

/// Below this share there is no room for the figure inside.
const TOO_NARROW: f64 = 0.18;
/// One step, of one.
const STEP: f64 = 0.01;
/// A finger that has moved so far sideways, in pixels, does not scroll.
const SIDEWAYS: i32 = 6;

/// A budget split in two. Arrows move the handle by a hundredth, with Shift by ten.
#[component]
pub fn SplitBar(
    /// Its name.
    #[prop(into)]
    label: String,
    /// The share of the part at the right, from 0 to 1.
    #[prop(into)]
    value: Signal<f64>,
    /// Takes a new share, while dragging too.
    set: Callback<f64>,
    /// The hand was taken off: the step of the history ends.
    settle: Callback<()>,
    /// The part at the left and the one at the right.
    #[prop(into)]
    parts: Signal<(BudgetSide, BudgetSide)>,
    /// The share in the scenario that it is compared with.
    #[prop(into)]
    mark: Signal<Option<f64>>,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
) -> impl IntoView {
    let dragged = StoredValue::new(false);
    // Where the pointer was put down, and what the share was.
    let begun = StoredValue::new(None::<(i32, f64)>);
    let put = move |to: f64| {
        let to = (to / STEP).round() * STEP;
        let to = to.clamp(0.0, 1.0);
        if to != value.get_untracked() {
            set.run(to);
        }
    };
    let drag = move |event: &ev::PointerEvent| {
        if let Some(bar) = element::around(event.target(), ".split-bar") {
            let place = element::rect(&bar);
            if place.width > 0.0 {
                put(1.0 - (f64::from(event.client_x()) - place.left) / place.width);
            }
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let by = steps(&event, &[("ArrowRight", -1.0), ("ArrowUp", -1.0), ("ArrowLeft", 1.0), ("ArrowDown", 1.0)]);
        let by = by.or_else(|| steps(&event, &[("Home", f64::INFINITY), ("End", f64::NEG_INFINITY)]));
        if let Some(by) = by.filter(|_| !read_only.get_untracked()) {
            event.prevent_default();
            put(value.get_untracked() + by * STEP);
        }
    };
    let end = move || {
        begun.set_value(None);
        if dragged.get_value() {
            dragged.set_value(false);
            settle.run(());
        }
    };
    let press = move |event: ev::PointerEvent| {
        if event.button() != 0 || read_only.get_untracked() {
            return;
        }
        if let Some(bar) = element::around(event.target(), ".split-bar") {
            element::capture_pointer(&bar, event.pointer_id());
        }
        begun.set_value(Some((event.client_x(), value.get_untracked())));
        // A finger may be about to scroll the page: it drags once it has moved sideways.
        if event.pointer_type() != "touch" {
            dragged.set_value(true);
            drag(&event);
        }
    };
    let go = move |event: ev::PointerEvent| {
        let Some((x, _)) = begun.get_value() else { return };
        if dragged.get_value() || (event.client_x() - x).abs() >= SIDEWAYS {
            dragged.set_value(true);
            drag(&event);
        }
    };
    let lift = move |event: ev::PointerEvent| {
        if begun.get_value().is_some() && !dragged.get_value() {
            dragged.set_value(true);
            drag(&event);
        }
        end();
    };
    // The browser scrolls with this finger: nothing was meant for the bar.
    let cancel = move |_: ev::PointerEvent| {
        if let Some((_, before)) = begun.get_value().filter(|(_, before)| *before != value.get_untracked()) {
            set.run(before);
        }
        end();
    };
    let spoken = move || {
        let (left, right) = parts.get();
        format!("{} {}, {} {}", left.name, left.share, right.name, right.share)
    };
    let inside = move |right: bool| {
        live(move || {
            let (left_part, right_part) = parts.get();
            let (part, share) = if right { (right_part, value.get()) } else { (left_part, 1.0 - value.get()) };
            (share >= TOO_NARROW).then_some(part.share)
        })
    };
    let outside = move |pick: fn((BudgetSide, BudgetSide)) -> BudgetSide| {
        view! {
            <span class="split-part">
                <span>{live(move || pick(parts.get()).name)}</span>
                <b>{live(move || pick(parts.get()).amount)}</b>
            </span>
        }
        .into_any()
    };
    view! {
        <div class="split">
            <div
                class="split-bar"
                role="slider"
                tabindex="0"
                aria-label=label
                aria-orientation="horizontal"
                aria-disabled=live(move || read_only.get().to_string())
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=live(move || format!("{:.0}", (1.0 - value.get()) * 100.0))
                aria-valuetext=live(spoken)
                style:--share=live(move || (1.0 - value.get()).clamp(0.0, 1.0).to_string())
                on:keydown=on(key)
                on:blur=on(move |_| settle.run(()))
                on:pointerdown=on(press)
                on:pointermove=on(go)
                on:pointerup=on(lift)
                on:pointercancel=on(cancel)
            >
                <span class="split-left">{inside(false)}</span>
                <span class="split-right">{inside(true)}</span>
                {live(move || {
                    mark.get()
                        .map(|mark| {
                            let class = if mark < value.get() { "split-mark on-right" } else { "split-mark" };
                            view! { <span class=class style:--at=(1.0 - mark).to_string()></span> }.into_any()
                        })
                })}
                <span class="split-handle"></span>
            </div>
            <div class="split-parts">{outside(|parts| parts.0)} {outside(|parts| parts.1)}</div>
        </div>
    }
}
