//! One publiccode.yml -> the facts and words of an Interlinker.

use super::read::Fields;
use super::shown;
use super::terms::{Place, category, labels, scope, status};
use crate::content::decode::is_licence_expression;
use crate::import::emit::{MapBuilder, Value, emit_document, emit_page};
use crate::import::report::{Findings, mask_personal_data};
use crate::import::text::{clean, cut_at_word, first_sentences, one_line, plain_words};
use crate::import::tidy::tidy_markdown;
use crate::model::address::WebAddress;
use crate::model::definition::{MAX_LINE, MAX_TEXT};
use crate::model::entry::{Day, Nature};
use crate::model::site::Site;
use crate::model::slug::Slug;
use crate::personal_data::is_role_mailbox;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the standard that this module was written for.
const VERSION: &str = "0.7";

/// What one file says that has a place in our content.
#[derive(Debug)]
pub struct Software {
    /// Its name, in no particular language.
    pub name: String,
    /// The repository with the source code.
    pub url: Option<String>,
    /// A page for people.
    pub landing: Option<String>,
    status: &'static str,
    version: Option<String>,
    released: Option<Day>,
    licence: Option<String>,
    publisher: Option<Slug>,
    contact: Option<String>,
    roadmap: Option<String>,
    terms: BTreeMap<&'static str, Vec<String>>,
    /// By the languages of the site.
    words: BTreeMap<String, Description>,
}

/// `description` in one language.
#[derive(Debug, Default)]
struct Description {
    name: Option<String>,
    other_names: Vec<String>,
    short: Option<String>,
    long: Option<String>,
    features: Vec<String>,
    documentation: Option<String>,
    api: Option<String>,
}

impl Software {
    /// Takes a file apart. What has no place is among the findings.
    ///
    /// # Errors
    /// When it is no publiccode.yml, or says nothing in a language of the site; with the reason.
    pub fn read(mut fields: Fields, site: &Site, findings: &mut Findings) -> Result<Software, String> {
        let version = fields.text("publiccodeYmlVersion", findings);
        let name = fields.text("name", findings).map(|name| plain_line("name", &name, findings));
        let name = name
            .filter(|name| !name.is_empty())
            .ok_or_else(|| "it has no `name`, which every publiccode.yml has".to_owned())?;
        report_version(version.as_deref(), findings);
        let url = web_address(&mut fields, "url", findings);
        let landing = web_address(&mut fields, "landingURL", findings);
        let roadmap = web_address(&mut fields, "roadmap", findings);
        let words = match fields.map("description", findings) {
            Some(description) => read_words(description, site, findings)?,
            None => return Err("it has no `description`".to_owned()),
        };
        let mut terms: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        read_terms(&mut fields, site, &mut terms, findings);
        let software = Software {
            status: read_status(&mut fields, findings),
            version: fields
                .text("softwareVersion", findings)
                .map(|text| plain_line("softwareVersion", &text, findings)),
            released: read_day(&mut fields, findings),
            licence: read_licence(&mut fields, findings),
            publisher: read_publisher(&mut fields, site, findings),
            contact: read_contact(&mut fields, findings),
            name,
            url,
            landing,
            roadmap,
            terms,
            words,
        };
        if fields.text("logo", findings).is_some() {
            let done = "not fetched; put the picture beside interlinker.yaml as logo.svg or logo.png";
            findings.other("it names a logo in its repository", done);
        }
        if software.url.is_none() && software.landing.is_none() {
            findings.other("it has no address", "left without one; please add `address:`");
        }
        if software.version.is_none()
            && let Some(day) = &software.released
        {
            findings.homeless(format!("releaseDate = {day} (there is no softwareVersion it belongs to)"));
        }
        fields.rest(findings);
        Ok(software)
    }

    /// The files of its entry, by path below its folder.
    pub fn files(&self, site: &Site, findings: &mut Findings) -> Vec<(String, String)> {
        let mut files = vec![("interlinker.yaml".to_owned(), emit_document(&self.facts(site)))];
        for (language, description) in &self.words {
            files.push((format!("{language}.md"), self.page(language, description, findings)));
        }
        files
    }

