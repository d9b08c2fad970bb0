//! `interlink check`: every mistake of a run, in file order, on standard output; of the content, or
//! of one process file.

use super::process::read_file;
use super::{ContentFolder, Outcome, wants_colour};
use anyhow::Context as _;
use generator::diagnostic::Diagnostics;
use generator::diagnostic_output::{Format, summary, write_diagnostics};
use std::io::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    content: ContentFolder,
    /// Check this process file of a team (process.yaml) instead of the content.
    #[arg(long, value_name = "FILE")]
    process: Option<PathBuf>,
    /// How mistakes are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &CheckArguments) -> anyhow::Result<Outcome> {
    if let Some(file) = &arguments.process {
        let bytes = read_file(file)?;
        let found = generator::process::check_process(&file.display().to_string(), &bytes);
        return tell(&found, arguments.format, "");
    }
    let folder = &arguments.content.content;
    let checked = generator::check(folder).with_context(|| {
        format!("the content folder {} cannot be read; name another with --content", folder.display())
    })?;
    let prefix = format!("{}/", folder.display().to_string().trim_end_matches('/'));
    tell(&checked.diagnostics, arguments.format, &prefix)
}

fn tell(diagnostics: &Diagnostics, format: Format, prefix: &str) -> anyhow::Result<Outcome> {
    let mut output = std::io::stdout().lock();
    let colour = wants_colour(&output);
    output.write_all(write_diagnostics(diagnostics, format, prefix, colour).as_bytes())?;
    if format == Format::Human {
        let summary = summary(diagnostics);
        if summary.is_empty() {
            writeln!(output, "no mistakes found")?;
        } else {
            writeln!(output, "{summary}")?;
        }
    }
    output.flush()?;
    Ok(if diagnostics.has_errors() { Outcome::ContentHasErrors } else { Outcome::Done })
}
