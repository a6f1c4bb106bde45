//! The table of verbs and their keys: what the keyboard does, what menus and the list of shortcuts show.

use leptos::ev::KeyboardEvent;

use crate::i18n::Words;
use crate::insight::chord::Press;
use crate::ui::browser::element;

/// A verb that has keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Make a new engagement.
    NewEngagement,
    /// Bring back what was deleted last.
    Restore,
    /// Take the last step back.
    Undo,
    /// Do the last undone step again.
    Redo,
    /// Show all shortcuts.
    Help,
    /// Open the command palette.
    Palette,
    /// Walk to the stage before.
    WalkLeft,
    /// Walk to the stage after.
    WalkRight,
    /// Walk up.
    WalkUp,
    /// Walk down.
    WalkDown,
    /// Walk to the first stage.
    WalkStart,
    /// Walk to the last stage.
    WalkEnd,
    /// Walk to the first lane.
    WalkTop,
    /// Walk to the last lane.
    WalkBottom,
    /// Walk to the first cell of the map.
    WalkFirst,
    /// Walk to the last cell of the map.
    WalkLast,
    /// Walk up as far as the window shows.
    PageUp,
    /// Walk down as far as the window shows.
    PageDown,
    /// Choose every card.
    PickAll,
    /// Edit what is at the cursor; on an empty place, start a card.
    Edit,
    /// Delete what is at the cursor.
    Delete,
    /// Copy what is at the cursor.
    Duplicate,
    /// Move what is at the cursor one stage to the left.
    MoveLeft,
    /// Move what is at the cursor one stage to the right.
    MoveRight,
    /// Move what is at the cursor up.
    MoveUp,
    /// Move what is at the cursor down.
    MoveDown,
    /// Add a stage or a lane behind the one at the cursor.
    AddAfter,
    /// Open the menu of what is at the cursor.
    Menu,
    /// Open the form of the friction at the cursor.
    Form,
    /// Go to the one-line input.
    Entry,
    /// Search the map.
    Find,
    /// Rate stages together.
    Rate,
    /// Show the checkpoints.
    Checkpoints,
    /// Choose the card at the cursor, or no longer.
    Pick,
    /// Choose this card and the one above.
    PickUp,
    /// Choose this card and the one below.
    PickDown,
}

/// Where the keys of a verb work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Everywhere,
    /// In the library.
    Library,
    /// On a map.
    Map,
}

/// A verb with its keys.
pub struct Binding {
    /// Where they work.
    pub scope: Scope,
    /// The verb.
    pub verb: Verb,
    /// Its keys, the first one shown.
    pub keys: &'static [&'static str],
    /// What it is called.
    pub label: fn(&Words) -> &'static str,
}

