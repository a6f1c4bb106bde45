use crate::said::*;
use orbita::tables::choice::Choices;
#[test]
fn scratch() {
    let only = std::env::var("CASE").unwrap_or_default();
    let mut files: Vec<_> = std::fs::read_dir("/work/tmp/hands-cases").unwrap().flatten().map(|f| f.path()).collect();
    files.sort();
    for file in files {
        if !file.to_string_lossy().contains(&only) { continue; }
        let text = std::fs::read_to_string(&file).unwrap();
        let (head, body) = text.split_once('\n').unwrap();
        let body = body.trim_end_matches('\n');
        let lang = if head.contains("ru") { RU } else { EN };
        let c = Choices::default();
        let said = match head.split(' ').next().unwrap() {
            "a" => accounts_said(&accounts_of(lang, "$", body, &c)),
            "c" => cohorts_said(&cohorts_of(lang, body, &c)),
            _ => map_said(&map_of(lang, body, &c)),
        };
        println!("##### {} {head}\n{body}\n----->\n{said}\n", file.file_name().unwrap().to_string_lossy());
    }
}
