//! `interlink deploy-files`: the settings of nginx, Caddy, GitHub Pages or GitLab Pages for a site.

use super::build::parse_base_url;
use super::{ContentFolder, Outcome, print_line};
use anyhow::{Context as _, bail};
use generator::edition::site_of_edition;
use generator::hosting::Host;
use generator::model::address::BaseUrl;
use std::fs;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct DeployFilesArguments {
    /// nginx, caddy, github-pages or gitlab-pages.
    #[arg(value_parser = parse_host)]
    host: Host,
    #[command(flatten)]
    content: ContentFolder,
    /// The edition that is published: its languages and its address count. Absent: the whole catalogue.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Where the site is published, instead of what site.yaml or the edition says.
    #[arg(long, value_name = "URL", value_parser = parse_base_url)]
    base_url: Option<BaseUrl>,
    /// The folder of the site on the server; for nginx and Caddy.
    #[arg(long, default_value = "/var/www/catalogue", value_name = "DIR", value_parser = parse_root)]
    root: String,
    /// Where the file is written.
    #[arg(long, default_value = ".", value_name = "DIR")]
    into: PathBuf,
    /// Replace a file that is there.
    #[arg(long)]
    force: bool,
}

fn parse_host(text: &str) -> Result<Host, String> {
    Host::from_name(text).ok_or_else(|| format!("the hosts are {}", Host::ALL.map(Host::name).join(", ")))
}

/// The folder goes into the settings of a program as it is, so it may hold nothing that means more there.
fn parse_root(text: &str) -> Result<String, String> {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-".contains(letter);
    if text.starts_with('/') && text.chars().all(is_plain) {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("name it from the root, with letters, digits and . _ - only".to_owned())
    }
}

pub(super) fn run(arguments: &DeployFilesArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let content = &arguments.content.content;
    let checked = generator::check(content).with_context(|| {
        format!("the content folder {} cannot be read; name another with --content", content.display())
    })?;
    let site = match &arguments.edition {
        Some(name) => site_of_edition(checked.site, name)?,
        None => checked.site,
    };
    let mut settings = site.settings;
    settings.settle(arguments.base_url.as_ref(), false);
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/._~-".contains(letter);
    if !settings.base_url.path().chars().all(is_plain) {
        bail!("the path of {} has letters that mean something else to a server", settings.base_url);
    }
    let (name, text) = arguments.host.settings_file(&settings, &arguments.root);
    let path = arguments.into.join(name);
    if !arguments.force && fs::read(&path).is_ok_and(|old| old != text.as_bytes()) {
        bail!("{} is there and differs; --force replaces it", path.display());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    print_line(path.display())?;
    if !quiet {
        eprintln!("{}", arguments.host.advice());
    }
    Ok(Outcome::Done)
}
