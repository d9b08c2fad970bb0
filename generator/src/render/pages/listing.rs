//! A list of entries with facets beside it: the whole list in each order, and one list per value of
//! a facet. Interlinkers, stories, organisations and needs are all listed by this one machinery;
//! what is theirs alone (rows, values, orders) is made in `catalogue` and `listings`.
//!
//! Counts and lists are both made from [`Listing::values`], so they cannot disagree.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::templates::has_fallback;
use super::super::view::{Link, Pages};
use super::super::{Page, RenderError, Rendering};
use super::catalogue_data::{Word, script_words};
use super::paging::{page_links, page_path};
use crate::model::entry::Entry;

/// How many values of a facet are shown before the rest is folded.
const SHOWN_VALUES: usize = 8;

/// What a list is of, and what it says about itself.
pub(super) struct Section {
    /// Its folder below the language, such as `interlinkers`.
    pub(super) folder: &'static str,
    /// The section of the header it belongs to.
    pub(super) section: &'static str,
    /// The key of its title.
    pub(super) title: &'static str,
    /// The key of the sentence below the title.
    pub(super) lead: &'static str,
    /// The key of "27 Interlinkers", with `count`.
    pub(super) count: &'static str,
    /// The key of "No Interlinker fits all these filters".
    pub(super) nothing_fits: &'static str,
    /// The key of what to say where there is none at all.
    pub(super) empty: &'static str,
    /// How to add one: the key of the words and the path below the language.
    pub(super) propose: (&'static str, &'static str),
    /// How many rows a page holds.
    pub(super) per_page: usize,
    /// Whether rows have their facts at the right.
    pub(super) is_wide: bool,
}

/// A facet of a list.
pub(super) struct Column {
    /// Its name in addresses; with `facet-` before it, in the interface texts.
    pub(super) id: &'static str,
    /// The values that some entry has, in the order readers see them.
    pub(super) values: Vec<Value>,
}

/// A value of a facet.
pub(super) struct Value {
    pub(super) id: String,
    pub(super) name: String,
    /// One sentence of explanation.
    pub(super) note: Option<String>,
    /// How many entries of the whole list have it.
    pub(super) total: usize,
}

/// An order of a list; with `sort-` before its id, in the interface texts.
pub(super) struct Order {
    pub(super) id: &'static str,
    pub(super) members: Vec<usize>,
}

/// A list of one language, ready for every page that shows some of it.
pub(super) struct Listing<'s> {
    pub(super) scope: Scope<'s>,
    pub(super) section: Section,
    pub(super) columns: Vec<Column>,
    /// What is listed, in the first order.
    pub(super) entries: Vec<&'s Entry>,
    /// The rows as HTML, in the same order.
    pub(super) rows: Vec<String>,
    /// Of every row its values, facet by facet as in `columns`.
    pub(super) values: Vec<Vec<BTreeSet<String>>>,
    /// The first is the order of `rows`.
    pub(super) orders: Vec<Order>,
    /// Every sign a row can carry, so that rows put in by the script find theirs.
    pub(super) signs: BTreeSet<String>,
}

#[derive(Serialize)]
struct ListingView<'v> {
    folder: &'static str,
    heading: String,
    lead: String,
    /// The way to the guide, from the list of needs.
    guide: Option<Link>,
    count: String,
    filters_label: String,
    facets: &'v [FacetView],
    /// Nothing is marked current on the list of one value: the orders are of the whole list, so
    /// only the script, which keeps the value, offers them there.
    sorts: Vec<SortView>,
    has_sorts: bool,
    chip: Option<String>,
    rows: Vec<&'v str>,
    is_wide: bool,
    pages: Pages,
    empty: String,
    propose: Link,
    words: Vec<Word>,
    signs: &'v BTreeSet<String>,
    /// Whether some row, of this page or another one, is not in the language of the page.
    has_fallback: bool,
}

#[derive(Serialize)]
struct FacetView {
    id: &'static str,
    name: String,
    values: Vec<ValueView>,
    more: Vec<ValueView>,
    more_label: String,
}

