use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

prop_compose! {
    fn clients()(
        margin in 1.0..2e3, churn in 0.0..0.3, discount in 0.0..0.05, growth in -0.03..0.03, cost in 0.0..1.3,
        months in prop::sample::select(vec![1u32, 3, 12]), in_arrears in any::<bool>(),
    ) -> Client {
        let paid = if in_arrears { PaymentTiming::InArrears } else { PaymentTiming::InAdvance };
        Client { margin, churn, discount, growth, retention_cost: cost * margin, terms: PaymentTerms { months, paid } }
    }
}

/// Net income of the first `n` terms, term by term.
fn income(client: &Client, n: u32) -> f64 {
    let b = client.terms.months;
    let discounted = |months: u32| (1.0 + client.discount).powi(-(months as i32));
    let wait = if client.terms.paid == PaymentTiming::InArrears { b } else { 0 };
    let term = |k: u32| {
        let start = k * b;
        let alive = (1.0 - client.churn).powi(start as i32);
        let price = client.margin * f64::from(b) * (1.0 + client.growth).powi(start as i32);
        let cost: f64 = (start..start + b).map(|month| client.retention_cost * discounted(month)).sum();
        alive * (price * discounted(start + wait) - cost)
    };
    (0..n).map(term).sum()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn payback_is_the_first_term_that_covers_the_cac(client in clients(), part in 0.01..1.5) {
        let cac = part * client.margin * 20.0;
        let terms = 240 / client.terms.months;
        // Between two terms the income may rise above both, which only a fraction of a payment could show.
        let covered = (1..=terms).find(|n| income(&client, *n) >= cac * (1.0 + 1e-9));
        match client.figures(cac).unwrap().payback_net {
            Ok(Payback { payments, month, .. }) => {
                let whole = (payments - 1e-9).ceil() as u32;
                let before = if client.terms.paid == PaymentTiming::InAdvance { whole.max(1) - 1 } else { whole };
                prop_assert_eq!(month, before * client.terms.months);
                prop_assert!(covered.is_none_or(|term| whole <= term), "{} {:?}", payments, covered);
                if whole <= terms && client.growth >= 0.0 {
                    prop_assert!(income(&client, whole) >= cac * (1.0 - 1e-6), "{}", payments);
                }
                prop_assert!((1..whole.min(terms)).all(|term| income(&client, term) <= cac * (1.0 + 1e-6)));
            }
            Err(why) => prop_assert!(why == NoFigure::NeverPaysBack && covered.is_none(), "{:?} {:?}", why, covered),
        }
    }

    #[test]
    fn lifetime_value_is_the_sum_of_all_terms(client in clients()) {
        prop_assume!((1.0 - client.churn) * (1.0 + client.growth.max(0.0)) / (1.0 + client.discount) < 0.985);
        let net = client.net().unwrap();
        let scale = client.gross().unwrap();
        prop_assert!((net - income(&client, 3_000 / client.terms.months)).abs() <= 1e-9 * scale.max(1.0));
        prop_assert!(close(net, scale - client.lifetime_cost().unwrap(), 1e-9));
    }

    #[test]
    fn one_account_is_made_up_for_when_the_projected_revenue_is_back(
        revenues in prop::collection::vec(10.0..1e3, 1..12), new_clients in 0.0..9.0, revenue_per_client in 1.0..300.0,
        churn in 0.0..0.2, at in 0usize..12,
    ) {
        let refill = Refill { new_clients, revenue_per_client, churn, cac: 50.0, gross_margin: 0.5, discount: 0.0 };
        let at = at % revenues.len();
        let lost = refill.lose(&revenues, at).unwrap();
        let all: f64 = revenues.iter().sum();
        let mut revenue = all - revenues[at];
        let grows = new_clients * revenue_per_client > churn * all * (1.0 + 1e-9);
        match lost.months {
            Ok(months) if months < 5_000.0 => {
                let mut missing = 0.0;
                for _ in 0..months.ceil() as u32 {
                    prop_assert!(revenue < all * (1.0 + 1e-9));
                    missing += 0.5 * (all - revenue);
                    revenue = revenue * (1.0 - churn) + new_clients * revenue_per_client;
                }
                prop_assert!(revenue >= all * (1.0 - 1e-6) && grows);
                prop_assert!(close(lost.margin_lost.unwrap(), missing, 1e-9));
            }
            Ok(_) => prop_assert!(grows),
            Err(why) => prop_assert!(why == NoFigure::NeverRefilled && new_clients * revenue_per_client <= churn * all * (1.0 + 1e-9)),
        }
        prop_assert!(close(lost.cost, lost.clients * 50.0, 1e-12) && close(lost.share * all, revenues[at], 1e-12));
    }
}
