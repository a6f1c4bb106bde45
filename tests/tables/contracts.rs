//! Lists that say from when to when: contracts, subscriptions, clients who came and left.

use orbita::i18n::Lang;
use orbita::tables::choice::{Choice, Choices, Term};

use crate::said::{EN, RU, accounts_of, accounts_on, accounts_said, accounts_say, cohorts_on, cohorts_say};

fn chosen(lang: Lang, text: &str, choice: Choice) -> String {
    accounts_said(&accounts_of(lang, "$", text, &Choices::default().with(choice)))
}

#[test]
fn contracts_are_paid_in_every_month_that_they_run() {
    let columns =
        "= column 1 Client: Names\n= column 2 Start date: Begins\n= column 3 End date: Ends\n= column 4 MRR: Values";
    accounts_say(&[
        // Gamma has no end and runs on to May, the month after the list, where Beta is known to be gone; 15 January to 14 March are two months.
        (
            EN,
            "Client,Start date,End date,MRR\nAcme,2025-01-01,2025-03-31,100\nBeta,2025-02-01,2025-04-30,50\nGamma,2025-01-15,,70\n\
             Delta,2025-01-15,2025-03-14,10",
            &format!(
                "2025-01 | 2025-02 | 2025-03 | 2025-04 | 2025-05\nAcme: 100 100 100 0 0\nBeta: 0 50 50 50 0\nGamma: 70 70 70 70 70\n\
                 Delta: 10 10 0 0 0\n{columns}\n= Contracts {{ rows: 4, open: 1, last: \"2025-05\" }}"
            ),
        ),
        // A year of 1,200 is 100 a month.
        (
            RU,
            "Клиент;Начало;Окончание;Годовая сумма\nАльфа;01.01.2025;31.03.2025;1200\nБета;01.02.2025;30.04.2025;600",
            "2025-01 | 2025-02 | 2025-03 | 2025-04\nАльфа: 100 100 100 0\nБета: 0 50 50 50\n= column 1 Клиент: Names\n\
             = column 2 Начало: Begins\n= column 3 Окончание: Ends\n= column 4 Годовая сумма: Values\n\
             = Contracts { rows: 2, open: 0, last: \"2025-04\" }\n? LastPeriod(true)",
        ),
        // 600 for six months, and 300 for the three that follow without a gap.
        (
            EN,
            "Customer,Contract value,Contract start,Contract end\nAcme,600,2025-01-01,2025-06-30\nAcme,300,2025-07-01,2025-09-30\n\
             Beta,90,2025-01-01,2025-09-30",
            "2025-01 | 2025-02 | 2025-03 | 2025-04 | 2025-05 | 2025-06 | 2025-07 | 2025-08 | 2025-09\n\
             Acme: 100 100 100 100 100 100 100 100 100\nBeta: 10 10 10 10 10 10 10 10 10\n= column 1 Customer: Names\n\
             = column 3 Contract start: Begins\n= column 4 Contract end: Ends\n= column 2 Contract value: Values\n\
             = Contracts { rows: 3, open: 0, last: \"2025-09\" }\n? Term(Whole)",
        ),
        (
            EN,
            "Customer,Date,Valid until,Amount\nAcme,2025-01-01,2025-03-31,300\nBeta,2025-02-01,2025-03-31,80",
            "2025-01 | 2025-02 | 2025-03\nAcme: 100 100 100\nBeta: 0 40 40\n= column 1 Customer: Names\n\
             = column 2 Date: Begins\n= column 3 Valid until: Ends\n= column 4 Amount: Values\n\
             = Contracts { rows: 2, open: 0, last: \"2025-03\" }\n? Term(Whole)",
        ),
        // Whoever stands first is the client, and a number of a room no amount; 15 February to 14 April are two months.
        (
            RU,
            "Арендатор;Помещение;Начало аренды;Конец аренды;Ставка в месяц\nАльфа;101;01.01.2025;30.04.2025;1000\n\
             Бета;102;15.02.2025;14.04.2025;500",
            "2025-01 | 2025-02 | 2025-03 | 2025-04\nАльфа: 1000 1000 1000 1000\nБета: 0 500 500 0\n\
             = column 1 Арендатор: Names\n= column 3 Начало аренды: Begins\n= column 4 Конец аренды: Ends\n\
             = column 5 Ставка в месяц: Values\n- column 2 Помещение: Unknown\n\
             = Contracts { rows: 2, open: 0, last: \"2025-04\" }",
        ),
        // What is paid for a time without an end cannot be parted, and a contract does not end before it begins.
        (
            EN,
            "Customer,Start,End,TCV\nAcme,2025-01-01,,300\nBeta,2025-03-01,2025-01-31,80\nGamma,2025-01-01,2025-02-28,20",
            "= column 1 Customer: Names\n= column 2 Start: Begins\n= column 3 End: Ends\n= column 4 TCV: Values\n\
             = Contracts { rows: 2, open: 1, last: \"2025-03\" }\n? WithoutUnread(false)\n\
             ! NotADay x1 at 2:3\n! EndsBeforeStart x1 at 3:3",
        ),
    ]);
    let monthly = chosen(
        EN,
        "Customer,Start,End,Amount\nAcme,2025-01-01,2025-03-31,30\nBeta,2025-01-01,,20",
        Choice::Term(Term::Month),
    );
    assert!(
        monthly.starts_with("2025-01 | 2025-02 | 2025-03 | 2025-04\nAcme: 30 30 30 0\nBeta: 20 20 20 20\n"),
        "{monthly}"
    );
}

