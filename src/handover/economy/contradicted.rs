//! Answers about spending that contradict what a scenario states, in words.

use orbita_economics::NoFigure;

use crate::i18n::Lang;
use crate::i18n::economy::{EconomyWords, Unit};
use crate::i18n::speech::uncapital;
use crate::i18n::spending::SpendingWords;
use crate::insight::economy::answers::{self, Limit};
use crate::model::scenario::{Answer, Scenario};

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
