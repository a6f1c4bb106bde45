//! What the clipboard holds, understood as cards of a map.

use super::cut::is_soft_break;
use super::fold::trimmed;
use super::grid::Grid;
use super::{Separator, list, map, outline};

/// A pasted text.
#[derive(Clone, Debug, PartialEq)]
pub enum Paste {
    /// One line or none: nothing but text.
    Words(String),
    /// Several lines, each to become a card: without bullets, numbers and empty lines.
    Lines(Vec<String>),
    /// A block of a spreadsheet, row by row, from the cell that has the cursor on.
    Block(Vec<Vec<String>>),
    /// A table that names its stages or lanes: to be read as a map.
    Map(Grid),
    /// An outline of stages with their lanes, as a table to be read as a map.
    Outline(String),
    /// More lines or cells than [`MOST_LINES`] or the grid takes: nobody means that.
    TooMany,
}

/// How much of a text is looked at for what kind of table it is, in bytes and in cells.
const SAMPLE: usize = 64 << 10;

/// The most lines that become cards.
pub const MOST_LINES: usize = 100_000;

/// Understands a pasted text. A tab makes it a block of a spreadsheet, unless it stands behind the bullets of a list; a block
/// with headings or lanes of a map is a map; two lines with words are lines. A break within a paragraph stays in its card.
pub fn read(text: &str) -> Paste {
    plain(text).unwrap_or_else(|| {
        let text = unmarked(text);
        if let Some(table) = outline::outline(text) {
            return Paste::Outline(table);
        }
        if let Some(paste) = indented(text) {
            return paste;
        }
        if !text.contains('\t') {
            return without_tabs(text).unwrap_or_else(|| lines(text));
        }
        let grid = Grid::parted(text, Separator::Tab, super::grid::MOST_CELLS);
        if grid.stopped.is_some() {
            return Paste::TooMany;
        }
        if map::looks_like_one(&grid) { Paste::Map(grid) } else { Paste::Block(rows(&grid)) }
    })
}

/// An outline that tabs set in: of two levels as a table of stages and cards, else as its lines.
fn indented(text: &str) -> Option<Paste> {
    let lines = outline::indented(text)?;
    if lines.len() > MOST_LINES {
        return Some(Paste::TooMany);
    }
    let table = outline::of_stages(&lines).map(Paste::Outline);
    Some(
        table.unwrap_or_else(|| {
            Paste::Lines(lines.iter().map(|(_, words)| words.replace(is_soft_break, "\n")).collect())
        }),
    )
}

/// Understands a text that can be no table, without what reads tables; `None` where it may be one.
pub fn plain(text: &str) -> Option<Paste> {
    let text = unmarked(text);
    let may_be_table = text.contains('\t')
        || first_two(text).is_some_and(|(first, _)| SEPARATORS.iter().any(|one| first.contains(one.sign())));
    (!(may_be_table || outline::may_be_one(text) || may_be_chat(text)) || is_list(text)).then(|| lines(text))
}

/// Whether a text of several lines may be a chat: a day and a time of day stand in its first line, or in the second below a day.
fn may_be_chat(text: &str) -> bool {
    let has_moment = |line: &str| {
        let digits = line.bytes().filter(u8::is_ascii_digit).count();
        let is_clock = |at: usize| {
            let digit = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
            at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2)
        };
        digits >= 6 && line.match_indices(':').any(|(at, _)| is_clock(at))
    };
    first_two(text).is_some_and(|(first, second)| has_moment(first) || has_moment(second))
}

/// What parts cells where no tab does.
const SEPARATORS: [Separator; 3] = [Separator::Bar, Separator::Semicolon, Separator::Comma];

fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn is_list(text: &str) -> bool {
    let filled = || text.split(['\n', '\r']).filter(|line| !trimmed(line).is_empty());
    filled().count() > 0 && filled().all(list::is_item)
}

/// The first two lines that hold something.
fn first_two(text: &str) -> Option<(&str, &str)> {
    let mut lines = text.split(['\n', '\r']).map(trimmed).filter(|line| !line.is_empty());
    Some((lines.next()?, lines.next()?))
}

