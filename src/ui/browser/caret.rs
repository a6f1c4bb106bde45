//! The caret of the field that is typed into, while another tab's words come into it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use crate::edit::caret_in;

/// A caret between two letters of a text.
pub struct Caret {
    field: Field,
    text: String,
    at: u32,
}

enum Field {
    Line(HtmlInputElement),
    Lines(HtmlTextAreaElement),
}

impl Caret {
    /// The caret of the field that has the keyboard.
    pub fn of_page() -> Option<Self> {
        let element = document().active_element()?;
        let (field, at) = match element.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => (Field::Lines(area.clone()), area.selection_end()),
            Err(element) => {
                let line: HtmlInputElement = element.dyn_into().ok()?;
                (Field::Line(line.clone()), line.selection_end())
            }
        };
        let text = field.text();
        Some(Caret { field, text, at: at.ok()?? })
    }

    /// Puts it behind the same letters again, should the text have changed.
    pub fn put_back(self) {
        let now = self.field.text();
        if now != self.text {
            let at = caret_in(&self.text, &now, self.at);
            _ = match &self.field {
                Field::Line(line) => line.set_selection_range(at, at),
                Field::Lines(area) => area.set_selection_range(at, at),
            };
        }
    }
}

impl Field {
    fn text(&self) -> String {
        match self {
            Field::Line(line) => line.value(),
            Field::Lines(area) => area.value(),
        }
    }
}
