//! What a proposal makes of the main branch as it is now. A file that was made from older content
//! than lies there is merged field by field; what cannot be merged, and what is about an entry that
//! is gone, is told and never forced.

use generator::content::yaml::{Yaml, parse_yaml};
use generator::model::{Kind, Slug};

use super::{Blobs, Repository};
use crate::forge::fields::merge_file;
use crate::forge::git::{GitError, failure};
use crate::forge::{ForgeError, Proposal};
use crate::queue::ask::belongs_to_others;

/// Files that a branch changes: path in the repository and its blob, or nothing where it is removed.
type Changes = Vec<(String, Option<String>)>;

impl Repository {
    /// The blobs a proposal puts on top of this commit.
    ///
    /// # Errors
    /// When the main branch has something else in the same place, the entry was renamed or removed,
    /// the files are not what such a contribution may bring, or Git fails.
    pub fn settle(&self, base: &str, proposal: &Proposal) -> Result<Blobs, ForgeError> {
        let sent = self.write_blobs(proposal)?;
        let folder = self.folder(proposal.kind, &proposal.slug);
        let there = self.blobs_below(base, &folder)?;
        if proposal.ask.takes_slug() {
            return if there.is_empty() || there == sent {
                Ok(sent)
            } else {
                Err(ForgeError::Conflict(there.into_iter().map(|(path, _)| path).collect()))
            };
        }
        if there.is_empty() {
            return Err(match self.renamed_to(base, proposal.kind, &proposal.slug)? {
                Some(slug) => ForgeError::Renamed(slug),
                None => ForgeError::Removed,
            });
        }
        let (mut settled, mut conflicts) = (Vec::new(), Vec::new());
        for (path, blob) in sent {
            let file = proposal.files.iter().find(|file| path == format!("{folder}{}", file.path));
            let seen = file.and_then(|file| file.replaces.as_ref()).map(|seen| seen.as_str());
            let now = there.iter().find(|(other, _)| *other == path).map(|(_, blob)| blob.as_str());
            if now == seen || now == Some(&blob) {
                settled.push((path, blob));
                continue;
            }
            let (Some(seen), Some(now)) = (seen, now) else {
                conflicts.push(path);
                continue;
            };
            match self.merge_blobs(&path, seen, &blob, now)? {
                Ok(merged) => settled.push((path, merged)),
                Err(fields) => conflicts.extend(fields),
            }
        }
        if conflicts.is_empty() { Ok(settled) } else { Err(ForgeError::Conflict(conflicts)) }
    }

    /// The tree a proposal makes of a commit, proven to change nothing but its entry.
    ///
    /// # Errors
    /// As [`Repository::settle`]; [`ForgeError::AlreadyThere`] when it would change nothing.
    pub fn proposed_tree(&self, base: &str, proposal: &Proposal) -> Result<String, ForgeError> {
        let settled = self.settle(base, proposal)?;
        let changes = settled.iter().map(|(path, blob)| (path.as_str(), Some(blob.as_str())));
        let tree = self.tree_with(base, changes)?;
        if self.git.object(&format!("{base}^{{tree}}"))?.as_deref() == Some(&tree) {
            return Err(ForgeError::AlreadyThere);
        }
        self.verify_only_below(base, &tree, &self.folder(proposal.kind, &proposal.slug))?;
        Ok(tree)
    }

    /// Whether the branch that ends in `tip` began with this proposal. What somebody has added
    /// since then does not matter.
    ///
    /// # Errors
    /// When Git fails.
    pub fn began_with(&self, tip: &str, main: &str, proposal: &Proposal) -> Result<bool, ForgeError> {
        let range = [tip, &format!("^{main}")];
        let list = self.git.text(&["rev-list", "--first-parent", "--reverse", range[0], range[1]])?;
        let first = match list.lines().next() {
            Some(first) => first.to_owned(),
            // The main branch has the commit already.
            None => tip.to_owned(),
        };
        let Some(parent) = self.git.object(&format!("{first}^1"))? else { return Ok(false) };
        let tree = self.git.object(&format!("{first}^{{tree}}"))?;
        match self.proposed_tree(&parent, proposal) {
            Ok(expected) => Ok(tree.as_deref() == Some(&expected)),
            Err(error) if error.can_retry() => Err(error),
            Err(_) => Ok(false),
        }
    }

    /// Whether the main branch has what was proposed: the commit itself, or, after a squashed or
    /// rebased merge, the same files: those that were sent, those that were proposed or those that
    /// somebody made of them on the branch.
    ///
    /// # Errors
    /// When Git fails.
    pub fn has_on_main(&self, proposal: &Proposal, branch: Option<&str>) -> Result<bool, ForgeError> {
        let main = self.tip(&self.main)?;
        let mut commits: Vec<String> = Vec::new();
        for commit in branch.into_iter().chain(proposal.commit.as_deref()) {
            // A commit that Git has cleaned away says nothing any more.
            if self.git.object(&format!("{commit}^{{commit}}"))?.is_some() {
                commits.push(commit.to_owned());
            }
        }
        for commit in &commits {
            if self.is_ancestor(commit, &main)? {
                return Ok(true);
            }
        }
        let folder = self.folder(proposal.kind, &proposal.slug);
        let there = self.blobs_below(&main, &folder)?;
        if there.is_empty() || proposal.files.is_empty() {
            return Ok(false);
        }
        let mut wanted = vec![self.write_blobs(proposal)?];
        for commit in &commits {
            wanted.push(self.changed_below(&main, commit, &folder)?);
        }
        Ok(wanted.iter().any(|wanted| !wanted.is_empty() && wanted.iter().all(|blob| there.contains(blob))))
    }

