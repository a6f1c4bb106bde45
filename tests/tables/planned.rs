//! What a table says of numbers that have not come to pass: in rows above and below the periods, and in notes below the table.

use orbita::tables::choice::{Choice, Choices};
use orbita::tables::role::Role;

use crate::said::{EN, RU, accounts_of, accounts_said, cohorts_of, cohorts_said};

#[test]
fn a_row_of_actual_and_forecast_may_stand_on_either_side_of_the_periods() {
    for heads in [
        "Client\tJan 2025\tFeb 2025\tMar 2025\n\tActual\tActual\tForecast",
        "Client\tJan 2025\tFeb 2025\tMar 2025\n\tActual\t\tForecast",
        "Client\tJan 2025\tFeb 2025\tMar 2025\n\t\t\tForecast",
        "\tActual\tActual\tForecast\nClient\tJan 2025\tFeb 2025\tMar 2025",
        "\tActual\t\tForecast\nClient\tJan 2025\tFeb 2025\tMar 2025",
        "\t\t\tForecast\nClient\tJan 2025\tFeb 2025\tMar 2025",
        "Client\tActual\tActual\tForecast\n\tJan 2025\tFeb 2025\tMar 2025",
    ] {
        let table = format!("{heads}\nAcme\t10\t20\t30\nBeta\t5\t6\t7");
        let said = accounts_said(&accounts_of(EN, "$", &table, &Choices::default()));
        assert!(said.starts_with("Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 5 6\n"), "{heads}\n{said}");
        assert!(said.contains("- column 4 Mar 2025 (Forecast)") && said.contains("? Column(4, LeftOut)"), "{said}");
        let taken = Choices::default().with(Choice::Column(4, Role::Values));
        let said = accounts_said(&accounts_of(EN, "$", &table, &taken));
        assert!(said.contains("Acme: 10 20 30\n"), "{heads}\n{said}");
    }
    let russian = "Клиент\tянв.25\tфев.25\tмар.25\n\tФакт\t\tПлан\nАльфа\t10\t20\t30\nБета\t5\t6\t7";
    let said = accounts_said(&accounts_of(RU, "₽", russian, &Choices::default()));
    assert!(said.starts_with("янв.25 | фев.25\nАльфа: 10 20\n"), "{said}");
}

#[test]
fn ages_of_cohorts_may_be_forecast_too() {
    for heads in [
        "Cohort\tMonth 0\tMonth 1\tMonth 2\n\tActual\tActual\tForecast",
        "Cohort\tActual\tActual\tForecast\n\tMonth 0\tMonth 1\tMonth 2",
    ] {
        let table = format!("{heads}\nJan 2025\t100\t80\t70\nFeb 2025\t90\t75\t60");
        let said = cohorts_said(&cohorts_of(EN, &table, &Choices::default()));
        assert!(said.starts_with("clients at 0 1\nJan 2025: 100 80\nFeb 2025: 90 75\n"), "{heads}\n{said}");
        assert!(said.contains("? Column(4, LeftOut)"), "{said}");
    }
}

#[test]
fn a_note_below_a_table_may_say_that_marked_numbers_are_planned() {
    for (head, acme, beta, note) in [
        ("Mar 2025", "30*", "7*", "* forecast"),
        ("Mar 2025", "30*", "7*", "\n* Forecast. Source: CRM."),
        ("Mar 2025", "30*", "7", "* — forecast"),
        ("Mar 2025*", "30", "7", "* March is a forecast"),
        ("Mar 2025", "30²", "7²", "¹ one-off\n² estimate"),
        ("Mar 2025", "30 [1]", "7 [1]", "[1] оценка"),
    ] {
        let table = format!("Client\tJan 2025\tFeb 2025\t{head}\nAcme\t10\t20\t{acme}\nBeta\t5\t6\t{beta}\n{note}");
        let said = accounts_said(&accounts_of(EN, "$", &table, &Choices::default()));
        assert!(said.starts_with("Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 5 6\n"), "{note}\n{said}");
        assert!(said.contains("? Column(4, LeftOut)") && !said.contains("? Row"), "{note}\n{said}");
    }
}

#[test]
fn other_notes_are_left_out_and_ask_nothing() {
    for note in ["* excluding VAT", "* one-off payments", "Прогноз\t\t\t", "Forecast"] {
        let table = format!("Client\tJan 2025\tFeb 2025\tMar 2025\nAcme\t10\t20\t30*\nBeta\t5\t6\t7\n{note}");
        let said = accounts_said(&accounts_of(EN, "$", &table, &Choices::default()));
        assert!(said.contains("Acme: 10 20 30\nBeta: 5 6 7\n") && said.contains("Empty"), "{note}\n{said}");
        assert!(!said.contains('?'), "{note}\n{said}");
    }
}
