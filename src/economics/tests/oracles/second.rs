//! The second edition against `fixtures/second.json`, which the programs in `independent` make by other means, and against
//! `fixtures/checked.json`.

use orbita_economics::*;
use serde_json::{Value, json};

use crate::{number, numbers};

fn estimate(value: &Value) -> Estimate {
    match value {
        Value::Array(_) => {
            let ends = numbers(value);
            Estimate::range(ends[0], ends[1], ends[2])
        }
        _ => Estimate::exact(value.as_f64().expect("a number")),
    }
}

/// A figure, or nothing where there is none.
fn known(figure: Figure) -> Value {
    figure.map_or(Value::Null, |x| json!(x))
}

fn or(inputs: &Value, key: &str, otherwise: f64) -> f64 {
    inputs[key].as_f64().unwrap_or(otherwise)
}

fn terms(inputs: &Value) -> PaymentTerms {
    let paid = if inputs["when"] == "after" { PaymentTiming::InArrears } else { PaymentTiming::InAdvance };
    PaymentTerms { months: or(inputs, "term", 1.0) as u32, paid }
}

fn statement(s: &Value) -> Statement {
    let of = |key: &str| estimate(&s[key]);
    Statement {
        period: number(s, "period") as u32,
        horizon: number(s, "horizon") as u32,
        clients: of("clients"),
        revenue: of("revenue"),
        margin: of("margin"),
        churn: of("churn"),
        cac: of("cac"),
        budget: of("budget"),
        retention_share: number(s, "retention_share"),
        retention_budget: if s["retention_budget"] == "fixed" {
            RetentionBudget::Fixed
        } else {
            RetentionBudget::PerClient
        },
        one_off: of("one_off"),
        one_off_months: number(s, "one_off_months") as u32,
        discount: of("discount"),
        growth: of("growth"),
        answers: (!s["most_new_clients"].is_null()).then(|| Answers {
            retention_spend: of("retention_spend"),
            idle_churn: of("idle_churn"),
            lowest_churn: of("lowest_churn"),
            acquisition_spend: of("acquisition_spend"),
            most_new_clients: of("most_new_clients"),
        }),
        terms: terms(s),
        churn_by_age: None,
    }
}

fn plan(given: &Value) -> MonthlyPlan {
    MonthlyPlan::of(&statement(&given["statement"])).expect("a plan that holds together")
}

fn input(name: &str) -> Input {
    let names = [
        "clients",
        "revenue",
        "margin",
        "churn",
        "cac",
        "budget",
        "one_off",
        "discount",
        "growth",
        "retention_spend",
        "idle_churn",
        "lowest_churn",
        "acquisition_spend",
        "most_new_clients",
    ];
    let place = names.iter().position(|known| *known == name).expect("an input");
    Input::ALL[place]
}

fn model(given: &Value) -> Model {
    let n = |key: &str| number(given, key);
    match given["family"].as_str().expect("a family") {
        "constant" => Model::Constant { churn: n("churn") },
        "sbg" => Model::Sbg { alpha: n("alpha"), beta: n("beta") },
        "dw" => Model::DiscreteWeibull { theta: n("theta"), shape: n("c") },
        _ => Model::BetaDiscreteWeibull { alpha: n("alpha"), beta: n("beta"), shape: n("c") },
    }
}

fn groups(base: &Value) -> Vec<AgeGroup> {
    let base = base.as_array().expect("a list").iter().map(numbers);
    base.map(|age| AgeGroup { next_renewal: age[0] as u32 + 1, customers: age[1] }).collect()
}

const NAMES: [&str; 4] = ["constant", "sbg", "dw", "bdw"];

