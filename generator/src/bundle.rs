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
mod data;
mod html;
mod script;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Seek, Write};
use std::path::PathBuf;

use rayon::prelude::*;

use crate::archive::{Archive, ArchiveError};
use crate::model::site::{Asset, Settings};
use crate::render::Page;

pub(crate) use data::base64;

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
    /// A picture or a download cannot be read any more.
    #[error("the file {0} cannot be read")]
    Read(PathBuf, #[source] io::Error),
    /// The archive cannot be written.
    #[error("the archive cannot be written")]
    Archive(#[from] ArchiveError),
}

/// How many files are made at a time: enough for every thread, few enough to hold in memory.
const AT_A_TIME: usize = 64;

/// Writes the archive of a site. `files` are what the build made, with their paths; `copied` are the
/// files beside them that stay as they are, pictures and downloads, which are read one after another.
/// `assets` is the folder of the theme's static files.
///
/// # Errors
/// When a script of the theme is written in a way that only a server can serve, or a file cannot be
/// read or written.
pub fn bundle<W: Write + Seek>(
    files: Vec<Page>,
    copied: &BTreeMap<String, Asset>,
    settings: &Settings,
    assets: &str,
    target: W,
) -> Result<(), BundleError> {
    let mut files: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .filter(|file| !is_for_servers(&file.path))
        .map(|file| (file.path, file.bytes))
        .collect();
    let read_too: Vec<(String, Vec<u8>)> = files
        .iter()
        .filter(|(path, _)| data::is_read_by_scripts_too(path))
        .map(|(path, bytes)| (format!("{path}.js"), data::as_script(bytes)))
        .collect();
    files.extend(read_too);
    let paths: BTreeSet<String> = files.keys().chain(copied.keys()).cloned().collect();
    let addresses = Addresses::new(settings, &paths);
    let scripts = Scripts::of(&files, assets)?;
    let mut archive = Archive::new(target);
    if let Some(first) = files.get("index.html") {
        let page = html::rewrite(&String::from_utf8_lossy(first), &addresses.seen_from(START), &scripts);
        archive.add(START, page.as_bytes())?;
    }
    let mut names: Vec<(String, &String)> =
        paths.iter().map(|path| (name_of(path, !files.contains_key(path)), path)).collect();
    names.sort();
    for some in names.chunks(AT_A_TIME) {
        let made: Vec<Option<Vec<u8>>> = some
            .par_iter()
            .map(|(_, path)| {
                let bytes = files.get(path.as_str());
                bytes.map(|bytes| part(path, bytes, &files, &addresses, &scripts)).transpose()
            })
            .collect::<Result<_, _>>()?;
        for ((name, path), bytes) in some.iter().zip(made) {
            match (bytes, copied.get(path.as_str())) {
                (Some(bytes), _) => archive.add(name, &bytes)?,
                (None, Some(Asset::Bytes(bytes))) => archive.add(name, bytes.as_ref())?,
                (None, Some(Asset::File(place))) => {
                    let file = File::open(place).map_err(|error| BundleError::Read(place.clone(), error))?;
                    archive.add_from(name, &mut BufReader::new(file))?;
                }
                (None, None) => {}
            }
            // The style sheets take the fonts into themselves, in whatever order they come.
            if !path.ends_with(".woff2") {
                files.remove(path.as_str());
            }
        }
    }
    archive.finish()?.flush().map_err(ArchiveError::from)?;
    Ok(())
}

/// What only a server, a search engine or an installed site has a use for.
fn is_for_servers(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, "robots.txt" | "sitemap.xml" | "opensearch.xml" | "manifest.webmanifest" | "404.html")
        || name.starts_with(['.', '_'])
}

/// Where a file of the site lies in the archive.
fn name_of(path: &str, is_copied: bool) -> String {
    let ending = if !is_copied && is_data(path) { ".js" } else { "" };
    format!("{FOLDER}/{path}{ending}")
}

/// Whether scripts fetch a file, so that it becomes a script itself.
fn is_data(path: &str) -> bool {
    ![".html", ".js", ".css"].iter().any(|ending| path.ends_with(ending)) && data::is_fetched(path)
}

/// What a file of the site becomes in the archive.
fn part(
    path: &str,
    bytes: &[u8],
    files: &BTreeMap<String, Vec<u8>>,
    addresses: &Addresses<'_>,
    scripts: &Scripts,
) -> Result<Vec<u8>, BundleError> {
    if path.ends_with(".html") {
        let view = addresses.seen_from(&format!("{FOLDER}/{path}"));
        return Ok(html::rewrite(&String::from_utf8_lossy(bytes), &view, scripts).into_bytes());
    }
    if let Some(script) = scripts.classic(path) {
        return Ok(script.as_bytes().to_vec());
    }
    if path.ends_with(".css") {
        return Ok(data::with_fonts_inside(path, bytes, files));
    }
    if is_data(path) {
        return Ok(data::as_script(&data::with_links_from_its_page(path, bytes, addresses, scripts)?));
    }
    Ok(bytes.to_vec())
}

#[cfg(test)]
mod tests;