/// Understands a text that is no table, whatever parts its words.
pub fn lines(text: &str) -> Paste {
    let text = unmarked(text);
    if list::lines(text).nth(MOST_LINES).is_some() {
        return Paste::TooMany;
    }
    let lines: Vec<String> = list::lines(text).map(|line| line.replace(is_soft_break, "\n")).collect();
    match lines.len() {
        0 => Paste::Words(String::new()),
        1 if !is_list(text) && !text.trim_end_matches([' ', '\t']).ends_with(['\n', '\r']) => {
            Paste::Words(trimmed(text).replace(is_soft_break, "\n"))
        }
        _ => Paste::Lines(lines),
    }
}

/// A table whose cells something else than tabs parts: a map, or cells between the bars of Markdown.
fn without_tabs(text: &str) -> Option<Paste> {
    let (first, second) = first_two(text)?;
    let is_rule = |cell: &str| cell.trim().trim_matches(':').bytes().all(|byte| byte == b'-');
    let ruled = first.contains('|') && second.contains("--") && second.split('|').all(is_rule);
    for separator in SEPARATORS {
        if !first.contains(separator.sign()) {
            continue;
        }
        let looks = map::looks_like_one(&Grid::parted(&text[..text.floor_char_boundary(SAMPLE)], separator, SAMPLE));
        let is_block = ruled && separator == Separator::Bar;
        if !looks && !is_block {
            continue;
        }
        let grid = Grid::parted(text, separator, super::grid::MOST_CELLS);
        return Some(match grid.stopped {
            Some(_) => Paste::TooMany,
            None if looks => Paste::Map(grid),
            None => Paste::Block(rows(&grid)),
        });
    }
    None
}

