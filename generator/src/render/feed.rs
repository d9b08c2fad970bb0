//! `feed.xml`: the news of a language as an Atom feed (RFC 4287), with absolute addresses as ids.

use super::scope::Scope;
use super::{Page, RenderError, Rendering};
use crate::markdown::escape_html;
use crate::model::entry::{Day, News};

/// How many news items a feed holds.
const NEWEST: usize = 50;

impl Rendering<'_> {
    /// The feed of a language.
    pub(super) fn feed(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let absolute = |path: String| format!("{}{path}", self.origin);
        let home = absolute(scope.url(""));
        let own = absolute(scope.url("feed.xml"));
        let news: Vec<&News> = self.site.news.values().rev().take(NEWEST).collect();
        let updated = news.iter().map(|item| &item.day).max().map_or_else(first_moment, moment);
        let name = self.frames.get(scope.language).map_or("Interlink", |frame| frame.name.as_str());
        let title = format!("{name} – {}", scope.messages.text("news"));
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
             <title>{title}</title>\n<id>{own}</id>\n<updated>{updated}</updated>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{home}news/\"/>\n\
             <author><name>{name}</name></author>\n",
            lang = scope.language,
            title = escape_html(&title),
            name = escape_html(name),
            own = escape_html(&own),
            home = escape_html(&home),
        );
        for item in news {
            let url = absolute(scope.entry_url(item.entry.kind, &item.entry.slug));
            let name = scope.name(&item.entry);
            let language = name.lang.as_deref().unwrap_or(scope.language);
            let summary = scope.text(&item.entry, "summary").map(|text| text.text).unwrap_or_default();
            let day = moment(&item.day);
            xml.push_str(&format!(
                "<entry xml:lang=\"{language}\">\n<title>{title}</title>\n<id>{url}</id>\n\
                 <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n\
                 <published>{day}</published>\n<updated>{day}</updated>\n\
                 <summary>{summary}</summary>\n</entry>\n",
                title = escape_html(&name.text),
                url = escape_html(&url),
                summary = escape_html(&summary),
            ));
        }
        xml.push_str("</feed>\n");
        Ok(Page { path: format!("{}/feed.xml", scope.language), bytes: xml.into_bytes() })
    }
}

/// Midnight of a day, as Atom wants it; a month or year begins with its first day.
fn moment(day: &Day) -> String {
    let full = match day.as_str().len() {
        4 => format!("{day}-01-01"),
        7 => format!("{day}-01"),
        _ => day.to_string(),
    };
    format!("{full}T00:00:00Z")
}

/// What a feed without entries says: the beginning of the project, so that it stays the same.
fn first_moment() -> String {
    "2021-01-01T00:00:00Z".to_owned()
}
