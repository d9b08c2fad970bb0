//! The files for hosts: a real nginx and a real Caddy serve a site as its policy, its languages and
//! its caches need it, and a site for Pages carries what those hosts cannot say.

use std::fs;

use interlink_tests::crawl::Crawl;
use interlink_tests::site_test::SiteTest;
use interlink_tests::web_server::{WebServer, free_port};

const BASE: &str = "/our/catalogue/";

#[test]
fn nginx_serves_a_site_as_it_should_be() {
    serve_with("nginx");
}

#[test]
fn caddy_serves_a_site_as_it_should_be() {
    serve_with("caddy");
}

#[test]
fn the_files_for_an_edition_have_its_languages_its_address_and_its_build() {
    let site = SiteTest::of_the_repository();
    let written = |host: &str, name: &str| {
        let files = ["deploy-files", host, "--edition", "latvia-ministry", "--into", "host"];
        site.interlink(&files).expect_code(0);
        fs::read_to_string(site.folder().join("host").join(name)).unwrap()
    };
    for (host, name) in [("nginx", "nginx.conf"), ("caddy", "Caddyfile")] {
        let text = written(host, name);
        assert!(text.contains("kopradisim.example") && !text.contains("interlink.example"), "{text}");
        assert!(text.contains("/lv/") && !text.contains("/it/"), "{text}");
    }
    let job = written("gitlab-pages", ".gitlab-ci.yml");
    assert!(job.contains("interlink build --edition latvia-ministry --host gitlab-pages"), "{job}");
    let ended = site.interlink(&["deploy-files", "nginx", "--edition", "atlantis"]);
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.stderr.contains("the editions are italy-ministry, latvia-ministry, spain-city"),
        "{}",
        ended.stderr
    );
}

