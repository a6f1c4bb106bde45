//! What is said where maps are compared: checkpoints, two maps, two curves.

/// What is said where maps are compared, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct VersionWords {
    pub second_curve_hint: &'static str,
    pub name_of_curve: &'static str,
    pub target: &'static str,
    pub draw_it: &'static str,
    pub remove_curve: &'static str,
    pub removed_curve: fn(&str) -> String,
    pub compare_with: &'static str,
    pub nothing_to_compare: &'static str,
    pub gap: &'static str,
    pub friction_scores: &'static str,
    pub only_here: &'static str,
    pub all_stages: &'static str,
    pub checkpoints_hint: &'static str,
    pub keep_checkpoint: &'static str,
    pub checkpoint_name: &'static str,
    pub checkpoint_at: fn(&str) -> String,
    /// What a state is called that an older version of Orbita left; the version of its text.
    pub before_update: fn(u32) -> String,
    pub no_checkpoints: &'static str,
    pub checkpoint_not_kept: &'static str,
    pub compare_with_now: &'static str,
    pub restore_copy: &'static str,
    pub restored_copy: fn(&str) -> String,
    pub deleted_checkpoint: fn(&str) -> String,
    pub map_not_there: &'static str,
    pub nothing_changed: &'static str,
    pub cards_added: &'static str,
    pub cards_removed: &'static str,
    pub cards_reworded: &'static str,
    pub cards_moved: &'static str,
    pub cards_detailed: &'static str,
    pub levels_changed: &'static str,
}
