//! More than a hundred inputs of somebody who means harm, each either refused or inert: what it says stands
//! on the page as it was typed, runs nowhere, and changes nothing but the field it was typed into.

use generator::content::front_matter::split_front_matter;
use generator::content::yaml::{Yaml, parse_yaml};

use super::*;

/// Typed where one line is asked for, and in texts.
const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img/src=\"x\"/onerror=alert(1)//",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=\"java&#115;cript:alert(1)\">x</a>",
    "<form action=//evil.example><button>x</form>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<textarea></textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'-alert(1)-'",
    "\" onmouseover=\"alert(1)",
    "--><script>alert(1)</script><!--",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php system('id'); ?>",
    "<%= system('id') %>",
    "{{ 7*7 }}{% raw %}{{ m }}{% endraw %}",
    "{{ site.__class__ }} ${7*7} #{7*7}",
    "\u{202e}gnp.exe\u{202c} reversed and long enough",
    "zero\u{200b}width\u{2060}joined\u{feff}words here",
    "\u{fff9}anchor\u{fffa}annotation\u{fffb} in the text",
    "＜script＞alert(1)＜/script＞",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
];

/// What YAML could take for something else than a text.
const YAML: &[&str] = &[
    "kit: nature: software, a text with colons",
    "- a list of one item, and some more words",
    "# a comment, and some more words after it",
    "!!python/object/apply:os.system ['id'] words",
    "!include /etc/passwd and some more words",
    "&anchor *anchor with some more words",
    "*unknown alias with some more words after",
    "{a: 1, b: 2} with some more words after",
    "[one, two] with some more words after it",
    "| literal with some more words after it",
    "> folded with some more words after it..",
    "%YAML 1.1 directive with some more words",
    "--- document start with some more words",
    "... document end with some more words..",
    "'unbalanced single quote with more words",
    "\"unbalanced double quote with more words",
    "@reserved and `reserved` with some words",
    "? complex key with some more words after",
    "yes and no and on and off and ~ and null",
    "status: retired\nnature: software\nlicence: x",
    "text\n---\nname: other\nstatus: draft\n---\nx",
    "tabs\t:\tand\t- more\tof them, twenty chars",
    "ends with a colon and twenty characters:",
    "0x1F 0o17 1e309 .inf .nan 2026-01-01T00:00:00Z",
    "\\u0000 \\x00 \\e[31m escapes and some words",
];

/// Markdown of all kinds.
const MARKDOWN: &[&str] = &[
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](https://evil.example/pixel.png)",
    "![x](//evil.example/pixel.png)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](../../../../etc/passwd)",
    "[x](../../maintain)",
    "[x](//evil.example/)",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "`<img src=x onerror=alert(1)>`",
    "a<br onclick=alert(1)>b",
    "[x](https://ok.example \"onmouseover=alert(1)\")",
    "[x](https://ok.example\" onmouseover=\"alert(1))",
    "# <svg/onload=alert(1)>",
    "| a |\n| - |\n| <img src=x onerror=alert(1)> |",
    "- [ ] <input onfocus=alert(1)>",
    "[^1]: <script>alert(1)</script>\n\nx[^1]",
    "<div markdown=\"1\">[x](javascript:alert(1))</div>",
    "\\<script>alert(1)\\</script>",
];

/// Names that a careless program would take for a path, a header or a command.
const NAMES: &[&str] = &[
    "../../../../etc/passwd",
    "..\\..\\windows\\system32",
    "/etc/passwd",
    "C:\\Windows\\System32",
    "....//....//etc/passwd",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%c0%af..%c0%afetc",
    ".git/hooks/post-checkout",
    ".github/workflows/deploy.yml",
    "con",
    "nul.txt",
    "aux",
    "kit; rm -rf /",
    "$(touch /tmp/pwned)",
    "`touch /tmp/pwned`",
    "| id",
    "-rf --no-preserve-root",
    "--upload-pack=touch /tmp/pwned",
    "kit\r\nSet-Cookie: a=b",
    "kit\r\n\r\n<script>alert(1)</script>",
    "refs/heads/main",
    "main..evil^{commit}:path",
    "kit@{upstream}",
    "Closes #1, @admin please merge",
    "Co-authored-by: Owner <owner@example.org>",
];

