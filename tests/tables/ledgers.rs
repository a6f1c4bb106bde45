//! Tables as people keep them by hand or print them: payments under the name of each client, refunds, discounts, days without a
//! year, cents behind a dash.

use crate::said::{EN, RU, accounts_say};

#[test]
fn payments_stand_below_the_name_of_their_client() {
    accounts_say(&[
        (
            EN,
            "Date,Description,Amount\nAcme Ltd,,\n2025-01-05,Invoice 12,100\n2025-02-05,Invoice 13,100\nBeta GmbH,,\n\
             2025-01-09,Invoice 14,50\n2025-02-09,Invoice 15,50",
            "2025-01 | 2025-02\nAcme Ltd: 100 100\nBeta GmbH: 50 50\n= NamesFromAbove(4)\n= column 4 Client: Names\n\
             = column 1 Date: Periods\n= column 3 Amount: Values\n- column 2 Description: Unknown\n\
             = Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        (
            RU,
            "Дата;Документ;Сумма\nООО Альфа;;\n05.01.2025;Акт 12;1000\n05.02.2025;Акт 13;1000\nИтого ООО Альфа;;2000\n\
             ООО Бета;;\n09.01.2025;Акт 14;500\n09.02.2025;Акт 15;500\nИтого ООО Бета;;1000",
            "2025-01 | 2025-02\nООО Альфа: 1000 1000\nООО Бета: 500 500\n- row 5 Итого ООО Альфа: Total\n\
             - row 9 Итого ООО Бета: Total\n= NamesFromAbove(4)\n= column 4 Клиент: Names\n= column 1 Дата: Periods\n\
             = column 3 Сумма: Values\n- column 2 Документ: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        // The names in a column of their own, as accounting programs print sales by customer.
        (
            EN,
            ",Date,Transaction Type,Num,Amount\nAcme Ltd,,,,\n,01/15/2025,Invoice,1001,100.00\n\
             ,02/15/2025,Invoice,1005,100.00\nTotal for Acme Ltd,,,,200.00\nBeta GmbH,,,,\n\
             ,01/20/2025,Invoice,1002,50.00\n,02/20/2025,Invoice,1006,50.00\nTotal for Beta GmbH,,,,100.00\nTOTAL,,,,300.00",
            "2025-01 | 2025-02\nAcme Ltd: 100 100\nBeta GmbH: 50 50\n- row 5 Total for Acme Ltd: Total\n\
             - row 9 Total for Beta GmbH: Total\n- row 10 TOTAL: Total\n= NamesFromAbove(4)\n= MonthFirst\n\
             = column 6 Client: Names\n= column 2 Date: Periods\n= column 5 Amount: Values\n\
             - column 3 Transaction Type: Unknown\n- column 4 Num: Unknown\n= Fraction('.', OtherCells)\n\
             = Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
    ]);
}

#[test]
fn a_period_below_zero_is_taken_off_those_before_after_asking() {
    accounts_say(&[
        // 1000 of February less the 300 that March gave back.
        (
            RU,
            "Клиент;янв 2025;фев 2025;мар 2025\nАльфа;1000;1000;-300\nБета;500;500;500",
            "янв 2025 | фев 2025 | мар 2025\nАльфа: 1000 700 0\nБета: 500 500 500\n= TakenOffBefore(1)\n? TakenOffBefore(true)",
        ),
        (
            EN,
            "Client,Jan 2025,Feb 2025,Mar 2025\nAcme,1000,(300),1000\nBeta,500,500,-100\nTotal,1500,200,900",
            "Jan 2025 | Feb 2025 | Mar 2025\nAcme: 700 0 1000\nBeta: 500 400 0\n- row 4 Total: Total\n= TakenOffBefore(2)\n\
             ? TakenOffBefore(true)",
        ),
        // Nothing was paid before.
        (EN, "Client,Jan 2025,Feb 2025\nAcme,-300,1000\nBeta,500,500", "! Negative x1 at 2:2"),
    ]);
}

#[test]
fn a_discount_is_asked_about_unless_a_heading_says_it_all() {
    let list = |amount: &str| {
        format!(
            "Date,Customer,{amount},Discount\n2025-01-05,Acme,100,10\n2025-02-05,Acme,100,0\n2025-01-09,Beta,50,5\n2025-02-09,Beta,50,5"
        )
    };
    let said = |accounts: &str, amount: &str, last: &str| {
        format!(
            "2025-01 | 2025-02\n{accounts}\n= column 2 Customer: Names\n= column 1 Date: Periods\n\
             = column 3 {amount}: Values\n{last}"
        )
    };
    let pivoted = "= Pivoted { rows: 4, added: 0 }\n? Pivot(true)";
    let (whole, less) = ("Acme: 100 100\nBeta: 50 50", "Acme: 90 100\nBeta: 45 45");
    let left = "- column 4 Discount: Unknown";
    accounts_say(&[
        (EN, &list("Amount"), &said(whole, "Amount", &format!("{left}\n{pivoted}\n? Column(4, LeftOut)"))),
        (EN, &list("Paid"), &said(whole, "Paid", &format!("{left}\n{pivoted}"))),
        (
            EN,
            &list("Subtotal"),
            &said(less, "Subtotal", &format!("= column 4 Discount: Discounts\n{pivoted}\n? Column(4, Discounts)")),
        ),
    ]);
}

#[test]
fn days_without_a_year_are_said_to_have_none() {
    let list = |days: [&str; 4]| {
        let [one, two, three, four] = days;
        format!("Date,Client,Amount\n{one},Acme,100\n{two},Beta,50\n{three},Acme,100\n{four},Beta,50")
    };
    for days in [
        ["Jan 5", "Jan 9", "Feb 5", "Feb 9"],
        ["05.01", "09.01", "05.02", "09.02"],
        // No two are of one year, if they are years.
        ["Jan 15", "Jan 20", "Feb 15", "Feb 28"],
        ["5 янв", "9 янв", "5 фев", "9 фев"],
    ] {
        accounts_say(&[(RU, &list(days), "! NoYear x1 at 2:1")]);
    }
    accounts_say(&[(
        EN,
        &list(["Jan 25", "Jan 25", "Feb 25", "Feb 25"]),
        "Jan 25 | Feb 25\nAcme: 100 100\nBeta: 50 50\n= column 2 Client: Names\n= column 1 Date: Periods\n\
         = column 3 Amount: Values\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
    )]);
}

#[test]
fn cents_stand_behind_a_dash() {
    accounts_say(&[(
        RU,
        "Клиент\tянв 2025\tфев 2025\nАльфа\t1 200-50\t1 100\nБета\t500-00\t500",
        "янв 2025 | фев 2025\nАльфа: 1200.5 1100\nБета: 500 500\n= DashedCents(2)\n= Fraction(',', OtherCells)",
    )]);
}
