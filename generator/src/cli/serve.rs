//! `interlink serve`: builds, serves on this machine only, watches the content and the theme, and
//! reloads the browser after each good build. For people who write; the contribution service has a
//! server of its own.

use super::build::{build_with_progress, print_diagnostics};
use super::{CacheFolder, ContentFolder, Outcome, print_line};
use anyhow::Context as _;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use generator::build::BuildOptions;
use generator::hosting::media_type::unusual_media_type;
use generator::hosting::not_found::{language_of, page_not_found};
use generator::listen::ListenError;
use generator::model::address::BaseUrl;
use generator::stop::stop_signal;
use generator::watch::Changes;
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::watch;
use tower_http::services::ServeDir;

/// How long the browser's question "is there something new?" stays open.
const PATIENCE: Duration = Duration::from_secs(25);
/// Asks for news and reloads the page. Served only here, never part of a site.
const RELOAD_SCRIPT: &str = "let version = null;
async function wait() {
  try {
    const answer = await fetch('/-/news?version=' + (version ?? ''), {cache: 'no-store'});
    const now = await answer.text();
    if (version !== null && now !== version) location.reload();
    version = now;
  } catch { await new Promise((done) => setTimeout(done, 1000)); }
  wait();
}
wait();
";

#[derive(Debug, clap::Args)]
pub(super) struct ServeArguments {
    #[command(flatten)]
    content: ContentFolder,
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 8080, value_name = "N")]
    port: u16,
    /// The edition to show: a folder of editions/ in the content.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// The theme: a folder of themes/ beside the content folder, or the one built in.
    #[arg(long, default_value = "default", value_name = "NAME")]
    theme: String,
    #[command(flatten)]
    cache: CacheFolder,
}

pub(super) fn run(arguments: &ServeArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let runtime = tokio::runtime::Runtime::new().context("the server cannot be started")?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind(address))
        .map_err(|error| ListenError::new(address, error, "--port 0"))?;
    let address = listener.local_addr()?;
    let out = tempfile::Builder::new().prefix("interlink-serve-").tempdir()?;
    let options = BuildOptions {
        base_url: Some(BaseUrl::parse(&format!("http://{address}/"))?),
        theme: arguments.theme.clone(),
        cache: arguments.cache.folder(),
        edition: arguments.edition.clone(),
        ..BuildOptions::new(&arguments.content.content, out.path().join("site"))
    };
    // Before the first build, so that what changes while it reads is built too.
    let changes = Changes::watch(&options.content, &options.theme);
    if !changes.sees_files() {
        eprintln!("warning: this system does not say when files change; start again to see a change");
    }
    let report = build_with_progress(&options, quiet)?;
    print_diagnostics(&report, &options.content, quiet);
    let (version, news) = watch::channel(0_u64);
    let builder = options.clone();
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || rebuild_on_change(&changes, &builder, &version))
        .context("the watcher cannot be started")?;
    runtime.block_on(async {
        // Heard from here on, so that the temporary folder of the site is removed.
        let told_to_stop = stop_signal()?;
        print_line(format_args!("http://{address}/"))?;
        // Pages that wait for news would hold up a stop that lets requests finish.
        tokio::select! {
            ended = axum::serve(listener, router(&options.out, news)).into_future() => ended,
            () = told_to_stop => Ok(()),
        }
    })?;
    Ok(Outcome::Done)
}

fn router(out: &Path, news: watch::Receiver<u64>) -> Router {
    let site = ServeDir::new(out).fallback(get(not_found).with_state(out.to_owned()));
    Router::new().fallback_service(site).layer(from_fn(with_reload)).merge(
        Router::new()
            .route("/-/news", get(tell_news))
            .route(
                "/-/reload.js",
                get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD_SCRIPT) }),
            )
            .with_state(news),
    )
}

/// The page of the site for an address that leads nowhere: in the language the address begins with,
/// else in the first one the site has.
async fn not_found(State(out): State<PathBuf>, request: Request) -> Response {
    let mut languages: Vec<String> =
        language_of(request.uri().path()).map(str::to_owned).into_iter().collect();
    if let Ok(found) = std::fs::read_dir(&out) {
        let mut found: Vec<String> =
            found.flatten().map(|item| item.file_name().to_string_lossy().into_owned()).collect();
        found.sort();
        languages.extend(found);
    }
    let page = languages.iter().find_map(|language| std::fs::read(page_not_found(&out, language)).ok());
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (StatusCode::NOT_FOUND, html, page.unwrap_or_default()).into_response()
}

/// Answers with the number of the newest build, once it differs from the one the browser has.
async fn tell_news(
    State(mut news): State<watch::Receiver<u64>>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    if let Some(known) = query.get("version").and_then(|version| version.parse::<u64>().ok()) {
        let _ = tokio::time::timeout(PATIENCE, news.wait_for(|version| *version != known)).await;
    }
    let version = *news.borrow();
    ([(header::CACHE_CONTROL, "no-store")], version.to_string()).into_response()
}

/// Adds the script that reloads to every page, and says what the other files are.
async fn with_reload(request: Request, next: Next) -> Response {
    let known = unusual_media_type(request.uri().path());
    let mut response = next.run(request).await;
    if let (Some(known), true) = (known, response.status().is_success()) {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(known));
    }
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, 64 * 1024 * 1024).await else { return Response::default() };
    let mut page = bytes.to_vec();
    page.extend_from_slice(b"<script src=\"/-/reload.js\" type=\"module\"></script>\n");
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, Body::from(page))
}

/// Builds again after every change, until the program ends.
fn rebuild_on_change(changes: &Changes, options: &BuildOptions, version: &watch::Sender<u64>) {
    loop {
        changes.wait();
        match build_with_progress(options, true) {
            Ok(report) => {
                print_diagnostics(&report, &options.content, false);
                if !report.diagnostics.has_errors() {
                    version.send_modify(|version| *version += 1);
                }
            }
            Err(error) => eprintln!("error: {error:#}"),
        }
    }
}
