//! Files of office programs: what is written is sound by their own rules, what comes in is read with limits.

#[path = "../corpus/mod.rs"]
mod corpus;
mod package;
mod workbooks;
