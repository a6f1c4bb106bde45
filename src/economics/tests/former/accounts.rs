use orbita_economics::former::*;
use orbita_economics::{Bridge, NoFigure, NrrBy, Stream, Timing};
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
fn losing_the_largest_client_leaves_a_hole() {
    let hole = lose_client(&[60.0, 10.0, 20.0, 30.0], 0, 1.5, 8.0).unwrap();
    assert_eq!((hole.share, hole.clients, hole.periods, hole.cost), (0.5, 3.0, Ok(2.0), 24.0));
    let idle = lose_client(&[60.0, 10.0], 0, 0.0, 8.0).unwrap();
    assert_eq!(idle.periods, Err(NoFigure::NeverPaysBack));
    assert_eq!(lose_client(&[60.0], 0, 1.0, 8.0), Err(NoFigure::NothingToShare));
}

#[test]
fn an_initiative_pays_from_its_break_even_on() {
    let base = Stream { margin: 46.5, retention: 0.966, discount: 0.009, growth: 0.0 };
    let idle = Initiative {
        cost_once: 900.0,
        cost_per_period: 10.0,
        reached: 120.0,
        retention_gain: 0.0,
        margin_gain: 0.0,
        won_per_period: 0.0,
    };
    let worth = idle.worth(&base, 36).unwrap();
    assert!(worth.gain == 0.0 && worth.net == -worth.cost && worth.cost > 900.0);
    let needed = idle.break_even_gain(&base, 36).unwrap();
    let just = Initiative { retention_gain: needed, ..idle }.worth(&base, 36).unwrap();
    assert!(needed > 0.0 && just.net.abs() < 1e-6 * just.cost, "{just:?}");
    let hopeless = Initiative { cost_once: 1e9, ..idle };
    assert_eq!(hopeless.break_even_gain(&base, 36), Err(NoFigure::CannotPay));
    let winning = Initiative { won_per_period: 1.0, ..idle }.worth(&base, 2).unwrap();
    let (first, second) = (base.value_over(Timing::Immediate, 2).unwrap(), 46.5 / 1.009);
    assert!((winning.gain - first - second).abs() < 1e-9, "one customer with two payments, one with one");
}
