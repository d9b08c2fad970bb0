//! `interlink apply FILE`: a contribution that came by mail becomes files of the content.

use std::fs::File;
use std::path::PathBuf;

use super::{ContentFolder, Outcome, wants_colour};
use anyhow::Context as _;
use generator::apply::{plan, write};
use generator::diagnostic::{Diagnostics, Severity};
use generator::diagnostic_output::{Format, write_diagnostics};
use generator::model::Slug;
use generator::source::Source;

#[derive(Debug, clap::Args)]
pub(super) struct ApplyArguments {
    /// The archive that the form of a site without a service has saved.
    file: PathBuf,
    /// The folder of the entry, where it is to be another than the one the archive names.
    #[arg(long)]
    slug: Option<String>,
    #[command(flatten)]
    content: ContentFolder,
}

pub(super) fn run(arguments: &ApplyArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let content = &arguments.content.content;
    let source = Source::read(content).with_context(|| {
        format!("the content folder {} cannot be read; name another with --content", content.display())
    })?;
    let slug = arguments.slug.as_deref().map(Slug::parse).transpose();
    let slug =
        slug.with_context(|| format!("“{}” cannot be a folder", arguments.slug.as_deref().unwrap_or("")))?;
    let name = arguments.file.display();
    let archive = File::open(&arguments.file).with_context(|| format!("{name} cannot be read"))?;
    let application = plan(&source, archive, slug.as_ref()).with_context(|| name.to_string())?;
    let mut found = Diagnostics::new();
    found.extend(application.diagnostics.iter().cloned());
    let prefix = format!("{}/", content.display().to_string().trim_end_matches('/'));
    let has_errors = application.diagnostics.iter().any(|found| found.severity == Severity::Error);
    if has_errors || !quiet {
        let told = write_diagnostics(&found, Format::Human, &prefix, wants_colour(&std::io::stderr()));
        eprint!("{told}");
    }
    if has_errors {
        eprintln!("nothing was written; ask whoever sent it for another version, or unpack and mend it");
        return Ok(Outcome::ContentHasErrors);
    }
    write(content, &application)
        .with_context(|| format!("{} cannot be written", content.join(&application.folder).display()))?;
    if !quiet {
        for path in application.files.keys() {
            eprintln!("{}/{}/{path}", content.display(), application.folder);
        }
        if application.files.keys().any(|path| path.starts_with("files/")) {
            eprintln!("open its files before you commit them: no service has looked at what is inside them");
        }
    }
    Ok(Outcome::Done)
}
