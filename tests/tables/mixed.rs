//! Tables that say in their own words what would change every figure: units, rates, debts, a second measure, documents of clients.

use orbita::i18n::Lang;
use orbita::tables::choice::{Choice, Choices};

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say, cohorts_of, cohorts_said, cohorts_say};

fn accounts(lang: Lang, table: &str) -> String {
    accounts_said(&accounts_of(lang, "$", table, &Choices::default()))
}

fn cohorts(lang: Lang, table: &str) -> String {
    cohorts_said(&cohorts_of(lang, table, &Choices::default()))
}

#[test]
fn a_unit_behind_a_date_is_no_part_of_it() {
    for (january, february, zeros) in [
        ("Jan-25, k$", "Feb-25, k$", 3),
        ("Jan-25 [k$]", "Feb-25 [k$]", 3),
        ("Jan'25 k$", "Feb'25 k$", 3),
        ("Jan-25 K USD", "Feb-25 K USD", 3),
        ("01/25, $k", "02/25, $k", 3),
        ("Jan-25, $M", "Feb-25, $M", 6),
        ("Jan-25", "Feb-25", 0),
        ("Jan-25, $", "Feb-25, $", 0),
    ] {
        let table = format!("Client\t{january}\t{february}\nAcme\t2\t3\nBeta\t4\t5");
        let times = 10_u32.pow(zeros);
        let wanted = format!("\nAcme: {} {}\nBeta: {} {}", 2 * times, 3 * times, 4 * times, 5 * times);
        let said = accounts(EN, &table);
        assert!(said.contains(&wanted) && said.contains("= Scale(") == (zeros > 0), "{table}\n{said}");
    }
}

#[test]
fn germans_count_in_thousands_with_a_t() {
    for table in [
        "Umsatz in TEUR\nKunde\tJan 2025\tFeb 2025\nAcme\t12,5\t13,1\nBeta\t5,0\t6,0",
        "Kunde\tJan 2025 T€\tFeb 2025 T€\nAcme\t12,5\t13,1\nBeta\t5,0\t6,0",
        "Kunde\tUmsatz 2023 (TEUR)\tUmsatz 2024 (TEUR)\nAcme\t12,5\t13,1\nBeta\t5,0\t6,0",
        "Kunde\tJan 2025\tFeb 2025\nAcme\t12,5 T€\t13,1 TEUR\nBeta\t5,0 T EUR\t6,0 T€",
    ] {
        let said = accounts_said(&accounts_of(EN, "€", table, &Choices::default()));
        assert!(said.contains("\nAcme: 12500 13100\nBeta: 5000 6000"), "{table}\n{said}");
    }
    // A trillion of dollars is one.
    let said = accounts(EN, "Client\tJan 2025\tFeb 2025\nAcme\t$1.2T\t$1.3T\nBeta\t$1T\t$1T");
    assert!(said.contains("Acme: 1200000000000 1300000000000"), "{said}");
}

#[test]
fn amounts_of_a_quarter_are_those_of_a_column_after_asking() {
    let rows = |unit: &str| format!("Acme\t$300{unit}\t$330{unit}\nBeta\t$150{unit}\t$180{unit}");
    for (heads, wanted) in [
        ("Jan 2025\tFeb 2025", "\nAcme: 100 110\nBeta: 50 60\n? AQuarter(true)"),
        ("2023\t2024", "\nAcme: 1200 1320\nBeta: 600 720\n? AQuarter(true)"),
        ("Q1 2025\tQ2 2025", "\nAcme: 300 330\nBeta: 150 180"),
    ] {
        for unit in ["/qtr", "/quarter", " / quarter", " per quarter", " в квартал", "/кв."] {
            let said = accounts(EN, &format!("Client\t{heads}\n{}", rows(unit)));
            assert!(said.ends_with(wanted), "{unit}\n{said}");
        }
        if heads.starts_with("Jan") {
            let titled = accounts(EN, &format!("Fee per quarter\nClient\t{heads}\n{}", rows("")));
            assert!(titled.ends_with("? AQuarter(true)") && titled.contains("Acme: 100 110"), "{titled}");
        }
    }
    let table = format!("Client\tJan 2025\tFeb 2025\n{}", rows("/qtr"));
    let kept = accounts_of(EN, "$", &table, &Choices::default().with(Choice::AQuarter(false)));
    assert!(accounts_said(&kept).contains("Acme: 300 330"));
    let both = accounts(EN, "Client\tQ1 2025\tQ2 2025\nAcme\t$300/qtr\t$100/mo\nBeta\t$150/qtr\t$180/qtr");
    assert!(both.ends_with("! MixedRates x1 at 2:2"), "{both}");
    // How often something is counted is no rate.
    let report = accounts(EN, "Quarterly report\nClient\tJan 2025\tFeb 2025\nAcme\t300\t330\nBeta\t150\t180");
    assert!(report.contains("Acme: 300 330") && !report.contains('?'), "{report}");
}

