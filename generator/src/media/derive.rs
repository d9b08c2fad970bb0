//! Everything that is made from the files of a catalogue: smaller pictures, pages of PDFs, outlines
//! and first lines of documents. Runs once a build, between the check and the pages, and only there:
//! a preview of a contribution shows what is there.
//!
//! What is made lies in the site below `media/made/`, under a name that the digest of its origin
//! gives it, so that it never changes under one address.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::cache::{Cache, KeptFile, Made};
use super::excerpt::{Excerpt, excerpt};
use super::outline::{Outline, outline};
use super::pdf::{self, PdfFacts};
use super::scale::{self, PictureFacts};
use super::{ImageFormat, outline as outlines};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::entry::Download;
use crate::model::kind::Kind;
use crate::model::site::{Asset, Site};
use crate::model::slug::Slug;

/// The folder of the site, below that of media, for what was made.
pub const MADE: &str = "made";
/// The widths of snapshots: a phone, a phone with fine pixels or a column, and the full view.
const SNAPSHOT_WIDTHS: [u32; 3] = [320, 640, 1280];
/// The widths of logos, which are shown 80 or 144 pixels wide.
const LOGO_WIDTHS: [u32; 2] = [160, 320];
/// The largest document that is opened for its outline, in bytes.
const MAX_DOCUMENT: u64 = 30 * 1024 * 1024;

/// A picture file of the site, with its size in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizedFile {
    /// Its path below `media/`.
    pub path: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// What was made from a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PictureCopies {
    /// Its own size as readers see it, which a camera may have turned.
    pub size: Option<(u32, u32)>,
    /// Its smaller copies, smallest first.
    pub copies: Vec<SizedFile>,
}

/// What a file offered for download looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preview {
    /// The first pages of a PDF, and how many there are.
    Pages(Vec<SizedFile>, usize),
    /// A picture, itself or a smaller copy.
    Picture(SizedFile),
    /// The outline of a document.
    Outline(Outline),
    /// The first lines of a text or table.
    Excerpt(Excerpt),
}

/// What was made of a catalogue's files; every key is a path below the content folder.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    /// Pictures.
    pub pictures: BTreeMap<String, PictureCopies>,
    /// Pictures that cannot be shown.
    pub broken: BTreeSet<String>,
    /// Files offered for download.
    pub previews: BTreeMap<String, Preview>,
    /// The files that were made, by path below `media/`.
    pub files: BTreeMap<String, Asset>,
}

/// What is to be made from a file.
#[derive(Debug, Clone, Copy)]
enum Task {
    Picture(&'static [u32]),
    Preview,
}

/// What came of it.
enum Outcome {
    Picture(PictureCopies),
    Broken,
    Preview(Preview),
}

struct Derivation {
    path: String,
    outcome: Option<Outcome>,
    files: Vec<KeptFile>,
    warning: Option<Diagnostic>,
}

/// Makes what can be made, and says what could not.
pub fn derive(site: &Site, cache: &Cache) -> (Derived, Vec<Diagnostic>) {
    let results: Vec<Derivation> = tasks(site)
        .into_par_iter()
        .filter_map(|(path, task)| {
            let bytes = read(site.assets.get(&path)?)?;
            Some(match task {
                Task::Picture(widths) => picture(cache, path, &bytes, widths),
                Task::Preview => preview(cache, path, &bytes),
            })
        })
        .collect();
    let mut derived = Derived::default();
    let mut warnings = Vec::new();
    for result in results {
        warnings.extend(result.warning);
        for file in result.files {
            derived.files.insert(made_path(&file.name), file.asset);
        }
        match result.outcome {
            Some(Outcome::Picture(copies)) => drop(derived.pictures.insert(result.path, copies)),
            Some(Outcome::Broken) => drop(derived.broken.insert(result.path)),
            Some(Outcome::Preview(preview)) => drop(derived.previews.insert(result.path, preview)),
            None => {}
        }
    }
    (derived, warnings)
}

/// The pictures that pages show, and every file offered for download that can be shown before.
fn tasks(site: &Site) -> Vec<(String, Task)> {
    let mut tasks = Vec::new();
    for kind in Kind::ALL {
        for entry in site.entries(kind) {
            let folder = format!("{}/{}", kind.folder(), entry.slug);
            for file in entry.files.iter().filter(|file| file.dimensions.is_some() && is_raster(&file.path)) {
                let widths: &'static [u32] = match file.path.split('/').next() {
                    Some("snapshots") => &SNAPSHOT_WIDTHS,
                    Some(name) if name.starts_with("logo.") => &LOGO_WIDTHS,
                    _ => continue,
                };
                tasks.push((format!("{folder}/{}", file.path), Task::Picture(widths)));
            }
        }
    }
    let mut previews = |kind: Kind, slug: &Slug, downloads: &[Download]| {
        for file in downloads.iter().filter(|file| file.size > 0) {
            // Only a PDF says that it is too large; of others nobody expects a preview.
            let fits = file.size <= MAX_DOCUMENT || extension(&file.path) == "pdf";
            if fits && has_preview(&file.path) {
                tasks.push((format!("{}/{slug}/{}", kind.folder(), file.path), Task::Preview));
            }
        }
    };
    site.interlinkers.iter().for_each(|(slug, item)| previews(Kind::Interlinker, slug, &item.downloads));
    site.stories.iter().for_each(|(slug, story)| previews(Kind::Story, slug, &story.downloads));
    tasks
}

