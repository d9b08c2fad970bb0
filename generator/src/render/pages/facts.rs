//! The facts beside an entry: what ADMS-AP asks for and what helps to choose. A fact that is asked
//! for and missing is shown as "not stated".

use super::super::scope::Scope;
use super::super::view::{ADMINISTRATIONS, CITIZENS, COMPANIES, Fact, FactValue, Party};
use super::facets::Facet;
use crate::model::entry::{Interlinker, Rights};
use crate::model::kind::Kind;
use crate::model::slug::Slug;

impl<'a> Scope<'a> {
    /// What decides whether to read on: for whom it is, what it takes, what one may do with it and in
    /// which languages it is. It stands below the title, so the facts beside the page leave it out.
    pub(super) fn deciding_facts(&self, item: &'a Interlinker) -> Vec<Fact> {
        let fact = |key: &str, values: Vec<FactValue>| Fact { label: self.messages.text(key), values };
        let languages = Facet::Language.values(self.site, item);
        let language = |code: &String| FactValue::plain(self.site.label("language", code, self.language));
        vec![
            fact("fact-audience", self.audience_values(&item.audiences)),
            fact("fact-difficulty", self.chosen(Facet::Difficulty, "difficulty", item.difficulty.as_slice())),
            fact("fact-licence", self.licence_values(&item.rights)),
            fact("fact-languages", languages.iter().map(language).collect()),
        ]
    }

