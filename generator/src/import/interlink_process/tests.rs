//! Exports in the form that the original's `/download` gives them, made here.

use super::*;
use crate::archive::Archive;
use crate::process::children_of;
use serde_json::json;
use std::io::Cursor;

const FOLDER: &str = "processes_exported/My_process";

fn process() -> Json {
    json!({
        "id": "3f0c7d2e-9a1b-4c3d-8e7f-60718293a4b5", "schema_used": "None", "language": "lv",
        "name": "import_Pieteikuma apraksts", "description": "<p>One &amp; two</p>",
        "logotype": "/static/coproductionprocesses/logo.png", "aim": "Aim\r\nmore", "idea": "", "organization_desc": null,
        "challenges": "None", "requirements": "A room", "incentive_and_rewards_state": true,
        "hasAddAnOrganization": true, "skipResourcesStep": null, "hideguidechecklist": true,
        "intergovernmental_model": "G+G", "is_public": false, "status": "in_progress", "rating": "0.0", "ratings_count": 0,
        "administrators": ["jane.doe@varam.gov.lv", "john@varam.gov.lv"], "tags": ["services", "Town Hall"],
        "start_date": "2022-09-01", "end_date": null, "logotype_link": "https://x.example/logo.png",
    })
}

fn node(kind: &str, id: &str, name: &str, needs: &[&str]) -> Json {
    json!({
        "id": id, "type": kind, "name": name, "description": format!("About {name}"), "status": "awaiting",
        "creator_id": "someone", "disabler_id": null, "disabled_on": null, "from_item": null, "from_schema": null,
        "prerequisites_ids": needs,
    })
}

fn with(mut node: Json, name: &str, value: Json) -> Json {
    node[name] = value;
    node
}

fn tree() -> Json {
    let internal = json!({
        "id": "asset-1", "type": "internalasset", "task_id": "t2", "external_asset_id": "drive-1",
        "link": "https://old.example/googledrive/assets/drive-1", "internal_link": "http://googledrive/assets/drive-1",
        "internalData": {"id": "drive-1", "name": "Stakeholder map", "icon": "i"},
        "softwareinterlinker": {"name": "Google Drive"},
        "knowledgeinterlinker_id": "k", "knowledgeinterlinker": {"name": "Stakeholders Map"},
    });
    let external =
        |uri: &str| json!({"id": "asset-2", "type": "externalasset", "name": "Minutes", "uri": uri});
    let first = with(
        node("task", "t2", "A task", &["t1"]),
        "assets",
        json!([internal, external("https://x.example/minutes")]),
    );
    let first = with(with(first, "status", json!("finished")), "start_date", json!("2022-09-02T10:00:00"));
    let second = with(node("task", "t1", "Z task", &[]), "assets", json!([external("see the cupboard")]));
    let second = with(second, "problemprofiles", json!(["ORG_PROBLEM_6.1"]));
    let (first, second) = (with(first, "development", json!(60)), with(second, "development", json!(33)));
    let removed = with(node("task", "t3", "Removed", &["gone"]), "disabled_on", json!("2023-01-01T00:00:00"));
    let objective = with(node("objective", "o1", "Objective", &[]), "tasks", json!([first, removed, second]));
    json!([
        with(node("phase", "p2", "Design", &["p1"]), "objectives", json!([objective])),
        with(node("phase", "p1", "Engage", &[]), "objectives", json!([])),
    ])
}

fn archive(files: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
    let mut archive = Archive::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.add(path, bytes).unwrap();
    }
    archive.finish().unwrap()
}

fn export_of(process: &Json, tree: &Json) -> Cursor<Vec<u8>> {
    archive(&[
        (&format!("{FOLDER}/coproduction.json"), process.to_string().as_bytes()),
        (&format!("{FOLDER}/schema.json"), tree.to_string().as_bytes()),
        (&format!("{FOLDER}/logo.png"), b"\x89PNG\r\n\x1a\nabc"),
        (&format!("{FOLDER}/assets/asset-1.Stakeholder_map.docx"), b"PK"),
        ("../../etc/passwd", b"not looked at"),
    ])
}

fn import(process: &Json, tree: &Json) -> ImportedProcess {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.zip");
    std::fs::write(&path, export_of(process, tree).into_inner()).unwrap();
    import_interlink_process(&path).unwrap()
}