fn serve_with(host: &str) {
    let site = SiteTest::from_fixture("base");
    let port = free_port();
    let base = format!("http://127.0.0.1:{port}{BASE}");
    site.interlink(&["build", "--base-url", &base]).expect_code(0);
    let root = site.site();
    let files = ["deploy-files", host, "--base-url", &base, "--root", root.to_str().unwrap()];
    site.interlink(&files).expect_code(0);
    for name in ["catalogue.jsonld", "catalogue.ttl", "en/days.ics", "en/news.atom"] {
        fs::write(root.join(name), "data ".repeat(300)).unwrap();
    }
    let server = WebServer::start(host, site.folder(), port);
    let get = |path: &str| server.get(&format!("{BASE}{path}"));

    let home = get("en/");
    assert_eq!(home.status, 200);
    let policy = home.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
    assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
    assert_eq!(home.header("x-content-type-options"), "nosniff");
    assert_eq!(home.header("referrer-policy"), "same-origin");
    assert_eq!(home.header("cache-control"), "no-cache");
    assert_eq!(home.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(home.header("content-encoding"), "gzip");
    assert!(!home.header("server").contains('/'), "the version of the server is nobody's business");

    let style = style_of(&site.page("en/"));
    let style = server.get(&style);
    assert_eq!((style.status, style.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
    let gone = get("assets/0123456789abcdef/style.css");
    assert_eq!((gone.status, gone.header("cache-control")), (404, "no-cache"));

    for (path, language) in [("lv/nothing/", "lv"), ("en/a/b.ttl", "en"), ("nothing", "en")] {
        let page = get(path);
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        let expected = fs::read(root.join(language).join("404.html")).unwrap();
        assert_eq!(unpacked(&page), expected, "{path}");
    }

    for (path, kind) in [
        ("en/feed.xml", "application/atom+xml"),
        ("en/news.atom", "application/atom+xml"),
        ("opensearch.xml", "application/opensearchdescription+xml"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("catalogue.jsonld", "application/ld+json"),
        ("catalogue.ttl", "text/turtle; charset=utf-8"),
        ("en/days.ics", "text/calendar; charset=utf-8"),
    ] {
        let file = get(path);
        assert_eq!(file.status, 200, "{path}");
        // Whether XML says its encoding twice is left to the server.
        assert!(file.header("content-type").starts_with(kind), "{path}: {}", file.header("content-type"));
        assert_eq!(file.header("cache-control"), "no-cache", "{path}");
        assert_eq!(unpacked(&file), fs::read(root.join(path)).unwrap(), "{path}");
    }
    assert_eq!(get("catalogue.jsonld").header("content-encoding"), "gzip");
    assert_eq!(get(".interlink-manifest").status, 404);

    for (path, target) in [("/our/catalogue", BASE), ("/our/catalogue/en", "/our/catalogue/en/")] {
        let answer = server.get(path);
        assert!(matches!(answer.status, 301 | 308), "{path}: {}", answer.status);
        assert!(answer.header("location").ends_with(target), "{path}: {}", answer.header("location"));
    }
}

/// The address of the style sheet of a page.
fn style_of(page: &str) -> String {
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").unwrap();
    rest[..rest.find('"').unwrap()].to_owned()
}

fn unpacked(answer: &interlink_tests::web_server::Answer) -> Vec<u8> {
    match answer.header("content-encoding") {
        "gzip" => interlink_tests::web_server::gunzip(&answer.body),
        _ => answer.body.clone(),
    }
}

#[test]
fn a_site_for_pages_carries_its_policy_and_its_page_for_not_found() {
    let site = SiteTest::from_fixture("base");
    let base = "https://people.example/catalogue/";
    site.interlink(&["build", "--host", "github-pages", "--base-url", base]).expect_code(0);
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src ";
    for page in ["index.html", "en/index.html", "lv/search/index.html", "404.html"] {
        let page = site.page(page);
        let (before, _) = page.split_once(policy).expect("a policy");
        assert!(!before.contains("<link") && !before.contains("<script"), "it stands before what it is for");
        assert!(!page.contains("frame-ancestors"));
    }
    assert_eq!(site.page("404.html"), site.page("en/404.html"));
    assert!(site.site().join(".nojekyll").is_file());
    assert_eq!(Crawl::read(&site.site(), base).problems(), Vec::<String>::new());

    // The same content without a host has none of it.
    site.interlink(&["build", "--base-url", base]).expect_code(0);
    assert!(!site.page("en/").contains("http-equiv"));
    assert!(!site.site().join("404.html").exists() && !site.site().join(".nojekyll").exists());
    site.interlink(&["build", "--host", "gitlab-pages"]).expect_code(0);
    assert!(site.site().join("_redirects").is_file());
}

#[test]
fn settings_that_somebody_has_changed_are_not_replaced() {
    let site = SiteTest::from_fixture("base");
    let made = site.interlink(&["deploy-files", "github-pages"]).expect_code(0);
    assert_eq!(made.stdout, "./.github/workflows/pages.yml\n");
    assert!(made.stderr.contains("frame-ancestors"), "it says what is lost: {}", made.stderr);
    site.interlink(&["deploy-files", "github-pages", "--quiet"]).expect_code(0);
    let file = site.folder().join(".github/workflows/pages.yml");
    fs::write(&file, "mine").unwrap();
    let refused = site.interlink(&["deploy-files", "github-pages"]).expect_code(2);
    assert!(refused.stderr.contains("--force"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    site.interlink(&["deploy-files", "github-pages", "--force"]).expect_code(0);
    assert_ne!(fs::read_to_string(&file).unwrap(), "mine");
    let odd = ["deploy-files", "nginx", "--base-url", "https://a.example/a$b;/"];
    assert!(site.interlink(&odd).expect_code(2).stderr.contains("mean something else"));
    site.interlink(&["deploy-files", "nginx", "--root", "/var/www; evil"]).expect_code(2);
    site.interlink(&["build", "--host", "nginx"]).expect_code(2);
}
