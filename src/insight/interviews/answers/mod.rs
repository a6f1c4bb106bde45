//! Answers about an outcome as somebody pastes them, and what of them could not be read.

mod cell;
mod head;

use self::cell::{are_counted, lines, read_line, without_first};
use self::head::Head;
use crate::model::limits::ENTRIES;
use crate::model::statement::Answer;

/// Answers that were pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// Those that were read.
    pub answers: Vec<Answer>,
    /// The lines that were not.
    pub refused: Vec<RefusedLine>,
    /// The lines for which there was no room any more.
    pub left: Vec<String>,
    /// Both as they came, below the lines that name their columns.
    stays: Vec<String>,
}

impl Pasted {
    /// Whether there was not even a line to refuse.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.refused.is_empty() && self.left.is_empty()
    }

    /// What was not read, to be corrected, and what there was no room for; empty where there is neither.
    pub fn unread(&self) -> String {
        self.stays.join("\n")
    }
}

/// A line that is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedLine {
    /// The line.
    pub line: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Why a line is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What stands where a whole number from 1 to 5 should.
    NoGrade(String),
    /// The name of a column that is the second of its kind: the table holds the answers about several outcomes.
    SeveralOutcomes(String),
}

/// Answers as somebody pastes them: a line a person, importance and satisfaction and, if it is known, the segment, between
/// tabs, semicolons, commas or spaces. A dash or nothing between two signs is no answer. A first line that names the columns
/// says where each of them stands, and so does a later one that names both grades; lines without any answer are passed over. `given`: how many answers the outcome has already,
/// of [`ENTRIES`] at most.
pub fn read_answers(text: &str, given: usize) -> Pasted {
    let mut pasted = Pasted::default();
    let mut head = None;
    // What stays behind is read again by the same names.
    let mut names = None;
    let is_counted = are_counted(text);
    for (at, line) in lines(text).enumerate() {
        if let Some(named) = Head::of(line).filter(|head| at == 0 || head.names_both()) {
            names = Some(line);
            head = Some((named, line));
            continue;
        }
        if let Some((named, head)) = &head
            && let Some((at, second)) = &named.second
            && named.has_grade(line, *at)
        {
            // Whose answers stand where is not ours to guess.
            let fault = Fault::SeveralOutcomes(second.clone());
            return Pasted {
                refused: vec![RefusedLine { line: (*head).into(), fault }],
                stays: lines(text).map(String::from).collect(),
                ..Pasted::default()
            };
        }
        let is_full = given + pasted.answers.len() >= ENTRIES;
        let read = match &head {
            Some((head, _)) => head.read(line),
            None if is_counted => read_line(without_first(line)),
            None => read_line(line.trim_matches(' ')),
        };
        match read {
            _ if is_full => pasted.left.push(line.into()),
            Ok(answer) => {
                pasted.answers.extend(answer);
                continue;
            }
            Err(typed) => pasted.refused.push(RefusedLine { line: line.into(), fault: Fault::NoGrade(typed) }),
        }
        pasted.stays.extend(names.take().into_iter().chain([line]).map(String::from));
    }
    pasted
}

/// Two texts of answers as one in which each is read as it is alone: what has no head goes before what has one.
pub fn together(one: &str, other: &str) -> String {
    let texts = if has_head(one) && !has_head(other) { [other, one] } else { [one, other] };
    texts.map(str::trim_end).join("\n").trim_matches('\n').into()
}

fn has_head(text: &str) -> bool {
    lines(text).next().and_then(Head::of).is_some()
}

