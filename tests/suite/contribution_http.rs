//! Bad input over HTTP, as programs and strangers send it: a clear answer, nothing lost, nothing
//! written where it does not belong.

use interlink_tests::fixture::read_tree;
use interlink_tests::programs::{command, git, program};
use interlink_tests::service_test::{ServiceTest, key_of, url_encoded};
use interlink_tests::site_test::SiteTest;

/// A form with everything that is needed.
const GOOD: [(&str, &str); 7] = [
    ("lang", "en"),
    ("name", "Walking interview"),
    ("summary", "A talk while walking through the place that a service is about."),
    ("nature", "knowledge"),
    ("instructions", "Walk. Ask. Write down what you see."),
    ("licence", "CC-BY-4.0"),
    ("agree", "yes"),
];

fn service() -> ServiceTest {
    ServiceTest::start(SiteTest::from_fixture("base"))
}

/// The good form with one field changed.
fn with(field: &str, value: &str) -> Vec<(&'static str, String)> {
    let mut fields: Vec<(&'static str, String)> =
        GOOD.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    for (name, old) in &mut fields {
        if *name == field {
            *old = value.to_owned();
        }
    }
    fields
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[test]
fn a_name_like_a_path_becomes_a_harmless_folder() {
    let service = service();
    let status = service.contribute(&borrowed(&with("name", "../../x")));
    service.wait_for_state(&status, "proposed");
    let branches = service.branches();
    assert_eq!(branches.len(), 1);
    assert_eq!(
        service.changes(&branches[0]),
        "A content/interlinkers/x/en.md\nA content/interlinkers/x/interlinker.yaml\n"
    );
    let words =
        git(service.site.folder(), &["show", &format!("{}:content/interlinkers/x/en.md", branches[0])]);
    assert!(words.contains("../../x"), "the name is kept as it was typed: {words}");
}

#[test]
fn a_missing_field_brings_the_form_back_with_all_that_was_typed() {
    let service = service();
    let answer = service.post("contributions/preview", &borrowed(&with("summary", "")));
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("Walking interview"), "{}", answer.body);
    assert!(answer.body.contains("Walk. Ask. Write down what you see."), "{}", answer.body);
    assert!(
        answer.body.contains("href=\"#summary\""),
        "the list of errors leads to the field: {}",
        answer.body
    );
}

#[test]
fn errors_are_told_in_the_language_of_the_visitor() {
    let service = service();
    let mut fields = with("summary", "");
    let english = service.post("contributions/preview", &borrowed(&fields)).body;
    for language in ["es", "it", "lv"] {
        fields[0].1 = language.to_owned();
        let page = service.post("contributions/preview", &borrowed(&fields)).body;
        assert!(page.contains(&format!("<html lang=\"{language}\"")), "{language}: {}", &page[..300]);
        let error = |page: &str| {
            let start = page.find("<a href=\"#summary\">").expect("an error for the summary");
            page[start..].split("</a>").next().unwrap_or_default().to_owned()
        };
        assert_ne!(error(&page), error(&english), "{language}");
    }
}

#[test]
fn a_field_of_ten_megabytes_is_refused_and_the_service_goes_on() {
    let service = service();
    let long = "a".repeat(10 << 20);
    let answer = service.post("contributions/preview", &borrowed(&with("instructions", &long)));
    assert!([413, 422].contains(&answer.status), "{}", answer.status);
    let whole =
        service.post("contributions/preview", &borrowed(&with("instructions", &"a".repeat(60 << 20))));
    assert_eq!(whole.status, 413);
    assert!(whole.body.contains("<html"), "a page says why: {}", whole.body);
    assert_eq!(service.get("healthz").status, 200);
}

#[test]
fn bytes_that_are_no_text_are_told_beside_their_field() {
    let service = service();
    let mut body = url_encoded(&borrowed(&with("name", "")));
    body.extend_from_slice(b"&name=caf%E9");
    let body = String::from_utf8(body).unwrap().replace("&name=&", "&");
    let origin = service.url("").trim_end_matches('/').to_owned();
    let answer = service.post_bytes("contributions/preview", body.as_bytes(), &[("origin", &origin)]);
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("href=\"#name\""), "{}", answer.body);
    assert!(answer.body.contains("Walk. Ask. Write down what you see."), "{}", answer.body);
}

#[test]
fn a_key_sent_twice_is_one_contribution_with_one_status_page() {
    let service = service();
    let preview = service.post("contributions/preview", &GOOD);
    let key = key_of(&preview.body);
    let first = service.post("contributions", &[("key", &key)]);
    service.wait_for_state(&first.location, "proposed");
    let second = service.post("contributions", &[("key", &key)]);
    assert_eq!((second.status, &second.location), (303, &first.location));
    assert_eq!(service.branches().len(), 1);
}

#[test]
fn a_key_that_is_none_of_ours_is_told_so() {
    let service = service();
    for key in ["", "x", "../../etc/passwd", &"A".repeat(43)] {
        let answer = service.post("contributions", &[("key", key)]);
        assert_eq!(answer.status, 404, "{key}");
        assert!(answer.body.contains("<h1"), "a page says what to do: {}", answer.body);
    }
    assert_eq!(service.branches(), Vec::<String>::new());
}

#[test]
fn a_status_page_opens_only_with_its_key() {
    let service = service();
    let status = service.contribute(&GOOD);
    assert_eq!(service.get(&status).status, 200);
    let (page, _) = status.split_once("?key=").unwrap();
    assert_eq!(service.get(page).status, 404);
    assert_eq!(service.get(&format!("{page}?key={}", "A".repeat(43))).status, 404);
}

