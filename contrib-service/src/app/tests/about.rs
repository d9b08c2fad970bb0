//! What is done about an entry that is there: edited, translated, used, reviewed, reported.

use super::*;

const ENTRY: &str = "interlinkers/consent-form-template";
const FOLDER: &str = "content/interlinkers/consent-form-template";

fn service() -> Service {
    Service::with(&[ENTRY])
}

fn address(purpose: &str, query: &str) -> String {
    format!("/contributions/about/{ENTRY}/{purpose}{query}")
}

/// The fields of a form as a browser would send them, with some of them changed. A field that is
/// changed to nothing is sent empty.
fn fields(page: &Answer, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let is_changed = |name: &str| changes.iter().any(|(changed, _)| *changed == name);
    let mut sent = page.form_fields();
    sent.retain(|(name, _)| !is_changed(name));
    sent.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    sent
}

async fn preview(service: &Service, sent: &[(String, String)]) -> Answer {
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    service.post("/contributions/preview", &sent).await
}

/// Fills in a form, looks at the preview, sends it and lets the worker work.
async fn send(
    service: &Service,
    address: &str,
    changes: &[(&str, &str)],
) -> (Answer, crate::secret::ContributionId) {
    let page = service.get(address).await.expect(200);
    let shown = preview(service, &fields(&page, changes)).await.expect(200);
    let key = shown.hidden("key").unwrap();
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    service.worker.work().await;
    (shown, id_of(&status_page))
}

fn diff(service: &Service, id: &crate::secret::ContributionId) -> String {
    git(service.folder.path(), &["diff", "--unified=0", &format!("main...{}", id.branch())])
}

/// The lines that a branch adds or takes away.
fn changed_lines(service: &Service, id: &crate::secret::ContributionId) -> Vec<String> {
    let diff = diff(service, id);
    let is_content = |line: &&str| {
        (line.starts_with('+') || line.starts_with('-'))
            && !line.starts_with("+++")
            && !line.starts_with("---")
    };
    diff.lines().filter(is_content).map(str::to_owned).collect()
}

#[tokio::test]
async fn the_form_shows_what_stands_there_and_sent_back_as_it_is_changes_nothing() {
    let service = service();
    for language in ["en", "es", "it", "lv"] {
        let page = service.get(&address("edit", &format!("?lang={language}"))).await.expect(200);
        let page = page.expect_text("value=\"org-problem-14\" checked").expect_text("id=\"about\"");
        assert_eq!(page.hidden("words").as_deref(), Some(language));
        let answer = preview(&service, &fields(&page, &[("agree", "yes")])).await.expect(422);
        let expected = service.app.site.current().texts(language).text("error-nothing-changed");
        answer.expect_text(&expected);
    }
}

#[tokio::test]
async fn an_edit_changes_only_the_lines_of_its_field() {
    let service = service();
    let changes = [
        ("agree", "yes"),
        ("difficulty", "difficult"),
        ("summary", "A form to agree with, one box for each use."),
        ("remark", "It is hard for @all."),
    ];
    let (shown, id) = send(&service, &address("edit", "?lang=en"), &changes).await;
    let shown = shown.expect_text("id=\"differences\"").expect_text("A form to agree with");
    shown.expect_text("Proposal, not published");
    assert_eq!(
        changed_lines(&service, &id),
        [
            "-summary: A form with which people agree, or do not agree, to an interview, a recording or a picture. One box for each use, written in plain language.",
            "+summary: A form to agree with, one box for each use.",
            "-difficulty: easy",
            "+difficulty: difficult",
        ]
    );
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
    let page = page.expect_text("Change of “Consent form template”").expect_text("It is hard for @all.");
    let page = page
        .expect_text("id=\"differences\"")
        .expect_text("A form to agree with")
        .expect_text("id=\"merge\"");
    assert!(!page.text.contains("id=\"changes\""), "nobody has changed the branch");
    service.merge(&id).await.expect(303);
    let text = std::fs::read_to_string(service.folder.path().join(FOLDER).join("en.md")).unwrap();
    assert!(
        text.contains(
            "summary: A form to agree with, one box for each use.\naliases:\n  - informed consent\n"
        )
    );
}

