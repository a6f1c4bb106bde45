//! Rows that sum up others, by what their numbers say and by what stands beside them.

use orbita::tables::choice::{Choice, Choices};

use crate::said::{EN, accounts_of, accounts_said, accounts_say, cohorts_say};

#[test]
fn what_stands_below_all_clients_and_comes_to_their_sum_is_no_client_in_any_language() {
    let clients = "Jan 2025 | Feb 2025\nA: 10 20\nB: 5 7\nC: 1 0\n";
    let table = "Kunde\tJan 2025\tFeb 2025\nA\t10\t20\nB\t5\t7\nC\t1\t0\n";
    let with = |rows: &str, told: &str| (format!("{table}{rows}"), format!("{clients}{told}"));
    for (table, wanted) in [
        with(
            "Insgesamt\t16\t27\nAnzahl Kunden\t3\t2\nDurchschnitt\t5,33\t13,5",
            "= Fraction(',', OtherCells)\n- row 5 Insgesamt: Total\n- row 6 Anzahl Kunden: Measure\n- row 7 Durchschnitt: Average\n? Row(5, false)\n? Row(6, false)\n? Row(7, false)",
        ),
        with("Durchschnitt\t5,33\t9", "= Fraction(',', OtherCells)\n- row 5 Durchschnitt: Average\n? Row(5, false)"),
        with(
            "Logo count\t3\t2\nEnding MRR\t16\t27",
            "- row 5 Logo count: Measure\n- row 6 Ending MRR: Measure\n? Row(5, false)\n? Row(6, false)",
        ),
    ] {
        accounts_say(&[(EN, &table, &wanted)]);
        let kept = accounts_of(EN, "$", &table, &Choices::default().with(Choice::Row(5, true)));
        assert!(accounts_said(&kept).contains("C: 1 0\n"), "{table}");
    }
    // Clients who all pay alike, or one who pays what others pay on average.
    for rows in ["D\t5\t9", "D\t3\t2"] {
        let said = accounts_said(&accounts_of(EN, "$", &format!("{table}{rows}"), &Choices::default()));
        assert!(said.contains(&rows.replacen('\t', ": ", 1).replace('\t', " ")) && !said.contains('?'), "{said}");
    }
    let alike = "Client\tJan\tFeb\nA\t49\t49\nB\t49\t49\nC\t49\t49\nD\t49\t49";
    accounts_say(&[(EN, alike, "Jan | Feb\nA: 49 49\nB: 49 49\nC: 49 49\nD: 49 49")]);
}

#[test]
fn sums_of_groups_are_called_so_beside_the_names() {
    accounts_say(&[
        (
            EN,
            "Region\tCustomer\tJan\tFeb\nNorth\tAcme\t10\t20\n\tBeta\t5\t7\nNorth Total\t\t15\t27\nSouth\tGamma\t1\t2\nSouth Total\t\t1\t2\nGrand Total\t\t16\t29",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\nGamma: 1 2\n- column 1 Region: Words\n- row 4 North Total: Total\n- row 6 South Total: Total\n- row 7 Grand Total: Total",
        ),
        (
            EN,
            "Manager\tCustomer\tJan\tFeb\nAnn\tAcme\t10\t20\nBob\tBeta\t5\t7\nAnn\tGamma\t1\t2\nAnn total\t\t11\t22\nBob total\t\t5\t7",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\nGamma: 1 2\n- column 1 Manager: Words\n- row 5 Ann total: Total\n- row 6 Bob total: Total",
        ),
    ]);
}

#[test]
fn a_client_with_projects_and_their_sum_is_counted_once() {
    accounts_say(&[(
        EN,
        ",Jan 2025,Feb 2025\nAlpha,12,13\nBeta,3,\nBeta - Project,1,1\nTotal Beta,4,1\nGamma,5,5\nTOTAL,21,19",
        "Jan 2025 | Feb 2025\nAlpha: 12 13\nBeta: 3 0\nBeta - Project: 1 1\nGamma: 5 5\n- row 5 Total Beta: Total\n- row 7 TOTAL: Total\n= NoRevenue(1)",
    )]);
}

