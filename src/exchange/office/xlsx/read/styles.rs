//! What the format of a cell says of the number in it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Value;
use crate::exchange::office::xlsx::{DAY_ZERO, LAST_SERIAL};
use crate::exchange::xml::Element;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Share,
    Day,
    /// A time of day or a span of time, without a day.
    Time,
}

/// The formats of a workbook.
pub struct Styles {
    kinds: Vec<Kind>,
    /// The day with the number 0.
    zero: NaiveDate,
}

impl Styles {
    /// Without formats.
    pub fn none(since_1904: bool) -> Self {
        let zero = if since_1904 { NaiveDate::from_ymd_opt(1904, 1, 1).unwrap_or(DAY_ZERO) } else { DAY_ZERO };
        Styles { kinds: Vec::new(), zero }
    }

    /// Those of `styles.xml`.
    pub fn of(root: &Element, since_1904: bool) -> Self {
        let mut own: HashMap<&str, Kind> = HashMap::new();
        for format in root.child("numFmts").into_iter().flat_map(|formats| formats.all("numFmt")) {
            if let (Some(id), Some(code)) = (format.get("numFmtId"), format.get("formatCode")) {
                own.entry(id).or_insert_with(|| kind_of(code));
            }
        }
        let kind = |cell: &Element| {
            let id = cell.get("numFmtId").unwrap_or("0");
            own.get(id).copied().unwrap_or_else(|| built_in(id.parse().unwrap_or(0)))
        };
        let cells = root.child("cellXfs").into_iter().flat_map(|cells| cells.all("xf"));
        Styles { kinds: cells.map(kind).collect(), ..Styles::none(since_1904) }
    }

    /// A number in a cell with a style.
    pub fn value(&self, number: f64, style: Option<usize>) -> Value {
        let kind = style.and_then(|style| self.kinds.get(style)).copied().unwrap_or(Kind::Number);
        match kind {
            Kind::Number => Value::Number(number),
            Kind::Share => Value::Share(number),
            Kind::Day => self.day(number).map_or(Value::Number(number), Value::Day),
            Kind::Time => time(number).map_or(Value::Number(number), Value::Text),
        }
    }

    fn day(&self, number: f64) -> Option<NaiveDate> {
        let serial = number.floor();
        if !(0.0..=LAST_SERIAL as f64).contains(&serial) {
            return None;
        }
        // Up to February 1900 the numbers count from a day later, for the sake of a 29th that never was.
        let early = self.zero == DAY_ZERO && serial < 60.0;
        let days = serial as u64 + u64::from(early);
        self.zero.checked_add_days(chrono::Days::new(days))
    }
}

/// Hours, minutes and, where there are any, seconds. Of a year at most.
fn time(number: f64) -> Option<String> {
    let seconds = (number * 86_400.0).round();
    if !(0.0..=86_400.0 * 366.0).contains(&seconds) {
        return None;
    }
    let seconds = seconds as u64;
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(if rest == 0 { format!("{hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}:{rest:02}") })
}

/// The formats that every workbook has, those of East Asian countries among them.
fn built_in(id: u32) -> Kind {
    match id {
        9 | 10 => Kind::Share,
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Kind::Day,
        18..=21 | 32 | 33 | 45..=47 | 55 | 56 => Kind::Time,
        _ => Kind::Number,
    }
}

/// What a format shows, told from its letters outside of quotation marks, brackets and escapes. Its first part, for numbers
/// above zero, decides.
fn kind_of(format: &str) -> Kind {
    let (mut day, mut time, mut share) = (false, false, false);
    let has_colon = format.contains(':');
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '\\' | '_' | '*' => _ = letters.next(),
            '"' => _ = letters.by_ref().find(|letter| *letter == '"'),
            '[' => {
                // Spans of time stand in brackets, and so do colours, countries and conditions.
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                time |= !inside.is_empty()
                    && inside.chars().all(|letter| matches!(letter, 'h' | 'H' | 'm' | 'M' | 's' | 'S'));
            }
            // An exponent is an E with a sign behind it; any other small one is a year.
            'e' | 'E' if letters.as_str().starts_with(['+', '-']) => (),
            'y' | 'Y' | 'd' | 'D' | 'e' => day = true,
            'h' | 'H' | 's' | 'S' => time = true,
            '%' => share = true,
            // "General" has letters of its own.
            'G' | 'g' if letters.as_str().get(..6).is_some_and(|rest| rest.eq_ignore_ascii_case("eneral")) => {
                return Kind::Number;
            }
            'm' | 'M' if !time => day |= !has_colon,
            _ => (),
        }
    }
    let digits = format.contains(['0', '#']) && !day && !time;
    match (day, time, share) {
        (true, ..) => Kind::Day,
        (_, true, _) => Kind::Time,
        (.., true) if digits => Kind::Share,
        _ => Kind::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_its_number_is() {
        for day in [
            "yyyy-mm-dd",
            "d/m/yy h:mm",
            "[$-419]d mmm yyyy;@",
            "dd.mm.yyyy",
            "mmm yy",
            "\"on \"d mmmm",
            "mmmm",
            "e/m/d",
        ] {
            assert_eq!(kind_of(day), Kind::Day, "{day}");
        }
        for time in ["h:mm", "[h]:mm:ss", "mm:ss", "h:mm AM/PM"] {
            assert_eq!(kind_of(time), Kind::Time, "{time}");
        }
        for share in ["0%", "0.0%", "#,##0.00%;[Red]-0%"] {
            assert_eq!(kind_of(share), Kind::Share, "{share}");
        }
        for number in [
            "General",
            "0.00",
            "#,##0 \"days\"",
            "0.00E+00",
            "0.00e+00",
            "##0.0e-0",
            "[$-419]General",
            "#,##0\\ \"\u{20bd}\"",
            "[Red]0",
            "@",
            "0\\d",
            "# ??/??",
            "\"%\"0",
        ] {
            assert_eq!(kind_of(number), Kind::Number, "{number}");
        }
    }

    #[test]
    fn numbers_become_days_and_times() {
        let styles = |since| Styles { kinds: vec![Kind::Day, Kind::Time], ..Styles::none(since) };
        let day = |number, since| match styles(since).value(number, Some(0)) {
            Value::Day(day) => crate::model::day::day_text(day),
            other => format!("{other:?}"),
        };
        assert_eq!(day(46_347.75, false), "2026-11-21");
        assert_eq!(day(44_885.0, true), "2026-11-21");
        assert_eq!(day(1.0, false), "1900-01-01");
        assert_eq!(day(61.0, false), "1900-03-01");
        assert_eq!(day(-1.0, false), "Number(-1.0)");
        assert_eq!(day(1e300, false), "Number(1e300)");
        assert_eq!(styles(false).value(0.4375, Some(1)), Value::Text("10:30".into()));
        assert_eq!(styles(false).value(1.5, Some(7)), Value::Number(1.5));
    }
}
