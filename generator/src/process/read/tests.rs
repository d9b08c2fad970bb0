//! Reading step by step: layouts, what hands change, and every mistake at its place. What is written is read
//! back, and no damage makes the reader panic, in `tests/process_parity`.

use super::*;
use crate::process::{canonical, write_process};

const ID: &str = "00112233445566778899aabbccddeeff";

fn read(text: &str) -> Document {
    let reading = read_process("p", text);
    let problems: Vec<String> =
        reading.diagnostics.iter().map(|one| format!("{:?} {}", one.position, one.message)).collect();
    reading.document.unwrap_or_else(|| panic!("{problems:?}"))
}

fn head(rest: &str) -> String {
    format!("process: 1\nid: {ID}\n{rest}")
}

/// What is wrong, as `line:column code message`.
fn wrong(text: &str) -> Vec<String> {
    let reading = read_process("p", text);
    assert!(reading.document.is_none(), "{text}");
    let show = |one: &Diagnostic| {
        let at = one.position.unwrap();
        format!("{}:{} {} {}", at.line, at.column, one.code, one.message)
    };
    reading.diagnostics.iter().map(show).collect()
}

#[test]
fn a_file_written_by_hand_is_one_edit_and_has_one_canonical_form() {
    let text = head(
        "name: Labāka pieteikšanās\nteams: {t1: {name: Pils\u{113}ta, type: citizens}}\naim: |\n  One\n\n  two\n\
         nodes:\n- node: default/engage\n  status: done\n  children:\n  - {id: own, removed: true}\n  - id: other\n",
    );
    let document = read(&text);
    assert_eq!(document.seen().len(), 1);
    assert_eq!(document.highest_counter(), 1);
    insta::assert_snapshot!(write_process(&document));
    assert_eq!(read(&write_process(&document)), document);
    assert_eq!(read(&text), document);
    assert_eq!(read(&format!("\u{feff}{}", text.replace('\n', "\r\n"))), document);
}

#[test]
fn a_changed_value_is_an_edit_by_hand_and_an_unchanged_one_is_not() {
    let mut document = Document::new(ID);
    let set = |path: &str, text: &str| (path.to_owned(), Value::text(text));
    document.set_fields("aaaaaaaa", [set("name", "One"), set("aim", "Aim"), set("person ada name", "Ada")]);
    let text = write_process(&document);
    let changed = read(&text.replace("name: One", "name: Two").replace("aim: Aim\n", ""));
    assert_eq!(changed.text("name"), Some("Two"));
    assert_eq!(changed.text("aim"), None);
    assert_eq!(changed.text("person ada name"), Some("Ada"));
    let edit = &changed.registers()["name"].winner().unwrap().edit;
    assert_eq!((edit.counter, &edit.replica[..1]), (2, "h"));
    assert_eq!(changed.seen()[&edit.replica], 2);
    assert_eq!(changed.registers()["aim"].winner().unwrap().edit, *edit);
    assert_eq!(changed.registers()["person ada name"].winner().unwrap().edit.replica, "aaaaaaaa");
}

#[test]
fn the_name_of_an_edit_by_hand_follows_from_what_it_changed() {
    let document = read(&head("name: A\naim: B\n"));
    let lines = format!(
        "aim {}\nname {}\n",
        canonical(Value::text("B").as_ref()),
        canonical(Value::text("A").as_ref())
    );
    let name = format!("{:08x}", crate::process::digest::fnv(lines.as_bytes()));
    assert_eq!(document.seen().keys().next().unwrap(), &format!("h{}", &name[..7]));
}

#[test]
fn a_node_that_is_taken_out_of_the_file_is_removed_and_comes_back_with_its_place() {
    let mut document = Document::new(ID);
    document.add_node("default/engage", None);
    document.add_node("own", Some("default/engage"));
    let set = |path: &str, text: &str| (path.to_owned(), Value::text(text));
    document.set_fields(
        "aaaaaaaa",
        [
            set("node default/engage position", "V"),
            set("node own position", "V"),
            set("node own notes", "Notes"),
        ],
    );
    let text = write_process(&document);
    let cut = text.find("    children:").unwrap()..text.find("\n# Kept").unwrap();
    let without = read(&format!("{}{}", &text[..cut.start], &text[cut.end..]));
    assert_eq!(without.text("node own removed"), Some("true"));
    assert!(!without.places().contains_key("own"));
    assert_eq!(read(&write_process(&without)), without);
    let merged = crate::process::merge(&document, &without).unwrap();
    assert_eq!(merged.places()["own"].as_deref(), Some("default/engage"));
    assert_eq!(merged.text("node own removed"), Some("true"));
}

