//! What a journey shows: views over its records, computed and never kept.

pub mod curve;
pub mod pulse;
pub mod quote;
pub mod ranking;
pub mod summary;
pub mod walk;
