//! What has become of maps: cards and levels, a group each.

use leptos::prelude::*;

use crate::i18n::figures;
use crate::i18n::journey::JourneyWords;
use crate::i18n::versions::VersionWords;
use crate::insight::compare::Difference;
use crate::model::quantity::StageId;
use crate::ui::session::Session;

/// The groups of a difference that hold anything.
pub fn changes_listed(session: Session, difference: Difference, name: impl Fn(StageId) -> String) -> AnyView {
    let lang = session.lang();
    let (jw, vw) = (JourneyWords::of(session.lang()), VersionWords::of(session.lang()));
    let reworded = difference.reworded.into_iter().map(|(was, is)| format!("{was} \u{2192} {is}")).collect();
    let said = |level| Option::map_or_else(level, || jw.no_level.into(), |level| figures::level(lang, level));
    let felt = difference.felt.into_iter();
    let felt = felt.map(|(stage, from, to)| format!("{}: {} \u{2192} {}", name(stage), said(from), said(to)));
    let groups = [
        (vw.cards_added, difference.added),
        (vw.cards_removed, difference.removed),
        (vw.cards_reworded, reworded),
        (vw.cards_moved, difference.moved),
        (vw.cards_detailed, difference.detailed),
        (vw.levels_changed, felt.collect()),
    ];
    let group = |(title, lines): (&'static str, Vec<String>)| {
        let count = lines.len();
        let lines = lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view();
        (count > 0).then(|| {
            view! {
                <dt>{title} " " <span class="count">{count}</span></dt>
                <dd><ul>{lines}</ul></dd>
            }
        })
    };
    view! { <dl class="changes">{groups.map(group).into_iter().collect_view()}</dl> }.into_any()
}
