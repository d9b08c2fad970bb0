//! The files of an entry's folder that are offered as they are: size, name, pictures.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::media::inspect_image;
use crate::model::entry::StoredFile;
use crate::model::site::Asset;
use crate::source::{MAX_DATA_FILE, SourceFile};
use std::collections::BTreeMap;

/// Characters that Windows or an address cannot hold in a file name.
const AWKWARD: [char; 10] = ['<', '>', ':', '"', '\\', '|', '?', '*', '#', '%'];

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
            if file.contains(AWKWARD) || file.contains(char::is_control) || file.ends_with([' ', '.']) {
                self.diagnostics.push(
                    Diagnostic::error(Code::BadFileName, &path, "some systems cannot hold this file name")
                        .help("rename it with letters, digits, hyphens and dots"),
                );
                stored.push(StoredFile { path: file, size: *size, dimensions: None });
                continue;
            }
            if let Some(other) = folded.insert(file.to_lowercase(), file.clone()) {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::BadFileName,
                        &path,
                        format!("this name and “{other}” differ only in upper and lower case"),
                    )
                    .help("rename one of the two; some systems take them for one file"),
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
