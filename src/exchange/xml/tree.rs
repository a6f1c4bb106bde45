//! XML as a tree of limited size.

use super::Fault;
use super::walk::{Token, walk};

/// The most elements of a document.
pub const MOST_ELEMENTS: usize = 400_000;

/// An element without its prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name, without prefix.
    pub name: String,
    /// Attributes by their names, without prefix.
    pub attributes: Vec<(String, String)>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// The text in it, that of its children left out.
    pub text: String,
}

impl Element {
    /// An attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.0 == name).map(|attribute| attribute.1.as_str())
    }

    /// The first child of a name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of a name.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of a child, without white space around it; empty where there is none.
    pub fn text_of(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.text.trim())
    }
}

/// The root of a document.
///
/// # Errors
/// [`Fault`] where it is no sound XML, declares entities of its own, or is larger or deeper than any honest one.
pub fn read(text: &str) -> Result<Element, Fault> {
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    walk(text, &mut |step| {
        match step {
            Token::Open(tag) => {
                count += 1;
                if count > MOST_ELEMENTS {
                    return Err(Fault::TooLarge);
                }
                let attributes = tag.attributes()?;
                open.push(Element { name: tag.name().into(), attributes, ..Element::default() });
            }
            Token::Text(text) => {
                if let Some(element) = open.last_mut() {
                    element.text += text;
                }
            }
            Token::Close => {
                let closed = open.pop();
                match open.last_mut() {
                    Some(parent) => parent.children.extend(closed),
                    None => root = root.take().or(closed),
                }
            }
        }
        Ok(())
    })?;
    root.ok_or(Fault::Damaged)
}