/// The rows of a block, blank ones among them, from the first to the last that holds anything.
fn rows(grid: &Grid) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let first = grid.place(0, 0).row;
    for row in 0..grid.height() {
        let number = grid.place(row, 0).row;
        // A great gap is a slip: nobody wants ten thousand empty cells.
        let gap = ((number - first) as usize).saturating_sub(rows.len()).min(20);
        rows.extend(std::iter::repeat_with(Vec::new).take(gap));
        rows.push((0..grid.length(row)).map(|column| grid.cell(row, column).to_owned()).collect());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(texts: &[&str]) -> Vec<String> {
        texts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lists_lose_their_marks_and_keep_their_words() {
        let text =
            "- Compares four\n* [x] Calls\n 1. First\n12) Twelfth\n\n• Тире — внутри\n+46 pilot NPS\n3.5 stars\n– край";
        let lines =
            ["Compares four", "Calls", "First", "Twelfth", "Тире — внутри", "+46 pilot NPS", "3.5 stars", "край"];
        assert_eq!(read(text), Paste::Lines(strings(&lines)));
        let word = "•\tСравнивает\r\no\tЗвонит\r\n\u{f0a7}\tПишет\r\n";
        assert_eq!(read(word), Paste::Lines(strings(&["Сравнивает", "Звонит", "Пишет"])));
        assert_eq!(read("1.\tOne\u{b}more\r2.\tTwo"), Paste::Lines(strings(&["One\nmore", "Two"])));
        assert_eq!(read("\t•\tDeep\n•\tFlat"), Paste::Lines(strings(&["Deep", "Flat"])));
    }

    #[test]
    fn words_and_lists_need_no_reader_of_tables() {
        for text in ["one, two; three | four", "one\ntwo", "- a, b\n- c, d", "1.\tOne\n2.\tTwo", "", "a, b\n"] {
            assert_eq!(plain(text), Some(read(text)), "{text}");
        }
        for text in ["a\tb", "Stage, Lane\nx, y", "a | b\n--|--", "Dear all,\nthanks"] {
            assert_eq!(plain(text), None, "{text}");
        }
        assert_eq!(read("Dear all,\nthanks"), Paste::Lines(strings(&["Dear all,", "thanks"])));
    }

    #[test]
    fn outlines_set_in_by_tabs_are_no_cells() {
        let outline = "Поиск\n\tИщет в интернете\n\tСпрашивает друзей\nПокупка\n\tПлатит картой";
        let table = "Этап\tТекст\nПоиск\tИщет в интернете\nПоиск\tСпрашивает друзей\nПокупка\tПлатит картой";
        assert_eq!(read(outline), Paste::Outline(table.into()));
        let bullets = "Find\n\t- asks\n\t- reads\nBuy";
        assert_eq!(read(bullets), Paste::Outline("Stage\tText\nFind\tasks\nFind\treads\nBuy\t".into()));
        // One stage, or levels below levels, are lines.
        assert_eq!(read("Find\n\tasks\n\treads"), Paste::Lines(strings(&["Find", "asks", "reads"])));
        let deep = "Find\n\tasks\n\t\ta friend\nBuy\n\tpays";
        assert_eq!(read(deep), Paste::Lines(strings(&["Find", "asks", "a friend", "Buy", "pays"])));
        // Cells of one row, and cells that stand far apart, are a block.
        assert!(matches!(read("a\n\tb\tc\nd"), Paste::Block(_)));
        assert!(matches!(read("a\n\t\t\tb\nc"), Paste::Block(_)));
        assert!(matches!(read("\ta\nb"), Paste::Block(_)));
    }

    #[test]
    fn chats_are_left_to_who_knows_them() {
        for text in [
            "Анна, [12.05.2026 10:32]\nДа",
            "[10:32, 12.05.2026] Анна: Да\nи нет",
            "12.05.2026\n12.05.2026, 10:32 - Анна: Да",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
        assert_eq!(plain("Звонит 12.05.2026 в 10:32"), Some(Paste::Words("Звонит 12.05.2026 в 10:32".into())));
        assert_eq!(plain("Calls at 10:32\nWaits"), Some(Paste::Lines(strings(&["Calls at 10:32", "Waits"]))));
    }

    #[test]
    fn one_line_is_only_text() {
        assert_eq!(read(" not a list"), Paste::Words("not a list".into()));
        assert_eq!(read("first\u{2028}second"), Paste::Words("first\nsecond".into()));
        assert_eq!(read("\n\n"), Paste::Words(String::new()));
        assert_eq!(read(&"a\n".repeat(MOST_LINES + 1)), Paste::TooMany);
    }

    #[test]
    fn a_block_keeps_rows_and_columns() {
        assert_eq!(
            read("a\tb\r\n\t\"two\nlines\"\r\n\r\nc"),
            Paste::Block(vec![strings(&["a", "b"]), strings(&["", "two\nlines"]), Vec::new(), strings(&["c"])])
        );
        assert_eq!(read("'=A1\tx"), Paste::Block(vec![strings(&["=A1", "x"])]), "the guard of a formula is taken off");
        assert_eq!(read("\"Почему?\tx"), Paste::Block(vec![strings(&["\"Почему?", "x"])]));
    }

    #[test]
    fn a_block_that_names_lanes_is_a_map() {
        assert!(matches!(read("\tChoose\tBuy\nActions\ta\tb\nFriction\tc\td"), Paste::Map(_)));
        assert!(matches!(read("Этап\tДорожка\tТекст\nВыбор\tДействия\tа"), Paste::Map(_)));
    }

    #[test]
    fn tables_without_tabs_are_tables() {
        for text in [
            "| Stage | Lane | Text |\n|---|---|---|\n| Buy | Actions | pays |",
            "Stage | Lane | Text\n--- | :---: | ---\nBuy | Actions | pays",
            "Этап;Дорожка;Текст\nПокупка;Действия;платит",
            "Stage,Lane,Text\nBuy,Actions,\"pays, late\"",
        ] {
            let Paste::Map(grid) = read(text) else { panic!("{text}") };
            assert_eq!((grid.height(), grid.width()), (2, 3), "{text}");
        }
        let block = Paste::Block(vec![strings(&["a", "b"]), Vec::new(), strings(&["c", "d"])]);
        assert_eq!(read("| a | b |\n|---|---|\n| c | d |"), block);
        // Prose with the same marks is lines.
        for text in ["compares four; calls\nwaits; leaves", "pays, late\ncalls, twice", "a | b\nc | d"] {
            assert!(matches!(read(text), Paste::Lines(_)), "{text}");
        }
        assert_eq!(read("## Choose\n- compares\n#board"), Paste::Lines(strings(&["Choose", "compares", "#board"])));
    }
}
