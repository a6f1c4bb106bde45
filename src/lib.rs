//! Orbita: customer journey maps, interviews and the economics of retention in one browser tab.
//!
//! In reading order: [`model`] is what an engagement is, [`edit`] how it changes. These know no browser; `ui`, which
//! does, comes with the feature of the same name.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod edit;
pub mod model;
