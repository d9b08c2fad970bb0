//! A program that runs beside a test and never outlives it: not when the test panics, and not when
//! the test itself is killed and can clean up nothing.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// Starts the program, lets go of its output and reads its own input, which is a pipe that only the
/// test holds. A line there ends the program at once, but for the line `stop`, which tells it to stop
/// and then how it ended. The end of the pipe, which comes however the test ends, leaves it a moment to
/// clear up, as chromedriver needs to end Chromium. Then everything goes that the program has started.
const KEEPER: &str = "\"$@\" </dev/null & exec >/dev/null
    if read -r order; then
        if [ \"$order\" = stop ]; then kill -TERM $!; wait $!; exit $?; fi
        kill -9 $!
    else kill -TERM $!; fi
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

    /// How much memory it has, in megabytes, where the system says so.
    pub fn memory(&self) -> Option<u64> {
        let keeper = self.0.id();
        let children = std::fs::read_to_string(format!("/proc/{keeper}/task/{keeper}/children")).ok()?;
        let status = std::fs::read_to_string(format!("/proc/{}/status", children.split(' ').next()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? / 1_000)
    }

    /// Tells it to stop, as systemd does, and does not wait for it.
    pub fn tell_to_stop(&mut self) {
        if let Some(mut order) = self.0.stdin.take() {
            let _ = order.write_all(b"stop\n");
        }
    }

    /// Waits until it has ended after it was told to stop, and gives its exit code; `None` when it still ran
    /// after so long. Afterwards it is gone with all that it has started.
    pub fn wait_for_end(&mut self, most: Duration) -> Option<i32> {
        let start = Instant::now();
        let ended = loop {
            match self.0.try_wait() {
                Ok(Some(status)) => break Some(status),
                _ if start.elapsed() > most => break None,
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        self.end_group();
        let _ = self.0.wait();
        ended?.code()
    }

    /// Ends it at once, as a power cut would, and all that it has started. Afterwards it is gone.
    pub fn kill(&mut self) {
        match self.0.stdin.take() {
            Some(mut order) => {
                let _ = order.write_all(b"now\n");
            }
            // After its first order it hears nothing more.
            None if !matches!(self.0.try_wait(), Ok(Some(_))) => self.end_group(),
            None => {}
        }
        let _ = self.0.wait();
    }

    /// Ends everything of its group, the keeper too.
    fn end_group(&self) {
        let _ = Command::new("sh")
            .args(["-c", "kill -9 -\"$0\"", &self.0.id().to_string()])
            .stderr(Stdio::null())
            .status();
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
    fn what_is_told_to_stop_says_how_it_ended() {
        let mut command = Command::new("sh");
        command.args(["-c", "trap 'exit 7' TERM; echo ready; while :; do sleep 0.05; done"]);
        let mut kept = Kept::start(&command, Stdio::null()).unwrap();
        let mut line = String::new();
        BufReader::new(kept.stdout()).read_line(&mut line).unwrap();
        kept.tell_to_stop();
        assert_eq!(kept.wait_for_end(Duration::from_secs(60)), Some(7));
    }

    #[test]
    fn what_does_not_stop_is_ended_after_its_time() {
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' TERM; sleep 100000 & echo ready; wait; sleep 100000"]);
        let mut kept = Kept::start(&command, Stdio::null()).unwrap();
        let mut output = BufReader::new(kept.stdout());
        output.read_line(&mut String::new()).unwrap();
        kept.tell_to_stop();
        assert_eq!(kept.wait_for_end(Duration::from_millis(100)), None);
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
