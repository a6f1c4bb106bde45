//! The chance of single clients, against binomial probabilities summed one by one.

use orbita_economics::{luck_of_a_count, luck_of_single_clients};

/// The smallest number of stayers that at least a share `p` of all cases does not exceed.
fn quantile(clients: u32, stay: f64, p: f64) -> f64 {
    let mut below = 0.0;
    for number in 0..=clients {
        // The logarithm of n! / (k! (n-k)!), term by term.
        let ways: f64 = (1..=number).map(|k| (f64::from(clients - number + k) / f64::from(k)).ln()).sum();
        below += (ways + f64::from(number) * stay.ln() + f64::from(clients - number) * (1.0 - stay).ln()).exp();
        if below >= p {
            return f64::from(number);
        }
    }
    f64::from(clients)
}

#[test]
fn the_luck_of_single_clients_is_that_of_a_binomial() {
    for clients in [12, 40, 120, 700] {
        for stay in [0.3, 0.55, 0.7, 0.9] {
            let exact = (quantile(clients, stay, 0.9) - quantile(clients, stay, 0.1)) / 2.0;
            let found = luck_of_single_clients(clients.into(), stay).expect("a number");
            assert!((found - exact).abs() <= 1.0, "{clients} clients, {stay}: {found}, summed {exact}");
        }
    }
}

#[test]
fn without_chance_there_is_no_luck() {
    for (clients, stay) in [(0.0, 0.5), (90.0, 0.0), (90.0, 1.0)] {
        assert_eq!(luck_of_single_clients(clients, stay), Ok(0.0));
    }
    assert!(luck_of_single_clients(-1.0, 0.5).is_err());
    assert!(luck_of_single_clients(1.0, 1.5).is_err());
    assert!(luck_of_single_clients(f64::NAN, 0.5).is_err());
}

#[test]
fn those_who_joined_bring_the_luck_of_a_poisson_number() {
    // Of 100 clients 98% stay, with variance 1.96; five more are expected of those who joined, with variance 5:
    // 1.281552 x sqrt(6.96) = 3.380965.
    let found = luck_of_a_count(100.0, 0.98, 5.0).expect("a number");
    assert!((found - 3.380_965).abs() < 1e-5, "{found}");
    let nobody_joins = luck_of_a_count(100.0, 0.98, 0.0).expect("a number");
    assert!((nobody_joins - luck_of_single_clients(100.0, 0.98).expect("a number")).abs() < 1e-12);
    assert!(luck_of_a_count(100.0, 0.98, -1.0).is_err());
}
