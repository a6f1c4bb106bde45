//! The laws of interviews: positions that follow their words, notes and files that go there and back.

mod anonymise;
mod beside;
mod data;
mod duplicates;
mod figures;
mod forms;
mod lines;
mod messages;
mod misread;
mod notations;
mod phrases;
mod positions;
mod questions;
mod refi;
mod returned;
mod schema;
mod transcripts;
mod travels;
mod typed;
mod understood;
