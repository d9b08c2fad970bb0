//! Phases, objectives and tasks of an export -> nodes, and the assets of tasks -> resources and uses.
//!
//! The export lists siblings by name, so their order is that of their prerequisites, each after what
//! it needs. Status and dates of phases and objectives follow from their tasks and are not taken.

use std::collections::{BTreeMap, BTreeSet};

use super::archive::Export;
use super::{Import, list_of, text_of};
use crate::import::report::quote;
use crate::import::text::one_line;
use crate::model::address::WebAddress;
use crate::model::slug::Slug;
use crate::process::fields::{LEVELS, MAX_NODES, is_id};
use crate::process::{Document, Value, spread};
use serde_json::Value as Json;

/// How the original counts complexity. Nothing said is 0 there, so 0 says nothing here.
const COMPLEXITY: [(u64, &str); 5] =
    [(20, "very-low"), (40, "low"), (60, "medium"), (80, "high"), (100, "very-high")];

/// A node of the export on its way.
struct Item<'e> {
    from: &'e Json,
    key: String,
    /// The depth, from 0 for a phase.
    depth: usize,
    parent: Option<usize>,
}

impl Import {
    pub(super) fn tree(&mut self, document: &mut Document, export: &Export) -> Result<(), String> {
        let items = collect(&export.phases)?;
        for (level, name) in ["phases", "objectives", "tasks"].into_iter().enumerate() {
            self.counts.push((name, items.iter().filter(|item| item.depth == level).count()));
        }
        // The ids of the export are in no hurry to be unique; the first of an id is meant by it.
        let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            if let Some(id) = item.from["id"].as_str() {
                by_id.entry(id).or_insert(index);
            }
        }
        let mut siblings: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            siblings.entry(item.parent).or_default().push(index);
            document.add_node(&item.key, item.parent.map(|parent| items[parent].key.as_str()));
        }
        for group in siblings.into_values() {
            let order = self.in_order(&group, &items, &by_id);
            for (place, index) in order.iter().enumerate() {
                let path = format!("node {} position", items[*index].key);
                self.put(path, Value::text(&spread(place, order.len())));
            }
        }
        let (mut resources, mut uses) = (0, 0);
        for item in &items {
            self.node(item, &items, &by_id);
            if item.depth == 2 {
                let mut ids = BTreeSet::new();
                for asset in list_of(item.from, "assets") {
                    resources += 1;
                    uses += usize::from(self.asset(&item.key, asset, &mut ids, export));
                }
            }
        }
        self.counts.push(("resources", resources));
        self.counts.push(("uses of Interlinkers", uses));
        Ok(())
    }

    /// Siblings, each after its prerequisites among them, else in the order of the file.
    fn in_order(&mut self, group: &[usize], items: &[Item<'_>], by_id: &BTreeMap<&str, usize>) -> Vec<usize> {
        let members: BTreeSet<usize> = group.iter().copied().collect();
        let needs = |index: usize| {
            let ids = list_of(items[index].from, "prerequisites_ids").iter().filter_map(Json::as_str);
            let known = ids.filter_map(|id| by_id.get(id).copied());
            known.filter(|need| members.contains(need) && *need != index).collect::<BTreeSet<usize>>()
        };
        let mut waiting: Vec<(usize, BTreeSet<usize>)> =
            group.iter().map(|index| (*index, needs(*index))).collect();
        let mut order = Vec::new();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        while !waiting.is_empty() {
            let ready = waiting.iter().position(|(_, needs)| needs.is_subset(&taken));
            if ready.is_none() {
                let keys: Vec<String> = waiting.iter().map(|(index, _)| name_of(&items[*index])).collect();
                self.findings.other(
                    format!("these need each other to be done first: {}", keys.join(", ")),
                    "they stand in the order of the export",
                );
                // Told once; from here on the order of the file holds.
                waiting.iter_mut().for_each(|(_, needs)| needs.clear());
            }
            let (index, _) = waiting.remove(ready.unwrap_or(0));
            taken.insert(index);
            order.push(index);
        }
        order
    }

    fn node(&mut self, item: &Item<'_>, items: &[Item<'_>], by_id: &BTreeMap<&str, usize>) {
        let (from, name) = (item.from, name_of(item));
        let path = |field: &str| format!("node {} {field}", item.key);
        match text_of(from, "name") {
            Some(text) => self.line(&path("name"), &format!("the name of {name}"), &text),
            None => self.findings.other(format!("{name} has no name"), "left without"),
        }
        if let Some(text) = text_of(from, "description") {
            self.text(&path("description"), &format!("the description of {name}"), &text);
        }
        let problems: Vec<String> = list_of(from, "problemprofiles")
            .iter()
            .filter_map(Json::as_str)
            .map(|id| one_line(&id.to_lowercase().replace(['_', '.'], "-")))
            .collect();
        self.put(path("problems"), Value::list(problems.iter().map(String::as_str)));
        let mut needs = Vec::new();
        for id in list_of(from, "prerequisites_ids").iter().filter_map(Json::as_str) {
            match by_id.get(id) {
                Some(index) => needs.push(items[*index].key.as_str()),
                None => self
                    .findings
                    .other(format!("{name} needs something that is not in the export"), "left out"),
            }
        }
        self.put(path("prerequisites"), Value::list(needs));
        if text_of(from, "disabled_on").is_some() {
            self.put(path("skipped"), Value::text("true"));
            self.findings.other(format!("{name} was removed in the old environment"), "kept, as skipped");
        }
        if item.depth == 2 {
            match text_of(from, "status").as_deref() {
                Some("in_progress") => self.put(path("status"), Value::text("in-progress")),
                Some("finished") => self.put(path("status"), Value::text("done")),
                Some("awaiting") | None => {}
                Some(other) => self.findings.homeless(format!("status of {name}: {other}")),
            }
            // The original's editor keeps the complexity of a task under this name, from 0 to 100.
            let level = &from["development"];
            match COMPLEXITY.iter().find(|(number, _)| level.as_u64() == Some(*number)) {
                Some((_, term)) => self.put(path("complexity"), Value::text(term)),
                None if level.is_null() || level.as_u64() == Some(0) => {}
                None => self.findings.homeless(format!("complexity of {name}: {level}")),
            }
            self.day(&path("start"), from, "start_date");
            self.day(&path("end"), from, "end_date");
        }
    }

    /// An asset of a task. True where it is also the use of an Interlinker.
    fn asset(&mut self, key: &str, from: &Json, ids: &mut BTreeSet<String>, export: &Export) -> bool {
        let id = from["id"].as_str().filter(|id| is_id(id) && !ids.contains(*id));
        let id = id.map_or_else(|| free("r", ids), str::to_owned);
        ids.insert(id.clone());
        let path = |field: &str| format!("node {key} resource {id} {field}");
        let inside = &from["internalData"];
        let title = text_of(from, "name").or_else(|| text_of(inside, "name"));
        let title = title.unwrap_or_else(|| "Resource".to_owned());
        self.line(&path("title"), "the title of a resource", &title);
        let is_internal = text_of(from, "type").as_deref() == Some("internalasset");
        let address = if is_internal { text_of(from, "link") } else { text_of(from, "uri") };
        let is_good = |text: &String| {
            !text.starts_with("mailto:") && text.chars().count() <= 2_000 && WebAddress::parse(text).is_ok()
        };
        match address.clone().filter(is_good) {
            Some(address) => {
                self.put(path("address"), Value::text(&address));
                self.put(path("kind"), Value::text("link"));
            }
            None => {
                self.put(path("kind"), Value::text("note"));
                if let Some(address) = address.filter(|_| !is_internal) {
                    self.text(&path("note"), "the address of a resource", &address);
                    self.findings.other(
                        format!("{} has the address {}, which is none", quote(&title), quote(&address)),
                        "kept as a note",
                    );
                }
            }
        }
        is_internal && self.internal(key, &id, from, &title, export)
    }

    /// What only a document of the old environment has.
    fn internal(&mut self, key: &str, id: &str, from: &Json, title: &str, export: &Export) -> bool {
        let service = text_of(&from["softwareinterlinker"], "name");
        let mut note = match &service {
            Some(service) => format!("This document stays in the old service {}.", one_line(service)),
            None => "This document stays in the old service.".to_owned(),
        };
        let prefix = from["id"].as_str().filter(|id| !id.is_empty()).map(|id| format!("{id}."));
        let copy = prefix.and_then(|prefix| export.documents.iter().find(|name| name.starts_with(&prefix)));
        if let Some(copy) = copy {
            note.push_str(&format!(" A copy lies in the export archive: assets/{}", one_line(copy)));
        }
        self.text(&format!("node {key} resource {id} note"), "a note", &note);
        self.findings.other(
            format!("{} is a document of the old environment", quote(title)),
            match copy {
                Some(_) => "noted where it stays; take the copy out of the archive before the service ends",
                None => "noted where it stays; save it before the service ends",
            },
        );
        let made_with = text_of(&from["knowledgeinterlinker"], "name");
        let Some(name) = made_with else { return false };
        let Some(slug) = Slug::from_title(&name) else {
            self.findings.homeless(format!("{} was made with {}", quote(title), quote(&name)));
            return false;
        };
        self.put(format!("node {key} use {id} interlinker"), Value::text(slug.as_str()));
        self.put(format!("node {key} use {id} status"), Value::text("used"));
        self.findings.other(
            format!("{} was made with the Interlinker {}", quote(title), quote(&name)),
            format!("taken for the Interlinker `{slug}`; look whether the catalogue calls it so"),
        );
        true
    }
}

