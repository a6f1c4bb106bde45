//! Clients at the start, new ones, those who left, clients at the end, month by month.

use orbita::i18n::Lang;
use orbita::i18n::tables::TableWords;
use orbita::tables::choice::{Choice, Choices};
use orbita::tables::fault::Kind;

use crate::said::{EN, RU, accounts_of, accounts_said, cohorts_of, cohorts_said};

const MONTHS: &str = "100\t12\t5\t107\nFeb\t107\t9\t6\t110\nMar\t110\t14\t4\t120";

fn across(names: [&str; 4]) -> String {
    let rows = ["100\t107\t110", "12\t9\t14", "5\t6\t4", "107\t110\t120"];
    let rows: String = names.iter().zip(rows).map(|(name, row)| format!("\n{name}\t{row}")).collect();
    format!("\tJan 2025\tFeb 2025\tMar 2025{rows}")
}

#[test]
fn opening_and_closing_numbers_are_no_cohorts_and_no_clients() {
    let english = ["Opening", "New", "Churned", "Closing"];
    let wordy = ["Customers at start", "New customers", "Lost customers", "Customers at end"];
    let money = ["Opening MRR", "New MRR", "Churned MRR", "Closing MRR"];
    let russian = ["На начало", "Новые", "Ушедшие", "На конец"];
    let plain = ["Клиентов на начало", "Пришло", "Ушло", "Клиентов на конец"];
    for (lang, names) in [(EN, english), (EN, wordy), (EN, money), (RU, russian), (RU, plain)] {
        let down = format!("{}\t{}\nJan\t{MONTHS}", if lang == EN { "Month" } else { "Месяц" }, names.join("\t"));
        for table in [down, across(names)] {
            for said in [
                cohorts_said(&cohorts_of(lang, &table, &Choices::default())),
                accounts_said(&accounts_of(lang, "$", &table, &Choices::default())),
            ] {
                assert!(said.ends_with("! OtherKind(Movements) x1 at 1:1"), "{table}\n{said}");
            }
        }
    }
    // Whoever knows better says so.
    let anyway = Choices::default().with(Choice::Anyway(Kind::Movements, true));
    let taken = cohorts_said(&cohorts_of(EN, &across(english), &anyway));
    assert!(taken.starts_with("clients at 0 1 2"), "{taken}");
    for (lang, instead) in [(Lang::English, "a row for each start month"), (Lang::Russian, "на каждый месяц прихода")]
    {
        let faults = cohorts_of(lang, &across(english), &Choices::default()).faults;
        let said = (TableWords::of(lang).fault)(&faults[0]).replace('\u{a0}', " ");
        assert!(said.contains(instead), "{said}");
    }
}

#[test]
fn clients_and_cohorts_with_such_words_are_read() {
    for table in [
        "Client\tJan 2025\tFeb 2025\nNew Horizons\t100\t110\nLost Boys Ltd\t50\t60\nAcme\t10\t20",
        "Client\tJan 2025\tFeb 2025\nNewton\t100\t110\nAcme\t50\t60",
    ] {
        let said = accounts_said(&accounts_of(EN, "$", table, &Choices::default()));
        assert!(said.starts_with("Jan 2025 | Feb 2025\nNew"), "{said}");
    }
    for table in [
        "Cohort\tNew clients\tMonth 1\tMonth 2\nJan 2025\t100\t90\t80\nFeb 2025\t110\t95\t",
        "Cohort\tStart\tLost in month 1\tLost in month 2\nJan 2025\t100\t9\t8\nFeb 2025\t110\t5\t",
    ] {
        let said = cohorts_said(&cohorts_of(EN, table, &Choices::default()));
        assert!(!said.contains("Movements"), "{said}");
    }
}