#[tokio::test]
async fn lists_texts_and_the_body_are_edited_and_emptied() {
    let service = service();
    let changes = [
        ("agree", "yes"),
        ("themes", "engagement"),
        ("constraints", ""),
        ("instructions", "## Use it\r\n\r\nRead it <aloud>."),
    ];
    let (_, id) = send(&service, &address("edit", "?lang=en"), &changes).await;
    let lines = changed_lines(&service, &id);
    assert!(
        lines.contains(&"-  - design".to_owned()) && !lines.contains(&"-  - engagement".to_owned()),
        "{lines:?}"
    );
    assert!(
        lines.contains(&"-constraints: |-".to_owned()) && lines.contains(&"+Read it \\<aloud>.".to_owned()),
        "{lines:?}"
    );
    assert!(
        !lines.iter().any(|line| line.contains("description") || line.contains("regulations")),
        "{lines:?}"
    );
}

#[tokio::test]
async fn two_edits_of_different_fields_merge_and_of_the_same_field_do_not() {
    let service = service();
    let page = address("edit", "?lang=en");
    let (_, first) = send(&service, &page, &[("agree", "yes"), ("name", "Consent form, one page")]).await;
    let (shown, second) =
        send(&service, &page, &[("agree", "yes"), ("summary", "A form to agree with, or not, box by box.")])
            .await;
    shown.expect_text("id=\"others\"");
    let old = service.get(&page).await.expect(200);
    for id in [&first, &second] {
        // Where both touch one file the merge is made on the branch first, and looked at again.
        if service.merge(id).await.status != 303 {
            service.merge(id).await.expect(303);
        }
    }
    let text = std::fs::read_to_string(service.folder.path().join(FOLDER).join("en.md")).unwrap();
    assert!(
        text.contains("name: Consent form, one page\nsummary: A form to agree with, or not, box by box.\n"),
        "{text}"
    );
    // Somebody has had the form open since before both.
    let answer =
        preview(&service, &fields(&old, &[("agree", "yes"), ("name", "Another name")])).await.expect(422);
    answer.expect_text("Somebody has changed “Name” since you opened the form");
    preview(&service, &fields(&old, &[("agree", "yes"), ("difficulty", "difficult")])).await.expect(200);
}

/// A program sends what it changes and no more; what it leaves out stays.
#[tokio::test]
async fn a_field_that_is_not_sent_stays_as_it_is() {
    let service = service();
    let sent = [
        ("purpose", "edit"),
        ("entry", "consent-form-template"),
        ("lang", "en"),
        ("words", "en"),
        ("name", "Another name"),
        ("agree", "yes"),
    ];
    let shown = service.post("/contributions/preview", &sent).await.expect(200);
    let key = shown.hidden("key").unwrap();
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    service.worker.work().await;
    let lines = changed_lines(&service, &id_of(&status_page));
    assert_eq!(lines, ["-name: Consent form template", "+name: Another name"]);
}

/// What asks for something else is no new version.
#[tokio::test]
async fn a_new_version_asks_for_the_same() {
    let service = service();
    let page = service.get(&address("review", "?lang=en")).await.expect(200);
    let shown = preview(&service, &fields(&page, &[("agree", "yes"), ("stars", "4")])).await.expect(200);
    let key = shown.hidden("key").unwrap();
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    let (path, key) = status_page.split_once("?key=").unwrap();
    let id = path.rsplit('/').next().unwrap();
    let edit = service.get(&address("edit", "?lang=en")).await.expect(200);
    let other = [("agree", "yes"), ("name", "Another"), ("change", id), ("status-key", key)];
    preview(&service, &fields(&edit, &other)).await.expect(409);
}

#[tokio::test]
async fn a_form_made_from_no_commit_of_ours_is_refused() {
    let service = service();
    let page = service.get(&address("edit", "?lang=en")).await.expect(200);
    for seen in ["HEAD", "main", "../x", "0000000000000000000000000000000000000000", "--help"] {
        let sent = fields(&page, &[("agree", "yes"), ("name", "Another"), ("seen", seen)]);
        preview(&service, &sent).await.expect(404);
    }
}

