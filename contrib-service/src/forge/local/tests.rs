//! The local forge against real repositories.

use std::path::Path;
use std::process::Command;

use generator::model::{Kind, Slug};

use super::*;
use crate::queue::ask::Ask;
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
        ask: Ask::NewEntry,
        kind: Kind::Interlinker,
        slug: Slug::parse(slug).unwrap(),
        message: "Add the Interlinker “Kit”\n\nContributed-by: Ada\n".to_owned(),
        text: String::new(),
        sent: 1_700_000_000,
        version: 1,
        files: vec![
            EntryFile::new("en.md", b"---\nname: Kit\n---\r\n# not a comment\n".to_vec()),
            EntryFile::new("files/kit.pdf", b"%PDF-1.4 \x00\xff".to_vec()),
            EntryFile::new("interlinker.yaml", b"nature: knowledge\n".to_vec()),
        ],
        commit: None,
        request: None,
    }
}

/// Path and content of what lies on a branch.
fn contents(branch: &OnBranch) -> Vec<(&str, &[u8])> {
    branch.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect()
}

fn as_sent(proposal: &Proposal) -> Vec<(&str, &[u8])> {
    proposal.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect()
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
    assert_eq!((Some(&shown.commit), contents(&shown)), (proposed.commit.as_ref(), as_sent(&proposal)));
    repository.git(&["checkout", "--quiet", &proposal.id.branch()]);
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
fn a_file_that_the_main_branch_got_meanwhile_is_shown_before_it_is_merged() {
    let repository = Repository::new();
    repository.write("content/interlinkers/kit/en.md", "---\nname: Kit\n---\n");
    repository.commit("the kit");
    let forge = repository.forge();
    let proposal = proposal("other");
    forge.propose(&proposal).unwrap();
    // Elsewhere, a change of main is none of the entry's.
    repository.write("content/interlinkers/kit/lv.md", "---\nname: Komplekts\n---\n");
    repository.commit("another entry");
    let shown = forge.read(&proposal).unwrap();
    repository.write("content/interlinkers/other/lv.md", "---\nname: Cits\n---\n");
    repository.commit("a translation of the same entry");
    assert_eq!(forge.merge(&proposal, &shown.commit, 1_700_000_100), Err(ForgeError::Moved));
    let now = forge.read(&proposal).unwrap();
    assert!(now.files.iter().any(|file| file.bytes == b"---\nname: Cits\n---\n"));
    forge.merge(&proposal, &now.commit, 1_700_000_200).unwrap();
}

#[test]
fn an_edited_branch_that_was_squashed_counts_as_published() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    forge.propose(&proposal).unwrap();
    repository.git(&["checkout", "--quiet", &proposal.id.branch()]);
    repository.write("content/interlinkers/kit/en.md", "---\nname: Other\n---\n");
    repository.commit("somebody else's");
    repository.git(&["checkout", "--quiet", "main"]);
    assert_eq!(forge.fate(&proposal).unwrap(), Fate::Open);
    repository.git(&["merge", "--squash", "--quiet", &proposal.id.branch()]);
    repository.commit("squashed");
    assert_eq!(forge.fate(&proposal).unwrap(), Fate::Published);
}

