//! Every place where the keyboard can be, left by every way there is: the app never stops, and what was typed is kept.

use orbita_browser::driver::Engine;
use orbita_browser::{document, frame, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    the_library_can_be_left_from_everywhere
    the_map_can_be_left_from_everywhere
    what_is_typed_on_the_map_can_be_left_from_everywhere
    what_a_card_opens_can_be_left_from_everywhere
    what_is_over_the_map_can_be_left_from_everywhere
    the_economics_can_be_left_from_everywhere
    ranges_and_initiatives_can_be_left_from_everywhere
    clients_and_revenue_can_be_left_from_everywhere
    an_interview_can_be_left_from_everywhere
    findings_can_be_left_from_everywhere
    what_is_over_an_interview_can_be_left_from_everywhere
    all_frictions_and_what_asks_for_a_line_can_be_left_from_everywhere
    what_is_looked_at_can_be_left_from_everywhere
    menus_can_be_left_open
}

const LEAVE: &str = include_str!("../../src/leave.js");

const EXAMPLE: &str = include_str!("../../../../public/examples/en.json");

async fn leave(engine: Engine, scenes: &[&str], at_least: usize) {
    // Leaving is the same code in each engine, and takes minutes: one goes through all, the other two through each way by turns.
    let thorough = engine == Engine::Chromium;
    let at_least = if thorough { at_least } else { at_least / 2 };
    by(engine, "leaveAll", &[json!(scenes), json!(thorough), json!(link())], at_least).await;
}

/// The example with a second map, and with a scenario that was agreed on.
fn example() -> Value {
    let mut document: Value = serde_json::from_str(EXAMPLE).expect("JSON");
    let engagement = &mut document["engagement"];
    engagement["scenarios"]["81"]["locked"] = json!({ "by": "Ann", "on": "2026-01-15" });
    let kinds: Value = engagement["lanes"][engagement["journeys"]["1"]["lanes"][0].to_string()].clone();
    engagement["journeys"]["901"] = json!({ "title": "Second", "kind": "as-is", "stages": [902], "lanes": [903] });
    engagement["stages"]["902"] = json!({ "name": "Only" });
    engagement["lanes"]["903"] = kinds;
    engagement["head"]["journeys"].as_array_mut().expect("a list").push(json!(901));
    engagement["head"]["next"] = json!(1000);
    document
}

/// Where a link to the example leads.
fn link() -> String {
    let engagement = serde_json::from_value(example()["engagement"].clone()).expect("an engagement");
    format!("{}{}", orbita::exchange::link::PLACE, orbita::exchange::link::write(&engagement).expect("small"))
}

async fn by(engine: Engine, leaves: &str, given: &[Value], at_least: usize) {
    let documents = json!([["leave", example().to_string()], ["other", document::map("Other", 3, 4, 5).to_string()]]);
    let script = format!("{LEAVE}\nreturn {leaves}(...given);");
    let (left, faults): (usize, Vec<String>) = frame::play(engine, &script, json!([&[documents], given].concat())).await;
    assert!(faults.is_empty(), "{} of {left}:\n{}", faults.len(), faults.join("\n"));
    assert!(left >= at_least, "only {left} places were left");
}

async fn the_library_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["library", "library, renaming"], 15).await;
}

async fn the_map_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["map", "map, search", "map, cards selected"], 25).await;
}

async fn what_is_typed_on_the_map_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["map, a card", "map, a new card", "map, a stage", "map, a lane"], 20).await;
}

async fn what_a_card_opens_can_be_left_from_everywhere(engine: Engine) {
    let scenes = ["map, rating", "map, a friction", "map, details", "map, project", "map, agenda"];
    leave(engine, &scenes, 20).await;
}

async fn what_is_over_the_map_can_be_left_from_everywhere(engine: Engine) {
    let scenes = ["map, second curve", "map, compare", "map, checkpoints", "map, sharing", "map, presenting"];
    leave(engine, &scenes, 20).await;
}

async fn the_economics_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["economics"], 20).await;
}

async fn ranges_and_initiatives_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["economics, a range", "economics, an initiative", "economics, locking", "economics, the forecast"], 25).await;
}

async fn clients_and_revenue_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["economics, clients", "economics, revenue"], 15).await;
}

async fn an_interview_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["interview", "interview, its fields", "interview, a note"], 25).await;
}

async fn findings_can_be_left_from_everywhere(engine: Engine) {
    let scenes = [
        "findings, forces",
        "findings, phrases",
        "findings, codebook",
        "findings, jobs",
        "findings, outcomes",
        "findings, quotes",
    ];
    leave(engine, &scenes, 25).await;
}

async fn what_is_over_an_interview_can_be_left_from_everywhere(engine: Engine) {
    let scenes = [
        "interview, the guide",
        "interview, the debrief",
        "interview, a pasted transcript",
        "interview, a speaker",
        "findings, joining a quote",
    ];
    leave(engine, &scenes, 20).await;
}

async fn all_frictions_and_what_asks_for_a_line_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["all frictions", "map, the palette", "map, help"], 20).await;
}

async fn what_is_looked_at_can_be_left_from_everywhere(engine: Engine) {
    leave(engine, &["preview", "preview, economics"], 10).await;
}

async fn menus_can_be_left_open(engine: Engine) {
    let scenes = json!([
        ["library", "#/e/other/journey/1"],
        ["map", "#/e/leave/economics"],
        ["economics", "#/e/leave/economics/clients"],
        ["interview", "#/e/leave/interviews/quotes"],
        ["findings, outcomes", "#/e/leave/interviews/jobs"],
        ["findings, quotes", "#/e/leave/interviews/jobs"],
    ]);
    by(engine, "leaveMenus", &[scenes], 30).await;
}
