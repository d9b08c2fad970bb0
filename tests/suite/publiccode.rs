//! `interlink import publiccode`: files of others become Interlinkers that check and build, nothing is
//! lost in silence, people stay out of it, a second run changes nothing, and no file can do harm.

use std::fs;
use std::path::{Path, PathBuf};

use interlink_tests::fixture::{read_tree, shared_data, write};
use interlink_tests::programs::Ended;
use interlink_tests::site_test::SiteTest;

const MEDUSA: &str = r#"publiccodeYmlVersion: "0.7"
name: Medusa
url: https://git.example/town/medusa.git
landingURL: https://medusa.example/
softwareVersion: "2.1"
releaseDate: 2025-04-15
logo: img/logo.svg
platforms: [web, linux]
categories: [survey, communications, crm]
usedBy: [Comune di Esempio]
developmentStatus: stable
softwareType: standalone/web
intendedAudience:
  scope: [local-authorities, tourism]
  countries: [LV]
description:
  en:
    shortDescription: Asks residents what they think.
    longDescription: |
      Medusa makes **surveys**. See the [manual](docs/manual.md) and the <b>site</b>.

      ![A form](img/form.png)
    features: [Works offline, Counts answers]
    documentation: https://medusa.example/help
    screenshots: [img/a.png]
  lv:
    localisedName: Medūza
    shortDescription: Jautā iedzīvotājiem, ko viņi domā.
  fr:
    shortDescription: Demande aux habitants.
legal:
  license: EUPL-1.2
  mainCopyrightOwner: Jane Roe
  repoOwner: Ann Roe
fundedBy:
  - name: John Roe
organisation:
  uri: https://town.example/
  name: The town
maintenance:
  type: internal
  contacts:
    - name: Jane Kalniņa
      email: jane.kalnina@town.lv
      phone: "+371 29123456"
    - name: Help desk
      email: support@town.lv
localisation:
  localisationReady: true
  availableLanguages: [en, lv]
IT:
  piattaforme: {spid: true}
"#;

/// The small content, and a folder beside it with files to import.
fn site_with(files: &[(&str, &str)]) -> SiteTest {
    let site = SiteTest::from_fixture("base");
    for (path, text) in files {
        write(&site.folder().join("from").join(path), text);
    }
    site
}

fn import(site: &SiteTest, source: &str) -> Ended {
    site.interlink(&["import", "publiccode", source, "--into", "content"])
}

fn read(site: &SiteTest, path: &str) -> String {
    let place = site.content().join(path);
    fs::read_to_string(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()))
}

#[test]
fn a_file_becomes_an_interlinker_that_checks_and_builds() {
    let site = site_with(&[("publiccode.yml", MEDUSA)]);
    let report = import(&site, "from").expect_code(0).stdout;
    insta::assert_snapshot!("facts", read(&site, "interlinkers/medusa/interlinker.yaml"));
    insta::assert_snapshot!("words", read(&site, "interlinkers/medusa/en.md"));
    insta::assert_snapshot!("report", report);
    assert!(read(&site, "interlinkers/medusa/lv.md").contains("name: Medūza\n"));
    assert_eq!(read(&site, "IMPORT-REPORT-PUBLICCODE.md"), report);
    let site = site.commit("Imported").check().expect_no_error();
    let said = &site.checked().stdout;
    assert!(!said.contains("interlinkers/medusa"), "{said}");
    site.interlink(&["fmt", "--check", "content/interlinkers/medusa"]).expect_code(0);
    let page = site.build().page("en/interlinkers/medusa/");
    assert!(page.contains("https://medusa.example/help") && page.contains("EUPL 1.2"));
}

#[test]
fn names_addresses_and_numbers_of_people_stand_nowhere() {
    let site = site_with(&[("publiccode.yml", MEDUSA)]);
    let ended = import(&site, "from").expect_code(0);
    let texts = read_tree(&site.content()).into_values();
    let all = texts.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect::<String>();
    for personal in ["Jane", "Roe", "jane.kalnina", "29123456", "Kalniņa"] {
        assert!(!all.contains(personal) && !ended.stdout.contains(personal), "{personal}");
    }
    assert!(read(&site, "interlinkers/medusa/interlinker.yaml").contains("mailto:support@town.lv"));
    assert!(ended.stdout.contains("names 1 without a role mailbox"), "{}", ended.stdout);
}

#[test]
fn software_that_has_an_entry_under_another_name_gets_no_second_one() {
    let mine =
        "nature: external-software\nstatus: active\naddress: https://git.example/delta\nlicence: MIT\n";
    let site = site_with(&[(
        "publiccode.yml",
        "publiccodeYmlVersion: \"0.5\"\nname: Delta\nurl: https://git.example/delta\ndevelopmentStatus: stable\n\
         description:\n  en:\n    shortDescription: It counts.\nlegal:\n  license: MIT\n",
    )])
    .with_file("interlinkers/mine/interlinker.yaml", mine)
    .with_file("interlinkers/mine/en.md", "---\nname: Mine\nsummary: What it does.\n---\n");
    let ended = import(&site, "from").expect_code(0);
    assert!(ended.stdout.contains("this importer did not make it"), "{}", ended.stdout);
    assert!(!site.content().join("interlinkers/delta").exists());
    assert_eq!(read(&site, "interlinkers/mine/interlinker.yaml"), mine);
}

