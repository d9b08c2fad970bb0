//! What makes the imported entries a whole site: `site.yaml`, the vocabularies, the publisher. And
//! a word about what lies in the seed but belongs to no entry.

use super::read::{ListedKind, list_folder};
use super::report::Findings;
use super::tags::Tags;
use super::vocabularies::VOCABULARIES;
use super::{PUBLISHER, terms};
use crate::import::emit::{MapBuilder, Value, emit_document, emit_page};
use crate::import::write::{Content, Outputs};
use crate::model::slug::Slug;
use std::collections::BTreeSet;
use std::path::Path;

/// The languages of the original project, in the order of fallback.
const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];

/// What the publisher is called and what it was, in those languages.
const PUBLISHER_WORDS: [(&str, &str, &str); 4] = [
    (
        "en",
        "INTERLINK project",
        "A European research project (2021 to 2024) that made public services together with citizens and \
         companies in Italy, Latvia and Spain.",
    ),
    (
        "es",
        "Proyecto INTERLINK",
        "Un proyecto europeo de investigación (2021-2024) que creó servicios públicos junto con la ciudadanía y \
         las empresas en Italia, Letonia y España.",
    ),
    (
        "it",
        "Progetto INTERLINK",
        "Un progetto europeo di ricerca (2021-2024) che ha realizzato servizi pubblici insieme a cittadini e \
         imprese in Italia, Lettonia e Spagna.",
    ),
    (
        "lv",
        "INTERLINK projekts",
        "Eiropas pētniecības projekts (2021–2024), kurā sabiedriskie pakalpojumi tika veidoti kopā ar \
         iedzīvotājiem un uzņēmumiem Itālijā, Latvijā un Spānijā.",
    ),
];

/// Words that mean the same to somebody who searches. Most texts of the original project are in English only, so these
/// are what finds them in the other languages.
const SYNONYMS: &str = include_str!("../../../../content/synonyms.yaml");

/// Writes `site.yaml`, `vocabularies/`, `synonyms.yaml` and the publisher.
pub fn write_surroundings(
    tags: &Tags,
    default_schema: Option<&Slug>,
    outputs: &mut Outputs,
    whole: &mut Findings,
) {
    let languages = languages_of(outputs);
    for language in languages.iter().filter(|language| !LANGUAGES.contains(&language.as_str())) {
        whole.other(
            format!("there are texts in {language}"),
            "it is a language of the site; the theme needs interface texts in it, the vocabularies labels",
        );
    }
    let mut put = |path: String, text: String| {
        outputs.insert(path, Content::Bytes(text.into_bytes()));
    };
    let by_language = |words: &[(&str, &str)]| {
        Value::Map(
            words.iter().map(|(language, text)| ((*language).to_owned(), Value::text(*text))).collect(),
        )
    };
    let names = [
        ("en", "INTERLINK catalogue"),
        ("es", "Catálogo INTERLINK"),
        ("it", "Catalogo INTERLINK"),
        ("lv", "INTERLINK katalogs"),
    ];
    let taglines = [
        ("en", "Tools and knowledge for making public services together"),
        ("es", "Herramientas y conocimiento para crear servicios públicos en común"),
        ("it", "Strumenti e conoscenze per realizzare servizi pubblici insieme"),
        ("lv", "Rīki un zināšanas kopīgai sabiedrisko pakalpojumu veidošanai"),
    ];
    let mut site = MapBuilder::default();
    site.put("name", by_language(&names))
        .put("tagline", by_language(&taglines))
        .put("languages", Value::texts(&languages))
        // The licence of the repository that the seed comes from.
        .put("licence", Value::text("Apache-2.0"))
        .put_text("default-schema", default_schema.map(Slug::as_str));
    put("site.yaml".to_owned(), emit_document(&site.finish()));
    for (name, text) in VOCABULARIES {
        let text = if name == "tag" { tags.to_yaml() } else { text.to_owned() };
        put(format!("vocabularies/{name}.yaml"), text);
    }
    put("synonyms.yaml".to_owned(), SYNONYMS.to_owned());
    let mut publisher = MapBuilder::default();
    publisher
        .put("status", Value::text("active"))
        .put("type", Value::text("non-profit"))
        .put("website", Value::text("https://interlink-project.eu"));
    put(format!("organisations/{PUBLISHER}/organisation.yaml"), emit_document(&publisher.finish()));
    for (language, name, summary) in PUBLISHER_WORDS {
        let words = MapBuilder::default()
            .put("name", Value::text(name))
            .put("summary", Value::text(summary))
            .finish();
        put(format!("organisations/{PUBLISHER}/{language}.md"), emit_page(&words, ""));
    }
}

