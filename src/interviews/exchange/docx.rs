//! The text of a Word document, as copying it would give it: a line a paragraph.

use super::Refused;
use crate::exchange::archive::Archive;
use crate::exchange::xml::{Fault, Token, decoded, walk};

/// The text of a file `.docx`: what was deleted under review, footnotes and headers are not among it.
///
/// # Errors
/// [`Refused`] where it is none, is damaged, or is larger than any honest one.
pub fn document_text(bytes: &[u8]) -> Result<String, Refused> {
    let mut archive = Archive::open(bytes)?;
    let document = decoded(archive.read("word/document.xml")?)?;
    let mut text = String::new();
    let mut reader = Reader::default();
    let mut visit = |step: Token| -> Result<(), Fault> {
        reader.step(step, &mut text);
        Ok(())
    };
    walk(&document, &mut visit)?;
    Ok(text)
}

/// Where in a document its reader is.
#[derive(Default)]
struct Reader {
    /// The names of the elements that are open.
    open: Vec<String>,
    /// How many of them hold what stands elsewhere too: said once more for older programs, or moved from there.
    again: usize,
    /// How many of them are cells of tables.
    cells: usize,
    /// How much of the text was there when the outermost row or cell began that is open.
    row: usize,
}

impl Reader {
    fn step(&mut self, step: Token, text: &mut String) {
        match step {
            Token::Open(tag) => {
                let name = tag.name();
                match name {
                    _ if is_elsewhere(name) => self.again += 1,
                    "tc" => self.cells += 1,
                    "tr" if self.cells == 0 => self.row = text.len(),
                    "tab" if self.is_in_run() => text.push('\t'),
                    "br" | "cr" if self.is_in_run() => text.push('\n'),
                    "noBreakHyphen" if self.is_in_run() => text.push('\u{2011}'),
                    _ => (),
                }
                self.open.push(name.to_owned());
            }
            Token::Text(piece) if self.again == 0 && self.open.last().is_some_and(|name| name == "t") => {
                text.push_str(piece);
            }
            Token::Text(_) => (),
            Token::Close => {
                let Some(name) = self.open.pop() else { return };
                match name.as_str() {
                    name if is_elsewhere(name) => self.again -= 1,
                    "p" if self.again == 0 => text.push('\n'),
                    // As copying a table gives it: a tab between cells, a line a row.
                    "tc" => {
                        self.cells -= 1;
                        if self.cells == 0 {
                            text.truncate(text.trim_end_matches('\n').len().max(self.row));
                            text.push('\t');
                        }
                    }
                    "tr" if self.cells == 0 => {
                        text.truncate(text.trim_end_matches('\t').len().max(self.row));
                        text.push('\n');
                    }
                    _ => (),
                }
            }
        }
    }

    fn is_in_run(&self) -> bool {
        self.again == 0 && self.open.last().is_some_and(|parent| parent == "r")
    }
}

/// Whether what an element holds stands in another place too.
fn is_elsewhere(name: &str) -> bool {
    matches!(name, "Fallback" | "moveFrom")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::archive::write;

    fn document(body: &str) -> Vec<u8> {
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
        );
        write(&[("[Content_Types].xml".into(), b"<Types/>".to_vec()), ("word/document.xml".into(), xml.into_bytes())])
    }

    #[test]
    fn paragraphs_are_lines_and_deleted_text_is_none() {
        let body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Анна:</w:t><w:tab/><w:t xml:space=\"preserve\"> Ничего &amp; </w:t></w:r>\
            <w:r><w:t>никого</w:t><w:br/><w:t>👍</w:t></w:r></w:p>\
            <w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>\
            <w:p><mc:AlternateContent><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice><mc:Fallback><w:p><w:r><w:t>once</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>";
        assert_eq!(document_text(&document(body)).as_deref(), Ok("Анна:\t Ничего & никого\n👍\nnew\nonce\n"));
    }

    #[test]
    fn a_row_of_a_table_is_a_line() {
        let cell = |text: &str| format!("<w:tc><w:tcPr/>{text}</w:tc>");
        let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        let rows = [
            [cell(&p("Анна")), cell(&(p("Здравствуйте") + &p("все.")))].concat(),
            [cell(&p("")), cell(&p("Да."))].concat(),
            [cell(&p("Иван")), cell(&format!("{}<w:tbl><w:tr>{}</w:tr></w:tbl>", p("Нет"), cell(&p("нигде"))))]
                .concat(),
        ];
        let body = rows.map(|row| format!("<w:tr>{row}</w:tr>")).concat();
        let body = format!("{}<w:tbl>{body}</w:tbl>{}", p("Начало"), p("Конец"));
        let text = "Начало\nАнна\tЗдравствуйте\nвсе.\n\tДа.\nИван\tНет\nнигде\nКонец\n";
        assert_eq!(document_text(&document(&body)).as_deref(), Ok(text));
    }

    #[test]
    fn what_was_moved_under_review_is_said_once() {
        let body = "<w:p><w:moveFromRangeStart w:id=\"1\"/><w:moveFrom w:id=\"2\"><w:r><w:t>No.</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/><w:r><w:t>Yes.</w:t></w:r></w:p>\
            <w:p><w:moveTo w:id=\"3\"><w:r><w:t>No.</w:t></w:r></w:moveTo></w:p>";
        assert_eq!(document_text(&document(body)).as_deref(), Ok("Yes.\nNo.\n"));
    }

    #[test]
    fn what_is_no_document_is_refused() {
        assert_eq!(document_text(b"just text"), Err(Refused::NotAnArchive));
        assert_eq!(document_text(&write(&[("a.txt".into(), vec![])])), Err(Refused::NoFile));
        assert_eq!(document_text(&document("<w:p>")), Err(Refused::DamagedXml));
    }
}
