//! Schemas as read -> the tree and the words of their entries.

use super::super::PUBLISHER;
use super::super::problems::Known;
use super::super::report::{Findings, Subject, quote};
use super::super::slugs::Slugs;
use super::super::text::{cut_at_word, first_sentences, plain_name, plain_words, to_markdown};
use super::{BELOW, Node, Schema};
use crate::import::emit::{MapBuilder, Value, emit_document, emit_page};
use crate::import::write::{Content, Outputs};
use crate::model::definition::MAX_LINE;
use crate::model::kind::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Writes the files of every schema.
pub fn write_schemas(
    schemas: Vec<Schema>,
    codes: &BTreeMap<String, Known>,
    slugs: &mut Slugs,
    outputs: &mut Outputs,
    subjects: &mut BTreeMap<String, Subject>,
) {
    for mut schema in schemas {
        let folder = format!("schemas/{}", schema.slug);
        let former = slugs.former(Kind::Schema, &schema.slug, &schema.former, &mut schema.findings);
        let mut findings = std::mem::take(&mut schema.findings);
        let mut facts = MapBuilder::default();
        facts
            .put("status", Value::text("active"))
            .put("former-slugs", Value::texts(former))
            .put("tags", Value::texts(&schema.tags));
        if let Some(group) = schema.licence_group {
            facts.put("licence", Value::text("unstated")).put("licence-group", Value::text(group));
        }
        facts.put("publisher", Value::text(PUBLISHER));
        let phases = schema.phases.iter().map(|phase| node_facts(phase, 0, codes, &mut findings)).collect();
        facts.put("phases", Value::List(phases));
        let mut put = |name: String, text: String| {
            outputs.insert(format!("{folder}/{name}"), Content::Bytes(text.into_bytes()));
        };
        put("schema.yaml".to_owned(), emit_document(&facts.finish()));
        for language in languages_of(&schema) {
            let mut words = Vec::new();
            for phase in &schema.phases {
                push_words(phase, &language, &mut words, &mut findings);
            }
            if !words.is_empty() {
                put(format!("{language}.yaml"), emit_document(&Value::Map(words)));
            }
            let name = schema.names.get(&language).map(|name| cut_at_word(&plain_name(name), MAX_LINE));
            let body = schema.descriptions.get(&language).map(|text| to_markdown(text)).unwrap_or_default();
            let mut summary = first_sentences(&plain_words(&body));
            if schema.descriptions.is_empty() {
                summary = name.clone().unwrap_or_default();
            }
            if name.is_some() || !body.is_empty() {
                let front_matter = MapBuilder::default()
                    .put_text("name", name.as_deref())
                    .put("summary", Value::text(summary))
                    .finish();
                put(format!("{language}.md"), emit_page(&front_matter, &body));
            }
        }
        subjects.insert(folder, Subject { source: schema.source, findings });
    }
}

fn node_facts(node: &Node, level: usize, codes: &BTreeMap<String, Known>, findings: &mut Findings) -> Value {
    let mut facts = MapBuilder::default();
    facts.put("id", Value::text(&node.id)).put("prerequisites", Value::texts(&node.prerequisites));
    if level == 0 && node.co_delivery {
        facts.put("co-delivery", Value::Flag(true));
    }
    if level > 0 {
        let mut problems: Vec<&str> = Vec::new();
        for code in &node.problems {
            match codes.get(code) {
                Some(known) if problems.contains(&known.slug.as_str()) => {
                    findings.defect(12, format!("{}: {code} stands twice", node.id), "taken once");
                }
                Some(known) => problems.push(known.slug.as_str()),
                None => findings
                    .other(format!("{}: there is no problem profile {}", node.id, quote(code)), "left out"),
            }
        }
        facts.put("problems", Value::texts(problems));
    }
    if let Some(key) = BELOW.get(level) {
        let children =
            node.children.iter().map(|child| node_facts(child, level + 1, codes, findings)).collect();
        facts.put(key, Value::List(children));
    }
    facts.finish()
}

fn languages_of(schema: &Schema) -> BTreeSet<String> {
    fn add(node: &Node, languages: &mut BTreeSet<String>) {
        languages.extend(node.names.keys().chain(node.descriptions.keys()).cloned());
        node.children.iter().for_each(|child| add(child, languages));
    }
    let mut languages: BTreeSet<String> =
        schema.names.keys().chain(schema.descriptions.keys()).cloned().collect();
    schema.phases.iter().for_each(|phase| add(phase, &mut languages));
    languages
}

fn push_words(node: &Node, language: &str, words: &mut Vec<(String, Value)>, findings: &mut Findings) {
    let name = node.names.get(language).map(|name| plain_name(name));
    if name.as_ref().is_some_and(|name| name.chars().count() > MAX_LINE) {
        findings.other(format!("{}: its name in {language} is too long", node.id), "cut at a word");
    }
    let own = MapBuilder::default()
        .put_text("name", name.map(|name| cut_at_word(&name, MAX_LINE)).as_deref())
        .put_text("description", node.descriptions.get(language).map(|text| to_markdown(text)).as_deref())
        .finish();
    if own != Value::Map(Vec::new()) {
        words.push((node.id.clone(), own));
    }
    for child in &node.children {
        push_words(child, language, words, findings);
    }
}
