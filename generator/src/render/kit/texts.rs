//! The readme files of a kit and its notice of licences, as plain text that every system opens:
//! short lines, and line ends as Windows writes them, which the others read as well.

use super::super::scope::Scope;
use super::super::view::{FactValue, Text};
use super::files::{Taken, WithFiles};
use super::materials::{Placed, Plan};
use super::{Content, Node, tasks};
use crate::model::entry::{Entry, Rights};
use crate::model::kind::Kind;

/// How wide a line of text is, in characters.
const WIDTH: usize = 78;

/// Lines of a text file.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn blank(&mut self) {
        self.0.push_str("\r\n");
    }

    /// One line as it is.
    fn line(&mut self, text: &str) {
        let text = text.split(['\r', '\n']).collect::<Vec<_>>().join(" ");
        self.0.push_str(text.trim_end());
        self.blank();
    }

    fn heading(&mut self, text: &str, underline: char) {
        self.line(text);
        self.line(&underline.to_string().repeat(text.chars().count().min(WIDTH)));
        self.blank();
    }

    /// A text of any length, its lines broken between words; `indent` stands before each.
    fn text(&mut self, text: &str, first: &str, indent: &str) {
        let mut begin = first;
        for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
            let mut line = begin.to_owned();
            let mut is_empty = true;
            for word in paragraph.split_whitespace() {
                if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                    self.line(&line);
                    indent.clone_into(&mut line);
                    is_empty = true;
                }
                if !is_empty {
                    line.push(' ');
                }
                line.push_str(word);
                is_empty = false;
            }
            self.line(&line);
            begin = indent;
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.text(text, "", "");
        self.blank();
    }
}

/// A text and, where it is in another language than the file, that language.
pub(super) fn with_note(text: &Text) -> String {
    match &text.note {
        Some(note) => format!("{} ({note})", text.text),
        None => text.text.clone(),
    }
}

/// The readme at the top: what this is, how to begin, what is in it.
pub fn readme(scope: &Scope<'_>, origin: &str, entry: &Entry, nodes: &[Node], plan: &Plan<'_>) -> String {
    let messages = scope.messages;
    let name = with_note(&scope.name(entry));
    let mut lines = Lines::default();
    lines.heading(&messages.format("kit-readme-title", [("name", name.into())]), '=');
    if let Some(summary) = scope.text(entry, "summary") {
        lines.paragraph(&with_note(&summary));
    }
    let what = if entry.kind == Kind::Story { "kit-readme-of-story" } else { "kit-readme-of-schema" };
    lines.paragraph(&messages.text(what));
    lines.heading(&messages.text("kit-readme-begin"), '-');
    for (index, step) in
        ["kit-step-copy", "kit-step-table", "kit-step-calendar", "kit-step-work"].into_iter().enumerate()
    {
        let step =
            messages.format(step, [("table", tasks::TABLE.into()), ("calendar", tasks::CALENDAR.into())]);
        lines.text(&step, &format!("{}. ", index + 1), "   ");
    }
    lines.blank();
    lines.heading(&messages.text("kit-readme-content"), '-');
    for node in nodes {
        outline(&mut lines, node, plan, 0);
    }
    lines.blank();
    lines.paragraph(&messages.text("kit-readme-notice"));
    let page = format!("{origin}{}", scope.entry_url(entry.kind, &entry.slug));
    lines.paragraph(&messages.format("kit-readme-newest", [("url", page.into())]));
    lines.0
}

fn outline(lines: &mut Lines, node: &Node, plan: &Plan<'_>, depth: usize) {
    let indent = "  ".repeat(depth);
    let has_folder =
        plan.folders.get(&node.number).is_some_and(|folder| folder.matches('/').count() == depth + 1);
    let mark = if has_folder { "" } else { "- " };
    let first = format!("{indent}{mark}{} ", node.number);
    lines.text(&with_note(&node.name), &first, &" ".repeat(first.chars().count()));
    for child in &node.children {
        outline(lines, child, plan, depth + 1);
    }
}

