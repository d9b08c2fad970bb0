//! What a forge and the people who review there are given: hints taken, previews shown.

use super::service::HOOK_SECRET;
use super::*;
use crate::secret::preview_token;

/// The header with which a forge signs a body.
fn signature(secret: &str, body: &[u8]) -> String {
    use generator::digest::Digest;
    let mut key = [0_u8; 64];
    key[..secret.len()].copy_from_slice(secret.as_bytes());
    let padded = |pad: u8| key.iter().map(|byte| byte ^ pad).collect::<Vec<u8>>();
    let inner = Digest::of(&[padded(0x36).as_slice(), body].concat()).0;
    let outer = Digest::of(&[padded(0x5c).as_slice(), inner.as_slice()].concat()).0;
    format!("sha256={}", outer.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

async fn hook(service: &Service, forge: &str, signed: &str, body: &'static [u8]) -> u16 {
    let request = Request::post(format!("/webhooks/{forge}"))
        .header("x-hub-signature-256", signed)
        .header("x-github-event", "pull_request")
        .header("x-github-delivery", "7e9d0e2c-0000-1111-2222-333344445555");
    service.send(request, body).await.status
}

#[tokio::test]
async fn a_signed_hint_is_taken_whatever_it_says() {
    let service = Service::new();
    for body in [&b"{}"[..], b"{\"action\":\"closed\"}", b"no JSON at all \xff", b""] {
        for secret in [HOOK_SECRET, "the-secret-of-last-year"] {
            assert_eq!(hook(&service, "github", &signature(secret, body), body).await, 204, "{body:?}");
        }
    }
}

#[tokio::test]
async fn a_hint_without_our_signature_is_refused() {
    let service = Service::new();
    let good = signature(HOOK_SECRET, b"{}");
    let other = signature("the-secret-of-somebody-else", b"{}");
    let cut = good[..good.len() - 2].to_owned();
    let old = good.replace("sha256=", "sha1=");
    for signed in ["", "sha256=", &good[7..], &cut, &old, &other] {
        assert_eq!(hook(&service, "github", signed, b"{}").await, 401, "{signed}");
    }
    assert_eq!(hook(&service, "github", &good, b"{ }").await, 401, "another body");
    for forge in ["gitea", "GitHub", "x"] {
        assert_eq!(hook(&service, forge, &good, b"{}").await, 404, "{forge}");
    }
}

#[tokio::test]
async fn of_a_call_without_a_signature_nothing_is_read() {
    let service = Service::new();
    for (forge, header) in
        [("github", "x-hub-signature-256"), ("gitlab", "x-gitlab-token"), ("forgejo", "x-forgejo-signature")]
    {
        let request = Request::post(format!("/webhooks/{forge}")).header(header, "x");
        let answer = service.send(request, Body::new(super::hardening::Endless(Some("{"))));
        let answer = tokio::time::timeout(Duration::from_secs(60), answer).await;
        assert_eq!(answer.expect("an answer without the body").status, 401, "{forge}");
    }
}

/// What a webhook of a forge is answered that has these headers.
async fn hook_with(service: &Service, forge: &str, headers: &[(&str, &str)], body: &'static [u8]) -> u16 {
    let request = Request::post(format!("/webhooks/{forge}"));
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    service.send(request, body).await.status
}

#[tokio::test]
async fn gitlab_brings_a_secret_along() {
    let service = Service::new();
    let event = ("x-gitlab-event", "Merge Request Hook");
    for secret in [HOOK_SECRET, "the-secret-of-last-year"] {
        let headers = [("x-gitlab-token", secret), event];
        assert_eq!(hook_with(&service, "gitlab", &headers, b"no JSON").await, 204, "{secret}");
        assert_eq!(hook_with(&service, "forgejo", &headers, b"no JSON").await, 401, "{secret}");
    }
    for wrong in ["", "the-secret-of-somebody-else", &HOOK_SECRET[1..]] {
        let headers = [("x-gitlab-token", wrong), event];
        assert_eq!(hook_with(&service, "gitlab", &headers, b"{}").await, 401, "{wrong}");
    }
    assert_eq!(hook_with(&service, "gitlab", &[event], b"{}").await, 401, "no secret at all");
    // What GitHub signs with the secret does not show that GitLab calls.
    let signed = signature(HOOK_SECRET, b"{}");
    assert_eq!(hook_with(&service, "gitlab", &[("x-hub-signature-256", &signed)], b"{}").await, 401);
}

#[tokio::test]
async fn forgejo_and_gitea_sign_under_names_of_their_own() {
    let service = Service::new();
    let signed = signature(HOOK_SECRET, b"{}").replace("sha256=", "");
    let other = signature("the-secret-of-somebody-else", b"{}").replace("sha256=", "");
    for name in ["x-forgejo-signature", "x-gitea-signature"] {
        assert_eq!(hook_with(&service, "forgejo", &[(name, &signed)], b"{}").await, 204, "{name}");
        assert_eq!(hook_with(&service, "forgejo", &[(name, &signed)], b"{ }").await, 401, "another body");
        for wrong in ["", other.as_str(), &signed[2..]] {
            assert_eq!(hook_with(&service, "forgejo", &[(name, wrong)], b"{}").await, 401, "{wrong}");
        }
    }
    // A wrong one is not rescued by the other name.
    let both = [("x-forgejo-signature", other.as_str()), ("x-gitea-signature", signed.as_str())];
    assert_eq!(hook_with(&service, "forgejo", &both, b"{}").await, 401);
    assert_eq!(hook_with(&service, "forgejo", &[], b"{}").await, 401, "no signature at all");
}

#[tokio::test]
async fn a_hint_has_the_forge_looked_at_now() {
    let service = Service::new();
    let id = id_of(&service.propose("Budget kit").await);
    service.worker.work().await;
    git(service.folder.path(), &["merge", "--quiet", "--no-edit", &id.branch()]);
    let body = b"{}";
    assert_eq!(hook(&service, "github", &signature(HOOK_SECRET, body), body).await, 204);
    service.worker.work().await;
    let state = service.app.store.find(&id).unwrap().unwrap().state;
    assert_eq!(state, JobState::Published);
}

#[tokio::test]
async fn a_reviewer_sees_the_entry_with_the_token_of_its_request_only() {
    let service = Service::new();
    let (status_page, other) = (service.propose("Budget kit").await, service.propose("Other kit").await);
    let (id, other) = (id_of(&status_page), id_of(&other));
    let token = preview_token(TOKEN, &id);
    // What is on no branch yet is in no request.
    service.get(&format!("/contributions/{id}/preview?token={token}")).await.expect(404);
    service.worker.work().await;
    let answer = service.get(&format!("/contributions/{id}/preview?token={token}")).await.expect(200);
    let policy = header(&answer.headers, &HeaderName::from_static("content-security-policy"));
    assert!(policy.contains("sandbox") && !policy.contains("script-src"), "{policy}");
    assert_eq!(header(&answer.headers, &HeaderName::from_static("x-robots-tag")), "noindex, nofollow");
    answer.expect_text("<h1>Budget kit</h1>");
    for path in [
        format!("/contributions/{id}/preview"),
        format!("/contributions/{id}/preview?token="),
        format!("/contributions/{other}/preview?token={token}"),
        format!("/contributions/{id}/preview?token={TOKEN}"),
        format!("/contributions/0000000000/preview?token={token}"),
    ] {
        let answer = service.get(&path).await.expect(404);
        assert!(!answer.text.contains("Budget kit"), "{path}");
    }
    let other_token = preview_token(TOKEN, &other);
    service.as_maintainer(Method::POST, &format!("/maintain/{other}/spam"), "").await.expect(303);
    service.get(&format!("/contributions/{other}/preview?token={other_token}")).await.expect(404);
    let key = status_page.split_once("key=").unwrap().1.to_owned();
    service.post(&format!("/contributions/{id}/withdraw"), &[("key", &key)]).await.expect(303);
    service.get(&format!("/contributions/{id}/preview?token={token}")).await.expect(404);
}
