//! The site as one archive that works from a disk: unpacked anywhere, without a server, by opening
//! `START-HERE.html`. It is made of the finished pages and files of a site, so nothing else of the
//! program knows about it.
//!
//! A browser that reads `file:` addresses has no folders that answer with their `index.html`, runs
//! no modules and lets no script read another file. So links name their file and are relative
//! (`html`), modules become plain scripts (`script`), and what scripts fetch becomes scripts that
//! `data.js` of the theme knows how to load (`data`). The archive has no date and no order but that
//! of its paths: same site, same bytes.

mod address;
mod archive;
mod data;
mod html;
mod script;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::site::Settings;
use crate::render::Page;

use address::Addresses;
use script::Scripts;

/// The archive in the folder of a site.
pub const BUNDLE: &str = "offline-copy.zip";
/// What a reader opens.
const START: &str = "START-HERE.html";
/// The folder of the archive with everything else.
const FOLDER: &str = "catalogue";

/// Why a site cannot become an archive. Each is a mistake in a theme, never in content.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A script uses modules in a way that has no counterpart in plain scripts.
    #[error("{file}:{line}: {problem}")]
    Script {
        /// The script, by its name in the theme.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong and what to write.
        problem: String,
    },
    /// Scripts import each other in a circle, or one that does not exist.
    #[error("the scripts of the theme import each other in a circle, or one that is not there: {0}")]
    Imports(String),
    /// A file that scripts read is not what its ending says.
    #[error("{0} is no JSON")]
    Json(String),
    /// The archive cannot be written, which happens in memory.
    #[error("the archive cannot be made")]
    Archive(#[from] zip::result::ZipError),
}

/// Makes the archive of a site. `files` are all files of the site with their paths; `assets` is the
/// folder of the theme's static files in it.
///
/// # Errors
/// When a script of the theme is written in a way that only a server can serve.
pub fn bundle(files: Vec<Page>, settings: &Settings, assets: &str) -> Result<Vec<u8>, BundleError> {
    let files: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .filter(|file| !is_for_servers(&file.path))
        .map(|file| (file.path, file.bytes))
        .collect();
    let paths: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let addresses = Addresses::new(settings, &paths);
    let scripts = Scripts::of(&files, assets)?;
    let parts: Vec<Vec<(String, Vec<u8>)>> = files
        .par_iter()
        .map(|(path, bytes)| parts_of(path, bytes, &files, &addresses, &scripts))
        .collect::<Result<_, _>>()?;
    let mut entries: BTreeMap<String, Vec<u8>> = parts.into_iter().flatten().collect();
    if let Some(first) = files.get("index.html") {
        let page = html::rewrite(&String::from_utf8_lossy(first), &addresses.seen_from(START), &scripts);
        entries.insert(START.to_owned(), page.into_bytes());
    }
    archive::pack(&entries)
}

/// What only a server, a search engine or an installed site has a use for.
fn is_for_servers(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, "robots.txt" | "sitemap.xml" | "opensearch.xml" | "manifest.webmanifest" | "404.html")
        || name.starts_with(['.', '_'])
}

/// What a file of the site becomes in the archive.
fn parts_of(
    path: &str,
    bytes: &[u8],
    files: &BTreeMap<String, Vec<u8>>,
    addresses: &Addresses<'_>,
    scripts: &Scripts,
) -> Result<Vec<(String, Vec<u8>)>, BundleError> {
    let place = format!("{FOLDER}/{path}");
    if path.ends_with(".html") {
        let page = html::rewrite(&String::from_utf8_lossy(bytes), &addresses.seen_from(&place), scripts);
        return Ok(vec![(place, page.into_bytes())]);
    }
    if let Some(script) = scripts.classic(path) {
        return Ok(vec![(place, script.as_bytes().to_vec())]);
    }
    if path.ends_with(".css") {
        return Ok(vec![(place, data::with_fonts_inside(path, bytes, files))]);
    }
    if data::is_fetched(path) {
        let bytes = data::with_links_from_its_page(path, bytes, addresses, scripts)?;
        return Ok(vec![(format!("{place}.js"), data::as_script(&bytes))]);
    }
    Ok(vec![(place, bytes.to_vec())])
}

#[cfg(test)]
mod tests;