#[test]
fn orders_that_were_cancelled_are_no_contracts() {
    accounts_say(&[(
        EN,
        "Customer,Created at,Cancelled at,Total\nAcme,2025-01-05,,100\nBeta,2025-01-09,2025-01-10,50\nAcme,2025-02-05,,100\n\
         Beta,2025-02-09,,60",
        "2025-01 | 2025-02\nAcme: 100 100\nBeta: 50 60\n= column 1 Customer: Names\n= column 2 Created at: Periods\n\
         = column 4 Total: Values\n- column 3 Cancelled at: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
    )]);
}

#[test]
fn clients_are_kept_from_their_start_to_their_end() {
    cohorts_say(&[
        // Three leave with the year, in which the list ends: in the month after only Dora is there.
        (
            EN,
            "Client\tStart date\tEnd date\nAnna\t01.01.2025\t31.12.2025\nBert\t01.01.2025\t31.12.2025\nCleo\t01.01.2025\t31.12.2025\n\
             Dora\t01.01.2025\t\nEmma\t01.01.2025\t31.08.2025",
            "clients at 0 1 2 3 4 5 6 7 8 9 10 11 12\n2025-01: 5 5 5 5 5 5 5 5 4 4 4 4 1\n= column 1 Client: Names\n\
             = column 2 Start date: Begins\n= column 3 End date: Ends\n= Lives { rows: 5, open: 1, last: \"2025-12\" }\n\
             = ages in Months from Headings",
        ),
        // Acme is there for 3 months, Beta for 4; Delta for less than one, and Gamma to the end.
        (
            EN,
            "Client,Start,End\nAcme,2025-01-01,2025-03-31\nBeta,2025-01-10,2025-04-30\nGamma,2025-02-15,\nDelta,2025-02-20,2025-03-02",
            "clients at 0 1 2 3 4\n2025-01: 2 2 2 1 0\n2025-02: 2 1 1 1 .\n= column 1 Client: Names\n= column 2 Start: Begins\n\
             = column 3 End: Ends\n= Lives { rows: 4, open: 1, last: \"2025-04\" }\n= ages in Months from Headings",
        ),
        // Альфа renews without a gap and stays one client: January to June.
        (
            RU,
            "Клиент;Дата подключения;Дата отключения;Тариф\nАльфа;01.01.2025;31.03.2025;А\nАльфа;01.04.2025;30.06.2025;А\n\
             Бета;10.01.2025;09.03.2025;Б\nГамма;01.02.2025;;Б",
            "clients at 0 1 2 3 4 5 6\n2025-01: 2 2 1 1 1 1 0\n2025-02: 1 1 1 1 1 1 .\n= column 1 Клиент: Names\n\
             = column 2 Дата подключения: Begins\n= column 3 Дата отключения: Ends\n- column 4 Тариф: Unknown\n\
             = Lives { rows: 4, open: 1, last: \"2025-06\" }\n= ages in Months from Headings",
        ),
        // Rows that name no client are a client each.
        (
            EN,
            "Plan,Start,Churned at\nPro,2025-01-05,\nPro,2025-01-09,2025-02-09\nBasic,2025-02-01,2025-03-01\nPro,2025-02-03,",
            "clients at 0 1 2\n2025-01: 2 1 1\n2025-02: 2 1 .\n= column 2 Start: Begins\n= column 3 Churned at: Ends\n\
             - column 1 Plan: Unknown\n= Lives { rows: 4, open: 2, last: \"2025-02\" }\n= ages in Months from Headings",
        ),
        (
            EN,
            "Email,Signup date,Churned at\na@x.com,01/15/2025,\nb@x.com,01/20/2025,03/25/2025\nc@x.com,02/01/2025,03/01/2025",
            "clients at 0 1 2 3\n2025-01: 2 2 2 1\n2025-02: 1 0 0 .\n= MonthFirst\n= column 1 Email: Names\n= column 2 Signup date: Begins\n\
             = column 3 Churned at: Ends\n= Lives { rows: 3, open: 1, last: \"2025-03\" }\n\
             = ages in Months from Headings",
        ),
    ]);
}