#[test]
fn positions_that_nobody_set_follow_the_file_and_a_deleted_one_is_an_edit() {
    let document = read(&head("nodes: [{id: b}, {id: a, position: k}, {id: c}]\n"));
    let of_nobody = |key: &str| document.registers()[&format!("node {key} position")].winner().unwrap();
    assert_eq!(of_nobody("b").edit, Edit::nobody());
    assert_eq!((document.text("node b position"), document.text("node c position")), (Some("K"), Some("f")));
    let text = write_process(&document);
    let deleted = read(&text.replace("    position: k\n", ""));
    let register = &deleted.registers()["node a position"];
    assert_eq!(register.winner().unwrap().edit.counter, 2);
    assert_eq!(deleted.text("node a position"), Some("V"));
}

#[test]
fn other_values_stay_when_the_shown_one_is_changed_by_hand() {
    let (mut one, mut other) = (Document::new(ID), Document::new(ID));
    one.set_fields("aaaaaaaa", [("name".to_owned(), Value::text("A"))]);
    other.set_fields("bbbbbbbb", [("name".to_owned(), Value::text("B"))]);
    let merged = crate::process::merge(&one, &other).unwrap();
    let changed = read(&write_process(&merged).replace("name: B", "name: C"));
    let values: Vec<Option<&str>> = changed.registers()["name"]
        .alternatives()
        .iter()
        .map(|alternative| alternative.value.as_ref().and_then(Value::as_text))
        .collect();
    assert_eq!(values, [Some("A"), Some("C")]);
}

#[test]
fn every_mistake_of_a_file_is_told_at_its_place() {
    let text = head(
        "nmae: A\nlanguage: Latviešu valoda\nstate: finished\nstart: 2026-02-30\ntags: a\nname: [x]\nname: y\n\
         people:\n  ada b: {name: Ada}\n  bob:\n    nmae: Bob\n    administrator: maybe\n\
         nodes:\n  - node: engage\n  - id: a/b\n  - id: own\n    position: 10\n  - id: own\n  - status: done\n  - x\n  \
         - id: two\n    node: default/two\n    resources: {r: {address: javascript:alert(1)}}\n\
         activity:\n  one: {what: nothing}\n\
         seen: {k: 1, aaaaaaaa: 01}\nedits:\n  name: 1 aaaaaaaa\n  nodes: 1 aaaaaaaa 00000000\n  aim: 0 aaaaaaaa 00000000\n\
         also:\n  - edit: 1 aaaaaaaa\n",
    );
    insta::assert_snapshot!(wrong(&text).join("\n"));
}

#[test]
fn files_that_are_none_of_ours_are_told_apart() {
    assert_eq!(wrong("a: b: c\n")[0].split(' ').nth(1), Some("yaml-syntax"));
    for none in
        ["", "# nothing\n", "name: A\n", "process: one\n", "process: 0\n", "process:\n", "process: 1.0\n"]
    {
        assert!(wrong(none)[0].contains(" no-process "), "{none}");
    }
    assert_eq!(wrong("- a\n"), ["1:1 no-process a process file is a map of fields, not a list"]);
    assert_eq!(
        wrong("process: 2\nfuture: x\n"),
        ["1:10 newer-version made by a newer version of the workspace: form 2, this program reads form 1"]
    );
    assert_eq!(wrong("process: 1\n"), ["1:1 missing-field the field `id` is missing"]);
    assert_eq!(wrong("process: 1\nid: 12\n"), ["2:5 bad-id “12” in `id` is no id of a process"]);
    let large = head(&format!("aim: {}\n", "a".repeat(9_000_000)));
    assert_eq!(wrong(&large), ["1:1 too-large the file is larger than 8 MiB"]);
    let long = head(&format!("name: {}\naim: {}\n", "ā".repeat(401), "b".repeat(20_001)));
    assert_eq!(
        wrong(&long),
        [
            "3:7 too-long `name` has 401 characters; at most 400 fit",
            "4:6 too-long `aim` has 20001 characters; at most 20000 fit"
        ]
    );
}

#[test]
fn too_many_nodes_and_too_deep_ones_are_refused() {
    let nodes: String = (0..5001).map(|number| format!("  - id: n{number}\n")).collect();
    assert_eq!(
        wrong(&head(&format!("nodes:\n{nodes}"))),
        ["5004:5 too-many-nodes a process has at most 5000 nodes"]
    );
    let mut deep = String::new();
    for depth in 0..7 {
        let indent = "    ".repeat(depth);
        let name = if depth == 0 { "nodes" } else { "children" };
        deep.push_str(&format!("{indent}{name}:\n{indent}  - id: n{depth}\n"));
    }
    let last = wrong(&head(&deep));
    assert_eq!(last, ["15:25 too-deep nodes lie at most 6 deep in each other"]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}|[a-z:#\\-\\[\\]{}'\" \\n\\t0-9|>&*!%@`?,]{0,80}") {
        let _ = read_process("p", &text);
        let _ = read_process("p", &head(&text));
        let _ = read_process("p", &head(&format!("nodes:\n  - id: a\n    {text}")));
    }
}
