//! Keeping the service running: the files of `contrib-service/deploy`, what a watcher is told, and
//! back-up and restore by the words of its README.

use std::collections::BTreeSet;
use std::process::Command;

use interlink_tests::fixture::write;
use interlink_tests::postgres_server::PostgresServer;
use interlink_tests::programs::{command, program, workspace};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;

fn fields(name: &str) -> Vec<(&str, &str)> {
    vec![
        ("lang", "en"),
        ("name", name),
        ("summary", "A talk while walking through the place that a service is about."),
        ("nature", "knowledge"),
        ("licence", "CC-BY-4.0"),
        ("agree", "yes"),
    ]
}

fn deploy(name: &str) -> String {
    std::fs::read_to_string(workspace().join("contrib-service/deploy").join(name)).unwrap()
}

#[test]
fn every_setting_that_the_files_for_running_name_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let explained =
        command(program("interlink-contrib"), folder.path()).args(["config", "--explain"]).output();
    let explained = String::from_utf8(explained.unwrap().stdout).unwrap();
    let mut named = BTreeSet::new();
    for file in ["interlink-contrib.service", "Containerfile", "README.md"] {
        let text = deploy(file);
        let words = text.split(|character: char| !(character.is_ascii_uppercase() || character == '_'));
        named.extend(words.filter(|word| word.starts_with("INTERLINK_")).map(str::to_owned));
    }
    assert!(named.len() >= 5, "{named:?}");
    for variable in named {
        assert!(explained.contains(&format!("variable:  {variable}\n")), "{variable}");
    }
}

#[test]
fn systemd_has_nothing_against_the_unit() {
    let Some(analyze) = interlink_tests::verify::find_program("systemd-analyze") else {
        // Not a part of every system; what it would look at is looked at below as far as it goes.
        let unit = deploy("interlink-contrib.service");
        for section in ["[Unit]", "[Service]", "[Install]"] {
            assert!(unit.contains(section), "{section}");
        }
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let installed = program("interlink-contrib");
    let unit = deploy("interlink-contrib.service")
        .replace("/usr/bin/interlink-contrib", installed.to_str().unwrap());
    let path = folder.path().join("interlink-contrib.service");
    write(&path, unit);
    let output = Command::new(analyze).args(["verify", "--man=no"]).arg(&path).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    let about_us: Vec<&str> =
        told.lines().filter(|line| line.contains("interlink-contrib.service")).collect();
    assert!(about_us.is_empty(), "{told}");
}

#[test]
fn a_backup_made_while_the_service_runs_is_the_store_again() {
    let mut service = ServiceTest::start(SiteTest::from_fixture("base"));
    let status = service.contribute(&fields("Walking interview"));
    service.wait_for_state(&status, "proposed");
    let folder = service.site.folder().to_owned();
    let (store, backup) = (folder.join("state/contributions.sqlite"), folder.join("backup.sqlite"));
    let copied = Command::new("sqlite3")
        .arg(&store)
        .arg(format!(".backup {}", backup.display()))
        .output()
        .expect("sqlite3 is installed");
    assert!(copied.status.success(), "{}", String::from_utf8_lossy(&copied.stderr));
    let later = service.contribute(&fields("Sent after the backup"));
    service.kill();
    for name in ["contributions.sqlite", "contributions.sqlite-wal", "contributions.sqlite-shm"] {
        let _ = std::fs::remove_file(folder.join("state").join(name));
    }
    std::fs::copy(&backup, &store).unwrap();
    service.start_again();
    assert_eq!(service.get_json(&status)["state"], "proposed");
    assert_eq!(service.get(&later).status, 404);
    let again = service.contribute(&fields("Walking interview"));
    service.wait_for_state(&again, "proposed");
}

#[test]
fn a_watcher_is_told_what_works_and_what_waits() {
    let watched = ServiceTest::free_port();
    let address: &'static str = Box::leak(format!("127.0.0.1:{watched}").into_boxed_str());
    let service =
        ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_METRICS_LISTEN", address)]);
    let status = service.contribute(&fields("Walking interview"));
    service.wait_for_state(&status, "proposed");
    assert_eq!(service.get("nothing-here").status, 404);
    let numbers = service.get_from(&format!("http://{address}/metrics"));
    assert_eq!(numbers.status, 200);
    for line in [
        "interlink_accepted_total 1",
        "interlink_contributions{state=\"proposed\"} 1",
        "interlink_up{part=\"store\"} 1",
        "interlink_up{part=\"forge\"} 1",
        "interlink_requests_total{route=\"/contributions/preview\",status=\"200\"} 1",
    ] {
        assert!(numbers.body.contains(line), "no {line} in\n{}", numbers.body);
    }
    let id = status.split_once("?key=").unwrap().0.rsplit('/').next().unwrap().to_owned();
    assert!(!numbers.body.contains(&id), "a number is about one person\n{}", numbers.body);
    assert_eq!(service.get("metrics").status, 404, "the numbers are not for everybody");
    let ready = service.get("readyz");
    assert_eq!((ready.status, ready.body.as_str()), (200, "ready\nstore: ok\ndisk: ok\nforge: ok\n"));
}

#[test]
fn without_the_forge_the_service_is_degraded_and_without_its_store_unready() {
    let mut server = PostgresServer::start();
    let address: &'static str = Box::leak(server.address().into_boxed_str());
    let service = ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_STORE", address)]);
    let status = service.contribute(&fields("Walking interview"));
    service.wait_for_state(&status, "proposed");
    let repository = service.site.folder().join(".git");
    let aside = service.site.folder().join("aside");
    std::fs::rename(&repository, &aside).unwrap();
    let ready = service.wait_for_readiness("degraded");
    assert_eq!(ready.status, 200);
    assert!(ready.body.contains("forge: failing"), "{}", ready.body);
    std::fs::rename(&aside, &repository).unwrap();
    service.wait_for_readiness("ready");
    server.stop();
    let ready = service.wait_for_readiness("unready");
    assert_eq!(ready.status, 503);
    assert!(ready.body.contains("store: failing"), "{}", ready.body);
    let answer = service.post("contributions/preview", &fields("While it is away"));
    assert_eq!((answer.status, answer.retry_after.as_str()), (503, "60"), "{}", answer.body);
    server.start_again();
    service.wait_for_readiness("ready");
    assert_eq!(service.get_json(&status)["state"], "proposed");
}

#[test]
fn two_replicas_share_one_store_and_make_one_branch_of_each_contribution() {
    let server = PostgresServer::start();
    let address: &'static str = Box::leak(server.address().into_boxed_str());
    let one = ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_STORE", address)]);
    let other = one.replica();
    let pages: Vec<String> = (0..12)
        .map(|number| {
            let service = if number % 2 == 0 { &one } else { &other };
            service.contribute(&fields(&format!("Walk {number}")))
        })
        .collect();
    for page in &pages {
        one.wait_for_state(page, "proposed");
        assert_eq!(other.get_json(page)["state"], "proposed");
    }
    assert_eq!(one.branches().len(), 12);
    assert_eq!(server.ask("SELECT count(*) FROM events WHERE state = 'proposed'"), "12");
}
