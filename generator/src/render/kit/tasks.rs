//! The tasks of a kit as a table (RFC 4180, UTF-8 with the mark that spreadsheets look for) and as
//! a calendar of tasks without dates (VTODO of RFC 5545).

use icalendar::{Calendar, Component, EventLike as _, Todo};

use super::super::scope::Scope;
use super::Node;
use super::materials::Plan;
use super::texts::with_note;
use crate::formula::harmless;
use crate::model::entry::Entry;

/// The name of the table.
pub const TABLE: &str = "tasks.csv";
/// The name of the calendar.
pub const CALENDAR: &str = "tasks.ics";
/// Longest description in a calendar, in characters: more is on the page it names.
const LONGEST: usize = 2_000;

/// The columns, each the end of the name of a text.
const COLUMNS: [&str; 12] = [
    "phase",
    "objective",
    "task",
    "description",
    "before",
    "needs",
    "interlinkers",
    "folder",
    "address",
    "who",
    "due",
    "state",
];

/// The table. Its last three columns are empty, to be filled in.
pub fn table(scope: &Scope<'_>, nodes: &[Node], plan: &Plan<'_>) -> String {
    let mut rows = vec![COLUMNS.map(|column| scope.messages.text(&format!("kit-column-{column}")))];
    for_each_task(nodes, &mut Vec::new(), &mut |above, task| {
        let title = |node: &&Node| format!("{} {}", node.number, with_note(&node.name));
        let helps: Vec<String> = task.helps.iter().map(|help| with_note(&help.name)).collect();
        let folder = plan.folders.get(&task.number).and_then(|folder| folder.split_once('/'));
        let mut description = task.description.as_ref().map_or_else(String::new, with_note);
        for note in &task.notes {
            description.push_str(if description.is_empty() { "" } else { "\n" });
            description.push_str(note);
        }
        rows.push([
            above.first().map_or_else(String::new, title),
            above.get(1).map_or_else(String::new, title),
            title(&task),
            description,
            task.before.join("; "),
            task.needs.join("; "),
            helps.join("; "),
            folder.map_or_else(String::new, |(_, inside)| inside.to_owned()),
            task.url.clone(),
            String::new(),
            String::new(),
            String::new(),
        ]);
    });
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Necessary)
        .from_writer(Vec::new());
    for row in rows {
        // Memory does not refuse, and every row has as many cells.
        let _ = writer.write_record(row.map(|cell| harmless(&cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// The calendar. Importing it again, or in another language, brings each task once: its name there
/// is that of the node.
pub fn calendar(scope: &Scope<'_>, entry: &Entry, nodes: &[Node]) -> String {
    let host = url::Url::parse(&scope.site.settings.base_url.to_string()).ok();
    let host = host.as_ref().and_then(url::Url::host_str).unwrap_or("interlink.invalid");
    let changed = scope.dates.of(entry.kind, &entry.slug).and_then(|dates| dates.changed.as_ref());
    let stamp = stamp(changed.or(scope.dates.today.as_ref()).map_or("", |day| day.as_str()));
    let mut calendar = Calendar::empty();
    let language = scope.language.to_uppercase();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", format!("-//Interlink//Process kit//{language}").as_str()))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("NAME", scope.name(entry).text.as_str()))
        .append_property(("X-WR-CALNAME", scope.name(entry).text.as_str()));
    for_each_task(nodes, &mut Vec::new(), &mut |above, task| {
        let mut todo = Todo::new();
        todo.uid(&format!("{}@{host}", task.uid))
            .add_property("DTSTAMP", &stamp)
            .add_property("STATUS", "NEEDS-ACTION")
            .summary(&one_line(&format!("{} {}", task.number, with_note(&task.name))))
            .url(&task.url);
        let description = description(scope, task);
        if !description.is_empty() {
            todo.description(&description);
        }
        if let Some(phase) = above.first() {
            todo.categories([one_line(&phase.name.text)]);
        }
        calendar.push(todo.done());
    });
    calendar.to_string()
}

/// What is done, what comes before and what helps: with it the task is whole without this site.
fn description(scope: &Scope<'_>, task: &Node) -> String {
    let mut parts: Vec<String> = task.description.iter().map(with_note).collect();
    parts.extend(task.notes.iter().cloned());
    if !task.before.is_empty() {
        parts.push(format!("{} {}", scope.messages.text("task-before"), task.before.join("; ")));
    }
    parts.extend(task.helps.iter().map(|help| format!("{}: {}", with_note(&help.name), help.url)));
    let text: String = parts
        .join("\n")
        .chars()
        .filter(|letter| *letter == '\n' || !letter.is_control())
        .take(LONGEST)
        .collect();
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The time that RFC 5545 asks for in every task: midnight of a known day, else of the first day
/// that an archive can name.
fn stamp(day: &str) -> String {
    let digits: String = day.chars().filter(char::is_ascii_digit).collect();
    let day = if digits.len() == 8 { digits } else { "19800101".to_owned() };
    format!("{day}T000000Z")
}

/// Every task in reading order, with the nodes above it.
fn for_each_task<'n>(
    nodes: &'n [Node],
    above: &mut Vec<&'n Node>,
    tell: &mut impl FnMut(&[&'n Node], &'n Node),
) {
    for node in nodes {
        if node.is_task {
            tell(above, node);
        }
        above.push(node);
        for_each_task(&node.children, above, tell);
        above.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_a_moment_even_where_only_a_month_is_known() {
        assert_eq!(stamp("2026-11-22"), "20261122T000000Z");
        assert_eq!(stamp("2026-11"), "19800101T000000Z");
    }
}
