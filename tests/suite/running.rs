//! Keeping the service running: the files of `contrib-service/deploy`, what a watcher is told, what stands
//! in the log and what never does, how it stops, and back-up and restore by the words of its README.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::Duration;

use interlink_tests::fixture::write;
use interlink_tests::forge_double::{self, ForgeDouble, sign_webhook};
use interlink_tests::postgres_server::PostgresServer;
use interlink_tests::programs::{command, program, workspace};
use interlink_tests::service_test::{ServiceTest, TOKEN, id_and_key, key_of, proposal, url_encoded};
use interlink_tests::site_test::SiteTest;
use interlink_tests::smtp_double::SmtpDouble;

use crate::whole_service::{base_files, forge_settings, leaked};

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
    let status = service.contribute(&proposal("Walking interview"));
    service.wait_for_state(&status, "proposed");
    let folder = service.site.folder().to_owned();
    let (store, backup) = (folder.join("state/contributions.sqlite"), folder.join("backup.sqlite"));
    let copied = Command::new("sqlite3")
        .arg(&store)
        .arg(format!(".backup {}", backup.display()))
        .output()
        .expect("sqlite3 is installed");
    assert!(copied.status.success(), "{}", String::from_utf8_lossy(&copied.stderr));
    let later = service.contribute(&proposal("Sent after the backup"));
    service.kill();
    for name in ["contributions.sqlite", "contributions.sqlite-wal", "contributions.sqlite-shm"] {
        let _ = std::fs::remove_file(folder.join("state").join(name));
    }
    std::fs::copy(&backup, &store).unwrap();
    service.start_again();
    assert_eq!(service.get_json(&status)["state"], "proposed");
    assert_eq!(service.get(&later).status, 404);
    let again = service.contribute(&proposal("Walking interview"));
    service.wait_for_state(&again, "proposed");
}

#[test]
fn a_watcher_is_told_what_works_and_what_waits() {
    let watched = ServiceTest::free_port();
    let address: &'static str = Box::leak(format!("127.0.0.1:{watched}").into_boxed_str());
    let service =
        ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_METRICS_LISTEN", address)]);
    let status = service.contribute(&proposal("Walking interview"));
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
    let (id, _) = id_and_key(&status);
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
    let status = service.contribute(&proposal("Walking interview"));
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
    let answer = service.post("contributions/preview", &proposal("While it is away"));
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
            service.contribute(&proposal(&format!("Walk {number}")))
        })
        .collect();
    for page in &pages {
        one.wait_for_state(page, "proposed");
        assert_eq!(other.get_json(page)["state"], "proposed");
    }
    assert_eq!(one.branches().len(), 12);
    assert_eq!(server.ask("SELECT count(*) FROM events WHERE state = 'proposed'"), "12");
}

/// The time that the unit gives it, after which systemd would kill it.
fn time_to_stop() -> Duration {
    let unit = deploy("interlink-contrib.service");
    let stated = unit.lines().find_map(|line| line.strip_prefix("TimeoutStopSec=")).unwrap();
    Duration::from_secs(stated.parse().unwrap())
}

