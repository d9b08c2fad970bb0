//! The files of an entry's folder that are offered as they are: size, name, pictures.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::hidden::is_hidden;
use crate::media::inspect_image;
use crate::model::entry::StoredFile;
use crate::model::site::Asset;
use crate::model::slug::{Slug, SlugError};
use crate::source::{MAX_DATA_FILE, SourceFile};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Characters that Windows or an address cannot hold in a file name.
const AWKWARD: [char; 10] = ['<', '>', ':', '"', '\\', '|', '?', '*', '#', '%'];

/// Endings of what a browser runs in the name of the site, and of what a computer runs or what holds
/// macros. Source code that nothing runs by itself, such as `.py`, is no such thing.
const ACTIVE: [&str; 33] = [
    "bat", "cjs", "cmd", "com", "docm", "dotm", "exe", "hta", "htm", "html", "jar", "js", "mht", "mhtml",
    "mjs", "msi", "php", "potm", "ppam", "ppsm", "pptm", "ps1", "scr", "shtml", "svgz", "vbs", "wsf", "xht",
    "xhtml", "xlsm", "xltm", "xml", "xsl",
];

/// Why a file name is refused.
fn awkward(file: &str) -> Option<&'static str> {
    if file.contains(is_hidden) {
        return Some("the file name holds a character that nobody sees");
    }
    let is_device = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().to_lowercase();
        Slug::parse(&stem) == Err(SlugError::Device)
    };
    let cannot_be_held = file.contains(AWKWARD)
        || file.contains(char::is_control)
        || file.split('/').any(|part| part.ends_with([' ', '.']) || is_device(part));
    cannot_be_held.then_some("some systems cannot hold this file name")
}

/// Whether a file would be run.
fn is_active(file: &str) -> bool {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ACTIVE.contains(&ending.as_str()))
}

impl Check<'_> {
    /// The files of the folder that are neither facts nor words.
    pub(super) fn stored_files(&mut self) -> Vec<StoredFile> {
        let mut stored = Vec::new();
        let mut folded: BTreeMap<String, String> = BTreeMap::new();
        for file in self.raw.files.clone() {
            let path = self.raw.path(&file);
            let Some(SourceFile::Data { asset, size }) = self.source.files.get(&path) else { continue };
            if *size > MAX_DATA_FILE {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::FileTooLarge,
                        &path,
                        format!(
                            "the file has {} MB; at most {} MB fit",
                            size.div_ceil(1024 * 1024),
                            MAX_DATA_FILE / (1024 * 1024)
                        ),
                    )
                    .help("make it smaller, or keep it elsewhere and link to it"),
                );
                stored.push(StoredFile { path: file, size: *size, dimensions: None });
                continue;
            }
            if let Some(why) = awkward(&file) {
                self.diagnostics.push(
                    Diagnostic::error(Code::BadFileName, &path, why)
                        .help("rename it with letters, digits, hyphens and dots"),
                );
                stored.push(StoredFile { path: file, size: *size, dimensions: None });
                continue;
            }
            if is_active(&file) {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::ActiveFile,
                        &path,
                        "a browser or a computer would run this file, in the name of this site",
                    )
                    .help("put it into a ZIP archive, or keep it elsewhere and link to it"),
                );
                stored.push(StoredFile { path: file, size: *size, dimensions: None });
                continue;
            }
            if let Some(other) = folded.insert(file.nfc().collect::<String>().to_lowercase(), file.clone()) {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::BadFileName,
                        &path,
                        format!("some systems take this name and “{other}” for one"),
                    )
                    .help("rename one of the two: they differ in upper and lower case, or in how an accent is stored"),
                );
            }
            let dimensions = self.dimensions(&path, &file, asset);
            stored.push(StoredFile { path: file, size: *size, dimensions });
        }
        stored
    }

    fn dimensions(&mut self, path: &str, file: &str, asset: &Asset) -> Option<(u32, u32)> {
        let lower = file.to_lowercase();
        let is_picture =
            [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"].iter().any(|end| lower.ends_with(end));
        let is_shown = file.starts_with("snapshots/") || file.starts_with("logo.");
        if !is_picture {
            if is_shown {
                self.diagnostics.push(
                    Diagnostic::error(Code::BrokenImage, path, "only pictures can be shown here")
                        .help("use PNG, JPEG, WebP, GIF or SVG; other files belong into files/"),
                );
            }
            return None;
        }
        let bytes = match asset {
            Asset::File(place) => match std::fs::read(place) {
                Ok(bytes) => bytes.into(),
                Err(error) => {
                    self.diagnostics.push(Diagnostic::error(
                        Code::Unreadable,
                        path,
                        format!("cannot be read: {error}"),
                    ));
                    return None;
                }
            },
            Asset::Bytes(bytes) => bytes.clone(),
        };
        match inspect_image(&bytes, file) {
            Ok(facts) => Some((facts.width, facts.height)),
            Err(problem) => {
                let message = format!("the picture cannot be shown: {problem}");
                let (diagnostic, help) = if problem.is_harmless() && !file.to_lowercase().ends_with(".svg") {
                    (
                        Diagnostic::warning(Code::BrokenImage, path, message),
                        "save it again from a picture editor, or remove it; until then pages show its \
                         alternative text",
                    )
                } else {
                    (
                        Diagnostic::error(Code::BrokenImage, path, message),
                        "save it again from a picture editor, or remove it",
                    )
                };
                self.diagnostics.push(diagnostic.help(help));
                None
            }
        }
    }
}
