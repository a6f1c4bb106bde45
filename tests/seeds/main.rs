//! Whatever comes from outside is answered: each reader of it gets its seeds, and seeds that were cut, spliced and damaged.
//!
//! The seeds are the files of `tests/fixtures/seeds`, a folder a reader; an input that ever broke a reader is kept there as one
//! more. `SEED_CASES=100000 cargo test --release --no-default-features --test seeds` looks longer.

mod damage;
mod readers;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

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
    let asked = std::env::var("SEED_CASES").ok().and_then(|cases| cases.parse().ok());
    for reader in READERS {
        let seeds: Vec<Vec<u8>> = seeds_of(reader).into_iter().map(|(_, seed)| seed).collect();
        let cases = asked.unwrap_or(CASES) / reader.costs;
        let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
        let mut runner = TestRunner::new(config);
        let inputs = (any::<prop::sample::Index>(), damages());
        let answered = runner.run(&inputs, |(at, all): (prop::sample::Index, Vec<Damage>)| {
            let other = &seeds[(at.index(seeds.len()) + 1) % seeds.len()];
            let input = all.iter().fold(seeds[at.index(seeds.len())].clone(), |seed, one| damaged(seed, one, other));
            // A reader that panics fails the case; whether it takes the input is its own affair.
            _ = (reader.read)(&input);
            Ok(())
        });
        if let Err(broken) = answered {
            panic!("{}: {broken}", reader.folder);
        }
    }
}
