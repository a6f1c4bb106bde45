//! Cohorts that are counted twice: in clients, and in per cent of them.

use crate::said::{EN, RU, cohorts_say};

#[test]
fn shares_of_counts_are_left_out() {
    // 869 of 1,000 are 86.9%, and 743 are 74.3%; 800 of 900 are 88.9%.
    let counts = "clients at 0 1 2\nJan 2024: 1000 869 743\nFeb 2024: 900 800 .";
    cohorts_say(&[
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2024\t1000\t869\t743\n\t100%\t87%\t74%\nFeb 2024\t900\t800\t\n\t100%\t89%\t",
            &format!("{counts}\n- row 3: Shares\n- row 5: Shares\n= ages from Headings"),
        ),
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\t\nJan 2024\t100%\t87%\t74%\nFeb 2024\t100%\t89%\t",
            &format!("{counts}\n- row 4 Jan 2024: Shares\n- row 5 Feb 2024: Shares\n= ages from Headings"),
        ),
        (
            RU,
            "\tМесяц 0\tМесяц 1\tМесяц 2\nКлиенты\t1000\t869\t743\nУдержание\t100%\t86,9%\t74,3%",
            "clients at 0 1 2\nКлиенты: 1000 869 743\n= Fraction(',', OtherCells)\n- row 3 Удержание: Shares\n\
             = ages in Months from Headings",
        ),
        // 743 of 869 are 85.5%: shares of the month before.
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2024\t1000\t869\t743\n\t100%\t87%\t85.5%",
            "clients at 0 1 2\nJan 2024: 1000 869 743\n= Fraction('.', OtherCells)\n- row 3: Shares\n= ages from Headings",
        ),
        // In one cell, below or beside each other.
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2024\t\"1000\n100%\"\t\"869\n87%\"\t\"743\n74%\"\nFeb 2024\t\"900\n100%\"\t\"800\n89%\"\t",
            &format!("{counts}\n= ages from Headings"),
        ),
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2024\t1000 / 100%\t87% (869)\t743 74%\nFeb 2024\t900 | 100%\t800 (89%)\t",
            &format!("{counts}\n= ages from Headings"),
        ),
        // Shares of something else stay, and are named.
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2024\t1000\t869\t743\nFeb 2024\t100%\t50%\t40%",
            "= ages from Headings\n! MixedUnits x3 at 2:2 2:3 2:4",
        ),
    ]);
}
