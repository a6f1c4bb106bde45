//! What a journey shows: views over its records, computed and never kept.

pub mod agenda;
pub mod among;
pub mod chord;
pub mod compare;
pub mod curve;
pub mod economy;
pub mod find;
pub mod interviews;
pub mod landmark_place;
pub mod level_keys;
pub mod names;
pub mod palette;
pub mod place;
pub mod pulse;
pub mod ranking;
pub mod returned;
pub mod votes;
pub mod walk;
