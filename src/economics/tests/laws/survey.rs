use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn wilson_turns_around_with_the_question(hits in 0u32..500, misses in 0u32..500, confidence in 0.5..0.999) {
        prop_assume!(hits + misses > 0);
        let n = hits + misses;
        let (yes, no) = (wilson(hits, n, confidence).unwrap(), wilson(misses, n, confidence).unwrap());
        prop_assert!(close(yes.low, 1.0 - no.high, 1e-12) && close(yes.high, 1.0 - no.low, 1e-12));
        let share = f64::from(hits) / f64::from(n);
        prop_assert!(yes.low <= share && share <= yes.high);
    }

    #[test]
    fn the_score_is_the_mean_of_votes_counted_plus_and_minus(scores in prop::collection::vec(0u8..=10, 1..200)) {
        let nps = Votes::of_scores(&scores).unwrap().nps(0.95, None).unwrap();
        let vote = |score: &u8| if *score >= 9 { 1.0 } else if *score <= 6 { -1.0 } else { 0.0 };
        let n = scores.len() as f64;
        let mean = scores.iter().map(vote).sum::<f64>() / n;
        let variance = scores.iter().map(|score| (vote(score) - mean).powi(2)).sum::<f64>() / n;
        prop_assert!(close(nps.score, 100.0 * mean, 1e-12) && close(nps.variance, variance, 1e-9));
        prop_assert_eq!(nps.unanimous.is_some(), variance == 0.0);
    }

    #[test]
    fn asking_everybody_leaves_no_doubt(promoters in 1u32..50, detractors in 1u32..50, more in 0u32..500) {
        let votes = Votes { promoters, passives: 0, detractors };
        let all = promoters + detractors;
        let of = |population| votes.nps(0.95, population).unwrap().se;
        prop_assert_eq!(of(Some(all)), 0.0);
        prop_assert!(of(Some(all + more)) <= of(None));
    }

    #[test]
    fn agreement_is_at_most_one(table in prop::array::uniform4(0u32..100)) {
        let rows = [table[..2].to_vec(), table[2..].to_vec()];
        if let Ok(kappa) = cohen_kappa(&rows) {
            prop_assert!((-1.0..=1.0).contains(&kappa));
            prop_assert_eq!(kappa == 1.0, table[1] + table[2] == 0);
        }
    }

    #[test]
    fn independent_traits_do_not_stand_out(a in 1.0..100.0, b in 1.0..100.0, factor in 0.1..10.0) {
        let table = Contingency { both: a, second_only: b, first_only: factor * a, neither: factor * b };
        prop_assert!(table.g2().unwrap() < 1e-9 * (a + b) * (1.0 + factor));
    }
}

#[test]
fn sample_sizes_of_the_books() {
    let needed = |points| nps_sample(points, 1.0, 0.95).unwrap().ceil();
    assert_eq!((needed(5.0), needed(10.0)), (1537.0, 385.0));
}

/// Intervals as printed in Newcombe 1998, table I, method 3.
#[test]
fn wilson_gives_the_published_intervals() {
    for (hits, answers, low, high) in
        [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
    {
        let interval = wilson(hits, answers, 0.95).unwrap();
        assert!((interval.low - low).abs() < 6e-5 && (interval.high - high).abs() < 6e-5, "{interval:?}");
    }
}

#[test]
fn all_alike_has_an_honest_bound() {
    let nps = Votes { promoters: 30, passives: 0, detractors: 0 }.nps(0.95, None).unwrap();
    let worst = nps.unanimous.unwrap();
    let detractors_possible = 1.0 - wilson(30, 30, 0.95).unwrap().low;
    assert!(close(worst.low, 100.0 - 200.0 * detractors_possible, 1e-12) && worst.high == 100.0);
    let indifferent = Votes { promoters: 0, passives: 30, detractors: 0 }.nps(0.95, None).unwrap().unanimous.unwrap();
    assert!(close(indifferent.low, -100.0 * detractors_possible, 1e-12) && indifferent.high == -indifferent.low);
    let hostile = Votes { promoters: 0, passives: 0, detractors: 30 }.nps(0.95, None).unwrap().unanimous.unwrap();
    assert!(hostile.low == -100.0 && close(hostile.high, -worst.low, 1e-12));
    let change = nps_change(&nps, &nps);
    assert_eq!(change, Err(NoFigure::NoDifference));
}

#[test]
fn a_change_is_measured_by_both_errors() {
    let before = Votes { promoters: 40, passives: 40, detractors: 20 }.nps(0.95, None).unwrap();
    let after = Votes { promoters: 60, passives: 20, detractors: 20 }.nps(0.95, None).unwrap();
    let change = nps_change(&before, &after).unwrap();
    let expected = 20.0 / (before.se * before.se + after.se * after.se).sqrt();
    assert!(change.points == 20.0 && close(change.z, expected, 1e-12));
    assert!((change.p - 0.065).abs() < 0.01, "{change:?}");
}

#[test]
fn effort_knows_its_direction() {
    assert!(EffortScale::Ease7.high_is_good() && !EffortScale::Effort5.high_is_good());
    assert_eq!(effort_mean(&[0, 0, 0, 0, 4], EffortScale::Effort5), Ok(5.0));
    let refused = NoFigure::Input { field: Field::Answers, must: Must::MatchLength };
    assert_eq!(effort_mean(&[0, 0, 0, 0, 4], EffortScale::Ease7), Err(refused));
}

#[test]
fn individuals_and_means_disagree_on_satisfaction() {
    let rated = |pairs: [(f64, f64); 2]| Respondent {
        rated: pairs.map(|(importance, satisfaction)| Rated { importance, satisfaction }).to_vec(),
        weight: 1.0,
    };
    // Each is well served where it matters to them, and badly where it does not.
    let people = [rated([(9.0, 9.0), (1.0, 1.0)]), rated([(1.0, 1.0), (9.0, 9.0)])];
    let index = satisfaction_of_people(&people, IndexScale::OfHighest { highest: 10.0 }).unwrap();
    assert!(close(index.of_individuals, 82.0, 1e-12) && close(index.of_means, 50.0, 1e-12), "{index:?}");
    let one_to_five = IndexScale::OfRange { lowest: 1.0, highest: 5.0 };
    let middle = [Rated { importance: 2.0, satisfaction: 3.0 }];
    assert_eq!(satisfaction_index(&middle, one_to_five), Ok(50.0));
}
