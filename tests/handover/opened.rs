//! Slides and workbooks as LibreOffice opens them. Takes some seconds, and LibreOffice: `cargo test -- --ignored`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use orbita::exchange::office::pptx::Format;
use orbita::handover::economy::Economy;
use orbita::handover::slides::{Talk, slides};
use orbita::handover::workbook::workbook;
use orbita::i18n::Lang;

use super::{corpus, date, example};

fn run(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder of this test alone.
fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("orbita-opened-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[test]
#[ignore = "needs soffice, pdftotext and pdfinfo"]
fn an_office_program_shows_every_word() {
    let folder = folder();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let (_, shipped) = example(Lang::Russian);
    let map = corpus::project(corpus::draft(corpus::MAPS[3]));
    let mut wanted = Vec::new();
    for (name, project, lang, format) in
        [("a", &shipped, Lang::Russian, Format::A4), ("b", &map, Lang::English, Format::Wide)]
    {
        let economy = Economy::of(project, lang, false);
        let talk = Talk { engagement: project, economy: economy.as_ref(), format, date: date(), lang };
        fs::write(folder.join(format!("{name}.pptx")), slides(&talk)).expect("a file");
        fs::write(folder.join(format!("{name}-book.xlsx")), workbook(project, lang)).expect("a file");
        wanted.push((name, project));
    }
    let files = ["a.pptx", "b.pptx", "a-book.xlsx", "b-book.xlsx"];
    run("soffice", &[&[profile.as_str(), "--headless", "--convert-to", "pdf"], &files[..]].concat(), &folder);
    for (name, project) in wanted {
        for (file, is_map) in [(format!("{name}.pdf"), true), (format!("{name}-book.pdf"), false)] {
            let text = letters(&run("pdftotext", &["-raw", &file, "-"], &folder));
            for (id, card) in project.all_cards() {
                let (cell, _) = project.place(id).expect("a place");
                if is_map && project.lane(cell.lane).is_some_and(|lane| lane.hidden) {
                    continue;
                }
                // Words of neighbours come between the lines of a card, but not between the letters of a word.
                for word in card.text.split_whitespace().map(letters).filter(|word| word.chars().count() > 3) {
                    assert!(text.contains(&word), "{file}: {word} of {:?}", card.text);
                }
            }
        }
    }
    fs::remove_dir_all(&folder).expect("removed");
}
