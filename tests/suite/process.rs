//! A team's process file on the command line: checked, merged by Git with real branches, made of an export of the
//! original environment.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use interlink_tests::fixture::write;
use interlink_tests::programs::{Ended, command, program, run};
use interlink_tests::site_test::SiteTest;

const ID: &str = "00112233445566778899aabbccddeeff";

/// A file as a person may write it.
fn by_hand(rest: &str) -> String {
    format!("process: 1\nid: {ID}\n{rest}")
}

/// A folder with a process file in it, without any content.
fn folder_with(text: &str) -> SiteTest {
    let site = SiteTest::empty();
    write(&site.folder().join("process.yaml"), text);
    site
}

fn check(site: &SiteTest, more: &[&str]) -> Ended {
    site.interlink(&[&["check", "--process", "process.yaml"], more].concat())
}

fn read(site: &SiteTest) -> String {
    fs::read_to_string(site.folder().join("process.yaml")).unwrap()
}

#[test]
fn a_good_process_file_is_checked_without_any_content() {
    let site = folder_with(&by_hand("name: A plan\n"));
    assert_eq!(check(&site, &[]).expect_code(0).stdout, "no mistakes found\n");
    assert_eq!(check(&site, &["--format", "json"]).expect_code(0).stdout, "");
}

#[test]
fn every_mistake_of_a_process_file_is_told_with_its_place_and_ends_with_1() {
    let site = folder_with(&by_hand("nmae: A plan\nstart: 2026-02-30\nnodes:\n  - id: a/b\n"));
    let said = check(&site, &[]).expect_code(1).stdout;
    assert_eq!(
        said,
        "process.yaml:3:1: error: there is no field “nmae” here [unknown-field]\n 3 | nmae: A plan\n   | ^\n  help: did you \
         mean `name`?\n\
         process.yaml:4:8: error: “2026-02-30” is no day that exists, written as year-month-day [bad-date]\n 4 | start: \
         2026-02-30\n   |        ^\n  help: write it like 2026-03-14\n\
         process.yaml:6:9: error: “a/b” in `id` is no id [bad-slug]\n 6 |   - id: a/b\n   |         ^\n  help: write letters \
         and digits, and between them . _ or -\n3 errors\n"
    );
    let json = check(&site, &["--format", "json"]).expect_code(1).stdout;
    let objects: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (objects.len(), objects[1]["line"].as_u64(), objects[1]["column"].as_u64()),
        (3, Some(4), Some(8))
    );
    let github = check(&site, &["--format", "github"]).expect_code(1).stdout;
    assert!(github.starts_with("::error file=process.yaml,line=3,col=1,title=unknown-field::"), "{github}");
}

#[test]
fn a_process_file_that_cannot_be_read_ends_with_2_and_one_that_is_no_text_with_1() {
    let site = SiteTest::empty();
    assert!(check(&site, &[]).expect_code(2).stderr.contains("process.yaml cannot be read"));
    write(&site.folder().join("process.yaml"), b"process: 1\n\xff\xfe");
    assert!(check(&site, &[]).expect_code(1).stdout.contains("[not-utf-8]"));
    write(&site.folder().join("process.yaml"), "a".repeat(9_000_000));
    assert!(check(&site, &[]).expect_code(1).stdout.contains("[too-large]"));
}

#[test]
fn warnings_of_a_process_file_do_not_change_the_exit_code() {
    let site = folder_with(&by_hand(
        "aim: Write to jane.doe@varam.gov.lv\npeople: {ada: {name: 'Ada, +371 67026533'}}\nnodes:\n  \
         - id: a\n    prerequisites: [b, gone]\n  - id: b\n    prerequisites: [a]\n    level: objective\n    children: [{id: c, \
         level: phase}]\nalso:\n  - {field: name, edit: 1 aaaaaaaa, value: A}\n  - {field: name, edit: 1 bbbbbbbb, value: B}\n",
    ));
    let said = check(&site, &[]).expect_code(0).stdout;
    for code in ["personal-data", "two-values", "dangling-node", "cycle", "level-mismatch"] {
        assert!(said.contains(&format!("[{code}]")), "{said}");
    }
    assert!(
        said.contains("process.yaml:3:15: warning: this looks like an e-mail address of a person"),
        "{said}"
    );
    assert!(said.ends_with("6 warnings\n"), "{said}");
}

