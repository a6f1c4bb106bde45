//! Pictures that were drawn as SVG text: this is the one place where text becomes elements.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::live;

/// A picture. The text is our own drawing.
#[component]
pub fn Figure(
    /// The SVG text.
    svg: Signal<String>,
    /// A class of its own.
    class: &'static str,
) -> impl IntoView {
    view! { <div class=class aria-hidden="true" inner_html=live(move || svg.get())></div> }
}

/// Fills an element with pictures at once, as the browser wants it before it prints.
pub fn fill(element: &HtmlElement, pictures: &str) {
    element.set_inner_html(pictures);
}
