//! A copy of a whole project without the names of the people and companies in it.

use super::clients::agreed;
use super::hiding::{Veil, mapping, said};
use super::texts::veiled;
use crate::interviews::anonymise::{Contacts, Labels};
use crate::model::{Change, Edit, Engagement};

/// The project with every name hidden wherever somebody typed it, without contacts of the people in it, and without the interviews
/// whose people agreed to nothing. Nothing of this can be had back from the copy.
pub fn copy(engagement: &Engagement, labels: Labels) -> Engagement {
    // Whose interview is left out may be named in others.
    let mapping = mapping(engagement, labels);
    let known = Contacts::of(said(engagement, |_| true), labels);
    let elsewhere = Veil { names: mapping.hiding(), contacts: known };
    let in_talks = Veil { names: mapping.hiding(), contacts: Contacts::all(labels) };
    let mut copy = agreed(engagement, labels);
    let keys: Vec<_> = copy.keys().collect();
    let edits = keys.into_iter().filter_map(|key| copy.edit(key));
    let head = Edit::Head(copy.head().clone());
    let change: Change = edits
        .chain([head])
        .map(|edit| match &edit {
            Edit::Interview(..) | Edit::Paragraph(..) | Edit::Quote(..) => veiled(edit, &in_talks),
            _ => veiled(edit, &elsewhere),
        })
        .collect();
    copy.swap(change);
    copy
}
