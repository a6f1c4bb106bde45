//! The keyboard never falls out of the page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

use super::element;

/// How many frames a screen may take to come, as one that is fetched first.
const PATIENCE: u32 = 600;

/// What had the keyboard last.
#[derive(Default)]
struct Last {
    element: Option<Element>,
    /// What stands beside the item of a list that went away with it, or came back by it.
    neighbour: Option<Element>,
}

/// For how many frames something that was deleted is waited for to come back.
const FRAMES_TO_RETURN: u32 = 30;

/// Where what has the keyboard goes away, or a click takes the keyboard to nowhere (as one on a button does in WebKit), it
/// goes to the open dialog, to the cursor of the map, to the next item of a list, or else to the heading of the screen. For as long
/// as the page lives.
pub fn keep() {
    let last = Rc::new(RefCell::new(Last::default()));
    let seen = last.clone();
    watch_for_losses(last.clone());
    // In a window that is not the front one browsers move the keyboard without a word.
    let note = {
        let last = last.clone();
        move || {
            if !element::focus_is_lost() {
                last.replace(Last { element: document().active_element(), neighbour: None });
            }
        }
    };
    let rescue = {
        let note = note.clone();
        move || {
            note();
            look(last.clone(), PATIENCE);
        }
    };
    // Most of what takes an element away follows a click, a key or a new address.
    let (click, key, address) = (rescue.clone(), rescue.clone(), rescue);
    let _ = window_event_listener(ev::focusin, move |event| {
        *seen.borrow_mut() =
            Last { element: event.target().and_then(|target| target.dyn_into().ok()), neighbour: None };
    });
    // A button that a click takes away had the keyboard once it was pressed.
    let _ = window_event_listener(ev::mouseup, move |_| note());
    let _ = window_event_listener(ev::click, move |_| click());
    let _ = window_event_listener(ev::keydown, move |_| key());
    let _ = window_event_listener(ev::hashchange, move |_| address());
}

/// What is drawn later, as an answer that was computed meanwhile, may take away what has the keyboard, or disable it.
fn watch_for_losses(last: Rc<RefCell<Last>>) {
    let lost = Closure::<dyn FnMut(js_sys::Array)>::new(move |records: js_sys::Array| {
        if element::focus_is_lost() && is_gone(&last) {
            for record in records.iter().map(MutationRecord::from) {
                last.borrow_mut().follow(&record);
            }
            look(last.clone(), PATIENCE);
        }
    });
    let Ok(observer) = MutationObserver::new(lost.as_ref().unchecked_ref()) else { return };
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_attribute_filter(&js_sys::Array::of1(&"disabled".into()));
    if observer.observe_with_options(&document(), &what).is_ok() {
        lost.forget();
    }
}

impl Last {
    /// Notes what stands where that stood which a change of the page took away.
    fn follow(&mut self, change: &MutationRecord) {
        let Some(gone) = &self.element else { return };
        if is_of_toast(gone) {
            self.neighbour = self.neighbour.take().or_else(|| items(&change.added_nodes()).next());
            return;
        }
        let removed = change.removed_nodes();
        let mut removed = (0..removed.length()).filter_map(|at| removed.item(at));
        if !removed.any(|node| node.contains(Some(gone))) {
            return;
        }
        match items(&change.removed_nodes()).find(|item| item.contains(Some(gone))) {
            Some(item) => self.neighbour = neighbour(change, &item),
            // A part of an item goes, perhaps before all of it.
            None => {
                let item = change.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest(ITEM).ok()?);
                if item.is_some() {
                    self.element.clone_from(&item);
                    self.neighbour = item;
                }
            }
        }
    }
}

/// An item of a list.
const ITEM: &str = "li, tr, article";

/// The items of lists among some nodes.
fn items(nodes: &NodeList) -> impl Iterator<Item = Element> {
    let elements = (0..nodes.length()).filter_map(|at| nodes.item(at)?.dyn_into::<Element>().ok());
    elements.filter(|node| node.matches(ITEM).unwrap_or(false))
}

/// Undo in a toast brings the item back that was deleted, and the toast goes.
fn is_of_toast(gone: &Element) -> bool {
    gone.closest(".toast").is_ok_and(|toast| toast.is_some())
}

/// What stands beside an item that was taken away: the next one, or else the one before.
fn neighbour(change: &MutationRecord, item: &Element) -> Option<Element> {
    let is_like_it = |node: &Node| node.dyn_ref::<Element>().is_some_and(|one| one.tag_name() == item.tag_name());
    let mut after = std::iter::successors(change.next_sibling(), Node::next_sibling);
    let mut before = std::iter::successors(change.previous_sibling(), Node::previous_sibling);
    after.find(is_like_it).or_else(|| before.find(is_like_it))?.dyn_into().ok()
}

/// Looks before the next frame whether the keyboard is lost, and again until there is something to give it to.
fn look(last: Rc<RefCell<Last>>, patience: u32) {
    request_animation_frame(move || {
        if element::focus_is_lost() {
            let is_gone = is_gone(&last);
            // What has the keyboard may be about to go; a screen that is fetched first may be about to come.
            let step = if is_gone { 1 } else { PATIENCE / 20 };
            let neighbour = last.borrow().neighbour.clone();
            // What undo brings back may be sorted in by what is computed first.
            let waits =
                last.borrow().element.as_ref().is_some_and(is_of_toast) && patience > PATIENCE - FRAMES_TO_RETURN;
            if !catch(is_gone && !waits, neighbour) && patience > step {
                look(last, patience - step);
            }
        }
    });
}

/// Whether what had the keyboard can have it no more.
fn is_gone(last: &RefCell<Last>) -> bool {
    let is_out = |element: &Element| !element.is_connected() || element.matches(":disabled").unwrap_or(false);
    last.borrow().element.as_ref().is_some_and(is_out)
}

/// Gives the keyboard to something. Says whether there was something.
fn catch(is_gone: bool, neighbour: Option<Element>) -> bool {
    const FOCUSABLE: &str =
        "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, [tabindex]";
    let entrance = |item: Element| item.query_selector(FOCUSABLE).ok().flatten();
    let item = neighbour
        .filter(|item| item.is_connected())
        .and_then(entrance)
        .and_then(|one| one.dyn_into::<HtmlElement>().ok());
    // Behind an open dialog nothing can have the keyboard.
    let first = "dialog[open] input, dialog[open] select, dialog[open] button";
    if let Some(first) = element::find(first) {
        let in_dialog = item.filter(|item| item.matches("dialog[open] *").unwrap_or(false));
        element::focus_still(in_dialog.as_ref().unwrap_or(&first));
    } else if let Some(cursor) = element::find("[role=grid] [tabindex='0']") {
        element::focus_still(&cursor);
    } else if let Some(item) = item {
        element::focus_still(&item);
    } else if let Some(heading) = element::find("main h1").filter(|_| is_gone) {
        element::set_attribute(&heading, "tabindex", "-1");
        element::focus_still(&heading);
    }
    !element::focus_is_lost()
}
