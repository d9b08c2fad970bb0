//! What a maintainer looks at and may publish: the files as they lie on the branch now, with what
//! somebody has changed there since they were sent. Everything a maintainer sees (report, preview,
//! files) and everything a merge publishes comes from one [`Review`].

use crate::app::App;
use crate::error::AppError;
use crate::forge::{ForgeError, Proposal};
use crate::queue::job::{Contribution, EntryFile, State};

/// A contribution with its files as they would be published now.
#[derive(Debug, Clone)]
pub struct Review {
    /// The contribution.
    pub contribution: Contribution,
    /// Its files.
    pub files: Vec<EntryFile>,
    /// The entry as it is without them; nothing for a new one.
    pub before: Vec<EntryFile>,
    /// The commit that holds them, when they lie on a branch.
    pub commit: Option<String>,
    /// How they differ from what was sent, by path.
    pub changes: Vec<(String, Change)>,
    /// Why the branch could not be read. The files are those that were sent.
    pub trouble: Option<ForgeError>,
}

/// What happened to a file on its branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not sent.
    Added,
    /// It was sent with other content.
    Edited,
    /// It was sent and is not there any more.
    Removed,
}

impl Review {
    /// Reads the branch of a contribution that has one, else what was sent.
    ///
    /// # Errors
    /// When the store fails. What the forge does not answer is part of the review.
    pub async fn read(app: &App, contribution: Contribution) -> Result<Review, AppError> {
        let id = contribution.id.clone();
        let sent = app.with_store(move |store| store.files(&id)).await?;
        let mut review = Review {
            contribution,
            files: sent,
            before: Vec::new(),
            commit: None,
            changes: Vec::new(),
            trouble: None,
        };
        let ask = review.contribution.ask;
        if ask.is_issue() {
            return Ok(review);
        }
        if matches!(review.contribution.state, State::Proposed | State::ChangesRequested) {
            match app.forge.read(review.proposal()).await {
                Ok(branch) => {
                    let changed = branch.changed();
                    review.changes = compare(&review.files, &changed);
                    (review.files, review.before) = (changed, branch.before);
                    review.commit = Some(branch.commit);
                }
                Err(error) => review.trouble = Some(error),
            }
        } else if review.contribution.state.is_open() && !ask.takes_slug() {
            let (kind, slug) = (review.contribution.kind, review.contribution.slug.clone());
            match app.forge.entry(kind, slug).await {
                Ok(entry) => review.before = entry.files,
                Err(error) => review.trouble = Some(error),
            }
        }
        Ok(review)
    }

    /// The files that the changed ones take the place of.
    pub fn replaced(&self) -> Vec<EntryFile> {
        let is_changed = |path: &str| self.files.iter().any(|file| file.path == path);
        self.before.iter().filter(|file| is_changed(&file.path)).cloned().collect()
    }

    /// The proposal for the forge.
    pub fn proposal(&self) -> Proposal {
        Proposal::new(&self.contribution, self.files.clone())
    }
}

/// The differences of two lists of files, by path.
fn compare(sent: &[EntryFile], now: &[EntryFile]) -> Vec<(String, Change)> {
    let find = |files: &'_ [EntryFile], path: &str| files.iter().position(|file| file.path == path);
    let mut changes: Vec<(String, Change)> = now
        .iter()
        .filter_map(|file| match find(sent, &file.path) {
            None => Some((file.path.clone(), Change::Added)),
            Some(at) => (sent[at].bytes != file.bytes).then(|| (file.path.clone(), Change::Edited)),
        })
        .collect();
    let removed = sent.iter().filter(|file| find(now, &file.path).is_none());
    changes.extend(removed.map(|file| (file.path.clone(), Change::Removed)));
    changes.sort_by(|a, b| a.0.cmp(&b.0));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_between_what_was_sent_and_the_branch_is_named() {
        let file = |path: &str, text: &str| EntryFile::new(path, text.into());
        let sent = [file("en.md", "a"), file("files/x.pdf", "b"), file("interlinker.yaml", "c")];
        let now = [file("en.md", "other"), file("interlinker.yaml", "c"), file("lv.md", "d")];
        assert_eq!(compare(&sent, &sent), []);
        let changes = compare(&sent, &now);
        let changes: Vec<_> = changes.iter().map(|(path, change)| (path.as_str(), *change)).collect();
        assert_eq!(
            changes,
            [("en.md", Change::Edited), ("files/x.pdf", Change::Removed), ("lv.md", Change::Added)]
        );
    }
}
