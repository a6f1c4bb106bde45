//! The codebook as it was used: each tag with its counts, and the tags that meet.

use std::collections::{BTreeMap, BTreeSet};

use super::counts;
use super::quotes::{trends, uses};
use crate::arrange::Arrange;
use crate::interviews::codebook::views::{self, Trend};
use crate::interviews::codebook::{GroupId, Tag};
use crate::interviews::counts::HighlightCount;
use crate::interviews::text::TagId;
use crate::model::Engagement;
use crate::model::quantity::InterviewId;

/// The most pairs of tags that are listed.
const MOST_PAIRS: usize = 30;

/// A tag with how it was used.
#[derive(Clone, Debug, PartialEq)]
pub struct TagUse {
    /// The tag.
    pub id: TagId,
    /// Its record.
    pub tag: Tag,
    /// How many quotes and notes have it, those without words among them.
    pub highlights: HighlightCount,
    /// In how many interviews.
    pub interviews: usize,
    /// Whether it grows or fades.
    pub trend: Trend,
}

/// The tags of one group, or of none.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The group. `None`: tags without one.
    pub group: Option<GroupId>,
    /// Its tags, the most used first.
    pub tags: Vec<TagUse>,
}

/// The codebook, group by group in the order in which these were added; tags without a group come last.
pub fn themes(engagement: &Engagement) -> Vec<Theme> {
    let mut counts: BTreeMap<TagId, HighlightCount> = BTreeMap::new();
    let notes = counts::notes(engagement);
    let mut interviews: BTreeMap<TagId, BTreeSet<InterviewId>> = BTreeMap::new();
    for (id, quote) in engagement.quotes() {
        for tag in &quote.mark.tags {
            counts.entry(*tag).or_default().add(notes.contains(&id));
            interviews.entry(*tag).or_default().insert(quote.interview);
        }
    }
    let mut trends = trends(engagement);
    let mut by_group: BTreeMap<Option<GroupId>, Vec<TagUse>> = BTreeMap::new();
    by_group.extend(engagement.groups().map(|(id, _)| (Some(id), Vec::new())));
    for (id, tag) in engagement.tags() {
        by_group.entry(tag.group).or_default().push(TagUse {
            id,
            tag: tag.clone(),
            highlights: counts.get(&id).copied().unwrap_or_default(),
            interviews: interviews.get(&id).map_or(0, BTreeSet::len),
            trend: trends.remove(&id).unwrap_or_else(|| views::trend(&[])),
        });
    }
    let mut themes: Vec<Theme> = by_group
        .into_iter()
        .map(|(group, mut tags)| {
            tags.arrange_by_key(|tag| (std::cmp::Reverse(tag.highlights.all()), tag.id));
            Theme { group, tags }
        })
        .collect();
    themes.arrange_by_key(|theme| (theme.group.is_none(), theme.group));
    themes.retain(|theme| theme.group.is_some() || !theme.tags.is_empty());
    themes
}

/// Two tags that meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The tags.
    pub tags: [TagId; 2],
    /// How often they meet.
    pub count: usize,
}

/// Tags that meet on a quote or on two that overlap, the most frequent first.
pub fn pairs(engagement: &Engagement) -> Vec<Pair> {
    let together = views::together(&uses(engagement));
    let mut pairs: Vec<Pair> =
        together.into_iter().map(|((one, other), count)| Pair { tags: [one, other], count }).collect();
    pairs.arrange_by_key(|pair| (std::cmp::Reverse(pair.count), pair.tags));
    pairs.truncate(MOST_PAIRS);
    pairs
}
