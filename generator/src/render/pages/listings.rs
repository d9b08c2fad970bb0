//! Stories, organisations and needs as lists with facets. They are few beside the Interlinkers, so
//! their facets are read straight from the facts, each with the vocabulary that names its values.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::super::scope::Scope;
use super::super::view::Item;
use super::super::{Page, RenderError, Rendering};
use super::catalogue::order;
use super::listing::{Column, Listing, Order, Section, Value, count_values};
use super::paging::PER_PAGE;
use crate::model::entry::{Entry, Organisation, Problem, Story};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::slug::Slug;

/// Needs are read as one overview, so a page holds many more of them.
const NEEDS_PER_PAGE: usize = 120;

const STORIES: Section = Section {
    folder: "stories",
    section: "stories",
    title: "stories",
    lead: "stories-lead",
    count: "story-count",
    nothing_fits: "empty-title-any",
    empty: "stories-empty",
    propose: ("contribute", "contribute/"),
    per_page: PER_PAGE,
    is_wide: false,
};

const ORGANISATIONS: Section = Section {
    folder: "organisations",
    section: "",
    title: "organisations",
    lead: "organisations-lead",
    count: "organisation-count",
    empty: "organisations-empty",
    ..STORIES
};

const NEEDS: Section = Section {
    folder: "problems",
    section: "problems",
    title: "what-do-i-need",
    lead: "problems-lead",
    count: "need-count",
    empty: "problems-empty",
    per_page: NEEDS_PER_PAGE,
    ..STORIES
};

/// An entry in such a list.
#[derive(Serialize)]
struct ListedRow {
    /// The name of the sign before it.
    sign: Option<String>,
    item: Item,
}

/// Where the names of a facet's values come from.
enum Naming {
    Vocabulary(&'static str),
    Schemas,
}

/// What a list holds: entries with the row of each, their values facet by facet, and the orders they
/// can stand in.
struct Members<'s> {
    entries: Vec<&'s Entry>,
    rows: Vec<ListedRow>,
    values: Vec<Vec<BTreeSet<String>>>,
    orders: Vec<Order>,
}

