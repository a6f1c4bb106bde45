//! Exports of programs, as they write them: headings of several rows, totals, notes, signs for nothing.

use crate::said::{EN, RU, accounts_say, cohorts_say};

#[test]
fn what_clients_have_in_common_names_none_of_them() {
    accounts_say(&[(
        EN,
        "Name,Email,Plan,MRR,LTV,Created\nAcme,a@x.com,Pro,\"$1,200\",\"$4,000\",2024-05-01\nBeta,b@x.com,Basic,$90,$400,2024-06-01\nGamma,g@x.com,Basic,$80,$300,2024-07-11",
        "- column 2 Email: Words\n- column 3 Plan: Words\n- column 5 LTV: Unknown\n- column 6 Created: Words\n= Fraction('.', OnlyThousands)\n! OnePeriod x1 at 2:4",
    )]);
}

#[test]
fn ages_down_and_weeks_of_a_year_across_are_turned() {
    cohorts_say(&[(
        EN,
        ",\"Oct 06 - Oct 12\",\"Oct 13 - Oct 19\"\nDay 0,100%,100%\nDay 1,40.5%,42%\nDay 7,20%,21%",
        "per cent at 0 1 7\nOct 06 - Oct 12: 100 40.5 20\nOct 13 - Oct 19: 100 42 21\n= Turned\n= Fraction('.', OtherCells)\n= ages in Days from Headings",
    )]);
}

#[test]
fn sales_by_client_of_programs_for_bookkeeping() {
    accounts_say(&[
        (
            EN,
            "Sales by Customer Summary\nJanuary - March 2025\n\n,JAN 2025,FEB 2025,MAR 2025,TOTAL\nAcme,\"1,200.00\",\"1,250.00\",\"1,300.00\",\"$3,750.00\"\nBeta,300.00,,(50.00),$250.00\nTOTAL,\"$1,500.00\",\"$1,250.00\",\"$1,250.00\",\"$4,000.00\"\n\n\"Accrual Basis Wednesday, April 2, 2025 10:00 AM GMT\"",
            "JAN 2025 | FEB 2025 | MAR 2025\nAcme: 1200 1250 1300\nBeta: 250 0 0\n- row 1 Sales by Customer Summary: Title\n- row 2 January - March 2025: Title\n- column 5 TOTAL: Total\n= Fraction('.', OtherCells)\n- row 7 TOTAL: Total\n- row 9 Accrual Basis Wednesday, April 2, 2025 10:00 AM GMT: Empty\n= TakenOffBefore(1)\n= NoRevenue(1)\n? TakenOffBefore(true)",
        ),
        (
            EN,
            "Income by Contact\nDemo Ltd\nFor the 3 months ended 31 March 2025\n\nContact\tMar 25\tFeb 25\tJan 25\tTotal\nAcme\t1,300.00\t1,250.00\t1,200.00\t3,750.00\nBeta\t-\t120.00\t300.00\t420.00\nTotal Income\t1,300.00\t1,370.00\t1,500.00\t4,170.00",
            "Jan 25 | Feb 25 | Mar 25\nAcme: 1200 1250 1300\nBeta: 300 120 0\n- row 1 Income by Contact: Title\n- row 2 Demo Ltd: Title\n- row 3 For the 3 months ended 31 March 2025: Title\n- column 5 Total: Total\n= Fraction('.', OtherCells)\n- row 8 Total Income: Total\n= NewestFirst\n= NoRevenue(1)",
        ),
        (
            RU,
            "Клиент\tЯнварь\tФевраль\tМарт\tI квартал\tАпрель\nРомашка\t1\t2\t3\t6\t4\nЛуч\t10\t20\t30\t60\t40",
            "Январь | Февраль | Март | Апрель\nРомашка: 1 2 3 4\nЛуч: 10 20 30 40\n- column 5 I квартал: Total",
        ),
        (
            RU,
            "Клиент\tянв.25\tдоля, %\tфев.25\tдоля, %\nРомашка\t100\t66,7%\t120\t70,6%\nЛуч\t50\t33,3%\t50\t29,4%",
            "янв.25 | фев.25\nРомашка: 100 120\nЛуч: 50 50\n- column 3 доля, %: Unknown\n- column 5 доля, %: Unknown",
        ),
        (
            EN,
            "SUM of Amount\tMonth\t\t\t\nCustomer\t2025-Jan\t2025-Feb\t2025-Mar\tGrand Total\nAcme\t10\t20\t30\t60\nBeta\t1\t\t4\t5\nGrand Total\t11\t20\t34\t65",
            "2025-Jan | 2025-Feb | 2025-Mar\nAcme: 10 20 30\nBeta: 1 0 4\n- row 1 SUM of Amount: Title\n- column 5 Grand Total: Total\n- row 5 Grand Total: Total\n= NoRevenue(1)",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t1\u{2009}200,50\t1\u{202f}250,00\nBeta\t300,00\t299,99",
            "Jan 2025 | Feb 2025\nAcme: 1200.5 1250\nBeta: 300 299.99\n= Fraction(',', OtherCells)",
        ),
    ]);
}

