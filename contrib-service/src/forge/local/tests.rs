//! The local forge against real repositories.

use std::path::Path;
use std::process::Command;

use generator::model::{Kind, Slug};

use super::*;
use crate::queue::job::EntryFile;

struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    fn new() -> Repository {
        let repository = Repository { folder: tempfile::tempdir().unwrap() };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.write("content/site.yaml", "name: x\n");
        repository.write("README.md", "hello\n");
        repository.commit("start");
        repository
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .arg("-C")
            .arg(self.path())
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "core.hooksPath=/dev/null"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "-m", message]);
    }

    fn forge(&self) -> LocalForge {
        let identity = Identity { name: "Interlink".to_owned(), email: "x@interlink.invalid".to_owned() };
        LocalForge::open(self.path(), &self.path().join("content"), None, identity).unwrap()
    }

    /// Everything a person may have in the checkout: index, `HEAD`, files.
    fn state_of_checkout(&self) -> (Vec<u8>, String, String) {
        (
            std::fs::read(self.path().join(".git/index")).unwrap(),
            std::fs::read_to_string(self.path().join(".git/HEAD")).unwrap(),
            self.git(&["--no-optional-locks", "status", "--porcelain"]),
        )
    }
}

fn proposal(slug: &str) -> Proposal {
    Proposal {
        id: ContributionId::random().unwrap(),
        kind: Kind::Interlinker,
        slug: Slug::parse(slug).unwrap(),
        message: "Add the Interlinker “Kit”\n\nContributed-by: Ada\n".to_owned(),
        sent: 1_700_000_000,
        files: vec![
            EntryFile {
                path: "en.md".to_owned(),
                bytes: b"---\nname: Kit\n---\r\n# not a comment\n".to_vec(),
            },
            EntryFile { path: "files/kit.pdf".to_owned(), bytes: b"%PDF-1.4 \x00\xff".to_vec() },
            EntryFile { path: "interlinker.yaml".to_owned(), bytes: b"nature: knowledge\n".to_vec() },
        ],
    }
}

/// Merges what lies on the branch, as a maintainer who has just looked at it.
fn merge(forge: &LocalForge, proposal: &Proposal, now: Moment) -> Result<String, ForgeError> {
    let shown = forge.read(proposal)?;
    forge.merge(proposal, &shown.commit, now)
}

#[test]
fn a_branch_that_somebody_added_to_is_read_as_it_is_and_merged_only_as_it_was_shown() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    let proposed = forge.propose(&proposal).unwrap();
    let shown = forge.read(&proposal).unwrap();
    assert_eq!((shown.commit.as_str(), &shown.files), (proposed.commit.as_str(), &proposal.files));
    repository.git(&["checkout", "--quiet", &proposed.branch]);
    repository.write("content/interlinkers/kit/en.md", "---\nname: Other\n---\n");
    repository.commit("somebody else's");
    repository.git(&["checkout", "--quiet", "main"]);
    assert_eq!(forge.merge(&proposal, &shown.commit, 1_700_000_100), Err(ForgeError::Moved));
    let now = forge.read(&proposal).unwrap();
    assert_eq!(now.files[0].bytes, b"---\nname: Other\n---\n");
    forge.merge(&proposal, &now.commit, 1_700_000_100).unwrap();
    let published = std::fs::read(repository.path().join("content/interlinkers/kit/en.md")).unwrap();
    assert_eq!(published, now.files[0].bytes);
}

#[test]
fn an_edited_branch_that_was_squashed_counts_as_published() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    let proposed = forge.propose(&proposal).unwrap();
    repository.git(&["checkout", "--quiet", &proposed.branch]);
    repository.write("content/interlinkers/kit/en.md", "---\nname: Other\n---\n");
    repository.commit("somebody else's");
    repository.git(&["checkout", "--quiet", "main"]);
    assert_eq!(forge.fate(&proposal).unwrap(), Fate::Open);
    repository.git(&["merge", "--squash", "--quiet", &proposed.branch]);
    repository.commit("squashed");
    assert_eq!(forge.fate(&proposal).unwrap(), Fate::Published);
}

#[test]
fn a_link_on_a_branch_is_not_followed() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    let proposed = forge.propose(&proposal).unwrap();
    repository.git(&["checkout", "--quiet", &proposed.branch]);
    std::os::unix::fs::symlink("/etc/hostname", repository.path().join("content/interlinkers/kit/lv.md"))
        .unwrap();
    repository.commit("a link");
    repository.git(&["checkout", "--quiet", "main"]);
    assert!(matches!(forge.read(&proposal), Err(ForgeError::Refused(_))));
}

