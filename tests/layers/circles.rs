//! What imports what, read off the `use` lines: modules that import each other cannot be read, tested or moved one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::sources;

/// The modules of the app, `a::b::c`, each with its code.
fn modules() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let crates = ["economics", "squeeze", "main.rs", "lib.rs"];
    let name = |path: &Path| {
        let inside = path.strip_prefix(&root).expect("a source").with_extension("");
        let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        parts.strip_suffix(&["mod".to_owned()]).unwrap_or(&parts).join("::")
    };
    let of_app =
        |path: &Path| !crates.iter().any(|one| path.strip_prefix(&root).is_ok_and(|inside| inside.starts_with(one)));
    sources("src").into_iter().filter(|(path, _)| of_app(path)).map(|(path, code)| (name(&path), code)).collect()
}

/// The paths that a `use` names, one by one: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or_default().trim().to_owned()];
    };
    let (mut depth, mut from, mut all) = (0, 0, Vec::new());
    let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
    let ends = inside.match_indices(['{', '}', ',']).chain([(inside.len(), ",")]);
    for (at, sign) in ends.collect::<Vec<_>>() {
        match sign {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 0 => {
                all.extend(paths(&inside[from..at]).into_iter().filter(|path| !path.is_empty()).map(|path| {
                    if path == "self" { before.trim_end_matches("::").to_owned() } else { format!("{before}{path}") }
                }));
                from = at + 1;
            }
            _ => (),
        }
    }
    all
}

/// The module that a path in `of` leads into; `None` for one of another crate.
fn module<'a>(all: &'a BTreeMap<String, String>, of: &str, path: &str) -> Option<&'a str> {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut full: Vec<&str> = of.split("::").collect();
    match parts[0] {
        "crate" => full.clear(),
        "self" => (),
        "super" => {
            let up = parts.iter().take_while(|part| **part == "super").count();
            full.truncate(full.len().saturating_sub(up));
            parts.drain(..up - 1);
        }
        first if all.contains_key(&format!("{of}::{first}")) => parts.insert(0, "self"),
        _ => return None,
    }
    full.extend(&parts[1..]);
    (1..=full.len()).rev().find_map(|count| all.get_key_value(&full[..count].join("::"))).map(|(name, _)| name.as_str())
}

/// What each module imports, but for a folder's own mod file and what is in that folder.
fn imports(all: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let is_inside = |one: &str, other: &str| other.strip_prefix(one).is_some_and(|rest| rest.starts_with("::"));
    let of = |(name, code): (&'_ String, &String)| -> Vec<String> {
        let statements = code.split(';').filter_map(|statement| {
            let line = statement.rsplit_once("\nuse ").map(|(_, tree)| tree);
            line.or_else(|| statement.trim_start().strip_prefix("use "))
                .or_else(|| statement.rsplit_once("\npub use ").map(|(_, tree)| tree))
        });
        let trees = statements.flat_map(|tree| paths(&tree.replace('\n', " ")));
        trees.filter_map(|path| module(all, name, &path).map(String::from)).collect()
    };
    all.iter()
        .map(|(name, code)| {
            let met: BTreeSet<&str> = of((name, code))
                .into_iter()
                .filter(|other| other != name && !is_inside(name, other) && !is_inside(other, name))
                .filter_map(|other| all.get_key_value(&other).map(|(name, _)| name.as_str()))
                .collect();
            (name.as_str(), met)
        })
        .collect()
}

/// All that can be reached from a module.
fn reached<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(one) = next.pop() {
        for other in imports.get(one).into_iter().flatten() {
            if seen.insert(*other) {
                next.push(other);
            }
        }
    }
    seen
}

/// The modules of each circle.
fn circles<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<BTreeSet<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports.keys().map(|name| (*name, reached(imports, name))).collect();
    let mut all: Vec<BTreeSet<&str>> = Vec::new();
    for (name, far) in &reached {
        if far.contains(name) && !all.iter().any(|circle| circle.contains(name)) {
            all.push(far.iter().copied().filter(|other| reached[other].contains(name)).collect());
        }
    }
    all
}

#[test]
fn modules_do_not_import_each_other() {
    let all = modules();
    let imports = imports(&all);
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 2_000, "imports are found");
    let circles = circles(&imports);
    assert!(circles.is_empty(), "these import each other: {circles:#?}");
}

#[test]
fn a_use_is_read_path_by_path() {
    assert_eq!(paths("a::b"), ["a::b"]);
    assert_eq!(paths("a::{b, c::{d, e as f}}"), ["a::b", "a::c::d", "a::c::e"]);
    assert_eq!(paths("a::{self, b::{self, c}, d}"), ["a", "a::b", "a::b::c", "a::d"]);
}

#[test]
fn a_circle_is_found() {
    let all = [("a", "use crate::b::x;"), ("b", "use crate::{c, z};\n"), ("c", "fn f() {}\nuse super::a;"), ("z", "")];
    let all: BTreeMap<String, String> = all.map(|(name, code)| (name.into(), code.into())).into();
    let imports = imports(&all);
    assert_eq!(circles(&imports), [BTreeSet::from(["a", "b", "c"])]);
}
