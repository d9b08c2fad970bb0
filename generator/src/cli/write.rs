//! `interlink new`, `fmt` and `schema`: help for people who write content by hand.

use super::{ContentFolder, Outcome, print_line};
use anyhow::{Context as _, bail};
use generator::content::canonical::{format_facts, format_words};
use generator::content::skeleton::skeleton;
use generator::model::definition::{self, Field};
use generator::model::entry::Day;
use generator::model::json_schema::json_schema;
use generator::model::{Kind, Slug};
use generator::source::{Source, SourceFile, is_text};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct NewArguments {
    /// What to begin: interlinker, problem, schema, story, call, organisation, page or news.
    #[arg(value_parser = parse_kind)]
    kind: Kind,
    /// Its folder name, such as stakeholder-map; for news it begins with the day.
    #[arg(required = true)]
    slug: Vec<String>,
    #[command(flatten)]
    content: ContentFolder,
}

fn parse_kind(text: &str) -> Result<Kind, String> {
    Kind::from_name(text).ok_or_else(|| format!("the kinds are {}", Kind::ALL.map(Kind::name).join(", ")))
}

fn parse_slug(text: &str) -> Result<Slug, String> {
    Slug::parse(text).map_err(|error| match Slug::from_title(text) {
        Some(slug) => format!("{error}; did you mean {slug}?"),
        None => error.to_string(),
    })
}

/// The folder name; whoever types the words of a title is told how they become one.
fn slug_of(words: &[String]) -> anyhow::Result<Slug> {
    match words {
        [word] => parse_slug(word).map_err(|error| anyhow::anyhow!("“{word}” is no folder name: {error}")),
        words => {
            let title = words.join(" ");
            let slug = Slug::from_title(&title).map_or_else(|| "my-tool".to_owned(), |slug| slug.to_string());
            bail!("“{title}” is no folder name: use hyphens: {slug}")
        }
    }
}

