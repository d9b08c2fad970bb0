//! A Git repository on this machine, read and written by objects: what an entry holds on a branch,
//! which tree a proposal makes of the main branch, whether a tree stays within the folder of one
//! entry, what became of a proposal. No index, no `HEAD` and no work tree of a person is touched.
//! The local forge writes its branches with it; a forge on the network keeps a clone of its own and
//! computes with it what it then asks the forge for.

mod renew;
mod settle;

use std::path::Path;

use generator::model::{Kind, Slug};

use super::git::{Git, GitError};
use super::{ForgeError, OnBranch, Proposal};
use crate::owners;
use crate::queue::job::{BlobName, EntryFile, Moment};

/// Who commits are from. People are named in trailers, with their consent.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The name in the commits.
    pub name: String,
    /// The e-mail address in the commits.
    pub email: String,
}

/// A repository and where the catalogue lies in it.
#[derive(Debug, Clone)]
pub struct Repository {
    /// Where Git is run.
    pub git: Git,
    /// The reference of the main branch, such as `refs/heads/main`.
    pub main: String,
    /// Where `content/` lies in the repository: empty or ending in a slash.
    pub prefix: String,
    /// Who commits are from.
    pub identity: Identity,
}

/// Files of a commit: path in the repository and blob, by path.
pub type Blobs = Vec<(String, String)>;

/// The most files an entry on a branch may have.
const MAX_FILES: usize = 300;
/// The most bytes they may have together.
const MAX_BYTES: u64 = 250_000_000;

impl Repository {
    /// The folder of the entry in the repository, ending in a slash. It is made from our own words
    /// and a checked slug, never from a path somebody sent.
    pub fn folder(&self, kind: Kind, slug: &Slug) -> String {
        format!("{}{}/{slug}/", self.prefix, kind.folder())
    }

    /// The commit of a reference.
    ///
    /// # Errors
    /// When there is none, or Git fails.
    pub fn tip(&self, reference: &str) -> Result<String, ForgeError> {
        self.git
            .object(&format!("{reference}^{{commit}}"))?
            .ok_or_else(|| ForgeError::Refused(format!("{reference} is not there any more")))
    }

    /// Writes the files of a proposal as objects and answers their paths and names, by path.
    ///
    /// # Errors
    /// When the files are not what such a contribution may bring, or Git fails.
    pub fn write_blobs(&self, proposal: &Proposal) -> Result<Blobs, ForgeError> {
        if let Some(objection) = proposal.ask.objection(&proposal.id, &proposal.files) {
            return Err(ForgeError::Refused(objection));
        }
        let folder = self.folder(proposal.kind, &proposal.slug);
        let mut blobs = Vec::new();
        for file in &proposal.files {
            blobs.push((format!("{folder}{}", file.path), self.write_blob(&file.bytes)?));
        }
        blobs.sort();
        Ok(blobs)
    }

    fn write_blob(&self, bytes: &[u8]) -> Result<String, ForgeError> {
        // No filters: what the maintainer's attributes would do to a working file must not happen
        // to what somebody sent.
        Ok(self.git.call(&["hash-object", "-w", "--stdin", "--no-filters"]).input(bytes).text()?)
    }

    pub(super) fn blob(&self, name: &str) -> Result<Vec<u8>, ForgeError> {
        Ok(self.git.call(&["cat-file", "blob", name]).bytes()?)
    }

    /// The files of a commit below a folder.
    ///
    /// # Errors
    /// When Git fails.
    pub fn blobs_below(&self, commit: &str, folder: &str) -> Result<Blobs, ForgeError> {
        let list = self.git.text(&["ls-tree", "-r", "-z", "--full-tree", commit, "--", folder])?;
        let mut blobs = Vec::new();
        for line in list.split('\0').filter(|line| !line.is_empty()) {
            let (facts, path) = line.split_once('\t').ok_or(GitError::Answer("ls-tree"))?;
            let object = facts.split(' ').nth(2).ok_or(GitError::Answer("ls-tree"))?;
            blobs.push((path.to_owned(), object.to_owned()));
        }
        blobs.sort();
        Ok(blobs)
    }

    /// The accounts that own the files of a proposal, by the file `CODEOWNERS` of the main branch.
    ///
    /// # Errors
    /// When Git fails.
    pub fn owners(&self, proposal: &Proposal) -> Result<Vec<String>, ForgeError> {
        let (main, folder) = (self.tip(&self.main)?, self.folder(proposal.kind, &proposal.slug));
        for place in owners::PLACES {
            let Some(blob) = self.git.object(&format!("{main}:{place}"))? else { continue };
            let text = self.blob(&blob)?;
            if text.len() > owners::LARGEST {
                return Ok(Vec::new());
            }
            let text = String::from_utf8_lossy(&text);
            let mut found: Vec<String> = Vec::new();
            for file in &proposal.files {
                let owners = owners::owners_of(&format!("{folder}{}", file.path), &text);
                found.extend(owners.into_iter().filter(|owner| !found.contains(owner)).collect::<Vec<_>>());
            }
            return Ok(found);
        }
        Ok(Vec::new())
    }

