//! Numbers of those who left: what they count, and how many that leaves.

use crate::tables::choice::{Choice, Lost, Unit};
use crate::tables::fault::Problem;
use crate::tables::fold;
use crate::tables::matrix::{Matrix, Value};
use crate::tables::note::Note;
use crate::tables::phrases;
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::vocabulary as words;

/// Subtracts the numbers of those who left from the start, where the headings say that they are such, or a title does and
/// somebody confirms it; `None` where nothing says what to subtract them from.
pub(super) fn subtracted(matrix: &mut Matrix, log: &mut Log) -> Option<()> {
    // Whatever it is called, what is small and only ever rises is hardly what is left.
    let over = (matrix.says_lost.is_some() || rises_from_little(matrix) || are_slight(matrix)) && begins_below(matrix);
    if !matrix.lost && !over {
        return Some(());
    }
    let Some(shares) = unit(matrix, log) else { return (!matrix.lost).then_some(()) };
    let how = counted(matrix, shares, log);
    matrix.lost = how != Lost::Stayed;
    if how == Lost::Stayed {
        // What numbers of those who stayed mean is asked by itself.
        log.questions.retain(|question| !matches!(question.options.first(), Some(Choice::Unit(_))));
        return Some(());
    }
    matrix.says_lost = None;
    log.note(Note::Lost(how));
    matrix.known = Some(if shares { Unit::PerCent } else { Unit::Counts });
    let mut behind = 0;
    for row in &mut matrix.rows {
        let whole = if shares { Some(100.0) } else { row.size.number() };
        let mut left = whole;
        let mut begun = false;
        for value in &mut row.values {
            let Some(number) = value.number() else {
                // What left in a period that nobody counted is missing in all that follow.
                left = left.filter(|_| how == Lost::SoFar || !begun);
                continue;
            };
            begun = true;
            let now = whole.zip(left).map(|(whole, left)| match how {
                Lost::SoFar | Lost::Stayed => whole - number,
                Lost::Each | Lost::OfStart => left - number,
                Lost::OfPrevious => left * (100.0 - number) / 100.0,
            });
            // No further than people write them: 100 - 10.1 is 89.9.
            let now = now.map(|now| (now * 1e9).round() / 1e9);
            behind += usize::from(now.is_none());
            left = now;
            *value = match now {
                Some(now) if shares => Value::Share(now),
                Some(now) => Value::Number(now),
                None => Value::NotYet,
            };
        }
    }
    log.notes.extend((behind > 0).then_some(Note::BehindGap(behind)));
    Some(())
}

/// Whether shares below a half rise along the rows and never fall.
fn rises_from_little(matrix: &Matrix) -> bool {
    let rows = || {
        let shares = |value: &Value| if let Value::Share(share) = value { Some(*share) } else { None };
        matrix.rows.iter().map(move |row| row.values.iter().filter_map(shares).collect::<Vec<f64>>())
    };
    let pairs = |is: fn(f64, f64) -> bool| rows().any(|row| row.windows(2).any(|pair| is(pair[0], pair[1])));
    let is_little = rows().flatten().all(|share| share < 50.0);
    is_little && pairs(|one, next| next > one) && !pairs(|one, next| next < one)
}

/// Whether shares are so small and so alike that they may be those who left in each period, and nothing says that they stayed.
fn are_slight(matrix: &Matrix) -> bool {
    const STAYED: [&str; 10] =
        ["reten", "retain", "kept", "active", "return", "repeat", "удерж", "остал", "верн", "повтор"];
    let heads = matrix.columns.iter().map(|column| &column.head.key);
    let says = |text: &str| STAYED.iter().any(|word| text.contains(word));
    let says_stayed = heads.into_iter().any(|key| says(key)) || matrix.over.iter().any(|text| says(&fold::key(text)));
    let is_alike = |row: &Vec<f64>| row.iter().all(|share| *share < 20.0 && share * 3.0 > row[0]);
    let shares = |value: &Value| if let Value::Share(share) = value { Some(*share) } else { None };
    let rows = matrix.rows.iter().map(|row| row.values.iter().filter_map(shares).collect::<Vec<f64>>());
    let rows: Vec<Vec<f64>> = rows.collect();
    !says_stayed && rows.iter().map(Vec::len).sum::<usize>() > 4 && rows.iter().all(is_alike)
}

/// Whether cohorts do not begin with all of their clients, as those of who stayed would.
fn begins_below(matrix: &Matrix) -> bool {
    let firsts = || {
        matrix
            .rows
            .iter()
            .filter_map(|row| Some((*row.values.iter().find(|value| value.number().is_some())?, row.size.number())))
    };
    let is_hundred = |(first, _): (Value, Option<f64>)| first.number() == Some(100.0);
    let is_whole = |(first, size): (Value, Option<f64>)| match (first, size) {
        (Value::Number(number), Some(size)) => number == size,
        (Value::Number(number), None) => number == 100.0 || number == 1.0,
        (first, _) => first.number().is_none_or(|share| share == 100.0),
    };
    let whole = firsts().filter(|first| is_whole(*first)).count();
    whole * 2 < firsts().count() && !firsts().all(is_hundred)
}

