//! `interlink deploy`: a built site to storage that speaks the protocol of Amazon S3.

use super::{Outcome, print_line};
use anyhow::bail;
use generator::deploy::s3::{Storage, Target};
use generator::deploy::{deploy, plan};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY hold the key, AWS_SESSION_TOKEN a \
                        temporary one. Nobody else may deploy to the same folder at the same time.")]
pub(super) struct DeployArguments {
    /// Where the site goes: s3://bucket/folder.
    #[arg(value_parser = Target::parse)]
    target: Target,
    /// The address of the storage.
    #[arg(long, value_name = "URL", env = "AWS_ENDPOINT_URL")]
    endpoint: String,
    /// The region of the storage.
    #[arg(long, value_name = "NAME", env = "AWS_REGION", default_value = "us-east-1")]
    region: String,
    /// The folder of the built site.
    #[arg(long, default_value = "site", value_name = "DIR")]
    site: PathBuf,
    /// Change nothing; say what would be stored and deleted.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &DeployArguments, quiet: bool) -> anyhow::Result<Outcome> {
    let Some(credentials) = Storage::credentials_of_environment() else {
        bail!("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: the key is read from there only");
    };
    let storage = Storage::open(&arguments.target, &arguments.endpoint, &arguments.region, credentials)?;
    let plan = plan(&arguments.site, &storage)?;
    if arguments.dry_run {
        for path in &plan.uploads {
            print_line(format_args!("store {path}"))?;
        }
        for path in &plan.deletions {
            print_line(format_args!("delete {path}"))?;
        }
        return Ok(Outcome::Done);
    }
    let work = (plan.uploads.len() + plan.deletions.len()) as u64;
    let bar = if quiet || !std::io::stderr().is_terminal() {
        ProgressBar::hidden()
    } else {
        ProgressBar::new(work)
    };
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {elapsed}") {
        bar.set_style(style);
    }
    let done = deploy(&arguments.site, &storage, &plan, &|done| bar.set_position(done as u64));
    bar.finish_and_clear();
    done?;
    if !quiet {
        print_line(format_args!(
            "s3://{}/{}: {} files stored, {} unchanged, {} deleted",
            arguments.target.bucket,
            arguments.target.prefix,
            plan.uploads.len(),
            plan.unchanged,
            plan.deletions.len()
        ))?;
    }
    Ok(Outcome::Done)
}