pub fn answer(kind: &str, given: &Value) -> Option<Value> {
    let n = |key: &str| number(given, key);
    Some(match kind {
        "quantiles" => {
            let bounds = match given["bounds"].as_str() {
                Some("share") => Bounds::SHARE,
                Some("above_zero") => Bounds::ABOVE_ZERO,
                Some("growth") => Bounds::GROWTH,
                Some(_) => Bounds::NONE,
                None => Bounds { least: numbers(&given["bounds"])[0], most: numbers(&given["bounds"])[1] },
            };
            let spread = Spread::new(Field::Amount, estimate(&given["range"]), bounds).unwrap();
            numbers(&given["probs"]).into_iter().map(|p| known(spread.quantile(p))).collect()
        }
        "moments" => {
            let (mean, deviation) = estimate(&given["range"]).moments().unwrap();
            json!({ "mean": mean, "deviation": deviation })
        }
        "restated" => {
            let restated = statement(&given["statement"]).restated(n("months") as u32);
            let names = [
                "revenue",
                "churn",
                "budget",
                "retention_spend",
                "idle_churn",
                "lowest_churn",
                "acquisition_spend",
                "most_new_clients",
            ];
            let of = |name: &&str| restated.estimate(input(name)).unwrap();
            names.iter().map(|name| (name.to_string(), json!([of(name).low, of(name).likely, of(name).high]))).collect()
        }
        "cut" => json!(restated_cut(n("churn"), n("cut"), n("from") as u32, n("to") as u32)),
        "effect" => {
            let scores = given["scores"].as_object().unwrap().iter();
            let scores =
                scores.fold(Scores::default(), |scores, (name, z)| scores.with(input(name), z.as_f64().unwrap()));
            let effect = plan(given).run(&scores).effect();
            json!({
                "retention_spend": effect.retention_spend, "acquisition_spend": effect.acquisition_spend,
                "retention_per_client": effect.retention_per_client, "churn": effect.churn,
                "new_clients": effect.new_clients, "cac": effect.cac,
            })
        }
        "plan" => {
            let plan = plan(given);
            let (effect, projection) = (plan.likely().effect(), plan.likely().project().unwrap());
            json!({
                "profit": projection.profit.last(), "clients": projection.clients.last(), "kept": projection.kept.last(),
                "churn": effect.churn, "new_clients": effect.new_clients, "cac": effect.cac,
            })
        }
        "terminal_value" => {
            let found = plan(given).likely().with_terminal_value().unwrap();
            json!({ "profit": found.profit, "terminal_value": known(found.terminal_value) })
        }
        "client" => {
            let client = Client {
                margin: n("margin"),
                churn: n("churn"),
                discount: n("discount"),
                growth: or(given, "growth", 0.0),
                retention_cost: n("retention_cost"),
                terms: terms(given),
            };
            let figures = client.figures(n("cac")).unwrap();
            let month = |payback: Figure<Payback>| payback.map_or(Value::Null, |payback| json!(payback.month));
            let payments = |payback: Figure<Payback>| known(payback.map(|payback| payback.payments));
            json!({
                "gross": known(figures.ltv_gross), "net": known(figures.ltv_net),
                "payments_gross": payments(figures.payback_gross), "month_gross": month(figures.payback_gross),
                "payments_net": payments(figures.payback_net), "month_net": month(figures.payback_net),
            })
        }
        "retention_costs" => {
            let costs = plan(given).likely().retention_costs();
            json!({
                "per_kept": known(costs.per_kept), "per_saved": known(costs.per_saved), "one_more": known(costs.one_more),
                "saved_clients": known(costs.saved_clients),
            })
        }
        "tornado" => {
            let bars = plan(given).tornado(&Luck::alone(), Some(0.1)).unwrap();
            bars.iter().map(|bar| json!([bar.low, bar.high, known(bar.at_low), known(bar.at_high)])).collect()
        }
        "residual" => {
            let (model, renewal) = (model(&given["model"]), n("renewal") as u32);
            let residual = |when| known(model.residual_lifetime(renewal, when, n("discount")));
            json!({
                "before": residual(When::BeforeRenewal), "after": residual(When::AfterRenewal),
                "elasticity": known(model.base_elasticity(renewal, n("discount"))),
                "growing": known(model.lifetime(n("discount"), n("growth"))),
            })
        }
        "visible" => {
            let detection = Detection { significance: n("alpha"), power: n("power") };
            known(detection.smallest_visible_rise(n("from"), n("per_group") as u32))
        }
        "cash" => {
            let lowest = plan(given).likely().lowest_cash().unwrap();
            json!({ "month": lowest.month, "cash": lowest.cash, "back": lowest.back })
        }
        "best_share" => {
            let best = plan(given).best_share(0.03).unwrap();
            json!({
                "top": best.top, "top_share": best.top_share, "from": best.from, "to": best.to,
                "loss_now": best.loss_now,
            })
        }
        "loss" => {
            let refill = Refill {
                new_clients: n("new_clients"),
                revenue_per_client: n("revenue_per_client"),
                churn: n("churn"),
                cac: n("cac"),
                gross_margin: n("gross_margin"),
                discount: n("discount"),
            };
            let lost = refill.lose(&numbers(&given["revenues"]), n("lost") as usize).unwrap();
            json!({
                "share": lost.share, "clients": lost.clients, "cost": lost.cost,
                "whole_months": known(lost.months.map(f64::ceil)), "margin_lost": known(lost.margin_lost),
            })
        }
        "bridge" | "two_ends" => movements(kind, given),
        "initiatives" => initiatives(given),
        "groups" => {
            let detection = Detection { significance: n("alpha"), power: n("power") };
            let sizes = detection.churn_groups(n("churn"), n("changed"), n("months") as u32, n("ratio")).unwrap();
            json!({ "first": sizes.first, "second": sizes.second })
        }
        "months" => {
            let detection = Detection { significance: 0.05, power: 0.8 };
            let months = detection.months_needed(n("churn"), n("changed"), n("there"), n("reached"));
            months.map_or(Value::Null, |months| json!(months))
        }
        "test_value" => {
            let choice = Choice { worth: n("worth"), cost: n("cost") };
            let belief = Belief { mean: n("mean"), deviation: n("deviation") };
            let test = choice.value_of_test(&belief, n("noise")).unwrap();
            let knowing = choice.value_of_perfect_information(&belief).unwrap();
            json!({ "evsi": test.evsi, "evpi": knowing.evsi, "changes": test.change_probability, "acts": test.default_is_to_act })
        }
        "trial_value" => {
            let choice = Choice { worth: n("worth"), cost: n("cost") };
            let test = choice.value_of_sample(n("a"), n("b"), n("tried") as u32).unwrap();
            json!({ "evsi": test.evsi, "changes": test.change_probability, "acts": test.default_is_to_act })
        }
        "noise" => {
            let sizes = numbers(&given["groups"]);
            known(churn_standard_error(n("churn"), n("months") as u32, (sizes[0], sizes[1])))
        }
        "cohort_plan" => {
            let plan = CohortPlan {
                model: model(&given["model"]),
                base: groups(&given["base"]),
                new_clients: n("new_clients"),
                margin: n("margin"),
                retention_cost: n("retention_cost"),
                acquisition_spend: n("acquisition_spend"),
                discount: n("discount"),
                growth: n("growth"),
                churn_factor: n("churn_factor"),
            };
            let periods = n("periods") as u32;
            let projection = plan.project(periods).unwrap();
            json!({ "clients": projection.clients, "profit": projection.profit, "terminal_value": known(plan.terminal_value(periods)) })
        }
        "cohort_worth" => {
            let client = UnitEconomics {
                margin: n("margin"),
                retention_cost: n("retention_cost"),
                discount: n("discount"),
                growth: n("growth"),
            };
            let worth = client.worth(&model(&given["model"]), n("observed") as u32).unwrap();
            json!({ "worth": worth.worth, "payments": worth.payments, "inside": worth.inside })
        }
        "churn_by_age" => {
            let churn_by_age = ChurnByAge {
                model: model(&given["model"]),
                period: n("table_months") as u32,
                base: groups(&given["base"]),
            };
            let stated = Statement { churn_by_age: Some(churn_by_age), ..statement(&given["statement"]) };
            let projection = MonthlyPlan::of(&stated).unwrap().likely().project().unwrap();
            json!({ "profit": projection.profit.last(), "clients": projection.clients.last() })
        }
        "weibull_life" => known(Model::DiscreteWeibull { theta: n("theta"), shape: n("c") }.discounted_lifetime(0.0)),
        "verdict" => {
            let fits: Vec<Fit> =
                Family::ALL.into_iter().zip(NAMES).filter_map(|(family, name)| fit(given, family, name)).collect();
            let found = verdict(&fits).unwrap();
            let name = |fit: &Fit| NAMES[fit.family as usize];
            json!({ "verdict": name(&found.fit), "supported": found.supported.iter().map(name).collect::<Vec<_>>() })
        }
        "split" => split(given),
        "comparison" => comparison(given),
        "linked_value" => linked_value(given),
        "ranks" => {
            let (from, to) = rank_interval(n("runs") as u32, n("p")).unwrap();
            json!([from, to])
        }
        "budget_range" => budget_range(&plan(given)),
        "decision" => {
            let worth =
                |key: &str| MonthlyPlan::of(&statement(&given[key])).unwrap().likely().with_terminal_value().unwrap();
            let found = Decision::between(&worth("a"), &worth("b")).unwrap();
            json!({
                "difference": found.difference, "with_terminal_value": found.with_terminal_value,
                "terminal_value_decides": found.terminal_value_decides,
            })
        }
        "worth_over_models" => {
            let rows: Vec<Vec<f64>> = given["cohorts"].as_array().unwrap().iter().map(numbers).collect();
            let cohorts = Cohorts::new(&rows).unwrap();
            let fits: Vec<Fit> = Family::ALL.into_iter().filter_map(|family| cohorts.fit(family).ok()).collect();
            let client = UnitEconomics {
                margin: n("margin"),
                retention_cost: 0.0,
                discount: n("discount"),
                growth: n("growth"),
            };
            let found = WorthOverModels::of(&fits, true, &client, cohorts.last_age()).unwrap();
            let worth = found.worth.unwrap();
            let name = |family: &Family| NAMES[*family as usize];
            json!({
                "verdict": found.verdict.as_ref().map(name), "supported": found.supported.iter().map(name).collect::<Vec<_>>(),
                "worth": worth.worth, "least": known(found.least), "most": known(found.most), "inside": worth.inside,
            })
        }
        _ => return None,
    })
}

