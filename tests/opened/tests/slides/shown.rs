//! What LibreOffice makes of files: their pages as words with their places.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use roxmltree::{Document, Node, ParsingOptions};

use crate::decks::Deck;
use crate::meant::Edges;

/// A word on a page.
#[derive(Debug)]
pub struct Word {
    /// Its letters.
    pub letters: String,
    /// Where it is.
    pub place: Edges,
}

impl Word {
    /// Where its ink may be: a place is as high as the highest letter and the deepest of the whole font, which no ordinary
    /// one reaches.
    pub fn inked(&self) -> Edges {
        let [left, top, right, bottom] = self.place.0;
        let high = bottom - top;
        Edges([left, top + 0.06 * high, right, bottom - 0.07 * high])
    }
}

/// A page.
#[derive(Debug)]
pub struct Page {
    /// The page itself.
    pub edges: Edges,
    /// What stands on it.
    pub words: Vec<Word>,
}

/// The pages of each file. LibreOffice starts once for all of them, with settings that are nobody's.
pub fn pages(decks: &[Deck]) -> Vec<Vec<Page>> {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str, kind: &str| folder.path().join(format!("{name}.{kind}"));
    for deck in decks {
        fs::write(at(&deck.name, "pptx"), &deck.bytes).expect("a file");
    }
    let settings = format!("-env:UserInstallation=file://{}", folder.path().join("settings").display());
    let mut arguments: Vec<OsString> =
        [&settings, "--headless", "--convert-to", "pdf", "--outdir"].map(OsString::from).into();
    arguments.push(folder.path().into());
    arguments.extend(decks.iter().map(|deck| at(&deck.name, "pptx").into_os_string()));
    let said = run("soffice", &arguments, "libreoffice-impress-nogui");
    decks
        .iter()
        .map(|deck| {
            let pdf = at(&deck.name, "pdf");
            assert!(pdf.exists(), "LibreOffice did not open {}: {said}", deck.name);
            read(&pdf)
        })
        .collect()
}

/// Runs a program of a package of Debian, and returns what it wrote.
fn run(program: &str, arguments: &[OsString], package: &str) -> String {
    let output: Output = Command::new(program).args(arguments).output().unwrap_or_else(|error| {
        panic!("{program}: {error}. This test needs it; as root: apt-get install {package} fonts-liberation")
    });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said}");
    String::from_utf8(output.stdout).expect("UTF-8") + &said
}

fn read(pdf: &Path) -> Vec<Page> {
    let text = run("pdftotext", &["-bbox".into(), pdf.into(), "-".into()], "poppler-utils");
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).expect("XML");
    let pages = document.descendants().filter(|node| node.tag_name().name() == "page");
    pages.map(page).collect()
}

fn page(node: Node) -> Page {
    let words = node.children().filter(|node| node.tag_name().name() == "word").map(|word| Word {
        letters: word.text().unwrap_or_default().into(),
        place: Edges(["xMin", "yMin", "xMax", "yMax"].map(|name| number(word, name))),
    });
    let edges = Edges([0.0, 0.0, number(node, "width"), number(node, "height")]);
    Page { edges, words: words.collect() }
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} of {node:?}"))
}