impl Rendering<'_> {
    /// Every page and file of the lists of stories, organisations and needs.
    pub(super) fn listings(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        let mut pages = self.listing_pages(&self.story_listing(scope)?)?;
        pages.extend(self.listing_pages(&self.organisation_listing(scope)?)?);
        pages.extend(self.listing_pages(&self.need_listing(scope)?)?);
        Ok(pages)
    }

    fn story_listing<'s>(&self, scope: &Scope<'s>) -> Result<Listing<'s>, RenderError> {
        let stories: Vec<&Story> =
            scope.site.stories.values().filter(|story| Site::is_active(&story.entry)).collect();
        let stories = scope.by_name(stories, |story| &story.entry);
        let rows = stories
            .iter()
            .map(|story| ListedRow {
                sign: None,
                item: scope.item(&story.entry, scope.story_place(story), None),
            })
            .collect();
        let values = stories
            .iter()
            .map(|story| {
                let schema = story.schema.iter().filter(|slug| scope.site.schemas.contains_key(*slug));
                vec![
                    story.countries.iter().cloned().collect(),
                    story.governance_model.iter().cloned().collect(),
                    schema.map(ToString::to_string).collect(),
                ]
            })
            .collect();
        let facets = [
            ("country", Naming::Vocabulary("country")),
            ("governance", Naming::Vocabulary("governance-model")),
            ("schema", Naming::Schemas),
        ];
        let entries: Vec<&Entry> = stories.iter().map(|story| &story.entry).collect();
        let orders = vec![
            Order { id: "name", members: (0..entries.len()).collect() },
            order("newest", entries.len(), |index| scope.added(entries[index])),
        ];
        self.listing(scope, STORIES, &facets, Members { entries, rows, values, orders })
    }

    fn organisation_listing<'s>(&self, scope: &Scope<'s>) -> Result<Listing<'s>, RenderError> {
        let active: Vec<&Organisation> =
            scope.site.organisations.values().filter(|item| Site::is_active(&item.entry)).collect();
        let organisations = scope.by_name(active, |item| &item.entry);
        let rows = organisations
            .iter()
            .map(|item| {
                let mut kind = vec![scope.term("organisation-type", &item.organisation_type)];
                kind.extend(item.country.as_deref().map(|id| scope.term("country", id)));
                ListedRow { sign: None, item: scope.item(&item.entry, Some(kind.join(" · ")), None) }
            })
            .collect();
        let values = organisations
            .iter()
            .map(|item| {
                vec![BTreeSet::from([item.organisation_type.clone()]), item.country.iter().cloned().collect()]
            })
            .collect();
        let facets = [
            ("organisation-type", Naming::Vocabulary("organisation-type")),
            ("country", Naming::Vocabulary("country")),
        ];
        let orders = vec![Order { id: "name", members: (0..organisations.len()).collect() }];
        let entries = organisations.iter().map(|item| &item.entry).collect();
        self.listing(scope, ORGANISATIONS, &facets, Members { entries, rows, values, orders })
    }

    /// What do I need? By family, and by name inside one.
    fn need_listing<'s>(&self, scope: &Scope<'s>) -> Result<Listing<'s>, RenderError> {
        let active: Vec<&Problem> =
            scope.site.problems.values().filter(|problem| Site::is_active(&problem.entry)).collect();
        let by_name = scope.by_name(active, |problem| &problem.entry);
        let families = scope.site.vocabularies.get("problem-family");
        let place = |problem: &Problem| {
            families.and_then(|terms| terms.terms.iter().position(|term| term.id == problem.family))
        };
        let mut needs: Vec<(usize, &Problem)> = by_name.into_iter().enumerate().collect();
        needs.sort_by_key(|(name, problem)| (place(problem).unwrap_or(usize::MAX), *name));
        let rows = needs
            .iter()
            .map(|(_, problem)| ListedRow {
                sign: Some(problem.family.clone()),
                item: scope.problem_item(problem),
            })
            .collect();
        let values =
            needs.iter().map(|(_, problem)| vec![BTreeSet::from([problem.family.clone()])]).collect();
        let mut names: Vec<usize> = (0..needs.len()).collect();
        names.sort_by_key(|index| needs[*index].0);
        let raised = |index: usize| scope.index.raising.get(&needs[index].1.entry.slug).map_or(0, Vec::len);
        let orders = vec![
            Order { id: "family", members: (0..needs.len()).collect() },
            Order { id: "name", members: names },
            order("raised", needs.len(), raised),
        ];
        // With a guide, "what do I need?" is the guide's own question, and this is the list of all needs.
        let section = match scope.site.guide {
            Some(_) => Section { section: scope.need_section(), title: "problems", ..NEEDS },
            None => NEEDS,
        };
        let entries = needs.iter().map(|(_, problem)| &problem.entry).collect();
        let facets = [("family", Naming::Vocabulary("problem-family"))];
        self.listing(scope, section, &facets, Members { entries, rows, values, orders })
    }

    fn listing<'s>(
        &self,
        scope: &Scope<'s>,
        section: Section,
        facets: &[(&'static str, Naming)],
        members: Members<'s>,
    ) -> Result<Listing<'s>, RenderError> {
        let Members { entries, rows, values, orders } = members;
        let columns = facets
            .iter()
            .enumerate()
            .map(|(at, (id, naming))| Column { id, values: naming.values(scope, &count_values(&values, at)) })
            .collect();
        let signs = rows.iter().filter_map(|row| row.sign.clone()).collect();
        let rows = rows
            .par_iter()
            .map(|row| self.fragment(scope, "listed.html", "row", row))
            .collect::<Result<_, _>>()?;
        Ok(Listing { scope: *scope, section, columns, entries, rows, values, orders, signs })
    }
}

impl Naming {
    /// The values that some entry has: terms in the order of their vocabulary, schemas by slug.
    fn values(&self, scope: &Scope<'_>, counts: &BTreeMap<String, usize>) -> Vec<Value> {
        let place = |id: &String| match self {
            Naming::Vocabulary(name) => scope
                .site
                .vocabularies
                .get(*name)
                .and_then(|terms| terms.terms.iter().position(|term| term.id == *id)),
            Naming::Schemas => None,
        };
        let mut ids: Vec<&String> = counts.keys().collect();
        ids.sort_by_key(|id| (place(id).unwrap_or(usize::MAX), *id));
        ids.into_iter()
            .map(|id| Value {
                name: self.name(scope, id),
                note: match self {
                    Naming::Vocabulary(name) => scope.term_description(name, id).map(str::to_owned),
                    Naming::Schemas => None,
                },
                total: counts[id],
                id: id.clone(),
            })
            .collect()
    }

    fn name(&self, scope: &Scope<'_>, id: &str) -> String {
        match self {
            Naming::Vocabulary(name) => scope.site.label(name, id, scope.language).to_owned(),
            Naming::Schemas => Slug::parse(id)
                .ok()
                .and_then(|slug| scope.entry_link(Kind::Schema, &slug))
                .map_or_else(|| id.to_owned(), |link| link.name.text),
        }
    }
}