    fn facts(&self, site: &Site) -> Value {
        let term = |name: &str| self.terms.get(name).cloned().unwrap_or_default();
        let is_form = site.vocabularies.get("form").is_some_and(|forms| forms.term("software").is_some());
        let mut versions = Vec::new();
        if let Some(version) = &self.version {
            let date = self.released.as_ref().map(Day::as_str);
            let mut record = MapBuilder::default();
            versions.push(record.put_text("version", Some(version)).put_text("date", date).finish());
        }
        MapBuilder::default()
            .put("nature", Value::text(Nature::ExternalSoftware.id()))
            .put("status", Value::text(self.status))
            .put_text("address", self.landing.as_ref().or(self.url.as_ref()).map(String::as_str))
            .put("tags", Value::texts(term("tags")))
            .put_text("form", is_form.then_some("software"))
            .put("audiences", Value::texts(term("audiences")))
            .put("scopes", Value::texts(term("scopes")))
            .put_text("licence", self.licence.as_deref())
            .put_text("publisher", self.publisher.as_ref().map(Slug::as_str))
            .put_text("contact", self.contact.as_deref())
            .put("versions", Value::List(versions))
            .finish()
    }

    fn page(&self, language: &str, words: &Description, findings: &mut Findings) -> String {
        let labels = labels(language);
        let name = words.name.as_ref().unwrap_or(&self.name);
        let mut aliases: BTreeSet<&str> = words.other_names.iter().map(String::as_str).collect();
        aliases.insert(&self.name);
        aliases.remove(name.as_str());
        let long = words.long.as_deref().unwrap_or_default();
        let summary = match &words.short {
            Some(short) => cut_at_word(short, MAX_TEXT),
            None if !long.is_empty() => first_sentences(&plain_words(long)),
            None => {
                let met = format!("description.{language} has neither shortDescription nor longDescription");
                findings.other(met, "its name taken as the summary");
                name.clone()
            }
        };
        let mut description = long.to_owned();
        if !words.features.is_empty() {
            description.push_str(&format!("\n\n**{}**\n", labels.features));
            for feature in &words.features {
                description.push_str(&format!("\n- {feature}"));
            }
        }
        let links = [
            (labels.source, &self.url),
            (labels.documentation, &words.documentation),
            (labels.api, &words.api),
            (labels.roadmap, &self.roadmap),
        ];
        let links = links.into_iter().filter_map(|(label, address)| {
            address.as_ref().map(|address| format!("- [{label}](<{address}>)"))
        });
        let links: Vec<String> = links.collect();
        let mut front_matter = MapBuilder::default();
        front_matter
            .put_text("name", Some(name))
            .put("summary", Value::text(summary))
            .put("aliases", Value::texts(aliases))
            .put_text("description", Some(description.trim()))
            .put_text("retirement-reason", (self.status == "retired").then_some(labels.obsolete));
        emit_page(&front_matter.finish(), &links.join("\n"))
    }
}

fn report_version(version: Option<&str>, findings: &mut Findings) {
    match version {
        Some("0") => {}
        Some(version) if version == VERSION || version.starts_with("0.7.") => {}
        Some(version) if version.starts_with("0.") => findings.other(
            format!("it was written for version {} of the standard", shown(version)),
            format!("read as version {VERSION}; what that does not know is reported"),
        ),
        Some(version) => findings.other(
            format!("publiccodeYmlVersion is {}", shown(version)),
            format!("read as version {VERSION}, the one known here"),
        ),
        None => findings.other("it has no publiccodeYmlVersion", format!("read as version {VERSION}")),
    }
}

/// A name or the like: one line, no longer than a line of ours, nothing personal in it.
fn plain_line(place: &str, text: &str, findings: &mut Findings) -> String {
    let line = one_line(text);
    let cut = cut_at_word(&line, MAX_LINE);
    if cut != line {
        findings.other(format!("{place} is longer than {MAX_LINE} characters"), "cut at a word");
    }
    mask_personal_data(place, &cut, findings)
}

/// Markdown of strangers as content may hold it.
fn prose(place: &str, text: &str, findings: &mut Findings) -> String {
    let text = mask_personal_data(place, &clean(text), findings);
    let tidied = tidy_markdown(&text);
    if !tidied.changes.is_empty() {
        findings.other(format!("{place} holds what content may not"), tidied.changes.join(", "));
    }
    tidied.text
}

