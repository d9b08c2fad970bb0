//! The service through its router: every request a browser or a program may send, against a real
//! repository, a real store and our own content.

mod about;
mod hardening;
mod hostile;
mod kinds;
mod maintainer;
mod reviewers;
mod service;

use axum::body::Body;
use axum::http::HeaderName;
use axum::http::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE,
    ORIGIN, REFERRER_POLICY, RETRY_AFTER, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};

use super::*;
use crate::queue::job::State as JobState;
use service::{Answer, HERE, Service, TOKEN, git, good, id_of, multipart};

#[tokio::test]
async fn a_proposal_goes_from_the_form_to_the_catalogue() {
    let service = Service::new();
    let preview = service.post("/contributions/preview", &good("Budget kit")).await.expect(200);
    let preview = preview.expect_text("Proposal, not published").expect_text("<h1>Budget kit</h1>");
    let key = preview.hidden("key").unwrap();
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    service.get(&status_page).await.expect(200).expect_text("data-state=\"queued\"");
    service.worker.work().await;
    service.get(&status_page).await.expect(200).expect_text("data-state=\"proposed\"");
    let id = id_of(&status_page);
    assert_eq!(service.branches(), [id.branch()]);
    let maintain = format!("/maintain/{id}");
    service.as_maintainer(Method::GET, "/maintain", "").await.expect(200).expect_text("Budget kit");
    service.as_maintainer(Method::GET, &maintain, "").await.expect(200).expect_text("id=\"merge\"");
    let page = service.as_maintainer(Method::GET, &format!("{maintain}/preview"), "").await.expect(200);
    page.expect_text("<h1>Budget kit</h1>");
    service.merge(&id).await.expect(303);
    assert!(service.folder.path().join("content/interlinkers/budget-kit/en.md").is_file());
    assert_eq!(git(service.folder.path(), &["status", "--porcelain"]), "");
    let page = service.get(&status_page).await.expect(200).expect_text("data-state=\"published\"");
    page.expect_text("href=\"/en/interlinkers/budget-kit/\"");
}

#[tokio::test]
async fn a_key_sent_any_number_of_times_is_one_contribution_on_one_branch() {
    let service = Service::new();
    let preview = service.post("/contributions/preview", &good("Budget kit")).await.expect(200);
    let key = preview.hidden("key").unwrap();
    let first = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    for _ in 0..5 {
        assert_eq!(service.post("/contributions", &[("key", &key)]).await.expect(303).location(), first);
        service.worker.work().await;
    }
    assert_eq!(service.branches().len(), 1);
    assert_eq!(service.app.store.list().unwrap().len(), 1);
}

#[tokio::test]
async fn killed_between_thank_you_and_the_branch_it_finishes_the_job() {
    let service = Service::new();
    let status_page = service.propose("Budget kit").await;
    assert_eq!(service.branches(), Vec::<String>::new());
    let service = service.killed();
    service.worker.work().await;
    assert_eq!(service.branches(), [id_of(&status_page).branch()]);
    service.get(&status_page).await.expect(200).expect_text("data-state=\"proposed\"");
}

#[tokio::test]
async fn killed_between_the_branch_and_its_note_there_is_still_one_commit() {
    let service = Service::new();
    let status_page = service.propose("Budget kit").await;
    let id = id_of(&status_page);
    let contribution = service.app.store.find(&id).unwrap().unwrap();
    let proposal = crate::forge::Proposal::new(&contribution, service.app.store.files(&id).unwrap());
    let made = service.app.forge.propose(proposal).await.unwrap();
    let service = service.killed();
    service.worker.work().await;
    let count = git(service.folder.path(), &["rev-list", "--count", &format!("main..{}", id.branch())]);
    assert_eq!((count.as_str(), service.branches().len()), ("1", 1));
    assert_eq!(service.app.store.find(&id).unwrap().unwrap().commit, made.commit);
}