#[test]
fn all_clients_that_are_not_listed_are_told_to_be_several() {
    for name in ["Others (213 clients)", "Прочие клиенты", "All other", "Остальные"] {
        let table = format!("Client\tJan 2025\tFeb 2025\nAcme\t100\t120\nBeta\t50\t40\nGamma\t5\t4\n{name}\t30\t31");
        let wanted = format!(
            "Jan 2025 | Feb 2025\nAcme: 100 120\nBeta: 50 40\nGamma: 5 4\n{name}: 30 31\n= SeveralInOne([{name:?}])"
        );
        accounts_say(&[(EN, &table, &wanted)]);
    }
    let company = "Client\tJan 2025\tFeb 2025\nOther Ocean\t100\t120\nBeta\t50\t40\nRest Easy\t5\t4";
    accounts_say(&[(EN, company, "Jan 2025 | Feb 2025\nOther Ocean: 100 120\nBeta: 50 40\nRest Easy: 5 4")]);
}

#[test]
fn tables_of_clients_as_many_programs_write_them() {
    accounts_say(&[
        (
            EN,
            "Region,Month,Revenue\nNorth,2024-05,1200\nNorth,2024-06,90\nSouth,2024-05,80\nSouth,2024-06,81",
            "2024-05 | 2024-06\nNorth: 1200 90\nSouth: 80 81\n= column 1 Region: Names\n= column 2 Month: Periods\n= column 3 Revenue: Values\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        (
            EN,
            "Customer Name,Plan,MRR,Start date,Cancelled\nAcme,Pro,1200,2024-05-01,\nBeta,Basic,90,2024-06-01,2025-01-01\nGamma,Basic,80,2024-07-11,",
            "2024-05 | 2024-06 | 2024-07 | 2024-08 | 2024-09 | 2024-10 | 2024-11 | 2024-12 | 2025-01\nAcme: 1200 1200 1200 1200 1200 1200 1200 1200 1200\nBeta: 0 90 90 90 90 90 90 90 0\nGamma: 0 0 80 80 80 80 80 80 80\n= column 1 Customer Name: Names\n= column 4 Start date: Begins\n= column 5 Cancelled: Ends\n= column 3 MRR: Values\n- column 2 Plan: Unknown\n= Contracts { rows: 3, open: 2, last: \"2025-01\" }",
        ),
        (
            EN,
            "Customer Name,Invoice Date,Total,Balance,Status\nAcme,2025-01-05,100,0,Paid\nAcme,2025-02-05,100,100,Overdue\nBeta,2025-01-07,50,0,Paid\nBeta,2025-02-07,50,0,Paid",
            "2025-01 | 2025-02\nAcme: 100 0\nBeta: 50 50\n- row 3 Acme: Void\n= column 1 Customer Name: Names\n= column 2 Invoice Date: Periods\n= column 3 Total: Values\n- column 4 Balance: Unknown\n- column 5 Status: Unknown\n= Pivoted { rows: 4, added: 0 }\n= NoRevenue(1)\n? Pivot(true)\n? WithoutVoid(true)",
        ),
        (
            EN,
            "Customer\tARR Q1 2025\tARR Q2 2025\nAcme\t1200\t1400\nBeta\t600\t600",
            "Q1 2025 | Q2 2025\nAcme: 300 350\nBeta: 150 150\n? AYear(true)",
        ),
        (
            EN,
            "Client\t2022\t2023\t2024\tH1 2025\nAcme\t100\t120\t130\t60\nBeta\t50\t60\t70\t30",
            "2022 | 2023 | 2024\nAcme: 100 120 130\nBeta: 50 60 70\n- column 5 H1 2025: Total",
        ),
        (
            EN,
            "Client\t2023\t2024\t2025 YTD\nAcme\t100\t120\t30\nBeta\t50\t60\t15",
            "2023 | 2024\nAcme: 100 120\nBeta: 50 60\n- column 4 2025 YTD: Unknown",
        ),
        (
            EN,
            "Client\tJan\tFeb\tMar\tJan\tFeb\tMar\nAcme\t1\t2\t3\t4\t5\t6\nBeta\t1\t2\t3\t4\t5\t6",
            "Jan | Feb | Mar | Jan | Feb | Mar\nAcme: 1 2 3 4 5 6\nBeta: 1 2 3 4 5 6\n? NewestFirst(false)",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\tCr\nAcme\t100\t120\t110\nBeta\t50\t60\t55",
            "Jan 2025 | Feb 2025\nAcme: 100 120\nBeta: 50 60\n- column 4 Cr: Unknown",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t1,20,000\t1,30,000\nBeta\t50,000\t55,000",
            "Jan 2025 | Feb 2025\nAcme: 120000 130000\nBeta: 50000 55000\n= Fraction('.', OtherCells)",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t120.00-\t130.00\nBeta\t50.00\t55.00",
            "= Fraction('.', OtherCells)\n! Negative x1 at 2:2",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t—\t130.00\nBeta\t50.00\t–",
            "Jan 2025 | Feb 2025\nAcme: 0 130\nBeta: 50 0\n= Fraction('.', OtherCells)\n= NoRevenue(2)",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t1.2\t1.3\nBeta\t0.5\t0.6\nAll figures in millions of USD",
            "Jan 2025 | Feb 2025\nAcme: 1200000 1300000\nBeta: 500000 600000\n= Fraction('.', OtherCells)\n= Scale(6, \"All figures in millions of USD\")\n- row 4 All figures in millions of USD: Empty",
        ),
        (
            EN,
            "Client\tTerms\tJan 2025\tFeb 2025\nAcme\t30\t100\t120\nBeta\t60\t50\t60",
            "Jan 2025 | Feb 2025\nAcme: 100 120\nBeta: 50 60\n- column 2 Terms: Unknown",
        ),
        (
            EN,
            "Client\tOpening\tJan 2025\tFeb 2025\nAcme\t30\t100\t120\nBeta\t60\t50\t60",
            "Jan 2025 | Feb 2025\nAcme: 100 120\nBeta: 50 60\n- column 2 Opening: Unknown",
        ),
        (
            EN,
            "Client\t2025/01/31\t2025/02/28\nAcme\t100\t120\nBeta\t50\t60",
            "2025/01/31 | 2025/02/28\nAcme: 100 120\nBeta: 50 60",
        ),
        (
            EN,
            "Client\t1Q25\t2Q25\t3Q25\nAcme\t100\t120\t130\nBeta\t50\t60\t70",
            "1Q25 | 2Q25 | 3Q25\nAcme: 100 120 130\nBeta: 50 60 70",
        ),
        (
            RU,
            "Номенклатура/Контрагент\tянв 2025\tфев 2025\nПодписка\t150\t160\nРомашка\t100\t110\nЛуч\t50\t50\nВнедрение\t30\t30\nРомашка\t30\t30\nИтого\t180\t190",
            "янв 2025 | фев 2025\nРомашка: 130 140\nЛуч: 50 50\n- row 2 Подписка: Total\n- row 5 Внедрение: Total\n- row 7 Итого: Total\n= AddedUp(\"Ромашка\", [3, 6])\n? Nested(Parts)\n? AddUp(true)",
        ),
        (
            RU,
            "Клиент\t2023 г.\t2024 г.\tИзм.\nРомашка\t100\t110\t10\nЛуч\t50\t50\t0\nИ т о г о\t150\t160\t10",
            "2023 г. | 2024 г.\nРомашка: 100 110\nЛуч: 50 50\n- column 4 Изм.: Unknown\n- row 4 И т о г о: Total\n? Row(4, false)",
        ),
        (
            RU,
            "Клиент\t2023\t2024\nРомашка\t100\t110\nЛуч\t50\t50\nКактус\t20\t20\nИтого выручка за год\t170\t180\nСредняя на клиента\t56,7\t60",
            "2023 | 2024\nРомашка: 100 110\nЛуч: 50 50\nКактус: 20 20\n= Fraction(',', OtherCells)\n- row 5 Итого выручка за год: Total\n- row 6 Средняя на клиента: Average",
        ),
        (
            RU,
            "Клиент\tI кв. 2025\tII кв. 2025\nРомашка\t100\t110\nЛуч\t50\t51",
            "I кв. 2025 | II кв. 2025\nРомашка: 100 110\nЛуч: 50 51",
        ),
        (
            RU,
            "Клиент\t2025.01\t2025.02\t2025.10\nРомашка\t100\t110\t3\nЛуч\t50\t51\t4",
            "2025.01 | 2025.02 | 2025.10\nРомашка: 100 110 3\nЛуч: 50 51 4\n= OldestFirst, 7 missing",
        ),
        (
            RU,
            "№\tКлиент\tИНН\t2023\t2024\tИтого\n1\tРомашка\t7701234567\t100\t110\t210\n2\tЛуч\t7701234568\t50\t51\t101\n\t\t\t150\t161\t311",
            "2023 | 2024\nРомашка: 100 110\nЛуч: 50 51\n- column 1 №: Unknown\n- column 3 ИНН: Unknown\n- column 6 Итого: Total\n- row 4: Total",
        ),
    ]);
}

