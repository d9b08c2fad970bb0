//! `interlink import`: foreign formats -> a content folder.

use super::Outcome;
use clap::{Args, Subcommand};
use generator::import::import_interlink_seed;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    #[command(subcommand)]
    format: Format,
}

#[derive(Debug, Subcommand)]
enum Format {
    /// The original INTERLINK project's catalogue; makes a complete content folder.
    InterlinkSeed {
        /// The folder with interlinkers, problemprofiles and schemas in it.
        source: PathBuf,
        /// The content folder to make, or to bring up to date.
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
}

/// Imports, prints the report, and says on standard error what became of the files.
pub(super) fn run(arguments: &ImportArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let Format::InterlinkSeed { source, into } = &arguments.format;
    let report = import_interlink_seed(source, into)?;
    // A reader that stops early, such as `head`, is no failure of the import.
    let _ = std::io::Write::write_all(&mut std::io::stdout().lock(), report.to_markdown().as_bytes());
    if !quiet {
        let plan = &report.plan;
        eprintln!(
            "{} files written, {} unchanged, {} kept as a person left them; the report is {}",
            plan.write.len(),
            plan.unchanged.len(),
            plan.kept.len() + plan.deleted.len(),
            into.join("IMPORT-REPORT.md").display()
        );
    }
    Ok(Outcome::Done)
}
