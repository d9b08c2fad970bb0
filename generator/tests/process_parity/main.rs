//! A process file is the same for the command and for the browser: what one reads, writes and merges, the other
//! does to the byte. Files of the corpus, random histories and files damaged by hand go through both. The laws of
//! merging are held by the same histories.

// The helpers of a test are tests too; clippy.toml allows it inside test functions only.
#![allow(clippy::unwrap_used)]

mod corpus;
mod process_laws;
mod random;
mod scripts;

use generator::process::{Document, merge, read_process, write_process};
use random::{History, Numbers, damage};
use serde_json::{Map, Value, json};
use std::path::Path;
use std::process::Command;

/// A state as JSON, in the form that `stateOf` of the browser gives.
fn state_json(document: &Document) -> Value {
    let register = |register: &generator::process::Register| {
        let alternative = |one: &generator::process::Alternative| {
            let value = one.value.as_ref().map_or(Value::Null, |value| match value.as_text() {
                Some(text) => json!(text),
                None => json!(value.items()),
            });
            json!({ "edit": one.edit.to_string(), "value": value })
        };
        register.alternatives().iter().map(alternative).collect::<Value>()
    };
    let happening = |happening: &generator::process::Happening| {
        let names = ["date", "person", "what", "node", "detail"];
        let stated = names.into_iter().zip(happening.values());
        let stated = stated.filter_map(|(name, value)| Some((name.to_owned(), json!(value?))));
        Value::Object(stated.collect())
    };
    json!({
        "id": document.id(),
        "seen": document.seen(),
        "places": document.places(),
        "registers": document.registers().iter().map(|(path, held)| (path.clone(), register(held))).collect::<Map<_, _>>(),
        "activity": document.activity().iter().map(|(id, held)| (id.clone(), happening(held))).collect::<Map<_, _>>(),
    })
}

/// What reading a text gives, in the form of the script: the document, or at most 100 problems.
fn answer(text: &str) -> Value {
    let reading = read_process("process.yaml", text);
    match reading.document {
        Some(document) => of_document(&document),
        None => json!({ "problems": problems(&reading.diagnostics) }),
    }
}

fn problems(diagnostics: &generator::diagnostic::Diagnostics) -> Vec<Value> {
    let mut problems: Vec<(u32, u32, &str, &str)> = diagnostics
        .iter()
        .map(|one| {
            let at = one.position.expect("every problem of a file has a place");
            (at.line, at.column, one.code.name(), one.message.as_str())
        })
        .collect();
    problems.sort();
    problems.dedup();
    problems
        .into_iter()
        .take(100)
        .map(|(line, column, code, message)| json!({ "line": line, "column": column, "code": code, "message": message }))
        .collect()
}

fn of_document(document: &Document) -> Value {
    json!({ "canonical": write_process(document), "state": state_json(document) })
}

/// Of a mistake in the YAML each library has its own words and place, and of a block without a line or a key that
/// is not written a place of its own.
fn comparable(answer: &Value) -> Value {
    let mut answer = answer.clone();
    let Some(problems) = answer["problems"].as_array_mut() else { return answer };
    if problems.iter().any(|one| one["code"].as_str().is_some_and(|code| code.starts_with("yaml-"))) {
        return json!("yaml");
    }
    for problem in
        problems.iter_mut().filter(|one| one["message"].as_str().is_some_and(|text| text.contains("“”")))
    {
        *problem = json!({ "code": problem["code"].take(), "message": problem["message"].take() });
    }
    problems.sort_by_key(Value::to_string);
    answer
}

