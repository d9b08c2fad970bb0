//! The command line of `cargo verify`: all steps, some of them, or the list of them.

use super::steps::{STEPS, Step};

/// What `--help` prints.
pub(super) const USAGE: &str = "\
Usage: cargo verify [--only STEP]... [--list] [--help]

Runs every check and test that continuous integration runs.

  --only STEP   run this step; may stand several times
  --list        name the steps and end
  --help        print this text and end
";

/// What to do.
pub(super) enum Options {
    Help,
    List,
    Run { steps: Vec<&'static Step> },
}

/// Reads the arguments. Steps run in the order of the table, whatever the order of the arguments.
pub(super) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut chosen: Vec<String> = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--help" | "-h" => return Ok(Options::Help),
            "--list" => return Ok(Options::List),
            "--only" => chosen.push(arguments.next().ok_or("--only needs the name of a step")?),
            other => match other.strip_prefix("--only=") {
                Some(name) => chosen.push(name.to_owned()),
                None => return Err(format!("`{other}` is not an option")),
            },
        }
    }
    if let Some(unknown) = chosen.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("there is no step `{unknown}`; the steps are {}", names.join(", ")));
    }
    let steps = STEPS
        .iter()
        .filter(|step| chosen.is_empty() || chosen.iter().any(|name| name == step.name))
        .collect();
    Ok(Options::Run { steps })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_words(words: &[&str]) -> Result<Options, String> {
        parse(words.iter().map(|word| (*word).to_owned()))
    }

    fn names(options: Result<Options, String>) -> Vec<&'static str> {
        match options {
            Ok(Options::Run { steps }) => steps.iter().map(|step| step.name).collect(),
            _ => panic!("the arguments should choose steps"),
        }
    }

    #[test]
    fn without_arguments_every_step_runs() {
        assert_eq!(names(parse_words(&[])).len(), STEPS.len());
    }

    #[test]
    fn chosen_steps_keep_the_order_of_the_table() {
        assert_eq!(names(parse_words(&["--only", "tests", "--only=format"])), ["format", "tests"]);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_list() {
        let message = parse_words(&["--only", "tset"]).err().unwrap();
        assert!(message.starts_with("there is no step `tset`; the steps are tools, "), "{message}");
    }

    #[test]
    fn a_step_that_is_missing_or_an_unknown_option_is_refused() {
        assert_eq!(parse_words(&["--only"]).err().unwrap(), "--only needs the name of a step");
        assert_eq!(parse_words(&["--fast"]).err().unwrap(), "`--fast` is not an option");
    }
}
