//! Tests that could not do their work, because the original project's data are not there. They
//! count as passed for the runner, so the summary names each of them; in continuous integration,
//! where the data have to be, the step fails.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::command::Workspace;
use super::{NOT_CHECKED, Outcome};

/// What `INTERLINK_SHARED` says where the data cannot be, such as on a public forge.
const NONE: &str = "none";

/// The list that the tests of one run write.
pub(super) struct SkippedTests(PathBuf);

impl SkippedTests {
    /// Begins with an empty list.
    pub(super) fn begin(workspace: &Workspace) -> Result<SkippedTests> {
        let file = workspace.target.join("skipped-tests");
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("cannot remove {}", file.display()))
            }
            _ => Ok(SkippedTests(file)),
        }
    }

    /// Where the tests write.
    pub(super) fn file(&self) -> &Path {
        &self.0
    }

    /// What a run has come to, in the light of what it skipped.
    pub(super) fn judge(&self, outcome: Outcome) -> Outcome {
        let list = fs::read_to_string(&self.0).unwrap_or_default();
        judge(outcome, &list, must_be_there())
    }
}

/// How a step ends that found nothing wrong but could not look at everything, because there is no
/// shared data.
pub(super) fn without_shared_data(what: &str) -> Outcome {
    let why = format!("{NOT_CHECKED}: {what}; INTERLINK_SHARED names the folder of the shared data");
    if must_be_there() {
        Outcome::Failed(format!("{why}, or says “none” where it cannot be"))
    } else {
        Outcome::PassedWithNote(why)
    }
}

fn must_be_there() -> bool {
    is_set("CI") && env::var_os("INTERLINK_SHARED").is_none_or(|shared| shared != NONE)
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !["", "false", "0"].iter().any(|off| value == *off))
}

fn judge(outcome: Outcome, list: &str, must_be_there: bool) -> Outcome {
    let tests: BTreeSet<&str> = list.lines().filter(|line| !line.is_empty()).collect();
    if tests.is_empty() {
        return outcome;
    }
    let names: String = tests.iter().map(|test| format!("\n    {test}")).collect();
    let why = format!(
        "NOT CHECKED: {} tests, because the original project's data are not there; \
         INTERLINK_SHARED names their folder",
        tests.len()
    );
    match outcome {
        Outcome::Failed(reason) => Outcome::Failed(format!("{reason}; {why}{names}")),
        _ if must_be_there => Outcome::Failed(format!("{why}, or says “none” where they cannot be{names}")),
        _ => Outcome::PassedWithNote(format!("{why}{names}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "seed::b\nseed::a\nseed::b\n";

    #[test]
    fn nothing_skipped_changes_nothing() {
        assert!(matches!(judge(Outcome::Passed, "", true), Outcome::Passed));
    }

    #[test]
    fn what_was_skipped_is_named_each_once() {
        let Outcome::PassedWithNote(note) = judge(Outcome::Passed, LIST, false) else { panic!("a note") };
        assert!(note.starts_with("NOT CHECKED: 2 tests"), "{note}");
        assert!(note.ends_with("\n    seed::a\n    seed::b"), "{note}");
    }

    #[test]
    fn in_continuous_integration_a_skipped_test_is_a_failure() {
        let Outcome::Failed(reason) = judge(Outcome::Passed, LIST, true) else { panic!("a failure") };
        assert!(reason.starts_with("NOT CHECKED: 2 tests"), "{reason}");
    }

    #[test]
    fn a_failed_run_stays_failed_and_tells_what_it_skipped() {
        let failed = Outcome::Failed("`cargo test` ended with 1".to_owned());
        let Outcome::Failed(reason) = judge(failed, LIST, false) else { panic!("a failure") };
        assert!(reason.starts_with("`cargo test` ended with 1; NOT CHECKED: 2 tests"), "{reason}");
    }
}
