//! `site.yaml` and `vocabularies/*.yaml`: read first, because every entry is checked against them.

use crate::content::decode::{Context, Reference, decode};
use crate::content::yaml::{Located, parse_yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::model::address::BaseUrl;
use crate::model::definition;
use crate::model::site::{Service, Settings, Term, Vocabulary};
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// Reads a YAML file into a tree; what is wrong with it becomes a diagnostic.
pub(super) fn read_tree(source: &Source, path: &str, diagnostics: &mut Diagnostics) -> Option<Located> {
    let text = source.text(path)?;
    parse(text, path, 0, diagnostics)
}

/// Parses YAML that begins `lines_above` lines below the top of its file.
pub(super) fn parse(
    text: &str,
    path: &str,
    lines_above: u32,
    diagnostics: &mut Diagnostics,
) -> Option<Located> {
    match parse_yaml(text) {
        Ok(mut tree) => {
            tree.move_down(lines_above);
            Some(tree)
        }
        Err(error) => {
            let position = error.position.map(|at| Position { line: at.line + lines_above, ..at });
            let mut diagnostic = Diagnostic::error(error.code, path, error.message).at(position);
            diagnostic.help = error.help;
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// Reads `site.yaml`. A missing or broken one leaves the defaults: English, no address.
pub(super) fn read_settings(source: &Source, diagnostics: &mut Diagnostics) -> (Settings, Vec<Reference>) {
    let path = "site.yaml";
    let fallback = Settings { languages: vec!["en".to_owned()], ..Settings::default() };
    if source.text(path).is_none() {
        if !source.diagnostics.iter().any(|diagnostic| diagnostic.file == path) {
            diagnostics.push(
                Diagnostic::error(Code::MissingFacts, path, "the file site.yaml is missing").help(
                    "write one with name, languages and licence; `interlink schema site` lists the fields",
                ),
            );
        }
        return (fallback, Vec::new());
    }
    let Some(tree) = read_tree(source, path, diagnostics) else { return (fallback, Vec::new()) };
    let context = Context { file: path, vocabularies: None, languages: &[] };
    let decoded = decode(&tree, definition::SITE, context);
    diagnostics.extend(decoded.diagnostics);
    let record = decoded.record;
    let mut languages = record.texts("languages");
    if languages.is_empty() {
        languages.push("en".to_owned());
    }
    let base_url = |field: &str| BaseUrl::parse(record.text(field)?).ok();
    let settings = Settings {
        name: record.texts_by_name("name"),
        tagline: record.texts_by_name("tagline"),
        languages,
        base_url: base_url("base-url").unwrap_or_default(),
        repository: record.owned("repository"),
        contact: record.owned("contact"),
        licence: record.owned("licence").unwrap_or_else(|| "unstated".to_owned()),
        service: base_url("service").map_or(Service::None, Service::At),
        menu: record.slugs("menu"),
        default_schema: record.slug("default-schema"),
        edition: None,
        elsewhere: None,
        pages_carry_policy: false,
        is_offline_copy: false,
        has_offline_copy: false,
    };
    (settings, decoded.references)
}

/// Reads the vocabularies.
pub(super) fn read_vocabularies(
    source: &Source,
    names: &[String],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Vocabulary> {
    let mut vocabularies = BTreeMap::new();
    for name in names {
        let path = format!("vocabularies/{name}.yaml");
        let Some(tree) = read_tree(source, &path, diagnostics) else { continue };
        // A vocabulary serves many sites, so it may have labels in languages this one does not show.
        let context = Context { file: &path, vocabularies: None, languages: &[] };
        let decoded = decode(&tree, definition::VOCABULARY, context);
        diagnostics.extend(decoded.diagnostics);
        let mut ids = BTreeSet::new();
        let mut terms = Vec::new();
        for record in decoded.record.records("terms") {
            let Some(id) = record.owned("id") else { continue };
            if !ids.insert(id.clone()) {
                diagnostics.push(
                    Diagnostic::error(Code::DuplicateSlug, &path, format!("the id “{id}” stands here twice"))
                        .at(record.position("id"))
                        .help("keep one of the two terms"),
                );
                continue;
            }
            terms.push((
                record.position("broader"),
                Term {
                    id,
                    label: record.texts_by_name("label"),
                    description: record.texts_by_name("description"),
                    broader: record.owned("broader"),
                    exact_match: record.owned("exact-match"),
                    aliases: record.texts("aliases"),
                },
            ));
        }
        for (position, term) in &terms {
            if let Some(broader) = &term.broader
                && (!ids.contains(broader) || *broader == term.id)
            {
                diagnostics.push(
                    Diagnostic::error(
                        Code::UnknownTerm,
                        &path,
                        format!("there is no other term “{broader}” here"),
                    )
                    .at(*position)
                    .help("name the id of the term above, or delete the line"),
                );
            }
        }
        let vocabulary = Vocabulary {
            label: decoded.record.texts_by_name("label"),
            terms: terms.into_iter().map(|(_, term)| term).collect(),
        };
        vocabularies.insert(name.clone(), vocabulary);
    }
    vocabularies
}
