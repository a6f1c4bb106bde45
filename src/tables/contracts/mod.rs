//! Lists of contracts, or of clients who came and left: a row says from when to when, and counts in every month between.

mod lives;
mod words;

use std::collections::{BTreeSet, HashMap};

use super::cells::Cell;
use super::choice::{Choice, Term};
use super::fault::Problem;
use super::fold;
use super::heading::Head;
use super::layout::{Layout, Wanted};
use super::marks::Marks;
use super::matrix::{Column, Matrix, NumberRow, Value};
use super::money::Money;
use super::note::{Note, Why};
use super::period::Period;
use super::place::{Axis, Strip};
use super::quantities;
use super::question::About;
use super::reading::Log;
use super::role::Role;
use super::states::says_state;
use super::vocabulary;
use lives::Life;

/// The most columns that such a list has.
const MOST_COLUMNS: usize = 60;

/// The columns of such a list, as the view counts them.
struct Contracts {
    starts: usize,
    ends: usize,
    names: Option<usize>,
    values: Option<usize>,
    currency: Option<usize>,
    /// What each amount is paid for.
    intervals: Option<usize>,
    /// How many of a thing each amount is the price of.
    quantities: Option<usize>,
}

/// The months of a list of contracts, at most `most` of them; `None` where the table is none.
pub(super) fn of(layout: &Layout, wanted: Wanted, most: usize, log: &mut Log) -> Option<Matrix> {
    let mut contracts = Contracts::of(layout, wanted)?;
    let mut lives = lives::of(layout, contracts.starts, contracts.ends, log);
    if wanted == Wanted::Accounts {
        contracts.quantities = contracts.quantities(layout, log);
        contracts.unpaid_out(layout, &mut lives, log);
    }
    let count = log.notes.len();
    lives::ahead_out(&mut lives, log);
    let ahead = log.notes.split_off(count);
    let columns = [
        (contracts.names, Role::Names),
        (Some(contracts.starts), Role::Begins),
        (Some(contracts.ends), Role::Ends),
        (contracts.values, Role::Values),
        (contracts.currency, Role::Currency),
        (contracts.intervals, Role::Terms),
        (contracts.quantities, Role::Quantities),
    ];
    let known = || columns.iter().filter_map(|(column, role)| Some(((*column)?, *role)));
    known().for_each(|(column, role)| log.note(Note::Column(layout.strip(column), role)));
    for strip in
        (0..layout.view.width()).filter(|at| known().all(|(column, _)| column != *at)).map(|at| layout.strip(at))
    {
        if !strip.name.is_empty() {
            log.note(Note::LeftOut(strip, Why::Unknown));
        }
    }
    let matrix = match wanted {
        Wanted::Accounts => contracts.paid(layout, &lives, most, log),
        Wanted::Cohorts => contracts.kept(layout, lives, log),
    };
    log.notes.extend(ahead);
    Some(matrix)
}

/// Whether a column says until when its rows run, day by day.
pub(super) fn is_of_ends(layout: &Layout, column: usize) -> bool {
    words::says_end(&layout.head(column).key) && lives::are_days(layout, column)
}

/// The column of who each row is of, as a heading says.
pub(super) fn names_of_clients(layout: &Layout) -> Option<usize> {
    let keys: Vec<String> = (0..layout.view.width()).map(|column| layout.head(column).key).collect();
    names(layout, &keys, Wanted::Cohorts)
}

/// What a month is called that is counted from the year 0.
pub(super) fn month_name(month: i64) -> String {
    lives::name(month)
}