#[test]
fn characters_that_nobody_sees_do_not_come_along_and_joiners_stay() {
    let site = site_with(&[(
        "publiccode.yml",
        "publiccodeYmlVersion: \"0.5\"\nname: Delta\nurl: https://git.example/delta\ndevelopmentStatus: stable\n\
         description:\n  en:\n    shortDescription: \"Left \\u202Eright, \\U0001F468\\u200D\\U0001F469.\"\n    \
         longDescription: \"It counts &#x202e;&rlm;&#8238;answers &amp; prints.\"\nlegal:\n  license: MIT\n",
    )]);
    import(&site, "from").expect_code(0);
    let words = read(&site, "interlinkers/delta/en.md");
    assert!(words.contains("Left right, \u{1f468}\u{200d}\u{1f469}."), "{words}");
    assert!(words.contains("It counts answers"), "{words}");
    let site = site.commit("Imported").check().expect_no_error();
    assert!(!site.checked().stdout.contains("hidden-character"));
}

/// Every value of the file is in the entry, in the report, or is about people.
#[test]
fn nothing_is_lost_in_silence() {
    let site = site_with(&[("publiccode.yml", MEDUSA)]);
    import(&site, "from").expect_code(0);
    let mut all = read(&site, "IMPORT-REPORT-PUBLICCODE.md");
    for file in ["interlinker.yaml", "en.md", "lv.md"] {
        all.push_str(&read(&site, &format!("interlinkers/medusa/{file}")));
    }
    for value in [
        "Medusa",
        "medusa.git",
        "medusa.example/",
        "2.1",
        "2025-04-15",
        "logo",
        "web, linux",
        "survey",
        "crm",
        "Comune di Esempio",
        "standalone/web",
        "tourism",
        "LV",
        "surveys",
        "Works offline",
        "img/a.png",
        "Demande aux habitants",
        "EUPL-1.2",
        "internal",
        "localisationReady",
        "en, lv",
        "spid",
        "manual",
        "A form",
    ] {
        assert!(all.contains(value), "{value}\n{all}");
    }
}

#[test]
fn a_second_run_changes_nothing_and_what_a_person_changed_or_made_stays() {
    let site = site_with(&[("a/publiccode.yml", MEDUSA)]);
    import(&site, "from").expect_code(0);
    let before = read_tree(&site.content());
    let ended = import(&site, "from").expect_code(0);
    assert!(ended.stderr.contains("0 files written"), "{}", ended.stderr);
    assert!(read_tree(&site.content()) == before);

    let changed =
        read(&site, "interlinkers/medusa/en.md").replace("Asks residents", "Politely asks residents");
    write(&site.content().join("interlinkers/medusa/en.md"), &changed);
    write(&site.folder().join("from/a/publiccode.yml"), MEDUSA.replace("\"2.1\"", "\"2.2\""));
    let report = import(&site, "from").expect_code(0).stdout;
    assert_eq!(read(&site, "interlinkers/medusa/en.md"), changed);
    assert!(read(&site, "interlinkers/medusa/interlinker.yaml").contains("2.2"));
    assert!(report.contains("- `interlinkers/medusa/en.md`"), "{report}");

    // Other software of the same name gets a name of its own; an entry that a person made is left.
    let other = MEDUSA.replace("town/medusa", "city/medusa").replace("medusa.example", "other.example");
    write(&site.folder().join("from/b/publiccode.yml"), &other);
    import(&site, "from/b/publiccode.yml").expect_code(0);
    assert!(read(&site, "interlinkers/medusa-2/interlinker.yaml").contains("other.example"));
    assert!(read(&site, "interlinkers/medusa/interlinker.yaml").contains("medusa.example"));
    let own = "nature: software\nstatus: active\naddress: https://hydra.example/\n";
    write(&site.content().join("interlinkers/hydra/interlinker.yaml"), own);
    let hydra = MEDUSA.replace("name: Medusa", "name: Hydra").replace("medusa.example", "hydra.example");
    write(&site.folder().join("from/c/publiccode.yml"), hydra.replace("town/medusa", "town/hydra"));
    let report = import(&site, "from/c/publiccode.yml").expect_code(0).stdout;
    assert_eq!(read(&site, "interlinkers/hydra/interlinker.yaml"), own);
    assert!(report.contains("this importer did not make it"), "{report}");
}

