//! Lists of payments as billing and accounting programs export them: what was paid back, how amounts, times and names are written.

use crate::said::{EN, RU, accounts_say};

#[test]
fn refunds_beside_amounts_are_subtracted() {
    accounts_say(&[
        // Beta paid 50 in January and got 20 back; Acme got all of February's 100 back.
        (
            EN,
            "id,Created (UTC),Amount,Amount Refunded,Currency,Customer Email,Status\n\
             ch_1,2025-01-05 10:00,100.00,0.00,usd,a@x.com,Paid\n\
             ch_2,2025-01-09 10:00,50.00,20.00,usd,b@x.com,Partially refunded\n\
             ch_3,2025-02-05 10:00,100.00,100.00,usd,a@x.com,Refunded\n\
             ch_4,2025-02-09 10:00,50.00,0.00,usd,b@x.com,Paid",
            "2025-01 | 2025-02\na@x.com: 100 0\nb@x.com: 30 50\n= column 6 Customer Email: Names\n\
             = column 2 Created (UTC): Periods\n= column 3 Amount: Values\n= column 5 Currency: Currency\n\
             = column 4 Amount Refunded: Refunds\n- column 1 id: Unknown\n- column 7 Status: Unknown\n\
             = Fraction('.', OtherCells)\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        // 500.1 less 200.05 is 300.05.
        (
            RU,
            "Дата;Клиент;Сумма;Сумма возврата\n05.01.2025;Альфа;1000;0\n09.01.2025;Бета;500,1;200,05\n\
             05.02.2025;Альфа;1000;\n09.02.2025;Бета;500;",
            "2025-01 | 2025-02\nАльфа: 1000 1000\nБета: 300.05 500\n= column 2 Клиент: Names\n= column 1 Дата: Periods\n\
             = column 3 Сумма: Values\n= column 4 Сумма возврата: Refunds\n= Fraction(',', OtherCells)\n\
             = Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        // From what is net already nothing is subtracted again.
        (
            EN,
            "Date,Customer,Net amount,Refunds\n2025-01-05,Acme,80,20\n2025-02-05,Acme,100,0\n2025-01-09,Beta,50,0\n\
             2025-02-09,Beta,50,0",
            "2025-01 | 2025-02\nAcme: 80 100\nBeta: 50 50\n= column 2 Customer: Names\n= column 1 Date: Periods\n\
             = column 3 Net amount: Values\n- column 4 Refunds: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
    ]);
}

#[test]
fn credit_notes_reduce_what_was_paid() {
    accounts_say(&[
        // 100 less 30 in January.
        (
            EN,
            "Date,Customer,Amount\n2025-01-05,Acme,100\n2025-01-20,Acme,-30\n2025-02-05,Acme,100\n2025-01-09,Beta,50\n\
             2025-02-09,Beta,50",
            "2025-01 | 2025-02\nAcme: 70 100\nBeta: 50 50\n= column 2 Customer: Names\n= column 1 Date: Periods\n\
             = column 3 Amount: Values\n= Pivoted { rows: 5, added: 1 }\n? Pivot(true)",
        ),
        // March pays 40 and gives 150 back: 110 more than it has, 100 of February and 10 of January.
        (
            EN,
            "Date,Customer,Amount\n2025-01-05,Acme,100\n2025-02-05,Acme,100\n2025-03-01,Acme,40\n2025-03-09,Acme,(150)\n\
             2025-01-09,Beta,50\n2025-02-09,Beta,50\n2025-03-09,Beta,50",
            "2025-01 | 2025-02 | 2025-03\nAcme: 90 0 0\nBeta: 50 50 50\n= column 2 Customer: Names\n\
             = column 1 Date: Periods\n= column 3 Amount: Values\n= Pivoted { rows: 7, added: 1 }\n= TakenOffBefore(1)\n\
             ? Pivot(true)",
        ),
        // What was paid before the list began cannot be taken off anything in it.
        (
            EN,
            "Date,Customer,Amount\n2025-01-05,Acme,-100\n2025-02-05,Acme,100\n2025-01-09,Beta,50\n2025-02-09,Beta,50",
            "= column 2 Customer: Names\n= column 1 Date: Periods\n= column 3 Amount: Values\n\
             = Pivoted { rows: 4, added: 0 }\n? Pivot(true)\n! Negative x1 at 2:3",
        ),
        // The type of a line says that its amount goes back, whatever its sign.
        (
            EN,
            "Date,Type,Customer,Amount\n2025-01-05,Invoice,Acme,100\n2025-01-20,Credit note,Acme,30\n\
             2025-02-05,Invoice,Acme,100\n2025-01-09,Charge,Beta,50\n2025-02-09,Charge,Beta,50\n2025-02-10,Refund,Beta,-5",
            "2025-01 | 2025-02\nAcme: 70 100\nBeta: 50 45\n= column 3 Customer: Names\n= column 1 Date: Periods\n\
             = column 4 Amount: Values\n- column 2 Type: Unknown\n= Pivoted { rows: 6, added: 2 }\n= Credits(2)\n? Pivot(true)",
        ),
        (
            RU,
            "Дата;Вид документа;Контрагент;Сумма\n05.01.2025;Реализация;Альфа;1000\n20.01.2025;Возврат от покупателя;Альфа;300\n\
             05.02.2025;Реализация;Альфа;1000\n09.01.2025;Реализация;Бета;500\n09.02.2025;Реализация;Бета;500",
            "2025-01 | 2025-02\nАльфа: 700 1000\nБета: 500 500\n= column 3 Контрагент: Names\n= column 1 Дата: Periods\n\
             = column 4 Сумма: Values\n- column 2 Вид документа: Unknown\n= Pivoted { rows: 5, added: 1 }\n= Credits(1)\n\
             ? Pivot(true)",
        ),
        // A credit note of a client in a row of its own: 100 less 30.
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t100\t100\nAcme\t(30)\t\nBeta\t50\t50",
            "Jan 2025 | Feb 2025\nAcme: 70 100\nBeta: 50 50\n= AddedUp(\"Acme\", [2, 3])\n? AddUp(true)",
        ),
    ]);
}
