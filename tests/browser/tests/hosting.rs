//! What the build makes of a project: a page with its choices, of no interviews that nobody agreed to publish unless it is told to;
//! and what the page asks for before the app runs.

use std::process::{Command, Output};

use orbita::handover::site::config::{self, Config};
use orbita::route::Section;
use orbita_browser::site;

/// What the build says of a project before it begins.
fn asked(client: &str, with_interviews: &str) -> Output {
    let mut node = Command::new("node");
    node.current_dir(site::project()).args(["scripts/host.mjs", "", client, "", "", "", "", "", with_interviews]);
    node.output().expect("node, which the build needs too")
}

#[test]
fn a_page_of_interviews_is_made_on_request_only() {
    let client = "public/examples/en.json";
    let refused = asked(client, "");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    for part in
        ["as they are: 4; of these 1 without consent to quote and 1 to be quoted without names", "--with-interviews"]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    let taken = asked(client, "yes");
    assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
    assert!(String::from_utf8_lossy(&taken.stderr).contains("All will be readable"));
    assert!(asked("tests/fixtures/version-1.json", "").status.success(), "a project without interviews");
}

/// What the build understands of its options, and what it says of them.
fn options(given: &[&str]) -> (Option<i32>, Vec<String>, String) {
    let read = ". scripts/lib/options.sh; read_options \"$@\"
        printf '%s\\n' \"$with\" \"$screen\" \"$explore\" \"$name\" \"$logo\" \"$lang\" \"$interviews\"";
    let output = Command::new("bash").current_dir(site::project()).args(["-c", read, "build"]).args(given).output();
    let output = output.expect("bash, which the build needs too");
    let text = |bytes| String::from_utf8(bytes).expect("a text");
    (output.status.code(), text(output.stdout).lines().map(String::from).collect(), text(output.stderr))
}

#[test]
fn the_build_understands_its_options() {
    assert_eq!(options(&[]), (Some(0), vec![String::new(); 7], String::new()));
    let path = |name: &str| site::project().canonicalize().expect("a folder").join(name).display().to_string();
    let (project, picture) = ("tests/fixtures/version-1.json", "public/icon.svg");
    let name = "Kurs+ \u{201c}\u{428}\u{43a}\u{43e}\u{43b}\u{430}\u{201d} $HOME `ls` \"2026\" -- -x";
    // Each alone, in the place that it is handed on in.
    for (at, flag, value, read) in [
        (1, "--screen", Some("economics"), "economics"),
        (2, "--explore-only", None, "yes"),
        (3, "--name", Some(name), name),
        (4, "--logo", Some(picture), &path(picture)),
        (5, "--lang", Some("ru"), "ru"),
        (6, "--with-interviews", None, "yes"),
    ] {
        let mut expected = vec![String::new(); 7];
        (expected[0], expected[at]) = (path(project), read.to_owned());
        for first in [true, false] {
            let mut given = vec!["--with", project];
            let more: Vec<&str> = [Some(flag), value].into_iter().flatten().collect();
            given.splice(if first { 0..0 } else { 2..2 }, more);
            assert_eq!(options(&given), (Some(0), expected.clone(), String::new()), "{given:?}");
        }
        // None of them means anything without a project.
        let alone: Vec<&str> = [Some(flag), value].into_iter().flatten().collect();
        let (code, read, said) = options(&alone);
        assert_eq!((code, read.len()), (Some(2), 0), "{alone:?}");
        assert!(said.ends_with("Stopped: these options go with a project: --with client.json\n"), "{said}");
    }
}

#[test]
fn options_that_the_build_cannot_take_are_named() {
    let project = "tests/fixtures/version-1.json";
    let mut refused: Vec<(Vec<&str>, String)> = Vec::new();
    for flag in ["--with", "--screen", "--name", "--logo", "--lang"] {
        for missing in [vec![flag], vec![flag, ""], vec![flag, "--explore-only"]] {
            refused.push((missing, format!("{flag} needs a value.")));
        }
    }
    for unknown in ["--embed", "client.json", "-h", "", "--with=client.json"] {
        refused.push((vec!["--with", project, unknown], format!("there is no option {unknown}.")));
    }
    refused.push((vec!["--with", "nowhere.json"], "nowhere.json is not there.".into()));
    refused.push((vec!["--with", project, "--logo", "no logo.svg"], "no logo.svg is not there.".into()));
    for (given, why) in refused {
        let (code, read, said) = options(&given);
        assert_eq!((code, read.len()), (Some(2), 0), "{given:?}");
        assert!(said.ends_with(&format!("Stopped: {why}\n")), "{given:?}: {said}");
        let is_explained = said.contains("scripts/build --with client.json");
        assert!(is_explained || why.ends_with("is not there."), "{said}");
    }
}

