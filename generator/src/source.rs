//! `content/` -> `Source`: walks the folder, reads each text file once, notes the others.
//!
//! Skipped by rule, and only by this rule: what `media::is_system_file` names (editors' and
//! systems' own files, at any depth), and `README.md` and the reports of imports in the root. An unreadable file is reported, never passed over.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::media::is_system_file;
use crate::model::site::Asset;
use crate::model::theme_colours::Grounds;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// Largest text file: more than any entry needs, little enough to parse without harm.
pub const MAX_TEXT_FILE: u64 = 1024 * 1024;
/// Largest file offered for download. Forges warn above 50 MB.
pub const MAX_DATA_FILE: u64 = 50 * 1024 * 1024;

/// One file of the content folder.
#[derive(Debug, Clone)]
pub enum SourceFile {
    /// A facts or words file, without byte order mark, with `\n` line ends.
    Text(Arc<str>),
    /// Anything else.
    Data {
        /// Where its bytes are.
        asset: Asset,
        /// Length in bytes.
        size: u64,
    },
}

/// All files of a content folder, by path relative to it, with `/` between names.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The content folder; `None` for content that was never on disk.
    pub root: Option<PathBuf>,
    /// The files.
    pub files: BTreeMap<String, SourceFile>,
    /// What could not be read.
    pub diagnostics: Diagnostics,
    /// What the colours of its editions are held against; `None`: the default theme of the program.
    pub grounds: Option<Grounds>,
}

