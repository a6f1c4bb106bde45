//! What a table of cohorts says of how long clients stay, and what it cannot say.

use orbita_economics::{
    AgeRate, Cohorts, Family, Figure, Fit, LikelihoodRatio, Model, NoFigure, RESAMPLES, Resampling, UnitEconomics,
    Verdict, likelihood_ratio, period_rate, verdict,
};

use super::holdout::Holdout;
use super::{SEED, plan};
use crate::model::amount::{Amount, Estimate};
use crate::model::scenario::{AgeModel, Ageing, Period, Scenario};

/// How many clients a cohort in per cent is taken as.
pub const ASSUMED: f64 = 1_000.0;

/// Fewer lost clients than this say little.
const FEW_LOST: f64 = 30.0;

/// What a table of cohorts says.
#[derive(Clone, Debug, PartialEq)]
pub struct CohortReading {
    /// The counts, a cohort a row; those of per cent as of [`ASSUMED`] clients.
    pub(super) rows: Vec<Vec<f64>>,
    /// The same, checked.
    pub(super) cohorts: Cohorts,
    /// How many of those at risk stayed at each renewal, over all cohorts.
    pub rates: Vec<AgeRate>,
    /// Share of clients still there at each age, from 1 at age 0, over all cohorts.
    pub survival: Vec<f64>,
    /// Whether the sizes of the cohorts are known. Without them there is no verdict, no test and no range.
    pub sized: bool,
    /// Churn per column, over all ages and cohorts: lost by at risk, with P10 and P90 of what such counts allow where sizes are known.
    pub churn: Figure<Estimate>,
    /// The fit of each of [`Family::ALL`].
    pub fits: [Figure<Fit>; 4],
    /// The likelihood ratio tests of a simpler against a fuller model. One of them says that the verdict takes over, unless that is
    /// constant churn.
    pub tests: Vec<Test>,
    /// The simplest model that no fuller one beats by all three criteria, and those that the data support as well (F81).
    pub verdict: Figure<Verdict>,
    /// What has to be said beside it.
    pub caveats: Vec<Caveat>,
    /// How well the models foretell; `None` with fewer than five renewals.
    pub holdout: Option<Holdout>,
}

/// A test whether a fuller model explains more than chance would.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// The model that is a special case of the other.
    pub simpler: Family,
    /// The other.
    pub fuller: Family,
    /// The outcome.
    pub outcome: Figure<LikelihoodRatio>,
    /// Whether the fuller one is better by all that the verdict asks for: AIC lower by more than 2, p below 0.05, BIC lower.
    pub takes_over: bool,
}

/// How a model stands among those that were fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It comes to no more than this simpler one.
    SameAs(Family),
    /// Its likelihood has no top.
    AtEdge,
    /// The verdict: the simplest that the data support.
    Verdict,
    /// The data support it as well.
    Supported,
    /// The data prefer another.
    Worse,
    /// Without sizes of cohorts nothing decides.
    Open,
}

/// What a table cannot say, or says only with something taken for granted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caveat {
    /// The sizes of the cohorts are not known: there is no verdict, no test and no range.
    PerCent,
    /// There is one cohort only: whether later ones are like it cannot be seen.
    OneCohort,
    /// Nobody has left yet.
    NobodyLeft,
    /// This few clients have left: the range is wide.
    FewLost(f64),
    /// Too few renewals for the fullest model.
    FewRenewals {
        /// How many were counted.
        have: usize,
        /// How many it needs.
        need: usize,
    },
    /// The likelihood of this model has no top: its curve can be looked at, its parameters not.
    AtEdge(Family),
    /// AIC is lower for this fuller model, but not by enough to be told from chance.
    AicPrefers(Family),
}

impl CohortReading {
    /// How many cohorts there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// How many cohorts break off before those around them do, as behind a gap: their last number is older than the others. Whether
    /// the oldest come first or last is seen by the rows.
    pub fn broken_off(&self) -> usize {
        let ages: Vec<usize> = self.rows.iter().map(Vec::len).collect();
        let later = (0..ages.len()).filter(|at| ages[at + 1..].iter().any(|other| *other > ages[*at])).count();
        let earlier = (0..ages.len()).filter(|at| ages[..*at].iter().any(|other| *other > ages[*at])).count();
        later.min(earlier)
    }

