//! The laws of interviews: positions that follow their words, notes and files that go there and back.

mod anonymise;
mod phrases;
mod positions;
mod refi;
mod transcripts;
