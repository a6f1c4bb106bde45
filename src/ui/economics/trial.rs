//! How an effect on churn would be tested, and what a test could tell.

use leptos::{ev, prelude::*};
use orbita_economics::{Chance, Figure, MOST_TEST_MONTHS};

use super::study::Study;
use super::use_study;
use crate::i18n::amounts::{money, number, per_cent};
use crate::i18n::economy::{TestGroups, chance};
use crate::insight::economy::initiative::{Test, Trial};
use crate::ui::parts::{live, on};

/// What of a test is set.
#[derive(Clone, Copy)]
enum Term {
    Significance,
    Power,
    Months,
}

impl Term {
    /// The number as it is typed: shares in per cent.
    fn of(self, test: Test) -> f64 {
        match self {
            Term::Significance => test.detection.significance * 100.0,
            Term::Power => test.detection.power * 100.0,
            Term::Months => f64::from(test.months),
        }
    }

    fn set(self, test: &mut Test, typed: f64) {
        match self {
            Term::Significance => test.detection.significance = typed.clamp(0.1, 50.0) / 100.0,
            Term::Power => test.detection.power = typed.clamp(50.0, 99.9) / 100.0,
            Term::Months => test.months = (typed.round() as u32).clamp(1, MOST_TEST_MONTHS),
        }
    }
}

/// The terms of the test, the same for every initiative.
#[component]
pub fn TestTerms() -> impl IntoView {
    let study = use_study();
    let e = study.session.w().economy;
    let lang = study.lang();
    let field = move |term: Term, label: String| {
        let shown = move || {
            let value = term.of(study.test.get());
            format!("{}", (value * 10.0).round() / 10.0)
        };
        view! {
            <label class="number-field">
                <span class="number-label">{label}</span>
                <input
                    class="field"
                    type="number"
                    prop:value=live(shown)
                    on:change=on(move |event: ev::Event| {
                        if let Ok(typed) = event_target_value(&event).parse::<f64>() {
                            study.test.update(|test| term.set(test, typed));
                        }
                    })
                />
            </label>
        }
    };
    let in_per_cent = |label: &str| format!("{label}, {}", per_cent(lang, 0.0, 0).trim_start_matches(['0', '\u{a0}']));
    view! {
        <fieldset class="test-terms">
            <legend class="number-label">{e.test}</legend>
            {field(Term::Significance, in_per_cent(e.test_significance))}
            {field(Term::Power, in_per_cent(e.test_power))}
            {field(Term::Months, e.test_months.into())}
        </fieldset>
    }
}

/// What a test could tell, in sentences.
pub fn says(study: Study, trial: Option<Figure<Trial>>) -> Vec<String> {
    let w = study.session.w();
    let (e, lang) = (w.economy, study.lang());
    let trial = match trial {
        None => return vec![e.no_churn_effect.into()],
        Some(Err(why)) => return vec![w.no_figure(why)],
        Some(Ok(trial)) => trial,
    };
    let share = |share: f64| per_cent(lang, share, 1);
    let whole = |count: f64| number(lang, count, 0);
    let Test { detection, months } = trial.test;
    let mut said = vec![(e.test_terms)(&share(detection.significance), &share(detection.power), months)];
    match trial.needed {
        Ok(needed) => {
            let there = trial.there;
            let suffices = needed.first <= there.first && needed.second <= there.second;
            said.push((e.test_needs)(&TestGroups {
                needed: (whole(needed.first), whole(needed.second)),
                there: (whole(there.first.floor()), whole(there.second.floor())),
                suffices,
            }));
            said.push(trial.months_needed.map_or_else(|_| e.test_never.to_owned(), e.test_enough));
        }
        Err(why) => said.push(w.no_figure(why)),
    }
    if let Ok(value) = trial.value {
        let turns = chance(lang, Chance::of(value.change_probability));
        said.push((e.test_value)(&turns, &money(lang, &study.currency(), value.evsi)));
    }
    if trial.holds_back {
        said.push(e.test_holds_back.into());
    }
    said
}
