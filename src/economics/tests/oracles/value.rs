//! Value, sensitivity, break-even and revenue.

use orbita_economics::*;
use serde_json::{Map, Value, json};

use crate::{each, number, numbers, written};

fn stream(inputs: &Value) -> Stream {
    let or_zero = |key: &str| inputs[key].as_f64().unwrap_or(0.0);
    Stream {
        margin: inputs["m"].as_f64().unwrap_or(1.0),
        retention: number(inputs, "r"),
        discount: number(inputs, "d"),
        growth: or_zero("growth"),
    }
}

fn timing(inputs: &Value) -> Timing {
    match inputs["timing"].as_str() {
        Some("after") => Timing::After,
        Some("end") => Timing::End,
        Some("immediate") | None => Timing::Immediate,
        Some(other) => panic!("timing {other}"),
    }
}

fn all_timings(stream: &Stream) -> Value {
    let value = |timing| stream.value(timing);
    if value(Timing::Immediate).is_err() {
        return written(value(Timing::Immediate));
    }
    json!({
        "immediate": written(value(Timing::Immediate)),
        "after": written(value(Timing::After)),
        "end": written(value(Timing::End)),
    })
}

pub fn answer(model: &str, inputs: &Value) -> Option<Value> {
    let n = |key: &str| number(inputs, key);
    let whole = |key: &str| n(key) as u32;
    Some(match model {
        "annuity_of_expected_lifetime" => {
            let annuity = Stream { margin: n("m"), retention: 1.0, discount: n("d"), growth: 0.0 };
            written(annuity.value_over(Timing::End, whole("years")))
        }
        "clv_constant" => all_timings(&stream(inputs)),
        "clv_constant/immediate" => written(stream(inputs).value(timing(inputs))),
        "clv_constant/continuous" => {
            let stream = Stream { margin: n("annual_margin"), retention: n("r"), discount: n("i"), growth: 0.0 };
            let thousands = n("customers_thousand");
            written(stream.value(Timing::Continuous).map(|v| v * thousands / 1000.0))
        }
        "clv_finite" => written(stream(inputs).value_over(Timing::Immediate, whole("n"))),
        "clv_finite+mid-period promotion" => {
            let promoted =
                Promoted { contribution: n("gc"), promotion: n("promo"), retention: n("r"), discount: n("d") };
            written(promoted.value(whole("n")))
        }
        "margin_multiple" => {
            let mut table = Map::new();
            for r in numbers(&inputs["r"]) {
                for i in numbers(&inputs["i"]) {
                    table.insert(format!("r={r},i={i}"), written(margin_multiple(r, i, 0.0)));
                }
            }
            Value::Object(table)
        }
        "expected_lifetime" => written(expected_lifetime(n("r"), Counting::WithFirst)),
        "ltv_saas" => {
            let ltv = SaasLtv::OfMargin { arpa: n("arpa"), gross_margin: n("gm"), churn: n("churn") }.value();
            match inputs["cac"].as_f64() {
                Some(cac) => written(ltv.and_then(|ltv| ltv_to_cac(ltv, cac))),
                None => written(ltv),
            }
        }
        "period_rate" => each(&inputs["k"], |k| period_rate(n("annual"), k)),
        "annual_churn_from_monthly" => each(&inputs["monthly"], |c| churn_over(c, 12.0)),
        "elasticity" => written(retention_elasticity(&stream(inputs), timing(inputs))),
        "marginal_value_of_retention" => {
            let worth = worth_of_points(&stream(inputs), timing(inputs), 0.01).unwrap();
            json!({ "per_point": worth.by_slope, "exact_one_point": written(worth.exact) })
        }
        "breakeven_uplift_per_period" => {
            let at =
                |timing| written(break_even_per_period(&stream(inputs), timing, n("x")).map(|needed| needed.retention));
            json!({ "r1": at(Timing::Immediate), "r1_after": at(Timing::After) })
        }
        "breakeven_uplift_one_off" => {
            let needed = break_even_one_off(&stream(inputs), n("budget"), n("customers")).unwrap();
            json!({
                "permanent": written(needed.permanent.map(|needed| needed.retention)),
                "one_renewal": written(needed.one_renewal.map(|needed| needed.retention)),
            })
        }
        "two_proportion_n" => {
            let test = Detection { significance: n("alpha"), power: n("power") };
            written(test.customers_per_group(n("p1"), n("p2")))
        }
        "tornado" => tornado_of(inputs),
        "mrr_bridge" => {
            let or_zero = |key: &str| inputs[key].as_f64().unwrap_or(0.0);
            let bridge = Bridge {
                start: or_zero("start"),
                new: n("new"),
                reactivation: or_zero("reactivation"),
                expansion: n("expansion"),
                contraction: n("contraction"),
                churned: n("churned"),
            };
            json!({
                "end": written(bridge.end()),
                "net_new": written(bridge.net_new()),
                "nrr": written(bridge.nrr(NrrBy::Accounts)),
                "grr": written(bridge.grr()),
                "quick_ratio": written(bridge.quick_ratio(QuickRatioBy::NewAndExpansion)),
                "net_mrr_churn": written(bridge.net_churn()),
            })
        }
        "retention_from_accounts" => {
            let start = inputs["start"].as_object().unwrap();
            let row = |name: &String| AccountRow {
                revenue: vec![number(&inputs["start"], name), number(&inputs["end"], name)],
                cancelled: None,
            };
            let table = AccountTable::new(&start.keys().map(row).collect::<Vec<_>>(), 1).unwrap();
            let kept = table.between(0, 1).unwrap().retention.unwrap();
            json!({ "nrr": kept.nrr, "grr": kept.grr, "logo": kept.logo })
        }
        _ => return None,
    })
}

fn tornado_of(inputs: &Value) -> Value {
    let names = ["m", "r", "d", "cac"];
    let swings = names.map(|name| {
        let ends = numbers(&inputs["lohi"][name]);
        Swing { low: ends[0], base: number(&inputs["base"], name), high: ends[1] }
    });
    let net = |x: &[f64]| {
        let stream = Stream { margin: x[0], retention: x[1], discount: x[2], growth: 0.0 };
        Ok(stream.value(Timing::Immediate)? - x[3])
    };
    let bars = tornado(&swings, net).unwrap();
    let order: Vec<&str> = bars.iter().map(|bar| names[bar.input]).collect();
    assert_eq!(order, ["r", "m", "cac", "d"], "the longest bar comes first");
    let rows = bars.iter().map(|bar| {
        let row = json!([written(bar.at_low), written(bar.at_high), written(bar.length())]);
        (names[bar.input].to_string(), row)
    });
    Value::Object(rows.collect())
}
