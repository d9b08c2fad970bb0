//! The catalogue of Interlinkers as a list with facets.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rayon::prelude::*;

use super::super::scope::Scope;
use super::super::{Page, RenderError, Rendering};
use super::facets::Facet;
use super::listing::{Column, Listing, Order, Section, Value, count_values};
use super::paging::PER_PAGE;
use crate::model::entry::{Day, Entry, Interlinker, Nature};

const SECTION: Section = Section {
    folder: "interlinkers",
    section: "interlinkers",
    title: "interlinkers",
    lead: "catalogue-lead",
    count: "interlinker-count",
    nothing_fits: "empty-title",
    empty: "catalogue-empty",
    propose: ("propose-interlinker", "contribute/interlinker/"),
    per_page: PER_PAGE,
    is_wide: true,
};

impl Rendering<'_> {
    /// Every page and file of the catalogue in a language.
    pub(super) fn catalogue(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        self.listing_pages(&self.catalogue_listing(scope)?)
    }

    /// The rows of Interlinkers.
    pub(super) fn rows(&self, scope: &Scope<'_>, items: &[&Interlinker]) -> Result<Vec<String>, RenderError> {
        items.par_iter().map(|item| self.fragment(scope, "row.html", "row", &scope.row(item))).collect()
    }

    fn catalogue_listing<'s>(&self, scope: &Scope<'s>) -> Result<Listing<'s>, RenderError> {
        let items = scope.by_name(scope.index.offered.clone(), |item| &item.entry);
        let values: Vec<Vec<BTreeSet<String>>> = items
            .par_iter()
            .map(|item| Facet::ALL.into_iter().map(|facet| facet.values(scope.site, item)).collect())
            .collect();
        let columns = Facet::ALL
            .into_iter()
            .enumerate()
            .map(|(at, facet)| {
                let counts = count_values(&values, at);
                let value = |id: String| Value {
                    name: facet.value_name(scope, &id),
                    note: None,
                    total: counts[&id],
                    id,
                };
                Column {
                    id: facet.id(),
                    values: facet.order(scope.site, &counts).into_iter().map(value).collect(),
                }
            })
            .collect();
        let slug = |index: usize| &items[index].entry.slug;
        let orders = vec![
            Order { id: "name", members: (0..items.len()).collect() },
            order("newest", items.len(), |index| scope.added(&items[index].entry)),
            order("used", items.len(), |index| scope.index.task_count(scope.site, slug(index))),
            order("stories", items.len(), |index| scope.index.story_count(slug(index))),
        ];
        let natures = Nature::ALL.into_iter().map(|nature| nature.id().to_owned());
        let families = scope.site.problems.values().map(|problem| problem.family.clone());
        Ok(Listing {
            scope: *scope,
            section: SECTION,
            columns,
            entries: items.iter().map(|item| &item.entry).collect(),
            rows: self.rows(scope, &items)?,
            signs: natures.chain(families).collect(),
            values,
            orders,
        })
    }
}

/// An order from the highest to the lowest; equals stay in the order of names.
pub(super) fn order<K: Ord>(id: &'static str, length: usize, key: impl Fn(usize) -> K) -> Order {
    let mut members: Vec<usize> = (0..length).collect();
    members.sort_by_cached_key(|index| (Reverse(key(*index)), *index));
    Order { id, members }
}

impl<'a> Scope<'a> {
    /// Entries as a reader's dictionary orders their names; equal names by slug.
    pub(super) fn by_name<T: Copy>(&self, items: Vec<T>, entry: impl Fn(&T) -> &'a Entry) -> Vec<T> {
        let mut named: Vec<(T, String)> =
            items.into_iter().map(|item| (item, self.name(entry(&item)).text)).collect();
        named.sort_by(|(left, left_name), (right, right_name)| {
            self.messages
                .compare_names(left_name, right_name)
                .then_with(|| entry(left).slug.cmp(&entry(right).slug))
        });
        named.into_iter().map(|(item, _)| item).collect()
    }

    /// The day an entry was added, as far as Git tells.
    pub(super) fn added(&self, entry: &Entry) -> Option<Day> {
        let dates = self.dates.of(entry.kind, &entry.slug)?;
        dates.created.clone().or_else(|| dates.changed.clone())
    }
}
