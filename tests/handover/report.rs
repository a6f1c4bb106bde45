//! The report: one sound page without a script, with the project inside.

use orbita::handover::economy::Economy;
use orbita::handover::report::{Report, STYLE, document, write};
use orbita::i18n::Lang;
use orbita::i18n::economy::EconomyWords;
use orbita::model::Engagement;
use orbita::storage::envelope;
use roxmltree::Document;
use sha2::{Digest, Sha256};

use super::{LANGS, date, everything, example};

pub fn page(project: &Engagement, text: &str, lang: Lang) -> String {
    let economy = Economy::of(project, lang, false);
    write(&Report { engagement: project, project: text, economy: economy.as_ref(), date: date(), lang })
}

/// The page without the project inside, as XML: our pages close what they open.
pub fn markup(page: &str) -> String {
    let (before, rest) =
        page.split_once("<script type=\"application/json\" id=\"orbita-project\">").expect("a project");
    let (_, after) = rest.split_once("</script>").expect("an end");
    [before.strip_prefix("<!doctype html>").expect("a page"), after].concat()
}

#[test]
fn a_report_holds_what_the_project_holds() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let page = page(&project, text, lang);
        let xml = markup(&page);
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{error}"));
        let words: Vec<String> = document
            .descendants()
            .filter_map(|node| node.text())
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let said = words.join(" ");
        for (_, card) in project.all_cards() {
            let first = card.text.split_whitespace().next().expect("a word");
            assert!(said.contains(first), "{}", card.text);
        }
        let count = |name: &str| document.descendants().filter(|node| node.tag_name().name() == name).count();
        assert_eq!((count("script"), count("style"), count("link"), count("img"), count("iframe")), (0, 1, 0, 0, 0));
        assert_eq!(count("figure"), 5, "every chart");
        let words = EconomyWords::of(lang);
        for assumed in [words.assumptions, words.churn_idle, words.payment, words.keeping, words.range_means] {
            assert!(said.contains(&assumed.split_whitespace().collect::<Vec<_>>().join(" ")), "{assumed}");
        }
        assert_eq!(count("section"), 3);
        // Every name once, every reference to a name that is there.
        let mut ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
        for attribute in document.descendants().flat_map(|node| node.attributes()) {
            assert!(!attribute.name().starts_with("on") && attribute.name() != "style", "{attribute:?}");
            if let Some(name) = attribute.value().strip_prefix("url(#").and_then(|name| name.strip_suffix(')')) {
                assert!(ids.contains(&name), "{name}");
            }
            if attribute.name() == "href" {
                assert!(attribute.value().strip_prefix('#').is_some_and(|name| ids.contains(&name)), "{attribute:?}");
            }
        }
    }
}

#[test]
fn the_project_can_be_imported_again() {
    let (text, project) = everything();
    for lang in LANGS {
        let inside = document(&page(&project, text, lang)).expect("the project");
        assert_eq!(inside, text);
        assert_eq!(envelope::read(&inside).expect("a document").engagement, project);
    }
}

#[test]
fn the_policy_allows_the_style_and_nothing_else() {
    let (text, project) = example(Lang::English);
    let page = page(&project, text, Lang::English);
    let hash = base64(&Sha256::digest(STYLE.as_bytes()));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert!(page.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{policy}\"")), "sha256-{hash}");
    assert!(page.contains(&format!("<style>{STYLE}</style>")));
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains('<'));
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]);
            text.push(if at <= three.len() { letter } else { '=' });
        }
    }
    text
}
