//! What a text file is that somebody gives to Import.

use super::fault::FileKind;
use super::grid::Grid;
use super::kind_of;
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;

/// How much of a text is looked at.
const SAMPLE: usize = 64 << 10;

/// What a file is, by what it holds first, and by how its name ends where that does not tell.
pub fn kind(name: &str, text: &str, lang: Lang) -> FileKind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut end = start.len().min(SAMPLE);
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &start[..end];
    let lower = sample.get(..200).unwrap_or(sample).to_lowercase();
    if is_json(start) {
        return FileKind::Json;
    }
    if lower.starts_with("<svg") || lower.starts_with("<?xml") && lower.contains("<svg") {
        return FileKind::Picture;
    }
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") || lower.starts_with("<?xml") {
        return FileKind::Page;
    }
    if lower.starts_with("begin:vcalendar") {
        return FileKind::Calendar;
    }
    if is_map_text(sample) {
        return FileKind::MapText;
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if lower.starts_with("webvtt") || sample.lines().take(20).any(is_time_of_subtitle) {
        return FileKind::Subtitles;
    }
    let grid = Grid::of(sample, lang, None);
    if let Some(kind) = kind_of(&grid) {
        return FileKind::Table(Some(kind));
    }
    let marks = |line: &str| {
        line.starts_with("# ") || line.starts_with("## ") || line.starts_with("- ") || line.starts_with("* ")
    };
    match ending.as_str() {
        "csv" | "tsv" | "tab" => FileKind::Table(None),
        "srt" | "vtt" | "ass" => FileKind::Subtitles,
        "md" | "markdown" => FileKind::Markdown,
        "ics" => FileKind::Calendar,
        "htm" | "html" | "xml" => FileKind::Page,
        _ if is_figures(&grid) => FileKind::Table(None),
        _ if sample.lines().any(|line| line.starts_with("# "))
            && sample.lines().filter(|line| marks(line)).count() > 1 =>
        {
            FileKind::Markdown
        }
        _ => FileKind::Text,
    }
}

/// Whether a text begins as JSON. What stands in brackets at the beginning of a line may also be a time, a name or a tick.
fn is_json(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('[') else { return text.starts_with('{') };
    let inside = rest.trim_start();
    inside.is_empty()
        || rest.starts_with(']')
        || inside.starts_with(['"', '{', '['])
        || inside.trim_start_matches(|c: char| c.is_ascii_digit() || "-.eE+".contains(c)).trim_start().starts_with(',')
}

/// Whether a text is a map as it is exported as Markdown: the title, then what kind of map it is, in either language.
fn is_map_text(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.is_empty());
    let (title, kind) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let says = |lang: Lang| {
        let words = JourneyWords::of(lang);
        let said = kind
            .strip_prefix("- **")
            .and_then(|rest| rest.strip_prefix(words.kind))
            .and_then(|rest| rest.strip_prefix(":** "));
        said.is_some_and(|said| [words.as_is, words.to_be].contains(&said))
    };
    title.starts_with("# ") && Lang::ALL.into_iter().any(says)
}

/// "00:01:02,500 --> 00:01:04,000"
fn is_time_of_subtitle(line: &str) -> bool {
    let is_time = |text: &str| {
        text.trim()
            .split(' ')
            .next()
            .is_some_and(|time| time.len() >= 9 && time.chars().all(|c| c.is_ascii_digit() || ":,.".contains(c)))
    };
    line.split_once("-->").is_some_and(|(from, to)| is_time(from) && is_time(to))
}

/// Whether most rows have several cells, and some of these are numbers.
fn is_figures(grid: &Grid) -> bool {
    let several = (0..grid.height()).filter(|row| grid.length(*row) > 1).count();
    let number = |row: usize| {
        (1..grid.length(row)).any(|column| crate::i18n::amounts::Numeral::of(grid.cell(row, column), "").is_some())
    };
    several > 1 && several * 3 >= grid.height() * 2 && (0..grid.height().min(20)).filter(|row| number(*row)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::fault::Kind;

    #[test]
    fn files_are_what_they_hold() {
        let kind = |name: &str, text: &str| kind(name, text, Lang::English);
        let map = FileKind::Table(Some(Kind::Map));
        for json in ["\u{feff}{\"format\":", "[", "[]", "[[", "[ {\"a\"", "[\"a\"", "[1,", "[-1.5e3, 2"] {
            assert_eq!(kind("a.txt", json), FileKind::Json, "{json}");
        }
        for text in ["[00:01:02] Anna: We left.", "[Anna]: We left.", "[ ] Call back", "[x] Called", "[1] See below"] {
            assert_ne!(kind("a.txt", text), FileKind::Json, "{text}");
        }
        assert_eq!(kind("map.txt", "Stage\tLane\tText\nA\tActions\tx"), map);
        assert_eq!(kind("map.tsv", "Этап\tДорожка\tТекст\nA\tДействия\tx"), map);
        assert_eq!(kind("map.md", "| Stage | Lane | Text |\n|---|---|---|\n| A | Actions | x |"), map);
        assert_eq!(kind("a.csv", "Client,Jan 2025,Feb 2025\nAcme,1,2"), FileKind::Table(Some(Kind::Accounts)));
        assert_eq!(kind("a.csv", "Cohort,Month 0,Month 1\n2025-01,100,80"), FileKind::Table(Some(Kind::Cohorts)));
        assert_eq!(kind("a.txt", "x\t1\t2\ny\t3\t4"), FileKind::Table(None));
        assert_eq!(kind("a.csv", "hello"), FileKind::Table(None));
        assert_eq!(kind("a.srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\nHello"), FileKind::Subtitles);
        assert_eq!(kind("talk.txt", "1\n00:00:01,000 --> 00:00:02,000\nHello"), FileKind::Subtitles);
        assert_eq!(kind("a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nHi"), FileKind::Subtitles);
        assert_eq!(kind("a.md", "# Notes\n\n- one, two\n- three"), FileKind::Markdown);
        assert_eq!(kind("a.txt", "# Notes\n\n- one\n- three"), FileKind::Markdown);
        assert_eq!(kind("a.txt", "<!DOCTYPE html><html>"), FileKind::Page);
        assert_eq!(kind("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"), FileKind::Picture);
        assert_eq!(kind("a.svg", "<?xml version=\"1.0\"?>\n<svg></svg>"), FileKind::Picture);
        assert_eq!(kind("a.xml", "<?xml version=\"1.0\"?>\n<rss></rss>"), FileKind::Page);
        assert_eq!(kind("a.ics", "BEGIN:VCALENDAR\r\n"), FileKind::Calendar);
        assert_eq!(kind("letter.txt", "Dear team,\nall is well."), FileKind::Text);
    }
}
