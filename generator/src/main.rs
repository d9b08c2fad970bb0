//! `interlink`: runs a command, prints its diagnostics, chooses the exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
