//! `GET /maintain`: what waits and what is done.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use generator::render::service::ServiceHead;
use serde::{Deserialize, Serialize};

use super::session::{Maintainer, open_session};
use super::{from_text, sent_text, state_text, title_text};
use crate::app::{App, html};
use crate::catalogue::Texts;
use crate::error::AppError;
use crate::queue::job::Contribution;
use crate::routes::asked::Asked;
use crate::server::Peer;

/// How many closed contributions are listed: not more than a person wants to see.
const MAX_CLOSED: usize = 100;

/// The query of the page: the key, once.
#[derive(Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    token: String,
}

#[derive(Serialize)]
struct ListView {
    open: Vec<Row>,
    closed: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    url: String,
    title: String,
    /// What would be new, where it proposes an entry; its title says the rest.
    kind: Option<String>,
    state: String,
    from: String,
    sent: String,
    /// Whether it looks like spam.
    suspicious: bool,
}

/// `GET /maintain`
///
/// # Errors
/// Without the key, or when the store or the theme fails.
pub async fn list(
    State(app): State<App>,
    peer: Peer,
    Asked(query): Asked<ListQuery>,
    maintainer: Result<Maintainer, AppError>,
) -> Result<Response, AppError> {
    if !query.token.is_empty() {
        return open_session(&app, peer, &query.token);
    }
    let Maintainer { language } = maintainer?;
    let judge = app.judge().await?;
    let (all, suspicious) = app
        .with_store(move |store| {
            let mut texts = if judge.knows_enough() { store.open_texts()? } else { BTreeMap::new() };
            texts.retain(|_, text| judge.suspicion(text).is_some());
            Ok((store.list()?, texts))
        })
        .await?;
    let is_suspicious = |item: &Contribution| suspicious.contains_key(item.id.as_str());
    let catalogue = app.site.current();
    let texts = catalogue.texts(&language);
    let (open, closed): (Vec<_>, Vec<_>) = all.iter().partition(|item| item.state.is_open());
    let view = ListView {
        open: open.into_iter().map(|item| row(&app, texts, item, is_suspicious(item))).collect(),
        // The newest first.
        closed: closed.into_iter().rev().take(MAX_CLOSED).map(|item| row(&app, texts, item, false)).collect(),
    };
    let head = ServiceHead { title: texts.text("maintain-title"), has_form: true, ..ServiceHead::default() };
    Ok(html(StatusCode::OK, catalogue.service_page(&language, "maintain_list.html", &head, &view)?))
}

fn row(app: &App, texts: Texts<'_>, contribution: &Contribution, suspicious: bool) -> Row {
    Row {
        id: contribution.id.to_string(),
        url: app.address(&format!("maintain/{}", contribution.id)),
        title: title_text(texts, contribution),
        kind: contribution.ask.takes_slug().then(|| texts.text(contribution.kind.name())),
        state: state_text(texts, contribution),
        from: from_text(texts, contribution),
        sent: sent_text(texts, contribution),
        suspicious,
    }
}
