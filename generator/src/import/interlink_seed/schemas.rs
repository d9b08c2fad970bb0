//! `schemas/<folder>/metadata.json` and `phases/*.json` -> `schemas/<slug>/`: the tree is read and
//! put in the order of its prerequisites here; `output` writes it, and the words of its nodes.

mod output;

pub use output::write_schemas;

use super::Slugs;
use super::read::{ListedKind, Record, Texts, list_folder, read_json};
use super::report::{Findings, quote};
use super::tags::Tags;
use super::terms::{Enumeration, term_of};
use super::translations::{drop_english_copies, report_false_claims, report_html};
use crate::model::kind::Kind;
use crate::model::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A schema as the seed has it.
#[derive(Debug)]
pub struct Schema {
    /// Our name of it.
    pub slug: Slug,
    /// Its id in the seed.
    pub id: String,
    former: Vec<String>,
    source: String,
    names: Texts,
    descriptions: Texts,
    tags: Vec<String>,
    licence_group: Option<&'static str>,
    /// Its phases, in the order of their prerequisites.
    pub phases: Vec<Node>,
    /// What was found.
    pub findings: Findings,
}

/// A phase, an objective or a task.
#[derive(Debug, Default)]
pub struct Node {
    /// Our id: the seed's, with hyphens.
    pub id: String,
    original: String,
    /// Its names.
    pub names: Texts,
    descriptions: Texts,
    prerequisites: Vec<String>,
    /// The codes of its own problem profiles.
    pub problems: Vec<String>,
    co_delivery: bool,
    /// The nodes below it.
    pub children: Vec<Node>,
}

/// The key of the nodes below a phase and below an objective.
const BELOW: [&str; 2] = ["objectives", "tasks"];

/// Reads every schema.
pub fn read_schemas(source: &Path, tags: &mut Tags, slugs: &mut Slugs, whole: &mut Findings) -> Vec<Schema> {
    let folder = source.join("schemas");
    let mut schemas = Vec::new();
    for listed in list_folder(&folder) {
        let place = folder.join(&listed.name);
        if listed.kind != ListedKind::Folder {
            continue;
        }
        match read_json(&place.join("metadata.json")) {
            Ok(value) => match Record::from_value(value) {
                Some(record) => schemas.push(schema_of(record, &place, &listed.name, tags, slugs)),
                None => {
                    whole.other(format!("schemas/{}/metadata.json is no object", listed.name), "left out")
                }
            },
            Err(error) => whole.other(format!("schemas/{}/metadata.json: {error}", listed.name), "left out"),
        }
    }
    schemas
}

fn schema_of(mut record: Record, place: &Path, folder: &str, tags: &mut Tags, slugs: &mut Slugs) -> Schema {
    let mut findings = Findings::default();
    let id = record.text("id", &mut findings).unwrap_or_else(|| folder.to_owned());
    let mut names = record.texts("name_translations", 2, &mut findings);
    let mut descriptions = record.texts("description_translations", 2, &mut findings);
    report_false_claims(&record.list("languages", &mut findings), &names, &descriptions, &mut findings);
    drop_english_copies("description", &mut descriptions, &mut findings);
    report_html(&[("description", &descriptions)], &mut findings);
    if names.is_empty() {
        findings.other("it has no name in any language", "the name of its folder taken");
        names.insert("en".to_owned(), folder.to_owned());
    }
    let english = names.get("en").or_else(|| names.values().next()).cloned().unwrap_or_default();
    let slug = slugs.give(Kind::Schema, &english);
    let licence = record.text("licence", &mut findings);
    let licence_group = licence.as_deref().and_then(|licence| term_of(Enumeration::LicenceGroup, licence));
    if let (Some(licence), None) = (&licence, licence_group) {
        findings.homeless(format!("licence = {}", quote(licence)));
    }
    let tags = tags.ids_of(&record.lists("tags_translations", &mut findings), &mut findings);
    record.report_rest(&mut findings);

    let mut phases = Vec::new();
    let mut originals = BTreeSet::new();
    for listed in list_folder(&place.join("phases")) {
        if listed.kind != ListedKind::File || !listed.name.to_lowercase().ends_with(".json") {
            continue;
        }
        match read_json(&place.join("phases").join(&listed.name)).map(Record::from_value) {
            Ok(Some(record)) => phases.extend(node_of(record, 0, &mut originals, &mut findings)),
            Ok(None) => findings.other(format!("phases/{} is no object", listed.name), "left out"),
            Err(error) => findings.other(format!("phases/{}: {error}", listed.name), "left out"),
        }
    }
    let mut known = BTreeMap::new();
    collect_ids(&phases, &mut known);
    order_nodes(&mut phases, "the phases", &known, &mut findings);
    Schema {
        former: vec![id.clone(), folder.to_owned()],
        source: format!("schemas/{folder}"),
        slug,
        id,
        names,
        descriptions,
        tags,
        licence_group,
        phases,
        findings,
    }
}

