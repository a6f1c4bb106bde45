//! Printing.

use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::element;

/// Opens the browser's print.
pub fn print() {
    // Refused only in a frame that forbids it; the keys of the browser are left then.
    let _ = window().print();
}

/// Calls back just before the browser prints, by whatever way, and after.
pub fn on_print(before: impl Fn() + 'static, after: impl Fn() + 'static) -> [WindowListenerHandle; 2] {
    [
        window_event_listener_untyped("beforeprint", move |_| before()),
        window_event_listener_untyped("afterprint", move |_| after()),
    ]
}

/// Says what stands at the foot of each page: a name, and `page` as a style sheet writes it; where that is empty, what any page has.
pub fn foot(name: &str, page: &str) {
    let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let name = name.replace('\\', "\\\\").replace('"', "\\\"");
    element::set_style(&root, "--paper-name", &format!("\"{name}\""));
    element::set_style(&root, "--paper-page", page);
}

/// A new element at the end of the page for what is shown in print only, in place of the one that was there.
pub fn sheets(class: &str) -> Option<HtmlElement> {
    take_away();
    let sheets: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    sheets.set_id("sheets");
    sheets.set_class_name(class);
    document().body()?.append_child(&sheets).ok()?;
    Some(sheets)
}

/// Takes away what [`sheets`] has put there.
pub fn take_away() {
    if let Some(sheets) = element::by_id("sheets") {
        sheets.remove();
    }
}
