//! The maintainer's pages: what is shown is what is decided about.

use super::*;

/// A proposal that waits for a maintainer.
async fn proposed(service: &Service) -> crate::secret::ContributionId {
    let status_page = service.propose("Budget kit").await;
    service.worker.work().await;
    id_of(&status_page)
}

/// Somebody with access to the repository pushes to the branch of a contribution.
fn push(service: &Service, branch: &str, path: &str, text: &str) {
    let other = tempfile::tempdir().unwrap();
    let worktree = other.path().join("other");
    git(service.folder.path(), &["worktree", "add", "--quiet", worktree.to_str().unwrap(), branch]);
    std::fs::write(worktree.join(path), text).unwrap();
    git(&worktree, &["add", "--all"]);
    git(&worktree, &["commit", "--quiet", "-m", "somebody else"]);
    git(service.folder.path(), &["worktree", "remove", "--force", worktree.to_str().unwrap()]);
}

#[tokio::test]
async fn a_merge_while_somebody_works_there_is_refused_in_words() {
    let service = Service::new();
    let status_page = service.propose("Budget kit").await;
    service.worker.work().await;
    std::fs::write(service.folder.path().join("README.md"), "work in progress\n").unwrap();
    let answer = service.merge(&id_of(&status_page)).await.expect(409);
    answer.expect_text("changes that are not committed: README.md");
    let state = service.app.store.find(&id_of(&status_page)).unwrap().unwrap().state;
    assert_eq!(state, JobState::Proposed);
}

#[tokio::test]
async fn the_maintainers_page_asks_for_its_key() {
    let service = Service::new();
    let id = id_of(&service.propose("Budget kit").await);
    for path in ["/maintain".to_owned(), format!("/maintain/{id}"), format!("/maintain/{id}/preview")] {
        let answer = service.get(&path).await.expect(401);
        assert!(!answer.text.contains("Budget kit"), "{path}");
    }
    for button in ["merge", "decline", "retry"] {
        service.post(&format!("/maintain/{id}/{button}"), &[("reason", "x")]).await.expect(401);
    }
    service.get("/maintain?token=wrong").await.expect(401).expect_text("This key does not fit");
    let answer = service.get(&format!("/maintain?token={TOKEN}")).await.expect(303);
    let cookie = header(&answer.headers, &SET_COOKIE).to_owned();
    assert!(!cookie.contains(TOKEN) && answer.location() == "/maintain", "{cookie}");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/maintain"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let request = Request::get("/maintain").header(COOKIE, cookie.split(';').next().unwrap());
    service.send(request, Body::empty()).await.expect(200).expect_text("Budget kit");
}

#[tokio::test]
async fn a_declined_proposal_says_why() {
    let service = Service::new();
    let status_page = service.propose("Budget kit").await;
    service.worker.work().await;
    let decline = format!("/maintain/{}/decline", id_of(&status_page));
    service.as_maintainer(Method::POST, &decline, "reason=+").await.expect(422).expect_text("Write a reason");
    service.as_maintainer(Method::POST, &decline, "reason=We+have+%3Cb%3Eone").await.expect(303);
    service.as_maintainer(Method::POST, &decline, "reason=Again").await.expect(409);
    let page = service.get(&status_page).await.expect(200).expect_text("We have &lt;b&gt;one");
    page.expect_text("Delete what I wrote");
    service.worker.work().await;
    assert_eq!(service.branches(), Vec::<String>::new());
    // Whoever was declined may have the words erased.
    let (path, key) = status_page.split_once("?key=").unwrap();
    service.post(&format!("{path}/withdraw"), &[("key", key)]).await.expect(303);
    let page = service.get(&status_page).await.expect(200);
    assert!(!page.text.contains("Budget kit") && !page.text.contains("We have"), "{}", page.text);
}

#[tokio::test]
async fn a_branch_that_somebody_changed_is_shown_as_it_is_before_it_can_be_published() {
    let service = Service::new();
    let id = proposed(&service).await;
    let page = format!("/maintain/{id}");
    let before = service.as_maintainer(Method::GET, &page, "").await.expect(200);
    assert!(!before.text.contains("id=\"changes\""), "{}", before.text);
    let shown = before.hidden("commit").unwrap();
    let words = "---\nname: Another kit\nsummary: Somebody has changed this on the branch.\n---\n";
    push(&service, &id.branch(), "content/interlinkers/budget-kit/en.md", words);
    let merge = format!("{page}/merge");
    let refused = service.as_maintainer(Method::POST, &merge, &format!("commit={shown}")).await.expect(409);
    let refused = refused.expect_text("The branch has changed since you opened this page.");
    refused.expect_text("<code>en.md</code>: changed").expect_text("name: Another kit");
    service.as_maintainer(Method::POST, &merge, "").await.expect(409);
    let preview = service.as_maintainer(Method::GET, &format!("{page}/preview"), "").await.expect(200);
    preview.expect_text("<h1>Another kit</h1>");
    service.merge(&id).await.expect(303);
    let published = service.folder.path().join("content/interlinkers/budget-kit/en.md");
    assert_eq!(std::fs::read_to_string(published).unwrap(), words);
}