fn web_address(fields: &mut Fields, key: &str, findings: &mut Findings) -> Option<String> {
    let address = fields.text(key, findings)?;
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_safe = !address.contains(['<', '>']) && !address.contains(char::is_whitespace);
    if is_web && is_safe && WebAddress::parse(&address).is_ok() {
        return Some(address);
    }
    findings.homeless(format!("{} = {} (no web address)", fields.path(key), shown(&address)));
    None
}

/// The words in the languages of the site. An error where there are none.
fn read_words(
    description: Fields,
    site: &Site,
    findings: &mut Findings,
) -> Result<BTreeMap<String, Description>, String> {
    let mut words = BTreeMap::new();
    let mut elsewhere = Vec::new();
    for (tag, mut fields) in description.each_map(findings) {
        // `pt-BR` is Portuguese; the site knows languages only.
        let language = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let is_known = site.settings.languages.contains(&language);
        if !is_known || words.contains_key(&language) {
            let why = if is_known {
                "another description in it came first"
            } else {
                "the site has no such language"
            };
            findings.other(format!("there is a description in {}", shown(&tag)), format!("left out: {why}"));
            elsewhere.push(shown(&tag));
            fields.rest(findings);
            continue;
        }
        let place = |key: &str| format!("description.{tag}.{key}");
        let line = |fields: &mut Fields, key: &str, findings: &mut Findings| {
            let text = fields.text(key, findings)?;
            Some(plain_line(&place(key), &text, findings)).filter(|line| !line.is_empty())
        };
        let read = Description {
            name: line(&mut fields, "localisedName", findings),
            other_names: line(&mut fields, "genericName", findings).into_iter().collect(),
            short: fields
                .text("shortDescription", findings)
                .map(|text| mask_personal_data(&place("shortDescription"), &one_line(&text), findings)),
            long: fields
                .text("longDescription", findings)
                .map(|text| prose(&place("longDescription"), &text, findings)),
            features: fields
                .texts("features", findings)
                .iter()
                .map(|text| prose(&place("features"), &one_line(text), findings))
                .collect(),
            documentation: web_address(&mut fields, "documentation", findings),
            api: web_address(&mut fields, "apiDocumentation", findings),
        };
        fields.rest(findings);
        words.insert(language, read);
    }
    if words.is_empty() {
        let languages = site.settings.languages.join(", ");
        return Err(match &elsewhere[..] {
            [] => "its `description` holds nothing in any language".to_owned(),
            found => format!("it is described in {} only; the site has {languages}", found.join(", ")),
        });
    }
    Ok(words)
}

/// Categories and audiences that one of the site's terms fits; the others are reported.
fn read_terms(
    fields: &mut Fields,
    site: &Site,
    terms: &mut BTreeMap<&'static str, Vec<String>>,
    findings: &mut Findings,
) {
    // A term by its id or by one of its other spellings.
    let find = |place: Place, value: &str| -> Option<String> {
        let vocabulary = site.vocabularies.get(place.vocabulary())?;
        let is_same = |spelling: &str| spelling.to_lowercase().replace([' ', '_'], "-") == value;
        let term = vocabulary
            .terms
            .iter()
            .find(|term| term.id == value || term.aliases.iter().any(|alias| is_same(alias)))?;
        Some(term.id.clone())
    };
    let mut put = |place: Place, id: String| {
        let field = match place {
            Place::Tag => "tags",
            Place::Audience => "audiences",
            Place::Scope => "scopes",
        };
        let list = terms.entry(field).or_default();
        if !list.contains(&id) {
            list.push(id);
        }
    };
    let mut categories = fields.texts("categories", findings);
    // Version 0.1 called them so.
    categories.extend(fields.texts("tags", findings));
    for value in categories {
        match find(Place::Tag, category(&value)) {
            Some(id) => put(Place::Tag, id),
            None => findings.homeless(format!("categories = {} (no tag of ours)", shown(&value))),
        }
    }
    if let Some(mut audience) = fields.map("intendedAudience", findings) {
        for value in audience.texts("scope", findings) {
            match scope(&value).and_then(|(place, id)| Some((place, find(place, id)?))) {
                Some((place, id)) => put(place, id),
                None => {
                    findings.homeless(format!("intendedAudience.scope = {} (no term of ours)", shown(&value)))
                }
            }
        }
        audience.rest(findings);
    }
}

