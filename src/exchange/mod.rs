//! How it travels: a map as text that other programs read, and back.

pub mod csv;
