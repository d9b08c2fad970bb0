//! The facets of the catalogue: which values an Interlinker has, and what to call them. Counts and
//! lists are both made from these values, so they cannot disagree.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::entry::Interlinker;
use crate::model::site::Site;

use super::super::scope::Scope;

/// A facet, in the order readers see them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Software or knowledge, kept here or elsewhere.
    Nature,
    /// The thematic set.
    Theme,
    /// The problem profile it solves.
    Problem,
    /// What it is for.
    Purpose,
    /// How hard it is to use.
    Difficulty,
    /// What its licence allows.
    Licence,
    /// Whom it is for.
    Audience,
    /// Template, canvas, guidelines.
    Form,
    /// The languages that all its main texts are in.
    Language,
    /// European, national, local.
    Scope,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Facet; 10] = [
        Facet::Nature,
        Facet::Theme,
        Facet::Problem,
        Facet::Purpose,
        Facet::Difficulty,
        Facet::Licence,
        Facet::Audience,
        Facet::Form,
        Facet::Language,
        Facet::Scope,
    ];

    /// Its name in addresses; with `facet-` before it, in the interface texts.
    pub fn id(self) -> &'static str {
        match self {
            Facet::Nature => "nature",
            Facet::Theme => "theme",
            Facet::Problem => "problem",
            Facet::Purpose => "purpose",
            Facet::Difficulty => "difficulty",
            Facet::Licence => "licence",
            Facet::Audience => "audience",
            Facet::Form => "form",
            Facet::Language => "language",
            Facet::Scope => "scope",
        }
    }

    /// The vocabulary its values come from; problems are entries instead.
    fn vocabulary(self) -> Option<&'static str> {
        match self {
            Facet::Problem => None,
            Facet::Licence => Some("licence-group"),
            other => Some(other.id()),
        }
    }

    /// The values of an Interlinker. A term counts for those above it too (an entry for small
    /// companies is one for companies), and `all` counts for every audience.
    pub fn values(self, site: &Site, item: &Interlinker) -> BTreeSet<String> {
        let terms = |ids: &[String]| with_broader(site, self.vocabulary().unwrap_or_default(), ids);
        match self {
            Facet::Nature => BTreeSet::from([item.nature.id().to_owned()]),
            Facet::Theme => terms(&item.themes),
            Facet::Problem => item
                .problems
                .iter()
                .filter(|slug| site.problems.contains_key(*slug))
                .map(ToString::to_string)
                .collect(),
            Facet::Purpose => terms(&item.purposes),
            Facet::Difficulty => item.difficulty.iter().cloned().collect(),
            Facet::Licence => item
                .rights
                .licence_group
                .clone()
                .or_else(|| item.rights.licence.as_deref().and_then(licence_group).map(str::to_owned))
                .into_iter()
                .collect(),
            Facet::Audience if item.audiences.iter().any(|id| id == "all") => site
                .vocabularies
                .get("audience")
                .map(|vocabulary| vocabulary.terms.iter().map(|term| term.id.clone()).collect())
                .unwrap_or_default(),
            Facet::Audience => terms(&item.audiences),
            Facet::Form => item.form.iter().cloned().collect(),
            Facet::Language => item.entry.words.full_languages().map(str::to_owned).collect(),
            Facet::Scope => terms(&item.scopes),
        }
    }

    /// What readers call a value.
    pub fn value_name(self, scope: &Scope<'_>, value: &str) -> String {
        match self.vocabulary() {
            Some(vocabulary) => scope.site.label(vocabulary, value, scope.language).to_owned(),
            None => crate::model::slug::Slug::parse(value)
                .ok()
                .and_then(|slug| scope.site.problems.get(&slug))
                .map_or_else(|| value.to_owned(), |problem| scope.name(&problem.entry).text),
        }
    }

    /// The order of values: as in the vocabulary where that says something, else by how many have
    /// them, most first.
    pub fn order(self, site: &Site, counts: &BTreeMap<String, usize>) -> Vec<String> {
        let mut values: Vec<String> = counts.keys().cloned().collect();
        let place = |value: &String| {
            self.vocabulary()
                .and_then(|name| site.vocabularies.get(name))
                .and_then(|vocabulary| vocabulary.terms.iter().position(|term| term.id == *value))
                .unwrap_or(usize::MAX)
        };
        if self == Facet::Problem {
            values.sort_by(|a, b| counts[b].cmp(&counts[a]).then_with(|| a.cmp(b)));
        } else {
            values.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
        }
        values
    }
}

fn with_broader(site: &Site, vocabulary: &str, ids: &[String]) -> BTreeSet<String> {
    let terms = site.vocabularies.get(vocabulary);
    let mut values = BTreeSet::new();
    for id in ids {
        let mut next = Some(id.as_str());
        // `insert` is false for a value already there, which also ends a circle of terms.
        while let Some(value) = next.filter(|value| values.insert((*value).to_owned())) {
            next = terms.and_then(|terms| terms.term(value)).and_then(|term| term.broader.as_deref());
        }
    }
    values
}

/// The group of a licence that many entries have; `None` leaves the facet without a value.
fn licence_group(licence: &str) -> Option<&'static str> {
    const GROUPS: [(&str, &[&str]); 4] = [
        ("public-domain", &["CC0", "Unlicense", "PDDL"]),
        ("copyleft", &["GPL", "AGPL", "LGPL", "EUPL", "MPL", "CC-BY-SA", "ODbL"]),
        ("non-commercial", &["CC-BY-NC"]),
        ("permissive", &["MIT", "Apache", "BSD", "ISC", "CC-BY-4", "CC-BY-3", "ODC-By"]),
    ];
    GROUPS
        .into_iter()
        .find(|(_, beginnings)| beginnings.iter().any(|beginning| licence.starts_with(beginning)))
        .map(|(group, _)| group)
}

#[cfg(test)]
mod tests {
    use super::licence_group;

    #[test]
    fn a_licence_id_tells_its_group() {
        assert_eq!(licence_group("CC-BY-SA-4.0"), Some("copyleft"));
        assert_eq!(licence_group("CC-BY-NC-SA-4.0"), Some("non-commercial"));
        assert_eq!(licence_group("CC-BY-4.0"), Some("permissive"));
        assert_eq!(licence_group("EUPL-1.2"), Some("copyleft"));
        assert_eq!(licence_group("https://example.org/licence"), None);
    }
}
