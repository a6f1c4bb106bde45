//! What each column of a table of numbers holds.

use super::choice::Choice;
use super::content::{Content, content};
use super::footnote;
use super::heading;
use super::layout::{Layout, Wanted};
use super::measures;
use super::name_column::{counts_rows, names};
use super::note::{Note, Why};
use super::period::Period;
use super::phrases;
use super::question::About;
use super::reading::Log;
use super::role::Role;
use super::unknown_periods;
use super::vocabulary::{self as words, Sum};

/// The columns that are taken, as the view counts them.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub names: Option<usize>,
    pub sizes: Option<usize>,
    pub values: Vec<usize>,
    pub currency: Option<usize>,
    /// Whether the column of sizes holds what was paid, and not how many paid.
    pub paid: bool,
    /// Whether the values count those who left.
    pub lost: bool,
}

impl Columns {
    /// Finds out what the columns hold and writes it down.
    pub fn of(layout: &Layout, wanted: Wanted, log: &mut Log) -> Self {
        let width = layout.view.width();
        let content: Vec<Content> = (0..width).map(|column| content(layout, column)).collect();
        let mut columns = Columns { names: names(layout, wanted, &content), ..Columns::default() };
        let labelled = (0..width).any(|column| is_period(layout, column, columns.names));
        let named = columns.names;
        columns.lost = wanted == Wanted::Cohorts && counts_lost(layout, named, &content);
        for column in (0..width).filter(|column| Some(*column) != named) {
            let strip = layout.strip(column);
            let number = strip.at;
            let said = log.choice(|choice| match choice {
                Choice::Column(at, role) if *at == number => Some(*role),
                _ => None,
            });
            let (mut role, why) = match said {
                Some(role) => (role, Why::Chosen),
                None => role(layout, wanted, &columns, column, labelled, &content),
            };
            if (role, said) == (Role::Values, None) && is_no_whole_period(layout, column) {
                let options = [Role::LeftOut, Role::Values].map(|role| Choice::Column(number, role));
                if log.ask(About::Strip(strip.clone()), options.to_vec(), 0) == options[0] {
                    role = Role::LeftOut;
                }
            }
            // What is known to be something else needs no question.
            let is_open = wanted == Wanted::Accounts
                && (role, why, said) == (Role::LeftOut, Why::Unknown, None)
                && !is_something_else(&layout.head(column).key)
                && !counts_rows(layout, column, named);
            if is_open && let Some(likely) = unknown_periods::may_be_a_period(layout, column, named, &content) {
                let options = [Role::LeftOut, Role::Values].map(|role| Choice::Column(number, role));
                if log.ask(About::Strip(strip.clone()), options.to_vec(), usize::from(likely)) == options[1] {
                    role = Role::Values;
                }
            }
            let before_ages =
                wanted == Wanted::Cohorts && labelled && columns.values.is_empty() && columns.sizes.is_none();
            if before_ages && matches!((role, why), (Role::LeftOut, Why::Total | Why::Same | Why::Paid | Why::Measure))
            {
                role = ask_size(layout, column, &content, log);
            }
            let is_sizes = wanted == Wanted::Cohorts && (role, why) == (Role::LeftOut, Why::Unknown);
            if is_sizes && columns.may_be_behind(layout, column, &content) {
                role = ask_size(layout, column, &content, log);
            }
            match role {
                Role::Values => columns.values.push(column),
                Role::Sizes | Role::Start => {
                    columns.sizes = Some(column);
                    columns.paid = role == Role::Start;
                }
                Role::Names => columns.names = Some(column),
                Role::Currency => columns.currency = Some(column),
                _ if content[column].numbers + content[column].words == 0 && strip.name.is_empty() => (),
                _ => {
                    let is_other = why == Why::Same && !says_again(layout, column);
                    log.note(Note::LeftOut(strip, if is_other { Why::Unknown } else { why }));
                    continue;
                }
            }
            if matches!(role, Role::Sizes | Role::Start | Role::Names | Role::Currency) {
                log.note(Note::Column(strip, role));
            }
        }
        columns.sized(layout, &content, log);
        columns
    }

    /// Whether a column behind shares may hold the sizes that they are of: "Customers" behind the last month.
    fn may_be_behind(&self, layout: &Layout, column: usize, content: &[Content]) -> bool {
        let own = content[column];
        let are_shares =
            |column: &usize| content[*column].shares > 0 && content[*column].shares == content[*column].numbers;
        self.sizes.is_none()
            && !self.values.is_empty()
            && self.values.iter().all(are_shares)
            && own.numbers > own.words
            && own.shares == 0
            && words::is_size_heading(&layout.head(column).key)
    }

