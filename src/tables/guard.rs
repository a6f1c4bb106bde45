//! Texts that a spreadsheet would run as a formula, made harmless and given back as they were.

use super::fold::is_invisible;

/// Whether a spreadsheet would run a text: it begins with a sign of a formula, full-width or not, behind nothing that is seen;
/// or with a tab or a carriage return, behind which some look.
pub fn runs(text: &str) -> bool {
    let hidden = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let shown = text.trim_start_matches(hidden);
    let signs = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    shown.starts_with(signs) || text[..text.len() - shown.len()].contains(['\t', '\r'])
}

/// A text that no spreadsheet runs: one that would run gets an apostrophe, and so does one that looks as if it had one already.
pub fn harmless(text: &str) -> String {
    guarded(text, runs)
}

/// What [`harmless`] was given.
pub fn as_typed(text: &str) -> &str {
    unguarded(text, runs)
}

/// The text of a formula that is nothing but one, as some programs write numbers that are to stay texts: `="0012"`.
pub(super) fn of_formula(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("=\"")?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

/// A text with an apostrophe before it if it is `special`, or looks as if it had been given one.
pub fn guarded(text: &str, special: impl Fn(&str) -> bool) -> String {
    if special(text.trim_start_matches('\'')) { format!("'{text}") } else { text.into() }
}

/// What [`guarded`] was given.
pub fn unguarded(text: &str, special: impl Fn(&str) -> bool) -> &str {
    text.strip_prefix('\'').filter(|rest| special(rest.trim_start_matches('\''))).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_guarded_wherever_a_spreadsheet_looks() {
        for formula in [
            "=1+1",
            "+1",
            "-1",
            "@sum",
            "\t=1",
            "\r=1",
            " =1",
            "\n=1",
            "\u{feff}=1",
            "\u{200b}=1",
            "\u{a0}\u{2060}@x",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "\tx",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"), "{formula:?}");
        }
        for text in ["a=1", "Anna", "'quoted'", "\u{2212}5", "1-2", "", " x"] {
            assert_eq!(harmless(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back(text in "['=+@ \t\n\u{feff}＝a-]{0,6}") {
            let guarded = harmless(&text);
            prop_assert!(!runs(&guarded));
            prop_assert_eq!(as_typed(&guarded), text);
        }
    }
}