#[tokio::test]
async fn a_translation_is_written_beside_its_source_with_its_hash() {
    let service = service();
    let page = service.get(&address("translate", "?lang=lv")).await.expect(200);
    let page = page.expect_text("The template is not legal advice.").expect_text("lang=\"en\"");
    let field = "interlinker/consent-form-template/constraints";
    let sent = fields(&page, &[("agree", "yes"), (field, "Paraugs nav juridiska konsultācija.")]);
    let shown = preview(&service, &sent).await.expect(200).expect_text("<html lang=\"lv\">");
    let key = shown.expect_text("Paraugs nav juridiska konsultācija.").hidden("key").unwrap();
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    service.worker.work().await;
    let id = id_of(&status_page);
    let range = format!("main...{}", id.branch());
    assert_eq!(git(service.folder.path(), &["diff", "--name-only", &range]), format!("{FOLDER}/lv.md"));
    let lines = changed_lines(&service, &id);
    assert_eq!(lines[0], "+constraints: Paraugs nav juridiska konsultācija.", "{lines:?}");
    assert!(
        lines.contains(&"+  language: en".to_owned())
            && lines.iter().any(|line| line.starts_with("+    constraints: ")),
        "{lines:?}"
    );
    assert!(lines.iter().all(|line| line.starts_with('+')), "{lines:?}");
    service
        .as_maintainer(Method::GET, &format!("/maintain/{id}"), "")
        .await
        .expect(200)
        .expect_text("Translation of");
    // The original language has nothing to translate.
    service
        .get(&address("translate", "?lang=en&words=en"))
        .await
        .expect(200)
        .expect_text("Nothing here waits");
    // A language that has no file yet gets one.
    std::fs::remove_file(service.folder.path().join(FOLDER).join("es.md")).unwrap();
    git(service.folder.path(), &["commit", "--quiet", "--all", "-m", "no Spanish"]);
    let content = service.folder.path().join("content");
    let app = App {
        site: LiveSite::fixed(Catalogue::load(&content, "default", None).unwrap()),
        ..service.app.clone()
    };
    let service = Service { app, ..service };
    let name = "interlinker/consent-form-template/name";
    let (_, id) =
        send(&service, &address("translate", "?lang=es"), &[("agree", "yes"), (name, "Modelo")]).await;
    let lines = changed_lines(&service, &id);
    assert_eq!((lines[0].as_str(), lines[1].as_str()), ("+---", "+name: Modelo"), "{lines:?}");
}

#[tokio::test]
async fn a_schema_is_translated_node_by_node() {
    let service = Service::with(&["schemas"]);
    let address = "/contributions/about/schemas/default/translate?lang=en&words=es";
    let page = service.get(address).await.expect(200);
    let node =
        page.form_fields().into_iter().map(|(name, _)| name).find(|name| name.ends_with("/description"));
    let node = node.expect("a task has a description");
    let (_, id) = send(&service, address, &[("agree", "yes"), (&node, "Otra descripción.")]).await;
    let range = format!("main...{}", id.branch());
    let changed = git(service.folder.path(), &["diff", "--name-only", &range]);
    assert_eq!(changed, "content/schemas/default/es.yaml");
    assert!(changed_lines(&service, &id).iter().any(|line| line.ends_with("Otra descripción.")));
}

#[tokio::test]
async fn a_use_and_a_review_are_one_new_file_each() {
    let service = service();
    let changes = [
        ("agree", "yes"),
        ("organisation", "zaragoza"),
        ("country", "es"),
        ("text", "We asked forty people.\r\n\r\nIt worked."),
        ("version", "1.0"),
    ];
    let (shown, id) = send(&service, &address("use", "?lang=en"), &changes).await;
    shown.expect_text("id=\"uses\"").expect_text("We asked forty people.");
    let branch = id.branch();
    let path = format!("{FOLDER}/uses/{id}.yaml");
    let text = git(service.folder.path(), &["show", &format!("{branch}:{path}")]);
    assert!(
        text.contains("organisation: zaragoza\ncountry: es\nversion: \"1.0\"\nlanguage: en\ntext: |-\n"),
        "{text}"
    );
    assert_eq!(git(service.folder.path(), &["diff", "--name-only", &format!("main...{branch}")]), path);

    let changes =
        [("agree", "yes"), ("stars", "4"), ("text", "Clear."), ("contributor", "Ilze"), ("show-name", "yes")];
    let (shown, id) = send(&service, &address("review", "?lang=lv"), &changes).await;
    shown.expect_text("4 zvaigznes no 5").expect_text("Ilze");
    let text = git(service.folder.path(), &["show", &format!("{}:{FOLDER}/reviews/{id}.yaml", id.branch())]);
    assert!(text.contains("stars: \"4\"\nby: Ilze\nlanguage: lv\ntext: Clear."), "{text}");
    service.merge(&id).await.expect(303);

    for (purpose, sent, field) in [
        ("use", vec![("agree", "yes")], "organisation"),
        ("review", vec![("agree", "yes")], "stars"),
        ("review", vec![("agree", "yes"), ("stars", "6")], "stars"),
        ("review", vec![("agree", "yes"), ("stars", "5"), ("text", "Call me: +371 29 123 456")], "text"),
        ("review", vec![("stars", "5")], "agree"),
    ] {
        let page = service.get(&address(purpose, "?lang=en")).await.expect(200);
        let answer = preview(&service, &fields(&page, &sent)).await.expect(422);
        assert!(answer.text.contains(&format!("href=\"#{field}\"")), "{purpose} {sent:?}");
    }
}