/// The readme of every folder.
pub fn folders(scope: &Scope<'_>, nodes: &[Node], plan: &Plan<'_>, files: &mut Vec<(String, Content<'_>)>) {
    for node in nodes {
        let Some(folder) = plan.folders.get(&node.number) else { continue };
        let mut lines = Lines::default();
        about(scope, &mut lines, node, plan, '=');
        // Nodes without a folder of their own are told here.
        let (inside, below): (Vec<&Node>, Vec<&Node>) =
            node.children.iter().partition(|child| plan.folders.get(&child.number) == Some(folder));
        for child in inside {
            lines.blank();
            about(scope, &mut lines, child, plan, '-');
            for deeper in child.children.iter().flat_map(all) {
                lines.blank();
                about(scope, &mut lines, deeper, plan, '-');
            }
        }
        files.push((format!("{folder}/README.txt"), Content::Text(lines.0)));
        for child in below {
            folders(scope, std::slice::from_ref(child), plan, files);
        }
    }
}

fn all(node: &Node) -> Vec<&Node> {
    std::iter::once(node).chain(node.children.iter().flat_map(all)).collect()
}

/// What is to be done at one node, and what helps.
fn about(scope: &Scope<'_>, lines: &mut Lines, node: &Node, plan: &Plan<'_>, underline: char) {
    let messages = scope.messages;
    lines.heading(&format!("{} {}", node.number, with_note(&node.name)), underline);
    if let Some(description) = &node.description {
        lines.paragraph(&with_note(description));
    }
    for note in &node.notes {
        lines.text(note, "", "");
    }
    if !node.before.is_empty() {
        lines.text(&format!("{} {}", messages.text("task-before"), node.before.join("; ")), "", "");
    }
    if !node.needs.is_empty() {
        lines.text(&format!("{}: {}", messages.text("problems"), node.needs.join("; ")), "", "");
    }
    lines.line(&node.url);
    if node.is_task && node.helps.is_empty() && node.notes.is_empty() {
        lines.blank();
        let key = if node.needs.is_empty() { "task-without-profile" } else { "task-without-match" };
        lines.text(&messages.text(key), "", "");
    }
    if node.helps.is_empty() {
        return;
    }
    lines.blank();
    let title = if node.notes.is_empty() { "recommended-interlinkers" } else { "kit-interlinkers-used" };
    lines.heading(&messages.text(title), '-');
    let here = plan.folders.get(&node.number).map_or("", String::as_str);
    for help in &node.helps {
        lines.text(&with_note(&help.name), "* ", "  ");
        lines.text(&help.reason, "  ", "  ");
        lines.line(&format!("  {}", help.url));
        for file in plan.at.get(&help.slug).into_iter().flatten().map(|index| &plan.files[*index]) {
            let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
            let text = if folder == here {
                messages.format("kit-file-here", [("file", name.into())])
            } else {
                // Seen from the folder that holds everything.
                let path = file.path.split_once('/').map_or(file.path.as_str(), |(_, inside)| inside);
                messages.format("kit-file-elsewhere", [("file", path.into())])
            };
            // A path is not broken: it can be copied as a whole.
            lines.line(&format!("  {text}"));
            lines.text(&rights(scope, file), "    ", "    ");
        }
        if plan.too_large.contains(&help.slug) {
            lines.text(&messages.text("kit-too-large"), "  ", "  ");
        }
    }
}

/// Licences and origin of everything in the archive.
pub fn notice(scope: &Scope<'_>, origin: &str, entry: &Entry, plan: &Plan<'_>) -> String {
    let messages = scope.messages;
    let mut lines = Lines::default();
    lines.heading(&messages.text("kit-notice-title"), '=');
    lines.paragraph(&messages.text("kit-notice-lead"));
    let own = match entry.kind {
        Kind::Story => scope.site.stories.get(&entry.slug).map(|story| &story.rights),
        _ => scope.site.schemas.get(&entry.slug).map(|schema| &schema.rights),
    };
    lines.line(&with_note(&scope.name(entry)));
    if let Some(own) = own {
        lines.text(&rights_line(scope, own, None), "  ", "  ");
    }
    lines.line(&format!("  {origin}{}", scope.entry_url(entry.kind, &entry.slug)));
    for file in &plan.files {
        let item = &file.item.entry;
        lines.blank();
        lines.line(file.path.split_once('/').map_or(file.path.as_str(), |(_, inside)| inside));
        let from =
            [("title", file.download.title.as_str().into()), ("name", with_note(&scope.name(item)).into())];
        lines.text(&messages.format("kit-notice-from", from), "  ", "  ");
        lines.text(&rights(scope, file), "  ", "  ");
        lines.line(&format!("  {origin}{}", scope.entry_url(Kind::Interlinker, &item.slug)));
    }
    lines.0
}

/// The readme beside all files of an entry: what they are, under which terms, how to name them, where
/// they are from.
pub(super) fn files_readme(
    scope: &Scope<'_>,
    origin: &str,
    of: &WithFiles<'_>,
    files: &[Taken<'_>],
) -> String {
    let messages = scope.messages;
    let mut lines = Lines::default();
    lines.heading(&with_note(&scope.name(of.entry)), '=');
    if let Some(summary) = scope.text(of.entry, "summary") {
        lines.paragraph(&with_note(&summary));
    }
    lines.paragraph(&rights_line(scope, of.rights, None));
    lines.heading(&messages.text("adopt-attribution"), '-');
    lines.paragraph(&scope.attribution(of.entry, of.rights, origin));
    lines.heading(&messages.text("kit-readme-content"), '-');
    for file in files {
        lines.line(&file.name);
        let language = scope.language_name(&file.download.language);
        lines.text(&format!("{} ({language})", file.download.title), "  ", "  ");
        if file.download.licence.is_some() {
            lines.text(&rights_line(scope, of.rights, file.download.licence.as_deref()), "  ", "  ");
        }
        lines.text(scope.term("accessibility", &file.download.accessibility), "  ", "  ");
    }
    lines.blank();
    let page = format!("{origin}{}", scope.entry_url(of.entry.kind, &of.entry.slug));
    lines.paragraph(&messages.format("files-readme-newest", [("url", page.into())]));
    lines.0
}

fn rights(scope: &Scope<'_>, file: &Placed<'_>) -> String {
    rights_line(scope, &file.item.rights, file.download.licence.as_deref())
}

/// "Licence: CC BY 4.0. Publisher: Interlink."
fn rights_line(scope: &Scope<'_>, rights: &Rights, of_file: Option<&str>) -> String {
    let messages = scope.messages;
    let rights = match of_file {
        Some(licence) => Rights { licence: Some(licence.to_owned()), ..rights.clone() },
        None => rights.clone(),
    };
    let shown = |values: Vec<FactValue>| match values.into_iter().next() {
        Some(FactValue { text, url: Some(url), .. }) if !url.contains("spdx.org") => format!("{text}, {url}"),
        Some(value) => value.text,
        None => messages.text("not-stated"),
    };
    let publisher = rights.publisher.as_ref().and_then(|slug| scope.entry_link(Kind::Organisation, slug));
    format!(
        "{}: {}. {}: {}.",
        messages.text("fact-licence"),
        shown(scope.licence_values(&rights)),
        messages.text("fact-publisher"),
        publisher.map_or_else(|| messages.text("not-stated"), |link| link.name.text),
    )
}
