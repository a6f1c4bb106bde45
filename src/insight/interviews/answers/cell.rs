//! The lines and cells of answers, and the grades in them.

use crate::model::quantity::Grade;
use crate::model::statement::Answer;

pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim_start_matches('\u{feff}').lines().map(str::trim_end).filter(|line| !line.trim().is_empty())
}

/// What can part the cells of a line, besides blanks.
pub fn is_sign(letter: char) -> bool {
    matches!(letter, '\t' | ';' | ',')
}

/// What parts the cells of a line, if it is no blank.
pub fn sign_of(line: &str) -> Option<char> {
    ['\t', ';', ','].into_iter().find(|sign| line.contains(*sign))
}

/// The cells of a line, without the quotation marks around them.
pub fn cells(line: &str, sign: char) -> Vec<String> {
    let (mut cells, mut is_quoted) = (vec![String::new()], false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let cell = cells.last_mut();
        match (letter, cell) {
            ('"', Some(cell)) if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            ('"', Some(cell)) if is_quoted || cell.trim().is_empty() => is_quoted = !is_quoted,
            (letter, _) if letter == sign && !is_quoted => cells.push(String::new()),
            (letter, Some(cell)) => cell.push(letter),
            (_, None) => (),
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The figure of a grade that says in words what it means: "5 - very important", "4 (важно)".
pub fn labelled(cell: &str) -> Option<&str> {
    let parting = [" - ", " \u{2013} ", " \u{2014} ", " ("];
    let (figure, words) = parting.iter().find_map(|sign| cell.split_once(sign))?;
    let is_figure = !figure.is_empty() && figure.bytes().all(|byte| byte.is_ascii_digit());
    (is_figure && words.starts_with(char::is_alphabetic)).then_some(figure)
}

/// Whether a cell is an answer in words, such as "very important" or "dissatisfied": no name of a column.
pub fn is_opinion(cell: &str) -> bool {
    const DEGREES: &str = "very|not|somewhat|rather|quite|extremely|slightly|moderately|neither|dissatisfied|unsatisfied|\
        unimportant|очень|не|скорее|совсем|вполне|крайне|неважно";
    let first = cell.split_whitespace().next().unwrap_or_default();
    DEGREES.split('|').any(|degree| degree == first)
}

/// Whether the lines have no head and begin with their own numbers: 1, 2, 3, and two grades behind each.
pub fn are_counted(text: &str) -> bool {
    let is_counted = |(at, line): (usize, &str)| {
        let cells = sign_of(line).map_or_else(Vec::new, |sign| cells(line, sign));
        let is_number = |cell: &String| cell.parse::<u32>().is_ok();
        cells.len() == 3 && cells.iter().all(is_number) && cells[0].parse() == Ok(at + 1)
    };
    lines(text).count() > 2 && lines(text).enumerate().all(is_counted)
}

/// A line without its first cell.
pub fn without_first(line: &str) -> &str {
    line.split_once(is_sign).map_or(line, |(_, rest)| rest).trim_matches(' ')
}

/// A line of a table without a head.
pub fn read_line(line: &str) -> Result<Option<Answer>, String> {
    let mut parts: Vec<&str> = match line.contains(is_sign) {
        true => line.splitn(3, is_sign).map(str::trim).collect(),
        false => line.splitn(3, ' ').map(str::trim).collect(),
    };
    parts.resize(3, "");
    let segment = cells(parts[2], '\0').pop().unwrap_or_default();
    answer(parts[0].trim_matches('"'), parts[1].trim_matches('"'), &segment)
}

/// A grade as it is typed; `None` for the signs of no answer. The error is what is no grade.
pub fn grade(typed: &str) -> Result<Option<Grade>, String> {
    match typed.to_lowercase().as_str() {
        "" | "-" | "\u{2013}" | "\u{2014}" | "n/a" | "na" | "н/д" | "нет ответа" => Ok(None),
        text => {
            let figures = labelled(text).unwrap_or(text);
            let figures = [".0", ",0"].iter().find_map(|end| figures.strip_suffix(end)).unwrap_or(figures);
            let number = figures.parse::<u8>().ok();
            number.and_then(|number| Grade::try_from(number).ok()).map(Some).ok_or(typed.to_owned())
        }
    }
}

/// `None`: there is no answer. The error is what is no grade.
pub fn answer(importance: &str, satisfaction: &str, segment: &str) -> Result<Option<Answer>, String> {
    let (importance, satisfaction) = (grade(importance)?, grade(satisfaction)?);
    let is_answer = importance.is_some() || satisfaction.is_some();
    Ok(is_answer.then(|| Answer { interview: None, segment: segment.trim().into(), importance, satisfaction }))
}