#[test]
fn debts_by_their_age_are_no_revenue() {
    for (lang, table) in [
        (
            EN,
            "Aged Receivables Summary\nContact,Current,< 1 Month,1 Month,2 Months,Older,Total\nAcme,100,0,0,0,0,100\nBeta,0,50,20,0,0,70\nTotal,100,50,20,0,0,170",
        ),
        (EN, "Contact,Current,1 Month,2 Months,3 Months,Older\nAcme,100,5,0,0,7\nBeta,0,50,20,0,1"),
        (EN, "Customer,Current,1-30 days,31-60 days,61-90 days,Over 90\nAcme,100,5,0,0,7\nBeta,0,50,20,0,1"),
        (RU, "Дебиторская задолженность\nКонтрагент;1 месяц;2 месяца;3 месяца\nАльфа;100;5;7\nБета;50;20;1"),
    ] {
        let said = accounts(lang, table);
        assert!(said.contains("? ArePeriods(false)") && said.contains("! OnePeriod"), "{table}\n{said}");
        let taken = accounts_of(lang, "$", table, &Choices::default().with(Choice::ArePeriods(true)));
        assert!(taken.value.is_some(), "{table}");
    }
    for months in [
        "Client\tMonth 1\tMonth 2\tMonth 3\nAcme\t3\t4\t5\nBeta\t5\t6\t7",
        "Client\tMonth 1\tMonth 2\tCurrent MRR\nAcme\t3\t4\t5\nBeta\t5\t6\t7",
        "Packaging and messaging\nClient\tMonth 1\tMonth 2\tMonth 3\nAcme\t3\t4\t5\nBeta\t5\t6\t7",
    ] {
        assert!(!accounts(EN, months).contains("ArePeriods"), "{months}");
    }
}

#[test]
fn clients_are_the_accounts_and_their_documents_are_not() {
    accounts_say(&[
        (
            RU,
            "Контрагент;янв 2025;фев 2025;Итого\nРомашка ООО;100;110;210\nДоговор №1 от 01.01.2024;60;70;130\nДоговор №2 от 05.06.2024;40;40;80\nЛютик ИП;20;20;40\nБез договора;20;20;40\nИтого;120;130;250",
            "янв 2025 | фев 2025\nРомашка ООО: 100 110\nЛютик ИП: 20 20\n- column 4 Итого: Total\n- row 3 Договор №1 от 01.01.2024: Part\n- row 4 Договор №2 от 05.06.2024: Part\n- row 6 Без договора: Part\n- row 7 Итого: Total",
        ),
        (
            EN,
            "Customer\tJan 2025\tFeb 2025\nAcme\t100\t110\nInvoice 1001\t60\t\nInvoice 1007\t40\t110\nBeta\t20\t20",
            "Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 20 20\n- row 3 Invoice 1001: Part\n- row 4 Invoice 1007: Part",
        ),
    ]);
    // What does not come to the client's amounts stays, and so does a list of contracts alone.
    let other = accounts(EN, "Customer\tJan 2025\tFeb 2025\nAcme\t100\t110\nContract 7\t60\t70\nBeta\t20\t20");
    assert!(other.contains("Contract 7: 60 70") && !other.contains("Part"), "{other}");
    let named = accounts(EN, "Customer\tJan 2025\tFeb 2025\nAcme\t100\t110\nOrder Group\t100\t110\nBeta\t20\t20");
    assert!(named.contains("Order Group: 100 110"), "{named}");
    let alone = accounts(RU, "Договор\tянв 2025\tфев 2025\nДоговор 1\t60\t70\nДоговор 2\t20\t20");
    assert!(alone.contains("Договор 1: 60 70\nДоговор 2: 20 20"), "{alone}");
}