#[test]
fn subscriptions_say_how_often_they_are_paid() {
    // 300 a quarter are 100 a month, and 600 a year 50; 9 January to 9 March are two months.
    accounts_say(&[(
        EN,
        "Customer,Interval,Amount,Start,Current Period End,Canceled At,Ended At\nAcme,quarter,300,2025-01-05,2025-04-05,,\n\
         Beta,year,600,2025-01-09,2026-01-09,2025-03-01,2025-03-09\nGamma,month,70,2025-03-01,2025-04-01,,",
        "2025-01 | 2025-02 | 2025-03\nAcme: 100 100 100\nBeta: 50 50 0\nGamma: 0 0 70\n= column 1 Customer: Names\n\
         = column 4 Start: Begins\n= column 7 Ended At: Ends\n= column 3 Amount: Values\n= column 2 Interval: Terms\n\
         - column 5 Current Period End: Unknown\n- column 6 Canceled At: Unknown\n\
         = Contracts { rows: 3, open: 2, last: \"2025-03\" }",
    )]);
}

#[test]
fn trials_and_prices_of_those_who_left_are_no_revenue() {
    let table = "Customer,MRR,Status,Started,Ended\nAcme,100,active,2025-01-05,\nBeta,0,canceled,2025-01-05,2025-02-20\n\
                 Gamma,20,trialing,2025-02-10,\nDelta,50,canceled,2025-01-10,2025-03-10";
    let said = accounts_said(&accounts_of(EN, "$", table, &Choices::default()));
    assert!(said.starts_with("2025-01 | 2025-02 | 2025-03\nAcme: 100 100 100\nDelta: 50 50 0\n"), "{said}");
    assert!(said.contains("- row 3 Beta: NoPrice") && said.contains("- row 4 Gamma: Void"), "{said}");
}

