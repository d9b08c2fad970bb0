//! What strangers may send and what browsers may do with the answers.

use super::*;

#[tokio::test]
async fn pages_with_a_key_are_kept_by_nobody() {
    let service = Service::new();
    let status_page = service.propose("Budget kit").await;
    for path in [status_page.as_str(), "/maintain", "/contributions/nothing?key=x"] {
        let answer = service.get(path).await;
        let value = |name: HeaderName| header(&answer.headers, &name).to_owned();
        assert_eq!(value(CACHE_CONTROL), "no-store", "{path}");
        assert_eq!(value(REFERRER_POLICY), "no-referrer", "{path}");
        assert!(
            value(CONTENT_SECURITY_POLICY).starts_with("default-src 'none'; script-src 'self'"),
            "{path}"
        );
        assert!(value("x-robots-tag".parse().unwrap()).contains("noindex"), "{path}");
        assert!(!answer.text.contains(" style="), "{path}");
        assert!(answer.text.is_empty() || answer.text.contains("content=\"noindex\""), "{path}");
    }
}

#[tokio::test]
async fn a_post_from_elsewhere_does_nothing() {
    let service = Service::new();
    let body = "lang=en&name=x";
    for origin in [None, Some("https://evil.example"), Some("null")] {
        let mut request =
            Request::post("/contributions/preview").header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header(ORIGIN, origin);
        }
        service.send(request, body).await.expect(403).expect_text("This came from another site");
    }
    let request =
        Request::post("/maintain/session").header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    service.send(request, format!("token={TOKEN}")).await.expect(403);
}

#[tokio::test]
async fn a_preview_is_sandboxed_and_kept_by_nobody() {
    let service = Service::new();
    let status_page = service.propose("Budget kit").await;
    let preview = format!("/maintain/{}/preview", id_of(&status_page));
    let answers = [
        service.post("/contributions/preview", &good("Budget kit")).await.expect(200),
        service.as_maintainer(Method::GET, &preview, "").await.expect(200),
    ];
    for answer in answers {
        let value = |name: HeaderName| header(&answer.headers, &name).to_owned();
        let policy = value(CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        for part in ["sandbox allow-forms allow-same-origin", "form-action 'self'", "frame-ancestors 'none'"]
        {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("allow-scripts") && !policy.contains("script-src"), "{policy}");
        assert_eq!(value(CACHE_CONTROL), "no-store");
        assert_eq!(value(REFERRER_POLICY), "no-referrer");
        assert_eq!(value("x-robots-tag".parse().unwrap()), "noindex, nofollow");
        assert!(!answer.text.contains(" style="), "{}", answer.text);
        answer.expect_text("content=\"noindex\"");
    }
}

#[tokio::test]
async fn a_path_with_two_slashes_never_leads_to_another_host() {
    let service = Service::new();
    for (path, location) in [
        ("//en", "/en"),
        ("//en//", "/en/"),
        ("///evil.example//x?a=//b", "/evil.example/x?a=//b"),
        ("//maintain?token=x", "/maintain?token=x"),
    ] {
        let request = Request::get(format!("http://127.0.0.1:8080{path}"));
        assert_eq!(service.send(request, Body::empty()).await.expect(308).location(), location, "{path}");
    }
    for path in ["//%5Cevil.example/", "//\\evil.example/", "///evil.example/..//x"] {
        let request = Request::get(format!("http://127.0.0.1:8080{path}"));
        let answer = service.send(request, Body::empty()).await.expect(404);
        assert_eq!(answer.location(), "", "{path}");
    }
    assert_eq!(service.get("/en").await.expect(307).location(), "/en/");
    let post = Request::post("http://127.0.0.1:8080//contributions").header(ORIGIN, HERE);
    service.send(post, Body::empty()).await.expect(404);
}

#[tokio::test]
async fn a_query_with_a_name_given_twice_is_answered_with_a_page() {
    let service = Service::new();
    for path in ["/maintain?token=a&token=b", "/contributions/x?key=a&key=b", "/similar?q=a&q=b"] {
        service.get(path).await.expect(400).expect_text("<html").expect_text("<h1");
    }
}

#[tokio::test]
async fn names_that_begin_with_a_dot_are_not_served() {
    let service = Service::new();
    let site = &service.app.settings.site_folder;
    for name in [".interlink-manifest", ".well-known/security.txt", "en/.draft"] {
        std::fs::create_dir_all(site.join(name).parent().unwrap()).unwrap();
        std::fs::write(site.join(name), "secret").unwrap();
    }
    for path in ["/.interlink-manifest", "/%2einterlink-manifest", "/en/.draft", "/en/%2E/index.html"] {
        service.get(path).await.expect(404).expect_text("nothing here");
    }
    service.get("/.well-known/security.txt").await.expect(200);
}

#[tokio::test]
async fn a_file_that_is_too_large_brings_the_form_back_with_everything_that_was_typed() {
    let service = Service::new();
    let request = Request::post("/contributions/preview")
        .header(ORIGIN, HERE)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=x");
    let mut body = multipart(&[], Some(("Kit.pdf", &vec![b'a'; 3_000_000])));
    body.truncate(body.len() - "--x--\r\n".len());
    body.extend(multipart(&good("Budget kit"), None));
    let answer = service.send(request, body).await.expect(422);
    answer
        .expect_text("Kit.pdf is too large.")
        .expect_text("id=\"file-error\"")
        .expect_text("value=\"Budget kit\"")
        .expect_text("how a street spends its money");
}

#[tokio::test]
async fn a_hollow_proposal_hears_what_would_make_it_better() {
    let service = Service::new();
    let answer = service.post("/contributions/preview", &good("Budget kit")).await.expect(200);
    answer
        .expect_text("What would make it better")
        .expect_text("Readers cannot get it yet.")
        .expect_text("Say how to use it, step by step.")
        .expect_text("Published by, Contact for readers");
}

#[tokio::test]
async fn a_body_that_stops_coming_and_a_request_that_takes_too_long_are_let_go() {
    let service = Service::new();
    let with_times = |request: u64, idle: u64| {
        let settings = Settings {
            request_time: Duration::from_millis(request),
            idle_time: Duration::from_millis(idle),
            ..Settings::clone(&service.app.settings)
        };
        App { settings: Arc::new(settings), ..service.app.clone() }
    };
    for (app, words) in [(with_times(60_000, 50), "took too long"), (with_times(50, 60_000), "took too long")]
    {
        for kind in ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"] {
            // A body that begins and never ends.
            let body = Body::new(Endless(Some("--x\r\n")));
            let request = Request::post("/contributions/preview")
                .header(ORIGIN, HERE)
                .header(CONTENT_TYPE, kind)
                .body(body)
                .unwrap();
            let response = tower::ServiceExt::oneshot(router(app.clone()), request).await.unwrap();
            assert_eq!(response.status(), 408, "{kind}");
            let bytes = axum::body::to_bytes(response.into_body(), 1_000_000).await.unwrap();
            assert!(String::from_utf8_lossy(&bytes).contains(words));
        }
    }
    // None of them has kept its turn.
    assert!(service.app.turns.are_all_free());
}

