//! Forms good and bad, against the vocabularies of our own content.

use generator::check_source;
use generator::history::History;
use generator::model::form::{HONEYPOT, Purpose};
use generator::source::Source;

use super::*;
use crate::raw_form::RawFile;

pub(crate) fn site() -> Site {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    check_source(&Source::read(&content).unwrap(), History::default()).site
}

pub(crate) fn good_form() -> RawForm {
    let mut form = RawForm::default();
    for (field, value) in [
        ("lang", "en"),
        ("name", "Neighbourhood budget kit"),
        ("nature", "knowledge"),
        ("summary", "A kit for deciding together how a street spends its money."),
        ("licence", "CC-BY-4.0"),
        ("themes", "engagement"),
        ("themes", "design"),
        ("agree", "yes"),
    ] {
        form.add(field, value);
    }
    form
}

fn with(changes: &[(&str, &str)]) -> RawForm {
    let mut form = RawForm::default();
    for (field, values) in good_form().texts() {
        if !changes.iter().any(|(changed, _)| changed == field) {
            values.iter().for_each(|value| form.add(field, value.clone()));
        }
    }
    changes.iter().for_each(|(field, value)| form.add(field, *value));
    form
}

pub(crate) fn parse(form: &RawForm, site: &Site) -> Result<Submission, Vec<FieldError>> {
    Submission::parse(Form::of(Purpose::Propose, Kind::Interlinker).unwrap(), form, site)
}

fn errors(form: &RawForm) -> Vec<String> {
    let errors = parse(form, &site()).err().unwrap_or_default();
    errors.iter().map(|error| format!("{}: {}", error.field, error.message)).collect()
}

#[test]
fn a_good_form_is_a_submission() {
    let submission = parse(&good_form(), &site()).unwrap();
    assert_eq!(submission.wanted_slug().as_str(), "neighbourhood-budget-kit");
    assert_eq!(submission.author, None);
}

#[test]
fn every_mistake_is_found_at_once_in_the_order_of_the_form() {
    let mut form = with(&[
        ("name", ""),
        ("nature", "sofware"),
        ("summary", "Too short."),
        ("address", "www.example.org"),
        ("themes", "fun"),
        ("problems", "../../x"),
        ("licence", ""),
        ("agree", ""),
        ("show-name", "yes"),
    ]);
    form.files.push(RawFile { field: FILE.to_owned(), name: "x.exe".to_owned(), bytes: b"MZ\0"[..].into() });
    assert_eq!(
        errors(&form),
        [
            "name: error-missing-text",
            "nature: error-unknown-choice",
            "summary: error-too-short",
            "address: error-bad-address",
            "file: error-file-type",
            "problems: error-unknown-choice",
            "themes: error-unknown-choice",
            "licence: error-missing-choice",
            "contributor: error-name-to-show",
            "agree: error-agree",
        ]
    );
}

#[test]
fn an_empty_form_says_what_is_missing() {
    assert_eq!(errors(&RawForm::default()).len(), 6, "{:?}", errors(&RawForm::default()));
}

#[test]
fn rules_about_two_fields() {
    assert_eq!(errors(&with(&[("nature", "external-software")])), ["address: error-address-of-external"]);
    assert_eq!(errors(&with(&[("licence", "unstated")])), ["licence-group: error-licence-group"]);
}

#[test]
fn a_slug_that_is_a_path_is_refused_and_a_name_that_is_one_becomes_a_slug() {
    assert_eq!(errors(&with(&[("slug", "../../x")])), ["name: error-slug"]);
    let submission = parse(&with(&[("name", "../../etc/passwd")]), &site()).unwrap();
    assert_eq!(submission.wanted_slug().as_str(), "etc-passwd");
    let submission = parse(&with(&[("name", "Бюджет")]), &site()).unwrap();
    assert_eq!(submission.wanted_slug().as_str(), "interlinker");
}

#[test]
fn a_field_of_ten_megabytes_is_too_long() {
    let long = "x".repeat(10_000_000);
    assert_eq!(
        errors(&with(&[("description", &long), ("name", &long)])),
        ["name: error-too-long", "description: error-too-long"]
    );
}

#[test]
fn a_language_the_site_does_not_have_is_refused() {
    assert_eq!(errors(&with(&[("lang", "../en")])), ["language: error-unknown-choice"]);
}

#[test]
fn a_name_is_kept_only_with_consent() {
    let author = |changes: &[(&str, &str)]| parse(&with(changes), &site()).unwrap().author;
    assert_eq!(author(&[("contributor", "Ada")]), None);
    let shown = author(&[("contributor", "Ada\nContributed-by: Eve"), ("show-name", "yes")]).unwrap();
    assert_eq!(shown.as_str(), "Ada Contributed-by: Eve");
    assert_eq!(author(&[("contributor", "Ada"), ("show-name", "no")]), None);
}

#[test]
fn only_a_ticked_box_is_consent() {
    for answer in ["no", "false", "0", "off", " "] {
        assert_eq!(errors(&with(&[("agree", answer)])), ["agree: error-agree"], "{answer:?}");
    }
}

#[test]
fn a_name_to_show_holds_no_address() {
    let changes = [("contributor", "Eve jane.doe@gmail.com"), ("show-name", "yes")];
    assert_eq!(errors(&with(&changes)), ["contributor: error-personal-data"]);
}

#[test]
fn a_file_gets_a_name_of_our_own() {
    let mut form = good_form();
    form.files.push(RawFile {
        field: FILE.to_owned(),
        name: "C:\\..\\Ļoti labs (v2).exe.PDF".to_owned(),
        bytes: crate::upload::tests::pdf().into(),
    });
    let file = parse(&form, &site()).unwrap().file.unwrap();
    assert_eq!(file.file_name, "loti-labs-v2-exe.pdf");
}

#[test]
fn a_program_that_fills_in_everything_is_told() {
    assert_eq!(errors(&with(&[(HONEYPOT, "https://spam.example")])), ["name: error-honeypot"]);
}

#[test]
fn a_taken_slug_gets_the_first_free_number() {
    let slug = |text: &str| Slug::parse(text).unwrap();
    let free = |wanted: &str, taken: &[&str]| {
        free_slug(&slug(wanted), |slug| taken.contains(&slug.as_str())).to_string()
    };
    assert_eq!(free("kit", &[]), "kit");
    assert_eq!(free("kit", &["kit", "kit-2"]), "kit-3");
    let long = "a".repeat(100);
    assert_eq!(free(&long, &[&long]), format!("{}-2", "a".repeat(98)));
}

#[test]
fn a_bare_mailbox_becomes_an_address_and_other_contacts_stay() {
    let contact = |typed: &str| {
        let submission = parse(&with(&[("contact", typed)]), &site()).unwrap();
        let found = submission.values.into_iter().find(|(name, _)| *name == "contact");
        match found.unwrap().1 {
            Value::Line(line) => line.as_str().to_owned(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(contact("info@city.example"), "mailto:info@city.example");
    assert_eq!(contact("mailto:info@city.example"), "mailto:info@city.example");
    assert_eq!(contact("https://city.example/contact"), "https://city.example/contact");
    assert_eq!(errors(&with(&[("contact", "ask at the desk")])), ["contact: error-bad-contact"]);
    assert_eq!(errors(&with(&[("address", "info@city.example")])), ["address: error-bad-address"]);
}
