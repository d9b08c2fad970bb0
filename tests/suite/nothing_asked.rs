//! The service asks no address that somebody typed: it stands where a stranger could not ask from.

use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream};

use interlink_tests::service_test::{ServiceTest, id_and_key};
use interlink_tests::site_test::SiteTest;

const SUMMARY: &str = "A way of deciding together how a street spends its money, in three evenings.";

/// Every kind that is asked for an address, with one in every field that may have it: where it is published,
/// and what its form holds. `base` is the address, `text` a Markdown that leads there in every way.
fn proposals(base: &str, text: &str) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let own = |text: &str| text.to_owned();
    let at = |path: &str| format!("{base}/{path}");
    let common = |kind: &str, name: &str| {
        vec![
            ("kind", own(kind)),
            ("lang", own("en")),
            ("agree", own("yes")),
            ("name", own(name)),
            ("summary", format!("{SUMMARY} See {base}/summary")),
        ]
    };
    let with = |kind: &str, name: &str, more: Vec<(&'static str, String)>| {
        common(kind, name).into_iter().chain(more).collect::<Vec<_>>()
    };
    vec![
        (
            "en/interlinkers/outside-kit/",
            with(
                "interlinker",
                "Outside kit",
                vec![
                    ("nature", own("external-software")),
                    ("address", at("address")),
                    ("licence", at("licence")),
                    ("contact", at("contact")),
                    ("description", own(text)),
                    ("instructions", own(text)),
                    ("constraints", own(text)),
                ],
            ),
        ),
        (
            "en/stories/outside-story/",
            with(
                "story",
                "Outside story",
                vec![
                    ("text", format!("{SUMMARY} {SUMMARY}\n\n{text}")),
                    ("results", own(text)),
                    ("licence", at("licence")),
                    ("contact", at("contact")),
                ],
            ),
        ),
        (
            "en/calls/outside-call/",
            with(
                "call",
                "Outside call",
                vec![
                    ("text", format!("{SUMMARY}\n\n{text}")),
                    ("end", own("2027-12-31")),
                    ("contact", at("contact")),
                ],
            ),
        ),
        (
            "en/organisations/outside-house/",
            with(
                "organisation",
                "Outside house",
                vec![("type", own("citizens")), ("website", at("website"))],
            ),
        ),
    ]
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[test]
fn nothing_that_a_contributor_types_is_asked_for() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    // A call that is made is seen.
    drop(TcpStream::connect(address).unwrap());
    drop(listener.accept().unwrap());
    let base = format!("http://{address}");
    let text = format!(
        "[A link]({base}/link \"a title\"), <{base}/automatic>, {base}/bare and [by name].\n\n\
         [by name]: {base}/named\n"
    );
    let service = ServiceTest::start_with(SiteTest::from_fixture("base"), &[("INTERLINK_HOLD", "always")]);
    for (page, fields) in proposals(&base, &text) {
        // A picture from elsewhere is refused without a look at it.
        let mut with_picture = fields.clone();
        let prose = ["instructions", "text"];
        for (_, value) in with_picture.iter_mut().filter(|(field, _)| prose.contains(field)) {
            value.push_str(&format!("\n\n![A picture]({base}/picture.png)"));
        }
        if with_picture != fields {
            let refused = service.post("contributions/preview", &borrowed(&with_picture));
            assert_eq!(refused.status, 422, "{page}: {}", refused.body);
        }
        let status = service.contribute(&borrowed(&fields));
        let (id, _) = id_and_key(&status);
        assert_eq!(service.get(&status).status, 200, "{page}");
        for shown in [id.clone(), format!("{id}/preview")] {
            assert_eq!(service.maintain(&shown).status, 200, "{page}");
        }
        assert_eq!(service.decide(&id, "release", &[]).status, 303, "{page}");
        service.wait_for_state(&status, "proposed");
        service.publish(&status);
        service.wait_for_page(page, &address.to_string());
    }
    service.site.interlink(&["check"]).expect_code(0);
    service.site.interlink(&["build", "--out", "site-once-more"]).expect_code(0);
    listener.set_nonblocking(true).unwrap();
    match listener.accept() {
        Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock, "{error}"),
        Ok(_) => panic!("somebody has asked\n{}", service.log()),
    }
}
