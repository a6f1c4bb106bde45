//! The first edition of the plan, its ranges, its initiatives and its movements, for as long as the app still reads them.
//!
//! Nothing outside this folder knows it: with its line in `lib.rs` and the tests in `tests/former` it can go in one piece.

mod accounts;
mod initiative;
mod lose;
mod paths;
mod runs;
mod scenario;
mod uncertain;

pub use accounts::{Account, Vendor, bridge_of, retention_of};
pub use initiative::{Initiative, Worth};
pub use lose::{Hole, lose_client};
pub use paths::{Paths, simulate_paths};
pub use runs::{Runs, simulate};
pub use scenario::{Projection, Scenario};
pub use uncertain::Uncertain;
