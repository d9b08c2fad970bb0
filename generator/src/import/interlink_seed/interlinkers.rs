//! `interlinkers/<nature>/<folder>/` -> `interlinkers/<slug>/`: first every folder is read, because
//! slugs and references need all of them; then `output` writes the facts, words and files of each.

mod output;

pub use output::write_items;

use super::Slugs;
use super::files::ItemFolder;
use super::read::{ListedKind, Record, Texts, list_folder, read_json};
use super::report::{Findings, quote};
use super::tags::Tags;
use super::terms::{Enumeration, NATURES, correct_spelling, is_odd_spelling, term_of};
use super::text::{cut_at_word, one_line, plain_name};
use super::translations::{drop_english_copies, drop_placeholders, report_false_claims, report_html};
use crate::model::definition::MAX_LINE;
use crate::model::entry::Nature;
use crate::model::kind::Kind;
use crate::model::slug::Slug;
use std::collections::BTreeMap;
use std::path::Path;

/// An Interlinker as the seed has it.
#[derive(Debug)]
pub struct Item {
    /// Our name of it.
    pub slug: Slug,
    /// Its names, with the spelling corrected.
    pub names: Texts,
    /// Its descriptions, without copies of the English one.
    pub descriptions: Texts,
    /// The codes of its problem profiles.
    pub problems: Vec<String>,
    /// What was found.
    pub findings: Findings,
    /// From the parent folder.
    pub nature: Nature,
    folder: ItemFolder,
    source: String,
    former: Vec<String>,
    aliases: BTreeMap<String, Vec<String>>,
    instructions: Texts,
    constraints: Texts,
    regulations: Texts,
    addresses: Texts,
    files: Texts,
    logo: Option<String>,
    format: Option<String>,
    tags: Vec<String>,
    /// The values of the enumerations, in our terms.
    terms: BTreeMap<&'static str, Vec<&'static str>>,
    is_disabled: bool,
    /// The name of the software service it needs, and the one it is.
    needs: Option<String>,
    service: Option<String>,
}

/// Reads every Interlinker, nature by nature, in the order of the folders.
pub fn read_items(source: &Path, tags: &mut Tags, slugs: &mut Slugs, whole: &mut Findings) -> Vec<Item> {
    let mut items = Vec::new();
    for parent in list_folder(&source.join("interlinkers")) {
        let place = source.join("interlinkers").join(&parent.name);
        let nature = NATURES.iter().find(|(name, _)| parent.name.eq_ignore_ascii_case(name));
        let Some((_, nature)) = nature.filter(|_| parent.kind == ListedKind::Folder) else {
            if parent.kind == ListedKind::Folder {
                whole.defect(
                    24,
                    format!("the folder interlinkers/{} names no nature", parent.name),
                    "left out",
                );
            }
            continue;
        };
        for listed in list_folder(&place) {
            let path = format!("interlinkers/{}/{}", parent.name, listed.name);
            let folder = ItemFolder::open(place.join(&listed.name), &listed.name);
            match listed.kind {
                ListedKind::Folder => {}
                // Made by the validator of the original project.
                ListedKind::File if listed.name == "schema.json" => continue,
                _ => {
                    whole.defect(24, format!("nothing names {path}"), "left out");
                    continue;
                }
            }
            match read_json(&folder.place.join("metadata.json")).map(Record::from_value) {
                Ok(Some(record)) => items.push(item_of(record, *nature, folder, path, tags, slugs)),
                Ok(None) => whole.other(format!("{path}/metadata.json is no object"), "the folder left out"),
                Err(error) => whole.other(format!("{path}/metadata.json: {error}"), "the folder left out"),
            }
        }
    }
    items
}

