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

#[cfg(test)]
mod tests {
    use super::id_at;

    #[test]
    fn what_comes_later_sorts_behind() {
        let moments = [0, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 1_900_000_000_000, 30_000_000_000_000];
        let ids: Vec<String> = moments.iter().map(|moment| id_at(*moment, "x")).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        assert!(ids.iter().all(|id| id.len() == 11 && id.as_str() > "yyyyyyyyyy"), "{ids:?}");
    }
}
