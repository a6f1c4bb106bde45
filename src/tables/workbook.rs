//! A workbook as one would paste it: the text of each of its sheets, one of which is read.

use super::choice::{Choice, Choices};
use super::fault::{FileKind, Kind};
use super::file;
use super::grid::Grid;
use super::role::CardColumn;
use super::separator::Separator;
use crate::i18n::Lang;
use crate::i18n::tables::TableWords;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows as lines, their cells parted by tabs.
    pub text: String,
}

/// The sheets of a workbook that hold something; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    sheets: Vec<Sheet>,
    /// The one that is read as long as nobody chose.
    likely: usize,
}

impl Workbook {
    /// A workbook of these sheets, the empty ones left out; `None` where all are. The first that is a table of the wanted kind is
    /// the one to be read, else the first of all; of a map before that the one that holds all of it.
    pub fn of(sheets: impl IntoIterator<Item = Sheet>, wanted: Option<Kind>, lang: Lang) -> Option<Self> {
        let sheets: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.text.trim().is_empty()).collect();
        let is_wanted = |sheet: &Sheet| match file::kind("", &sheet.text, lang) {
            FileKind::Table(kind @ Some(_)) => kind == wanted,
            _ => false,
        };
        let whole = sheets.iter().position(|sheet| wanted == Some(Kind::Map) && is_whole_map(&sheet.text));
        let likely = whole.or_else(|| sheets.iter().position(is_wanted)).unwrap_or(0);
        (!sheets.is_empty()).then_some(Workbook { sheets, likely })
    }

    /// The sheets, in their order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The place of the sheet that is read: the one that somebody chose, or else the likely one.
    pub fn taken(&self, choices: &Choices) -> usize {
        let chosen = choices.get(|choice| if let Choice::Sheet(at) = choice { Some(*at as usize) } else { None });
        chosen.filter(|at| *at < self.sheets.len()).unwrap_or(self.likely)
    }

    /// The text of the sheet that is read.
    pub fn text(&self, choices: &Choices) -> &str {
        self.sheets.get(self.taken(choices)).map_or("", |sheet| &sheet.text)
    }

    /// Its rows and cells.
    pub fn grid(&self, lang: Lang, choices: &Choices) -> Grid {
        Grid::of(self.text(choices), lang, Some(Separator::Tab))
    }
}

/// Whether a sheet says of each row what it is, as ours do: a map as it is seen, which comes before it, holds the words alone.
fn is_whole_map(text: &str) -> bool {
    let head = text.lines().next().unwrap_or_default();
    let is_record =
        |name: &str| Lang::ALL.iter().any(|lang| (TableWords::of(*lang).column)(CardColumn::Record) == name.trim());
    head.split('\t').any(is_record)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(name: &str, text: &str) -> Sheet {
        Sheet { name: name.into(), text: text.into() }
    }

    #[test]
    fn the_first_sheet_of_the_wanted_kind_is_read_unless_another_is_chosen() {
        let sheets = [
            sheet("Empty", "\n\t\n"),
            sheet("Cover", "Retention report\n"),
            sheet("Accounts", "Client\tJan 2025\tFeb 2025\nAcme\t1\t2\n"),
            sheet("Cohorts", "Cohort\tMonth 0\tMonth 1\n2025-01\t100\t80\n"),
        ];
        let workbook = |kind| Workbook::of(sheets.clone(), kind, Lang::English).expect("sheets");
        let taken = |kind, choices: Choices| workbook(kind).text(&choices).lines().next().map(String::from);
        let none = Choices::default;
        assert_eq!(workbook(None).sheets().len(), 3, "the empty one is left out");
        assert_eq!(taken(Some(Kind::Cohorts), none()).as_deref(), Some("Cohort\tMonth 0\tMonth 1"));
        assert_eq!(taken(Some(Kind::Accounts), none()).as_deref(), Some("Client\tJan 2025\tFeb 2025"));
        assert_eq!(taken(Some(Kind::Map), none()).as_deref(), Some("Retention report"));
        let chosen = |at| none().with(Choice::Sheet(at));
        assert_eq!(taken(Some(Kind::Map), chosen(1)).as_deref(), Some("Client\tJan 2025\tFeb 2025"));
        assert_eq!(
            taken(Some(Kind::Accounts), chosen(9)).as_deref(),
            Some("Client\tJan 2025\tFeb 2025"),
            "none is there"
        );
        assert_eq!(Workbook::of([sheet("a", " \n")], None, Lang::English), None);
    }
}