pub(super) fn run_new(arguments: &NewArguments) -> anyhow::Result<Outcome> {
    let slug = slug_of(&arguments.slug)?;
    let content = &arguments.content.content;
    let site = generator::check(content)
        .with_context(|| {
            format!("the content folder {} cannot be read; name another with --content", content.display())
        })?
        .site;
    if arguments.kind == Kind::News && slug.as_str().get(..10).and_then(Day::parse).is_none() {
        let looks_like_a_day = slug.as_str().bytes().take(10).filter(u8::is_ascii_digit).count() == 8;
        if looks_like_a_day {
            bail!("{} is no day that exists", &slug.as_str()[..10]);
        }
        bail!("the name of a news item begins with its day, such as 2026-03-14-{slug}");
    }
    if generator::validate::is_reserved(arguments.kind, slug.as_str()) {
        bail!("the site needs the name “{slug}” for itself; choose another one");
    }
    let folder = content.join(arguments.kind.folder()).join(slug.as_str());
    if folder.exists() {
        bail!("{} exists already; choose another name", folder.display());
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let language = site.settings.languages.first().map_or("en", String::as_str);
    for (name, text) in skeleton(arguments.kind, slug.as_str(), language, &site.vocabularies) {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        print_line(path.display())?;
    }
    Ok(Outcome::Done)
}

#[derive(Debug, clap::Args)]
pub(super) struct FmtArguments {
    /// Files or folders of the content folder; none: all of it.
    paths: Vec<PathBuf>,
    #[command(flatten)]
    content: ContentFolder,
    /// Change nothing; list the files that are not in canonical form and end with code 1.
    #[arg(long)]
    check: bool,
}

pub(super) fn run_fmt(arguments: &FmtArguments) -> anyhow::Result<Outcome> {
    let root = &arguments.content.content;
    let source = Source::read(root)
        .with_context(|| format!("the content folder {} cannot be read", root.display()))?;
    let wanted = below_content(root, &arguments.paths)?;
    let is_wanted = |path: &str| {
        let is_at = |wanted: &String| {
            wanted.is_empty()
                || path
                    .strip_prefix(wanted.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        wanted.is_empty() || wanted.iter().any(is_at)
    };
    let mut outcome = Outcome::Done;
    for (path, file) in source.files.iter().filter(|(path, _)| is_wanted(path)) {
        let SourceFile::Text(_) = file else { continue };
        let place = root.join(path);
        // The bytes on disk, for the form includes line ends and byte order marks.
        let text =
            fs::read_to_string(&place).with_context(|| format!("{} cannot be read", place.display()))?;
        let Some(formatted) = formatted(path, &text) else { continue };
        if formatted == text {
            continue;
        }
        print_line(place.display())?;
        if arguments.check {
            outcome = Outcome::ContentHasErrors;
        } else {
            replace(&place, &formatted)?;
        }
    }
    Ok(outcome)
}

/// Paths as somebody types them -> paths below the content folder, as the source names them.
fn below_content(root: &Path, paths: &[PathBuf]) -> anyhow::Result<Vec<String>> {
    let real =
        |path: &Path| path.canonicalize().with_context(|| format!("{} cannot be read", path.display()));
    let folder = real(root)?;
    paths
        .iter()
        .map(|path| {
            let inside = real(path)?;
            let Ok(inside) = inside.strip_prefix(&folder) else {
                bail!("{} does not lie in the content folder {}", path.display(), root.display());
            };
            let steps = inside.components().map(|step| step.as_os_str().to_string_lossy().into_owned());
            Ok(steps.collect::<Vec<_>>().join("/"))
        })
        .collect()
}

/// The canonical form of a file; `None` for a file that has none or cannot be parsed, which
/// `interlink check` reports.
fn formatted(path: &str, text: &str) -> Option<String> {
    debug_assert!(is_text(path), "only text files are formatted");
    let names: Vec<&str> = path.split('/').collect();
    let none: &[Field] = &[];
    match names.as_slice() {
        ["site.yaml"] => format_facts(text, definition::SITE),
        ["accessibility.yaml"] => format_facts(text, definition::STATEMENT),
        ["editions", _, "edition.yaml"] => format_facts(text, definition::EDITION),
        ["guide.yaml"] => format_facts(text, definition::GUIDE),
        ["synonyms.yaml"] => format_facts(text, definition::SYNONYMS),
        ["vocabularies", _] => format_facts(text, definition::VOCABULARY),
        [_, _, "uses", _] => format_facts(text, definition::USE),
        [_, _, "reviews", _] => format_facts(text, definition::REVIEW),
        [kind, _, file] => {
            let kind = Kind::from_folder(kind)?;
            if file.ends_with(".md") {
                format_words(text, kind.words())
            } else if kind.facts_file().is_some_and(|facts| facts == *file) {
                format_facts(text, kind.facts()?)
            } else {
                format_facts(text, none)
            }
        }
        _ => None,
    }
}

/// Writes beside the file and renames, so that a kill leaves the old text or the new one.
fn replace(place: &Path, text: &str) -> anyhow::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut file, text.as_bytes())?;
    if let Ok(facts) = fs::metadata(place) {
        fs::set_permissions(file.path(), facts.permissions())?;
    }
    file.persist(place).with_context(|| format!("{} cannot be written", place.display()))?;
    Ok(())
}

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArguments {
    /// interlinker, problem, schema, story, call or organisation; also tree, use, review, site, edition, statement,
    /// vocabulary, guide, synonyms, and <kind>-words for the front matter of a kind.
    kind: String,
    #[command(flatten)]
    content: ContentFolder,
}

pub(super) fn run_schema(arguments: &SchemaArguments) -> anyhow::Result<Outcome> {
    let name = arguments.kind.as_str();
    let fields = match name {
        "tree" => Some(definition::STORY_TREE),
        "use" => Some(definition::USE),
        "review" => Some(definition::REVIEW),
        "site" => Some(definition::SITE),
        "statement" => Some(definition::STATEMENT),
        "edition" => Some(definition::EDITION),
        "vocabulary" => Some(definition::VOCABULARY),
        "guide" => Some(definition::GUIDE),
        "synonyms" => Some(definition::SYNONYMS),
        _ => match name.strip_suffix("-words") {
            Some(kind) => Kind::from_name(kind).map(Kind::words),
            None => Kind::from_name(name).and_then(Kind::facts),
        },
    };
    let Some(fields) = fields else {
        bail!(
            "there is no definition “{name}”; the kinds are interlinker, problem, schema, story, call, organisation, tree, use, review, site, edition, statement, vocabulary, guide, synonyms and <kind>-words"
        );
    };
    // The vocabularies make better completion; without a content folder the ids stay free.
    let vocabularies = generator::check(&arguments.content.content)
        .map(|checked| checked.site.vocabularies)
        .unwrap_or_default();
    print_line(serde_json::to_string_pretty(&json_schema(name, fields, &vocabularies))?)?;
    Ok(Outcome::Done)
}
