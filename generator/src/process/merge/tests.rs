//! Merging step by step; the laws over random histories are in `tests/process_parity`.

use super::*;
use crate::process::state::{Happening, Value};
use crate::process::{read_process, write_process};

fn name(text: &str) -> [(String, Option<Value>); 1] {
    [("name".to_owned(), Value::text(text))]
}

fn document() -> Document {
    let mut document = Document::new("0".repeat(32));
    document.set_fields("aaaaaaaa", name("First"));
    document
}

#[test]
fn an_edit_supersedes_what_its_writer_had_seen() {
    let one = document();
    let mut other = one.clone();
    assert_eq!(other.set_fields("bbbbbbbb", name("Second")), Some(2));
    let merged = merge(&one, &other).unwrap();
    assert_eq!(merged.text("name"), Some("Second"));
    assert_eq!(merged.conflicts().count(), 0);
}

#[test]
fn two_who_did_not_see_each_other_both_keep_their_values_until_somebody_chooses() {
    let (mut one, mut other) = (document(), document());
    one.set_fields("aaaaaaaa", name("Mine"));
    other.set_fields("bbbbbbbb", name("Yours"));
    let mut merged = merge(&one, &other).unwrap();
    assert_eq!(merged.text("name"), Some("Yours"), "the greater replica is shown");
    assert_eq!(merged.conflicts().collect::<Vec<_>>(), ["name"]);
    assert_eq!(merged.set_fields("aaaaaaaa", name("Yours")), Some(3), "choosing is an edit");
    assert_eq!(merged.conflicts().count(), 0);
    let again = merge(&merged, &one).unwrap();
    assert_eq!(again, merged);
}

#[test]
fn two_equal_values_are_no_conflict_and_both_edits_are_kept() {
    let (mut one, mut other) = (document(), document());
    one.set_fields("aaaaaaaa", name("Same"));
    other.set_fields("bbbbbbbb", name("Same"));
    let merged = merge(&one, &other).unwrap();
    assert_eq!(merged.conflicts().count(), 0);
    assert_eq!(merged.registers()["name"].alternatives().len(), 2);
}

#[test]
fn a_field_that_one_cleared_and_another_changed_has_both() {
    let (mut one, mut other) = (document(), document());
    one.set_fields("aaaaaaaa", [("name".to_owned(), None)]);
    other.set_fields("bbbbbbbb", name("Kept"));
    let merged = merge(&one, &other).unwrap();
    assert_eq!(merged.conflicts().collect::<Vec<_>>(), ["name"]);
    let text = write_process(&merged);
    assert!(
        text.contains("name: Kept\n") && text.ends_with("also:\n  - field: name\n    edit: 2 aaaaaaaa\n"),
        "{text}"
    );
    assert_eq!(read_process("p", &text).document, Some(merged));
}

#[test]
fn setting_what_is_there_already_is_no_edit_and_unknown_fields_cannot_be_set() {
    let mut one = document();
    assert_eq!(one.set_fields("bbbbbbbb", name("First")), None);
    assert_eq!(one.set_fields("bbbbbbbb", [("nmae".to_owned(), Value::text("x"))]), None);
    assert_eq!(one.set_fields("bbbbbbbb", [("aim".to_owned(), None)]), None);
    assert_eq!(one, document());
}

#[test]
fn copies_of_two_processes_are_not_merged() {
    let other = Document::new("1".repeat(32));
    let error = merge(&document(), &other).unwrap_err();
    assert!(matches!(error, MergeError::OtherProcess(..)));
}

#[test]
fn a_node_in_two_places_goes_to_the_smaller_and_out_of_circles_and_depths_to_the_root() {
    let places = |pairs: &[(&str, &str)]| {
        let mut document = document();
        let pair = |(key, parent): &(&str, &str)| {
            (key.to_string(), Some(parent.to_string()).filter(|parent| !parent.is_empty()))
        };
        document.places = pairs.iter().map(pair).collect();
        document
    };
    let one = places(&[("w", ""), ("z", "zz"), ("y", "z"), ("x", "y"), ("zz", "")]);
    let other = places(&[("w", "z"), ("z", "x"), ("y", "zz"), ("x", "zz"), ("zz", "")]);
    assert_eq!(places_in_dispute(&one, &other).collect::<Vec<_>>(), ["w", "x", "y", "z"]);
    let merged = merge(&one, &other).unwrap();
    assert_eq!(merged, merge(&other, &one).unwrap());
    let expected = places(&[("w", ""), ("x", ""), ("y", "z"), ("z", "x"), ("zz", "")]);
    assert_eq!(merged.places, expected.places);

    let deep = places(&[
        ("a", ""),
        ("b", "a"),
        ("c", "b"),
        ("d", "c"),
        ("e", "d"),
        ("f", "e"),
        ("g", "f"),
        ("0", "g"),
    ]);
    let merged = merge(&deep, &document()).unwrap();
    assert_eq!(merged.places["g"], None);
    assert_eq!(merged.places["0"].as_deref(), Some("g"));
    let lost = merge(&places(&[("a", "nowhere")]), &document()).unwrap();
    assert_eq!(lost.places["a"], None);
}

#[test]
fn what_happened_is_united_and_the_newest_are_kept() {
    let (mut one, mut other) = (document(), document());
    let happening = |day: usize, detail: &str| Happening {
        date: format!("2026-01-{:02}", day % 28 + 1),
        what: "added".to_owned(),
        detail: Some(detail.to_owned()),
        ..Happening::default()
    };
    for number in 0..400 {
        one.add_happening(&format!("a{number:03}"), happening(number, "one"));
        other.add_happening(&format!("b{number:03}"), happening(number, "other"));
    }
    other.add_happening("a027", happening(27, "two"));
    let merged = merge(&one, &other).unwrap();
    assert_eq!(merged.activity.len(), 500);
    assert_eq!(merged, merge(&other, &one).unwrap());
    assert_eq!(merged.activity["a027"].detail.as_deref(), Some("two"));
    assert!(!merged.activity.contains_key("a000"));
}
