//! Ids of engagements. Of two the one that was added later sorts behind, so that those of one title are told apart by a number
//! that stays.

/// Letters and digits that nobody takes for others, in the order in which they sort.
const DIGITS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
/// So many of them hold the milliseconds of a thousand years.
const OF_TIME: u32 = 9;
/// Ids were drawn by chance once; nearly all of those sort before this.
const FIRST: char = 'z';

/// The id of what is added at a moment, in milliseconds since 1970, with what was drawn for it.
pub fn id_at(moment: u64, drawn: &str) -> String {
    let time = (0..OF_TIME).rev().map(|at| char::from(DIGITS[(moment >> (5 * at)) as usize % DIGITS.len()]));
    std::iter::once(FIRST).chain(time).chain(drawn.chars()).collect()
}

/// When what has an id was added, in milliseconds since 1970; `None` for an id that was drawn by chance alone.
pub fn moment_of(id: &str) -> Option<u64> {
    let mut digits = id.strip_prefix(FIRST)?.bytes();
    (0..OF_TIME).try_fold(0, |moment, _| {
        let digit = digits.next()?;
        Some(moment << 5 | DIGITS.iter().position(|known| *known == digit)? as u64)
    })
}

#[cfg(test)]
mod tests {
    use super::{id_at, moment_of};

    #[test]
    fn an_id_says_when_it_was_made() {
        for moment in [0, 31, 1_700_000_000_001, 30_000_000_000_000] {
            assert_eq!(moment_of(&id_at(moment, "abc")), Some(moment));
        }
        assert_eq!([moment_of("acme"), moment_of("z"), moment_of("z12?"), moment_of("")], [None; 4]);
    }

    #[test]
    fn what_comes_later_sorts_behind() {
        let moments = [0, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 1_900_000_000_000, 30_000_000_000_000];
        let ids: Vec<String> = moments.iter().map(|moment| id_at(*moment, "x")).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        assert!(ids.iter().all(|id| id.len() == 11 && id.as_str() > "yyyyyyyyyy"), "{ids:?}");
    }
}
