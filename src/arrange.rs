//! Putting things in order by one code for all types. Each type that the standard library sorts by itself costs the app four
//! kilobytes, and more than a hundred are put in order here.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Slices that are put in order. Equals stay in the order they had.
pub trait Arrange<T> {
    /// By what `compare` says of two.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key of each, the least first.
    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|one, other| key(one).cmp(&key(other)));
    }

    /// By their own order, the least first.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut places: Vec<usize> = (0..self.len()).collect();
        sort(&mut places, &mut |one, other| compare(&self[one], &self[other]));
        move_from(&mut places, &mut |one, other| self.swap(one, other));
    }
}

fn sort(places: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    places.sort_by(|one, other| compare(*one, *other));
}

/// Brings to each place what lies at the place that is named there; each round of exchanges is gone through once. Rounds that are
/// gone through come no more: a list that names a place twice, as WebKit was seen to make of a long one, ends the round and holds
/// the page no longer. All that lay there stays then, if not in order.
fn move_from(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..places.len() {
        let mut here = first;
        loop {
            let from = std::mem::replace(&mut places[here], here);
            if from <= first || from == here {
                break;
            }
            swap(here, from);
            here = from;
        }
    }
}

/// Which of these places stand in their order, as many as can: the others would have to move past them. `None` is no place.
#[cfg(any(feature = "ui", test))]
pub fn in_order(places: &[Option<usize>]) -> Vec<bool> {
    // Of all runs of a length, the one whose last place is the lowest; and before each entry, the one that its run had last.
    let mut lasts: Vec<usize> = Vec::new();
    let mut before = vec![None; places.len()];
    for (at, place) in places.iter().enumerate().filter(|(_, place)| place.is_some()) {
        let length = lasts.partition_point(|last| places[*last] < *place);
        before[at] = length.checked_sub(1).map(|length| lasts[length]);
        match lasts.get_mut(length) {
            Some(last) => *last = at,
            None => lasts.push(at),
        }
    }
    let mut stand = vec![false; places.len()];
    let mut next = lasts.last().copied();
    for at in (0..places.len()).rev() {
        if next == Some(at) {
            stand[at] = true;
            next = before[at];
        }
    }
    stand
}

/// A set of what is given. The standard library's own way sorts first, which costs code for every type.
pub fn set_of<T: Ord>(all: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for one in all {
        set.insert(one);
    }
    set
}

/// A map of what is given, as [`set_of`]; of two with one key the later stays.
pub fn map_of<K: Ord, V>(all: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in all {
        map.insert(key, value);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_stand_in_order_as_can() {
        let stand = |places: &[usize]| {
            let places: Vec<Option<usize>> = places.iter().map(|place| Some(*place)).collect();
            in_order(&places).into_iter().map(u8::from).collect::<Vec<_>>()
        };
        assert_eq!(stand(&[]), Vec::<u8>::new());
        assert_eq!(stand(&[0, 1, 2]), [1, 1, 1]);
        assert_eq!(stand(&[1, 2, 3, 0]), [1, 1, 1, 0], "one moves, not three");
        assert_eq!(stand(&[3, 0, 1, 2]), [0, 1, 1, 1]);
        assert_eq!(stand(&[4, 0, 2, 1, 3]).iter().sum::<u8>(), 3);
        assert_eq!(
            in_order(&[None, Some(2), None, Some(1)]),
            [false, false, false, true],
            "what is new stands nowhere"
        );
    }

    #[test]
    fn all_is_in_order_and_equals_stay_as_they_were() {
        let mut state = 7u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        for length in (0..40).chain([100, 1000]) {
            let all: Vec<(u32, String)> = (0..length).map(|at| (next(7), format!("{at:04}"))).collect();
            let mut arranged = all.clone();
            arranged.arrange_by_key(|(key, _)| *key);
            // What came later bears a greater name, so that equals in their old order are in the order of both.
            assert!(arranged.is_sorted(), "{arranged:?}");
            arranged.arrange_by(|one, other| one.1.cmp(&other.1));
            assert_eq!(arranged, all);
        }
        let mut words = ["b", "c", "a"];
        words.arrange();
        assert_eq!(words, ["a", "b", "c"]);
    }

    #[test]
    fn a_list_that_names_a_place_twice_ends_and_keeps_all() {
        for mut places in [vec![1, 0, 0], vec![0, 2, 1, 1], vec![3, 0, 1, 0], vec![1, 1, 2], vec![2, 2, 2]] {
            let mut all: Vec<usize> = (0..places.len()).collect();
            move_from(&mut places, &mut |one, other| all.swap(one, other));
            all.sort_unstable();
            assert!(all.iter().enumerate().all(|(at, one)| at == *one), "{all:?}");
        }
    }

    #[test]
    fn the_later_of_two_with_one_key_stays() {
        assert_eq!(map_of([(2, 'a'), (1, 'b'), (2, 'c')]), [(1, 'b'), (2, 'c')].into());
        assert_eq!(set_of([3, 1, 3]), [1, 3].into());
    }
}
