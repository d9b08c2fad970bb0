//! Interlinkers as read -> the facts, words and files of their entries.

use super::super::super::disk::read_text;
use super::super::PUBLISHER;
use super::super::files::{FileFacts, place_files};
use super::super::instructions::convert_instructions;
use super::super::problems::Known;
use super::super::read::Texts;
use super::super::report::{Findings, Subject, quote};
use super::super::slugs::Slugs;
use super::super::terms::{LEADING_FAMILY, SERVICE_TYPES};
use super::super::text::{first_sentences, plain_words, to_markdown};
use super::Item;
use crate::import::emit::{MapBuilder, Value, emit_document, emit_page};
use crate::import::write::{Content, Outputs};
use crate::model::entry::Nature;
use crate::model::kind::Kind;
use crate::model::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};

/// Writes the facts, words and files of every Interlinker.
pub fn write_items(
    items: Vec<Item>,
    codes: &BTreeMap<String, Known>,
    slugs: &mut Slugs,
    outputs: &mut Outputs,
    subjects: &mut BTreeMap<String, Subject>,
) {
    let services: BTreeMap<String, Slug> = items
        .iter()
        .filter_map(|item| item.service.as_ref().map(|service| (service.to_lowercase(), item.slug.clone())))
        .collect();
    for mut item in items {
        let target = format!("interlinkers/{}", item.slug);
        let mut findings = std::mem::take(&mut item.findings);
        let facts = facts_of(&item, codes, &services, slugs, &target, outputs, &mut findings);
        outputs
            .insert(format!("{target}/interlinker.yaml"), Content::Bytes(emit_document(&facts).into_bytes()));
        write_words(&item, &target, outputs, &mut findings);
        subjects.insert(target, Subject { source: item.source, findings });
    }
}

fn facts_of(
    item: &Item,
    codes: &BTreeMap<String, Known>,
    services: &BTreeMap<String, Slug>,
    slugs: &mut Slugs,
    target: &str,
    outputs: &mut Outputs,
    findings: &mut Findings,
) -> Value {
    let term = |field: &str| item.terms.get(field).cloned().unwrap_or_default();
    let mut problems: Vec<&str> = Vec::new();
    let mut themes: BTreeSet<&str> = BTreeSet::new();
    let mut purposes: BTreeSet<&str> = BTreeSet::new();
    for code in &item.problems {
        match codes.get(code) {
            Some(known) if problems.contains(&known.slug.as_str()) => {
                findings.defect(12, format!("the problem profile {code} stands twice"), "taken once");
            }
            Some(known) => {
                problems.push(known.slug.as_str());
                themes.insert(known.family.1);
                purposes.extend((known.family.0 == LEADING_FAMILY.0).then_some(LEADING_FAMILY.1));
            }
            None => findings.other(format!("there is no problem profile {}", quote(code)), "left out"),
        }
    }
    if problems.is_empty() {
        findings.defect(12, "it has no problem profile", "no theme follows, and no task recommends it");
    }
    for service_type in term("service-types") {
        purposes.extend(
            SERVICE_TYPES.iter().find(|(_, ours, _)| *ours == service_type).map(|(.., purpose)| *purpose),
        );
    }
    let based_on = item.needs.as_ref().and_then(|needs| {
        let found = services.get(&needs.to_lowercase()).filter(|slug| **slug != item.slug);
        if found.is_none() {
            findings.homeless(format!("softwareinterlinker = {} (there is no such software)", quote(needs)));
        }
        found
    });
    // The order of the vocabulary, which is the order readers see.
    let in_order = |order: &[&str], set: &BTreeSet<&str>| {
        Value::texts(order.iter().copied().filter(|id| set.contains(id)))
    };
    let former = slugs.former(Kind::Interlinker, &item.slug, &item.former, findings);
    let mut facts = MapBuilder::default();
    facts
        .put("nature", Value::text(item.nature.id()))
        .put("status", Value::text(if item.is_disabled { "retired" } else { "active" }))
        .put("former-slugs", Value::texts(former))
        .put_text("address", address_of(item, findings).as_deref())
        .put(
            "themes",
            in_order(&["engagement", "design", "development", "sustainability", "evaluation"], &themes),
        )
        .put("purposes", in_order(&["lead-process", "raise-capability", "develop-service"], &purposes))
        .put("problems", Value::texts(problems))
        .put("tags", Value::texts(&item.tags))
        .put_text("form", term("form").first().copied())
        .put_text("difficulty", term("difficulty").first().copied())
        .put("audiences", Value::texts(term("audiences")))
        .put("scopes", Value::texts(term("scopes")))
        .put("service-types", Value::texts(term("service-types")))
        .put("based-on", Value::texts(based_on.map(Slug::as_str)));
    if let Some(group) = term("licence-group").first() {
        facts.put("licence", Value::text("unstated")).put("licence-group", Value::text(*group));
    }
    facts.put("publisher", Value::text(PUBLISHER));
    let file_facts = FileFacts {
        names: &item.names,
        files: &item.files,
        format: item.format.as_deref(),
        logo: item.logo.as_deref(),
    };
    facts.put("files", place_files(&item.folder, &file_facts, target, outputs, findings));
    facts.finish()
}