#[test]
fn states_of_development_become_statuses_and_older_versions_are_read_with_a_note() {
    for (theirs, ours) in
        [("concept", "draft"), ("beta", "active"), ("obsolete", "retired"), ("odd", "active")]
    {
        let text = MEDUSA.replace("developmentStatus: stable", &format!("developmentStatus: {theirs}"));
        let site = site_with(&[("publiccode.yml", &text.replace("\"0.7\"", "\"0.2\""))]);
        let report = import(&site, "from").expect_code(0).stdout;
        assert!(read(&site, "interlinkers/medusa/interlinker.yaml").contains(&format!("status: {ours}\n")));
        assert!(report.contains("written for version “0.2”"), "{report}");
        site.commit("Imported").check().expect_no_error();
    }
}

#[test]
fn hostile_and_broken_files_are_told_and_the_others_imported() {
    let bomb = format!("a: &a [x, x]\n{}", (0..9).map(|_| "b: *a\n").collect::<String>());
    let huge = format!("name: A\nx: {}\n", "y".repeat(1_100_000));
    let slug = MEDUSA
        .replace("name: Medusa", "name: ../../etc/passwd")
        .replace("town/medusa", "town/passwd")
        .replace("medusa.example", "passwd.example");
    let types = "name: [a]\nurl: {a: b}\ndescription: 5\n";
    let deep = format!("name: A\nx: {}{}\n", "[".repeat(60), "]".repeat(60));
    let licence = MEDUSA
        .replace("EUPL-1.2", "My licence")
        .replace("town/medusa", "town/lic")
        .replace("medusa.example", "javascript.example")
        .replace("landingURL: https://javascript.example/", "landingURL: \"javascript:alert(1)\"")
        .replace("categories: [survey, communications, crm]", "categories: {a: b}");
    let site = site_with(&[
        ("bomb/publiccode.yml", bomb.as_str()),
        ("deep/publiccode.yml", deep.as_str()),
        ("good/publiccode.yml", MEDUSA),
        ("huge/publiccode.yml", huge.as_str()),
        ("licence/publiccode.yml", licence.as_str()),
        ("slug/publiccode.yml", slug.as_str()),
        ("types/publiccode.yml", types),
        ("empty/publiccode.yml", ""),
        ("latin/other.yml", MEDUSA),
    ]);
    write(&site.folder().join("from/bytes/publiccode.yml"), [0xff, 0xfe, 0x00]);
    let report = import(&site, "from").expect_code(0).stdout;
    for said in [
        "bomb/publiccode.yml: line 1, column 7: anchors",
        "deep/publiccode.yml: ",
        "huge/publiccode.yml: it is larger than 1048576 bytes",
        "types/publiccode.yml: it has no `name`",
        "types/publiccode.yml: name on line 1 is",
        "empty/publiccode.yml: it has no `name`",
        "bytes/publiccode.yml: it is not UTF-8",
        "legal.license is “My licence”, which SPDX does not know",
        "landingURL = “javascript:alert(1)” (no web address)",
        "categories on line 9 is “a map”, not a text",
    ] {
        assert!(report.contains(said), "{said}\n{report}");
    }
    assert!(!site.folder().join("etc").exists() && !site.content().join("etc").exists());
    let folders: Vec<PathBuf> = fs::read_dir(site.content().join("interlinkers"))
        .unwrap()
        .map(|folder| folder.unwrap().path())
        .collect();
    assert!(folders.iter().any(|folder| folder.ends_with("etc-passwd")), "{folders:?}");
    site.commit("Imported").check().expect_no_error();
}

#[test]
fn wrong_places_end_with_a_message_and_write_nothing() {
    let site = site_with(&[("notes.txt", "no"), ("publiccode.yml", "- a\n")]);
    for (source, into, said) in [
        ("nowhere", "content", "nowhere: there is no such folder"),
        ("from/publiccode.yml", "content", "a map of keys is needed"),
        ("from", "elsewhere", "elsewhere: there is no site.yaml"),
    ] {
        let ended = site.interlink(&["import", "publiccode", source, "--into", into]).expect_code(2);
        assert!(ended.stderr.contains(said), "{said}\n{}", ended.stderr);
    }
    assert!(!site.content().join("IMPORT-REPORT-PUBLICCODE.md").exists());
}

#[test]
fn the_examples_of_the_standard_are_imported_without_an_error() {
    let Some(shared) = shared_data() else { return };
    for name in ["publiccode.yml", "publiccode.minimal.yml"] {
        let site = SiteTest::from_fixture("base");
        let file = shared.join("standards/publiccode").join(name);
        let ended = import(&site, file.to_str().unwrap()).expect_code(0);
        assert!(!ended.stdout.contains("Rossi"), "{}", ended.stdout);
        assert!(Path::new(&site.content().join("interlinkers/medusa/en.md")).is_file());
        site.commit("Imported").check().expect_no_error();
    }
}
