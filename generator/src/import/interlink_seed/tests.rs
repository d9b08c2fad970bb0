//! The importer on the real seed where it is at hand, and on small made-up ones everywhere.

use super::*;
use crate::diagnostic::Severity;
use report::Class;
use std::fs;
use std::path::PathBuf;

/// The original project's data, which is no part of this repository.
fn shared_seed() -> Option<PathBuf> {
    let shared = std::env::var_os("INTERLINK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let seed = shared.join("interlink-seed");
    if seed.is_dir() {
        return Some(seed);
    }
    eprintln!("skipped: no shared data; INTERLINK_SHARED names no folder with interlink-seed in it");
    // `cargo verify` lists what was skipped.
    if let Some(list) = std::env::var_os("INTERLINK_SKIPPED_TESTS") {
        let mut list = fs::File::options().create(true).append(true).open(list).unwrap();
        std::io::Write::write_all(&mut list, b"generator: import of the original project's data\n").unwrap();
    }
    None
}

/// Every file below a folder and its bytes.
fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn errors_of(content: &Path) -> Vec<String> {
    let checked = crate::check(content).unwrap();
    checked
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .take(20)
        .map(|diagnostic| format!("{}: {}: {}", diagnostic.file, diagnostic.code, diagnostic.message))
        .collect()
}

#[test]
fn the_real_seed_becomes_content_without_errors() {
    let Some(seed) = shared_seed() else { return };
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("content");
    let report = import_interlink_seed(&seed, &into).unwrap();
    let expected = [
        ("Interlinkers", 78),
        ("software Interlinkers", 5),
        ("knowledge Interlinkers", 46),
        ("external software Interlinkers", 15),
        ("external knowledge Interlinkers", 12),
        ("problem profiles", 45),
        ("schemas", 4),
        ("phases", 14),
        ("objectives", 40),
        ("tasks", 109),
    ];
    assert_eq!(report.counts, expected);
    assert_eq!(report.of_class(Class::Known(1)).len(), 9);
    assert_eq!(report.of_class(Class::Known(6)).len(), 3);
    assert_eq!(report.of_class(Class::Known(23)).len(), 4);
    // Every class but the last of the inventory's, which is about what was not found.
    for number in 1..=29 {
        assert!(!report.of_class(Class::Known(number)).is_empty(), "D{number}");
    }

    let first = files_below(&into);
    assert!(!first.keys().any(|path| path.contains("~$")));
    let text_of = |path: &str| String::from_utf8_lossy(&first[path]).into_owned();
    // D2: the empty name is absent, so there is nothing to write in that language.
    let tutorial = "interlinkers/registration-tutorial-for-the-collaborative-environment-english";
    assert!(!first.contains_key(&format!("{tutorial}/es.md")));
    assert!(text_of("interlinkers/schema-process-specification-template/lv.md").contains("name: Shēmas"));
    assert!(text_of("site.yaml").contains("default-schema: default-schema"));
    assert_eq!(text_of("IMPORT-REPORT.md"), report.to_markdown());
    assert_eq!(errors_of(&into), [""; 0]);
    assert_eq!(count_recommendations(&into), [99, 7, 3]);

    let again = import_interlink_seed(&seed, &into).unwrap();
    assert!(again.plan.write.is_empty());
    assert!(first == files_below(&into), "a second run changed something");
}

/// How many tasks have a recommendation, have none though they raise problems, and raise none,
/// their objective's included.
fn count_recommendations(content: &Path) -> [usize; 3] {
    let site = crate::check(content).unwrap().site;
    let mut counts = [0; 3];
    for (slug, schema) in &site.schemas {
        for objective in schema.phases.iter().flat_map(|phase| &phase.children) {
            for task in &objective.children {
                let has_some = !site.recommendations.for_node(slug, &task.id).is_empty();
                let raises_none = task.problems.is_empty() && objective.problems.is_empty();
                counts[if has_some { 0 } else { 1 + usize::from(raises_none) }] += 1;
            }
        }
    }
    counts
}

/// A small made-up seed.
struct Seed {
    folder: tempfile::TempDir,
}

impl Seed {
    fn new() -> Seed {
        let seed = Seed { folder: tempfile::tempdir().unwrap() };
        seed.file(
            "problemprofiles/problemprofiles.json",
            r#"[{"id": "ORG_PROBLEM_1", "name_translations": {"en": "Aim"},
                 "description_translations": {"en": "Say what you want."},
                 "functionality_translations": {"en": "A list:\n- one", "es": ""}}]"#,
        )
    }

    fn file(self, path: &str, text: impl AsRef<[u8]>) -> Seed {
        let place = self.source().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
        self
    }

    /// A knowledge Interlinker with these keys besides its English name.
    fn item(self, folder: &str, name: &str, keys: &str) -> Seed {
        let metadata = format!(
            r#"{{"id": "{folder}", "name_translations": {{"en": "{name}"}},
                "problemprofiles": ["ORG_PROBLEM_1"], "licence": "permissive" {keys}}}"#
        );
        self.file(&format!("interlinkers/knowledge/{folder}/metadata.json"), metadata)
    }

    fn source(&self) -> PathBuf {
        self.folder.path().join("seed")
    }

    fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    fn import(&self) -> ImportReport {
        let report = import_interlink_seed(&self.source(), &self.content()).unwrap();
        assert_eq!(errors_of(&self.content()), [""; 0]);
        report
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.content().join(path)).unwrap()
    }
}