#[tokio::test]
async fn a_form_with_mistakes_comes_back_with_everything_that_was_typed() {
    let service = Service::new();
    let answer = service
        .post(
            "/contributions/preview",
            &[
                ("lang", "lv"),
                ("name", "Mans <b>rīks</b>"),
                ("nature", "knowledge"),
                ("summary", "Īss."),
                ("description", "</textarea><script>alert(1)</script>"),
                ("themes", "design"),
                ("licence", "MIT"),
            ],
        )
        .await
        .expect(422);
    assert!(!answer.text.contains("<script>alert"));
    answer
        .expect_text("lang=\"lv\"")
        .expect_text("Jāpievērš uzmanība 2 atbildēm")
        .expect_text("<a href=\"#summary\">")
        .expect_text("Tagad ir 4.")
        .expect_text("value=\"Mans &lt;b&gt;rīks&lt;/b&gt;\"")
        .expect_text("Īss.</textarea>")
        .expect_text("&lt;script&gt;alert(1)")
        .expect_text("value=\"design\" checked")
        .expect_text("value=\"MIT\" selected");
    assert!(service.app.store.list().unwrap().is_empty());
}

#[tokio::test]
async fn errors_come_as_json_to_a_program_that_asks_for_it() {
    let service = Service::new();
    let request = |path: &str| {
        Request::post(path)
            .header(ORIGIN, HERE)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/json")
    };
    let body = r#"{"lang":"en","name":"Budget kit","nature":"sofware"}"#;
    let answer = service.send(request("/contributions/preview"), body).await.expect(422);
    let errors: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(errors["errors"][0]["field"], "nature");
    let fields: serde_json::Map<String, serde_json::Value> =
        good("Budget kit").into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    let body = serde_json::Value::Object(fields).to_string();
    let answer = service.send(request("/contributions/preview"), body).await.expect(200);
    let draft: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(draft["not-stated"], serde_json::json!(["Published by", "Contact for readers"]), "{draft}");
    let body = serde_json::json!({ "key": draft["key"] }).to_string();
    let answer = service.send(request("/contributions"), body).await.expect(202);
    let sent: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(sent["address"].as_str().unwrap(), answer.location());
}

#[tokio::test]
async fn a_field_of_ten_megabytes_gets_a_clear_answer() {
    let service = Service::new();
    let long = "a".repeat(10_000_000);
    let mut fields = good("Budget kit");
    fields.push(("description", &long));
    let answer = service.post("/contributions/preview", &fields).await.expect(413);
    answer.expect_text("Texts and file together may have up to 1.0\u{a0}MB");
    let long = "a".repeat(1_000_000);
    let mut fields = good("Budget kit");
    fields.push(("description", &long));
    let answer = service.post("/contributions/preview", &fields).await.expect(422);
    answer.expect_text("It has 1,000,000.").expect_text("value=\"Budget kit\"");
}

#[tokio::test]
async fn bytes_that_are_not_utf_8_are_pointed_at() {
    let service = Service::new();
    let request = Request::post("/contributions/preview")
        .header(ORIGIN, HERE)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = service.send(request, "lang=en&name=caf%E9&nature=knowledge").await.expect(422);
    answer.expect_text("Some characters of “Name” could not be read").expect_text("value=\"caf\u{fffd}\"");
}

#[tokio::test]
async fn a_path_as_slug_or_as_name_leads_nowhere() {
    let service = Service::new();
    let mut fields = good("Budget kit");
    fields.push(("slug", "../../x"));
    let answer = service.post("/contributions/preview", &fields).await.expect(422);
    answer.expect_text("“../../x” cannot be used");
    let status_page = service.propose("../../../etc/passwd").await;
    service.worker.work().await;
    let branch = id_of(&status_page).branch();
    let changed = git(service.folder.path(), &["diff", "--name-only", "main", &branch]);
    assert!(changed.lines().all(|path| path.starts_with("content/interlinkers/etc-passwd/")), "{changed}");
}

#[tokio::test]
async fn a_taken_name_gets_another_folder() {
    let service = Service::new();
    let (first, second) = (service.propose("Budget kit").await, service.propose("Budget kit").await);
    let slug = |page: &str| service.app.store.find(&id_of(page)).unwrap().unwrap().slug.to_string();
    assert_eq!((slug(&first).as_str(), slug(&second).as_str()), ("budget-kit", "budget-kit-2"));
}

