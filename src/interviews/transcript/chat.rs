//! What was written in a chat, without who wrote it and when.

use super::furniture::without_leftover;
use super::messages::{is_day, led_by_sender, signed_words};

/// The words of each message of a chat; `None` for a text that does not begin with the name and the moment of a message, as messengers
/// copy them above the words or before them.
pub fn messages(text: &str) -> Option<Vec<String>> {
    let mut messages: Vec<Vec<&str>> = Vec::new();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_day(line));
    for line in lines {
        match signed_words(line).or_else(|| led_by_sender(line)) {
            Some(words) => messages.push(vec![words]),
            None => messages.last_mut()?.push(line),
        }
    }
    // "Calls 12.05.2026 at 10:32" looks like a name and a moment; by itself it is none.
    if messages.len() == 1 && !text.contains('[') {
        return None;
    }
    let said = |lines: Vec<&str>| {
        let lines = lines.into_iter().map(|line| without_leftover(line, true).unwrap_or(line).trim());
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let texts: Vec<String> = messages.into_iter().map(said).filter(|text| !text.is_empty()).collect();
    (!texts.is_empty()).then_some(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_moments_are_no_words() {
        let said = ["Не дозвонилась в клинику", "Ждал час\nв очереди"];
        for chat in [
            "Анна, [12.05.2026 10:32]\nНе дозвонилась в клинику\n\nПётр, [12.05.2026 10:40]\nЖдал час\nв очереди",
            "[10:32, 12.05.2026] Анна: Не дозвонилась в клинику\n[10:40, 12.05.2026] Пётр: Ждал час\nв очереди",
            "12.05.2026, 10:32 - Анна: Не дозвонилась в клинику\n12.05.2026, 10:40 - Пётр: Ждал час\nв очереди",
            "[12.05.2026, 10:32:05] Анна: Не дозвонилась в клинику\n13.05.2026\n[13.05.2026, 10:40:11] Пётр: Ждал час\nв очереди",
        ] {
            assert_eq!(messages(chat).as_deref(), Some(&said.map(String::from)[..]), "{chat}");
        }
        let english =
            "[5/12/26, 10:32:01 AM] Ann: Could not get through\n[5/12/26, 10:40:00 AM] Tom Lee: Waited: an hour";
        assert_eq!(messages(english), Some(vec!["Could not get through".into(), "Waited: an hour".into()]));
    }

    #[test]
    fn lists_with_times_are_no_chats() {
        for text in [
            "Звонит 12.05.2026 в 10:32\nЖдёт до 10:40",
            "Opens the page\n[12.05.2026, 10:32] Ann: hello",
            "10:32 calls\n10:40 waits",
            "Анна: звонит\nПётр: ждёт",
            "12.05.2026\n13.05.2026",
        ] {
            assert_eq!(messages(text), None, "{text}");
        }
    }
}
