use super::*;
use proptest::prelude::*;
use rayon::prelude::*;
use std::fs;
use tempfile::TempDir;

type Site = BTreeMap<String, String>;

fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// One file of a site: its path and what it holds.
struct OutputFile {
    path: String,
    bytes: OutputBytes,
}

enum OutputBytes {
    Memory(Vec<u8>),
    File(PathBuf),
}

impl From<String> for OutputBytes {
    fn from(text: String) -> Self {
        OutputBytes::Memory(text.into_bytes())
    }
}

impl From<PathBuf> for OutputBytes {
    fn from(path: PathBuf) -> Self {
        OutputBytes::File(path)
    }
}

fn write_site(out: &Path, files: Vec<OutputFile>) -> Result<WriteReport, OutputError> {
    write_site_with(out, files, Disk::default())
}

/// Writes with several threads, as a build does.
fn write_site_with(out: &Path, files: Vec<OutputFile>, disk: Disk) -> Result<WriteReport, OutputError> {
    let writer = SiteWriter::begin_with(out, disk)?;
    // Of several mistakes the first in the order of the files is reported, whichever came first.
    let results: Vec<Result<(), OutputError>> = files
        .into_par_iter()
        .map(|file| match file.bytes {
            OutputBytes::Memory(bytes) => writer.add(&file.path, &bytes),
            OutputBytes::File(source) => writer.add_file(&file.path, &source),
        })
        .collect();
    results.into_iter().collect::<Result<(), OutputError>>()?;
    writer.finish()
}

fn files(site: &Site) -> Vec<OutputFile> {
    site.iter().map(|(path, text)| OutputFile { path: path.clone(), bytes: text.clone().into() }).collect()
}

fn write(out: &Path, site: &Site) -> Result<WriteReport, OutputError> {
    write_site(out, files(site))
}

/// What a reader sees: every file that is not one of our own.
fn read(out: &Path) -> Site {
    walkdir::WalkDir::new(out)
        .into_iter()
        .map(Result::unwrap)
        .filter(|item| item.file_type().is_file())
        .map(|item| {
            let path = item.path().strip_prefix(out).unwrap().to_str().unwrap().to_owned();
            (path, item.path().to_owned())
        })
        .filter(|(path, _)| !path.starts_with(OWN_PREFIX))
        .map(|(path, file)| (path, fs::read_to_string(file).unwrap()))
        .collect()
}

/// The names at the top that are ours.
fn own_names(out: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(out)
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(OWN_PREFIX))
        .collect();
    names.sort();
    names
}

fn message(error: OutputError, folder: &TempDir) -> String {
    error.to_string().replace(folder.path().to_str().unwrap(), "DIR")
}

#[test]
fn a_second_run_writes_what_changed_and_removes_what_is_gone() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let first = site(&[("a.html", "1"), ("b/c.html", "2"), ("d/e/f.html", "3")]);
    let report = write(&out, &first).unwrap();
    assert_eq!((report.written.len(), report.unchanged), (3, 0));
    assert_eq!(read(&out), first);

    let kept = fs::metadata(out.join("a.html")).unwrap().modified().unwrap();
    let second = site(&[("a.html", "1"), ("b/c.html", "new"), ("g.css", "4")]);
    let report = write(&out, &second).unwrap();
    assert_eq!(report.written, ["b/c.html", "g.css"]);
    assert_eq!(report.removed, ["d/e/f.html"]);
    assert_eq!(report.unchanged, 1);
    assert_eq!(read(&out), second);
    assert!(!out.join("d").exists(), "an empty folder stays behind");
    assert_eq!(fs::metadata(out.join("a.html")).unwrap().modified().unwrap(), kept);
    assert_eq!(own_names(&out), [LOCK, MANIFEST]);

    let manifest = fs::metadata(out.join(MANIFEST)).unwrap().modified().unwrap();
    let report = write(&out, &second).unwrap();
    assert_eq!(report, WriteReport { unchanged: 3, ..WriteReport::default() });
    assert_eq!(fs::metadata(out.join(MANIFEST)).unwrap().modified().unwrap(), manifest);
}

#[test]
fn files_of_others_are_neither_removed_nor_overwritten() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    write(&out, &site(&[("a/b.html", "1")])).unwrap();
    fs::write(out.join("a/mine.txt"), "mine").unwrap();
    write(&out, &site(&[("c.html", "2")])).unwrap();
    assert_eq!(read(&out), site(&[("a/mine.txt", "mine"), ("c.html", "2")]));

    for clash in [("a/mine.txt", "other"), ("a", "file"), ("a/mine.txt/x", "below")] {
        let error = write(&out, &site(&[clash])).unwrap_err();
        assert_eq!(
            message(error, &folder),
            "DIR/site/a/mine.txt was not written by interlink and is in the way of the new site: move it elsewhere"
        );
        assert_eq!(read(&out), site(&[("a/mine.txt", "mine"), ("c.html", "2")]));
        assert_eq!(own_names(&out), [LOCK, MANIFEST]);
    }
    // The same bytes are no loss to anybody.
    assert_eq!(write(&out, &site(&[("a/mine.txt", "mine")])).unwrap().unchanged, 1);
}

