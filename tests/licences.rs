//! What Orbita is made of may be given on under MIT or Apache-2.0, and what it is made with may be used by everybody.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};

/// For what goes into the product.
const PERMISSIVE: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];

/// For what only builds and tests use, and nobody is given.
const OF_TOOLS: [&str; 1] = ["MPL-2.0"];

/// Whether a package under this licence may be taken.
fn may_be_taken(licence: &str, is_tool: bool) -> bool {
    let tools: &[&str] = if is_tool { &OF_TOOLS } else { &[] };
    let allowed: Vec<Licensee> = PERMISSIVE.iter().chain(tools).filter_map(|name| Licensee::parse(name).ok()).collect();
    Expression::parse_mode(licence, ParseMode::LAX)
        .is_ok_and(|expression| expression.evaluate(|asked| allowed.iter().any(|licensee| licensee.satisfies(asked))))
}

/// Fails with the name and the licence of every package that may not be taken.
fn check(packages: impl Iterator<Item = (String, Option<String>, bool)>) {
    let refused: Vec<String> = packages
        .filter(|(_, licence, is_tool)| !licence.as_deref().is_some_and(|licence| may_be_taken(licence, *is_tool)))
        .map(|(name, licence, _)| format!("{name}: {}", licence.as_deref().unwrap_or("names no licence")))
        .collect();
    assert!(refused.is_empty(), "licences that a product under MIT or Apache-2.0 cannot take:\n{}", refused.join("\n"));
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(String::from)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn licences_are_told_apart() {
    for licence in ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(may_be_taken(licence, false), "{licence}");
    }
    for licence in ["GPL-3.0-only", "MIT AND AGPL-3.0-or-later", "LGPL-2.1-or-later", "MPL-2.0", "no licence", ""] {
        assert!(!may_be_taken(licence, false), "{licence}");
    }
    assert!(may_be_taken("MPL-2.0", true) && !may_be_taken("GPL-2.0-only", true));
}

#[test]
fn every_crate_may_be_taken() {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .output()
        .expect("cargo runs");
    let told: Value = serde_json::from_slice(&cargo.stdout).expect("cargo tells of the dependencies in JSON");
    let needs: BTreeMap<&str, &Value> =
        list(&told["resolve"]["nodes"]).iter().filter_map(|node| Some((node["id"].as_str()?, &node["deps"]))).collect();
    // What the product is built from, on every target: tests need more, and give it to nobody.
    let mut product = BTreeSet::new();
    let mut next: Vec<&str> = told["resolve"]["root"].as_str().into_iter().collect();
    while let Some(id) = next.pop() {
        if product.insert(id) {
            let builds = |need: &&Value| list(&need["dep_kinds"]).iter().any(|kind| kind["kind"] != "dev");
            next.extend(list(needs[id]).iter().filter(builds).filter_map(|need| need["pkg"].as_str()));
        }
    }
    assert!(product.len() > 1 && product.len() < needs.len(), "{} of {}", product.len(), needs.len());
    check(list(&told["packages"]).iter().map(|package| {
        let is_tool = package["id"].as_str().is_none_or(|id| !product.contains(id));
        (format!("{} {}", package["name"], package["version"]), text(&package["license"]), is_tool)
    }));
}

#[test]
fn every_package_of_node_may_be_used() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/package-lock.json");
    let lock: Value = serde_json::from_str(&fs::read_to_string(path).expect("a file of the project")).expect("JSON");
    let packages = lock["packages"].as_object().expect("packages by their folders");
    assert!(packages.len() > 1);
    check(packages.iter().map(|(folder, package)| (folder.clone(), text(&package["license"]), true)));
}
