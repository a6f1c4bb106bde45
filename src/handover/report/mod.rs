//! The report: one page with everything a client reads, that opens from disk without the app, prints, and carries the
//! project inside. It holds no script; its policy allows nothing but its own style.

mod inside;
mod interviews;
mod page;
mod sections;
mod write;

pub use inside::{Unread, document};
pub use page::Report;
pub use write::{STYLE, write};
