//! An Interlinker as a row of the catalogue, and the addresses of lists with one value chosen.

use std::collections::BTreeSet;

use super::super::scope::Scope;
use super::super::view::{Link, Row, RowFact};
use super::facets::Facet;
use crate::model::entry::Interlinker;
use crate::model::kind::Kind;
use crate::model::slug::Slug;

impl<'a> Scope<'a> {
    /// An Interlinker as a row of the catalogue.
    pub fn row(&self, item: &'a Interlinker) -> Row {
        let entry = &item.entry;
        let name = self.name(entry);
        let summary = self.text(entry, "summary");
        let languages: BTreeSet<String> = Facet::Language.values(self.site, item);
        let fact = |key: &str, value: String| RowFact { label: self.messages.text(key), value };
        let mut facts = vec![fact("fact-languages", languages.into_iter().collect::<Vec<_>>().join(" "))];
        let not_stated = || self.messages.text("not-stated");
        let difficulty = item.difficulty.as_deref().map(|id| self.term("difficulty", id).to_owned());
        facts.push(fact("fact-difficulty", difficulty.unwrap_or_else(not_stated)));
        facts.push(fact("fact-licence", self.licence_in_short(item).unwrap_or_else(not_stated)));
        if !item.downloads.is_empty() {
            facts.push(fact("fact-files", self.messages.number(item.downloads.len() as u64)));
        }
        let uses = self.index.task_count(self.site, &entry.slug);
        facts.push(fact("fact-tasks", self.messages.number(uses as u64)));
        Row {
            nature: item.nature.id(),
            kind_line: self.kind_line(item),
            url: self.entry_url(Kind::Interlinker, &entry.slug),
            name,
            summary,
            needs: self.needs(&item.problems[..item.problems.len().min(3)]),
            facts,
        }
    }

    /// The licence as a row has room for it: an SPDX id, else its group.
    pub fn licence_in_short(&self, item: &'a Interlinker) -> Option<String> {
        let licence = item.rights.licence.as_deref().filter(|licence| *licence != "unstated");
        match licence {
            Some(licence) if !licence.contains("://") => Some(self.licence_words(licence)),
            _ => item
                .rights
                .licence_group
                .as_deref()
                .map(|group| self.term("licence-group", group).to_owned())
                .or_else(|| licence.map(|_| self.messages.text("licence-own"))),
        }
    }

    /// The address of the catalogue with one facet value chosen.
    pub fn catalogue_url(&self, facet: Facet, value: &str) -> String {
        self.url(&format!("interlinkers/by/{}/{value}/", facet.id()))
    }

    /// A link to a problem's "others" and the like.
    pub fn catalogue_link(&self, slug: &Slug, name: String) -> Link {
        Link { url: Some(self.catalogue_url(Facet::Problem, slug.as_str())), name, lang: None }
    }
}