/// Whether the numbers are per cent, which they become where they are; `None` where nothing says of how many they are.
fn unit(matrix: &mut Matrix, log: &mut Log) -> Option<bool> {
    let values = || matrix.rows.iter().flat_map(|row| row.values.iter());
    let numbers = || values().filter_map(|value| if let Value::Number(number) = value { Some(*number) } else { None });
    let most = numbers().fold(0.0, f64::max);
    let fractions = numbers().any(|number| number.fract() != 0.0);
    let sizes = || matrix.rows.iter().filter_map(|row| row.size.number());
    let sized = sizes().next().is_some();
    let signs = values().any(|value| matches!(value, Value::Share(_)));
    let of_one = !signs && most <= 1.0 && fractions;
    let shares = if signs || of_one || matrix.says_per_cent || fractions && most <= 100.0 {
        true
    } else if !sized {
        if matrix.lost {
            log.fault(Problem::LostOfUnknown, matrix.place(0, 0), "");
        }
        return None;
    } else if most <= 100.0 && sizes().all(|size| size > 100.0) {
        // As few as per cent of so many, and as whole as clients.
        let options = [Unit::Counts, Unit::PerCent].map(Choice::Unit).to_vec();
        log.ask(About::Table, options, 0) == Choice::Unit(Unit::PerCent)
    } else {
        false
    };
    if shares {
        let of = |number: f64| if of_one { (number * 1e14).round() / 1e12 } else { number };
        for value in matrix.rows.iter_mut().flat_map(|row| row.values.iter_mut()) {
            if let Value::Number(number) = value {
                *value = Value::Share(of(*number));
            }
        }
    }
    Some(shares)
}

/// What the numbers count; it is asked where the words and the numbers leave it open.
fn counted(matrix: &Matrix, shares: bool, log: &mut Log) -> Lost {
    let rows =
        || matrix.rows.iter().map(|row| row.values.iter().filter_map(|value| value.number()).collect::<Vec<_>>());
    let pairs = |is: fn(f64, f64) -> bool| rows().any(|row| row.windows(2).any(|pair| is(pair[0], pair[1])));
    let (falls, rises) = (pairs(|one, next| next < one), pairs(|one, next| next > one));
    let lone = rows().all(|row| row.len() < 2);
    let each = if shares { Lost::OfPrevious } else { Lost::Each };
    let heads = || matrix.columns.iter().map(|column| column.head.key.as_str());
    let titles: Vec<String> = matrix.over.iter().map(|text| fold::key(text)).collect();
    let says = |is: fn(&str, bool) -> bool| heads().any(|key| is(key, false)) || titles.iter().any(|key| is(key, true));
    let of_previous = heads().any(phrases::is_of_previous);
    // "Left" may as well be said of those who are left.
    let gone = heads().chain(titles.iter().map(String::as_str)).any(phrases::is_gone);
    let is_named = matrix.lost || titles.iter().any(|key| words::names_lost(key));
    let open = !is_named || !gone;
    // Small rates below a title that names a loss: of those who stayed they would be most of a cohort gone at once.
    let is_small = rows().flatten().all(|number| number < 50.0);
    let are_rates = shares && is_small && titles.iter().any(|key| phrases::is_gone(key) && words::counts_lost(key));
    let likely = if falls && are_rates {
        Lost::OfPrevious
    } else if falls && open && !says(phrases::is_within) {
        Lost::Stayed
    } else if of_previous || falls || !rises && !lone || says(phrases::is_within) && !lone {
        each
    } else {
        Lost::SoFar
    };
    // What only a title says is asked.
    let certain = matrix.lost
        && gone
        && match likely {
            Lost::SoFar => lone || says(phrases::is_so_far),
            Lost::Each => falls,
            _ => of_previous,
        };
    let chosen = log.choice(|choice| matches!(choice, Choice::Lost(_)).then_some(()));
    if certain && chosen.is_none() {
        return likely;
    }
    let each = if shares { vec![Lost::OfPrevious, Lost::OfStart] } else { vec![Lost::Each] };
    let options: Vec<Lost> = std::iter::once(Lost::SoFar).chain(each).chain([Lost::Stayed]).collect();
    let default = options.iter().position(|option| *option == likely).unwrap_or(0);
    let options = options.into_iter().map(Choice::Lost).collect();
    if let Choice::Lost(lost) = log.ask(About::Table, options, default) { lost } else { likely }
}
