//! `GET /maintain/{id}`: one contribution with everything that is needed to decide: where it
//! stands, the report of the check, what somebody changed on its branch, its files, the entry as it
//! will look.

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use generator::render::pages::PreviewOptions;
use generator::render::service::ServiceHead;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::report::{ReportView, report};
use super::session::Opened;
use super::{from_text, sent_text, state_text, title_text};
use crate::app::{App, html, preview_html};
use crate::catalogue::{Catalogue, Texts, page_path};
use crate::differences::{Difference, differences};
use crate::error::AppError;
use crate::forge::ForgeError;
use crate::queue::job::{EntryFile, State as JobState};
use crate::review::{Change, Review};
use crate::routes::asked::Asked;

/// The longest text that is shown on the page, in bytes. What is longer can be downloaded.
const MAX_SHOWN: usize = 200_000;

#[derive(Serialize)]
struct PageView {
    title: String,
    problem: Option<Problem>,
    state: &'static str,
    state_text: String,
    from: String,
    confirmed: Option<String>,
    sent: String,
    branch: String,
    /// Who owns the entry by the repository's `CODEOWNERS`.
    reviewers: Option<String>,
    /// Why it looks like spam.
    suspicion: Option<String>,
    preview: Option<String>,
    /// The same in each language that the entry has words in, where that is more than one.
    previews: Vec<InLanguage>,
    /// The page of the entry as readers see it now.
    before: Option<String>,
    /// The same in these languages.
    befores: Vec<InLanguage>,
    /// What was written that is in no file.
    words: String,
    differences: Vec<Difference>,
    report: Option<ReportView>,
    changes: Vec<ChangeView>,
    files: Vec<FileView>,
    merge: Option<MergeView>,
    done: Option<String>,
    version: Option<String>,
    history: Vec<EventView>,
    retry: Option<String>,
    release: Option<ReleaseView>,
    ask: Option<AnswerView>,
    decline: Option<AnswerView>,
    spam: Option<String>,
    entry: Option<String>,
    list: String,
}

/// What stood in the way of the last button.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Problem {
    /// What did not happen.
    pub title: String,
    /// Why, and what to do.
    pub text: String,
}

/// A page in one language.
#[derive(Serialize)]
struct InLanguage {
    /// Its code.
    code: String,
    /// What it is called in the language of the page.
    name: String,
    url: String,
}

#[derive(Serialize)]
struct ChangeView {
    path: String,
    text: String,
}