impl Contracts {
    fn of(layout: &Layout, wanted: Wanted) -> Option<Self> {
        let width = layout.view.width();
        let across = layout.heads.iter().filter(|head| head.period.is_some()).count() > 1;
        if layout.heading == 0 || width > MOST_COLUMNS || across || layout.body().len() < 2 {
            return None;
        }
        let keys: Vec<String> = (0..width).map(|column| layout.head(column).key).collect();
        let is_dated = |column: &usize| lives::are_days(layout, *column);
        let ends = || (0..width).filter(|column| words::says_end(&keys[*column]) && is_dated(column));
        let said = |word: &str| ends().find(|column| keys[*column].split(' ').any(|own| own == word));
        let ends = said("ended")
            .or_else(|| ends().find(|column| words::says_left(&keys[*column])))
            .or_else(|| ends().next())?;
        let begins = |is: &dyn Fn(&str) -> bool| {
            (0..width).find(|column| {
                *column != ends && is(&keys[*column]) && !words::says_end(&keys[*column]) && is_dated(column)
            })
        };
        let names = names(layout, &keys, wanted);
        let came = || {
            // Orders that were cancelled are no clients who left.
            let is_once = || names.is_some_and(|column| are_distinct(layout, column));
            // What is paid again and again is a subscription.
            let is_paid_again = || {
                let taken = |column: &usize| *column == ends || Some(*column) == names;
                let is_free = |column: &usize| !taken(column);
                values(layout, &keys, taken).is_some_and(|column| says_term(&keys[column]))
                    || (0..width).filter(is_free).any(|column| are_terms(layout, column))
            };
            let is_life = words::says_until(&keys[ends])
                || wanted == Wanted::Cohorts && is_once()
                || wanted == Wanted::Accounts && words::says_left(&keys[ends]) && is_paid_again();
            begins(&words::says_came).filter(|_| is_life)
        };
        let starts = begins(&words::says_start).or_else(came)?;
        let taken = |column: &usize| [Some(starts), Some(ends), names].contains(&Some(*column));
        let values = values(layout, &keys, taken).filter(|_| wanted == Wanted::Accounts);
        let currency =
            (0..width).find(|column| vocabulary::is_currency_heading(&keys[*column])).filter(|_| values.is_some());
        // What is said to be for a month is so however it is paid.
        let is_open = values.is_some_and(|column| !says_term(&keys[column]));
        let intervals = (0..width).find(|column| !taken(column) && are_terms(layout, *column)).filter(|_| is_open);
        let is_whole = wanted == Wanted::Cohorts || values.is_some() && names.is_some();
        is_whole.then_some(Contracts { starts, ends, names, values, currency, intervals, quantities: None })
    }

    /// The column of quantities that amounts are to be multiplied by, after asking: not all are 1.
    fn quantities(&self, layout: &Layout, log: &mut Log) -> Option<usize> {
        let values = self.values?;
        let is_several = |row: usize, column: usize| {
            layout.view.at(row, column).number().is_some_and(|numeral| numeral.value(true) != 1.0)
        };
        let is_one = |column: &usize| {
            quantities::is_heading(&layout.head(*column).key) && layout.body().any(|row| is_several(row, *column))
        };
        let found = (0..layout.view.width()).find(|column| *column != values && is_one(column))?;
        quantities::are_multiplied(layout, values, found, log).then_some(found)
    }

    /// Leaves out what nobody pays for: trials, and those whose price today says nothing of what they paid before they left.
    fn unpaid_out(&self, layout: &Layout, lives: &mut Vec<(usize, Life)>, log: &mut Log) {
        let view = &layout.view;
        let Some(values) = self.values else { return };
        let states: Vec<usize> = (0..view.width()).filter(|column| says_state(&layout.head(*column).key)).collect();
        let why = |(row, life): &(usize, Life)| {
            let is_none = view.at(*row, values).number().is_some_and(|numeral| numeral.value(true) == 0.0);
            let is_trial = states.iter().any(|column| words::is_trial(&view.key(*row, *column)));
            let is_gone = is_none && life.months.is_some();
            if is_trial { Some(Why::Void) } else { is_gone.then_some(Why::NoPrice) }
        };
        let out: Vec<Option<Why>> = lives.iter().map(why).collect();
        if out.iter().all(Option::is_some) {
            return;
        }
        for ((row, _), why) in lives.iter().zip(&out) {
            log.notes.extend(why.map(|why| Note::LeftOut(view.row(*row, self.names), why)));
        }
        let mut out = out.into_iter();
        lives.retain(|_| out.next().flatten().is_none());
    }

    /// Whether ends are what has come to pass, as where somebody is still there; else they may be what was agreed.
    fn is_past(&self, layout: &Layout, lives: &[(usize, Life)]) -> bool {
        lives.iter().any(|(_, life)| life.seen().is_none()) || words::says_left(&layout.head(self.ends).key)
    }