#[test]
fn what_lies_after_today_is_not_counted() {
    let columns =
        "= column 1 Customer: Names\n= column 3 Start date: Begins\n= column 4 End date: Ends\n= column 2 MRR: Values";
    // Acme has agreed to stay until 2027, which nobody has seen; Gamma has not begun. Beta pays from 15 December to 14 February.
    assert_eq!(
        accounts_on(
            EN,
            (2026, 3, 10),
            "Customer,MRR,Start date,End date\nAcme,100,2026-01-01,2027-12-31\nBeta,50,2025-12-15,2026-02-14\n\
             Gamma,70,2026-05-01,2027-01-31",
        ),
        format!(
            "2025-12 | 2026-01 | 2026-02 | 2026-03\nAcme: 0 100 100 100\nBeta: 50 50 0 0\n{columns}\n\
             = Contracts {{ rows: 2, open: 0, last: \"2026-03\" }}\n= Ahead {{ begin: 1, end: 1, last: \"2026-03\" }}"
        )
    );
    // The 20th is still to come, and so is the end of the month by its name; the whole price is for all 24 months: 2,400 are 100.
    assert_eq!(
        accounts_on(
            RU,
            (2026, 3, 10),
            "Клиент;Сумма договора (TCV);Начало;Окончание\nАльфа;2400;01.01.2026;31.12.2027\nБета;60;25.01.2026;20.03.2026",
        ),
        "2026-01 | 2026-02 | 2026-03\nАльфа: 100 100 100\nБета: 30 30 30\n= column 1 Клиент: Names\n= column 3 Начало: Begins\n\
         = column 4 Окончание: Ends\n= column 2 Сумма договора (TCV): Values\n= Contracts { rows: 2, open: 0, last: \"2026-03\" }\n\
         = Ahead { begin: 0, end: 2, last: \"2026-03\" }"
    );
    // Acme and Beta are there in March; Gamma left after two months, and nobody knows of April.
    assert_eq!(
        cohorts_on(
            EN,
            (2026, 3, 10),
            "Client,Start,End\nAcme,2026-01-01,2028-01-31\nBeta,2026-02-01,2026-12\nGamma,2026-01-01,2026-02-28\n\
             Delta,2026-04-01,2027-03-31",
        ),
        "clients at 0 1 2\n2026-01: 2 2 1\n2026-02: 1 1 .\n= column 1 Client: Names\n= column 2 Start: Begins\n\
         = column 3 End: Ends\n= Lives { rows: 3, open: 0, last: \"2026-03\" }\n\
         = Ahead { begin: 1, end: 2, last: \"2026-03\" }\n= ages in Months from Headings"
    );
}

#[test]
fn whoever_ends_in_the_last_month_is_gone_in_the_one_after_it() {
    let list = "Customer,MRR,Start date,End date\nA,10,2024-04-01,\nB,20,2024-04-01,2024-06-30\nC,30,2024-04-01,2024-06-30\n\
                D,40,2024-04-01,2024-06-10";
    let said = accounts_on(EN, (2026, 11, 30), list);
    assert!(
        said.starts_with(
            "2024-04 | 2024-05 | 2024-06 | 2024-07\nA: 10 10 10 10\nB: 20 20 20 0\nC: 30 30 30 0\nD: 40 40 40 0\n"
        ),
        "{said}"
    );
    // As long as June is not over, nobody has seen July.
    let said = accounts_on(EN, (2024, 6, 30), list);
    assert!(
        said.starts_with("2024-04 | 2024-05 | 2024-06\nA: 10 10 10\nB: 20 20 20\nC: 30 30 30\nD: 40 40 40\n"),
        "{said}"
    );
    let left = "Customer,MRR,Start date,Cancelled\nA,10,2024-01-02,\nB,20,2024-01-02,2024-03-02";
    let said = accounts_on(EN, (2026, 11, 30), left);
    assert!(said.starts_with("2024-01 | 2024-02 | 2024-03\nA: 10 10 10\nB: 20 20 0\n"), "{said}");
}