/// A body that has one part and then nothing, not even an end.
pub(super) struct Endless(pub Option<&'static str>);

impl axum::body::HttpBody for Endless {
    type Data = axum::body::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        match self.0.take() {
            Some(part) => std::task::Poll::Ready(Some(Ok(hyper::body::Frame::data(part.into())))),
            None => std::task::Poll::Pending,
        }
    }
}

#[tokio::test]
async fn without_a_proof_of_work_one_waits_longer_and_counts_as_four() {
    let mut service = Service::new();
    // The library that checks proofs asks the system for the time.
    let time = std::sync::atomic::AtomicI64::new(4_000_000_000);
    service.app.clock = Clock::turned_by(move || time.fetch_add(1, std::sync::atomic::Ordering::SeqCst));
    service.app.proofs = Arc::new(crate::proof::Proofs::new(std::num::NonZeroU32::new(1), TOKEN));
    let mut settings = (*service.app.settings).clone();
    settings.minimum_time = 100;
    service.app.settings = Arc::new(settings);
    let wait_with = async |proof: &str| {
        let fields = [good("Budget kit"), vec![("altcha", proof)]].concat();
        let preview = service.post("/contributions/preview", &fields).await.expect(200);
        let key = preview.hidden("key").unwrap();
        let told = service.post("/contributions", &[("key", &key)]).await.expect(429);
        let kept =
            service.app.store.form_of_key(&crate::secret::SecretKey::parse(&key).unwrap()).unwrap().unwrap();
        assert!(!kept.contains("altcha"), "{kept}");
        header(&told.headers, &RETRY_AFTER).parse::<u32>().unwrap()
    };
    let challenge = service.get("/contributions/challenge").await.expect(200);
    assert_eq!(header(&challenge.headers, &ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let challenge: altcha::Challenge = serde_json::from_str(&challenge.text).unwrap();
    let solution = altcha::solve_challenge(altcha::SolveChallengeOptions::new(&challenge)).unwrap().unwrap();
    let payload = serde_json::to_vec(&altcha::Payload { challenge, solution }).unwrap();
    let proof = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, payload);
    // A form that was only looked at has used nothing up.
    service
        .post("/contributions/preview", &[good("Budget kit"), vec![("altcha", &proof)]].concat())
        .await
        .expect(200);
    assert!((1..=100).contains(&wait_with(&proof).await));
    assert!((101..=400).contains(&wait_with(&proof).await), "a proof counts for one contribution");
    assert!((101..=400).contains(&wait_with("").await));
    service.app.proofs = Arc::new(crate::proof::Proofs::new(None, TOKEN));
    service.get("/contributions/challenge").await.expect(204);
}
