//! The life of a contribution as its writer and a maintainer see it over HTTP, and what holds when
//! the service is killed in the middle of it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use interlink_tests::fixture::read_tree;
use interlink_tests::postgres_server::PostgresServer;
use interlink_tests::programs::{command, git, program};
use interlink_tests::service_test::{ServiceTest, TOKEN, hidden, id_and_key, key_of, proposal};
use interlink_tests::site_test::SiteTest;

fn service(variables: &[(&'static str, &'static str)]) -> ServiceTest {
    ServiceTest::start_with(SiteTest::from_fixture("base"), variables)
}

/// What the terminal of whoever keeps the service says.
fn queue(service: &ServiceTest, arguments: &[&str]) -> (bool, String) {
    let mut queue = command(program("interlink-contrib"), service.site.folder());
    let output = queue.args(["queue", "--state", "state"]).args(arguments).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

#[test]
fn what_was_thanked_for_survives_a_kill_in_the_middle_of_a_crowd() {
    let mut service = service(&[]);
    // Nothing reaches the repository before the kill, so all of it has only the store.
    service.block_git();
    let thanked = Mutex::new(Vec::new());
    let done = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for person in 0..8 {
            let (service, thanked, done) = (&service, &thanked, &done);
            scope.spawn(move || {
                for number in 0..4 {
                    let status = service.contribute(&proposal(&format!("Walk {person}-{number}")));
                    thanked.lock().unwrap().push(status);
                }
                done.fetch_add(1, Ordering::SeqCst);
            });
        }
    });
    service.kill();
    service.unblock_git();
    service.start_again();
    let thanked = thanked.into_inner().unwrap();
    assert_eq!((thanked.len(), done.into_inner()), (32, 8));
    for status in &thanked {
        service.wait_for_state(status, "proposed");
    }
    assert_eq!(service.branches().len(), 32);
}

#[test]
fn a_proposal_that_is_asked_for_a_change_is_changed_on_its_own_branch() {
    let service = service(&[]);
    let status = service.contribute(&proposal("Walking interview"));
    let (id, key) = id_and_key(&status);
    service.wait_for_state(&status, "proposed");
    let (done, told) = queue(&service, &["ask", &id, "Say for <b>whom</b> it is."]);
    assert!(done, "{told}");
    let page = service.get(&status).body;
    assert!(page.contains("data-state=\"changes-requested\""), "{page}");
    assert!(page.contains("Say for &lt;b&gt;whom&lt;/b&gt; it is."), "{page}");
    let json = service.get_json(&status);
    assert_eq!((&json["reason"], &json["may-change"]), (&"Say for <b>whom</b> it is.".into(), &true.into()));
    // The form comes back filled in, and what is sent is the same contribution.
    let form = service.post(&format!("contributions/{id}/change"), &[("key", &key)]);
    assert_eq!(form.status, 200, "{}", form.body);
    assert!(form.body.contains("value=\"Walking interview\""), "{}", form.body);
    let mut changed = proposal("Walking interview");
    changed[2].1 = "A talk while walking, for people who plan a street.";
    let (change, status_key) = (hidden(&form.body, "change"), hidden(&form.body, "status-key"));
    changed.extend([("change", change.as_str()), ("status-key", status_key.as_str())]);
    let preview = service.post("contributions/preview", &changed);
    assert_eq!(preview.status, 200, "{}", preview.body);
    let send = [("key", key_of(&preview.body)), ("status-key", hidden(&preview.body, "status-key"))];
    let send: Vec<(&str, &str)> = send.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        let sent = service.post("contributions", &send);
        assert_eq!((sent.status, sent.location.as_str()), (303, status.as_str()), "{}", sent.body);
    }
    service.wait_for_state(&status, "proposed");
    let branch = format!("contrib/{id}");
    assert_eq!(service.branches(), [branch.as_str()]);
    let count = git(service.site.folder(), &["rev-list", "--count", &format!("main..{branch}")]);
    assert_eq!(count.trim(), "2");
    let words = format!("{branch}:content/interlinkers/walking-interview/en.md");
    let words = git(service.site.folder(), &["show", &words]);
    assert!(words.contains("for people who plan a street"), "{words}");
    let json = service.get_json(&status);
    assert_eq!(json["version"], 2);
    let states: Vec<&str> =
        json["history"].as_array().unwrap().iter().map(|event| event["state"].as_str().unwrap()).collect();
    assert_eq!(
        states,
        ["draft", "received", "queued", "proposed", "changes-requested", "updated", "proposed"]
    );
    let file = std::fs::read(service.site.folder().join("state/contributions.sqlite")).unwrap();
    assert!(!contains(&file, key.as_bytes()), "the key of the status page is in the store");
}

