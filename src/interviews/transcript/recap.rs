//! What programs and people write above a transcript of what it comes to: a summary, tasks. Names before tasks say nothing there.

use super::furniture::{begins_transcript, is_title};
use super::label::head;
use super::line::Line;
use super::{Writer, lists};
use crate::compose::folded;

/// How many lines may stand above the title of the transcript.
const MOST_LINES: usize = 400;

const TITLES: &str = "summary|meeting summary|ai summary|executive summary|overview|key points|key takeaways|takeaways|highlights|\
    action items|next steps|suggested next steps|to do|to-do|tasks|notes|meeting notes|outline|chapters|decisions|key decisions|\
    краткое содержание|краткое резюме|резюме|саммари|итоги|итоги встречи|задачи|поручения|следующие шаги|ключевые моменты|\
    основные тезисы|тезисы|договоренности|заметки|заметки встречи|решения|принятые решения|план действий|конспект|протокол";

/// Leaves out the lines above the title of a transcript, where one of them is the title of a summary.
pub(super) fn left_out(lines: &mut Vec<Line>, writer: &mut Writer) {
    let is_recap = |line: &Line| lists(TITLES, &bare(&line.text));
    let looked = lines.len().min(MOST_LINES);
    let Some(recap) = lines[..looked].iter().position(is_recap) else { return };
    let is_begin = |Line { text, .. }: &Line| {
        begins_transcript(text) || is_title(text) && bare(text).contains("tra") || names_transcript(text)
    };
    let Some(title) = (recap + 1..looked).find(|at| is_begin(&lines[*at])) else { return };
    let is_turn = |line: &Line| {
        let head = head(&line.text, line.is_strong);
        head.name.is_some() || head.time.or(head.bare_time).is_some()
    };
    // Somebody who speaks has said the words otherwise.
    if lines[..recap].iter().any(is_turn) || lines[title + 1..].iter().filter(|line| is_turn(line)).nth(1).is_none() {
        return;
    }
    lines.drain(..=title).for_each(|line| writer.leave_out(&line.text));
    if let Some(first) = lines.first_mut() {
        first.after_gap = true;
    }
}

/// "Full transcript:", "Расшифровка встречи"
fn names_transcript(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "full",
        "meeting",
        "call",
        "interview",
        "полная",
        "полный",
        "встречи",
        "звонка",
        "интервью",
        "разговора",
        "созвона",
        "текст",
    ];
    let text = bare(text);
    let mut words = text.split_whitespace().filter(|word| !WORDS.contains(word));
    matches!(words.next(), Some("transcript" | "расшифровка" | "стенограмма" | "транскрипт" | "транскрипция"))
        && words.next().is_none()
}

fn bare(text: &str) -> String {
    folded(text.trim_matches(|c: char| !c.is_alphanumeric()))
}
