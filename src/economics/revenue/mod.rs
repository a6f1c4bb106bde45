//! Recurring revenue: what moved it, and how much of it stays.

mod bridge;

pub use bridge::{Bridge, NrrBy, QuickRatioBy, implied_acquisition};
