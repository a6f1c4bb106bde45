//! What can be done at the cursor of a map.

use super::map::{BoardWords, row};
use super::verbs;
use crate::insight::walk::Spot;

verbs! {
    /// What can be done at the cursor of a map.
    PlaceVerb: BoardWords {
        /// Walk to the stage before.
        WalkLeft: row(&["ArrowLeft"], |w| w.keys.verb_left).not_offered(),
        /// Walk to the stage after.
        WalkRight: row(&["ArrowRight"], |w| w.keys.verb_right).not_offered(),
        /// Walk up.
        WalkUp: row(&["ArrowUp"], |w| w.keys.verb_up).not_offered(),
        /// Walk down.
        WalkDown: row(&["ArrowDown"], |w| w.keys.verb_down).not_offered(),
        /// Walk to the first stage.
        WalkStart: row(&["Home", "Ctrl+ArrowLeft"], |w| w.keys.verb_start).not_offered(),
        /// Walk to the last stage.
        WalkEnd: row(&["End", "Ctrl+ArrowRight"], |w| w.keys.verb_end).not_offered(),
        /// Walk to the first lane.
        WalkTop: row(&["Ctrl+ArrowUp"], |w| w.keys.verb_top).not_offered(),
        /// Walk to the last lane.
        WalkBottom: row(&["Ctrl+ArrowDown"], |w| w.keys.verb_bottom).not_offered(),
        /// Walk to the first cell of the map.
        WalkFirst: row(&["Ctrl+Home"], |w| w.keys.verb_first).not_offered(),
        /// Walk to the last cell of the map.
        WalkLast: row(&["Ctrl+End"], |w| w.keys.verb_last).not_offered(),
        /// Walk up as far as the window shows.
        PageUp: row(&["PageUp"], |w| w.keys.verb_page_up).not_offered(),
        /// Walk down as far as the window shows.
        PageDown: row(&["PageDown"], |w| w.keys.verb_page_down).not_offered(),
        /// Edit what is at the cursor; on an empty place, start a card.
        Edit: row(&["Enter", "F2"], |w| w.keys.verb_edit)
            .in_menus(|w, spot| match spot {
                Some(Spot::Stage(_) | Spot::Lane(_)) => w.w.rename,
                Some(Spot::Cell(_)) => w.map.add_card,
                _ => w.w.edit,
            }),
        /// Delete what is at the cursor.
        Delete: row(&["Delete", "Backspace"], |w| w.keys.verb_delete).in_menus(|w, _| w.w.delete),
        /// Copy what is at the cursor.
        Duplicate: row(&["Ctrl+D"], |w| w.keys.verb_duplicate).in_menus(|w, _| w.w.duplicate),
        /// Move what is at the cursor one stage to the left.
        MoveLeft: row(&["Alt+ArrowLeft"], |w| w.keys.verb_move_left).in_menus(|w, _| w.map.move_left),
        /// Move what is at the cursor one stage to the right.
        MoveRight: row(&["Alt+ArrowRight"], |w| w.keys.verb_move_right).in_menus(|w, _| w.map.move_right),
        /// Move what is at the cursor up.
        MoveUp: row(&["Alt+ArrowUp"], |w| w.keys.verb_move_up).in_menus(|w, _| w.map.move_up),
        /// Move what is at the cursor down.
        MoveDown: row(&["Alt+ArrowDown"], |w| w.keys.verb_move_down).in_menus(|w, _| w.map.move_down),
        /// Add a stage or a lane behind the one at the cursor.
        AddAfter: row(&["Alt+Enter"], |w| w.keys.verb_add_after)
            .in_menus(|w, spot| match spot {
                Some(Spot::Lane(_)) => w.map.lane_below,
                _ => w.map.stage_after,
            }),
        /// Open the menu of what is at the cursor.
        Menu: row(&["Shift+F10", "ContextMenu"], |w| w.w.verb_menu),
        /// Open the form of the friction at the cursor.
        Form: row(&["Ctrl+Enter"], |w| w.keys.verb_form),
        /// Choose the card at the cursor, or no longer.
        Pick: row(&["Ctrl+Space"], |w| w.keys.verb_pick),
        /// Choose this card and the one above.
        PickUp: row(&["Shift+ArrowUp"], |w| w.keys.verb_pick_up).not_offered(),
        /// Choose this card and the one below.
        PickDown: row(&["Shift+ArrowDown"], |w| w.keys.verb_pick_down).not_offered(),
        /// Choose every card.
        PickAll: row(&["Ctrl+A"], |w| w.keys.verb_pick_all),
        /// Edit the line below the name of the stage.
        Subtitle: row(&[], |w| w.map.edit_subtitle),
        /// Add a stage before the one at the cursor.
        StageBefore: row(&[], |w| w.map.stage_before),
        /// Hide the lane at the cursor.
        HideLane: row(&[], |w| w.map.hide_lane).not_offered(),
    }
}