#[test]
fn movements_of_the_whole_business_are_no_clients() {
    let table = "Month,New MRR,Expansion MRR,Churned MRR,Ending MRR\nJan 2025,10,2,-1,100\nFeb 2025,11,2,-1,112";
    let said = accounts_said(&accounts_of(EN, "$", table, &Choices::default()));
    assert!(said.contains("! OtherKind(Movements)"), "{said}");
}

#[test]
fn shares_without_a_size_beside_cohorts_with_one_are_their_average() {
    let table = |average: &str| {
        format!("Kohorte;Users;Monat 0;Monat 1\nJan 2025;100;100 %;80 %\nFeb 2025;50;100 %;70 %\n{average};;100 %;77 %")
    };
    let said = |average: &str| {
        format!(
            "clients at 0 1\nJan 2025: 100 80\nFeb 2025: 50 35\n= column 2 Users: Sizes\n- row 4 {average}: Average\n= ages in Months from Headings\n= CountsFromShares"
        )
    };
    for average in ["Durchschnitt", "Moyenne", "Media"] {
        cohorts_say(&[(EN, &table(average), &said(average))]);
    }
}

#[test]
fn cohorts_are_cohorts_where_their_column_says_so_and_marks_of_notes_stand_before_numbers() {
    cohorts_say(&[
        (
            EN,
            "Cohort,Customers,1st order,2nd order\nJan 2025,1000,400,220\nFeb 2025,900,350,180",
            "clients at 0 1 2\nJan 2025: 1000 400 220\nFeb 2025: 900 350 180\n= column 2 Customers: Sizes",
        ),
        (
            EN,
            "Cohort,Users,Day 0,Day 7\nJan 1,500,100%,22%\nJan 2,400,100%,*20%",
            "clients at 0 7\nJan 1: 500 110\nJan 2: 400 80\n= column 2 Users: Sizes\n= ages in Days from Headings\n= CountsFromShares",
        ),
        (
            EN,
            "Cohort,Users,< 1 Day,1 Day,2 Days\nJan 6,1000,100%,45%,32%\nJan 7,1100,100%,44%,",
            "clients at 0 1 2\nJan 6: 1000 450 320\nJan 7: 1100 484 .\n= column 2 Users: Sizes\n= ages in Days from Headings\n= CountsFromShares",
        ),
    ]);
}

#[test]
fn a_total_that_is_rounded_or_adds_up_more_than_is_listed_is_asked_about() {
    let table = |row: &str| format!("Client\t2023\t2024\nAlfa\t10.3\t12.4\nBeta\t20.3\t22.4\nGamma\t5.3\t6.4\n{row}");
    let clients = "2023 | 2024\nAlfa: 10.3 12.4\nBeta: 20.3 22.4\nGamma: 5.3 6.4\n= Fraction('.', OtherCells)\n";
    for name in [
        "Total sales",
        "Total general",
        "Сумма продаж",
        "Gesamtergebnis",
        "Общая выручка",
        "Итого по всем клиентам",
        "Total of all",
        "Yhteensä",
    ] {
        let wanted = format!("{clients}- row 5 {name}: Total\n? Row(5, false)");
        accounts_say(&[(EN, &table(&format!("{name}\t36\t41")), &wanted)]);
    }
    // The total of all clients below the largest of them, by its name and without it.
    let named = format!("{clients}- row 5 Total of all: Total\n? Row(5, false)");
    accounts_say(&[(EN, &table("Total of all\t90\t97"), &named)]);
    let said = accounts_said(&accounts_of(EN, "$", &table("Delta\t90\t97"), &Choices::default()));
    assert!(said.contains("Delta: 90 97\n") && said.ends_with("? Row(5, true)"), "{said}");
    // The largest client stands first, and is below the others now and then.
    for rows in ["Delta\t30\t97", "Delta\t97\t30"] {
        let said = accounts_said(&accounts_of(EN, "$", &table(rows), &Choices::default()));
        assert!(said.contains("Delta") && !said.contains('?'), "{said}");
    }
    let first = "Client\t2023\t2024\nDelta\t90\t97\nAlfa\t10\t12\nBeta\t20\t22\nGamma\t5\t6";
    accounts_say(&[(EN, first, "2023 | 2024\nDelta: 90 97\nAlfa: 10 12\nBeta: 20 22\nGamma: 5 6")]);
}