fn item_of(
    mut record: Record,
    nature: Nature,
    folder: ItemFolder,
    source: String,
    tags: &mut Tags,
    slugs: &mut Slugs,
) -> Item {
    let mut own = Findings::default();
    let findings = &mut own;
    let mut names = record.texts("name_translations", 2, findings);
    let mut descriptions = record.texts("description_translations", 2, findings);
    report_html(&[("name", &names), ("description", &descriptions)], findings);
    let mut aliases = mend_names(&mut names, findings);
    report_false_claims(&record.list("languages", findings), &names, &descriptions, findings);
    drop_english_copies("description", &mut descriptions, findings);
    if names.is_empty() {
        findings.other("it has no name in any language", "the name of its folder taken");
        names.insert("en".to_owned(), folder.name.replace(['-', '_'], " "));
    }
    let english = names.get("en").or_else(|| names.values().next()).cloned().unwrap_or_default();
    let slug = slugs.give(Kind::Interlinker, &english);

    let mut constraints = record.texts("constraints_and_limitations_translations", 29, findings);
    drop_placeholders("constraints_and_limitations", &mut constraints, findings);
    drop_english_copies("constraints_and_limitations", &mut constraints, findings);
    let mut regulations = record.texts("regulations_and_standards_translations", 29, findings);
    drop_placeholders("regulations_and_standards", &mut regulations, findings);
    drop_english_copies("regulations_and_standards", &mut regulations, findings);
    report_html(&[("regulations_and_standards", &regulations)], findings);

    let is_external = matches!(nature, Nature::ExternalSoftware | Nature::ExternalKnowledge);
    let asset_names = record.texts("asset_name_translations", 10, findings);
    if is_external && asset_names.is_empty() {
        findings.defect(10, "what it links to has no name", "nothing to take over");
    }
    for (language, name) in asset_names {
        let name = one_line(&correct_spelling(&name).unwrap_or(name));
        if names.get(&language).is_none_or(|known| !known.eq_ignore_ascii_case(&name)) {
            aliases.entry(language).or_default().push(name);
        }
    }
    let id = record.text("id", findings).unwrap_or_default();
    report_names(&id, &folder.name, &slug, findings);
    let service = record
        .peek("integration")
        .and_then(|integration| integration.get("service_name").or_else(|| integration.get("path")))
        .and_then(serde_json::Value::as_str)
        .map(str::to_owned);
    let is_disabled = record.flag("disabled", findings).unwrap_or(false);
    let item = Item {
        terms: read_terms(&mut record, findings),
        tags: tags.ids_of(&record.lists("tags_translations", findings), findings),
        problems: record.list("problemprofiles", findings),
        instructions: record.texts("instructions_translations", 29, findings),
        addresses: record.texts("uri_translations", 10, findings),
        files: record.texts("file_translations", 29, findings),
        logo: record.text("logotype", findings),
        format: record.text("format", findings),
        needs: record.text("softwareinterlinker", findings),
        former: vec![id, folder.name.clone()],
        findings: Findings::default(),
        slug,
        names,
        descriptions,
        nature,
        folder,
        source,
        aliases,
        constraints,
        regulations,
        is_disabled,
        service,
    };
    // What the metadata say a second time: the type is the parent folder.
    record.text("type", findings);
    let paths = item.instructions.len() + item.files.len() + usize::from(item.logo.is_some());
    if paths > 0 {
        findings.defect(
            7,
            format!("{paths} paths begin at the root of the data"),
            "read from the own folder",
        );
    }
    record.report_rest(findings);
    Item { findings: own, ..item }
}

/// Corrects spelling, initials and full stops of names (D27); the misspelt name stays an alias.
fn mend_names(names: &mut Texts, findings: &mut Findings) -> BTreeMap<String, Vec<String>> {
    let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (language, name) in names.iter_mut() {
        let written = plain_name(name);
        let mut mended = written.trim_end_matches('.').to_owned();
        if let Some(corrected) = correct_spelling(&mended) {
            mended = corrected;
            aliases.entry(language.clone()).or_default().push(written.clone());
        }
        // `eIDAS` is written so; `template` is not.
        let first_word = mended.split(' ').next().unwrap_or_default();
        if !first_word.is_empty() && first_word.chars().all(char::is_lowercase) {
            let mut characters = mended.chars();
            mended = characters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect());
        }
        if mended.chars().count() > MAX_LINE {
            mended = cut_at_word(&mended, MAX_LINE);
        }
        if mended != written {
            findings.defect(
                27,
                format!("name.{language} is {}", quote(&written)),
                format!("made {}", quote(&mended)),
            );
        }
        *name = mended;
    }
    aliases
}

fn report_names(id: &str, folder: &str, slug: &Slug, findings: &mut Findings) {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    if !id.is_empty() && plain(id) != plain(folder) {
        findings.defect(
            18,
            format!("the id {} is not the folder {}", quote(id), quote(folder)),
            format!("the slug is {slug}, both are former slugs"),
        );
    }
    if folder.chars().any(|c| c.is_uppercase() || c == '_') {
        findings.defect(28, format!("the folder is called {}", quote(folder)), format!("the slug is {slug}"));
    }
}

fn read_terms(record: &mut Record, findings: &mut Findings) -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut terms: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    for (key, field, enumeration) in [
        ("difficulty", "difficulty", Enumeration::Difficulty),
        ("licence", "licence-group", Enumeration::LicenceGroup),
        ("form", "form", Enumeration::Form),
        ("targets", "audiences", Enumeration::Audience),
        ("administrative_scopes", "scopes", Enumeration::Scope),
        ("types", "service-types", Enumeration::ServiceType),
    ] {
        for value in record.list(key, findings) {
            match term_of(enumeration, &value) {
                Some(term) => {
                    if is_odd_spelling(&value) {
                        findings.defect(
                            11,
                            format!("{key} is {}", quote(&value)),
                            format!("taken as {term}"),
                        );
                    }
                    let list = terms.entry(field).or_default();
                    if !list.contains(&term) {
                        list.push(term);
                    }
                }
                None => findings.homeless(format!("{key} = {} (not a known value)", quote(&value))),
            }
        }
    }
    terms
}
