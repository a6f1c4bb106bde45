//! Records by id.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::arrange::Arrange;

/// Records by id, in the order of ids, which is the order of JSON too.
///
/// A sorted list: ids only grow, so a new record goes to the end, and reading is a binary search over memory that lies
/// together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Table(Vec::new())
    }
}

impl<K: Ord + Copy, V> Table<K, V> {
    /// The record with an id.
    pub fn get(&self, id: K) -> Option<&V> {
        self.find(id).ok().map(|at| &self.0[at].1)
    }

    /// Puts a record in place of the one with its id (`None` removes it) and returns what was there.
    pub fn put(&mut self, id: K, record: Option<V>) -> Option<V> {
        match (self.find(id), record) {
            (Ok(at), Some(record)) => Some(std::mem::replace(&mut self.0[at].1, record)),
            (Ok(at), None) => Some(self.0.remove(at).1),
            (Err(at), Some(record)) => {
                self.0.insert(at, (id, record));
                None
            }
            (Err(_), None) => None,
        }
    }

    /// Every id with its record.
    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        self.0.iter().map(|(id, record)| (*id, record))
    }

    /// Every id with its record, to change the records.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (K, &mut V)> {
        self.0.iter_mut().map(|(id, record)| (*id, record))
    }

    /// The highest id.
    pub fn last_id(&self) -> Option<K> {
        self.0.last().map(|(id, _)| *id)
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts new ids in place of old ones; of two records that get one id the later stays.
    pub fn rename(&mut self, name: impl Fn(K) -> K) {
        self.0.iter_mut().for_each(|(id, _)| *id = name(*id));
        self.put_in_order();
    }

    /// Names every id whose record is not the same in both tables.
    pub fn differing(&self, other: &Self, mut differs: impl FnMut(K))
    where
        V: PartialEq,
    {
        let (mut ours, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        loop {
            match (ours.peek(), theirs.peek()) {
                (Some((our, record)), Some((their, other))) if our == their => {
                    if record != other {
                        differs(*our);
                    }
                    ours.next();
                    theirs.next();
                }
                (Some((our, _)), their) if their.is_none_or(|(their, _)| our < their) => {
                    differs(*our);
                    ours.next();
                }
                (_, Some((their, _))) => {
                    differs(*their);
                    theirs.next();
                }
                _ => return,
            }
        }
    }

    fn put_in_order(&mut self) {
        if !self.0.is_sorted_by(|(one, _), (next, _)| one < next) {
            // Stable, and turned round for the sieve: the first of equals is the one that came last.
            self.0.reverse();
            self.0.arrange_by_key(|(id, _)| *id);
            self.0.dedup_by_key(|(id, _)| *id);
        }
    }

    fn find(&self, id: K) -> Result<usize, usize> {
        match self.0.last() {
            Some((last, _)) if *last < id => Err(self.0.len()),
            _ => self.0.binary_search_by_key(&id, |(id, _)| *id),
        }
    }
}

impl<K: Serialize, V: Serialize> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(id, record)| (id, record)))
    }
}

impl<'de, K, V> Deserialize<'de> for Table<K, V>
where
    K: Deserialize<'de> + Ord + Copy,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Rows<K, V>(PhantomData<(K, V)>);

        impl<'de, K, V> Visitor<'de> for Rows<K, V>
        where
            K: Deserialize<'de> + Ord + Copy,
            V: Deserialize<'de>,
        {
            type Value = Table<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("records by id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut rows: A) -> Result<Table<K, V>, A::Error> {
                // Put in order once, at the end: ids that come falling would each move all that came before.
                let mut table = Table(Vec::new());
                while let Some(row) = rows.next_entry()? {
                    table.0.push(row);
                }
                table.put_in_order();
                Ok(table)
            }
        }

        from.deserialize_map(Rows(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn rows_stay_in_order_whatever_the_order_they_came_in() {
        let mut table = Table::default();
        for id in [5_u32, 1, 9, 3] {
            assert_eq!(table.put(id, Some(id * 10)), None);
        }
        assert_eq!(table.put(3, Some(33)), Some(30));
        assert_eq!(table.put(5, None), Some(50));
        assert_eq!(table.put(7, None), None);
        assert_eq!(table.iter().map(|(id, row)| (id, *row)).collect::<Vec<_>>(), [(1, 10), (3, 33), (9, 90)]);
        assert_eq!((table.get(9), table.get(2), table.last_id(), table.len()), (Some(&90), None, Some(9), 3));
    }

    #[test]
    fn json_may_come_in_any_order_and_goes_in_that_of_ids() {
        let table: Table<u32, u8> = serde_json::from_str(r#"{"10":1,"2":2}"#).expect("a table");
        assert_eq!(serde_json::to_string(&table).expect("JSON"), r#"{"2":2,"10":1}"#);
    }

    /// An id that counts how often it is compared.
    #[derive(Clone, Copy, PartialEq, Eq, serde::Deserialize)]
    struct Counting(u32);

    thread_local!(static COMPARED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) });

    impl PartialOrd for Counting {
        fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }

    impl Ord for Counting {
        fn cmp(&self, other: &Self) -> std::cmp::Ordering {
            COMPARED.set(COMPARED.get() + 1);
            self.0.cmp(&other.0)
        }
    }

    #[test]
    fn json_with_falling_ids_is_put_in_order_once() {
        let compared = |ids: &mut dyn Iterator<Item = u32>| {
            let rows: Vec<String> = ids.map(|id| format!("\"{id}\":0")).collect();
            COMPARED.set(0);
            let table: Table<Counting, u8> = serde_json::from_str(&format!("{{{}}}", rows.join(","))).expect("a table");
            assert_eq!(table.len(), rows.len());
            COMPARED.get()
        };
        // A search for the place of each row would take a dozen for each.
        assert!(compared(&mut (0..10_000)) <= 10_000);
        let falling = compared(&mut (0..10_000).rev());
        assert!(falling <= 30_000, "{falling}");
    }

    #[test]
    fn of_an_id_that_json_names_twice_the_later_record_counts() {
        let table: Table<u32, u8> = serde_json::from_str(r#"{"7":1,"3":2,"7":3,"3":4}"#).expect("a table");
        assert_eq!(serde_json::to_string(&table).expect("JSON"), r#"{"3":4,"7":3}"#);
    }

    #[test]
    fn what_differs_is_named_whichever_side_has_it() {
        let table = |rows: &[(u32, u8)]| {
            let mut table = Table::default();
            rows.iter().for_each(|(id, row)| _ = table.put(*id, Some(*row)));
            table
        };
        let differing = |ours: &[(u32, u8)], theirs: &[(u32, u8)]| {
            let mut ids = Vec::new();
            table(ours).differing(&table(theirs), |id| ids.push(id));
            ids
        };
        assert_eq!(differing(&[(1, 1), (2, 2), (4, 4)], &[(1, 1), (2, 0), (3, 3)]), [2, 3, 4]);
        assert_eq!(differing(&[], &[(1, 1)]), [1]);
        assert_eq!(differing(&[(1, 1)], &[(1, 1)]), [0_u32; 0]);
    }
}