/// All verbs with keys, in the order of the list of shortcuts.
pub const BINDINGS: &[Binding] = &[
    Binding { scope: Scope::Map, verb: Verb::WalkLeft, keys: &["ArrowLeft"], label: |w| w.verb_left },
    Binding { scope: Scope::Map, verb: Verb::WalkRight, keys: &["ArrowRight"], label: |w| w.verb_right },
    Binding { scope: Scope::Map, verb: Verb::WalkUp, keys: &["ArrowUp"], label: |w| w.verb_up },
    Binding { scope: Scope::Map, verb: Verb::WalkDown, keys: &["ArrowDown"], label: |w| w.verb_down },
    Binding { scope: Scope::Map, verb: Verb::WalkStart, keys: &["Home", "Ctrl+ArrowLeft"], label: |w| w.verb_start },
    Binding { scope: Scope::Map, verb: Verb::WalkEnd, keys: &["End", "Ctrl+ArrowRight"], label: |w| w.verb_end },
    Binding { scope: Scope::Map, verb: Verb::WalkTop, keys: &["Ctrl+ArrowUp"], label: |w| w.verb_top },
    Binding { scope: Scope::Map, verb: Verb::WalkBottom, keys: &["Ctrl+ArrowDown"], label: |w| w.verb_bottom },
    Binding { scope: Scope::Map, verb: Verb::WalkFirst, keys: &["Ctrl+Home"], label: |w| w.verb_first },
    Binding { scope: Scope::Map, verb: Verb::WalkLast, keys: &["Ctrl+End"], label: |w| w.verb_last },
    Binding { scope: Scope::Map, verb: Verb::PageUp, keys: &["PageUp"], label: |w| w.verb_page_up },
    Binding { scope: Scope::Map, verb: Verb::PageDown, keys: &["PageDown"], label: |w| w.verb_page_down },
    Binding { scope: Scope::Map, verb: Verb::Edit, keys: &["Enter", "F2"], label: |w| w.verb_edit },
    Binding { scope: Scope::Map, verb: Verb::Delete, keys: &["Delete", "Backspace"], label: |w| w.verb_delete },
    Binding { scope: Scope::Map, verb: Verb::Duplicate, keys: &["Ctrl+D"], label: |w| w.verb_duplicate },
    Binding { scope: Scope::Map, verb: Verb::MoveLeft, keys: &["Alt+ArrowLeft"], label: |w| w.verb_move_left },
    Binding { scope: Scope::Map, verb: Verb::MoveRight, keys: &["Alt+ArrowRight"], label: |w| w.verb_move_right },
    Binding { scope: Scope::Map, verb: Verb::MoveUp, keys: &["Alt+ArrowUp"], label: |w| w.verb_move_up },
    Binding { scope: Scope::Map, verb: Verb::MoveDown, keys: &["Alt+ArrowDown"], label: |w| w.verb_move_down },
    Binding { scope: Scope::Map, verb: Verb::AddAfter, keys: &["Alt+Enter"], label: |w| w.verb_add_after },
    Binding { scope: Scope::Map, verb: Verb::Menu, keys: &["Shift+F10", "ContextMenu"], label: |w| w.verb_menu },
    Binding { scope: Scope::Map, verb: Verb::Form, keys: &["Ctrl+Enter"], label: |w| w.verb_form },
    Binding { scope: Scope::Map, verb: Verb::Entry, keys: &["Ctrl+K"], label: |w| w.add_to_map },
    Binding { scope: Scope::Map, verb: Verb::Find, keys: &["/"], label: |w| w.find_in_map },
    Binding { scope: Scope::Map, verb: Verb::Rate, keys: &["Alt+R"], label: |w| w.rate_together },
    Binding { scope: Scope::Map, verb: Verb::Checkpoints, keys: &["Alt+C"], label: |w| w.checkpoints },
    Binding { scope: Scope::Map, verb: Verb::Pick, keys: &["Ctrl+Space"], label: |w| w.verb_pick },
    Binding { scope: Scope::Map, verb: Verb::PickUp, keys: &["Shift+ArrowUp"], label: |w| w.verb_pick_up },
    Binding { scope: Scope::Map, verb: Verb::PickDown, keys: &["Shift+ArrowDown"], label: |w| w.verb_pick_down },
    Binding { scope: Scope::Map, verb: Verb::PickAll, keys: &["Ctrl+A"], label: |w| w.verb_pick_all },
    Binding { scope: Scope::Map, verb: Verb::Undo, keys: &["Ctrl+Z"], label: |w| w.undo },
    Binding { scope: Scope::Map, verb: Verb::Redo, keys: &["Ctrl+Shift+Z", "Ctrl+Y"], label: |w| w.redo },
    Binding { scope: Scope::Library, verb: Verb::NewEngagement, keys: &["N"], label: |w| w.new_engagement },
    Binding { scope: Scope::Library, verb: Verb::Restore, keys: &["Ctrl+Z"], label: |w| w.verb_restore },
    Binding {
        scope: Scope::Everywhere,
        verb: Verb::Palette,
        keys: &["Ctrl+Shift+P", "Alt+P"],
        label: |w| w.verb_palette,
    },
    Binding { scope: Scope::Everywhere, verb: Verb::Help, keys: &["?"], label: |w| w.verb_help },
];

/// The verb of a key press. Words that are in no document yet are undone by their field.
pub fn verb_of(event: &KeyboardEvent, scope: Scope) -> Option<Verb> {
    let chord = chord(event)?;
    let here = |binding: &&Binding| binding.scope == scope && binding.keys.contains(&chord.as_str());
    let verb = BINDINGS.iter().find(here).map(|binding| binding.verb)?;
    let is_theirs = matches!(verb, Verb::Undo | Verb::Redo) && element::focus_has_own_words();
    (!is_theirs).then_some(verb)
}

/// The keys of a verb as they are shown beside its name.
pub fn shown_keys(verb: Verb) -> String {
    let keys = BINDINGS.iter().find(|binding| binding.verb == verb).and_then(|binding| binding.keys.first());
    keys.map(|keys| pretty(keys)).unwrap_or_default()
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
