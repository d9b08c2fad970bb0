//! `interlink translations export|import`: exchange with translators' tools through PO files.

use super::{ContentFolder, Outcome};
use anyhow::{Context as _, bail};
use generator::source::Source;
use generator::translation::import::{Import, plan_import, readable, write_files};
use generator::translation::po;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct TranslationsArguments {
    #[command(subcommand)]
    command: TranslationsCommand,
}

#[derive(Debug, clap::Subcommand)]
enum TranslationsCommand {
    /// Write every text that is to be translated into a PO file.
    Export(PoArguments),
    /// Put the translations of a PO file into the content.
    Import(PoArguments),
}

#[derive(Debug, clap::Args)]
struct PoArguments {
    /// The language of the translations, such as lv.
    #[arg(long, value_name = "LANG")]
    lang: String,
    /// The PO file; - is standard output or input.
    file: PathBuf,
    #[command(flatten)]
    content: ContentFolder,
}

pub(super) fn run(arguments: &TranslationsArguments, quiet: bool) -> anyhow::Result<Outcome> {
    match &arguments.command {
        TranslationsCommand::Export(arguments) => export(arguments, quiet),
        TranslationsCommand::Import(arguments) => import(arguments, quiet),
    }
}

fn read_source(arguments: &PoArguments) -> anyhow::Result<(Source, generator::Checked)> {
    let content = &arguments.content.content;
    let source = Source::read(content).with_context(|| {
        format!("the content folder {} cannot be read; name another with --content", content.display())
    })?;
    let checked = generator::check_source(&source, generator::history::History::default());
    let languages = &checked.site.settings.languages;
    if !languages.contains(&arguments.lang) {
        bail!(
            "the site has no language “{}”; its languages are {}; site.yaml lists them",
            arguments.lang,
            languages.join(", ")
        );
    }
    Ok((source, checked))
}

fn export(arguments: &PoArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let (_, checked) = read_source(arguments)?;
    let text = po::export(&checked.site, &arguments.lang, Some(&arguments.content.content));
    if arguments.file == Path::new("-") {
        std::io::stdout().write_all(text.as_bytes())?;
        return Ok(Outcome::Done);
    }
    let folder = arguments.file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let written = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        readable(file.path())?;
        file.persist(&arguments.file).map_err(|error| error.error)
    });
    written.with_context(|| format!("{} cannot be written", arguments.file.display()))?;
    if !quiet {
        eprintln!("{}: {} texts", arguments.file.display(), text.matches("\nmsgctxt ").count());
    }
    Ok(Outcome::Done)
}

fn import(arguments: &PoArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let (source, _) = read_source(arguments)?;
    let name = arguments.file.display();
    let text = if arguments.file == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        fs::read_to_string(&arguments.file)
    };
    let text = text.with_context(|| format!("{name} cannot be read as UTF-8 text"))?;
    if let Some(language) = po::language_of(&text).filter(|language| *language != arguments.lang) {
        bail!("{name} is in the language “{language}”, not in “{}”; say --lang {language}", arguments.lang);
    }
    let messages = match po::parse(&text) {
        Ok(messages) => messages,
        Err(error) => bail!("{name}:{}: {}", error.line, error.message),
    };
    let import = plan_import(&source, &arguments.lang, &messages);
    for (line, what) in &import.ignored {
        eprintln!("{name}:{line}: warning: {what}; the message is left out");
    }
    if !import.refused.is_empty() {
        for (line, what) in &import.refused {
            eprintln!("{name}:{line}: error: {what}");
        }
        eprintln!("nothing was written; mend these messages and import again");
        return Ok(Outcome::ContentHasErrors);
    }
    write_files(&arguments.content.content, &import.files)
        .with_context(|| format!("{} cannot be written", arguments.content.content.display()))?;
    if !quiet {
        eprintln!("{}", summary(&import));
    }
    Ok(Outcome::Done)
}

fn summary(import: &Import) -> String {
    format!(
        "{} texts changed in {} files, {} confirmed, {} as they were, {} without a translation, {} fuzzy, {} left out",
        import.changed,
        import.files.len(),
        import.confirmed,
        import.unchanged,
        import.empty,
        import.fuzzy,
        import.ignored.len()
    )
}
