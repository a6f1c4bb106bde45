//! How the product speaks: words that leave the screens, and numbers that agree with what they count.

use std::fs;
use std::path::{Path, PathBuf};

use orbita::i18n::{Lang, Words};

/// Every text between quotation marks below `folder`, with its file; what stands in tests and comments is none.
fn texts(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
        let path = entry.path();
        if path.is_dir() {
            texts(&path, found);
            continue;
        }
        let source = fs::read_to_string(&path).expect("a readable source");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            // Escaped quotation marks are none of ours.
            let line = line.replace("\\\"", "'");
            found.extend(line.split('"').skip(1).step_by(2).map(|text| (path.clone(), text.to_lowercase())));
        }
    }
}

/// Words that a native reader stops at, or that stand for something which has another name here.
const NOT_SAID: &[&str] = &[
    "engagement",
    "reckon",
    "dearer",
    "foretell",
    "kept aside",
    "leads nowhere",
    "is no file",
    "is no text",
    "is no emotion",
    "name of the ",
    "choose none",
    "choose all",
    "none kept",
    "could not be fetched",
    "side by side",
    "sum of scores",
    "rates and money",
    "make exact",
    "put the answers right",
    "% of runs",
    "money of today",
    "what spending does",
    "at any price",
    "times dearer",
    "claimed by others",
    "is no table",
    "foretells",
    "against marginal",
    "из прогонов",
    "прогон",
    "ставки и деньги",
    "что дают деньги",
    "следуют за долями",
    "за любые деньги",
    "сделать точным",
    "ставка дисконта,",
    "сегодняшних деньгах",
    "прибыль там",
    "что утверждают другие",
    "плавает по отраслям",
    "от трения к деньгам",
    "житейское правило",
    "прочитать таблицу",
    "ничего не взято",
    "число льстит",
    "держится на немногих",
    "рассудят новые",
    "против предельного",
    "контрольные точ",
    "контрольная точ",
    "контрольную точ",
    "контрольной точ",
    "за кулисами",
    "предположили",
    "наблюдали",
    "измерили",
    "выбирать вверх",
    "снять выбор",
    "цена устранения",
    "сотрёт всё",
    "скопируйте сами",
    "(и)",
    "(ов)",
    "(s)",
    "oops",
    "please",
    "successfully",
];

#[test]
fn no_screen_says_what_the_glossary_replaced() {
    let mut all = Vec::new();
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n"), &mut all);
    assert!(all.len() > 1000, "texts are found");
    let said: Vec<String> = all
        .iter()
        .filter_map(|(path, text)| {
            let word = NOT_SAID.iter().find(|word| text.contains(*word))?;
            Some(format!("{}: \u{201c}{text}\u{201d} says \u{201c}{word}\u{201d}", path.display()))
        })
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// A sentence with each of the numbers on which languages disagree.
fn counted(lang: Lang, say: impl Fn(&'static Words, usize) -> String) -> [String; 4] {
    [1, 2, 5, 21].map(|count| say(lang.words(), count).replace('\u{a0}', " "))
}

#[test]
fn english_counts_one_and_many() {
    let said = |say: fn(&'static Words, usize) -> String| counted(Lang::English, say);
    assert_eq!(said(|w, n| (w.copied)(n)), ["Copied 1 card", "Copied 2 cards", "Copied 5 cards", "Copied 21 cards"]);
    assert_eq!(said(|w, n| (w.pasted)(n))[..2], ["1 card pasted", "2 cards pasted"]);
    assert_eq!(said(|w, n| (w.deleted_cards)(n))[..2], ["Deleted 1 card", "Deleted 2 cards"]);
    assert_eq!(said(|w, n| (w.cut_cards)(n))[..2], ["Cut 1 card", "Cut 2 cards"]);
    assert_eq!(said(|w, n| (w.total_of)(n))[..2], ["Total score, 1 friction point", "Total score, 2 friction points"]);
    assert_eq!(said(|w, n| (w.holds)(n, n))[..2], ["1 map \u{b7} 1 card", "2 maps \u{b7} 2 cards"]);
    assert_eq!(said(|w, n| (w.agenda_total)(n, 90))[..2], ["1 step, 90 minutes", "2 steps, 90 minutes"]);
    assert_eq!(
        said(|w, n| (w.copied_days_ago)(n as i64, n))[..2],
        [
            "Last copy was 1 day ago. Clearing the browser’s data would erase 1 project.",
            "Last copy was 2 days ago. Clearing the browser’s data would erase 2 projects."
        ]
    );
}

#[test]
fn russian_counts_one_few_and_many() {
    let said = |say: fn(&'static Words, usize) -> String| counted(Lang::Russian, say);
    assert_eq!(
        said(|w, n| (w.copied)(n)),
        ["Скопирована 1 карточка", "Скопировано 2 карточки", "Скопировано 5 карточек", "Скопирована 21 карточка"]
    );
    assert_eq!(
        said(|w, n| (w.pasted)(n)),
        ["Вставлена 1 карточка", "Вставлено 2 карточки", "Вставлено 5 карточек", "Вставлена 21 карточка"]
    );
    assert_eq!(
        said(|w, n| (w.total_of)(n)),
        [
            "Общий балл, 1 точка трения",
            "Общий балл, 2 точки трения",
            "Общий балл, 5 точек трения",
            "Общий балл, 21 точка трения"
        ]
    );
    assert_eq!(
        said(|w, n| (w.huge_paste_text)(n))[1..],
        [
            "Будет добавлено 2 карточки. Отменить можно одним шагом.",
            "Будет добавлено 5 карточек. Отменить можно одним шагом.",
            "Будет добавлена 21 карточка. Отменить можно одним шагом."
        ]
    );
    assert_eq!(
        said(|w, n| (w.copied_days_ago)(n as i64, n)),
        [
            "Последняя копия сделана 1 день назад. Если очистить данные браузера, пропадёт 1 проект.",
            "Последняя копия сделана 2 дня назад. Если очистить данные браузера, пропадут 2 проекта.",
            "Последняя копия сделана 5 дней назад. Если очистить данные браузера, пропадут 5 проектов.",
            "Последняя копия сделана 21 день назад. Если очистить данные браузера, пропадёт 21 проект."
        ]
    );
}
