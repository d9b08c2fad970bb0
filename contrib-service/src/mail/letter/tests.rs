//! Every mail in every language, as its reader sees it, and what no text may do to it.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::catalogue::Catalogue;
use crate::mail::MailAddress;
use crate::mail::post::message;

const STATUS: &str = "https://catalogue.example/contributions/0123456789?key=abc";

/// A catalogue with nothing in it but its texts.
fn catalogue() -> Catalogue {
    let folder = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/site.yaml");
    let settings = std::fs::read_to_string(own).unwrap();
    let settings: Vec<&str> = settings
        .lines()
        .take_while(|line| !line.starts_with("menu:") && !line.starts_with("default-schema:"))
        .collect();
    std::fs::write(folder.path().join("site.yaml"), settings.join("\n") + "\n").unwrap();
    Catalogue::load(folder.path(), "default", None).unwrap()
}

fn told<'a>(title: &'a str, note: Option<&'a str>) -> Told<'a> {
    Told {
        site: "Interlink",
        title,
        note,
        status: STATUS,
        confirm: "https://catalogue.example/contributions/0123456789/confirm?token=xyz",
        entry: "https://catalogue.example/en/interlinkers/kit/",
    }
}

fn snapshot(language: &str) -> String {
    let catalogue = catalogue();
    let texts = catalogue.texts(language);
    let note = "Say for whom it is.\n\nAnd who made it?";
    MailKind::ALL
        .iter()
        .map(|kind| {
            let letter = write_letter(texts, *kind, &told("Walking interview", Some(note)));
            format!("--- {}\nSubject: {}\n\n{}", kind.name(), letter.subject, letter.text)
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_mail_in_english() {
    insta::assert_snapshot!(snapshot("en"));
}

#[test]
fn every_mail_in_spanish() {
    insta::assert_snapshot!(snapshot("es"));
}

#[test]
fn every_mail_in_italian() {
    insta::assert_snapshot!(snapshot("it"));
}

#[test]
fn every_mail_in_latvian() {
    insta::assert_snapshot!(snapshot("lv"));
}

#[test]
fn a_mail_travels_with_the_headers_of_a_machine() {
    let catalogue = catalogue();
    let letter = write_letter(catalogue.texts("lv"), MailKind::Published, &told("Pastaiga — ā", None));
    let [from, to] =
        ["office@catalogue.example", "lea@example.org"].map(|text| MailAddress::parse(text).unwrap());
    let name = "0123456789.published.1790000000";
    let sent = message(&letter, &from, &to, name, 1_790_000_000).unwrap();
    let sent = String::from_utf8(sent.formatted()).unwrap();
    let (head, _) = sent.split_once("\r\n\r\n").unwrap();
    insta::assert_snapshot!(head.replace("\r\n", "\n"), @r"
    From: Interlink <office@catalogue.example>
    To: lea@example.org
    Subject: =?utf-8?b?SsWrc3UgcHJpZWvFoWxpa3VtcyDigJ5QYXN0YWlnYSDigJQgxIE=?=
     =?utf-8?b?4oCd?= ir =?utf-8?b?cHVibGljxJN0cw==?=
    Date: Mon, 21 Sep 2026 14:13:20 +0000
    Message-ID: <0123456789.published.1790000000@catalogue.example>
    Auto-Submitted: auto-generated
    List-Unsubscribe: <https://catalogue.example/contributions/0123456789?key=abc>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable
    ");
}

proptest! {
    /// Whatever somebody types there is one mail to one mailbox with the headers that are ours.
    #[test]
    fn no_title_and_no_words_of_a_maintainer_add_a_header_or_a_mailbox(
        title in "[a-z\\r\\n:<>@ ,āß\\t\u{0}\u{b}\u{2028}=?-]{0,120}",
        site in "[a-zé\"<>@,\\\\\r\n\t\u{0}\u{1b}]{0,20}\r\nCc: eve@example.org[a-z\r\n]{0,9}",
        note in "(?s).{0,200}",
        at in 0..5_usize,
    ) {
        thread_local!(static CATALOGUE: Catalogue = catalogue());
        let kind = MailKind::ALL[at];
        let title = format!("{title}\r\nBcc: eve@example.org\r\n\r\nHello");
        let letter = CATALOGUE.with(|catalogue| {
            {
                // The name of the catalogue is its keepers', and goes into a header as well.
                let told = Told { site: &site, ..told(&title, Some(&note)) };
                write_letter(catalogue.texts("en"), kind, &told)
            }
        });
        let [from, to] =
            ["office@catalogue.example", "lea@example.org"].map(|text| MailAddress::parse(text).unwrap());
        let message = message(&letter, &from, &to, "name", 0).unwrap();
        let sent = String::from_utf8(message.formatted()).unwrap();
        let (head, _) = sent.split_once("\r\n\r\n").unwrap();
        let names: Vec<&str> = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap_or_default())
            .collect();
        let ours = [
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Unsubscribe", "MIME-Version",
            "Content-Type", "Content-Transfer-Encoding",
        ];
        for name in &names {
            prop_assert!(ours.contains(name), "{name} in\n{head}");
        }
        let expected = if kind == MailKind::Confirm { ours.len() - 1 } else { ours.len() };
        prop_assert_eq!(names.len(), expected, "{}", head);
        prop_assert_eq!(message.envelope().to().len(), 1);
        prop_assert!(!sent.replace("\r\n", "").contains(['\r', '\n']), "a bare line end");
        if kind == MailKind::Confirm {
            prop_assert!(!letter.subject.contains("Bcc") && !letter.text.contains("Bcc"));
        }
    }
}
