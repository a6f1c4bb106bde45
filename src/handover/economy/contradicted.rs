//! Answers about spending that contradict what a scenario states, in words.

use orbita_economics::NoFigure;

use crate::i18n::Lang;
use crate::i18n::economy::{EconomyWords, Unit};
use crate::i18n::speech::uncapital;
use crate::i18n::spending::SpendingWords;
use crate::insight::economy::answers::{self, Corrected, Limit};
use crate::model::amount::Estimate;
use crate::model::scenario::{Answer, Quantity, Scenario};

/// Whether no answer at all can keep to a limit, or only a sum can: it is none or all.
fn is_end(answer: Answer, limit: Limit) -> bool {
    match limit {
        Limit::Above(today) => today <= 0.0 || (Unit::of_answer(answer).is_share() && today >= 1.0),
        Limit::Below(today) => today <= 0.0,
    }
}

/// What an answer has to be, for beside its field.
pub fn must(lang: Lang, scenario: &Scenario, answer: Answer, limit: Limit) -> String {
    let s = SpendingWords::of(lang);
    let write = |number| Unit::of_answer(answer).exact(lang, &scenario.currency, number);
    match limit {
        Limit::Above(number) if number <= 0.0 => s.above_nothing.into(),
        Limit::Above(number) if is_end(answer, limit) => (s.nothing_above)(&write(number)),
        Limit::Below(number) if is_end(answer, limit) => (s.nothing_below)(&write(number)),
        Limit::Above(number) => (s.above_today)(&write(number)),
        Limit::Below(number) => (s.below_today)(&write(number)),
    }
}

/// What an answer contradicts, as a sentence of its own.
pub fn contradiction(lang: Lang, scenario: &Scenario, answer: Answer, limit: Limit) -> String {
    let words = EconomyWords::of(lang);
    let s = SpendingWords::of(lang);
    let write = |number| Unit::of_answer(answer).exact(lang, &scenario.currency, number);
    match (scenario.response, limit) {
        (Some(response), Limit::Above(today) | Limit::Below(today)) if !is_end(answer, limit) => {
            let answered = write(response.answer(answer).likely());
            (s.contradicts)(answer, &write(today), &answered, words.per(scenario.period))
        }
        _ => format!("{}: {}.", words.answer(answer), uncapital(&must(lang, scenario, answer, limit))),
    }
}

/// Why a scenario has no figure: the answers that contradict it, where that is the reason.
pub fn why(lang: Lang, scenario: &Scenario, why: NoFigure) -> String {
    let all = answers::contradictions(scenario).into_iter();
    let said: Vec<String> = all.map(|(answer, limit)| contradiction(lang, scenario, answer, limit)).collect();
    if said.is_empty() { lang.words().no_figure(why) } else { said.join(" ") }
}

/// What each of the two numbers that contradict each other would mean if it was the right one: which of them is wrong, only a person
/// knows.
pub fn which_is_wrong(lang: Lang, scenario: &Scenario) -> String {
    let s = SpendingWords::of(lang);
    let of = |(answer, limit): (Answer, Limit)| (!is_end(answer, limit)).then(|| (s.which_is_wrong)(answer));
    answers::contradictions(scenario).into_iter().filter_map(of).collect::<Vec<_>>().join(" ")
}

/// What putting the answers right would do, for its button: "Set “Churn with no retention spend” to 6%".
pub fn put_right(lang: Lang, scenario: &Scenario, corrected: &Corrected) -> String {
    let s = SpendingWords::of(lang);
    let words = EconomyWords::of(lang);
    let one = |(answer, _, to): &(Answer, Estimate, Estimate)| {
        (s.set_answer)(words.answer(*answer), &answer_with_range(lang, scenario, *answer, *to))
    };
    match corrected.changed.as_slice() {
        [] => s.stop_following.into(),
        changed => changed.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

/// The same once it is done, from what to what.
pub fn put_right_done(lang: Lang, scenario: &Scenario, corrected: &Corrected) -> String {
    let s = SpendingWords::of(lang);
    let words = EconomyWords::of(lang);
    let one = |(answer, from, to): &(Answer, Estimate, Estimate)| {
        let [from, to] = [from, to].map(|estimate| answer_with_range(lang, scenario, *answer, *estimate));
        (s.changed)(words.answer(*answer), &from, &to)
    };
    match corrected.changed.as_slice() {
        [] => s.answers_off.into(),
        changed => changed.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

/// What the other way out would do: the input back to where it agrees with the answers.
pub fn take_back(lang: Lang, scenario: &Scenario, quantity: Quantity, to: Estimate) -> String {
    let to = Unit::of(quantity).exact(lang, &scenario.currency, to.likely());
    (SpendingWords::of(lang).take_back)(&uncapital(EconomyWords::of(lang).quantity(quantity)), &to)
}

/// The same once it is done, from what to what.
pub fn take_back_done(lang: Lang, scenario: &Scenario, quantity: Quantity, to: Estimate) -> String {
    let write = |estimate: Estimate| Unit::of(quantity).exact(lang, &scenario.currency, estimate.likely());
    let from = write(*scenario.quantity(quantity));
    (SpendingWords::of(lang).changed)(EconomyWords::of(lang).quantity(quantity), &from, &write(to))
}

/// "6% (4.9% … 7.5%)".
fn answer_with_range(lang: Lang, scenario: &Scenario, answer: Answer, estimate: Estimate) -> String {
    let write = |number| Unit::of_answer(answer).exact(lang, &scenario.currency, number);
    let likely = write(estimate.likely());
    let range = |(low, high)| format!("{likely} ({} \u{2026} {})", write(low), write(high));
    estimate.ends().map_or(likely.clone(), range)
}