/// Reads a node and those below it. `level` counts from the phases.
fn node_of(
    mut record: Record,
    level: usize,
    taken: &mut BTreeSet<String>,
    findings: &mut Findings,
) -> Option<Node> {
    let mut own = Findings::default();
    let names = record.texts("name_translations", 2, &mut own);
    let original = record
        .text("id", &mut own)
        .or_else(|| names.get("en").cloned())
        .or_else(|| names.values().next().cloned())?;
    let mut id = Slug::from_title(&original.replace('_', "-"))?.to_string();
    if !taken.insert(id.clone()) {
        let base = id.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{}-{number}", &base[..base.len().min(90)].trim_end_matches('-'));
            number += 1;
        }
        own.other(format!("its id {} stands twice in the schema", quote(&original)), format!("named {id}"));
    }
    let mut node = Node {
        names,
        descriptions: record.texts("description_translations", 2, &mut own),
        problems: record.list("problemprofiles", &mut own),
        co_delivery: record.flag("is_part_of_codelivery", &mut own).unwrap_or(false),
        prerequisites: record
            .records("prerequisites", &mut own)
            .into_iter()
            .filter_map(|mut prerequisite| prerequisite.text("item", &mut own))
            .collect(),
        id,
        original,
        children: Vec::new(),
    };
    drop_english_copies("description", &mut node.descriptions, &mut own);
    report_html(&[("description", &node.descriptions)], &mut own);
    if let Some(key) = BELOW.get(level) {
        for child in record.records(key, &mut own) {
            node.children.extend(node_of(child, level + 1, taken, findings));
        }
    }
    if level == 0 && !node.problems.is_empty() {
        own.homeless(format!("problemprofiles = {} (a phase has none)", node.problems.join(", ")));
    }
    record.report_rest(&mut own);
    findings.absorb(&node.id, own);
    Some(node)
}

fn collect_ids(nodes: &[Node], known: &mut BTreeMap<String, String>) {
    for node in nodes {
        known.insert(node.original.clone(), node.id.clone());
        collect_ids(&node.children, known);
    }
}

/// Puts nodes after their prerequisites, as near to the order of the files as that allows. A
/// prerequisite that does not exist or leads in a circle is taken out, because no order obeys it.
fn order_nodes(nodes: &mut Vec<Node>, what: &str, known: &BTreeMap<String, String>, findings: &mut Findings) {
    for node in nodes.iter_mut() {
        let written = std::mem::take(&mut node.prerequisites);
        for original in written {
            match known.get(&original) {
                Some(id) if *id != node.id => {
                    if !node.prerequisites.contains(id) {
                        node.prerequisites.push(id.clone());
                    }
                }
                _ => findings.other(
                    format!("{}: the prerequisite {} leads nowhere", node.id, quote(&original)),
                    "left out",
                ),
            }
        }
        let place = format!("what lies below {}", node.id);
        order_nodes(&mut node.children, &place, known, findings);
    }
    let siblings: BTreeSet<String> = nodes.iter().map(|node| node.id.clone()).collect();
    let before: Vec<String> = nodes.iter().map(|node| node.id.clone()).collect();
    let mut waiting = std::mem::take(nodes);
    let mut placed: BTreeSet<String> = BTreeSet::new();
    while !waiting.is_empty() {
        let ready = waiting.iter().position(|node| {
            node.prerequisites.iter().all(|id| !siblings.contains(id) || placed.contains(id))
        });
        let mut node = waiting.remove(ready.unwrap_or(0));
        if ready.is_none() {
            node.prerequisites.retain(|id| {
                let is_fine = !siblings.contains(id) || placed.contains(id);
                if !is_fine {
                    findings
                        .other(format!("{}: the prerequisite “{id}” leads in a circle", node.id), "left out");
                }
                is_fine
            });
        }
        placed.insert(node.id.clone());
        nodes.push(node);
    }
    let after: Vec<String> = nodes.iter().map(|node| node.id.clone()).collect();
    if before != after {
        findings.defect(
            17,
            format!("{what} come in the order {}", before.join(", ")),
            format!("ordered by their prerequisites: {}", after.join(", ")),
        );
    }
}
