//! Edits, on an entry in memory.

use generator::model::form::Place;
use proptest::prelude::*;

use super::edit::edited;
use super::*;
use crate::queue::job::BlobName;
use crate::submission::tests::site;

const FACTS: &str =
    "# the facts\nnature: knowledge\nstatus: active\nthemes:\n- design # why\nlicence: CC0-1.0\n";
const WORDS: &str = "---\n# the words\nname: Kit\nsummary: >-\n  A kit for streets\n  and towns.\naliases: [set, box]\n---\n\n## Use it\n\nNow.\n";

fn seen() -> SeenEntry {
    let file = |path: &str, text: &str| EntryFile {
        replaces: BlobName::parse(&"a".repeat(40)),
        ..EntryFile::new(path, text.into())
    };
    let branch = OnBranch {
        commit: "c".repeat(40),
        files: vec![file("en.md", WORDS), file("interlinker.yaml", FACTS)],
        before: Vec::new(),
    };
    SeenEntry { seen: branch.clone(), now: branch }
}

fn form() -> Form {
    Form::of(Purpose::Edit, Kind::Interlinker).unwrap()
}

/// What a change of some fields makes of the files.
fn edit(
    site: &generator::model::Site,
    changes: &[(&str, &[&str])],
) -> Result<Vec<EntryFile>, Vec<FieldError>> {
    let (entry, definition) = (seen(), form());
    let before = present(definition, &entry.seen.files, "en");
    let mut typed = before.clone();
    typed.add("agree", "yes");
    for (field, values) in changes {
        typed.set(field, "");
        values.iter().for_each(|value| typed.add(field, *value));
    }
    let answers = Answers::parse(definition, &typed, site, Some(&before))?;
    edited(definition, &entry, "en", &answers)
}

#[test]
fn what_stands_there_is_what_the_form_shows() {
    let form = present(form(), &seen().seen.files, "en");
    assert_eq!((form.text("name"), form.text("summary")), ("Kit", "A kit for streets and towns."));
    assert_eq!((form.list("themes"), form.text("licence")), (vec!["design"], "CC0-1.0"));
    assert_eq!(form.text("instructions"), "## Use it\n\nNow.");
}

#[test]
fn nothing_changed_is_no_file() {
    assert_eq!(edit(&site(), &[]).unwrap(), []);
}

#[test]
fn comments_and_the_style_of_other_fields_stay() {
    let files = edit(&site(), &[("name", &["The kit"]), ("difficulty", &["easy"])]).unwrap();
    let text = |at: usize| String::from_utf8(files[at].bytes.clone()).unwrap();
    assert_eq!(text(0), WORDS.replace("name: Kit", "name: The kit"));
    assert_eq!(text(1), FACTS.replace("licence:", "difficulty: easy\nlicence:"));
    assert!(files.iter().all(|file| file.replaces.is_some()));
}

#[test]
fn what_was_wrong_before_need_not_be_mended_by_whoever_changes_something_else() {
    // A summary of a proposal has 20 characters at least; the one that stands there has fewer.
    let site = site();
    let entry = seen();
    let short = SeenEntry {
        seen: OnBranch {
            files: vec![EntryFile::new("en.md", b"---\nname: Kit\nsummary: Short.\n---\n".to_vec())],
            ..entry.seen
        },
        ..entry
    };
    let before = present(form(), &short.seen.files, "en");
    let mut typed = before.clone();
    typed.add("agree", "yes");
    typed.set("name", "Kits");
    let answers = Answers::parse(form(), &typed, &site, Some(&before)).unwrap();
    assert_eq!(answers.text("name"), "Kits");
    typed.set("summary", "Shorter.");
    let errors = Answers::parse(form(), &typed, &site, Some(&before)).unwrap_err();
    assert!(errors.iter().any(|error| error.field == "summary"), "{errors:?}");
}

#[test]
fn a_field_that_another_person_changed_meanwhile_is_named() {
    let mut entry = seen();
    let files = edit(&site(), &[("name", &["The kit"]), ("themes", &["engagement"])]).unwrap();
    assert_eq!(entry.conflicts(&files), []);
    entry.now.files[0].bytes = WORDS.replace("streets", "villages").into_bytes();
    assert_eq!(entry.conflicts(&files), []);
    entry.now.files[0].bytes = WORDS.replace("name: Kit", "name: Kits").into_bytes();
    assert_eq!(entry.conflicts(&files), [("en.md".to_owned(), "name".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text, after the stated normalisation, is read back equal, and no other field differs.
    #[test]
    fn any_text_is_read_back_as_it_was_typed(summary in "\\PC{20,120}", body in "(\\PC|\n){0,200}", name in "\\PC{3,60}") {
        thread_local!(static SITE: generator::model::Site = site());
        let changes: [(&str, &[&str]); 3] = [("summary", &[&summary]), ("instructions", &[&body]), ("name", &[&name])];
        let Ok(files) = SITE.with(|site| edit(site, &changes)) else {
            // Too short or too long once what cannot be seen is taken away.
            return Ok(());
        };
        prop_assert!(files.iter().all(|file| file.path == "en.md"));
        let Some(file) = files.first() else { return Ok(()) };
        let after = present(form(), &files, "en");
        let visible = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(visible(after.text("name")), visible(&crate::submission::Line::parse(&name, 80).map(|line| line.as_str().to_owned()).unwrap_or_default()));
        let kept = String::from_utf8(file.bytes.clone()).unwrap();
        prop_assert!(kept.starts_with("---\n# the words\n"));
        prop_assert!(kept.contains("\naliases: [set, box]\n---\n"));
        // Sent once more, nothing changes.
        let body = form().inputs().find(|input| input.place == Place::Body).unwrap();
        prop_assert!(after.text(body.name).len() <= kept.len());
    }
}
