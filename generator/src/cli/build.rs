//! `interlink build`: the site on disk.

use super::{CacheFolder, ContentFolder, Outcome, print_line, wants_colour};
use anyhow::{Context as _, bail};
use generator::build::{BuildError, BuildOptions, BuildReport, Stage, build};
use generator::diagnostic::Diagnostics;
use generator::diagnostic_output::{Format, summary, write_diagnostics};
use generator::hosting::Host;
use generator::model::address::BaseUrl;
use generator::model::entry::Day;
use generator::render::RenderError;
use generator::render::share::ShareScope;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    content: ContentFolder,
    /// The folder of the site.
    #[arg(long, default_value = "site", value_name = "DIR")]
    out: PathBuf,
    /// The theme: a folder of themes/ beside the content folder, or the one built in.
    #[arg(long, default_value = "default", value_name = "NAME")]
    theme: String,
    /// The edition to build: a folder of editions/ in the content. Absent: the whole catalogue.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Where the site is published, instead of what site.yaml says.
    #[arg(long, value_name = "URL", value_parser = parse_base_url)]
    base_url: Option<BaseUrl>,
    /// The day the site is built for, instead of the newest commit's.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    date: Option<Day>,
    /// Build for a host that takes no headers: github-pages or gitlab-pages. Pages then carry their
    /// Content-Security-Policy themselves.
    #[arg(long, value_name = "NAME", value_parser = parse_host)]
    host: Option<Host>,
    /// Put an archive of the site into it, offline-copy.zip, that works unpacked on a disk: without a
    /// server, by opening START-HERE.html.
    #[arg(long)]
    offline_bundle: bool,
    /// Draw a picture of shared links for each entry and language, with its title and summary, instead
    /// of one for each kind: `entries`.
    #[arg(long, default_value = "kinds", value_name = "WHICH", value_parser = parse_share_scope)]
    share_pictures: ShareScope,
    /// How many threads; absent: one per core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    #[command(flatten)]
    cache: CacheFolder,
    /// Write the seconds of each stage to this file, as JSON.
    #[arg(long, value_name = "FILE")]
    timings: Option<PathBuf>,
}

pub(super) fn parse_base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text).map_err(|error| {
        format!("it {error}; write the whole address, such as https://catalogue.example.org/")
    })
}

fn parse_day(text: &str) -> Result<Day, String> {
    Day::parse(text)
        .filter(|day| day.as_str().len() == 10)
        .ok_or_else(|| "write it like 2026-03-14".to_owned())
}

fn parse_host(text: &str) -> Result<Host, String> {
    Host::from_name(text).filter(|host| host.takes_no_headers()).ok_or_else(|| {
        "such a host is github-pages or gitlab-pages; for nginx and Caddy see `interlink deploy-files`"
            .to_owned()
    })
}

fn parse_share_scope(text: &str) -> Result<ShareScope, String> {
    match text {
        "kinds" => Ok(ShareScope::Kinds),
        "entries" => Ok(ShareScope::Entries),
        _ => Err("write `kinds` or `entries`".to_owned()),
    }
}

pub(super) fn run(arguments: &BuildArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let options = BuildOptions {
        content: arguments.content.content.clone(),
        out: arguments.out.clone(),
        theme: arguments.theme.clone(),
        edition: arguments.edition.clone(),
        base_url: arguments.base_url.clone(),
        served_by_service: false,
        date: arguments.date.clone(),
        host: arguments.host,
        offline_copy: arguments.offline_bundle,
        share_pictures: arguments.share_pictures,
        jobs: arguments.jobs.map(usize::from),
        cache: arguments.cache.folder(),
    };
    let report = build_with_progress(&options, quiet)?;
    print_diagnostics(&report, &options.content, quiet);
    if let Some(file) = &arguments.timings {
        write_timings(&report, file)?;
    }
    if report.diagnostics.has_errors() {
        eprintln!("the site was not changed; mend the errors and build again");
        return Ok(Outcome::ContentHasErrors);
    }
    if !quiet {
        print_line(format_args!(
            "{}: {} files written, {} unchanged, {} removed, in {:.1} s",
            options.out.display(),
            report.written,
            report.unchanged,
            report.removed,
            report.timings.iter().map(|(_, seconds)| seconds).sum::<f64>()
        ))?;
    }
    Ok(Outcome::Done)
}

/// Builds with a bar that says which stage it is at, on a terminal.
pub(super) fn build_with_progress(options: &BuildOptions, quiet: bool) -> anyhow::Result<BuildReport> {
    let bar = if quiet || !std::io::stderr().is_terminal() {
        ProgressBar::hidden()
    } else {
        ProgressBar::new(Stage::ALL.len() as u64)
    };
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    let on_stage = |stage: Stage| {
        bar.set_position(Stage::ALL.iter().position(|other| *other == stage).unwrap_or(0) as u64);
        bar.set_message(match stage {
            Stage::Check => "reading and checking",
            Stage::Media => "making pictures and previews",
            Stage::Render => "making pages",
            Stage::Search => "making the search index",
            Stage::Write => "writing",
        });
    };
    let report = build(options, &on_stage);
    bar.finish_and_clear();
    if let Err(BuildError::Render(error)) = &report {
        print_theme_mistakes(error, &options.theme);
        bail!("the theme has a mistake, so the site was not changed");
    }
    Ok(report?)
}

/// Prints what is wrong with a theme to standard error.
fn print_theme_mistakes(error: &RenderError, theme: &str) {
    let mut mistakes = Diagnostics::new();
    mistakes.extend(error.diagnostics());
    let colour = wants_colour(&std::io::stderr());
    eprint!("{}", write_diagnostics(&mistakes, Format::Human, &format!("themes/{theme}/"), colour));
}

/// Prints what is wrong to standard error; quietly, only errors.
pub(super) fn print_diagnostics(report: &BuildReport, content: &Path, quiet: bool) {
    if quiet && !report.diagnostics.has_errors() {
        return;
    }
    let prefix = format!("{}/", content.display().to_string().trim_end_matches('/'));
    let colour = wants_colour(&std::io::stderr());
    eprint!("{}", write_diagnostics(&report.diagnostics, Format::Human, &prefix, colour));
    let summary = summary(&report.diagnostics);
    if !summary.is_empty() {
        eprintln!("{summary}");
    }
}

fn write_timings(report: &BuildReport, file: &Path) -> anyhow::Result<()> {
    let seconds: serde_json::Map<String, serde_json::Value> =
        report.timings.iter().map(|(stage, seconds)| (stage.name().to_owned(), (*seconds).into())).collect();
    let text = format!("{}\n", serde_json::Value::Object(seconds));
    std::fs::write(file, text).with_context(|| format!("the timings cannot be written to {}", file.display()))
}
