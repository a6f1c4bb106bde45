//! How it is drawn: plotters to SVG text. No document, no page; colours come as a [`Look`].

mod thumbnail;

pub use thumbnail::{Look, thumbnail};
