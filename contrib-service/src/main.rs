//! Reads the settings, starts server and worker, stops both gracefully.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};
use contrib_service::config::{Config, ConfigErrors, Given, settings, variable};
use contrib_service::queue_commands;
use contrib_service::serve::{print_text, serve, try_forge};

/// The settings are wrong.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    // The service builds the site as `interlink` does.
    generator::media::draw_if_asked().unwrap_or_else(run_command)
}

fn run_command() -> ExitCode {
    let matches = command().get_matches();
    let Some((name, matches)) = matches.subcommand() else { return ExitCode::from(WRONG_USAGE) };
    let outcome = match name {
        "serve" => given(matches).and_then(|given| Ok(given.config()?)).and_then(run),
        "try-forge" => given(matches)
            .and_then(|given| Ok(given.config()?))
            .and_then(|config| runtime()?.block_on(try_forge(config))),
        "config" => given(matches).and_then(|given| {
            let text = if matches.get_flag("explain") { given.explain() } else { given.as_file() };
            Ok(print_text(&text)?)
        }),
        _ => given(matches).and_then(|given| queue(&given, matches)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(WRONG_USAGE)
        }
    }
}

fn command() -> Command {
    let with_settings = |command: Command| {
        settings().filter(|setting| setting.flag).fold(command.arg(config_file()), |command, setting| {
            let help = match setting.default {
                Some(default) => format!("{} [default: {default}]", setting.doc),
                None => setting.doc.to_owned(),
            };
            command.arg(Arg::new(setting.key).long(setting.key).value_name(setting.value).help(help))
        })
    };
    let id = || Arg::new("id").value_name("ID").required(true).help("the contribution");
    Command::new("interlink-contrib")
        .about("Turns web forms into branches of a catalogue of Interlinkers, and serves its site")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .subcommand(with_settings(
            Command::new("serve").about("Builds and serves the site, and takes contributions"),
        ))
        .subcommand(with_settings(
            Command::new("try-forge").about(
                "Tries the forge: proposes a small entry, looks at it and takes it back, step by step",
            ),
        ))
        .subcommand(
            with_settings(
                Command::new("config").about("Prints the settings that hold, as a file for --config"),
            )
            .arg(Arg::new("explain").long("explain").action(clap::ArgAction::SetTrue).help(
                "says of every setting what it is for, where its value comes from, and its other names",
            )),
        )
        .subcommand(
            with_settings(Command::new("queue").about("Looks at the contributions in the store"))
                .subcommand_required(true)
                .subcommand(Command::new("list").about("Every contribution that was sent"))
                .subcommand(Command::new("show").about("One contribution and its history").arg(id()))
                .subcommand(
                    Command::new("release")
                        .about("Lets a held one go to the forge; takes back “spam”")
                        .arg(id()),
                )
                .subcommand(Command::new("retry").about("Has a failed one tried again").arg(id()))
                .subcommand(
                    Command::new("ask")
                        .about("Asks the writer of one for a change")
                        .arg(id())
                        .arg(Arg::new("reason").value_name("WORDS").required(true).help("what to change")),
                )
                .subcommand(
                    Command::new("merge")
                        .about("Publishes one whose branch lies in the repository beside the service")
                        .arg(id())
                        .arg(
                            Arg::new("commit")
                                .value_name("COMMIT")
                                .required(true)
                                .help("the commit that was looked at, as `show` tells it"),
                        ),
                )
                .subcommand(Command::new("done").about("The problem of a report is dealt with").arg(id()))
                .subcommand(Command::new("spam").about("Takes one for advertising or abuse").arg(id()))
                .subcommand(
                    Command::new("decline")
                        .about("Declines one, with a reason its writer reads")
                        .arg(id())
                        .arg(Arg::new("reason").value_name("REASON").required(true).help("the reason")),
                ),
        )
}

fn config_file() -> Arg {
    Arg::new("config").long("config").value_name("FILE").help("a YAML file with settings")
}

fn given(matches: &ArgMatches) -> anyhow::Result<Given> {
    let flags: BTreeMap<String, String> = settings()
        .filter(|setting| setting.flag)
        .filter_map(|setting| Some((setting.key.to_owned(), matches.get_one::<String>(setting.key)?.clone())))
        .collect();
    let environment = |name: &str| std::env::var(name).ok();
    let file = matches.get_one::<String>("config").cloned().or_else(|| environment(&variable("config")));
    let file: Option<(PathBuf, String)> = match file {
        Some(path) => Some((PathBuf::from(&path), read(Path::new(&path))?)),
        None => None,
    };
    let file = file.as_ref().map(|(path, text)| (path.as_path(), text.as_str()));
    Ok(Given::gather(&flags, environment, file)?)
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path)
        .map_err(|error| ConfigErrors(vec![format!("{}: {error}", path.display())]).into())
}

fn queue(given: &Given, matches: &ArgMatches) -> anyhow::Result<()> {
    let store = queue_commands::open(given)?;
    let text = match matches.subcommand() {
        Some(("list", _)) => queue_commands::list(&store)?,
        Some((name, matches)) => {
            let argument =
                |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
            match name {
                "show" => queue_commands::show(&store, argument("id"))?,
                "release" => queue_commands::release(&store, argument("id"))?,
                "retry" => queue_commands::retry(&store, argument("id"))?,
                "ask" => queue_commands::ask(&store, argument("id"), argument("reason"))?,
                "spam" => queue_commands::spam(&store, argument("id"))?,
                "done" => queue_commands::done(&store, argument("id"))?,
                "merge" => {
                    queue_commands::merge(&store, &given.config()?, argument("id"), argument("commit"))?
                }
                _ => queue_commands::decline(&store, argument("id"), argument("reason"))?,
            }
        }
        None => String::new(),
    };
    Ok(print_text(&text)?)
}

fn run(config: Config) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log)
        .map_err(|error| ConfigErrors(vec![format!("log: {error}")]))?;
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if config.log_json {
        logs.json().init();
    } else {
        let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        logs.with_target(false).with_ansi(colours).init();
    }
    runtime()?.block_on(serve(config))
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}
