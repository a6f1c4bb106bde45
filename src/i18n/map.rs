//! What the map says.

use super::{Lang, figures};
use crate::model::quantity::Level;

/// What the map says, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct MapWords {
    // What is typed and pasted.
    pub paste_as_cells: &'static str,
    pub too_much_pasted: &'static str,
    /// What looked like a score and stays in the text of a card.
    pub not_a_score: fn(&str) -> String,
    pub entry_needs_words: &'static str,
    // The map as a whole.
    pub map_details: &'static str,
    pub present: &'static str,
    pub agenda: &'static str,
    pub more: &'static str,
    pub rate_together: &'static str,
    pub second_curve_menu: &'static str,
    pub compare_menu: &'static str,
    pub compare: &'static str,
    pub make_to_be: &'static str,
    pub made_to_be: fn(&str) -> String,
    pub checkpoints: &'static str,
    pub checkpoints_menu: &'static str,
    pub checkpoint_title: fn(&str, &str) -> String,
    // Its cards, stages and lanes.
    pub lanes: &'static str,
    pub lanes_shown: fn(usize, usize) -> String,
    pub add_stage: &'static str,
    pub add_lane: &'static str,
    pub add_card: &'static str,
    pub add_a_card: &'static str,
    pub find_in_map: &'static str,
    pub tag: &'static str,
    pub found: fn(usize) -> String,
    pub found_of: fn(usize, usize) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub choose_all: &'static str,
    pub chosen_cards: &'static str,
    pub chosen: fn(usize) -> String,
    pub add_tag: &'static str,
    pub remove_tag: &'static str,
    pub move_here: &'static str,
    pub choose_none: &'static str,
    pub deleted_cards: fn(usize) -> String,
    pub add_to_map: &'static str,
    pub entry_hint: &'static str,
    /// The same where there is little room, and no key.
    pub entry_hint_short: &'static str,
    pub next_stage: &'static str,
    pub key_lane: &'static str,
    pub no_such_lane: fn(&str) -> String,
    pub pasted: fn(usize) -> String,
    pub huge_paste_title: &'static str,
    pub huge_paste_text: fn(usize) -> String,
    pub paste_all: &'static str,
    pub dont_paste: &'static str,
    pub add_to: fn(&str) -> String,
    pub added_to: fn(&str, &str) -> String,
    pub stage_of: fn(usize, usize) -> String,
    pub stage_before_this: &'static str,
    pub stage_after_this: &'static str,
    pub no_stages: &'static str,
    pub card_text: &'static str,
    pub stage_name: &'static str,
    pub stage_subtitle: &'static str,
    pub lane_name: &'static str,
    pub more_cards: fn(usize) -> String,
    pub deleted_card: &'static str,
    pub deleted_stage: fn(&str, usize) -> String,
    pub deleted_lane: fn(&str, usize) -> String,
    pub hidden_lane: &'static str,
    pub actions_menu: &'static str,
    pub edit_subtitle: &'static str,
    pub stage_before: &'static str,
    pub stage_after: &'static str,
    pub lane_below: &'static str,
    pub move_left: &'static str,
    pub move_right: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub hide_lane: &'static str,
    // The emotion curve.
    pub emotion_curve: &'static str,
    pub emotion_of: fn(&str) -> String,
    pub votes_apart: fn(usize, &str, &str, &str) -> String,
    pub votes_alike: fn(usize, &str) -> String,
    // The friction ranking.
    pub by_score: &'static str,
    pub no_friction_title: &'static str,
    pub no_friction_hint: &'static str,
    pub not_scored: &'static str,
    pub friction_details: &'static str,
    // Verbs and keys.
    pub copied_stage: &'static str,
    pub discarded_card: &'static str,
    pub hint_kinds: &'static str,
    pub hint_score: &'static str,
    pub hint_owner: &'static str,
    pub hint_tag: &'static str,
    pub hint_step: &'static str,
    pub hint_until: &'static str,
    pub hint_due: &'static str,
    pub level_keys: &'static str,
    pub emotion_of_stage: &'static str,
    pub suggestions: &'static str,
    pub copied: fn(usize) -> String,
    /// Said of so many cards that were cut.
    pub cut_cards: fn(usize) -> String,
    /// Said of a stage that was cut, with so many cards.
    pub cut_stage: fn(&str, usize) -> String,
    /// How many stages were named, and the name that one of them had; empty for none.
    pub pasted_stages: fn(usize, &str) -> String,
    // Taking it away.
    pub export_engagement: &'static str,
    pub export_csv: &'static str,
    pub export_markdown: &'static str,
    pub export_svg: &'static str,
    pub export_svg_dark: &'static str,
    pub export_png: &'static str,
    pub export_png_dark: &'static str,
    pub print_a4: &'static str,
    pub print_a3: &'static str,
    pub copy_ranking_markdown: &'static str,
    pub copy_ranking_table: &'static str,
    pub ranking_copied: &'static str,
    pub copy_by_hand: &'static str,
    pub copy_by_hand_text: &'static str,
}

impl MapWords {
    /// What a room gave a stage: how many voices, the middle one, and how far they lie apart.
    pub fn votes_text(&self, lang: Lang, count: usize, [low, median, high]: [Level; 3]) -> String {
        let level = |level| figures::level(lang, level);
        if low == high {
            (self.votes_alike)(count, &level(median))
        } else {
            (self.votes_apart)(count, &level(median), &level(low), &level(high))
        }
    }
}
