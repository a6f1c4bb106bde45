//! Parts that every screen is made of.

mod alert;
mod chart;
mod chooser;
mod dialog;
mod draft;
mod field;
mod figure;
mod icon;
mod later;
mod live;
mod menu;
mod number;
mod save;
mod slider;
mod split_bar;
mod toast;
mod understood;
mod undo;

pub use alert::{alert, offer};
pub use chart::{ChartCard, Figures};
pub use chooser::{Choice, Chooser};
pub use dialog::Dialog;
pub use draft::{Draft, DraftInput};
pub use field::{FieldKind, TextField};
pub use figure::{Figure, fill};
pub use icon::{Icon, Sign};
pub use later::{fetched, later};
pub use live::{Live, each, live, on, shown};
pub use menu::{Item, Menu, Menus};
pub use number::{Number, NumberInput, Typed, Typing};
pub use save::save_png;
pub use slider::{Slider, SliderMark};
pub use split_bar::{Part, SplitBar};
pub use toast::ToastBar;
pub use understood::{Seen, Understood, stands_in_the_way};
pub use undo::{UndoButtons, undo_buttons, undo_by_keys};
