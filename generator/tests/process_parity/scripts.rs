//! The scripts of the workspace that need no browser, tried by Node: what `tests/process/*.test.mjs` say of them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::copy;

#[test]
fn the_rules_of_processes_hold_in_the_scripts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = tempfile::tempdir().unwrap();
    // An older Node takes a script for a module only where a package says so, which the repository has not.
    fs::write(folder.path().join("package.json"), r#"{ "type": "module" }"#).unwrap();
    let tests = "generator/tests/process";
    for part in ["themes/default/static", "tests/fixtures/processes", tests] {
        copy(&root.join(part), &folder.path().join(part), &|_| true);
    }
    let mut files: Vec<String> = fs::read_dir(folder.path().join(tests))
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{tests}/{name}"))
        .collect();
    files.sort();
    assert!(files.len() > 4, "{files:?}");
    let output = Command::new("node")
        .args(["--test", "--test-reporter=tap"])
        .args(files)
        .current_dir(folder.path())
        // Node 18 has Web Crypto, but not where browsers have it.
        .env("NODE_OPTIONS", "--experimental-global-webcrypto")
        .output()
        .expect("this test needs Node: install `node` (Debian: nodejs), or run `cargo verify`, which does");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("\n# fail 0\n") && !said.contains("\n# pass 0\n"), "{said}");
}
