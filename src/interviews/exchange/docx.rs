//! The text of a Word document, as copying it would give it: a line a paragraph.

use super::Refused;
use crate::exchange::archive::Archive;
use crate::exchange::xml::{Fault, Step, decoded, walk};

/// The text of a file `.docx`: what was deleted under review, footnotes and headers are not among it.
///
/// # Errors
/// [`Refused`] where it is none, is damaged, or is larger than any honest one.
pub fn document_text(bytes: &[u8]) -> Result<String, Refused> {
    let mut archive = Archive::open(bytes)?;
    let document = decoded(archive.read("word/document.xml")?)?;
    let mut text = String::new();
    // The names of the elements that are open, and how many of them say the same once more for older programs.
    let (mut open, mut again): (Vec<String>, usize) = (Vec::new(), 0);
    let mut visit = |step: Step| -> Result<(), Fault> {
        match step {
            Step::Open(tag) => {
                let name = tag.name().to_owned();
                again += usize::from(name == "Fallback");
                if again == 0 && open.last().is_some_and(|parent| parent == "r") {
                    match name.as_str() {
                        "tab" => text.push('\t'),
                        "br" | "cr" => text.push('\n'),
                        "noBreakHyphen" => text.push('\u{2011}'),
                        _ => (),
                    }
                }
                open.push(name);
            }
            Step::Text(piece) if again == 0 && open.last().is_some_and(|name| name == "t") => text.push_str(piece),
            Step::Text(_) => (),
            Step::Close => {
                let name = open.pop();
                let name = name.as_deref();
                if name == Some("p") && again == 0 {
                    text.push('\n');
                }
                again -= usize::from(name == Some("Fallback")).min(again);
            }
        }
        Ok(())
    };
    walk(&document, &mut visit)?;
    Ok(text)
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
    fn what_is_no_document_is_refused() {
        assert_eq!(document_text(b"just text"), Err(Refused::NotAnArchive));
        assert_eq!(document_text(&write(&[("a.txt".into(), vec![])])), Err(Refused::NoFile));
        assert_eq!(document_text(&document("<w:p>")), Err(Refused::DamagedXml));
    }
}