    /// Whether a title, the corner or a heading over the numbers says that they are per cent.
    pub fn says_per_cent(&self, layout: &Layout) -> bool {
        let heads = self.values.iter().chain(&self.names).map(|column| layout.head(*column).text);
        layout.titles.iter().cloned().chain(heads).any(|text| text.contains('%'))
    }

    /// Asks what a column of numbers before the first age is, where its heading does not say.
    fn sized(&mut self, layout: &Layout, content: &[Content], log: &mut Log) {
        let [first, second, ..] = self.values[..] else { return };
        let shares: usize = self.values[1..].iter().map(|column| content[*column].shares).sum();
        let others: usize = self.values[1..].iter().map(|column| content[*column].numbers).sum();
        let parts: usize = self.values[1..].iter().map(|column| content[*column].parts).sum();
        let own = content[first];
        let alone = own.shares == 0 && own.numbers > 0 && shares * 10 >= others * 9 && content[second].shares > 0;
        // Nobody counts 0.8 clients.
        let are_whole = own.large > 0 && own.large == own.numbers;
        // Where all is per cent, less than one of it may be left of a hundred.
        let is_hundred = |row: usize| layout.view.at(row, first).number().is_none_or(|n| n.value(true) == 100.0);
        let is_per_cent = self.says_per_cent(layout) && layout.body().into_iter().all(is_hundred);
        let whole = are_whole && !is_per_cent && parts * 10 >= others * 9 && content[second].parts > 0;
        if self.sizes.is_none() && (alone || whole) {
            // The only column without per cent signs counts, and the others are shares of it.
            let paid = phrases::is_paid(&layout.head(first).key);
            let role = if paid { ask_size(layout, first, content, log) } else { Role::Sizes };
            self.values.remove(0);
            if role == Role::LeftOut {
                log.note(Note::LeftOut(layout.strip(first), Why::Paid));
                return;
            }
            self.sizes = Some(first);
            self.paid = role == Role::Start;
            log.note(Note::Column(layout.strip(first), role));
        }
    }
}

/// Whether a column's heading names a period whose numbers are wanted.
fn is_period(layout: &Layout, column: usize, names: Option<usize>) -> bool {
    Some(column) != names && layout.head(column).period.is_some()
}

/// Whether a heading or a note says that its period is planned, or the heading that it is not over: "2025 (9 мес)".
fn is_no_whole_period(layout: &Layout, column: usize) -> bool {
    let head = layout.head(column);
    let long = matches!(head.period, Some(Period::Year(_) | Period::Half(..) | Period::Quarter(..)));
    let is_part = long && phrases::is_part(&head.key) || head.period.is_some() && phrases::is_unfinished(&head.key);
    layout.heading > 0
        && (phrases::is_planned(&head.key)
            || heading::is_marked_planned(&head.text)
            || is_part
            || footnote::is_planned(layout, column))
}

/// What a column holds that names no rows, and why it is left out if it is.
fn role(
    layout: &Layout,
    wanted: Wanted,
    columns: &Columns,
    column: usize,
    labelled: bool,
    content: &[Content],
) -> (Role, Why) {
    let head = layout.head(column);
    let Content { numbers, words, .. } = content[column];
    let before = columns.values.is_empty();
    match words::sum_called(&head.key) {
        Some(Sum::Average) => return (Role::LeftOut, Why::Average),
        Some(Sum::Total) if !words::is_size_heading(&head.key) => return (Role::LeftOut, Why::Total),
        _ => (),
    }
    if columns.lost && words::counts_lost(&head.key) && spans(layout, column, content) {
        return (Role::Values, Why::Chosen);
    }
    let is_lost = if head.period.is_some() {
        words::counts_lost(&head.key) && !columns.lost
    } else {
        words::says_lost(&head.key)
    };
    if wanted == Wanted::Cohorts && is_lost {
        return (Role::LeftOut, Why::Unknown);
    }
    if words::is_currency_heading(&head.key) {
        return (Role::Currency, Why::Chosen);
    }
    if head.period.is_some() {
        return (Role::Values, Why::Chosen);
    }
    let are_dates = wanted == Wanted::Accounts && layout.heading > 0;
    if (labelled || are_dates) && words::is_period_heading(&head.key) {
        // A year next to its months is no size, and a number below "Date" no amount.
        return (Role::LeftOut, Why::Unknown);
    }
    if numbers == 0 && words > 0 && layout.heading == 0 && (!before || columns.names.is_none()) {
        // Without a heading nothing says that words belong there.
        return (Role::Values, Why::Chosen);
    }
    if numbers == 0 {
        return (Role::LeftOut, if words > 0 { Why::Words } else { Why::Empty });
    }
    if wanted == Wanted::Cohorts && before && columns.sizes.is_none() && words::is_size_heading(&head.key) {
        return (Role::Sizes, Why::Chosen);
    }
    let is_behind = wanted == Wanted::Cohorts && !before && columns.sizes.is_none();
    if is_behind && words::is_surely_size(&head.key) && numbers > words {
        return (Role::Sizes, Why::Chosen);
    }
    if words > numbers {
        return (Role::LeftOut, Why::Words);
    }
    if layout.heading > 0 && is_something_else(&head.key) || counts_rows(layout, column, columns.names) {
        return (Role::LeftOut, Why::Unknown);
    }
    let is_beside = !labelled && layout.heading > 0 && (!before || columns.sizes.is_some());
    if wanted == Wanted::Cohorts && is_beside && measures::counts_who_came(&head.key) {
        return (Role::LeftOut, Why::Measure);
    }
    // What is measured is no period: of several such columns one may be revenue.
    let other = |column: &usize| phrases::measures(&layout.head(*column).key);
    if wanted == Wanted::Accounts
        && layout.heading > 0
        && let Some(revenue) = phrases::measures(&head.key)
        && (!revenue || columns.values.iter().any(|column| other(column).is_some()))
    {
        return (Role::LeftOut, Why::Unknown);
    }
    match (labelled, before && wanted == Wanted::Cohorts) {
        (true, true) if phrases::is_paid(&head.key) => (Role::LeftOut, Why::Paid),
        (true, true) if phrases::is_of_each(&head.key) => (Role::LeftOut, Why::Measure),
        (true, true) => (Role::LeftOut, Why::Same),
        (true, false) => (Role::LeftOut, Why::Unknown),
        _ => (Role::Values, Why::Chosen),
    }
}

