//! Orbita: customer journey maps, interviews and the economics of retention in one browser tab.
//!
//! In reading order: [`model`] is what an engagement is, [`edit`] how it changes, [`insight`] what a journey shows,
//! [`interviews`] what clients said,
//! [`storage`] how it lasts, [`tables`] how tables come in and go out, [`exchange`] how it travels, [`charts`] how it is drawn,
//! [`handover`] what is handed over, [`route`] where in the app one is, [`i18n`] how it speaks. These
//! know no browser; `ui`, which does, comes with the feature `ui`.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod arrange;
pub mod charts;
mod compose;
pub mod drawing;
pub mod edit;
pub mod exchange;
pub mod handover;
pub mod i18n;
pub mod insight;
pub mod interviews;
pub mod model;
mod months;
mod named;
pub mod plain;
pub mod route;
pub mod storage;
pub mod tables;

#[cfg(feature = "ui")]
pub mod ui;
