//! Interlinkers and schemas as assets: `dcat:Dataset`, and `adms:Asset` where they state everything
//! that ADMS-AP requires (title, description, publisher, contact point, type).

use std::collections::BTreeSet;

use super::super::Rendering;
use super::super::scope::Scope;
use super::concept::by_language;
use super::graph::Graph;
use super::names::{ADMS_CODES, AUTHORITY};
use crate::model::entry::{Entry, Interlinker, Rights, Schema, Status};
use crate::model::kind::Kind;
use crate::model::site::ByLanguage;
use crate::model::slug::Slug;

/// What an Interlinker and a schema have in common here.
struct Asset<'a> {
    entry: &'a Entry,
    rights: &'a Rights,
    tags: &'a [String],
    interlinker: Option<&'a Interlinker>,
    schema: Option<&'a Schema>,
}

impl Rendering<'_> {
    /// Describes an Interlinker or a schema, with its files, its publisher and its terms.
    pub(super) fn describe_asset(&self, graph: &mut Graph, entry: &Entry) {
        let Some(asset) = self.asset(entry) else { return };
        let page = self.landing_page(entry);
        let nature = asset.interlinker.map(|item| item.nature.id());
        let asset_type = self.asset_type(graph, nature);
        let publisher =
            asset.rights.publisher.as_ref().filter(|slug| self.site.organisations.contains_key(slug));
        if let Some(publisher) = publisher {
            self.describe_agent(graph, publisher);
        }
        let contact = self.asset_contact(graph, &asset);
        let distributions =
            asset.interlinker.map_or(Vec::new(), |item| self.distributions(graph, item, &page));
        let themes = asset.interlinker.map_or(&[][..], |item| &item.themes);
        let themes: Vec<String> = themes.iter().map(|id| self.theme(graph, id)).collect();
        let problems = self.problems_of(&asset);
        for slug in &problems {
            self.describe_problem(graph, slug);
        }
        let mut types = vec!["dcat:Dataset", "dcat:Resource"];
        if self.is_adms_asset(entry) {
            types.push("adms:Asset");
        }
        if let Some(mut node) = graph.describe(&self.entry_iri(entry.kind, &entry.slug), &types) {
            let names = by_language(entry, "name");
            let summaries = by_language(entry, "summary");
            node.texts("dct:title", &names)
                .texts("dct:description", if summaries.is_empty() { &names } else { &summaries })
                .text("dct:identifier", &format!("{}/{}", entry.kind.folder(), entry.slug))
                .link("dct:type", &asset_type)
                .link("dcat:landingPage", &page)
                .link("adms:status", &status(entry.status))
                .link("dct:accessRights", &format!("{AUTHORITY}access-right/PUBLIC"))
                // Every Interlinker helps to make public services.
                .link("dcat:theme", &format!("{AUTHORITY}data-theme/GOVE"));
            if let Some(publisher) = publisher {
                node.link("dct:publisher", &self.entry_iri(Kind::Organisation, publisher));
            }
            if let Some(contact) = &contact {
                node.link("dcat:contactPoint", contact);
            }
            for theme in &themes {
                node.link("dcat:theme", theme);
            }
            for slug in &problems {
                node.link("dct:subject", &self.entry_iri(Kind::Problem, slug));
            }
            for id in asset.tags {
                node.texts("dcat:keyword", &self.labels("tag", id));
            }
            for language in entry.words.languages() {
                if let Some(iri) = self.exact_match("language", language) {
                    node.link("dct:language", iri);
                }
            }
            for distribution in &distributions {
                node.link("dcat:distribution", distribution);
            }
            self.relate(&mut node, &asset);
            self.date(&mut node, entry);
        }
        graph.describe(&page, &["foaf:Document"]);
        self.describe_record(graph, entry);
    }

    fn asset<'e>(&'e self, entry: &'e Entry) -> Option<Asset<'e>> {
        let slug = &entry.slug;
        Some(match entry.kind {
            Kind::Interlinker => {
                let item = self.site.interlinkers.get(slug)?;
                Asset { entry, rights: &item.rights, tags: &item.tags, interlinker: Some(item), schema: None }
            }
            Kind::Schema => {
                let item = self.site.schemas.get(slug)?;
                Asset { entry, rights: &item.rights, tags: &item.tags, interlinker: None, schema: Some(item) }
            }
            _ => return None,
        })
    }

    /// Whether an entry states all that ADMS-AP 2.01 requires of an asset (its chapter 7).
    pub(in super::super) fn is_adms_asset(&self, entry: &Entry) -> bool {
        self.asset(entry).is_some_and(|asset| {
            let publisher = asset.rights.publisher.as_ref();
            publisher.is_some_and(|slug| self.site.organisations.contains_key(slug))
                && (asset.rights.contact.is_some() || self.site.settings.contact.is_some())
        })
    }

    /// Whom to ask about an asset: its own contact, else that of the catalogue.
    fn asset_contact(&self, graph: &mut Graph, asset: &Asset<'_>) -> Option<String> {
        let Some(address) = &asset.rights.contact else {
            return self.site.settings.contact.as_ref().map(|address| {
                let iri = self.catalogue_iri("contact");
                self.describe_contact(graph, &iri, address, &self.site.settings.name);
                iri
            });
        };
        let publisher = asset.rights.publisher.as_ref().and_then(|slug| self.site.organisations.get(slug));
        let name: ByLanguage = publisher
            .map_or_else(|| self.site.settings.name.clone(), |found| by_language(&found.entry, "name"));
        let iri = self.part_iri(asset.entry, "contact");
        self.describe_contact(graph, &iri, address, &name);
        Some(iri)
    }

    fn problems_of(&self, asset: &Asset<'_>) -> Vec<Slug> {
        let of_interlinker = asset.interlinker.into_iter().flat_map(|item| &item.problems);
        let nodes = asset.schema.into_iter().flat_map(|schema| &schema.phases);
        let of_schema = nodes.flat_map(|node| node.walk()).flat_map(|node| &node.problems);
        let mut seen = BTreeSet::new();
        of_interlinker
            .chain(of_schema)
            .filter(|slug| self.site.problems.contains_key(*slug) && seen.insert(*slug))
            .cloned()
            .collect()
    }

    /// Versions, what it needs, what it goes with, what it is made of, who tells of it.
    fn relate(&self, node: &mut super::graph::Node<'_>, asset: &Asset<'_>) {
        let slug = &asset.entry.slug;
        let interlinker = |slug: &Slug| self.entry_iri(Kind::Interlinker, slug);
        if let Some(item) = asset.interlinker {
            if let Some(version) = item.versions.first() {
                node.text("dcat:version", &version.version);
                if let Some(notes) = &version.notes {
                    node.text("adms:versionNotes", notes);
                }
            }
            for needed in item.based_on.iter().filter(|slug| self.site.interlinkers.contains_key(*slug)) {
                node.link("dct:requires", &interlinker(needed));
            }
            for related in self.index.related(slug) {
                node.link("dct:relation", &interlinker(related.slug));
            }
            for story in self.index.stories_using.get(slug).into_iter().flatten() {
                if let Some(story) = self.site.stories.get(*story) {
                    node.link("dct:isReferencedBy", &self.landing_page(&story.entry));
                }
            }
        }
        if asset.schema.is_some() {
            let tasks = self.index.tasks.values().filter(|place| place.schema == slug);
            let recommended: BTreeSet<&Slug> = tasks
                .flat_map(|place| self.site.recommendations.for_node(slug, &place.task.id))
                .map(|found| &found.interlinker)
                .collect();
            for slug in recommended {
                node.link("adms:includedAsset", &interlinker(slug));
            }
        }
        if let Some(successor) = &asset.entry.successor {
            node.link("dct:isReplacedBy", &self.entry_iri(asset.entry.kind, successor));
        }
    }

    fn date(&self, node: &mut super::graph::Node<'_>, entry: &Entry) {
        if let Some(dates) = self.dates.of(entry.kind, &entry.slug) {
            if let Some(day) = &dates.created {
                node.day("dct:issued", day);
            }
            if let Some(day) = &dates.changed {
                node.day("dct:modified", day);
            }
        }
    }

    /// When the entry came into the catalogue and when it changed. DCAT-AP requires the second of a
    /// record, so without history there is none.
    fn describe_record(&self, graph: &mut Graph, entry: &Entry) {
        if !self.has_record(entry) {
            return;
        }
        if let Some(mut node) = graph.describe(&self.record_iri(entry), &["dcat:CatalogRecord"]) {
            node.link("foaf:primaryTopic", &self.entry_iri(entry.kind, &entry.slug))
                .link("adms:status", &status(entry.status));
            self.date(&mut node, entry);
        }
    }

    /// Whether it is known when the entry was last changed.
    pub(super) fn has_record(&self, entry: &Entry) -> bool {
        self.dates.of(entry.kind, &entry.slug).is_some_and(|dates| dates.changed.is_some())
    }

    /// The identifier of the record of an entry.
    pub(super) fn record_iri(&self, entry: &Entry) -> String {
        self.part_iri(entry, "record")
    }

    /// The page of an entry in the first language of the site.
    pub(super) fn landing_page(&self, entry: &Entry) -> String {
        let first = self.site.settings.languages.first().map_or("en", String::as_str);
        self.absolute(&format!("{first}/{}", Scope::entry_path(entry.kind, &entry.slug)))
    }
}

/// The status of ADMS.
fn status(status: Status) -> String {
    let name = match status {
        Status::Draft => "UnderDevelopment",
        Status::Active => "Completed",
        Status::Retired => "Deprecated",
    };
    format!("{ADMS_CODES}status/{name}")
}
