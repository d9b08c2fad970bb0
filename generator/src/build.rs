//! Content folder -> site on disk: the whole chain, stage by stage, with the seconds each took.
//! Everything is rendered before anything is replaced, so a failed build leaves the old site.

use crate::bundle::{BUNDLE, BundleError, bundle};
use crate::check::check_on;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{UnknownEdition, site_of_edition};
use crate::history::History;
use crate::hosting::Host;
use crate::media::{Cache, derive};
use crate::model::address::BaseUrl;
use crate::model::entry::Day;
use crate::model::kind::Kind;
use crate::model::site::{Asset, Site};
use crate::model::slug::Slug;
use crate::model::theme_colours::Grounds;
use crate::output::{OutputError, SiteWriter, refuse_unsafe_cache, refuse_unsafe_target};
use crate::render::dates::{Dates, EntryDates};
use crate::render::kit::KitError;
use crate::render::pages::offline::list_of_files;
use crate::render::share::ShareScope;
use crate::render::theme::{DEFAULT_THEME, Theme, ThemeError};
use crate::render::{MEDIA, Page, RenderError, Renderer, Rendering};
use crate::search::{SearchError, SearchExport, build_index};
use rayon::prelude::*;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What to build.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// The folder of the site.
    pub out: PathBuf,
    /// The name of the theme.
    pub theme: String,
    /// The edition to build; absent: the whole catalogue.
    pub edition: Option<String>,
    /// Where the site is published, instead of what `site.yaml` says.
    pub base_url: Option<BaseUrl>,
    /// Whether the site is served by a contribution service, which then receives its forms.
    pub served_by_service: bool,
    /// The day the site is built for, instead of the newest commit's.
    pub date: Option<Day>,
    /// A host that takes no headers: pages then carry their policy themselves, and the files stand
    /// where it looks for them.
    pub host: Option<Host>,
    /// Whether the site gets an archive of itself that works from a disk.
    pub offline_copy: bool,
    /// Which pictures of shared links are drawn.
    pub share_pictures: ShareScope,
    /// How many threads; absent: one per core.
    pub jobs: Option<usize>,
    /// Where what is made of pictures and documents is kept between builds; absent: nowhere.
    pub cache: Option<PathBuf>,
}

impl BuildOptions {
    /// A build of a content folder with the theme and address it says itself.
    pub fn new(content: impl Into<PathBuf>, out: impl Into<PathBuf>) -> BuildOptions {
        BuildOptions {
            content: content.into(),
            out: out.into(),
            theme: "default".to_owned(),
            edition: None,
            base_url: None,
            served_by_service: false,
            date: None,
            host: None,
            offline_copy: false,
            share_pictures: ShareScope::default(),
            jobs: None,
            cache: None,
        }
    }
}

/// A part of the build, in the order they happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading and checking the content and its history.
    Check,
    /// Making smaller pictures and previews of documents.
    Media,
    /// Making pages.
    Render,
    /// Making and exporting the search indexes.
    Search,
    /// Writing what has changed.
    Write,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 5] = [Stage::Check, Stage::Media, Stage::Render, Stage::Search, Stage::Write];

    /// Its name in `--timings`.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Check => "check",
            Stage::Media => "media",
            Stage::Render => "render",
            Stage::Search => "search",
            Stage::Write => "write",
        }
    }
}

/// What a build did.
#[derive(Debug, Default)]
pub struct BuildReport {
    /// What is wrong with the content. With errors nothing was written.
    pub diagnostics: Diagnostics,
    /// Seconds of each stage.
    pub timings: Vec<(Stage, f64)>,
    /// Files that are new or changed.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files of the last site that are gone.
    pub removed: usize,
}