#[test]
fn tables_of_cohorts_as_many_programs_write_them() {
    cohorts_say(&[
        (
            EN,
            "Cohort\tUsers\tWeek 0\tWeek 1\nJan 6 - Jan 12\t100\t100%\t50%\nJan 13 - Jan 19\t120\t100%\t",
            "clients at 0 1\nJan 6 - Jan 12: 100 50\nJan 13 - Jan 19: 120 .\n= column 2 Users: Sizes\n= ages in Weeks from Headings\n= CountsFromShares",
        ),
        (
            EN,
            "Week\tW40\tW41\tW42\nDay 0\t100\t90\t80\nDay 1\t50\t45\t40",
            "clients at 0 1\nW40: 100 50\nW41: 90 45\nW42: 80 40\n= Turned\n= ages in Days from Headings",
        ),
        (
            EN,
            "Cohort\tM0\tM1\tM2\nJan 2025\t1,00\t0,85\t0,70\nFeb 2025\t1,00\t0,80\t",
            "per cent at 0 1 2\nJan 2025: 100 85 70\nFeb 2025: 100 80 .\n= Fraction(',', OtherCells)\n= ages in Months from Headings",
        ),
        (
            EN,
            "Когорта\tРазмер\t1-й месяц\t2-й месяц\nянв 2025\t1 200\t85,5 %\t70,1 %\nфев 2025\t1 100\t80,0 %\t",
            "clients at 0 1 2\nянв 2025: 1200 1026 841\nфев 2025: 1100 880 .\n= column 2 Размер: Sizes\n= Fraction(',', OtherCells)\n= ages in Months from Headings\n= CountsFromShares",
        ),
    ]);
}