#[test]
fn a_link_on_a_branch_is_not_followed() {
    let repository = Repository::new();
    let forge = repository.forge();
    let proposal = proposal("kit");
    forge.propose(&proposal).unwrap();
    repository.git(&["checkout", "--quiet", &proposal.id.branch()]);
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
    assert_eq!(repository.git(&["rev-parse", &format!("contrib/{}", proposal.id)]), proposed.commit.unwrap());
    let log = repository.git(&["log", "--format=%an|%at|%B", &format!("main..{}", proposal.id.branch())]);
    assert_eq!(log, "Interlink|1700000000|Add the Interlinker “Kit”\n\nContributed-by: Ada");
    let changed = repository.git(&["diff", "--name-status", "main", &proposal.id.branch()]);
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
    repository.git(&["branch", "-D", "--quiet", &proposal.id.branch()]);
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
    forge.propose(&proposal).unwrap();
    repository.git(&["checkout", "--quiet", &proposal.id.branch()]);
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
    forge.propose(&squashed).unwrap();
    let branch = squashed.id.branch();
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

const KIT: &str = "content/interlinkers/kit";

/// A repository with the entry `kit`.
fn with_kit() -> Repository {
    let repository = Repository::new();
    repository.write(&format!("{KIT}/en.md"), "---\nname: Kit\nsummary: A kit.\n---\n\nText.\n");
    repository.write(&format!("{KIT}/interlinker.yaml"), "nature: knowledge\nlicence: MIT\n");
    repository.commit("kit");
    repository
}

/// An edit of a file of `kit`, made from what the main branch holds now.
fn edit(forge: &LocalForge, path: &str, from: &str, to: &str) -> Proposal {
    let seen = forge.entry(Kind::Interlinker, &Slug::parse("kit").unwrap()).unwrap();
    let file = seen.files.iter().find(|file| file.path == path).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(from), "{text}");
    let changed = EntryFile { bytes: text.replace(from, to).into_bytes(), ..file.clone() };
    Proposal { ask: Ask::Edit, files: vec![changed], ..proposal("kit") }
}

#[test]
fn an_edit_changes_only_its_line_and_is_merged() {
    let repository = with_kit();
    let forge = repository.forge();
    let edit = edit(&forge, "en.md", "A kit.", "A good kit.");
    let proposed = forge.propose(&edit).unwrap();
    let diff = repository.git(&["diff", "--unified=0", "--no-color", "main", &edit.id.branch()]);
    let changed: Vec<&str> = diff
        .lines()
        .filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---"))
        .collect();
    assert_eq!(changed, ["-summary: A kit.", "+summary: A good kit."]);
    assert_eq!(forge.propose(&edit).unwrap(), proposed);
    merge(&forge, &edit, 1_700_000_100).unwrap();
    assert_eq!(forge.fate(&edit).unwrap(), Fate::Published);
}

#[test]
fn edits_of_different_fields_made_from_the_same_content_both_arrive() {
    let repository = with_kit();
    let forge = repository.forge();
    let summary = edit(&forge, "en.md", "A kit.", "A good kit.");
    let name = edit(&forge, "en.md", "name: Kit", "name: The kit");
    forge.propose(&summary).unwrap();
    forge.propose(&name).unwrap();
    merge(&forge, &summary, 1_700_000_100).unwrap();
    // The mixture is shown before it is published.
    let looked_at = forge.read(&name).unwrap();
    assert_eq!(forge.merge(&name, &looked_at.commit, 1_700_000_200), Err(ForgeError::Moved));
    assert_eq!(
        String::from_utf8(forge.read(&name).unwrap().files[0].bytes.clone()).unwrap(),
        "---\nname: The kit\nsummary: A good kit.\n---\n\nText.\n"
    );
    merge(&forge, &name, 1_700_000_300).unwrap();
    let published = std::fs::read_to_string(repository.path().join(KIT).join("en.md")).unwrap();
    assert_eq!(published, "---\nname: The kit\nsummary: A good kit.\n---\n\nText.\n");
    assert_eq!(forge.fate(&summary).unwrap(), Fate::Published);
    assert_eq!(forge.fate(&name).unwrap(), Fate::Published);
}

#[test]
fn an_edit_made_before_the_main_branch_moved_is_merged_when_it_is_proposed() {
    let repository = with_kit();
    let forge = repository.forge();
    let late = edit(&forge, "interlinker.yaml", "licence: MIT", "licence: EUPL-1.2");
    repository.write(&format!("{KIT}/interlinker.yaml"), "nature: software\nlicence: MIT\n");
    repository.commit("nature");
    let proposed = forge.propose(&late).unwrap();
    assert_eq!(
        repository.git(&["show", &format!("{}:{KIT}/interlinker.yaml", late.id.branch())]),
        "nature: software\nlicence: EUPL-1.2"
    );
    assert_eq!(forge.propose(&late).unwrap(), proposed);
    // Squashed, its branch removed: the commit that was noted says what to look for.
    repository.git(&["merge", "--quiet", "--squash", &late.id.branch()]);
    repository.git(&["commit", "--quiet", "-m", "squashed"]);
    repository.git(&["branch", "-D", "--quiet", &late.id.branch()]);
    assert_eq!(forge.fate(&Proposal { commit: proposed.commit, ..late }).unwrap(), Fate::Published);
}

