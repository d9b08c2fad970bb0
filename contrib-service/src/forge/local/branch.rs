//! What lies on the branch of a contribution: read from Git's objects, never from a checkout, and
//! only plain files of the entry's own folder, within limits. Other people may write to the
//! repository, so nothing about a branch is taken for granted.

use super::{Shared, branch_ref};
use crate::forge::git::GitError;
use crate::forge::{ForgeError, OnBranch, Proposal};
use crate::queue::job::EntryFile;

/// The most files an entry on a branch may have.
const MAX_FILES: usize = 300;
/// The most bytes they may have together.
const MAX_BYTES: u64 = 250_000_000;

impl Shared {
    /// The newest commit of the branch and the files of the entry in it.
    pub(super) fn read(&self, proposal: &Proposal) -> Result<OnBranch, ForgeError> {
        let commit = self.tip(&branch_ref(&proposal.id))?;
        let folder = self.folder(proposal);
        let list = self.git.text(&["ls-tree", "-r", "-l", "-z", "--full-tree", &commit, "--", &folder])?;
        let (mut files, mut bytes) = (Vec::new(), 0_u64);
        for line in list.split('\0').filter(|line| !line.is_empty()) {
            let (facts, path) = line.split_once('\t').ok_or(GitError::Answer("ls-tree"))?;
            let mut facts = facts.split_ascii_whitespace();
            let (mode, _, object) = (facts.next(), facts.next(), facts.next());
            if mode.is_none_or(|mode| !mode.starts_with("100")) {
                return Err(ForgeError::Refused(format!("{path} on the branch is no plain file")));
            }
            bytes += facts.next().and_then(|size| size.parse::<u64>().ok()).unwrap_or(MAX_BYTES);
            if files.len() >= MAX_FILES || bytes > MAX_BYTES {
                return Err(ForgeError::Refused(
                    "the entry on the branch is too large to be shown".to_owned(),
                ));
            }
            let object = object.ok_or(GitError::Answer("ls-tree"))?;
            files.push(EntryFile {
                path: path.strip_prefix(&folder).unwrap_or(path).to_owned(),
                bytes: self.git.call(&["cat-file", "blob", object]).bytes()?,
            });
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(OnBranch { commit, files })
    }
}
