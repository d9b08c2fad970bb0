//! The suite that every forge passes.

use contrib_service::forge::{Discard, Fate, ForgeError, Proposal};
use contrib_service::queue::ask::Ask;
use contrib_service::queue::job::EntryFile;
use generator::model::{Kind, Slug};
use interlink_tests::forge_double::Merge;

use super::stage::{Local, Network, Stage, Words, edit, kit, new_entry, one_file, outcome, proposal, wait};

const KIT: &str = "content/interlinkers/kit";

/// Each of these is a test of each forge.
macro_rules! every_forge {
    ($($name:ident)*) => {
        mod local {
            $(#[test] fn $name() { super::$name(&super::Local::new()); })*
        }
        mod github_by_documents {
            $(#[test] fn $name() { super::$name(&super::Network::speaking(super::Words::Documents)); })*
        }
        mod github_by_rest {
            $(#[test] fn $name() { super::$name(&super::Network::speaking(super::Words::Rest)); })*
        }
        mod gitlab {
            $(#[test] fn $name() { super::$name(&super::Network::speaking(super::Words::Gitlab)); })*
        }
        mod forgejo {
            $(#[test] fn $name() { super::$name(&super::Network::speaking(super::Words::Forgejo)); })*
        }
    };
}

every_forge! {
    a_new_entry_is_one_branch_with_exactly_its_files
    proposing_again_after_a_restart_changes_nothing
    each_kind_of_asking_touches_only_its_own_files
    edits_of_different_fields_meet_when_the_main_branch_has_moved
    an_edit_of_the_same_field_is_a_conflict_and_nothing_is_written
    an_edit_of_an_entry_that_was_renamed_or_removed_says_so
    what_is_there_already_is_told_and_a_taken_name_is_refused
    every_way_of_merging_counts_as_published
    what_somebody_changed_on_the_branch_is_read_and_counts
    no_path_leaves_the_folder_of_the_entry
    a_later_version_goes_on_top_and_keeps_what_maintainers_changed
    taking_it_back_twice_removes_the_branch_once
}

fn a_new_entry_is_one_branch_with_exactly_its_files(stage: &dyn Stage) {
    let proposal = new_entry("new-kit");
    let proposed = wait(stage.forge().propose(proposal.clone())).unwrap();
    assert!(proposed.commit.is_some());
    assert_eq!(stage.branches(), [proposal.id.branch()]);
    assert_eq!(
        stage.changes(&proposal.id.branch()),
        "A content/interlinkers/new-kit/en.md\nA content/interlinkers/new-kit/files/x.pdf\n\
         A content/interlinkers/new-kit/interlinker.yaml"
    );
    let read = wait(stage.forge().read(proposal.clone())).unwrap();
    let bytes: Vec<&[u8]> = read.files.iter().map(|file| file.bytes.as_slice()).collect();
    let sent: Vec<&[u8]> = proposal.files.iter().map(|file| file.bytes.as_slice()).collect();
    assert_eq!((bytes, Some(read.commit)), (sent, proposed.commit));
    assert_eq!(outcome(&*stage.forge(), &proposal).unwrap().fate, Fate::Open);
    stage.end();
}

fn proposing_again_after_a_restart_changes_nothing(stage: &dyn Stage) {
    let proposal = new_entry("new-kit");
    let first = wait(stage.forge().propose(proposal.clone())).unwrap();
    stage.push("main", &[("README.md", "Later\n")]);
    for _ in 0..2 {
        assert_eq!(wait(stage.forge().propose(proposal.clone())).unwrap(), first);
    }
    assert_eq!(stage.branches().len(), 1);
    stage.end();
}

fn each_kind_of_asking_touches_only_its_own_files(stage: &dyn Stage) {
    let forge = stage.forge();
    let words = EntryFile::new("lv.md", "---\nname: Komplekts\n---\n".as_bytes().to_vec());
    let cases = [
        (edit(&*forge, "en.md", "A kit.", "A good kit."), format!("M {KIT}/en.md")),
        (proposal(Ask::Translation, "kit", vec![words]), format!("A {KIT}/lv.md")),
        (one_file(Ask::Use, "uses"), "A uses".to_owned()),
        (one_file(Ask::Review, "reviews"), "A reviews".to_owned()),
    ];
    for (proposal, changes) in &cases {
        wait(forge.propose(proposal.clone())).unwrap();
        let expected = match changes.as_str() {
            "A uses" => format!("A {KIT}/uses/{}.yaml", proposal.id),
            "A reviews" => format!("A {KIT}/reviews/{}.yaml", proposal.id),
            other => other.to_owned(),
        };
        assert_eq!(stage.changes(&proposal.id.branch()), expected);
    }
    // None of them stands in the way of another.
    for (proposal, _) in &cases {
        stage.merge(proposal, Merge::Commit);
    }
    for (proposal, _) in &cases {
        assert_eq!(outcome(&*forge, proposal).unwrap().fate, Fate::Published, "{:?}", proposal.ask);
    }
    stage.end();
}

fn edits_of_different_fields_meet_when_the_main_branch_has_moved(stage: &dyn Stage) {
    let forge = stage.forge();
    let late = edit(&*forge, "en.md", "summary: A kit.", "summary: A good kit.");
    let words = "---\nname: The kit\nsummary: A kit.\n---\n\nText.\n";
    stage.push("main", &[(&format!("{KIT}/en.md"), words)]);
    let proposed = wait(forge.propose(late.clone())).unwrap();
    assert_eq!(
        stage.file(&late.id.branch(), &format!("{KIT}/en.md")),
        "---\nname: The kit\nsummary: A good kit.\n---\n\nText."
    );
    stage.merge(&late, Merge::Squash);
    let late = Proposal { commit: proposed.commit, request: proposed.request, ..late };
    assert_eq!(outcome(&*forge, &late).unwrap().fate, Fate::Published);
    stage.end();
}

fn an_edit_of_the_same_field_is_a_conflict_and_nothing_is_written(stage: &dyn Stage) {
    let forge = stage.forge();
    let late = edit(&*forge, "en.md", "summary: A kit.", "summary: A good kit.");
    let words = "---\nname: Kit\nsummary: A bad kit.\n---\n\nText.\n";
    stage.push("main", &[(&format!("{KIT}/en.md"), words)]);
    let conflict = ForgeError::Conflict(vec![format!("{KIT}/en.md (summary)")]);
    assert_eq!(wait(forge.propose(late)), Err(conflict));
    assert_eq!(stage.branches(), Vec::<String>::new());
    assert!(stage.file("main", &format!("{KIT}/en.md")).contains("A bad kit."));
    stage.end();
}

fn an_edit_of_an_entry_that_was_renamed_or_removed_says_so(stage: &dyn Stage) {
    let forge = stage.forge();
    let late = edit(&*forge, "en.md", "A kit.", "A good kit.");
    stage.rename("kit", "the-kit", "nature: knowledge\nformer-slugs:\n  - kit\n");
    assert_eq!(wait(forge.propose(late.clone())), Err(ForgeError::Renamed(Slug::parse("the-kit").unwrap())));
    stage.push("main", &[("content/interlinkers/the-kit/interlinker.yaml", "nature: knowledge\n")]);
    assert_eq!(wait(forge.propose(late)), Err(ForgeError::Removed));
    assert_eq!(stage.branches(), Vec::<String>::new());
    stage.end();
}

fn what_is_there_already_is_told_and_a_taken_name_is_refused(stage: &dyn Stage) {
    let forge = stage.forge();
    let same = edit(&*forge, "en.md", "A kit.", "A good kit.");
    stage.push("main", &[(&format!("{KIT}/en.md"), "---\nname: Kit\nsummary: A good kit.\n---\n\nText.\n")]);
    assert_eq!(wait(forge.propose(same)), Err(ForgeError::AlreadyThere));
    let taken = wait(forge.propose(new_entry("kit")));
    assert!(matches!(taken, Err(ForgeError::Conflict(_))), "{taken:?}");
    assert_eq!(stage.branches(), Vec::<String>::new());
    stage.end();
}

fn every_way_of_merging_counts_as_published(stage: &dyn Stage) {
    let forge = stage.forge();
    for (slug, how) in [("one", Merge::Commit), ("two", Merge::Squash), ("three", Merge::Rebase)] {
        let proposal = new_entry(slug);
        let proposed = wait(forge.propose(proposal.clone())).unwrap();
        let proposal = Proposal { commit: proposed.commit, request: proposed.request, ..proposal };
        assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Open);
        stage.push("main", &[("README.md", slug)]);
        stage.merge(&proposal, how);
        assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Published, "{how:?}");
    }
    stage.end();
}

fn what_somebody_changed_on_the_branch_is_read_and_counts(stage: &dyn Stage) {
    let forge = stage.forge();
    let proposal = new_entry("new-kit");
    wait(forge.propose(proposal.clone())).unwrap();
    let branch = proposal.id.branch();
    stage.push(&branch, &[("content/interlinkers/new-kit/en.md", "---\nname: Better\n---\n")]);
    // A crash before the note: it is still one branch, and what was added stays.
    wait(stage.forge().propose(proposal.clone())).unwrap();
    assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Open);
    let read = wait(forge.read(proposal.clone())).unwrap();
    assert_eq!(read.files[0].bytes, b"---\nname: Better\n---\n");
    assert_eq!(stage.branches().len(), 1);
    stage.end();
}

fn a_later_version_goes_on_top_and_keeps_what_maintainers_changed(stage: &dyn Stage) {
    let first = new_entry("new-kit");
    let proposed = wait(stage.forge().propose(first.clone())).unwrap();
    let branch = first.id.branch();
    stage.push(&branch, &[("content/interlinkers/new-kit/interlinker.yaml", "nature: software\n")]);
    let words = EntryFile::new("en.md", b"---\nname: Other words\nsummary: S\n---\n".to_vec());
    // The file of the first version is left out of the second one.
    let files = vec![words.clone(), first.files[2].clone()];
    let second = Proposal {
        version: 2,
        sent: first.sent + 60,
        files,
        commit: proposed.commit.clone(),
        request: proposed.request.clone(),
        ..first.clone()
    };
    let renewed = wait(stage.forge().propose(second.clone())).unwrap();
    assert_ne!(renewed.commit, proposed.commit);
    assert_eq!(renewed.request, proposed.request);
    let read = wait(stage.forge().read(second.clone())).unwrap();
    let held: Vec<(&str, &[u8])> =
        read.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    assert_eq!(held, [("en.md", words.bytes.as_slice()), ("interlinker.yaml", b"nature: software\n")]);
    // Killed before it was noted, it is tried again, and nothing is done twice.
    let again = wait(stage.forge().propose(second)).unwrap();
    assert_eq!(again.commit, renewed.commit);
    assert_eq!(stage.branches(), [branch]);
    stage.end();
}

fn no_path_leaves_the_folder_of_the_entry(stage: &dyn Stage) {
    let forge = stage.forge();
    for ask in Ask::ALL.into_iter().filter(|ask| !ask.is_issue()) {
        for path in
            ["../other/en.md", "../../../.github/workflows/x.yml", "/README.md", ".git/config", "a/b/c"]
        {
            let proposal = proposal(ask, "kit", vec![EntryFile::new(path, b"x".to_vec())]);
            let refused = wait(forge.propose(proposal));
            assert!(matches!(refused, Err(ForgeError::Refused(_))), "{ask:?} {path} {refused:?}");
        }
    }
    assert_eq!(stage.branches(), Vec::<String>::new());
    stage.end();
}

fn taking_it_back_twice_removes_the_branch_once(stage: &dyn Stage) {
    let forge = stage.forge();
    let (kept, gone) = (new_entry("kept"), new_entry("gone"));
    wait(forge.propose(kept.clone())).unwrap();
    wait(forge.propose(gone.clone())).unwrap();
    for _ in 0..2 {
        let discard = Discard { id: gone.id.clone(), ask: gone.ask, sent: gone.sent, request: None };
        wait(forge.discard(discard)).unwrap();
    }
    assert_eq!(stage.branches(), [kept.id.branch()]);
    let fate = outcome(&*forge, &gone).unwrap().fate;
    assert!(matches!(fate, Fate::Gone | Fate::Declined), "{fate:?}");
    assert_eq!(wait(forge.entry(Kind::Interlinker, kit())).unwrap().files.len(), 2);
    stage.end();
}
