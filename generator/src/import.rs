//! Foreign formats -> our content folder. One module per format reads it and says what becomes of
//! each part; `text` and `tidy` make Markdown that content may hold, `slugs` gives names, `report`
//! says what was met, `emit` writes YAML and `write` puts the files in place without ever
//! overwriting what a person changed. What comes out is ordinary content: `check` judges it like any other.

mod disk;
pub mod emit;
mod interlink_process;
pub mod interlink_seed;
pub mod publiccode;
pub mod report;
mod slugs;
mod text;
mod tidy;
pub mod write;

pub use interlink_process::{ImportedProcess, import_interlink_process};
pub use interlink_seed::import_interlink_seed;
pub use publiccode::import_publiccode;
pub use report::ImportReport;

use std::path::PathBuf;

/// Why an import could not be done at all. What is wrong inside the data is in the report instead.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no content to add to.
    #[error("{}: there is no site.yaml, so this is no content folder to add to; make one with `interlink init`", .0.display())]
    NoContent(PathBuf),
    /// There is nothing of the format.
    #[error("{}: {reason}", place.display())]
    Nothing {
        /// Where it was looked for.
        place: PathBuf,
        /// Why there is nothing.
        reason: String,
    },
    /// The source is no folder.
    #[error("{0}: there is no such folder to import from")]
    NoSource(PathBuf),
    /// The source has none of the folders of the format.
    #[error(
        "{0}: this is not an INTERLINK seed; it has none of the folders interlinkers, problemprofiles and schemas"
    )]
    NotASeed(PathBuf),
    /// One of the two folders lies in the other.
    #[error("{0}: the imported content may not lie in its source, nor the source in it")]
    Overlap(PathBuf),
    /// The target holds files of someone else.
    #[error(
        "{0}: the folder is not empty and was not made by this importer; choose a new or an empty folder"
    )]
    ForeignFolder(PathBuf),
    /// A file or folder could not be read or written.
    #[error("{path}: {error}")]
    Io {
        /// Which one.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
}

impl ImportError {
    /// Names the path of a failed call.
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> ImportError {
        let path = path.into();
        move |error| ImportError::Io { path, error }
    }
}