#[test]
fn edits_of_the_same_field_are_a_conflict_that_names_it() {
    let repository = with_kit();
    let forge = repository.forge();
    let first = edit(&forge, "en.md", "A kit.", "A good kit.");
    let (second, third) =
        (edit(&forge, "en.md", "A kit.", "A bad kit."), edit(&forge, "en.md", "A kit.", "No kit."));
    forge.propose(&first).unwrap();
    forge.propose(&third).unwrap();
    merge(&forge, &first, 1_700_000_100).unwrap();
    let conflict = ForgeError::Conflict(vec![format!("{KIT}/en.md (summary)")]);
    assert_eq!(forge.propose(&second), Err(conflict.clone()));
    assert_eq!(merge(&forge, &third, 1_700_000_200), Err(conflict));
    let published = std::fs::read_to_string(repository.path().join(KIT).join("en.md")).unwrap();
    assert!(published.contains("A good kit."), "{published}");
    assert_eq!(repository.git(&["branch", "--list", &second.id.branch()]), "");
}

#[test]
fn an_edit_of_a_renamed_or_removed_entry_says_so() {
    let repository = with_kit();
    let forge = repository.forge();
    let edit = edit(&forge, "en.md", "A kit.", "A good kit.");
    repository.git(&["mv", KIT, "content/interlinkers/the-kit"]);
    repository.write(
        "content/interlinkers/the-kit/interlinker.yaml",
        "nature: knowledge\nformer-slugs:\n  - kit\n",
    );
    repository.write("content/interlinkers/other/interlinker.yaml", "nature: knowledge\n# kit\n");
    repository.commit("renamed");
    assert_eq!(forge.propose(&edit), Err(ForgeError::Renamed(Slug::parse("the-kit").unwrap())));
    repository.git(&["rm", "-r", "--quiet", "content/interlinkers/the-kit"]);
    repository.commit("removed");
    assert_eq!(forge.propose(&edit), Err(ForgeError::Removed));
    assert_eq!(repository.git(&["branch", "--list", "contrib/*"]), "");
}

#[test]
fn an_edit_that_the_main_branch_has_already_is_told_so() {
    let repository = with_kit();
    let forge = repository.forge();
    let (one, same) =
        (edit(&forge, "en.md", "A kit.", "A good kit."), edit(&forge, "en.md", "A kit.", "A good kit."));
    forge.propose(&one).unwrap();
    merge(&forge, &one, 1_700_000_100).unwrap();
    assert_eq!(forge.propose(&same), Err(ForgeError::AlreadyThere));
}

#[test]
fn reviews_and_uses_are_one_new_file_each_and_never_stand_in_each_others_way() {
    let repository = with_kit();
    let forge = repository.forge();
    let one_file = |ask: Ask, folder: &str| {
        let base = proposal("kit");
        let file = EntryFile::new(format!("{folder}/{}.yaml", base.id), b"stars: 4\n".to_vec());
        Proposal { ask, files: vec![file], ..base }
    };
    let all =
        [one_file(Ask::Review, "reviews"), one_file(Ask::Review, "reviews"), one_file(Ask::Use, "uses")];
    for proposal in &all {
        forge.propose(proposal).unwrap();
    }
    for proposal in &all {
        merge(&forge, proposal, 1_700_000_100).unwrap();
        assert_eq!(forge.fate(proposal).unwrap(), Fate::Published);
    }
    let other = Proposal { files: all[0].files.clone(), ask: Ask::Review, ..proposal("kit") };
    assert!(matches!(forge.propose(&other), Err(ForgeError::Refused(_))));
}

