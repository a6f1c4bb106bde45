//! The finding in sentences, and what belongs beside it.

use orbita_economics::{Band, NoFigure, luck_of_single_clients};

use super::{Case, Economy};
use crate::i18n::Lang;
use crate::i18n::amounts::{apart, money, number};
use crate::i18n::economy::{EconomyWords, band, chance, held_money};
use crate::i18n::speech::uncapital;
use crate::insight::economy::finding::{self, Left, Spread};
use crate::insight::economy::forecast::with_luck;
use crate::model::scenario::Input;

/// Luck that moves the share kept by less than this is not spoken of.
const FELT: f64 = 0.02;

impl Economy {
    /// The finding as a sentence, and how far it can be trusted, once that is known; `None` where the scenario cannot be
    /// computed.
    pub fn finding_said(&self) -> Option<(String, Option<String>)> {
        let words = self.words();
        let r = self.range_words();
        let (found, said) = self.found()?;
        let range = match found.spread {
            _ if found.is_same() => Some(self.no_difference().unwrap_or_default()),
            _ if found.is_nothing() => Some(String::new()),
            Spread::Waiting => None,
            Spread::NoRanges => Some(r.no_ranges.to_owned()),
            Spread::Range { low, high, chance: share } => {
                let share = chance(self.lang, share);
                let share =
                    if found.compared { (r.chance_better)(&said.name, &share) } else { (r.chance_positive)(&share) };
                // A sentence that calls nothing names no amount: its median stands here (F59).
                let is_named = !found.compared || found.is_settled();
                let median = (!is_named).then(|| held_money(self.lang, &said.currency, found.amount));
                let range = (r.range_80)(&band(self.lang, &said.currency, low, high), median.as_deref());
                Some(format!("{range}; {share}{}", r.conditions))
            }
        };
        let sentence = (words.finding)(found, said);
        Some((if self.is_sample() { (words.on_sample)(&sentence) } else { sentence }, range))
    }

    /// Whether the finding rests on nothing but the figures of the sample: nobody has said yet what the business is like.
    fn is_sample(&self) -> bool {
        let is_sample = |case: &Case| {
            Lang::ALL.into_iter().any(|lang| case.scenario.is_sample(EconomyWords::of(lang).sample_scale))
        };
        [self.here(), self.base()].into_iter().flatten().any(is_sample)
    }

    /// That the two scenarios which are compared state the same, where they do.
    fn no_difference(&self) -> Option<String> {
        let is_none = finding::differences(&self.here()?.scenario, &self.base()?.scenario).is_empty();
        is_none.then(|| self.words().no_difference.to_owned())
    }

