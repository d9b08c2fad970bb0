//! `interlink`: runs a command, prints its diagnostics, chooses the exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    generator::media::draw_if_asked().unwrap_or_else(cli::run)
}
