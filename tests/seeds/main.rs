//! Whatever comes from outside is answered: each reader of it gets its seeds, and seeds that were cut, spliced and damaged.
//!
//! The seeds are the files of `tests/fixtures/seeds`, a folder a reader; an input that ever broke a reader is kept there as one
//! more. `SEED_CASES=100000 cargo test --release --no-default-features --test seeds -- --nocapture` looks longer, and says how
//! many inputs there were; `SEED_READER=cohorts` gives them to one reader alone.

#![allow(clippy::disallowed_methods, reason = "how long a reader takes is told by the clock")]

mod damage;
mod readers;

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

use damage::{Damage, damaged, damages};
use readers::READERS;

/// How many damaged inputs each reader gets.
const CASES: u32 = 32;

/// The seeds of a reader, by the names of their files.
fn seeds(folder: &str) -> Vec<(String, Vec<u8>)> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut seeds: Vec<(String, Vec<u8>)> = fs::read_dir(fixtures.join(folder))
        .unwrap_or_else(|error| panic!("{folder}: {error}"))
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("readable")))
        .collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "{folder} holds seeds");
    seeds
}

/// Those of a reader that its kind of file is named by.
fn seeds_of(reader: &readers::Reader) -> Vec<(String, Vec<u8>)> {
    let mut seeds = seeds(reader.folder);
    seeds.retain(|(name, _)| name.starts_with(reader.begins));
    assert!(!seeds.is_empty(), "{} has seeds", reader.folder);
    seeds
}

#[test]
fn every_seed_is_taken() {
    let refused: Vec<String> = READERS
        .iter()
        .flat_map(|reader| seeds_of(reader).into_iter().map(move |(name, seed)| (reader, name, seed)))
        .filter(|(reader, _, seed)| !(reader.read)(seed))
        .map(|(reader, name, _)| format!("{}/{name}", reader.folder))
        .collect();
    assert_eq!(refused, Vec::<String>::new());
}

#[test]
fn every_folder_of_seeds_has_a_reader() {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/seeds");
    for folder in fs::read_dir(folders).expect("the seeds").flatten() {
        let name = format!("seeds/{}", folder.file_name().to_string_lossy());
        assert!(READERS.iter().any(|reader| reader.folder == name), "{name}");
    }
}

#[test]
fn every_damaged_seed_is_answered() {
    let asked = std::env::var("SEED_CASES").ok().and_then(|cases| cases.parse::<u32>().ok());
    let only = std::env::var("SEED_READER").unwrap_or_default();
    let mut all = 0;
    for reader in READERS.iter().filter(|reader| reader.name().contains(&only)) {
        let seeds: Vec<Vec<u8>> = seeds_of(reader).into_iter().map(|(_, seed)| seed).collect();
        let input = |(at, all): &(prop::sample::Index, Vec<Damage>)| {
            let other = &seeds[(at.index(seeds.len()) + 1) % seeds.len()];
            all.iter().fold(seeds[at.index(seeds.len())].clone(), |seed, one| damaged(seed, one, other))
        };
        let cases = asked.unwrap_or(CASES) / reader.costs;
        let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
        let inputs = (any::<prop::sample::Index>(), damages());
        let (began, longest) = (Instant::now(), Cell::new(Duration::ZERO));
        let answered = TestRunner::new(config).run(&inputs, |case| {
            let (input, began) = (input(&case), Instant::now());
            // A reader that panics fails the case; whether it takes the input is its own affair.
            _ = (reader.read)(&input);
            longest.set(longest.get().max(began.elapsed()));
            Ok(())
        });
        match answered {
            Ok(()) => {
                println!("{}: {cases} in {:.1?}, the longest {:.1?}", reader.name(), began.elapsed(), longest.get())
            }
            Err(TestError::Fail(why, case)) => panic!("{}: {why}\n{}", reader.name(), input(&case).escape_ascii()),
            Err(TestError::Abort(why)) => panic!("{}: {why}", reader.name()),
        }
        all += cases;
    }
    println!("{all} inputs");
}