#[tokio::test]
async fn a_mistake_that_somebody_pushed_is_reported_and_not_published() {
    let service = Service::new();
    let id = proposed(&service).await;
    push(
        &service,
        &id.branch(),
        "content/interlinkers/budget-kit/en.md",
        "---\nname: Kit\nsummary: [\n---\n",
    );
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
    assert!(!page.text.contains("id=\"merge\""), "{}", page.text);
    page.expect_text("To be mended before it can be published");
    let commit = git(service.folder.path(), &["rev-parse", &id.branch()]);
    let path = format!("/maintain/{id}/merge");
    let answer = service.as_maintainer(Method::POST, &path, &format!("commit={commit}")).await.expect(409);
    answer.expect_text("The entry has mistakes now.");
    assert!(!service.folder.path().join("content/interlinkers/budget-kit").exists());
}

#[tokio::test]
async fn a_branch_that_is_gone_is_told_and_cannot_be_published() {
    let service = Service::new();
    let id = proposed(&service).await;
    git(service.folder.path(), &["branch", "-D", &id.branch()]);
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
    assert!(!page.text.contains("id=\"merge\""), "{}", page.text);
    page.expect_text("The branch cannot be read").expect_text("name: Budget kit");
}

#[tokio::test]
async fn the_report_is_in_the_language_of_the_page_and_leads_to_the_file() {
    let service = Service::new();
    let id = proposed(&service).await;
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}?lang=lv"), "").await.expect(200);
    assert!(!page.text.contains("not-stated") && !page.text.contains("warning"), "{}", page.text);
    page.expect_text("lang=\"lv\"")
        .expect_text("Lasītāji redzēs „nav ziņu”.")
        .expect_text("<a href=\"#file-2\">interlinker.yaml</a>")
        .expect_text("id=\"file-2-1\"");
}

#[tokio::test]
async fn an_uploaded_file_can_be_saved_and_never_opened_in_place() {
    let service = Service::new();
    let request = Request::post("/contributions/preview")
        .header(ORIGIN, HERE)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=x");
    let body = multipart(&good("Budget kit"), Some(("Kit.txt", b"hello there")));
    let key = service.send(request, body).await.expect(200).hidden("key").unwrap();
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    let page = format!("/maintain/{}", id_of(&status_page));
    for _ in 0..2 {
        let link = format!("{page}/files/files%2Fkit%2Etxt");
        service.as_maintainer(Method::GET, &page, "").await.expect(200).expect_text(&link);
        let file = service.as_maintainer(Method::GET, &link, "").await.expect(200);
        assert_eq!(file.text, "hello there");
        let value = |name: &str| header(&file.headers, &name.parse().unwrap()).to_owned();
        assert_eq!(value("content-disposition"), "attachment; filename=\"kit.txt\"");
        assert_eq!(value("content-type"), "application/octet-stream");
        assert!(value("content-security-policy").contains("sandbox"));
        service.get(&link).await.expect(401);
        for other in ["files%2F..%2Fen.md", "..%2f..%2fREADME.md", "nothing"] {
            service.as_maintainer(Method::GET, &format!("{page}/files/{other}"), "").await.expect(404);
        }
        // Once from the store, once from the branch.
        service.worker.work().await;
    }
}

#[tokio::test]
async fn every_decision_asks_once_more() {
    let service = Service::new();
    let id = proposed(&service).await;
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
    for (summary, button) in [("publish", "merge"), ("decline", "send-decline")] {
        let from = page
            .text
            .find(&format!(
                "<summary class=\"btn{}\" id=\"{summary}\"",
                if summary == "publish" { "" } else { " alt" }
            ))
            .unwrap();
        let rest = &page.text[from..];
        assert!(rest.find(&format!("id=\"{button}\"")).unwrap() < rest.find("</details>").unwrap());
    }
}

#[tokio::test]
async fn guessing_the_key_becomes_slow() {
    let service = Service::new();
    // The clock of the test goes on by a second with each look at it, so the sixth comes in time.
    for _ in 0..6 {
        service.get("/maintain?token=wrong").await.expect(401);
    }
    let post = |token: &'static str| async { service.post("/maintain/session", &[("token", token)]).await };
    let answer = post("wrong").await.expect(429);
    assert_eq!(header(&answer.headers, &"retry-after".parse().unwrap()), "1");
    answer.expect_text("The next one is looked at in 1 s.");
    post(TOKEN).await.expect(303);
    post("wrong").await.expect(401);
}

