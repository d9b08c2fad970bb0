//! The command line. Results go to standard output, diagnostics and progress of
//! every command but `check` to standard error. Exit codes: 0 done, 1 the content has errors,
//! 2 wrong usage or an input or output failure.

mod apply;
mod build;
mod check;
mod deploy;
mod deploy_files;
mod import;
mod init;
mod process;
mod search;
mod serve;
mod translations;
mod write;

use clap::{Args, Parser, Subcommand};
use std::io::{IsTerminal, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks a catalogue of Interlinkers kept in Git and builds its static site.
#[derive(Debug, Parser)]
#[command(name = "interlink", version, max_term_width = 100)]
struct Cli {
    /// Print results only, no progress.
    #[arg(long, short, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Find every mistake in the content.
    Check(check::CheckArguments),
    /// Make content of another catalogue's data.
    Import(import::ImportArguments),
    /// Build the site.
    Build(build::BuildArguments),
    /// Build, serve on this machine, and build again after every change.
    Serve(serve::ServeArguments),
    /// Send a built site to storage like Amazon S3; only what has changed.
    Deploy(deploy::DeployArguments),
    /// Write the settings of a web server or of a host for a site.
    DeployFiles(deploy_files::DeployFilesArguments),
    /// Begin the catalogue of a new administration: content, an edition, workflow, settings, README.
    Init(init::InitArguments),
    /// Search as a reader would.
    Search(search::SearchArguments),
    /// Turn a contribution that came by mail into files of the content.
    Apply(apply::ApplyArguments),
    /// Begin a new entry.
    New(write::NewArguments),
    /// Bring content files into their canonical form; comments stay.
    Fmt(write::FmtArguments),
    /// Work on a team's process file.
    Process(process::ProcessArguments),
    /// Exchange translations with translators' tools, as PO files.
    Translations(translations::TranslationsArguments),
    /// Print the JSON Schema of a kind, for completion in editors.
    Schema(write::SchemaArguments),
}

/// Where the content lies.
#[derive(Debug, Args)]
struct ContentFolder {
    /// The content folder.
    #[arg(long, default_value = "content", env = "INTERLINK_CONTENT", value_name = "DIR")]
    content: PathBuf,
}

/// Where smaller pictures and previews are kept between builds.
#[derive(Debug, Args)]
struct CacheFolder {
    /// Where smaller pictures and previews are kept between builds; it may be deleted between them
    /// [env: INTERLINK_CACHE; default: interlink/ in the user's folder for caches].
    // `default_folder` reads the variable: clap would refuse an empty one, which means none.
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
}

impl CacheFolder {
    /// The folder that is named, else the user's; none where there is no home folder.
    fn folder(&self) -> Option<PathBuf> {
        self.cache.clone().or_else(generator::media::default_folder)
    }
}

/// What a command may come to. An `Err` of a command is exit code 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    ContentHasErrors,
}

/// Runs the command of this process.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Import(arguments) => import::run(&arguments, cli.quiet),
        Command::Build(arguments) => build::run(&arguments, cli.quiet),
        Command::Serve(arguments) => serve::run(&arguments, cli.quiet),
        Command::Deploy(arguments) => deploy::run(&arguments, cli.quiet),
        Command::DeployFiles(arguments) => deploy_files::run(&arguments, cli.quiet),
        Command::Init(arguments) => init::run(&arguments, cli.quiet),
        Command::Search(arguments) => search::run(&arguments),
        Command::Apply(arguments) => apply::run(&arguments, cli.quiet),
        Command::New(arguments) => write::run_new(&arguments),
        Command::Fmt(arguments) => write::run_fmt(&arguments),
        Command::Process(arguments) => process::run(&arguments, cli.quiet),
        Command::Translations(arguments) => translations::run(&arguments, cli.quiet),
        Command::Schema(arguments) => write::run_schema(&arguments),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        // Whoever reads the output may stop reading, as `head` does.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Ok(Outcome::ContentHasErrors) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let cause = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Prints a line of results; unlike `println!`, a reader who has gone away is an error, not a panic.
fn print_line(line: impl std::fmt::Display) -> std::io::Result<()> {
    writeln!(std::io::stdout(), "{line}")
}

/// Whether to colour what is printed there: on a terminal, unless `NO_COLOR` is set.
fn wants_colour(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