#[test]
fn a_file_becomes_a_folder_and_the_other_way_round() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    for each in [
        site(&[("a", "1"), ("b/c/d", "2")]),
        site(&[("a/x/y", "1"), ("b/c", "2")]),
        site(&[("a/x", "1"), ("b", "2")]),
        site(&[("a", "1"), ("b/c/d", "2")]),
    ] {
        write(&out, &each).unwrap();
        assert_eq!(read(&out), each);
    }
}

#[test]
fn a_file_that_was_deleted_or_cut_off_by_hand_comes_back() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let whole = site(&[("a", "one"), ("b", "two")]);
    write(&out, &whole).unwrap();
    fs::remove_file(out.join("a")).unwrap();
    fs::write(out.join("b"), "t").unwrap();
    assert_eq!(write(&out, &whole).unwrap().written, ["a", "b"]);
    assert_eq!(read(&out), whole);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_behind_a_symbolic_link() {
    let folder = TempDir::new().unwrap();
    let (out, elsewhere) = (folder.path().join("site"), folder.path().join("elsewhere"));
    write(&out, &site(&[("en/a.html", "1"), ("b.html", "1")])).unwrap();
    fs::remove_dir_all(out.join("en")).unwrap();
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("a.html"), "precious").unwrap();
    std::os::unix::fs::symlink(&elsewhere, out.join("en")).unwrap();
    for next in [site(&[("en/a.html", "new"), ("b.html", "1")]), site(&[("b.html", "1")])] {
        let error = write(&out, &next).unwrap_err();
        assert!(matches!(&error, OutputError::Foreign(path) if path.ends_with("en")), "{error}");
        assert_eq!(fs::read_to_string(elsewhere.join("a.html")).unwrap(), "precious");
    }
    // A link in the place of a file is replaced, not followed.
    fs::remove_file(out.join("b.html")).unwrap();
    fs::remove_file(out.join("en")).unwrap();
    std::os::unix::fs::symlink(elsewhere.join("a.html"), out.join("b.html")).unwrap();
    write(&out, &site(&[("b.html", "new")])).unwrap();
    assert_eq!(fs::read_to_string(elsewhere.join("a.html")).unwrap(), "precious");
    assert_eq!(read(&out), site(&[("b.html", "new")]));
}

#[test]
fn copies_are_written_like_other_files() {
    let folder = TempDir::new().unwrap();
    let (out, source) = (folder.path().join("site"), folder.path().join("plan.pdf"));
    fs::write(&source, vec![7; 200_000]).unwrap();
    let copy = || vec![OutputFile { path: "files/plan.pdf".into(), bytes: source.clone().into() }];
    assert_eq!(write_site(&out, copy()).unwrap().written, ["files/plan.pdf"]);
    assert_eq!(fs::read(out.join("files/plan.pdf")).unwrap(), vec![7; 200_000]);
    assert_eq!(write_site(&out, copy()).unwrap().unchanged, 1);
    fs::remove_file(&source).unwrap();
    let error = write_site(&out, copy()).unwrap_err();
    let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
    assert_eq!(message(error, &folder), "cannot read DIR/plan.pdf");
    assert!(cause.contains("No such file"), "{cause}");
    assert_eq!(fs::read(out.join("files/plan.pdf")).unwrap().len(), 200_000);
}

#[test]
fn a_mistake_in_the_paths_leaves_the_last_site() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let last = site(&[("a.html", "1")]);
    write(&out, &last).unwrap();
    let file = |path: &str| OutputFile { path: path.into(), bytes: "x".to_owned().into() };
    for (paths, expected) in [
        (["../x", "y"], "the site cannot have a file \"../x\": it has a step . or .."),
        (["a.html", "a.html"], "two files of the site have the path \"a.html\""),
        (["b", "b/c"], "the site cannot have a file \"b\" and files below it (\"b/c\")"),
    ] {
        let error = write_site(&out, paths.iter().map(|path| file(path)).collect());
        // Which of these two a file system runs into first is its own affair.
        let message = match error.unwrap_err() {
            OutputError::Io { .. } => expected.to_owned(),
            other => message(other, &folder),
        };
        assert_eq!(message, expected);
        assert_eq!(read(&out), last);
        assert_eq!(own_names(&out), [LOCK, MANIFEST]);
    }
}

