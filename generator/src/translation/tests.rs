//! The states, on a catalogue in memory.

use super::*;
use crate::history::History;
use crate::source::Source;

/// A catalogue of one schema with one page, in two languages.
fn catalogue(files: &[(&str, &str)]) -> crate::Checked {
    let fixed = [
        ("site.yaml", "name: {en: A}\nlanguages: [en, es, lv]\nlicence: CC-BY-4.0\n"),
        ("vocabularies/status.yaml", "terms:\n  - {id: active, label: {en: active, lv: aktīvs}}\n"),
        ("schemas/s/schema.yaml", "status: active\nphases:\n  - id: one\n"),
        ("schemas/s/en.md", "---\nname: Plan\nsummary: A plan.\n---\nThe text.\n"),
    ];
    let files: Vec<(String, Vec<u8>)> = fixed
        .iter()
        .chain(files)
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect();
    crate::check_source(&Source::default().with_files(files), History::default())
}

fn told(checked: &crate::Checked, language: &str) -> Vec<String> {
    texts(&checked.site, language)
        .iter()
        .filter(|text| !matches!(text.owner, Owner::Vocabulary(_)))
        .map(|text| {
            let owner = match text.owner {
                Owner::Entry(entry) => entry.slug.to_string(),
                Owner::Node(_, node) => node.id.clone(),
                Owner::Vocabulary(name) => name.to_owned(),
                Owner::Term(_, term) => term.id.clone(),
            };
            format!("{owner}.{} {} from {}", text.field, text.state.id(), text.source.language)
        })
        .collect()
}

#[test]
fn every_text_of_an_entry_a_node_and_a_list_has_a_state() {
    let hash = source_hash("A plan.");
    let lv = format!(
        "---\nname: Plāns\nsummary: Kāds plāns.\ntranslated-from:\n  language: en\n  fields:\n    name: \"000000000000\"\n    summary: \"{hash}\"\n---\n"
    );
    let checked = catalogue(&[
        ("schemas/s/lv.md", &lv),
        ("schemas/s/en.yaml", "one:\n  name: First\n"),
        (
            "schemas/s/lv.yaml",
            "one:\n  name: Pirmais\n  translated-from:\n    language: en\n    fields:\n      name: \"111111111111\"\n",
        ),
    ]);
    assert_eq!(
        told(&checked, "lv"),
        [
            "s.name outdated from en",
            "s.summary translated from en",
            "s.body missing from en",
            "one.name outdated from en",
            "active.label translated from en",
        ]
    );
    assert_eq!(
        told(&checked, "es"),
        [
            "s.name missing from en",
            "s.summary missing from en",
            "s.body missing from en",
            "one.name missing from en",
            "active.label missing from en",
        ]
    );
    assert!(told(&checked, "en").iter().all(|text| text.contains(" original ")));
    let warned: Vec<String> = checked
        .diagnostics
        .iter()
        .filter(|found| found.code == crate::diagnostic::Code::Outdated)
        .map(|found| format!("{} {}", found.file, found.message))
        .collect();
    assert_eq!(
        warned,
        [
            "schemas/s/lv.md `name` was translated from a text that has changed since",
            "schemas/s/lv.yaml `one.name` was translated from a text that has changed since",
        ]
    );
}

#[test]
fn the_source_is_the_first_language_that_was_not_translated_itself() {
    let hash = source_hash("Plāns");
    let en = format!(
        "---\nname: Plan\nsummary: A plan.\ntranslated-from:\n  language: lv\n  fields:\n    name: \"{hash}\"\n---\n"
    );
    let lv = "---\nname: Plāns\n---\n";
    let checked = catalogue(&[("schemas/s/en.md", &en), ("schemas/s/lv.md", lv)]);
    assert_eq!(told(&checked, "en")[..2], ["s.name translated from lv", "s.summary original from en"]);
    assert_eq!(told(&checked, "lv")[..2], ["s.name original from lv", "s.summary missing from en"]);
}

#[test]
fn without_a_recorded_hash_a_translation_counts_as_one() {
    let checked = catalogue(&[("schemas/s/es.md", "---\nname: Plan\nsummary: ''\n---\nTexto.\n")]);
    assert_eq!(
        told(&checked, "es")[..3],
        ["s.name translated from en", "s.summary missing from en", "s.body translated from en"]
    );
}