    /// What else belongs beside the finding, a sentence each: what the likely numbers alone give, which ranges are drawn apart,
    /// what the clients left at the horizon make of it, and what included initiatives add.
    pub fn notes(&self) -> Vec<String> {
        [
            self.note_of_likely(),
            self.note_of_spend(),
            self.note_of_following(),
            self.note_of_facts(),
            self.note_of_apart(),
            self.note_of_left(),
            self.note_of_added(),
            self.note_of_included(),
            self.note_of_claim(),
            self.note_of_single_clients(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// That keeping a client costs more than a client brings: with few clients today their spend is large, and every client who
    /// joins is thought to need as much. With none, that the sum follows nobody. A client who brings nothing is no matter of spend.
    fn note_of_spend(&self) -> Option<String> {
        let here = self.here()?;
        let figures = here.figures.as_ref().ok()?;
        let (spend, brings) = (figures.effect.per_client, figures.margin);
        let sum = |value| money(self.lang, self.currency(), value);
        if !here.scenario.keep_fixed && !here.scenario.has_one_client() && figures.effect.keep > 0.0 {
            return Some(self.spending_words().spend_on_nobody.to_owned());
        }
        let is_told = here.scenario.keeps_by_client() && spend > brings && brings > 0.0;
        is_told.then(|| (self.spending_words().spend_beyond_margin)(&sum(spend), &sum(brings)))
    }

    /// What is spent on keeping today and at the horizon, per period as it is stated, where the finding names a sum that follows
    /// the clients.
    fn note_of_following(&self) -> Option<String> {
        self.found()?.0.moved.filter(|moved| moved.follows_clients)?;
        let here = self.here()?;
        let figures = here.figures.as_ref().ok()?;
        let clients = &figures.projection.clients;
        let months = f64::from(here.scenario.period.months());
        let spent = |clients: &f64| money(self.lang, self.currency(), figures.effect.per_client * clients * months);
        let (today, end) = (spent(clients.first()?), spent(clients.last()?));
        let period = self.words().per(here.scenario.period);
        (today != end).then(|| (self.spending_words().spend_follows)(&today, &end, period, here.scenario.horizon))
    }

    /// What the luck of single clients does to the share kept after a year, or at the end of a shorter horizon, where ranges are
    /// shown and it is no trifle beside them.
    fn note_of_single_clients(&self) -> Option<String> {
        let (month, share) = self.felt_luck()?;
        let points = (self.words().points)(&number(self.lang, share * 100.0, 0));
        let clients = self.here()?.scenario.clients.likely();
        Some((self.range_words().single_clients)(&apart(self.lang, clients, 0), &points, month))
    }

    /// The month at which the luck of single clients is told, and how far it moves the share kept.
    fn felt_luck(&self) -> Option<(usize, f64)> {
        let Spread::Range { .. } = self.found()?.0.spread else { return None };
        let kept = &self.here()?.figures.as_ref().ok()?.projection.kept;
        let month = kept.len().checked_sub(1)?.min(12);
        Some((month, self.luck(kept[month])?)).filter(|(_, share)| *share >= FELT)
    }

    /// How far the luck of single clients moves a share of today's clients.
    fn luck(&self, kept: f64) -> Option<f64> {
        let scenario = &self.here()?.scenario;
        let clients = Some(scenario.clients.likely()).filter(|_| scenario.has_clients())?;
        // One client or none: half of them is as far as luck goes.
        Some((luck_of_single_clients(clients, kept).ok()? / clients).min(0.5))
    }

    /// The range of the share kept in the scenario that is looked at together with the luck of single clients, by month, where that
    /// is told.
    pub(super) fn kept_with_luck(&self) -> Option<Vec<(f64, f64, f64)>> {
        self.felt_luck()?;
        let here = self.here()?;
        let kept = here.figures.as_ref().ok()?.projection.kept.iter();
        let months = kept.zip(&here.ranges.as_ref()?.kept).enumerate();
        let ends = |(month, (kept, band)): (usize, (&f64, &Band))| {
            let (low, high) = with_luck(*kept, (band.p10, band.p90), self.luck(*kept)?);
            Some((month as f64, low.max(0.0), high.min(1.0)))
        };
        months.map(ends).collect()
    }

    /// What the likely numbers alone give, where that reads otherwise than the median that is said first: it is the number of the
    /// strip.
    fn note_of_likely(&self) -> Option<String> {
        let (found, said) = self.found()?;
        let likely = money(self.lang, &said.currency, found.likely);
        let first = held_money(self.lang, &said.currency, found.amount);
        (likely != first).then(|| (self.range_words().by_likely)(&likely))
    }

    /// What differs from the first scenario although nobody chooses it: then it is not the choice that is compared.
    fn note_of_facts(&self) -> Option<String> {
        let (here, base, words) = (self.here()?, self.base()?, self.words());
        let facts = finding::facts_at_odds(&here.scenario, &base.scenario);
        let names: Vec<&str> = facts.into_iter().map(words.difference).collect();
        (!names.is_empty()).then(|| (words.facts_differ)(&here.letter(), &base.letter(), &names.join(", ")))
    }

    /// The ranges of the scenario that is looked at which are drawn apart from those of the first.
    pub fn drawn_apart(&self) -> Vec<Input> {
        let both = self.here().zip(self.base());
        both.map(|(here, base)| finding::drawn_apart(&here.scenario, &base.scenario)).unwrap_or_default()
    }

    /// The same as a sentence, where there are any.
    fn note_of_apart(&self) -> Option<String> {
        let (here, base, words) = (self.here()?, self.base()?, self.words());
        let r = self.range_words();
        let apart = self.drawn_apart();
        let names: Vec<String> = apart.into_iter().map(|input| uncapital(words.input_name(input))).collect();
        (!names.is_empty()).then(|| (r.drawn_apart)(&here.letter(), &base.letter(), &names.join(", ")))
    }

    /// What the initiatives that it includes add, or that they are not counted, and the same of the scenario that is compared with.
    fn note_of_added(&self) -> Option<String> {
        let (here, words) = (self.here()?, self.words());
        let own = match (self.added, here.scenario.initiatives.len()) {
            (_, 0) => None,
            (None, count) => Some((words.included_apart)(count)),
            (Some(added), count) => {
                let sum = held_money(self.lang, self.currency(), added);
                Some((words.included_add)(count, &sum, here.scenario.horizon))
            }
        };
        let compared = self.base().filter(|_| self.found().is_some_and(|(found, _)| found.compared));
        let of_base = compared.map(|base| (base.letter(), base.scenario.initiatives.len()));
        let of_base = of_base.filter(|(_, count)| *count > 0).map(|(letter, count)| match own {
            Some(_) => (words.included_in_base)(&letter, count),
            None => (words.only_in_base)(&letter, count),
        });
        let said: Vec<String> = [own, of_base].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// What the clients left at the horizon make of the finding, as a sentence.
    fn note_of_left(&self) -> Option<String> {
        let words = self.words();
        let (found, said) = self.found()?;
        let Left { with, decides, .. } = found.left?;
        Some(match with {
            Ok(0.0) if found.is_nothing() => return None,
            Ok(with) => {
                let sum = money(self.lang, &said.currency, with);
                // The clients left are not simulated.
                let by_likely = matches!(found.spread, Spread::Range { .. });
                if found.compared {
                    (words.with_left_compared)(&sum, decides, by_likely)
                } else {
                    (words.with_left)(&sum, by_likely)
                }
            }
            Err(NoFigure::Diverges) => words.with_left_diverges.to_owned(),
            // The table of figures says why.
            Err(_) => return None,
        })
    }
}
