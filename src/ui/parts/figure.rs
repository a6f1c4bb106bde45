//! Pictures that were drawn as SVG text: this is the one place where text becomes elements.

use leptos::{html, prelude::*};
use web_sys::HtmlElement;

use crate::charts::{self, Change};
use crate::ui::browser::element;

/// A picture. The text is our own drawing.
#[component]
pub fn Figure(
    /// The SVG text.
    svg: Signal<String>,
    /// A class of its own.
    class: &'static str,
    /// The text that it shows, for who shows another one in it for a while.
    #[prop(optional)]
    drawn: Option<StoredValue<String>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let first = svg.get_untracked();
    let drawn = drawn.unwrap_or_else(|| StoredValue::new(String::new()));
    drawn.set_value(first.clone());
    Effect::new(move |_| {
        let svg = svg.get();
        if let Some(node) = node.get() {
            redraw(&node, drawn, svg);
        }
    });
    view! { <div class=class aria-hidden="true" inner_html=first node_ref=node></div> }
}

/// Shows another picture in the place of the one that is `drawn`. Where both have the same shapes only what differs is touched:
/// a browser lays out anew what it is given anew.
pub fn redraw(element: &HtmlElement, drawn: StoredValue<String>, svg: String) {
    let changed =
        drawn.with_value(|before| charts::changes(before, &svg)).and_then(|changes| change(element, &changes));
    if changed.is_none() {
        fill(element, &svg);
    }
    drawn.set_value(svg);
}

fn change(element: &HtmlElement, changes: &[Change]) -> Option<()> {
    if changes.is_empty() {
        return Some(());
    }
    let at = element::by_place(element)?;
    for change in changes {
        match change {
            Change::Attribute(place, name, value) => at(*place)?.set_attribute(name, value).ok()?,
            Change::Words(place, words) => at(*place)?.set_text_content(Some(words)),
        }
    }
    Some(())
}

/// Fills an element with pictures at once, as the browser wants it before it prints.
pub fn fill(element: &HtmlElement, pictures: &str) {
    element.set_inner_html(pictures);
}