    /// Clients of all cohorts at their start.
    pub fn clients(&self) -> f64 {
        self.cohorts.customers()
    }

    /// The oldest age that was counted.
    pub fn last_age(&self) -> u32 {
        self.rates.last().map_or(0, |age| age.renewal)
    }

    /// The fit of a family.
    ///
    /// # Errors
    /// Those of fitting the family.
    pub fn fit(&self, family: Family) -> Figure<Fit> {
        fit_of(&self.fits, family)
    }

    /// The models that the data support: that of the verdict, and those as good as it (F81). The table of models, the range of a
    /// worth and what is said of it all go by this.
    ///
    /// # Errors
    /// That of the verdict: without one no model is supported.
    pub fn supported(&self) -> Figure<&[Fit]> {
        self.verdict.as_ref().map(|verdict| verdict.supported.as_slice()).map_err(|why| *why)
    }

    /// What the table of models says of one.
    pub fn standing(&self, fit: &Fit) -> Standing {
        let family = fit.family;
        if fit.supported() != family {
            return Standing::SameAs(fit.supported());
        }
        if fit.at_edge {
            return Standing::AtEdge;
        }
        match (&self.verdict, self.supported()) {
            (Ok(verdict), _) if verdict.fit.family == family => Standing::Verdict,
            (_, Ok(supported)) if supported.iter().any(|one| one.family == family) => Standing::Supported,
            (Ok(_), _) => Standing::Worse,
            (Err(_), _) => Standing::Open,
        }
    }

    /// The fit that the table is read by: that of the verdict. Of cohorts without sizes nothing supports more than that clients
    /// differ, so it is the sBG, or constant churn where that has no parameters to be read.
    ///
    /// # Errors
    /// That of the verdict.
    pub fn model_in_use(&self) -> Figure<Fit> {
        match &self.verdict {
            Ok(verdict) => Ok(verdict.fit),
            Err(NoFigure::NoSizes) => {
                let plain = [Family::Sbg, Family::Constant].into_iter();
                let found = plain.filter_map(|family| identified(&self.fits).find(|fit| fit.family == family)).next();
                found.copied().map_or_else(|| best(&self.fits, Fit::aic), Ok)
            }
            Err(why) => Err(*why),
        }
    }

    /// Its model.
    ///
    /// # Errors
    /// As [`model_in_use`](Self::model_in_use).
    pub fn model(&self) -> Figure<Model> {
        self.model_in_use().map(|fit| fit.model)
    }

    /// The worth of a client just won in a scenario, by every model that the data support: the LTV that the scenario shows once
    /// it takes its churn from this table.
    ///
    /// # Errors
    /// When no model is identified, or the scenario has no figures.
    pub fn worth(&self, scenario: &Scenario) -> Figure<Worth> {
        let client = client(scenario)?;
        let models: Vec<(Family, Model)> = match self.supported() {
            Ok(supported) => supported.iter().map(|fit| (fit.family, fit.model)).collect(),
            Err(NoFigure::NoSizes) => identified(&self.fits).map(|fit| (fit.family, fit.model)).collect(),
            Err(why) => return Err(why),
        };
        let ltv = |model: Model| {
            let by_age = Some(self.ageing_of(model, scenario.cohorts_period())?);
            plan::plan(&Scenario { by_age, ..scenario.clone() })?.likely().client_figures()?.ltv_net
        };
        let values: Figure<Vec<f64>> = models.iter().map(|(_, model)| ltv(*model)).collect();
        let end = |better: fn(f64, f64) -> f64| {
            let values = values.as_ref().map_err(|why| *why)?;
            values.iter().copied().reduce(better).ok_or(NoFigure::Contradicted)
        };
        let model = self.model()?;
        let by_age = Some(self.ageing_of(model, scenario.cohorts_period())?);
        let observed = (self.last_age() + 1) * u32::from(scenario.cohorts_period().months());
        let paid = plan::plan(&Scenario { by_age, ..scenario.clone() })?.likely().expected_payments(observed);
        Ok(Worth {
            value: ltv(model),
            models: models.into_iter().map(|(family, _)| family).collect(),
            least: end(f64::min),
            most: end(f64::max),
            payments: paid.map(|paid| paid.count),
            inside: paid.map(|paid| paid.within),
            churn_factor: churn_factor(scenario)?,
            per_column: client.worth(&model, self.last_age()).map(|worth| worth.worth),
        })
    }