#[derive(Serialize)]
struct ValueView {
    id: String,
    name: String,
    url: String,
    count: usize,
    is_current: bool,
}

#[derive(Serialize)]
struct SortView {
    id: &'static str,
    name: String,
    url: String,
    is_current: bool,
}

/// One list to show: where it lies, what it is called, what is in it.
struct List<'l> {
    path: String,
    title: String,
    lead: String,
    sort: Option<&'static str>,
    current: Option<(&'l Column, &'l Value)>,
    members: Vec<usize>,
}

impl Rendering<'_> {
    /// Every page and file of a list.
    pub(super) fn listing_pages(&self, listing: &Listing<'_>) -> Result<Vec<Page>, RenderError> {
        let has_fallback = listing.rows.iter().any(|row| has_fallback(row));
        let lists = listing.lists();
        let mut pages: Vec<Page> = lists
            .par_iter()
            .map(|list| {
                let facets = listing.facet_views(list);
                let pages = list.members.len().div_ceil(listing.section.per_page).max(1);
                (1..=pages)
                    .map(|number| self.listing_page(listing, list, &facets, number, has_fallback))
                    .collect()
            })
            .collect::<Result<Vec<Vec<Page>>, _>>()?
            .concat();
        pages.extend(lists.iter().filter(|list| list.current.is_some()).map(|list| {
            let entries = list.members.iter().map(|index| listing.entries[*index]);
            let path = format!("{}/{}", listing.section.folder, list.path);
            self.feed_of_value(&listing.scope, &path, &list.title, entries)
        }));
        pages.extend(listing.data_files());
        Ok(pages)
    }

    fn listing_page(
        &self,
        listing: &Listing<'_>,
        list: &List<'_>,
        facets: &[FacetView],
        number: usize,
        has_fallback: bool,
    ) -> Result<Page, RenderError> {
        let scope = &listing.scope;
        let messages = scope.messages;
        let section = &listing.section;
        let shown = list.members.iter().skip((number - 1) * section.per_page).take(section.per_page);
        let below = format!("{}/{}", section.folder, list.path);
        let view = ListingView {
            folder: section.folder,
            heading: list.title.clone(),
            lead: list.lead.clone(),
            guide: (section.folder == "problems" && self.site.guide.is_some()).then(|| Link {
                url: Some(scope.url("guide/")),
                name: messages.text("guide-from-list"),
                lang: None,
            }),
            count: listing.count(list.members.len()),
            filters_label: match &list.current {
                Some(_) => messages
                    .format("filters-chosen", [("form", "one".into()), ("count", messages.number(1).into())]),
                None => messages.text("filters"),
            },
            facets,
            sorts: listing.sort_views(list),
            has_sorts: list.sort.is_some() && listing.orders.len() > 1,
            chip: list.current.map(|(_, value)| value.name.clone()),
            rows: shown.map(|index| listing.rows[*index].as_str()).collect(),
            is_wide: section.is_wide,
            pages: page_links(scope, &below, number, list.members.len(), section.per_page),
            empty: messages.text(section.empty),
            propose: Link {
                url: Some(scope.url(section.propose.1)),
                name: messages.text(section.propose.0),
                lang: None,
            },
            words: script_words(listing),
            signs: &listing.signs,
            has_fallback,
        };
        let is_start = list.path.is_empty() && number == 1;
        let head = Head {
            title: match number {
                1 => list.title.clone(),
                _ => messages.format(
                    "title-with-page",
                    [("title", list.title.clone().into()), ("page", number.into())],
                ),
            },
            description: Some(list.lead.clone()),
            section: section.section,
            crumbs: if is_start {
                scope.crumbs(&[])
            } else {
                scope.crumbs(&[(section.title, &format!("{}/", section.folder))])
            },
            scripts: vec!["data.js", "page.js", "catalogue.js"],
            // Only one order of the list, and its first page, is worth an entry in a search engine.
            is_hidden: number > 1 || list.sort.is_some_and(|sort| sort != listing.orders[0].id),
            path: page_path(&below, number),
            ..Head::default()
        };
        self.page(scope, "catalogue.html", &head, &view)
    }
}