fn movements(kind: &str, given: &Value) -> Value {
    let row = |account: &Value| AccountRow {
        revenue: numbers(&account["revenue"]),
        cancelled: account["cancelled"].as_u64().map(|column| column as usize),
    };
    let rows: Vec<AccountRow> = given["accounts"].as_array().unwrap().iter().map(row).collect();
    let table = AccountTable::new(&rows, or(given, "months", 1.0) as u32).unwrap();
    let (start, end) = (number(given, "start") as usize, number(given, "end") as usize);
    let booked = |bridge: &Bridge| {
        json!({
            "new": bridge.new, "reactivation": bridge.reactivation, "expansion": bridge.expansion,
            "contraction": bridge.contraction, "churned": bridge.churned, "start": bridge.start, "end": known(bridge.end()),
        })
    };
    if kind == "two_ends" {
        let found = table.between(start, end).unwrap();
        let (mut all, kept) = (booked(&found.bridge), found.retention.unwrap());
        all["nrr"] = json!(kept.nrr);
        all["grr"] = json!(kept.grr);
        all["logo"] = json!(kept.logo);
        all["baremetrics"] = known(found.bridge.nrr(NrrBy::Baremetrics));
        return all;
    }
    let vendor = if given["vendor"] == "maxio" { Vendor::Maxio } else { Vendor::ProfitWell };
    let found = table.summed(start, end, vendor).unwrap();
    let mut all = booked(&found.bridge);
    all["step_nrr"] = found.step_nrr.iter().map(|nrr| known(*nrr)).collect();
    all["nrr"] = known(found.nrr);
    all
}