#[test]
fn only_an_empty_folder_or_one_of_ours_is_a_target() {
    let folder = TempDir::new().unwrap();
    let content = folder.path().join("content");
    fs::create_dir_all(content.join("pages")).unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    fs::create_dir(folder.path().join("full")).unwrap();
    fs::write(folder.path().join("full/thesis.txt"), "precious").unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let refusal = |out: &str| {
        refuse_unsafe_target(&folder.path().join(out), &content).err().map(|error| message(error, &folder))
    };
    assert_eq!(refusal("empty"), None);
    assert_eq!(refusal("not/there/yet"), None);
    assert_eq!(refusal("content-site"), None);
    assert_eq!(refusal("file").as_deref(), Some("DIR/file is no folder: choose another --out"));
    assert_eq!(
        refusal("full").as_deref(),
        Some(
            "DIR/full is not empty and was not made by interlink (it has no .interlink-manifest): \
             choose an empty folder or another --out"
        )
    );
    for inside in ["content", "content/site", "empty/../content/pages", "new/../content/x", "."] {
        let text = refusal(inside).unwrap_or_default();
        assert!(text.contains("lie one inside the other"), "{inside}: {text}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(content.join("pages"), folder.path().join("link")).unwrap();
        assert!(refusal("link/site").unwrap_or_default().contains("lie one inside the other"));
    }
    assert!(matches!(
        write(&folder.path().join("full"), &site(&[("a", "1")])),
        Err(OutputError::ForeignFolder(_))
    ));
    assert!(matches!(recover(&folder.path().join("full")), Err(OutputError::ForeignFolder(_))));
    assert_eq!(fs::read_dir(folder.path().join("full")).unwrap().count(), 1);
}

#[test]
fn two_runs_do_not_write_to_one_folder() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let first = SiteWriter::begin(&out).unwrap();
    first.add("a.html", b"1").unwrap();
    assert_eq!(
        message(write(&out, &site(&[("b.html", "2")])).unwrap_err(), &folder),
        "another run of interlink is writing to DIR/site: wait for it, or choose another --out"
    );
    assert!(matches!(recover(&out), Err(OutputError::Busy(_))));
    first.finish().unwrap();
    assert_eq!(read(&out), site(&[("a.html", "1")]));
    write(&out, &site(&[("b.html", "2")])).unwrap();
    assert_eq!(read(&out), site(&[("b.html", "2")]));
}

#[test]
fn a_writer_that_is_dropped_leaves_the_last_site() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let last = site(&[("a.html", "1")]);
    write(&out, &last).unwrap();
    let writer = SiteWriter::begin(&out).unwrap();
    writer.add("a.html", b"half").unwrap();
    drop(writer);
    assert_eq!(read(&out), last);
    assert_eq!(own_names(&out), [LOCK, MANIFEST]);
}

#[test]
fn a_damaged_manifest_removes_nothing() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    write(&out, &site(&[("a.html", "1")])).unwrap();
    let mut manifest = fs::read_to_string(out.join(MANIFEST)).unwrap();
    manifest.push_str(&format!("{} 1 ../content/x\n", "0".repeat(64)));
    fs::write(out.join(MANIFEST), manifest).unwrap();
    assert_eq!(
        message(write(&out, &site(&[("b.html", "2")])).unwrap_err(), &folder),
        "DIR/site/.interlink-manifest:2: the list of our files is damaged: empty the folder and build again"
    );
    assert_eq!(read(&out), site(&[("a.html", "1")]));
}

#[test]
fn a_staged_file_that_lost_its_bytes_is_not_shown() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let (last, next) = (site(&[("a", "111"), ("b", "1")]), site(&[("a", "222"), ("b", "2"), ("c", "3")]));
    write(&out, &last).unwrap();
    // Cut off right after the journal was put in place, then the bytes of one file are lost.
    let mut calls = 0;
    while !out.join(JOURNAL).exists() {
        calls += 1;
        let _ = write_site_with(&out, files(&next), Disk::dying_after(calls));
    }
    fs::write(commit::staged_site(&out).join("a"), "").unwrap();
    assert_eq!(recover(&out).unwrap(), Recovery::Completed);
    assert_eq!(read(&out), site(&[("b", "2"), ("c", "3")]));
    assert_eq!(write(&out, &next).unwrap().written, ["a"]);
    assert_eq!(read(&out), next);
}