    /// What each client pays in each month.
    fn paid(&self, layout: &Layout, lives: &[(usize, Life)], most: usize, log: &mut Log) -> Matrix {
        let view = &layout.view;
        let (Some(names), Some(values)) = (self.names, self.values) else { return Matrix::default() };
        let has_open = lives.iter().any(|(_, life)| life.months.is_none());
        let term = if self.intervals.is_some() { Term::Month } else { term(layout, values, has_open, log) };
        let marks = Marks::of(lives.iter().filter_map(|(row, _)| view.at(*row, values).number()), false, log);
        let Some((first, last)) = lives::span(lives, log.context.today) else { return Matrix::default() };
        let last = if self.is_past(layout, lives) {
            last.max(lives::gone(lives, log.context.today).unwrap_or(last))
        } else {
            last
        };
        if last - first >= most as i64 {
            log.fault(Problem::TooManyColumns(most), view.place(layout.body().start, self.ends), "");
            return Matrix::default();
        }
        let mut matrix = Matrix {
            columns: (first..=last).map(|month| column(layout, values, month)).collect(),
            is_named: true,
            is_list: true,
            over: layout.texts_over(&[values]),
            ..Matrix::default()
        };
        let mut money = Money::default();
        let mut rows: HashMap<String, usize> = HashMap::new();
        let mut open = 0;
        for (row, life) in lives {
            let (place, text) = (view.place(*row, values), view.text(*row, values));
            let Some(numeral) = view.at(*row, values).number() else {
                if !text.is_empty() {
                    log.fault(Problem::NotANumber, place, text);
                }
                continue;
            };
            money.see(numeral.kind);
            money.see_named(self.currency.map(|column| view.text(*row, column)), log.context.currency);
            let to_last = (last - life.first + 1) as u32;
            let months = life.months.unwrap_or(to_last);
            let seen = life.seen().unwrap_or(to_last);
            open += usize::from(life.months.is_none());
            let quantity = self.quantities.and_then(|column| view.at(*row, column).number());
            let amount = marks.value(&numeral) * quantity.map_or(1.0, |quantity| quantity.value(false));
            let interval = self.intervals.and_then(|column| words::interval(&view.key(*row, column)));
            let each = match term {
                Term::Month => amount / interval.unwrap_or(1.0),
                Term::Year => amount / 12.0,
                Term::Whole if life.months.is_none() => {
                    log.fault(Problem::NotADay, view.place(*row, self.ends), view.text(*row, self.ends));
                    continue;
                }
                Term::Whole => amount / f64::from(months),
            };
            let name = view.text(*row, names);
            let at = *rows.entry(fold::name(name)).or_insert_with(|| {
                let strip = Strip { axis: Axis::Row, at: place.row, name: name.to_owned() };
                let values = vec![Value::Number(0.0); matrix.columns.len()];
                matrix.rows.push(NumberRow { strip, line: place.line, size: Value::Blank, values });
                matrix.rows.len() - 1
            });
            let begin = (life.first - first) as usize;
            for slot in matrix.rows[at].values.iter_mut().skip(begin).take(seen as usize) {
                *slot = Value::Number(((slot.number().unwrap_or(0.0) + each) * 1e9).round() / 1e9);
            }
        }
        let whole = layout.texts_over(&[names, values]);
        matrix.is_money = money.finish(&whole, &[], layout, log);
        matrix.scale(&whole, log);
        log.note(Note::Contracts { rows: lives.len(), open, last: lives::name(last) });
        matrix
    }

    /// How many clients of each month are there after how many months.
    fn kept(&self, layout: &Layout, lives: Vec<(usize, Life)>, log: &mut Log) -> Matrix {
        let count = lives.len();
        let open = lives.iter().filter(|(_, life)| life.months.is_none()).count();
        let Some((first, last)) = lives::span(&lives, log.context.today) else { return Matrix::default() };
        let is_past = self.is_past(layout, &lives);
        let latest = lives.iter().map(|(_, life)| life.first).max().unwrap_or(last);
        let told = Note::Lives { rows: count, open, last: lives::name(if is_past { last } else { latest }) };
        // Whoever left in the last month is known to be gone in the one after it.
        let gone = lives::gone(&lives, log.context.today);
        let last = if is_past { last.max(gone.unwrap_or(last)) } else { latest };
        let clients = lives::of_each(layout, self.names, lives, last);
        let ages = last - first;
        let head = |age: i64| Column {
            strip: Strip { name: age.to_string(), ..layout.view.column(self.starts) },
            line: 1,
            head: Head {
                text: age.to_string(),
                key: age.to_string(),
                period: Some(Period::Age(Some(vocabulary::AgeUnit::Month), age as u32)),
            },
        };
        let begun: BTreeSet<i64> = clients.iter().map(|client| client.first).collect();
        let row = |month: i64| {
            let of = || clients.iter().filter(move |client| client.first == month);
            let place = of().next().map(|client| layout.view.place(client.row, self.starts)).unwrap_or_default();
            let left = |age: i64| {
                let left = of().filter(|client| i64::from(client.months.unwrap_or(u32::MAX)) > age).count();
                if month + age > last { Value::Blank } else { Value::Number(left as f64) }
            };
            let strip = Strip { axis: Axis::Row, at: place.row, name: lives::name(month) };
            NumberRow { strip, line: place.line, size: Value::Blank, values: (0..=ages).map(left).collect() }
        };
        log.note(told);
        Matrix {
            rows: begun.into_iter().map(row).collect(),
            columns: (0..=ages).map(head).collect(),
            is_named: true,
            is_list: true,
            known: Some(super::choice::Unit::Counts),
            ..Matrix::default()
        }
    }
}

fn column(layout: &Layout, values: usize, month: i64) -> Column {
    let name = lives::name(month);
    let period = lives::period(month);
    Column {
        strip: Strip { name: name.clone(), ..layout.view.column(values) },
        line: 1,
        head: Head { key: fold::key(&name), text: name, period: Some(period) },
    }
}