    /// The sampling error of that worth by the verdict's model, to be advanced in slices.
    ///
    /// # Errors
    /// Without a verdict there is none.
    pub fn sampling(&self, client: &UnitEconomics) -> Figure<Resampling> {
        let fit = self.verdict.as_ref().map_err(|why| *why)?.fit;
        Ok(Resampling::new(&self.cohorts, &fit, client, RESAMPLES, SEED))
    }

    /// The churn of the verdict by the age of a client, and today's clients by age, as a scenario keeps them.
    ///
    /// # Errors
    /// That of the verdict.
    pub fn ageing(&self, period: Period) -> Figure<Ageing> {
        self.ageing_of(self.model()?, period)
    }

    fn ageing_of(&self, model: Model, period: Period) -> Figure<Ageing> {
        let number = |x: f64| Amount::new(x).ok_or(NoFigure::TooLarge);
        let model = match model {
            Model::Constant { churn } => AgeModel::Constant([number(churn)?]),
            Model::Sbg { alpha, beta } => AgeModel::Sbg([number(alpha)?, number(beta)?]),
            Model::DiscreteWeibull { theta, shape } => AgeModel::DiscreteWeibull([number(theta)?, number(shape)?]),
            Model::BetaDiscreteWeibull { alpha, beta, shape } => {
                AgeModel::BetaDiscreteWeibull([number(alpha)?, number(beta)?, number(shape)?])
            }
        };
        let group = |group: orbita_economics::AgeGroup| {
            Some((u16::try_from(group.next_renewal).ok()?, Amount::new(group.customers)?))
        };
        let base = if self.sized { self.cohorts.base() } else { Vec::new() };
        Ok(Ageing { model, period, base: base.into_iter().filter_map(group).collect() })
    }
}

/// Observed churn per column as it reads by the period of a scenario.
///
/// # Errors
/// That of the churn.
pub fn restated(churn: Figure<Estimate>, scenario: &Scenario) -> Figure<Estimate> {
    let (from, to) = (scenario.cohorts_period().months().into(), scenario.period.months().into());
    let restated = churn?.map(|churn| orbita_economics::Measure::Churn.restated(churn, from, to));
    restated.ok_or(NoFigure::TooLarge)
}

/// The worth of a client just won, net of what is spent on keeping, in today's money.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// By the model of the verdict.
    pub value: Figure,
    /// The models of the range: those that the data support, or all where there is no verdict.
    pub models: Vec<Family>,
    /// The least by any of them.
    pub least: Figure,
    /// The most.
    pub most: Figure,
    /// Payments to expect, discounted, as the clients of the scenario pay: the value before retention spend is so many times the
    /// first one.
    pub payments: Figure,
    /// The share of them that lies inside the ages that were counted.
    pub inside: Figure,
    /// What the split of the scenario does to the churn of every age (F78): 1 where spending is not answered for.
    pub churn_factor: f64,
    /// The worth by the same model, paid once a column.
    per_column: Figure,
}

impl Worth {
    /// A worth that was computed with payments once a column, as it is with the payments of the scenario: in proportion.
    pub fn paid_as_stated(&self, per_column: f64) -> f64 {
        match (self.value, self.per_column) {
            (Ok(value), Ok(same)) if same > 0.0 => per_column * value / same,
            _ => per_column,
        }
    }
}

/// Margin and cost of a client of a scenario per column of its table of cohorts.
///
/// # Errors
/// As [`plan::plan`].
pub fn client(scenario: &Scenario) -> Figure<UnitEconomics> {
    let plan = plan::plan(scenario)?;
    let run = plan.likely();
    let months = f64::from(scenario.cohorts_period().months());
    let yearly = |estimate: &Estimate| period_rate(estimate.likely(), 12.0 / months);
    Ok(UnitEconomics {
        margin: run.margin() * months,
        retention_cost: run.effect().retention_per_client * months,
        discount: yearly(&scenario.discount)?,
        growth: yearly(&scenario.growth)?,
    })
}

/// What the split of a scenario does to the churn of every age (F78): 1 where spending is not answered for.
///
/// # Errors
/// When the scenario has no figures.
pub fn churn_factor(scenario: &Scenario) -> Figure<f64> {
    let stated = plan::in_month(scenario, scenario.churn.likely());
    Ok(if stated > 0.0 { plan::effect(scenario)?.churn_month / stated } else { 1.0 })
}

