//! Grades in words: how often, and how much it hurts.

use super::columns::Columns;
use crate::model::quantity::Grade;
use crate::tables::fold;
use crate::tables::note::Note;
use crate::tables::reading::Log;
use crate::tables::role::CardColumn;

/// What grades are called, each with what it is, from 1 to 5. Half of the scale is one step from its middle: what is low without
/// being very low.
const WORDS: [(u8, &[&str]); 5] = [
    (1, &["lowest", "minimal", "negligible", "trivial", "never", "никогда", "минимальн", "ничтожн"]),
    (
        2,
        &[
            "low",
            "l",
            "minor",
            "small",
            "weak",
            "rare",
            "rarely",
            "seldom",
            "низк",
            "слаб",
            "незначительн",
            "небольш",
            "редк",
            "niedrig",
            "gering",
            "selten",
            "faible",
            "bajo",
            "baja",
        ],
    ),
    (
        3,
        &[
            "medium",
            "m",
            "mid",
            "med",
            "middle",
            "moderate",
            "average",
            "sometimes",
            "occasionally",
            "средн",
            "умеренн",
            "иногда",
            "mittel",
            "manchmal",
            "moyen",
            "moyenne",
            "medio",
            "media",
        ],
    ),
    (
        4,
        &[
            "high",
            "h",
            "major",
            "significant",
            "large",
            "strong",
            "serious",
            "often",
            "frequent",
            "frequently",
            "высок",
            "сильн",
            "значительн",
            "больш",
            "серьезн",
            "част",
            "hoch",
            "häufig",
            "oft",
            "élevé",
            "élevée",
            "alto",
            "alta",
        ],
    ),
    (
        5,
        &[
            "highest",
            "critical",
            "extreme",
            "severe",
            "huge",
            "always",
            "constantly",
            "blocker",
            "критичн",
            "критическ",
            "максимальн",
            "огромн",
            "всегда",
            "постоянн",
            "kritisch",
            "immer",
            "critique",
        ],
    ),
];

/// How words of Russian end, whatever they speak of.
const ENDINGS: [&str; 13] = ["", "а", "о", "ы", "ая", "яя", "ий", "ый", "ой", "ое", "ее", "ие", "ые"];

/// The grade that a text is a word for.
pub(super) fn grade_called(text: &str) -> Option<Grade> {
    let key = fold::key(text);
    let (is_very, word) = match key.split_once(' ') {
        Some(("very" | "очень" | "sehr" | "très" | "muy", word)) => (true, word),
        _ => (false, key.as_str()),
    };
    if word.is_empty() || word.contains(' ') {
        return None;
    }
    // Russian words end as their columns would have it: "высокая", "высокий", "высокое".
    let is = |known: &&str| match known.chars().any(|c| matches!(c, 'а'..='я')) {
        true => word.strip_prefix(*known).is_some_and(|end| ENDINGS.contains(&end)),
        false => word == *known,
    };
    let grade = WORDS.iter().find(|(_, words)| words.iter().any(&is)).map(|(grade, _)| *grade)?;
    let grade = match (is_very, grade) {
        (true, 2) => 1,
        (true, 4) => 5,
        (true, _) => return None,
        (false, grade) => grade,
    };
    Grade::try_from(grade).ok()
}

/// Says which words are read as which grades.
pub(super) fn tell(columns: &Columns, log: &mut Log) {
    let mut told: Vec<(String, u8)> = Vec::new();
    for row in columns.heading + 1..columns.grid.height() {
        for column in [CardColumn::Frequency, CardColumn::Impact, CardColumn::Score] {
            let text = columns.text(row, column);
            if let Some(grade) = grade_called(text).map(Grade::number)
                && !told.iter().any(|(known, _)| fold::key(known) == fold::key(text))
            {
                told.push((text.to_owned(), grade));
            }
        }
    }
    if !told.is_empty() {
        log.note(Note::GradeWords(told));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_grades_in_any_gender() {
        for (text, grade) in [
            ("High", 4),
            ("very high", 5),
            ("Medium", 3),
            ("low", 2),
            ("Very low", 1),
            ("Critical", 5),
            ("Высокая", 4),
            ("очень высокий", 5),
            ("среднее", 3),
            ("НИЗКАЯ", 2),
            ("критично", 5),
            ("часто", 4),
            ("hoch", 4),
            ("M", 3),
        ] {
            assert_eq!(grade_called(text).map(Grade::number), Some(grade), "{text}");
        }
        for text in
            ["", "4", "7", "x", "Higher management", "very medium", "сильнодействующее", "высокая цена", "частник"]
        {
            assert_eq!(grade_called(text), None, "{text}");
        }
    }
}
