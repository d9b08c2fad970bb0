//! Mail, with the program and a mail server of the test's own: what is asked, what is told, what is
//! kept of an address and for how long.

use std::path::Path;

use interlink_tests::programs::{command, git, program};
use interlink_tests::service_test::{ServiceTest, id_and_key, key_of, proposal};
use interlink_tests::site_test::SiteTest;
use interlink_tests::smtp_double::{Mail, SmtpDouble};

const ADDRESS: &str = "lea.berzina@mail.town.example";

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// A service that sends mail there and holds what comes.
fn service(url: &str, more: &[(&'static str, &'static str)]) -> ServiceTest {
    let organisation = "status: active\ntype: public-administration\ndomains:\n  - town.example\n";
    let site =
        SiteTest::base().with_file("organisations/town/organisation.yaml", organisation).commit("the base");
    let mut variables = vec![
        ("INTERLINK_SMTP", leaked(url.to_owned())),
        ("INTERLINK_MAIL_FROM", "office@catalogue.example"),
        ("INTERLINK_HOLD", "always"),
    ];
    variables.extend(more);
    ServiceTest::start_with(site, &variables)
}

/// Both steps of a proposal with an address: the page of it.
fn propose(service: &ServiceTest, name: &str, address: &str) -> String {
    let preview = service.post("contributions/preview", &proposal(name));
    assert_eq!(preview.status, 200, "{}", preview.body);
    let sent = service.post("contributions", &[("key", &key_of(&preview.body)), ("email", address)]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location
}

/// Presses the button behind the link of a confirmation mail.
fn confirm(service: &ServiceTest, mail: &Mail) {
    let [link] = mail.links()[..] else { panic!("one link in {}", mail.text) };
    let (path, token) = link.split_once("?token=").unwrap();
    let path = &path[path.find("contributions/").unwrap()..];
    // What reads mails for harm opens links, any number of times, and confirms nothing by it.
    for _ in 0..2 {
        let page = service.get(&format!("{path}?token={token}"));
        assert!(page.status == 200 && page.body.contains("Yes, this address is mine"), "{}", page.body);
    }
    let done = service.post(path, &[("token", token)]);
    assert!(done.status == 200 && done.body.contains("Your address is confirmed"), "{}", done.body);
}

fn queue(service: &ServiceTest, arguments: &[&str]) {
    let mut queue = command(program("interlink-contrib"), service.site.folder());
    let output = queue.args(["queue", "--state", "state"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// Every file below a folder that holds these words.
fn files_with(folder: &Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, words));
        } else if std::fs::read(&path).is_ok_and(|bytes| contains(&bytes, words)) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn a_confirmed_address_lets_it_out_and_hears_what_becomes_of_it() {
    let server = SmtpDouble::start();
    let service = service(&server.url(), &[]);
    let status = propose(&service, "Garden of Secrets", ADDRESS);
    let (id, key) = id_and_key(&status);
    let asked = server.wait_for(1).remove(0);
    assert_eq!(
        (asked.from.as_str(), asked.to.as_slice()),
        ("office@catalogue.example", &[ADDRESS.to_owned()][..])
    );
    // Somebody else's address may have been given: nothing in the mail was typed by whoever gave it,
    // and nothing leads to the page of the contribution.
    for words in ["Garden", "Secrets", "walking", key.as_str(), "?key="] {
        assert!(!asked.text.contains(words) && !asked.subject().contains(words), "{words} in {asked:?}");
    }
    let page = service.get(&status).body;
    assert!(
        page.contains("data-state=\"held\"") && page.contains("l…@mail.town.example is kept and waits"),
        "{page}"
    );
    assert!(!page.contains(ADDRESS), "{page}");
    assert_eq!(service.get_json(&status)["mail"]["state"], "waiting");
    confirm(&service, &asked);
    service.wait_for_state(&status, "proposed");
    let json = service.get_json(&status);
    assert_eq!(
        (&json["mail"]["state"], &json["mail"]["address"]),
        (&"confirmed".into(), &"l…@mail.town.example".into())
    );
    let states: Vec<&str> =
        json["history"].as_array().unwrap().iter().map(|event| event["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["draft", "received", "held", "confirmed", "queued", "proposed"]);
    let shown = service.maintain(&id).body;
    assert!(shown.contains("Confirmed by town.example") && !shown.contains("mail.town.example"), "{shown}");
    let proposed = server.wait_for(2).remove(1);
    assert_eq!(proposed.subject(), "People can read your proposal “Garden of Secrets” now");
    queue(&service, &["ask", &id, "For whom is it?"]);
    let asks = server.wait_for(3).remove(2);
    assert!(asks.text.contains("\n> For whom is it?\n"), "{}", asks.text);
    service.publish(&status);
    let published = server.wait_for(4).remove(3);
    assert!(published.links()[0].ends_with("/en/interlinkers/garden-of-secrets/"), "{}", published.text);
    for news in [&proposed, &asks, &published] {
        let link = *news.links().last().unwrap();
        assert_eq!(link, service.url(&status));
        assert_eq!(news.headers["list-unsubscribe"], format!("<{link}>"));
        assert_eq!(news.headers["auto-submitted"], "auto-generated");
        assert!(service.get(&link[link.find("contributions/").unwrap()..]).status == 200);
    }
    let names: std::collections::BTreeSet<&String> =
        [&asked, &proposed, &asks, &published].map(|mail| &mail.headers["message-id"]).into();
    assert_eq!(names.len(), 4);
    // Nobody but the mail server has read the address.
    for words in [ADDRESS, "berzina"] {
        assert_eq!(files_with(service.site.folder(), words), Vec::<String>::new());
        let commits = git(service.site.folder(), &["log", "--all", "--patch", "--format=full"]);
        assert!(!commits.contains(words), "{commits}");
    }
    assert_eq!(files_with(&service.site.folder().join("state"), &key), Vec::<String>::new());
}

#[test]
fn a_refusal_is_told_with_its_reason_and_confirming_need_not_release() {
    let server = SmtpDouble::start();
    let service = service(&server.url(), &[("INTERLINK_CONFIRMED_RELEASES", "no")]);
    let status = propose(&service, "Walk", "lea@elsewhere.example");
    let (id, _) = id_and_key(&status);
    confirm(&service, &server.wait_for(1)[0]);
    let json = service.get_json(&status);
    assert_eq!((&json["state"], &json["mail"]["state"]), (&"held".into(), &"confirmed".into()));
    assert!(!service.maintain(&id).body.contains("Confirmed by"));
    queue(&service, &["decline", &id, "We have one.\nSee there."]);
    let declined = server.wait_for(2).remove(1);
    assert!(declined.text.contains("\n> We have one.\n> See there.\n"), "{}", declined.text);
}

#[test]
fn a_wrong_address_is_told_and_the_draft_is_still_there() {
    let server = SmtpDouble::start();
    let service = service(&server.url(), &[]);
    let preview = service.post("contributions/preview", &proposal("Walk")).body;
    assert!(preview.contains("name=\"email\"") && preview.contains("30 days after"), "{preview}");
    let key = key_of(&preview);
    let mut wrong = vec![("key", key.as_str()), ("lang", "lv"), ("email", "lea@\"><script>")];
    let answer = service.post("contributions", &wrong);
    assert_eq!(answer.status, 422, "{}", answer.body);
    for words in ["lang=\"lv\"", "Pārbaudiet e-pasta adresi", "value=\"lea@&quot;&gt;&lt;script&gt;\"", &key]
    {
        assert!(answer.body.contains(words), "no {words} in {}", answer.body);
    }
    wrong[2].1 = "";
    let sent = service.post("contributions", &wrong);
    assert_eq!(sent.status, 303, "{}", sent.body);
    // Later, on the page of the contribution: the same care.
    let (id, key) = id_and_key(&sent.location);
    let give = format!("contributions/{id}/mail");
    assert_eq!(service.post(&give, &[("key", &key), ("email", "lea@")]).status, 422);
    assert_eq!(service.post(&give, &[("key", "wrong"), ("email", "lea@town.example")]).status, 404);
    assert_eq!(service.post(&give, &[("key", &key), ("email", "lea@town.example")]).status, 303);
    let mail = server.wait_for(1).remove(0);
    // Another address in its place: what was sent to the first one does nothing any more.
    assert_eq!(service.post(&give, &[("key", &key), ("email", "leo@town.example")]).status, 303);
    let link = mail.links()[0];
    let gone = service.get(&link[link.find("contributions/").unwrap()..]);
    assert!(gone.status == 404 && gone.body.contains("This link does nothing any more"), "{}", gone.body);
    confirm(&service, &server.wait_for(2)[1]);
}

#[test]
fn what_is_kept_of_an_address_is_handed_out_and_forgotten() {
    let server = SmtpDouble::start();
    let service = service(&server.url(), &[]);
    let status = propose(&service, "Walk", ADDRESS);
    let (id, key) = id_and_key(&status);
    confirm(&service, &server.wait_for(1)[0]);
    let export = || {
        let copy = service.post(&format!("contributions/{id}/export"), &[("key", &key)]).body;
        serde_json::from_str::<serde_json::Value>(&copy).unwrap()["mail"].clone()
    };
    let kept = export();
    assert_eq!((&kept["address"], &kept["state"]), (&ADDRESS.into(), &"confirmed".into()));
    assert_eq!(service.post(&format!("contributions/{id}/mail/forget"), &[("key", "wrong")]).status, 404);
    assert_eq!(service.post(&format!("contributions/{id}/mail/forget"), &[("key", &key)]).status, 303);
    assert_eq!(export(), serde_json::Value::Null);
    assert_eq!(
        service.post(&format!("contributions/{id}/mail"), &[("key", &key), ("email", ADDRESS)]).status,
        303
    );
    assert_eq!(export()["state"], "waiting");
    assert_eq!(service.post(&format!("contributions/{id}/withdraw"), &[("key", &key)]).status, 303);
    assert_eq!(service.get_json(&status)["mail"], serde_json::Value::Null);
}

#[test]
fn an_outage_of_the_mail_server_and_a_kill_delay_and_lose_nothing() {
    let port = ServiceTest::free_port();
    let mut service = service(&format!("smtp://127.0.0.1:{port}"), &[]);
    let status = propose(&service, "Walk", ADDRESS);
    service.kill();
    service.start_again();
    let server = SmtpDouble::start_on(port);
    server.refuse(&["451 4.7.1 later, lea.berzina@mail.town.example"]);
    let asked = server.wait_for(1);
    confirm(&service, &asked[0]);
    service.wait_for_state(&status, "proposed");
    assert_eq!(server.wait_for(2).len(), 2);
    let log = service.log();
    assert!(log.contains("the mail server answered 451") && !log.contains("berzina"), "{log}");
}

#[test]
fn a_mailbox_that_is_refused_for_good_is_not_tried_again() {
    let server = SmtpDouble::start();
    let service = service(&server.url(), &[]);
    server.refuse(&["550 5.1.1 no such mailbox"]);
    let first = propose(&service, "Walk", "gone@town.example");
    let start = std::time::Instant::now();
    while !service.log().contains("a mail was given up") {
        assert!(start.elapsed().as_secs() < 60, "{}", service.log());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    propose(&service, "Talk", ADDRESS);
    assert_eq!(server.wait_for(1)[0].to, [ADDRESS]);
    let log = service.log();
    let (id, _) = id_and_key(&first);
    let line = log.lines().find(|line| line.contains("a mail was given up")).unwrap_or_default();
    assert!(line.contains(&id) && line.contains("550"), "{log}");
}

#[test]
fn so_many_mails_a_day_and_no_more() {
    let server = SmtpDouble::start();
    let metrics = leaked(format!("127.0.0.1:{}", ServiceTest::free_port()));
    let service =
        service(&server.url(), &[("INTERLINK_MAIL_PER_ADDRESS", "2"), ("INTERLINK_METRICS_LISTEN", metrics)]);
    let first = propose(&service, "Walk", ADDRESS);
    let asked = server.wait_for(1);
    let _second = propose(&service, "Talk", &ADDRESS.to_uppercase());
    server.wait_for(2);
    // A third confirmation would be one too many: it is not asked for, and its address is forgotten.
    let third = propose(&service, "Look", ADDRESS);
    let start = std::time::Instant::now();
    while !service.get_json(&third)["mail"].is_null() {
        assert!(start.elapsed().as_secs() < 60, "{}", service.log());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    // News to the one that is confirmed wait for tomorrow.
    confirm(&service, &asked[0]);
    service.wait_for_state(&first, "proposed");
    let told = loop {
        let told = service.get_from(&format!("http://{metrics}/metrics")).body;
        if told.contains("interlink_mails_total{outcome=\"waits\"} 1") {
            break told;
        }
        assert!(start.elapsed().as_secs() < 60, "{told}");
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    assert!(told.contains("interlink_mails_total{outcome=\"dropped\"} 1"), "{told}");
    assert!(told.contains("interlink_mails_total{outcome=\"sent\"} 2"), "{told}");
    assert_eq!(server.mails().len(), 2);
}

#[test]
fn without_a_mail_server_nobody_is_asked_for_an_address() {
    let service = ServiceTest::start(SiteTest::from_fixture("base"));
    let preview = service.post("contributions/preview", &proposal("Walk")).body;
    assert!(!preview.contains("name=\"email\""), "{preview}");
    let sent = service.post("contributions", &[("key", &key_of(&preview)), ("email", ADDRESS)]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let page = service.get(&sent.location).body;
    assert!(!page.contains("e-mail") && !page.contains("name=\"email\""), "{page}");
    let (id, key) = id_and_key(&sent.location);
    assert_eq!(
        service.post(&format!("contributions/{id}/mail"), &[("key", &key), ("email", ADDRESS)]).status,
        409
    );
    assert_eq!(files_with(&service.site.folder().join("state"), ADDRESS), Vec::<String>::new());
}