fn initiatives(given: &Value) -> Value {
    let one = |(one, luck): (&Value, u32)| Initiative {
        luck,
        cost_once: or(one, "cost_once", 0.0).into(),
        cost_per_month: or(one, "cost_per_month", 0.0).into(),
        cost_from: if one["from_retention_budget"] == true { CostFrom::RetentionBudget } else { CostFrom::OnTop },
        reach: or(one, "reach", 1.0).into(),
        churn_cut: or(one, "churn_cut", 0.0).into(),
        margin_gain: or(one, "margin_gain", 0.0).into(),
        new_clients: or(one, "new_clients", 0.0).into(),
    };
    let chosen: Vec<Initiative> = given["chosen"].as_array().unwrap().iter().zip(1..).map(one).collect();
    let worth = Initiatives::new(&plan(given), &chosen).unwrap().likely().unwrap();
    json!({
        "alone": worth.alone, "direct": worth.direct, "combined": worth.combined, "marginal": worth.marginal,
        "churn": worth.churn, "lowest_churn": worth.lowest_churn,
    })
}

fn fit(given: &Value, family: Family, name: &str) -> Option<Fit> {
    let model = match family {
        Family::Constant => Model::Constant { churn: 0.1 },
        Family::Sbg => Model::Sbg { alpha: 1.0, beta: 9.0 },
        Family::DiscreteWeibull => Model::DiscreteWeibull { theta: 0.1, shape: 0.8 },
        Family::BetaDiscreteWeibull => Model::BetaDiscreteWeibull { alpha: 1.0, beta: 9.0, shape: 1.2 },
    };
    let log_likelihood = given["fits"][name].as_f64()?;
    Some(Fit { family, model, log_likelihood, customers: number(given, "customers"), at_edge: false })
}

