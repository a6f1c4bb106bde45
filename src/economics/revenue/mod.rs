//! Recurring revenue: what moved it, and how much of it stays.

mod bridge;
mod table;

pub use bridge::{Bridge, NrrBy, QuickRatioBy, implied_acquisition};
pub use table::{AccountRetention, AccountRow, AccountTable, EndpointBridge, SummedBridge, Vendor};