/// Runs a script of the project; what it printed.
fn run(command: &mut Command) -> String {
    let output = command.current_dir(site::project()).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a text")
}

#[test]
fn a_page_of_a_project_holds_it_with_the_choices_and_the_logo() {
    let project = "tests/fixtures/version-1.json";
    let source = |name: &str| std::fs::read(site::project().join(name)).expect("a file of the project");
    let with = |choices: [&str; 6]| {
        let dist = tempfile::tempdir().expect("a folder");
        let inside = |name: &str| std::fs::read(dist.path().join(name));
        std::fs::write(dist.path().join("config.json"), source("public/config.json")).expect("as a build has it");
        run(Command::new("node").arg("scripts/host.mjs").arg(dist.path()).arg(project).args(choices));
        let sent = inside("client.json").expect("the project");
        assert_eq!(sent, source(project));
        assert!(orbita::handover::site::client(sent).is_ok(), "the app opens it");
        let text = String::from_utf8(inside("config.json").expect("the choices")).expect("a text");
        (config::read(&text).expect("the app understands the choices"), inside("logo.svg").ok())
    };
    let open = Some("client.json".into());
    assert_eq!(with([""; 6]), (Config { open: open.clone(), ..Config::default() }, None));
    let name = "Kurs+ \u{201c}Школа\u{201d} \"2026\"";
    let (config, logo) = with(["economics", "yes", name, "public/icon.svg", "ru", ""]);
    let chosen = Config {
        open,
        screen: Some(Section::Economics),
        explore_only: true,
        name: Some(name.into()),
        logo: Some("logo.svg".into()),
        lang: Some("ru"),
        embed: false,
    };
    assert_eq!(config, chosen);
    assert_eq!(logo, Some(source("public/icon.svg")));
}

#[test]
fn the_archive_of_a_clients_page_takes_no_name_of_a_release() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("dist")).expect("a folder");
    std::fs::write(at("dist/files.json"), "{\"version\": \"abc\"}").expect("a file");
    let packed = || {
        let script = ". scripts/lib/setup.sh; packed \"$1\" \"$2\"";
        let said = run(Command::new("bash").args(["-c", script, ""]).arg(at("dist")).arg(folder.path()));
        assert!(std::fs::exists(said.trim()).expect("it answers"), "{said}");
        said.trim().rsplit('/').next().expect("a name").to_owned()
    };
    assert_eq!(packed(), "orbita-abc.tar.gz");
    let of_client = |client: &str| {
        std::fs::write(at("dist/client.json"), client).expect("a file");
        packed()
    };
    let first = of_client("{}");
    assert!(first.starts_with("orbita-abc-client-"), "{first}");
    assert_ne!(of_client("{ }"), first, "nor the name of another client's page");
    assert_eq!(of_client("{}"), first);
}

#[test]
fn an_address_asks_ahead_for_parts_of_the_app_alone() {
    let script = "const asked = [], part = { lang: '', dataset: {}, append() {} };
        const page = { documentElement: part, head: part, baseURI: 'http://host/', createElement: () => part,
          currentScript: { dataset: { app: 'app', ahead: '{\"journey\":[\"-map.wasm\"]}', styles: 'screens.css' } } };
        require('vm').runInNewContext(fs.readFileSync('public/first.js', 'utf8'), { URL, document: page, navigator: {},
          localStorage: { getItem: () => null }, location: { hash: process.argv[1] },
          fetch: async (file) => { asked.push(file); } });
        console.log(asked.join(' '));";
    let asked = |hash: &str| run(Command::new("node").args(["-e", script, hash])).trim().replace("http://host/", "");
    assert_eq!(asked("#/"), "app_bg.wasm");
    assert_eq!(asked("#/e/x"), "app_bg.wasm app-map.wasm");
    assert_eq!(asked("#/e/x/journey/frictions"), "app_bg.wasm");
    for section in ["constructor", "__proto__", "toString", "feelings"] {
        assert_eq!(asked(&format!("#/e/x/{section}")), "app_bg.wasm", "{section}");
    }
}
