//! A folder with content that is checked and built, as an author does it, step after step:
//!
//! ```no_run
//! # use interlink_tests::site_test::SiteTest;
//! SiteTest::from_fixture("two-languages").check().expect_no_error().build();
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::fixture::{copy_folder, fixture, write};
use crate::programs::{Ended, command, commit_all, program, run, workspace};

/// One catalogue in a temporary folder that is a Git repository.
pub struct SiteTest {
    folder: TempDir,
    checked: Option<Ended>,
}

impl SiteTest {
    /// The base of every fixture, overlaid with `fixtures/<name>/content`. The base has a
    /// `site.yaml` of its own and the vocabularies of the repository, which are part of the
    /// product.
    #[track_caller]
    pub fn from_fixture(name: &str) -> SiteTest {
        let site = SiteTest::base();
        let overlay = fixture(name).join("content");
        if overlay.is_dir() {
            copy_folder(&overlay, &site.content());
        }
        site.commit("The fixture")
    }

    /// A folder with nothing in it.
    pub fn empty() -> SiteTest {
        SiteTest { folder: temporary_folder(), checked: None }
    }

    /// The base alone, not yet committed.
    pub fn base() -> SiteTest {
        let site = SiteTest::empty();
        copy_folder(&fixture("base/content"), &site.content());
        copy_folder(&workspace().join("content/vocabularies"), &site.content().join("vocabularies"));
        site
    }

    /// A copy of the repository's own content.
    pub fn of_the_repository() -> SiteTest {
        SiteTest::from_content(&workspace().join("content"))
    }

    /// A copy of another content folder.
    pub fn from_content(content: &Path) -> SiteTest {
        let site = SiteTest::empty();
        copy_folder(content, &site.content());
        site.commit("The content")
    }

    /// What `interlink import interlink-seed` makes of the original project's data.
    #[track_caller]
    pub fn imported(seed: &Path) -> SiteTest {
        let site = SiteTest::empty();
        let seed = seed.to_str().expect("the path of the seed is UTF-8");
        site.interlink(&["import", "interlink-seed", seed, "--into", "content"]).expect_code(0);
        site.commit("The imported content")
    }

    /// The folder that holds everything.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The content folder.
    pub fn content(&self) -> PathBuf {
        self.folder().join("content")
    }

    /// The folder of the built site.
    pub fn site(&self) -> PathBuf {
        self.folder().join("site")
    }

    /// Writes one file of the content.
    #[must_use]
    pub fn with_file(self, path: &str, bytes: impl AsRef<[u8]>) -> SiteTest {
        write(&self.content().join(path), bytes);
        self
    }

    /// Commits what is there.
    #[must_use]
    pub fn commit(self, message: &str) -> SiteTest {
        // As in the repository itself, what is built is no part of the history.
        write(&self.folder().join(".gitignore"), "/site\n/state\n/tools\n/service.log\n");
        commit_all(self.folder(), message);
        self
    }

    /// Runs `interlink` in the folder.
    pub fn interlink(&self, arguments: &[&str]) -> Ended {
        run(command(program("interlink"), self.folder()).args(arguments))
    }

    /// `interlink check`, remembered for the `expect_…` that follows.
    #[must_use]
    pub fn check(mut self) -> SiteTest {
        self.checked = Some(self.interlink(&["check"]));
        self
    }

    /// What the check before this said.
    #[track_caller]
    pub fn checked(&self) -> &Ended {
        self.checked.as_ref().expect("`check` stands before")
    }

    /// The check before this found no error; warnings are allowed.
    #[track_caller]
    pub fn expect_no_error(self) -> SiteTest {
        let ended = self.checked();
        assert_eq!(ended.code, Some(0), "the content has errors\n{}{}", ended.stdout, ended.stderr);
        self
    }

    /// The check before this printed exactly this.
    #[track_caller]
    pub fn expect_diagnostics(self, expected: &str) -> SiteTest {
        assert_eq!(self.checked().stdout, expected);
        self
    }

    /// `interlink build` without an error.
    #[must_use]
    #[track_caller]
    pub fn build(self) -> SiteTest {
        self.interlink(&["build"]).expect_code(0);
        self
    }

    /// The text of a page, by its address below the base.
    #[track_caller]
    pub fn page(&self, address: &str) -> String {
        let path = self.site().join(address.trim_start_matches('/'));
        let file = if address.ends_with('/') || address.is_empty() { path.join("index.html") } else { path };
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }
}

fn temporary_folder() -> TempDir {
    tempfile::Builder::new().prefix("interlink-test-").tempdir().expect("a temporary folder can be made")
}
