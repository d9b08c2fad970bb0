//! What the browser combines facets with: `facets.json`, the rows beside it, and the texts and
//! signs that the script needs on the page.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::Page;
use super::super::scope::Scope;
use super::catalogue::Catalogue;
use super::facets::Facet;
use super::paging::PER_PAGE;
use crate::model::entry::Nature;

/// A text for the script.
#[derive(Serialize)]
pub struct Word {
    key: String,
    text: String,
}

impl Catalogue<'_> {
    /// `facets.json`: per entry the numbers of its values, and the orders; the rows beside it, a
    /// page of them a file, so that a browser loads only what it shows.
    pub(super) fn data_files(&self) -> Vec<Page> {
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

/// The texts the script fills in itself; `{count}` and the like stay for it to replace.
pub fn script_words(scope: &Scope<'_>, total: usize) -> Vec<Word> {
    let text = |key: &str| Word { key: key.to_owned(), text: scope.messages.text(key) };
    let with =
        |key: &str, values: &[&str]| Word { key: key.to_owned(), text: scope.text_for_script(key, values) };
    let mut words = vec![
        Word {
            key: "count-all".to_owned(),
            text: scope.messages.format("interlinker-count", [("count", total.into())]),
        },
        with("catalogue-count", &["count", "total"]),
        with("more-values", &["count"]),
        with("show-results", &["count"]),
        text("filter-unknown"),
        with("empty-drop", &["name", "count"]),
        with("empty-only", &["name", "count"]),
        text("filters"),
        text("remove-filter"),
        text("remove-all"),
        text("empty-title"),
        text("next-page"),
        text("previous-page"),
        text("pages"),
        text("propose-interlinker"),
        text("data-failed"),
    ];
    words.extend(filters_chosen(scope));
    words
}

/// "Filters (2 chosen)" in each plural form of the language; the browser knows which one a number
/// takes. A form that reads like the last one, which is for all others, is left out.
fn filters_chosen(scope: &Scope<'_>) -> Vec<Word> {
    let form = |name: &str| {
        scope.messages.format("filters-chosen", [("form", name.into()), ("count", "{count}".into())])
    };
    let other = form("other");
    ["zero", "one", "two", "few", "many"]
        .into_iter()
        .map(|name| (name, form(name)))
        .filter(|(_, text)| *text != other)
        .chain([("other", other.clone())])
        .map(|(name, text)| Word { key: format!("filters-chosen-{name}"), text })
        .collect()
}

/// Every sign a row can carry, so that rows put in by the script find theirs.
pub fn signs(scope: &Scope<'_>) -> Vec<String> {
    let natures = Nature::ALL.into_iter().map(|nature| nature.id().to_owned());
    let families =
        scope.site.problems.values().map(|problem| problem.family.clone()).collect::<BTreeSet<_>>();
    natures.chain(families).collect()
}
