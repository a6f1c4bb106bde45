//! Tables of accounts.

use orbita::tables::choice::Choices;

use crate::said::{EN, RU, accounts_of, accounts_said, all_say};

fn say(cases: &[(orbita::i18n::Lang, &str, &str)]) {
    all_say(cases, |lang, text| accounts_said(&accounts_of(lang, "$", text, &Choices::default())));
}

#[test]
fn headings_and_names_in_both_languages() {
    say(&[
        (EN, "Client\tJan 2025\tFeb 2025\nAcme\t10\t20\nBeta\t\t7", "Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 0 7\n= NoRevenue(1)"),
        (RU, "Клиент;янв;фев\nАльфа;90 000;120 000,5\nБета;;15 000", "x"),
    ]);
}
