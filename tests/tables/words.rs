//! What is said about tables, read as a person reads it.

use orbita::i18n::Lang;
use orbita::i18n::tables::TableWords;
use orbita::model::scenario::Period;
use orbita::tables::choice::{Choice, Choices};
use orbita::tables::fault::{Fault, Problem};
use orbita::tables::note::{By, Note, Why};
use orbita::tables::place::{Axis, CellPlace, Strip};
use orbita::tables::reading::{Context, decode, grid};
use orbita::tables::{accounts, bytes, cohorts, file, map};

use crate::said::{EN, RU};

fn fault(lang: Lang, problem: Problem, texts: &[&str]) -> String {
    let place = |at: usize| CellPlace { row: at as u32 + 5, column: 3, line: at as u32 + 5 };
    let places = texts.iter().enumerate().map(|(at, text)| (place(at), (*text).to_owned())).collect();
    (TableWords::of(lang).fault)(&Fault { problem, count: texts.len(), places })
}

#[test]
fn a_fault_says_where_and_what_to_do() {
    assert_eq!(
        fault(EN, Problem::NotANumber, &["8o0"]),
        "Row 5, column 3 (C5): \u{201c}8o0\u{201d} isn\u{2019}t a number. Correct it or clear the cell."
    );
    assert_eq!(
        fault(RU, Problem::NotANumber, &["8o0"]),
        "Строка 5, столбец 3 (C5): «8o0»\u{a0}— не число. Исправьте или очистите ячейку."
    );
    assert_eq!(
        fault(EN, Problem::NotAGrade, &["7", "high", "9", "x", "y", "z", "0"]),
        "7 cells: use whole numbers from 1 to 5: C5 \u{201c}7\u{201d}, C6 \u{201c}high\u{201d}, C7 \u{201c}9\u{201d}, C8 \u{201c}x\u{201d}, C9 \u{201c}y\u{201d} and 2 more."
    );
    assert_eq!(
        fault(RU, Problem::Negative, &["-1", "-2"]),
        "2 ячейки: числа не могут быть отрицательными: C5 «-1», C6 «-2»."
    );
    let long = "x".repeat(90);
    assert!(fault(EN, Problem::NotANumber, &[&long]).contains("xxx\u{2026}\u{201d}"));
}

#[test]
fn counts_agree_with_their_nouns() {
    let said =
        |lang: Lang, note: fn(usize) -> Note| [1, 2, 5, 21].map(|count| (TableWords::of(lang).note)(&note(count)));
    assert_eq!(
        said(RU, Note::NotYet),
        ["Без числа: 1 ячейка.", "Без числа: 2 ячейки.", "Без числа: 5 ячеек.", "Без числа: 21 ячейка."]
    );
    assert_eq!(
        said(EN, Note::Rounded),
        ["1", "2", "5", "21"].map(|count| {
            let levels = if count == "1" { "level" } else { "levels" };
            format!("{count} emotion {levels} rounded to the nearest half.")
        })
    );
    assert_eq!(
        said(RU, |rows| Note::Pivoted { rows, added: 0 })[3],
        "Из 21 строки собрана таблица с периодами по столбцам."
    );
    assert_eq!((TableWords::of(EN).note)(&Note::Map { stages: 1, lanes: 2, cards: 21 }), "1 stage, 2 lanes, 21 cards.");
    assert_eq!(
        (TableWords::of(RU).note)(&Note::Map { stages: 1, lanes: 2, cards: 21 }),
        "1 этап, 2 дорожки, 21 карточка."
    );
}

#[test]
fn what_was_left_out_is_named() {
    let total = Strip { axis: Axis::Row, at: 13, name: "Итого".into() };
    assert_eq!((TableWords::of(RU).note)(&Note::LeftOut(total, Why::Total)), "Не вошло: строка 13 «Итого» (итог).");
    let code = Strip { axis: Axis::Column, at: 28, name: "Code".into() };
    assert_eq!(
        (TableWords::of(EN).note)(&Note::LeftOut(code, Why::Unknown)),
        "Left out: column AB \u{201c}Code\u{201d} (unknown heading)."
    );
    assert_eq!(
        (TableWords::of(RU).note)(&Note::Fraction(',', By::Language)),
        "Дробная часть отделена запятой: как принято в русском."
    );
}

