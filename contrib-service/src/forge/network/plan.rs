//! What was computed in the clone and is asked of the forge: the files of one commit on top of another.

use crate::forge::ForgeError;
use crate::forge::repository::{Blobs, Repository};

/// What has to be done of a proposal before its request can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Make the branch.
    pub branch: bool,
    /// Put the commit on it.
    pub commit: bool,
}

/// A commit that is to be made.
pub struct Plan {
    /// The commit the branch begins at, or ends in now.
    pub base: String,
    /// The tree of that commit.
    pub base_tree: String,
    /// The files that differ from it.
    pub files: Vec<FileChange>,
    /// The tree of the commit to be made.
    pub tree: String,
}

/// A file that a commit adds, changes or removes.
pub struct FileChange {
    /// Where, in the repository.
    pub path: String,
    /// What it is at the base; nothing where it is added.
    pub before: Option<Before>,
    /// What it holds then, with the name Git gives that; nothing where it is removed.
    pub content: Option<(String, Vec<u8>)>,
}

/// A file at the base. A forge that is told what is to be replaced refuses where it is something else.
pub struct Before {
    /// The name of its content.
    pub blob: String,
    /// The last commit that touched it.
    pub commit: String,
}

impl Plan {
    /// A commit on top of `base` that makes `after`, files of the tree `tree`, of `before`.
    ///
    /// # Errors
    /// When Git fails.
    pub fn between(
        repository: &Repository,
        base: String,
        before: &Blobs,
        after: &Blobs,
        tree: String,
    ) -> Result<Plan, ForgeError> {
        let was = |path: &str| -> Result<Option<Before>, ForgeError> {
            let Some((_, blob)) = before.iter().find(|(other, _)| other == path) else { return Ok(None) };
            let commit = repository.git.text(&["log", "-1", "--format=%H", &base, "--", &format!(":(literal){path}")])?;
            Ok(Some(Before { blob: blob.clone(), commit }))
        };
        let mut files = Vec::new();
        for (path, blob) in after.iter().filter(|file| !before.contains(file)) {
            let content = Some((blob.clone(), repository.blob(blob)?));
            files.push(FileChange { path: path.clone(), before: was(path)?, content });
        }
        for (path, _) in before.iter().filter(|(path, _)| after.iter().all(|(other, _)| other != path)) {
            files.push(FileChange { path: path.clone(), before: was(path)?, content: None });
        }
        let base_tree = repository.git.object(&format!("{base}^{{tree}}"))?;
        let base_tree = base_tree.ok_or_else(|| ForgeError::Refused("the branch has no tree".to_owned()))?;
        Ok(Plan { base, base_tree, files, tree })
    }

    /// Bytes of all files.
    pub fn size(&self) -> usize {
        self.files.iter().filter_map(|file| file.content.as_ref()).map(|(_, bytes)| bytes.len()).sum()
    }
}