    /// The files of an entry in a commit, each with the name of its content: what an edit is made
    /// from, and what a maintainer looks at. Only plain files of the entry's own folder, within
    /// limits: other people may write to the repository, so nothing about a branch is taken for
    /// granted.
    ///
    /// # Errors
    /// When it holds something that is no plain file, is too large, or Git fails.
    pub fn entry(&self, commit: &str, folder: &str) -> Result<OnBranch, ForgeError> {
        let list = self.git.text(&["ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", folder])?;
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
            let path = path.strip_prefix(folder).unwrap_or(path);
            files.push(EntryFile {
                replaces: BlobName::parse(object),
                ..EntryFile::new(path, self.blob(object)?)
            });
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(OnBranch { commit: commit.to_owned(), files, before: Vec::new() })
    }

    /// The entry as a commit of the main branch's history had it.
    ///
    /// # Errors
    /// When it is no such commit, or Git fails.
    pub fn entry_at(&self, commit: &str, kind: Kind, slug: &Slug) -> Result<OnBranch, ForgeError> {
        let not_ours = || ForgeError::Refused("this is no commit of the main branch".to_owned());
        // Whoever fills in a form says which commit it is: only a whole name may reach Git.
        let commit = BlobName::parse(commit).ok_or_else(not_ours)?;
        let there = self.git.object(&format!("{}^{{commit}}", commit.as_str()))?.ok_or_else(not_ours)?;
        if !self.is_ancestor(&there, &self.tip(&self.main)?)? {
            return Err(not_ours());
        }
        self.entry(&there, &self.folder(kind, slug))
    }

    /// The entry at the tip of a branch, and where the branch left the main branch.
    ///
    /// # Errors
    /// When it holds something that is no plain file, or Git fails.
    pub fn entry_on_branch(&self, tip: &str, kind: Kind, slug: &Slug) -> Result<OnBranch, ForgeError> {
        let folder = self.folder(kind, slug);
        let base = self.merge_base(&self.tip(&self.main)?, tip)?;
        let before = self.entry(&base, &folder)?.files;
        Ok(OnBranch { before, ..self.entry(tip, &folder)? })
    }

    /// The tree of a commit, given by its whole name, with some files exchanged or, where there is no
    /// blob, removed; made in an index of our own.
    ///
    /// # Errors
    /// When there is no room for the index, or Git fails.
    pub fn tree_with<'a>(
        &self,
        base: &str,
        changes: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    ) -> Result<String, ForgeError> {
        let scratch = tempfile::tempdir()
            .map_err(|error| ForgeError::Temporary(format!("no room for a temporary index: {error}")))?;
        let index = scratch.path().join("index");
        let mut lines = Vec::new();
        for (path, blob) in changes {
            let line = match blob {
                Some(blob) => format!("100644 {blob}\t{path}\0"),
                None => format!("0 {}\t{path}\0", "0".repeat(base.len())),
            };
            lines.extend_from_slice(line.as_bytes());
        }
        let call = |arguments: &[&str], input: &[u8]| {
            self.git.call(arguments).variable("GIT_INDEX_FILE", &index).input(input).text()
        };
        call(&["read-tree", base], &[])?;
        call(&["update-index", "-z", "--index-info"], &lines)?;
        Ok(call(&["write-tree"], &[])?)
    }

    /// The last look before a ref moves: nothing outside the entry's folder may differ.
    ///
    /// # Errors
    /// When something does, or Git fails.
    pub fn verify_only_below(&self, from: &str, to: &str, folder: &str) -> Result<(), ForgeError> {
        let names = self.git.text(&["diff-tree", "-r", "-z", "--name-only", "--no-renames", from, to])?;
        match names.split('\0').find(|name| !name.is_empty() && !name.starts_with(folder)) {
            None => Ok(()),
            Some(other) => Err(ForgeError::Refused(format!(
                "the branch also changes {other}, outside {folder}; merge it with git yourself if that is wanted"
            ))),
        }
    }

    /// Writes a commit.
    ///
    /// # Errors
    /// When Git fails.
    pub fn commit(
        &self,
        tree: &str,
        parents: &[&str],
        message: &str,
        at: Moment,
    ) -> Result<String, ForgeError> {
        let mut arguments = vec!["commit-tree", "--no-gpg-sign", tree];
        for parent in parents {
            arguments.extend(["-p", parent]);
        }
        let date = format!("@{at} +0000");
        Ok(self
            .git
            .call(&arguments)
            .input(message.as_bytes())
            .variable("GIT_AUTHOR_NAME", &self.identity.name)
            .variable("GIT_AUTHOR_EMAIL", &self.identity.email)
            .variable("GIT_AUTHOR_DATE", &date)
            .variable("GIT_COMMITTER_NAME", &self.identity.name)
            .variable("GIT_COMMITTER_EMAIL", &self.identity.email)
            .variable("GIT_COMMITTER_DATE", &date)
            .text()?)
    }

    /// Whether a commit is part of another one's history.
    ///
    /// # Errors
    /// When Git fails.
    pub fn is_ancestor(&self, commit: &str, of: &str) -> Result<bool, ForgeError> {
        let output = self.git.call(&["merge-base", "--is-ancestor", commit, of]).run()?;
        match output.status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(super::git::failure("merge-base", &output).into()),
        }
    }

    /// The newest commit that both have.
    ///
    /// # Errors
    /// When they have none, or Git fails.
    pub fn merge_base(&self, one: &str, other: &str) -> Result<String, ForgeError> {
        Ok(self.git.text(&["merge-base", one, other])?)
    }

    /// Where `content/` lies in a repository whose top folder this is.
    ///
    /// # Errors
    /// When Git fails.
    pub fn prefix_of(content: &Path) -> Result<String, GitError> {
        Git::at(content).text(&["rev-parse", "--show-prefix"])
    }
}
