//! Elements of the page: finding, focusing, measuring.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, EventTarget, FocusEvent, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

impl Rect {
    /// Whether a point lies inside.
    pub fn holds(&self, x: f64, y: f64) -> bool {
        (self.left..self.left + self.width).contains(&x) && (self.top..self.top + self.height).contains(&y)
    }

    /// Whether another one has a part in common with it.
    pub fn overlaps(&self, other: &Rect) -> bool {
        let meet = |from: f64, size: f64, at: f64, of: f64| from < at + of && at < from + size && of > 0.0;
        meet(self.left, self.width, other.left, other.width) && meet(self.top, self.height, other.top, other.height)
    }
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// All elements that a selector finds inside `root`.
pub fn find_all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Finds the elements inside `root` by their place in it, of whatever kind they are.
pub fn by_place(root: &Element) -> Option<impl Fn(usize) -> Option<Element>> {
    let all = root.query_selector_all("*").ok()?;
    Some(move |place| all.get(u32::try_from(place).ok()?)?.dyn_into().ok())
}

/// All elements of the page that a selector finds.
pub fn everywhere(selector: &str) -> Vec<HtmlElement> {
    document().document_element().map(|page| find_all(&page, selector)).unwrap_or_default()
}

/// The nearest element around an event's target that fits the selector.
pub fn around(target: Option<EventTarget>, selector: &str) -> Option<HtmlElement> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// The nearest element around a point of the window that fits the selector.
pub fn at(x: i32, y: i32, selector: &str) -> Option<HtmlElement> {
    document().element_from_point(x as f32, y as f32)?.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether the keyboard went elsewhere in the page. Where another window has it for a while, the field stays open.
pub fn was_left(event: &FocusEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    document().active_element() != field
}

/// Gives an element the keyboard without moving the page, then brings it into view by the shortest way.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
    show(element);
}

/// Brings an element into view by the shortest way.
pub fn show(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether nothing has the keyboard: focus was lost with the element that had it.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"))
}

/// Whether the keyboard is inside an element that fits the selector.
pub fn focus_is_in(selector: &str) -> bool {
    document().active_element().is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Whether keys are being typed into a field.
pub fn focus_is_in_a_field() -> bool {
    focus_is_in("input, textarea, select")
}

/// Takes the keyboard from the field that has it.
pub fn leave_field() {
    if let Some(field) = document().active_element().and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

/// Whether the words of the field that has the keyboard are in no document yet: what they undo is theirs. A field for lines is
/// empty once its words were taken.
pub fn focus_has_own_words() -> bool {
    let Some(field) = document().active_element() else { return false };
    match field.get_attribute("data-draft").as_deref() {
        Some("line") => {
            let line = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
            let lines = || field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
            line.or_else(lines).is_some_and(|words| !words.is_empty())
        }
        Some(_) => true,
        None => field.matches("input[type=search]").unwrap_or(false),
    }
}

/// Where an element is in the window.
pub fn rect(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}

/// The size of an element, as a signal that follows it until the owner goes.
pub fn size_of(element: Signal<Option<Element>, LocalStorage>) -> ReadSignal<(f64, f64)> {
    let (size, set_size) = signal((0.0, 0.0));
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let seen = element.clone();
        let report = Closure::<dyn FnMut()>::new(move || {
            set_size.set((f64::from(seen.client_width()), f64::from(seen.client_height())));
        });
        let Ok(observer) = ResizeObserver::new(report.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, report));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    size
}

/// Whether an element is in the window or next to it, as a signal that follows it until the owner goes. Not before it is known.
pub fn in_view(element: Signal<Option<Element>, LocalStorage>) -> ReadSignal<bool> {
    let (is_seen, set_seen) = signal(false);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let report = Closure::<dyn FnMut(js_sys::Array)>::new(move |news: js_sys::Array| {
            let last = news.pop().dyn_into::<IntersectionObserverEntry>();
            set_seen.set(last.is_ok_and(|entry| entry.is_intersecting()));
        });
        let near = IntersectionObserverInit::new();
        near.set_root_margin("10%");
        let Ok(observer) = IntersectionObserver::new_with_options(report.as_ref().unchecked_ref(), &near) else {
            return;
        };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, report));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    is_seen
}

/// Gives the first element that a selector finds the keyboard, once the page has followed the last change.
pub fn focus_soon(selector: impl AsRef<str> + 'static) {
    soon(selector, |element| focus(&element));
}

/// As [`focus_soon`], but for what may come some frames later, as a row of a list that follows what was just typed does.
pub fn focus_once_there(selector: &'static str) {
    look_for(Box::new(selector), FRAMES_FOR_A_ROW, Box::new(|element| focus(&element)));
}

/// For how many frames a row is waited for.
const FRAMES_FOR_A_ROW: u32 = 30;

fn look_for(selector: Box<dyn AsRef<str>>, frames: u32, act: Box<dyn FnOnce(HtmlElement)>) {
    request_animation_frame(move || match find((*selector).as_ref()) {
        Some(element) => act(element),
        None if frames > 0 => look_for(selector, frames - 1, act),
        None => (),
    });
}

/// Does something to the first element that a selector finds, once the page has followed the last change.
pub fn soon(selector: impl AsRef<str> + 'static, act: impl FnOnce(HtmlElement) + 'static) {
    look_for(Box::new(selector), 0, Box::new(act));
}

/// Where the selection of a text area begins and ends, in UTF-16.
pub fn selection(area: &HtmlTextAreaElement) -> (u32, u32) {
    let place = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or_default();
    (place(area.selection_start()), place(area.selection_end()))
}