/// The languages of the original project, which the vocabularies have too, then the others that
/// occur.
fn languages_of(outputs: &Outputs) -> Vec<String> {
    let mut languages: Vec<String> = LANGUAGES.map(str::to_owned).to_vec();
    let found: BTreeSet<&str> = outputs
        .keys()
        .filter_map(|path| path.rsplit('/').next())
        .filter_map(|file| file.strip_suffix(".md").or_else(|| file.strip_suffix(".yaml")))
        .filter(|name| name.len() == 2 && !LANGUAGES.contains(name))
        .collect();
    languages.extend(found.into_iter().map(str::to_owned));
    languages
}

/// Says what was not read, and repeats the tables that decide something.
pub fn report_surroundings(source: &Path, whole: &mut Findings) {
    let themes: Vec<String> =
        terms::FAMILIES.iter().map(|(prefix, _, theme)| format!("{prefix} {theme}")).collect();
    whole.other(
        "the seed has no themes",
        format!("they follow from the families of the problem profiles: {}", themes.join(", ")),
    );
    let purposes: Vec<String> =
        terms::SERVICE_TYPES.iter().map(|(_, ours, purpose)| format!("{ours} {purpose}")).collect();
    whole.other(
        "the seed has no purposes",
        format!(
            "they follow from the service types: {}; a profile of the family {} adds {}",
            purposes.join(", "),
            terms::LEADING_FAMILY.0,
            terms::LEADING_FAMILY.1
        ),
    );
    for missing in ["interlinkers", "problemprofiles", "schemas"] {
        if !source.join(missing).is_dir() {
            whole.other(format!("there is no folder {missing}"), "nothing of that kind imported");
        }
    }
    for listed in list_folder(source) {
        match (listed.name.as_str(), listed.kind) {
            ("interlinkers" | "problemprofiles" | "schemas" | "weblate", ListedKind::Folder)
            | ("README.md" | "LICENSE" | "SOURCE.md", _)
            | (_, ListedKind::System) => {}
            ("schemas_DO_NOT_MODIFY.json", _) => {
                whole.other("schemas_DO_NOT_MODIFY.json is made from the schemas", "not read");
            }
            (name, _) => whole.defect(24, format!("nothing names {name}"), "left out"),
        }
    }
    for listed in list_folder(&source.join("interlinkers")) {
        if listed.kind == ListedKind::File && listed.name != "README.md" {
            whole.defect(24, format!("nothing names interlinkers/{}", listed.name), "left out");
        }
    }
    for folder in list_folder(&source.join("schemas")) {
        let path = format!("schemas/{}", folder.name);
        match folder.kind {
            ListedKind::File => whole.defect(24, format!("nothing names {path}"), "left out"),
            ListedKind::Folder => {
                for listed in list_folder(&source.join(&path)) {
                    let is_known = ["metadata.json", "phases"].contains(&listed.name.as_str());
                    if !is_known && listed.kind != ListedKind::System {
                        whole.defect(
                            24,
                            format!("nothing names {path}/{}, and a schema has no files here", listed.name),
                            "left out",
                        );
                    }
                }
            }
            _ => {}
        }
    }
}