/// Kills the run from `last` to `next` after each of its calls to the disk in turn.
fn kill_everywhere(last: &Site, next: &Site) {
    for calls in 0.. {
        assert!(calls < 1000, "the run never ends");
        let folder = TempDir::new().unwrap();
        let out = folder.path().join("site");
        if !last.is_empty() {
            write(&out, last).unwrap();
        }
        let finished = write_site_with(&out, files(next), Disk::dying_after(calls)).is_ok();
        if out.exists() {
            // Readers see old or new files, whole ones.
            let decided = out.join(JOURNAL).exists();
            for (path, text) in read(&out) {
                let known = last.get(&path) == Some(&text) || next.get(&path) == Some(&text);
                assert!(known, "{path} holds {text:?} after {calls} calls");
            }
            let before = read(&out);
            let recovery = recover(&out).unwrap();
            assert_eq!(recovery == Recovery::Completed, decided, "after {calls} calls");
            let after = read(&out);
            assert!(after == *last || after == *next, "half a site after {calls} calls: {after:?}");
            if !decided {
                assert_eq!(after, before, "recovery changed a site that was whole");
            }
            assert!(own_names(&out).iter().all(|name| name == LOCK || name == MANIFEST));
            assert_eq!(recover(&out).unwrap(), Recovery::Nothing);
        }
        write(&out, next).unwrap();
        assert_eq!(read(&out), *next);
        assert_eq!(own_names(&out), [LOCK, MANIFEST]);
        if finished {
            return;
        }
    }
}

#[test]
fn a_killed_run_leaves_the_old_or_the_new_site_whole() {
    let old = site(&[
        ("index.html", "old"),
        ("en/a/index.html", "old a"),
        ("en/b/index.html", "gone"),
        ("same.css", "same"),
        ("was-file", "1"),
        ("was-folder/x/y", "2"),
        ("Case.txt", "3"),
    ]);
    let new = site(&[
        ("index.html", "new"),
        ("en/a/index.html", "new a"),
        ("es/a/index.html", "nuevo"),
        ("es/b/index.html", "nuevo b"),
        ("same.css", "same"),
        ("was-file/x", "1"),
        ("was-folder", "2"),
        ("case.txt", "3"),
    ]);
    kill_everywhere(&old, &new);
    kill_everywhere(&Site::new(), &new);
    kill_everywhere(&new, &Site::new());
}

#[test]
fn a_recovery_that_is_killed_is_recovered() {
    let (last, next) = (site(&[("a", "1"), ("b/c", "1")]), site(&[("a", "2"), ("b", "2"), ("d/e", "2")]));
    for first in 0.. {
        for second in 0..16 {
            let folder = TempDir::new().unwrap();
            let out = folder.path().join("site");
            write(&out, &last).unwrap();
            if write_site_with(&out, files(&next), Disk::dying_after(first)).is_ok() {
                return;
            }
            let decided = out.join(JOURNAL).exists();
            let _ = commit::recover_locked(&out, &Disk::dying_after(second));
            recover(&out).unwrap();
            let after = read(&out);
            assert!(after == last || after == next, "{first} {second}: {after:?}");
            assert!(!decided || after == next);
            if !decided {
                // Without a journal there is one thing to do: the staging folder goes.
                break;
            }
        }
    }
}

fn any_site() -> impl Strategy<Value = Site> {
    prop::collection::btree_map("[ab](/[ab]){0,2}(\\.html)?", "[xy]{0,2}", 0..6)
        .prop_filter("no file that is a folder too", |site| {
            site.keys().all(|path| !path.match_indices('/').any(|(at, _)| site.contains_key(&path[..at])))
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_came_before_the_target_becomes_the_site(sites in prop::collection::vec(any_site(), 1..4)) {
        let folder = TempDir::new().unwrap();
        let out = folder.path().join("site");
        let mut last = Site::new();
        for next in sites {
            let report = write(&out, &next).unwrap();
            prop_assert_eq!(read(&out), next.clone());
            let written: Vec<&String> = next.iter().filter(|(path, text)| last.get(*path) != Some(*text)).map(|(path, _)| path).collect();
            let removed: Vec<&String> = last.keys().filter(|path| !next.contains_key(*path)).collect();
            prop_assert_eq!(report.written.iter().collect::<Vec<_>>(), written);
            prop_assert_eq!(report.removed.iter().collect::<Vec<_>>(), removed);
            last = next;
        }
    }

    #[test]
    fn the_number_of_threads_does_not_show(site in any_site()) {
        let folder = TempDir::new().unwrap();
        let mut manifests = Vec::new();
        for threads in [1, 4] {
            let out = folder.path().join(threads.to_string());
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let report = pool.install(|| write(&out, &site)).unwrap();
            manifests.push((fs::read(out.join(MANIFEST)).unwrap(), report, read(&out)));
        }
        prop_assert_eq!(&manifests[0], &manifests[1]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_run_may_be_killed_anywhere(last in any_site(), next in any_site()) {
        kill_everywhere(&last, &next);
    }
}
