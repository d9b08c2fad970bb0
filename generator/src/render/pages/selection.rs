//! Pages about entries that the reader picks: side by side (`compare/`), and a list to print, share
//! and take along (`collection/`). Which ones is in the address, so the pages are the same for
//! everybody; a script fills them from `collection/data/<n>.json`. An entry's file is found by a
//! hash of its name, so that a browser needs no list of all entries, and a catalogue of ten
//! thousand no ten thousand files more.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::templates::data_block;
use super::super::view::{FactValue, Text};
use super::super::{Page, RenderError, Rendering};
use super::facets::Facet;
use crate::model::entry::{Download, Entry, Interlinker, Nature, Problem, Rights, Schema, Story};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::slug::Slug;

/// About how many entries share a file of the data.
const PER_FILE: usize = 12;

/// The texts both scripts fill in, without `pick-` before them.
const SHARED: &[(&str, &[&str])] = &[
    ("unknown", &["names"]),
    ("too-many", &["count"]),
    ("failed", &[]),
    ("found", &["count"]),
    ("found-none", &[]),
    ("added", &["name"]),
    ("removed", &["name"]),
    ("remove", &["name"]),
    ("earlier", &["name"]),
    ("later", &["name"]),
    ("copied", &[]),
    ("copy-failed", &[]),
];
const COMPARE: &[(&str, &[&str])] =
    &[("kind", &[]), ("differs", &[]), ("does-not-apply", &[]), ("csv-name", &[])];
const COLLECTION: &[(&str, &[&str])] = &[
    ("files", &["count", "size"]),
    ("no-files", &[]),
    ("total", &["entries", "files", "size"]),
    ("total-no-files", &["entries"]),
    ("working", &["done", "total"]),
    ("file-failed", &["name"]),
    ("cancelled", &[]),
    ("done", &[]),
    ("not-included", &[]),
    ("on-disk-archive", &["name", "count", "size"]),
    ("on-disk-file", &["name", "size"]),
    ("readme-address", &[]),
    ("readme-files", &[]),
    ("readme-rights", &[]),
    ("readme-attribution", &["name", "publisher", "licence", "address"]),
];

#[derive(Serialize)]
struct PickView {
    data: String,
    files: usize,
    index: String,
    has_guide: bool,
    signs: Vec<String>,
    /// The rows of a comparison: the key in the data and the label.
    rows: Vec<RowLabel>,
    messages: String,
}

#[derive(Serialize)]
struct RowLabel {
    key: &'static str,
    label: String,
}

/// One entry, in the words of a language.
#[derive(Serialize)]
struct EntryData {
    name: Text,
    url: String,
    kind: String,
    sign: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Text>,
    /// By row. What is missing here does not apply to the kind; what is empty is not stated.
    facts: BTreeMap<&'static str, Vec<Value>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileData>,
    /// All its files as one archive, for a page on a disk, which cannot make one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    archive: Option<ArchiveData>,
}

#[derive(Serialize)]
struct ArchiveData {
    url: String,
    size: u64,
}

#[derive(Serialize)]
struct Value {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
}

#[derive(Serialize)]
struct FileData {
    url: String,
    name: String,
    title: String,
    lang: String,
    language: String,
    format: String,
    size: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<String>,
}

