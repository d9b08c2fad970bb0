//! `cargo verify`: every check and test that continuous integration runs, in one command.
//!
//! The flow is: read the command line, make sure the tools are there, run the chosen steps one
//! after another with their output streamed, go on after a failure, and end with one summary.
//! The steps are one table in `steps`; `tools` finds and installs what they need; `command`
//! starts other programs; `skipped` knows which tests could not do their work.

mod command;
mod deny;
mod interface;
mod markup;
mod options;
mod python;
mod shapes;
mod sites;
mod skipped;
mod steps;
mod tools;

pub use tools::find as find_program;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use command::Workspace;
use options::Options;
use steps::{STEPS, Step};

/// How a note begins that tells what a step could not look at.
const NOT_CHECKED: &str = "NOT CHECKED";

/// How one step ended.
enum Outcome {
    Passed,
    /// It passed, and there is something a reader should know.
    PassedWithNote(String),
    Failed(String),
}

/// Runs what the arguments ask for. The exit code is 0 when every step passed, 1 when one
/// failed, and 2 for a wrong argument.
pub fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    let options = match options::parse(arguments) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            eprint!("{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match options {
        Options::Help => {
            print!("{}", options::USAGE);
            ExitCode::SUCCESS
        }
        Options::List => {
            for step in STEPS {
                println!("{:12} {}", step.name, step.what);
            }
            ExitCode::SUCCESS
        }
        Options::Run { steps } => run_steps(&steps),
    }
}

fn run_steps(steps: &[&'static Step]) -> ExitCode {
    let workspace = match Workspace::find() {
        Ok(workspace) => workspace,
        Err(error) => {
            eprintln!("error: {error:#}");
            return ExitCode::from(2);
        }
    };
    let mut results: Vec<(&Step, Outcome, Duration)> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n== {}/{} {}: {}", index + 1, steps.len(), step.name, step.what);
        let start = Instant::now();
        // A step that panics has failed; the others run all the same.
        let outcome = std::panic::catch_unwind(|| (step.run)(&workspace))
            .unwrap_or_else(|_| Ok(Outcome::Failed("it panicked".to_owned())))
            .unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
        let duration = start.elapsed();
        match &outcome {
            Outcome::Passed => println!("-- {} passed in {}", step.name, seconds(duration)),
            Outcome::PassedWithNote(note) => {
                println!("-- {} passed in {}; note: {note}", step.name, seconds(duration));
            }
            Outcome::Failed(reason) => println!("-- {} FAILED: {reason}", step.name),
        }
        results.push((step, outcome, duration));
    }
    summarise(&results)
}

fn summarise(results: &[(&Step, Outcome, Duration)]) -> ExitCode {
    println!("\n== Summary");
    let mut failed = 0;
    let mut not_checked = Vec::new();
    for (step, outcome, duration) in results {
        let (word, remark) = match outcome {
            Outcome::Passed => ("passed", ""),
            Outcome::PassedWithNote(note) => ("passed", note.as_str()),
            Outcome::Failed(reason) => {
                failed += 1;
                ("FAILED", reason.as_str())
            }
        };
        let remark = if remark.is_empty() { String::new() } else { format!("  {remark}") };
        println!("{word}  {:>8}  {}{remark}", seconds(*duration), step.name);
        if remark.contains(NOT_CHECKED) {
            not_checked.push(step.name);
        }
    }
    println!("Steps: {} passed, {failed} failed", results.len() - failed);
    if !not_checked.is_empty() {
        println!("{NOT_CHECKED} (some or all of): {}", not_checked.join(", "));
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
