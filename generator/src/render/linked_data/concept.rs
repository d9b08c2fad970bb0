//! Controlled terms as linked data (SKOS): the kinds of assets, the themes and the problem profiles,
//! each in a scheme of the catalogue's own, because the lists of ADMS know only semantic assets.

use super::super::Rendering;
use super::graph::Graph;
use crate::model::kind::Kind;
use crate::model::site::ByLanguage;
use crate::model::slug::Slug;

/// The scheme of what an asset is: the natures of Interlinkers, and the process schema.
const ASSET_TYPE: &str = "asset-type";
/// The scheme of the thematic sets.
const THEME: &str = "theme";
/// The scheme of the problem profiles.
const PROBLEM: &str = "problem";

impl Rendering<'_> {
    /// Describes a nature, or the schema, as the type of an asset.
    pub(super) fn asset_type(&self, graph: &mut Graph, nature: Option<&str>) -> String {
        let id = nature.unwrap_or("schema");
        let iri = self.catalogue_iri(&format!("{ASSET_TYPE}-{id}"));
        let labels = match nature {
            Some(nature) => self.labels("nature", nature),
            None => self.message_by_language("schema"),
        };
        self.concept(graph, &iri, ASSET_TYPE, &labels, None);
        iri
    }

    /// Describes a thematic set.
    pub(super) fn theme(&self, graph: &mut Graph, id: &str) -> String {
        let iri = self.catalogue_iri(&format!("{THEME}-{id}"));
        self.concept(graph, &iri, THEME, &self.labels("theme", id), None);
        iri
    }

    /// Describes a problem profile.
    pub(super) fn describe_problem(&self, graph: &mut Graph, slug: &Slug) {
        let Some(problem) = self.site.problems.get(slug) else { return };
        let iri = self.entry_iri(Kind::Problem, slug);
        let names = by_language(&problem.entry, "name");
        self.concept(graph, &iri, PROBLEM, &names, Some(&problem.code));
    }

    /// The schemes themselves, for the catalogue.
    pub(super) fn describe_schemes(&self, graph: &mut Graph) -> Vec<String> {
        [ASSET_TYPE, THEME, PROBLEM].into_iter().map(|id| self.scheme(graph, id)).collect()
    }

    fn scheme(&self, graph: &mut Graph, id: &str) -> String {
        let iri = self.catalogue_iri(id);
        let vocabulary = |name: &str| self.site.vocabularies.get(name).map(|found| found.label.clone());
        let labels = match id {
            ASSET_TYPE => vocabulary("nature"),
            THEME => vocabulary("theme"),
            _ => None,
        };
        let labels = labels.filter(|labels| !labels.is_empty());
        let labels = labels.unwrap_or_else(|| self.message_by_language("problems"));
        if let Some(mut node) = graph.describe(&iri, &["skos:ConceptScheme"]) {
            node.texts("dct:title", &labels).texts("skos:prefLabel", &labels);
        }
        iri
    }

    fn concept(&self, graph: &mut Graph, iri: &str, scheme: &str, labels: &ByLanguage, code: Option<&str>) {
        let scheme_iri = self.scheme(graph, scheme);
        if let Some(mut node) = graph.describe(iri, &["skos:Concept"]) {
            node.texts("skos:prefLabel", labels).link("skos:inScheme", &scheme_iri);
            if let Some(code) = code {
                node.text("skos:notation", code);
            }
        }
    }

    /// The label of a term in each of its languages.
    pub(super) fn labels(&self, vocabulary: &str, id: &str) -> ByLanguage {
        let terms = self.site.vocabularies.get(vocabulary);
        terms.and_then(|terms| terms.term(id)).map(|term| term.label.clone()).unwrap_or_default()
    }

    /// The EU authority's name of a term.
    pub(super) fn exact_match(&self, vocabulary: &str, id: &str) -> Option<&str> {
        self.site.vocabularies.get(vocabulary)?.term(id)?.exact_match.as_deref()
    }

    /// An interface text in every language of the site.
    pub(super) fn message_by_language(&self, key: &str) -> ByLanguage {
        let languages = self.site.settings.languages.iter();
        languages
            .filter_map(|language| Some((language.clone(), self.renderer.messages(language)?.text(key))))
            .collect()
    }
}

/// A field of an entry in every language that has it.
pub(super) fn by_language(entry: &crate::model::entry::Entry, field: &str) -> ByLanguage {
    let words = entry.words.0.iter();
    words
        .filter_map(|(language, words)| Some((language.clone(), words.texts.get(field)?.trim().to_owned())))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}
