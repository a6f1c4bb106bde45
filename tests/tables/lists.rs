//! Lists of one observation a row, as those who keep payments and deals send them.

use orbita::tables::choice::{Choice, Choices};
use orbita::tables::role::Role;

use crate::said::{EN, RU, accounts_of, accounts_said, cohorts_of, cohorts_said};

/// What a list of accounts comes to: the table itself, then all that is told.
fn said(text: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    accounts_said(&accounts_of(EN, "$", text, &choices))
}

#[test]
fn clients_stand_where_a_heading_calls_them_and_no_state_or_currency_is_one() {
    for (list, wanted) in [
        (
            "id,Created (UTC),Amount,Currency,Description,Customer Email,Status\n1,2025-01-03 10:22,49,usd,Renewal,a@x.io,Paid\n2,2025-01-04 11:02,99,usd,Renewal,b@x.io,Paid\n3,2025-02-03 10:22,49,usd,Renewal,a@x.io,Paid\n4,2025-02-04 11:02,99,usd,Renewal,b@x.io,Paid",
            "a@x.io: 49 49\nb@x.io: 99 99\n",
        ),
        (
            "ID,Название,Компания,Сумма,Дата завершения\n1,Поставка,Ромашка,100,20.01.2025\n2,Поставка,Лютик,50,21.01.2025\n3,Поставка,Ромашка,120,20.02.2025\n4,Поставка,Лютик,80,28.02.2025",
            "Ромашка: 100 120\nЛютик: 50 80\n",
        ),
        (
            "Deal Stage,Close Date,Amount,Associated Company\nWon,2025-01-15,120,Acme\nWon,2025-01-20,80,Beta\nWon,2025-02-15,20,Acme\nWon,2025-02-20,70,Beta",
            "Acme: 120 20\nBeta: 80 70\n",
        ),
        (
            "user_id,paid_at,amount\n17,2025-01-03,10\n17,2025-02-03,11\n23,2025-01-04,5\n23,2025-02-04,7",
            "17: 10 11\n23: 5 7\n",
        ),
        // Without such a heading: neither the currency nor the state, nor what is the same in each row.
        (
            "Day;Ccy;Status;Kind;Who;Sum paid\n2025-01-03;USD;Paid;Renewal;Acme;10\n2025-01-04;USD;Paid;Renewal;Beta;5\n2025-02-03;USD;Paid;Renewal;Acme;11\n2025-02-04;USD;Paid;Renewal;Beta;6",
            "Acme: 10 11\nBeta: 5 6\n",
        ),
    ] {
        let said = said(list, &[]);
        assert!(said.contains(wanted), "{list}\n{said}");
    }
}

#[test]
fn currencies_of_rows_are_found_whatever_stands_over_them() {
    let list = "Day;Ccy;Who;Amount\n2025-01-03;USD;Acme;10\n2025-01-04;EUR;Beta;5\n2025-02-03;USD;Acme;11\n2025-02-04;EUR;Beta;6";
    assert!(said(list, &[]).contains("! MixedCurrencies"), "{}", said(list, &[]));
}

#[test]
fn clients_of_one_row_each_are_no_list_of_their_plans() {
    let list = "Customer,Plan,Start date,MRR\nAcme,Pro,2024-01-15,100\nBeta,Basic,2024-02-10,50\nGamma,Pro,2024-03-01,100\nDelta,Basic,2024-03-15,50";
    let said = said(list, &[]);
    assert!(!said.contains("Pro: ") && said.contains("! OnePeriod"), "{said}");
}

