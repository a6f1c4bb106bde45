//! Writing XML.

use quick_xml::escape::escape;

use crate::plain::is_xml;

/// Writes elements with their attributes; what XML cannot hold is left out.
#[derive(Default)]
pub struct Writer {
    text: String,
    open: Vec<&'static str>,
}

impl Writer {
    /// A document with its declaration.
    pub fn new() -> Self {
        Writer { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".into(), open: Vec::new() }
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text += "<";
        self.text += name;
        for (key, value) in attributes {
            self.text += " ";
            self.text += key;
            self.text += "=\"";
            // A line break or a tab in an attribute would come back as a space.
            let value = allowed(value).replace('\n', "&#10;").replace('\t', "&#9;");
            self.text += &value;
            self.text += "\"";
        }
    }

    /// Begins an element.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text += ">";
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text += "</";
            self.text += name;
            self.text += ">\n";
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text += "/>";
    }

    /// An element that holds a text; none where the text is empty.
    pub fn text(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.value(name, text);
        }
    }

    /// Text inside the element that was begun last.
    pub fn words(&mut self, text: &str) {
        self.text += &allowed(text);
    }

    /// An element that holds a text, empty or not.
    pub fn value(&mut self, name: &'static str, text: &str) {
        self.open(name, &[]);
        self.words(text);
        self.close();
    }

    /// The document.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }
}

fn allowed(text: &str) -> String {
    escape(text.chars().filter(|letter| is_xml(*letter)).collect::<String>()).into_owned()
}