/// The text of a sheet that holds answers, of several sheets the first, one with a head before others; otherwise of the first
/// there is.
pub fn sheet_of_answers<'t>(mut sheets: impl Iterator<Item = &'t str> + Clone) -> Option<&'t str> {
    let holds = |sheet: &&str| !read_answers(sheet, 0).answers.is_empty();
    let mut with_answers = sheets.clone().filter(holds);
    with_answers.clone().find(|sheet| has_head(sheet)).or_else(|| with_answers.next()).or_else(|| sheets.next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::Grade;

    #[test]
    fn pasted_answers_are_read_line_by_line() {
        let pasted = read_answers("5\t2\tretail\n\n4;;\"banks, large\"\n 3 5 \n6 1\nvery\n- -\n;;banks", 0);
        let plain: Vec<_> = pasted
            .answers
            .iter()
            .map(|one| {
                let number = |grade: Option<Grade>| grade.map(Grade::number);
                (number(one.importance), number(one.satisfaction), one.segment.as_str())
            })
            .collect();
        assert_eq!(plain, [(Some(5), Some(2), "retail"), (Some(4), None, "banks, large"), (Some(3), Some(5), "")]);
        let refused: Vec<_> = pasted.refused.iter().map(|one| (one.line.as_str(), one.fault.clone())).collect();
        let no_grade = |typed: &str| Fault::NoGrade(typed.into());
        assert_eq!(refused, [("6 1", no_grade("6")), ("very", no_grade("very"))], "empty rows are no mistakes");
    }

    #[test]
    fn grades_may_say_what_they_mean() {
        let pasted =
            read_answers("5 - Very important,2 - Dissatisfied\n4 (важно);3 (никак)\n5.0\t1.0\nn/a;2\nн/д;-", 0);
        assert_eq!(plain(&pasted), [(5, 2, ""), (4, 3, ""), (5, 1, ""), (0, 2, "")]);
        assert_eq!(pasted.refused, []);
        assert_eq!(read_answers("5 - Very important,7 - Delighted", 0).refused.len(), 1);
        let words = read_answers("5,2\nVery important,Dissatisfied\n4,3", 0);
        assert_eq!((words.answers.len(), words.refused.len()), (2, 1), "words are told as what cannot be read");
        let asked = "Насколько важно?;Насколько вы довольны?\n5;2";
        assert_eq!(plain(&read_answers(asked, 0)), [(5, 2, "")]);
    }

    #[test]
    fn answers_about_several_outcomes_are_refused_as_a_whole() {
        let text = "Importance: speed,Satisfaction: speed,Importance: price,Satisfaction: price\n5,2,4,4";
        let pasted = read_answers(text, 0);
        assert_eq!(pasted.answers, []);
        assert_eq!(pasted.refused[0].fault, Fault::SeveralOutcomes("importance: price".into()));
        assert_eq!(pasted.unread(), text);
        let why = "How important is it?;How satisfied are you?;Why are you not satisfied?\n5;2;It is slow";
        assert_eq!(plain(&read_answers(why, 0)), [(5, 2, "")], "what is asked in words is no second outcome");
    }

    #[test]
    fn numbers_of_lines_are_no_grades() {
        assert_eq!(plain(&read_answers("1,5,2\n2,4,3\n3,5,1", 0)), [(5, 2, ""), (4, 3, ""), (5, 1, "")]);
        assert_eq!(plain(&read_answers("1,5,2\n4,4,3\n3,5,1", 0))[0], (1, 5, "2"), "a segment may be a number");
    }

    #[test]
    fn a_head_is_no_answer() {
        for head in
            ["Importance, Satisfaction, Segment", "важность\tудовлетворённость", "\"Importance\";\"Satisfaction\""]
        {
            let pasted = read_answers(&format!("{head}\n4,2,retail"), 0);
            assert_eq!((pasted.answers.len(), pasted.refused.len()), (1, 0), "{head}");
        }
        let full = read_answers("5 2\n1 1\n\nvery", ENTRIES - 1);
        assert_eq!((full.answers.len(), full.left), (1, vec!["1 1".to_owned(), "very".to_owned()]), "nothing is lost");
        assert_eq!(read_answers("5 2\nimportance", 0).refused.len(), 1, "only at the head");
        assert!(read_answers("Importance, Satisfaction", 0).unread().is_empty());
    }
    /// Importance, satisfaction, segment.
    fn plain(pasted: &Pasted) -> Vec<(u8, u8, &str)> {
        let number = |grade: Option<Grade>| grade.map_or(0, Grade::number);
        let plain = |one: &'_ Answer| (number(one.importance), number(one.satisfaction));
        pasted.answers.iter().map(|one| (plain(one).0, plain(one).1, one.segment.as_str())).collect()
    }

    #[test]
    fn a_head_says_which_column_is_which() {
        let swapped = read_answers("Segment;Satisfaction;Importance\nretail;2;5\n\"banks; \"\"large\"\"\";;4", 0);
        assert_eq!(plain(&swapped), [(5, 2, "retail"), (4, 0, "banks; \"large\"")]);
        let wide =
            read_answers("\u{feff}Имя\tВажность\tКомментарий\tУдовлетворённость\tСегмент\nАнна\t5\tда\t1\tрозница", 0);
        assert_eq!(plain(&wide), [(5, 1, "розница")]);
        let named = read_answers("Who,Importance,Satisfaction,Note\nAnna,5,1,yes", 0);
        assert_eq!(plain(&named), [(5, 1, "")], "no other column is taken for the segment");
        let blanks = read_answers("satisfaction importance segment\n2 5 large banks\n1 4", 0);
        assert_eq!(plain(&blanks), [(5, 2, "large banks"), (4, 1, "")]);
        for head in ["importance,satisfaction,group", "importance,satisfaction,"] {
            assert_eq!(plain(&read_answers(&format!("{head}\n3,4,banks"), 0)), [(3, 4, "banks")], "{head}");
        }
        let person = read_answers("Name;Importance;Satisfaction\nAnna;3;4", 0);
        assert_eq!(plain(&person), [(3, 4, "")], "nobody is a segment of one");
    }

    #[test]
    fn an_empty_first_cell_is_one() {
        assert_eq!(plain(&read_answers("\t4\tretail\n;5", 0)), [(0, 4, "retail"), (0, 5, "")]);
    }

    #[test]
    fn a_head_may_say_the_scale() {
        for head in ["Satisfaction (1\u{2013}5);Importance (1\u{2013}5)", "Удовлетворённость, 1-5\tВажность, 1-5"]
        {
            let sign = if head.contains('\t') { '\t' } else { ';' };
            let pasted = read_answers(&format!("{head}\n2{sign}5"), 0);
            assert_eq!((plain(&pasted), pasted.refused.len()), (vec![(5, 2, "")], 0), "{head}");
        }
        let none = read_answers("4;2;important clients", 0);
        assert_eq!(plain(&none), [(4, 2, "important clients")], "a line with grades is an answer");
    }

    #[test]
    fn what_stays_is_read_again_by_the_same_names() {
        let pasted = read_answers("Satisfaction,Importance\n2,5\n9,4", 0);
        assert_eq!(plain(&pasted), [(5, 2, "")]);
        assert_eq!(pasted.unread(), "Satisfaction,Importance\n9,4");
        assert_eq!(plain(&read_answers(&pasted.unread().replace('9', "1"), 1)), [(4, 1, "")]);
    }

    #[test]
    fn what_is_typed_and_what_a_file_leaves_are_read_as_they_are_alone() {
        let (typed, file) = ("5 2", "Satisfaction;Importance\n1;4");
        for text in [together(typed, file), together(file, typed)] {
            assert_eq!(plain(&read_answers(&text, 0)), [(5, 2, ""), (4, 1, "")], "{text}");
        }
        let other = "Importance,Satisfaction\n3,1\n7,1";
        let pasted = read_answers(&together(file, other), 0);
        assert_eq!(plain(&pasted), [(4, 1, ""), (3, 1, "")]);
        assert_eq!(pasted.unread(), "Importance,Satisfaction\n7,1", "each line stays below its own head");
        assert_eq!((together("", file), together(typed, "")), (file.into(), typed.into()));
        let full = read_answers(&together(typed, other), ENTRIES - 1);
        assert_eq!(full.unread(), other, "also where there is no more room");
    }

    #[test]
    fn of_a_workbook_the_sheet_with_answers_is_read() {
        let sheets = ["Notes\tof the survey", "Importance\tSatisfaction\n5\t2", "1\t1"];
        assert_eq!(sheet_of_answers(sheets.into_iter()), Some(sheets[1]));
        assert_eq!(
            sheet_of_answers([sheets[2], sheets[1]].into_iter()),
            Some(sheets[1]),
            "small numbers may be others"
        );
        assert_eq!(sheet_of_answers(sheets[..1].iter().copied()), Some(sheets[0]));
    }
}
