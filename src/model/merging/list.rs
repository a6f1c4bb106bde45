//! An order in three versions.

/// The order in which both sides' additions and removals have happened; a side that only added or removed follows the one
/// that put things in another order. Where both did, ours counts.
pub(super) fn merge<T: Copy + PartialEq>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    if ours == theirs || theirs == base {
        return ours.to_vec();
    }
    if ours == base {
        return theirs.to_vec();
    }
    let (lead, other) = if is_reordered(base, ours) { (ours, theirs) } else { (theirs, ours) };
    let is_removed = |item: &T| base.contains(item) && !other.contains(item);
    let mut merged: Vec<T> = lead.iter().copied().filter(|item| !is_removed(item)).collect();
    for (at, &item) in other.iter().enumerate() {
        if !base.contains(&item) && !merged.contains(&item) {
            insert_as_in(&mut merged, other, at, item);
        }
    }
    merged
}

/// Puts `item` behind the nearest one that stands before it in `order`, where it is at `at`.
pub(in crate::model) fn insert_as_in<T: Copy + PartialEq>(list: &mut Vec<T>, order: &[T], at: usize, item: T) {
    let before = order[..at].iter().rev().find_map(|before| list.iter().position(|known| known == before));
    list.insert(before.map_or(0, |before| before + 1), item);
}

/// Whether what is left of `base` stands in another order.
fn is_reordered<T: PartialEq>(base: &[T], now: &[T]) -> bool {
    let left = base.iter().filter(|item| now.contains(item));
    !now.iter().filter(|item| base.contains(item)).eq(left)
}

#[cfg(test)]
mod tests {
    use super::merge;

    #[test]
    fn what_each_side_adds_and_removes_happens() {
        assert_eq!(merge(&[1, 2, 3], &[1, 2, 3, 4], &[1, 5, 2, 3]), [1, 5, 2, 3, 4]);
        assert_eq!(merge(&[1, 2, 3], &[1, 3], &[1, 2]), [1]);
        assert_eq!(merge(&[], &[1], &[2]), [1, 2]);
        assert_eq!(merge(&[1], &[1, 2], &[1, 3]), [1, 2, 3]);
    }

    #[test]
    fn an_order_that_one_side_changed_holds() {
        assert_eq!(merge(&[1, 2, 3], &[3, 1, 2], &[1, 2, 3, 4]), [3, 4, 1, 2]);
        assert_eq!(merge(&[1, 2, 3], &[1, 2, 3, 4], &[3, 1, 2]), [3, 4, 1, 2]);
        assert_eq!(merge(&[1, 2, 3], &[2, 1, 3], &[3, 2, 1]), [2, 1, 3]);
    }
}
