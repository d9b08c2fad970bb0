//! The program behind `cargo verify`. What it does is told in `interlink_tests::verify`.

use std::process::ExitCode;

fn main() -> ExitCode {
    interlink_tests::verify::run(std::env::args().skip(1))
}
