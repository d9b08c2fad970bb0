//! The one table of what a process file may hold: every field in the order in which it is written,
//! with its shape, and the limits. Reading, writing and the paths of registers come from it, and
//! `process-fields.js` of the theme is the same table for the browser.

/// The version of the file's form.
pub const FORM: u64 = 1;
/// Largest file, in bytes.
pub const MAX_FILE: usize = 8 * 1024 * 1024;
/// Longest text on one line, in characters.
pub const MAX_LINE: usize = 400;
/// Longest text, in characters.
pub const MAX_TEXT: usize = 20_000;
/// Longest picture written as an address, in characters.
pub const MAX_LOGO: usize = 64 * 1024;
/// The most nodes of a file.
pub const MAX_NODES: usize = 5_000;
/// How deep nodes may lie in each other: a phase has the depth 1.
pub const MAX_NODE_DEPTH: usize = 6;
/// How many entries of the activity are kept, the newest.
pub const MAX_ACTIVITY: usize = 500;
/// The highest counter of an edit: 15 digits, which a number of JavaScript holds exactly.
pub const MAX_COUNTER: u64 = 999_999_999_999_999;
/// Longest slug or id, in characters.
pub const MAX_ID: usize = 100;

/// What the value of a field looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text on one line.
    Line,
    /// A text.
    Text,
    /// A day, `2026-03-14`.
    Day,
    /// An address that begins with `https://` or `http://`.
    Address,
    /// A picture as a `data:` address.
    Logo,
    /// The slug of an entry, the code of a language, the id of a term.
    Slug,
    /// The id of another item of the file.
    Id,
    /// The key of a node.
    Key,
    /// The id of a process.
    Process,
    /// A fractional index.
    Position,
    /// `true` or nothing.
    Flag,
    /// One of these.
    Term(&'static [&'static str]),
    /// A list of texts on one line each.
    Lines,
    /// A list of ids of items.
    Ids,
    /// A list of keys of nodes.
    Keys,
    /// A list of these.
    Terms(&'static [&'static str]),
}

impl Shape {
    /// Whether its value is a list.
    pub fn is_list(self) -> bool {
        matches!(self, Shape::Lines | Shape::Ids | Shape::Keys | Shape::Terms(_))
    }
}

/// A field: its name in the file and in paths, and its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its shape.
    pub shape: Shape,
}

/// A map from ids to items.
#[derive(Debug, PartialEq, Eq)]
pub struct Collection {
    /// Its name in the file, such as `people`.
    pub name: &'static str,
    /// How paths call an item of it, such as `person`.
    pub item: &'static str,
    /// The fields of an item.
    pub fields: &'static [Field],
}

/// What stands side by side in the file or in a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A field.
    Field(Field),
    /// A map of items.
    Items(&'static Collection),
}

impl Part {
    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Part::Field(field) => field.name,
            Part::Items(collection) => collection.name,
        }
    }
}

const fn field(name: &'static str, shape: Shape) -> Field {
    Field { name, shape }
}

const fn part(name: &'static str, shape: Shape) -> Part {
    Part::Field(field(name, shape))
}

const ROLES: Shape = Shape::Term(&["public-administration", "citizens", "non-profit", "for-profit"]);

/// The process itself. `process` and `id` stand before these, `nodes` and `activity` behind.
pub const TOP: &[Part] = &[
    part("name", Shape::Line),
    part("language", Shape::Slug),
    part("description", Shape::Text),
    part("aim", Shape::Text),
    part("idea", Shape::Text),
    part("challenges", Shape::Text),
    part("organisation", Shape::Text),
    part("tags", Shape::Lines),
    part("governance-model", Shape::Slug),
    part("logo", Shape::Logo),
    part("state", Shape::Term(&["in-progress", "done"])),
    part("schema", Shape::Slug),
    part("story", Shape::Slug),
    part("cloned-from", Shape::Process),
    part("rewards", Shape::Term(&["leaderboard", "personal"])),
    part("call", Shape::Slug),
    part("checklist", Shape::Terms(&["teams", "resources", "hidden"])),
    part("start", Shape::Day),
    Part::Items(&Collection {
        name: "organisations",
        item: "organisation",
        fields: &[
            field("name", Shape::Line),
            field("type", ROLES),
            field("slug", Shape::Slug),
            field("note", Shape::Text),
            field("removed", Shape::Flag),
        ],
    }),
    Part::Items(&Collection {
        name: "teams",
        item: "team",
        fields: &[
            field("name", Shape::Line),
            field("type", ROLES),
            field("organisation", Shape::Id),
            field("note", Shape::Text),
            field("removed", Shape::Flag),
        ],
    }),
    Part::Items(&Collection {
        name: "people",
        item: "person",
        fields: &[
            field("name", Shape::Line),
            field("role", Shape::Line),
            field("handle", Shape::Line),
            field("teams", Shape::Ids),
            field("administrator", Shape::Flag),
            field("removed", Shape::Flag),
        ],
    }),
];