#[tokio::test]
async fn somebody_elses_wrong_keys_do_not_keep_the_maintainer_out() {
    let service = Service::new();
    for _ in 0..50 {
        service.app.lockout.wrong(None, 1_790_000_000);
    }
    service.post("/maintain/session", &[("token", "wrong")]).await.expect(429);
    service.post("/maintain/session", &[("token", TOKEN)]).await.expect(303);
    for _ in 0..50 {
        service.app.lockout.wrong(None, 1_790_000_000);
    }
    service.get("/maintain?token=wrong").await.expect(429);
    service.get(&format!("/maintain?token={TOKEN}")).await.expect(303);
}

#[tokio::test]
async fn a_branch_whose_folder_was_emptied_cannot_be_published() {
    let service = Service::new();
    let id = id_of(&service.propose("Budget kit").await);
    service.worker.work().await;
    let (folder, branch) = (service.folder.path(), id.branch());
    let tree = git(folder, &["rev-parse", "main^{tree}"]);
    let commit = git(folder, &["commit-tree", &tree, "-p", &branch, "-m", "emptied"]);
    git(folder, &["update-ref", &format!("refs/heads/{branch}"), &commit]);
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
    assert!(!page.text.contains("id=\"merge\""), "{}", page.text);
    let path = format!("/maintain/{id}/merge");
    service.as_maintainer(Method::POST, &path, &format!("commit={commit}")).await.expect(409);
    assert_eq!(git(folder, &["log", "-1", "--format=%s", "main"]), "start");
}

#[tokio::test]
async fn what_looks_like_spam_waits_for_a_person_who_is_told_why() {
    let service = Service::new();
    let send = async |name: &str, summary: &str| {
        let mut fields = good(name);
        fields.retain(|(field, _)| *field != "summary");
        fields.push(("summary", summary));
        let preview = service.post("/contributions/preview", &fields).await.expect(200);
        let key = preview.hidden("key").unwrap();
        id_of(&service.post("/contributions", &[("key", &key)]).await.expect(303).location())
    };
    let state = |id: &crate::secret::ContributionId| service.app.store.find(id).unwrap().unwrap().state;
    for number in 0..5 {
        let spam =
            send(&format!("Lucky night {number}"), "Win a casino bonus and play all night with us.").await;
        assert_eq!(state(&spam), JobState::Queued, "with few examples nothing is said");
        service.as_maintainer(Method::POST, &format!("/maintain/{spam}/spam"), "").await.expect(303);
        let fine =
            send(&format!("Street kit {number}"), "People of a street decide how money is spent.").await;
        service.app.store.advance(&fine, JobState::Published, None, 1).unwrap();
        service.app.learn_anew();
    }
    let suspicious = send("Free evening", "Your casino bonus waits: play and win all night.").await;
    let fine = send("Money for a street", "How people decide what their street spends.").await;
    assert_eq!((state(&suspicious), state(&fine)), (JobState::Held, JobState::Queued));
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{suspicious}"), "").await.expect(200);
    page.expect_text("id=\"suspicion\"").expect_text("casino");
    let list = service.as_maintainer(Method::GET, "/maintain", "").await.expect(200);
    assert_eq!(list.text.matches("Looks like spam").count(), 1, "{}", list.text);
    list.expect_text("<p class=\"small quiet\">Interlinker · ");
    let told = crate::queue_commands::show(&service.app.store, suspicious.as_str()).unwrap();
    assert!(told.contains("looks like spam: ") && told.contains("casino"), "{told}");
    // A maintainer decides otherwise, and nothing holds it back.
    service.as_maintainer(Method::POST, &format!("/maintain/{suspicious}/release"), "").await.expect(303);
    assert_eq!(state(&suspicious), JobState::Queued);
}

#[tokio::test]
async fn the_owners_of_an_entry_are_named() {
    let service = Service::new();
    let page = |id: &crate::secret::ContributionId| format!("/maintain/{id}");
    let first = proposed(&service).await;
    let answer = service.as_maintainer(Method::GET, &page(&first), "").await.expect(200);
    assert!(!answer.text.contains("id=\"reviewers\""), "there is no such file");
    let folder = service.folder.path();
    std::fs::create_dir_all(folder.join(".github")).unwrap();
    let owners = "* @all\n/content/interlinkers/ @words @town/editors\n*.pdf @files\n";
    std::fs::write(folder.join(".github/CODEOWNERS"), owners).unwrap();
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "-m", "owners"]);
    let answer = service.as_maintainer(Method::GET, &page(&first), "").await.expect(200);
    answer.expect_text("id=\"reviewers\">@words, @town/editors<");
}
