use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

fn rows() -> impl Strategy<Value = Vec<AccountRow>> {
    let money = prop_oneof![2 => Just(0.0), 3 => 1.0..1e4];
    let row = (prop::collection::vec(money, 1..9), prop::option::of(0usize..10));
    let row = row.prop_map(|(revenue, cancelled)| AccountRow { revenue, cancelled });
    prop::collection::vec(row, 1..12)
}

fn paid(rows: &[AccountRow], column: usize) -> f64 {
    rows.iter().filter_map(|row| row.revenue.get(column)).sum()
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn movements_lead_from_the_start_to_the_end(rows in rows(), months in 1u32..13, ends in prop::array::uniform2(0usize..9)) {
        let table = AccountTable::new(&rows, months).unwrap();
        let last = table.columns() - 1;
        let (from, to) = (ends[0].min(ends[1]).min(last), ends[0].max(ends[1]).min(last));
        let summed = table.summed(from, to, Vendor::ProfitWell).unwrap();
        let between = table.between(from, to).unwrap();
        for bridge in [&summed.bridge, &between.bridge] {
            prop_assert!(close(bridge.start, paid(&rows, from), 1e-9));
            prop_assert!(close(bridge.end().unwrap(), paid(&rows, to), 1e-9));
        }
        let maxio = table.summed(from, to, Vendor::Maxio).unwrap();
        for found in [&summed, &maxio] {
            prop_assert_eq!(found.steps.len(), to - from);
            let mut revenue = found.bridge.start;
            for step in &found.steps {
                prop_assert!(close(step.start, revenue, 1e-9));
                revenue = step.end().unwrap();
            }
            prop_assert!(close(found.bridge.end().unwrap(), revenue, 1e-9));
        }
        prop_assert!(maxio.bridge.end().unwrap() <= summed.bridge.end().unwrap() + 1e-6);
        if let Ok(kept) = between.retention {
            prop_assert!(kept.grr <= 1.0 && kept.grr <= kept.nrr + 1e-12 && kept.logo <= 1.0);
            prop_assert!(close(between.bridge.grr().unwrap(), kept.grr, 1e-9));
        } else {
            prop_assert!(between.bridge.start == 0.0);
        }
    }

    #[test]
    fn over_two_columns_the_sum_is_the_bridge_between_its_ends(rows in rows(), column in 0usize..9) {
        let table = AccountTable::new(&rows, 1).unwrap();
        if column + 1 < table.columns() {
            let summed = table.summed(column, column + 1, Vendor::ProfitWell).unwrap();
            prop_assert_eq!(summed.bridge, table.between(column, column + 1).unwrap().bridge);
        }
    }
}

#[test]
fn a_return_after_ninety_days_is_new_to_maxio_alone() {
    let away = |empty: usize| {
        let mut revenue = vec![0.0; empty + 2];
        revenue[0] = 10.0;
        revenue[empty + 1] = 20.0;
        AccountRow { revenue, cancelled: None }
    };
    let returned = |months: u32, empty: usize, vendor| {
        let row = [away(empty)];
        let bridge = AccountTable::new(&row, months).unwrap().summed(0, empty + 1, vendor).unwrap().bridge;
        (bridge.reactivation, bridge.new)
    };
    for empty in [1, 2] {
        assert_eq!(returned(1, empty, Vendor::Maxio), (20.0, 0.0));
    }
    assert_eq!(returned(1, 3, Vendor::Maxio), (0.0, 20.0));
    assert_eq!(returned(3, 1, Vendor::Maxio), (0.0, 20.0), "a quarter is too long");
    assert_eq!(returned(12, 5, Vendor::ProfitWell), (20.0, 0.0));
}

#[test]
fn what_came_and_went_between_two_ends_enters_nothing() {
    let row = |revenue: &[f64]| AccountRow { revenue: revenue.to_vec(), cancelled: None };
    let table = AccountTable::new(&[row(&[5.0, 5.0, 5.0]), row(&[0.0, 9.0, 0.0])], 1).unwrap();
    let between = table.between(0, 2).unwrap();
    assert_eq!(between.bridge, Bridge { start: 5.0, ..Bridge::default() });
    assert_eq!(between.bridge.quick_ratio(QuickRatioBy::AllGains), Err(NoFigure::NoLosses));
    let summed = table.summed(0, 2, Vendor::ProfitWell).unwrap();
    assert_eq!((summed.bridge.new, summed.bridge.churned), (9.0, 9.0));
    assert_eq!(summed.step_nrr, [Ok(1.0), Ok(5.0 / 14.0)]);
    let from_nothing = AccountTable::new(&[row(&[0.0, 4.0, 4.0])], 1).unwrap().summed(0, 2, Vendor::Maxio).unwrap();
    assert_eq!(from_nothing.step_nrr, [Err(NoFigure::NothingToShare), Ok(1.0)]);
    assert_eq!(from_nothing.nrr, Err(NoFigure::NothingToShare));
    let wrong = AccountTable::new(&[row(&[1.0]), row(&[1.0, -2.0])], 1);
    assert_eq!(wrong, Err(NoFigure::Cell { cohort: 1, column: 1, must: Must::NotBeNegative }));
    assert!(table.between(1, 3).is_err() && table.between(2, 1).is_err());
}