#[test]
fn subscriptions_that_are_paid_again_end_where_they_are_cancelled() {
    // 1,200 a year are 100 a month; 9 January to 10 March are three months begun, and the fourth is the one after.
    let rows = "s1\ta@x.com\tPro\t1200\tyear\t2024-01-05 10:00\t\tactive\ns2\tb@x.com\tPro\t60\tmonth\t2024-01-09 10:00\t2024-03-10 09:00\tcanceled\n\
                s3\tc@x.com\tPro\t60\tmonth\t2024-02-09 10:00\t\tactive";
    let said = accounts_on(
        EN,
        (2024, 12, 1),
        &format!("id\tCustomer Email\tPlan\tPlan amount\tInterval\tCreated (UTC)\tCanceled At (UTC)\tStatus\n{rows}"),
    );
    assert!(said.starts_with("2024-01 | 2024-02 | 2024-03 | 2024-04\na@x.com: 100 100 100 100\nb@x.com: 60 60 60 0\nc@x.com: 0 60 60 60\n"), "{said}");
    assert!(
        said.contains("column 6 Created (UTC): Begins")
            && said.contains("column 7 Canceled At (UTC): Ends")
            && !said.contains('?'),
        "{said}"
    );
    let monthly = accounts_on(
        EN,
        (2024, 12, 1),
        "Customer,MRR,Created,Canceled At\nAcme,10,2024-01-05,\nBeta,20,2024-01-09,2024-02-09\nGamma,5,2024-02-01,",
    );
    assert!(monthly.starts_with("2024-01 | 2024-02\nAcme: 10 10\nBeta: 20 0\nGamma: 0 5\n"), "{monthly}");
}

#[test]
fn what_is_to_be_pasted_elsewhere_says_where() {
    use orbita::i18n::tables::TableWords;
    let table = "Created (UTC)\tCanceled At (UTC)\tStatus\n2024-01-05\t\tactive\n2024-01-09\t2024-03-10\tcanceled\n2024-02-09\t\tactive";
    for (lang, place) in [(EN, "Clients over time"), (RU, "Динамику клиентов")] {
        let faults = accounts_of(lang, "$", table, &Choices::default()).faults;
        let [fault] = &faults[..] else { panic!("{faults:?}") };
        let said = (TableWords::of(lang).fault)(fault);
        assert!(said.contains(place), "{said}");
    }
}

#[test]
fn lists_of_who_was_there_count_first_and_later_months() {
    // A and B come in January; A is there in February, B in March. C comes in February and is gone.
    let counts = "clients at 0 1 2\n2024-01: 2 1 1\n2024-02: 1 0 .\n";
    let months = "A,2024-01\nA,2024-02\nB,2024-01\nB,2024-03\nC,2024-02";
    let days = "A,2024-01-05\nA,2024-01-19\nA,2024-02-06\nB,2024-01-07\nB,2024-03-09\nC,2024-02-10";
    for text in [
        format!("client_id,month\n{months}"),
        format!("customer,date\n{days}"),
        format!("User ID,Login date\n{}", days.replace('A', "1001").replace('B', "1002").replace('C', "1003")),
        format!("Клиент;Дата оплаты;Сумма\n{}", days.replace(',', ";").replace('\n', ";100\n") + ";100"),
    ] {
        let said = cohorts_on(EN, (2024, 12, 1), &text);
        assert!(said.starts_with(counts), "{text}\n{said}");
        assert!(
            said.contains("= Activity { rows: ")
                && said.contains("clients: 3, last: \"2024-03\"")
                && !said.contains(['?', '!']),
            "{said}"
        );
    }
    // Who came when, and nothing of who stayed.
    let once = cohorts_on(EN, (2024, 12, 1), "customer,date\nA,2024-01-05\nB,2024-01-07\nC,2024-02-10");
    assert!(!once.contains("Activity"), "{once}");
    // How many there were is no list of them.
    let counted = cohorts_on(EN, (2024, 12, 1), "Month\tClients\nJan 2025\t100\nFeb 2025\t90\nMar 2025\t90");
    assert!(!counted.contains("Activity"), "{counted}");
}