#[test]
fn a_proposal_is_one_commit_on_its_branch_and_the_checkout_does_not_move() {
    let repository = Repository::new();
    repository.write("README.md", "work in progress\n");
    repository.write("content/new.txt", "not added\n");
    let before = repository.state_of_checkout();
    let proposal = proposal("kit");
    let proposed = repository.forge().propose(&proposal).unwrap();
    assert_eq!(repository.state_of_checkout(), before);
    assert_eq!(proposed.branch, format!("contrib/{}", proposal.id));
    let log = repository.git(&["log", "--format=%an|%at|%B", &format!("main..{}", proposed.branch)]);
    assert_eq!(log, "Interlink|1700000000|Add the Interlinker “Kit”\n\nContributed-by: Ada");
    let changed = repository.git(&["diff", "--name-status", "main", &proposed.branch]);
    assert_eq!(
        changed,
        "A\tcontent/interlinkers/kit/en.md\nA\tcontent/interlinkers/kit/files/kit.pdf\n\
         A\tcontent/interlinkers/kit/interlinker.yaml"
    );
}

#[test]
fn proposing_twice_makes_one_branch_even_when_main_moved() {
    let repository = Repository::new();
    let proposal = proposal("kit");
    let first = repository.forge().propose(&proposal).unwrap();
    repository.write("README.md", "later\n");
    repository.commit("later");
    assert_eq!(repository.forge().propose(&proposal).unwrap(), first);
    assert_eq!(repository.git(&["branch", "--list", "contrib/*"]).lines().count(), 1);
}

#[test]
fn killed_before_the_branch_it_makes_the_same_commit_again() {
    let repository = Repository::new();
    let proposal = proposal("kit");
    let first = repository.forge().propose(&proposal).unwrap();
    repository.git(&["branch", "-D", "--quiet", &first.branch]);
    assert_eq!(repository.forge().propose(&proposal).unwrap(), first);
}

#[test]
fn a_lock_left_by_a_power_cut_is_removed_once_it_is_old() {
    let repository = Repository::new();
    let proposal = proposal("kit");
    let lock = repository.path().join(format!(".git/refs/heads/{}.lock", proposal.id.branch()));
    repository.write(&format!(".git/refs/heads/{}.lock", proposal.id.branch()), "");
    assert!(matches!(repository.forge().propose(&proposal), Err(ForgeError::Temporary(_))));
    let earlier = std::time::SystemTime::now() - STALE;
    std::fs::File::options().write(true).open(&lock).unwrap().set_modified(earlier).unwrap();
    repository.forge().propose(&proposal).unwrap();
    assert!(!lock.exists());
}

#[test]
fn hooks_and_signing_of_the_person_do_not_act() {
    let repository = Repository::new();
    let marker = repository.path().join("hook-ran");
    for hook in ["reference-transaction", "post-merge", "pre-commit", "post-checkout", "commit-msg"] {
        let path = repository.path().join(".git/hooks").join(hook);
        std::fs::write(&path, format!("#!/bin/sh\ntouch {}\nexit 1\n", marker.display())).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    repository.git(&["config", "commit.gpgSign", "true"]);
    repository.git(&["config", "gpg.program", "false"]);
    let proposal = proposal("kit");
    repository.forge().propose(&proposal).unwrap();
    merge(&repository.forge(), &proposal, 1_700_000_100).unwrap();
    assert!(!marker.exists());
}

#[test]
fn an_entry_that_is_there_already_is_never_overwritten() {
    let repository = Repository::new();
    repository.write("content/interlinkers/kit/en.md", "old\n");
    repository.commit("kit");
    let error = repository.forge().propose(&proposal("kit")).unwrap_err();
    assert_eq!(error, ForgeError::Conflict(vec!["content/interlinkers/kit/en.md".to_owned()]));
    assert_eq!(repository.git(&["branch", "--list", "contrib/*"]), "");
}

#[test]
fn a_path_that_leaves_the_folder_is_refused() {
    let repository = Repository::new();
    for path in ["../../../x", "/etc/passwd", ".git/config", "files/../x", "a/b/c", "", "files/", "a\tb"] {
        let mut proposal = proposal("kit");
        proposal.files[0].path = path.to_owned();
        assert!(matches!(repository.forge().propose(&proposal), Err(ForgeError::Refused(_))), "{path:?}");
    }
    assert_eq!(repository.git(&["branch", "--list", "contrib/*"]), "");
}

#[test]
fn a_merge_moves_the_checked_out_branch_and_its_files() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    forge.propose(&proposal).unwrap();
    assert_eq!(forge.fate(&proposal).unwrap(), Fate::Open);
    repository.write("README.md", "later\n");
    repository.commit("main moved");
    let merged = merge(&forge, &proposal, 1_700_000_100).unwrap();
    assert_eq!(repository.git(&["rev-parse", "main"]), merged);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert!(repository.path().join("content/interlinkers/kit/files/kit.pdf").is_file());
    assert_eq!(forge.fate(&proposal).unwrap(), Fate::Published);
    assert_eq!(merge(&forge, &proposal, 1_700_000_200).unwrap(), merged);
}