/// Types a text in place of what is selected in a text area.
pub fn type_into(area: &HtmlTextAreaElement, text: &str) {
    let (start, end) = selection(area);
    let caret = start + text.encode_utf16().count() as u32;
    let _ = area.set_range_text_with_start_and_end(text, start, end);
    let _ = area.set_selection_range(caret, caret);
}

/// As [`type_into`], for a field of one line; where the browser keeps no selection in it, as in one for numbers, at its end.
pub fn type_over(field: &HtmlInputElement, text: &str) {
    if field.set_range_text(text).is_err() {
        return field.set_value(&format!("{}{text}", field.value()));
    }
    if let Ok(Some(start)) = field.selection_start() {
        let caret = start + text.encode_utf16().count() as u32;
        let _ = field.set_selection_range(caret, caret);
    }
}

/// A letter that is pressed outside of all fields is typed into the field with an id.
pub fn type_on(event: &web_sys::KeyboardEvent, id: &str) {
    let is_letter = event.key().chars().count() == 1 && event.key() != " ";
    if is_letter
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.alt_key()
        && !focus_is_in_a_field()
        && let Some(field) = by_id(id)
    {
        focus(&field);
    }
}

/// How many frames may pass before what an address leads to is there: it may have to be fetched.
const FRAMES: u32 = 300;

/// Does something to the first element that a selector finds, as soon as there is one; gives up where none comes.
pub fn when_there(selector: String, act: impl FnOnce(HtmlElement) + 'static) {
    wait_for(selector, act, FRAMES);
}

fn wait_for(selector: String, act: impl FnOnce(HtmlElement) + 'static, frames: u32) {
    request_animation_frame(move || match find(&selector) {
        Some(element) => act(element),
        None if frames > 0 => wait_for(selector, act, frames - 1),
        None => (),
    });
}

/// Keeps the pointer's events coming to `element` until it is released.
pub fn capture_pointer(element: &Element, pointer: i32) {
    let _ = element.set_pointer_capture(pointer);
}

/// The width and height of the window.
pub fn window_size() -> (f64, f64) {
    let root = document().document_element();
    root.map_or((0.0, 0.0), |root| (f64::from(root.client_width()), f64::from(root.client_height())))
}

/// Puts an element that is placed by its left and top there.
pub fn move_to(element: &HtmlElement, left: f64, top: f64) {
    set_style(element, "left", &format!("{left:.1}px"));
    set_style(element, "top", &format!("{top:.1}px"));
}

/// Gives an element a size.
pub fn resize(element: &HtmlElement, width: f64, height: f64) {
    set_style(element, "width", &format!("{width:.1}px"));
    set_style(element, "height", &format!("{height:.1}px"));
}

/// Sets one property of an element's own style.
pub fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // A property name of our own is never malformed.
    let _ = element.style().set_property(property, value);
}

/// Sets an attribute.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    // A name of our own is never malformed.
    let _ = element.set_attribute(name, value);
}

/// Adds or takes away a class.
pub fn toggle_class(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Whether an element holds more than it shows.
pub fn is_cut(element: &HtmlElement) -> bool {
    element.scroll_height() > element.client_height() + 1
}

/// The text area with an id.
pub fn text_area(id: &str) -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Selects everything in a field.
pub fn select_all(field: &HtmlElement) {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}

/// Gives an element the keyboard and leaves the page where it is.
pub fn focus_still(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Puts the caret behind the last letter.
pub fn caret_to_end(area: &HtmlTextAreaElement) {
    let end = area.text_length();
    let _ = area.set_selection_range(end, end);
}

/// Takes note of how far an element is scrolled, and scrolls the one with the same id that is drawn next just as far.
pub fn keep_scroll(id: &'static str) {
    let place = scroll_of(id);
    request_animation_frame(move || scroll_to(id, place));
}

/// How far an element is scrolled, to the right and downwards.
pub fn scroll_of(id: &str) -> (i32, i32) {
    by_id(id).map_or((0, 0), |element| (element.scroll_left(), element.scroll_top()))
}

/// Scrolls an element to where it was.
pub fn scroll_to(id: &str, (left, top): (i32, i32)) {
    if let Some(element) = by_id(id) {
        element.set_scroll_left(left);
        element.set_scroll_top(top);
    }
}

/// Whether the keyboard is in an element or in something inside it.
pub fn has_focus(element: &HtmlElement) -> bool {
    element.contains(document().active_element().as_deref())
}

/// The first element inside another that a selector finds.
pub fn inside(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Takes an element from where it is and puts it at the end of another.
pub fn move_into(element: &HtmlElement, home: &HtmlElement) {
    if element.parent_element().as_deref() != Some(home) {
        // Refused only for an element put into itself.
        let _ = home.append_child(element);
    }
}

/// The key of a press. WebKit on GTK cannot name Tab while Shift is held.
pub fn key_of(event: &web_sys::KeyboardEvent) -> String {
    if event.code() == "Tab" { event.code() } else { event.key() }
}

/// The digit of a press by the place of the key, which is the same in every layout: above the letters, or on the number pad as long
/// as that types digits.
pub fn digit_of(event: &web_sys::KeyboardEvent) -> Option<u8> {
    let (key, code) = (event.key(), event.code());
    let of_pad = code.strip_prefix("Numpad").filter(|digit| *digit == key);
    of_pad.or(code.strip_prefix("Digit"))?.parse().ok()
}

/// The plain text of a paste.
pub fn pasted(event: &web_sys::ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// Scrolls an element sideways as far as an input is scrolled, once the input has followed what was typed.
pub fn follow_scroll(input: &HtmlElement, id: &'static str) {
    let input = input.clone();
    request_animation_frame(move || {
        if let Some(element) = by_id(id) {
            element.set_scroll_left(input.scroll_left());
        }
    });
}
