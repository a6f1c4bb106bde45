//! Parts that every screen is made of.

mod alert;
#[allow(dead_code, reason = "the screen that needs it comes next")]
mod chart;
mod dialog;
mod field;
mod figure;
mod icon;
mod live;
mod menu;
#[allow(dead_code, reason = "the screen that needs it comes next")]
mod slider;
#[allow(dead_code, reason = "the screen that needs it comes next")]
mod split_bar;
mod toast;

pub use alert::{alert, offer};
#[expect(unused_imports, reason = "the screen that needs it comes next")]
pub use chart::{ChartCard, Figures};
pub use dialog::Dialog;
pub use field::{FieldKind, TextField};
pub use figure::Figure;
pub use icon::{Icon, Sign};
pub use live::{Live, each, live, on, shown};
pub use menu::{Item, Menu, OpenMenu};
#[expect(unused_imports, reason = "the screen that needs it comes next")]
pub use slider::{Slider, SliderMark, Typed};
#[expect(unused_imports, reason = "the screen that needs it comes next")]
pub use split_bar::{Part, SplitBar};
pub use toast::ToastBar;
