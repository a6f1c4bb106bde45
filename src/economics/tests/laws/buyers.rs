use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn spending_expected_of_a_customer_lies_between_theirs_and_the_mean(mean in 1.0..500.0, repeats in 1u32..200) {
        let model = GammaGamma { p: 6.25, q: 3.74, v: 15.44 };
        let expected = |repeats, mean| model.expected_purchase(&Spender { repeats, mean }).unwrap();
        let (all, own) = (expected(0, 0.0), expected(repeats, mean));
        prop_assert!(own >= all.min(mean) - 1e-9 && own <= all.max(mean) + 1e-9);
    }
}

/// Fader, Hardie & Lee 2005: the CDNOW parameters and the customer of their spreadsheet.
#[test]
fn bg_nbd_gives_the_published_forecast() {
    let model = BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    let buyer = Buyer { repeats: 2, last: 30.43, watched: 38.86 };
    assert!((model.expected_purchases(&buyer, 39.0).unwrap() - 1.226).abs() < 0.0005);
    let once = Buyer { repeats: 0, last: 0.0, watched: 9.0 };
    assert_eq!(model.alive(&once), Ok(1.0));
    assert_eq!(BgNbd::fit(&[buyer; 3]).map(|_| ()), Err(NoFigure::NotIdentified { have: 3, need: 4 }));
    assert_eq!(BgNbd::fit(&[once; 9]).map(|_| ()), Err(NoFigure::NotIdentified { have: 0, need: 4 }));
    let near_pole = |a: f64| BgNbd { a, ..model }.expected_purchases(&buyer, 39.0).unwrap();
    assert!(close(near_pole(1.0), 0.5 * (near_pole(0.999) + near_pole(1.001)), 1e-6));
}

/// Exponential waiting times from a Lehmer generator: a source of data that owes nothing to the
/// crate.
struct Waits(u64);

impl Waits {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 as f64 / 2_147_483_647.0
    }

    fn next(&mut self, mean: f64) -> f64 {
        -mean * self.uniform().ln()
    }
}

#[test]
fn bg_nbd_is_fitted_to_buyers_that_behave_so() {
    // With r = a = 1 both mixing distributions can be drawn by inversion.
    let truth = BgNbd { r: 1.0, alpha: 8.0, a: 1.0, b: 3.0 };
    let mut waits = Waits(20_05);
    let buyers: Vec<Buyer> = (0..600)
        .map(|i| {
            let rate = waits.next(1.0 / truth.alpha);
            let leaves = 1.0 - waits.uniform().powf(1.0 / truth.b);
            let watched = 30.0 + f64::from(i % 10);
            let (mut repeats, mut last) = (0, 0.0);
            loop {
                let next = last + waits.next(1.0 / rate);
                if next > watched {
                    break;
                }
                (repeats, last) = (repeats + 1, next);
                if waits.uniform() < leaves {
                    break;
                }
            }
            Buyer { repeats, last, watched }
        })
        .collect();
    let fit = BgNbd::fit(&buyers).unwrap();
    assert!(!fit.at_edge && fit.log_likelihood >= truth.log_likelihood(&buyers).unwrap(), "{fit:?}");
    let mean = buyers.iter().map(|buyer| f64::from(buyer.repeats)).sum::<f64>() / 600.0;
    assert!(close(fit.model.expected_from_new(34.5).unwrap(), mean, 0.05), "{fit:?} {mean}");
    assert!(close(truth.expected_from_new(34.5).unwrap(), mean, 0.10), "{mean}");
}

#[test]
fn gamma_gamma_is_fitted_to_spenders_that_behave_so() {
    // p = 1 makes purchases exponential; a whole q is a sum of exponentials.
    let (q, v) = (3, 20.0);
    let mut waits = Waits(20_13);
    let spenders: Vec<Spender> = (0..2_000)
        .map(|i| {
            let rate: f64 = (0..q).map(|_| waits.next(1.0 / v)).sum();
            let repeats = 1 + i % 5;
            let total: f64 = (0..repeats).map(|_| waits.next(1.0 / rate)).sum();
            Spender { repeats, mean: total / f64::from(repeats) }
        })
        .collect();
    let fit = GammaGamma::fit(&spenders).unwrap();
    assert!(!fit.at_edge && close(fit.model.p, 1.0, 0.1), "{fit:?}");
    let mean = fit.model.expected_purchase(&Spender { repeats: 0, mean: 0.0 }).unwrap();
    assert!(close(mean, v / (f64::from(q) - 1.0), 0.1), "{mean}");
}
