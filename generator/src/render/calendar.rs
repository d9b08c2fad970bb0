//! Events and the last days of calls as iCalendar files (RFC 5545): one per language with all of
//! them, and one beside the page of each. The only file that names the library.
//!
//! Everything lasts whole days, so no time zone is asked for. The moment that the standard wants of
//! each event is the day it is known since, not the day of the build.

use icalendar::{Calendar, Component, Event, Property};
use jiff::ToSpan;
use jiff::civil::Date;

use super::scope::Scope;
use super::{Page, Rendering};
use crate::model::entry::{Day, Entry};
use crate::model::kind::Kind;
use crate::model::site::{Site, pick};

/// Who made the file, as the standard wants it said.
const PRODUCER: &str = "-//Interlink//Catalogue//EN";

/// Something with a first and a last day.
struct Happening<'a> {
    entry: &'a Entry,
    first: Date,
    last: Date,
    place: Option<&'a str>,
    /// The day it has been known since.
    since: Date,
    /// What stands before its name.
    label: Option<String>,
}

impl Rendering<'_> {
    /// The calendar of a language and the calendar of each event and call.
    pub(super) fn calendars(&self, scope: &Scope<'_>) -> Vec<Page> {
        let happenings = self.happenings(scope);
        let mut pages = vec![self.calendar(scope, "events.ics", &happenings)];
        for happening in happenings {
            let path = calendar_path(happening.entry);
            pages.push(self.calendar(scope, &path, &[happening]));
        }
        pages
    }

    /// The calendar of an entry below the language, where it has a day.
    pub(super) fn calendar_of(&self, entry: &Entry) -> Option<String> {
        let has_day = match entry.kind {
            Kind::Call => self.site.calls.get(&entry.slug).and_then(|call| whole_day(&call.end)),
            Kind::News => {
                let start = self.site.news.get(&entry.slug).and_then(|news| news.start.as_ref());
                start.and_then(whole_day)
            }
            _ => None,
        };
        has_day.filter(|_| Site::is_active(entry)).map(|_| calendar_path(entry))
    }

    /// Events and calls whose days are known to the day.
    fn happenings<'s>(&'s self, scope: &Scope<'s>) -> Vec<Happening<'s>> {
        let order = &self.site.settings.languages;
        let active = self.site.news.values().filter(|news| Site::is_active(&news.entry));
        let events = active.filter_map(|news| {
            let first = whole_day(news.start.as_ref()?)?;
            let last = news.end.as_ref().and_then(whole_day).filter(|last| *last >= first);
            Some(Happening {
                entry: &news.entry,
                first,
                last: last.unwrap_or(first),
                place: pick(&news.place, scope.language, order),
                since: whole_day(&news.day).unwrap_or(first),
                label: None,
            })
        });
        let calls = self.site.calls.values().filter(|call| Site::is_active(&call.entry));
        let ends = calls.filter_map(|call| {
            let last = whole_day(&call.end)?;
            let created =
                self.dates.of(Kind::Call, &call.entry.slug).and_then(|dates| dates.created.as_ref());
            let since = created.or(call.start.as_ref()).and_then(whole_day);
            Some(Happening {
                entry: &call.entry,
                first: last,
                last,
                place: None,
                since: since.unwrap_or(last),
                label: Some(scope.messages.text("calendar-call-ends")),
            })
        });
        let mut all: Vec<Happening<'_>> = events.chain(ends).collect();
        all.sort_by(|left, right| {
            (left.first, left.entry.kind, &left.entry.slug).cmp(&(
                right.first,
                right.entry.kind,
                &right.entry.slug,
            ))
        });
        all
    }

    fn calendar(&self, scope: &Scope<'_>, path: &str, happenings: &[Happening<'_>]) -> Page {
        let mut calendar = Calendar::empty();
        calendar
            .append_property(Property::new("VERSION", "2.0"))
            .append_property(Property::new("PRODID", PRODUCER))
            .append_property(Property::new("CALSCALE", "GREGORIAN"))
            .append_property(Property::new("METHOD", "PUBLISH"));
        for happening in happenings {
            calendar.push(self.event(scope, happening));
        }
        Page { path: format!("{}/{path}", scope.language), bytes: calendar.to_string().into_bytes() }
    }

    fn event(&self, scope: &Scope<'_>, happening: &Happening<'_>) -> Event {
        let entry = happening.entry;
        let name = scope.name(entry).text;
        let name = match &happening.label {
            Some(label) => format!("{label}: {name}"),
            None => name,
        };
        let host = url::Url::parse(&self.origin).ok().and_then(|url| url.host_str().map(str::to_owned));
        // The same event has the same name in each language: a reader who takes two calendars
        // meets it once.
        let uid =
            format!("{}/{}@{}", entry.kind.folder(), entry.slug, host.as_deref().unwrap_or("interlink"));
        // The standard says when it is over, so a day lasts until the next one.
        let after = happening.last.checked_add(1.day()).unwrap_or(happening.last);
        let mut event = Event::new();
        event
            .add_property("UID", uid)
            .add_property("DTSTAMP", format!("{}T000000Z", compact(happening.since)))
            .append_property(day_property("DTSTART", happening.first))
            .append_property(day_property("DTEND", after))
            .add_property("SUMMARY", name)
            .add_property("TRANSP", "TRANSPARENT");
        if let Some(summary) = scope.text(entry, "summary") {
            event.add_property("DESCRIPTION", summary.text);
        }
        if let Some(place) = happening.place {
            event.add_property("LOCATION", place);
        }
        if !self.origin.is_empty() {
            event.add_property("URL", format!("{}{}", self.origin, scope.entry_url(entry.kind, &entry.slug)));
        }
        event
    }
}

/// A calendar beside the page of an entry, below the language.
fn calendar_path(entry: &Entry) -> String {
    format!("{}event.ics", Scope::entry_path(entry.kind, &entry.slug))
}

/// A day that is known to the day; a month is no appointment.
fn whole_day(day: &Day) -> Option<Date> {
    (day.as_str().len() == 10).then(|| day.as_str().parse().ok()).flatten()
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn day_property(name: &str, date: Date) -> Property {
    let mut property = Property::new(name, compact(date));
    property.add_parameter("VALUE", "DATE");
    property.done()
}