#[test]
fn a_merge_is_refused_while_somebody_works_there() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    forge.propose(&proposal).unwrap();
    repository.write("README.md", "work in progress\n");
    let before = repository.state_of_checkout();
    let error = merge(&forge, &proposal, 1_700_000_100).unwrap_err();
    assert_eq!(error, ForgeError::Dirty(vec!["README.md".to_owned()]));
    assert_eq!(repository.state_of_checkout(), before);
}

#[test]
fn a_merge_never_overwrites_a_file_git_does_not_know() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    forge.propose(&proposal).unwrap();
    repository.write("content/interlinkers/kit/en.md", "mine\n");
    assert!(matches!(merge(&forge, &proposal, 1_700_000_100), Err(ForgeError::Refused(_))));
    let kept = std::fs::read_to_string(repository.path().join("content/interlinkers/kit/en.md")).unwrap();
    assert_eq!(kept, "mine\n");
}

#[test]
fn a_merge_of_a_branch_that_is_not_checked_out_moves_only_the_ref() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    forge.propose(&proposal).unwrap();
    repository.git(&["checkout", "--quiet", "-b", "work"]);
    repository.write("README.md", "work in progress\n");
    let before = repository.state_of_checkout();
    let merged = merge(&forge, &proposal, 1_700_000_100).unwrap();
    assert_eq!(repository.git(&["rev-parse", "main"]), merged);
    assert_eq!(repository.state_of_checkout(), before);
}

#[test]
fn a_conflict_names_the_files_and_changes_nothing() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    forge.propose(&proposal).unwrap();
    repository.write("content/interlinkers/kit/en.md", "somebody else's\n");
    repository.commit("same folder");
    let before = repository.git(&["rev-parse", "main"]);
    let error = merge(&forge, &proposal, 1_700_000_100).unwrap_err();
    assert_eq!(error, ForgeError::Conflict(vec!["content/interlinkers/kit/en.md".to_owned()]));
    assert_eq!(repository.git(&["rev-parse", "main"]), before);
}

#[test]
fn a_branch_somebody_widened_is_left_to_git() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    let proposed = forge.propose(&proposal).unwrap();
    repository.git(&["checkout", "--quiet", &proposed.branch]);
    repository.write(".github/workflows/x.yml", "on: push\n");
    repository.commit("more");
    repository.git(&["checkout", "--quiet", "main"]);
    assert!(matches!(merge(&forge, &proposal, 1_700_000_100), Err(ForgeError::Refused(_))));
}

#[test]
fn published_is_recognised_by_the_files_and_gone_by_their_absence() {
    let repository = Repository::new();
    let forge = repository.forge();
    let (squashed, removed) = (proposal("kit"), proposal("other"));
    let branch = forge.propose(&squashed).unwrap().branch;
    forge.propose(&removed).unwrap();
    repository.git(&["merge", "--quiet", "--squash", &branch]);
    repository.git(&["commit", "--quiet", "-m", "squashed"]);
    repository.git(&["branch", "-D", "--quiet", &branch]);
    assert_eq!(forge.fate(&squashed).unwrap(), Fate::Published);
    forge.discard(&removed.id).unwrap();
    forge.discard(&removed.id).unwrap();
    assert_eq!(forge.fate(&removed).unwrap(), Fate::Gone);
}

#[test]
fn what_cannot_be_a_forge_is_said_plainly() {
    let identity = || Identity { name: "x".to_owned(), email: "x".to_owned() };
    let nowhere = tempfile::tempdir().unwrap();
    let open = |repository: &Path, content: &Path| {
        LocalForge::open(repository, content, None, identity()).err().unwrap()
    };
    assert!(matches!(open(nowhere.path(), nowhere.path()), OpenError::NoRepository { .. }));
    let (one, other) = (Repository::new(), Repository::new());
    assert!(matches!(open(one.path(), &other.path().join("content")), OpenError::ContentElsewhere { .. }));
    one.git(&["checkout", "--quiet", "--detach"]);
    assert!(matches!(open(one.path(), &one.path().join("content")), OpenError::NoBranch(_)));
    let empty = tempfile::tempdir().unwrap();
    Command::new("git").arg("-C").arg(empty.path()).args(["init", "--quiet"]).output().unwrap();
    assert!(matches!(open(empty.path(), empty.path()), OpenError::NoCommit { .. }));
}
