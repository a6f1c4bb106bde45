//! Surveys, portfolio and interviews.

use orbita_economics::*;
use serde_json::{Value, json};

use crate::{counts, number, numbers, written};

pub fn answer(model: &str, inputs: &Value) -> Option<Value> {
    let n = |key: &str| number(inputs, key);
    let whole = |key: &str| n(key) as u32;
    Some(match model {
        "nps" => {
            let votes =
                Votes { promoters: whole("promoters"), passives: whole("passives"), detractors: whole("detractors") };
            let nps = votes.nps(0.95, None).unwrap();
            json!({
                "nps": nps.score, "var": nps.variance, "se": nps.se,
                "lo": nps.interval.low, "hi": nps.interval.high,
            })
        }
        "ces_share_easy" => {
            written(effort_share_easy(&counts(&inputs["counts"]).try_into().unwrap()).map(|share| 100.0 * share))
        }
        "ces_index" => written(effort_index(whole("easy"), whole("neutral"), whole("hard"))),
        "csat" => {
            let csat = top_boxes(&counts(&inputs["counts"]), 2, 0.95).unwrap();
            let Interval { low, high } = csat.interval;
            json!({ "csat": 100.0 * csat.share, "lo": 100.0 * low, "hi": 100.0 * high })
        }
        "csi" => {
            let pairs = numbers(&inputs["importance"]).into_iter().zip(numbers(&inputs["satisfaction"]));
            let rated: Vec<Rated> =
                pairs.map(|(importance, satisfaction)| Rated { importance, satisfaction }).collect();
            let highest = n("smax");
            let index = satisfaction_index(&rated, IndexScale::OfHighest { highest }).unwrap();
            json!({ "mean": index * highest / 100.0, "index": index })
        }
        "opportunity" => match inputs["pairs"].as_array() {
            Some(pairs) => pairs
                .iter()
                .map(|pair| {
                    let pair = numbers(pair);
                    written(opportunity(pair[0], pair[1]))
                })
                .collect(),
            None => written(opportunity(n("importance"), n("satisfaction"))),
        },
        "concentration" => {
            let found = concentration(&numbers(&inputs["revenues"]), whole("k") as usize).unwrap();
            json!({
                "topk_share": found.top_share,
                "hhi": found.hhi,
                "pareto20_share": found.top_fifth_share,
                "effective_n": found.effective_clients,
            })
        }
        "weighted_health" => {
            let pairs = numbers(&inputs["scores"]).into_iter().zip(numbers(&inputs["weights"]));
            let scores: Vec<HealthScore> = pairs.map(|(score, weight)| HealthScore { score, weight }).collect();
            // The scale of the source runs from 0 to 5.
            written(health(&scores, 5.0).map(|share| 100.0 * share))
        }
        "cohen_kappa" => {
            let rows: Vec<Vec<u32>> = inputs["table"].as_array().unwrap().iter().map(counts).collect();
            written(cohen_kappa(&rows))
        }
        "dunning_g2" => {
            let k = numbers(&inputs["k"]);
            let table = Contingency { both: k[0], second_only: k[1], first_only: k[2], neither: k[3] };
            written(table.g2())
        }
        _ => return None,
    })
}