/// A file of the entry.
#[derive(Debug, Serialize)]
pub(super) struct FileView {
    /// Its path in the entry's folder.
    pub(super) name: String,
    size: String,
    url: String,
    /// Its lines, where it is a text that an author writes.
    lines: Vec<Line>,
    /// How the ids of its lines begin.
    id: String,
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct MergeView {
    action: String,
    commit: String,
    hint: String,
}

/// A decision that its writer reads the reason of.
#[derive(Serialize)]
struct AnswerView {
    action: String,
    error: Option<String>,
}

#[derive(Serialize)]
struct ReleaseView {
    action: String,
    label: String,
    hint: String,
}

#[derive(Serialize)]
struct EventView {
    text: String,
    at: String,
    note: Option<String>,
}

impl FileView {
    /// The address of a line on this page, or of the file as a whole.
    pub(super) fn anchor(&self, line: Option<u32>) -> Option<String> {
        let line = line.and_then(|line| self.lines.get(line.checked_sub(1)? as usize));
        line.map(|line| format!("#{}", line.id)).or_else(|| Some(format!("#{}", self.id)))
    }
}

/// `GET /maintain/{id}`
///
/// # Errors
/// Without the key, without such a contribution, or when the store or the theme fails.
pub async fn show(State(app): State<App>, opened: Opened) -> Result<Response, AppError> {
    let review = Review::read(&app, opened.contribution).await?;
    Ok(html(StatusCode::OK, render(&app, &opened.language, review, None, None).await?))
}

/// The page. `problem` is what stood in the way of the last button, `reason_error` what is wrong
/// with the reason of a decision.
pub(super) async fn render(
    app: &App,
    language: &str,
    review: Review,
    problem: Option<Problem>,
    reason_error: Option<(JobState, String)>,
) -> Result<Vec<u8>, AppError> {
    let id = review.contribution.id.clone();
    let judge = app.judge().await?;
    let is_judged = review.contribution.state.is_open();
    let reviewers = if is_judged && !review.contribution.ask.is_issue() {
        // Without them everything else can be decided.
        app.forge.reviewers(review.proposal()).await.unwrap_or_default()
    } else {
        Vec::new()
    };
    let (history, confirmed, suspicion) = app
        .with_store(move |store| {
            let text = if is_judged { store.text_of(&id)? } else { String::new() };
            Ok((store.history(&id)?, store.confirmed_domain(&id)?, judge.suspicion(&text)))
        })
        .await?;
    let (app, language) = (app.clone(), language.to_owned());
    // The check of the whole catalogue takes its time.
    let work = move || {
        let catalogue = app.site.current();
        let texts = catalogue.texts(&language);
        let contribution = &review.contribution;
        let (kind, slug) = (contribution.kind, &contribution.slug);
        let action = |name: &str| app.address(&format!("maintain/{}/{name}", contribution.id));
        let is_open = contribution.state.is_open();
        let may = |next| contribution.state.may_become(next);
        let error_of =
            |next| reason_error.as_ref().filter(|(of, _)| *of == next).map(|(_, text)| text.clone());
        let files: Vec<FileView> = review
            .files
            .iter()
            .enumerate()
            .map(|(index, file)| file_view(texts, file, index + 1, &action("files")))
            .collect();
        let has_files = !files.is_empty();
        let checked = (is_open && has_files).then(|| catalogue.with_entry(kind, slug, &review.files));
        let can_publish = checked.as_ref().is_some_and(|checked| !checked.has_errors());
        let found = checked.map(|checked| checked.diagnostics);
        let folder = format!("{}/{slug}/", kind.folder());
        let problem = problem.or_else(|| {
            let text = refusal_text(texts, review.trouble.as_ref()?);
            Some(Problem { title: texts.text("maintain-unread"), text })
        });
        let has_before = !contribution.ask.takes_slug() && is_open;
        let before = |code: &str| app.address(&format!("{code}/{}", page_path(kind, slug)));
        let languages = languages_of(&catalogue, &review);
        let in_each = |address: &dyn Fn(&str) -> String| -> Vec<InLanguage> {
            let several = languages.iter().filter(|_| languages.len() > 1);
            several
                .map(|code| InLanguage {
                    code: code.clone(),
                    name: catalogue.site.label("language", code, &language).to_owned(),
                    url: address(code),
                })
                .collect()
        };
        let view = PageView {
            title: title_text(texts, contribution),
            problem,
            state: contribution.state.name(),
            state_text: state_text(texts, contribution),
            from: from_text(texts, contribution),
            confirmed: confirmed
                .map(|domain| texts.format("maintain-confirmed-by", [("domain", domain.into())])),
            sent: sent_text(texts, contribution),
            branch: contribution.id.branch(),
            reviewers: (!reviewers.is_empty()).then(|| reviewers.join(", ")),
            suspicion: suspicion.map(|found| {
                texts.format("maintain-suspicion-words", [("words", found.words.join(", ").into())])
            }),
            preview: has_files.then(|| action("preview")),
            previews: if has_files {
                in_each(&|code| format!("{}?in={code}", action("preview")))
            } else {
                Vec::new()
            },
            before: has_before.then(|| before(&language)),
            befores: if has_before { in_each(&before) } else { Vec::new() },
            words: contribution.words.clone(),
            // What has ended is in the main branch already, or nowhere.
            differences: if contribution.ask.takes_slug() || !is_open || review.trouble.is_some() {
                Vec::new()
            } else {
                differences(texts, kind, &review.replaced(), &review.files)
            },
            report: found.map(|found| report(texts, &folder, &found, &files)),
            changes: review.changes.iter().map(|(path, change)| change_view(texts, path, *change)).collect(),
            merge: review.commit.as_ref().filter(|_| can_publish).map(|commit| MergeView {
                action: action("merge"),
                commit: commit.clone(),
                hint: texts
                    .format("maintain-merge-hint", [("branch", app.settings.main_branch.clone().into())]),
            }),
            // A forge closes its issues itself.
            done: (contribution.ask.is_issue()
                && contribution.state == JobState::Proposed
                && contribution.request.is_none())
            .then(|| action("done")),
            version: (contribution.version > 1).then(|| {
                texts.format("service-version", [("number", (contribution.version as usize).into())])
            }),
            history: history
                .into_iter()
                .map(|event| EventView {
                    text: texts.text(&format!("maintain-event-{}", event.state.name())),
                    at: texts.moment(event.at),
                    note: event.note,
                })
                .collect(),
            retry: (contribution.state == JobState::Failed).then(|| action("retry")),
            release: release_view(texts, contribution.state, action("release")),
            ask: may(JobState::ChangesRequested)
                .then(|| AnswerView { action: action("ask"), error: error_of(JobState::ChangesRequested) }),
            decline: may(JobState::Declined)
                .then(|| AnswerView { action: action("decline"), error: error_of(JobState::Declined) }),
            spam: may(JobState::Spam).then(|| action("spam")),
            entry: (contribution.state == JobState::Published)
                .then(|| app.address(&format!("{language}/{}", page_path(kind, slug)))),
            list: app.address("maintain"),
            files,
        };
        let head = ServiceHead { title: view.title.clone(), has_form: true, scripts: vec!["site.js"] };
        Ok::<_, AppError>(catalogue.service_page(&language, "maintain.html", &head, &view)?)
    };
    tokio::task::spawn_blocking(work).await?
}

/// The languages of the site in which an entry has words: before, or with what is proposed.
fn languages_of(catalogue: &Catalogue, review: &Review) -> Vec<String> {
    let has_words = |language: &&String| {
        let mut files = review.files.iter().chain(&review.before);
        files.any(|file| language_of(&file.path) == Some(language.as_str()))
    };
    catalogue.site.settings.languages.iter().filter(has_words).cloned().collect()
}

/// The language whose words a file of an entry holds: `lv.md`, or `lv.yaml` for the nodes of a schema.
fn language_of(path: &str) -> Option<&str> {
    path.strip_suffix(".md").or_else(|| path.strip_suffix(".yaml")).filter(|code| code.len() == 2)
}

/// Letting it go to the forge, or taking back that it was taken for spam.
fn release_view(texts: Texts<'_>, state: JobState, action: String) -> Option<ReleaseView> {
    let name = match state {
        JobState::Held => "maintain-release",
        JobState::Spam => "maintain-not-spam",
        _ => return None,
    };
    Some(ReleaseView { action, label: texts.text(name), hint: texts.text(&format!("{name}-hint")) })
}

fn file_view(texts: Texts<'_>, file: &EntryFile, number: usize, folder: &str) -> FileView {
    let is_text =
        [".yaml", ".md"].iter().any(|end| file.path.ends_with(end)) && file.bytes.len() <= MAX_SHOWN;
    let text = std::str::from_utf8(&file.bytes).ok().filter(|_| is_text).unwrap_or_default();
    let id = format!("file-{number}");
    let line =
        |(index, text): (usize, &str)| Line { id: format!("{id}-{}", index + 1), text: text.to_owned() };
    let path = percent_encoding::utf8_percent_encode(&file.path, percent_encoding::NON_ALPHANUMERIC);
    FileView {
        name: file.path.clone(),
        size: texts.size(file.bytes.len()),
        url: format!("{folder}/{path}"),
        lines: text.lines().enumerate().map(line).collect(),
        id,
    }
}

fn change_view(texts: Texts<'_>, path: &str, change: Change) -> ChangeView {
    let key = match change {
        Change::Added => "maintain-change-added",
        Change::Edited => "maintain-change-edited",
        Change::Removed => "maintain-change-removed",
    };
    ChangeView { path: path.to_owned(), text: texts.text(key) }
}

/// Why the forge did not do it, in words.
pub(super) fn refusal_text(texts: Texts<'_>, error: &ForgeError) -> String {
    let listed = |files: &[String]| {
        let some: Vec<&str> = files.iter().take(5).map(String::as_str).collect();
        some.join(", ")
    };
    match error {
        ForgeError::Dirty(files) => texts.format("maintain-dirty", [("files", listed(files).into())]),
        ForgeError::Conflict(files) if !files.is_empty() => {
            texts.format("maintain-conflict", [("files", listed(files).into())])
        }
        ForgeError::Moved => texts.text("maintain-moved"),
        other => texts.format("maintain-refused", [("detail", other.to_string().into())]),
    }
}

/// `GET /maintain/{id}/preview`
///
/// # Errors
/// Without the key, without such a contribution, or when the store or the theme fails.
pub async fn preview(
    State(app): State<App>,
    opened: Opened,
    Asked(wanted): Asked<Wanted>,
) -> Result<Response, AppError> {
    let review = Review::read(&app, opened.contribution).await?;
    rendered(&app, review, &wanted.language).await
}

/// The query of a preview: its language, where it is not the one that was written in.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default, rename = "in")]
    language: String,
}

