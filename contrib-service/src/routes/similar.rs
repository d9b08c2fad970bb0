//! Entries that look like the one being proposed, so that a correction is sent instead of a
//! second entry of the same thing.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use axum::response::IntoResponse;
use generator::model::site::Site;
use generator::model::{Kind, Slug};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::app::App;
use crate::catalogue::Catalogue;
use crate::name_index::names_of;
use crate::routes::asked::Asked;

/// The query of `GET /similar`.
#[derive(Deserialize)]
pub struct SimilarQuery {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
}

/// An entry that looks alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Similar {
    /// Its name.
    pub title: String,
    /// Its page.
    pub address: String,
}

/// `GET /similar?lang=&q=&kind=`; without a kind, or with one that nobody knows, Interlinkers.
pub async fn similar(
    State(app): State<App>,
    Asked(query): Asked<SimilarQuery>,
    headers: HeaderMap,
) -> impl IntoResponse {
    let catalogue = app.site.current();
    let language = app.language(&catalogue, &headers, &query.lang);
    let kind = Kind::from_name(&query.kind).unwrap_or(Kind::Interlinker);
    // The form may stand on a site elsewhere; what is published is for everybody.
    let for_everybody = [(ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (for_everybody, Json(similar_entries(&catalogue, kind, &language, &query.q, 5)))
}

/// The most results of the search that are looked through for those of one kind.
const LOOKED_THROUGH: usize = 100;

/// The entries of a kind that a reader would find who typed this name, and those whose name, in any
/// language, shares at least half of its words with it; the closest first.
pub fn similar_entries(
    catalogue: &Catalogue,
    kind: Kind,
    language: &str,
    name: &str,
    limit: usize,
) -> Vec<Similar> {
    let wanted = words(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    let site = &catalogue.site;
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for entry in site.entries(kind).into_iter().filter(|entry| Site::is_active(entry)) {
        let closeness =
            names_of(entry).map(|(_, name)| closeness(&wanted, &words(name))).max().unwrap_or_default();
        if closeness >= ALIKE {
            found.insert(entry.slug.as_str(), (100 - closeness, 0));
        }
    }
    // With other endings, slips of the finger and other words for the same.
    let searched = catalogue.search_names(language, name, LOOKED_THROUGH);
    let hits = searched.iter().filter(|hit| hit.kind == kind);
    let hits: Vec<(usize, &str)> = hits.map(|hit| (hit.rank, hit.slug.as_str())).collect();
    for (rank, slug) in &hits {
        found.entry(slug).or_insert((100, *rank));
    }
    let mut found: Vec<((usize, usize), &str)> =
        found.into_iter().map(|(slug, order)| (order, slug)).collect();
    found.sort_unstable();
    let shown = |(_, slug): ((usize, usize), &str)| {
        let entry = site.entry(kind, slug)?;
        let title = entry.words.pick("name", language, &site.settings.languages);
        let title = title.map_or_else(|| slug.to_owned(), |title| title.text.to_owned());
        let address = format!("{}{language}/{}/{slug}/", catalogue.base(), kind.folder());
        Some(Similar { title, address })
    };
    found.into_iter().filter_map(shown).take(limit).collect()
}

/// From so many per cent of common words on two names are alike.
pub const ALIKE: usize = 50;

/// How many per cent of their words two names share.
pub fn likeness(one: &str, other: &str) -> usize {
    closeness(&words(one), &words(other))
}

/// The words that two names share, in per cent of all words of both.
fn closeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    match one.union(other).count() {
        0 => 0,
        all => 100 * one.intersection(other).count() / all,
    }
}

/// The words of a name as a slug has them: lower case, without marks.
fn words(name: &str) -> BTreeSet<String> {
    let slug = Slug::from_title(name).map(|slug| slug.to_string()).unwrap_or_default();
    slug.split('-').filter(|word| word.len() > 2).map(str::to_owned).collect()
}