fn extension(path: &str) -> String {
    path.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_ascii_lowercase())
}

fn is_raster(path: &str) -> bool {
    ImageFormat::from_name(path).is_some_and(|format| format != ImageFormat::Svg)
}

fn has_preview(path: &str) -> bool {
    let extension = extension(path);
    let documents =
        ["pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "csv", "md", "markdown", "txt", "text"];
    documents.contains(&extension.as_str()) || ImageFormat::from_name(path).is_some()
}

fn read(asset: &Asset) -> Option<Arc<[u8]>> {
    match asset {
        Asset::File(path) => std::fs::read(path).ok().map(Into::into),
        Asset::Bytes(bytes) => Some(bytes.clone()),
    }
}

fn made_path(name: &str) -> String {
    format!("{MADE}/{name}")
}

fn sized(file: &KeptFile) -> SizedFile {
    SizedFile { path: made_path(&file.name), width: file.width, height: file.height }
}

fn picture(cache: &Cache, path: String, bytes: &[u8], widths: &'static [u32]) -> Derivation {
    let recipe = format!("{} {widths:?}", scale::RECIPE);
    let (facts, files) = cache.get(&recipe, bytes, || scale::scale(bytes, widths));
    let copies = files.iter().map(sized).collect();
    let warn = |message: &str, help: &str| {
        Some(Diagnostic::warning(Code::BrokenImage, &path, message.to_owned()).help(help.to_owned()))
    };
    let (outcome, warning) = match facts {
        PictureFacts::Shown(width, height) => {
            (Outcome::Picture(PictureCopies { size: Some((width, height)), copies }), None)
        }
        PictureFacts::Moving => (Outcome::Picture(PictureCopies::default()), None),
        PictureFacts::TooLarge => (
            Outcome::Picture(PictureCopies::default()),
            warn(
                "the picture is too large to make smaller copies of it, so readers load all of it",
                "save it with at most 50 million pixels",
            ),
        ),
        PictureFacts::Damaged => (
            Outcome::Broken,
            warn(
                "the picture cannot be shown: it is damaged; pages show its alternative text",
                "save it again from a picture editor, or remove it",
            ),
        ),
    };
    Derivation { path, outcome: Some(outcome), files, warning }
}

fn preview(cache: &Cache, path: String, bytes: &[u8]) -> Derivation {
    let extension = extension(&path);
    match extension.as_str() {
        "pdf" => return pdf_preview(cache, path, bytes),
        "docx" | "pptx" | "xlsx" | "odt" | "odp" | "ods" => {
            let recipe = format!("{} {extension}", outlines::RECIPE);
            let make = || Made { facts: outline(bytes, &extension), files: Vec::new() };
            let (found, _) = cache.get(&recipe, bytes, make);
            return without_files(path, found.map(Preview::Outline));
        }
        _ => {}
    }
    if let Some(format) = ImageFormat::from_name(&path) {
        return picture_preview(cache, path, bytes, format);
    }
    // Reading a dozen lines is quicker than looking them up.
    let found = excerpt(bytes, &extension).map(Preview::Excerpt);
    without_files(path, found)
}

fn without_files(path: String, preview: Option<Preview>) -> Derivation {
    Derivation { path, outcome: preview.map(Outcome::Preview), files: Vec::new(), warning: None }
}

fn pdf_preview(cache: &Cache, path: String, bytes: &[u8]) -> Derivation {
    let (facts, files) = cache.get(pdf::RECIPE, bytes, || pdf::draw(bytes));
    match facts {
        PdfFacts::Drawn(total) => {
            let pages = Preview::Pages(files.iter().map(sized).collect(), total);
            Derivation { path, outcome: Some(Outcome::Preview(pages)), files, warning: None }
        }
        PdfFacts::Failed(problem) => {
            let message = format!("there is no preview of this PDF: {problem}");
            let warning = Diagnostic::warning(Code::NoPreview, &path, message)
                .help("the file is published as it is; open it, and save it again where it is damaged");
            Derivation { path, outcome: None, files: Vec::new(), warning: Some(warning) }
        }
    }
}

/// A picture offered for download: its smallest copy that fills the column, else itself.
fn picture_preview(cache: &Cache, path: String, bytes: &[u8], format: ImageFormat) -> Derivation {
    let itself = |width, height| SizedFile { path: path.clone(), width, height };
    if format == ImageFormat::Svg {
        let size = super::inspect_image(bytes, &path).ok().map(|facts| itself(facts.width, facts.height));
        return without_files(path.clone(), size.map(Preview::Picture));
    }
    let made = picture(cache, path.clone(), bytes, &SNAPSHOT_WIDTHS[1..2]);
    let shown = match &made.outcome {
        Some(Outcome::Picture(copies)) => match (copies.copies.first(), copies.size) {
            (Some(copy), _) => Some(copy.clone()),
            (None, Some((width, height))) => Some(itself(width, height)),
            (None, None) => None,
        },
        _ => None,
    };
    Derivation { outcome: shown.map(Preview::Picture).map(Outcome::Preview), ..made }
}
