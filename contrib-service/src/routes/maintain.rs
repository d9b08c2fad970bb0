//! The maintainer's pages: what waits, one contribution with everything that is needed to decide,
//! and the decisions. One key opens them; the key travels in an address once and is then kept in a
//! cookie that only these pages get.

pub mod decisions;
pub mod list;
pub mod page;
mod report;
pub mod session;

use crate::catalogue::Texts;
use crate::queue::job::Contribution;

/// The name of a contribution, which a withdrawn one has no more.
fn title_text(texts: Texts<'_>, contribution: &Contribution) -> String {
    match contribution.title.as_str() {
        "" if contribution.state != crate::queue::job::State::Withdrawn => {
            texts.text("service-status-title-forgotten")
        }
        "" => texts.text("service-status-title-erased"),
        title if contribution.ask.takes_slug() => title.to_owned(),
        title => {
            let key = format!("maintain-ask-{}", contribution.ask.name());
            texts.format(&key, [("title", title.to_owned().into())])
        }
    }
}

fn state_text(texts: Texts<'_>, contribution: &Contribution) -> String {
    let reason = contribution.reason.clone().unwrap_or_default();
    texts.format(&format!("maintain-state-{}", contribution.state.name()), [("reason", reason.into())])
}

fn from_text(texts: Texts<'_>, contribution: &Contribution) -> String {
    match &contribution.author {
        Some(name) => texts.format("maintain-by", [("name", name.clone().into())]),
        None => texts.text("maintain-anonymous"),
    }
}

fn sent_text(texts: Texts<'_>, contribution: &Contribution) -> String {
    texts.moment(contribution.received.unwrap_or(contribution.created))
}
