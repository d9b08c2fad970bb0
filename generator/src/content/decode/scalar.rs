//! The rules of single values, one function per shape: whether a text is what its field asks for,
//! and what to do where it is not.

use super::{Decoder, Target};
use crate::diagnostic::{Code, Position};
use crate::model::address::{AddressError, BaseUrl, WebAddress};
use crate::model::definition::{Field, MAX_LINE};
use crate::model::entry::Day;
use crate::model::slug::Slug;
use crate::nearest::nearest;
use crate::personal_data::is_role_mailbox;

/// Whether SPDX knows every licence of an expression such as `EUPL-1.2 OR MIT`.
pub fn is_licence_expression(text: &str) -> bool {
    spdx::Expression::parse(text).is_ok()
}

impl Decoder<'_> {
    pub(super) fn line(&mut self, text: &str, at: Position, field: &Field) -> bool {
        if text.trim().contains('\n') {
            self.error(
                Code::TooLong,
                at,
                format!("`{}` must be one line", field.name),
                "join the lines, or move the rest to the summary",
            );
            return false;
        }
        self.length(text, MAX_LINE, at, field)
    }

    pub(super) fn length(&mut self, text: &str, limit: usize, at: Position, field: &Field) -> bool {
        let length = text.trim().chars().count();
        if length > limit {
            self.error(
                Code::TooLong,
                at,
                format!("`{}` has {length} characters; at most {limit} fit", field.name),
                "shorten it",
            );
        }
        length <= limit
    }

    pub(super) fn date(&mut self, text: &str, at: Position) -> bool {
        let good = Day::parse(text).is_some();
        if !good {
            self.error(
                Code::BadDate,
                at,
                format!("“{text}” is no day that exists, written as year-month-day"),
                "write it like 2026-03-14",
            );
        }
        good
    }

    pub(super) fn address(&mut self, text: &str, at: Position, field: &Field) -> bool {
        let whole = "write the whole address, beginning with https:// (or mailto: for a mailbox)";
        let (message, help) = match WebAddress::parse(text) {
            Ok(address) => {
                return match address.mailbox() {
                    Some(mailbox) => self.role_mailbox(mailbox, at),
                    None => true,
                };
            }
            Err(error @ AddressError::Mailbox) => {
                (format!("“{text}” {error}"), "write it like mailto:info@example.org".to_owned())
            }
            // What would be refused is not advised.
            Err(AddressError::BareMailbox) if !is_role_mailbox(text) => return self.role_mailbox(text, at),
            Err(error @ AddressError::BareMailbox) => {
                (format!("“{text}” in `{}` {error}", field.name), format!("write `mailto:{text}`"))
            }
            Err(error) => (format!("“{text}” in `{}` {error}", field.name), whole.to_owned()),
        };
        self.error(Code::BadAddress, at, message, help);
        false
    }

    fn role_mailbox(&mut self, mailbox: &str, at: Position) -> bool {
        let is_role = is_role_mailbox(mailbox);
        if !is_role {
            self.error(
                Code::PersonalData,
                at,
                format!("“{mailbox}” looks like a person's address"),
                "use a role mailbox such as info@, or the address of a contact page",
            );
        }
        is_role
    }

    pub(super) fn base_url(&mut self, text: &str, at: Position, field: &Field) -> bool {
        let parsed = BaseUrl::parse(text);
        if let Err(error) = parsed {
            self.error(
                Code::BadAddress,
                at,
                format!("“{text}” in `{}` {error}", field.name),
                "write the whole address, such as https://catalogue.example.org/",
            );
        }
        parsed.is_ok()
    }

    pub(super) fn licence(&mut self, text: &str, at: Position) -> bool {
        if text == "unstated" {
            return true;
        }
        if text.starts_with("https://") || text.starts_with("http://") {
            let good = WebAddress::parse(text).is_ok();
            if !good {
                self.error(
                    Code::BadAddress,
                    at,
                    format!("“{text}” is no web address"),
                    "write the whole address of the licence text",
                );
            }
            return good;
        }
        if is_licence_expression(text) {
            return true;
        }
        let help = match nearest(text, spdx::identifiers::LICENSES.iter().map(|license| license.name)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => {
                "use an SPDX id such as CC-BY-4.0, the address of the licence text, or `unstated`".to_owned()
            }
        };
        self.error(Code::BadLicence, at, format!("SPDX knows no licence “{text}”"), help);
        false
    }

    /// Whether the site has this language; a key of words must be one of them.
    pub(super) fn language(&mut self, text: &str, at: Position) -> bool {
        if self.context.languages.is_empty() {
            return self.language_code(text, at);
        }
        let good = self.context.languages.iter().any(|language| language == text);
        if !good {
            self.error(
                Code::UnknownLanguage,
                at,
                format!("the site has no language “{text}”"),
                format!("its languages are {}; site.yaml lists them", self.context.languages.join(", ")),
            );
        }
        good
    }

    pub(super) fn language_code(&mut self, text: &str, at: Position) -> bool {
        let good = (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase());
        if !good {
            self.error(
                Code::UnknownLanguage,
                at,
                format!("“{text}” is no language code"),
                "write the two letters of ISO 639-1, such as lv",
            );
        }
        good
    }

    pub(super) fn id(&mut self, text: &str, at: Position) -> bool {
        self.slug(text, at).is_some()
    }

    pub(super) fn slug(&mut self, text: &str, at: Position) -> Option<Slug> {
        match Slug::parse(text) {
            Ok(slug) => Some(slug),
            Err(error) => {
                let help = match Slug::from_title(text) {
                    Some(slug) => format!("did you mean `{slug}`?"),
                    None => "write it like stakeholder-map".to_owned(),
                };
                self.error(
                    Code::BadSlug,
                    at,
                    format!("“{text}” is no name for an entry or node: {error}"),
                    help,
                );
                None
            }
        }
    }

    pub(super) fn node(&mut self, text: &str, at: Position) -> bool {
        let Some((schema, node)) = text.split_once('/') else {
            self.error(
                Code::BadSlug,
                at,
                format!("“{text}” names no node of a schema"),
                "write it as schema-slug/node-id",
            );
            return false;
        };
        match (self.slug(schema, at), self.id(node, at)) {
            (Some(schema), true) => self.note(Target::Node(schema, node.to_owned()), at),
            _ => false,
        }
    }

    pub(super) fn file(&mut self, text: &str, at: Position) -> bool {
        let is_safe = !text.starts_with('/')
            && !text.contains('\\')
            && !text.contains(':')
            && text.split('/').all(|name| !name.is_empty() && !name.starts_with('.'));
        if !is_safe {
            self.error(
                Code::BadFileName,
                at,
                format!("“{text}” is no path below the entry's folder"),
                "write it like files/canvas.odt",
            );
            return false;
        }
        self.note(Target::File(text.to_owned()), at)
    }

    pub(super) fn term(&mut self, text: &str, vocabulary: &str, at: Position) -> bool {
        let Some(vocabularies) = self.context.vocabularies else { return true };
        let Some(terms) = vocabularies.get(vocabulary) else {
            self.error(
                Code::UnknownTerm,
                at,
                format!("there is no vocabulary “{vocabulary}”"),
                format!("add vocabularies/{vocabulary}.yaml"),
            );
            return false;
        };
        if terms.term(text).is_some() {
            return true;
        }
        let alias = terms.terms.iter().find(|term| term.aliases.iter().any(|alias| alias == text));
        let ids = || terms.terms.iter().map(|term| term.id.as_str());
        let help = match alias.map(|term| term.id.as_str()).or_else(|| nearest(text, ids())) {
            Some(id) => format!("did you mean `{id}`?"),
            None if terms.terms.len() <= 16 => format!("it has: {}", ids().collect::<Vec<_>>().join(", ")),
            None => format!("vocabularies/{vocabulary}.yaml lists its ids"),
        };
        self.error(Code::UnknownTerm, at, format!("the vocabulary “{vocabulary}” has no “{text}”"), help);
        false
    }
}