fn fit_of(fits: &[Figure<Fit>; 4], family: Family) -> Figure<Fit> {
    fits[family as usize]
}

/// Lost and kept over all renewals.
fn totals(rates: &[AgeRate]) -> (f64, f64) {
    let kept: f64 = rates.iter().map(|age| age.kept).sum();
    (rates.iter().map(|age| age.at_risk).sum::<f64>() - kept, kept)
}

pub(super) fn churn(cohorts: &Cohorts, sized: bool) -> Figure<Estimate> {
    let orbita_economics::Estimate { low, likely, high } = cohorts.pooled_churn()?;
    let estimate =
        if sized { Estimate::range(low.min(likely), likely, high.max(likely)) } else { Estimate::exact(likely) };
    estimate.ok_or(NoFigure::TooLarge)
}

/// The fits that are what they were asked for and have parameters to be read.
fn identified(fits: &[Figure<Fit>; 4]) -> impl Iterator<Item = &Fit> {
    fits.iter().flatten().filter(|fit| fit.supported() == fit.family && !fit.at_edge)
}

/// The lowest by a criterion of the fits that are what they were asked for and have parameters to be read.
fn best(fits: &[Figure<Fit>; 4], criterion: fn(&Fit) -> f64) -> Figure<Fit> {
    // Of equals the simpler one, which comes first.
    let best = identified(fits).min_by(|one, other| criterion(one).total_cmp(&criterion(other)));
    best.copied().ok_or_else(|| match fits[0] {
        Err(why) => why,
        Ok(_) => NoFigure::Contradicted,
    })
}

pub(super) fn tests(fits: &[Figure<Fit>; 4], found: &Figure<Verdict>) -> Vec<Test> {
    let usual = [
        (Family::Constant, Family::Sbg),
        (Family::Sbg, Family::BetaDiscreteWeibull),
        (Family::DiscreteWeibull, Family::BetaDiscreteWeibull),
    ];
    let test = |(simpler, fuller)| {
        let outcome = fit_of(fits, simpler).and_then(|one| likelihood_ratio(&one, &fit_of(fits, fuller)?));
        let outcome = if let Err(NoFigure::NoSizes) = found { Err(NoFigure::NoSizes) } else { outcome };
        let both = fit_of(fits, simpler).ok().zip(fit_of(fits, fuller).ok());
        let takes_over = outcome.is_ok()
            && both
                .is_some_and(|(one, other)| verdict(&[one, other]).is_ok_and(|verdict| verdict.fit.family == fuller));
        Test { simpler, fuller, outcome, takes_over }
    };
    let mut tests: Vec<Test> = usual.into_iter().map(test).collect();
    // By a step that is none of the usual ones a model came to be the verdict against constant churn itself.
    if let Ok(Verdict { fit: Fit { family, .. }, .. }) = *found
        && family != Family::Constant
        && !tests.iter().any(|test| test.takes_over && test.fuller == family)
    {
        tests.push(test((Family::Constant, family)));
    }
    tests
}

pub(super) fn caveats(
    per_cent: bool,
    cohorts: usize,
    rates: &[AgeRate],
    fits: &[Figure<Fit>; 4],
    verdict: &Figure<Verdict>,
) -> Vec<Caveat> {
    let (lost, _) = totals(rates);
    let mut caveats = Vec::new();
    let mut say = |holds: bool, caveat| {
        if holds {
            caveats.push(caveat);
        }
    };
    say(per_cent, Caveat::PerCent);
    say(cohorts == 1, Caveat::OneCohort);
    say(lost == 0.0, Caveat::NobodyLeft);
    say(!per_cent && lost > 0.0 && lost < FEW_LOST, Caveat::FewLost(lost));
    for fit in fits {
        match fit {
            Err(NoFigure::NotIdentified { have, need }) if *need == 3 => {
                say(true, Caveat::FewRenewals { have: *have, need: *need });
            }
            Ok(fit) => say(fit.at_edge && fit.supported() == fit.family, Caveat::AtEdge(fit.family)),
            Err(_) => (),
        }
    }
    if let (Ok(verdict), Ok(aic)) = (verdict, best(fits, Fit::aic)) {
        say(aic.family != verdict.fit.family, Caveat::AicPrefers(aic.family));
    }
    caveats
}