/// Why a site could not be built, though its content may be right.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The content folder cannot be read.
    #[error("the content folder {0} cannot be read; name another with --content")]
    Content(PathBuf, #[source] io::Error),
    /// There is no such edition.
    #[error(transparent)]
    Edition(#[from] UnknownEdition),
    /// The theme cannot be read.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The theme has a mistake.
    #[error("the theme has a mistake")]
    Render(#[from] RenderError),
    /// The search index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The site cannot become an archive.
    #[error("the offline copy cannot be made")]
    Bundle(#[from] BundleError),
    /// The site cannot be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The process kits cannot be packed.
    #[error(transparent)]
    Kit(#[from] KitError),
    /// There is no room for what is made on the way.
    #[error("nothing can be made in {}", .0.display())]
    Temporary(PathBuf, #[source] io::Error),
    /// The threads cannot be started.
    #[error("the threads of the build cannot be started")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// Builds a site. `on_stage` hears of each stage as it begins.
///
/// # Errors
/// When something other than the content is wrong; mistakes of the content are in the report.
pub fn build(options: &BuildOptions, on_stage: &(dyn Fn(Stage) + Sync)) -> Result<BuildReport, BuildError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or(0)).build()?;
    pool.install(|| build_here(options, on_stage))
}

fn build_here(options: &BuildOptions, on_stage: &(dyn Fn(Stage) + Sync)) -> Result<BuildReport, BuildError> {
    let mut report = BuildReport::default();
    let mut began = Instant::now();
    refuse_unsafe_target(&options.out, &options.content)?;
    if let Some(cache) = &options.cache {
        refuse_unsafe_cache(cache, &options.content)?;
    }

    on_stage(Stage::Check);
    let theme = Theme::find(&options.content, &options.theme)?;
    // Editions that are built with other themes are no concern of this one.
    let only = options.edition.clone().filter(|_| options.theme != DEFAULT_THEME);
    let grounds = Grounds { colours: theme.colours(), only };
    let checked = check_on(&options.content, Some(grounds))
        .map_err(|error| BuildError::Content(options.content.clone(), error))?;
    let mut site = checked.site;
    report.diagnostics = checked.diagnostics;
    if let Some(name) = &options.edition {
        site = site_of_edition(site, name)?;
    }
    // The logos of the other editions are no part of this site.
    let own = site.settings.edition.as_ref().map(|(slug, _)| format!("editions/{slug}/"));
    site.assets.retain(|path, _| {
        !path.starts_with("editions/") || own.as_ref().is_some_and(|own| path.starts_with(own))
    });
    site.settings.settle(options.base_url.as_ref(), options.served_by_service);
    site.settings.has_offline_copy = options.offline_copy;
    site.settings.pages_carry_policy = options.host.is_some_and(Host::takes_no_headers);
    if let Some(absence) = site.history.absence() {
        report.diagnostics.push(
            Diagnostic::warning(Code::NoHistory, "", format!("pages show no dates: {absence}"))
                .help("build from a full clone with `git fetch --unshallow`, or set --date"),
        );
    }
    lap(&mut report, Stage::Check, &mut began);
    if report.diagnostics.has_errors() {
        return Ok(report);
    }

    on_stage(Stage::Media);
    let cache = Cache::new(options.cache.clone());
    let (derived, warnings) = derive(&site, &cache);
    site.derived = derived;
    report.diagnostics.extend(warnings);
    report.diagnostics.sort();
    lap(&mut report, Stage::Media, &mut began);

    on_stage(Stage::Render);
    let renderer = Renderer::new(&theme, &site.settings.languages)?;
    let dates = dates(&site, options.date.as_ref());
    report.diagnostics.extend(overdue(&site, &dates));
    report.diagnostics.sort();
    let mut rendering = renderer.begin(&site, &dates)?;
    // The pages name the size of each kit, so the kits are packed first; the system clears what a
    // killed run leaves there.
    let kits_folder =
        tempfile::tempdir().map_err(|error| BuildError::Temporary(std::env::temp_dir(), error))?;
    let kits = rendering.pack_kits(kits_folder.path())?;
    // And the address of each picture of a shared link.
    let pictures = rendering.draw_share_pictures(&cache, options.share_pictures)?;
    let mut pages = rendering.site_pages()?;
    lap(&mut report, Stage::Render, &mut began);

    on_stage(Stage::Search);
    let searches: Vec<Searched<'_>> = site
        .settings
        .languages
        .par_iter()
        .map(|language| Searched::new(&rendering, language))
        .collect::<Result<_, _>>()?;
    pages.extend(search_files(&rendering, &searches)?);
    let offline_place = kits_folder.path().join(BUNDLE);
    if options.offline_copy {
        offline_copy(&renderer, &rendering, &site, &dates, &searches, &offline_place)?;
    }
    let of_host = options.host.map(|host| host_files(host, &site, &pages)).unwrap_or_default();
    pages.extend(of_host);
    lap(&mut report, Stage::Search, &mut began);

    on_stage(Stage::Write);
    let writer = SiteWriter::begin(&options.out)?;
    pages.par_iter().try_for_each(|page| writer.add(&page.path, &page.bytes))?;
    let made = site.derived.files.par_iter();
    site.assets
        .par_iter()
        .chain(made)
        .try_for_each(|(path, asset)| write_asset(&writer, &format!("{MEDIA}/{path}"), asset))?;
    pictures.par_iter().try_for_each(|picture| write_asset(&writer, &picture.path, &picture.asset))?;
    kits.par_iter().try_for_each(|kit| writer.add_file(&kit.path, &kit.place))?;
    if options.offline_copy {
        writer.add_file(BUNDLE, &offline_place)?;
    }
    let known = writer.added();
    for language in &site.settings.languages {
        let list = list_of_files(language, &known);
        writer.add(&list.path, &list.bytes)?;
    }
    let written = writer.finish()?;
    // Not before: what was made for this very build may lie there.
    cache.prune();
    (report.written, report.unchanged, report.removed) =
        (written.written.len(), written.unchanged, written.removed.len());
    lap(&mut report, Stage::Write, &mut began);
    Ok(report)
}

fn write_asset(writer: &SiteWriter, path: &str, asset: &Asset) -> Result<(), OutputError> {
    match asset {
        Asset::File(place) => writer.add_file(path, place),
        Asset::Bytes(bytes) => writer.add(path, bytes),
    }
}

fn lap(report: &mut BuildReport, stage: Stage, began: &mut Instant) {
    report.timings.push((stage, began.elapsed().as_secs_f64()));
    *began = Instant::now();
}

/// The dates of every entry that Git knows, and the day the site is built for.
pub fn dates(site: &Site, today: Option<&Day>) -> Dates {
    let mut dates = Dates::default();
    let history: &History = &site.history;
    for kind in Kind::ALL {
        for entry in site.entries(kind) {
            if let Some(known) = history.entry(&format!("{}/{}", kind.folder(), entry.slug)) {
                let known = EntryDates {
                    created: Some(known.first.clone()),
                    changed: Some(known.last.clone()),
                    contributors: known.contributors.iter().cloned().collect(),
                };
                dates.insert(kind, entry.slug.clone(), known);
            }
        }
    }
    dates.today = today.or(history.newest()).cloned();
    dates
}

/// A warning where the accessibility statement was last reviewed more than a year before the day
/// the site is built for.
fn overdue(site: &Site, dates: &Dates) -> Option<Diagnostic> {
    let (statement, today) = (site.statement.as_ref()?, dates.today.as_ref()?);
    statement.is_overdue(today).then(|| {
        let message = format!(
            "the accessibility statement was last reviewed on {}, more than a year before {today}",
            statement.reviewed
        );
        Diagnostic::warning(Code::Overdue, "accessibility.yaml", message)
            .about("reviewed")
            .help("check that it is still true, mend it where it is not, and set `reviewed` to that day")
    })
}

/// The index of a language as files.
struct Searched<'a> {
    language: &'a str,
    export: SearchExport,
}

impl<'a> Searched<'a> {
    fn new(rendering: &Rendering<'_>, language: &'a str) -> Result<Searched<'a>, BuildError> {
        let export =
            build_index(language, rendering.search_documents(language)?, rendering.synonyms())?.export()?;
        Ok(Searched { language, export })
    }
}

/// The indexes and the pages that ask them.
fn search_files(rendering: &Rendering<'_>, searches: &[Searched<'_>]) -> Result<Vec<Page>, BuildError> {
    let mut pages = Vec::new();
    for Searched { language, export } in searches {
        pages.push(rendering.search_page(language, &export.digest)?);
        pages.extend(
            export.files.iter().map(|(path, bytes)| Page {
                path: format!("{language}/search/{path}"),
                bytes: bytes.clone(),
            }),
        );
    }
    Ok(pages)
}

/// The site once more, with pages that know that nobody receives their forms, as one archive.
fn offline_copy(
    renderer: &Renderer,
    published: &Rendering<'_>,
    site: &Site,
    dates: &Dates,
    searches: &[Searched<'_>],
    place: &Path,
) -> Result<(), BuildError> {
    let mut site = site.clone();
    site.settings.for_offline_copy();
    let mut rendering = renderer.begin(&site, dates)?;
    rendering.name_pictures_of(published);
    let folder = tempfile::tempdir().map_err(|error| BuildError::Temporary(std::env::temp_dir(), error))?;
    let kits = rendering.pack_kits(folder.path())?;
    let mut files = rendering.site_pages()?;
    files.extend(search_files(&rendering, searches)?);
    let media = site.assets.iter().chain(&site.derived.files);
    let copied = media
        .map(|(path, asset)| (format!("{MEDIA}/{path}"), asset.clone()))
        .chain(kits.iter().map(|kit| (kit.path.clone(), Asset::File(kit.place.clone()))))
        .collect();
    let target =
        std::fs::File::create(place).map_err(|error| BuildError::Temporary(place.to_owned(), error))?;
    Ok(bundle(files, &copied, &site.settings, renderer.assets(), BufWriter::new(target))?)
}

/// What a host without headers wants at the root of the site: its one page for "not found", which
/// can only be in one language, and a sign that the files are no source for a site generator.
fn host_files(host: Host, site: &Site, pages: &[Page]) -> Vec<Page> {
    if !host.takes_no_headers() {
        return Vec::new();
    }
    let first = site.settings.languages.first().map_or("en", String::as_str);
    let not_found = format!("{first}/404.html");
    let page = pages.iter().find(|page| page.path == not_found);
    let mut files: Vec<Page> =
        page.map(|page| Page { path: "404.html".to_owned(), ..page.clone() }).into_iter().collect();
    if host == Host::GithubPages {
        files.push(Page { path: ".nojekyll".to_owned(), bytes: Vec::new() });
    }
    if host == Host::GitlabPages {
        files.push(Page { path: "_redirects".to_owned(), bytes: redirects(site).into_bytes() });
    }
    files
}

/// The former addresses of entries as GitLab Pages reads them. The pages that lead on stay: other
/// hosts of the same files have only those.
fn redirects(site: &Site) -> String {
    let base = site.settings.base_url.path();
    let mut lines = String::new();
    for kind in Kind::ALL {
        let folder = if kind == Kind::Page { String::new() } else { format!("{}/", kind.folder()) };
        for entry in site.entries(kind) {
            for former in entry.former_slugs.iter().filter(|former| Slug::parse(former).is_ok()) {
                for language in &site.settings.languages {
                    let place = format!("{base}{language}/{folder}");
                    lines.push_str(&format!("{place}{former}/ {place}{}/ 301\n", entry.slug));
                }
            }
        }
    }
    lines
}
