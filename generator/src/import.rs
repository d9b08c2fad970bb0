//! Foreign formats -> our content folder. One module per format reads it and says what becomes of
//! each part; `emit` writes YAML and `write` puts the files in place without ever overwriting
//! what a person changed. What comes out is ordinary content: `check` judges it like any other.

pub mod emit;
pub mod interlink_seed;
pub mod write;

pub use interlink_seed::import_interlink_seed;
pub use interlink_seed::report::ImportReport;

use std::path::PathBuf;

/// Why an import could not be done at all. What is wrong inside the data is in the report instead.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
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
