//! Tables that programs print and export: rows counted, lines lined up, measures and segments in columns of their own.

use orbita::tables::choice::{Choice, Choices};

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say, cohorts_say};

#[test]
fn measures_below_each_other_are_not_added_up() {
    let said = "Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 50 60\n- column 2 Metric: Words\n";
    let table = "Client,Metric,Jan 2025,Feb 2025\nAcme,MRR,100,110\nAcme,Seats,10,11\nBeta,MRR,50,60\nBeta,Seats,5,6";
    accounts_say(&[
        (EN, table, &format!("{said}- row 3 Acme: Measure\n- row 5 Beta: Measure")),
        (
            RU,
            "Клиент;Показатель;янв 2025;фев 2025\nАльфа;Выручка, руб.;100;110\n;Кол-во;10;11\nБета;Выручка, руб.;50;60\n;Кол-во;5;6",
            "янв 2025 | фев 2025\nАльфа: 100 110\nБета: 50 60\n- column 2 Показатель: Words\n- row 3: Measure\n- row 5: Measure",
        ),
        (
            EN,
            "Client,Metric,Jan 2025,Feb 2025\nAcme,Plan,120,120\nAcme,Actual,100,110\nBeta,Plan,60,60\nBeta,Actual,50,60",
            &format!("{said}- row 2 Acme: Unknown\n- row 4 Beta: Unknown"),
        ),
        // Products are parts of what a client pays.
        (
            EN,
            "Client,Product,Jan 2025,Feb 2025\nAcme,Core,100,110\nAcme,Add-on,10,11\nBeta,Core,50,60",
            "Jan 2025 | Feb 2025\nAcme: 110 121\nBeta: 50 60\n- column 2 Product: Words\n= AddedUp(\"Acme\", [2, 3])\n? AddUp(true)",
        ),
    ]);
    let taken = Choices::default().with(Choice::Row(3, true));
    assert!(accounts_said(&accounts_of(EN, "$", table, &taken)).contains("Acme: 110 121"));
}

#[test]
fn a_statement_of_a_bank_is_no_table_turned() {
    accounts_say(&[
        (
            EN,
            "Date,Description,Debit,Credit,Balance\n2025-01-15,ACH 1,,1000,1000\n2025-01-20,RENT,500,,500\n2025-02-15,ACH 2,,1000,1500",
            "- column 1 Date: Unknown\n- column 5 Balance: Unknown\n! OtherKind(Events) x1 at 1:1",
        ),
        // Where words come again they may be names.
        (
            EN,
            "Date,Description,Debit,Credit,Balance\n2025-01-15,ACME,,1000,1000\n2025-01-20,RENT,500,,500\n2025-02-15,ACME,,1000,1500",
            "2025-01 | 2025-02\nACME: 1000 1000\n= column 2 Description: Names\n= column 1 Date: Periods\n= column 4 Credit: Values\n- column 3 Debit: Unknown\n- column 5 Balance: Unknown\n= Pivoted { rows: 3, added: 0 }\n- row 3 RENT: Empty\n? Pivot(true)",
        ),
    ]);
}

#[test]
fn a_letter_apart_from_its_period_marks_a_plan() {
    accounts_say(&[(
        EN,
        "Client,Jan-25 A,Feb-25 A,Mar-25 F\nAcme,100,110,140\nBeta,50,60,70",
        "Jan-25 A | Feb-25 A\nAcme: 100 110\nBeta: 50 60\n- column 4 Mar-25 F: Chosen\n? Column(4, LeftOut)",
    )]);
}

#[test]
fn columns_beside_the_names_of_cohorts_name_none() {
    cohorts_say(&[
        (
            EN,
            "Segment,Cohort,M0,M1\nSMB,Jan 2025,100,80\nSMB,Feb 2025,120,90\nENT,Jan 2025,10,10\nENT,Feb 2025,12,11",
            "clients at 0 1\nJan 2025: 100 80\nFeb 2025: 120 90\nJan 2025: 10 10\nFeb 2025: 12 11\n- column 1 Segment: Words\n= ages in Months from Headings",
        ),
        (
            EN,
            ",cohort,0,1\n0,2025-01,100,80\n1,2025-02,120,90",
            "clients at 0 1\n2025-01: 100 80\n2025-02: 120 90\n- column 1: Unknown\n= ages from Headings",
        ),
    ]);
}

#[test]
fn what_a_program_lined_up_is_read_with_the_line_that_names_its_rows() {
    let said = "2025-01 | 2025-02\nAcme: 100 110\nBeta: 50 0\n= Fraction('.', OtherCells)\n";
    accounts_say(&[
        (
            EN,
            "          2025-01  2025-02\ncustomer                  \nAcme        100.0    110.0\nBeta         50.0      NaN",
            &format!("{said}- row 2 customer: Empty\n= NoRevenue(1)"),
        ),
        (
            EN,
            "   customer  2025-01  2025-02\n0      Acme    100.0    110.0\n1      Beta     50.0      NaN",
            "2025-01 | 2025-02\nAcme: 100 110\nBeta: 50 0\n- column 1: Unknown\n= Fraction('.', OtherCells)\n= NoRevenue(1)",
        ),
    ]);
    cohorts_say(&[(
        EN,
        "age               0     1     2\ncohort                         \n2025-01       100.0  80.0  70.0\n2025-02       120.0  90.0   NaN\n2025-03        90.0   NaN   NaN",
        "clients at 0 1 2\n2025-01: 100 80 70\n2025-02: 120 90 .\n2025-03: 90 . .\n= Fraction('.', OtherCells)\n- row 2 cohort: Empty\n= ages from Headings",
    )]);
}