/// Texts that lead to every kind of note, question and fault that a reader writes.
const TABLES: &[&str] = &[
    "Client,Jan 2025,Feb 2025,Mar 2025\nAcme,1000,1 200-50,-300\nBeta,500,500,500",
    "Client,Jan 2025,Feb 2025\nAcme,$30/qtr,$30/qtr\nBeta,$60/qtr,$60/qtr",
    "Client,Period,Amount\nAcme,Q1 2025,30\nBeta,Jan 2025,5\nBeta,Feb 2025,5\nCeta,2025,12",
    "Date,Client,Amount,Discount\nAcme,,,\n2025-01-05,x,1,1\n2025-02-05,x,1,0\nBeta,,,\n2025-01-05,x,1,0\n2025-02-05,x,1,0",
    "Date,Client,Amount,Discount\n2025-01-05,x,9,1\n2025-02-05,x,9,0\n2025-01-05,y,9,0\n2025-02-05,y,9,0",
    "Date,Client,Amount\nJan 5,x,9\nJan 6,y,9\nFeb 5,x,9",
    ",Discover,,Buy\nActions,Reads,Compares,Pays\nEmotion,🙂 good,🙁 bad,words",
    "Churn by cohort\nCohort,Size,1,2\nJan 2025,100,20%,10%\nCohort,Size,1,2\nFeb 2025,200,25%,8%\nStd Dev,1,2%,3%",
    "Client,Jan 2025,Feb 2025\nAlpha,100,200\nBeta,50,60\nNumber of clients,2,2\nBudget,1,2",
    "Cohort\tSize\tMonth 0\tMonth 1\nJan\t1000\t900\t800\nFeb\t900\t850\t700\nTotal\t1900\t1750\t1500",
    "Cohort\t0\t1\t2\nJan\t100\t60\t70\nFeb\t90\t0\t0\nMar\t90\t80\t0",
    "Cohort\t0\t1\t2\t3\nJan\t100\t80\t70\t20\nFeb\t100\t82\t25\nMar\t100\t30\nApr\t100",
    "A\t100\nB\t90",
    "86.9%\t74.3%",
    "100%\t80\t70%\n900\t90%",
    "cohort,month,users\n2024-01,0,100\n2024-01,1,80\n2024-02,0,90\n2024-02,1,70",
    "Clients\tJan\tFeb\nAcme\t€10\t$12\nAcme\t-5\tten",
    "Client\t1/1/2025\t2/1/2025\t3/1/2025\nAcme, Inc\t10 KZT\t20\t30\nACME\t1,234\t2\t3\n\t1\t1\t1",
    "Acme\t1\t2\t3\nBeta\t5\t5\t5\nBeta\t5\t5\t5",
    "Client\tJan 2025\tFeb 2025\tMar 2025\tApr 2025\nAcme\t100\t100\t105\t20\nBeta\t50\t50\t55\t10",
    "Stage;Emotion;Actions\nA;5 (wow);x\nB;1;\"y\nz\"",
    "Stage;Text;Tribe;Due\nA;x;red;1/2/2026\n;y;;2/3/2026",
    "Stage;Lane;Text;Emotion;Frequency;Due\nA;Channels;x;1;9;soon\nA;Actions;y;2;1;",
    "100,63\n90,55",
    "\"open\tx\n1\t2",
    "Client\tYear\tQ1\tQ2\nAcme\t2024\t1\t2\nAcme\t2025\t3\t4",
    "Client\tYear\tMonth\tAmount\nAcme\t2024\t12\t1\nAcme\t2025\t1\t2\nBeta\t2024\t12\t3\nBeta\t2025\t1\t4",
    "Client\tJan\tFeb\nAcme\t1\t2\nBeta\t3\t4\nGrand Total\t9\t9",
    "Stage\tPain point\tScore\nBuy\tLate\t16",
    "Stage\tPain point\tScore\nBuy\tLate\t4x3\nBuy\tLong\t9x9",
    "Cohort\tWeek 0\tWeek 1\nA\t100\t80\nB\t90\t70",
    "Client\tQ1 2024\tQ2 2024\nAcme\t1\t2\nBeta\t3\t4",
    "Client\tJan, $k\tFeb\nAcme\t1\t2\nBeta\t3\t4",
    "Cohort\tSize\tM1\tM2 vs previous month\tM3\nJan\t100\t90%\t95%\t90%\nFeb\t120\t92%",
    "Cohort\tSize\tM1 vs previous month\tM2 vs previous month\nJan\t100\t90%\t95%\nFeb\t120\t92%",
    "Cohort\tMRR, k\t1\t2\nJan\t12.5\t11.9\t11.1\nFeb\t10\t9.8",
    "Cohort\tMRR\t0\t1\nJan\t5000\t100\t80\nFeb\t5500\t110\t88",
    "Cohort\tSize\tChurned M1\tChurned M2\nJan\t100\t10\t18\nFeb\t120\t9",
    "Cohort\tChurned M1\tChurned M2\nJan\t10%\t8%\nFeb\t12%",
    "Cohort\tSize\tChurned\nJan\t100\t10\nFeb\t120\t9",
    "Cohort\tChurned M1\tChurned M2\nJan\t10\t8\nFeb\t12",
    "Cohort\tSize\tMonth 0\tMonth 1\nJan\t100\t95%\t80%\nFeb\t120\t97%",
    "Client\tDec\tOct\tAug\nAcme\t10\t20\t30\nBeta\t1\t1\t1",
];