#[test]
fn a_report_has_no_branch_and_waits_in_the_queue() {
    let repository = with_kit();
    let forge = repository.forge();
    let report = Proposal { ask: Ask::Report, files: Vec::new(), ..proposal("kit") };
    let waiting = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert_eq!(waiting.block_on(forge.open_issue(report.clone())), Ok(Proposed::default()));
    assert_eq!(forge.fate(&report).unwrap(), Fate::Open);
    assert_eq!(repository.git(&["branch", "--list", "contrib/*"]), "");
}

#[test]
fn only_the_folder_of_the_entry_can_differ_whatever_was_asked_for() {
    let repository = with_kit();
    let forge = repository.forge();
    for ask in Ask::ALL {
        for path in ["../other/en.md", "../../site.yaml", "/site.yaml", "..", "files/../../x"] {
            let proposal =
                Proposal { ask, files: vec![EntryFile::new(path, b"x".to_vec())], ..proposal("kit") };
            assert!(matches!(forge.propose(&proposal), Err(ForgeError::Refused(_))), "{ask:?} {path}");
        }
    }
}

/// The next version of a proposal, sent a minute later, with other words.
fn renewed(proposal: &Proposal, commit: Option<String>, words: &str) -> Proposal {
    let mut renewed =
        Proposal { version: proposal.version + 1, sent: proposal.sent + 60, commit, ..proposal.clone() };
    renewed.files[0].bytes = words.as_bytes().to_vec();
    renewed
}

#[test]
fn a_new_version_is_one_more_commit_on_its_branch_however_often_it_is_tried() {
    let repository = Repository::new();
    let forge = repository.forge();
    let first = proposal("kit");
    let commit = forge.propose(&first).unwrap().commit;
    let mut second = renewed(&first, commit, "---\nname: New kit\n---\n");
    // The file of the first version is gone in the second.
    second.files.remove(1);
    let before = repository.state_of_checkout();
    let made = forge.propose(&second).unwrap();
    assert_eq!(forge.propose(&second).unwrap(), made);
    // Killed before it was noted, it does not even know the first commit.
    let forgetful = Proposal { commit: None, ..second.clone() };
    assert_eq!(forge.propose(&forgetful).unwrap(), made);
    assert_eq!(repository.git(&["rev-list", "--count", &format!("main..{}", first.id.branch())]), "2");
    assert_eq!(contents(&forge.read(&second).unwrap()), as_sent(&second));
    assert_eq!(repository.state_of_checkout(), before);
    merge(&forge, &second, 1_700_000_100).unwrap();
    assert_eq!(forge.fate(&Proposal { commit: made.commit, ..second }).unwrap(), Fate::Published);
}

#[test]
fn a_new_version_keeps_what_maintainers_changed_and_never_overwrites_it() {
    let repository = Repository::new();
    let forge = repository.forge();
    let first = proposal("kit");
    let commit = forge.propose(&first).unwrap().commit;
    repository.git(&["checkout", "--quiet", &first.id.branch()]);
    repository.write("content/interlinkers/kit/interlinker.yaml", "nature: software\n");
    repository.commit("a maintainer mends the nature");
    let second = renewed(&first, commit.clone(), "---\nname: New kit\n---\n");
    forge.propose(&second).unwrap();
    let branch = forge.read(&second).unwrap();
    let text = |path: &str| {
        let file = branch.files.iter().find(|file| file.path == path).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    assert_eq!(text("interlinker.yaml"), "nature: software\n");
    assert_eq!(text("en.md"), "---\nname: New kit\n---\n");
    let tip = branch.commit.clone();
    let mut third = renewed(&second, Some(tip.clone()), "---\nname: Newer kit\n---\n");
    third.files[2].bytes = b"nature: external-software\n".to_vec();
    // Both have changed the nature since the first version, each in its own way.
    let third = Proposal { commit, ..third };
    assert!(matches!(forge.propose(&third), Err(ForgeError::Conflict(_))));
    assert_eq!(forge.read(&third).unwrap().commit, tip);
}
