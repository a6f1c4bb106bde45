//! The build makes no page of interviews that nobody agreed to publish, unless it is told to.

use std::process::{Command, Output};

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
