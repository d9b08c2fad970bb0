//! The clone of its own that the service keeps of a repository on the network. All content is read
//! here, and what is asked of the forge is computed here first. Only `git fetch` changes it; nobody
//! works in its folder.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::ForgeError;
use super::git::{Git, GitError};
use super::repository::{Identity, Repository};
use crate::secret::{ContributionId, SecretText};

/// Where the branches of the forge are kept.
const KEPT: &str = "refs/remotes/forge";

/// A clone with the main branch checked out.
#[derive(Clone)]
pub struct OwnClone {
    repository: Repository,
    address: String,
    branch: String,
    /// One fetch at a time.
    fetching: Arc<Mutex<()>>,
}

/// Why there is no clone. Told to the person who starts the service.
#[derive(Debug, thiserror::Error)]
pub enum CloneError {
    /// Its folder cannot be made.
    #[error("the clone {} cannot be kept: {reason}", .folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The forge does not give it.
    #[error("{address} cannot be fetched: {reason}")]
    Fetch {
        /// The address.
        address: String,
        /// What Git says.
        reason: String,
    },
    /// It has no such folder.
    #[error("the repository {address} has no folder {content} on its branch {branch}")]
    NoContent {
        /// The address.
        address: String,
        /// The folder.
        content: String,
        /// The branch.
        branch: String,
    },
}

impl OwnClone {
    /// Opens the clone in a folder, or makes it, and brings it up to date. `content` is the folder
    /// of the catalogue in it.
    ///
    /// # Errors
    /// When the folder cannot be made, or there is neither a forge nor an older clone.
    pub fn open(
        folder: &Path,
        address: &str,
        branch: &str,
        content: &str,
        identity: Identity,
        key: Option<&SecretText>,
    ) -> Result<OwnClone, CloneError> {
        let no_folder = |reason: String| CloneError::Folder { folder: folder.to_owned(), reason };
        std::fs::create_dir_all(folder).map_err(|error| no_folder(error.to_string()))?;
        let git = Git::at(folder);
        if folder.join(".git").is_dir() {
            remove_locks(&folder.join(".git")).map_err(|error| no_folder(error.to_string()))?;
        } else {
            git.text(&["init", "--quiet"]).map_err(|error| no_folder(error.to_string()))?;
        }
        let content = content.trim_matches('/');
        let prefix = if matches!(content, "" | ".") { String::new() } else { format!("{content}/") };
        let repository = Repository { git, main: format!("{KEPT}/{branch}"), prefix, identity };
        let clone = OwnClone {
            repository,
            address: address.to_owned(),
            branch: branch.to_owned(),
            fetching: Arc::default(),
        };
        if let Err(error) = clone.fetch(key) {
            if clone.repository.tip(&clone.repository.main).is_err() {
                return Err(CloneError::Fetch { address: address.to_owned(), reason: error.to_string() });
            }
            // An outage does not keep the service from starting with what it has.
            tracing::warn!(%error, "the forge is not there; the clone is used as it was");
            clone.check_out().map_err(|error| no_folder(error.to_string()))?;
        }
        if !clone.content().is_dir() {
            let (address, branch) = (address.to_owned(), branch.to_owned());
            return Err(CloneError::NoContent { address, content: content.to_owned(), branch });
        }
        Ok(clone)
    }

    /// The folder of the catalogue.
    pub fn content(&self) -> PathBuf {
        self.repository.git.folder().join(&self.repository.prefix)
    }

    /// The objects.
    pub fn repository(&self) -> &Repository {
        &self.repository
    }

    /// The name of the main branch at the forge.
    pub fn branch(&self) -> &str {
        &self.branch
    }

    /// The branch of a contribution as it was when it was last fetched.
    ///
    /// # Errors
    /// When Git fails.
    pub fn tip_of(&self, id: &ContributionId) -> Result<Option<String>, ForgeError> {
        Ok(self.repository.git.object(&format!("{KEPT}/{}", id.branch()))?)
    }

    /// Fetches the main branch and the branches of contributions, and checks out the main branch
    /// where it has moved. Says whether it has.
    ///
    /// # Errors
    /// When the forge does not answer, or Git fails.
    pub fn fetch(&self, key: Option<&SecretText>) -> Result<bool, ForgeError> {
        let _fetching = self.fetching.lock().unwrap_or_else(PoisonError::into_inner);
        let main = format!("+refs/heads/{}:{}", self.branch, self.repository.main);
        let contributions = format!("+refs/heads/contrib/*:{KEPT}/contrib/*");
        let arguments = [
            "-c",
            "protocol.ext.allow=never",
            "-c",
            "http.lowSpeedLimit=1000",
            "-c",
            "http.lowSpeedTime=30",
            "fetch",
            "--quiet",
            "--prune",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-recurse-submodules",
            "--end-of-options",
            &self.address,
            &main,
            &contributions,
        ];
        let mut call = self.repository.git.call(&arguments);
        if let Some(key) = key.filter(|_| self.address.starts_with("https://")) {
            // In the environment, because everybody on the machine can read a command line.
            call = call
                .variable("GIT_CONFIG_COUNT", "1")
                .variable("GIT_CONFIG_KEY_0", format!("http.{}.extraHeader", self.address))
                .variable("GIT_CONFIG_VALUE_0", format!("Authorization: Basic {}", basic(key)));
        }
        let before = self.repository.git.object(&self.repository.main)?;
        call.text().map_err(|error| ForgeError::Unavailable { reason: told(&error), wait: None })?;
        let after = self.repository.git.object(&self.repository.main)?;
        if before != after || self.repository.git.object("HEAD")? != after {
            self.check_out()?;
        }
        Ok(before != after)
    }

    fn check_out(&self) -> Result<(), ForgeError> {
        self.repository.git.text(&["checkout", "--quiet", "--force", "--detach", &self.repository.main])?;
        Ok(())
    }
}

/// A service that was killed may leave locks behind, and Git then refuses for ever. The clone is used
/// by one service, which begins just now, so no lock in it is anybody's.
fn remove_locks(folder: &Path) -> std::io::Result<()> {
    for item in std::fs::read_dir(folder)? {
        let item = item?;
        let (path, kind) = (item.path(), item.file_type()?);
        if kind.is_dir() && item.file_name() != "objects" {
            remove_locks(&path)?;
        } else if kind.is_file() && path.extension().is_some_and(|end| end == "lock") {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// What Git said, on one line.
fn told(error: &GitError) -> String {
    let text = error.to_string();
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(500).collect()
}

/// The key as Git's servers take it.
fn basic(key: &SecretText) -> String {
    use base64::prelude::{BASE64_STANDARD, Engine};
    BASE64_STANDARD.encode(format!("x-access-token:{}", key.reveal()))
}
