//! One page of each type that the repository's own content has: what is looked at, weighed and
//! pictured. A new type of page is written down here, and every such test sees it.

use serde_json::json;

use crate::browser::Browser;

/// The addresses, below a language.
pub const PAGES: &[&str] = &[
    "",
    "interlinkers/",
    "interlinkers/?nature=software&nature=knowledge&theme=design",
    "interlinkers/?nature=software&difficulty=difficult&scope=eu&form=canvas",
    "interlinkers/by/nature/software/",
    "interlinkers/sort/used/",
    "interlinkers/?nature=software&view=cards&unknown=1",
    // A document with an outline.
    "interlinkers/consent-form-template/",
    "interlinkers/stakeholder-map-canvas/",
    // English alone has all of its words.
    "interlinkers/hackathon-rules/",
    // Retired, with a successor.
    "interlinkers/paper-stakeholder-list/",
    "schemas/",
    "schemas/default/",
    "stories/",
    "stories/by/country/es/",
    "stories/zaragoza-etopia/",
    "problems/",
    "problems/by/family/organise/",
    "problems/und-problem-2/",
    "guide/",
    "guide/?lead=citizens&part=ideas&task=stakeholders&task=plan&time=days&stranger=1",
    "guide/citizen-sourcing/",
    "compare/",
    "compare/?i=interview-guide,decidim,schema.default,story.zaragoza-etopia,no-such-entry",
    "collection/",
    "collection/?i=stakeholder-map-canvas,problem.und-problem-2,hackathon-rules&t=For%20Tuesday",
    "calls/",
    "calls/try-the-default-schema/",
    "organisations/",
    "organisations/by/country/es/",
    "organisations/zaragoza/",
    "news/",
    "news/2026-11-18-three-pilot-stories/",
    // An event.
    "news/2026-11-22-open-editing-days/",
    "how-it-works/",
    "privacy/",
    "accessibility/",
    "licences/",
    "search/?q=survey",
    "search/?q=survey&kind=interlinker&theme=design",
    "search/?q=limesurvey&nature=external-knowledge",
    "search/?q=qqqqqqqqqq",
    "contribute/",
    "contribute/interlinker/",
    "contribute/story/",
    "contribute/problem/",
    "contribute/call/",
    "contribute/organisation/",
    "contribute/schema/",
    "translations/",
    "workspace/?schema=default",
    "process-file/",
    "offline/",
    "data/",
    "there-is-no-such-page/",
];

/// The screens they are looked at on, in CSS pixels: a phone, a tablet, a desk.
pub const SCREENS: [(u32, u32); 3] = [(360, 800), (768, 1024), (1280, 900)];

/// Opens a page and waits until its script has shown what the address asks for.
#[track_caller]
pub fn open(browser: &Browser, address: &str) {
    browser.open(address);
    if address.contains('?') {
        browser.wait_until("what the script shows", |browser| {
            let settled = "return Boolean(document.querySelector('#facets [aria-current], \
                           #search-results li, #search-empty:not([hidden]), [data-settled]'))";
            browser.run(settled, json!([])) == true
        });
    }
}