#[test]
fn a_table_of_another_measure_below_is_no_part_of_the_first() {
    let kept = "per cent at 0 1 2\nJan: 100 90 84\nFeb: 100 91 85\n";
    for (title, rows) in
        [("Churn", "Jan\t10%\t16%\nFeb\t9%\t15%"), ("Revenue retention", "Jan\t97%\t95%\nFeb\t98%\t96%")]
    {
        let table =
            format!("Retention\nCohort\tM1\tM2\nJan\t90%\t84%\nFeb\t91%\t85%\n\n{title}\nCohort\tM1\tM2\n{rows}");
        let said = cohorts(EN, &table);
        assert_eq!(
            said,
            format!(
                "{kept}- row 6 {title}: NextTable\n- row 1 Retention: Title\n= ages in Months from Headings\n= StartAdded"
            )
        );
    }
    let seats = "MRR\nClient\tJan 2025\tFeb 2025\nAcme\t100\t110\nBeta\t50\t60\n\nSeats\nClient\tJan 2025\tFeb 2025\nAcme\t10\t11\nBeta\t5\t6";
    accounts_say(&[(
        EN,
        seats,
        "Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 50 60\n- row 6 Seats: NextTable\n- row 1 MRR: Title",
    )]);
    // The same of the next part, with cohorts that are called alike.
    let plans = "Retention, Basic\nCohort\tM0\tM1\nJan\t100\t90\nFeb\t110\t99\n\nRetention, Pro\nCohort\tM0\tM1\nJan\t500\t450\nFeb\t550\t500";
    assert!(cohorts(EN, plans).contains("Jan: 500 450"));
    // Other clients on the next page, and those of another part, belong to the table.
    let pages =
        accounts(EN, "MRR\nClient\tJan 2025\tFeb 2025\nAcme\t100\t110\nMRR\nClient\tJan 2025\tFeb 2025\nBeta\t50\t60");
    assert!(pages.contains("Beta: 50 60"), "{pages}");
    let parts =
        "Mobile\nCohort\tM0\tM1\nJan\t100\t90\nFeb\t110\t99\n\nDesktop\nCohort\tM0\tM1\nMar\t500\t450\nApr\t550\t500";
    assert!(cohorts(EN, parts).contains("Mar: 500 450"));
}

#[test]
fn of_several_measures_of_a_cohort_clients_are_counted() {
    let kept = "clients at 0 1 2\nJan: 100 82 71\nFeb: 110 90 .\n- column 2 Metric: Words\n- row 3 Jan: Measure\n- row 5 Feb: Measure\n= ages in Months from Headings";
    for (clients, other, rows) in [
        ("Customers", "MRR", ["$5000\t$4300\t$3900", "$5500\t$4700\t"]),
        ("Клиенты", "Выручка", ["5000\t4300\t3900", "5500\t4700\t"]),
        ("Retained", "Churned", ["0\t18\t11", "0\t20\t"]),
    ] {
        let table = format!(
            "Cohort\tMetric\tM0\tM1\tM2\nJan\t{clients}\t100\t82\t71\nJan\t{other}\t{}\nFeb\t{clients}\t110\t90\t\nFeb\t{other}\t{}",
            rows[0], rows[1]
        );
        cohorts_say(&[(EN, &table, kept)]);
    }
    let channels =
        "Cohort\tChannel\tM0\tM1\nJan\tads\t100\t82\nJan\tmail\t50\t43\nFeb\tads\t110\t90\nFeb\tmail\t55\t47";
    assert!(cohorts(EN, channels).contains("Jan: 100 82\nJan: 50 43\nFeb: 110 90\nFeb: 55 47"));
}

#[test]
fn a_sum_without_a_name_may_stand_above_the_cohorts() {
    cohorts_say(&[(
        EN,
        "\tW0\tW1\tW2\n\t330\t200\t70\n2025-W01\t100\t80\t70\n2025-W02\t110\t120\t\n2025-W03\t120\t\t",
        "clients at 0 1 2\n2025-W01: 100 80 70\n2025-W02: 110 110 .\n2025-W03: 120 . .\n- row 2: Total\n= ages in Weeks from Headings\n= Grown(1)\n? Growth(ReturnedAsKept)",
    )]);
    let other = cohorts(EN, "\tW0\tW1\n\t330\t201\n2025-W01\t100\t80\n2025-W02\t110\t120\n2025-W03\t120\t");
    assert!(other.contains(": 330 201"), "{other}");
}

#[test]
fn what_cohorts_paid_so_far_is_taken_apart() {
    for (lang, table) in [
        (EN, "Cumulative revenue per cohort\nCohort\tM0\tM1\tM2\nJan\t$50\t$94\t$133\nFeb\t$51\t$97\t"),
        (RU, "Накопленная выручка\nКогорта\tМес 0\tМес 1\tМес 2\nянв\t50\t94\t133\nфев\t51\t97\t"),
    ] {
        let said = cohorts(lang, table);
        assert!(said.contains(": 50 44 39\n") && said.contains(": 51 46 .\n"), "{said}");
        assert!(said.ends_with("? RunningTotals(true)"), "{said}");
        let kept = cohorts_of(lang, table, &Choices::default().with(Choice::RunningTotals(false)));
        assert!(cohorts_said(&kept).contains("= Grown("));
    }
    // Shares, clients who leave, and what falls are not added up so.
    for table in [
        "Cumulative retention\nCohort\tM0\tM1\tM2\nJan\t100\t94\t83\nFeb\t100\t97\t",
        "Cumulative churn\nCohort\tSize\tM1\tM2\nJan\t100\t10\t18\nFeb\t110\t12\t",
        "Revenue per cohort\nCohort\tM0\tM1\tM2\nJan\t$50\t$94\t$133\nFeb\t$51\t$97\t",
    ] {
        assert!(!cohorts(EN, table).contains("RunningTotals"), "{table}");
    }
}

