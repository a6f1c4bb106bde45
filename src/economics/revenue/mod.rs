//! Recurring revenue: what moved it, and how much of it stays.

mod accounts;
mod bridge;

pub use accounts::{Account, AccountRetention, Vendor, bridge_of, retention_of};
pub use bridge::{Bridge, NrrBy, QuickRatioBy, implied_acquisition};
