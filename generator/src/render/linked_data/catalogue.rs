//! The catalogue itself and the organisations that publish in it.

use super::super::Rendering;
use super::graph::Graph;
use super::names::{ADMS_CODES, AUTHORITY};
use crate::model::kind::Kind;
use crate::model::site::ByLanguage;
use crate::model::slug::Slug;

/// The types of publishers of ADMS, by the types of organisations. A public administration may be a
/// local, regional or national authority, which an entry does not tell.
const PUBLISHER_TYPES: [(&str, &str); 2] =
    [("non-profit", "NonProfitOrganisation"), ("for-profit", "Company")];

impl Rendering<'_> {
    /// `dcat:Catalog` with everything it lists.
    pub(super) fn describe_catalogue(&self, graph: &mut Graph) {
        let settings = &self.site.settings;
        let publisher = self.catalogue_publisher(graph);
        let contact = settings.contact.as_deref();
        let contact = contact.map(|address| {
            let iri = self.catalogue_iri("contact");
            self.describe_contact(graph, &iri, address, &settings.name);
            iri
        });
        let licence = self.spdx(&settings.licence);
        let home = self.absolute("");
        let schemes = self.describe_schemes(graph);
        let tagline = if settings.tagline.is_empty() { &settings.name } else { &settings.tagline };
        let Some(mut node) =
            graph.describe(&self.catalogue_iri("it"), &["dcat:Catalog", "adms:AssetRepository"])
        else {
            return;
        };
        node.texts("dct:title", &settings.name).texts("dct:description", tagline);
        node.link("dct:publisher", &publisher).link("dct:license", &licence).link("foaf:homepage", &home);
        if let Some(contact) = &contact {
            node.link("dcat:contactPoint", contact);
        }
        for language in &settings.languages {
            if let Some(iri) = self.exact_match("language", language) {
                node.link("dct:language", iri);
            }
        }
        for scheme in std::iter::once(format!("{AUTHORITY}data-theme")).chain(schemes) {
            node.link("dcat:themeTaxonomy", &scheme);
        }
        let entries = [Kind::Interlinker, Kind::Schema].map(|kind| self.site.entries(kind)).concat();
        let days = entries.iter().filter_map(|entry| self.dates.of(entry.kind, &entry.slug));
        if let Some(first) = days.clone().filter_map(|dates| dates.created.as_ref()).min() {
            node.day("dct:issued", first);
        }
        if let Some(last) = days.filter_map(|dates| dates.changed.as_ref()).max() {
            node.day("dct:modified", last);
        }
        for entry in &entries {
            node.link("dcat:dataset", &self.entry_iri(entry.kind, &entry.slug));
        }
        for entry in entries.iter().filter(|entry| self.has_record(entry)) {
            node.link("dcat:record", &self.record_iri(entry));
        }
        if let Some(mut node) = graph.describe(&licence, &["dct:LicenseDocument"]) {
            node.text("dct:title", &settings.licence);
        }
        graph.describe(&home, &["foaf:Document"]);
    }

    /// Who answers for the catalogue: the site itself, under its own name.
    fn catalogue_publisher(&self, graph: &mut Graph) -> String {
        let iri = self.catalogue_iri("publisher");
        if let Some(mut node) = graph.describe(&iri, &["foaf:Agent"]) {
            node.texts("foaf:name", &self.site.settings.name);
        }
        iri
    }

    /// An organisation as `foaf:Agent`.
    pub(super) fn describe_agent(&self, graph: &mut Graph, slug: &Slug) {
        let Some(organisation) = self.site.organisations.get(slug) else { return };
        let kind = PUBLISHER_TYPES.iter().find(|(id, _)| *id == organisation.organisation_type);
        let country = organisation.country.as_deref().and_then(|id| self.exact_match("country", id));
        let names = super::concept::by_language(&organisation.entry, "name");
        let Some(mut node) = graph.describe(&self.entry_iri(Kind::Organisation, slug), &["foaf:Agent"])
        else {
            return;
        };
        node.texts("foaf:name", &names);
        if let Some((_, name)) = kind {
            node.link("dct:type", &format!("{ADMS_CODES}publishertype/{name}"));
        }
        if let Some(country) = country {
            node.link("dct:spatial", country);
        }
        if let Some(website) = &organisation.website {
            node.link("foaf:homepage", website);
            graph.describe(website, &["foaf:Document"]);
        }
    }

    /// Whom to ask, as `vcard:Kind`.
    pub(super) fn describe_contact(&self, graph: &mut Graph, iri: &str, address: &str, name: &ByLanguage) {
        let property = if address.starts_with("mailto:") { "vcard:hasEmail" } else { "vcard:hasURL" };
        let first = self.site.settings.languages.iter().find_map(|language| name.get_key_value(language));
        if let Some(mut node) = graph.describe(iri, &["vcard:Kind"]) {
            if let Some((language, name)) = first.or_else(|| name.iter().next()) {
                node.text_in("vcard:fn", name, language);
            }
            node.link(property, address);
        }
    }
}
