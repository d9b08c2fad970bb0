//! The catalogue of Interlinkers: the whole list in each order, and one list per facet value.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::templates::has_fallback;
use super::super::view::Pages;
use super::super::{Page, RenderError, Rendering};
use super::catalogue_data::{Word, script_words, signs};
use super::facets::Facet;
use super::paging::{PER_PAGE, page_links, page_path};
use crate::model::entry::Interlinker;
use crate::model::kind::Kind;

/// How many values of a facet are shown before the rest is folded.
const SHOWN_VALUES: usize = 8;

/// An order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Name,
    Newest,
    Used,
}

impl Sort {
    const ALL: [Sort; 3] = [Sort::Name, Sort::Newest, Sort::Used];

    fn id(self) -> &'static str {
        match self {
            Sort::Name => "name",
            Sort::Newest => "newest",
            Sort::Used => "used",
        }
    }

    /// The path of its list below the catalogue.
    fn path(self) -> String {
        match self {
            Sort::Name => String::new(),
            other => format!("sort/{}/", other.id()),
        }
    }
}

/// The list of one language, in the order of names, ready for every page that shows some of it.
pub(super) struct Catalogue<'s> {
    pub(super) scope: Scope<'s>,
    pub(super) rows: Vec<String>,
    has_fallback: bool,
    pub(super) values: Vec<BTreeMap<Facet, BTreeSet<String>>>,
    /// How many entries of the whole catalogue have each value.
    pub(super) totals: BTreeMap<Facet, BTreeMap<String, usize>>,
    pub(super) newest: Vec<usize>,
    pub(super) used: Vec<usize>,
}

#[derive(Serialize)]
struct CatalogueView<'v> {
    heading: String,
    count: String,
    filters_label: String,
    facets: &'v [FacetView],
    /// Nothing is marked current on the list of one value: the orders are of the whole catalogue, so
    /// only the script, which keeps the value, offers them there.
    sorts: Vec<SortView>,
    has_sorts: bool,
    chip: Option<String>,
    rows: Vec<&'v str>,
    pages: Pages,
    words: Vec<Word>,
    signs: Vec<String>,
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
struct List {
    path: String,
    title: String,
    sort: Option<Sort>,
    current: Option<(Facet, String)>,
    members: Vec<usize>,
}

impl Rendering<'_> {
    /// Every page and file of the catalogue in a language.
    pub(super) fn catalogue(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        let catalogue = self.read_catalogue(scope)?;
        let mut pages: Vec<Page> = catalogue
            .lists()
            .par_iter()
            .map(|list| {
                let facets = catalogue.facet_views(list);
                let pages = list.members.len().div_ceil(PER_PAGE).max(1);
                (1..=pages).map(|number| self.catalogue_page(&catalogue, list, &facets, number)).collect()
            })
            .collect::<Result<Vec<Vec<Page>>, _>>()?
            .concat();
        pages.extend(catalogue.data_files());
        Ok(pages)
    }

    /// The rows of all offered Interlinkers, by slug.
    pub(super) fn rows(&self, scope: &Scope<'_>, items: &[&Interlinker]) -> Result<Vec<String>, RenderError> {
        items.par_iter().map(|item| self.fragment(scope, "row.html", "row", &scope.row(item))).collect()
    }

    fn read_catalogue<'s>(&self, scope: &Scope<'s>) -> Result<Catalogue<'s>, RenderError> {
        let mut items: Vec<(&Interlinker, String)> =
            scope.index.offered.iter().map(|item| (*item, scope.name(&item.entry).text)).collect();
        items.sort_by(|(left, left_name), (right, right_name)| {
            scope
                .messages
                .compare_names(left_name, right_name)
                .then_with(|| left.entry.slug.cmp(&right.entry.slug))
        });
        let items: Vec<&Interlinker> = items.into_iter().map(|(item, _)| item).collect();
        let values: Vec<BTreeMap<Facet, BTreeSet<String>>> = items
            .par_iter()
            .map(|item| Facet::ALL.into_iter().map(|facet| (facet, facet.values(scope.site, item))).collect())
            .collect();
        let created = |index: usize| {
            let dates = scope.dates.of(Kind::Interlinker, &items[index].entry.slug);
            dates.and_then(|dates| dates.created.clone().or_else(|| dates.changed.clone()))
        };
        let mut newest: Vec<usize> = (0..items.len()).collect();
        newest.sort_by_key(|index| (std::cmp::Reverse(created(*index)), *index));
        let uses = |index: usize| scope.index.task_count(scope.site, &items[index].entry.slug);
        let mut used: Vec<usize> = (0..items.len()).collect();
        used.sort_by_key(|index| (std::cmp::Reverse(uses(*index)), *index));
        let all: Vec<usize> = (0..items.len()).collect();
        let totals =
            Facet::ALL.into_iter().map(|facet| (facet, count_values(&values, facet, &all))).collect();
        let rows = self.rows(scope, &items)?;
        let has_fallback = rows.iter().any(|row| has_fallback(row));
        Ok(Catalogue { scope: *scope, rows, has_fallback, values, totals, newest, used })
    }

    fn catalogue_page(
        &self,
        catalogue: &Catalogue<'_>,
        list: &List,
        facets: &[FacetView],
        number: usize,
    ) -> Result<Page, RenderError> {
        let scope = &catalogue.scope;
        let messages = scope.messages;
        let shown = list.members.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
        let path = page_path(&format!("interlinkers/{}", list.path), number);
        let view = CatalogueView {
            heading: list.title.clone(),
            count: if list.members.len() == catalogue.rows.len() {
                messages.format("interlinker-count", [("count", catalogue.rows.len().into())])
            } else {
                messages.format(
                    "catalogue-count",
                    [
                        ("count", messages.number(list.members.len() as u64).into()),
                        ("total", messages.number(catalogue.rows.len() as u64).into()),
                    ],
                )
            },
            filters_label: match &list.current {
                Some(_) => messages
                    .format("filters-chosen", [("form", "one".into()), ("count", messages.number(1).into())]),
                None => messages.text("filters"),
            },
            facets,
            sorts: Sort::ALL
                .into_iter()
                .map(|sort| SortView {
                    id: sort.id(),
                    name: messages.text(&format!("sort-{}", sort.id())),
                    url: scope.url(&format!("interlinkers/{}", sort.path())),
                    is_current: list.sort == Some(sort),
                })
                .collect(),
            has_sorts: list.sort.is_some(),
            chip: list.current.as_ref().map(|(facet, value)| facet.value_name(scope, value)),
            rows: shown.map(|index| catalogue.rows[*index].as_str()).collect(),
            pages: page_links(scope, &format!("interlinkers/{}", list.path), number, list.members.len()),
            words: script_words(scope, catalogue.rows.len()),
            signs: signs(scope),
            has_fallback: catalogue.has_fallback,
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
            description: Some(messages.text("catalogue-lead")),
            section: "interlinkers",
            crumbs: if is_start {
                scope.crumbs(&[])
            } else {
                scope.crumbs(&[("interlinkers", "interlinkers/")])
            },
            scripts: vec!["catalogue.js"],
            // Only one order of the list, and its first page, is worth an entry in a search engine.
            is_hidden: number > 1 || list.sort.is_some_and(|sort| sort != Sort::Name),
            path,
            ..Head::default()
        };
        self.page(scope, "catalogue.html", &head, &view)
    }
}

