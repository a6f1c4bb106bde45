//! The project inside a report: as text that no browser runs and no text can break out of.

/// Names the element that holds the project.
const ID: &str = "orbita-project";

/// The largest page that is read.
const MOST_BYTES: usize = 64 << 20;

/// Why a page gives no project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no report of this product.
    NotAReport,
    /// It is a report, but the project is cut off or was taken out.
    NoProject,
    /// It is larger than any report.
    TooLarge,
}

/// The element that holds a project. JSON has this sign in texts only, where an escape means the same.
pub fn element(project: &str) -> String {
    let safe = project.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{ID}\">{safe}</script>\n")
}

/// The text of the project inside a page, as it was when the report was made.
///
/// # Errors
/// [`Unread`].
pub fn document(page: &str) -> Result<String, Unread> {
    if page.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let is_page = page.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    if !is_page || !page.contains(ID) {
        return Err(Unread::NotAReport);
    }
    // A browser that saves the page may write the attributes in another order.
    let mut rest = page;
    while let Some(at) = rest.find("<script") {
        rest = &rest[at + 7..];
        let (tag, inside) = rest.split_once('>').ok_or(Unread::NoProject)?;
        if tag.contains("application/json") && tag.contains(ID) {
            let (project, _) = inside.split_once("</script").ok_or(Unread::NoProject)?;
            return Ok(restored(project));
        }
        rest = inside;
    }
    Err(Unread::NoProject)
}

/// A text with the escapes of [`element`] taken back. A backslash that is itself escaped begins none.
fn restored(text: &str) -> String {
    const ESCAPE: &str = "\\u003c";
    let mut restored = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        restored.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(behind) = rest.strip_prefix(ESCAPE) {
            restored.push('<');
            rest = behind;
        } else {
            // The backslash with the letter that it escapes.
            let length = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
            restored.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    restored + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_cannot_break_out() {
        let json = r#"{"a":"</script><script>alert(1)</script><!--","b":"\\u003c"}"#;
        let element = element(json);
        assert_eq!(element.matches('<').count(), 2, "its own tags");
        assert_eq!(document(&format!("<!doctype html>{element}")).as_deref(), Ok(json));
    }

    #[test]
    fn what_is_no_report_is_told_apart() {
        assert_eq!(document("{\"format\":\"orbita-engagement\"}"), Err(Unread::NotAReport));
        assert_eq!(document("<html><script>orbita</script></html>"), Err(Unread::NotAReport));
        assert_eq!(document("<p>orbita-project</p>"), Err(Unread::NoProject));
        let cut = element("{}");
        assert_eq!(document(&cut[..cut.len() - 12]), Err(Unread::NoProject));
        let saved = "<html><script id='orbita-project' type='application/json'>{}</script></html>";
        assert_eq!(document(saved).as_deref(), Ok("{}"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_project_comes_out_byte_for_byte(texts in prop::collection::vec("(\\PC|[<>\\\\\"]|u003c|</script>|<!--)*", 0..4)) {
            let json = serde_json::to_string(&texts).expect("JSON");
            prop_assert_eq!(document(&format!("<html>{}</html>", element(&json))), Ok(json));
        }

        #[test]
        fn no_page_breaks_the_reader(page in "(<|<script|>|</script|application/json|orbita-project|\\\\|\\\\u003c|\\PC){0,30}") {
            _ = document(&page);
        }
    }
}
