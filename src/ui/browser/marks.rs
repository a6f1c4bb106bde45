//! Stretches of text that are painted without touching the page (CSS Custom Highlight API), and the selection that a person
//! made. The browser counts UTF-16.

use js_sys::{Array, Function, Map, Reflect, Set};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, Range, Selection};

use super::element::{self, Rect};

/// The registry of what is painted; `None` in browsers that cannot.
fn registry() -> Option<Map> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    (!registry.is_undefined()).then(|| registry.unchecked_into())
}

/// The stretches that are painted in one way: `::highlight(name)` in the style sheet.
fn layer(name: &str) -> Option<Set> {
    let registry = registry()?;
    let known = registry.get(&name.into());
    if !known.is_undefined() {
        return Some(known.unchecked_into());
    }
    let make: Function = Reflect::get(&window(), &"Highlight".into()).ok()?.dyn_into().ok()?;
    let layer: JsValue = Reflect::construct(&make, &Array::new()).ok()?;
    registry.set(&name.into(), &layer);
    Some(layer.unchecked_into())
}

/// A stretch that is painted until it is dropped.
pub struct Painted {
    layer: Set,
    range: Range,
}

impl Drop for Painted {
    fn drop(&mut self) {
        self.layer.delete(&self.range);
    }
}

/// Paints a stretch of an element's text, from and to UTF-16 offsets. `None` where the browser cannot, or the text is shorter.
pub fn paint(name: &str, text: &Element, start: u32, end: u32) -> Option<Painted> {
    let layer = layer(name)?;
    let node = text_node(text)?;
    let range = document().create_range().ok()?;
    range.set_start(&node, start).ok()?;
    range.set_end(&node, end).ok()?;
    layer.add(&range);
    Some(Painted { layer, range })
}

/// The text of an element that holds nothing else.
fn text_node(element: &Element) -> Option<Node> {
    let nodes = element.child_nodes();
    let is_text = |node: &Node| node.node_type() == Node::TEXT_NODE;
    (0..nodes.length()).filter_map(|at| nodes.get(at)).find(is_text)
}

fn length(element: &Element) -> u32 {
    element.text_content().map_or(0, |text| text.encode_utf16().count() as u32)
}

fn selection() -> Option<Selection> {
    window().get_selection().ok().flatten()
}

/// One end of a selection: an element of text, and the UTF-16 offset in it.
pub type End = (HtmlElement, u32);

/// What is selected, where it was begun and where it ends, in elements of text that a selector finds inside those that another
/// one finds. `None` where nothing is selected, or something else.
pub fn selected(row: &str, text: &str) -> Option<(End, End)> {
    let selection = selection().filter(|selection| !selection.is_collapsed())?;
    let end = |node: Option<Node>, offset: u32| {
        let node = node?;
        let around = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        if let Some(inside) = around.closest(text).ok().flatten() {
            let offset = match node.node_type() {
                Node::TEXT_NODE => offset,
                _ if offset == 0 => 0,
                _ => length(&inside),
            };
            return Some((inside.dyn_into::<HtmlElement>().ok()?, offset));
        }
        // Outside the words: what stands before them counts as their beginning, the rest as their end.
        let row = around.closest(row).ok().flatten()?;
        let inside = element::inside(&row, text)?;
        let is_before = inside.compare_document_position(&node) & Node::DOCUMENT_POSITION_PRECEDING != 0;
        let offset = if is_before { 0 } else { length(&inside) };
        Some((inside, offset))
    };
    Some((
        end(selection.anchor_node(), selection.anchor_offset())?,
        end(selection.focus_node(), selection.focus_offset())?,
    ))
}

/// Selects from one place to another.
pub fn select(from: &End, to: &End) {
    let (Some(selection), Some(one), Some(other)) = (selection(), text_node(&from.0), text_node(&to.0)) else { return };
    // An offset beyond the text is refused, and the selection stays as it is.
    let _ = selection.set_base_and_extent(&one, from.1, &other, to.1);
}

/// Selects nothing.
pub fn select_nothing() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Where the end of the selection is in the window.
pub fn selection_rect() -> Option<Rect> {
    let range = selection()?.get_range_at(0).ok()?;
    let rects = range.get_client_rects()?;
    let rect = rects
        .length()
        .checked_sub(1)
        .and_then(|last| rects.get(last))
        .unwrap_or_else(|| range.get_bounding_client_rect());
    Some(Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() })
}
