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

#[test]
fn numbered_weeks_across_are_no_ages_where_cohorts_hang_right() {
    let wanted = "clients at 0 1 2 3\n{}1: 100 80 70 60\n{}2: 90 75 70 .\n{}3: 95 80 . .\n{}4: 85 . . .\n";
    let rows = "{}1\t100\t80\t70\t60\n{}2\t\t90\t75\t70\n{}3\t\t\t95\t80\n{}4\t\t\t\t85";
    for (lang, corner, sign) in [(EN, "Cohort", "W"), (EN, "Cohort", ""), (RU, "Месяц когорты", "")] {
        let heads = "{}1\t{}2\t{}3\t{}4".replace("{}", sign);
        let rows = rows.replace("{}", sign);
        let said = cohorts_said(&cohorts_of(lang, &format!("{corner}\t{heads}\n{rows}"), &Choices::default()));
        assert!(said.starts_with(&wanted.replace("{}", sign)), "{said}");
        let turned: Vec<&str> = rows.lines().rev().collect();
        let newest = format!("{corner}\t{heads}\n{}", turned.join("\n"));
        let said = cohorts_said(&cohorts_of(lang, &newest, &Choices::default()));
        assert!(said.contains(&format!("\n{sign}4: 85 . . .\n{sign}3: 95 80 . .\n")), "{said}");
    }
    // Months that nobody counted for the oldest cohorts stay ages.
    let late = "Cohort\tSize\tM1\tM2\tM3\nJan 2025\t100\t\t\t60\nFeb 2025\t90\t\t70\t65\nMar 2025\t95\t85\t80\t75";
    let said = cohorts_said(&cohorts_of(EN, late, &Choices::default()));
    assert!(said.contains("Jan 2025: 100 . . 60\nFeb 2025: 90 . 70 65\n"), "{said}");
}

#[test]
fn half_years_are_months() {
    for (lang, heads) in [
        (EN, "0.5 years\t1 year\t1.5 years\t2 years"),
        (RU, "6 мес\t1 год\t1,5 года\t2 года"),
        (EN, "6 mo\t1 yr\t1.5 yr\t2 yr"),
    ] {
        let table = format!("Cohort\tSize\t{heads}\n2021\t100\t80\t70\t60\t50\n2022\t110\t85\t75");
        let said = cohorts_said(&cohorts_of(lang, &table, &Choices::default()));
        assert!(said.starts_with("clients at 0 6 12 18 24\n2021: 100 80 70 60 50\n2022: 110 85 75 . .\n"), "{said}");
    }
}

#[test]
fn units_below_headings_may_be_shares() {
    let table = "Когорта\tРазмер\tM1\tM2\n\tчел.\t%\t%\nянв 2025\t200\t63\t47\nфев 2025\t180\t58\t";
    let said = cohorts_said(&cohorts_of(RU, table, &Choices::default()));
    assert!(said.starts_with("clients at 0 1 2\nянв 2025: 200 126 94\nфев 2025: 180 104 .\n"), "{said}");
    assert!(!said.contains('?'), "{said}");
}

#[test]
fn what_stands_in_brackets_says_that_a_period_is_not_over() {
    for (head, period) in
        [("Q3 2025 (QTD)", "Q2 2025"), ("Mar 2025 (MTD)", "Feb 2025"), ("мар 2025 (неполный)", "фев 2025")]
    {
        let table = format!("Client\t{period}\t{head}\nAcme\t100\t20\nBeta\t50\t10");
        let said = accounts_said(&accounts_of(EN, "$", &table, &Choices::default()));
        assert!(said.contains("? Column(3, LeftOut)"), "{said}");
    }
}

#[test]
fn the_marks_of_a_reply_are_no_part_of_a_table() {
    let table = "> Client\tJan 2025\tFeb 2025\n> Acme\t10\t20\n>\n> Beta\t5\t6";
    let said = accounts_said(&accounts_of(EN, "$", table, &Choices::default()));
    assert_eq!(said, "Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 5 6");
    let thin = "<table><tr><th>Client</th><th>Jan 2025</th><th>Feb 2025</th></tr><tr><td>A</td><td>1&thinsp;200</td><td>5</td></tr></table>";
    assert!(accounts_said(&accounts_of(EN, "$", thin, &Choices::default())).contains("A: 1200 5"));
}

#[test]
fn a_unit_in_brackets_may_stand_on_either_side_of_a_period() {
    for (heads, scale) in [
        ("Revenue ($K) 2024,Revenue ($K) 2025", 1000),
        ("Revenue ($ thousands) 2024,Revenue ($ thousands) 2025", 1000),
        ("2024 Revenue ($K),2025 Revenue ($K)", 1000),
        ("Выручка (тыс. руб.) 2024,Выручка (тыс. руб.) 2025", 1000),
        ("Revenue (USD) 2024,Revenue (USD) 2025", 1),
        ("ARR [$] 2024,ARR [$] 2025", 1),
        ("2024 ARR ($),2025 ARR ($)", 1),
    ] {
        let table = format!("Client,{heads}\nAcme,12,13\nBeta,8,4");
        let currency = if heads.contains("руб") { "₽" } else { "$" };
        let said = accounts_said(&accounts_of(EN, currency, &table, &Choices::default()));
        let wanted = format!("2024 | 2025\nAcme: {} {}\n", 12 * scale, 13 * scale);
        assert!(said.starts_with(&wanted) && !said.contains("? "), "{heads}\n{said}");
    }
}

#[test]
fn columns_that_count_people_beside_the_money_are_left_out() {
    for heads in [
        "Jan 2025 MRR,Jan 2025 users,Feb 2025 MRR,Feb 2025 users",
        "Jan 2025,Jan 2025 users,Feb 2025,Feb 2025 users",
        "Jan 2025,Jan 2025 (шт.),Feb 2025,Feb 2025 (шт.)",
    ] {
        let table = format!("Client,{heads}\nAcme,100,10,110,11\nBeta,50,5,0,0");
        let said = accounts_said(&accounts_of(EN, "$", &table, &Choices::default()));
        assert!(said.starts_with("Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 50 0\n"), "{heads}\n{said}");
        assert_eq!(said.matches("- column").count(), 2, "{said}");
    }
}
