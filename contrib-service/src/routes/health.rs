//! For whoever watches the service: `/healthz` says that it runs, `/readyz` whether it can do its
//! work. Without its store or without room on the disk it cannot; without the forge it is only
//! slower, because what was sent waits.

use std::path::Path;
use std::sync::Mutex;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::app::{App, wants_json};
use crate::queue::job::Moment;

/// One part that the service stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Whether the service can work without it.
    pub can_wait: bool,
    /// What is wrong with it, for the log: it may name hosts and paths.
    pub trouble: Option<String>,
}

/// How the service is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// Its parts.
    pub parts: Vec<Part>,
}

impl Health {
    /// In one word: `ready`, `degraded` or `unready`.
    pub fn word(&self) -> &'static str {
        let wrong = |part: &&Part| part.trouble.is_some();
        match (self.parts.iter().any(|part| wrong(&part) && !part.can_wait), self.parts.iter().find(wrong)) {
            (true, _) => "unready",
            (false, Some(_)) => "degraded",
            (false, None) => "ready",
        }
    }
}

/// The last look, so that a watcher who asks often costs little.
#[derive(Debug, Default)]
pub struct LastLook(Mutex<Option<Seen>>);

/// When somebody looked, and what there was to see.
#[derive(Debug, Clone)]
struct Seen {
    at: Moment,
    health: Health,
    /// When the forge last answered as it should.
    forge: Option<Moment>,
}

/// For how long a look holds, in seconds.
const HOLDS: Moment = 5;

/// For how long the word of a forge that answers holds, in seconds: forges count what they are asked.
const FORGE_HOLDS: Moment = 60;

/// How much room the disk must have: what a few contributions need.
const ROOM: usize = 1 << 20;

/// It runs.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// It can do its work.
pub async fn readyz(State(app): State<App>, headers: HeaderMap) -> Response {
    let health = look(&app).await;
    let word = health.word();
    let status = if word == "unready" { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let state = |part: &Part| if part.trouble.is_none() { "ok" } else { "failing" };
    if wants_json(&headers) {
        let parts: serde_json::Map<String, serde_json::Value> =
            health.parts.iter().map(|part| (part.name.to_owned(), state(part).into())).collect();
        return (status, Json(serde_json::json!({ "state": word, "parts": parts }))).into_response();
    }
    let mut text = format!("{word}\n");
    for part in &health.parts {
        text.push_str(&format!("{}: {}\n", part.name, state(part)));
    }
    (status, text).into_response()
}

/// Looks at every part, or remembers a look of a moment ago.
pub async fn look(app: &App) -> Health {
    let now = app.clock.now();
    let last = app.last_look.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
    if let Some(last) = last.as_ref().filter(|last| (last.at..last.at + HOLDS).contains(&now)) {
        return last.health.clone();
    }
    let store = app.with_store(move |store| store.ping(now)).await.map_err(|error| error.to_string());
    let folder = app.settings.state_folder.clone();
    let disk = tokio::task::spawn_blocking(move || has_room(&folder))
        .await
        .unwrap_or_else(|error| Err(std::io::Error::other(error)))
        .map_err(|error| error.to_string());
    let answered = last.and_then(|last| last.forge).filter(|at| (*at..at + FORGE_HOLDS).contains(&now));
    let forge = match answered {
        Some(_) => Ok(()),
        None => app.forge.answers().await.map_err(|error| error.to_string()),
    };
    let answered = if forge.is_ok() { answered.or(Some(now)) } else { None };
    let part = |name, can_wait, outcome: Result<(), String>| {
        let trouble = outcome.err();
        if let Some(trouble) = &trouble {
            tracing::error!(part = name, trouble, "a part of the service does not work");
        }
        Part { name, can_wait, trouble }
    };
    let health = Health {
        parts: vec![part("store", false, store), part("disk", false, disk), part("forge", true, forge)],
    };
    *app.last_look.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) =
        Some(Seen { at: now, health: health.clone(), forge: answered });
    health
}

/// Whether the disk takes a little more. A database may still find room in its own file when nothing
/// else fits, and then fails at the next contribution.
fn has_room(folder: &Path) -> std::io::Result<()> {
    use std::io::Write;
    let mut file = tempfile::tempfile_in(folder)?;
    file.write_all(&vec![0; ROOM])?;
    file.sync_data()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forge_that_is_away_only_slows_and_a_store_that_is_away_stops() {
        let part =
            |name, can_wait, wrong: bool| Part { name, can_wait, trouble: wrong.then(|| "away".to_owned()) };
        let health =
            |store, forge| Health { parts: vec![part("store", false, store), part("forge", true, forge)] };
        assert_eq!(health(false, false).word(), "ready");
        assert_eq!(health(false, true).word(), "degraded");
        assert_eq!(health(true, false).word(), "unready");
        assert_eq!(health(true, true).word(), "unready");
    }

    #[test]
    fn a_folder_that_takes_nothing_is_told() {
        assert!(has_room(&std::env::temp_dir()).is_ok());
        assert!(has_room(Path::new("/no/such/folder")).is_err());
    }
}
