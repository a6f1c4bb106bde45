//! A pulse card is typed in one go, "38 % active weekly", and shown as a figure with a label.

/// The figure at the start of a text and the label behind it. Without a figure the whole text is the label.
///
/// A figure is a number with an optional sign or currency before it, digits in groups parted by spaces, and what is
/// attached to it or parted from it as a unit (`%`, `₽`): "+46", "4.1", "1 200", "38 %", "₽3.1M", "9x".
pub fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    let mut end = 0;
    let mut rest = text;
    let mut digits = false;
    loop {
        // A word of the figure, up to white space.
        let word = rest.split(char::is_whitespace).next().unwrap_or_default();
        let joins = if digits { is_group(word) || is_unit(word) } else { is_number(word) };
        if !joins {
            break;
        }
        let unit = is_unit(word);
        digits = true;
        end = text.len() - rest.len() + word.len();
        rest = text[end..].trim_start();
        if unit || rest.is_empty() {
            break;
        }
    }
    (&text[..end], text[end..].trim_start())
}

fn is_number(word: &str) -> bool {
    let bare = word.trim_start_matches(['+', '-', '\u{2212}', '\u{2013}', '~', '<', '>', '\u{2248}']);
    let bare = bare.trim_start_matches(CURRENCIES);
    bare.starts_with(|letter: char| letter.is_ascii_digit())
}

fn is_group(word: &str) -> bool {
    let digits = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let tail = &word[digits.len()..];
    digits.split([',', '.']).next().is_some_and(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
        && (tail.is_empty() || is_unit(tail))
}

fn is_unit(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter == '%' || CURRENCIES.contains(&letter))
}

const CURRENCIES: [char; 6] = ['$', '\u{20ac}', '\u{20bd}', '\u{a3}', '\u{a5}', '\u{20b8}'];

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_figure_stands_before_its_label() {
        for (text, figure, label) in [
            ("+46 pilot NPS", "+46", "pilot NPS"),
            ("4.1 CSI of 5", "4.1", "CSI of 5"),
            ("38% active weekly", "38%", "active weekly"),
            ("38 % активны", "38 %", "активны"),
            ("38\u{a0}% активны", "38\u{a0}%", "активны"),
            ("1 200 seats", "1 200", "seats"),
            ("1 200 ₽ за место", "1 200 ₽", "за место"),
            ("₽3.1M at stake", "₽3.1M", "at stake"),
            ("−12 NPS", "−12", "NPS"),
            ("6 of 7 interviews", "6", "of 7 interviews"),
            ("600 150 seats", "600 150", "seats"),
            ("no figure", "", "no figure"),
            ("", "", ""),
            ("7", "7", ""),
        ] {
            assert_eq!(split(text), (figure, label), "{text}");
        }
    }
}