#[tokio::test]
async fn a_report_waits_in_the_queue_until_a_maintainer_has_dealt_with_it() {
    let service = service();
    let words = "The link to the guide is dead. See #12, @all <b>now</b>.";
    let changes = [("agree", "yes"), ("message", words)];
    let (shown, id) = send(&service, &address("report", "?lang=en"), &changes).await;
    shown.expect_text("See #12, @all &lt;b&gt;now&lt;/b&gt;.").expect_text("Read it once more");
    assert_eq!(service.branches(), Vec::<String>::new());
    let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
    let page = page.expect_text("Problem with “Consent form template”").expect_text("&lt;b&gt;now");
    page.expect_text("id=\"done\"");
    service.as_maintainer(Method::POST, &format!("/maintain/{id}/done"), "").await.expect(303);
    let state = service.app.store.find(&id).unwrap().unwrap().state;
    assert_eq!(state, JobState::Published);
    let short = [("agree", "yes"), ("message", "Bad.")];
    let page = service.get(&address("report", "?lang=it")).await.expect(200);
    preview(&service, &fields(&page, &short)).await.expect(422).expect_text("href=\"#message\"");
    let personal = [("agree", "yes"), ("message", "Write to janis.berzins@gmail.com about this page.")];
    preview(&service, &fields(&page, &personal)).await.expect(422).expect_text("href=\"#message\"");
}

#[tokio::test]
async fn what_was_sent_about_an_entry_can_be_changed() {
    let service = service();
    for (purpose, first, second) in [
        ("edit", ("name", "First name"), ("name", "Second name")),
        ("review", ("stars", "2"), ("stars", "3")),
        (
            "translate",
            ("interlinker/consent-form-template/constraints", "Pirmais."),
            ("interlinker/consent-form-template/constraints", "Otrais."),
        ),
    ] {
        let page = service.get(&address(purpose, "?lang=lv&words=lv")).await.expect(200);
        let shown = preview(&service, &fields(&page, &[("agree", "yes"), first])).await.expect(200);
        let key = shown.hidden("key").unwrap();
        let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
        service.worker.work().await;
        let (path, key) = status_page.split_once("?key=").unwrap();
        let form = service.post(&format!("{path}/change"), &[("key", key)]).await.expect(200);
        let form = form.expect_text(first.1);
        let shown = preview(&service, &fields(&form, &[second])).await.expect(200);
        let send = shown.hidden("key").unwrap();
        let sent = [("key", send.as_str()), ("status-key", key)];
        service.post("/contributions", &sent).await.expect(303);
        service.worker.work().await;
        let found = service.app.store.find(&id_of(&status_page)).unwrap().unwrap();
        assert_eq!((found.state, found.version, found.reason), (JobState::Proposed, 2, None), "{purpose}");
        assert!(diff(&service, &id_of(&status_page)).contains(second.1), "{purpose}");
    }
}

#[tokio::test]
async fn what_is_not_there_has_no_form() {
    let service = service();
    for path in [
        "/contributions/about/interlinkers/nothing/edit",
        "/contributions/about/interlinkers/..%2f..%2fsite/edit",
        "/contributions/about/vocabularies/nature/edit",
        "/contributions/about/problems/org-problem-14/review",
        "/contributions/about/problems/org-problem-14/use",
        "/contributions/about/interlinkers/consent-form-template/propose",
        "/contributions/about/interlinkers/consent-form-template/nothing",
    ] {
        service.get(path).await.expect(404);
    }
    let sent = [("purpose", "edit"), ("entry", "nothing"), ("lang", "en"), ("agree", "yes"), ("name", "Kit")];
    service.post("/contributions/preview", &sent).await.expect(404);
    for kind in ["problems/org-problem-14", "organisations/zaragoza"] {
        for purpose in ["edit", "translate", "report"] {
            service.get(&format!("/contributions/about/{kind}/{purpose}?lang=es")).await.expect(200);
        }
    }
}
