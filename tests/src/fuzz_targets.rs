//! What strangers' bytes must not do, as functions over any bytes: nothing panics, and some laws hold.
//! `suite/fuzz.rs` tries each a few hundred times in every run; `tests/fuzz` hands the same functions to
//! libFuzzer, which tries as long as one likes.

use std::io::Cursor;
use std::sync::LazyLock;

use axum::body::Body;
use axum::extract::Request;
use contrib_service::entry_files::write_entry_files;
use contrib_service::forge::github::client::is_signed;
use contrib_service::raw_form::RawForm;
use contrib_service::secret::SecretText;
use contrib_service::submission::Submission;
use contrib_service::upload::examine;
use generator::check_source;
use generator::content::canonical::{format_facts, format_words};
use generator::content::front_matter::split_front_matter;
use generator::content::yaml::parse_yaml;
use generator::history::History;
use generator::markdown::{self, RenderOptions};
use generator::model::form::Form;
use generator::model::kind::Kind;
use generator::model::site::Site;
use generator::personal_data::find_personal_data_in_markdown;
use generator::process::{check_process, merge, read_process, write_process};
use generator::source::Source;

use crate::html;

/// A target: its name and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// Every target, by the name of its file in `fuzz/`.
pub const TARGETS: &[Target] = &[
    ("form", form),
    ("entry_files", entry_files),
    ("webhook", webhook),
    ("upload", upload),
    ("archive", archive),
    ("markdown", markdown),
    ("process", process),
];

/// The repository's own content, for what a form may choose from.
static CONTENT: LazyLock<Source> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../content");
    Source::read(folder.as_ref()).expect("the repository has content")
});
static SITE: LazyLock<Site> = LazyLock::new(|| check_source(&CONTENT, History::default()).site);

/// A body that claims to be a form: decoded, kept and read back equal, then held to every form.
pub fn form(bytes: &[u8]) {
    const TYPES: [&str; 3] =
        ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json"];
    let Some((&choice, body)) = bytes.split_first() else { return };
    let request = Request::post("/")
        .header("content-type", TYPES[usize::from(choice) % TYPES.len()])
        .body(Body::from(body.to_vec()))
        .expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let Ok(form) = runtime.block_on(RawForm::read(request, 100_000)) else { return };
    assert_eq!(RawForm::from_json(&form.to_json()).texts(), form.texts());
    for definition in Form::all() {
        let Ok(submission) = Submission::parse(definition, &form, &SITE) else { continue };
        for file in &write_entry_files(&submission, &submission.wanted_slug()).files {
            assert!(is_plain_path(&file.path), "{}", file.path);
        }
    }
}

/// Whether a file lies in the folder of its entry or in one folder below it.
fn is_plain_path(path: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    path.split('/').count() <= 2 && path.split('/').all(plain)
}

/// A file of an entry: taken apart, brought into its canonical form, which stays as it is when it is
/// brought there again, and checked in a catalogue of its own.
pub fn entry_files(bytes: &[u8]) {
    let Some((&choice, content)) = bytes.split_first() else { return };
    let kind = Kind::ALL[usize::from(choice >> 1) % Kind::ALL.len()];
    let is_words = choice & 1 == 1;
    let file = if is_words { "en.md".to_owned() } else { format!("{kind}.yaml") };
    if let Ok(text) = std::str::from_utf8(content) {
        let _ = parse_yaml(text);
        let _ = split_front_matter(text);
        let format = |text: &str| {
            if is_words { format_words(text, kind.words()) } else { format_facts(text, kind.facts()?) }
        };
        if let Some(once) = format(text) {
            assert_eq!(format(&once).as_ref(), Some(&once), "canonical is canonical");
        }
    }
    let site = ("site.yaml".to_owned(), b"name:\n  en: A\nlanguages: [en, lv]\n".to_vec());
    let entry = (format!("{}/an-entry/{file}", kind.folder()), content.to_vec());
    let _ = check_source(&Source::default().with_files([site, entry]), History::default());
}

/// A call that claims to be a forge's: a header, a line break, a body. Nobody guesses our secret.
pub fn webhook(bytes: &[u8]) {
    let secrets =
        [SecretText::new("a secret of twenty characters"), SecretText::new("and the one of last year")];
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let header = String::from_utf8_lossy(&bytes[..end]);
    assert!(!is_signed(&header, &secrets, bytes.get(end + 1..).unwrap_or_default()));
}

/// A file that somebody sends: what is taken is taken again as it is.
pub fn upload(bytes: &[u8]) {
    const NAMES: [&str; 4] = ["a.txt", "a.csv", "a.md", "a.bin"];
    let Some((&choice, content)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(choice) % NAMES.len()];
    if let Ok(examined) = examine(content, name) {
        assert!(examine(&examined.bytes, name).is_ok(), "what was cleaned is clean");
    }
}

/// An archive that came by mail. Nothing is written, and whatever is read of it lies in one folder.
pub fn archive(bytes: &[u8]) {
    let Ok(planned) = generator::apply::plan(&CONTENT, Cursor::new(bytes), None) else { return };
    assert_eq!(planned.folder.split('/').count(), 2, "{}", planned.folder);
    assert!(planned.files.keys().all(|path| is_plain_path(path)), "{:?}", planned.files.keys());
}

/// A text of a stranger: its HTML runs nothing, and what looks personal is found where it stands.
pub fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let html = markdown::render(&text, &RenderOptions::default()).html;
    let page = html::parse(&html);
    assert!(
        page.problems.iter().all(|problem| !problem.contains("a strict policy")),
        "{:?}\n{html}",
        page.problems
    );
    for (_, address) in page.addresses {
        let address: String =
            address.to_lowercase().chars().filter(|c| *c > ' ' && !c.is_whitespace()).collect();
        assert!(!address.starts_with("javascript:") && !address.starts_with("data:"), "{html}");
    }
    for found in find_personal_data_in_markdown(&text) {
        assert!(text.get(found.range).is_some_and(|found| !found.is_empty()));
    }
}

/// A process file, from mail or from Git: what is read is written so that it is read again, and a copy of it brings
/// nothing new.
pub fn process(bytes: &[u8]) {
    let _ = check_process("process.yaml", bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(document) = read_process("process.yaml", text).document else { return };
    let written = write_process(&document);
    let again = read_process("process.yaml", &written);
    assert_eq!(again.document.as_ref(), Some(&document), "{:?}\n{written}", again.diagnostics);
    assert_eq!(merge(&document, &document).as_ref(), Ok(&document));
}