#[test]
fn merging_keeps_what_both_changed_and_says_where_somebody_has_to_choose() {
    let site = folder_with(&by_hand("name: Base\naim: Aim\n"));
    let folder = site.folder();
    write(&folder.join("ours.yaml"), read(&site).replace("Base", "Ours"));
    write(
        &folder.join("theirs.yaml"),
        read(&site).replace("Base", "Theirs").replace("aim: Aim", "aim: Other aim"),
    );
    let ended = site
        .interlink(&["process", "merge", "--base", "process.yaml", "ours.yaml", "theirs.yaml"])
        .expect_code(0);
    let merged = fs::read_to_string(folder.join("ours.yaml")).unwrap();
    assert!(ended.stderr.contains("“name” has two values"), "{}", ended.stderr);
    assert!(merged.contains("Ours") && merged.contains("Theirs"), "{merged}");
    let quiet = site.interlink(&["--quiet", "process", "merge", "ours.yaml", "theirs.yaml"]).expect_code(0);
    assert_eq!(quiet.stderr, "");
    assert_eq!(
        fs::read_to_string(folder.join("ours.yaml")).unwrap(),
        merged,
        "merging again changes nothing"
    );
    let left = fs::read_dir(folder).unwrap().count();
    assert_eq!(left, 3, "nothing is left beside the files");
}

#[test]
fn a_merge_that_cannot_be_made_leaves_our_process_file_as_it_was() {
    let ours = by_hand("name: Ours\n");
    let site = folder_with(&ours);
    let cases = [
        ("other.yaml", ours.replace(ID, &"0".repeat(32)), 1, "two processes"),
        ("broken.yaml", "process: 1\nid: x\n".to_owned(), 1, "[bad-id]"),
        ("conflict.yaml", format!("{ours}<<<<<<< ours\n"), 1, "as it was"),
    ];
    for (name, text, code, said) in cases {
        write(&site.folder().join(name), text);
        let ended = site.interlink(&["process", "merge", "process.yaml", name]).expect_code(code);
        assert!(ended.stderr.contains(said), "{}", ended.stderr);
        assert_eq!(read(&site), ours);
    }
    site.interlink(&["process", "merge", "process.yaml", "nowhere.yaml"]).expect_code(2);
    site.interlink(&["process", "merge", "process.yaml"]).expect_code(2);
    assert_eq!(read(&site), ours);
}

#[cfg(unix)]
#[test]
fn a_merged_process_file_keeps_its_permissions_and_a_link_to_it_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let site = folder_with(&by_hand("name: Ours\n"));
    let place = site.folder().join("process.yaml");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("process.yaml", site.folder().join("link.yaml")).unwrap();
    write(&site.folder().join("theirs.yaml"), by_hand("name: Theirs\n"));
    site.interlink(&["process", "merge", "link.yaml", "theirs.yaml"]).expect_code(0);
    assert!(fs::symlink_metadata(site.folder().join("link.yaml")).unwrap().is_symlink());
    assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(read(&site).contains("also:"));
}

fn git(site: &SiteTest, arguments: &[&str]) -> Ended {
    let who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
    run(command("git", site.folder()).args(who).args(arguments))
}

/// A repository that merges process files as the help text of the command says.
fn repository(text: &str) -> SiteTest {
    let site = folder_with(text);
    git(&site, &["init", "--quiet", "--initial-branch=main"]).expect_code(0);
    write(&site.folder().join(".gitattributes"), "process.yaml merge=interlink-process\n");
    let driver = format!("'{}' process merge --base %O %A %B", program("interlink").display());
    git(&site, &["config", "merge.interlink-process.driver", &driver]).expect_code(0);
    commit(&site, "Begin");
    site
}

