//! Lanes and stages by the labels that rows refer to them with.

use super::words::{lane_called, without_remark};
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::model::journey::{Lane, LaneKind};
use crate::tables::fold;

/// How lanes are called in a file: by kind, by kind and own name, and numbered where two would be taken for one.
pub(in crate::tables) fn lane_labels(lanes: &[Lane], words: &JourneyWords) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for lane in lanes {
        let plain = lane.kind == LaneKind::Free && is_plain(&lane.name);
        let label = match (lane.kind, lane.name.as_str()) {
            (kind, "") => words.lane_kind(kind).to_owned(),
            (_, name) if plain => name.to_owned(),
            (kind, name) => format!("{}: {name}", words.lane_kind(kind)),
        };
        let twins = labels.iter().filter(|other| fold::label(base(other)) == fold::label(base(&label))).count();
        // A name that ends like a number of ours gets one, so that it is not taken for it.
        let numbered = twins > 0 || base(&label) != label;
        labels.push(if numbered { format!("{label} [{}]", twins + 1) } else { label });
    }
    labels
}

/// Whether a free lane's own name says nothing else.
fn is_plain(name: &str) -> bool {
    lane_called(&fold::key(name)).is_none() && kind_and_name(name).is_none() && name.trim() == name
}

/// A kind of lane and a lane's own name, as in "Touchpoints: Channels".
fn kind_and_name(label: &str) -> Option<(LaneKind, &str)> {
    let (kind, name) = label.split_once(": ").filter(|(_, name)| !name.trim().is_empty())?;
    Some((lane_called(&fold::key(kind))?, name))
}

/// A label without the number that tells it from its twins.
fn base(label: &str) -> &str {
    let number = label.strip_suffix(']').and_then(|label| label.rsplit_once(" ["));
    match number {
        Some((base, digits)) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => base,
        _ => label,
    }
}

/// The lane that a label describes.
pub(in crate::tables) fn lane_of(label: &str) -> Lane {
    let called = base(label);
    match (kind_and_name(called), lane_called(&fold::key(called))) {
        (Some((kind, name)), _) => Lane { name: name.into(), ..Lane::of(kind) },
        // A remark behind the kind is the lane's own; behind feelings it says their scale.
        (None, Some(kind)) if kind.holds_cards() && without_remark(called.trim()).is_some() => {
            Lane { name: called.into(), ..Lane::of(kind) }
        }
        (None, Some(kind)) => Lane::of(kind),
        (None, None) => Lane { name: called.into(), ..Lane::of(LaneKind::Free) },
    }
}

/// Whether a label has no number that tells it from a twin.
pub(in crate::tables) fn is_only(label: &str) -> bool {
    base(label) == label
}

/// Whether a label is the number that stands for a stage without a name.
pub(in crate::tables) fn is_number(label: &str, number: usize) -> bool {
    Lang::ALL.into_iter().any(|lang| (JourneyWords::of(lang).stage_n)(number) == label)
}

/// The label of a stage at a place counted from 1: its name, or its number where it has none. An apostrophe tells a name that
/// looks like a number or like such a name.
pub(in crate::tables) fn stage_label(name: &str, number: usize, words: &JourneyWords) -> String {
    if name.is_empty() {
        (words.stage_n)(number)
    } else if is_number(name.trim_start_matches('\''), number) {
        format!("'{name}")
    } else {
        name.into()
    }
}

/// The name of a stage with a label.
pub(in crate::tables) fn stage_name(label: &str, number: usize) -> &str {
    if is_number(label, number) {
        return "";
    }
    label.strip_prefix('\'').filter(|rest| is_number(rest.trim_start_matches('\''), number)).unwrap_or(label)
}