/// Every tag of a page: none runs anything or leads where a script would run.
#[track_caller]
fn expect_inert(page: &str, input: &str) {
    for (at, _) in page.match_indices('<') {
        let tag = page[at + 1..].split('>').next().unwrap_or_default().to_lowercase();
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        assert!(
            !matches!(name, "iframe" | "object" | "embed" | "base" | "style" | "math" | "video"),
            "{input}: <{tag}>"
        );
        if name == "script" {
            assert!(
                tag.contains("src=\"/assets/")
                    || tag.contains("application/ld+json")
                    || tag == "script type=\"application/json\" id=\"form-words\"",
                "{input}: <{tag}>"
            );
        }
        // An attribute begins after a space that stands in no value.
        let outside: String = tag.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        assert!(
            name != "meta" || !tag.contains("http-equiv=\"refresh\"") && !outside.contains("refresh"),
            "{input}: <{tag}>"
        );
        let acts = outside.split_whitespace().any(|word| word.starts_with("on") && word.contains('='));
        assert!(!acts, "{input}: <{tag}>");
        for attribute in ["href=\"", "src=\"", "action=\""] {
            for (from, _) in tag.match_indices(attribute) {
                let value = tag[from + attribute.len()..].trim_start();
                let runs = ["javascript:", "data:", "vbscript:", "file:"]
                    .iter()
                    .any(|scheme| value.starts_with(scheme));
                assert!(!runs, "{input}: <{tag}>");
            }
        }
    }
}

/// The names of the top fields of a YAML text.
fn keys(yaml: &str) -> Vec<String> {
    match parse_yaml(yaml).expect("what we write can be read").value {
        Yaml::Map(fields) => fields.into_iter().map(|(key, _)| key.text).collect(),
        other => panic!("{other:?}"),
    }
}

/// Sends a form with one hostile answer and holds what comes of it against what the same form makes of an
/// honest one.
async fn send(service: &Service, field: &'static str, input: &str) {
    let honest = "A kit for deciding together how a street spends its money, in three evenings.";
    let mut form = vec![
        ("name", "Kit"),
        ("summary", honest),
        ("nature", "knowledge"),
        ("lang", "en"),
        ("licence", "MIT"),
        ("agree", "yes"),
    ];
    form.retain(|(name, _)| *name != field);
    form.push((field, input));
    let answer = service.post("/contributions/preview", &form).await;
    expect_inert(&answer.text, input);
    if answer.status != 200 {
        assert_eq!(answer.status, 422, "{input}: {}", answer.text);
        assert!(answer.text.contains("id=\"errors\""), "{input}");
        return;
    }
    let key = answer.hidden("key").unwrap();
    let page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    assert!(page.starts_with("/contributions/") && !page.contains(['\r', '\n']), "{page}");
    let id = id_of(&page);
    let files = service.app.store.files(&id).unwrap();
    assert_eq!(files.len(), 2, "{input}");
    for file in &files {
        let text = std::str::from_utf8(&file.bytes).unwrap();
        if file.path == "interlinker.yaml" {
            assert!(
                keys(text)
                    .iter()
                    .all(|key| ["nature", "status", "licence", "address"].contains(&key.as_str())),
                "{text}"
            );
        } else {
            assert_eq!(file.path, "en.md");
            let parts = split_front_matter(text).unwrap();
            let allowed = ["name", "summary", "description"];
            assert!(keys(parts.yaml).iter().all(|key| allowed.contains(&key.as_str())), "{text}");
        }
    }
    let status = service.get(&page).await.expect(200);
    expect_inert(&status.text, input);
    let maintain = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
    expect_inert(&maintain.text, input);
    let found = service.app.store.find(&id).unwrap().unwrap();
    assert!(
        found.slug.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        "{}",
        found.slug
    );
}