impl Source {
    /// Reads a content folder.
    ///
    /// # Errors
    /// Only when the folder itself cannot be read; single files become diagnostics.
    pub fn read(root: &Path) -> std::io::Result<Source> {
        let canonical = fs::canonicalize(root)?;
        fs::read_dir(root)?;
        let mut diagnostics = Diagnostics::new();
        let mut paths = Vec::new();
        for item in WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter().filter_entry(|item| {
            item.depth() == 0 || !is_skipped(&item.file_name().to_string_lossy(), item.depth())
        }) {
            match item {
                Ok(item) if item.file_type().is_dir() => {
                    if let Some(relative) = relative_path(root, item.path()).filter(|path| is_text(path)) {
                        diagnostics.push(
                            Diagnostic::error(
                                Code::Unreadable,
                                relative,
                                "this is a folder where a file is expected",
                            )
                            .help("rename the folder, or put a file in its place"),
                        );
                    }
                }
                Ok(item) => match relative_path(root, item.path()) {
                    Some(relative) => {
                        paths.push((relative, item.path().to_path_buf(), item.path_is_symlink()))
                    }
                    None => diagnostics.push(
                        Diagnostic::error(
                            Code::BadFileName,
                            item.path().strip_prefix(root).unwrap_or(item.path()).to_string_lossy(),
                            "the file name is not UTF-8",
                        )
                        .help("rename the file with the letters a to z, digits, hyphens and dots"),
                    ),
                },
                Err(error) => {
                    let path = error.path().and_then(|path| relative_path(root, path)).unwrap_or_default();
                    diagnostics.push(Diagnostic::error(
                        Code::Unreadable,
                        path,
                        format!("cannot be read: {error}"),
                    ));
                }
            }
        }
        let read: Vec<_> = paths
            .into_par_iter()
            .map(|(relative, path, is_link)| {
                let file = read_file(&canonical, &relative, &path, is_link);
                (relative, file)
            })
            .collect();
        let mut files = BTreeMap::new();
        for (relative, result) in read {
            match result {
                Ok(file) => {
                    files.insert(relative, file);
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        Ok(Source { root: Some(root.to_path_buf()), files, diagnostics, grounds: None })
    }

    /// The same content with some files added or replaced: a contribution laid over it.
    #[must_use]
    pub fn with_files(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Source {
        let mut overlaid = self.clone();
        for (path, bytes) in files {
            if is_text(&path) {
                match decode_text(&path, bytes) {
                    Ok(text) => {
                        overlaid.files.insert(path, SourceFile::Text(text));
                    }
                    Err(diagnostic) => overlaid.diagnostics.push(*diagnostic),
                }
            } else {
                let size = bytes.len() as u64;
                overlaid.files.insert(path, SourceFile::Data { asset: Asset::Bytes(bytes.into()), size });
            }
        }
        overlaid
    }

    /// The text of a facts or words file.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.files.get(path) {
            Some(SourceFile::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// Whether a path is a facts or words file, to be parsed. What lies in `files/` or `snapshots/` is
/// offered as it is, whatever its name.
pub fn is_text(path: &str) -> bool {
    let in_data_folder = path.split('/').nth(2).is_some_and(|name| name == "files" || name == "snapshots");
    !in_data_folder && (path.ends_with(".yaml") || path.ends_with(".md"))
}

fn is_skipped(name: &str, depth: usize) -> bool {
    is_system_file(name)
        || (depth == 1 && matches!(name, "README.md" | "IMPORT-REPORT.md" | "IMPORT-REPORT-PUBLICCODE.md"))
}

fn relative_path(root: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root).ok()?;
    let names: Option<Vec<&str>> = relative.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

fn read_file(root: &Path, relative: &str, path: &Path, is_link: bool) -> Result<SourceFile, Box<Diagnostic>> {
    let unreadable = |error: std::io::Error| {
        Box::new(Diagnostic::error(Code::Unreadable, relative, format!("cannot be read: {error}")))
    };
    if is_link {
        let target = fs::canonicalize(path).map_err(unreadable)?;
        if !target.starts_with(root) || !target.is_file() {
            return Err(Box::new(
                Diagnostic::error(
                    Code::SymlinkOutside,
                    relative,
                    "this link leads out of the content folder or to a folder",
                )
                .help("copy the file here instead of linking to it"),
            ));
        }
    }
    let facts = fs::metadata(path).map_err(unreadable)?;
    // A pipe or a device never ends, or waits for somebody to write.
    if !facts.is_file() {
        return Err(Box::new(
            Diagnostic::error(Code::Unreadable, relative, "this is no ordinary file")
                .help("put an ordinary file in its place; pipes, sockets and devices are not read"),
        ));
    }
    let size = facts.len();
    if !is_text(relative) {
        return Ok(SourceFile::Data { asset: Asset::File(path.to_path_buf()), size });
    }
    let mut bytes = Vec::new();
    // One byte over the limit is enough to know, whatever the file grows to meanwhile.
    fs::File::open(path)
        .map_err(unreadable)?
        .take(MAX_TEXT_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    decode_text(relative, bytes).map(SourceFile::Text)
}

fn decode_text(path: &str, bytes: Vec<u8>) -> Result<Arc<str>, Box<Diagnostic>> {
    if bytes.len() as u64 > MAX_TEXT_FILE {
        return Err(Box::new(
            Diagnostic::error(
                Code::TooLarge,
                path,
                format!("the file is larger than {} kB", MAX_TEXT_FILE / 1024),
            )
            .help("shorten the text, or offer the long part as a file for download"),
        ));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let before = String::from_utf8_lossy(valid).into_owned();
        Box::new(
            Diagnostic::error(Code::NotUtf8, path, "the file is not UTF-8 text")
                .at(position_at_end(&before))
                .help("save it again with the encoding UTF-8"),
        )
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    if let Some(offset) = text.find('\0') {
        return Err(Box::new(
            Diagnostic::error(Code::NulCharacter, path, "the file holds a NUL character")
                .at(position_at_end(&text[..offset]))
                .help("delete the character, or save the file again as plain text"),
        ));
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() })
}

fn position_at_end(before: &str) -> Position {
    Position {
        line: before.matches('\n').count() as u32 + 1,
        column: before.rsplit('\n').next().unwrap_or("").chars().count() as u32 + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(files: &[(&str, &[u8])]) -> Source {
        Source::default().with_files(files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())))
    }

    #[test]
    fn byte_order_marks_and_windows_line_ends_are_accepted() {
        let source = source(&[("pages/x/en.md", "\u{FEFF}---\r\nname: A\r\n---\r\n".as_bytes())]);
        assert_eq!(source.text("pages/x/en.md"), Some("---\nname: A\n---\n"));
    }

    #[test]
    fn what_is_no_text_is_said_with_its_place() {
        let source = source(&[("site.yaml", b"name: a\nb: \xff"), ("pages/x/en.md", b"a\n\0")]);
        let shown: Vec<_> = source.diagnostics.iter().map(|d| (d.code, d.position)).collect();
        let second_line = |column| Some(Position { line: 2, column });
        assert_eq!(shown, [(Code::NotUtf8, second_line(4)), (Code::NulCharacter, second_line(1))]);
    }

    #[test]
    fn a_markdown_file_offered_for_download_is_not_parsed() {
        assert!(is_text("interlinkers/x/en.md"));
        assert!(!is_text("interlinkers/x/files/template.md"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("pages/x")).unwrap();
        fs::write(folder.path().join("secret.md"), "---\n---\n").unwrap();
        std::os::unix::fs::symlink("../../../secret.md", content.join("pages/x/en.md")).unwrap();
        std::os::unix::fs::symlink("/etc", content.join("etc")).unwrap();
        let source = Source::read(&content).unwrap();
        assert!(source.files.is_empty());
        assert!(source.diagnostics.iter().all(|d| d.code == Code::SymlinkOutside), "{source:?}");
        assert_eq!(source.diagnostics.count(crate::diagnostic::Severity::Error), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_folder_in_the_place_of_a_file_is_reported_and_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let entry = folder.path().join("pages/x");
        fs::create_dir_all(entry.join("en.md")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(entry.join("lv.md")).status().unwrap();
        assert!(made.success());
        let source = Source::read(folder.path()).unwrap();
        let found: Vec<&str> = source.diagnostics.iter().map(|found| found.file.as_str()).collect();
        assert_eq!(found, ["pages/x/en.md", "pages/x/lv.md"]);
    }

    #[test]
    fn system_files_are_skipped() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["README.md", ".gitignore", "~$lock.docx", "Thumbs.db"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let source = Source::read(folder.path()).unwrap();
        assert!(source.files.is_empty() && source.diagnostics.iter().next().is_none());
    }
}
