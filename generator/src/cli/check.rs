//! `interlink check`: every mistake of a run, in file order, on standard output.

use super::{ContentFolder, Outcome, wants_colour};
use anyhow::Context as _;
use generator::diagnostic_output::{Format, summary, write_diagnostics};
use std::io::Write;

#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    content: ContentFolder,
    /// How mistakes are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &CheckArguments) -> anyhow::Result<Outcome> {
    let folder = &arguments.content.content;
    let checked = generator::check(folder).with_context(|| {
        format!("the content folder {} cannot be read; name another with --content", folder.display())
    })?;
    let mut output = std::io::stdout().lock();
    let prefix = format!("{}/", folder.display().to_string().trim_end_matches('/'));
    let colour = wants_colour(&output);
    output
        .write_all(write_diagnostics(&checked.diagnostics, arguments.format, &prefix, colour).as_bytes())?;
    if arguments.format == Format::Human {
        let summary = summary(&checked.diagnostics);
        if summary.is_empty() {
            writeln!(output, "no mistakes found")?;
        } else {
            writeln!(output, "{summary}")?;
        }
    }
    output.flush()?;
    Ok(if checked.diagnostics.has_errors() { Outcome::ContentHasErrors } else { Outcome::Done })
}