/// Every node of the export, parents before their children, with a key for each.
fn collect(phases: &[Json]) -> Result<Vec<Item<'_>>, String> {
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for phase in phases {
        let phase_at = push(&mut items, &mut keys, phase, 0, None)?;
        for objective in list_of(phase, "objectives") {
            let objective_at = push(&mut items, &mut keys, objective, 1, Some(phase_at))?;
            for task in list_of(objective, "tasks") {
                push(&mut items, &mut keys, task, 2, Some(objective_at))?;
            }
        }
    }
    Ok(items)
}

/// Adds a node; tells its place in the list.
fn push<'e>(
    items: &mut Vec<Item<'e>>,
    keys: &mut BTreeSet<String>,
    from: &'e Json,
    depth: usize,
    parent: Option<usize>,
) -> Result<usize, String> {
    if items.len() >= MAX_NODES {
        return Err(format!("it has more than {MAX_NODES} phases, objectives and tasks"));
    }
    let id = from["id"].as_str().filter(|id| is_id(id) && !keys.contains(*id));
    let key = id.map_or_else(|| free(LEVELS[depth], keys), str::to_owned);
    keys.insert(key.clone());
    items.push(Item { from, key, depth, parent });
    Ok(items.len() - 1)
}

/// The first name with a number that is free.
fn free(word: &str, taken: &BTreeSet<String>) -> String {
    (1..).map(|number| format!("{word}-{number}")).find(|name| !taken.contains(name)).unwrap_or_default()
}

/// A node for the report.
fn name_of(item: &Item<'_>) -> String {
    let name = text_of(item.from, "name").unwrap_or_else(|| item.key.clone());
    format!("the {} {}", LEVELS[item.depth], quote(&name))
}
