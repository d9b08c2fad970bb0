//! How to cite an Interlinker, as files for reference managers: `cite.bib` (BibTeX) and `cite.json`
//! (CSL JSON, <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>), in the language
//! of the page they stand beside.

use serde::Serialize;

use super::scope::Scope;
use super::{Page, Rendering};
use crate::model::entry::{Day, Interlinker, Nature};
use crate::model::kind::Kind;
use crate::model::site::pick;

/// What is cited, finished words only.
struct Source {
    key: String,
    is_software: bool,
    title: String,
    publisher: Option<String>,
    site: Option<String>,
    day: Option<Day>,
    version: Option<String>,
    language: String,
    address: Option<String>,
}

#[derive(Serialize)]
struct Csl<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Literal<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateParts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}

/// A name that is not split into given and family name.
#[derive(Serialize)]
struct Literal<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
struct DateParts {
    #[serde(rename = "date-parts")]
    date_parts: [Vec<u32>; 1],
}

impl Rendering<'_> {
    /// The two files of an Interlinker.
    pub(super) fn citations(&self, scope: &Scope<'_>, item: &Interlinker) -> [Page; 2] {
        let source = self.source(scope, item);
        let folder = format!("{}/{}", scope.language, Scope::entry_path(Kind::Interlinker, &item.entry.slug));
        let page =
            |name: &str, text: String| Page { path: format!("{folder}{name}"), bytes: text.into_bytes() };
        [page("cite.bib", source.bibtex()), page("cite.json", source.csl())]
    }

    fn source(&self, scope: &Scope<'_>, item: &Interlinker) -> Source {
        let settings = &self.site.settings;
        let slug = &item.entry.slug;
        let name = scope.name(&item.entry);
        let publisher = item.rights.publisher.as_ref();
        let dates = self.dates.of(Kind::Interlinker, slug);
        let version = item.versions.first();
        Source {
            key: slug.to_string(),
            is_software: matches!(item.nature, Nature::Software | Nature::ExternalSoftware),
            publisher: publisher
                .and_then(|slug| scope.entry_link(Kind::Organisation, slug))
                .map(|link| link.name.text),
            site: pick(&settings.name, scope.language, &settings.languages).map(str::to_owned),
            day: dates
                .and_then(|dates| dates.changed.clone())
                .or_else(|| version.and_then(|version| version.date.clone())),
            version: version.map(|version| version.version.clone()),
            language: name.lang.unwrap_or_else(|| scope.language.to_owned()),
            title: name.text,
            // A path alone leads nowhere from outside.
            address: (!self.origin.is_empty())
                .then(|| format!("{}{}", self.origin, scope.entry_url(Kind::Interlinker, slug))),
        }
    }
}

impl Source {
    /// `@misc`, which every style knows; what kind of thing it is stands in `howpublished`.
    fn bibtex(&self) -> String {
        let mut fields: Vec<(&str, String)> = vec![("title", format!("{{{}}}", escape(&self.title)))];
        let mut add = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
        // Braces around a name keep it in one piece: "and" in it separates no authors.
        add("author", self.publisher.as_deref().map(|name| format!("{{{}}}", escape(name))));
        add("howpublished", self.site.as_deref().map(escape));
        let mut parts = self.day.iter().flat_map(|day| day.as_str().split('-'));
        add("year", parts.next().map(str::to_owned));
        add("month", parts.next().map(|month| month.trim_start_matches('0').to_owned()));
        add("note", self.version.as_deref().map(|version| format!("Version {}", escape(version))));
        add("language", Some(self.language.clone()));
        add("url", self.address.as_deref().map(escape_address));
        let lines: String = fields.iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
        format!("@misc{{{},\n{lines}}}\n", self.key)
    }

    fn csl(&self) -> String {
        let date = self.day.as_ref().map(|day| DateParts {
            date_parts: [day.as_str().split('-').filter_map(|part| part.parse().ok()).collect()],
        });
        let view = Csl {
            id: &self.key,
            kind: if self.is_software { "software" } else { "document" },
            title: &self.title,
            author: self.publisher.iter().map(|literal| Literal { literal }).collect(),
            publisher: self.publisher.as_deref(),
            container_title: self.site.as_deref(),
            issued: date,
            version: self.version.as_deref(),
            language: &self.language,
            address: self.address.as_deref(),
        };
        let mut text = serde_json::to_string_pretty(&[view]).expect("a view has only names as keys");
        text.push('\n');
        text
    }
}

/// A text in which nothing is a command of TeX or ends a field.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other if other.is_whitespace() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

/// An address inside braces: it is taken as it is, but for what could end the field.
fn escape_address(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Source {
        Source {
            key: "a-tool".to_owned(),
            is_software: false,
            title: "Karte {50 %} & \\more_of #1".to_owned(),
            publisher: Some("Dome and Sons".to_owned()),
            site: Some("Interlink".to_owned()),
            day: Day::parse("2026-03"),
            version: Some("1.0".to_owned()),
            language: "lv".to_owned(),
            address: Some("https://example.org/lv/interlinkers/a-tool/".to_owned()),
        }
    }

    /// Reads `name = {value},` lines, undoing what `escape` does. Braces have to be balanced.
    fn read_back(text: &str) -> Vec<(String, String)> {
        let depth = |text: &str| {
            let plain = text.replace("\\{", "").replace("\\}", "");
            plain.matches('{').count() as i64 - plain.matches('}').count() as i64
        };
        assert_eq!(depth(text), 0, "{text}");
        let fields = text.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(" = {"));
        fields
            .map(|(name, value)| {
                let value = value.strip_suffix("},").unwrap();
                assert_eq!(depth(value), 0, "{name}");
                let value = value.strip_prefix('{').and_then(|v| v.strip_suffix('}')).unwrap_or(value);
                let mut plain = value.replace("\\textbackslash{}", "\u{0}");
                for character in ["{", "}", "&", "%", "$", "#", "_"] {
                    plain = plain.replace(&format!("\\{character}"), character);
                }
                (name.to_owned(), plain.replace('\u{0}', "\\"))
            })
            .collect()
    }

    #[test]
    fn what_is_read_back_from_bibtex_is_what_was_written() {
        let text = source().bibtex();
        assert!(text.starts_with("@misc{a-tool,\n") && text.ends_with("}\n"), "{text}");
        let read = read_back(&text);
        let of = |name: &str| read.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
        assert_eq!(of("title"), Some("Karte {50 %} & \\more_of #1"));
        assert_eq!(of("author"), Some("Dome and Sons"));
        assert_eq!((of("year"), of("month")), (Some("2026"), Some("3")));
        assert_eq!(of("url"), Some("https://example.org/lv/interlinkers/a-tool/"));
    }

    #[test]
    fn csl_json_says_the_same() {
        let value: serde_json::Value = serde_json::from_str(&source().csl()).unwrap();
        assert_eq!(value[0]["title"], "Karte {50 %} & \\more_of #1");
        assert_eq!(value[0]["issued"]["date-parts"][0], serde_json::json!([2026, 3]));
        assert_eq!(
            (value[0]["type"].as_str(), value[0]["author"][0]["literal"].as_str()),
            (Some("document"), Some("Dome and Sons"))
        );
    }

    proptest::proptest! {
        #[test]
        fn no_title_leaves_its_field(title in ".{0,60}") {
            let text = Source { title: title.clone(), ..source() }.bibtex();
            let plain: String = title.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
            if !plain.contains(['~', '^', '\u{0}']) && !plain.contains("textbackslash") {
                let read = read_back(&text);
                proptest::prop_assert_eq!(&read[0].1, &plain);
            }
        }
    }
}
