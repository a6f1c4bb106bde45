//! What cells say that hold no observation.

/// Whether a sign for no observation may as well stand for one: a cross, a question mark.
pub fn is_doubtful_blank(text: &str) -> bool {
    matches!(text, "x" | "X" | "х" | "Х" | "?" | "*" | "tbd" | "TBD")
}

/// What spreadsheets write for a value that is not available, which may be written on purpose.
const UNAVAILABLE: &[&str] = &["#N/A", "#N/D", "#NV", "#Н/Д"];

/// What spreadsheets write where a formula has failed.
const BROKEN: &[&str] = &[
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#UNKNOWN!",
    "#ERROR!",
    "#GETTING_DATA",
    "#ССЫЛКА!",
    "#ЗНАЧ!",
    "#ДЕЛ/0!",
    "#ИМЯ?",
    "#ЧИСЛО!",
    "#ПУСТО!",
    "#ПЕРЕНОС!",
    "#ВЫЧИСЛ!",
    "#ПОЛЕ!",
    "#ОШИБКА!",
];

/// Whether a formula has failed here: what the cell holds is not known.
pub fn is_broken(text: &str) -> bool {
    let code = |digits: &str| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
    text.strip_prefix("Err:").is_some_and(code)
        || text.starts_with('#') && text.len() <= 24 && BROKEN.contains(&text.to_uppercase().as_str())
}

/// Whether a formula gave no value, has it failed or was it asked for nothing.
pub fn is_error(text: &str) -> bool {
    is_broken(text) || text.starts_with('#') && text.len() <= 24 && UNAVAILABLE.contains(&text.to_uppercase().as_str())
}

/// Whether a cell of a map says that nothing is known; a formula that has failed says nothing of that.
pub fn says_nothing(text: &str) -> bool {
    is_not_yet(text) && !is_broken(text)
}

/// What a cell of numbers says instead of one that is not there yet; in a map the same words are a card.
pub fn is_not_counted(text: &str) -> bool {
    const NONE: &[&str] = &[
        "n.d.",
        "n/d",
        "n.m.",
        "n/m",
        "nm",
        "tba",
        "not yet",
        "not available",
        "pending",
        "еще нет",
        "пока нет",
        "рано",
        "н/п",
        "неприменимо",
        "не применимо",
    ];
    let is_likely = text.len() <= 24 && !text.starts_with(|c: char| c.is_ascii_digit());
    is_likely && NONE.contains(&crate::compose::folded(text).as_str())
}

/// What a cell says that holds no observation.
pub fn is_not_yet(text: &str) -> bool {
    const NONE: &[&str] = &[
        "-",
        "--",
        "---",
        "\u{2010}",
        "\u{2011}",
        "\u{2012}",
        "\u{2013}",
        "\u{2014}",
        "\u{2015}",
        "\u{2212}",
        "\u{2026}",
        "...",
        ".",
        "*",
        "?",
        "x",
        "х",
        "∅",
        "null",
        "nil",
        "none",
        "nan",
        "na",
        "n/a",
        "n.a.",
        "n\\a",
        "н/д",
        "н.д.",
        "нд",
        "нет",
        "нет данных",
        "no data",
        "tbd",
        "(blank)",
        "(пусто)",
        "пусто",
        "undefined",
    ];
    // A line under a column, as programs that print draw it.
    let is_rule = |mark: char| text.len() > 3 && text.chars().all(|c| c == mark);
    if ['-', '=', '_', '\u{2500}', '\u{2014}'].into_iter().any(is_rule) {
        return true;
    }
    if text.len() > 24 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let lower = text.to_lowercase();
    NONE.contains(&lower.as_str()) || is_error(text)
}
