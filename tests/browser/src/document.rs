//! Engagements as files, to begin with something other than an empty map.

use serde_json::{Map, Value, json};

/// The lanes of a large map, in order.
const KINDS: [&str; 10] = [
    "actions",
    "touchpoints",
    "thoughts",
    "emotion",
    "friction",
    "opportunities",
    "backstage",
    "pulse",
    "free",
    "actions",
];

/// The key under which an engagement is stored.
pub fn key(id: &str) -> String {
    format!("orbita/engagement/{id}")
}

/// A document with one map of `stages` stages and `lanes` lanes, and `cards` cards dealt out evenly to its cells.
pub fn map(title: &str, stages: usize, lanes: usize, cards: usize) -> Value {
    // Ids are the document's own: 1 is the journey, then come the lanes, the stages, the cards.
    let lane_id = |lane: usize| 2 + lane;
    let stage_id = |stage: usize| lane_id(lanes) + stage;
    let card_id = |card: usize| stage_id(stages) + card;
    let kinds: Vec<&str> = KINDS.into_iter().cycle().take(lanes).collect();
    let cells = stages * kinds.iter().filter(|kind| **kind != "emotion").count();
    // The first card of the cell with this number, counted along the lanes of one stage after the other.
    let first = |cell: usize| (cards * cell).div_ceil(cells);
    let mut cell = 0;
    let mut stage_records = Map::new();
    for stage in 0..stages {
        let mut in_stage = Map::new();
        for lane in (0..lanes).filter(|lane| kinds[*lane] != "emotion") {
            let ids: Vec<usize> = (first(cell)..first(cell + 1)).map(card_id).collect();
            cell += 1;
            if !ids.is_empty() {
                in_stage.insert(lane_id(lane).to_string(), json!(ids));
            }
        }
        let emotion = (stage % 9) as f64 / 2.0 - 2.0;
        let record = json!({ "name": format!("Stage no. {}", stage + 1), "emotion": emotion, "cells": in_stage });
        stage_records.insert(stage_id(stage).to_string(), record);
    }
    let lane = |(lane, kind): (usize, &&str)| (lane_id(lane).to_string(), json!({ "kind": kind }));
    let card = |card: usize| (card_id(card).to_string(), json!({ "text": format!("Card number {}", card + 1) }));
    json!({
        "format": "orbita-engagement",
        "version": 1,
        "revision": 1,
        "writer": "test",
        "saved_at": "2026-11-21T12:00:00Z",
        "engagement": {
            "head": { "title": title, "journeys": [1], "next": card_id(cards) },
            "journeys": { "1": {
                "title": title,
                "kind": "as-is",
                "stages": (0..stages).map(stage_id).collect::<Vec<_>>(),
                "lanes": (0..lanes).map(lane_id).collect::<Vec<_>>(),
            } },
            "stages": stage_records,
            "lanes": kinds.iter().enumerate().map(lane).collect::<Map<_, _>>(),
            "cards": (0..cards).map(card).collect::<Map<_, _>>(),
        },
    })
}

/// A document with one interview of so many words, in paragraphs of fifty, and so many quotes of three words each.
pub fn interview(words: usize, quotes: usize) -> Value {
    const PARAGRAPH: usize = 50;
    let count = words.div_ceil(PARAGRAPH).max(1);
    // Ids are the document's own: 1 is the interview, 2 the tag, then come the paragraphs, the quotes.
    let (paragraph_id, quote_id) = (|at: usize| 3 + at, |at: usize| 3 + count + at);
    let said = |at: usize| {
        let here = PARAGRAPH.min(words - (at * PARAGRAPH).min(words)).max(1);
        (0..here).map(|word| format!("word{:03}", (at * 7 + word) % 1000)).collect::<Vec<_>>().join(" ")
    };
    let paragraph = |at: usize| {
        // A word and the space behind it are eight letters.
        let part = |quote: usize| {
            let start = (quote / count) * 24;
            json!({ "highlight": quote_id(quote), "start": start, "end": start + 23, "words": said(at)[start..start + 23] })
        };
        let parts: Vec<Value> = (at..quotes).step_by(count).map(part).collect();
        (paragraph_id(at).to_string(), json!({ "at": at * 20_000, "text": said(at), "parts": parts }))
    };
    let quote = |at: usize| (quote_id(at).to_string(), json!({ "interview": 1, "mark": { "tags": [2] } }));
    json!({
        "format": "orbita-engagement",
        "version": 3,
        "revision": 1,
        "writer": "test",
        "saved_at": "2026-11-21T12:00:00Z",
        "engagement": {
            "head": { "title": "Bench", "journeys": [], "next": quote_id(quotes) },
            "interviews": { "1": { "head": { "person": "Anna", "consent": "by_name" } } },
            "transcripts": { "1": { "paragraphs": (0..count).map(paragraph_id).collect::<Vec<_>>() } },
            "paragraphs": (0..count).map(paragraph).collect::<Map<_, _>>(),
            "quotes": (0..quotes).map(quote).collect::<Map<_, _>>(),
            "tags": { "2": { "name": "board" } },
        },
    })
}
