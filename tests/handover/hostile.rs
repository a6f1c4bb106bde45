//! Whatever people type goes out as text, in every kind of file.

use orbita::edit::store::Store;
use orbita::exchange::office::pptx::Format;
use orbita::handover::economy::Economy;
use orbita::handover::report::document;
use orbita::handover::slides::{Talk, slides};
use orbita::handover::workbook::workbook;
use orbita::i18n::Lang;
use orbita::model::Engagement;
use orbita::model::day::Moment;
use orbita::storage::envelope;
use proptest::prelude::*;
use roxmltree::Document;

use super::report::{markup, page};
use super::{acts, date, package::parts};

proptest! {
    // Each case writes three files.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn whatever_people_type_every_file_is_sound(acts in acts::acts(), russian: bool) {
        let lang = if russian { Lang::Russian } else { Lang::English };
        let mut store = Store::new(Engagement::new(), None, false);
        for act in &acts {
            let mut act = act.clone();
            if act.first % 3 == 0 {
                act.text = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&]]>=cmd|_x0041_".into();
            }
            if let Some(command) = acts::command(store.engagement(), &act) {
                _ = store.dispatch(command, 0.0);
            }
        }
        let project = store.engagement();
        let (text, _) = envelope::write(project, None, "test", Moment(0)).expect("JSON");
        let economy = Economy::of(project, lang, false);
        let talk = Talk { engagement: project, economy: economy.as_ref(), format: Format::Wide, date: date(), lang };
        parts(&slides(&talk));
        parts(&workbook(project, lang, None));
        let page = page(project, &text, lang);
        prop_assert_eq!(page.matches("<script").count(), 1, "the project alone");
        prop_assert_eq!(document(&page), Ok(text));
        let xml = markup(&page);
        let document = Document::parse(&xml).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let own = ["html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "p", "blockquote", "nav", "ol", "li", "a", "main", "section", "div", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "figure", "details", "summary", "footer", "svg", "g", "rect", "path", "line", "text", "tspan", "circle", "polyline", "polygon", "defs", "pattern", "clipPath"];
        for node in document.descendants().filter(|node| node.is_element()) {
            prop_assert!(own.contains(&node.tag_name().name()), "{:?}", node.tag_name());
        }
    }
}