#[tokio::test]
async fn a_file_survives_a_mistake_elsewhere_and_a_change_after_the_preview() {
    let service = Service::new();
    let request = || {
        Request::post("/contributions/preview")
            .header(ORIGIN, HERE)
            .header(CONTENT_TYPE, "multipart/form-data; boundary=x")
    };
    let mut fields = good("Budget kit");
    fields.retain(|(name, _)| *name != "agree");
    let body = multipart(&fields, Some(("Kit (final).pdf", crate::upload::tests::pdf().as_slice())));
    let answer = service.send(request(), body).await.expect(422).expect_text("Kit (final).pdf is kept");
    let kept = answer.hidden("kept-file").unwrap();
    fields.extend([("agree", "yes"), ("kept-file", &kept)]);
    let answer = service.send(request(), multipart(&fields, None)).await.expect(200);
    let key = answer.hidden("key").unwrap();
    let again = service.post("/contributions/preview", &[("lang", "en"), ("edit", &key)]).await.expect(200);
    let again = again.expect_text("value=\"Budget kit\"").expect_text("Kit (final).pdf is kept");
    assert_eq!(again.hidden("kept-file"), Some(kept));
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    let files = service.app.store.files(&id_of(&status_page)).unwrap();
    assert_eq!(files[1].path, "files/kit-final.pdf");
    let cleaned = crate::upload::examine(&crate::upload::tests::pdf(), "kit.pdf").unwrap();
    assert_eq!(files[1].bytes, cleaned.bytes);
}

#[tokio::test]
async fn a_file_with_macros_is_refused_beside_its_field() {
    let service = Service::new();
    let request = Request::post("/contributions/preview")
        .header(ORIGIN, HERE)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=x");
    let with_script = crate::upload::tests::pdf_with("/OpenAction << /S /JavaScript /JS (x) >>");
    let body = multipart(&good("Budget kit"), Some(("kit.pdf", with_script.as_slice())));
    let answer = service.send(request, body).await.expect(422);
    answer.expect_text("kit.pdf contains macros or scripts").expect_text("id=\"file-error\"");
}

#[tokio::test]
async fn the_status_page_opens_with_its_own_key_only() {
    let service = Service::new();
    let (one, other) = (service.propose("One kit").await, service.propose("Other kit").await);
    let (path, key) = one.split_once("?key=").unwrap();
    let (_, other_key) = other.split_once("?key=").unwrap();
    service.get(&format!("{path}?key={key}")).await.expect(200);
    for wrong in ["", "?key=", "?key=x", &format!("?key={other_key}"), "?key=../../x"] {
        service.get(&format!("{path}{wrong}")).await.expect(404);
    }
    service.get("/contributions/..%2f..%2fx?key=x").await.expect(404);
    service.post("/contributions", &[("key", "0000000000000000000000000x")]).await.expect(404);
    // Neither key is in the store, so whoever copies it can open nothing.
    for item in std::fs::read_dir(service.folder.path().join(".git")).unwrap() {
        let path = item.unwrap().path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("store.sqlite")) {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!bytes.windows(key.len()).any(|window| window == key.as_bytes()), "{}", path.display());
        }
    }
}

#[tokio::test]
async fn a_withdrawn_proposal_is_gone_from_store_and_repository() {
    let service = Service::new();
    let status_page = service.propose("Budget kit").await;
    service.worker.work().await;
    let (path, key) = status_page.split_once("?key=").unwrap();
    service.post(&format!("{path}/withdraw"), &[("key", "x")]).await.expect(404);
    for _ in 0..2 {
        service.post(&format!("{path}/withdraw"), &[("key", key)]).await.expect(303);
    }
    service.worker.work().await;
    assert_eq!(service.branches(), Vec::<String>::new());
    assert!(service.app.store.files(&id_of(&status_page)).unwrap().is_empty());
    let page = service.get(&status_page).await.expect(200).expect_text("data-state=\"withdrawn\"");
    assert!(!page.text.contains("Budget kit") && !page.text.contains("budget-kit"), "{}", page.text);
    page.expect_text("What is left is this page with its dates.").expect_text("You withdrew it");
    let list = service.as_maintainer(Method::GET, "/maintain", "").await.expect(200);
    list.expect_text("A proposal that was withdrawn");
}