    /// The files below a folder that a branch has changed since it left the main branch.
    fn changed_below(&self, main: &str, tip: &str, folder: &str) -> Result<Blobs, ForgeError> {
        let base = self.merge_base(main, tip)?;
        let before = self.blobs_below(&base, folder)?;
        Ok(self.blobs_below(tip, folder)?.into_iter().filter(|blob| !before.contains(blob)).collect())
    }

    /// The tree of a merge of a branch into the main branch, and whether it holds exactly the files
    /// that the branch shows. It is made without a checkout, file by file, field by field.
    ///
    /// # Errors
    /// When the branch touches more than its entry, both changed the same, or Git fails.
    pub fn merged_tree(&self, main: &str, branch: &str, folder: &str) -> Result<(String, bool), ForgeError> {
        let base = self.merge_base(main, branch)?;
        self.verify_only_below(&base, branch, folder)?;
        let [before, ours, theirs] =
            [&base, &branch.to_owned(), &main.to_owned()].map(|commit| self.blobs_below(commit, folder));
        let (before, shown, theirs) = (before?, ours?, theirs?);
        let mut paths: Vec<&String> = before.iter().chain(&shown).map(|(path, _)| path).collect();
        paths.sort();
        paths.dedup();
        let find = |blobs: &'_ Blobs, path: &str| {
            blobs.iter().find(|(other, _)| other == path).map(|(_, blob)| blob.clone())
        };
        let (mut changes, mut conflicts): (Changes, _) = (Vec::new(), Vec::new());
        for path in paths {
            let (old, ours, theirs) = (find(&before, path), find(&shown, path), find(&theirs, path));
            if ours == old || ours == theirs {
                continue;
            }
            let merged = match (old, ours, theirs) {
                (old, ours, theirs) if old == theirs => ours,
                (Some(old), Some(ours), Some(theirs)) => {
                    match self.merge_blobs(path, &old, &ours, &theirs)? {
                        Ok(merged) => Some(merged),
                        Err(fields) => {
                            conflicts.extend(fields);
                            continue;
                        }
                    }
                }
                _ => {
                    conflicts.push(path.clone());
                    continue;
                }
            };
            changes.push((path.clone(), merged));
        }
        if !conflicts.is_empty() {
            return Err(ForgeError::Conflict(conflicts));
        }
        let tree =
            self.tree_with(main, changes.iter().map(|(path, blob)| (path.as_str(), blob.as_deref())))?;
        self.verify_only_below(main, &tree, folder)?;
        // Also a file that only the main branch has touched makes an entry that the branch does not show. Reviews
        // and uses are read each by itself.
        let stands_alone =
            |path: &str| belongs_to_others(path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/'));
        let read_together =
            |blobs: Blobs| blobs.into_iter().filter(|(path, _)| !stands_alone(path)).collect::<Blobs>();
        let as_shown = changes.iter().all(|(path, _)| stands_alone(path))
            || read_together(self.blobs_below(&tree, folder)?) == read_together(shown);
        Ok((tree, as_shown))
    }

    /// Three blobs -> one, or the fields both changed, each with the path.
    pub(super) fn merge_blobs(
        &self,
        path: &str,
        base: &str,
        ours: &str,
        theirs: &str,
    ) -> Result<Result<String, Vec<String>>, ForgeError> {
        if self.git.object(&format!("{base}^{{blob}}"))?.is_none() {
            // Made from content that was never committed: nothing to compare with.
            return Ok(Err(vec![path.to_owned()]));
        }
        let (base, ours, theirs) = (self.blob(base)?, self.blob(ours)?, self.blob(theirs)?);
        Ok(match merge_file(path, &base, &ours, &theirs) {
            Ok(bytes) => Ok(self.write_blob(&bytes)?),
            Err(fields) => Err(fields.iter().map(|field| format!("{path} ({field})")).collect()),
        })
    }

    /// The entry that says it had this name before.
    fn renamed_to(&self, commit: &str, kind: Kind, slug: &Slug) -> Result<Option<Slug>, ForgeError> {
        let Some(facts) = kind.facts_file() else { return Ok(None) };
        let folder = format!("{}{}/", self.prefix, kind.folder());
        let names = format!(":(glob){folder}*/{facts}");
        let arguments =
            ["grep", "-l", "-z", "-F", "--full-name", "-e", slug.as_str(), commit, "--", names.as_str()];
        let output = self.git.call(&arguments).run()?;
        match output.status.code() {
            Some(0) => {}
            Some(1) => return Ok(None),
            _ => return Err(failure("grep", &output).into()),
        }
        let list = String::from_utf8(output.stdout).map_err(|_| GitError::Answer("grep"))?;
        for line in list.split('\0') {
            let Some(path) = line.strip_prefix(commit).and_then(|rest| rest.strip_prefix(':')) else {
                continue;
            };
            let text = self.git.call(&["cat-file", "blob", &format!("{commit}:{path}")]).bytes()?;
            let name = path.strip_prefix(&folder).and_then(|rest| rest.split('/').next()).unwrap_or_default();
            if was_called(&String::from_utf8_lossy(&text), slug)
                && let Ok(slug) = Slug::parse(name)
            {
                return Ok(Some(slug));
            }
        }
        Ok(None)
    }
}

/// Whether the facts of an entry name this one among its former names.
fn was_called(facts: &str, slug: &Slug) -> bool {
    let Ok(tree) = parse_yaml(facts) else { return false };
    let Yaml::Map(fields) = &tree.value else { return false };
    fields.iter().filter(|(key, _)| key.text == "former-slugs").any(|(_, names)| match &names.value {
        Yaml::List(names) => {
            names.iter().any(|name| matches!(&name.value, Yaml::Text(text, _) if text == slug.as_str()))
        }
        Yaml::Text(text, _) => text == slug.as_str(),
        _ => false,
    })
}