fn split(given: &Value) -> Value {
    let n = |key: &str| number(given, key);
    let response = |key: &str| {
        let [floor, ceiling, steepness] = numbers(&given[key])[..] else { panic!("three numbers: {key}") };
        Response { floor, ceiling, steepness }
    };
    let split = Split {
        market: Market { margin: n("m"), discount: n("d"), win: response("acquisition"), keep: response("retention") },
        budget: n("budget"),
        customers: n("customers"),
        prospects: n("prospects"),
        win_back: given["lost"].as_f64().map(|lost| WinBack { lost, response: response("win_back") }),
    };
    let found = split.best().unwrap();
    // The split itself is loose where the value is flat; that it gives its value is not.
    let value_of = |outcome: &SplitOutcome| {
        assert_eq!(split.outcome(&outcome.spending).unwrap().value, outcome.value);
        json!({ "value": outcome.value })
    };
    json!({ "best": value_of(&found.best), "all_spent": value_of(&found.all_spent) })
}

fn comparison(given: &Value) -> Value {
    let plans = ["a", "b"].map(|key| MonthlyPlan::of(&statement(&given[key])).unwrap());
    let churn = |plan| InputPlace { plan, input: Input::Churn };
    let link = Link { follower: churn(1), leader: churn(0), against: false };
    let links = if given["link"] == true { vec![link] } else { Vec::new() };
    let assign_luck = assign_luck(&[&plans[0], &plans[1]], &links).unwrap();
    let ranges = |at: usize| Simulation::new(&plans[at], &assign_luck[at], 20_000, 5).unwrap().finish().unwrap();
    let found = Comparison::of(&ranges(0), &ranges(1)).unwrap();
    json!({ "quantiles": [found.p10.value, found.p50.value, found.p90.value], "wins": found.wins })
}

/// Quantiles of revenue × margin / churn where churn moves with revenue, drawn as a plan draws them.
fn linked_value(given: &Value) -> Value {
    let stated = plan(given);
    let of = |input| InputPlace { plan: 0, input };
    let against = given["link"] == "against";
    let link = Link { follower: of(Input::Churn), leader: of(Input::Revenue), against };
    let luck = assign_luck(&[&stated], &[link]).unwrap().remove(0);
    let worth = |run| {
        let score = |scores: Scores, input| scores.with(input, luck.of(input).at(5, run));
        let scores = [Input::Revenue, Input::Churn].into_iter().fold(Scores::default(), score);
        let run = stated.run(&scores);
        run.margin() / run.effect().churn
    };
    let mut worths: Vec<f64> = (0..10_000).map(worth).collect();
    worths.sort_unstable_by(f64::total_cmp);
    numbers(&given["probs"]).into_iter().map(|p| json!(worths[(p * 10_000.0) as usize])).collect()
}

/// The range of the profit with only the budget a range, and the most that any budget earns.
fn budget_range(stated: &MonthlyPlan) -> Value {
    let luck = assign_luck(&[stated], &[]).unwrap().remove(0);
    let ranges = Simulation::new(stated, &luck, 10_000, 5).unwrap().finish().unwrap();
    let of = |p| ranges.at_end.quantile(p).unwrap().value;
    // By scores, far out to both sides: the profit has one hill.
    let profit = |z: f64| stated.run(&Scores::default().with(Input::Budget, z)).profit();
    let most = maximise(profit, -8.0, 4.0, 200).unwrap();
    let effect = stated.run(&Scores::default().with(Input::Budget, most.at)).effect();
    json!({
        "p10": of(0.1), "p50": of(0.5), "p90": of(0.9), "most": most.value,
        "most_at": effect.retention_spend + effect.acquisition_spend,
    })
}
