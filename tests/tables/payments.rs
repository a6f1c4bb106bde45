//! Lists of payments as billing and accounting programs export them: what was paid back, how amounts, times and names are written.

use orbita::tables::choice::{Choice, Choices};

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say};

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
        // A share of refunds is no amount of them.
        (
            EN,
            "Date,Customer,Amount,Refunds\n2025-01-05,Acme,100,5%\n2025-02-05,Acme,100,0%\n2025-01-09,Beta,50,0%\n2025-02-09,Beta,50,0%",
            "2025-01 | 2025-02\nAcme: 100 100\nBeta: 50 50\n= column 2 Customer: Names\n= column 1 Date: Periods\n\
             = column 3 Amount: Values\n- column 4 Refunds: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
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

#[test]
fn cents_are_a_hundredth_of_an_amount() {
    let list = "= column 3 customer: Names\n= column 2 created: Periods\n= column 4 amount_cents: Values\n- column 1 id: Unknown\n\
                = Scale(-2, \"amount_cents\")\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)";
    accounts_say(&[
        // 10,000 cents are 100, and 5,050 are 50.5.
        (
            EN,
            "id,created,customer,amount_cents\n1,2025-01-05,Acme,10000\n2,2025-01-09,Beta,5000\n3,2025-02-05,Acme,10000\n\
             4,2025-02-09,Beta,5050",
            &format!("2025-01 | 2025-02\nAcme: 100 100\nBeta: 50 50.5\n{list}"),
        ),
        (
            RU,
            "Клиент;янв 2025, копейки;фев 2025, копейки\nАльфа;100000;120000\nБета;50000;70050",
            "янв 2025 | фев 2025\nАльфа: 1000 1200\nБета: 500 700.5\n= Scale(-2, \"янв 2025, копейки\")",
        ),
        (
            EN,
            "MRR by customer, in cents\nCustomer\tJan 2025\tFeb 2025\nAcme\t10000\t12000\nBeta\t5000\t5050",
            "Jan 2025 | Feb 2025\nAcme: 100 120\nBeta: 50 50.5\n- row 1 MRR by customer, in cents: Title\n\
             = Scale(-2, \"MRR by customer, in cents\")",
        ),
        // Amounts that only have kopecks are whole roubles.
        (
            RU,
            "Выручка, руб. коп.\nКлиент;янв 2025;фев 2025\nАльфа;1000,50;1200\nБета;500;700,25",
            "янв 2025 | фев 2025\nАльфа: 1000.5 1200\nБета: 500 700.25\n- row 1 Выручка, руб. коп.: Title\n\
             = Fraction(',', OtherCells)\n= Currency(\"RUB\")\n? OtherCurrency(true)",
        ),
    ]);
}

#[test]
fn times_of_programs_are_days() {
    let rest =
        "Names\n= column 2 created: Periods\n= column 3 amount: Values\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)";
    let of = |head: &str| {
        format!(
            "2025-01 | 2025-02\nAcme: 100 100\nBeta: 50 60\n= UnixTimes(Strip {{ axis: Column, at: 2, name: \"created\" }})\n\
             = column 1 {head}: {rest}"
        )
    };
    accounts_say(&[
        // 1736035200 is 5 January 2025, 0:00 UTC: 20,093 days of 86,400 seconds behind 1 January 1970.
        (
            EN,
            "customer,created,amount\nAcme,1736035200,100\nBeta,1736380800,50\nAcme,1738713600,100\nBeta,1739059200,60",
            &of("customer"),
        ),
        (
            EN,
            "customer,created,amount\nAcme,1736035200000,100\nBeta,1736380800000,50\nAcme,1738713600000,100\n\
             Beta,1739059200000,60",
            &of("customer"),
        ),
        // Numbers as long that are revenue stay revenue.
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t1736035200\t1736380800\nBeta\t1738713600\t1739059200",
            "Jan 2025 | Feb 2025\nAcme: 1736035200 1736380800\nBeta: 1738713600 1739059200",
        ),
    ]);
}

