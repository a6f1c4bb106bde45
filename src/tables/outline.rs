//! An outline: names of stages, and below each what happens there, lane by lane.

use super::fold;
use super::list;
use super::map::words::lane_called;

/// How much of a text is read, in bytes: an outline is written by hand.
const MOST: usize = 64 << 10;
/// The longest name of a stage, in characters; what is longer is a sentence.
const LONGEST_NAME: usize = 60;

/// Whether a text may be an outline, by its form alone: lines of a list with a colon below lines that are none.
pub(super) fn may_be_one(text: &str) -> bool {
    let lines = || text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let is_item = |line: &&str| list::is_item(line);
    let named = lines().filter(is_item).any(|line| line.contains(':'));
    text.len() <= MOST
        && named
        && lines().next().is_some_and(|first| !is_item(&first))
        && lines().filter(|line| !is_item(line)).count() > 1
}

/// An outline as a table of cards, which is read like any other; `None` for a text that is none. At least two lines name stages,
/// and each line between them begins with the name of a lane ("- Actions: reads reviews"), or goes on with the lane above it.
pub fn outline(text: &str) -> Option<String> {
    if !may_be_one(text) || text.contains('\t') {
        return None;
    }
    let mut rows = Vec::new();
    let (mut stages, mut stage, mut lane) = (0, "", "");
    for line in text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()) {
        let words = list::plain(line);
        let named = words.split_once(':').filter(|(label, _)| lane_called(&fold::key(label)).is_some());
        match named {
            Some(_) if stage.is_empty() => return None,
            Some((label, said)) => {
                lane = label.trim();
                rows.extend(Some(said.trim()).filter(|said| !said.is_empty()).map(|said| [stage, lane, said]));
            }
            None if list::is_item(line) && lane.is_empty() => return None,
            None if list::is_item(line) => rows.push([stage, lane, words]),
            None if words.chars().count() > LONGEST_NAME || words.ends_with(['.', '!', '?', ';']) => return None,
            None => {
                (stages, stage, lane) = (stages + 1, words.trim_end_matches(':'), "");
                rows.push([stage, "", ""]);
            }
        }
    }
    // A stage with cards says its name in each of them.
    let has_cards = |stage: &str| rows.iter().any(|row| row[0] == stage && !row[2].is_empty());
    let rows: Vec<String> =
        rows.iter().filter(|row| !row[2].is_empty() || !has_cards(row[0])).map(|row| row.join("\t")).collect();
    let is_russian = text.contains(|letter| matches!(letter, 'а'..='я' | 'А'..='Я'));
    let head = if is_russian { "Этап\tДорожка\tТекст" } else { "Stage\tLane\tText" };
    let has_cards = rows.iter().any(|row| !row.ends_with('\t'));
    (stages > 1 && has_cards).then(|| format!("{head}\n{}", rows.join("\n")))
}

/// The lines of a text that tabs set in, each with how deep it stands; `None` where it has cells, nothing set in, or levels left out.
pub(super) fn indented(text: &str) -> Option<Vec<(usize, &str)>> {
    if text.len() > MOST {
        return None;
    }
    let mut lines = Vec::new();
    let mut above = None;
    for line in text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()) {
        let depth = line.len() - line.trim_start_matches('\t').len();
        let words = list::plain(line);
        if words.is_empty() || words.contains('\t') || depth > above.map_or(0, |above| above + 1) {
            return None;
        }
        above = Some(depth);
        lines.push((depth, words));
    }
    lines.iter().any(|(depth, _)| *depth > 0).then_some(lines)
}

/// Such lines of two levels as a table of stages and cards; `None` where they are of more, or name one stage only.
pub(super) fn of_stages(lines: &[(usize, &str)]) -> Option<String> {
    let is_stage = |words: &str| words.chars().count() <= LONGEST_NAME;
    let stages = || lines.iter().filter(|(depth, _)| *depth == 0);
    if stages().count() < 2 || lines.iter().any(|(depth, _)| *depth > 1) || !stages().all(|(_, words)| is_stage(words))
    {
        return None;
    }
    let (mut rows, mut stage) = (Vec::new(), "");
    for (at, (depth, words)) in lines.iter().enumerate() {
        if *depth > 0 {
            rows.push(format!("{stage}\t{words}"));
            continue;
        }
        stage = words.trim_end_matches(':');
        let is_alone = lines.get(at + 1).is_none_or(|(next, _)| *next == 0);
        rows.extend(is_alone.then(|| format!("{stage}\t")));
    }
    let all = || lines.iter().map(|(_, words)| *words);
    let is_russian = all().any(|words| words.contains(|letter| matches!(letter, 'а'..='я' | 'А'..='Я')));
    let head = if is_russian { "Этап\tТекст" } else { "Stage\tText" };
    Some(format!("{head}\n{}", rows.join("\n")))
}
