//! The tables of verbs. A row says what a verb is called, by which keys it is done and which icon stands for it; when it is possible
//! and what it does there is one line of its screen ([`super::deeds`]), which is fetched later than the words of the row.

mod chart;
mod economy;
mod engagement;
mod finding;
mod frame;
mod interview;
mod library;
mod map;
mod place;
mod present;
mod scenario;

use leptos::ev::KeyboardEvent;

use crate::i18n::Words;
use crate::insight::chord::Press;
use crate::insight::walk::Spot;
use crate::ui::browser::element;
use crate::ui::icon::Sign;
pub use chart::ChartVerb;
pub use economy::{InitiativeVerb, TableVerb};
pub use engagement::EngagementVerb;
pub use finding::FindingVerb;
pub use frame::FrameVerb;
pub use interview::{FORCE_KEYS, InterviewListVerb, InterviewVerb, NoteVerb, QuoteVerb, TalkVerb, TalkWords};
pub use library::{LibraryVerb, TileVerb};
pub use map::{BoardWords, MapVerb};
pub use place::PlaceVerb;
pub use present::PresentVerb;
pub use scenario::ScenarioVerb;

/// A word of the interface, out of `W`.
type Word<W> = fn(&W) -> &'static str;
/// What a verb is called in a menu, which may be of a place.
type MenuWord<W> = fn(&W, Option<Spot>) -> &'static str;

/// What is said of a verb, in the words `W` of its screen.
#[derive(Clone, Copy)]
pub struct VerbRow<W: 'static = Words> {
    /// Its keys, the first one shown; none if it has none.
    pub keys: &'static [&'static str],
    /// What it is called.
    pub label: Word<W>,
    /// The icon of its button.
    pub icon: Option<Sign>,
    /// Whether the palette offers it: not what is done key by key, nor what only its menu makes clear.
    pub is_offered: bool,
    /// What menus call it, where they are shorter.
    in_menus: Option<MenuWord<W>>,
    /// Whether a field with words of its own answers the keys itself.
    is_left_to_fields: bool,
}

/// What is said of a verb with these keys.
const fn row(keys: &'static [&'static str], label: Word<Words>) -> VerbRow {
    VerbRow::new(keys, label)
}

impl<W> VerbRow<W> {
    const fn new(keys: &'static [&'static str], label: Word<W>) -> Self {
        VerbRow { keys, label, icon: None, is_offered: true, in_menus: None, is_left_to_fields: false }
    }

    const fn icon(self, sign: Sign) -> Self {
        VerbRow { icon: Some(sign), ..self }
    }

    const fn not_offered(self) -> Self {
        VerbRow { is_offered: false, ..self }
    }

    const fn in_menus(self, word: MenuWord<W>) -> Self {
        VerbRow { in_menus: Some(word), ..self }
    }

    const fn left_to_fields(self) -> Self {
        VerbRow { is_left_to_fields: true, ..self }
    }
}

/// The verbs of a screen.
pub trait Verb: Copy + PartialEq + Send + Sync + 'static {
    /// The words that they are called by.
    type Words: 'static;

    /// All of them in the order of the list of shortcuts.
    const TABLE: &'static [(Self, VerbRow<Self::Words>)];

    /// What is said of it.
    fn row(self) -> &'static VerbRow<Self::Words>;

    /// What it is called.
    fn label(self, w: &Self::Words) -> &'static str {
        (self.row().label)(w)
    }

    /// What it is called in a menu, of a place if it has one.
    fn label_in_menu(self, w: &Self::Words, spot: Option<Spot>) -> &'static str {
        self.row().in_menus.map_or_else(|| self.label(w), |word| word(w, spot))
    }

    /// Its keys as they are shown beside its name; empty without any.
    fn shown_keys(self) -> String {
        self.row().keys.first().map(|keys| pretty(keys)).unwrap_or_default()
    }

    /// Its name with its keys, as a button shows them that is an icon alone.
    fn title(self, w: &Self::Words) -> String {
        self.titled(self.label(w))
    }

    /// The same with another name, for a screen that has no words of this one.
    fn titled(self, name: &str) -> String {
        match self.shown_keys() {
            keys if keys.is_empty() => name.into(),
            keys => format!("{name} ({keys})"),
        }
    }
}

