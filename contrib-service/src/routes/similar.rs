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
use std::collections::BTreeSet;

use crate::app::App;
use crate::catalogue::Catalogue;
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

/// The entries of a kind whose name, in any language, shares at least half of its words with this one;
/// the closest first, then by slug.
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
    let mut found: Vec<(usize, &str, Similar)> = Vec::new();
    for entry in site.entries(kind).into_iter().filter(|entry| Site::is_active(entry)) {
        let closeness = entry
            .words
            .0
            .values()
            .flat_map(|set| set.texts.get("name").into_iter().chain(&set.aliases))
            .map(|name| closeness(&wanted, &words(name)))
            .max()
            .unwrap_or_default();
        if closeness >= 50 {
            let title = entry.words.pick("name", language, &site.settings.languages);
            let title = title.map_or_else(|| entry.slug.to_string(), |title| title.text.to_owned());
            let slug = entry.slug.as_str();
            let address = format!("{}{language}/{}/{slug}/", catalogue.base(), kind.folder());
            found.push((closeness, slug, Similar { title, address }));
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    found.into_iter().take(limit).map(|(_, _, similar)| similar).collect()
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
