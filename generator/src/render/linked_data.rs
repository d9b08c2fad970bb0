//! The catalogue as linked data: `catalogue.jsonld` and `catalogue.ttl`, one graph in two forms, and
//! `{kinds}/{slug}.jsonld` for each entry that the graph describes. The public services of stories are
//! a graph of their own, `services.jsonld` and `services.ttl`, see `service`.
//!
//! The profile is DCAT-AP 3.0.1 (<https://semiceu.github.io/DCAT-AP/releases/3.0.1/>); assets that
//! state everything ADMS-AP 2.01 requires are typed for it too, others are not, so that the claim is
//! always true. The identifier of an entry is the address of its own file with a fragment: whoever
//! follows it finds the description, on any host.
//!
//! A site that does not know its address has no identifiers and so no linked data.

mod asset;
mod catalogue;
mod concept;
mod distribution;
mod graph;
mod licence;
mod names;
mod service;

use rayon::prelude::*;

use self::graph::Graph;
use super::{Page, Rendering};
use crate::model::entry::Entry;
use crate::model::kind::Kind;

impl Rendering<'_> {
    /// Every file of linked data.
    pub(super) fn linked_data(&self) -> Vec<Page> {
        if !self.has_linked_data() {
            return Vec::new();
        }
        let mut whole = Graph::default();
        self.describe_catalogue(&mut whole);
        let mut described = Vec::new();
        for kind in Kind::ALL {
            for entry in self.site.entries(kind) {
                if let Some(path) = self.linked_data_path(entry) {
                    self.describe_entry(&mut whole, entry);
                    described.push((path, entry));
                }
            }
        }
        let file = |path: &str, bytes: Vec<u8>| Page { path: path.to_owned(), bytes };
        let mut pages =
            vec![file("catalogue.jsonld", whole.to_json_ld()), file("catalogue.ttl", whole.to_turtle())];
        let of_entries = described.par_iter().map(|(path, entry)| {
            let mut graph = Graph::default();
            self.describe_entry(&mut graph, entry);
            file(path, graph.to_json_ld())
        });
        pages.extend(of_entries.collect::<Vec<_>>());
        pages.extend(self.service_data());
        pages
    }

    /// Whether the site has identifiers: it knows where it is published.
    pub(super) fn has_linked_data(&self) -> bool {
        !self.origin.is_empty()
    }

    /// The file of an entry, below the base of the site; none where the graph does not describe it.
    pub(super) fn linked_data_path(&self, entry: &Entry) -> Option<String> {
        let is_described =
            matches!(entry.kind, Kind::Interlinker | Kind::Schema | Kind::Organisation | Kind::Problem);
        (self.has_linked_data() && is_described)
            .then(|| format!("{}/{}.jsonld", entry.kind.folder(), entry.slug))
    }

    fn describe_entry(&self, graph: &mut Graph, entry: &Entry) {
        match entry.kind {
            Kind::Interlinker | Kind::Schema => self.describe_asset(graph, entry),
            Kind::Organisation => self.describe_agent(graph, &entry.slug),
            Kind::Problem => self.describe_problem(graph, &entry.slug),
            Kind::Story | Kind::Call | Kind::Page | Kind::News => {}
        }
    }

    /// The identifier of an entry.
    fn entry_iri(&self, kind: Kind, slug: &crate::model::slug::Slug) -> String {
        self.absolute(&format!("{}/{slug}.jsonld#it", kind.folder()))
    }

    /// The identifier of something that belongs to the catalogue as a whole.
    fn catalogue_iri(&self, name: &str) -> String {
        self.absolute(&format!("catalogue.jsonld#{name}"))
    }
}