#[tokio::test]
async fn the_site_and_the_health_of_the_service_are_served() {
    let service = Service::new();
    let home = service.get("/en/").await.expect(200).expect_text("home");
    assert_eq!(header(&home.headers, &CACHE_CONTROL), "no-cache");
    assert_eq!(header(&home.headers, &CONTENT_TYPE), "text/html; charset=utf-8");
    assert_eq!(header(&home.headers, &X_CONTENT_TYPE_OPTIONS), "nosniff");
    // What has its digest in its address never changes; an address that leads nowhere may come to.
    let folder = service.app.settings.site_folder.join("assets/0123456789abcdef");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("style.css"), "a{}").unwrap();
    let style = service.get("/assets/0123456789abcdef/style.css").await.expect(200);
    assert_eq!(header(&style.headers, &CACHE_CONTROL), "public, max-age=31536000, immutable");
    assert_eq!(header(&style.headers, &CONTENT_TYPE), "text/css; charset=utf-8");
    let gone = service.get("/assets/0123456789abcdef/gone.css").await.expect(404);
    assert_eq!(header(&gone.headers, &CACHE_CONTROL), "no-cache");
    service.get("/en/nothing").await.expect(404).expect_text("nothing here");
    service.get("/../Cargo.toml").await.expect(404);
    service.get("/%2e%2e/store.sqlite").await.expect(404);
    service.get("/healthz").await.expect(200);
    service.get("/readyz").await.expect(200);
}

#[tokio::test]
async fn similar_entries_are_found_by_their_words() {
    let service = Service::new();
    let status_page = service.propose("Neighbourhood budget kit").await;
    service.worker.work().await;
    service.merge(&id_of(&status_page)).await.expect(303);
    let content = service.folder.path().join("content");
    let app =
        App { site: LiveSite::fixed(Catalogue::load(&content, "default", None).unwrap()), ..service.app };
    let service = Service { app, ..service };
    let answer = service.get("/similar?lang=lv&q=Budget%20kit").await.expect(200);
    let expected =
        r#"[{"title":"Neighbourhood budget kit","address":"/lv/interlinkers/neighbourhood-budget-kit/"}]"#;
    assert_eq!(answer.text, expected);
    assert_eq!(service.get("/similar?lang=lv&q=Cloud").await.text, "[]");
    assert_eq!(service.get("/similar").await.text, "[]");
}

#[tokio::test]
async fn under_a_path_every_route_moves_with_the_site() {
    let service = Service::new();
    let content = service.folder.path().join("content");
    let base_url = "https://example.org/catalogue/".parse().unwrap();
    let settings = Settings {
        origins: vec![Origin::of_address("https://example.org/catalogue/").unwrap()],
        base: "/catalogue/".to_owned(),
        ..Settings::clone(&service.app.settings)
    };
    let app = App {
        site: LiveSite::fixed(Catalogue::load(&content, "default", Some(&base_url)).unwrap()),
        settings: Arc::new(settings),
        ..service.app.clone()
    };
    let service = Service { app, ..service };
    service.get("/catalogue/en/").await.expect(200);
    let site = &service.app.settings.site_folder;
    std::fs::create_dir_all(site.join("lv")).unwrap();
    std::fs::write(site.join("lv/404.html"), "<p>nekā nav</p>").unwrap();
    for path in ["/catalogue/lv/.draft", "/catalogue/lv/nothing"] {
        service.get(path).await.expect(404).expect_text("nekā nav");
    }
    let request = Request::post("/catalogue/contributions/preview")
        .header(ORIGIN, "https://example.org")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = service.send(request, "lang=en").await.expect(422);
    answer.expect_text("action=\"/catalogue/contributions/preview\"");
}
