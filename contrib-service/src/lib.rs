#![doc = include_str!("../README.md")]

pub mod advice;
pub mod app;
pub mod catalogue;
pub mod clock;
pub mod config;
pub mod describer;
pub mod differences;
pub mod drafting;
pub mod entry_files;
pub mod error;
pub mod forge;
pub mod live_site;
pub mod lockout;
pub mod mail;
pub mod metrics;
mod name_index;
pub mod origin;
mod owners;
pub mod proof;
pub mod proxies;
pub mod queue;
pub mod queue_commands;
pub mod rates;
pub mod raw_form;
pub mod review;
pub mod routes;
pub mod secret;
pub mod serve;
pub mod server;
pub mod spam;
mod stalled;
pub mod submission;
pub mod upload;

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    /// Every Rust file below a folder.
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for item in std::fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                sources(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }

    #[test]
    fn the_page_of_threats_names_tests_that_exist() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut files = Vec::new();
        for part in ["contrib-service", "generator", "tests"] {
            sources(&root.join(part), &mut files);
        }
        let code: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        let page = std::fs::read_to_string(root.join("contrib-service/THREATS.md")).unwrap();
        let mut named = 0;
        for row in page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Threat")) {
            let tests = row.split('|').nth(3).unwrap_or_default();
            for test in tests.split('`').filter(|part| part.contains('_')) {
                assert!(code.contains(&format!("fn {test}(")), "there is no test {test}");
                named += 1;
            }
        }
        assert!(named > 40, "only {named} tests are named");
    }
}
