//! How an effect on churn would be tested, and what a test could tell.

use leptos::prelude::*;
use orbita_economics::{Chance, Figure};

use super::field::NumberField;
use super::state::EconomyState;
use super::use_economy_state;
use crate::handover::initiatives::test_worth;
use crate::i18n::amounts::{money, number, per_cent};
use crate::i18n::economy::{Unit, chance};
use crate::i18n::initiatives::{TestCost, TestGroups};
use crate::insight::economy::initiative::{Test, Trial};
use crate::insight::economy::terms::Term;
use crate::ui::parts::Number;

/// The terms of the test, the same for every initiative.
#[component]
pub fn TestTerms() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let i = state.i();
    let lang = state.lang();
    let field = move |term: Term, label: String| {
        let before = StoredValue::new(state.test.get_untracked());
        let typed = Callback::new(move |text: String| {
            let write = |value| number(lang, value, 1);
            if text.trim().is_empty() {
                return Err(e.number_needed.into());
            }
            let example = || (e.not_a_number)(&write(term.of(Test::default())));
            let read = Unit::Count.read(lang, "", &text).ok_or_else(example)?;
            let bounds = term.bounds();
            let is_whole = read.fract() == 0.0 || !matches!(term, Term::Months);
            let refused = || (e.allowed)(&write(bounds.least), &write(bounds.most));
            if bounds.has(read) && is_whole { Ok(read) } else { Err(refused()) }
        });
        let entry = Number {
            desk: state.desk,
            text: Signal::derive(move || number(lang, term.of(state.test.get()), 1)),
            typed,
            begin: Callback::new(move |()| before.set_value(state.test.get_untracked())),
            set: Callback::new(move |typed| state.set_test(term.set(state.test.get_untracked(), typed))),
            restore: Callback::new(move |()| state.set_test(before.get_value())),
            settle: Callback::new(|()| ()),
            emptied: None,
            kept: None,
        };
        view! { <NumberField label number=entry read_only=false /> }
    };
    let in_per_cent = |label: &str| format!("{label}, {}", per_cent(lang, 0.0, 0).trim_start_matches(['0', '\u{a0}']));
    view! {
        <fieldset class="test-terms">
            <legend class="number-label">{i.test}</legend>
            <p class="input-note">{i.test_hint}</p>
            {field(Term::Significance, in_per_cent(i.test_significance))}
            {field(Term::Power, in_per_cent(i.test_power))}
            {field(Term::Months, i.test_months.into())}
        </fieldset>
    }
}

/// What a test could tell, in sentences.
pub fn says(state: EconomyState, trial: Option<Figure<Trial>>) -> Vec<String> {
    let w = state.session.w();
    let lang = state.lang();
    let i = state.i();
    let trial = match trial {
        None => return vec![i.no_churn_effect.into()],
        Some(Err(why)) => return vec![w.no_figure(why)],
        Some(Ok(trial)) => trial,
    };
    let share = |share: f64| per_cent(lang, share, 1);
    let whole = |count: f64| number(lang, count, 0);
    let Test { detection, months } = trial.test;
    let mut said = vec![(i.test_terms)(&share(detection.significance), &share(detection.power), months)];
    match trial.needed {
        Ok(needed) => {
            let there = trial.there.there();
            said.push((i.test_needs)(&TestGroups {
                needed: (whole(needed.first), whole(needed.second)),
                there: (whole(there.first), whole(there.second)),
                suffices: trial.there.suffices(needed),
            }));
            said.push(trial.months_needed.map_or_else(|_| i.test_never.to_owned(), i.test_enough));
        }
        Err(why) => said.push(w.no_figure(why)),
    }
    if let Ok(value) = trial.value {
        let turns = chance(lang, Chance::of(value.change_probability));
        let sum = |value| money(lang, &state.currency(), value);
        said.push(test_worth(lang, &state.currency(), &turns, value.evsi));
        // Less than a hair is nothing, whatever is left of the digits.
        let cost = trial.cost.map(|cost| if cost.abs() < 1e-6 { 0.0 } else { cost });
        said.extend(cost.map(|cost| {
            let cost = TestCost {
                acts: value.default_is_to_act,
                more: cost > 0.0,
                sum: (cost != 0.0).then(|| sum(cost.abs())),
            };
            (i.test_cost)(&cost)
        }));
    }
    if trial.holds_back {
        said.push(i.test_holds_back.into());
    }
    said
}
