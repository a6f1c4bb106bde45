//! What stands around a transcript and nobody said: titles, numbers of pages, who wrote it down.

/// The longest such line, in letters.
const MOST_LETTERS: usize = 90;

const TITLES: &str = "transcript|meeting transcript|interview transcript|audio transcript|call transcript|full transcript|\
    verbatim transcript|automated transcript|end of transcript|end of interview|end of recording|transcript ends|\
    расшифровка|расшифровка встречи|расшифровка интервью|расшифровка записи|расшифровка звонка|расшифровка разговора|\
    стенограмма|стенограмма встречи|стенограмма интервью|транскрипт|транскрипт встречи|транскрипт интервью|\
    транскрибация|конец расшифровки|конец записи|конец интервью";

const BEGINNINGS: [&str; 16] = [
    "transcribed by ",
    "transcribed with ",
    "transcribed on ",
    "transcript by ",
    "transcript generated ",
    "transcript created ",
    "transcription by ",
    "auto-generated transcript",
    "automatically generated transcript",
    "this transcript was ",
    "расшифровано ",
    "расшифровал ",
    "расшифровала ",
    "расшифровка выполнена ",
    "транскрибировано ",
    "стенограмму составил",
];

const ENDINGS: [&str; 8] = [
    " started transcription",
    " stopped transcription",
    " started the transcription",
    " stopped the transcription",
    " начал транскрибирование",
    " начала транскрибирование",
    " остановил транскрибирование",
    " остановила транскрибирование",
];

/// Whether a line is the number of a page: "Page 3 of 9", "Стр. 3 из 9".
pub(super) fn is_page(line: &str) -> bool {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number =
        |word: Option<&str>| word.is_some_and(|word| word.len() < 5 && word.bytes().all(|b| b.is_ascii_digit()));
    let begins =
        words.next().is_some_and(|word| matches!(word, "page" | "страница" | "стр" | "с")) && is_number(words.next());
    begins
        && words.next().is_none_or(|of| matches!(of, "of" | "из") && is_number(words.next()) && words.next().is_none())
}

/// Whether a line that stands alone is a title, or says who wrote the transcript down.
pub(super) fn is_title(line: &str) -> bool {
    if line.chars().take(MOST_LETTERS + 1).count() > MOST_LETTERS {
        return false;
    }
    let line = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    TITLES.split('|').any(|title| title == line)
        || BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
        || ENDINGS.iter().any(|ending| line.ends_with(ending))
}
