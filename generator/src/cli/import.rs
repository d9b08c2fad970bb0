//! `interlink import`: foreign formats -> a content folder, or a team's process file.

use super::Outcome;
use super::process::replace;
use anyhow::ensure;
use clap::{Args, Subcommand};
use generator::import::{
    ImportReport, import_interlink_process, import_interlink_seed, import_publiccode, interlink_seed,
    publiccode,
};
use std::path::{Path, PathBuf};

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
    /// A process that a team exported from the original INTERLINK environment; makes a process file.
    InterlinkProcess {
        /// The archive (.zip) that the original environment has made.
        source: PathBuf,
        /// The process file to make, such as process.yaml. It must not be there yet.
        #[arg(long, value_name = "FILE")]
        into: PathBuf,
    },
    /// Software described by publiccode.yml; adds Interlinkers to a content folder.
    Publiccode {
        /// A publiccode.yml, or a folder: every publiccode.yml in it and below it.
        source: PathBuf,
        /// The content folder to add to.
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
}

/// Imports, prints the report, and says on standard error what became of the files.
pub(super) fn run(arguments: &ImportArguments, quiet: bool) -> anyhow::Result<Outcome> {
    match &arguments.format {
        Format::InterlinkSeed { source, into } => {
            tell(&import_interlink_seed(source, into)?, &into.join(interlink_seed::REPORT), quiet);
        }
        Format::InterlinkProcess { source, into } => {
            ensure!(!into.exists(), "{} is there already; choose another name", into.display());
            let imported = import_interlink_process(source)?;
            replace(into, &imported.text)?;
            print(&imported.report);
            if !quiet {
                eprintln!("{} is written; `interlink check --process` says what to look at", into.display());
            }
        }
        Format::Publiccode { source, into } => {
            tell(&import_publiccode(source, into)?, &into.join(publiccode::REPORT), quiet);
        }
    }
    Ok(Outcome::Done)
}

fn print(report: &ImportReport) {
    // A reader that stops early, such as `head`, is no failure of the import.
    let _ = std::io::Write::write_all(&mut std::io::stdout().lock(), report.to_markdown().as_bytes());
}

fn tell(report: &ImportReport, place: &Path, quiet: bool) {
    print(report);
    if !quiet {
        let plan = &report.plan;
        eprintln!(
            "{} files written, {} unchanged, {} kept as a person left them; the report is {}",
            plan.write.len(),
            plan.unchanged.len(),
            plan.kept.len() + plan.deleted.len(),
            place.display()
        );
    }
}