#[test]
fn first_and_last_names_are_one_client() {
    let of = |parts: &[(u32, &str)]| {
        let strip = |(at, name): &(u32, &str)| format!("Strip {{ axis: Column, at: {at}, name: \"{name}\" }}");
        format!("= FullNames([{}])", parts.iter().map(strip).collect::<Vec<_>>().join(", "))
    };
    accounts_say(&[
        (
            EN,
            "First name,Last name,Date,Amount\nAnn,Lee,2025-01-05,100\nAnn,Ray,2025-01-09,50\nAnn,Lee,2025-02-05,100\n\
             Ann,Ray,2025-02-09,60",
            &format!(
                "2025-01 | 2025-02\nAnn Lee: 100 100\nAnn Ray: 50 60\n{}\n= column 1 First name, Last name: Names\n\
                 = column 3 Date: Periods\n= column 4 Amount: Values\n= Pivoted {{ rows: 4, added: 0 }}\n? Pivot(true)",
                of(&[(1, "First name"), (2, "Last name")])
            ),
        ),
        (
            RU,
            "Фамилия;Имя;Отчество;янв 2025;фев 2025\nЛи;Анна;Ивановна;100;100\nРей;Анна;Петровна;50;60",
            &format!(
                "янв 2025 | фев 2025\nЛи Анна Ивановна: 100 100\nРей Анна Петровна: 50 60\n{}",
                of(&[(1, "Фамилия"), (2, "Имя"), (3, "Отчество")])
            ),
        ),
        // People of a company are not the client.
        (
            EN,
            "First name\tLast name\tCompany\tJan 2025\tFeb 2025\nAnn\tLee\tAcme\t100\t100\nAnn\tRay\tBeta\t50\t60",
            "Jan 2025 | Feb 2025\nAcme: 100 100\nBeta: 50 60\n- column 1 First name: Words\n- column 2 Last name: Words",
        ),
    ]);
}

