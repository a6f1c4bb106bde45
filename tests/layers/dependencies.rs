//! What tests need is needed: `cargo machete` looks at the dependencies of the product alone.

use std::fs;
use std::path::Path;

/// The names below a heading of a manifest.
fn below(manifest: &str, heading: &str) -> Vec<String> {
    let lines = manifest.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| Some(line.split_once('=')?.0.split('.').next()?.trim().to_owned())).collect()
}

/// Whether a source below `folder` names a crate.
fn is_named(folder: &Path, name: &str) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            return is_named(&path, name);
        }
        path.extension().is_some_and(|kind| kind == "rs")
            && fs::read_to_string(&path).expect("a readable source").contains(&format!("{name}::"))
    })
}

#[test]
fn what_tests_depend_on_is_used_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for package in
        ["", "src/economics", "src/squeeze", "tests/browser", "tests/opened", "tests/kernel", "scripts/binder"]
    {
        let folder = root.join(package);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        for name in below(&manifest, "[dev-dependencies]") {
            seen += 1;
            let crate_name = name.replace('-', "_");
            let is_used = if package.is_empty() {
                ["src", "tests"].iter().any(|sources| is_named(&folder.join(sources), &crate_name))
            } else {
                is_named(&folder, &crate_name)
            };
            assert!(is_used, "`{name}` in {package}/Cargo.toml is named by no source");
        }
    }
    assert!(seen > 7, "{seen}");
}