#[tokio::test]
async fn more_than_a_hundred_hostile_inputs_are_refused_or_inert() {
    let service = Service::new();
    let mut tried = 0;
    for (field, inputs) in [
        ("summary", MARKUP),
        ("description", MARKUP),
        ("summary", YAML),
        ("instructions", YAML),
        ("description", MARKDOWN),
        ("name", NAMES),
    ] {
        for input in inputs {
            send(&service, field, input).await;
            tried += 1;
        }
    }
    for address in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "http://[::1",
        "https://user:secret@host.example/",
        "https://x.example/\r\nSet-Cookie: a=b",
    ] {
        send(&service, "address", address).await;
        tried += 1;
    }
    assert!(tried > 150, "{tried}");
    service.worker.work().await;
    // What all of it made: branches of our naming that touch nothing but their own entry.
    for branch in service.branches() {
        let changed = git(service.folder.path(), &["diff", "--name-only", &format!("main...{branch}")]);
        assert!(changed.lines().all(|path| path.starts_with("content/interlinkers/")), "{changed}");
        let message = git(service.folder.path(), &["log", "-1", "--format=%B", &branch]);
        assert!(!message.contains("Co-authored-by:") && !message.contains("Closes #"), "{message}");
    }
    assert_eq!(git(service.folder.path(), &["status", "--porcelain"]), "");
    assert!(!std::path::Path::new("/tmp/pwned").exists());
}

/// Files whose names and contents do not say what they are.
#[tokio::test]
async fn hostile_files_are_refused() {
    let service = Service::new();
    let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>").into_bytes();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("x.svg", svg("<script>alert(1)</script>")),
        ("x.svg", svg("<a href=\"javascript:alert(1)\"/>")),
        ("x.svg", svg("<image href=\"https://evil.example/x.png\"/>")),
        ("x.svg", b"<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg>&a;</svg>".to_vec()),
        ("x.html", b"<script>alert(1)</script>".to_vec()),
        ("x.pdf", b"<html><script>alert(1)</script>".to_vec()),
        ("x.png", b"GIF89a<script>alert(1)</script>".to_vec()),
        ("x.exe", b"MZ\x90\0".to_vec()),
        ("x.pdf.exe", b"MZ\x90\0".to_vec()),
        ("x.docx", b"PK\x03\x04 and nothing else".to_vec()),
        ("x.zip", b"PK\x05\x06".to_vec()),
        ("x.sh", b"#!/bin/sh\nid\n".to_vec()),
        ("x.php", b"<?php system('id');".to_vec()),
        ("x.csv", b"name,total\nx,=HYPERLINK(\"https://evil.example\")\n".to_vec()),
        ("x.csv", b"name,total\nx,@SUM(1)\n".to_vec()),
        ("x.txt", b"\xff\xfe\x00\xd8".to_vec()),
        ("x.md", b"Write to janis.berzins@gmail.com\n".to_vec()),
        ("x.jpg", vec![0xff, 0xd8, 0xff, 0xe0]),
        ("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x06\0\0\0".to_vec()),
        ("x.pdf", crate::upload::tests::pdf_with("/OpenAction << /S /JavaScript /JS (x) >>")),
    ];
    for (name, bytes) in files {
        let request = Request::post("/contributions/preview")
            .header(ORIGIN, HERE)
            .header(CONTENT_TYPE, "multipart/form-data; boundary=x");
        let answer = service.send(request, multipart(&good("Kit"), Some((name, &bytes)))).await.expect(422);
        assert!(answer.text.contains("href=\"#file\""), "{name}: nothing beside the file");
        expect_inert(&answer.text, name);
    }
    // A name of a file is never a path of ours.
    for name in [
        "../../x.pdf",
        "..\\..\\x.pdf",
        "/etc/x.pdf",
        "x\0.pdf",
        "CON.pdf",
        "<img src=x onerror=alert(1)>.pdf",
    ] {
        let request = Request::post("/contributions/preview")
            .header(ORIGIN, HERE)
            .header(CONTENT_TYPE, "multipart/form-data; boundary=x");
        let body = multipart(&good("Kit"), Some((name, crate::upload::tests::pdf().as_slice())));
        let answer = service.send(request, body).await;
        expect_inert(&answer.text, name);
        if answer.status == 200 {
            let key = answer.hidden("key").unwrap();
            let page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
            for file in service.app.store.files(&id_of(&page)).unwrap() {
                let plain = |part: &str| {
                    part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte))
                };
                assert!(file.path.split('/').all(plain) && !file.path.contains(".."), "{}", file.path);
            }
        }
    }
}