    /// Terms with the addresses of the lists they choose.
    fn chosen(&self, facet: Facet, vocabulary: &str, ids: &'a [String]) -> Vec<FactValue> {
        let value = |id: &'a String| FactValue {
            text: self.term(vocabulary, id).to_owned(),
            url: Some(self.catalogue_url(facet, id)),
            ..FactValue::default()
        };
        ids.iter().map(value).collect()
    }

    /// The other facts of an Interlinker.
    pub(super) fn interlinker_facts(&self, item: &'a Interlinker) -> Vec<Fact> {
        let messages = self.messages;
        let fact = |key: &str, values: Vec<FactValue>| Fact { label: messages.text(key), values };
        let mut facts = vec![fact("fact-theme", self.chosen(Facet::Theme, "theme", &item.themes))];
        for (key, facet, vocabulary, ids) in [
            ("fact-purpose", Facet::Purpose, "purpose", &item.purposes),
            ("fact-scope", Facet::Scope, "scope", &item.scopes),
        ] {
            if !ids.is_empty() {
                facts.push(fact(key, self.chosen(facet, vocabulary, ids)));
            }
        }
        if !item.service_types.is_empty() {
            let values = item.service_types.iter().map(|id| FactValue::plain(self.term("service-type", id)));
            facts.push(fact("fact-service-type", values.collect()));
        }
        if !item.tags.is_empty() {
            let values = item.tags.iter().map(|id| FactValue::plain(self.term("tag", id)));
            facts.push(fact("fact-keywords", values.collect()));
        }
        let needs: Vec<FactValue> =
            item.based_on.iter().filter_map(|slug| self.entry_value(Kind::Interlinker, slug)).collect();
        if !needs.is_empty() {
            facts.push(fact("fact-based-on", needs));
        }
        facts.extend(self.rights_facts(&item.rights));
        let tasks = self.site.recommendations.used_in(&item.entry.slug).len();
        let stories = self.index.stories_using.get(&item.entry.slug).map_or(0, |stories| stories.len());
        facts.push(fact(
            "fact-used-in",
            vec![FactValue::plain(
                messages.format("used-in-counts", [("tasks", tasks.into()), ("stories", stories.into())]),
            )],
        ));
        facts
    }

    /// When an Interlinker was added and changed, and by whom, as far as Git tells.
    pub(super) fn history_facts(&self, item: &'a Interlinker) -> Vec<Fact> {
        let fact = |key: &str, values: Vec<FactValue>| Fact { label: self.messages.text(key), values };
        let Some(dates) = self.dates.of(Kind::Interlinker, &item.entry.slug) else { return Vec::new() };
        let mut facts = Vec::new();
        for (key, day) in [("fact-added", &dates.created), ("fact-changed", &dates.changed)] {
            if let Some(day) = day {
                facts.push(fact(key, vec![FactValue::plain(self.day(day))]));
            }
        }
        if !dates.contributors.is_empty() {
            facts.push(fact("fact-contributors", dates.contributors.iter().map(FactValue::plain).collect()));
        }
        facts
    }

    /// The licence with the address of its text, where that is known.
    pub fn licence_values(&self, rights: &Rights) -> Vec<FactValue> {
        let group =
            rights.licence_group.as_deref().map(|id| self.site.label("licence-group", id, self.language));
        match rights.licence.as_deref() {
            Some("unstated") | None => group.map(FactValue::plain).into_iter().collect(),
            Some(address) if address.contains("://") => vec![FactValue {
                text: group.map_or_else(|| self.messages.text("licence-own"), str::to_owned),
                url: Some(address.to_owned()),
                ..FactValue::default()
            }],
            Some(expression) => {
                let is_one = !expression.contains(' ');
                vec![FactValue {
                    text: self.licence_words(expression),
                    url: is_one.then(|| format!("https://spdx.org/licenses/{expression}.html")),
                    ..FactValue::default()
                }]
            }
        }
    }

    /// An SPDX expression as readers say it: “AGPL 3.0 or later”.
    pub fn licence_words(&self, expression: &str) -> String {
        let words = |id: &str| id.replace('-', " ");
        let with = |key: &str, id: &str| self.messages.format(key, [("licence", words(id).into())]);
        if expression.contains(' ') {
            return words(expression);
        }
        match (expression.strip_suffix("-only"), expression.strip_suffix("-or-later")) {
            (Some(id), _) => with("licence-only", id),
            (_, Some(id)) => with("licence-or-later", id),
            _ => words(expression),
        }
    }

    /// Publisher and contact.
    pub fn rights_facts(&self, rights: &Rights) -> Vec<Fact> {
        let publisher = rights.publisher.as_ref().and_then(|slug| self.entry_value(Kind::Organisation, slug));
        let contact = rights.contact.as_ref().map(|address| self.contact_value(address));
        vec![
            Fact { label: self.messages.text("fact-publisher"), values: publisher.into_iter().collect() },
            Fact { label: self.messages.text("fact-contact"), values: contact.into_iter().collect() },
        ]
    }

    /// An address to write to or to open.
    pub fn contact_value(&self, address: &str) -> FactValue {
        // A narrow column breaks a mailbox before its host.
        let (text, tail) = match address.strip_prefix("mailto:") {
            Some(mailbox) => match mailbox.split_once('@') {
                Some((name, host)) => (name.to_owned(), Some(format!("@{host}"))),
                None => (mailbox.to_owned(), None),
            },
            None => {
                let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
                (host.unwrap_or_else(|| address.to_owned()), None)
            }
        };
        FactValue { text, tail, url: Some(address.to_owned()), ..FactValue::default() }
    }

    /// An entry as the value of a fact.
    pub fn entry_value(&self, kind: Kind, slug: &Slug) -> Option<FactValue> {
        let link = self.entry_link(kind, slug)?;
        Some(FactValue {
            text: link.name.text,
            url: Some(link.url),
            lang: link.name.lang,
            ..FactValue::default()
        })
    }

    fn audience_values(&self, ids: &'a [String]) -> Vec<FactValue> {
        let value = |id: &'a str, party| FactValue { party, ..FactValue::plain(self.term("audience", id)) };
        ids.iter().map(|id| value(id, self.party_of(id))).collect()
    }

    /// The strand of an audience: that of the widest group it belongs to.
    fn party_of(&self, id: &str) -> Option<Party> {
        let terms = self.site.vocabularies.get("audience");
        let mut widest = id;
        // A vocabulary is small; eight steps are more than it has levels, and end a circle.
        for _ in 0..8 {
            match terms.and_then(|terms| terms.term(widest)).and_then(|term| term.broader.as_deref()) {
                Some(broader) => widest = broader,
                None => break,
            }
        }
        match widest {
            "citizens" => Some(CITIZENS),
            "businesses" => Some(COMPANIES),
            "public-administrations" | "politicians" => Some(ADMINISTRATIONS),
            _ => None,
        }
    }
}
