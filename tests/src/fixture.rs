//! Copies folders, of `fixtures/` and of the repository, into a test's own temporary folder, and
//! finds the original project's data where there is some.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::programs::workspace;

/// The variable with the path of a list: the tests that were skipped, one a line.
pub const SKIPPED_TESTS: &str = "INTERLINK_SKIPPED_TESTS";

/// The folder of a fixture.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// A file of a process, by its path among those of the fixtures.
pub fn process_file(path: &str) -> Vec<u8> {
    let path = fixture("processes").join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Copies everything below a folder over another one. Symbolic links stay links.
pub fn copy_folder(from: &Path, to: &Path) {
    for item in WalkDir::new(from).sort_by_file_name() {
        let item = item.unwrap_or_else(|error| panic!("cannot read {}: {error}", from.display()));
        let target = to.join(item.path().strip_prefix(from).expect("the walk stays inside"));
        if item.file_type().is_dir() {
            fs::create_dir_all(&target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
        } else if item.file_type().is_symlink() {
            let aim = fs::read_link(item.path()).expect("a link can be read");
            std::os::unix::fs::symlink(aim, &target).expect("a link can be made");
        } else {
            fs::copy(item.path(), &target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
        }
    }
}

/// Writes a file, making its folder.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    }
    fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Every file below a folder: its path with `/` between names, and its bytes.
pub fn read_tree(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    for item in WalkDir::new(folder) {
        let item = item.unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
        if item.file_type().is_file() {
            let path = item.path().strip_prefix(folder).expect("the walk stays inside");
            let bytes = fs::read(item.path()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.insert(path.to_string_lossy().into_owned(), bytes);
        }
    }
    files
}

/// The folder of shared data: the one that `INTERLINK_SHARED` names, or `shared` beside the
/// repository.
pub fn shared() -> Option<PathBuf> {
    Some(shared_place()).filter(|folder| folder.is_dir())
}

fn shared_place() -> PathBuf {
    env::var_os("INTERLINK_SHARED").map_or_else(|| workspace().join("../shared"), PathBuf::from)
}

/// The folder of shared data for a test that needs it. Absent, it says loudly that the test was
/// skipped, and `cargo verify` says so in its summary.
pub fn shared_data() -> Option<PathBuf> {
    shared_part("")
}

/// The original project's data, in the same way.
pub fn interlink_seed() -> Option<PathBuf> {
    shared_part("interlink-seed")
}

fn shared_part(name: &str) -> Option<PathBuf> {
    let part = shared_place().join(name);
    if part.is_dir() {
        return Some(part);
    }
    eprintln!("skipped: no shared data at {}; set INTERLINK_SHARED to its folder", shared_place().display());
    note_skipped_test();
    None
}

/// Adds the running test to the file that `cargo verify` reads afterwards.
fn note_skipped_test() {
    let Some(list) = env::var_os(SKIPPED_TESTS) else { return };
    // The runner names the thread after the test, or runs one test alone and is told its name.
    let thread = std::thread::current();
    let of_thread = thread.name().filter(|name| *name != "main").map(str::to_owned);
    let name = of_thread.or_else(|| env::args().skip(1).find(|word| !word.starts_with('-')));
    let line = format!("{}\n", name.unwrap_or_else(|| "a test without a name".to_owned()));
    let file = fs::File::options().create(true).append(true).open(&list);
    // One short write at the end of a file: tests that run side by side do not mix their lines.
    file.and_then(|mut file| file.write_all(line.as_bytes()))
        .expect("the list of skipped tests can be written");
}
