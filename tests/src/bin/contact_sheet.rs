//! `cargo run --bin contact-sheet -- FILE`: every type of page at three widths, light and dark, on
//! one page to look at.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(file) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("say where the sheet goes: cargo run --bin contact-sheet -- target/sheet.html [en lv …]");
        return ExitCode::from(2);
    };
    let languages: Vec<String> = std::env::args().skip(2).collect();
    match interlink_tests::contact_sheet::write(&file, &languages) {
        Ok(count) => {
            println!("{count} pictures: {}", file.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            ExitCode::from(2)
        }
    }
}