#[test]
fn deals_that_are_not_won_bring_no_money() {
    for (won, lost, open) in [
        ("Closed Won", "Closed Lost", "Negotiation"),
        ("Успешно реализовано", "Закрыто и не реализовано", "Первичный контакт"),
        ("Сделка успешна", "Сделка провалена", "В работе"),
    ] {
        let list = format!(
            "Компания;Бюджет;Этап;Дата создания;Дата закрытия\nА;100;{won};2024-12-01;2025-01-20\nБ;50;{lost};2024-12-02;2025-01-21\nА;120;{won};2025-01-02;2025-02-20\nБ;70;{open};2025-01-03;\nБ;80;{won};2025-01-04;2025-02-28"
        );
        let told = accounts_said(&accounts_of(RU, "₽", &list, &Choices::default()));
        assert!(told.starts_with("2025-01 | 2025-02\nА: 100 120\nБ: 0 80\n"), "{told}");
        assert!(told.contains("? WithoutVoid(true)"), "{told}");
    }
    // "Paid" is a state where a heading says so, and a channel elsewhere.
    let channels = "Customer,Channel,Date,Amount\nAcme,Paid,2025-01-03,10\nBeta,Organic,2025-01-04,5\nAcme,Paid,2025-02-03,11\nBeta,Organic,2025-02-04,6";
    assert!(said(channels, &[]).starts_with("2025-01 | 2025-02\nAcme: 10 11\nBeta: 5 6\n"));
    let invoices =
        channels.replace("Channel", "Status").replace("Organic,2025-02", "Open,2025-02").replace("Organic", "Paid");
    assert!(said(&invoices, &[]).contains("Beta: 5 0\n"));
}

#[test]
fn which_numbers_are_the_amounts_is_said_by_a_heading_or_asked() {
    let rows = "\nAcme,2025-01,120,10\nAcme,2025-02,132,11\nBeta,2025-01,60,5\nBeta,2025-02,60,6";
    let list = |heads: &str| format!("Customer,Month,{heads}{rows}");
    assert!(said(&list("Revenue (net),Seats"), &[]).contains("Acme: 120 132\n"));
    let silent = list("Alpha,Omega");
    assert!(said(&silent, &[]).contains("Acme: 10 11\n") && said(&silent, &[]).contains("? Column(4, Values)"));
    assert!(said(&silent, &[Choice::Column(3, Role::Values)]).contains("Acme: 120 132\n"));
    assert!(said(&silent, &[Choice::Column(4, Role::LeftOut)]).contains("Acme: 120 132\n"));
    let bank = "Date,Description,Debit,Credit,Balance\n2025-01-15,ACME,,1200,5200\n2025-01-20,RENT,900,,4300\n2025-02-15,ACME,,1100,5400\n2025-02-20,RENT,900,,4500";
    let said = said(bank, &[]);
    assert!(said.contains("ACME: 1200 1100\n") && !said.contains("\nRENT: "), "{said}");
}

#[test]
fn a_row_of_a_list_without_a_name_and_a_day_is_its_total_if_it_adds_up() {
    let list = "Customer,Month,Amount\nAcme,Jan 2025,10\nAcme,Feb 2025,12\nBeta,Jan 2025,5\nBeta,Feb 2025,6\n,,33";
    let total = said(list, &[]);
    assert!(total.contains("Beta: 5 6\n") && total.contains("- row 6: Total"), "{total}");
    let other = said(&list.replace("33", "34"), &[]);
    assert!(other.contains("! NotADay x1 at 6:2"), "{other}");
}

#[test]
fn parts_of_cohorts_are_added_up_with_their_sizes_and_shares_of_them_are_not() {
    let list = |values: [&str; 4]| {
        let [a, b, c, d] = values;
        format!(
            "cohort,month,plan,size,left\n2025-01,0,Pro,100,{a}\n2025-01,1,Pro,100,{b}\n2025-01,0,Basic,50,{c}\n2025-01,1,Basic,50,{d}"
        )
    };
    let said = |values| cohorts_said(&cohorts_of(EN, &list(values), &Choices::default()));
    for shares in [["100%", "80%", "100%", "60%"], ["1.0", "0.8", "1.0", "0.6"]] {
        assert!(said(shares).contains("! ShareTwice x2 at 4:5 5:5"), "{}", said(shares));
    }
    let counts = said(["100", "80", "50", "30"]);
    assert!(counts.contains("2025-01: 150 110\n") && !counts.contains('!'), "{counts}");
}
