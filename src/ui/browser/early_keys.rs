//! Keys that come before what they are meant for.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, KeyboardEventInit};

use super::element;

/// Keys that are held from the page until what was asked for is there. Dropped, it holds no more.
pub struct EarlyKeys {
    keys: Rc<RefCell<Vec<KeyboardEvent>>>,
    hold: Closure<dyn Fn(KeyboardEvent)>,
}

impl EarlyKeys {
    /// Holds what is typed from now on. Whoever presses Esc or Tab is done with waiting: the keys are the page's again. Esc gives up
    /// what was asked for, too, where `gives_up` says so.
    pub fn hold(gives_up: impl Fn() -> bool + 'static) -> Self {
        let keys = Rc::new(RefCell::new(Vec::new()));
        let is_over = RefCell::new(false);
        let held = keys.clone();
        let hold = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let key = event.key();
            let is_chord = event.ctrl_key() || event.meta_key() || event.alt_key();
            match key.as_str() {
                "Escape" | "Tab" => {
                    held.borrow_mut().clear();
                    if !is_over.replace(true) && key == "Escape" && gives_up() {
                        swallow(&event);
                    }
                }
                _ if is_chord || *is_over.borrow() || !is_typed(&key) => (),
                "Backspace" => {
                    held.borrow_mut().pop();
                    swallow(&event);
                }
                _ => {
                    swallow(&event);
                    held.borrow_mut().push(event);
                }
            }
        });
        // Before anything on the page hears of it.
        _ = window().add_event_listener_with_callback_and_bool("keydown", hold.as_ref().unchecked_ref(), true);
        EarlyKeys { keys, hold }
    }

    /// What was asked for is there: it gets the keys, in their order.
    pub fn release(self) {
        let keys = self.keys.take();
        drop(self);
        for key in keys {
            if let Some(element) = document().active_element() {
                hand_over(&element, &key);
            }
        }
    }
}

impl Drop for EarlyKeys {
    fn drop(&mut self) {
        let hold = self.hold.as_ref().unchecked_ref();
        _ = window().remove_event_listener_with_callback_and_bool("keydown", hold, true);
    }
}

/// Whether a key writes a letter, or is pressed amid letters.
fn is_typed(key: &str) -> bool {
    key.chars().count() == 1 || key == "Enter" || key == "Backspace" || key.starts_with("Arrow")
}

fn swallow(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_immediate_propagation();
}

/// Presses a key again, where the keyboard is now. No browser writes letters for keys that a page presses.
fn hand_over(element: &Element, key: &KeyboardEvent) {
    let again = KeyboardEventInit::new();
    again.set_key(&key.key());
    again.set_code(&key.code());
    again.set_shift_key(key.shift_key());
    again.set_bubbles(true);
    again.set_cancelable(true);
    let Ok(again) = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &again) else { return };
    if element.dispatch_event(&again) != Ok(true) {
        return;
    }
    // Nor does it answer Enter in a form.
    if key.key() == "Enter" {
        let form = element.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::form);
        _ = form.map(|form| form.request_submit());
    }
    if key.key().chars().count() != 1 {
        return;
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        element::type_into(area, &key.key());
    } else if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        element::type_over(field, &key.key());
    } else {
        return;
    }
    let input = EventInit::new();
    input.set_bubbles(true);
    _ = Event::new_with_event_init_dict("input", &input).map(|input| element.dispatch_event(&input));
}
