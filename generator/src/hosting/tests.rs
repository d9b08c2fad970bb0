//! The files for hosts, as texts; that nginx and Caddy understand them is shown by `tests/`.

use super::*;

fn settings(address: &str) -> Settings {
    Settings {
        languages: vec!["en".to_owned(), "lv".to_owned()],
        base_url: address.parse().unwrap(),
        ..Settings::default()
    }
}

#[test]
fn a_host_is_found_by_the_name_it_has() {
    for host in Host::ALL {
        assert_eq!(Host::from_name(host.name()), Some(host));
    }
    assert_eq!(Host::from_name("apache"), None);
}

#[test]
fn only_a_site_with_https_promises_to_stay_with_it() {
    for host in [Host::Nginx, Host::Caddy] {
        let (_, text) = host.settings_file(&settings("https://catalogue.example/"), "/srv/site");
        assert!(text.contains("Strict-Transport-Security"), "{text}");
        let (_, text) = host.settings_file(&settings("http://127.0.0.1:8081/sub/"), "/srv/site");
        assert!(!text.contains("Strict-Transport-Security") && text.contains("8081"), "{text}");
    }
}

#[test]
fn the_jobs_build_for_their_host_and_from_the_whole_history() {
    let (path, workflow) = Host::GithubPages.settings_file(&settings("https://catalogue.example/"), "");
    assert_eq!(path, ".github/workflows/pages.yml");
    assert!(workflow.contains("fetch-depth: 0") && workflow.contains("--host github-pages"), "{workflow}");
    assert!(workflow.contains("${{ steps.pages.outputs.base_url }}"), "{workflow}");
    let (path, job) = Host::GitlabPages.settings_file(&settings("https://catalogue.example/"), "");
    assert_eq!(path, ".gitlab-ci.yml");
    assert!(job.contains("GIT_DEPTH: \"0\"") && job.contains("--out public"), "{job}");
    assert!(job.contains("-exec gzip --keep --force -9 {} +"), "{job}");
}

#[test]
fn what_is_text_is_compressed_and_fonts_and_pictures_are_not() {
    let types = compressible();
    for kind in ["application/json", "application/ld+json", "image/svg+xml", "text/css", "text/turtle"] {
        assert!(types.contains(&kind), "{kind}");
    }
    assert!(!types.iter().any(|kind| kind.starts_with("font/") || kind.contains("zip")), "{types:?}");
}
