//! What headings say among other words, in their corners and in the rows right below them.

use orbita::tables::choice::Choices;

use crate::said::{EN, RU, accounts_of, accounts_said, cohorts_of, cohorts_said, map_of, map_said};

#[test]
fn headings_that_differ_in_a_number_alone_say_ages() {
    for (lang, heads, ages) in [
        (EN, "Repeat in month 1\tRepeat in month 3\tRepeat in month 6", "0 1 3 6"),
        (EN, "Bought again after 30 days\tBought again after 60 days\tBought again after 180 days", "0 30 60 180"),
        (EN, "Still with us, month 3\tStill with us, month 6\tStill with us, month 12", "0 3 6 12"),
        (RU, "Повторно в 1 мес.\tПовторно во 2 мес.\tПовторно в 6 мес.", "0 1 2 6"),
        (EN, "Hour 1\tHour 24\tHour 48", "0 1 24 48"),
    ] {
        let table = format!("Cohort\tCustomers\t{heads}\nJan 2025\t320\t136\t124\t120\nFeb 2025\t310\t130\t122");
        let said = cohorts_said(&cohorts_of(lang, &table, &Choices::default()));
        let wanted = format!("clients at {ages}\nJan 2025: 320 136 124 120\nFeb 2025: 310 130 122 .\n");
        assert!(said.starts_with(&wanted), "{table}\n{said}");
    }
    // Other words are no ages, and what is of each client is none of the cohort.
    let other = "Cohort\tCustomers\tDesk 7\tOffice 9\nJan 2025\t320\t136\t124\nFeb 2025\t310\t130\t122";
    assert!(cohorts_said(&cohorts_of(EN, other, &Choices::default())).starts_with("clients at 0 1 2\n"));
}

#[test]
fn items_of_a_list_on_a_page_are_lines() {
    let page = "<table><tr><th>Stage</th><th>Aware</th><th>Buy</th></tr><tr><td>Actions</td><td><ul><li>sees ad</li>\
                <li>asks a friend</li></ul></td><td>Steps:<ol><li>picks</li><li>pays</li></ol></td></tr>\
                <tr><td>Pain points</td><td></td><td>3DS</td></tr></table>";
    let said = map_said(&map_of(EN, page, &Choices::default()));
    assert!(said.contains("Actions: sees ad, asks a friend | Steps:, picks, pays"), "{said}");
}

#[test]
fn a_row_that_counts_the_columns_is_no_client() {
    let accounts = |lang, table: &str| accounts_said(&accounts_of(lang, "$", table, &Choices::default()));
    for (first, name) in [("1\t2\t3\t4", "1"), ("А\t1\t2\t3", "А")] {
        let table = format!("Клиент\tянв 2025\tфев 2025\tмар 2025\n{first}\nАльфа\t100\t110\t120\nБета\t50\t60\t70");
        let said = accounts(RU, &table);
        assert_eq!(
            said,
            format!("янв 2025 | фев 2025 | мар 2025\nАльфа: 100 110 120\nБета: 50 60 70\n- row 2 {name}: Numbers")
        );
    }
    let cohorts = "Cohort\tM0\tM1\tM2\n1\t2\t3\t4\nJan 2025\t100\t80\t70\nFeb 2025\t90\t70";
    let said = cohorts_said(&cohorts_of(EN, cohorts, &Choices::default()));
    assert!(said.starts_with("clients at 0 1 2\nJan 2025: 100 80 70\nFeb 2025: 90 70 .\n- row 2 1: Numbers"), "{said}");
    // Clients that are called by numbers.
    let numbered = accounts(EN, "Client\tJan\tFeb\tMar\n1\t2\t3\t4\n2\t5\t6\t7");
    assert!(numbered.contains("1: 2 3 4\n2: 5 6 7"), "{numbered}");
}
