//! The currency of a table: what its amounts name, its headings, its titles.

use std::collections::BTreeSet;

use super::choice::Choice;
use super::fault::Problem;
use super::layout::Layout;
use super::money_words::signed_unit;
use super::note::Note;
use super::question::About;
use super::reading::Log;
use crate::i18n::amounts::Kind;
use crate::i18n::amounts::units::{self, Currency};

/// What amounts are counted in.
#[derive(Default)]
pub(super) struct Money {
    own: bool,
    found: BTreeSet<Currency>,
}

impl Money {
    pub fn see(&mut self, kind: Kind) {
        match kind {
            Kind::Own => self.own = true,
            Kind::Money(currency) => _ = self.found.insert(currency),
            Kind::Plain | Kind::PerCent => (),
        }
    }

    pub fn see_named(&mut self, named: Option<&str>, own: &str) {
        let Some(named) = named else { return };
        if !own.is_empty() && named.eq_ignore_ascii_case(own) {
            self.own = true;
        } else {
            self.found.extend(Currency::named(named));
        }
    }

    /// Writes the currency down, and asks where it is not the scenario's. Says whether there is any.
    /// Where no amount names one, the headings of the columns do, or else the first text over `whole` that does.
    pub fn finish(mut self, whole: &[String], heads: &[String], layout: &Layout, log: &mut Log) -> bool {
        let own = Currency::named(log.context.currency);
        if !self.own && self.found.is_empty() {
            self.found.extend(heads.iter().filter_map(|text| currency_said(text)));
            if self.found.is_empty() {
                self.found.extend(whole.iter().find_map(|text| currency_said(text)));
            }
        }
        let mut found: Vec<Currency> = self.found.into_iter().collect();
        if own.is_some_and(|own| found.iter().any(|currency| currency.may_be(own))) {
            found.retain(|currency| own.is_none_or(|own| !currency.may_be(own)));
            self.own = true;
        }
        let mut kinds: Vec<Currency> = Vec::new();
        for currency in &found {
            if !kinds.iter().any(|kind| kind.may_be(*currency)) {
                kinds.push(*currency);
            }
        }
        let place = layout.view.place(layout.body().start, 0);
        match kinds[..] {
            [] => self.own,
            [other] if !self.own => {
                log.note(Note::Currency(other.name()));
                if !log.context.currency.is_empty() {
                    let taken = log.ask_whether(About::Found(other.name().into()), Choice::OtherCurrency, true);
                    if !taken {
                        log.fault(Problem::MixedCurrencies, place, other.name());
                    }
                }
                true
            }
            _ => {
                for kind in kinds {
                    log.fault(Problem::MixedCurrencies, place, kind.name());
                }
                true
            }
        }
    }
}

/// The currency that a title or a heading such as "Revenue, USD" names.
fn currency_said(text: &str) -> Option<Currency> {
    if let Some((_, Some(currency))) = units::behind(text) {
        return Some(currency);
    }
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | ':' | '/' | '[' | ']'));
    let of_unit = |word: &str| signed_unit(word).and_then(|(_, currency)| currency);
    let is_more = |word: &&str| word.chars().count() > 1 || !word.chars().all(char::is_alphabetic);
    words.clone().find_map(of_unit).or_else(|| words.skip(1).filter(is_more).find_map(Currency::named))
}