#[test]
fn a_proposal_is_published_from_a_terminal() {
    let service = service(&[]);
    let (status, report) =
        (service.contribute(&proposal("Walking interview")), service.contribute(&proposal("Other")));
    let ((id, _), (other, _)) = (id_and_key(&status), id_and_key(&report));
    service.wait_for_state(&status, "proposed");
    service.wait_for_state(&report, "proposed");
    let (_, shown) = queue(&service, &["show", &id]);
    let commit =
        shown.lines().find_map(|line| line.strip_prefix("commit: ")).unwrap_or_else(|| panic!("{shown}"));
    let commit = commit.split(' ').next().unwrap().to_owned();
    let (done, told) = queue(&service, &["merge", &id, "0000000"]);
    assert!(!done && told.contains(&commit), "{told}");
    let (done, told) = queue(&service, &["merge", &id, &commit[..12]]);
    assert!(done && told.contains("published"), "{told}");
    let words = git(service.site.folder(), &["show", "main:content/interlinkers/walking-interview/en.md"]);
    assert!(words.contains("Walking interview"), "{words}");
    service.wait_for_state(&status, "published");
    let (done, told) = queue(&service, &["merge", &id, &commit]);
    assert!(!done && told.contains("only what is proposed"), "{told}");
    let (done, told) = queue(&service, &["done", &other]);
    assert!(!done && told.contains("is no report"), "{told}");
}

#[test]
fn a_stranger_changes_nothing() {
    let service = service(&[]);
    let (one, other) = (service.contribute(&proposal("One")), service.contribute(&proposal("Other")));
    let ((id, _), (_, other_key)) = (id_and_key(&one), id_and_key(&other));
    for action in ["change", "export", "erase", "withdraw"] {
        let answer = service.post(&format!("contributions/{id}/{action}"), &[("key", &other_key)]);
        assert_eq!(answer.status, 404, "{action}: {}", answer.body);
    }
    let mut changed = proposal("One");
    changed.extend([("change", id.as_str()), ("status-key", other_key.as_str())]);
    assert_eq!(service.post("contributions/preview", &changed).status, 404);
}

#[test]
fn what_is_held_goes_nowhere_until_a_maintainer_lets_it_out() {
    let service = service(&[("INTERLINK_HOLD", "always")]);
    let [good, bad] = ["Walking interview", "Cheap watches"].map(|name| service.contribute(&proposal(name)));
    let ((good_id, _), (bad_id, _)) = (id_and_key(&good), id_and_key(&bad));
    assert!(service.get(&good).body.contains("data-state=\"held\""));
    let (done, list) = queue(&service, &["list"]);
    assert!(done && list.matches("held").count() == 2, "{list}");
    assert!(!queue(&service, &["retry", &good_id]).0, "what is held has not failed");
    assert!(queue(&service, &["spam", &bad_id]).0);
    assert!(queue(&service, &["release", &good_id]).0);
    service.wait_for_state(&good, "proposed");
    assert_eq!(service.branches(), [format!("contrib/{good_id}")]);
    assert_eq!(service.get_json(&bad)["state"], "spam");
    assert!(queue(&service, &["release", &bad_id]).0, "whoever was wrong can take it back");
    assert_eq!(service.get_json(&bad)["state"], "held");
    let (_, shown) = queue(&service, &["show", &bad_id]);
    assert!(shown.contains("spam") && shown.contains("held"), "{shown}");
}

#[test]
fn the_maintainers_page_offers_what_the_state_allows() {
    let service = service(&[("INTERLINK_HOLD", "always")]);
    let status = service.contribute(&proposal("Walking interview"));
    let (id, _) = id_and_key(&status);
    let session = service.get(&format!("maintain?token={TOKEN}"));
    assert_eq!(session.status, 303);
    let cookie = session.cookie.split(';').next().unwrap().to_owned();
    let page = |language: &str| {
        service.get_with(&format!("maintain/{id}?lang={language}"), &[("cookie", &cookie)]).body
    };
    for (language, words) in [
        ("en", "Let it out for review"),
        ("es", "Dejarla pasar a revisión"),
        ("it", "Lasciala passare all’esame"),
        ("lv", "Ļaut izskatīt"),
    ] {
        assert!(page(language).contains(words), "{language}: {}", page(language));
    }
    let held = page("en");
    assert!(held.contains("id=\"spam\"") && held.contains("id=\"decline\""), "{held}");
    assert!(!held.contains("id=\"ask\"") && !held.contains("id=\"merge\""), "{held}");
    let origin = service.url("");
    let headers = [("cookie", cookie.as_str()), ("origin", origin.trim_end_matches('/'))];
    let post = |action: &str, body: &str| {
        service.post_bytes(&format!("maintain/{id}/{action}"), body.as_bytes(), &headers).status
    };
    assert_eq!(post("release", ""), 303);
    service.wait_for_state(&status, "proposed");
    assert_eq!(post("ask", "reason=+"), 422);
    assert_eq!(post("ask", "reason=For+whom"), 303);
    assert_eq!(post("release", ""), 409);
    let asked = page("en");
    assert!(asked.contains("id=\"merge\"") && asked.contains("For whom"), "{asked}");
    assert_eq!(post("decline", "reason=No+answer"), 303);
    assert_eq!(service.get_json(&status)["reason"], "No answer");
}

