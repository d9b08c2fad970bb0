//! `interlink init`: a new administration's catalogue in a new folder. It asks nothing.

use super::{Outcome, print_line};
use generator::init::{LANGUAGES, starter_files, write_starter};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct InitArguments {
    /// The new folder; one that is there has to be empty.
    dir: PathBuf,
    /// The first language of the catalogue and of its README: en, es, it or lv.
    #[arg(long, default_value = "en", value_name = "LANG", value_parser = clap::builder::PossibleValuesParser::new(LANGUAGES))]
    lang: String,
}

pub(super) fn run(arguments: &InitArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let files = starter_files(&arguments.lang);
    write_starter(&arguments.dir, &files)?;
    if !quiet {
        print_line(format_args!(
            "{}: {} files; README.md there says how it becomes a site",
            arguments.dir.display(),
            files.len()
        ))?;
    }
    Ok(Outcome::Done)
}