/// The English address, else the first; the only one in the instructions where there is none (D10).
fn address_of(item: &Item, findings: &mut Findings) -> Option<String> {
    let is_address = |text: &str| {
        url::Url::parse(text).is_ok_and(|url| ["http", "https", "mailto"].contains(&url.scheme()))
    };
    let mut chosen: Option<String> = None;
    let english_first = item.addresses.get_key_value("en").into_iter().chain(&item.addresses);
    for (language, address) in english_first {
        if !is_address(address) {
            findings.homeless(format!("uri.{language} = {} (not an address)", quote(address)));
        } else if chosen.is_none() {
            chosen = Some(address.clone());
        } else if chosen.as_deref() != Some(address) {
            findings.homeless(format!("uri.{language} = {address} (one address is kept)"));
        }
    }
    let is_external = matches!(item.nature, Nature::ExternalSoftware | Nature::ExternalKnowledge);
    if is_external && chosen.is_none() {
        let text = read_text(&item.folder.place.join("instructions.md")).unwrap_or_default();
        let mut named: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"'))
            .filter(|word| word.starts_with("https://") || word.starts_with("http://"))
            .map(|word| word.trim_end_matches(['.', ',', ';', ':']))
            .filter(|word| is_address(word))
            .collect();
        named.dedup();
        if let [only] = named[..] {
            findings.defect(
                10,
                "it has no address",
                format!("the only one in its instructions taken, {only}"),
            );
            chosen = Some(only.to_owned());
        } else {
            findings.defect(10, "it has no address", "left without one; please add it");
        }
    }
    chosen
}

fn write_words(item: &Item, target: &str, outputs: &mut Outputs, findings: &mut Findings) {
    let bodies = convert_instructions(&item.folder, &item.instructions, findings);
    let has_description = !item.descriptions.is_empty();
    if !has_description {
        findings.other("it has no description", "its name taken as the summary");
    }
    let languages: BTreeSet<&String> =
        [&item.names, &item.descriptions, &item.constraints, &item.regulations, &bodies]
            .into_iter()
            .flat_map(BTreeMap::keys)
            .chain(item.aliases.keys())
            .collect();
    for language in languages {
        let markdown = |texts: &Texts| texts.get(language).map(|text| to_markdown(text));
        let name = item.names.get(language).map(String::as_str);
        let description = markdown(&item.descriptions);
        let summary = match &description {
            Some(description) => first_sentences(&plain_words(description)),
            None if has_description => String::new(),
            None => name.unwrap_or_default().to_owned(),
        };
        let mut front_matter = MapBuilder::default();
        front_matter
            .put_text("name", name)
            .put("summary", Value::text(summary))
            .put("aliases", Value::texts(item.aliases.get(language).into_iter().flatten()))
            .put_text("description", description.as_deref())
            .put_text("constraints", markdown(&item.constraints).as_deref())
            .put_text("regulations", markdown(&item.regulations).as_deref());
        if item.is_disabled && language == "en" {
            front_matter.put(
                "retirement-reason",
                Value::text("It was switched off in the catalogue that it comes from."),
            );
        }
        let body = bodies.get(language).map(String::as_str).unwrap_or_default();
        let page = emit_page(&front_matter.finish(), body);
        outputs.insert(format!("{target}/{language}.md"), Content::Bytes(page.into_bytes()));
    }
}
