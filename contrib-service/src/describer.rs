//! Says to reviewers on a forge what a contribution is: the text of its request, with what the check
//! finds and the address of its preview. Stands between the catalogue as it is published now and the
//! forge, which knows neither pages nor checks.

use std::sync::Arc;

use generator::model::address::BaseUrl;

use crate::forge::description::{Described, request_text};
use crate::live_site::LiveSite;
use crate::queue::job::{Contribution, EntryFile};
use crate::secret::preview_token;

/// Describes contributions.
#[derive(Clone)]
pub struct Describer {
    /// The catalogue as it is published now.
    pub site: LiveSite,
    /// Where people reach the site; without it there are no addresses of previews.
    pub address: Option<BaseUrl>,
    /// The key of the maintainer's page, which the keys of previews follow from.
    pub maintainer_token: Arc<str>,
}

impl Describer {
    /// The text of the request or the issue. It checks the whole catalogue, so it takes its time.
    /// `confirmed` is the domain of the organisation that its writer's address belongs to.
    pub fn describe(
        &self,
        contribution: &Contribution,
        files: &[EntryFile],
        confirmed: Option<&str>,
    ) -> String {
        let catalogue = self.site.current();
        let checked = (!files.is_empty())
            .then(|| catalogue.with_entry(contribution.kind, &contribution.slug, files).diagnostics);
        let preview = self.address.as_ref().filter(|_| !files.is_empty()).map(|address| {
            let token = preview_token(&self.maintainer_token, &contribution.id);
            format!("{}contributions/{}/preview?token={token}", address.as_str(), contribution.id)
        });
        request_text(&Described {
            contribution,
            files,
            confirmed,
            findings: checked.as_deref(),
            preview: preview.as_deref(),
            licence: &catalogue.site.settings.licence,
        })
    }
}