#[test]
fn posts_from_other_origins_are_refused() {
    let service = service();
    let body = url_encoded(&GOOD);
    let headers: [&[(&str, &str)]; 4] = [
        &[("origin", "https://elsewhere.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site")],
        &[],
    ];
    for headers in headers {
        let answer = service.post_bytes("contributions/preview", &body, headers);
        assert_eq!(answer.status, 403, "{headers:?}");
    }
    assert_eq!(
        service.post_bytes("contributions/preview", &body, &[("sec-fetch-site", "same-origin")]).status,
        200
    );
}

#[test]
fn text_of_strangers_stays_text() {
    let service = service();
    let mut fields = with("name", "<script>alert(1)</script> tool");
    fields[4].1 = "A <b>bold</b> word.".to_owned();
    let answer = service.post("contributions/preview", &borrowed(&fields));
    assert!(!answer.body.contains("<script>alert(1)"), "{}", answer.body);
    assert!(!answer.body.contains("A <b>bold"), "{}", answer.body);
}

#[test]
fn the_maintainers_page_is_closed_without_its_key() {
    let service = service();
    let status = service.contribute(&GOOD);
    service.wait_for_state(&status, "proposed");
    let id = service.branches()[0].trim_start_matches("contrib/").to_owned();
    assert_eq!(service.get("maintain").status, 401);
    assert_eq!(service.get(&format!("maintain/{id}")).status, 401);
    assert_eq!(service.post(&format!("maintain/{id}/merge"), &[]).status, 401);
    assert_eq!(service.get("maintain?token=wrong").status, 401);
}

/// A client that opens a connection and sends half a head would hold it for ever.
#[test]
fn a_client_that_stops_in_the_middle_of_a_request_is_let_go() {
    use std::io::{Read, Write};
    let service = ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_IDLE_TIMEOUT", "1")]);
    let address = service.url("").trim_start_matches("http://").trim_end_matches('/').to_owned();
    let connect = || {
        let stream = std::net::TcpStream::connect(&address).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(60))).unwrap();
        stream
    };
    let mut half_a_head = connect();
    half_a_head.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").unwrap();
    let mut half_a_body = connect();
    let origin = service.url("").trim_end_matches('/').to_owned();
    let head = format!(
        "POST /contributions/preview HTTP/1.1\r\nHost: x\r\nOrigin: {origin}\r\nContent-Length: 1000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nname=x"
    );
    half_a_body.write_all(head.as_bytes()).unwrap();
    let (mut nothing, mut answer) = (Vec::new(), Vec::new());
    half_a_head.read_to_end(&mut nothing).expect("the connection is closed");
    half_a_body.read_to_end(&mut answer).expect("the connection is closed");
    assert_eq!(String::from_utf8_lossy(&nothing), "");
    assert!(answer.starts_with(b"HTTP/1.1 408 "), "{}", String::from_utf8_lossy(&answer));
    assert_eq!(service.get("healthz").status, 200);
}

#[test]
fn a_port_that_is_taken_is_told_with_what_to_do() {
    let site = SiteTest::from_fixture("base");
    let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = other.local_addr().unwrap().to_string();
    let output = command(program("interlink-contrib"), site.folder())
        .args(["serve", "--content", "content", "--site", "site", "--state", "state", "--listen", &address])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(&format!("another program listens on {address}")), "{said}");
    assert!(said.contains("--listen 127.0.0.1:0"), "{said}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let site = SiteTest::from_fixture("base");
    let mut child = command(program("interlink-contrib"), site.folder())
        .args(["config", "--explain"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The service is killed after it said "thank you" and before the branch is written.
#[test]
fn a_service_killed_before_the_branch_finishes_the_job_when_it_starts_again() {
    let mut service = service();
    service.block_git();
    let status = service.contribute(&GOOD);
    service.kill();
    assert_eq!(service.branches(), Vec::<String>::new());
    service.unblock_git();
    service.start_again();
    service.wait_for_state(&status, "proposed");
    let branches = service.branches();
    assert_eq!(branches.len(), 1);
    assert_eq!(
        service.changes(&branches[0]),
        "A content/interlinkers/walking-interview/en.md\nA content/interlinkers/walking-interview/interlinker.yaml\n"
    );
}

/// The same at moments that chance chooses: one contribution, one branch, always.
#[test]
fn a_service_killed_at_any_moment_makes_one_branch_of_one_contribution() {
    let mut service = service();
    let mut pages = Vec::new();
    for round in 0..4u64 {
        pages.push(service.contribute(&borrowed(&with("name", &format!("Tool number {round}")))));
        std::thread::sleep(std::time::Duration::from_millis(round * 15));
        service.kill();
        service.start_again();
    }
    for page in &pages {
        service.wait_for_state(page, "proposed");
    }
    let branches = service.branches();
    assert_eq!(branches.len(), pages.len());
    for branch in &branches {
        assert_eq!(service.changes(branch).lines().count(), 2, "{branch}");
    }
}

/// Writing a branch leaves the checked-out files, the index and HEAD alone.
#[test]
fn a_contribution_never_touches_the_work_tree() {
    let service = service();
    let before = (read_tree(&service.site.content()), git(service.site.folder(), &["rev-parse", "HEAD"]));
    let status = service.contribute(&GOOD);
    service.wait_for_state(&status, "proposed");
    let after = (read_tree(&service.site.content()), git(service.site.folder(), &["rev-parse", "HEAD"]));
    assert_eq!(before, after);
    assert_eq!(git(service.site.folder(), &["status", "--porcelain"]), "");
}