/// The findings of an entry, one line each, without those of these classes.
fn shown(report: &ImportReport, place: &str, but: &[u8]) -> String {
    report.subjects[place]
        .findings
        .sorted()
        .iter()
        .filter(|finding| !but.iter().any(|number| finding.class == Class::Known(*number)))
        .map(|finding| format!("{} {}: {}\n", finding.class.name(), finding.met, finding.done))
        .collect()
}

#[test]
fn texts_are_mended_and_every_change_is_told() {
    let english = "This is a description that is longer than any name of a product could be.";
    let seed = Seed::new().item(
        "a",
        "analisys of needs.",
        &format!(
            r#", "languages": ["en", "es", "lv"],
            "description_translations": {{"en": "<p>{english}</p>", "es": "<p>{english} </p>", "it": "Plain &#257;"}},
            "constraints_and_limitations_translations": {{"en": "Some text here", "es": ""}},
            "targets": ["all;pas"], "types": ["enhancing_services:external_experts", "new_services"],
            "environments": ["x"], "brand_new": {{"a": 1}}"#
        ),
    );
    let report = seed.import();
    insta::assert_snapshot!(shown(&report, "interlinkers/analysis-of-needs", &[22]), @r#"
    D1 claimed without a name or a description: lv: left absent, so that the pages show the fallback marked
    D4 description.es is the English text: treated as absent, so that the page marks it as English
    D5 HTML in description (en, es), plain text in the others: converted to Markdown, without breaks and list items that hold nothing
    D5 entities in description (it): decoded
    D9 constraints_and_limitations.en is “Some text here”: left out
    D11 targets is “all;pas”: taken as public-administrations
    D11 types is “enhancing_services:external_experts”: taken as external-experts
    D27 name.en is “analisys of needs.”: made “Analysis of needs”
    D29 constraints_and_limitations_translations.es is empty: treated as absent
    unplaced types = “new_services” (not a known value): kept in this report
    unplaced brand_new = {"a":1}: kept in this report
    unplaced environments = ["x"]: kept in this report
    "#);
    insta::assert_snapshot!(seed.read("interlinkers/analysis-of-needs/en.md"), @"
    ---
    name: Analysis of needs
    summary: This is a description that is longer than any name of a product could be.
    aliases:
      - analisys of needs.
    description: This is a description that is longer than any name of a product could be.
    ---
    ");
    insta::assert_snapshot!(seed.read("interlinkers/analysis-of-needs/it.md"), @"
    ---
    summary: Plain ā
    description: Plain ā
    ---
    ");
    insta::assert_snapshot!(seed.read("interlinkers/analysis-of-needs/interlinker.yaml"), @"
    nature: knowledge
    status: active
    former-slugs:
      - a
    themes:
      - engagement
    purposes:
      - lead-process
      - raise-capability
    problems:
      - org-problem-1
    audiences:
      - public-administrations
    service-types:
      - external-experts
    licence: unstated
    licence-group: permissive
    publisher: interlink-project
    ");
}

#[test]
fn files_are_found_by_their_name_in_the_own_folder_whatever_the_path() {
    const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let folder = "interlinkers/knowledge/it-Guide";
    let seed = Seed::new()
        .item(
            "it-Guide",
            "Guide",
            r#", "format": "pdf",
            "instructions_translations": {"en": "./interlinkers/knowledge/other/instructions.md"},
            "file_translations": {"en": "./interlinkers/knowledge/it-Guide/resource.docx",
                                  "es": "../../../../etc/passwd", "lv": "./interlinkers/knowledge/it-Guide/big.pdf"}"#,
        )
        .file(&format!("{folder}/instructions.md"), "# How to use this INTERLINKER\nRead <b>it</b>.\n")
        .file(&format!("{folder}/resource.docx"), "PK")
        .file(&format!("{folder}/resource.pdf"), "%PDF-1.4")
        .file(&format!("{folder}/notes.bin"), "x")
        .file(&format!("{folder}/big.pdf"), "version https://git-lfs.github.com/spec/v1\n")
        .file(&format!("{folder}/~$resource.docx"), "lock")
        .file(&format!("{folder}/Snapshot/My View.PNG"), GIF)
        .file(&format!("{folder}/Snapshot/cut.png"), b"\x89PNG\r\n\x1a\n");
    let report = seed.import();
    insta::assert_snapshot!(shown(&report, "interlinkers/guide", &[]), @"
    D6 file_translations.es leads to “../../../../etc/passwd”: the file “passwd” of the own folder taken
    D6 instructions.en leads to “./interlinkers/knowledge/other/instructions.md”: the file “instructions.md” of the own folder taken
    D7 4 paths begin at the root of the data: read from the own folder
    D20 “resource.docx” is listed under en: its language taken as it, judging by its name or its folder's
    D21 “resource.docx” is declared as pdf: the declaration kept in format
    D22 no logo: none shown
    D22 the folder of the snapshots is called “Snapshot”: taken all the same
    D22 snapshot “My View.PNG”: named my-view.gif
    D23 lock file “~$resource.docx”: left out
    D24 nothing names the file “big.pdf”: left out
    D24 nothing names the file “notes.bin”: left out
    D24 nothing names the file “resource.pdf”: offered as another format of the named one, in it
    D28 the folder is called “it-Guide”: the slug is guide
    missing file_translations.es names “../../../../etc/passwd”, which is not there: the entry does without it; please add it
    missing file_translations.lv: “big.pdf” is only the pointer of a large file: the entry does without it; please add it
    other the snapshot “cut.png” cannot be shown: it is cut off: left out
    other instructions.en: Markdown that content may not hold: HTML converted (<b>)
    other it has no description: its name taken as the summary
    ");
    assert!(seed.read("interlinkers/guide/en.md").ends_with("---\n\nRead **it**.\n"));
    let files: Vec<String> = files_below(&seed.content().join("interlinkers/guide")).into_keys().collect();
    assert_eq!(
        files,
        ["en.md", "files/resource.docx", "files/resource.pdf", "interlinker.yaml", "snapshots/my-view.gif"]
    );
}

#[test]
fn trees_are_ordered_and_impossible_prerequisites_are_taken_out() {
    let phase = |id: &str, needs: &str, rest: &str| {
        format!(
            r#"{{"id": "{id}", "prerequisites": [{needs}], "name_translations": {{"en": "{id}"}} {rest}}}"#
        )
    };
    let seed = Seed::new()
        .file("schemas/s/metadata.json", r#"{"id": "default", "name_translations": {"en": "Our schema"}}"#)
        .file(
            "schemas/s/phases/a.json",
            phase(
                "phase_late",
                r#"{"item": "phase_early", "status": "finished"}, {"item": "gone"}"#,
                r#", "objectives": [{"id": "o", "name_translations": {"en": "O"}, "problemprofiles": ["ORG_PROBLEM_1"],
                   "tasks": [{"id": "t", "name_translations": {"en": "T"}, "problemprofiles": ["NO_SUCH"]}]}]"#,
            ),
        )
        .file("schemas/s/phases/b.json", phase("phase_early", "", ""))
        .file("schemas/s/phases/c.json", phase("x", r#"{"item": "y"}"#, ""))
        .file("schemas/s/phases/d.json", phase("y", r#"{"item": "x"}"#, ""))
        .file("schemas/s/phases/broken.json", "{");
    let report = seed.import();
    insta::assert_snapshot!(shown(&report, "schemas/our-schema", &[]), @"
    D17 the phases come in the order phase-late, phase-early, x, y: ordered by their prerequisites: phase-early, phase-late, x, y
    other phases/broken.json: it is not valid JSON (EOF while parsing an object at line 1 column 1): left out
    other phase-late: the prerequisite “gone” leads nowhere: left out
    other x: the prerequisite “y” leads in a circle: left out
    other t: there is no problem profile “NO_SUCH”: left out
    ");
    insta::assert_snapshot!(seed.read("schemas/our-schema/schema.yaml"), @r#"
    status: active
    former-slugs:
      - default
      - s
    publisher: interlink-project
    phases:
      - id: phase-early
      - id: phase-late
        prerequisites:
          - phase-early
        objectives:
          - id: o
            problems:
              - org-problem-1
            tasks:
              - id: t
      - id: x
      - id: "y"
        prerequisites:
          - x
    "#);
}

#[test]
fn tables_of_other_years_and_languages_are_understood() {
    let seed = Seed::new()
        .file(
            "interlinkers/software/tool/metadata.json",
            r#"{"id": "tool", "name_translations": {"en": "Tool", "nl": "Gereedschap", "da": "Værktøj"},
                "description_translations": {"nl": "Een ding."}, "disabled": true, "tags_translations": ["Maps"]}"#,
        )
        .file("interlinkers/hardware/x/metadata.json", "{}")
        .file("interlinkers/knowledge/broken/metadata.json", "{\"id\": ")
        .file("interlinkers/knowledge/list/metadata.json", "[]");
    let report = seed.import();
    assert!(seed.read("site.yaml").contains("languages:\n  - en\n  - es\n  - it\n  - lv\n  - da\n  - nl\n"));
    assert!(seed.read("interlinkers/tool/interlinker.yaml").contains("status: retired"));
    let told: String = shown(&report, "", &[])
        .lines()
        .filter(|line| !line.contains("they follow from"))
        .fold(String::new(), |told, line| told + line + "\n");
    insta::assert_snapshot!(told, @"
    D24 the folder interlinkers/hardware names no nature: left out
    other interlinkers/knowledge/broken/metadata.json: it is not valid JSON (EOF while parsing a value at line 1 column 7): the folder left out
    other interlinkers/knowledge/list/metadata.json is no object: the folder left out
    other there is no folder schemas: nothing of that kind imported
    other there are texts in da: it is a language of the site; the theme needs interface texts in it, the vocabularies labels
    other there are texts in nl: it is a language of the site; the theme needs interface texts in it, the vocabularies labels
    ");
}

#[test]
fn personal_data_are_taken_out_and_not_repeated() {
    let seed = Seed::new()
        .item(
            "a",
            "Guide",
            r#", "description_translations": {"en": "Ask jane.doe@interlink-city.eu, or info@interlink-city.eu."},
               "author": "jane.doe@interlink-city.eu",
               "instructions_translations": {"en": "./interlinkers/knowledge/a/instructions.md"}"#,
        )
        .file("interlinkers/knowledge/a/instructions.md", "Write to jane.doe@interlink-city.eu.");
    let report = seed.import();
    let words = seed.read("interlinkers/guide/en.md");
    assert!(words.contains("Ask …, or info@interlink-city.eu."), "{words}");
    assert!(!report.to_markdown().contains("jane"));
    let told = shown(&report, "interlinkers/guide", &[]);
    assert_eq!(told.matches("looks like personal data").count(), 3, "{told}");
}

#[test]
fn a_text_that_only_the_translation_files_have_is_told() {
    let seed = Seed::new().item("a", "Guide", "").file(
        "weblate/es/interlinkers.json",
        r#"{"knowledge;a;name": "Guía", "knowledge;a;description": ""}"#,
    );
    let seed = seed.file("weblate/en/interlinkers.json", r#"{"knowledge;a;name": "Guide"}"#);
    let report = seed.import();
    let told = shown(&report, "", &[]);
    let told: Vec<&str> = told.lines().filter(|line| line.contains("weblate")).collect();
    assert_eq!(
        told,
        [
            "unplaced weblate/es/interlinkers.json has a text of its own at “knowledge;a;name”: “Guía”: kept in this report",
            "other weblate holds 3 texts a second time, for a translation tool: compared with the data, not imported; those that differ are listed",
        ]
    );
}

#[test]
fn what_a_person_changed_is_kept_and_told() {
    let seed = Seed::new().item("a", "Guide", "");
    seed.import();
    let words = seed.content().join("interlinkers/guide/en.md");
    let edited = fs::read_to_string(&words).unwrap().replace("Guide", "Better guide");
    fs::write(&words, &edited).unwrap();
    let seed = seed.item("a", "Guide", r#", "description_translations": {"en": "New words."}"#);
    let report = seed.import();
    assert_eq!(fs::read_to_string(&words).unwrap(), edited);
    assert!(report.to_markdown().contains("- `interlinkers/guide/en.md`"));
    assert!(seed.read("IMPORT-REPORT.md").contains("Changed by a person"));
}

#[test]
fn a_source_that_is_none_and_folders_in_each_other_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    assert!(matches!(import_interlink_seed(&path.join("no"), path), Err(ImportError::NoSource(_))));
    assert!(matches!(import_interlink_seed(path, &path.join("c")), Err(ImportError::NotASeed(_))));
    let seed = Seed::new();
    let inside = seed.source().join("content");
    assert!(matches!(import_interlink_seed(&seed.source(), &inside), Err(ImportError::Overlap(_))));
}