fn read_status(fields: &mut Fields, findings: &mut Findings) -> &'static str {
    let Some(value) = fields.text("developmentStatus", findings) else {
        findings.other("it has no developmentStatus", "taken as active");
        return "active";
    };
    match status(&value) {
        Some((status, note)) => {
            if let Some(note) = note {
                findings.other(format!("developmentStatus is {value}"), note);
            }
            status
        }
        None => {
            findings.other(format!("developmentStatus is {}", shown(&value)), "unknown, taken as active");
            "active"
        }
    }
}

fn read_day(fields: &mut Fields, findings: &mut Findings) -> Option<Day> {
    let text = fields.text("releaseDate", findings)?;
    let day = Day::parse(&text);
    if day.is_none() {
        findings.homeless(format!("releaseDate = {} (no day that exists)", shown(&text)));
    }
    day
}

fn read_licence(fields: &mut Fields, findings: &mut Findings) -> Option<String> {
    let mut legal = fields.map("legal", findings);
    let licence = legal.as_mut().and_then(|legal| legal.text("license", findings));
    if let Some(legal) = legal {
        legal.rest(findings);
    }
    match licence {
        Some(licence) if is_licence_expression(&licence) => Some(licence),
        Some(licence) => {
            let met = format!("legal.license is {}, which SPDX does not know", shown(&licence));
            findings.other(met, "left out; please add `licence:`");
            None
        }
        None => {
            findings.other("it states no licence", "left without one; please add `licence:`");
            None
        }
    }
}

/// The organisation of the content with the name, an alias or the host that the file gives.
fn read_publisher(fields: &mut Fields, site: &Site, findings: &mut Findings) -> Option<Slug> {
    let mut organisation = fields.map("organisation", findings)?;
    let name = organisation.text("name", findings);
    let uri = organisation.text("uri", findings);
    organisation.rest(findings);
    let host_of = |address: &str| {
        let url = url::Url::parse(address).ok()?;
        url.host_str().map(|host| host.trim_start_matches("www.").to_owned())
    };
    let host = uri.as_deref().and_then(host_of);
    let found = site.organisations.values().find(|known| {
        let names = known.entry.words.0.values();
        let mut names = names.flat_map(|words| words.texts.get("name").into_iter().chain(&words.aliases));
        let has_name =
            name.as_ref().is_some_and(|name| names.any(|own| own.to_lowercase() == name.to_lowercase()));
        let own_host = known.website.as_deref().and_then(host_of);
        has_name
            || (host.is_some()
                && (own_host == host || known.domains.iter().any(|own| Some(own) == host.as_ref())))
    });
    if found.is_none() {
        let said = [name, uri].into_iter().flatten().collect::<Vec<_>>().join(", ");
        findings.homeless(format!(
            "organisation = {} (add it to organisations/ and name it as `publisher:`)",
            shown(&said)
        ));
    }
    found.map(|organisation| organisation.entry.slug.clone())
}

/// A role mailbox or the page of a company. What the file tells of people is left out, also of the
/// report, which is kept in Git.
fn read_contact(fields: &mut Fields, findings: &mut Findings) -> Option<String> {
    let mut maintenance = fields.map("maintenance", findings)?;
    let mut chosen: Option<String> = None;
    let mut people = 0;
    for mut contact in maintenance.maps("contacts", findings) {
        let mailbox = contact.text("email", findings).and_then(role_address);
        match mailbox {
            Some(mailbox) if chosen.is_none() => chosen = Some(mailbox),
            Some(_) => findings.other("there is a further role mailbox", "one contact is kept"),
            None => people += 1,
        }
    }
    if people > 0 {
        findings.other(
            format!("maintenance.contacts names {people} without a role mailbox"),
            "left out: names and addresses of people are not published",
        );
    }
    for mut contractor in maintenance.maps("contractors", findings) {
        let website = web_address(&mut contractor, "website", findings);
        let mailbox = contractor.text("email", findings).and_then(role_address);
        contractor.rest(findings);
        chosen = chosen.or(mailbox).or(website);
    }
    maintenance.rest(findings);
    if chosen.is_none() {
        findings.other("nobody can be reached without naming people", "please add `contact:`");
    }
    chosen
}

fn role_address(mailbox: String) -> Option<String> {
    let address = format!("mailto:{}", mailbox.trim());
    (is_role_mailbox(&mailbox) && WebAddress::parse(&address).is_ok()).then_some(address)
}
