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
    /// The name Git gives to what it holds at the base; nothing where it is added.
    pub before: Option<String>,
    /// What it holds then, with the name Git gives that; nothing where it is removed.
    pub content: Option<(String, Vec<u8>)>,
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
        let of = |blobs: &Blobs, path: &str| {
            blobs.iter().find(|(other, _)| other == path).map(|(_, blob)| blob.clone())
        };
        let mut files = Vec::new();
        for (path, blob) in after.iter().filter(|file| !before.contains(file)) {
            let content = Some((blob.clone(), repository.blob(blob)?));
            files.push(FileChange { path: path.clone(), before: of(before, path), content });
        }
        for (path, blob) in before.iter().filter(|(path, _)| of(after, path).is_none()) {
            files.push(FileChange { path: path.clone(), before: Some(blob.clone()), content: None });
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