/// The column that names the clients.
fn names(layout: &Layout, keys: &[String], wanted: Wanted) -> Option<usize> {
    let is_address =
        |key: &str| matches!(key, "email" | "e mail" | "почта" | "id" | "user id") || is_number_of_client(key);
    let tests: [fn(&str) -> bool; 4] = [
        vocabulary::is_surely_account_heading,
        vocabulary::is_called_by_account,
        vocabulary::is_account_heading,
        is_address,
    ];
    let filled = |column: &usize| layout.body().filter(|row| !layout.view.text(*row, *column).is_empty()).count();
    let half = layout.body().len().div_ceil(2);
    let called =
        tests.iter().find_map(|is| (0..keys.len()).find(|column| is(&keys[*column]) && filled(column) >= half));
    // "Tenant", or whatever else stands first in words; whose row it is need not be known where clients are only counted.
    let is_worded = |column: &usize| {
        let words = layout.body().filter(|row| layout.view.at(*row, *column) == Cell::Word).count();
        words >= half && words * 10 >= filled(column) * 9 && !lives::are_days(layout, *column)
    };
    called.or_else(|| (0..keys.len()).find(is_worded).filter(|_| wanted == Wanted::Accounts))
}

/// Whether a heading names the numbers by which a program knows its clients: "client_id", "ID пользователя".
pub(super) fn is_number_of_client(key: &str) -> bool {
    const WHOSE: [&str; 14] = [
        "client",
        "customer",
        "user",
        "account",
        "member",
        "subscriber",
        "company",
        "клиента",
        "клиент",
        "пользователя",
        "пользователь",
        "покупателя",
        "абонента",
        "подписчика",
    ];
    let words: Vec<&str> = key.split([' ', '_', '-']).collect();
    words.len() == 2 && words.contains(&"id") && words.iter().any(|word| WHOSE.contains(word))
        || matches!(key, "userid" | "clientid" | "customerid" | "accountid" | "uid" | "uuid")
}

/// Whether no text of a column comes twice.
fn are_distinct(layout: &Layout, column: usize) -> bool {
    let mut seen = BTreeSet::new();
    layout.body().map(|row| fold::name(layout.view.text(row, column))).all(|name| seen.insert(name))
}

/// The column of amounts: the one whose heading says it, or the only one of numbers.
fn values(layout: &Layout, keys: &[String], taken: impl Fn(&usize) -> bool) -> Option<usize> {
    let is_number = |column: &usize| {
        let cells = layout.body().filter(|row| !layout.view.text(*row, *column).is_empty()).count();
        let numbers = layout.body().filter(|row| layout.view.at(*row, *column).number().is_some()).count();
        numbers > 0 && numbers * 5 >= cells * 4 && !lives::are_days(layout, *column)
    };
    let columns: Vec<usize> = (0..keys.len()).filter(|column| !taken(column) && is_number(column)).collect();
    let said = |column: &&usize| vocabulary::is_value_heading(&keys[**column]);
    let speaks = |column: &&usize| fold::words(&keys[**column]).any(vocabulary::is_value_heading);
    let paid = |column: &&usize| words::term(&keys[**column]).1;
    let only = columns.first().filter(|_| columns.len() == 1);
    columns
        .iter()
        .find(said)
        .or_else(|| columns.iter().find(speaks))
        .or_else(|| columns.iter().find(paid))
        .or(only)
        .copied()
}

/// Whether each cell of a column is how often something is paid.
pub(super) fn are_terms(layout: &Layout, column: usize) -> bool {
    let texts = || layout.body().map(|row| layout.view.key(row, column)).filter(|text| !text.is_empty());
    let is_said = |text: String| words::interval(&text).is_some();
    texts().any(is_said) && texts().all(|text| words::is_once(&text) || is_said(text))
}

/// For how many months the amount of a row is, as its cell says.
pub(super) fn months(key: &str) -> Option<u32> {
    words::interval(key).map(|months| months as u32)
}

/// Whether a heading says what its amounts are paid for.
pub(super) fn says_term(key: &str) -> bool {
    words::term(key).1
}

/// What the amounts are paid for: what their heading says, or else what somebody answers.
fn term(layout: &Layout, values: usize, has_open: bool, log: &mut Log) -> Term {
    let head = layout.head(values);
    let (likely, certain) = words::term(&head.key);
    // What has no end is paid again and again.
    let likely = if has_open && !certain { Term::Month } else { likely };
    let chosen = log.choice(|choice| if let Choice::Term(term) = choice { Some(*term) } else { None });
    if certain && chosen.is_none() {
        return likely;
    }
    let options = [likely, Term::Whole, Term::Month, Term::Year].map(Choice::Term).to_vec();
    match log.ask(About::Found(head.text), options, 0) {
        Choice::Term(term) => term,
        _ => likely,
    }
}