/// What the browser makes of texts and of pairs of them, and the characters it does not know.
fn browser(texts: &[String], pairs: &[(usize, usize)]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    // So Node takes the scripts for the modules they are.
    std::fs::write(folder.path().join("package.json"), r#"{ "type": "module" }"#).unwrap();
    copy(&package.join("../themes/default/static"), folder.path(), &|name| {
        name.starts_with("process") || name == "vendor" || name.contains("yaml")
    });
    let asked = folder.path().join("asked.json");
    std::fs::write(&asked, serde_json::to_vec(&json!({ "texts": texts, "pairs": pairs })).unwrap()).unwrap();
    let output = Command::new("node")
        .arg(package.join("tests/process_parity/browser.mjs"))
        .arg(folder.path())
        .arg(asked)
        .output()
        .expect("this test needs Node: install `node` (Debian: nodejs), or run `cargo verify`, which does");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Copies the files and folders of a folder that are called right.
fn copy(from: &Path, to: &Path, is_wanted: &dyn Fn(&str) -> bool) {
    std::fs::create_dir_all(to).unwrap();
    for item in std::fs::read_dir(from).unwrap().flatten() {
        let name = item.file_name().into_string().unwrap();
        if !is_wanted(&name) {
            continue;
        }
        if item.path().is_dir() {
            copy(&item.path(), &to.join(&name), is_wanted);
        } else {
            std::fs::copy(item.path(), to.join(&name)).unwrap();
        }
    }
}

/// Compares what both make of texts and of every two neighbours among them.
fn assert_parity(texts: &[String]) -> Value {
    let pairs: Vec<(usize, usize)> = (1..texts.len()).map(|index| (index - 1, index)).collect();
    let there = browser(texts, &pairs);
    let mut differing = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let (here, there) = (comparable(&answer(text)), comparable(&there["answers"][index]));
        if here != there {
            differing.push(format!("text {index}\n{text}\n--- command\n{here:#}\n--- browser\n{there:#}"));
        }
    }
    assert!(differing.is_empty(), "{} texts\n{}", differing.len(), differing.join("\n"));
    let documents: Vec<Option<Document>> =
        texts.iter().map(|text| read_process("process.yaml", text).document).collect();
    for (index, (one, other)) in pairs.into_iter().enumerate() {
        let here = match (&documents[one], &documents[other]) {
            (Some(mine), Some(theirs)) => match merge(mine, theirs) {
                Ok(merged) => of_document(&merged),
                Err(_) => json!("refused"),
            },
            _ => Value::Null,
        };
        let there = &there["merged"][index];
        let there = if there["error"].is_string() { &json!("refused") } else { there };
        assert!(
            here == *there,
            "pair {index}\n{}\n---\n{}\n--- command\n{here:#}\n--- browser\n{there:#}",
            texts[one],
            texts[other]
        );
    }
    there
}

#[test]
fn the_browser_does_with_random_process_files_what_the_command_does() {
    let mut numbers = Numbers(20_260_315);
    let mut texts = Vec::new();
    for seed in 0..150 {
        let history = History::of(seed);
        texts.extend(history.copies.iter().map(write_process));
        // Copies of one process stand side by side, so that they are merged.
        for copy in &history.copies {
            texts.push(damage(&write_process(copy), &mut numbers, 1));
            texts.push(damage(&write_process(copy), &mut numbers, 3));
        }
    }
    assert_parity(&texts);
    let read = texts.iter().filter(|text| read_process("p", text).document.is_some()).count();
    assert!(read > texts.len() / 2 && read < texts.len() - 50, "{read} of {}", texts.len());
}

#[test]
fn the_browser_writes_every_character_of_a_process_file_as_the_command_does() {
    let points: Vec<char> = (0..=0x10_ffff).filter_map(char::from_u32).collect();
    let texts: Vec<String> = points
        .chunks(200_000)
        .map(|chunk| {
            let mut document = Document::new("0".repeat(32));
            let items: Vec<String> =
                chunk.iter().filter(|one| **one != '\n' && **one != '\r').map(char::to_string).collect();
            let value = generator::process::Value::list(items.iter().map(String::as_str));
            document.set_fields("aaaaaaaa", [("tags".to_owned(), value)]);
            write_process(&document)
        })
        .collect();
    let there = browser(&texts, &[]);
    let unassigned: Vec<u64> =
        there["unassigned"].as_array().unwrap().iter().filter_map(Value::as_u64).collect();
    let mut differing = 0;
    for (text, there) in texts.iter().zip(there["answers"].as_array().unwrap()) {
        let canonical = there["canonical"].as_str().unwrap_or_else(|| panic!("{:.600}", there.to_string()));
        assert_eq!(text.lines().count(), canonical.lines().count());
        for (here, there) in text.lines().zip(canonical.lines()).filter(|(here, there)| here != there) {
            // What a version of Unicode does not know is quoted there; a newer one knows more letters.
            let point = here.trim_start_matches("  - ").chars().next().map_or(0, u64::from);
            assert!(unassigned.binary_search(&point).is_ok(), "{here:?} {there:?}");
            differing += 1;
        }
    }
    assert!(differing < 20_000, "{differing}");
}
