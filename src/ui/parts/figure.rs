//! A picture that was drawn as SVG text.

use leptos::prelude::*;

use super::live;

/// A picture. The text is our own drawing: this is the one place where text becomes elements.
#[component]
pub fn Figure(
    /// The SVG text.
    svg: Signal<String>,
    /// A class of its own.
    class: &'static str,
) -> impl IntoView {
    view! { <div class=class aria-hidden="true" inner_html=live(move || svg.get())></div> }
}