/// The entry as the site would show it, with a sign that it is not published.
pub(crate) async fn rendered(app: &App, review: Review, wanted: &str) -> Result<Response, AppError> {
    let catalogue = app.site.current();
    // The language it is written in, so that the reviewer reads what was typed.
    let written = || review.files.iter().find_map(|file| language_of(&file.path));
    let wanted = if wanted.is_empty() { written() } else { Some(wanted) };
    let language = catalogue.language(wanted.unwrap_or(&review.contribution.language), "").to_owned();
    let texts = catalogue.texts(&language);
    let banner = format!("{} · {}", texts.text("maintain-title"), state_text(texts, &review.contribution));
    let work = {
        let catalogue = Arc::clone(&catalogue);
        move || {
            let contribution = &review.contribution;
            let overlaid = catalogue.with_entry(contribution.kind, &contribution.slug, &review.files);
            let options = PreviewOptions { banner, controls: String::new() };
            catalogue.entry_page(&overlaid, contribution.kind, &contribution.slug, &language, &options)
        }
    };
    Ok(preview_html(tokio::task::spawn_blocking(work).await??.ok_or(AppError::NotFound)?))
}

/// The rest of the address of a file.
#[derive(Deserialize)]
pub struct FilePath {
    path: String,
}

/// `GET /maintain/{id}/files/{path}`: a file to save, never one to open here: nobody has looked at
/// it yet.
///
/// # Errors
/// Without the key, or when the contribution has no such file.
pub async fn file(
    State(app): State<App>,
    opened: Opened,
    Path(FilePath { path }): Path<FilePath>,
) -> Result<Response, AppError> {
    let review = Review::read(&app, opened.contribution).await?;
    let file = review.files.into_iter().find(|file| file.path == path).ok_or(AppError::NotFound)?;
    let name: String = path
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .chars()
        .map(
            |character| {
                if character.is_ascii_alphanumeric() || ".-_".contains(character) { character } else { '_' }
            },
        )
        .collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(|error| AppError::Trouble(error.to_string()))?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (CONTENT_DISPOSITION, disposition),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, file.bytes).into_response())
}