#[test]
fn everything_kept_is_handed_out_and_erased_without_a_trace() {
    let service = service(&[]);
    let words = ["Garden of Secrets", "garden-of-secrets", "Ada Lovelace", "zebra-crossing-party"];
    let mut form = proposal(words[0]);
    form[4].1 = words[3];
    form.extend([("contributor", words[2]), ("show-name", "yes")]);
    let status = service.contribute(&form);
    let (id, key) = id_and_key(&status);
    service.wait_for_state(&status, "proposed");
    let copy = service.post(&format!("contributions/{id}/export"), &[("key", &key)]);
    assert_eq!((copy.status, copy.content_type.as_str()), (200, "application/json"));
    let copy: serde_json::Value = serde_json::from_str(&copy.body).unwrap();
    assert!(copy["agreed-to"]["text"].as_str().unwrap().contains("CC BY 4.0"), "{copy}");
    assert!(!copy["agreed-to"]["version"].as_str().unwrap().is_empty(), "{copy}");
    assert!(copy["files"][0]["text"].as_str().unwrap().contains(words[3]), "{copy}");
    assert_eq!(copy["form"]["name"][0], words[0]);
    assert_eq!(service.post(&format!("contributions/{id}/withdraw"), &[("key", &key)]).status, 303);
    let state = service.site.folder().join("state");
    for item in std::fs::read_dir(&state).unwrap() {
        let path = item.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for words in words {
            assert!(!contains(&bytes, words.as_bytes()), "{words} in {}", path.display());
        }
    }
    for words in words.into_iter().chain([key.as_str()]) {
        assert!(!service.log().contains(words), "{words} in the log\n{}", service.log());
    }
}