#[test]
fn words_in_the_row_of_a_client_called_as_a_measure_are_named() {
    for name in ["Delta", "Target", "Budget"] {
        let table = format!("Client\tJan 2025\tFeb 2025\tMar 2025\n{name}\t200\t20 CR\t200\nGamma\t300\t30\t300");
        assert!(accounts(EN, &table).contains("! NotANumber x1 at 2:3"), "{name}");
    }
}

#[test]
fn shares_of_each_client_are_left_out_where_clients_stand_in_columns() {
    accounts_say(&[(
        EN,
        "Month,Acme,Acme %,Beta,Beta %\nJan 2025,100,,50,\nFeb 2025,110,10%,45,-10%\nMar 2025,121,10%,45,0%",
        "Jan 2025 | Feb 2025 | Mar 2025\nAcme: 100 110 121\nBeta: 50 45 45\n= Turned\n- column 3 Acme %: Shares\n- column 5 Beta %: Shares",
    )]);
    let shares = accounts(EN, "Month,Acme,Beta\nJan 2025,10%,50%\nFeb 2025,11%,45%\nMar 2025,12%,45%");
    assert!(shares.contains("! PerCentHere"), "{shares}");
}

#[test]
fn rows_of_a_list_may_be_for_longer_periods_than_the_others() {
    let rest = "= column 1 Client: Names\n= column 2 Period: Periods\n= column 3 Amount: Values\n";
    for (paid, months) in [
        ("Acme;Jan-Mar 2025;300\nAcme;Apr-Jun 2025;330", "Acme: 100 100 100 110 110 110"),
        ("Acme;Q1 2025;300\nAcme;Q2 2025;330", "Acme: 100 100 100 110 110 110"),
        ("Acme;H1 2025;600", "Acme: 100 100 100 100 100 100"),
    ] {
        let table = format!(
            "Client;Period;Amount\n{paid}\nBeta;Jan 2025;50\nBeta;Feb 2025;50\nBeta;Mar 2025;50\nBeta;Apr 2025;55\nBeta;May 2025;55"
        );
        let said = accounts(EN, &table);
        let wanted = format!(
            "Jan 2025 | Feb 2025 | Mar 2025 | Apr 2025 | May 2025 | 2025-06\n{months}\nBeta: 50 50 50 55 55 0\n{rest}"
        );
        assert!(said.starts_with(&wanted) && said.contains("= Spread("), "{table}\n{said}");
    }
    // What adds up the months of its client is none of them.
    let sums = "Client;Period;Amount\nAcme;Jan 2025;10\nAcme;Feb 2025;20\nAcme;2025;30\nBeta;Jan 2025;5\nBeta;Feb 2025;6\nBeta;2025;11";
    let said = accounts(EN, sums);
    assert!(said.starts_with("Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 5 6\n") && !said.contains("Spread"), "{said}");
    let years = accounts(EN, "Client;Period;Amount\nAcme;2024;12\nAcme;2025;13\nBeta;2024;5\nBeta;2025;6");
    assert!(years.starts_with("2024 | 2025\nAcme: 12 13\n") && !years.contains("Spread"), "{years}");
}

#[test]
fn rows_of_nothing_but_shares_are_no_clients() {
    for rows in [
        "Acme\t100\t110\ngrowth\t\t10%\nBeta\t50\t50\ngrowth\t\t0%",
        "Acme\t100\t110\nBeta\t50\t50\nvs LY\t+5%\t+6%",
        "Acme\t100\t110\nBeta\t50\t50\nк прошлому году\t5 %\t6 %",
    ] {
        let said = accounts_said(&accounts_of(EN, "$", &format!("Client\tJan\tFeb\n{rows}"), &Choices::default()));
        assert!(said.starts_with("Jan | Feb\nAcme: 100 110\nBeta: 50 50\n") && said.contains(": Measure"), "{said}");
        assert!(!said.contains('!'), "{said}");
    }
    // A slip in one cell is none.
    let slip = accounts_of(EN, "$", "Client\tJan\tFeb\nAcme\t100\t110\nBeta\t50%\t50", &Choices::default());
    assert!(accounts_said(&slip).contains("! PerCentHere"), "{}", accounts_said(&slip));
}