/// Whether another column holds the same numbers.
fn says_again(layout: &Layout, column: usize) -> bool {
    let number = |row, column| layout.view.at(row, column).number().map(|number| number.value(false));
    (0..layout.view.width())
        .any(|other| other != column && layout.body().all(|row| number(row, column) == number(row, other)))
}

/// Whether a heading stands over numbers that are no period's, whatever the other headings say.
fn is_something_else(key: &str) -> bool {
    const OTHER: &[&str] = &[
        "id",
        "no",
        "no.",
        "№",
        "n",
        "#",
        "code",
        "inn",
        "tin",
        "vat",
        "phone",
        "row",
        "employees",
        "seats",
        "age",
        "discount",
        "инн",
        "кпп",
        "код",
        "номер",
        "телефон",
        "скидка",
        "п/п",
        "№ п/п",
        "id клиента",
        "client id",
        "customer id",
        "account id",
        "ltv",
        "cac",
        "churn",
        "nps",
        "отток",
    ];
    OTHER.contains(&key)
}

/// Whether the columns of periods are all about those who left.
fn counts_lost(layout: &Layout, names: Option<usize>, content: &[Content]) -> bool {
    let is_lost = |column: usize| words::counts_lost(&layout.head(column).key);
    let mut periods = (0..content.len())
        .filter(|column| is_period(layout, *column, names) && content[*column].numbers > 0)
        .peekable();
    match periods.peek() {
        Some(_) => periods.all(is_lost),
        None => (0..content.len()).any(|column| is_lost(column) && spans(layout, column, content)),
    }
}

/// Whether a heading stands over the columns behind its own too, as it does in merged cells.
fn spans(layout: &Layout, column: usize, content: &[Content]) -> bool {
    let next = column + 1;
    let is_bare = || layout.head(next).text.is_empty() && content[next].numbers > 0;
    layout.heading > 0 && next < content.len() && content[column].numbers > 0 && is_bare()
}

/// Asks whether a column of numbers with an unknown heading is the size, where it could be, or what was paid at the start.
fn ask_size(layout: &Layout, column: usize, content: &[Content], log: &mut Log) -> Role {
    let strip = layout.strip(column);
    let roles: &[Role] = if phrases::is_paid(&layout.head(column).key) {
        // Where a column counts the start itself, what was paid is something else.
        let behind = (column + 1..content.len()).find(|column| layout.head(*column).period.is_some());
        let counts = |column: &usize| {
            content[*column].shares == 0 && matches!(layout.head(*column).period, Some(Period::Age(_, 0)))
        };
        if behind.is_some_and(|column| counts(&column)) {
            &[Role::LeftOut, Role::Start, Role::Sizes]
        } else {
            &[Role::Start, Role::Sizes, Role::LeftOut]
        }
    } else if phrases::is_of_each(&layout.head(column).key) {
        &[Role::LeftOut, Role::Sizes]
    } else {
        &[Role::Sizes, Role::LeftOut]
    };
    let options = roles.iter().map(|role| Choice::Column(strip.at, *role)).collect();
    if let Choice::Column(_, role) = log.ask(About::Strip(strip), options, 0) { role } else { Role::LeftOut }
}
