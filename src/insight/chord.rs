//! The keys of a shortcut, whatever the layout of the keyboard.

/// A key press as browsers tell of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Press<'a> {
    /// What the key types: "z", "я", "Enter".
    pub key: &'a str,
    /// Where the key is, by the name that it has on an American keyboard: "KeyZ".
    pub code: &'a str,
    /// Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
    /// Alt, or Option on a Mac.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// AltGr, which types letters.
    pub alt_graph: bool,
    /// Whether a field has the keyboard.
    pub in_field: bool,
}

impl Press<'_> {
    /// The keys as shortcuts are written: "Ctrl+Shift+Z". The letter on the key cap decides; the place of the key does only
    /// where the letter is not Latin. `None` for what types a letter: AltGr, and Option in a field.
    pub fn chord(&self) -> Option<String> {
        let types = self.key.chars().count() == 1 || self.key == "Dead";
        if matches!(self.key, "?" | "/") && !self.ctrl {
            return Some(self.key.into());
        }
        // The key of the slash types a full stop in the Russian layout, and no card begins with one.
        if self.key == "." && self.code == "Slash" && !self.ctrl && !self.alt && !self.in_field {
            return Some("/".into());
        }
        if types && self.alt_graph {
            return None;
        }
        let place = self.code.strip_prefix("Key").or(self.code.strip_prefix("Digit"));
        let key = match place {
            Some(_) if self.key.len() == 1 && self.key.as_bytes()[0].is_ascii_alphanumeric() => {
                self.key.to_ascii_uppercase()
            }
            Some(_) if types && self.alt && !self.ctrl && self.in_field => return None,
            Some(place) => place.into(),
            None if self.key == " " => self.code.into(),
            // A letter that sits where others have a sign, such as M on a French keyboard.
            None if self.key.len() == 1 => self.key.to_ascii_uppercase(),
            None => self.key.into(),
        };
        let held = [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")];
        let held: String = held.iter().filter(|(held, _)| *held).map(|(_, name)| *name).collect();
        Some(held + &key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(key: &str, code: &str, held: &str, in_field: bool) -> Option<String> {
        let has = |name: &str| held.split('+').any(|held| held == name);
        let (ctrl, alt, shift, alt_graph) = (has("Ctrl"), has("Alt"), has("Shift"), has("AltGr"));
        Press { key, code, ctrl, alt, shift, alt_graph, in_field }.chord()
    }

    #[test]
    fn the_letter_on_the_key_cap_decides() {
        for (layout, key, code) in
            [("American", "z", "KeyZ"), ("German", "z", "KeyY"), ("French", "z", "KeyW"), ("Dvorak", "z", "Slash")]
        {
            assert_eq!(chord(key, code, "Ctrl", false).as_deref(), Some("Ctrl+Z"), "{layout}");
        }
        assert_eq!(chord("y", "KeyZ", "Ctrl", false).as_deref(), Some("Ctrl+Y"), "German");
        assert_eq!(chord("m", "Semicolon", "Alt", false).as_deref(), Some("Alt+M"), "French");
        assert_eq!(chord("Z", "KeyZ", "Ctrl+Shift", false).as_deref(), Some("Ctrl+Shift+Z"));
    }

    #[test]
    fn the_place_decides_where_the_letter_is_not_latin() {
        assert_eq!(chord("я", "KeyZ", "Ctrl", true).as_deref(), Some("Ctrl+Z"));
        assert_eq!(chord("к", "KeyR", "Alt", false).as_deref(), Some("Alt+R"));
        assert_eq!(chord("т", "KeyN", "", false).as_deref(), Some("N"));
        assert_eq!(chord("&", "Digit1", "", false).as_deref(), Some("1"), "French digits stand above");
    }

    #[test]
    fn what_types_a_letter_is_one_while_a_field_has_the_keyboard() {
        assert_eq!(chord("ć", "KeyC", "Alt", true), None, "Polish, with Option");
        assert_eq!(chord("ç", "KeyC", "Alt", true), None, "American on a Mac");
        assert_eq!(chord("Dead", "KeyN", "Alt", true), None);
        assert_eq!(chord("ç", "KeyC", "Alt", false).as_deref(), Some("Alt+C"));
        assert_eq!(chord("ć", "KeyC", "Ctrl+Alt+AltGr", false), None, "Polish, with AltGr on Windows");
        assert_eq!(chord("c", "KeyC", "Alt", true).as_deref(), Some("Alt+C"), "types nothing elsewhere");
    }

    #[test]
    fn other_keys_go_by_their_names() {
        assert_eq!(chord("Enter", "Enter", "Alt", true).as_deref(), Some("Alt+Enter"));
        assert_eq!(chord(" ", "Space", "Ctrl", false).as_deref(), Some("Ctrl+Space"));
        assert_eq!(chord("/", "Digit7", "Shift", false).as_deref(), Some("/"), "German");
        assert_eq!(chord(".", "Slash", "", false).as_deref(), Some("/"), "Russian");
        assert_eq!(chord(".", "Slash", "", true).as_deref(), Some("."), "Russian, while it is typed");
        assert_eq!(chord("?", "Minus", "Shift", false).as_deref(), Some("?"));
    }
}
