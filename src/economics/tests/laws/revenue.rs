use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

fn accounts() -> impl Strategy<Value = Vec<Account>> {
    let money = || prop_oneof![Just(0.0), 0.1..1e4];
    let account = (money(), money(), any::<bool>(), prop::option::of(0.0..400.0), money())
        .prop_map(|(start, end, cancelled, away_days, passing)| Account { start, end, cancelled, away_days, passing });
    prop::collection::vec(account, 1..20)
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn gross_retention_never_exceeds_one_nor_net(accounts in accounts()) {
        if let Ok(kept) = retention_of(&accounts) {
            prop_assert!(kept.grr <= 1.0 && kept.grr <= kept.nrr + 1e-12 && kept.logo <= 1.0);
        } else {
            prop_assert!(accounts.iter().all(|account| account.start == 0.0));
        }
    }

    #[test]
    fn a_bridge_ends_where_the_accounts_do(accounts in accounts()) {
        let paying: f64 = accounts.iter().map(|account| account.end).sum();
        let staying: f64 = accounts.iter().filter(|account| !account.cancelled).map(|account| account.end).sum();
        let end = |vendor| bridge_of(&accounts, vendor).unwrap().end().unwrap();
        prop_assert!(close(end(Vendor::ProfitWell), paying, 1e-9));
        prop_assert!(close(end(Vendor::Maxio), staying, 1e-9));
    }

    #[test]
    fn a_bridge_booked_by_account_has_the_retention_of_the_accounts(accounts in accounts()) {
        let bridge = bridge_of(&accounts, Vendor::ProfitWell).unwrap();
        if let Ok(kept) = retention_of(&accounts) {
            prop_assert!(close(bridge.nrr(NrrBy::Accounts).unwrap(), kept.nrr, 1e-9));
            prop_assert!(close(bridge.grr().unwrap(), kept.grr, 1e-9));
            prop_assert!(close(bridge.net_churn().unwrap(), 1.0 - kept.nrr, 1e-9));
        }
    }
}

#[test]
fn vendors_read_the_same_accounts_differently() {
    let accounts = [
        Account { start: 100.0, end: 100.0, cancelled: true, ..Account::default() },
        Account { end: 50.0, away_days: Some(91.0), ..Account::default() },
        Account { end: 30.0, away_days: Some(90.0), ..Account::default() },
        Account { end: 20.0, ..Account::default() },
        Account { passing: 7.0, ..Account::default() },
    ];
    let paid = Bridge { start: 100.0, new: 20.0, reactivation: 80.0, ..Bridge::default() };
    assert_eq!(bridge_of(&accounts, Vendor::ProfitWell), Ok(paid));
    let cancelled = Bridge { start: 100.0, new: 77.0, reactivation: 30.0, churned: 107.0, ..Bridge::default() };
    assert_eq!(bridge_of(&accounts, Vendor::Maxio), Ok(cancelled));
}

#[test]
fn ratios_differ_by_definition_and_vanish_with_reason() {
    let bridge =
        Bridge { start: 100.0, new: 30.0, reactivation: 10.0, expansion: 10.0, contraction: 5.0, churned: 5.0 };
    assert_eq!(bridge.nrr(NrrBy::Accounts), Ok(1.0));
    assert_eq!(bridge.nrr(NrrBy::Baremetrics), Ok(1.05));
    assert_eq!(bridge.quick_ratio(QuickRatioBy::NewAndExpansion), Ok(4.0));
    assert_eq!(bridge.quick_ratio(QuickRatioBy::AllGains), Ok(5.0));
    let young = Bridge { start: 0.0, contraction: 0.0, churned: 0.0, ..bridge };
    assert_eq!(young.nrr(NrrBy::Accounts), Err(NoFigure::NothingToShare));
    assert_eq!(young.quick_ratio(QuickRatioBy::AllGains), Err(NoFigure::NoLosses));
    assert_eq!(implied_acquisition(1_000.0, 900.0, 0.8), Ok(280.0));
    assert_eq!(implied_acquisition(700.0, 900.0, 0.8), Err(NoFigure::RetentionTooHigh));
}

#[test]
fn losing_the_largest_client_leaves_a_hole() {
    let hole = lose_client(&[60.0, 10.0, 20.0, 30.0], 0, 1.5, 8.0).unwrap();
    assert_eq!((hole.share, hole.clients, hole.periods, hole.cost), (0.5, 3.0, Ok(2.0), 24.0));
    let idle = lose_client(&[60.0, 10.0], 0, 0.0, 8.0).unwrap();
    assert_eq!(idle.periods, Err(NoFigure::NeverPaysBack));
    assert_eq!(lose_client(&[60.0], 0, 1.0, 8.0), Err(NoFigure::NothingToShare));
}