fn commit(site: &SiteTest, message: &str) {
    git(site, &["add", "-A"]).expect_code(0);
    git(site, &["commit", "--quiet", "-m", message]).expect_code(0);
}

fn change(site: &SiteTest, from: &str, to: &str) {
    let text = read(site);
    assert!(text.contains(from), "{text}");
    write(&site.folder().join("process.yaml"), text.replacen(from, to, 1));
}

#[test]
fn git_merges_two_branches_of_a_process_and_keeps_both_values_of_a_field() {
    let site = repository(&by_hand("name: Base\naim: Aim\nidea: Idea\n"));
    // Without the driver Git would call every change of neighbouring lines a conflict.
    git(&site, &["checkout", "--quiet", "-b", "theirs"]).expect_code(0);
    change(&site, "name: Base", "name: Theirs");
    change(&site, "idea: Idea", "idea: Their idea");
    commit(&site, "Theirs");
    git(&site, &["checkout", "--quiet", "main"]).expect_code(0);
    change(&site, "name: Base", "name: Ours");
    change(&site, "aim: Aim", "aim: Our aim");
    commit(&site, "Ours");
    git(&site, &["merge", "--no-edit", "theirs"]).expect_code(0);
    assert_eq!(git(&site, &["status", "--porcelain"]).expect_code(0).stdout, "");
    let merged = read(&site);
    for kept in ["Theirs", "Ours", "Their idea", "Our aim"] {
        assert!(merged.contains(kept), "{merged}");
    }
    let said = check(&site, &[]).expect_code(0).stdout;
    assert!(said.contains("“name” has two values"), "{said}");
}

#[test]
fn git_stops_where_two_processes_were_put_under_one_name() {
    let site = repository(&by_hand("name: Base\n"));
    git(&site, &["checkout", "--quiet", "-b", "theirs"]).expect_code(0);
    change(&site, ID, &"0".repeat(32));
    commit(&site, "Another process");
    git(&site, &["checkout", "--quiet", "main"]).expect_code(0);
    change(&site, "Base", "Ours");
    commit(&site, "Ours");
    let ended = git(&site, &["merge", "--no-edit", "theirs"]).expect_code(1);
    assert!(format!("{}{}", ended.stdout, ended.stderr).contains("two processes"), "{}", ended.stderr);
    assert!(read(&site).contains("Ours"));
}

/// An archive as the original environment makes it.
fn export(path: &Path) {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let process = format!(
        r#"{{"id": "{ID}", "name": "import_Old process", "language": "en", "administrators": ["jane.doe@varam.gov.lv"]}}"#
    );
    let tree = r#"[{"id": "p1", "type": "phase", "name": "Engage", "description": "", "prerequisites_ids": [], "objectives": []}]"#;
    for (name, text) in [("coproduction.json", process.as_str()), ("schema.json", tree)] {
        let name = format!("processes_exported/Old_process/{name}");
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    write(path, archive.finish().unwrap().into_inner());
}

#[test]
fn a_process_of_the_original_environment_is_imported_once_and_checks() {
    let site = SiteTest::empty();
    export(&site.folder().join("old.zip"));
    let import = ["import", "interlink-process", "old.zip", "--into", "process.yaml"];
    let ended = site.interlink(&import).expect_code(0);
    assert!(
        ended.stdout.starts_with("# Import report\n") && ended.stdout.contains("administrator"),
        "{}",
        ended.stdout
    );
    assert!(read(&site).contains("name: Old process\n") && !read(&site).contains("jane"));
    check(&site, &[]).expect_code(0);
    let again = site.interlink(&import).expect_code(2);
    assert!(again.stderr.contains("there already"), "{}", again.stderr);
    write(&site.folder().join("none.zip"), "no archive");
    let none =
        site.interlink(&["import", "interlink-process", "none.zip", "--into", "new.yaml"]).expect_code(2);
    assert!(
        none.stderr.contains("no ZIP archive") && !site.folder().join("new.yaml").exists(),
        "{}",
        none.stderr
    );
}
