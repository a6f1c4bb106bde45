//! Months in other languages, and columns among months that nobody knows.

use crate::said::{EN, accounts_of, accounts_said};
use orbita::tables::choice::Choices;

fn said(heads: &str) -> String {
    let heads = heads.replace(' ', "\t").replace('_', " ");
    let table = format!("Client\t{heads}\nAcme\t10\t20\t30\nBeta\t1\t2\t4\nGamma\t5\t5\t6");
    accounts_said(&accounts_of(EN, "$", &table, &Choices::default()))
}

#[test]
fn months_are_known_in_many_languages() {
    for heads in [
        "okt_2025 nov_2025 des_2025",
        "ian_2025 feb_2025 mar_2025",
        "mai_2025 iun_2025 iul_2025",
        "oct_2025 noi_2025 dec_2025",
        "jan feb márc",
        "ápr máj jún",
        "júl aug szept",
        "okt nov dec",
        "led_2025 úno_2025 bře_2025",
        "dub kvě čvn",
        "čvc srp zář",
        "ιαν φεβ μαρ",
        "ιουν ιουλ αυγ",
        "ocak şub mar",
        "tem ağu eyl",
        "січ лют бер",
        "лип сер вер",
        "sty lut mar",
        "қаңтар ақпан наурыз",
        "tammi helmi maalis",
        "яну фев мар",
        "yanvar fevral mart",
    ] {
        let said = said(heads);
        let wanted = heads.replace(' ', " | ").replace('_', " ");
        assert!(said.starts_with(&format!("{wanted}\n")) && !said.contains('?'), "{said}");
    }
}

#[test]
fn a_column_among_months_that_is_not_known_is_asked_about() {
    for (heads, asked) in [
        ("jan_2025 foo_2025 mar_2025", "? Column(3, Values)"),
        ("říj_2025 lis_2025 pro_2025", "? Column(4, Values)"),
        ("jan foo mar", "? Column(3, Values)"),
        ("okt nov des", "? Column(4, Values)"),
        ("ian feb mar", "? Column(2, Values)"),
        ("Jan Rebate Feb", "? Column(3, LeftOut)"),
    ] {
        let said = said(heads);
        assert!(said.lines().any(|line| line == asked), "{heads}\n{said}");
    }
    for heads in ["Jan Discount Mar", "Jan Seats Feb", "Jan Total Feb", "Jan Growth Feb", "Jan Churn Mar"] {
        assert!(!said(heads).contains('?'), "{heads}\n{}", said(heads));
    }
}