impl From<FactValue> for Value {
    fn from(value: FactValue) -> Value {
        let text = format!("{}{}", value.text, value.tail.unwrap_or_default());
        Value { text, url: value.url, lang: value.lang }
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Value {
        Value { text: text.text, url: None, lang: text.lang }
    }
}

/// What each row of a comparison is called: its key in the data and the text of the interface.
const ROWS: [(&str, &str); 22] = [
    ("summary", "compare-summary"),
    ("difficulty", "fact-difficulty"),
    ("form", "facet-form"),
    ("licence", "fact-licence"),
    ("languages", "fact-languages"),
    ("audience", "fact-audience"),
    ("theme", "fact-theme"),
    ("purpose", "fact-purpose"),
    ("scope", "fact-scope"),
    ("problems", "facet-problem"),
    ("publisher", "fact-publisher"),
    ("contact", "fact-contact"),
    ("owners", "fact-owners"),
    ("country", "fact-country"),
    ("governance", "fact-governance"),
    ("tasks", "compare-tasks"),
    ("stories", "compare-stories"),
    ("used", "compare-solved-by"),
    ("files", "fact-files"),
    ("address", "compare-address"),
    ("version", "compare-version"),
    ("changed", "fact-changed"),
];

impl Rendering<'_> {
    /// Both pages and the data they share.
    pub(super) fn selection(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        let entries = scope.pickable();
        let files = entries.len().div_ceil(PER_FILE).max(1);
        let mut pages = self.data_files(scope, &entries, files);
        for (name, script, texts) in
            [("compare", "compare.js", COMPARE), ("collection", "collection.js", COLLECTION)]
        {
            let published = self.published(scope, &format!("{name}/"));
            let view = scope.pick_view(name, texts, files, published);
            let head = Head {
                path: format!("{name}/"),
                title: scope.messages.text(&format!("{name}-heading")),
                description: Some(scope.messages.text(&format!("{name}-lead"))),
                section: "interlinkers",
                crumbs: scope.crumbs(&[("interlinkers", "interlinkers/")]),
                scripts: vec!["data.js", "page.js", "search-index.js", "selection.js", script],
                // Every selection is another page to a search engine, and none has words of its own.
                is_hidden: true,
                ..Head::default()
            };
            pages.push(self.page(scope, &format!("{name}.html"), &head, &view)?);
        }
        Ok(pages)
    }

    fn data_files(&self, scope: &Scope<'_>, entries: &[&Entry], files: usize) -> Vec<Page> {
        let mut contents: Vec<BTreeMap<String, EntryData>> = Vec::new();
        contents.resize_with(files, BTreeMap::new);
        for entry in entries {
            let name = reference(entry.kind, &entry.slug);
            if let Some(mut data) = scope.entry_data(entry) {
                let archive = self.files_link(scope, entry);
                data.archive = archive.map(|link| ArchiveData { url: link.url, size: link.size });
                contents[file_of(&name, files)].insert(name, data);
            }
        }
        contents
            .into_iter()
            .enumerate()
            .map(|(number, content)| Page {
                path: format!("{}/collection/data/{number}.json", scope.language),
                bytes: serde_json::json!(content).to_string().into_bytes(),
            })
            .collect()
    }
}

/// The name of an entry in the address of a selection: an Interlinker's slug, or `schema.default`.
pub(super) fn reference(kind: Kind, slug: &Slug) -> String {
    match kind {
        Kind::Interlinker => slug.to_string(),
        kind => format!("{}.{slug}", kind.name()),
    }
}

/// The file an entry's data are in: FNV-1a, 32 bits, of its name (draft-eastlake-fnv-17), modulo
/// their number. `selection.js` computes the same.
fn file_of(reference: &str, files: usize) -> usize {
    let hash = reference
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % files
}

