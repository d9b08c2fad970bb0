//! A program that runs beside a test and never outlives it: not when the test panics, and not when
//! the test itself is killed and can clean up nothing.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};

/// Starts the program, lets go of its output and reads its own input, which is a pipe that only the
/// test holds. A line there ends the program at once. The end of the pipe, which comes however the
/// test ends, leaves it a moment to clear up, as chromedriver needs to end Chromium. Then everything
/// goes that the program has started.
const KEEPER: &str = "\"$@\" </dev/null & exec >/dev/null
    if read -r at_once; then kill -9 $!; else kill -TERM $!; fi
    wait $!
    kill -9 -$$";

/// A running program with all that it has started.
pub struct Kept(Child);

impl Kept {
    /// Starts a command. Its standard error goes to `log`; its output can be read.
    pub fn start(command: &Command, log: impl Into<Stdio>) -> std::io::Result<Kept> {
        let mut keeper = Command::new("sh");
        keeper.args(["-c", KEEPER, "keeper"]).arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            keeper.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => keeper.env(name, value),
                None => keeper.env_remove(name),
            };
        }
        let child = keeper
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            // A group of its own, so that all of it can be ended at once.
            .process_group(0)
            .spawn()?;
        Ok(Kept(child))
    }

    /// What it prints; to be taken once.
    pub fn stdout(&mut self) -> ChildStdout {
        self.0.stdout.take().expect("the output is taken once")
    }

    /// Ends it at once, as a power cut would, and all that it has started. Afterwards it is gone.
    pub fn kill(&mut self) {
        if let Some(mut order) = self.0.stdin.take() {
            let _ = order.write_all(b"now\n");
        }
        let _ = self.0.wait();
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.kill();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Read};

    /// Starts a program that starts another one; both hold the output open as long as they live.
    fn two_that_sleep() -> (Kept, BufReader<ChildStdout>) {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 100000 & echo ready; wait"]);
        let mut kept = Kept::start(&command, Stdio::null()).unwrap();
        let mut output = BufReader::new(kept.stdout());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert_eq!(line, "ready\n");
        (kept, output)
    }

    #[test]
    fn what_is_dropped_ends_with_all_it_has_started() {
        let (kept, mut output) = two_that_sleep();
        drop(kept);
        // The output ends when nobody holds it any more.
        assert_eq!(output.read_to_end(&mut Vec::new()).unwrap(), 0);
    }

    #[test]
    fn what_a_killed_test_has_started_ends_too() {
        let (mut kept, mut output) = two_that_sleep();
        // A process that is killed closes its pipes and does nothing else.
        drop(kept.0.stdin.take());
        assert_eq!(output.read_to_end(&mut Vec::new()).unwrap(), 0);
    }
}
