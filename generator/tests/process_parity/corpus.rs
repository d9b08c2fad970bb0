//! The corpus that both implementations are held to: `good` files with their state and their canonical text, `bad`
//! ones with every problem. The browser's own tests read the same folder.

use super::{of_document, problems};
use generator::process::{check_process, read_process};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/processes").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn expected(file: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(file.with_extension("json")).unwrap()).unwrap()
}

#[test]
fn good_process_files_have_the_state_and_the_text_of_the_corpus() {
    let mut wrong = Vec::new();
    for file in files("good") {
        let text = std::fs::read_to_string(&file).unwrap();
        let reading = read_process("process.yaml", &text);
        let found = match &reading.document {
            Some(document) => of_document(document),
            None => json!(problems(&reading.diagnostics)),
        };
        if found != expected(&file) {
            wrong.push(format!("{}\n{found:#}\n--- expected\n{:#}", file.display(), expected(&file)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bad_process_files_have_the_problems_of_the_corpus() {
    let mut wrong = Vec::new();
    for file in files("bad") {
        let bytes = std::fs::read(&file).unwrap();
        let mut found = json!(match std::str::from_utf8(&bytes) {
            Ok(text) => problems(&read_process("process.yaml", text).diagnostics),
            Err(_) => problems(&check_process("process.yaml", &bytes)),
        });
        let mut expected = expected(&file)["problems"].take();
        // Of a mistake in the YAML each library has its own words and place.
        for problem in [&mut found, &mut expected].into_iter().flat_map(|list| list.as_array_mut().unwrap()) {
            if problem["code"].as_str().is_some_and(|code| code.starts_with("yaml-")) {
                *problem = problem["code"].take();
            }
        }
        if found != expected {
            wrong.push(format!("{}\n{found:#}\n--- expected\n{expected:#}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
