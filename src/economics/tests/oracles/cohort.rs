//! Cohort models, lifetimes and the value of a base.

use orbita_economics::*;
use serde_json::{Value, json};

use crate::{Cases, each, number, numbers, written};

fn table(inputs: &Value) -> Cohorts {
    let rows: Vec<Vec<f64>> = match &inputs["cohorts"] {
        Value::Array(rows) => rows.iter().map(numbers).collect(),
        _ => vec![numbers(&inputs["active"])],
    };
    Cohorts::new(&rows).unwrap()
}

fn sbg(inputs: &Value) -> Model {
    Model::Sbg { alpha: number(inputs, "alpha"), beta: number(inputs, "beta") }
}

fn parameters(fit: &Fit) -> Value {
    let ll = fit.log_likelihood;
    assert!(!fit.at_edge, "{fit:?}");
    match fit.model {
        Model::Constant { churn } => json!({ "churn": churn, "ll": ll }),
        Model::Sbg { alpha, beta } => json!({ "alpha": alpha, "beta": beta, "ll": ll }),
        Model::DiscreteWeibull { theta, shape } => json!({ "theta": theta, "c": shape, "ll": ll }),
        Model::BetaDiscreteWeibull { alpha, beta, shape } => {
            json!({ "alpha": alpha, "beta": beta, "c": shape, "ll": ll })
        }
    }
}

fn fitted(inputs: &Value, family: Family) -> Fit {
    table(inputs).fit(family).unwrap()
}

fn survival(model: Model, times: &Value) -> Value {
    each(times, |t| model.survival(t as u32))
}

fn trend(kind: TrendKind, shares: &[f64], coefficients: usize) -> Value {
    let trend = fit_trend(kind, shares).unwrap();
    trend.coefficients[..coefficients].iter().copied().chain([trend.r2]).collect()
}

pub fn answer(model: &str, inputs: &Value, cases: &Cases) -> Option<Value> {
    let n = |key: &str| number(inputs, key);
    let regular = || cases.inputs("fh07-foretell-retention-regular");
    let high_end = || cases.inputs("bdw-highend-12");
    let five_years = |segment: &str| cases.inputs(&format!("bg-5year-{segment}"));
    Some(match model {
        "cohort_table" => table(inputs).totals().into(),
        "fit_sbg boundary case" => {
            let constant = fitted(inputs, Family::Constant);
            let sbg = fitted(inputs, Family::Sbg);
            assert_eq!(sbg.model, constant.model, "no parameters in the millions");
            json!({
                "geometric_theta": parameters(&constant)["churn"],
                "geometric_ll": constant.log_likelihood,
                "sbg_sup_ll": sbg.log_likelihood,
            })
        }
        "data" => {
            let mut alive = 100.0;
            let after = table(regular()).retention_by_age().into_iter().map(|age| {
                alive *= age.rate;
                alive
            });
            [100.0].into_iter().chain(after).collect()
        }
        "sbg_pmf" => {
            let model = sbg(inputs);
            let renewals = 1..=n("t") as u32;
            json!({
                "p": renewals.clone().map(|t| written(model.leaving(t))).collect::<Value>(),
                "S": renewals.map(|t| written(model.survival(t))).collect::<Value>(),
            })
        }
        "cohort_loglik" => written(table(inputs).log_likelihood(&sbg(inputs))),
        "multicohort_loglik" => {
            let full = table(cases.inputs("sbg-multicohort-full"));
            written(full.log_likelihood(&sbg(inputs)))
        }
        "sbg_survival" if inputs["train"].is_number() => {
            let error = |segment: &Value| {
                let active = numbers(&segment["active"]);
                let seen = active[..=n("train") as usize].to_vec();
                let fit = Cohorts::new(&[seen]).unwrap().fit(Family::Sbg).unwrap();
                let projected = fit.model.survival(n("year") as u32).unwrap();
                100.0 * (projected / (active[n("year") as usize] / active[0]) - 1.0)
            };
            json!({ "highend": error(high_end()), "regular": error(regular()) })
        }
        "sbg_survival" => each(&inputs["t"], |t| Ok(100.0 * sbg(inputs).survival(t as u32)?)),
        "bdw_survival" => {
            let (alpha, beta) = (n("alpha"), n("beta"));
            survival(Model::BetaDiscreteWeibull { alpha, beta, shape: n("c") }, &inputs["t"])
        }
        "dw_survival" => survival(Model::DiscreteWeibull { theta: n("theta"), shape: n("c") }, &inputs["t"]),
        "retention rates" => table(inputs).retention_by_age().into_iter().map(|age| age.rate).collect(),
        "polyfit_r2" => {
            let shares = numbers(&inputs["y"]);
            json!({
                "linear": trend(TrendKind::Linear, &shares, 2),
                "quadratic": trend(TrendKind::Quadratic, &shares, 3),
                "exponential": trend(TrendKind::Exponential, &shares, 2),
            })
        }
        "r_inf(1-exp(-lambda t)) NLS" => {
            let fit = fit_rising_retention(&numbers(&inputs["rates"])).unwrap();
            json!({ "r_inf": fit.ceiling, "lam": fit.speed, "sse": fit.squares })
        }
        "fit_sbg" => parameters(&fitted(inputs, Family::Sbg)),
        "fit_dw" => parameters(&fitted(inputs, Family::DiscreteWeibull)),
        "fit_bdw" => parameters(&fitted(inputs, Family::BetaDiscreteWeibull)),
        "fit_sbg_nls_retention" => {
            let fit = fit_to_rates(&numbers(&inputs["rates"])).unwrap();
            let Model::Sbg { alpha, beta } = fit.model else { panic!("{fit:?}") };
            json!({ "alpha": alpha, "beta": beta, "sse": fit.squares })
        }
        "lr_test" => {
            let test = |segment: &str| {
                let simpler = fitted(five_years(segment), Family::Sbg);
                let fuller = fitted(five_years(segment), Family::BetaDiscreteWeibull);
                likelihood_ratio(&simpler, &fuller).unwrap()
            };
            let (regular, high_end) = (test("regular"), test("highend"));
            json!({
                "regular": regular.statistic, "regular_p": regular.p,
                "highend": high_end.statistic, "highend_p": high_end.p,
            })
        }
        "sbg_del/sbg_derl" => {
            let lifetimes = |segment: &str| {
                let model = fitted(five_years(segment), Family::Sbg).model;
                let before = model.residual_lifetime(n("n") as u32, When::BeforeRenewal, n("d"));
                (written(model.discounted_lifetime(n("d"))), written(before))
            };
            let (regular, high_end) = (lifetimes("regular"), lifetimes("highend"));
            json!({
                "reg_del": regular.0, "reg_derl": regular.1,
                "he_del": high_end.0, "he_derl": high_end.1,
            })
        }
        "Monte Carlo target" => written(sbg(inputs).discounted_lifetime(n("d"))),
        "sbg_elasticity_individual" => each(&inputs["n"], |t| sbg(inputs).mean_elasticity(t as u32, n("d"))),
        "sbg_elasticity_aggregate" => written(sbg(inputs).base_elasticity(n("n") as u32, n("d"))),
        "base_value_sbg vs base_value_constant" => five_cohorts(inputs),
        "base_value_constant" => {
            let (kept, of) = inputs["r"].as_str().unwrap().split_once('/').unwrap();
            let retention = kept.parse::<f64>().unwrap() / of.parse::<f64>().unwrap();
            let stream = Stream { margin: n("m"), retention, discount: n("d"), growth: 0.0 };
            written(base_value_at_average(n("total"), &stream))
        }
        "kaplan_meier" => {
            let contract = |duration: f64| Contract { duration, ended: true };
            let contracts: Vec<_> = numbers(&inputs["durations"]).into_iter().map(contract).collect();
            let steps = kaplan_meier(&contracts, 0.95).unwrap();
            let at = |time: f64| steps.iter().find(|step| step.time == time).unwrap();
            json!({
                "S1": at(1.0).survival, "S2": at(2.0).survival,
                "S8": at(8.0).survival, "se8": at(8.0).se,
            })
        }
        "gammagamma_expected" => {
            let model = GammaGamma { p: n("p"), q: n("q"), v: n("v") };
            let spender = Spender { repeats: n("x") as u32, mean: n("mbar") };
            written(model.expected_purchase(&spender))
        }
        _ => return None,
    })
}

