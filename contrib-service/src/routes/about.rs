//! `GET /contributions/about/{kinds}/{slug}/{purpose}?lang=&words=`: the form to do something about an
//! entry that is there. An edit comes with what stands in the entry, a translation with each text
//! beside its field. It works without JavaScript, and it is no static page, because it has to show
//! the files as they are in Git now, and to remember which commit that was.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use generator::model::form::{ENTRY, Form, KIND, PAGE_LANGUAGE, PURPOSE, Purpose, WORDS};
use generator::model::{Kind, Slug};
use serde::Deserialize;

use super::asked::Asked;
use super::preview::{is_published, seen_entry};
use crate::app::{App, html};
use crate::drafting::present;
use crate::error::AppError;
use crate::raw_form::RawForm;
use crate::server::Peer;
use crate::submission::SEEN;

/// The query of the address.
#[derive(Debug, Deserialize)]
pub struct Query {
    /// The language of the page.
    #[serde(default)]
    lang: String,
    /// The language of the words that are edited or translated into; none: that of the page.
    #[serde(default)]
    words: String,
}

/// The form.
///
/// # Errors
/// When there is no such entry or no such form, or the forge does not answer.
pub async fn about(
    State(app): State<App>,
    Peer(address): Peer,
    Path((folder, slug, purpose)): Path<(String, String, String)>,
    Asked(query): Asked<Query>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    // Git is asked for the files of the entry, which costs about as much as a preview.
    app.previews.take(address).map_err(AppError::TooOften)?;
    let _turn = app.turns.take(address).await?;
    let catalogue = app.site.current();
    let kind = Kind::from_folder(&folder).ok_or(AppError::NotFound)?;
    let slug = Slug::parse(&slug).map_err(|_| AppError::NotFound)?;
    let purpose = Purpose::from_name(&purpose).filter(|purpose| *purpose != Purpose::Propose);
    let definition = purpose.and_then(|purpose| Form::of(purpose, kind)).ok_or(AppError::NotFound)?;
    if !is_published(&catalogue, kind, &slug) {
        return Err(AppError::NotFound);
    }
    let language = app.language(&catalogue, &headers, &query.lang);
    let words = match query.words.as_str() {
        "" => language.clone(),
        words => catalogue.language(words, "").to_owned(),
    };
    let mut form = RawForm::default();
    if matches!(definition.purpose, Purpose::Edit | Purpose::Translate) {
        let entry = seen_entry(&app, kind, &slug, "").await?;
        // Words that are not there yet are translated, not edited.
        let words = match definition.purpose {
            Purpose::Edit => written_in(&catalogue, kind, &slug, &words),
            _ => words,
        };
        if definition.purpose == Purpose::Edit {
            form = present(definition, &entry.seen.files, &words);
        }
        form.set(WORDS, &words);
        form.set(SEEN, &entry.seen.commit);
    }
    form.set(KIND, kind.name());
    form.set(PURPOSE, definition.purpose.name());
    form.set(ENTRY, slug.as_str());
    form.set(PAGE_LANGUAGE, &language);
    Ok(html(StatusCode::OK, catalogue.form_page(definition, &language, &form, &[])?))
}

/// The language whose words are edited: the wanted one where the entry has it, else the first of the
/// site that it has.
fn written_in(catalogue: &crate::catalogue::Catalogue, kind: Kind, slug: &Slug, wanted: &str) -> String {
    let entry = catalogue.site.entry(kind, slug.as_str());
    let has = |language: &str| entry.is_some_and(|entry| entry.words.0.contains_key(language));
    let languages = &catalogue.site.settings.languages;
    let first = languages.iter().find(|language| has(language));
    if has(wanted) { wanted.to_owned() } else { first.map_or(wanted, String::as_str).to_owned() }
}