impl Listing<'_> {
    /// The line above the list.
    pub(super) fn count(&self, members: usize) -> String {
        let messages = self.scope.messages;
        if members == self.rows.len() {
            return messages.format(self.section.count, [("count", members.into())]);
        }
        messages.format(
            "catalogue-count",
            [
                ("count", messages.number(members as u64).into()),
                ("total", messages.number(self.rows.len() as u64).into()),
            ],
        )
    }

    fn lists(&self) -> Vec<List<'_>> {
        let messages = self.scope.messages;
        let lead = messages.text(self.section.lead);
        let mut lists: Vec<List<'_>> = self
            .orders
            .iter()
            .map(|order| List {
                path: self.order_path(order),
                title: messages.text(self.section.title),
                lead: lead.clone(),
                sort: Some(order.id),
                current: None,
                members: order.members.clone(),
            })
            .collect();
        for (at, column) in self.columns.iter().enumerate() {
            for value in &column.values {
                lists.push(List {
                    path: format!("by/{}/{}/", column.id, value.id),
                    title: format!("{}: {}", messages.text(&format!("facet-{}", column.id)), value.name),
                    lead: value.note.clone().unwrap_or_else(|| lead.clone()),
                    sort: None,
                    current: Some((column, value)),
                    members: (0..self.rows.len())
                        .filter(|index| self.values[*index][at].contains(&value.id))
                        .collect(),
                });
            }
        }
        lists
    }

    /// The path of an order below the list's own.
    fn order_path(&self, order: &Order) -> String {
        if order.id == self.orders[0].id { String::new() } else { format!("sort/{}/", order.id) }
    }

    fn sort_views(&self, list: &List<'_>) -> Vec<SortView> {
        self.orders
            .iter()
            .map(|order| SortView {
                id: order.id,
                name: self.scope.messages.text(&format!("sort-{}", order.id)),
                url: self.scope.url(&format!("{}/{}", self.section.folder, self.order_path(order))),
                is_current: list.sort == Some(order.id),
            })
            .collect()
    }

    /// The facets beside a list. A value leads to its own list and not to what it shares with this
    /// one, so its number is always that of the whole list. The script, which combines values, puts
    /// the numbers of the combination in their place.
    fn facet_views(&self, list: &List<'_>) -> Vec<FacetView> {
        let messages = self.scope.messages;
        let folder = self.section.folder;
        self.columns
            .iter()
            .filter(|column| !column.values.is_empty())
            .map(|column| {
                let chosen = list.current.filter(|(current, _)| current.id == column.id);
                let mut values: Vec<ValueView> = column
                    .values
                    .iter()
                    .map(|value| {
                        let is_current = chosen.is_some_and(|(_, current)| current.id == value.id);
                        let path = match is_current {
                            true => format!("{folder}/"),
                            false => format!("{folder}/by/{}/{}/", column.id, value.id),
                        };
                        ValueView {
                            id: value.id.clone(),
                            name: value.name.clone(),
                            url: self.scope.url(&path),
                            count: value.total,
                            is_current,
                        }
                    })
                    .collect();
                values.sort_by_key(|value| !value.is_current);
                let more = values.split_off(values.len().min(SHOWN_VALUES));
                FacetView {
                    id: column.id,
                    name: messages.text(&format!("facet-{}", column.id)),
                    more_label: messages
                        .format("more-values", [("count", messages.number(more.len() as u64).into())]),
                    values,
                    more,
                }
            })
            .collect()
    }
}

/// How many rows have each value of the facet at `column`.
pub(super) fn count_values(values: &[Vec<BTreeSet<String>>], column: usize) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for value in values.iter().flat_map(|row| &row[column]) {
        match counts.get_mut(value) {
            Some(count) => *count += 1,
            None => drop(counts.insert(value.clone(), 1)),
        }
    }
    counts
}
