//! What the browser combines facets with: `facets.json`, the rows beside it, and the texts that the
//! script needs on the page.

use serde::Serialize;

use super::super::Page;
use super::super::scope::Scope;
use super::listing::Listing;

/// A text for the script.
#[derive(Serialize)]
pub struct Word {
    key: String,
    text: String,
}

impl Listing<'_> {
    /// `facets.json`: per entry the numbers of its values, and the orders; the rows beside it, a
    /// page of them a file, so that a browser loads only what it shows.
    pub(super) fn data_files(&self) -> Vec<Page> {
        let folder = format!("{}/{}", self.scope.language, self.section.folder);
        let mut names: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut entries: Vec<Vec<usize>> = vec![Vec::new(); self.rows.len()];
        let mut first = 0;
        for (at, column) in self.columns.iter().enumerate() {
            let mut values: Vec<&str> = column.values.iter().map(|value| value.id.as_str()).collect();
            values.sort_unstable();
            for (index, entry) in entries.iter_mut().enumerate() {
                let own = &self.values[index][at];
                entry.extend((0..values.len()).filter(|at| own.contains(values[*at])).map(|at| first + at));
            }
            first += values.len();
            names.push((column.id, values));
        }
        let orders: serde_json::Map<String, serde_json::Value> = self
            .orders
            .iter()
            .skip(1)
            .map(|order| (order.id.to_owned(), serde_json::json!(order.members)))
            .collect();
        let data = serde_json::json!({
            "perPage": self.section.per_page,
            "facets": names,
            "entries": entries,
            "orders": orders,
        });
        let mut files =
            vec![Page { path: format!("{folder}/facets.json"), bytes: data.to_string().into_bytes() }];
        for (number, rows) in self.rows.chunks(self.section.per_page).enumerate() {
            files.push(Page {
                path: format!("{folder}/rows/{number}.json"),
                bytes: serde_json::json!(rows).to_string().into_bytes(),
            });
        }
        files
    }
}

/// The texts the script fills in itself; `{count}` and the like stay for it to replace.
pub(super) fn script_words(listing: &Listing<'_>) -> Vec<Word> {
    let scope = &listing.scope;
    let as_key = |key: &str, of: &str| Word { key: key.to_owned(), text: scope.messages.text(of) };
    let text = |key: &str| as_key(key, key);
    let with =
        |key: &str, values: &[&str]| Word { key: key.to_owned(), text: scope.text_for_script(key, values) };
    let mut words = vec![
        Word { key: "count-all".to_owned(), text: listing.count(listing.rows.len()) },
        with("catalogue-count", &["count", "total"]),
        with("more-values", &["count"]),
        with("show-results", &["count"]),
        with("filter-unknown-named", &["names"]),
        with("filters-unknown-named", &["names"]),
        as_key("quote-open", "search-quote-open"),
        as_key("quote-close", "search-quote-close"),
        text("reset-list"),
        with("empty-drop", &["name", "count"]),
        with("empty-only", &["name", "count"]),
        text("filters"),
        text("remove-filter"),
        text("remove-all"),
        as_key("empty-title", listing.section.nothing_fits),
        text("next-page"),
        text("previous-page"),
        text("pages"),
        as_key("propose", listing.section.propose.0),
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
