//! The ways to improve the page of an entry: the forms of the contribution service about it, or,
//! where there is no service, the page that says how to write.

use serde::Serialize;

use super::Rendering;
use super::scope::Scope;
use super::view::Link;
use crate::model::entry::Entry;
use crate::model::form::{Form, Purpose};

/// The ways to improve a page.
#[derive(Debug, Serialize)]
pub(super) struct Improve {
    /// Where something is corrected.
    correct: String,
    /// Where something is translated into the language of the page.
    translate: String,
    /// All of the ways; none on a page that is not an entry's.
    links: Vec<Link>,
}

impl Rendering<'_> {
    /// The ways to improve the page that shows this entry, or none.
    pub(super) fn improve(&self, scope: &Scope<'_>, entry: Option<&Entry>) -> Improve {
        let address = |purpose| entry.and_then(|entry| scope.about_address(purpose, entry, scope.language));
        let how = |part: &str| scope.url(&format!("contribute/#{part}"));
        let correct = address(Purpose::Edit).unwrap_or_else(|| how("correct"));
        let translate = address(Purpose::Translate).unwrap_or_else(|| how("translate"));
        let link =
            |key: &str, url: String| Link { url: Some(url), name: scope.messages.text(key), lang: None };
        let forms = entry.into_iter().flat_map(|entry| {
            let about = move |purpose| Form::of(purpose, entry.kind).map(|form| (form.purpose, entry));
            Purpose::ABOUT_ENTRY.into_iter().filter_map(about)
        });
        let mut links: Vec<Link> = forms
            .filter_map(|(purpose, entry)| {
                let url = scope.about_address(purpose, entry, scope.language)?;
                Some(link(&format!("improve-{}", purpose.name()), url))
            })
            .collect();
        if let Some(entry) = entry.filter(|_| links.is_empty()) {
            links.push(link("improve-correct", correct.clone()));
            links.push(link("improve-translate", translate.clone()));
            links.extend(self.letter_to_us(scope, entry).map(|url| link("improve-mail", url)));
        }
        Improve { correct, translate, links }
    }

    /// A letter to those who keep the catalogue, about this page; none where they have no mailbox.
    fn letter_to_us(&self, scope: &Scope<'_>, entry: &Entry) -> Option<String> {
        let contact =
            self.site.settings.contact.as_deref().filter(|contact| contact.starts_with("mailto:"))?;
        let address = format!("{}{}", self.origin, scope.entry_url(entry.kind, &entry.slug));
        Some(letter(contact, &scope.name(entry).text, &address))
    }
}

/// A letter to an address, with a subject and an address in it.
pub(super) fn letter(to: &str, subject: &str, body: &str) -> String {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    format!("{to}?subject={}&body={}", encode(subject), encode(body))
}