#[test]
fn a_service_that_is_told_to_stop_finishes_what_it_has_begun() {
    let mut service = ServiceTest::start(SiteTest::from_fixture("base"));
    let stated = time_to_stop();
    let body = url_encoded(&proposal("Walking interview"));
    let (first, rest) = body.split_at(body.len() / 2);
    let origin = service.url("").trim_end_matches('/').to_owned();
    let mut stream = TcpStream::connect(origin.trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(stated)).unwrap();
    let head = format!(
        "POST /contributions/preview HTTP/1.1\r\nHost: x\r\nOrigin: {origin}\r\nAccept: text/html\r\n\
         Expect: 100-continue\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    // It says so once somebody reads the body: the request has begun.
    let mut begun = [0; 25];
    stream.read_exact(&mut begun).unwrap();
    assert_eq!(String::from_utf8_lossy(&begun), "HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(first).unwrap();
    service.tell_to_stop();
    service.wait_for_log("stopping; a second signal stops at once");
    stream.write_all(rest).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer ends");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_eq!(service.wait_for_end(stated), Some(0), "{}", service.log());
    // What was answered is kept.
    service.start_again();
    let sent = service.post("contributions", &[("key", &key_of(&answer))]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    service.wait_for_state(&sent.location, "proposed");
}

#[test]
fn each_line_of_a_json_log_has_the_contribution_s_id() {
    let mut service =
        ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_LOG_FORMAT", "json")]);
    let status = service.contribute(&proposal("Walking interview"));
    let (id, key) = id_and_key(&status);
    service.wait_for_state(&status, "proposed");
    service.wait_for_log("\"proposed\"");
    assert_eq!(service.decide(&id, "ask", &[("reason", "For whom?")]).status, 303);
    assert_eq!(service.post(&format!("contributions/{id}/withdraw"), &[("key", &key)]).status, 303);
    service.tell_to_stop();
    assert_eq!(service.wait_for_end(time_to_stop()), Some(0));
    let log = service.log();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    for line in &lines {
        for part in ["timestamp", "level", "target"] {
            assert!(line[part].is_string(), "no {part} in {line}");
        }
        // There was only one.
        let about = &line["fields"]["contribution"];
        assert!(about.is_null() || *about == id.as_str(), "{line}");
    }
    for message in ["received", "proposed", "decided", "withdrawn"] {
        let about: Vec<_> = lines.iter().filter(|line| line["fields"]["message"] == message).collect();
        assert_eq!(about.len(), 1, "{message}\n{log}");
        assert_eq!(about[0]["fields"]["contribution"], id.as_str(), "{log}");
    }
}

/// Everything that the service itself says, and what its libraries say for whoever looks for a mistake.
const EVERYTHING: &str = "debug,contrib_service=trace,generator=trace,interlink_contrib=trace";
const WEBHOOK_SECRET: &str = "what-only-the-forge-and-the-service-know";
const MAIL_KEY: &str = "what-addresses-are-encrypted-with-in-the-store";
const SMTP_PASSWORD: &str = "what-the-mail-server-lets-us-in-with";
const WRONG_TOKEN: &str = "what-somebody-thinks-the-maintainers-key-is";
const ADDRESS: &str = "lea.berzina@mail.town.example";

#[test]
fn no_secret_stands_in_the_log_even_when_everything_is_logged() {
    // With a login no mail can be sent, because the double offers none: what goes wrong is logged, too.
    for has_login in [false, true] {
        let files = base_files();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (forge, server) = (ForgeDouble::github(&files), SmtpDouble::start());
        let mut settings = forge_settings("github", &forge);
        settings.extend([
            ("INTERLINK_LOG", EVERYTHING),
            ("INTERLINK_HOLD", "always"),
            ("INTERLINK_WEBHOOK_SECRETS", WEBHOOK_SECRET),
            ("INTERLINK_SMTP", leaked(server.url())),
            ("INTERLINK_MAIL_FROM", "office@catalogue.example"),
            ("INTERLINK_MAIL_KEY", MAIL_KEY),
        ]);
        if has_login {
            settings.extend([("INTERLINK_SMTP_USER", "office"), ("INTERLINK_SMTP_PASSWORD", SMTP_PASSWORD)]);
        }
        let mut service = ServiceTest::start_with(SiteTest::from_fixture("base"), &settings);
        let preview = service.post("contributions/preview", &proposal("Walking interview"));
        let key = key_of(&preview.body);
        let sent = service.post("contributions", &[("key", &key), ("email", ADDRESS)]);
        assert_eq!(sent.status, 303, "{}", sent.body);
        let (id, status_key) = id_and_key(&sent.location);
        let mut secrets = vec![
            TOKEN.to_owned(),
            forge_double::TOKEN.to_owned(),
            WEBHOOK_SECRET.to_owned(),
            MAIL_KEY.to_owned(),
            SMTP_PASSWORD.to_owned(),
            WRONG_TOKEN.to_owned(),
            ADDRESS.to_owned(),
            "lea.berzina".to_owned(),
            key,
            status_key.clone(),
        ];
        // Its writer looks at it with the right key and with another one.
        assert_eq!(service.get(&sent.location).status, 200);
        assert_eq!(service.get(&format!("contributions/{id}?key={}", "z".repeat(26))).status, 404);
        let copy = service.post(&format!("contributions/{id}/export"), &[("key", &status_key)]);
        assert!(copy.body.contains(ADDRESS), "{}", copy.body);
        // A maintainer.
        assert_eq!(service.get(&format!("maintain?token={WRONG_TOKEN}")).status, 401);
        let session = service.get(&format!("maintain?token={TOKEN}"));
        let (_, cookie) = session.cookie.split(';').next().unwrap().split_once('=').unwrap();
        secrets.push(cookie.to_owned());
        assert_eq!(service.maintain(&id).status, 200);
        if has_login {
            service.wait_for_log("a mail ");
            assert_eq!(service.decide(&id, "release", &[]).status, 303);
        } else {
            let mail = server.wait_for(1).remove(0);
            let (path, token) = mail.links()[0].split_once("?token=").unwrap();
            let path = &path[path.find("contributions/").unwrap()..];
            secrets.push(token.to_owned());
            assert_eq!(service.get(&format!("{path}?token={token}")).status, 200);
            assert_eq!(service.post(path, &[("token", token)]).status, 200);
        }
        service.wait_for_state(&sent.location, "proposed");
        // The forge calls, in two ways of proving who it is, and somebody who is not the forge.
        let body = b"{\"action\":\"closed\"}";
        let signature = sign_webhook(WEBHOOK_SECRET, body);
        let wrong = sign_webhook(WRONG_TOKEN, body);
        for (path, header, proof, status) in [
            ("webhooks/github", "x-hub-signature-256", signature.as_str(), 204),
            ("webhooks/github", "x-hub-signature-256", wrong.as_str(), 401),
            ("webhooks/gitlab", "x-gitlab-token", WEBHOOK_SECRET, 204),
            ("webhooks/gitlab", "x-gitlab-token", WRONG_TOKEN, 401),
        ] {
            let headers = [(header, proof), ("x-github-event", "pull_request")];
            assert_eq!(service.post_bytes(path, body, &headers).status, status, "{path}");
        }
        secrets.push(signature);
        service.tell_to_stop();
        assert_eq!(service.wait_for_end(time_to_stop()), Some(0));
        let told = format!("{}{}", service.log(), service.printed());
        assert!(told.contains("DEBUG") && told.contains("The maintainer's page:"), "{told}");
        for secret in secrets {
            assert!(!told.contains(&secret), "{secret} is in the log\n{told}");
        }
        assert_eq!(forge.violations(), Vec::<String>::new());
    }
}