impl Catalogue<'_> {
    fn lists(&self) -> Vec<List> {
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let mut lists: Vec<List> = Sort::ALL
            .into_iter()
            .map(|sort| List {
                path: sort.path(),
                title: self.scope.messages.text("interlinkers"),
                sort: Some(sort),
                current: None,
                members: match sort {
                    Sort::Name => all.clone(),
                    Sort::Newest => self.newest.clone(),
                    Sort::Used => self.used.clone(),
                },
            })
            .collect();
        for facet in Facet::ALL {
            for value in self.totals[&facet].keys().cloned() {
                lists.push(List {
                    path: format!("by/{}/{value}/", facet.id()),
                    title: format!(
                        "{}: {}",
                        self.scope.messages.text(&format!("facet-{}", facet.id())),
                        facet.value_name(&self.scope, &value)
                    ),
                    sort: None,
                    members: all
                        .iter()
                        .copied()
                        .filter(|i| self.values[*i][&facet].contains(&value))
                        .collect(),
                    current: Some((facet, value)),
                });
            }
        }
        lists
    }

    /// The facets beside a list. A value leads to its own list and not to what it shares with this
    /// one, so its number is always that of the whole catalogue. The script, which combines values,
    /// puts the numbers of the combination in their place.
    fn facet_views(&self, list: &List) -> Vec<FacetView> {
        Facet::ALL
            .into_iter()
            .filter_map(|facet| {
                let chosen = list.current.as_ref().filter(|(current, _)| *current == facet);
                let counts = &self.totals[&facet];
                if counts.is_empty() {
                    return None;
                }
                let mut values: Vec<ValueView> = facet
                    .order(self.scope.site, counts)
                    .into_iter()
                    .map(|value| {
                        let is_current = chosen.is_some_and(|(_, current)| *current == value);
                        let path = if is_current {
                            "interlinkers/".to_owned()
                        } else {
                            format!("interlinkers/by/{}/{value}/", facet.id())
                        };
                        ValueView {
                            name: facet.value_name(&self.scope, &value),
                            url: self.scope.url(&path),
                            count: counts[&value],
                            is_current,
                            id: value,
                        }
                    })
                    .collect();
                values.sort_by_key(|value| !value.is_current);
                let more = values.split_off(values.len().min(SHOWN_VALUES));
                Some(FacetView {
                    id: facet.id(),
                    name: self.scope.messages.text(&format!("facet-{}", facet.id())),
                    more_label: self.scope.messages.format(
                        "more-values",
                        [("count", self.scope.messages.number(more.len() as u64).into())],
                    ),
                    values,
                    more,
                })
            })
            .collect()
    }
}

fn count_values(
    values: &[BTreeMap<Facet, BTreeSet<String>>],
    facet: Facet,
    members: &[usize],
) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for index in members {
        for value in &values[*index][&facet] {
            match counts.get_mut(value) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(value.clone(), 1);
                }
            }
        }
    }
    counts
}
