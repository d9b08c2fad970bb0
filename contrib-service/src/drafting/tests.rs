//! Edits, on an entry in memory, and any text at all, written and read back.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use generator::content::front_matter::split_front_matter;
use generator::content::yaml::{Yaml, parse_yaml};
use generator::hidden::is_hidden;
use generator::model::definition::Shape;
use generator::model::form::{Input, Place};
use generator::model::site::Site;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::edit::edited;
use super::*;
use crate::entry_files::{without_html, write_entry_files};
use crate::queue::job::BlobName;
use crate::submission::Submission;
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

static SITE: LazyLock<Site> = LazyLock::new(site);

/// What breaks a careless writer of files, besides any single character.
const NASTY: &[&str] = &[
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    "\t",
    "\u{0}",
    "\u{b}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{9b}",
    "\u{a0}",
    "\u{2028}",
    // Two letters and one: composed they are the same.
    "e\u{301}",
    "A\u{30a}",
    "\u{212b}",
    "q\u{307}\u{323}",
    "q\u{323}\u{307}",
    "\u{1100}\u{1161}\u{11a8}",
    "\u{301}",
    // Composed only once what nobody sees is gone.
    "e\u{200b}\u{301}",
    "e\u{0}\u{301}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{200d}",
    "\u{ad}",
    "\u{fffe}",
    "\u{fffd}",
    "\u{1f469}\u{200d}\u{1f33e}",
    "---\n",
    "\n---\n",
    ": ",
    " #",
    "\"",
    "'",
    "\\",
    "`",
    "|",
    "%",
    "\n- ",
    "<b>",
    "<!--",
    "&lt;",
];

/// Any text of fewer than so many parts, each at most five characters long.
fn anything(most: usize) -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<char>().prop_map(String::from),
        proptest::sample::select(NASTY).prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..most).prop_map(|parts| parts.concat())
}