#[test]
fn of_several_columns_of_amounts_the_one_that_was_paid_counts() {
    accounts_say(&[
        // What was brought to one currency can be added up: 110 and 111 dollars.
        (
            EN,
            "Created,Customer Email,Amount,Currency,Converted Amount,Converted Currency\n2025-01-05,a@x.com,100,eur,110,usd\n\
             2025-02-05,a@x.com,100,eur,111,usd\n2025-01-09,b@x.com,50,usd,50,usd\n2025-02-09,b@x.com,50,usd,50,usd",
            "2025-01 | 2025-02\na@x.com: 110 111\nb@x.com: 50 50\n= column 2 Customer Email: Names\n= column 1 Created: Periods\n\
             = column 5 Converted Amount: Values\n= column 6 Converted Currency: Currency\n- column 3 Amount: Unknown\n\
             - column 4 Currency: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        (
            EN,
            "Date,Counterparty,In,Out\n2025-01-05,Acme,100,\n2025-01-07,Office rent,,40\n2025-02-05,Acme,100,\n2025-01-09,Beta,50,\n\
             2025-02-09,Beta,50,",
            "2025-01 | 2025-02\nAcme: 100 100\nBeta: 50 50\n= column 2 Counterparty: Names\n= column 1 Date: Periods\n\
             = column 3 In: Values\n- column 4 Out: Unknown\n= Pivoted { rows: 5, added: 0 }\n- row 3 Office rent: Empty\n? Pivot(true)",
        ),
        (
            EN,
            "Customer Name,Amount Due,Amount Paid,Date\nAcme,100,100,2025-01-05\nBeta,50,20,2025-01-09\nAcme,100,100,2025-02-05\n\
             Beta,50,50,2025-02-09",
            "2025-01 | 2025-02\nAcme: 100 100\nBeta: 20 50\n= column 1 Customer Name: Names\n= column 4 Date: Periods\n\
             = column 3 Amount Paid: Values\n- column 2 Amount Due: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
    ]);
}

#[test]
fn a_comma_in_an_amount_with_its_sign_parts_no_cells() {
    let list = |amount: &str| {
        format!(
            "Date,Customer,Amount\n2025-01-05,Acme,{amount}\n2025-02-05,Acme,$41.2\n2025-01-09,Beta,$50.5\n2025-02-09,Beta,$7"
        )
    };
    accounts_say(&[
        (
            EN,
            &list("\"$1,050.5\""),
            "2025-01 | 2025-02\nAcme: 1050.5 41.2\nBeta: 50.5 7\n= column 2 Customer: Names\n= column 1 Date: Periods\n\
             = column 3 Amount: Values\n= Fraction('.', OtherCells)\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        // Without quotation marks it would be one dollar.
        (EN, &list("$1,050.5"), "! TooManyCellsInRow x1 at 2:4"),
    ]);
}

#[test]
fn days_of_payments_are_found_in_many_dresses() {
    let list = |days: [&str; 4]| {
        let [a, b, c, d] = days;
        format!("Customer;Date;Amount\nAcme;{a};100\nBeta;{b};50\nAcme;{c};100\nBeta;{d};60")
    };
    let wanted = "2025-01 | 2025-02\nAcme: 100 100\nBeta: 50 60\n= column 1 Customer: Names\n= column 2 Date: Periods\n\
                  = column 3 Amount: Values\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)";
    // A spreadsheet counts 45,662 days to 5 January 2025, and the hours as a part of one.
    for days in [
        ["45662.4167", "45666.5", "45693.25", "45697.75"],
        ["Sun, 05 Jan 2025", "Thu, 09 Jan 2025", "Wed, 05 Feb 2025", "Sun, 09 Feb 2025"],
    ] {
        accounts_say(&[(EN, &list(days), wanted)]);
    }
    // What cannot be read as a day makes no period of an amount.
    let unread = list(["5th", "9th", "5th", "9th"]);
    accounts_say(&[
        (EN, &unread, "- column 2 Date: Unknown\n! OtherKind(Events) x1 at 1:1"),
        (
            EN,
            &unread.replace("Amount", "Quantity;Amount").replace("th;", "th;2;"),
            "- column 2 Date: Unknown\n- column 3 Quantity: Unknown\n! OtherKind(Events) x1 at 1:1",
        ),
    ]);
}

#[test]
fn lines_of_ledgers_are_refunds_payouts_and_sales() {
    accounts_say(&[
        // Beta paid 50 and got 20 back; what went to the bank is nobody's revenue.
        (
            EN,
            "Type,Amount,Created,Customer\ncharge,100,2025-01-05,Acme\ncharge,50,2025-01-09,Beta\nrefund,-20,2025-01-20,Beta\n\
             charge,100,2025-02-05,Acme\ncharge,50,2025-02-09,Beta\npayout,-200,2025-02-10,Bank",
            "2025-01 | 2025-02\nAcme: 100 100\nBeta: 30 50\n- row 7 Bank: Void\n= column 4 Customer: Names\n\
             = column 3 Created: Periods\n= column 2 Amount: Values\n- column 1 Type: Unknown\n\
             = Pivoted { rows: 6, added: 1 }\n= Credits(1)\n? Pivot(true)\n? WithoutVoid(true)",
        ),
        // A negative line whose state says so is a refund itself.
        (
            EN,
            "Date,Customer,Amount,Status\n2025-01-05,Acme,100,paid\n2025-01-20,Acme,-30,refunded\n2025-02-05,Acme,100,paid\n\
             2025-01-09,Beta,50,paid\n2025-02-09,Beta,50,paid",
            "2025-01 | 2025-02\nAcme: 70 100\nBeta: 50 50\n= column 2 Customer: Names\n= column 1 Date: Periods\n\
             = column 3 Amount: Values\n- column 4 Status: Unknown\n= Pivoted { rows: 5, added: 1 }\n? Pivot(true)",
        ),
        // So is one of a state that is no payment; only what is owed still is left out.
        (
            EN,
            "Date,Customer,Invoice no.,Amount,Status\n2025-01-05,Acme,INV-1,100,paid\n2025-01-20,Acme,CN-1,($30.00),credit\n\
             2025-02-05,Acme,INV-2,100,paid\n2025-01-09,Beta,INV-3,50,paid\n2025-02-09,Beta,INV-4,50,paid\n\
             2025-02-19,Beta,INV-5,70,open",
            "2025-01 | 2025-02\nAcme: 70 100\nBeta: 50 50\n- row 7 Beta: Void\n= column 2 Customer: Names\n\
             = column 1 Date: Periods\n= column 4 Amount: Values\n- column 3 Invoice no.: Unknown\n\
             - column 5 Status: Unknown\n= Fraction('.', OtherCells)\n= Pivoted { rows: 6, added: 1 }\n? Pivot(true)\n\
             ? WithoutVoid(true)",
        ),
    ]);
}

#[test]
fn a_bank_statement_is_read_by_what_came_in() {
    accounts_say(&[
        // What went out is nobody's revenue, and no refund to the one above it.
        (
            EN,
            "Date,ID,State,Payer,Orig currency,Payment currency,Amount,Balance\n\
             2025-01-05,a,COMPLETED,Acme,EUR,USD,100.00,1100.00\n2025-01-06,b,COMPLETED,,EUR,USD,-50.00,1050.00\n\
             2025-01-07,c,COMPLETED,AWS,EUR,USD,-20.00,1030.00\n2025-02-05,d,COMPLETED,Acme,EUR,USD,100.00,1130.00",
            "2025-01 | 2025-02\nAcme: 100 100\n- row 3: PaidOut\n- row 4 AWS: PaidOut\n= column 4 Payer: Names\n\
             = column 1 Date: Periods\n= column 7 Amount: Values\n= column 6 Payment currency: Currency\n\
             - column 2 ID: Unknown\n- column 3 State: Unknown\n- column 5 Orig currency: Unknown\n\
             - column 8 Balance: Unknown\n= Fraction('.', OtherCells)\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)\n\
             ? WithoutVoid(true)",
        ),
        // Of two columns the one of what came, though what went comes first; numbers of accounts are no amounts.
        (
            RU,
            "Дата;Счет кредит;Сумма по дебету;Сумма по кредиту;Контрагент\n09.01.2025;4070;;45000;Ромашка\n\
             15.01.2025;4071;12000;;Петров\n09.02.2025;4070;;45000;Ромашка\n20.02.2025;4071;12000;;Петров",
            "2025-01 | 2025-02\nРомашка: 45000 45000\n= column 5 Контрагент: Names\n= column 1 Дата: Periods\n\
             = column 4 Сумма по кредиту: Values\n- column 2 Счет кредит: Unknown\n\
             - column 3 Сумма по дебету: Unknown\n= Pivoted { rows: 4, added: 0 }\n- row 3 Петров: Empty\n? Pivot(true)",
        ),
        // A category is no client.
        (
            RU,
            "Дата;Сумма;Категория;Описание\n05.01.2025;100;Пополнения;Альфа\n09.01.2025;50;Пополнения;Бета\n\
             05.02.2025;100;Пополнения;Альфа\n09.02.2025;50;Пополнения;Бета",
            "2025-01 | 2025-02\nАльфа: 100 100\nБета: 50 50\n= column 4 Описание: Names\n= column 1 Дата: Periods\n\
             = column 2 Сумма: Values\n- column 3 Категория: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
    ]);
}

#[test]
fn refunds_are_not_lost_beside_a_converted_amount_of_the_same_currency() {
    accounts_say(&[(
        EN,
        "Created,Amount,Amount Refunded,Currency,Converted Amount,Customer Email\n2025-01-05,1200,0,usd,1200,a@a.io\n\
         2025-02-05,1200,200,usd,1200,a@a.io\n2025-02-07,300,0,usd,300,b@b.io",
        "2025-01 | 2025-02\na@a.io: 1200 1000\nb@b.io: 0 300\n= column 6 Customer Email: Names\n\
         = column 1 Created: Periods\n= column 2 Amount: Values\n= column 4 Currency: Currency\n\
         = column 3 Amount Refunded: Refunds\n- column 5 Converted Amount: Unknown\n\
         = Pivoted { rows: 3, added: 0 }\n= NoRevenue(1)\n? Pivot(true)",
    )]);
}

#[test]
fn payments_as_a_program_keeps_them_are_in_cents_and_say_whether_they_were_paid() {
    let table = "id,created,customer,amount,currency,paid\nin_1,1735689600,cus_1,10000,usd,true\n\
                 in_2,1738368000,cus_1,10050,usd,true\nin_3,1735689600,cus_2,5000,usd,true\nin_4,1738368000,cus_2,5000,usd,false";
    let said = |choices: Choices| accounts_said(&accounts_of(EN, "$", table, &choices));
    let taken = said(Choices::default());
    assert!(taken.starts_with("2025-01 | 2025-02\ncus_1: 100 100.5\ncus_2: 50 0\n"), "{taken}");
    assert!(taken.ends_with("? Pivot(true)\n? WithoutVoid(true)\n? Scale(Some(-2))"), "{taken}");
    assert!(said(Choices::default().with(Choice::Scale(Some(0)))).contains("cus_1: 10000 10050"));
    assert!(said(Choices::default().with(Choice::WithoutVoid(false))).contains("cus_2: 50 50"));
}
