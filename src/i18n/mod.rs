//! How it speaks: every string that is shown, in each language. A string that one language lacks does not compile.

pub mod accounts;
pub mod amounts;
pub mod backing;
pub mod charts;
pub mod cohorts;
pub mod economy;
mod en;
pub mod figures;
pub mod forecast;
pub mod frictions;
pub mod initiatives;
pub mod interviews;
pub mod journey;
pub mod keys;
mod lang;
pub mod library;
pub mod map;
pub mod pasting;
pub mod quote;
pub mod ranges;
mod reason;
mod ru;
pub mod saving;
pub mod speech;
pub mod spending;
mod spoken;
pub mod tables;
pub mod travel;
pub mod versions;
mod words;
pub mod workshop;

pub use lang::{Customs, Lang};
pub use words::Words;