/// The stated normalisation of one line: what is not seen goes, letters are composed (NFC), white space
/// becomes one space.
fn as_line(typed: &str) -> String {
    let seen = |letter: &char| letter.is_whitespace() || !letter.is_control() && !is_hidden(*letter);
    let composed: String = typed.chars().filter(seen).nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of a text: its lines end in LF and in nothing that is not seen.
fn as_prose(typed: &str) -> String {
    let seen = |letter: &char| matches!(letter, '\n' | '\t') || !letter.is_control() && !is_hidden(*letter);
    let lines = typed.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let composed: String = lines.chars().filter(seen).nfc().collect();
    let lines: Vec<&str> = composed.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// What an entry says where this was typed.
fn expected(definition: Form, input: &Input, typed: &RawForm) -> Vec<String> {
    let answer = |text: &str| match input.shape(definition) {
        Shape::Text => as_prose(text),
        Shape::Markdown => without_html(&as_prose(text)),
        Shape::Contact if text.contains('@') => format!("mailto:{text}"),
        _ => as_line(text),
    };
    typed.list(input.name).into_iter().map(answer).collect()
}

/// The fields of a YAML text.
fn keys(yaml: &str) -> BTreeSet<String> {
    match parse_yaml(yaml).expect("what is written can be read").value {
        Yaml::Map(fields) => fields.into_iter().map(|(key, _)| key.text).collect(),
        other => panic!("{other:?}"),
    }
}

/// The facts that somebody picks for an entry of this kind.
fn facts(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::Interlinker => &[
            ("nature", "knowledge"),
            ("address", "https://kit.example/ā?b#c"),
            ("contact", "info@town.example"),
            ("themes", "engagement"),
            ("themes", "design"),
            ("difficulty", "easy"),
        ],
        Kind::Story => &[
            ("countries", "es"),
            ("countries", "lv"),
            ("start", "2025-03"),
            ("end", "2025-03-14"),
            ("contact", "https://town.example/contact"),
        ],
        Kind::Problem => &[("family", "organise")],
        Kind::Call => &[
            ("start", "2027"),
            ("end", "2027-12-31"),
            ("contact", "info@town.example"),
            ("roles", "citizens"),
            ("countries", "es"),
        ],
        Kind::Organisation => {
            &[("type", "citizens"), ("country", "es"), ("website", "http://citizens.example/")]
        }
        other => panic!("{other} has no such form"),
    }
}

/// A text of any form, long enough for each.
const BEGINNING: &str = "A kit for deciding together how a street spends its money, in three evenings, each in \
                         another house of it: ";

/// A form of this kind with everything filled in: what is picked, and in every field of text one of these.
fn filled_in(definition: Form, lines: &[String], texts: &[String]) -> RawForm {
    let mut form = RawForm::default();
    let chosen = facts(definition.kind).iter().chain(&[("lang", "en"), ("agree", "yes")]);
    chosen.for_each(|(field, value)| form.add(field, *value));
    let (mut lines, mut texts) = (lines.iter().cycle(), texts.iter().cycle());
    let is_content = |input: &&Input| matches!(input.place, Place::Facts | Place::Words | Place::Body);
    for input in definition.inputs().filter(is_content) {
        let any = match input.shape(definition) {
            Shape::Line | Shape::Licence => lines.next().map(|line| format!("Kit {line}")),
            Shape::Text | Shape::Markdown => texts.next().map(|text| format!("{BEGINNING}{text}")),
            _ => None,
        };
        if let Some(any) = any {
            form.set(input.name, &any);
        }
    }
    form
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text, after the stated normalisation, is read back equal in every field of a new entry of every
    /// kind, and makes neither another field nor another file.
    #[test]
    fn any_new_entry_is_read_back_as_it_was_typed(
        kind in proptest::sample::select(vec![
            Kind::Interlinker, Kind::Story, Kind::Problem, Kind::Call, Kind::Organisation,
        ]),
        lines in prop::collection::vec(anything(14), 2),
        texts in prop::collection::vec(anything(50), 7),
    ) {
        let definition = Form::of(Purpose::Propose, kind).unwrap();
        let typed = filled_in(definition, &lines, &texts);
        let submission = match Submission::parse(definition, &typed, &SITE) {
            Ok(submission) => submission,
            Err(errors) => panic!("{errors:?} in {typed:?}"),
        };
        let written = write_entry_files(&submission, &submission.wanted_slug()).files;
        let facts_file = kind.facts_file().unwrap();
        let paths: BTreeSet<&str> = written.iter().map(|file| file.path.as_str()).collect();
        prop_assert_eq!(paths, BTreeSet::from(["en.md", facts_file.as_str()]));
        prop_assert_eq!(written.len(), 2);
        let after = present(definition, &written, "en");
        for input in definition.inputs() {
            if matches!(input.place, Place::Facts | Place::Words | Place::Body) {
                let wanted = expected(definition, input, &typed);
                prop_assert_eq!(after.list(input.name), wanted, "{} of {:?}", input.name, kind);
            }
        }
        prop_assert_eq!(submission.name.as_str(), as_line(typed.text("name")));
        for file in &written {
            let text = std::str::from_utf8(&file.bytes).unwrap();
            let (yaml, place) = match file.path.as_str() {
                "en.md" => (split_front_matter(text).unwrap().yaml, Place::Words),
                _ => (text, Place::Facts),
            };
            // The service itself gives these two.
            let given = ["status", "code"];
            let is_asked = |key: &str| definition.input(key).is_some_and(|input| input.place == place);
            let keys = keys(yaml);
            let is_ours = |key: &String| is_asked(key.as_str()) || given.contains(&key.as_str());
            prop_assert!(keys.iter().all(is_ours), "{}", text);
        }
    }

    /// Any text, after the stated normalisation, is read back equal after an edit, and no other field differs.
    #[test]
    fn any_text_is_read_back_as_it_was_typed(
        name in anything(14),
        summary in anything(50),
        body in anything(50),
    ) {
        let typed = [
            ("name", format!("The kit {name}")),
            ("summary", format!("{BEGINNING}{summary}")),
            ("instructions", format!("Begin: {body}")),
        ];
        let changes: Vec<(&str, Vec<&str>)> =
            typed.iter().map(|(field, text)| (*field, vec![text.as_str()])).collect();
        let changes: Vec<(&str, &[&str])> =
            changes.iter().map(|(field, texts)| (*field, texts.as_slice())).collect();
        let files = match edit(&SITE, &changes) {
            Ok(files) => files,
            Err(errors) => panic!("{errors:?} in {typed:?}"),
        };
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        prop_assert_eq!(paths, ["en.md"]);
        let after = present(form(), &files, "en");
        let mut all = RawForm::default();
        typed.iter().for_each(|(field, text)| all.add(field, text.as_str()));
        for (field, _) in &typed {
            let input = form().input(field).unwrap();
            prop_assert_eq!(after.list(field), expected(form(), input, &all), "{}", field);
        }
        let kept = std::str::from_utf8(&files[0].bytes).unwrap();
        prop_assert!(kept.starts_with("---\n# the words\n"), "{}", kept);
        prop_assert!(kept.contains("\naliases: [set, box]\n---\n"), "{}", kept);
        let front = split_front_matter(kept).unwrap().yaml;
        prop_assert_eq!(keys(front), BTreeSet::from(["name", "summary", "aliases"].map(str::to_owned)));
        // Sent once more, nothing changes.
        let seen = SeenEntry {
            seen: OnBranch { files: [files, vec![seen().seen.files.remove(1)]].concat(), ..seen().seen },
            ..seen()
        };
        let before = present(form(), &seen.seen.files, "en");
        let mut again = before.clone();
        again.add("agree", "yes");
        typed.iter().for_each(|(field, text)| again.set(field, text));
        let answers = Answers::parse(form(), &again, &SITE, Some(&before)).unwrap();
        prop_assert!(edited(form(), &seen, "en", &answers).unwrap().is_empty());
    }
}
