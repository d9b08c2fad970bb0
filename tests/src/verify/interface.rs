//! The running contribution service is held to its own OpenAPI description by schemathesis (MIT): requests
//! made from the description and against it, in every field and in sequences, must be answered as the
//! description says and never with a failure of the server.

use anyhow::Result;

use super::Outcome;
use super::command::{Workspace, run};
use super::python::Environment;
use crate::programs;
use crate::service_test::{ServiceTest, WITHOUT_LIMITS};
use crate::site_test::SiteTest;

const SCHEMATHESIS: Environment = Environment {
    name: "schemathesis-4.32.5-6.170.17",
    packages: &["schemathesis==4.32.5", "hypothesis==6.170.17"],
    modules: "schemathesis",
};

/// Two checks are left out, because a form is no interface of a bank: a field that no form has is passed
/// over, and an answer of the right shape may still need mending (422).
const LEFT_OUT: &str = "negative_data_rejection,positive_data_acceptance";

/// Every answer is as the description says.
pub(super) fn check(workspace: &Workspace) -> Result<Outcome> {
    let schemathesis = SCHEMATHESIS.install(workspace)?.join("schemathesis");
    programs::lie_in(workspace.target.join("debug"));
    // A visitor who sends thousands of forms a minute would be asked to come back later.
    let mut settings = WITHOUT_LIMITS.to_vec();
    // A challenge is asked for, and an answer may be missing.
    settings.push(("INTERLINK_PROOF_OF_WORK", "1"));
    let service = ServiceTest::start_with(SiteTest::of_the_repository(), &settings);
    let mut command = workspace.command(schemathesis);
    // It keeps what it has found beside where it is started.
    command.current_dir(service.site.folder());
    let site = service.url("");
    command.arg("run").arg(service.url("openapi.json"));
    command.arg("--header").arg(format!("Origin: {}", site.trim_end_matches('/')));
    command.args(["--header", "Accept: application/json", "--exclude-checks", LEFT_OUT]);
    command.args(["--phases", "examples,coverage,fuzzing,stateful", "--max-examples", "20"]);
    command.args([
        "--seed",
        "1",
        "--generation-database",
        "none",
        "--continue-on-failure",
        "--warnings",
        "off",
    ]);
    run(&mut command)
}
