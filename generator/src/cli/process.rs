//! `interlink process`: what a team does with its process file besides checking it. For now that is
//! merging two copies, as Git asks for it.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::{Outcome, wants_colour};
use anyhow::Context as _;
use clap::{Args, Subcommand};
use generator::diagnostic_output::{Format, write_diagnostics};
use generator::process::{Document, fields::MAX_FILE, merge, places_in_dispute, read_process, write_process};

#[derive(Debug, Args)]
pub(super) struct ProcessArguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Merge two copies of a process file; Git can do it by itself.
    #[command(after_help = INSTALL)]
    Merge(MergeArguments),
}

/// How Git comes to use it.
const INSTALL: &str = "\
To let Git merge process files with it, once for a repository:

    echo 'process.yaml merge=interlink-process' >> .gitattributes
    git config merge.interlink-process.name 'process files of Interlink'
    git config merge.interlink-process.driver 'interlink process merge --base %O %A %B'

The first line goes into the repository and holds for everybody; the settings are made on every
computer. What two people changed in different fields is then merged; where both changed one field,
both values are kept in the file, and the workspace asks which one holds.

Exit codes: 0 merged; 1 one of the files cannot be read, or they are of two processes: OURS is
left as it is; 2 wrong usage, or a file cannot be read or written at all.";

#[derive(Debug, Args)]
struct MergeArguments {
    /// The version that both began with. It is accepted because Git has it, and not looked at: the
    /// files themselves know which changes each of them has seen.
    #[arg(long, value_name = "BASE")]
    base: Option<PathBuf>,
    /// The file that is merged into; the result is written over it.
    ours: PathBuf,
    /// The other copy; it is only read.
    theirs: PathBuf,
}

pub(super) fn run(arguments: &ProcessArguments, quiet: bool) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Merge(arguments) => run_merge(arguments, quiet),
    }
}

fn run_merge(arguments: &MergeArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let (ours, theirs) = (read(&arguments.ours)?, read(&arguments.theirs)?);
    let (Some(ours), Some(theirs)) = (ours, theirs) else {
        eprintln!("nothing was merged; {} is as it was", arguments.ours.display());
        return Ok(Outcome::ContentHasErrors);
    };
    let merged = match merge(&ours, &theirs) {
        Ok(merged) => merged,
        Err(error) => {
            eprintln!("error: {error}; {} is as it was", arguments.ours.display());
            return Ok(Outcome::ContentHasErrors);
        }
    };
    if !quiet {
        for key in places_in_dispute(&ours, &theirs) {
            eprintln!("the node “{key}” stands in two places; look whether it stands where it should");
        }
        for path in merged.conflicts() {
            eprintln!("“{path}” has two values; both are kept until somebody chooses in the workspace");
        }
    }
    replace(&arguments.ours, &write_process(&merged))?;
    Ok(Outcome::Done)
}

/// The state in a file; none where it has errors, which are told.
fn read(path: &Path) -> anyhow::Result<Option<Document>> {
    let bytes = read_file(path)?;
    let name = path.display().to_string();
    let Ok(text) = String::from_utf8(bytes) else {
        eprintln!("{name}: error: the file is not written in UTF-8");
        return Ok(None);
    };
    let reading = read_process(&name, &text);
    let colour = wants_colour(&std::io::stderr());
    eprint!("{}", write_diagnostics(&reading.diagnostics, Format::Human, "", colour));
    Ok(reading.document)
}

/// The bytes of a process file, and no more of it than shows that it is too large.
pub(super) fn read_file(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes))
        .with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(bytes)
}

/// Puts a text in the place of a file: beside it first, then renamed, so that a kill leaves the old
/// file or the new one.
pub(super) fn replace(path: &Path, text: &str) -> anyhow::Result<()> {
    // Not the link that leads to the file, should it be one.
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || {
        let mut beside = tempfile::Builder::new().prefix(".process-").tempfile_in(folder)?;
        beside.write_all(text.as_bytes())?;
        if let Ok(known) = std::fs::metadata(&place) {
            beside.as_file().set_permissions(known.permissions())?;
        } else {
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                beside.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
            }
        }
        beside.as_file().sync_all()?;
        beside.persist(&place).map_err(|error| error.error)
    };
    write().map(drop).with_context(|| format!("{} cannot be written", path.display()))
}
