//! The catalogue of Interlinkers: the whole list in each order, one list per facet value, the rows
//! and the data with which the browser combines facets.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Link, PageNumber, Pages, Row, RowFact};
use super::super::{Page, RenderError, Rendering};
use super::facets::Facet;
use crate::model::entry::{Interlinker, Nature};
use crate::model::kind::Kind;
use crate::model::slug::Slug;

/// How many entries a page lists, and how many rows one file for the browser holds.
pub const PER_PAGE: usize = 24;
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
struct Catalogue<'s> {
    scope: Scope<'s>,
    rows: Vec<String>,
    values: Vec<BTreeMap<Facet, BTreeSet<String>>>,
    /// How many entries of the whole catalogue have each value.
    totals: BTreeMap<Facet, BTreeMap<String, usize>>,
    newest: Vec<usize>,
    used: Vec<usize>,
}

#[derive(Serialize)]
struct CatalogueView<'v> {
    heading: String,
    count: String,
    filters_label: String,
    facets: &'v [FacetView],
    sorts: Vec<SortView>,
    chip: Option<String>,
    rows: Vec<&'v str>,
    pages: Pages,
    words: Vec<Word>,
    signs: Vec<String>,
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

#[derive(Serialize)]
struct Word {
    key: &'static str,
    text: String,
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
        Ok(Catalogue { scope: *scope, rows: self.rows(scope, &items)?, values, totals, newest, used })
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
                Some(_) => messages.format("filters-chosen", [("count", "1".into())]),
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
            chip: list.current.as_ref().map(|(facet, value)| facet.value_name(scope, value)),
            rows: shown.map(|index| catalogue.rows[*index].as_str()).collect(),
            pages: page_links(scope, &format!("interlinkers/{}", list.path), number, list.members.len()),
            words: script_words(scope, catalogue.rows.len()),
            signs: signs(scope),
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

    /// The facets beside a list. Counts are those of the list; the facet that is chosen counts the
    /// whole catalogue instead, because choosing another of its values leaves the list.
    fn facet_views(&self, list: &List) -> Vec<FacetView> {
        Facet::ALL
            .into_iter()
            .filter_map(|facet| {
                let chosen = list.current.as_ref().filter(|(current, _)| *current == facet);
                let counts = match chosen {
                    Some(_) => self.totals[&facet].clone(),
                    None => count_values(&self.values, facet, &list.members),
                };
                if counts.is_empty() {
                    return None;
                }
                let mut values: Vec<ValueView> = facet
                    .order(self.scope.site, &counts)
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
                    more_label: self.scope.messages.format("more-values", [("count", more.len().into())]),
                    values,
                    more,
                })
            })
            .collect()
    }

    /// `facets.json`: per entry the numbers of its values, and the orders; the rows beside it, a
    /// page of them a file, so that a browser loads only what it shows.
    fn data_files(&self) -> Vec<Page> {
        let folder = format!("{}/interlinkers", self.scope.language);
        let mut names: Vec<(String, Vec<String>)> = Vec::new();
        let mut entries: Vec<Vec<usize>> = vec![Vec::new(); self.rows.len()];
        let mut first = 0;
        for facet in Facet::ALL {
            let values: Vec<String> = self.totals[&facet].keys().cloned().collect();
            for (index, entry) in entries.iter_mut().enumerate() {
                let own = &self.values[index][&facet];
                entry.extend((0..values.len()).filter(|at| own.contains(&values[*at])).map(|at| first + at));
            }
            first += values.len();
            names.push((facet.id().to_owned(), values));
        }
        let data = serde_json::json!({
            "perPage": PER_PAGE,
            "facets": names,
            "entries": entries,
            "orders": { "newest": self.newest, "used": self.used },
        });
        let mut files =
            vec![Page { path: format!("{folder}/facets.json"), bytes: data.to_string().into_bytes() }];
        for (number, rows) in self.rows.chunks(PER_PAGE).enumerate() {
            files.push(Page {
                path: format!("{folder}/rows/{number}.json"),
                bytes: serde_json::json!(rows).to_string().into_bytes(),
            });
        }
        files
    }
}

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
            fallback_note: self.fallback_note(&[Some(&name), summary.as_ref()]),
            translate_url: self.url("contribute/#translate"),
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
            Some(licence) if !licence.contains("://") => Some(licence.replace('-', " ")),
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

fn page_path(list: &str, number: usize) -> String {
    match number {
        1 => list.to_owned(),
        _ => format!("{list}page/{number}/"),
    }
}

/// The numbers below a list: the first, the last, and those around the page itself.
fn page_links(scope: &Scope<'_>, list: &str, number: usize, members: usize) -> Pages {
    let last = members.div_ceil(PER_PAGE).max(1);
    if last == 1 {
        return Pages::default();
    }
    let url = |page: usize| scope.url(&page_path(list, page));
    let mut links = Vec::new();
    let mut before = 0;
    for page in (1..=last).filter(|page| *page == 1 || *page == last || page.abs_diff(number) <= 2) {
        if page > before + 1 {
            links.push(PageNumber { label: String::new(), url: None, is_gap: true });
        }
        links.push(PageNumber {
            label: scope.messages.number(page as u64),
            url: (page != number).then(|| url(page)),
            is_gap: false,
        });
        before = page;
    }
    Pages {
        previous: (number > 1).then(|| url(number - 1)),
        next: (number < last).then(|| url(number + 1)),
        links,
    }
}

/// The texts the script fills in itself; `{count}` and the like stay for it to replace.
fn script_words(scope: &Scope<'_>, total: usize) -> Vec<Word> {
    let text = |key: &'static str| Word { key, text: scope.messages.text(key) };
    let with = |key: &'static str, values: &[&str]| Word { key, text: scope.text_for_script(key, values) };
    vec![
        Word {
            key: "count-all",
            text: scope.messages.format("interlinker-count", [("count", total.into())]),
        },
        with("catalogue-count", &["count", "total"]),
        with("filters-chosen", &["count"]),
        with("empty-drop", &["name", "count"]),
        text("filters"),
        text("remove-filter"),
        text("remove-all"),
        text("empty-title"),
        text("next-page"),
        text("previous-page"),
        text("pages"),
        text("propose-interlinker"),
        text("data-failed"),
    ]
}

/// Every sign a row can carry, so that rows put in by the script find theirs.
fn signs(scope: &Scope<'_>) -> Vec<String> {
    let natures = Nature::ALL.into_iter().map(|nature| nature.id().to_owned());
    let families =
        scope.site.problems.values().map(|problem| problem.family.clone()).collect::<BTreeSet<_>>();
    natures.chain(families).collect()
}
