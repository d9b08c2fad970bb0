//! The static JSON API: each of its files is what `openapi.json` says it is, each address in it is
//! one of the site, and words stand only in the languages they were written in.

use std::collections::{BTreeMap, BTreeSet};

use interlink_tests::fixture::{interlink_seed, read_tree};
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

const BASE: &str = "https://interlink.example/";

/// The files of the API by their path below `api/v1/`, without the description.
fn files(site: &SiteTest) -> BTreeMap<String, Value> {
    let read = |(path, bytes): (String, Vec<u8>)| {
        let value = serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path, value)
    };
    let mut files: BTreeMap<String, Value> =
        read_tree(&site.site().join("api/v1")).into_iter().map(read).collect();
    assert!(files.remove("openapi.json").is_some());
    files
}

/// Validates every file against the schema that the description gives for its path.
#[track_caller]
fn expect_as_described(site: &SiteTest) {
    let description: Value = serde_json::from_str(&site.page("api/v1/openapi.json")).unwrap();
    assert_eq!(description["openapi"], "3.1.0");
    let paths = description["paths"].as_object().unwrap();
    let mut validators = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (path, value) in files(site) {
        // `/api/v1/interlinkers/{slug}.json` stands for every file of that folder.
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        let template = folder.map_or_else(
            || format!("/api/v1/{path}"),
            |folder| {
                let name = if folder == "vocabularies" { "name" } else { "slug" };
                format!("/api/v1/{folder}/{{{name}}}.json")
            },
        );
        let operation = paths.get(&template).unwrap_or_else(|| panic!("{path} is not described"));
        used.insert(template.clone());
        let schema = &operation["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        let validator = validators.entry(template).or_insert_with(|| {
            let whole = json!({ "$ref": schema["$ref"], "components": description["components"] });
            jsonschema::validator_for(&whole).expect("the description has a sound schema")
        });
        let mistakes: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(mistakes.is_empty(), "{path}:\n{}", mistakes.join("\n"));
    }
    // The description of a kind without entries has no file to be tried on.
    let described: BTreeSet<String> = paths.keys().filter(|path| !path.contains('{')).cloned().collect();
    assert!(described.is_subset(&used), "{:?}", described.difference(&used));
}

#[test]
fn every_file_of_the_api_is_as_its_description_says() {
    expect_as_described(&SiteTest::of_the_repository().build());
}

#[test]
fn the_api_of_the_original_projects_catalogue_is_as_its_description_says() {
    let Some(seed) = interlink_seed() else { return };
    expect_as_described(&SiteTest::imported(&seed).build());
}

/// A description that allows everything would prove nothing.
#[test]
fn the_description_of_the_api_refuses_what_an_entry_must_not_be() {
    let site = SiteTest::of_the_repository().build();
    let description: Value = serde_json::from_str(&site.page("api/v1/openapi.json")).unwrap();
    let schema =
        json!({ "$ref": "#/components/schemas/Interlinker", "components": description["components"] });
    let validator = jsonschema::validator_for(&schema).unwrap();
    let entry = files(&site).remove("interlinkers/stakeholder-map-canvas.json").unwrap();
    assert!(validator.is_valid(&entry));
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = entry.clone();
        change(&mut changed);
        validator.is_valid(&changed)
    };
    assert!(!with(&|entry| entry["facts"]["nature"] = json!("magic")));
    assert!(!with(&|entry| entry["status"] = json!("draft")));
    assert!(!with(&|entry| entry["files"][0]["size"] = json!("large")));
    assert!(!with(&|entry| entry["words"]["en"]["colour"] = json!("red")));
    assert!(!with(&|entry| {
        entry.as_object_mut().unwrap().remove("addresses");
    }));
}

#[test]
fn every_address_of_the_api_is_a_file_of_the_site() {
    let site = SiteTest::of_the_repository().build();
    let written = read_tree(&site.site());
    for (path, value) in files(&site) {
        let mut addresses = Vec::new();
        collect(&value, &mut addresses);
        for address in addresses {
            let Some(below) = address.strip_prefix(BASE) else { continue };
            let decoded = below.replace("%20", " ");
            let file = if decoded.is_empty() || decoded.ends_with('/') {
                format!("{decoded}index.html")
            } else {
                decoded
            };
            assert!(written.contains_key(&file), "{path}: {address} leads nowhere");
        }
    }
}

/// Every text of the API that begins with the address of the site.
fn collect<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) if text.starts_with(BASE) && !text.contains(char::is_whitespace) => {
            found.push(text)
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(values) => values.values().for_each(|value| collect(value, found)),
        _ => {}
    }
}

#[test]
fn an_entry_tells_its_words_facts_files_and_relations() {
    let site = SiteTest::of_the_repository().build();
    let mut files = files(&site);
    let entry = files.remove("interlinkers/hackathon-rules.json").unwrap();
    // Latvian and Italian have a name and a summary only; nothing falls back.
    assert_eq!(entry["languages"], json!(["en", "es", "it", "lv"]));
    assert!(entry["words"]["es"]["body"].is_string() && entry["words"]["lv"]["body"].is_null());
    let file = &entry["files"][0];
    assert_eq!(file["path"], "files/hackathon-rules.md");
    assert_eq!(file["media-type"], "text/markdown");
    let size =
        std::fs::metadata(site.content().join("interlinkers/hackathon-rules/files/hackathon-rules.md"));
    assert_eq!(file["size"], size.unwrap().len());
    assert_eq!(entry["addresses"]["pages"]["lv"], format!("{BASE}lv/interlinkers/hackathon-rules/"));
    let story = files.remove("stories/zaragoza-etopia.json").unwrap();
    for used in story["relations"]["interlinkers"].as_array().unwrap() {
        let slug = used["interlinker"].as_str().unwrap();
        let entry = &files.get(&format!("interlinkers/{slug}.json"));
        let Some(entry) = entry else { continue };
        assert!(
            entry["relations"]["stories"].as_array().unwrap().contains(&json!("zaragoza-etopia")),
            "{slug}"
        );
    }
    let schema = files.remove("schemas/default.json").unwrap();
    let recommended = schema["relations"]["recommended"].as_array().unwrap();
    assert!(!recommended.is_empty());
    for task in recommended {
        for one in task["interlinkers"].as_array().unwrap() {
            let slug = one["interlinker"].as_str().unwrap();
            let Some(entry) = files.get(&format!("interlinkers/{slug}.json")) else { continue };
            let uses = entry["relations"]["used-in-tasks"].as_array().unwrap();
            assert!(
                uses.iter().any(|used| used["schema"] == "default" && used["task"] == task["task"]),
                "{slug}"
            );
        }
    }
}
