//! A new version of a contribution whose branch is there already. What its writer has changed since
//! the version before is put on top of what lies on the branch; what maintainers have changed there
//! stays. Where both have changed the same, it is told and never forced.

use std::collections::BTreeSet;

use super::{Blobs, Repository};
use crate::forge::{ForgeError, Proposal};

impl Repository {
    /// The tree of the branch that ends in `tip` with the new version in it, proven to change
    /// nothing but its entry. It is the tree of `tip` where the version is there already.
    ///
    /// # Errors
    /// When a maintainer has changed the same on the branch, the files are not what such a
    /// contribution may bring, or Git fails.
    pub fn renewed_tree(&self, tip: &str, main: &str, proposal: &Proposal) -> Result<String, ForgeError> {
        let folder = self.folder(proposal.kind, &proposal.slug);
        let start = self.merge_base(main, tip)?;
        let before = match &proposal.commit {
            Some(commit) if self.is_ancestor(commit, tip)? => commit.clone(),
            // Whoever put the version before there was killed before noting it. It is the first
            // commit of the branch.
            _ => self.first_of(tip, main)?.unwrap_or_else(|| tip.to_owned()),
        };
        let there = self.blobs_below(&start, &folder)?;
        let old = self.blobs_below(&before, &folder)?;
        let now = self.blobs_below(tip, &folder)?;
        // What the branch would hold if this version had been the first one.
        let mut new: Blobs = self.settle(&start, proposal)?;
        let kept = there.iter().filter(|(path, _)| !new.iter().any(|(other, _)| other == path));
        let kept: Blobs = kept.cloned().collect();
        new.extend(kept);
        let blob = |blobs: &Blobs, path: &str| {
            blobs.iter().find(|(other, _)| other == path).map(|(_, blob)| blob.clone())
        };
        let paths: BTreeSet<&String> =
            [&old, &now, &new].into_iter().flatten().map(|(path, _)| path).collect();
        let (mut changes, mut conflicts) = (Vec::new(), Vec::new());
        for path in paths {
            let (old, now, new) = (blob(&old, path), blob(&now, path), blob(&new, path));
            if new == now || new == old {
                continue;
            }
            if now == old {
                changes.push((path.clone(), new));
                continue;
            }
            match (&old, &new, &now) {
                (Some(old), Some(new), Some(now)) => match self.merge_blobs(path, old, new, now)? {
                    Ok(merged) => changes.push((path.clone(), Some(merged))),
                    Err(fields) => conflicts.extend(fields),
                },
                _ => conflicts.push(path.clone()),
            }
        }
        if !conflicts.is_empty() {
            return Err(ForgeError::Conflict(conflicts));
        }
        let tree =
            self.tree_with(tip, changes.iter().map(|(path, blob)| (path.as_str(), blob.as_deref())))?;
        self.verify_only_below(tip, &tree, &folder)?;
        Ok(tree)
    }

    /// The first commit of a branch that the main branch does not have.
    fn first_of(&self, tip: &str, main: &str) -> Result<Option<String>, ForgeError> {
        let list = self.git.text(&["rev-list", "--first-parent", "--reverse", tip, &format!("^{main}")])?;
        Ok(list.lines().next().map(str::to_owned))
    }
}