fn refused(archive: Cursor<Vec<u8>>) -> String {
    match Export::read(archive) {
        Ok(_) => panic!("it was read"),
        Err(reason) => reason,
    }
}

#[test]
fn an_export_becomes_a_process_file_and_a_report() {
    let imported = import(&process(), &tree());
    insta::assert_snapshot!("process", imported.text);
    insta::assert_snapshot!("report", imported.report.to_markdown());
    assert_eq!(import(&process(), &tree()).text, imported.text);
}

#[test]
fn no_address_of_an_administrator_stands_anywhere() {
    let imported = import(&process(), &tree());
    let report = imported.report.to_markdown();
    for secret in ["jane", "john", "varam", "someone"] {
        assert!(!imported.text.contains(secret) && !report.contains(secret), "{secret}");
    }
    assert!(report.contains("2 administrators"), "{report}");
}

#[test]
fn siblings_stand_in_the_order_of_their_prerequisites_and_circles_in_that_of_the_export() {
    let imported = import(&process(), &tree());
    let document = read_process("p", &imported.text).document.unwrap();
    let children = children_of(&document);
    assert_eq!(children[&None], ["p1", "p2"]);
    assert_eq!(children[&Some("o1")], ["t3", "t1", "t2"]);
    let circle = json!([
        node("phase", "a", "A", &["b"]),
        node("phase", "b", "B", &["a"]),
        node("phase", "c", "C", &["a"])
    ]);
    let imported = import(&process(), &circle);
    let document = read_process("p", &imported.text).document.unwrap();
    assert_eq!(children_of(&document)[&None], ["a", "b", "c"]);
    assert!(imported.report.to_markdown().contains("need each other"));
}

#[test]
fn ids_that_are_missing_repeated_or_odd_are_replaced() {
    let odd = json!([
        node("phase", "a b", "Odd", &[]),
        node("phase", "same", "One", &[]),
        node("phase", "same", "Two", &[]),
        {"name": 5, "objectives": {"not": "a list"}},
        "nothing",
    ]);
    let imported = import(&process(), &odd);
    let document = read_process("p", &imported.text).document.unwrap();
    let keys: Vec<&String> = document.places().keys().collect();
    assert_eq!(keys, ["phase-1", "phase-2", "phase-3", "phase-4", "same"]);
}

#[test]
fn archives_that_are_no_export_are_refused_with_the_reason() {
    let process = process().to_string();
    let name = format!("{FOLDER}/coproduction.json");
    let tree = format!("{FOLDER}/schema.json");
    assert!(refused(Cursor::new(b"not a zip".to_vec())).contains("no ZIP archive"));
    assert!(refused(archive(&[("a.txt", b"a")])).contains("there is no coproduction.json"));
    assert!(refused(archive(&[(&name, process.as_bytes())])).contains("there is no schema.json"));
    assert!(refused(archive(&[(&name, b"{"), (&tree, b"[]")])).contains("no JSON"));
    assert!(refused(archive(&[(&name, b"[]"), (&tree, b"[]")])).contains("does not describe"));
    assert!(refused(archive(&[(&name, b"{}"), (&tree, b"{}")])).contains("no list of phases"));
    assert!(refused(archive(&[(&name, b"{}"), ("x/schema.json", b"[]")])).contains("beside each other"));
    assert!(
        refused(archive(&[(&name, b"{}"), ("x/coproduction.json", b"{}"), (&tree, b"[]")]))
            .contains("more than once")
    );
    let deep = "[".repeat(100_000);
    assert!(refused(archive(&[(&name, b"{}"), (&tree, deep.as_bytes())])).contains("no JSON"));
    // Zeros are packed to a thousandth.
    let bomb = vec![b' '; 33 * 1024 * 1024];
    assert!(refused(archive(&[(&name, &bomb), (&tree, b"[]")])).contains("more than 32 MiB"));
    let mut damaged = archive(&[(&name, process.as_bytes()), (&tree, b"[]")]).into_inner();
    damaged[80] ^= 0xff;
    assert!(!refused(Cursor::new(damaged)).is_empty());
}

#[test]
fn more_nodes_than_a_process_may_have_are_refused() {
    let many: Vec<Json> = (0..5001).map(|number| node("phase", &format!("p{number}"), "P", &[])).collect();
    let export = Export::read(export_of(&process(), &json!(many))).unwrap();
    let error = Import::default().process(&export).unwrap_err();
    assert!(error.contains("more than 5000"), "{error}");
}
