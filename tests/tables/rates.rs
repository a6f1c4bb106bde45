//! Amounts that are a month's or a year's, whatever a column stands for.

use orbita::tables::choice::{Choice, Choices};

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say};

#[test]
fn amounts_of_a_month_under_longer_periods_are_asked_about() {
    accounts_say(&[
        (
            EN,
            "Client\tQ1 2025\tQ2 2025\nAcme\t$100/mo\t$110/mo\nBeta\t$50/mo\t$60/mo",
            "Q1 2025 | Q2 2025\nAcme: 300 330\nBeta: 150 180\n? AMonth(true)",
        ),
        (
            EN,
            "Client\tQ1\tQ2\tQ3\nAcme\t$100/mo\t$110/mo\t$120/mo\nBeta\t$50/mo\t$60/mo\t$70/mo",
            "Q1 | Q2 | Q3\nAcme: 300 330 360\nBeta: 150 180 210\n? AMonth(true)",
        ),
        (
            EN,
            "MRR by customer\nClient\t2024\t2025\nAcme\t100\t110\nBeta\t50\t60",
            "2024 | 2025\nAcme: 1200 1320\nBeta: 600 720\n- row 1 MRR by customer: Title\n? AMonth(true)",
        ),
        (
            EN,
            "Client\tMRR Q1 2025\tMRR Q2 2025\nAcme\t100\t110\nBeta\t50\t60",
            "Q1 2025 | Q2 2025\nAcme: 300 330\nBeta: 150 180\n? AMonth(true)",
        ),
        (
            RU,
            "Клиент\t1 полугодие 2024\t2 полугодие 2024\nРомашка\t1 000 $/мес\t1 100 $/мес\nЛуч\t10 $/мес\t20 $/мес",
            "1 полугодие 2024 | 2 полугодие 2024\nРомашка: 6000 6600\nЛуч: 60 120\n? AMonth(true)",
        ),
        // Of a month each, they are what they are.
        (
            EN,
            "MRR by customer\nClient\tJan 2025\tFeb 2025\nAcme\t$100/mo\t$110/mo\nBeta\t$50/mo\t$60/mo",
            "Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 50 60\n- row 1 MRR by customer: Title",
        ),
        (
            EN,
            "ARR by customer\nClient\t2024\t2025\nAcme\t100\t110\nBeta\t50\t60",
            "2024 | 2025\nAcme: 100 110\nBeta: 50 60\n- row 1 ARR by customer: Title",
        ),
        (
            EN,
            "Client\tQ1 2025\tQ2 2025\nAcme\t$100/mo\t$1,100/yr\nBeta\t$50/mo\t$60/mo",
            "= Fraction('.', OnlyThousands)\n! MixedRates x1 at 2:3",
        ),
    ]);
    let table = "MRR by customer\nClient\t2024\t2025\nAcme\t100\t110\nBeta\t50\t60";
    let kept = accounts_of(EN, "$", table, &Choices::default().with(Choice::AMonth(false)));
    assert!(accounts_said(&kept).starts_with("2024 | 2025\nAcme: 100 110\n"));
}

#[test]
fn recurring_revenue_of_a_year_or_a_month_may_stand_behind_amounts() {
    for (table, revenue) in [
        ("Client\t2024\t2025\nAcme\t1.2M ARR\t$1.4M ARR", "Acme: 1200000 1400000"),
        ("Client\tJan\tFeb\nAcme\t1200 ARR\t$2.4k ARR", "Acme: 100 200"),
        ("Client\tJan\tFeb\nAcme\t1200 MRR\t$2.4k MRR", "Acme: 1200 2400"),
        ("Client\tQ1 2025\tQ2 2025\nAcme\t100 MRR\t200 mrr", "Acme: 300 600"),
    ] {
        let said = accounts_said(&accounts_of(EN, "$", table, &Choices::default()));
        assert!(said.contains(&format!("\n{revenue}\n")), "{said}");
    }
}