#[test]
fn every_sentence_is_whole_in_both_languages() {
    let choices = Choices::default();
    let mut said = Vec::new();
    for lang in [EN, RU] {
        let words = TableWords::of(lang);
        for table in TABLES {
            let context = Context { lang, currency: "$", columns: Period::Month, choices: &choices, today: None };
            let grid = grid(table, context);
            let cohorts = cohorts::read_for_scenario(&grid, context);
            let accounts = accounts::read_for_project(&grid, context);
            let map = map::read(&grid, context);
            let notes = cohorts.notes.iter().chain(&accounts.notes).chain(&map.notes);
            said.extend(notes.map(|note| (lang, (words.note)(note))));
            let faults = cohorts.faults.iter().chain(&accounts.faults).chain(&map.faults);
            said.extend(faults.map(|fault| (lang, (words.fault)(fault))));
            for question in cohorts.questions.iter().chain(&accounts.questions).chain(&map.questions) {
                let asked = (words.question)(question);
                assert!(asked.ends_with('?'), "{asked}");
                said.push((lang, format!("{asked}.")));
                let options: Vec<String> = question.options.iter().map(words.choice).collect();
                assert!(options.len() > 1 && options.iter().all(|option| !option.is_empty()), "{asked} {options:?}");
                let mut different = options.clone();
                different.sort();
                different.dedup();
                assert_eq!(different.len(), options.len(), "{asked} {options:?}");
            }
        }
    }
    for (lang, sentence) in said {
        assert!(sentence.ends_with('.') && !sentence.contains("  ") && !sentence.contains(".."), "{sentence}");
        let cyrillic = sentence.chars().filter(|c| matches!(c, 'а'..='я' | 'А'..='Я')).count();
        assert_eq!(cyrillic > 2, lang == RU, "{sentence}");
    }
}

