//! How lanes go over pages: a lane that does not fit goes on on the next page, a card never does.

use crate::exchange::picture::grid::{SetLane, Slice};

/// A page is left with this share of it empty rather than parting a lane that the next page holds whole.
const MOST_LEFT_EMPTY: f64 = 1.0 / 3.0;

/// The lanes page by page. `first` is the height that the first page has for them, `others` that of the others, in pixels.
/// No page is higher, but one with a card that is higher itself.
pub fn flow<'r>(rows: &'r [SetLane<'r>], first: f64, others: f64) -> Vec<Vec<Slice<'r>>> {
    let mut pages = vec![Vec::new()];
    let mut left = first;
    let mut fresh = false;
    for row in rows {
        let mut rest = Some(row.whole());
        while let Some(slice) = rest.take() {
            let height = slice.height();
            let holds_whole = height <= left;
            let waits = height <= others && left <= others * MOST_LEFT_EMPTY;
            let parted = if holds_whole || waits { None } else { slice.split(left) };
            match parted {
                Some((part, behind)) => {
                    put(&mut pages, part);
                    rest = Some(behind);
                }
                None if holds_whole || fresh => {
                    left -= height;
                    fresh = false;
                    put(&mut pages, slice);
                    continue;
                }
                None => rest = Some(slice),
            }
            pages.push(Vec::new());
            (left, fresh) = (others, true);
        }
    }
    share(&mut pages, others);
    pages
}

/// Lets the last page have whole lanes of the one before, as long as that makes the two more alike: nobody turns a page for one
/// lane.
fn share(pages: &mut [Vec<Slice<'_>>], others: f64) {
    let [.., before, last] = pages else { return };
    let height = |page: &[Slice]| page.iter().map(Slice::height).sum::<f64>();
    loop {
        let (above, below) = (height(before), height(last));
        let moves = before.len() > 1
            && before.last().is_some_and(|lane| {
                let more = lane.height();
                lane.is_whole() && below + more <= others && (above - below - 2.0 * more).abs() < above - below
            });
        match before.pop_if(|_| moves) {
            Some(lane) => last.insert(0, lane),
            None => return,
        }
    }
}

fn put<'r>(pages: &mut [Vec<Slice<'r>>], slice: Slice<'r>) {
    if let Some(page) = pages.last_mut() {
        page.push(slice);
    }
}