impl<'a> Scope<'a> {
    /// What can be picked, retired entries included: an old address still names them.
    fn pickable(&self) -> Vec<&'a Entry> {
        [Kind::Interlinker, Kind::Problem, Kind::Schema, Kind::Story]
            .into_iter()
            .flat_map(|kind| self.site.entries(kind))
            .collect()
    }

    fn pick_view(&self, name: &str, texts: &[(&str, &[&str])], files: usize, published: String) -> PickView {
        let shared = SHARED.iter().map(|text| ("pick", text));
        let own = texts.iter().map(|text| (name, text));
        let messages: BTreeMap<String, String> = shared
            .chain(own)
            .map(|(prefix, (key, values))| {
                ((*key).to_owned(), self.text_for_script(&format!("{prefix}-{key}"), values))
            })
            .chain([
                ("published".to_owned(), published),
                ("not-stated".to_owned(), self.messages.text("not-stated")),
                ("quote-open".to_owned(), self.messages.text("search-quote-open")),
                ("quote-close".to_owned(), self.messages.text("search-quote-close")),
            ])
            .chain(self.size_texts())
            .collect();
        PickView {
            data: self.url("collection/data/"),
            files,
            index: self.url("search/data/"),
            has_guide: self.site.guide.is_some(),
            signs: super::fixed::search_signs(self),
            rows: if name == "compare" {
                ROWS.iter().map(|(key, text)| RowLabel { key, label: self.messages.text(text) }).collect()
            } else {
                Vec::new()
            },
            messages: data_block(&serde_json::json!(messages)),
        }
    }

    fn entry_data(&self, entry: &Entry) -> Option<EntryData> {
        let (kind, sign, facts, downloads) = match entry.kind {
            Kind::Interlinker => {
                let item = self.site.interlinkers.get(&entry.slug)?;
                (
                    self.kind_line(item),
                    item.nature.id(),
                    self.picked_interlinker(item),
                    item.downloads.as_slice(),
                )
            }
            Kind::Problem => {
                let item = self.site.problems.get(&entry.slug)?;
                let family = self.term("problem-family", &item.family);
                let kind = format!("{} · {family}", self.messages.text("problem"));
                (kind, item.family.as_str(), self.picked_problem(item), &[][..])
            }
            Kind::Schema => {
                let item = self.site.schemas.get(&entry.slug)?;
                (self.messages.text("schema"), "dia", self.picked_schema(item), &[][..])
            }
            Kind::Story => {
                let item = self.site.stories.get(&entry.slug)?;
                (self.messages.text("story"), "dia", self.picked_story(item), item.downloads.as_slice())
            }
            _ => return None,
        };
        let mut facts = facts;
        self.common_facts(entry, downloads, &mut facts);
        Some(EntryData {
            name: self.name(entry),
            url: self.entry_url(entry.kind, &entry.slug),
            kind,
            sign: sign.to_owned(),
            summary: self.text(entry, "summary"),
            facts,
            files: self.picked_files(entry, downloads),
            archive: None,
        })
    }

    fn common_facts(
        &self,
        entry: &Entry,
        downloads: &[Download],
        facts: &mut BTreeMap<&'static str, Vec<Value>>,
    ) {
        facts.insert("summary", self.text(entry, "summary").into_iter().map(Value::from).collect());
        let is_short = entry.kind == Kind::Problem;
        let languages: Vec<&str> = if is_short {
            entry.words.summed_up_in().collect()
        } else {
            entry.words.full_languages().collect()
        };
        let named = languages.into_iter().map(|code| plain(self.site.label("language", code, self.language)));
        facts.insert("languages", named.collect());
        let changed = self.dates.of(entry.kind, &entry.slug).and_then(|dates| dates.changed.as_ref());
        facts.insert("changed", changed.map(|day| plain(&self.day(day))).into_iter().collect());
        if !matches!(entry.kind, Kind::Interlinker | Kind::Story) {
            return;
        }
        let mut formats: BTreeMap<String, usize> = BTreeMap::new();
        for file in downloads {
            *formats.entry(format_of(&file.path)).or_default() += 1;
        }
        let formats = formats
            .into_iter()
            .map(|(format, count)| plain(&if count > 1 { format!("{format} × {count}") } else { format }));
        facts.insert("files", self.or_zero(formats.collect()));
    }

    /// What the site itself counts is never “not stated”: where there is nothing, there are none.
    fn or_zero(&self, values: Vec<Value>) -> Vec<Value> {
        if values.is_empty() { vec![plain(&self.messages.number(0))] } else { values }
    }

    fn picked_interlinker(&self, item: &'a Interlinker) -> BTreeMap<&'static str, Vec<Value>> {
        let terms = |vocabulary: &str, ids: &'a [String]| {
            ids.iter().map(|id| plain(self.term(vocabulary, id))).collect::<Vec<_>>()
        };
        let tasks = self.site.recommendations.used_in(&item.entry.slug).len();
        let stories = self.index.stories_using.get(&item.entry.slug);
        let address = item.address.as_ref().map(|address| Value::from(self.contact_value(address)));
        let mut facts = BTreeMap::from([
            ("difficulty", terms("difficulty", item.difficulty.as_slice())),
            ("form", terms("form", item.form.as_slice())),
            ("audience", terms("audience", &item.audiences)),
            ("theme", terms("theme", &item.themes)),
            ("purpose", terms("purpose", &item.purposes)),
            ("scope", terms("scope", &item.scopes)),
            ("problems", self.or_zero(self.entry_values(Kind::Problem, &item.problems))),
            ("tasks", vec![plain(&self.messages.number(tasks as u64))]),
            ("stories", self.or_zero(self.entry_values(Kind::Story, stories.into_iter().flatten().copied()))),
            ("version", item.versions.first().map(|version| plain(&version.version)).into_iter().collect()),
        ]);
        // What is kept here needs no other place.
        if address.is_some() || item.nature != Nature::Knowledge {
            facts.insert("address", address.into_iter().collect());
        }
        self.rights(&item.rights, &mut facts);
        facts
    }

    fn picked_problem(&self, item: &Problem) -> BTreeMap<&'static str, Vec<Value>> {
        let tasks = self.index.raising.get(&item.entry.slug).map_or(0, Vec::len);
        let solving = self.site.recommendations.solving(&item.entry.slug).len();
        let number = |count: usize| plain(&self.messages.number(count as u64));
        let solved = Value {
            url: (solving > 0).then(|| self.catalogue_url(Facet::Problem, item.entry.slug.as_str())),
            ..number(solving)
        };
        BTreeMap::from([("tasks", vec![number(tasks)]), ("used", vec![solved])])
    }

    fn picked_schema(&self, item: &Schema) -> BTreeMap<&'static str, Vec<Value>> {
        let tasks = self.index.tasks.keys().filter(|(schema, _)| **schema == item.entry.slug).count();
        let stories =
            self.site.stories.values().filter(|story| {
                Site::is_active(&story.entry) && story.schema.as_ref() == Some(&item.entry.slug)
            });
        let mut facts = BTreeMap::from([
            ("tasks", vec![plain(&self.messages.number(tasks as u64))]),
            ("stories", self.or_zero(self.entry_values(Kind::Story, stories.map(|story| &story.entry.slug)))),
        ]);
        self.rights(&item.rights, &mut facts);
        facts
    }

    fn picked_story(&self, item: &'a Story) -> BTreeMap<&'static str, Vec<Value>> {
        let done = item.tree.iter().flat_map(|node| node.walk());
        let done = done.filter(|node| node.children.is_empty() && node.status.as_deref() == Some("done"));
        let model = item.governance_model.as_deref().map(|id| plain(self.term("governance-model", id)));
        let mut facts = BTreeMap::from([
            ("owners", self.entry_values(Kind::Organisation, &item.owners)),
            ("country", item.countries.iter().map(|id| plain(self.term("country", id))).collect()),
            ("governance", model.into_iter().collect()),
            ("tasks", vec![plain(&self.messages.number(done.count() as u64))]),
        ]);
        self.rights(&item.rights, &mut facts);
        facts
    }

    fn rights(&self, rights: &Rights, facts: &mut BTreeMap<&'static str, Vec<Value>>) {
        facts.insert("licence", self.licence_values(rights).into_iter().map(Value::from).collect());
        facts.insert("publisher", self.entry_values(Kind::Organisation, &rights.publisher));
        let contact = rights.contact.as_ref().map(|address| Value::from(self.contact_value(address)));
        facts.insert("contact", contact.into_iter().collect());
    }

    fn entry_values<'s>(&self, kind: Kind, slugs: impl IntoIterator<Item = &'s Slug>) -> Vec<Value> {
        slugs.into_iter().filter_map(|slug| self.entry_value(kind, slug)).map(Value::from).collect()
    }

    /// The files that can be taken along; one that is missing is none.
    fn picked_files(&self, entry: &Entry, downloads: &[Download]) -> Vec<FileData> {
        downloads
            .iter()
            .filter(|file| file.size > 0)
            .map(|file| FileData {
                url: self.file_url(entry, &file.path),
                name: file.path.trim_start_matches("files/").to_owned(),
                title: file.title.clone(),
                lang: file.language.clone(),
                language: self.site.label("language", &file.language, self.language).to_owned(),
                format: format_of(&file.path),
                size: file.size,
                licence: file.licence.clone(),
            })
            .collect()
    }
}

fn plain(text: &str) -> Value {
    Value { text: text.to_owned(), url: None, lang: None }
}

/// The ending of a file's name in capitals.
pub(super) fn format_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or_else(|| "–".to_owned(), |(_, ending)| ending.to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entrys_file_is_found_by_the_published_hash() {
        // The values of the draft's own test suite, for "a" and "foobar".
        assert_eq!(file_of("a", usize::MAX), 0xe40c_292c);
        assert_eq!(file_of("foobar", usize::MAX), 0xbf9c_f968);
        assert!((0..100).all(|number| file_of(&format!("entry-{number}"), 7) < 7));
        assert_eq!(reference(Kind::Schema, &Slug::parse("default").unwrap()), "schema.default");
    }
}