/// A node. `node` or `id` stands before these, `children` behind.
pub const NODE: &[Part] = &[
    part("level", Shape::Term(LEVELS)),
    part("position", Shape::Position),
    part("name", Shape::Line),
    part("description", Shape::Text),
    part("language", Shape::Slug),
    part("problems", Shape::Lines),
    part("prerequisites", Shape::Keys),
    part("status", Shape::Term(&["awaiting", "in-progress", "done"])),
    part("skipped", Shape::Flag),
    part("reason", Shape::Text),
    part("removed", Shape::Flag),
    part("start", Shape::Day),
    part("end", Shape::Day),
    part("complexity", Shape::Term(&["none", "very-low", "low", "medium", "high", "very-high"])),
    part("responsible", Shape::Ids),
    part("notes", Shape::Text),
    Part::Items(&Collection {
        name: "uses",
        item: "use",
        fields: &[
            field("interlinker", Shape::Slug),
            field("version", Shape::Line),
            field("status", Shape::Term(&["chosen", "used"])),
            field("date", Shape::Day),
            field("note", Shape::Text),
            field("removed", Shape::Flag),
        ],
    }),
    Part::Items(&Collection {
        name: "resources",
        item: "resource",
        fields: &[
            field("title", Shape::Line),
            field("address", Shape::Address),
            field("note", Shape::Text),
            field("kind", Shape::Term(&["link", "note"])),
            field("removed", Shape::Flag),
        ],
    }),
    Part::Items(&Collection {
        name: "claims",
        item: "claim",
        fields: &[
            field("resource", Shape::Id),
            field("person", Shape::Id),
            field("title", Shape::Line),
            field("description", Shape::Text),
            field("role", ROLES),
            field("level", Shape::Term(&["1", "2", "3"])),
            field("points", Shape::Term(POINTS)),
            field("awarded", Shape::Id),
            field("removed", Shape::Flag),
        ],
    }),
    part("closed", Shape::Flag),
];

/// The levels of nodes, from the top.
pub const LEVELS: &[&str] = &["phase", "objective", "task"];

/// What a contribution can be worth: a level from 1 to 3 times the worth of a complexity, which are
/// the steps of 20 from 0 to 100.
pub const POINTS: &[&str] = &["0", "20", "40", "60", "80", "100", "120", "160", "180", "200", "240", "300"];

/// An entry of the activity. Its day, and what it was, must be there.
pub const ACTIVITY: &[Field] = &[
    field("date", Shape::Day),
    field("person", Shape::Id),
    field(
        "what",
        Shape::Term(&[
            "started",
            "added",
            "renamed",
            "moved",
            "status",
            "skipped",
            "restored",
            "removed",
            "assigned",
            "planned",
            "chose",
            "used",
            "resource",
            "claim",
            "awarded",
            "published",
            "merged",
        ]),
    ),
    field("node", Shape::Key),
    field("detail", Shape::Line),
];

/// The field that a path leads to; none where no field is called so, or an id could not be one.
pub fn field_of(path: &str) -> Option<Field> {
    let parts: Vec<&str> = path.split(' ').collect();
    let among = |parts: &[Part], name: &str| {
        parts.iter().find_map(|part| match part {
            Part::Field(field) if field.name == name => Some(*field),
            _ => None,
        })
    };
    let in_items = |parts: &[Part], item: &str, id: &str, name: &str| {
        let collection = parts.iter().find_map(|part| match part {
            Part::Items(collection) if collection.item == item => Some(collection),
            _ => None,
        })?;
        let field = collection.fields.iter().find(|field| field.name == name)?;
        is_id(id).then_some(*field)
    };
    match parts[..] {
        [name] => among(TOP, name),
        ["node", key, name] if is_key(key) => among(NODE, name),
        ["node", key, item, id, name] if is_key(key) => in_items(NODE, item, id, name),
        [item, id, name] => in_items(TOP, item, id, name),
        _ => None,
    }
}

/// The key of the node that a path leads into.
pub fn node_of(path: &str) -> Option<&str> {
    path.strip_prefix("node ")?.split(' ').next()
}

/// Whether a text can be the slug of an entry: [`crate::model::slug::Slug`] without the names that
/// Windows keeps for itself, because no folder is made of it here.
pub fn is_slug(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// Whether a text can be the id of an item or of a node of the team's own: a letter or digit, then
/// letters, digits, `.`, `_` and `-`.
pub fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && text.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

/// Whether a text can be the key of a node: an id, or with a slash between the slug of a schema and
/// the id of a node of it.
pub fn is_key(text: &str) -> bool {
    match text.split_once('/') {
        Some((schema, node)) => is_id(schema) && is_id(node),
        None => is_id(text),
    }
}

/// Whether a key was taken from a schema.
pub fn is_of_schema(key: &str) -> bool {
    key.contains('/')
}

/// Whether a text can be a replica.
pub fn is_replica(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// Whether a text can be the id of a process.
pub fn is_process_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The number in a text, as counters are written: no zero before it, at most [`MAX_COUNTER`].
pub fn parse_counter(text: &str) -> Option<u64> {
    let is_plain = (1..=15).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if is_plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_a_field_of_the_table_or_nowhere() {
        let shape_of = |path: &str| field_of(path).map(|field| field.shape);
        assert_eq!(shape_of("name"), Some(Shape::Line));
        assert_eq!(shape_of("person ada administrator"), Some(Shape::Flag));
        assert_eq!(shape_of("node default/engage notes"), Some(Shape::Text));
        assert_eq!(shape_of("node own use u1 date"), Some(Shape::Day));
        for nowhere in [
            "",
            "nodes",
            "people",
            "name ",
            " name",
            "person  name",
            "node a/b/c notes",
            "node own children",
            "node own use u1 x",
            "node own person p name",
            "use u1 date",
            "person a/b name",
        ] {
            assert_eq!(shape_of(nowhere), None, "{nowhere}");
        }
        assert_eq!(node_of("node default/engage use u1 date"), Some("default/engage"));
        assert_eq!(node_of("person node name"), None);
    }

    #[test]
    fn counters_are_plain_numbers() {
        assert_eq!(parse_counter("0"), Some(0));
        assert_eq!(parse_counter("999999999999999"), Some(999_999_999_999_999));
        for bad in ["", "01", "+1", "1e3", "9999999999999999", "-1", "٣"] {
            assert_eq!(parse_counter(bad), None, "{bad}");
        }
    }
}
