//! Interviews: what clients said, in their own words, and what follows from it. Plain values in and out; nothing here knows
//! how an engagement stores its records.
//!
//! In reading order: [`kinds`] are the words of the method (phases, forces, consent), [`record`] is what we know
//! about an interview apart from its text, [`speakers`] are those who are heard in it, [`text`] is a transcript and the highlights in it, [`transcript`] reads what people paste, [`entry`] is the language of notes typed live. The rest are views:
//! [`questions`], [`timeline`], [`forces`], [`phrases`], [`opportunity`], [`codebook`], [`rhythm`]; [`anonymise`] guards who may
//! be named, [`exchange`] carries it all to other programs.

pub mod anonymise;
pub mod codebook;
pub mod counts;
pub mod entry;
pub mod exchange;
pub mod forces;
pub mod kinds;
pub mod opportunity;
pub mod phrases;
pub mod questions;
pub mod record;
pub mod rhythm;
pub mod speakers;
pub mod text;
pub mod timeline;
pub mod transcript;
mod word;
