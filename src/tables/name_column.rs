//! The column that names the rows of a table of numbers.

use super::content::Content;
use super::layout::{Layout, Wanted};
use super::period::{DayOrder, Period, Run, run};
use super::vocabulary as words;

/// The column that names the rows.
pub(super) fn names(layout: &Layout, wanted: Wanted, content: &[Content]) -> Option<usize> {
    let view = &layout.view;
    let said = |is: fn(&str) -> bool| (0..view.width()).find(|column| is(&layout.head(*column).key));
    let by_heading = match wanted {
        Wanted::Accounts => said(words::is_account_heading),
        Wanted::Cohorts => said(words::is_cohort_heading).or_else(|| said(words::is_account_heading)),
    };
    // Cohorts of several segments are called by what begins them.
    let by_heading = by_heading.map(|first| {
        let is_segment = |column: usize| matches!(layout.head(column).key.as_str(), "segment" | "сегмент");
        let is_cohort = |key: &str| words::is_cohort_heading(key) || words::is_period_heading(key);
        let other = (first + 1..view.width()).find(|column| is_cohort(&layout.head(*column).key));
        other.filter(|_| wanted == Wanted::Cohorts && is_segment(first)).unwrap_or(first)
    });
    // A segment that is the same in each row names none of them.
    let is_one = |column: usize| {
        let mut texts = layout.body().map(|row| view.text(row, column));
        texts.next().is_some_and(|first| layout.body().len() > 1 && texts.all(|text| text == first))
    };
    let by_heading = by_heading.filter(|column| wanted == Wanted::Accounts || *column == 0 || !is_one(*column));
    // "Clients" may stand over names or over sizes.
    let by_heading =
        by_heading.filter(|column| *column == 0 || content[*column].words > 0 || wanted == Wanted::Accounts);
    if by_heading.is_some() || view.width() < 2 {
        return by_heading;
    }
    let first = content[0];
    let body = layout.body();
    let heading = layout.heading > 0;
    let rows = body.len();
    let head = layout.head(0);
    // Days that somebody paid on name nobody.
    let is_day = |column: usize| words::is_period_heading(&layout.head(column).key);
    let worded = (0..view.width()).find(|column| content[*column].words > content[*column].numbers && !is_day(*column));
    if wanted == Wanted::Accounts && heading && is_day(0) && worded.is_some() {
        return worded;
    }
    if first.numbers == 0 && first.words > 0 {
        let slip = wanted == Wanted::Cohorts && !heading && rows == 1 && is_slip(view.text(body.start, 0));
        return (!slip).then_some(0);
    }
    if wanted == Wanted::Accounts {
        return worded.or((heading && head.period.is_none()).then_some(0));
    }
    if heading && head.period.is_none() && (1..view.width()).any(|column| layout.head(column).period.is_some()) {
        let sizes = words::is_size_heading(&head.key);
        return (!sizes).then_some(0);
    }
    let periods: Option<Vec<Period>> = body
        .clone()
        .map(|row| view.text(row, 0))
        .filter(|text| !text.is_empty())
        .map(|text| Period::of(text, layout.order))
        .collect();
    let periods = periods.filter(|periods| periods.len() > 1)?;
    let starts_low = matches!(periods[0], Period::Age(_, n) if n <= 1) && run(&periods) == Some(Run::Rising);
    let counts_on = periods.windows(2).all(|pair| (pair[1].ordinal() - pair[0].ordinal()).abs() == 1);
    // Without a heading counts of clients may look like years.
    let years = !heading && matches!(periods[0], Period::Year(_));
    let named = starts_low && counts_on || periods[0].is_calendar() && run(&periods).is_some() && (!years || counts_on);
    (named && (!heading || head.text.is_empty()) || words::is_period_heading(&head.key)).then_some(0)
}

/// Whether a column without a heading counts the rows before their names: 0, 1, 2.
pub(super) fn counts_rows(layout: &Layout, column: usize, names: Option<usize>) -> bool {
    let rows = || layout.body().map(|row| layout.view.text(row, column)).filter(|text| !text.is_empty());
    let counts_from = |first: usize| rows().zip(first..).all(|(text, at)| text.parse() == Ok(at));
    layout.heading > 0
        && layout.head(column).text.is_empty()
        && names.is_some_and(|names| column < names)
        && rows().nth(1).is_some()
        && (counts_from(0) || counts_from(1))
}

/// Whether a text is a number with a slip of the keys, such as "1o00".
fn is_slip(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && Period::of(text, DayOrder::DayFirst).is_none()
}
