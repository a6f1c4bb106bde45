//! The keyboard never falls out of the page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit};

use super::element;

/// How many frames a screen may take to come, as one that is fetched first.
const PATIENCE: u32 = 600;

/// Where what has the keyboard goes away, or a click takes the keyboard to nowhere (as one on a button does in WebKit), it
/// goes to the open dialog, to the cursor of the map, or else to the heading of the screen. For as long as the page lives.
pub fn keep() {
    let last = Rc::new(RefCell::new(None::<Element>));
    let seen = last.clone();
    watch_for_losses(last.clone());
    // In a window that is not the front one browsers move the keyboard without a word.
    let note = {
        let last = last.clone();
        move || {
            if !element::focus_is_lost() {
                last.replace(document().active_element());
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
        *seen.borrow_mut() = event.target().and_then(|target| target.dyn_into().ok());
    });
    // A button that a click takes away had the keyboard once it was pressed.
    let _ = window_event_listener(ev::mouseup, move |_| note());
    let _ = window_event_listener(ev::click, move |_| click());
    let _ = window_event_listener(ev::keydown, move |_| key());
    let _ = window_event_listener(ev::hashchange, move |_| address());
}

/// What is drawn later, as an answer that was computed meanwhile, may take away what has the keyboard, or disable it.
fn watch_for_losses(last: Rc<RefCell<Option<Element>>>) {
    let lost = Closure::<dyn FnMut()>::new(move || {
        if element::focus_is_lost() && last.borrow().as_ref().is_some_and(is_out) {
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

/// Looks before the next frame whether the keyboard is lost, and again until there is something to give it to.
fn look(last: Rc<RefCell<Option<Element>>>, patience: u32) {
    request_animation_frame(move || {
        if element::focus_is_lost() {
            let is_gone = last.borrow().as_ref().is_some_and(is_out);
            // What has the keyboard may be about to go; a screen that is fetched first may be about to come.
            let step = if is_gone { 1 } else { PATIENCE / 20 };
            if !catch(is_gone) && patience > step {
                look(last, patience - step);
            }
        }
    });
}

/// Whether an element can have the keyboard no more.
fn is_out(element: &Element) -> bool {
    !element.is_connected() || element.matches(":disabled").unwrap_or(false)
}

/// Gives the keyboard to something. Says whether there was something.
fn catch(is_gone: bool) -> bool {
    // Behind an open dialog nothing can have the keyboard.
    let inside = "dialog[open] input, dialog[open] select, dialog[open] button";
    if let Some(first) = element::find(inside) {
        element::focus_still(&first);
    } else if let Some(cursor) = element::find("[role=grid] [tabindex='0']") {
        element::focus_still(&cursor);
    } else if let Some(heading) = element::find("main h1").filter(|_| is_gone) {
        element::set_attribute(&heading, "tabindex", "-1");
        element::focus_still(&heading);
    }
    !element::focus_is_lost()
}