fn contains(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// What its writer has erased after it was published: it stays in the catalogue and nowhere else. `rows` gives
/// what is kept outside the state folder.
#[track_caller]
fn is_erased_after_publication(service: &ServiceTest, rows: &dyn Fn() -> String) {
    // The name of the folder stays, so it is told from the name of the entry.
    let words = ["Garden of Secrets", "Ada Lovelace", "zebra-crossing-party"];
    let mut form = proposal(words[0]);
    form[4].1 = words[2];
    form.extend([("contributor", words[1]), ("show-name", "yes")]);
    let status = service.contribute(&form);
    let (id, key) = id_and_key(&status);
    service.wait_for_state(&status, "proposed");
    let erase = |key: &str| service.post(&format!("contributions/{id}/erase"), &[("key", key)]);
    assert_eq!(erase(&key).status, 409, "it is not published yet");
    service.publish(&status);
    assert_eq!(erase(&"z".repeat(26)).status, 404);
    let page = service.get(&status).body;
    assert!(page.contains("id=\"erase\"") && page.contains(words[0]), "{page}");
    let kept = || {
        let mut all: Vec<u8> = rows().into_bytes();
        all.extend(read_tree(&service.site.folder().join("state")).into_values().flatten());
        words.into_iter().filter(|words| contains(&all, words.as_bytes())).collect::<Vec<_>>()
    };
    assert_eq!(kept(), words);
    for _ in 0..2 {
        let erased = erase(&key);
        assert_eq!((erased.status, erased.location.as_str()), (303, status.as_str()), "{}", erased.body);
    }
    // The log of the store is emptied a moment later where somebody reads it just now.
    let start = std::time::Instant::now();
    while !kept().is_empty() {
        assert!(start.elapsed().as_secs() < 60, "{:?} is kept\n{}", kept(), service.log());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let page = service.get(&status).body;
    assert!(page.contains("A proposal whose words are not kept any more"), "{page}");
    assert!(page.contains("data-state=\"published\"") && !page.contains("id=\"erase\""), "{page}");
    for words in words.into_iter().chain([key.as_str()]) {
        assert!(!service.log().contains(words), "{words} in the log\n{}", service.log());
    }
    for words in words {
        assert!(!page.contains(words), "{page}");
        assert!(!service.get_json(&status).to_string().contains(words));
        assert!(!service.maintain(&id).body.contains(words), "{words} on the maintainer's page");
    }
    // The catalogue has it.
    service.wait_for_page("en/interlinkers/garden-of-secrets/", words[0]);
}

#[test]
fn whoever_wrote_it_has_what_is_kept_erased_after_publication() {
    is_erased_after_publication(&service(&[]), &String::new);
}

#[test]
fn whoever_wrote_it_has_what_is_kept_erased_from_postgresql_after_publication() {
    let server = PostgresServer::start();
    let address: &'static str = Box::leak(server.address().into_boxed_str());
    let rows = || {
        let tables = server.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        let dump =
            |table: &str| server.ask(&format!("SET bytea_output = 'escape'; SELECT t::text FROM {table} t"));
        tables.lines().map(dump).collect::<String>()
    };
    is_erased_after_publication(&service(&[("INTERLINK_STORE", address)]), &rows);
}

#[test]
fn whoever_sends_too_much_or_too_quickly_is_told_when_to_come_back() {
    let service = service(&[
        ("INTERLINK_TRUSTED_PROXIES", "127.0.0.1"),
        ("INTERLINK_PROPOSALS_PER_HOUR", "2"),
        ("INTERLINK_OPEN_PROPOSALS", "3"),
        ("INTERLINK_MINIMUM_TIME", "3000"),
    ]);
    let origin = service.url("");
    let origin = origin.trim_end_matches('/');
    let from = |address: &'static str, path: &str, fields: &[(&str, &str)]| {
        let headers = [("origin", origin), ("x-forwarded-for", address)];
        service.post_bytes(path, &interlink_tests::service_test::url_encoded(fields), &headers)
    };
    for (language, words) in [
        ("en", "That was very quick"),
        ("es", "Ha sido muy rápido"),
        ("it", "molto veloce"),
        ("lv", "ļoti ātri"),
    ] {
        let mut form = proposal("Walk");
        form[0].1 = language;
        let preview = from("192.0.2.1", "contributions/preview", &form);
        let key = key_of(&preview.body);
        let headers = [("origin", origin), ("accept-language", language)];
        let body = format!("key={key}");
        let answer = service.post_bytes("contributions", body.as_bytes(), &headers);
        assert_eq!(answer.status, 429, "{}", answer.body);
        assert!(answer.body.contains(words), "{}", answer.body);
        let wait: u64 = answer.retry_after.parse().unwrap();
        assert!((1..=3000).contains(&wait), "{wait}");
    }
}

#[test]
fn a_neighbourhood_has_its_own_stock_and_others_go_on() {
    let service = service(&[
        ("INTERLINK_TRUSTED_PROXIES", "127.0.0.1"),
        ("INTERLINK_PROPOSALS_PER_HOUR", "2"),
        ("INTERLINK_PREVIEWS_PER_HOUR", "5"),
    ]);
    let origin = service.url("");
    let origin = origin.trim_end_matches('/');
    let from = |address: &str, path: &str, fields: &[(&str, &str)]| {
        let headers = [("origin", origin), ("x-forwarded-for", address)];
        service.post_bytes(path, &interlink_tests::service_test::url_encoded(fields), &headers)
    };
    let send = |address: &str| {
        let preview = from(address, "contributions/preview", &proposal("Walk"));
        let key = key_of(&preview.body);
        let answer = from(address, "contributions", &[("key", &key)]);
        (answer.status, answer.retry_after, key)
    };
    let (status, _, first) = send("192.0.2.1");
    assert_eq!(status, 303);
    assert_eq!(send("192.0.2.2").0, 303);
    let (status, wait, _) = send("192.0.2.3");
    assert_eq!(status, 429);
    assert!(wait.parse::<u64>().unwrap() > 0);
    // A key that was sent already leads to its page, however often.
    assert_eq!(from("192.0.2.3", "contributions", &[("key", &first)]).status, 303);
    assert_eq!(send("198.51.100.7").0, 303, "others have a stock of their own");
    // Nobody but the proxy is believed about an address.
    assert_eq!(send("6.6.6.6, 192.0.2.9").0, 429);
    let previews = (0..3).map(|_| from("192.0.2.5", "contributions/preview", &proposal("Walk")).status);
    assert_eq!(previews.collect::<Vec<_>>(), [200, 429, 429]);
}
