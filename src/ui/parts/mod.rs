//! Parts that every screen is made of.

mod alert;
mod dialog;
mod field;
mod figure;
mod icon;
mod live;
mod menu;
mod toast;

pub use alert::{alert, offer};
pub use dialog::Dialog;
pub use field::{FieldKind, TextField};
pub use figure::{Figure, fill};
pub use icon::{Icon, Sign};
pub use live::{Live, each, live, on, shown};
pub use menu::{Item, Menu, OpenMenu};
pub use toast::ToastBar;
