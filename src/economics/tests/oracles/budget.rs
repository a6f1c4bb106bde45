//! Budget, customer equity and the value of the firm.

use orbita_economics::*;
use serde_json::{Value, json};

use crate::{number, numbers, written};

pub fn answer(model: &str, inputs: &Value) -> Option<Value> {
    let n = |key: &str| number(inputs, key);
    Some(match model {
        "bd_optimum" => {
            let response =
                |ceiling: &str, steepness: &str| Response { floor: 0.0, ceiling: n(ceiling), steepness: n(steepness) };
            let market = Market {
                margin: n("m"),
                discount: n("d"),
                win: response("ceil_a", "k_a"),
                keep: response("ceil_r", "k_r"),
            };
            let best = market.optimum().unwrap();
            json!({
                "R": best.keep_spending, "r": best.retention, "V": best.value,
                "A": best.win_spending, "a": best.acquisition, "equity": best.equity,
                "avg_ratio": best.average_win.unwrap() / best.average_keep.unwrap(),
                "marginal_ratio": best.marginal_win.unwrap() / best.marginal_keep.unwrap(),
            })
        }
        "customer_equity_current+future" => {
            let logistic = &inputs["logistic"];
            let firm = Firm {
                customers: n("N_million"),
                margin: n("quarterly_margin"),
                cac: n("acq_cost"),
                annual_retention: n("annual_retention"),
                annual_discount: n("annual_discount"),
                periods_per_year: 4.0,
                tax: n("tax"),
                growth: Logistic {
                    ceiling: number(logistic, "alpha"),
                    shift: number(logistic, "beta"),
                    speed: number(logistic, "gamma"),
                },
                from_period: n("last_quarter_index") + n("offset"),
            };
            let percent = |lever| written(firm.improvement(lever, 0.01).map(|x| 100.0 * x));
            json!({
                "value_bn": written(firm.value().map(|millions| millions / 1000.0)),
                "ret_1pct": percent(Improvement::Retention),
                "acq_1pct": percent(Improvement::AcquisitionCost),
                "margin_1pct": percent(Improvement::Margin),
            })
        }
        "equity to shareholder value" => {
            let debts = numbers(&inputs["debt"]);
            let assets = numbers(&inputs["non_operating"]);
            let percent = |(assets, debt): (&f64, &f64)| {
                written(leverage(n("ce"), *assets, *debt, n("uplift")).map(|x| 100.0 * x))
            };
            assets.iter().zip(&debts).map(percent).collect()
        }
        _ => return None,
    })
}