#[test]
fn files_of_other_kinds_are_named_with_what_to_do() {
    let choices = Choices::default();
    let why = |lang: Lang, name: &str, bytes: &[u8]| match decode(bytes, &choices) {
        Err(why) => (TableWords::of(lang).no_text)(name, why),
        Ok(decoded) => (TableWords::of(lang).no_table)(name, file::kind(name, &decoded.text, lang)),
    };
    assert_eq!(why(EN, "a.csv", b"\xef\xbb\xbf"), "\u{201c}a.csv\u{201d} is empty.");
    assert_eq!(
        why(EN, "book.xlsx", b"PK\x03\x04 xl/workbook.xml"),
        "\u{201c}book.xlsx\u{201d} is a workbook. Copy its cells and paste them onto a map or where a table is asked for."
    );
    assert_eq!(
        why(RU, "разговор.srt", "1\n00:00:01,000 --> 00:00:02,000\nДа".as_bytes()),
        "«разговор.srt»\u{a0}— субтитры. Если это расшифровка интервью, перетащите файл в открытое интервью."
    );
    assert!(why(EN, "notes.md", b"# Notes\n\n- one\n- two").contains("is Markdown without a map"));
    assert!(why(EN, "letter.txt", b"Dear team,\nall is well.").contains("is plain text without a table"));
    assert!(why(RU, "a.csv", "Клиент;янв 2025;фев 2025\nАльфа;1;2".as_bytes()).contains("таблица выручки клиентов"));
    assert_eq!(
        why(EN, "a.csv", "Этап;Доро\u{1}жка".replace('\u{1}', "").as_bytes()),
        "\u{201c}a.csv\u{201d} is a table, but not a map. Name its columns Stage, Lane and Text."
    );
    let mut torn = "Этап;Дорожка".as_bytes().to_vec();
    torn.insert(9, 0xff);
    assert_eq!(
        why(EN, "a.csv", &torn),
        "\u{201c}a.csv\u{201d} is damaged at line 1, column 6. Save it again as UTF-8."
    );
}

#[test]
fn an_encoding_in_doubt_is_asked_about() {
    let context = Context { lang: EN, currency: "", columns: Period::Month, choices: &Choices::default(), today: None };
    let read = |choices: &Choices| {
        let decoded = decode(b"Client;Jan;Feb\nCaf\xe9;1;2\nB;3;4", choices).expect("text");
        accounts::read(&grid(&decoded.text, context), context).of_file(&decoded, choices)
    };
    let reading = read(&Choices::default());
    assert_eq!(reading.notes.first(), Some(&Note::Encoding(bytes::Encoding::Windows1252)));
    assert!(!reading.is_certain());
    let cyrillic = read(&Choices::default().with(Choice::Encoding(bytes::Encoding::Windows1251)));
    assert_eq!(cyrillic.value.map(|value| value.accounts[0].name.clone()).as_deref(), Some("Cafй"));
    assert!(cyrillic.questions[0].answered);
}

#[test]
fn pages_of_old_programs_can_be_chosen_and_are_asked_about() {
    let context = Context { lang: EN, currency: "", columns: Period::Month, choices: &Choices::default(), today: None };
    let read = |bytes: &[u8], choices: &Choices| {
        let decoded = decode(bytes, choices).expect("text");
        accounts::read(&grid(&decoded.text, context), context).of_file(&decoded, choices)
    };
    // "Клиент;янв;фев" and "Ромашка" in the page of DOS.
    let old = b"\x8a\xab\xa8\xa5\xad\xe2;\xef\xad\xa2;\xe4\xa5\xa2\n\x90\xae\xac\xa0\xe8\xaa\xa0;1;2\nB;3;4";
    let reading = read(old, &Choices::default());
    assert_eq!(reading.notes.first(), Some(&Note::Encoding(bytes::Encoding::Ibm866)));
    assert_eq!(reading.value.as_ref().map(|value| value.accounts[0].name.as_str()), Some("Ромашка"));
    assert!(!reading.is_certain());
    let offered = &reading.questions[0].options;
    for encoding in [bytes::Encoding::Windows1251, bytes::Encoding::Ibm866, bytes::Encoding::Koi8R] {
        assert!(offered.contains(&Choice::Encoding(encoding)), "{encoding:?}");
    }
    let other = read(old, &Choices::default().with(Choice::Encoding(bytes::Encoding::Koi8R)));
    assert!(other.questions[0].answered);
}