/// The cohorts all went the same way, so the youngest ages of the older ones are those of the
/// younger.
fn five_cohorts(inputs: &Value) -> Value {
    let ages = inputs["cohort_age_to_active"].as_object().unwrap();
    let active = |age: usize| ages[&age.to_string()].as_f64().unwrap();
    let history: Vec<f64> = (1..=ages.len()).map(active).collect();
    let rows: Vec<Vec<f64>> = (1..=ages.len()).rev().map(|n| history[..n].to_vec()).collect();
    let cohorts = Cohorts::new(&rows).unwrap();
    let fit = cohorts.fit(Family::Sbg).unwrap();
    let groups: Vec<AgeGroup> = history
        .iter()
        .zip(1..)
        .map(|(customers, next_renewal)| AgeGroup { next_renewal, customers: *customers })
        .collect();
    let average = cohorts.latest_retention().unwrap();
    let (margin, discount) = (number(inputs, "m"), number(inputs, "d"));
    let base = base_value(&groups, margin, &fit.model, average, discount).unwrap();
    let mut all = parameters(&fit);
    all["aggregate_retention"] = json!(average);
    all["value_sbg"] = json!(base.by_age);
    all["value_constant"] = json!(base.at_average);
    all["understated_pct"] = json!(100.0 * base.difference);
    all
}

#[test]
fn a_spend_that_keeps_more_gives_every_age_more_renewals() {
    // Summed apart from this crate over 4,000 renewals: hazards alpha / (alpha + beta + n - 1) times 0.6, discounted at 10 %.
    let model = Model::Sbg { alpha: 0.764, beta: 1.296 };
    let at = |period, factor| model.renewals_to_expect(period, 5, factor, 0.1).unwrap();
    for (found, [first, second, fifth]) in [
        (at(1, 0.6), [4.926_906_884, 5.870_761_114, 7.312_262_262]),
        (at(1, 1.0), [2.882_211_420, 3.939_422_127, 5.682_489_218]),
        (at(3, 0.6), [4.782_454_248, 5.787_077_673, 7.278_156_274]),
    ] {
        for (found, known) in [(found[0], first), (found[1], second), (found[4], fifth)] {
            assert!((found - known).abs() < 1e-7, "{found} for {known}");
        }
    }
    assert_eq!(Model::Constant { churn: 0.0 }.renewals_to_expect(1, 1, 1.0, 0.0), Err(NoFigure::Diverges));
}
