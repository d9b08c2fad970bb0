//! How to take an Interlinker along: what to type to copy its folder, the attribution its licence
//! asks for in every language of the site, a notice for machines, and how to pass its address on.

use serde::Serialize;

use super::super::improve::letter;
use super::super::scope::Scope;
use super::super::{RenderError, Rendering};
use crate::model::entry::{Entry, Interlinker, Rights};
use crate::model::kind::Kind;

/// How to adopt an Interlinker.
#[derive(Debug, Serialize)]
pub(super) struct Adopt {
    /// The lines to type; none where the site does not say where its repository is.
    recipe: Option<String>,
    /// The attribution, per language of the site, that of the page first.
    attributions: Vec<Attribution>,
    /// The notice for machines (REUSE Specification 3.3); none without a publisher and an SPDX licence.
    notice: Option<String>,
}

#[derive(Debug, Serialize)]
struct Attribution {
    lang: String,
    language: String,
    text: String,
}

/// How to pass the address of a page on.
#[derive(Debug, Serialize)]
pub(super) struct Share {
    /// The whole address; only its path where the site does not say where it is published.
    address: String,
    title: String,
    /// A letter with the address in it.
    mail: String,
}

impl Rendering<'_> {
    /// How to adopt an Interlinker.
    pub(super) fn adopt(&self, scope: &Scope<'_>, item: &Interlinker) -> Result<Adopt, RenderError> {
        let settings = &self.site.settings;
        let own = settings.languages.iter().filter(|language| *language == scope.language);
        let others = settings.languages.iter().filter(|language| *language != scope.language);
        let attributions = own
            .chain(others)
            .map(|language| {
                let of_language = self.scope(language)?;
                Ok(Attribution {
                    lang: language.clone(),
                    language: scope.language_name(language).to_owned(),
                    text: of_language.attribution(&item.entry, &item.rights, &self.origin),
                })
            })
            .collect::<Result<_, RenderError>>()?;
        let slug = &item.entry.slug;
        let recipe = settings.repository.as_ref().map(|repository| {
            format!(
                "git clone --filter=blob:none --sparse {repository} {slug}\n\
                 cd {slug}\n\
                 git sparse-checkout set content/interlinkers/{slug}"
            )
        });
        Ok(Adopt { recipe, attributions, notice: scope.notice(item, &self.origin) })
    }

    /// How to pass the address of an Interlinker on.
    pub(super) fn share(&self, scope: &Scope<'_>, item: &Interlinker) -> Share {
        let address = format!("{}{}", self.origin, scope.entry_url(Kind::Interlinker, &item.entry.slug));
        let title = scope.name(&item.entry).text;
        Share { mail: letter("mailto:", &title, &address), address, title }
    }
}

impl Scope<'_> {
    /// Title, author, source, licence: what a licence that asks for attribution asks for.
    pub fn attribution(&self, entry: &Entry, rights: &Rights, origin: &str) -> String {
        let publisher = rights.publisher.as_ref().and_then(|slug| self.entry_link(Kind::Organisation, slug));
        let licence = self.licence_values(rights).into_iter().next();
        let licence = licence.map(|licence| match licence.url {
            Some(url) => format!("{} ({url})", licence.text),
            None => licence.text,
        });
        let name = self.name(entry).text;
        let mut parts = vec![match publisher {
            Some(publisher) => self
                .messages
                .format("attribution-by", [("name", name.into()), ("publisher", publisher.name.text.into())]),
            None => self.messages.format("attribution-name", [("name", name.into())]),
        }];
        parts.extend(
            licence.map(|licence| self.messages.format("attribution-licence", [("licence", licence.into())])),
        );
        let address = format!("{origin}{}", self.entry_url(entry.kind, &entry.slug));
        parts.push(self.messages.format("attribution-source", [("address", address.into())]));
        parts.join(" ")
    }

    /// Lines that tools for licences read.
    fn notice(&self, item: &Interlinker, origin: &str) -> Option<String> {
        let licence = item.rights.licence.as_deref();
        let licence = licence.filter(|licence| *licence != "unstated" && !licence.contains("://"))?;
        let publisher = self.entry_link(Kind::Organisation, item.rights.publisher.as_ref()?)?.name.text;
        let dates = self.dates.of(Kind::Interlinker, &item.entry.slug);
        let year = dates.and_then(|dates| dates.changed.as_ref()).and_then(|day| day.as_str().get(..4));
        let holder = year.map_or_else(|| publisher.clone(), |year| format!("{year} {publisher}"));
        let address = format!("{origin}{}", self.entry_url(Kind::Interlinker, &item.entry.slug));
        Some(format!(
            "SPDX-FileCopyrightText: {holder}\nSPDX-License-Identifier: {licence}\nSPDX-FileComment: {address}"
        ))
    }
}