/// Declares the verbs of a screen, each with its row.
macro_rules! verbs {
    ($(#[$about:meta])* $name:ident: $words:ty { $($(#[$what:meta])* $verb:ident: $row:expr,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$what])* $verb,)+
        }

        impl $crate::ui::commands::Verb for $name {
            type Words = $words;

            const TABLE: &'static [(Self, $crate::ui::commands::VerbRow<$words>)] = &[$(($name::$verb, $row)),+];

            fn row(self) -> &'static $crate::ui::commands::VerbRow<$words> {
                &Self::TABLE[self as usize].1
            }
        }
    };
}
use verbs;

/// The verb of a key press. Words that are in no document yet are undone by their field.
pub fn verb_of<V: Verb>(event: &KeyboardEvent) -> Option<V> {
    let is_pressed = |keys: &[&str], now: &Option<String>| now.as_ref().is_some_and(|now| keys.contains(&now.as_str()));
    let (chord, sign) = (chord(event), sign(event));
    let (verb, row) = V::TABLE.iter().find(|(_, row)| is_pressed(row.keys, &chord) || is_pressed(row.keys, &sign))?;
    let is_theirs = row.is_left_to_fields && element::focus_has_own_words();
    (!is_theirs).then_some(*verb)
}

/// The keys and the name of each verb that has keys, for the list of shortcuts.
pub fn shortcuts<V: Verb>() -> impl Iterator<Item = &'static VerbRow<V::Words>> {
    V::TABLE.iter().map(|(_, row)| row).filter(|row| !row.keys.is_empty())
}

/// Keys as people read them.
pub fn pretty(keys: &str) -> String {
    let arrows =
        [("ArrowLeft", "\u{2190}"), ("ArrowRight", "\u{2192}"), ("ArrowUp", "\u{2191}"), ("ArrowDown", "\u{2193}")];
    // A plus between names of keys, and not one that is typed.
    let keys = ["Ctrl", "Alt", "Shift"]
        .iter()
        .fold(keys.to_owned(), |keys, held| keys.replace(&format!("{held}+"), &format!("{held} ")));
    arrows
        .iter()
        .fold(keys, |keys, (name, sign)| keys.replace(name, sign))
        .replace("Delete", "Del")
        .replace("ContextMenu", "Menu")
}

/// A sign that is typed, wherever the keyboard has it.
fn sign(event: &KeyboardEvent) -> Option<String> {
    // Where others have these with Shift, a Russian keyboard has letters.
    let is_letter = event.shift_key() && event.key().chars().all(char::is_alphabetic);
    let key = match event.code().as_str() {
        "Period" if is_letter => ">".into(),
        "Comma" if is_letter => "<".into(),
        _ => event.key(),
    };
    let is_sign = key.chars().count() == 1 && !key.chars().any(|sign| sign.is_alphanumeric() || sign.is_whitespace());
    let is_held = event.ctrl_key() || event.meta_key() || event.alt_key() && !event.get_modifier_state("AltGraph");
    // Where others have the hash, a Russian keyboard has the sign of a number.
    (is_sign && !is_held).then(|| key.replace('\u{2116}', "#"))
}

/// A key press as the table writes it.
fn chord(event: &KeyboardEvent) -> Option<String> {
    let press = Press {
        key: &event.key(),
        code: &event.code(),
        ctrl: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        alt_graph: event.get_modifier_state("AltGraph"),
        in_field: element::around(event.target(), "input, textarea").is_some(),
    };
    press.chord()
}
